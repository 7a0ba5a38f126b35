// The search index of the shelf: taken up from the last session, filled in small turns, and handed out to be stored.

import type { Paper } from "../core/paper";
import { SearchIndex } from "../core/search/searchIndex";
import type { StoredPiece } from "../core/search/storage/stored";

/** Milliseconds of a turn, after which waiting requests are served: with its last step less than a frame. */
const turnTime = 8;

/** So few papers that wait are indexed at once when somebody searches: nobody is shown a part of a small shelf. */
const simplyThere = 1000;

/** An index of fewer papers is built sooner than it is read. */
const leastStored = 1000;

export class ShelfIndex {
	/** Each work is a source of its own: what digests share is there once. */
	#index = new SearchIndex();
	/** Papers that wait to be indexed, by their ids. */
	readonly #waiting = new Map<string, Paper>();
	/** The index of the last session, while it is read. */
	#loading: Generator<undefined, SearchIndex, undefined> | undefined;
	#isReady = true;
	#topics: ReadonlyMap<string, string> = new Map();
	/** What is being stored, as long as the index stays as it is. */
	#pieces: readonly StoredPiece[] = [];

	constructor() {
		// From now on meaning is learnt in parts: no query waits for it.
		this.#index.prepareMeaning(0);
	}

	/** The index with what is in it now; of a large shelf that is being read, the part that is there. */
	get current(): SearchIndex {
		if (!this.#loading && this.#waiting.size <= simplyThere) this.#indexUntil(Infinity);
		return this.#index;
	}

	/** Whether every paper can be found. */
	get isComplete(): boolean {
		return this.#waiting.size === 0 && this.#loading === undefined;
	}

	/** Whether nothing is left to be done: every paper is indexed, what they mean is learnt, and short queries are ready. */
	get isSettled(): boolean {
		return this.isComplete && this.#isReady;
	}

	/** Takes up what was stored, in turns; what comes meanwhile waits for it. An index that holds papers stays. */
	restore(pieces: readonly Uint8Array[]): void {
		if (this.#index.size > 0) return;
		this.#loading = SearchIndex.load(pieces);
	}

	put(paper: Paper): void {
		this.#waiting.set(paper.id, paper);
		this.#changed();
	}

	remove(id: string): void {
		this.#waiting.delete(id);
		this.#index.remove(id);
		this.#changed();
	}

	/** Makes the labels of topics searchable: by paper id, in place of those that were. */
	setTopics(labelById: ReadonlyMap<string, string>): void {
		if (labelById.size === 0 && this.#topics.size === 0) return;
		this.#topics = labelById;
		this.#index.setTopics(labelById);
		this.#isReady = false;
	}

	#changed(): void {
		this.#isReady = false;
		this.#pieces = [];
	}

	/** Does the next part of what is to be done. */
	turn(): void {
		const end = performance.now() + turnTime;
		while (!this.isSettled && performance.now() < end) {
			if (this.#loading) this.#load(this.#loading);
			else if (this.#waiting.size > 0) this.#indexUntil(end);
			else this.#isReady = this.#index.prepareMeaning(1) && this.#index.prepareBeginnings();
		}
	}

	#indexUntil(end: number): void {
		for (const [id, paper] of this.#waiting) {
			this.#waiting.delete(id);
			this.#index.replace(id, [paper]);
			if (performance.now() >= end) return;
		}
	}

	/** The names of the pieces that the index is stored in; none while it is not settled, or too small to be stored. */
	names(): readonly string[] {
		if (!this.isSettled || this.#index.size < leastStored) return [];
		// What no digest has any more is not stored again.
		this.#index.forgetUnclaimed();
		this.#pieces = this.#index.pieces();
		return this.#pieces.map(({ name }) => name);
	}

	/** The bytes of a piece; nothing when the index has become another one. */
	piece(wanted: string): Uint8Array | undefined {
		return this.#pieces.find(({ name }) => name === wanted)?.bytes();
	}

	#load(loading: Generator<undefined, SearchIndex, undefined>): void {
		const step = loading.next();
		if (step.done !== true) return;
		this.#loading = undefined;
		this.#index = step.value;
		this.#index.prepareMeaning(0);
		this.#index.setTopics(this.#topics);
	}
}
