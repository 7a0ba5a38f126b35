// The best few of many.

export interface Ranked {
	readonly document: number;
	readonly score: number;
}

/** By score, best first; ties by document. */
export function compareRanked(a: Ranked, b: Ranked): number {
	return b.score - a.score || a.document - b.document;
}

/** Keeps the best few of what it is given: a binary heap with the worst of them on top (Williams 1964). */
export class Top {
	readonly #heap: Ranked[] = [];
	readonly #limit: number;

	constructor(limit: number) {
		this.#limit = limit;
	}

	/** Whether a document with this score would be among the best so far. */
	wants(document: number, score: number): boolean {
		if (this.#heap.length < this.#limit) return true;
		const worst = this.#heap[0];
		if (worst === undefined) return false;
		return score > worst.score || (score === worst.score && document < worst.document);
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
		return this.#heap.sort(compareRanked);
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
		return first !== undefined && second !== undefined && compareRanked(first, second) > 0;
	}

	#swapIfWorse(child: number, parent: number): boolean {
		const [a, b] = [this.#heap[child], this.#heap[parent]];
		if (a === undefined || b === undefined || compareRanked(a, b) <= 0) return false;
		this.#heap[child] = b;
		this.#heap[parent] = a;
		return true;
	}
}
