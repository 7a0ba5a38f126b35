// Text with a mark, and edits on text, for the tests of citations.
import type { TextEdit } from "../../../src/core/paper";

/** The text without its first `|`, and where that was. */
export function marked(text: string): { text: string; offset: number } {
	const offset = text.indexOf("|");
	return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

export function apply(text: string, edits: readonly TextEdit[]): string {
	return [...edits]
		.sort((a, b) => b.start - a.start)
		.reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
}
