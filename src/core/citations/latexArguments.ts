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

/** The offset behind the bracket that closes the one at `from`; braces nest, comments do not count. */
export function closing(
	text: string,
	from: number,
	close: string,
	{ comments = true, paragraphs = false }: { readonly comments?: boolean; readonly paragraphs?: boolean } = {},
): number | undefined {
	const limit = paragraphs ? text.length : Math.min(text.length, from + longestNote);
	let depth = 0;
	for (let at = from + 1; at < limit; at++) {
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

function lineEnd(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}
