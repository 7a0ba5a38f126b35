// Rows of numbers: what papers are about, as directions, and the groups they are in. Two are near when the angle between
// them is small, and nearer when they are of one group.

/** `count` rows of `dimensions` numbers, one after the other, each of length 1 or, where nothing is known, 0. */
export interface Vectors {
	readonly count: number;
	readonly dimensions: number;
	readonly values: Float32Array;
	/** The group of each row; below 0 for none. */
	readonly groups: Float32Array;
}

/** How much a common group counts beside the angle. */
const groupShare = 0.2;

/** Rows made as long as 1. What is no number counts as 0; rows that are missing are zeros, groups none. */
export function unitRows(
	values: ArrayLike<number>,
	count: number,
	dimensions: number,
	groups: ArrayLike<number> = [],
): Vectors {
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
	return { count, dimensions, values: rows, groups: Float32Array.from({ length: count }, (_, i) => groups[i] ?? -1) };
}

function finite(value = 0): number {
	return Number.isFinite(value) ? value : 0;
}

/** Whether nothing is known of a row. */
export function isBlank({ dimensions, values, groups }: Vectors, row: number): boolean {
	if ((groups[row] ?? -1) >= 0) return false;
	for (let i = row * dimensions; i < (row + 1) * dimensions; i++) if (values[i] !== 0) return false;
	return true;
}

/** Some of the rows, in the order given. */
export function rowsOf({ dimensions, values, groups }: Vectors, rows: readonly number[]): Vectors {
	const taken = new Float32Array(rows.length * dimensions);
	for (const [i, row] of rows.entries()) {
		taken.set(values.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
	}
	const own = Float32Array.from(rows, row => groups[row] ?? -1);
	return { count: rows.length, dimensions, values: taken, groups: own };
}

/** How near a row of `base` is to one of `vectors`, which have as many dimensions: at most 1, in direction and group. */
export function nearness(vectors: Vectors, row: number, base: Vectors, other: number): number {
	const { dimensions } = base;
	let product = 0;
	for (let i = 0, a = row * dimensions, b = other * dimensions; i < dimensions; i++, a++, b++) {
		product += (vectors.values[a] ?? 0) * (base.values[b] ?? 0);
	}
	const group = vectors.groups[row] ?? -1;
	const isCommon = group >= 0 && base.groups[other] === group;
	return product * (1 - groupShare) + (isCommon ? groupShare : 0);
}
