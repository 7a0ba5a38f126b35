// The terms of an index across its segments: which papers hold each, and with what weight. Looked up as queries need them,
// and remembered as long as the index stays as it is.

import { placeOf, type Postings } from "../segments/segment";
import { Holding, type Norms, weigh, weightOf } from "./scoring";

/** Postings of some of the papers. */
export interface Layer {
	readonly postings: Postings;
	/** The number of its first paper among all. */
	readonly base: number;
	/** 0 for papers that are not to be found; of a layer without it all are. */
	readonly isThere?: Uint8Array;
}

/** Papers with a term, ascending, and its weights in them; papers that are not to be found have 0. */
export interface Weighed {
	readonly base: number;
	readonly documents: Uint32Array;
	readonly weights: Float32Array;
}

interface Stretch {
	readonly layer: Layer;
	readonly from: number;
	readonly to: number;
}

interface Term {
	readonly name: string;
	readonly stretches: readonly Stretch[];
	readonly count: number;
	factors: Float64Array | undefined;
	weighed: readonly Weighed[] | undefined;
}

/** Weights are remembered up to so many (4 bytes each): as one types, the same words come again and again. */
const mostRemembered = 8_000_000;

/** So many lists of weights, each of them as long as there are papers, fill a block of memory. */
const listsInBlock = 4;

/**
 * Where weights are remembered, one list after the other. Arrays of their own, made and dropped with every few keys, would
 * have the collector go through the whole heap each time: a quarter of a second at 100,000 papers.
 */
class Memory {
	readonly #size: number;
	readonly #blocks: Float32Array[] = [];
	#block = 0;
	#used = 0;

	/** `longest`: of the lists. */
	constructor(longest: number) {
		this.#size = listsInBlock * longest;
	}

	/** Whether so many numbers more can be remembered. */
	hasRoom(count: number): boolean {
		return this.#block * this.#size + this.#used + count <= mostRemembered;
	}

	/** Room for a list, which may hold anything. */
	take(count: number): Float32Array {
		if (this.#used + count > this.#size) {
			this.#block++;
			this.#used = 0;
		}
		const block = (this.#blocks[this.#block] ??= new Float32Array(this.#size));
		this.#used += count;
		return block.subarray(this.#used - count, this.#used);
	}

	forget(): void {
		this.#block = 0;
		this.#used = 0;
	}
}

export class TermTable {
	readonly #layers: readonly Layer[];
	readonly #norms: Norms;
	readonly #papers: number;
	readonly #numbers = new Map<string, number>();
	readonly #terms: Term[] = [];
	/** The papers that hold all of some terms, by the numbers of these. */
	readonly #joint = new Map<string, readonly Weighed[]>();
	readonly #memory: Memory;

	constructor(layers: readonly Layer[], norms: Norms, papers: number) {
		this.#layers = layers;
		this.#norms = norms;
		this.#papers = papers;
		this.#memory = new Memory(papers);
	}

	/** The number of a term that some paper holds. */
	find(name: string): number | undefined {
		const known = this.#numbers.get(name);
		if (known !== undefined) return known < 0 ? undefined : known;
		const stretches = this.#layers.flatMap(layer => {
			const place = placeOf(name, layer.postings.terms);
			const { starts } = layer.postings;
			return place < 0 ? [] : [{ layer, from: starts[place] ?? 0, to: starts[place + 1] ?? 0 }];
		});
		const number = stretches.some(isHeld) ? this.#terms.length : -1;
		this.#numbers.set(name, number);
		if (number < 0) return undefined;
		const count = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
		this.#terms.push({ name, stretches, count, factors: undefined, weighed: undefined });
		return number;
	}

	name(term: number): string {
		return this.#terms[term]?.name ?? "";
	}

	/** How many papers hold a term. */
	count(term: number): number {
		return this.#terms[term]?.count ?? 0;
	}

	/** The papers that hold a term, with its weights; good until others are asked for. */
	weighed(number: number): readonly Weighed[] {
		const term = this.#terms[number];
		if (term === undefined) return [];
		if (term.weighed === undefined) this.#makeRoom(term.count);
		return this.#weighed(term);
	}

