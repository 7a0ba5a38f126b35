// Small edits that all languages share: at a place, at the end of a text, with the line breaks that it has.

import type { TextEdit } from "../../paper";

export function newlineOf(text: string): string {
	return text.includes("\r\n") ? "\r\n" : "\n";
}

export function insert(start: number, text: string): TextEdit {
	return { start, end: start, text };
}

/** Appends lines to a text: behind an empty line, or right behind its last line when it ends as `follows` says. */
export function append(text: string, lines: readonly string[], follows?: RegExp): TextEdit {
	const newline = newlineOf(text);
	const written = lines.map(line => line + newline).join("");
	const isEmpty = text.trim() === "";
	const lastLine =
		text
			.trimEnd()
			.slice(-200)
			.split(/[\r\n]/)
			.at(-1) ?? "";
	const tail = text.slice(-200);
	const gap = isEmpty || /\r?\n[ \t]*\r?\n\s*$/.test(tail) || follows?.test(lastLine) ? "" : newline;
	const lineEnd = isEmpty || /[\r\n]$/.test(text) ? "" : newline;
	return insert(text.length, lineEnd + gap + written);
}

/** Where the line ends that holds an offset. */
export function lineEnd(text: string, from: number): number {
	const found = text.slice(from).search(/\r?\n/);
	return found < 0 ? text.length : from + found;
}

export function lineStart(text: string, from: number): number {
	return Math.max(text.lastIndexOf("\n", from - 1), text.lastIndexOf("\r", from - 1)) + 1;
}

/** Two insertions at one place as one, so that their order is plain. */
export function joined(first: TextEdit, second: readonly TextEdit[]): TextEdit[] {
	const [next] = second;
	return next?.start === first.start ? [insert(first.start, first.text + next.text)] : [first, ...second];
}
