// Groups in the flat form in which they travel to the editor: ten thousand groups as a few arrays, which cost its thread
// next to nothing, and rows are made of those that are looked at alone.

import type { Group } from "./group";

/** Groups in depth-first order. Plain data. */
export interface GroupTable {
	/** Ids of the papers that are in groups. */
	readonly ids: readonly string[];
	readonly keys: readonly string[];
	readonly labels: readonly string[];
	/** The words that made the groups that are topics, by number. */
	readonly terms: Readonly<Record<number, readonly string[]>>;
	/** For each group the number behind its last descendant. */
	readonly ends: Uint32Array;
	/** The papers of group g by their places in `ids`, from `starts[g]` to before `starts[g + 1]`. */
	readonly starts: Uint32Array;
	readonly members: Uint32Array;
}

export function tableOf(groups: readonly Group[]): GroupTable {
	const ids = new Map<string, number>();
	const [keys, labels]: [string[], string[]] = [[], []];
	const [ends, starts, members]: [number[], number[], number[]] = [[], [0], []];
	const terms: Record<number, readonly string[]> = {};
	const add = (group: Group): void => {
		const number = keys.length;
		keys.push(group.key);
		labels.push(group.label);
		ends.push(0);
		if (group.terms) terms[number] = group.terms;
		for (const id of group.ids) {
			const place = ids.get(id) ?? ids.size;
			if (place === ids.size) ids.set(id, place);
			members.push(place);
		}
		starts.push(members.length);
		for (const each of group.groups ?? []) add(each);
		ends[number] = keys.length;
	};
	for (const group of groups) add(group);
	return {
		...{ ids: [...ids.keys()], keys, labels, terms },
		ends: Uint32Array.from(ends),
		starts: Uint32Array.from(starts),
		members: Uint32Array.from(members),
	};
}

export const noGroups: GroupTable = tableOf([]);

/** The numbers of the groups at the top, or of those right below one. */
export function groupsIn({ keys, ends }: GroupTable, group?: number): number[] {
	const numbers: number[] = [];
	const last = group === undefined ? keys.length : (ends[group] ?? 0);
	for (let each = group === undefined ? 0 : group + 1; each < last; each = ends[each] ?? last) numbers.push(each);
	return numbers;
}

/** The papers of a group, those of the groups below it among them. */
export function papersIn({ ids, starts, members }: GroupTable, group: number): string[] {
	const places = members.subarray(starts[group] ?? 0, starts[group + 1] ?? 0);
	return Array.from(places, place => ids[place] ?? "");
}

/** For each group how many of its papers are shown. */
export function countsIn({ ids, starts, members, keys }: GroupTable, isShown: (id: string) => boolean): Uint32Array {
	const shown = Uint8Array.from(ids, id => (isShown(id) ? 1 : 0));
	const counts = new Uint32Array(keys.length);
	for (let group = 0; group < counts.length; group++) {
		const end = starts[group + 1] ?? 0;
		let count = 0;
		for (let i = starts[group] ?? 0; i < end; i++) count += shown[members[i] ?? 0] ?? 0;
		counts[group] = count;
	}
	return counts;
}
