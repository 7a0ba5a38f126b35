// Lines of a text, whichever way they end: LF, CRLF or CR. Offsets are those of the text as it is.

import type { TextRange } from "../paper";

/** The ranges of the lines of a text, without their ends, in order. */
export function* linesOf(text: string): Generator<TextRange> {
	const end = /\r\n|\r|\n/g;
	let start = 0;
	for (let match = end.exec(text); match; match = end.exec(text)) {
		yield { start, end: match.index };
		start = end.lastIndex;
	}
	yield { start, end: text.length };
}

/**
 * More lines that hold something than any digest has: 20 MB of mails wrapped at 70 letters have 300,000. What follows
 * is not read, so that memory stays a few times the size of the file.
 */
export const mostLines = 500_000;

/** The 1-based line of an offset. The lines are counted once, at the first question. */
export function lineCounter(text: string): (offset: number) => number {
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
		return low + 1;
	};
}

function lineStarts(text: string): Uint32Array {
	const starts = new Uint32Array((text.match(/\r\n|\r|\n/g)?.length ?? 0) + 1);
	let line = 0;
	for (const { start } of linesOf(text)) starts[line++] = start;
	return starts;
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
