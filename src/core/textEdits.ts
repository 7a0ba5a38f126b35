// Applying the edits of a text, and taking them back.

import type { TextEdit, TextRange } from "./paper";

/** The text after the edits, which must not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
	// What is inserted where something is inserted already goes before it.
	const ordered = [...edits].reverse().sort((a, b) => a.start - b.start);
	let at = 0;
	const parts = ordered.flatMap(edit => {
		const part = [text.slice(at, edit.start), edit.text];
		at = edit.end;
		return part;
	});
	return parts.join("") + text.slice(at);
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

/** A part of the text that stayed, or one that came. */
type Piece = TextRange | string;

/**
 * The edits, in order and apart, that do to a text what these steps do one after the other, each with the text that the
 * one before it left.
 */
export function composed(text: string, steps: readonly ((now: string) => readonly TextEdit[])[]): TextEdit[] {
	let pieces: readonly Piece[] = [{ start: 0, end: text.length }];
	let now = text;
	for (const step of steps) {
		const edits = step(now);
		if (edits.length === 0) continue;
		pieces = changed(
			pieces,
			[...edits].sort((a, b) => a.start - b.start),
			now.length,
		);
		now = applied(now, edits);
	}
	return editsOf(pieces, text.length);
}

/** The pieces after edits, in order, of the text of `length` that they make up. */
function changed(pieces: readonly Piece[], edits: readonly TextEdit[], length: number): readonly Piece[] {
	const result: Piece[] = [];
	let at = 0;
	for (const { start, end, text } of edits) {
		result.push(...between(pieces, at, start), text);
		at = end;
	}
	return [...result, ...between(pieces, at, length)];
}

/** The pieces of a part of the text that they make up. */
function between(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
	let at = 0;
	return pieces.flatMap((piece): Piece | readonly Piece[] => {
		const length = typeof piece === "string" ? piece.length : piece.end - piece.start;
		const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
		at += length;
		if (from >= to) return [];
		return typeof piece === "string" ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
	});
}

/** What pieces of a text of `length` change in it. */
function editsOf(pieces: readonly Piece[], length: number): TextEdit[] {
	const edits: TextEdit[] = [];
	let [at, text] = [0, ""];
	for (const piece of [...pieces, { start: length, end: length }]) {
		if (typeof piece === "string") {
			text += piece;
			continue;
		}
		if (piece.start > at || text !== "") edits.push({ start: at, end: piece.start, text });
		[at, text] = [piece.end, ""];
	}
	return edits;
}
