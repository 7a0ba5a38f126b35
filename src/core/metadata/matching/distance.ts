// The edit distance of two short texts.

/** 1 for equal texts, 0 for texts that share nothing: 1 minus Levenshtein's distance by the longer length. */
export function likeness(one: string, other: string): number {
	const longer = Math.max(one.length, other.length);
	return longer === 0 ? 1 : 1 - distance(one, other) / longer;
}

/** Levenshtein's distance in UTF-16 units, row by row (Wagner and Fischer, 1974). */
function distance(one: string, other: string): number {
	let row = Uint16Array.from({ length: other.length + 1 }, (_, i) => i);
	let next = new Uint16Array(other.length + 1);
	for (let i = 1; i <= one.length; i++) {
		next[0] = i;
		const code = one.charCodeAt(i - 1);
		for (let j = 1; j <= other.length; j++) {
			const replaced = (row[j - 1] ?? 0) + (code === other.charCodeAt(j - 1) ? 0 : 1);
			next[j] = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
		}
		[row, next] = [next, row];
	}
	return row[other.length] ?? 0;
}
