// The one search engine: papers by source in, ranked papers out. MiniSearch builds and holds the index; what answers is
// compiled from it when it changed. Deterministic, and independent of the order in which papers came.

import type { Paper } from "../paper";
import { normalizeTitle } from "../text/normalize";
import { Meaning } from "./meaning/meaning";
import { restoreMeaning, storeMeaning } from "./meaning/storedMeaning";
import { type Completion, completeQuery, countValues, type Values } from "./query/complete";
import { factFields, type FactsOf, type FieldName, queryFields } from "./query/fields";
import { isMeant } from "./query/parts";
import { parseQuery, type Query } from "./query/query";
import { compile } from "./ranking/postings";
import type { Reason } from "./ranking/reasons";
import { type Ask, type Found, Snapshot } from "./ranking/snapshot";
import { Sources } from "./sources";
import { readStored, type StoredIndex, storedVersion } from "./stored";
import { Acronyms, acronymsIn, storedAcronyms } from "./words/acronyms";
import { Equivalents } from "./words/equivalents";
import { textHash, WordIndex } from "./words/wordIndex";

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
	/** Why it was found, when that was asked for. */
	readonly reasons?: readonly Reason[];
}

export interface SearchOptions {
	/** Default 100. */
	readonly limit?: number;
	/** Whether the last word may be unfinished. */
	readonly asYouType?: boolean;
	/** Whether hits say why they were found: for the ones that are shown, since it reads their texts. */
	readonly reasons?: boolean;
	/** What the index does not know of papers, for `topic:`, `digest:`, `is:` and `key:`; without it they are words. */
	readonly facts?: FactsOf;
}

const defaultLimit = 100;

/** A paper whose title is the query is among so many by its words. */
const titlesCompared = 20;

/** An index of more papers does not learn their meaning while somebody waits: `prepareMeaning` does. */
const learntOnDemand = 12_000;

/** Steps of a few milliseconds. */
const stepsAtOnce = 2;

export class SearchIndex {
	readonly #sources = new Sources();
	readonly #held = new Map<string, Held>();
	readonly #acronyms = new Acronyms();
	readonly #meaning = new Meaning();
	#words = new WordIndex();
	#topics: ReadonlyMap<string, string> = new Map();
	#snapshot: Snapshot | undefined;
	/** Whether the owner prepares meaning in the background, so that searching must not. */
	#isDriven = false;
	#values: { readonly of: Snapshot; readonly counts: Map<FieldName, Values> } | undefined;

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
	 * The papers that fit a query best. Words are alternatives (the more a paper has, the better), "phrases" must be there,
	 * -words must not, and fields (author:, year:) must fit; words that the index lacks stand for the ones they may be slips
	 * of. What several words mean counts, too. Any string is a query; an empty one finds nothing.
	 */
	search(query: string, options: SearchOptions = {}): Hit[] {
		const parsed = this.parse(query, options.facts);
		const { limit = defaultLimit, asYouType = false, reasons = false, facts } = options;
		const ask = { limit: Math.max(limit, titlesCompared), asYouType, isPassage: false, reasons, facts };
		const found = this.#ready(isMeant(parsed.parts, asYouType)).search(parsed, ask);
		return this.#withTopics(titledFirst(found, query).slice(0, limit));
	}

	/** What `search` takes a query for: its fields, and what of it was not taken as meant. */
	parse(query: string, facts?: FactsOf): Query {
		const isTopicKnown = this.#topics.size > 0;
		const unknown = factFields.filter(field => facts === undefined && !(field === "topic" && isTopicKnown));
		return parseQuery(query, {
			known: new Set(queryFields.filter(field => !unknown.some(each => each === field))),
		});
	}

