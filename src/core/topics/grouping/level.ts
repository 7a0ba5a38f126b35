// One level of a tree of topics: papers in a number of groups that a person can overlook.

import { type Groups, joinedUntil, settled } from "./centres";
import { communities } from "./communities";
import type { Papers } from "./likeness";
import { type Graph, subgraph } from "./neighbours";

/** Resolutions to try: the higher, the more and the smaller the groups. */
const resolutions = [0.15, 0.25, 0.4, 0.6, 0.9, 1.3, 1.8, 2.6, 3.8, 5.5];
/** Between two resolutions that give too few and too many groups, so many more are tried. */
const halvings = 3;
/** Farther than this from what is wanted, something else is tried. */
const mostCost = 4;
/** The best of so many beginnings is taken. */
const beginnings = 6;

/** No group should hold more than this share of its level. */
const mostShare = 1 / 3;
/** Groups that are joined of small ones may take others up afterwards. */
const joinedShare = 1 / 4;
/** More groups than this are a list again. */
const mostGroups = 15;
/** A group of less than this share of its level is given up. */
const leastShare = 1 / 60;
/** Of so few papers, each may stand alone. */
const handful = 6;

export interface Level {
	readonly groups: readonly (readonly number[])[];
	/** Papers that are like none of the groups. */
	readonly left: readonly number[];
}

/** The least size of a group on a level of so many papers. */
export function leastSize(count: number): number {
	return count < handful ? 1 : Math.max(2, Math.round(leastShare * count));
}

interface Wanted {
	readonly nodes: readonly number[];
	/** About so many groups. */
	readonly wanted: number;
}

/** The level of some papers with about the wanted number of groups, none over a third if that can be. */
export function* levelOf(
	papers: Papers,
	graph: Graph,
	{ nodes, wanted }: Wanted,
): Generator<undefined, Level, undefined> {
	const least = leastSize(nodes.length);
	const found = yield* divide(papers, yield* subgraph(graph, nodes), { nodes, wanted });
	const first = yield* settled(
		papers,
		found.filter(({ length }) => length >= least),
		{ nodes },
	);
	const { groups, left } = yield* settled(
		papers,
		first.groups.filter(({ length }) => length >= least),
		{ nodes },
	);
	return { groups, left };
}

interface Attempt {
	readonly groups: Groups;
	readonly resolution: number;
	/** How many groups are large enough. */
	readonly count: number;
	/** The size of the largest group. */
	readonly largest: number;
	/** How far it is from what is wanted. */
	readonly cost: number;
	readonly modularity: number;
}

function* divide(papers: Papers, part: Graph, wanted: Wanted): Generator<undefined, Groups, undefined> {
	const attempts: Attempt[] = [];
	const bounds = (): [low: number, high: number] => [
		Math.max(0, ...attempts.flatMap(({ count, resolution }) => (count <= wanted.wanted ? [resolution] : []))),
		Math.min(...attempts.flatMap(({ count, resolution }) => (count > wanted.wanted ? [resolution] : [])), Infinity),
	];
	for (const resolution of resolutions) {
		attempts.push(yield* attempted(part, wanted, { resolution, beginning: 0 }));
		const [, high] = bounds();
		if (high < Infinity) break;
	}
	for (let i = 0; i < halvings; i++) {
		const [low, high] = bounds();
		if (low <= 0 || high === Infinity) break;
		attempts.push(yield* attempted(part, wanted, { resolution: Math.sqrt(low * high), beginning: 0 }));
	}
	attempts.sort((a, b) => a.cost - b.cost || a.resolution - b.resolution);
	const [best] = attempts;
	if (best === undefined) return [];
	if (best.cost > mostCost) return yield* gathered(papers, part, wanted);
	let chosen = best;
	for (let beginning = 1; beginning < beginnings; beginning++) {
		const other = yield* attempted(part, wanted, { resolution: best.resolution, beginning });
		if (other.cost <= best.cost + 1 && other.modularity > chosen.modularity) chosen = other;
	}
	return chosen.groups;
}

/**
 * Where no resolution gives the wanted number of groups without one that is most of the level: many small groups, of
 * which the smallest joins the one that it is most like until there are as many as wanted.
 */
function* gathered(papers: Papers, part: Graph, wanted: Wanted): Generator<undefined, Groups, undefined> {
	const most = joinedShare * wanted.nodes.length;
	for (const resolution of resolutions) {
		const { groups, largest, count } = yield* attempted(part, wanted, { resolution, beginning: 0 });
		const isFine = largest <= most && count > wanted.wanted;
		if (!isFine && resolution !== resolutions.at(-1)) continue;
		const least = leastSize(wanted.nodes.length);
		return yield* joinedUntil(
			papers,
			groups.filter(({ length }) => length >= least),
			{ count: wanted.wanted, most },
		);
	}
	return [];
}

function* attempted(
	part: Graph,
	{ nodes, wanted }: Wanted,
	how: { readonly resolution: number; readonly beginning: number },
): Generator<undefined, Attempt, undefined> {
	const least = leastSize(nodes.length);
	const { groupOf, modularity } = yield* communities(part, how);
	const groups: number[][] = [];
	groupOf.forEach((group, i) => (groups[group] ??= []).push(nodes[i] ?? 0));
	const count = groups.filter(({ length }) => length >= least).length;
	const largest = groups.reduce((most, { length }) => Math.max(most, length), 0);
	const over = Math.max(0, largest / nodes.length - mostShare);
	const many = 2 * Math.max(0, count - mostGroups);
	const cost =
		Math.abs(count - wanted) + many + (over > 0 ? wanted * (0.5 + over) : 0) + (count === 0 ? Infinity : 0);
	return { groups, resolution: how.resolution, count, largest, cost, modularity };
}

/** How many groups a person wants on the first level of so many papers. */
export function wantedGroups(count: number): number {
	return Math.min(14, Math.max(1, Math.round(1.15 * Math.sqrt(count))));
}

/** How many groups a person wants inside a group; a small one is not divided. */
export function wantedInside(count: number): number {
	return count < 30 ? 0 : Math.min(12, Math.max(5, Math.round(0.8 * Math.sqrt(count))));
}

/** How many groups a person wants who splits one of so many papers. */
export function wantedToSplit(count: number): number {
	return Math.max(2, wantedInside(count), Math.round(0.6 * Math.sqrt(count)));
}
