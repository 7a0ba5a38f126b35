// What the papers of an index are about, as numbers: for each paper the weights of its terms.

import { exactMark, stem } from "../analyzer";
import { fieldNames, type WordIndex } from "../words/wordIndex";
import type { Sparse } from "./decompose";

/** Papers and their terms, weighted. */
export interface TermMatrix {
	/** In ascending order. */
	readonly terms: readonly string[];
	/** How much each term tells: ln(N / n) of N papers, n of them with the term. */
	readonly telling: Float32Array;
	/** One row a paper, in the order of their ids; see `termWeight`. */
	readonly weights: Sparse;
	readonly ids: readonly string[];
}

const sources = new Set((["title", "abstract", "keywords"] as const).map(name => fieldNames.indexOf(name)));

/** Of a large index the most frequent terms are enough. */
const mostTerms = 40_000;
const stepSize = 20_000;

/** How often papers, by MiniSearch's number, have a term. */
type Uses = ReadonlyMap<number, number>;

/** What a term weighs in a text that has it `frequency` times: log-tf-idf, as measured best. */
export function termWeight(frequency: number, telling: number): number {
	return Math.log(1 + frequency) * telling;
}

/**
 * The papers' terms by `termWeight`, divided by the root of the paper's length as a vector, so that long papers count
 * more, but not in proportion (measured between both extremes). Terms of one paper alone connect nothing: left out.
 */
export function* termMatrix(index: WordIndex): Generator<undefined, TermMatrix, undefined> {
	const numbered = [...index.ids].sort(([, a], [, b]) => (a < b ? -1 : 1));
	const rowOf = new Map(numbered.map(([number], row) => [number, row]));
	const usesOf = yield* collect(index, rowOf);
	const kept = [...usesOf].filter(([, uses]) => uses.size > 1);
	if (kept.length > mostTerms) {
		kept.sort(([a, left], [b, right]) => right.size - left.size || (a < b ? -1 : 1));
		kept.length = mostTerms;
	}
	kept.sort(([a], [b]) => (a < b ? -1 : 1));
	const telling = Float32Array.from(kept, ([, uses]) => Math.log(numbered.length / uses.size));
	const weights = yield* rows(kept, telling, numbered.length);
	return { terms: kept.map(([term]) => term), telling, weights, ids: numbered.map(([, id]) => id) };
}

function* collect(
	index: WordIndex,
	rowOf: ReadonlyMap<number, number>,
): Generator<undefined, Map<string, Uses>, undefined> {
	const usesOf = new Map<string, Map<number, number>>();
	let work = 0;
	const reader = index.reader();
	yield;
	for (const [place, word] of reader.words.entries()) {
		if (word.startsWith(exactMark)) continue;
		const term = stem(word);
		const uses = usesOf.get(term) ?? new Map<number, number>();
		usesOf.set(term, uses);
		reader.each(place, (field, number, count) => {
			work++;
			const row = sources.has(field) ? rowOf.get(number) : undefined;
			if (row !== undefined) uses.set(row, (uses.get(row) ?? 0) + count);
		});
		if (work > stepSize) {
			work = 0;
			yield;
		}
	}
	return usesOf;
}

function* rows(
	kept: readonly (readonly [string, Uses])[],
	telling: Float32Array,
	count: number,
): Generator<undefined, Sparse, undefined> {
	const starts = new Uint32Array(count + 1);
	for (const [, uses] of kept) for (const row of uses.keys()) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
	yield;
	for (let row = 0; row < count; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
	const next = starts.slice();
	const columns = new Uint32Array(starts[count] ?? 0);
	const values = new Float32Array(columns.length);
	let work = 0;
	for (let term = 0; term < kept.length; term++) {
		const uses = kept[term]?.[1] ?? new Map<number, number>();
		for (const [row, frequency] of uses) {
			const at = next[row] ?? 0;
			next[row] = at + 1;
			columns[at] = term;
			values[at] = termWeight(frequency, telling[term] ?? 0);
		}
		work += uses.size;
		if (work > stepSize) {
			work = 0;
			yield;
		}
	}
	for (let row = 0; row < count; row++) shorten(values, starts[row] ?? 0, starts[row + 1] ?? 0);
	return { starts, columns, values, width: kept.length };
}

/** Divides a row by the root of its length. */
function shorten(values: Float32Array, from: number, to: number): void {
	let square = 0;
	for (let i = from; i < to; i++) square += (values[i] ?? 0) ** 2;
	const factor = square > 0 ? square ** -0.25 : 0;
	for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) * factor;
}