	/**
	 * What may stand at `offset` of a query: fields, and the values of the field there with the number of papers.
	 * `valuesOf` knows the values of the fields that need facts.
	 */
	complete(query: string, offset: number, valuesOf?: (field: FieldName) => Iterable<string>): Completion[] {
		const snapshot = this.#ready(false);
		if (this.#values?.of !== snapshot) this.#values = { of: snapshot, counts: new Map() };
		const { counts } = this.#values;
		return completeQuery(query, offset, field => {
			if (factFields.some(each => each === field)) {
				const said = [...(valuesOf?.(field) ?? (field === "topic" ? this.#topics.values() : []))];
				return countValues(said.map(value => [value]));
			}
			const known = counts.get(field) ?? countValues(snapshot.values(field));
			counts.set(field, known);
			return known;
		});
	}

	/** Papers like one of the index, without it. */
	similar(paperId: string, limit: number, options: Pick<SearchOptions, "reasons"> = {}): Hit[] {
		const ask = { limit, asYouType: false, isPassage: true, reasons: options.reasons === true, facts: undefined };
		return this.#withTopics(this.#ready(true).similar(paperId, ask));
	}

	/** The papers that a passage of a manuscript may want to cite; its citations and markup do not count. */
	suggest(passage: string, limit: number, options: Pick<SearchOptions, "reasons"> = {}): Hit[] {
		const text = passage
			.replace(/\\(?:\w*cite\w*|ref|eqref|label|autoref|cref)\*?(?:\[[^\]]*\])*\{[^}]*\}/gi, " ")
			.replace(/\[[^\]]*@[^\]]*\]|(?<![\w.])-?@[\w:.#$%&+?<>~/-]+/g, " ");
		const ask: Ask = {
			limit,
			asYouType: false,
			isPassage: true,
			reasons: options.reasons === true,
			facts: undefined,
		};
		return this.#withTopics(this.#ready(true).search(parseQuery(text, { isProse: true }), ask));
	}

	/**
	 * Learns what the papers are about and where each lies, a few milliseconds at a time; whether all is done. Whoever calls
	 * it takes this over: from then on searching uses what is ready and never waits. Call it again after changes.
	 */
	prepareMeaning(steps = stepsAtOnce): boolean {
		this.#isDriven = true;
		const isDone = this.#meaning.prepare(this.#words, this.#held, steps);
		if (isDone && this.#snapshot !== undefined) this.#place(this.#snapshot);
		return isDone;
	}

	toJSON(): StoredIndex {
		return {
			version: storedVersion,
			words: this.#words.toJSON(),
			hashes: Object.fromEntries(Array.from(this.#held, ([id, { hash }]) => [id, hash])),
			sources: this.#sources.sources(),
			acronyms: this.#acronyms.toJSON(),
			meaning: storeMeaning(this.#meaning),
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
			if (paper !== undefined && textHash(paper) === hash) {
				index.#held.set(id, { paper, hash });
				index.#acronyms.set(id, storedAcronyms(stored.acronyms[id] ?? []));
			} else index.#words.discard(id);
		}
		restoreMeaning(stored.meaning, index.#meaning);
		for (const id of changed) index.#update(id);
		return index;
	}

	#update(id: string): void {
		const paper = this.#sources.paper(id);
		const held = this.#held.get(id);
		if (paper === held?.paper) return;
		this.#snapshot = undefined;
		const hash = paper === undefined ? "" : textHash(paper);
		if (held?.hash !== hash) {
			if (held !== undefined) this.#words.discard(id);
			if (paper !== undefined) this.#words.add(paper);
			this.#acronyms.set(id, paper === undefined ? [] : acronymsIn(paper));
			this.#meaning.changed();
		}
		if (paper === undefined) this.#held.delete(id);
		else this.#held.set(id, { paper, hash });
		if (this.#held.size === 0) this.#words = new WordIndex();
	}

	/** The index as it is now; with the meaning of its papers when it is asked for and nobody else prepares it. */
	#ready(needsMeaning: boolean): Snapshot {
		const snapshot = (this.#snapshot ??= this.#compile());
		if (needsMeaning && !this.#isDriven && this.#held.size <= learntOnDemand && !this.#meaning.isCurrent) {
			this.#meaning.prepare(this.#words, this.#held, Infinity);
			this.#place(snapshot);
		}
		return snapshot;
	}

	#compile(): Snapshot {
		const snapshot = new Snapshot({
			compiled: compile(this.#words, this.#topics),
			paper: id => this.#held.get(id)?.paper,
			topics: this.#topics,
			equivalents: new Equivalents(this.#acronyms),
		});
		this.#place(snapshot);
		return snapshot;
	}

	#place(snapshot: Snapshot): void {
		snapshot.setPlaces(this.#meaning.places(snapshot.ids, this.#held));
	}

	#withTopics(hits: readonly Found[]): Hit[] {
		return hits.map(hit => {
			const topic = this.#topics.get(hit.paper.id);
			return topic === undefined ? hit : { ...hit, topic };
		});
	}
}

/** Whoever types or pastes a whole title means that paper, however much others resemble it. */
function titledFirst(found: readonly Found[], query: string): readonly Found[] {
	const wanted = normalizeTitle(query);
	if (wanted.split(" ").length < 3) return found;
	const at = found.slice(0, titlesCompared).findIndex(({ paper }) => normalizeTitle(paper.title) === wanted);
	const titled = found[at];
	if (at <= 0 || titled === undefined) return found;
	return [{ ...titled, score: found[0]?.score ?? titled.score }, ...found.slice(0, at), ...found.slice(at + 1)];
}
