// The arguments of LaTeX's commands: passes over white space, comments and brackets.

/** An optional argument longer than this is a forgotten bracket. */
export const longestNote = 4000;

/** White space and comments, but no empty line, which ends a paragraph and with it an argument. */
export function skipSpace(text: string, from: number): number {
	const space = /(?:[^\S\r\n]|%[^\r\n]*(?:\r\n|[\r\n]))*(?:(?:\r\n|[\r\n])(?:[^\S\r\n]|%[^\r\n]*(?:\r\n|[\r\n]))*)?/y;
	space.lastIndex = from;
	return from + (space.exec(text)?.[0].length ?? 0);
}

/** Behind up to two arguments in these brackets, or where they would have started. */
export function skipArguments(text: string, from: number, open: string, close: string): number {
	let at = from;
	for (let count = 0; count < 2; count++) {
		const start = skipSpace(text, at);
		const end = text[start] === open ? closing(text, start, close) : undefined;
		if (end === undefined) break;
		at = end;
	}
	return at;
}

/** Behind one argument in braces, if it is there. */
export function skipBraces(text: string, from: number): number | undefined {
	const start = skipSpace(text, from);
	return text[start] === "{" ? closing(text, start, "}") : undefined;
}

/** The offset behind the bracket that closes the one at `from`; braces nest, comments do not count. */
export function closing(
	text: string,
	from: number,
	close: string,
	{ comments = true, paragraphs = false, limit = longestNote }: ClosingOptions = {},
): number | undefined {
	const last = Math.min(text.length, from + limit);
	let depth = 0;
	for (let at = from + 1; at < last; at++) {
		const char = text[at];
		if (char === close && depth === 0) return at + 1;
		if (char === "\\") at++;
		else if (char === "%" && comments) at = lineEnd(text, at) - 1;
		else if (char === "{") depth++;
		else if (char === "}") depth--;
		else if (char === "\n" && !paragraphs && /^\n[^\S\n]*\r?\n/.test(text.slice(at, at + 80))) return undefined;
		if (depth < 0) return undefined;
	}
	return undefined;
}

interface ClosingOptions {
	/** Whether `%` starts a comment. */
	readonly comments?: boolean;
	/** Whether empty lines may stand in it. */
	readonly paragraphs?: boolean;
	/** How many characters it may have. */
	readonly limit?: number;
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}
