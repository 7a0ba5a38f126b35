// Groups of nodes that have more to do with each other than with the rest: the Louvain method.

import { seededRandom } from "../../random";
import type { Graph } from "./neighbours";

const mostLevels = 10;
const mostPasses = 20;
/** Nodes between two steps. */
const stepNodes = 500;
/** A gain below this is rounding. */
const leastGain = 1e-9;

export interface Division {
	/** The group of each node, numbered from 0 in the order of their first nodes. */
	readonly groupOf: readonly number[];
	/** How much more weight lies inside of the groups than chance would put there. */
	readonly modularity: number;
}

export interface Beginning {
	/** The higher, the smaller the groups. */
	readonly resolution: number;
	/** Nodes are visited in another order for each number; 0 is their own. */
	readonly beginning: number;
}

/**
 * Maximises modularity with a resolution (Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in
 * large networks", J. Stat. Mech. 2008; Reichardt and Bornholdt 2006). The same graph gives the same groups.
 */
export function* communities(
	graph: Graph,
	{ resolution, beginning }: Beginning,
): Generator<undefined, Division, undefined> {
	const count = graph.starts.length - 1;
	let level: Level = { graph, loops: new Float64Array(count) };
	let groupOf = Array.from({ length: count }, (_, i) => i);
	for (let i = 0; i < mostLevels; i++) {
		const before = level.graph.starts.length - 1;
		const moved = yield* moveNodes(level, resolution, ordered(before, beginning));
		groupOf = groupOf.map(node => moved[node] ?? 0);
		level = yield* joined(level, moved);
		yield;
		if (level.graph.starts.length - 1 === before) break;
	}
	return { groupOf: numbered(groupOf), modularity: modularityOf(level, resolution) };
}

/** Numbers below a count, in an order that depends on the beginning alone. */
function ordered(count: number, beginning: number): number[] {
	const numbers = Array.from({ length: count }, (_, i) => i);
	if (beginning === 0) return numbers;
	const next = seededRandom(beginning);
	for (let i = count - 1; i > 0; i--) {
		const j = Math.floor(next() * (i + 1));
		[numbers[i], numbers[j]] = [numbers[j] ?? 0, numbers[i] ?? 0];
	}
	return numbers;
}

function modularityOf({ graph, loops }: Level, resolution: number): number {
	const degrees = degreesOf({ graph, loops });
	const total = degrees.reduce((sum, degree) => sum + degree, 0) || 1;
	return loops.reduce(
		(sum, inside, group) => sum + inside / total - resolution * ((degrees[group] ?? 0) / total) ** 2,
		0,
	);
}

/** Nodes of which some stand for several, with the weight inside each, in both directions. */
interface Level {
	readonly graph: Graph;
	readonly loops: Float64Array;
}

/** Moves nodes, one by one, into the neighbouring group that gains most, until none moves. */
function* moveNodes(
	{ graph, loops }: Level,
	resolution: number,
	order: readonly number[],
): Generator<undefined, number[], undefined> {
	const { starts, targets, weights } = graph;
	const count = starts.length - 1;
	const degrees = degreesOf({ graph, loops });
	const total = degrees.reduce((sum, degree) => sum + degree, 0) || 1;
	const groupOf = Array.from({ length: count }, (_, i) => i);
	const sums = degrees.slice();
	const toGroup = new Float64Array(count);
	for (let pass = 0, isMoved = true; pass < mostPasses && isMoved; pass++) {
		isMoved = false;
		for (const [visit, node] of order.entries()) {
			const [from, degree] = [groupOf[node] ?? 0, degrees[node] ?? 0];
			const near: number[] = [];
			for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i++) {
				const group = groupOf[targets[i] ?? 0] ?? 0;
				if (toGroup[group] === 0) near.push(group);
				toGroup[group] = (toGroup[group] ?? 0) + (weights[i] ?? 0);
			}
			sums[from] = (sums[from] ?? 0) - degree;
			const cost = (resolution * degree) / total;
			let [best, most] = [from, (toGroup[from] ?? 0) - cost * (sums[from] ?? 0)];
			for (const group of near) {
				const gain = (toGroup[group] ?? 0) - cost * (sums[group] ?? 0);
				if (gain > most + leastGain) [best, most] = [group, gain];
			}
			for (const group of near) toGroup[group] = 0;
			sums[best] = (sums[best] ?? 0) + degree;
			if (best !== from) {
				groupOf[node] = best;
				isMoved = true;
			}
			if (visit % stepNodes === stepNodes - 1) yield;
		}
		yield;
	}
	return numbered(groupOf);
}

function degreesOf({ graph: { starts, weights }, loops }: Level): Float64Array {
	const degrees = Float64Array.from(loops);
	for (let node = 0; node < degrees.length; node++) {
		for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i++) {
			degrees[node] = (degrees[node] ?? 0) + (weights[i] ?? 0);
		}
	}
	return degrees;
}

/** The graph of groups. */
function* joined({ graph, loops }: Level, groupOf: readonly number[]): Generator<undefined, Level, undefined> {
	const count = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
	const inside = new Float64Array(count);
	const edges = Array.from({ length: count }, () => new Map<number, number>());
	for (const [node, group] of groupOf.entries()) {
		inside[group] = (inside[group] ?? 0) + (loops[node] ?? 0);
		for (let i = graph.starts[node] ?? 0; i < (graph.starts[node + 1] ?? 0); i++) {
			const other = groupOf[graph.targets[i] ?? 0] ?? 0;
			const weight = graph.weights[i] ?? 0;
			if (other === group) inside[group] = (inside[group] ?? 0) + weight;
			else edges[group]?.set(other, (edges[group].get(other) ?? 0) + weight);
		}
		if (node % stepNodes === stepNodes - 1) yield;
	}
	const starts = new Uint32Array(count + 1);
	edges.forEach((own, i) => (starts[i + 1] = (starts[i] ?? 0) + own.size));
	return {
		graph: {
			starts,
			targets: Uint32Array.from(edges.flatMap(own => [...own.keys()])),
			weights: Float32Array.from(edges.flatMap(own => [...own.values()])),
		},
		loops: inside,
	};
}

function numbered(groupOf: readonly number[]): number[] {
	const numbers = new Map<number, number>();
	return groupOf.map(group => {
		const number = numbers.get(group) ?? numbers.size;
		numbers.set(group, number);
		return number;
	});
}
