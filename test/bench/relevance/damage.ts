// Queries as they are while one types, or with a slip.

/** The last word cut to 60 % of its letters. */
export function cut(query: string): string {
	return query.replace(/([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u, (_, word: string) =>
		word.slice(0, Math.ceil(word.length * 0.6)),
	);
}

/** One letter of a word of five or more left out, doubled by another, replaced or swapped. */
export function slip(query: string, next: () => number): string {
	const words = [...query.matchAll(/[A-Za-z]{5,}/g)];
	const word = words[Math.floor(next() * words.length)];
	if (word === undefined) return query;
	const at = word.index + 1 + Math.floor(next() * (word[0].length - 2));
	const letter = "abcdefghijklmnopqrstuvwxyz".charAt(Math.floor(next() * 26));
	const [before, here, after] = [query.slice(0, at), query.charAt(at), query.slice(at + 1)];
	const damaged = [
		before + after,
		before + letter + here + after,
		before + letter + after,
		before + after.charAt(0) + here + after.slice(1),
	];
	return damaged[Math.floor(next() * damaged.length)] ?? query;
}
