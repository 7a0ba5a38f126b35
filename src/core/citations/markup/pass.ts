// Passes over running text token by token, outside of the blocks that are no text.

import type { TextRange } from "../../paper";
import type { Zone } from "../citation";

/** What is opened and not closed within so many characters was not meant to be. */
export const longestPair = 2000;

/**
 * Gives each match of a pattern outside these blocks, in order, to a reader that returns the offset to go on from. A
 * match does not reach into a block.
 */
export function scanText(
	text: string,
	blocks: readonly TextRange[],
	pattern: RegExp,
	read: (match: RegExpExecArray) => number,
): void {
	const ordered = [...blocks].sort((a, b) => a.start - b.start);
	let next = 0;
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		const { index } = match;
		while (next < ordered.length && (ordered[next]?.end ?? 0) <= index) next++;
		const block = ordered[next];
		if (block && block.start <= index) pattern.lastIndex = Math.max(block.end, index + 1);
		else pattern.lastIndex = Math.max(read(match), index + 1);
	}
}

/** The offset behind a mark that closes what is open, in this paragraph. */
export function closedBy(text: string, mark: string, from: number): number | undefined {
	const end = text.slice(from, from + longestPair).indexOf(mark);
	if (end < 0) return undefined;
	return /\n[^\S\n]*\r?\n/.test(text.slice(from, from + end)) ? undefined : from + end + mark.length;
}

/** The offset behind the bracket that closes one whose inside starts here, in this paragraph. */
export function bracketEnd(text: string, from: number): number | undefined {
	let depth = 0;
	const limit = Math.min(text.length, from + longestPair);
	for (let at = from; at < limit; at++) {
		const char = text[at];
		if (char === "\n" && /^\n[^\S\n]*\r?\n/.test(text.slice(at, at + 40))) return undefined;
		if (char === "[") depth++;
		if (char === "]" && depth-- === 0) return at + 1;
	}
	return undefined;
}

export function span(start: number, end: number, place: Zone["place"]): Zone {
	return { start, end, kind: "span", place };
}

export function block(start: number, end: number, place: Zone["place"]): Zone {
	return { start, end, kind: "block", place };
}
