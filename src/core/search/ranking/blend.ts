// Meaning beside words: raises papers by how near they lie to the query, and lets papers that resemble each other support
// each other.

import type { Places } from "../meaning/meaning";
import type { Ranking } from "./ranking";
import { compareRanked, type Ranked, Top } from "./top";

/**
 * The share of meaning in the mix of standard scores (z-scores, whose units are comparable between queries and shelves:
 * Montague and Aslam, "Relevance score normalization for metasearch", CIKM 2001).
 */
const share = 0.35;

/** A paper that has no word of the query must be this many standard deviations nearer than the average. */
const leastNearness = 1;
const leastNearnessOfKeywords = 2;

/** As one types in a large shelf: how many papers are looked at, and how many tell how much scores differ. */
const candidates = 500;
const sampled = 500;

/** Of papers that lie beyond this rank nobody looks at the neighbours. */
const supported = 200;
const supporters = 50;
const neighbours = 10;
const supportShare = 0.25;

export interface Blend {
	/** Where the query lies; of length 1. */
	readonly point: Float32Array;
	/** How many words the query has, when it is of keywords: a paper that has them all is not passed for its meaning. */
	readonly keywords: number | undefined;
	/** Whether papers are looked at that have no word of the query. */
	readonly isWide: boolean;
}

/** The places of all papers, for scoring. */
export class Nearness {
	readonly places: Places;
	/** One over the length of each place. */
	readonly #factors: Float32Array;
	readonly #near: Float32Array;

	constructor(places: Places) {
		this.places = places;
		const { dimensions } = places.space;
		const count = dimensions > 0 ? places.coordinates.length / dimensions : 0;
		this.#factors = new Float32Array(count);
		this.#near = new Float32Array(count);
		for (let document = 0; document < count; document++) {
			const square = this.#product(document, document);
			this.#factors[document] = square > 0 ? 1 / Math.sqrt(square) : 0;
		}
	}

	/** The cosine between a point of length 1 and the place of a paper. */
	of(point: Float32Array, document: number): number {
		const { coordinates, space } = this.places;
		const at = document * space.dimensions;
		let sum = 0;
		for (let i = 0; i < space.dimensions; i++) sum += (coordinates[at + i] ?? 0) * (point[i] ?? 0);
		return sum * (this.#factors[document] ?? 0);
	}

	between(a: number, b: number): number {
		return this.#product(a, b) * (this.#factors[a] ?? 0) * (this.#factors[b] ?? 0);
	}

	#product(a: number, b: number): number {
		const { coordinates, space } = this.places;
		const [first, second] = [a * space.dimensions, b * space.dimensions];
		let sum = 0;
		for (let i = 0; i < space.dimensions; i++) {
			sum += (coordinates[first + i] ?? 0) * (coordinates[second + i] ?? 0);
		}
		return sum;
	}

	/**
	 * Raises the scores of papers by share / (1 - share) · s(scores) / s(cosines) · cosine, s the standard deviation over all
	 * papers: the mix of both standard scores, on the scale of the words.
	 */
	raise(ranking: Ranking, { point, keywords, isWide }: Blend): void {
		const near = this.#near;
		const looked = isWide ? undefined : this.#candidates(ranking);
		const count = looked?.length ?? near.length;
		const stride = isWide ? 1 : Math.max(1, Math.floor(near.length / sampled));
		for (let i = 0; i < count; i++) {
			const document = looked?.[i] ?? i;
			near[document] = this.of(point, document);
		}
		const cosines = isWide
			? spread(near.length, 1, document => near[document] ?? 0)
			: spread(near.length, stride, document => this.of(point, document));
		const scores = spread(near.length, stride, document => ranking.scoreOf(document));
		if (cosines.deviation === 0) return;
		const unit = scores.deviation > 0 ? scores.deviation : 1;
		const factor = ((share / (1 - share)) * unit) / cosines.deviation;
		if (keywords !== undefined) {
			const least = cosines.mean + leastNearnessOfKeywords * cosines.deviation;
			this.#raiseKeywords(ranking, keywords, { factor, least });
			return;
		}
		const least = cosines.mean + leastNearness * cosines.deviation;
		for (let i = 0; i < count; i++) {
			const document = looked?.[i] ?? i;
			const nearness = near[document] ?? 0;
			const isFound = ranking.scoreOf(document) > 0 || nearness > least;
			if (isFound && nearness > 0) ranking.raise(document, factor * nearness);
		}
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
	 * The same papers, the first two hundred in the order of their own score and a quarter of that of the first fifty that
	 * are near them: like papers are relevant to like queries (van Rijsbergen's cluster hypothesis, 1979; Diaz,
	 * "Regularizing ad hoc retrieval scores", CIKM 2005).
	 */
	support(ranked: readonly Ranked[]): Ranked[] {
		const head = ranked.slice(0, supported);
		const least = head.at(-1)?.score ?? 0;
		const first = head.slice(0, supporters);
		if (first.length < 3) return [...ranked];
		const raised = head.map(({ document, score }) => {
			const near = new Top(neighbours);
			first.forEach((other, i) => {
				if (other.document === document) return;
				const nearness = this.between(document, other.document);
				if (nearness > 0 && near.wants(i, nearness)) near.add({ document: i, score: nearness });
			});
			let sum = 0;
			let weights = 0;
			for (const { document: i, score: nearness } of near.sorted()) {
				sum += nearness ** 3 * ((first[i]?.score ?? least) - least);
				weights += nearness ** 3;
			}
			const around = weights > 0 ? sum / weights : 0;
			const own = score - least;
			return { document, score: least + (1 - supportShare) * own + supportShare * around };
		});
		return [...raised.sort(compareRanked), ...ranked.slice(supported)];
	}
}

/** Mean and standard deviation of the values of every `stride`th paper. */
function spread(
	papers: number,
	stride: number,
	value: (document: number) => number,
): { mean: number; deviation: number } {
	let sum = 0;
	let squares = 0;
	let count = 0;
	for (let document = 0; document < papers; document += stride) {
		const each = value(document);
		sum += each;
		squares += each * each;
		count++;
	}
	const mean = count > 0 ? sum / count : 0;
	const variance = count > 0 ? squares / count - mean * mean : 0;
	return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 0 };
}
