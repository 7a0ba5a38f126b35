// Lines of a text, whichever way they end: LF, CRLF or CR. Offsets are those of the text as it is.

import type { TextRange } from "../paper";

/** The ranges of the lines of a text, without their ends, in order. */
export function* linesOf(text: string): Generator<TextRange> {
	let start = 0;
	let feed = indexFrom(text, "\n", 0);
	let carriage = indexFrom(text, "\r", 0);
	for (let end = Math.min(feed, carriage); end < text.length; end = Math.min(feed, carriage)) {
		yield { start, end };
		start = carriage + 1 === feed ? feed + 1 : end + 1;
		if (feed < start) feed = indexFrom(text, "\n", start);
		if (carriage < start) carriage = indexFrom(text, "\r", start);
	}
	yield { start, end: text.length };
}

/** Where a sign stands next; a regular expression over the whole of a large text takes ten times as long. */
function indexFrom(text: string, sign: string, from: number): number {
	const at = text.indexOf(sign, from);
	return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/**
 * More lines that hold something than any digest has: 20 MB of mails wrapped at 70 letters have 300,000. What follows
 * is not read, so that memory stays a few times the size of the file.
 */
export const mostLines = 500_000;

/** The 1-based line of an offset. The lines are counted once, at the first question. */
export function lineCounter(text: string): (offset: number) => number {
	const positionOf = positionsIn(text);
	return offset => positionOf(offset).line + 1;
}

/** A place as the editor counts it: line and column from 0, the column in UTF-16 units. */
export interface LinePosition {
	readonly line: number;
	readonly column: number;
}

/** The line and column of an offset. The lines are counted once, at the first question. */
export function positionsIn(text: string): (offset: number) => LinePosition {
	let starts: Uint32Array | undefined;
	return offset => {
		starts ??= lineStarts(text);
		let low = 0;
		let high = starts.length;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return { line: low, column: offset - (starts[low] ?? 0) };
	};
}

/** Where the lines of a text begin. */
export function lineStarts(text: string): Uint32Array {
	let starts = new Uint32Array(1024);
	let count = 0;
	for (const { start } of linesOf(text)) {
		if (count === starts.length) {
			const longer = new Uint32Array(count * 2);
			longer.set(starts);
			starts = longer;
		}
		starts[count++] = start;
	}
	return starts.subarray(0, count);
}

/** The range without the blanks and control characters at its ends. */
export function trimRange(text: string, range: TextRange): TextRange {
	let { start, end } = range;
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return { start, end };
}

function isBlank(code: number): boolean {
	return code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029 || code === 0x3000;
}
