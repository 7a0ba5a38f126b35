// Papers as points of a plane, near each other when they are about like things: UMAP places a sample, the others find
// their places among it. Works in steps, and makes the same map of the same papers in whatever order they come.

import { UMAP } from "umap-js";
import { nearestRows } from "./neighbours";
import { placeAmong } from "./placing";
import { principalPlane } from "./principal";
import { seededRandom, textSeed } from "../random";
import { isBlank, rowsOf, unitRows, type Vectors } from "./vectors";

/** Papers with what they are about. */
export interface MapInput {
	readonly ids: readonly string[];
	/** Numbers of each paper. */
	readonly dimensions: number;
	/** A row of `dimensions` numbers for each paper, of any length; zeros when nothing is known of it. */
	readonly vectors: ArrayLike<number>;
	/** The number of the topic that each paper is in, below 0 for none: papers of one topic lie nearer. */
	readonly groups?: ArrayLike<number>;
	/** Where papers lay before: they stay there, unless too few of them are left. */
	readonly known?: MapPlaces;
	/** So many papers are laid out together, and the others placed among them; 3,000 if not said. */
	readonly together?: number;
}

/** Points by paper, about from -1 to 1 in both directions. */
export interface MapPlaces {
	readonly ids: readonly string[];
	readonly xs: Float32Array;
	readonly ys: Float32Array;
}

/** Papers laid out together: what takes some ten seconds. Of more, those are whose ids a seeded hash puts first. */
const mostTogether = 3000;

/** Papers whose distances a paper keeps; McInnes, Healy, Melville, "UMAP", arXiv:1802.03426, section 4.3. */
const neighbours = { few: 10, many: 15, manyFrom: 1000 };

/** Steps of UMAP, fewer when there are more papers. */
const fewestEpochs = 200;
const mostEpochs = 300;

/** Known places further out are none of this map. */
const farthest = 100;

/** A map is laid out anew when less than this share of its papers has a place. */
const leastKnown = 0.5;

/** Papers compared between two steps. */
const comparedAtOnce = 20;

const seed = 20240917;

/** Answers where papers lie; yields how much is done, from 0 to 1. Of two papers with one id only the first counts. */
export function* layoutMap(input: MapInput): Generator<number, MapPlaces> {
	const ids = [...new Set(input.ids)].sort();
	const numbers = firstPlaces(input.ids);
	const all = unitRows(input.vectors, input.ids.length, Math.max(0, Math.floor(input.dimensions)), input.groups);
	const vectors = rowsOf(
		all,
		ids.map(id => numbers.get(id) ?? 0),
	);
	const { xs, ys, isPlaced } = knownPlaces(ids, input.known);
	const blank = ids.flatMap((_, row) => (isPlaced[row] !== 1 && isBlank(vectors, row) ? [row] : []));
	for (const row of blank) isPlaced[row] = 2;
	if (!isPlaced.includes(1))
		yield* layoutSample({ ids, vectors, xs, ys, isPlaced }, Math.max(1, input.together ?? mostTogether));
	yield* placeAmong({ ids, vectors, xs, ys, isPlaced });
	lineUp(blank, xs, ys);
	return { ids, xs, ys };
}

/** Points that become placed: `isPlaced` is 0 for those that are still to be, and 2 for those that are left out. */
export interface Layout {
	readonly ids: readonly string[];
	readonly vectors: Vectors;
	readonly xs: Float32Array;
	readonly ys: Float32Array;
	readonly isPlaced: Uint8Array;
}

function firstPlaces(ids: readonly string[]): ReadonlyMap<string, number> {
	const numbers = new Map<string, number>();
	for (const [number, id] of ids.entries()) if (!numbers.has(id)) numbers.set(id, number);
	return numbers;
}

function knownPlaces(ids: readonly string[], known: MapPlaces | undefined): Pick<Layout, "xs" | "ys" | "isPlaced"> {
	const places = {
		xs: new Float32Array(ids.length),
		ys: new Float32Array(ids.length),
		isPlaced: new Uint8Array(ids.length),
	};
	const numbers = firstPlaces(known?.ids ?? []);
	for (const [row, id] of ids.entries()) {
		const number = numbers.get(id);
		const [x, y] = number === undefined ? [] : [known?.xs[number], known?.ys[number]];
		if (x === undefined || y === undefined || !(Math.abs(x) <= farthest && Math.abs(y) <= farthest)) continue;
		places.xs[row] = x;
		places.ys[row] = y;
		places.isPlaced[row] = 1;
	}
	const kept = places.isPlaced.reduce((sum, each) => sum + each, 0);
	if (kept < leastKnown * ids.length) places.isPlaced.fill(0);
	return places;
}

