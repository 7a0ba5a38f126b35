// Meaning beside words: raises papers by how near they lie to the query, and lets papers that resemble each other support
// each other.

import type { Places } from "../meaning/meaning";
import type { Ranking } from "./ranking";
import { type Ranked, type Tie, Top } from "./top";

/**
 * The share of meaning in the mix of standard scores (z-scores, whose units are comparable between queries and shelves:
 * Montague and Aslam, "Relevance score normalization for metasearch", CIKM 2001).
 */
const share = 0.35;

/** A paper that has no word of the query must be this many standard deviations nearer than the average. */
const leastNearness = 1;
const leastNearnessOfKeywords = 2;

/**
 * The paper that is first by its words stays first when it is nearer than the average by this many standard deviations: both
 * ways to rank agree on it. Measured on three collections: no first hit is lost against words alone (MRR), for 1 to 3.
 */
const agreedNearness = 3;

/** As one types in a large shelf: how many papers are looked at. */
const candidates = 500;

/** Of papers that lie beyond this rank nobody looks at the neighbours; as one types in a large shelf, of fewer. */
const supported = 200;
const supporters = 50;
const supportedAtOnce = 60;
const supportersAtOnce = 30;
const neighbours = 10;
const supportShare = 0.15;

export interface Blend {
	/** Where the query lies; of length 1. */
	readonly point: Float32Array;
	/** How many words the query has, when it is of keywords: a paper that has them all is not passed for its meaning. */
	readonly keywords: number | undefined;
	/** Whether papers are looked at that have no word of the query. */
	readonly isWide: boolean;
}

interface PartPlaces {
	readonly base: number;
	readonly places: { readonly coordinates: Int8Array; readonly factors: Float32Array };
}

const none: PartPlaces = {
	base: 0,
	places: { coordinates: new Int8Array(), factors: new Float32Array() },
};

/** The places of all papers, for scoring. */
export class Nearness {
	readonly places: Places;
	readonly #near: Float32Array;
	readonly #sample: () => readonly number[];

	/** `count`: of papers. `sample`: some of them, that tell how much scores differ in a large shelf. */
	constructor(places: Places, count: number, sample: () => readonly number[]) {
		this.places = places;
		this.#near = new Float32Array(count);
		this.#sample = sample;
	}

	/** The cosine between a point of length 1 and the place of a paper. */
	of(point: Float32Array, document: number): number {
		const { base, places } = this.#part(document);
		const at = (document - base) * point.length;
		let sum = 0;
		for (let i = 0; i < point.length; i++) sum += (places.coordinates[at + i] ?? 0) * (point[i] ?? 0);
		return sum * (places.factors[document - base] ?? 0);
	}

