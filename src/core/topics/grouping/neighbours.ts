// Papers and the ones most like each: the graph in which groups are found.

import { Top } from "../../search/ranking/top";
import type { Features } from "../features";
import { type Papers, placeLikeness, placeShare } from "./likeness";

/** Edges in both directions: those of node r lie from `starts[r]` to before `starts[r + 1]`. */
export interface Graph {
	readonly starts: Uint32Array;
	readonly targets: Uint32Array;
	readonly weights: Float32Array;
}

const neighbours = 15;
/** So many papers with the most in common are compared in full. */
const candidates = 40;
/** Candidates are found by a paper's rarest terms, until so many papers were touched. */
const mostTouched = 6000;
const stepNodes = 1000;
/** About so many additions lie between two steps. */
const stepWork = 300_000;

export function* neighbourGraph(papers: Papers): Generator<undefined, Graph, undefined> {
	const { features } = papers;
	const count = features.starts.length - 1;
	const holders = yield* holdersOf(features);
	const edges = Array.from({ length: count }, () => new Map<number, number>());
	yield;
	const scratch: Scratch = { shared: new Float32Array(count), own: new Float32Array(features.width) };
	let work = 0;
	for (let row = 0; row < count; row++) {
		const { touched, added } = sharedTerms(features, holders, { row, shared: scratch.shared });
		for (const { node, likeness } of mostAlike(papers, row, { touched, scratch })) {
			link(edges, row, node, likeness / 2);
			link(edges, node, row, likeness / 2);
		}
		for (const node of touched) scratch.shared[node] = 0;
		work += added + 10 * touched.length + 20_000;
		if (work > stepWork) {
			work = 0;
			yield;
		}
	}
	return yield* packed(edges);
}

function link(edges: readonly Map<number, number>[], from: number, to: number, weight: number): void {
	edges[from]?.set(to, (edges[from].get(to) ?? 0) + weight);
}

/** For each term the papers with it, and its weight there. */
interface Holders {
	readonly starts: Uint32Array;
	readonly rows: Uint32Array;
	readonly values: Float32Array;
}

function* holdersOf(features: Features): Generator<undefined, Holders, undefined> {
	const { columns, width } = features;
	const count = features.starts.length - 1;
	const starts = new Uint32Array(width + 1);
	for (const column of columns) starts[column + 1] = (starts[column + 1] ?? 0) + 1;
	yield;
	for (let i = 0; i < width; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
	const next = starts.slice();
	const rows = new Uint32Array(columns.length);
	const values = new Float32Array(columns.length);
	for (let row = 0; row < count; row++) {
		const end = features.starts[row + 1] ?? 0;
		for (let i = features.starts[row] ?? 0; i < end; i++) {
			const column = columns[i] ?? 0;
			const at = next[column] ?? 0;
			next[column] = at + 1;
			rows[at] = row;
			values[at] = features.values[i] ?? 0;
		}
		if (row % 1000 === 999) yield;
	}
	return { starts, rows, values };
}

/** What is filled and cleared for each paper. */
interface Scratch {
	readonly shared: Float32Array;
	/** By term, the weight in this paper. */
	readonly own: Float32Array;
}

interface Shared {
	readonly row: number;
	/** By paper what it has in common with this one. */
	readonly shared: Float32Array;
}

function sharedTerms(
	features: Features,
	holders: Holders,
	{ row, shared }: Shared,
): { touched: readonly number[]; added: number } {
	const terms: { readonly column: number; readonly weight: number; readonly held: number }[] = [];
	const end = features.starts[row + 1] ?? 0;
	for (let i = features.starts[row] ?? 0; i < end; i++) {
		const column = features.columns[i] ?? 0;
		const held = (holders.starts[column + 1] ?? 0) - (holders.starts[column] ?? 0);
		terms.push({ column, weight: features.values[i] ?? 0, held });
	}
	terms.sort((a, b) => a.held - b.held || a.column - b.column);
	const touched: number[] = [];
	let added = 0;
	for (const { column, weight, held } of terms) {
		if (added > 0 && added + held > mostTouched) break;
		const from = holders.starts[column] ?? 0;
		for (let j = from; j < from + held; j++) {
			const other = holders.rows[j] ?? 0;
			if (shared[other] === 0) touched.push(other);
			shared[other] = (shared[other] ?? 0) + weight * (holders.values[j] ?? 0);
		}
		added += held;
	}
	return { touched, added };
}

interface Neighbour {
	readonly node: number;
	readonly likeness: number;
}

function mostAlike(
	{ features, places }: Papers,
	row: number,
	{ touched, scratch: { shared, own } }: { touched: readonly number[]; scratch: Scratch },
): Neighbour[] {
	const { starts, columns, values } = features;
	for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) own[columns[i] ?? 0] = values[i] ?? 0;
	const found = largest(touched, shared, candidates + 1).flatMap((node): Neighbour[] => {
		if (node === row) return [];
		let product = 0;
		for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i++) {
			product += (values[i] ?? 0) * (own[columns[i] ?? 0] ?? 0);
		}
		return [{ node, likeness: (1 - placeShare) * product + placeShare * placeLikeness(places, row, node) }];
	});
	for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) own[columns[i] ?? 0] = 0;
	return found.sort((a, b) => b.likeness - a.likeness || a.node - b.node).slice(0, neighbours);
}

/** The nodes with the largest values, the lower of equal ones. */
function largest(nodes: readonly number[], values: Float32Array, most: number): number[] {
	if (nodes.length <= most) return [...nodes];
	const top = new Top(most);
	for (const node of nodes) {
		const value = values[node] ?? 0;
		if (top.wants(node, value)) top.add({ document: node, score: value });
	}
	return top.sorted().map(({ document }) => document);
}

function* packed(edges: readonly ReadonlyMap<number, number>[]): Generator<undefined, Graph, undefined> {
	const starts = new Uint32Array(edges.length + 1);
	edges.forEach((own, i) => (starts[i + 1] = (starts[i] ?? 0) + own.size));
	const targets = new Uint32Array(starts[edges.length] ?? 0);
	const weights = new Float32Array(targets.length);
	let at = 0;
	for (const [node, own] of edges.entries()) {
		for (const [target, weight] of own) {
			targets[at] = target;
			weights[at++] = weight;
		}
		if (node % stepNodes === stepNodes - 1) yield;
	}
	return { starts, targets, weights };
}

/** The part of a graph among some of its nodes, ascending, which are numbered anew. */
export function* subgraph(graph: Graph, nodes: readonly number[]): Generator<undefined, Graph, undefined> {
	const count = graph.starts.length - 1;
	if (nodes.length === count) return graph;
	const numbers = new Int32Array(count).fill(-1);
	nodes.forEach((node, i) => (numbers[node] = i));
	const edges: Map<number, number>[] = [];
	for (const node of nodes) {
		const own = new Map<number, number>();
		for (let i = graph.starts[node] ?? 0; i < (graph.starts[node + 1] ?? 0); i++) {
			const target = numbers[graph.targets[i] ?? 0] ?? -1;
			if (target >= 0) own.set(target, graph.weights[i] ?? 0);
		}
		edges.push(own);
		if (edges.length % stepNodes === 0) yield;
	}
	return yield* packed(edges);
}
