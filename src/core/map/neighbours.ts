// The nearest rows of a row, by comparing it with all of them: exact, and for some thousand rows fast enough.

import { nearness, type Vectors } from "./vectors";

/** Rows by number, the nearest first, with their distances: 0 for the same direction and group, 1 for nothing in common. */
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
	const rows: number[] = [];
	const nearest: number[] = [];
	for (let other = 0; other < base.count; other++) {
		if (other === except) continue;
		const near = nearness(vectors, row, base, other);
		if (rows.length === count && near <= (nearest[count - 1] ?? Infinity)) continue;
		if (rows.length === count) {
			rows.pop();
			nearest.pop();
		}
		let place = rows.length;
		while (place > 0 && (nearest[place - 1] ?? 0) < near) place--;
		rows.splice(place, 0, other);
		nearest.splice(place, 0, near);
	}
	return { rows, distances: nearest.map(each => Math.max(0, 1 - each)) };
}