	/** The cosines of all papers. */
	#ofAll(point: Float32Array): void {
		for (const { base, places } of this.places.parts) {
			const { coordinates, factors } = places;
			const width = point.length;
			for (let number = 0; number < factors.length; number++) {
				const at = number * width;
				let sum = 0;
				for (let i = 0; i < width; i++) sum += (coordinates[at + i] ?? 0) * (point[i] ?? 0);
				this.#near[base + number] = sum * (factors[number] ?? 0);
			}
		}
	}

	/** The places of some papers at length 1, one after the other. */
	#gather(documents: readonly number[]): Float32Array {
		const { dimensions } = this.places.space;
		const gathered = new Float32Array(documents.length * dimensions);
		documents.forEach((document, i) => {
			const { base, places } = this.#part(document);
			const from = (document - base) * dimensions;
			const factor = places.factors[document - base] ?? 0;
			for (let j = 0; j < dimensions; j++) {
				gathered[i * dimensions + j] = (places.coordinates[from + j] ?? 0) * factor;
			}
		});
		return gathered;
	}

	#part(document: number): PartPlaces {
		const { parts } = this.places;
		for (let i = parts.length - 1; i > 0; i--) {
			const part = parts[i];
			if (part !== undefined && part.base <= document) return part;
		}
		return parts[0] ?? none;
	}

	/**
	 * Raises the scores of papers by share / (1 - share) · s(scores) / s(cosines) · cosine, s the standard deviation over all
	 * papers: the mix of both standard scores, on the scale of the words. Whether the paper `first` by its words stays first.
	 */
	raise(ranking: Ranking, { point, keywords, isWide }: Blend, first: number | undefined): boolean {
		const near = this.#near;
		const looked = isWide ? undefined : this.#candidates(ranking);
		const count = looked?.length ?? near.length;
		if (looked === undefined) this.#ofAll(point);
		else for (const document of looked) near[document] = this.of(point, document);
		const sample = (): Iterable<number> => (isWide ? near.keys() : this.#sample());
		const cosines = spread(sample(), document => (isWide ? (near[document] ?? 0) : this.of(point, document)));
		const scores = spread(sample(), document => ranking.scoreOf(document));
		if (cosines.deviation === 0) return false;
		const unit = scores.deviation > 0 ? scores.deviation : 1;
		const factor = ((share / (1 - share)) * unit) / cosines.deviation;
		if (keywords !== undefined) {
			const least = cosines.mean + leastNearnessOfKeywords * cosines.deviation;
			this.#raiseKeywords(ranking, keywords, { factor, least });
			return false;
		}
		const least = cosines.mean + leastNearness * cosines.deviation;
		for (let i = 0; i < count; i++) {
			const document = looked?.[i] ?? i;
			const nearness = near[document] ?? 0;
			const isFound = ranking.scoreOf(document) > 0 || nearness > least;
			if (isFound && nearness > 0) ranking.raise(document, factor * nearness);
		}
		return first !== undefined && (near[first] ?? 0) > cosines.mean + agreedNearness * cosines.deviation;
	}

	/** The papers that have most of the words: only they can come first. */
	#candidates(ranking: Ranking): number[] {
		if (ranking.scored.length <= candidates) return [...ranking.scored];
		return ranking.best(candidates, () => true).map(({ document }) => document);
	}

	/** Papers with all words rise among themselves; others rise at most to the last of them. */
	#raiseKeywords(ranking: Ranking, keywords: number, { factor, least }: { factor: number; least: number }): void {
		const near = this.#near;
		const complete = ranking.scored.filter(document => ranking.matchedBy(document) >= keywords);
		let lowest = Infinity;
		let before = Infinity;
		for (const document of complete) {
			before = Math.min(before, ranking.scoreOf(document));
			ranking.raise(document, factor * Math.max(0, near[document] ?? 0));
			lowest = Math.min(lowest, ranking.scoreOf(document));
		}
		const bound = lowest === Infinity ? Infinity : lowest * (1 - 1e-9);
		for (let document = 0; document < near.length; document++) {
			const score = ranking.scoreOf(document);
			const nearness = near[document] ?? 0;
			const isFound = score > 0 ? nearness > 0 : nearness > least;
			if (!isFound || ranking.matchedBy(document) >= keywords || score >= before) continue;
			const raised = Math.min(score + factor * nearness, bound);
			if (raised > score) ranking.raise(document, raised - score);
		}
	}

	/**
	 * The same papers, the first two hundred in the order of their own score and a part of that of the first fifty that
	 * are near them: like papers are relevant to like queries (van Rijsbergen's cluster hypothesis, 1979; Diaz,
	 * "Regularizing ad hoc retrieval scores", CIKM 2005).
	 */
	support(ranked: readonly Ranked[], tie: Tie, isWide: boolean): Ranked[] {
		const head = ranked.slice(0, isWide ? supported : supportedAtOnce);
		const least = head.at(-1)?.score ?? 0;
		const first = head.slice(0, isWide ? supporters : supportersAtOnce);
		if (first.length < 3) return [...ranked];
		const gathered = this.#gather(head.map(({ document }) => document));
		const raised = head.map(({ document, score }, own) => {
			const near = new Top(neighbours);
			for (let i = 0; i < first.length; i++) {
				if (i === own) continue;
				const nearness = product(gathered, own, i, this.places.space.dimensions);
				if (nearness > 0 && near.wants(i, nearness)) near.add({ document: i, score: nearness });
			}
			let sum = 0;
			let weights = 0;
			for (const { document: i, score: nearness } of near.sorted()) {
				sum += nearness ** 3 * ((first[i]?.score ?? least) - least);
				weights += nearness ** 3;
			}
			const around = weights > 0 ? sum / weights : 0;
			const beyond = score - least;
			return { document, score: least + (1 - supportShare) * beyond + supportShare * around };
		});
		raised.sort((a, b) => b.score - a.score || tie(a.document, b.document));
		return [...raised, ...ranked.slice(head.length)];
	}
}

function product(rows: Float32Array, a: number, b: number, width: number): number {
	const [first, second] = [a * width, b * width];
	let sum = 0;
	for (let i = 0; i < width; i++) sum += (rows[first + i] ?? 0) * (rows[second + i] ?? 0);
	return sum;
}

/** Sums are of whole units: they do not depend on the order of the papers. */
const units = 2 ** 20;

/** Mean and standard deviation of the values of papers. */
function spread(documents: Iterable<number>, value: (document: number) => number): { mean: number; deviation: number } {
	let sum = 0;
	let squares = 0;
	let count = 0;
	for (const document of documents) {
		const each = value(document);
		sum += Math.round(each * units);
		squares += Math.round(each * each * units);
		count++;
	}
	const mean = count > 0 ? sum / units / count : 0;
	const variance = count > 0 ? squares / units / count - mean * mean : 0;
	return { mean, deviation: variance > 1e-9 ? Math.sqrt(variance) : 0 };
}
