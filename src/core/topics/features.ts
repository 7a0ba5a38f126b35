// The telling words and pairs of words of papers, weighted: what papers are compared by.

import { isTelling } from "./plainWords";
import type { PaperWords, Words } from "./words";

/** Rows of weights, of which most are 0, each of length 1: those of row r lie from `starts[r]` to before `starts[r + 1]`. */
export interface Features {
	readonly starts: Uint32Array;
	readonly columns: Uint32Array;
	readonly values: Float32Array;
	readonly width: number;
}

/** The most telling terms of a paper are enough to compare it by, and keep 10,000 papers quick. */
const mostTerms = 100;
const titleWeight = 3;
const keywordWeight = 2;

/** In a shelf of fewer papers a term of one paper alone is kept: it may stand for the paper. */
const fewPapers = 12;
/** In a shelf of more papers a term of two alone joins too little to be worth its place. */
const manyPapers = 2000;

/** Papers between two steps. */
const stepPapers = 20;

/** A term of a paper by its number among the shelf's terms: below the number of words a word, above a pair. */
type Weighted = readonly [term: number, weight: number];

/**
 * The tf-idf vectors of papers: log2(1 + uses, in the title threefold) · ln(1 + N / n) for words, the mean of both for
 * pairs of neighbours (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988). Papers without
 * a telling word have an empty row.
 */
export function* featuresOf(papers: readonly PaperWords[]): Generator<undefined, Features, undefined> {
	const { numbers, counts } = yield* vocabulary(papers);
	const telling = Float64Array.from(counts, count => Math.log(1 + papers.length / count));
	const rows: (readonly Weighted[])[] = [];
	const papersWith = new Map<number, number>();
	for (const [i, paper] of papers.entries()) {
		const row = rowOf(paper, numbers, telling);
		for (const [term] of row) papersWith.set(term, (papersWith.get(term) ?? 0) + 1);
		rows.push(row);
		if (i % stepPapers === stepPapers - 1) yield;
	}
	const least = papers.length < fewPapers ? 1 : papers.length > manyPapers ? 3 : 2;
	const columnOf = new Map<number, number>();
	for (const [term, count] of papersWith) if (count >= least) columnOf.set(term, columnOf.size);
	return yield* packed(rows, columnOf);
}

function* vocabulary(
	papers: readonly PaperWords[],
): Generator<undefined, { numbers: ReadonlyMap<string, number>; counts: readonly number[] }, undefined> {
	const numbers = new Map<string, number>();
	const counts: number[] = [];
	for (const [i, paper] of papers.entries()) {
		for (const word of new Set(wordsAndClasses(paper))) {
			const number = numbers.get(word) ?? numbers.size;
			numbers.set(word, number);
			counts[number] = (counts[number] ?? 0) + 1;
		}
		if (i % stepPapers === stepPapers - 1) yield;
	}
	return { numbers, counts };
}

function* wordsAndClasses({ title, keywords, abstract, classes }: PaperWords): Iterable<string> {
	for (const { stems } of [title, keywords, abstract]) for (const word of stems) if (isTelling(word)) yield word;
	yield* classes;
}

function rowOf(paper: PaperWords, numbers: ReadonlyMap<string, number>, telling: Float64Array): Weighted[] {
	const uses = new Map<number, number>();
	const add = (term: number, weight: number): void => {
		uses.set(term, (uses.get(term) ?? 0) + weight);
	};
	const count = ({ stems }: Words, weight: number): void => {
		let before = -1;
		for (const word of stems) {
			const number = isTelling(word) ? (numbers.get(word) ?? -1) : -1;
			// A single ideograph says little by itself; with its neighbour it is mostly a word.
			if (number >= 0 && word.length > 1) add(number, weight);
			if (number >= 0 && before >= 0 && number !== before) add((before + 1) * numbers.size + number, weight);
			before = number;
		}
	};
	count(paper.title, titleWeight);
	count(paper.keywords, keywordWeight);
	count(paper.abstract, 1);
	for (const name of paper.classes) add(numbers.get(name) ?? 0, keywordWeight);
	const weighted = Array.from(uses, ([term, n]): Weighted => {
		const first = Math.floor(term / numbers.size) - 1;
		const own = telling[term % numbers.size] ?? 0;
		const idf = first < 0 ? own : (own + (telling[first] ?? 0)) / 2;
		return [term, Math.log2(1 + n) * idf];
	});
	return weighted.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostTerms);
}

function* packed(
	rows: readonly (readonly Weighted[])[],
	columnOf: ReadonlyMap<number, number>,
): Generator<undefined, Features, undefined> {
	const starts = new Uint32Array(rows.length + 1);
	const columns: number[] = [];
	const values: number[] = [];
	for (const [i, row] of rows.entries()) {
		const kept = row.flatMap(([term, weight]): Weighted[] => {
			const column = columnOf.get(term);
			return column === undefined ? [] : [[column, weight]];
		});
		const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
		for (const [column, weight] of kept) {
			columns.push(column);
			values.push(weight / length);
		}
		starts[i + 1] = columns.length;
		if (i % 100 === 99) yield;
	}
	return { starts, columns: Uint32Array.from(columns), values: Float32Array.from(values), width: columnOf.size };
}
