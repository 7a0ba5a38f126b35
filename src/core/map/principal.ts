// The two directions in which rows differ most (principal components): where a layout starts from, so that what is far
// apart in meaning starts far apart on the map, and every run starts alike.

import type { Vectors } from "./vectors";

/** Enough for two directions that only have to be good to start from. */
const rounds = 24;

/** The coordinates of each row along the two principal directions, by power iteration with deflation. */
export function principalPlane(vectors: Vectors): readonly [Float64Array, Float64Array] {
	const mean = meanOf(vectors);
	const first = principal(vectors, mean, undefined);
	const second = principal(vectors, mean, first);
	return [project(vectors, mean, first), project(vectors, mean, second)];
}

function meanOf({ count, dimensions, values }: Vectors): Float64Array {
	const mean = new Float64Array(dimensions);
	for (let i = 0; i < values.length; i++) {
		const column = i % dimensions;
		mean[column] = (mean[column] ?? 0) + (values[i] ?? 0) / Math.max(1, count);
	}
	return mean;
}

/** The direction of greatest variance that is at right angles to `other`. */
function principal(vectors: Vectors, mean: Float64Array, other: Float64Array | undefined): Float64Array {
	// Any start will do that is unlikely to be at right angles to what is looked for, and is the same each time.
	let direction: Float64Array = Float64Array.from(mean, (_, i) => Math.sin(i + 1));
	for (let round = 0; round < rounds; round++) {
		const along = project(vectors, mean, direction);
		const next = new Float64Array(vectors.dimensions);
		for (let row = 0, at = 0; row < vectors.count; row++) {
			for (let i = 0; i < vectors.dimensions; i++, at++) {
				next[i] = (next[i] ?? 0) + (along[row] ?? 0) * ((vectors.values[at] ?? 0) - (mean[i] ?? 0));
			}
		}
		if (other) takeAway(next, other);
		const length = Math.hypot(...next);
		if (length < 1e-12) return next;
		direction = next.map(value => value / length);
	}
	return direction;
}

function takeAway(from: Float64Array, direction: Float64Array): void {
	let shared = 0;
	for (let i = 0; i < from.length; i++) shared += (from[i] ?? 0) * (direction[i] ?? 0);
	for (let i = 0; i < from.length; i++) from[i] = (from[i] ?? 0) - shared * (direction[i] ?? 0);
}

function project({ count, dimensions, values }: Vectors, mean: Float64Array, direction: Float64Array): Float64Array {
	const along = new Float64Array(count);
	for (let row = 0, at = 0; row < count; row++) {
		let sum = 0;
		for (let i = 0; i < dimensions; i++, at++) sum += ((values[at] ?? 0) - (mean[i] ?? 0)) * (direction[i] ?? 0);
		along[row] = sum;
	}
	return along;
}
