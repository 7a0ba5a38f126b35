// The directions in which the words of a shelf go together: a truncated singular value decomposition, in small steps.

import { seededRandom } from "../../random";
import { addGram, cholesky, dense, type Dense, eigen, orthogonalise } from "./linear";

/** Rows of weights, of which most are 0: those of row r lie from `starts[r]` to before `starts[r + 1]`. */
export interface Sparse {
	readonly starts: Uint32Array;
	readonly columns: Uint32Array;
	readonly values: Float32Array;
	readonly width: number;
}

/** More columns than asked for are carried along, and the matrix is applied this often beyond the first time. */
const surplus = 10;
const iterations = 2;

/** About this many multiplications lie between two steps. */
const stepWork = 1_000_000;
/** So many random numbers take as long. */
const noiseStep = 30_000;

/**
 * The first `dimensions` right singular vectors of a matrix, one row for each of its columns: X' ≈ V S U' by a randomised
 * range finder with power iterations (Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM Review 53(2),
 * 2011, algorithms 4.4 and 5.1). The start is seeded: the same matrix gives the same vectors.
 */
export function* decompose(matrix: Sparse, dimensions: number): Generator<undefined, Dense, undefined> {
	const rows = matrix.starts.length - 1;
	const width = Math.min(dimensions + surplus, rows, matrix.width);
	let terms = yield* noise(matrix.width, width);
	let documents = dense(rows, width);
	for (let i = 0; i <= iterations; i++) {
		documents = dense(rows, width);
		yield* multiply(matrix, terms, documents);
		yield* orthonormal(documents);
		terms = dense(matrix.width, width);
		yield* multiplyTransposed(matrix, documents, terms);
	}
	const gram = yield* gramOf(terms);
	for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) gram[i * width + j] = gram[j * width + i] ?? 0;
	const { values, vectors } = yield* eigen(gram, width);
	const kept = Math.min(dimensions, values.filter(value => value > 1e-9 * (values[0] ?? 0)).length);
	const result = dense(matrix.width, kept);
	const step = stepRows(width * kept);
	for (let row = 0; row < terms.rows; row++) {
		for (let k = 0; k < kept; k++) {
			let sum = 0;
			for (let j = 0; j < width; j++) sum += (terms.values[row * width + j] ?? 0) * (vectors[k * width + j] ?? 0);
			result.values[row * kept + k] = sum / Math.sqrt(values[k] ?? 1);
		}
		if (row % step === 0) yield;
	}
	return result;
}

function stepRows(work: number): number {
	return Math.max(1, Math.floor(stepWork / Math.max(work, 1)));
}

/** Normally distributed numbers (Box and Muller 1958) from a seeded generator. */
function* noise(rows: number, width: number): Generator<undefined, Dense, undefined> {
	const random = seededRandom(20030103);
	// Half a step more, since the logarithm of 0 is none.
	const next = (): number => random() + 0.5 / 4294967296;
	const result = dense(rows, width);
	for (let i = 0; i < result.values.length; i++) {
		result.values[i] = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
		if (i % noiseStep === noiseStep - 1) yield;
	}
	return result;
}

/** `into` += matrix x `by`. */
function* multiply(matrix: Sparse, by: Dense, into: Dense): Generator<undefined, void, undefined> {
	let work = 0;
	for (let row = 0; row < into.rows; row++) {
		const end = matrix.starts[row + 1] ?? 0;
		for (let i = matrix.starts[row] ?? 0; i < end; i++) {
			addRow(into, row, matrix.values[i] ?? 0, by.values, (matrix.columns[i] ?? 0) * by.width);
			work += by.width;
		}
		if (work > stepWork) {
			work = 0;
			yield;
		}
	}
}

/** `into` += transposed matrix x `by`. */
function* multiplyTransposed(matrix: Sparse, by: Dense, into: Dense): Generator<undefined, void, undefined> {
	let work = 0;
	for (let row = 0; row < by.rows; row++) {
		const end = matrix.starts[row + 1] ?? 0;
		for (let i = matrix.starts[row] ?? 0; i < end; i++) {
			addRow(into, matrix.columns[i] ?? 0, matrix.values[i] ?? 0, by.values, row * by.width);
			work += by.width;
		}
		if (work > stepWork) {
			work = 0;
			yield;
		}
	}
}

// eslint-disable-next-line max-params -- the inmost loop of the decomposition
function addRow({ width, values }: Dense, row: number, factor: number, from: Float32Array, at: number): void {
	const to = row * width;
	for (let i = 0; i < width; i++) values[to + i] = (values[to + i] ?? 0) + factor * (from[at + i] ?? 0);
}

function* gramOf(matrix: Dense): Generator<undefined, Float64Array, undefined> {
	const gram = new Float64Array(matrix.width * matrix.width);
	const step = stepRows((matrix.width * matrix.width) / 2);
	for (let row = 0; row < matrix.rows; row += step) {
		addGram(matrix, row, Math.min(row + step, matrix.rows), gram);
		yield;
	}
	return gram;
}

function* orthonormal(matrix: Dense): Generator<undefined, void, undefined> {
	const triangle = yield* gramOf(matrix);
	cholesky(triangle, matrix.width);
	const step = stepRows((matrix.width * matrix.width) / 2);
	for (let row = 0; row < matrix.rows; row += step) {
		orthogonalise(matrix, row, Math.min(row + step, matrix.rows), triangle);
		yield;
	}
}
