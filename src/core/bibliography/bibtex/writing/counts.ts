// Counting what a file does most.

export function count(text: string, part: string): number {
	return text.split(part).length - 1;
}

/** The most frequent value; of equally frequent ones the first. */
export function mode<T>(values: readonly T[]): T | undefined {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	let best: T | undefined;
	let most = 0;
	for (const [value, times] of counts) if (times > most) [best, most] = [value, times];
	return best;
}
