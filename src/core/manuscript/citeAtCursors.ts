// Citing at several cursors at once: the edits of each, put together so that they fit into one change.

import { citationAt, cursorAfter, insertCitation, type InsertOptions, type Source } from "../citations/citations";
import type { TextEdit, TextRange } from "../paper";

/** What citing at some places changes. */
export interface CitedAt {
	/** In the order of the text, none over another. */
	readonly edits: readonly TextEdit[];
	/** Where each cursor belongs afterwards, in the new text. */
	readonly cursors: readonly number[];
}

/**
 * Cites keys at each of these places. A place that is a range with letters gives way to the citation; of two places in
 * one citation the first one counts.
 */
export function citeAtCursors(
	source: Source,
	places: readonly TextRange[],
	keys: readonly string[],
	options: InsertOptions,
): CitedAt {
	const taken: TextEdit[] = [];
	const byCitation = new Map<number, readonly TextEdit[]>();
	const made = places.map(place => {
		const citation = citationAt(source, place.end)?.range.start;
		const known = citation === undefined ? undefined : byCitation.get(citation);
		const edits = known ?? citeAt(source, place, keys, options);
		if (citation !== undefined) byCitation.set(citation, edits);
		// A part of the edits would leave half a citation.
		const isFree = !edits.some(edit => taken.some(other => isOver(edit, other)));
		if (!known && isFree) taken.push(...edits);
		return { place, edits };
	});
	const all = [...taken].sort((a, b) => a.start - b.start || a.end - b.end);
	const cursors = made.map(({ place, edits }) => {
		const others = all.filter(edit => !edits.some(own => isSame(own, edit)));
		const behind = cursorAfter(source, edits) ?? place.end;
		const last = edits.at(-1)?.start ?? place.end;
		return behind + growth(others.filter(({ start }) => start < last));
	});
	return { edits: all, cursors };
}

function citeAt(
	source: Source,
	{ start, end }: TextRange,
	keys: readonly string[],
	options: InsertOptions,
): readonly TextEdit[] {
	if (start === end) return insertCitation(source, start, keys, options);
	const text = source.text.slice(0, start) + source.text.slice(end);
	const removed = end - start;
	const inserted = insertCitation({ ...source, text }, start, keys, options).map(edit => ({
		start: edit.start > start ? edit.start + removed : edit.start,
		end: edit.end > start ? edit.end + removed : edit.end,
		text: edit.text,
	}));
	const at = inserted.find(edit => edit.start === start && edit.end === start);
	// The selected text gives way to the citation in one edit where it stands there.
	if (at) return inserted.map(edit => (edit === at ? { start, end, text: edit.text } : edit));
	return [...inserted, { start, end, text: "" }].sort((a, b) => a.start - b.start);
}

/** By how many letters a text grows. */
export function growth(edits: readonly TextEdit[]): number {
	return edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}

function isSame(a: TextEdit, b: TextEdit): boolean {
	return a.start === b.start && a.end === b.end && a.text === b.text;
}

function isOver(a: TextEdit, b: TextEdit): boolean {
	if (a.start === b.start) return true;
	return a.start < b.end && b.start < a.end;
}
