// How alike papers are: half by the terms that they share, half by what their terms mean on this shelf (latent semantic
// analysis), which joins papers that say the same in other words.

import { decompose } from "../../search/meaning/decompose";
import { dense, type Dense } from "../../search/meaning/linear";
import type { Features } from "../features";

/** Papers as what they are compared by. */
export interface Papers {
	readonly features: Features;
	/** A place of length 1 for each paper. */
	readonly places: Dense;
}

/** How much places count beside shared terms: measured. */
export const placeShare = 0.5;

/** Many papers have so many dimensions, few papers fewer: else every direction would be kept, and nothing learnt. */
const mostDimensions = 50;
const fewestDimensions = 8;
const papersPerDimension = 6;

/** Rows between two steps. */
const stepRows = 500;

export function* placed(features: Features): Generator<undefined, Papers, undefined> {
	const count = features.starts.length - 1;
	const wanted = Math.round(count / papersPerDimension);
	const directions = yield* decompose(
		features,
		Math.min(mostDimensions, Math.max(fewestDimensions, wanted), features.width),
	);
	const places = dense(count, directions.width);
	for (let row = 0; row < count; row++) {
		place(features, directions, { places, row });
		if (row % stepRows === stepRows - 1) yield;
	}
	return { features, places };
}

function place(
	{ starts, columns, values }: Features,
	{ width, values: directions }: Dense,
	{ places, row }: { places: Dense; row: number },
): void {
	const to = row * width;
	const end = starts[row + 1] ?? 0;
	for (let i = starts[row] ?? 0; i < end; i++) {
		const [from, weight] = [(columns[i] ?? 0) * width, values[i] ?? 0];
		for (let j = 0; j < width; j++) {
			places.values[to + j] = (places.values[to + j] ?? 0) + weight * (directions[from + j] ?? 0);
		}
	}
	toUnit(places.values, to, width);
}

/** Makes a stretch of numbers one of length 1; zeros stay. */
export function toUnit(values: Float32Array, from: number, width: number): void {
	let square = 0;
	for (let i = from; i < from + width; i++) square += (values[i] ?? 0) ** 2;
	if (square === 0) return;
	const factor = 1 / Math.sqrt(square);
	for (let i = from; i < from + width; i++) values[i] = (values[i] ?? 0) * factor;
}

/** The product of the places of two papers, not below 0. */
export function placeLikeness({ width, values }: Dense, one: number, other: number): number {
	let sum = 0;
	const [a, b] = [one * width, other * width];
	for (let i = 0; i < width; i++) sum += (values[a + i] ?? 0) * (values[b + i] ?? 0);
	return Math.max(sum, 0);
}
