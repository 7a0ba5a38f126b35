// The one search engine: papers by source in, ranked papers out. MiniSearch builds and holds the index; what answers is
// compiled from it when it changed. Deterministic, and independent of the order in which papers came.

import type { Paper } from "../paper";
import { compile } from "./postings";
import { parseQuery } from "./query";
import { Sources } from "./sources";
import { Snapshot } from "./snapshot";
import { readStored, type StoredIndex, storedVersion } from "./stored";
import { textHash, WordIndex } from "./words";

/** A paper as it is indexed. */
interface Held {
	readonly paper: Paper;
	readonly hash: string;
}

export interface Hit {
	readonly paper: Paper;
	readonly score: number;
	/** The terms of the index (stems) by which the paper was found, the ones searched first first. */
	readonly terms: string[];
	/** Whether the paper has a match for every word of the query. */
	readonly isComplete: boolean;
	/** The label of the paper's topic, when `setTopics` said it. */
	readonly topic?: string;
}

export interface SearchOptions {
	/** Default 100. */
	readonly limit?: number;
	/** Whether the last word may be unfinished. */
	readonly asYouType?: boolean;
}

const defaultLimit = 100;

export class SearchIndex {
	readonly #sources = new Sources();
	readonly #held = new Map<string, Held>();
	#words = new WordIndex();
	#topics: ReadonlyMap<string, string> = new Map();
	#snapshot: Snapshot | undefined;

	/** Number of papers. */
	get size(): number {
		return this.#held.size;
	}

	/** The papers of `source` are from now on exactly `papers`. */
	replace(source: string, papers: readonly Paper[]): void {
		for (const id of this.#sources.replace(source, papers)) this.#update(id);
	}

	remove(source: string): void {
		this.replace(source, []);
	}

	/** Makes the labels of topics searchable: topic by paper id, replacing what was said before. */
	setTopics(labelById: ReadonlyMap<string, string>): void {
		this.#topics = new Map(labelById);
		this.#snapshot = undefined;
	}

	/**
	 * The papers that fit a query best. Words are alternatives (the more a paper has, the better), "phrases" must be there;
	 * words that the index lacks stand for the ones they may be slips of. Any string is a query; an empty one finds nothing.
	 */
	search(query: string, options: SearchOptions = {}): Hit[] {
		const snapshot = this.#ready();
		const found = snapshot.search(parseQuery(query), options.asYouType === true, options.limit ?? defaultLimit);
		return this.#withTopics(found);
	}

	/** Papers like one of the index, without it. */
	similar(paperId: string, limit: number): Hit[] {
		return this.#withTopics(this.#ready().similar(paperId, limit));
	}

	/** The papers that a passage of a manuscript may want to cite; its citations and markup do not count. */
	suggest(passage: string, limit: number): Hit[] {
		const text = passage
			.replace(/\\(?:\w*cite\w*|ref|eqref|label|autoref|cref)\*?(?:\[[^\]]*\])*\{[^}]*\}/gi, " ")
			.replace(/\[[^\]]*@[^\]]*\]|(?<![\w.])-?@[\w:.#$%&+?<>~/-]+/g, " ")
			.replace(/["“”„]/g, " ");
		return this.search(text, { limit });
	}

	toJSON(): StoredIndex {
		return {
			version: storedVersion,
			words: this.#words.toJSON(),
			hashes: Object.fromEntries(Array.from(this.#held, ([id, { hash }]) => [id, hash])),
			sources: this.#sources.sources(),
		};
	}

	/**
	 * The index that `toJSON` stored (an object or its JSON text). Papers that changed since are analysed again; ones that
	 * `papers` lacks are gone; ones that no stored source has stay until a source that has them goes. What is damaged or of
	 * another version is built anew.
	 */
	static fromJSON(json: unknown, papers: readonly Paper[]): SearchIndex {
		const index = new SearchIndex();
		const stored = readStored(json);
		index.#words = stored.words;
		const byId = new Map<string, Paper[]>();
		for (const paper of papers) byId.set(paper.id, [...(byId.get(paper.id) ?? []), paper]);
		const rest = new Set(byId.keys());
		const changed = new Set<string>();
		for (const [source, ids] of [...Object.entries(stored.sources), ["", [...rest]] as const]) {
			const missing = source === "" ? [...rest] : ids;
			for (const id of missing) rest.delete(id);
			for (const id of index.#sources.replace(
				source,
				missing.flatMap(id => byId.get(id) ?? []),
			))
				changed.add(id);
		}
		const known = new Map(Object.entries(stored.hashes));
		for (const [id, hash] of known) {
			const paper = index.#sources.paper(id);
			if (paper !== undefined && textHash(paper) === hash) index.#held.set(id, { paper, hash });
			else index.#words.discard(id);
		}
		for (const id of changed) index.#update(id);
		return index;
	}

	#update(id: string): void {
		const paper = this.#sources.paper(id);
		const held = this.#held.get(id);
		if (paper === held?.paper) return;
		this.#snapshot = undefined;
		const hash = paper === undefined ? "" : textHash(paper);
		if (held !== undefined && held.hash !== hash) this.#words.discard(id);
		if (paper === undefined) this.#held.delete(id);
		else {
			if (held?.hash !== hash) this.#words.add(paper);
			this.#held.set(id, { paper, hash });
		}
		if (this.#held.size === 0) this.#words = new WordIndex();
	}

	#ready(): Snapshot {
		if (this.#snapshot !== undefined) return this.#snapshot;
		this.#words.tidy();
		const compiled = compile(this.#words, this.#topics);
		this.#snapshot = new Snapshot(compiled, id => this.#held.get(id)?.paper);
		return this.#snapshot;
	}

	#withTopics(hits: Omit<Hit, "topic">[]): Hit[] {
		return hits.map(hit => {
			const topic = this.#topics.get(hit.paper.id);
			return topic === undefined ? hit : { ...hit, topic };
		});
	}
}