	/** The papers that hold all of some terms, with the sums of their weights; good until others are asked for. */
	joint(terms: readonly number[]): readonly Weighed[] {
		const name = terms.join(" ");
		const known = this.#joint.get(name);
		if (known !== undefined) return known;
		const rarestFirst = terms.flatMap(number => this.#terms[number] ?? []).sort((a, b) => a.count - b.count);
		// Room for all at once, so that none of them is forgotten for another.
		this.#makeRoom(rarestFirst.reduce((sum, { count }) => sum + 2 * count, 0));
		const [rarest = [], ...others] = rarestFirst.map(term => this.#weighed(term));
		const found = rarest.map(each => others.reduce((one, other) => meet(one, other, this.#memory), each));
		this.#joint.set(name, found);
		return found;
	}

	/** Forgets all weights when there is no room for so many more. */
	#makeRoom(count: number): void {
		if (this.#memory.hasRoom(count)) return;
		for (const each of this.#terms) each.weighed = undefined;
		this.#joint.clear();
		this.#memory.forget();
	}

	#weighed(term: Term): readonly Weighed[] {
		if (term.weighed !== undefined) return term.weighed;
		const factors = this.#factors(term);
		return (term.weighed = term.stretches.map(stretch => this.#weigh(stretch, factors)));
	}

	#weigh({ layer: { base, isThere, postings }, from, to }: Stretch, factors: Float64Array): Weighed {
		const documents = postings.documents.subarray(from, to);
		const frequencies = postings.frequencies.subarray(from, to);
		const weights = this.#memory.take(documents.length);
		weigh({ base, documents, frequencies, isThere }, factors, this.#norms, weights);
		return { base, documents, weights };
	}

	/** The weight of a term in a paper; 0 when it has not got it. */
	weight(number: number, document: number): number {
		const term = this.#terms[number];
		if (term === undefined) return 0;
		let sum = 0;
		for (const { layer, from, to } of term.stretches) {
			const { documents, frequencies } = layer.postings;
			const local = document - layer.base;
			if (local < 0) continue;
			let low = from;
			let high = to;
			while (low < high) {
				const middle = (low + high) >>> 1;
				if ((documents[middle] ?? 0) < local) low = middle + 1;
				else high = middle;
			}
			if (low < to && documents[low] === local) {
				sum += weightOf(frequencies[low] ?? 0, document, this.#factors(term), this.#norms);
			}
		}
		return sum;
	}

	#factors(term: Term): Float64Array {
		if (term.factors !== undefined) return term.factors;
		const holding = new Holding();
		for (const { layer, from, to } of term.stretches) holding.add(layer.postings.frequencies, from, to);
		return (term.factors = holding.factors(this.#papers));
	}
}

const nothing: Weighed = { base: 0, documents: new Uint32Array(), weights: new Float32Array() };

/** The papers of one list that are in others too, which are of one term, with the sums of the weights. */
function meet(one: Weighed, others: readonly Weighed[], memory: Memory): Weighed {
	const documents: number[] = [];
	const sums: number[] = [];
	const at = others.map(() => 0);
	for (let i = 0; i < one.documents.length; i++) {
		const document = one.base + (one.documents[i] ?? 0);
		const own = one.weights[i] ?? 0;
		let more = 0;
		for (let k = 0; k < others.length; k++) {
			const { base, documents: theirs, weights } = others[k] ?? nothing;
			const local = document - base;
			let j = at[k] ?? 0;
			while (j < theirs.length && (theirs[j] ?? 0) < local) j++;
			at[k] = j;
			if (theirs[j] === local) more += weights[j] ?? 0;
		}
		if (own === 0 || more === 0) continue;
		documents.push(document - one.base);
		sums.push(own + more);
	}
	const weights = memory.take(sums.length);
	weights.set(sums);
	return { base: one.base, documents: Uint32Array.from(documents), weights };
}

function isHeld({ layer, from, to }: Stretch): boolean {
	const { isThere, postings } = layer;
	if (isThere === undefined) return to > from;
	for (let i = from; i < to; i++) if (isThere[postings.documents[i] ?? 0] === 1) return true;
	return false;
}
