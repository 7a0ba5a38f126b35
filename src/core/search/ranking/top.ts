// The best few of many.

export interface Ranked {
	readonly document: number;
	readonly score: number;
}

/** Which of two that have the same score comes first: negative for the first. */
export type Tie = (a: number, b: number) => number;

/** Keeps the best few of what it is given: a binary heap with the worst of them on top (Williams 1964). */
export class Top {
	readonly #heap: Ranked[] = [];
	readonly #limit: number;
	readonly #tie: Tie;

	constructor(limit: number, tie: Tie = (a, b) => a - b) {
		this.#limit = limit;
		this.#tie = tie;
	}

	/** Whether a document with this score would be among the best so far. */
	wants(document: number, score: number): boolean {
		if (this.#heap.length < this.#limit) return true;
		const worst = this.#heap[0];
		if (worst === undefined) return false;
		return score > worst.score || (score === worst.score && this.#tie(document, worst.document) < 0);
	}

	/** What has a lower score is not wanted. */
	get least(): number {
		return this.#heap.length < this.#limit ? -Infinity : (this.#heap[0]?.score ?? Infinity);
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
		return this.#heap.sort((a, b) => this.#compare(a, b));
	}

	#compare(a: Ranked, b: Ranked): number {
		return b.score - a.score || this.#tie(a.document, b.document);
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
		return first !== undefined && second !== undefined && this.#compare(first, second) > 0;
	}

	#swapIfWorse(child: number, parent: number): boolean {
		const [a, b] = [this.#heap[child], this.#heap[parent]];
		if (a === undefined || b === undefined || this.#compare(a, b) <= 0) return false;
		this.#heap[child] = b;
		this.#heap[parent] = a;
		return true;
	}
}
