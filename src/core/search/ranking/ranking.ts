// Adds up the weights of the terms of a query over the papers.

import type { Group } from "./groups";
import type { TermTable, Weighed } from "./terms";
import { type Ranked, type Tie, Top } from "./top";

/** With so many papers found by other words, one or two letters that begin a word find no further ones. */
const enough = 200;

/** Scores papers against the terms of an index, with the working memory kept from query to query. */
export class Ranking {
	readonly #terms: TermTable;
	readonly #tie: Tie;
	readonly #sums: Float64Array;
	readonly #bests: Float64Array;
	/** How many of the words of the query each paper has. */
	readonly #matched: Uint16Array;
	readonly #touched: Uint32Array;
	readonly #reached: Uint32Array;
	/** The number of the group that each paper fitted last. */
	readonly #fitted: Uint32Array;
	#group = 0;
	#count = 0;

	/** `tie`: which of two papers of the same score comes first. */
	constructor(terms: TermTable, documents: number, tie: Tie) {
		this.#terms = terms;
		this.#tie = tie;
		this.#sums = new Float64Array(documents);
		this.#bests = new Float64Array(documents);
		this.#matched = new Uint16Array(documents);
		this.#touched = new Uint32Array(documents);
		this.#reached = new Uint32Array(documents);
		this.#fitted = new Uint32Array(documents);
	}

	has(term: number, document: number): boolean {
		return this.#terms.weight(term, document) > 0;
	}

	/**
	 * Scores papers: the sum over the groups of terms; of a group, whose terms are guesses at one word, the best counts.
	 * What was scored before is forgotten.
	 */
	score(groups: readonly Group[]): void {
		this.#forget();
		for (const group of groups) {
			this.#group++;
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
	 * The best `limit` papers, best first, ties as was said; only those that are accepted, which is asked
	 * for as few as can be.
	 */
	best(limit: number, accepts: (document: number) => boolean): Ranked[] {
		const top = new Top(limit, this.#tie);
		const sums = this.#sums;
		let { least } = top;
		for (let i = 0; i < this.#count; i++) {
			const document = this.#touched[i] ?? 0;
			const score = sums[document] ?? 0;
			if (score < least || !top.wants(document, score) || !accepts(document)) continue;
			top.add({ document, score });
			({ least } = top);
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
		const [sums, matched, touched, fitted, group] = [
			this.#sums,
			this.#matched,
			this.#touched,
			this.#fitted,
			this.#group,
		];
		let count = this.#count;
		for (const [term, weight] of terms) {
			for (const { base, documents, weights } of this.#terms.weighed(term)) {
				for (let i = 0; i < documents.length; i++) {
					const own = weights[i] ?? 0;
					if (own === 0) continue;
					const document = base + (documents[i] ?? 0);
					const sum = sums[document] ?? 0;
					if (sum === 0) touched[count++] = document;
					sums[document] = sum + weight * own;
					if (isForm || fitted[document] === group) continue;
					fitted[document] = group;
					matched[document] = (matched[document] ?? 0) + 1;
				}
			}
		}
		this.#count = count;
	}

	#addGroup({ terms, together, isForm, isBrief }: Group): void {
		const [bests, reached] = [this.#bests, this.#reached];
		const isNarrow = isBrief && this.#count >= enough;
		let count = 0;
		for (const [term, weight] of terms) {
			for (const list of this.#terms.weighed(term)) count = this.#reach(list, { weight, isNarrow, count });
		}
		for (const { terms: all, weight } of together) {
			for (const list of this.#terms.joint(all)) count = this.#reach(list, { weight, isNarrow, count });
		}
		for (let i = 0; i < count; i++) {
			const document = reached[i] ?? 0;
			this.raise(document, bests[document] ?? 0);
			if (!isForm) this.#matched[document] = (this.#matched[document] ?? 0) + 1;
			bests[document] = 0;
		}
	}

	/** Notes the weights of a term of a group where they are the best so far; how many papers were reached. */
	#reach({ base, documents, weights }: Weighed, { weight, isNarrow, count: before }: Reach): number {
		const [bests, reached, sums] = [this.#bests, this.#reached, this.#sums];
		let count = before;
		for (let i = 0; i < documents.length; i++) {
			const document = base + (documents[i] ?? 0);
			if (isNarrow && sums[document] === 0) continue;
			const score = weight * (weights[i] ?? 0);
			if (score === 0) continue;
			const best = bests[document] ?? 0;
			if (best === 0) reached[count++] = document;
			if (score > best) bests[document] = score;
		}
		return count;
	}
}

/** How the terms of a group are added. */
interface Reach {
	readonly weight: number;
	/** Whether only papers that other words found count. */
	readonly isNarrow: boolean;
	/** How many papers other terms of the group reached. */
	readonly count: number;
}