/** Lays out all papers, or a sample of them. */
function* layoutSample({ ids, vectors, xs, ys, isPlaced }: Layout, most: number): Generator<number, void> {
	const rows = ids.flatMap((_, row) => (isPlaced[row] === 0 ? [row] : []));
	const seeds = new Map(rows.map(row => [row, textSeed(ids[row] ?? "")]));
	const sample =
		rows.length <= most
			? rows
			: rows
					.sort((a, b) => (seeds.get(a) ?? 0) - (seeds.get(b) ?? 0) || a - b)
					.slice(0, most)
					.sort((a, b) => a - b);
	const points = yield* arrange(rowsOf(vectors, sample));
	fit(points);
	for (const [i, row] of sample.entries()) {
		xs[row] = points.xs[i] ?? 0;
		ys[row] = points.ys[i] ?? 0;
		isPlaced[row] = 1;
	}
}

interface Points {
	readonly xs: Float64Array;
	readonly ys: Float64Array;
}

function* arrange(vectors: Vectors): Generator<number, Points> {
	const { count } = vectors;
	// UMAP needs some points to be neighbours of one another; fewer stand in a circle.
	if (count < 4) return circle(count);
	const near = Math.min(count < neighbours.manyFrom ? neighbours.few : neighbours.many, count - 1);
	const rows: number[][] = [];
	const distances: number[][] = [];
	for (let row = 0; row < count; row++) {
		// It takes a point itself for its first neighbour.
		const found = nearestRows({ vectors, row }, vectors, near - 1, row);
		rows.push([row, ...found.rows]);
		distances.push([0, ...found.distances]);
		if (row % comparedAtOnce === 0) yield (0.3 * row) / count;
	}
	const nEpochs = Math.round(Math.max(fewestEpochs, Math.min(mostEpochs, 600_000 / count)));
	const umap = new UMAP({ nNeighbors: near, minDist: 0.25, nEpochs, random: seededRandom(seed) });
	umap.setPrecomputedKNN(rows, distances);
	// The points themselves are not looked at where neighbours are given, but for their number.
	umap.initializeFit(rows);
	const points = umap.getEmbedding();
	startFrom(points, principalPlane(vectors));
	for (let epoch = 0; epoch < nEpochs; epoch++) {
		umap.step();
		yield 0.3 + (0.6 * epoch) / nEpochs;
	}
	return { xs: Float64Array.from(points, ([x = 0]) => x), ys: Float64Array.from(points, ([, y = 0]) => y) };
}

function circle(count: number): Points {
	const angles = Array.from({ length: count }, (_, i) => (2 * Math.PI * i) / count);
	const radius = count > 1 ? 1 : 0;
	return {
		xs: Float64Array.from(angles, angle => radius * Math.cos(angle)),
		ys: Float64Array.from(angles, angle => radius * Math.sin(angle)),
	};
}

/** Moves points to the principal plane, ten units wide as UMAP expects it; what chance put them at stays as a trace. */
function startFrom(points: number[][], [first, second]: readonly [Float64Array, Float64Array]): void {
	let most = 0;
	for (let i = 0; i < points.length; i++) most = Math.max(most, Math.abs(first[i] ?? 0), Math.abs(second[i] ?? 0));
	const scale = most > 0 ? 10 / most : 0;
	for (const [i, point] of points.entries()) {
		point[0] = (first[i] ?? 0) * scale + (point[0] ?? 0) / 100;
		point[1] = (second[i] ?? 0) * scale + (point[1] ?? 0) / 100;
	}
}

/** Moves, scales and turns points to lie between -1 and 1, the longer side of the whole, across, filling that. */
function fit({ xs, ys }: Points): void {
	const [left, right] = extent(xs);
	const [bottom, top] = extent(ys);
	const half = Math.max(right - left, top - bottom) / 2;
	const isUpright = top - bottom > right - left;
	for (let i = 0; i < xs.length; i++) {
		const x = half > 0 ? ((xs[i] ?? 0) - (left + right) / 2) / half : 0;
		const y = half > 0 ? ((ys[i] ?? 0) - (bottom + top) / 2) / half : 0;
		[xs[i], ys[i]] = isUpright ? [y, x] : [x, y];
	}
}

export function extent(values: Iterable<number>): readonly [least: number, most: number] {
	let least = Infinity;
	let most = -Infinity;
	for (const value of values) {
		least = Math.min(least, value);
		most = Math.max(most, value);
	}
	return least <= most ? [least, most] : [0, 0];
}

/** Papers of which nothing is known stand in rows below the others. */
function lineUp(rows: readonly number[], xs: Float32Array, ys: Float32Array): void {
	const across = Math.max(10, Math.ceil(Math.sqrt(rows.length * 4)));
	const distance = 2 / across;
	for (const [i, row] of rows.entries()) {
		const inRow = Math.min(across, rows.length - Math.floor(i / across) * across);
		xs[row] = ((i % across) - (inRow - 1) / 2) * distance;
		ys[row] = -1.15 - Math.floor(i / across) * distance;
	}
}
