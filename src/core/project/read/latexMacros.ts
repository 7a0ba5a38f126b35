// Macros that stand for a text, as authors define them for folders and file names, and paths with them filled in.
// Source: LaTeX2e reference manual, "newcommand"; The TeXbook, chapter 20.

import type { LatexCommand } from "./latexCommands";

const defining = /^(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)$/;

/** The macros without parameters that a text defines; the last definition counts. */
export function macrosOf(text: string, commands: readonly LatexCommand[]): Map<string, string> {
	const macros = new Map<string, string>();
	for (const { name, start, braces, brackets } of commands) {
		if (defining.test(name)) {
			const bare = /\\[A-Za-z@]+\*?\s*\\([A-Za-z@]+)\s*\{/y;
			bare.lastIndex = start;
			const known = bare.exec(text)?.[1];
			if (known !== undefined) define(macros, known, bodyAt(text, bare.lastIndex));
			const [first, body] = braces;
			const braced = first && /^\s*\\([A-Za-z@]+)\s*$/.exec(text.slice(first.start, first.end))?.[1];
			if (braced !== undefined && body && brackets.length === 0)
				define(macros, braced, text.slice(body.start, body.end));
		} else if (/^[egx]?def$/.test(name)) {
			const plain = /\\[egx]?def\s*\\([A-Za-z@]+)\s*\{/y;
			plain.lastIndex = start;
			const known = plain.exec(text)?.[1];
			if (known !== undefined) define(macros, known, bodyAt(text, plain.lastIndex));
		}
	}
	return macros;
}

/** Longer than any path. */
const longest = 500;

/** The body whose brace is open before this offset. */
function bodyAt(text: string, from: number): string | undefined {
	return /^((?:[^{}]|\{[^{}]*\})*)\}/.exec(text.slice(from, from + longest))?.[1];
}

function define(macros: Map<string, string>, name: string, body: string | undefined): void {
	if (body !== undefined && body.length < longest && !body.includes("#")) macros.set(name, body.trim());
}

/** Commands that leave their argument as it is. */
const wrapping = /\\(?:subfix|detokenize|string|expandafter|protect|unexpanded|relax)(?![A-Za-z@])\s*/g;

/** The path that TeX would see; `undefined` when a macro is not known. */
export function expanded(path: string, macros: ReadonlyMap<string, string>): string | undefined {
	let text = path;
	for (let step = 0; step < 10 && text.includes("\\"); step++) {
		if (text.length > longest) return undefined;
		const before = text;
		text = text
			.replace(wrapping, "")
			.replace(/\\([A-Za-z@]+)(?:\s+|\{\})?/g, (whole, name: string) => {
				const body = macros.get(name) ?? (name === "space" ? " " : undefined);
				// The braces end the name of a macro that the body ends with.
				return body === undefined ? whole : `${body}{}`;
			})
			.replace(/\\([_~&%$#])/g, "$1");
		if (text === before) break;
	}
	// `C:\refs` and the like are left to the systems that know them.
	if (/\\[A-Za-z@]/.test(text) || /[\\#%]/.test(text)) return undefined;
	const plain = text.replace(/[{}"]/g, "").replace(/[ \t]*(?:\r\n|[\r\n])[ \t]*/g, " ");
	return plain.trim();
}
