// Puts papers among those that have a place already, without moving these: beside the papers that they are most like.

import type { Layout } from "./layout";
import { nearestRows } from "./neighbours";
import { seededRandom, textSeed } from "../random";
import { rowsOf } from "./vectors";

/** A paper's place is a mean of the places of so many. */
const consulted = 6;

/** More papers of a large map need not be asked: these, spread over all by a seeded hash, say where to go. */
const mostAsked = 3000;

/** Papers placed between two steps. */
const placedAtOnce = 20;

/** Places every paper that has none; yields how much is done, from 0.9 to 1. */
export function* placeAmong({ ids, vectors, xs, ys, isPlaced }: Layout): Generator<number, void> {
	const known = ids.flatMap((_, row) => (isPlaced[row] === 1 ? [row] : []));
	const missing = ids.flatMap((_, row) => (isPlaced[row] === 0 ? [row] : []));
	if (known.length === 0 || missing.length === 0) return;
	const asked = spread(known, ids);
	const base = rowsOf(vectors, asked);
	const gap = 0.6 / Math.sqrt(ids.length);
	for (const [done, row] of missing.entries()) {
		const { rows, distances } = nearestRows({ vectors, row }, base, consulted);
		const near = rows.map((i, rank) => {
			const other = asked[i] ?? 0;
			return { x: xs[other] ?? 0, y: ys[other] ?? 0, weight: 1 / ((distances[rank] ?? 0) + 0.02) ** 2 };
		});
		const [x, y] = meanNear(near, 0.12);
		// Beside, not upon: papers that are alike would hide one another.
		const random = seededRandom(textSeed(ids[row] ?? ""));
		const angle = 2 * Math.PI * random();
		const distance = gap * (0.4 + random());
		xs[row] = x + distance * Math.cos(angle);
		ys[row] = y + distance * Math.sin(angle);
		isPlaced[row] = 1;
		if (done % placedAtOnce === 0) yield 0.9 + (0.1 * done) / missing.length;
	}
}

interface Weighted {
	readonly x: number;
	readonly y: number;
	readonly weight: number;
}

/** The mean of those that lie near the first: between two far groups is no place for what belongs to one of them. */
function meanNear(near: readonly Weighted[], reach: number): readonly [x: number, y: number] {
	const [first] = near;
	if (!first) return [0, 0];
	const sum = { x: 0, y: 0, weight: 0 };
	for (const { x, y, weight } of near) {
		if (Math.hypot(x - first.x, y - first.y) > reach) continue;
		sum.x += x * weight;
		sum.y += y * weight;
		sum.weight += weight;
	}
	return [sum.x / sum.weight, sum.y / sum.weight];
}

function spread(rows: readonly number[], ids: readonly string[]): readonly number[] {
	if (rows.length <= mostAsked) return rows;
	const seeded = rows.map(row => ({ row, seed: textSeed(ids[row] ?? "") }));
	return seeded
		.sort((a, b) => a.seed - b.seed || a.row - b.row)
		.slice(0, mostAsked)
		.map(({ row }) => row);
}
