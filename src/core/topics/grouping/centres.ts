// The middle of each group, and papers put to the group whose middle they are most like.

import { toUnit, placeShare, type Papers } from "./likeness";

/** Groups of papers by their numbers, each ascending. */
export type Groups = readonly (readonly number[])[];

export interface Centres {
	readonly terms: readonly Float32Array[];
	readonly places: readonly Float32Array[];
}

export function* centresOf({ features, places }: Papers, groups: Groups): Generator<undefined, Centres, undefined> {
	const terms: Float32Array[] = [];
	const middles: Float32Array[] = [];
	for (const group of groups) {
		const centre = new Float32Array(features.width);
		const middle = new Float32Array(places.width);
		for (const row of group) {
			for (let i = features.starts[row] ?? 0; i < (features.starts[row + 1] ?? 0); i++) {
				const column = features.columns[i] ?? 0;
				centre[column] = (centre[column] ?? 0) + (features.values[i] ?? 0);
			}
			for (let i = 0; i < places.width; i++) {
				middle[i] = (middle[i] ?? 0) + (places.values[row * places.width + i] ?? 0);
			}
		}
		toUnit(centre, 0, centre.length);
		toUnit(middle, 0, middle.length);
		terms.push(centre);
		middles.push(middle);
		yield;
	}
	return { terms, places: middles };
}

/** How like a paper is to the middle of a group, from 0 to 1. */
export function likenessTo({ features, places }: Papers, row: number, centres: Centres, group: number): number {
	const [centre, middle] = [centres.terms[group], centres.places[group]];
	let shared = 0;
	for (let i = features.starts[row] ?? 0; i < (features.starts[row + 1] ?? 0); i++) {
		shared += (features.values[i] ?? 0) * (centre?.[features.columns[i] ?? 0] ?? 0);
	}
	let near = 0;
	for (let i = 0; i < places.width; i++) {
		near += (places.values[row * places.width + i] ?? 0) * (middle?.[i] ?? 0);
	}
	return (1 - placeShare) * shared + placeShare * Math.max(near, 0);
}

export interface Settling {
	/** The papers to be put somewhere; all of the groups and perhaps more. */
	readonly nodes: readonly number[];
	/** A paper leaves its group for one that is by this factor more like it. */
	readonly inertia?: number;
}

/**
 * Every paper in the group whose middle it is most like; groups that lose all are gone. Papers that are like none stay
 * out: `left`.
 */
export function* settled(
	papers: Papers,
	groups: Groups,
	{ nodes, inertia = 1 }: Settling,
): Generator<undefined, { groups: number[][]; left: number[] }, undefined> {
	const centres = yield* centresOf(papers, groups);
	const groupOf = new Map(groups.flatMap((group, i) => group.map(node => [node, i] as const)));
	const moved: number[][] = groups.map(() => []);
	const left: number[] = [];
	for (const [i, node] of nodes.entries()) {
		const own = groupOf.get(node);
		let [best, most] = [-1, 0];
		for (let group = 0; group < groups.length; group++) {
			const likeness = likenessTo(papers, node, centres, group) * (group === own ? inertia : 1);
			if (likeness > most) [best, most] = [group, likeness];
		}
		(moved[best] ?? left).push(node);
		if (i % 50 === 49) yield;
	}
	return { groups: moved.filter(group => group.length > 0), left };
}

/**
 * Fewer groups: the smallest joins the one whose middle is most like its own, unless the two together were too large,
 * until there are so many.
 */
export function* joinedUntil(
	papers: Papers,
	groups: Groups,
	{ count, most }: { readonly count: number; readonly most: number },
): Generator<undefined, Groups, undefined> {
	const { terms, places } = yield* centresOf(papers, groups);
	const open = groups.map((members, i) => ({ members, term: terms[i], place: places[i] }));
	for (let smallest = open[0]; open.length > count && smallest !== undefined;) {
		smallest = open.reduce((least, group) => (group.members.length < least.members.length ? group : least));
		const size = smallest.members.length;
		let [best, nearest]: [typeof smallest | undefined, number] = [undefined, -1];
		for (const other of open) {
			if (other === smallest || other.members.length + size > most) continue;
			const near =
				(1 - placeShare) * product(other.term, smallest.term) +
				placeShare * product(other.place, smallest.place);
			if (near > nearest) [best, nearest] = [other, near];
		}
		if (best === undefined) break;
		open.splice(open.indexOf(smallest), 1);
		const members = [...best.members, ...smallest.members];
		const middle = yield* centresOf(papers, [members]);
		open[open.indexOf(best)] = { members, term: middle.terms[0], place: middle.places[0] };
	}
	return open.map(({ members }) => [...members].sort((a, b) => a - b));
}

function product(a: Float32Array | undefined, b: Float32Array | undefined): number {
	let sum = 0;
	for (let i = 0; i < (a?.length ?? 0); i++) sum += (a?.[i] ?? 0) * (b?.[i] ?? 0);
	return sum;
}
