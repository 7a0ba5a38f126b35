// Keys that may be meant by one that is not there.

/** Longer keys are compared by their beginnings. */
const longest = 64;

interface Near {
	readonly key: string;
	/** Changes of one letter that make the one key of the other; less than one for capitals and marks. */
	readonly distance: number;
}

/** The keys that are most like a key, the likest first: a slip or two away, or one the beginning of the other. */
export function nearKeys(key: string, keys: Iterable<string>, limit: number): string[] {
	const wanted = plain(key);
	// One letter is anything with a slip.
	const most = wanted.length < 3 ? 0 : Math.min(3, Math.floor(wanted.length / 4) + 1);
	const near: Near[] = [];
	for (const other of new Set(keys)) {
		if (other === key) continue;
		const distance = distanceOf(wanted, plain(other), most);
		if (distance !== undefined) near.push({ key: other, distance });
	}
	return near
		.sort((a, b) => a.distance - b.distance || a.key.length - b.key.length || (a.key < b.key ? -1 : 1))
		.slice(0, limit)
		.map(({ key: found }) => found);
}

function plain(key: string): string {
	const letters = key
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "");
	return (letters === "" ? key : letters).slice(0, longest);
}

/** `undefined` for more than `most`. */
function distanceOf(a: string, b: string, most: number): number | undefined {
	if (a === b) return 0;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	// `kim2024` for `kim2024deep`: the beginning says who and when.
	if (short.length >= 5 && long.startsWith(short)) return 0.5;
	if (long.length - short.length > most) return undefined;
	const found = slipsBetween(short, long, most);
	return found > most ? undefined : found;
}

/** Letters added, left out, changed or swapped with their neighbours (optimal string alignment). Ends beyond `most`. */
function slipsBetween(a: string, b: string, most: number): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
			row.push(best);
		}
		if (Math.min(...row) > most) return most + 1;
		[before, last] = [last, row];
	}
	return last[b.length] ?? most + 1;
}

/** The words that a key is made of, for a search: `kimDeep_2024` has `kim`, `deep` and `2024`. */
export function wordsOfKey(key: string): string {
	const parts = key.match(/\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+|\p{N}+/gu) ?? [];
	return parts.slice(0, 12).join(" ");
}
