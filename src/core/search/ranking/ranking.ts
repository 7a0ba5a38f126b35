// Adds up the weights of the terms of a query over the papers.

import type { Group, Together } from "./groups";
import type { Postings } from "./postings";
import { type Ranked, Top } from "./top";

/** Scores papers against one set of postings, with the working memory kept from query to query. */
export class Ranking {
	readonly #postings: Postings;
	readonly #sums: Float64Array;
	readonly #bests: Float64Array;
	/** How many of the words of the query each paper has. */
	readonly #matched: Uint16Array;
	readonly #touched: Uint32Array;
	readonly #reached: Uint32Array;
	#count = 0;

	constructor(postings: Postings, documents: number) {
		this.#postings = postings;
		this.#sums = new Float64Array(documents);
		this.#bests = new Float64Array(documents);
		this.#matched = new Uint16Array(documents);
		this.#touched = new Uint32Array(documents);
		this.#reached = new Uint32Array(documents);
	}

	/** How many papers hold a term. */
	count(term: number): number {
		const { starts } = this.#postings;
		return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
	}

	/** The weight of a term in a paper; 0 when it has not got it. */
	weight(term: number, document: number): number {
		const { starts, documents, weights } = this.#postings;
		const end = starts[term + 1] ?? 0;
		let low = starts[term] ?? 0;
		let high = end;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((documents[middle] ?? 0) < document) low = middle + 1;
			else high = middle;
		}
		return low < end && documents[low] === document ? (weights[low] ?? 0) : 0;
	}

	has(term: number, document: number): boolean {
		return this.weight(term, document) > 0;
	}

	/** Whether a paper has something that a group stands for. */
	fits({ terms, together }: Group, document: number): boolean {
		for (const term of terms.keys()) if (this.has(term, document)) return true;
		return together.some(each => each.terms.every(term => this.has(term, document)));
	}

	/** The papers that have a term, ascending. */
	holders(term: number): Uint32Array {
		const { starts, documents } = this.#postings;
		return documents.subarray(starts[term] ?? 0, starts[term + 1] ?? 0);
	}

	/**
	 * Scores papers: the sum over the groups of terms; of a group, whose terms are guesses at one word, the best counts.
	 * What was scored before is forgotten.
	 */
	score(groups: readonly Group[]): void {
		this.#forget();
		for (const group of groups) {
			if (group.terms.size === 1 && group.together.length === 0) this.#addOne(group);
			else this.#addGroup(group);
		}
	}

	/** The papers that have a score. */
	get scored(): Uint32Array {
		return this.#touched.subarray(0, this.#count);
	}

	scoreOf(document: number): number {
		return this.#sums[document] ?? 0;
	}

	/** How many words of the query a paper has. */
	matchedBy(document: number): number {
		return this.#matched[document] ?? 0;
	}

	raise(document: number, by: number): void {
		const sum = this.#sums[document] ?? 0;
		if (sum === 0) this.#touched[this.#count++] = document;
		this.#sums[document] = sum + by;
	}

	/**
	 * The best `limit` papers, best first, ties in the order of the papers; only those that are accepted, which is asked
	 * for as few as can be.
	 */
	best(limit: number, accepts: (document: number) => boolean): Ranked[] {
		const top = new Top(limit);
		const sums = this.#sums;
		for (let i = 0; i < this.#count; i++) {
			const document = this.#touched[i] ?? 0;
			const score = sums[document] ?? 0;
			if (top.wants(document, score) && accepts(document)) top.add({ document, score });
		}
		return top.sorted();
	}

	#forget(): void {
		for (let i = 0; i < this.#count; i++) {
			const document = this.#touched[i] ?? 0;
			this.#sums[document] = 0;
			this.#matched[document] = 0;
		}
		this.#count = 0;
	}

	#addOne({ terms, isForm }: Group): void {
		const { starts, documents, weights } = this.#postings;
		const [sums, matched, touched] = [this.#sums, this.#matched, this.#touched];
		let count = this.#count;
		for (const [term, weight] of terms) {
			const end = starts[term + 1] ?? 0;
			for (let i = starts[term] ?? 0; i < end; i++) {
				const document = documents[i] ?? 0;
				const sum = sums[document] ?? 0;
				if (sum === 0) touched[count++] = document;
				sums[document] = sum + weight * (weights[i] ?? 0);
				if (!isForm) matched[document] = (matched[document] ?? 0) + 1;
			}
		}
		this.#count = count;
	}

	#addGroup({ terms, together, isForm }: Group): void {
		const { starts, documents, weights } = this.#postings;
		const [bests, reached] = [this.#bests, this.#reached];
		let count = 0;
		for (const [term, weight] of terms) {
			const end = starts[term + 1] ?? 0;
			for (let i = starts[term] ?? 0; i < end; i++) {
				const document = documents[i] ?? 0;
				const score = weight * (weights[i] ?? 0);
				const best = bests[document] ?? 0;
				if (best === 0) reached[count++] = document;
				if (score > best) bests[document] = score;
			}
		}
		for (const each of together) {
			this.#meet(each, (document, score) => {
				const best = bests[document] ?? 0;
				if (best === 0) reached[count++] = document;
				if (score > best) bests[document] = score;
			});
		}
		for (let i = 0; i < count; i++) {
			const document = reached[i] ?? 0;
			this.raise(document, bests[document] ?? 0);
			if (!isForm) this.#matched[document] = (this.#matched[document] ?? 0) + 1;
			bests[document] = 0;
		}
	}

	/** The papers that have all of some terms. */
	#meet({ terms, weight }: Together, reach: (document: number, score: number) => void): void {
		const [rarest, ...others] = [...terms].sort((a, b) => this.count(a) - this.count(b));
		if (rarest === undefined) return;
		for (const document of this.holders(rarest)) {
			let sum = this.weight(rarest, document);
			const hasAll = others.every(term => {
				const own = this.weight(term, document);
				sum += own;
				return own > 0;
			});
			if (hasAll) reach(document, weight * sum);
		}
	}
}
