// Putting names into the order that others have them in: the fields of an entry like those of its neighbours.

/**
 * The names, which come in a usual order, in the order of the lists. Where all lists are alphabetical so is the result;
 * else each name goes where it breaks the order of the fewest lists, and as late as it can.
 */
export function orderLike(names: readonly string[], lists: readonly (readonly string[])[]): readonly string[] {
	if (areAlphabetical(lists)) return [...names].sort();
	const before = precedence(new Set(names), lists);
	const net = (a: string, b: string): number => (before.get(`${a} ${b}`) ?? 0) - (before.get(`${b} ${a}`) ?? 0);
	const ordered: string[] = [];
	for (const name of names) {
		// Moving the name to the left past each of the others, and keeping the best place.
		let cost = 0;
		let best = { place: ordered.length, cost: 0 };
		for (let place = ordered.length - 1; place >= 0; place--) {
			cost -= net(name, ordered[place] ?? "");
			if (cost < best.cost) best = { place, cost };
		}
		ordered.splice(best.place, 0, name);
	}
	return ordered;
}

/** Whether all lists are alphabetical, and it is not by chance. */
export function areAlphabetical(lists: readonly (readonly string[])[]): boolean {
	const telling = lists.filter(list => list.length > 3);
	return telling.length > 1 && telling.every(isAlphabetical);
}

function isAlphabetical(list: readonly string[]): boolean {
	return list.every((name, i) => i === 0 || (list[i - 1] ?? "") <= name);
}

/** How often one name stands before another. */
function precedence(names: ReadonlySet<string>, lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const list of lists) {
		const known = list.filter(name => names.has(name));
		for (const [i, a] of known.entries()) {
			for (const b of known.slice(i + 1)) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
		}
	}
	return counts;
}

/** Compares what two entries are put in order by: negative when the first comes first. */
export type Compare<T> = (a: T, b: T) => number;

export function compareUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function compareLetters(a: string, b: string): number {
	return compareUnits(a.toLowerCase(), b.toLowerCase());
}

/** The order by key that three or more entries keep without exception. */
export function keyOrder(keys: readonly string[]): Compare<string> | undefined {
	if (keys.length < 3) return undefined;
	return [compareLetters, compareUnits].find(compare =>
		keys.every((key, index) => index === 0 || compare(keys[index - 1] ?? "", key) < 0),
	);
}

/** Where an entry goes among others in order: before the first one that comes behind it. */
export function firstBehind<T>(entries: readonly T[], entry: T, compare: Compare<T>): number {
	let [low, high] = [0, entries.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const other = entries[middle];
		if (other !== undefined && compare(other, entry) <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
