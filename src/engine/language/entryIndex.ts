// The entries of one bibliography as they are searched while somebody types: by their keys at once, and by any words of
// theirs once they are indexed, which is done in the background.

import { WorkKeys } from "../../core/bibliography/workKeys";
import { foldedKey, keyMatch, type FoldedKey } from "../../core/completion/keyMatch";
import type { Paper } from "../../core/paper";
import { authorYear, fullName, plainTitle } from "../../core/render";
import { fold } from "../../core/text/normalize";
import { ShelfIndex } from "../shelfIndex";

/** What can be cited. */
export interface Citable {
	readonly key: string;
	readonly paper: Paper;
}

export interface FoundEntry {
	readonly entry: Citable;
	/** How well the key fits; see `keyMatch`. */
	readonly key: number;
	/** How well the words fit, from 0 to 1. */
	readonly words: number;
}

/** Works made known in one turn: a few milliseconds. */
const slice = 200;

/** What is compared of a paper while it is not indexed. */
interface Ready {
	readonly key: FoldedKey;
	text: string | undefined;
}

export class EntryIndex {
	readonly #index = new ShelfIndex();
	/** Which works have an entry, and those of them that are not known there yet. */
	readonly #works = new WorkKeys();
	readonly #unknown = new Map<string, Paper>();
	#entries: readonly Citable[] = [];
	#ready = new Map<Citable, Ready>();
	#keys: ReadonlySet<string> = new Set();
	/** What the index has or will have, and the entries of each paper. */
	#papers = new Map<string, { readonly paper: Paper; readonly entries: Citable[] }>();

	/** Whether every entry is found by its words. */
	get isSettled(): boolean {
		return this.#unknown.size === 0 && this.#index.isSettled;
	}

	get entries(): readonly Citable[] {
		return this.#entries;
	}

	/** Takes the entries as they are now; what did not change is not indexed again. */
	update(entries: readonly Citable[]): void {
		if (entries === this.#entries) return;
		const before = this.#papers;
		this.#entries = entries;
		this.#keys = new Set(entries.map(({ key }) => key.toLowerCase()));
		this.#papers = new Map();
		for (const entry of entries) {
			const known = this.#papers.get(entry.paper.id);
			if (known) known.entries.push(entry);
			else this.#papers.set(entry.paper.id, { paper: entry.paper, entries: [entry] });
		}
		for (const [id, { paper }] of before) {
			const now = this.#papers.get(id)?.paper;
			if (now === paper) continue;
			this.#works.remove(id, paper);
			this.#unknown.delete(id);
			if (!now) this.#index.remove(id);
		}
		for (const [id, { paper }] of this.#papers) {
			if (before.get(id)?.paper === paper) continue;
			this.#unknown.set(id, paper);
			this.#index.put(paper);
		}
		const folded = new Map(Array.from(this.#ready, ([{ key }, ready]) => [key, ready.key]));
		this.#ready = new Map(
			entries.map(entry => [entry, { key: folded.get(entry.key) ?? foldedKey(entry.key), text: undefined }]),
		);
		// Of a short bibliography, or after an edit, nobody need wait for it.
		if (this.#unknown.size <= slice) this.#learnWorks();
	}

	/** Whether an entry has a key, in lower case. */
	hasKey(key: string): boolean {
		return this.#keys.has(key);
	}

	/** Whether one of these records is of a work that has an entry, as far as entries have been looked at. */
	hasWork(records: readonly Paper[]): boolean {
		return this.#works.keyOf(...records) !== undefined;
	}

	/** Indexes the next entries. */
	turn(): void {
		if (this.#unknown.size > 0) this.#learnWorks();
		else this.#index.turn();
	}

	#learnWorks(): void {
		let count = 0;
		for (const [id, paper] of this.#unknown) {
			if (++count > slice) return;
			this.#unknown.delete(id);
			this.#works.add(id, paper);
		}
	}

	/** The entries that what was typed may mean, in no order. */
	search(words: string, limit: number): readonly FoundEntry[] {
		const byWords = this.#byWords(words, limit);
		const folded = fold(words);
		const found: FoundEntry[] = [];
		for (const [entry, { key }] of this.#ready) {
			const match = keyMatch(key, folded);
			const score = byWords.get(entry) ?? 0;
			if (match > 0 || score > 0) found.push({ entry, key: match, words: score });
		}
		return found;
	}

	#byWords(words: string, limit: number): ReadonlyMap<Citable, number> {
		const scores = new Map<Citable, number>();
		if (!this.#index.isComplete) {
			for (const entry of this.#scanned(fold(words), limit)) scores.set(entry, 0.5);
		}
		const hits = this.#index.current.search(words, { limit, asYouType: true });
		// One of several words is enough only where no work has them all.
		const whole = hits.filter(({ isComplete }) => isComplete);
		const best = hits[0]?.score ?? 1;
		for (const { paper, score } of whole.length > 0 ? whole : hits) {
			for (const entry of this.#papers.get(paper.id)?.entries ?? []) scores.set(entry, score / best);
		}
		return scores;
	}

	/** Entries whose authors, year or title have a word beginning with each of these. */
	#scanned(words: string, limit: number): readonly Citable[] {
		const beginnings = words.split(/[^\p{L}\p{N}]+/u).filter(word => word !== "");
		if (beginnings.length === 0) return [];
		const found: Citable[] = [];
		for (const [entry, ready] of this.#ready) {
			const text = (ready.text ??= scannedText(entry.paper));
			if (beginnings.every(word => text.includes(` ${word}`))) found.push(entry);
			if (found.length >= limit) break;
		}
		return found;
	}
}

function scannedText(paper: Paper): string {
	const said = [authorYear(paper), ...paper.authors.map(fullName), plainTitle(paper)].join(" ");
	return ` ${fold(said).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
}
