// The nearest rows of a row, by comparing it with all of them: exact, and for some thousand rows fast enough.

import type { Vectors } from "./vectors";

/** Rows by number, the nearest first, with their distances: 0 for the same direction, 1 for nothing in common. */
export interface Neighbours {
	readonly rows: readonly number[];
	readonly distances: readonly number[];
}

/** The `count` rows of `base` nearest to a row of `vectors`; the first of equal ones. `except` is left out. */
export function nearestRows(
	{ vectors, row }: { readonly vectors: Vectors; readonly row: number },
	base: Vectors,
	count: number,
	except = -1,
): Neighbours {
	const { dimensions } = base;
	const point = vectors.values.subarray(row * dimensions, (row + 1) * dimensions);
	const rows: number[] = [];
	const products: number[] = [];
	for (let other = 0, at = 0; other < base.count; other++, at += dimensions) {
		if (other === except) continue;
		let product = 0;
		for (let i = 0; i < dimensions; i++) product += (point[i] ?? 0) * (base.values[at + i] ?? 0);
		if (rows.length === count && product <= (products[count - 1] ?? Infinity)) continue;
		if (rows.length === count) {
			rows.pop();
			products.pop();
		}
		let place = rows.length;
		while (place > 0 && (products[place - 1] ?? 0) < product) place--;
		rows.splice(place, 0, other);
		products.splice(place, 0, product);
	}
	return { rows, distances: products.map(product => Math.max(0, 1 - product)) };
}
