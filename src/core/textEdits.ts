// Applying the edits of a text, and taking them back.

import type { TextEdit } from "./paper";

/** The text after the edits, which must not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
	const ordered = [...edits].sort((a, b) => b.start - a.start);
	return ordered.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** The edits that take these back, for the text after them. They must be in order and not overlap. */
export function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
	let moved = 0;
	return edits.map(edit => {
		const start = edit.start + moved;
		moved += edit.text.length - (edit.end - edit.start);
		return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
	});
}
