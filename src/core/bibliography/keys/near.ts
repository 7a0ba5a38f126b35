// How near two short words are: the number of letters that are wrong, missing, too many, or have changed places.
// Source: the optimal string alignment distance (Boytsov 2011, section 2.2.1).

/** The distance of two words; `undefined` when it is more than `most`. */
export function distanceWithin(a: string, b: string, most: number): number | undefined {
	if (Math.abs(a.length - b.length) > most) return undefined;
	let before: readonly number[] = [];
	let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row: number[] = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
			row.push(best);
			least = Math.min(least, best);
		}
		if (least > most) return undefined;
		[before, last] = [last, row];
	}
	const distance = last[b.length] ?? 0;
	return distance <= most ? distance : undefined;
}

/** How many letters may be wrong in a word of this length for it still to be meant. */
export function tolerance(length: number): number {
	return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** The letters of a word as bits, so that most words are told apart at once: a wrong letter changes two at most. */
export function letterBits(word: string): number {
	let bits = 0;
	for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
	return bits;
}

/** Whether two words with these bits may be within a distance. */
export function mayBeWithin(a: number, b: number, most: number): boolean {
	let different = a ^ b;
	let count = 0;
	while (different !== 0 && count <= 2 * most) {
		different &= different - 1;
		count++;
	}
	return count <= 2 * most;
}
