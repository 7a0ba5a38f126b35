// The terms of an index across its segments: which papers hold each, and with what weight. Looked up as queries need them,
// and remembered as long as the index stays as it is.

import { placeOf, type Postings } from "../segments/segment";
import { Holding, type Norms, weightOf } from "./scoring";

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

export class TermTable {
	readonly #layers: readonly Layer[];
	readonly #norms: Norms;
	readonly #papers: number;
	readonly #numbers = new Map<string, number>();
	readonly #terms: Term[] = [];
	/** The papers that hold all of some terms, by the numbers of these. */
	readonly #joint = new Map<string, readonly Weighed[]>();
	#remembered = 0;

	constructor(layers: readonly Layer[], norms: Norms, papers: number) {
		this.#layers = layers;
		this.#norms = norms;
		this.#papers = papers;
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

	/** The papers that hold a term, with its weights. */
	weighed(number: number): readonly Weighed[] {
		const term = this.#terms[number];
		if (term === undefined) return [];
		if (term.weighed !== undefined) return term.weighed;
		this.#remember(term.count);
		const factors = this.#factors(term);
		return (term.weighed = term.stretches.map(stretch => this.#weigh(stretch, factors)));
	}

	/** The papers that hold all of some terms, with the sums of their weights. */
	joint(terms: readonly number[]): readonly Weighed[] {
		const name = terms.join(" ");
		const known = this.#joint.get(name);
		if (known !== undefined) return known;
		const rarestFirst = [...terms].sort((a, b) => this.count(a) - this.count(b));
		const [rarest = [], ...others] = rarestFirst.map(term => this.weighed(term));
		const found = rarest.map(each => others.reduce(meet, each));
		this.#remember(found.reduce((sum, { documents }) => sum + 2 * documents.length, 0));
		this.#joint.set(name, found);
		return found;
	}

	#remember(count: number): void {
		if (this.#remembered + count > mostRemembered) {
			for (const each of this.#terms) each.weighed = undefined;
			this.#joint.clear();
			this.#remembered = 0;
		}
		this.#remembered += count;
	}

	#weigh({ layer, from, to }: Stretch, factors: Float64Array): Weighed {
		const documents = layer.postings.documents.subarray(from, to);
		const { frequencies } = layer.postings;
		const { base, isThere } = layer;
		const weights = new Float32Array(documents.length);
		for (let i = 0; i < weights.length; i++) {
			const document = documents[i] ?? 0;
			if (isThere !== undefined && isThere[document] === 0) continue;
			weights[i] = weightOf(frequencies[from + i] ?? 0, base + document, factors, this.#norms);
		}
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

/** The papers of one list that are in others too, which are of one term, with the sums of the weights. */
function meet(one: Weighed, others: readonly Weighed[]): Weighed {
	const documents = new Uint32Array(one.documents.length);
	const weights = new Float32Array(one.documents.length);
	const at = others.map(() => 0);
	let count = 0;
	for (let i = 0; i < one.documents.length; i++) {
		const document = one.base + (one.documents[i] ?? 0);
		const own = one.weights[i] ?? 0;
		let more = 0;
		others.forEach((other, k) => {
			const local = document - other.base;
			let j = at[k] ?? 0;
			while (j < other.documents.length && (other.documents[j] ?? 0) < local) j++;
			at[k] = j;
			if (other.documents[j] === local) more += other.weights[j] ?? 0;
		});
		if (own === 0 || more === 0) continue;
		documents[count] = document - one.base;
		weights[count++] = own + more;
	}
	return { base: one.base, documents: documents.slice(0, count), weights: weights.slice(0, count) };
}

function isHeld({ layer, from, to }: Stretch): boolean {
	const { isThere, postings } = layer;
	if (isThere === undefined) return to > from;
	for (let i = from; i < to; i++) if (isThere[postings.documents[i] ?? 0] === 1) return true;
	return false;
}
