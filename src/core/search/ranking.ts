// Adds up the weights of the terms of a query and picks the best papers.

import type { Postings } from "./postings";

export interface Ranked {
	readonly document: number;
	readonly score: number;
}

/** Scores papers against one set of postings, with the working memory kept from query to query. */
export class Ranking {
	readonly #postings: Postings;
	readonly #sums: Float64Array;
	readonly #bests: Float64Array;
	readonly #touched: Uint32Array;
	readonly #reached: Uint32Array;

	constructor(postings: Postings, documents: number) {
		this.#postings = postings;
		this.#sums = new Float64Array(documents);
		this.#bests = new Float64Array(documents);
		this.#touched = new Uint32Array(documents);
		this.#reached = new Uint32Array(documents);
	}

	/** How many papers hold a term. */
	count(term: number): number {
		const { starts } = this.#postings;
		return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
	}

	has(term: number, document: number): boolean {
		const { starts, documents } = this.#postings;
		const end = starts[term + 1] ?? 0;
		let low = starts[term] ?? 0;
		let high = end;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((documents[middle] ?? 0) < document) low = middle + 1;
			else high = middle;
		}
		return low < end && documents[low] === document;
	}

	/**
	 * The best `limit` papers, best first, ties in the order of the papers; only those that are accepted, which is asked for as
	 * few as can be. A paper's score is the sum over the groups of terms; of a group, whose terms are guesses at one word, the best term counts.
	 */
	best(
		groups: readonly ReadonlyMap<number, number>[],
		limit: number,
		accepts: (document: number) => boolean,
	): Ranked[] {
		let touched = 0;
		for (const group of groups) touched = this.#add(group, touched);
		const sums = this.#sums;
		const top = new Top(limit);
		for (let i = 0; i < touched; i++) {
			const document = this.#touched[i] ?? 0;
			const score = sums[document] ?? 0;
			sums[document] = 0;
			const ranked = { document, score };
			if (top.wants(ranked) && accepts(document)) top.add(ranked);
		}
		return top.sorted();
	}

	#add(group: ReadonlyMap<number, number>, touched: number): number {
		const { starts, documents, weights } = this.#postings;
		const [bests, reached] = [this.#bests, this.#reached];
		let count = 0;
		for (const [term, weight] of group) {
			const end = starts[term + 1] ?? 0;
			for (let i = starts[term] ?? 0; i < end; i++) {
				const document = documents[i] ?? 0;
				const score = weight * (weights[i] ?? 0);
				const best = bests[document] ?? 0;
				if (best === 0) reached[count++] = document;
				if (score > best) bests[document] = score;
			}
		}
		let total = touched;
		for (let i = 0; i < count; i++) {
			const document = reached[i] ?? 0;
			const sum = this.#sums[document] ?? 0;
			if (sum === 0) this.#touched[total++] = document;
			this.#sums[document] = sum + (bests[document] ?? 0);
			bests[document] = 0;
		}
		return total;
	}
}

function compare(a: Ranked, b: Ranked): number {
	return b.score - a.score || a.document - b.document;
}

/** The best few of many: a binary heap with the worst of them on top (Williams 1964). */
class Top {
	readonly #heap: Ranked[] = [];
	readonly #limit: number;

	constructor(limit: number) {
		this.#limit = limit;
	}

	/** Whether it is among the best so far. */
	wants(ranked: Ranked): boolean {
		const worst = this.#heap[0];
		return this.#heap.length < this.#limit || (worst !== undefined && compare(ranked, worst) < 0);
	}

	/** Adds one that is wanted. */
	add(ranked: Ranked): void {
		if (this.#heap.length < this.#limit) {
			this.#heap.push(ranked);
			this.#rise(this.#heap.length - 1);
		} else {
			this.#heap[0] = ranked;
			this.#sink();
		}
	}

	sorted(): Ranked[] {
		return this.#heap.sort(compare);
	}

	#rise(from: number): void {
		let i = from;
		while (i > 0 && this.#swapIfWorse(i, (i - 1) >> 1)) i = (i - 1) >> 1;
	}

	#sink(): void {
		let i = 0;
		for (;;) {
			const left = 2 * i + 1;
			const right = left + 1;
			const child = this.#isWorse(right, left) ? right : left;
			if (!this.#swapIfWorse(child, i)) return;
			i = child;
		}
	}

	#isWorse(a: number, b: number): boolean {
		const [first, second] = [this.#heap[a], this.#heap[b]];
		return first !== undefined && second !== undefined && compare(first, second) > 0;
	}

	#swapIfWorse(child: number, parent: number): boolean {
		const [a, b] = [this.#heap[child], this.#heap[parent]];
		if (a === undefined || b === undefined || compare(a, b) <= 0) return false;
		this.#heap[child] = b;
		this.#heap[parent] = a;
		return true;
	}
}
