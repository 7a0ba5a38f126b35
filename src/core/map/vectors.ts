// Rows of numbers: what papers are about, as directions. Their nearness is the cosine of the angle between them.

/** `count` rows of `dimensions` numbers, one after the other, each of length 1 or, where nothing is known, 0. */
export interface Vectors {
	readonly count: number;
	readonly dimensions: number;
	readonly values: Float32Array;
}

/** Rows made as long as 1. What is no number counts as 0; rows that are missing are zeros. */
export function unitRows(values: ArrayLike<number>, count: number, dimensions: number): Vectors {
	const rows = new Float32Array(count * dimensions);
	for (let row = 0; row < count; row++) {
		const from = row * dimensions;
		const own = Array.from({ length: dimensions }, (_, i) => finite(values[from + i]));
		const most = own.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0);
		if (most === 0) continue;
		// Scaled first: the square of a large number may be none any more.
		const length = Math.sqrt(own.reduce((sum, value) => sum + (value / most) ** 2, 0));
		for (const [i, value] of own.entries()) rows[from + i] = value / most / length;
	}
	return { count, dimensions, values: rows };
}

function finite(value = 0): number {
	return Number.isFinite(value) ? value : 0;
}

export function isZero({ dimensions, values }: Vectors, row: number): boolean {
	for (let i = row * dimensions; i < (row + 1) * dimensions; i++) if (values[i] !== 0) return false;
	return true;
}

/** Some of the rows, in the order given. */
export function rowsOf({ dimensions, values }: Vectors, rows: readonly number[]): Vectors {
	const taken = new Float32Array(rows.length * dimensions);
	for (const [i, row] of rows.entries()) {
		taken.set(values.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
	}
	return { count: rows.length, dimensions, values: taken };
}
