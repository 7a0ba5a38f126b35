// Maps that hold what was used last.

/** Puts something last into a map; of more than `most` the first, which was put longest ago, goes. */
export function keepRecent<T>(kept: Map<string, T>, name: string, value: T, most: number): void {
	kept.delete(name);
	kept.set(name, value);
	const [oldest] = kept.keys();
	if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
