// Offsets as lines and columns, both from 0, for texts that the editor need not have open.

import { lineStarts } from "./lines";

export interface TextPosition {
	readonly line: number;
	/** UTF-16 units from the start of the line. */
	readonly column: number;
}

/** Tells the positions of offsets in a text, whose lines are counted once. */
export function positionsIn(text: string): (offset: number) => TextPosition {
	const starts = lineStarts(text);
	return offset => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return { line: low, column: offset - (starts[low] ?? 0) };
	};
}
