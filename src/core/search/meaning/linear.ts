// Small dense linear algebra: what a truncated decomposition needs, on row-major matrices.

/** A matrix in one array, row after row. */
export interface Dense {
	readonly rows: number;
	readonly width: number;
	readonly values: Float32Array;
}

export function dense(rows: number, width: number): Dense {
	return { rows, width, values: new Float32Array(rows * width) };
}

/** Adds the products of the columns of some rows to `gram` (width x width, upper triangle). */
export function addGram({ width, values }: Dense, from: number, to: number, gram: Float64Array): void {
	for (let row = from; row < to; row++) {
		const at = row * width;
		for (let i = 0; i < width; i++) {
			const value = values[at + i] ?? 0;
			if (value === 0) continue;
			for (let j = i; j < width; j++) {
				gram[i * width + j] = (gram[i * width + j] ?? 0) + value * (values[at + j] ?? 0);
			}
		}
	}
}

/** Columns that are by this much shorter after what others span is taken off add nothing but rounding. */
const dependent = 1e-9;

/**
 * The upper triangle R of R'R = `gram` (Cholesky), in place, with 0 on the diagonal for columns that depend on those
 * before them.
 */
export function cholesky(gram: Float64Array, width: number): void {
	for (let i = 0; i < width; i++) {
		const before = gram[i * width + i] ?? 0;
		let square = before;
		for (let k = 0; k < i; k++) square -= (gram[k * width + i] ?? 0) ** 2;
		const pivot = square > before * dependent ? Math.sqrt(square) : 0;
		gram[i * width + i] = pivot;
		for (let j = i + 1; j < width; j++) {
			let value = gram[i * width + j] ?? 0;
			for (let k = 0; k < i; k++) value -= (gram[k * width + i] ?? 0) * (gram[k * width + j] ?? 0);
			gram[i * width + j] = pivot > 0 ? value / pivot : 0;
		}
	}
}

/** Makes the columns of some rows orthonormal: each row x becomes x R^-1; dependent columns become 0. */
export function orthogonalise({ width, values }: Dense, from: number, to: number, triangle: Float64Array): void {
	for (let row = from; row < to; row++) {
		const at = row * width;
		for (let j = 0; j < width; j++) {
			const pivot = triangle[j * width + j] ?? 0;
			const value = pivot > 0 ? (values[at + j] ?? 0) / pivot : 0;
			values[at + j] = value;
			if (value === 0) continue;
			for (let k = j + 1; k < width; k++) {
				values[at + k] = (values[at + k] ?? 0) - value * (triangle[j * width + k] ?? 0);
			}
		}
	}
}

export interface Eigen {
	/** Descending. */
	readonly values: Float64Array;
	/** Eigenvector i is row i. */
	readonly vectors: Float64Array;
}

const mostSweeps = 12;

/**
 * Eigenvalues and -vectors of a symmetric matrix, which is used up (cyclic Jacobi rotations: Golub and Van Loan, "Matrix
 * Computations", 8.5). A step of the generator is a row of rotations.
 */
export function* eigen(matrix: Float64Array, width: number): Generator<undefined, Eigen, undefined> {
	const vectors = new Float64Array(width * width);
	for (let i = 0; i < width; i++) vectors[i * width + i] = 1;
	for (let sweep = 0; sweep < mostSweeps; sweep++) {
		let isDone = true;
		for (let p = 0; p < width - 1; p++) {
			for (let q = p + 1; q < width; q++) if (rotate({ matrix, vectors, width }, p, q)) isDone = false;
			yield;
		}
		if (isDone) break;
	}
	const order = Array.from({ length: width }, (_, i) => i).sort(
		(a, b) => (matrix[b * width + b] ?? 0) - (matrix[a * width + a] ?? 0) || a - b,
	);
	const sorted = new Float64Array(width * width);
	order.forEach((from, to) => sorted.set(vectors.subarray(from * width, (from + 1) * width), to * width));
	return { values: Float64Array.from(order, i => matrix[i * width + i] ?? 0), vectors: sorted };
}

interface Rotated {
	readonly matrix: Float64Array;
	readonly vectors: Float64Array;
	readonly width: number;
}

/** Makes the element of row p and column q zero; whether there was something to do. */
function rotate({ matrix, vectors, width }: Rotated, p: number, q: number): boolean {
	const off = matrix[p * width + q] ?? 0;
	const [first, second] = [matrix[p * width + p] ?? 0, matrix[q * width + q] ?? 0];
	if (Math.abs(off) <= 1e-12 * Math.sqrt(Math.abs(first * second))) return false;
	const theta = (second - first) / (2 * off);
	const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const cosine = 1 / Math.sqrt(tangent * tangent + 1);
	const sine = tangent * cosine;
	for (let k = 0; k < width; k++) turn(matrix, k * width + p, k * width + q, cosine, sine);
	for (let k = 0; k < width; k++) turn(matrix, p * width + k, q * width + k, cosine, sine);
	for (let k = 0; k < width; k++) turn(vectors, p * width + k, q * width + k, cosine, sine);
	return true;
}

// eslint-disable-next-line max-params -- the inmost loop: an object a call would cost more than the rotation
function turn(values: Float64Array, a: number, b: number, cosine: number, sine: number): void {
	const [first, second] = [values[a] ?? 0, values[b] ?? 0];
	values[a] = cosine * first - sine * second;
	values[b] = sine * first + cosine * second;
}
