// What the papers of an index are about, as numbers: for each paper the weights of its terms.

import { exactMark } from "../analyzer";
import { Union } from "../segments/merge";
import { meantIn, type Part } from "../segments/segment";
import type { Sparse } from "./decompose";

/** Papers and their terms, weighted. */
export interface TermMatrix {
	/** In ascending order. */
	readonly terms: readonly string[];
	/** How much each term tells: ln(N / n) of N papers, n of them with the term. */
	readonly telling: Float32Array;
	/** One row a paper, in the order of their ids; see `termWeight`. */
	readonly weights: Sparse;
}

/** Of a large index the most frequent terms are enough, and a sample of the papers. */
const mostTerms = 40_000;
const mostPapers = 20_000;
/** More papers are taken in the order of the parts: sorting ids would take long, and rounding alone depends on it. */
const sorted = 4000;
const stepSize = 20_000;

/** What a term weighs in a text that has it `frequency` times: log-tf-idf, as measured best. */
export function termWeight(frequency: number, telling: number): number {
	return Math.log(1 + frequency) * telling;
}

/**
 * The papers' terms by `termWeight`, divided by the root of the paper's length as a vector, so that long papers count
 * more, but not in proportion (measured between both extremes). Terms of one paper alone connect nothing: left out.
 */
export function* termMatrix(parts: readonly Part[]): Generator<undefined, TermMatrix, undefined> {
	const papers = parts.reduce((sum, part) => sum + part.isAlive.length - part.dead, 0);
	const kept = yield* tellingTerms(parts);
	const telling = Float32Array.from(kept, ({ count }) => Math.log(Math.max(papers, count) / count));
	const rows = yield* rowsOf(parts);
	const weights = yield* fill(parts, { kept, telling, rows });
	return { terms: kept.map(({ name }) => name), telling, weights };
}

interface Kept {
	readonly name: string;
	/** The number of papers that mean it, and its place in each part. */
	readonly count: number;
	readonly places: readonly number[];
}

/** The terms that more than one paper has. */
function* tellingTerms(parts: readonly Part[]): Generator<undefined, Kept[], undefined> {
	const union = new Union(parts.map(({ segment }) => segment.terms));
	let kept: Kept[] = [];
	let work = 0;
	for (let name = union.next(); name !== undefined; name = union.next()) {
		work += 8;
		if (!name.startsWith(exactMark)) {
			let count = 0;
			union.places.forEach((place, i) => {
				const part = parts[i];
				if (place >= 0 && part !== undefined) eachUse(part, place, () => count++);
			});
			work += count;
			if (count > 1) kept.push({ name, count, places: [...union.places] });
		}
		if (work > stepSize) {
			work = 0;
			yield;
		}
	}
	if (kept.length > mostTerms) {
		const counts = Uint32Array.from(kept, ({ count }) => count).sort();
		const least = counts[counts.length - mostTerms] ?? 0;
		yield;
		let ties = mostTerms - kept.filter(({ count }) => count > least).length;
		kept = kept.filter(({ count }) => count > least || (count === least && ties-- > 0));
	}
	return kept;
}

/** Calls back for each paper that is there and means a term. */
function eachUse(part: Part, term: number, use: (document: number, frequency: number) => void): void {
	const { starts, documents, frequencies } = part.segment;
	const end = starts[term + 1] ?? 0;
	for (let i = starts[term] ?? 0; i < end; i++) {
		const document = documents[i] ?? 0;
		const frequency = meantIn(frequencies[i] ?? 0);
		if (frequency > 0 && part.isAlive[document] === 1) use(document, frequency);
	}
}

const noRow = -1;

interface Rows {
	/** The row of each paper of each part; of papers that are not taken, `noRow`. */
	readonly of: readonly Int32Array[];
	readonly count: number;
}

/** Papers in the order of their ids; of many, a sample. */
function* rowsOf(parts: readonly Part[]): Generator<undefined, Rows, undefined> {
	const of = parts.map(({ isAlive }) => new Int32Array(isAlive.length).fill(noRow));
	const alive: { readonly part: number; readonly number: number }[] = [];
	for (const [part, { isAlive }] of parts.entries()) {
		for (let number = 0; number < isAlive.length; number++) {
			if (isAlive[number] === 1) alive.push({ part, number });
			if (number % stepSize === stepSize - 1) yield;
		}
	}
	const count = Math.min(alive.length, mostPapers);
	const taken = Array.from({ length: count }, (_, i) => alive[Math.floor((i * alive.length) / count)]);
	const id = (each: (typeof taken)[number]): string => parts[each?.part ?? 0]?.segment.ids[each?.number ?? 0] ?? "";
	if (count <= sorted) taken.sort((a, b) => (id(a) < id(b) ? -1 : 1));
	for (const [row, each] of taken.entries()) {
		const rows = of[each?.part ?? 0];
		if (rows !== undefined && each !== undefined) rows[each.number] = row;
	}
	return { of, count };
}

interface Filling {
	readonly kept: readonly Kept[];
	readonly telling: Float32Array;
	readonly rows: Rows;
}

function* fill(parts: readonly Part[], { kept, telling, rows }: Filling): Generator<undefined, Sparse, undefined> {
	const starts = new Uint32Array(rows.count + 1);
	yield* eachWeight(parts, { kept, rows }, row => (starts[row + 1] = (starts[row + 1] ?? 0) + 1));
	for (let row = 0; row < rows.count; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
	const next = starts.slice();
	const columns = new Uint32Array(starts[rows.count] ?? 0);
	const values = new Float32Array(columns.length);
	yield* eachWeight(parts, { kept, rows }, (row, term, frequency) => {
		const at = next[row] ?? 0;
		next[row] = at + 1;
		columns[at] = term;
		values[at] = termWeight(frequency, telling[term] ?? 0);
	});
	for (let row = 0; row < rows.count; row++) {
		shorten(values, starts[row] ?? 0, starts[row + 1] ?? 0);
		if (row % 1000 === 999) yield;
	}
	return { starts, columns, values, width: kept.length };
}

/** Calls back for each term of each paper that has a row, term by term. */
function* eachWeight(
	parts: readonly Part[],
	{ kept, rows }: Pick<Filling, "kept" | "rows">,
	use: (row: number, term: number, frequency: number) => void,
): Generator<undefined, void, undefined> {
	let work = 0;
	for (const [term, { places, count }] of kept.entries()) {
		places.forEach((place, i) => {
			const [part, rowOf] = [parts[i], rows.of[i]];
			if (place < 0 || part === undefined || rowOf === undefined) return;
			eachUse(part, place, (document, frequency) => {
				const row = rowOf[document] ?? noRow;
				if (row !== noRow) use(row, term, frequency);
			});
		});
		work += count + 8;
		if (work > stepSize) {
			work = 0;
			yield;
		}
	}
}

/** Divides a row by the root of its length. */
function shorten(values: Float32Array, from: number, to: number): void {
	let square = 0;
	for (let i = from; i < to; i++) square += (values[i] ?? 0) ** 2;
	const factor = square > 0 ? square ** -0.25 : 0;
	for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) * factor;
}
