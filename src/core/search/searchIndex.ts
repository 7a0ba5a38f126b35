// The one search engine: papers by source in, ranked papers out. MiniSearch indexes them, segments of what it made are kept
// and searched. Deterministic, and independent of the order in which papers came.

import type { Paper } from "../paper";
import { withoutCitations } from "./citationsOut";
import { titledFirst, titlesCompared, withoutReferences } from "./knownItem";
import { type Directions, directionsOf, Meaning } from "./meaning/meaning";
import { type Completion, completeQuery, countValues, type Values } from "./query/complete";
import { factFields, type FactsOf, type FieldName, queryFields } from "./query/fields";
import { isMeant } from "./query/parts";
import { type ParseOptions, parseQuery, type Query } from "./query/query";
import type { Reason } from "./ranking/reasons";
import { type Ask, type Found, Snapshot } from "./ranking/snapshot";
import { Segments } from "./segments/segments";
import { Sources, unclaimed } from "./sources";
import { type StoredIndex, storedBytes, storedJson } from "./storage/json";
import { type IndexState, piecesOf, readPieces, type StoredPiece } from "./storage/stored";
import { Acronyms, acronymsIn, acronymsText } from "./words/acronyms";
import { Equivalents } from "./words/equivalents";
import { textHash } from "./words/fieldTexts";
import type { Near } from "./writing/near";
import type { Writing } from "./writing/writing";

/** A paper as it is indexed. */
interface Held {
	readonly paper: Paper;
	readonly hash: string;
	/** What it defines, as `acronymsText` says it. */
	readonly acronyms: string;
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
	/** Whether a paper must have each word of the query, as if each were a phrase. */
	readonly isStrict?: boolean;
	/** Whether hits say why they were found: for the ones that are shown, since it reads their texts. */
	readonly reasons?: boolean;
	/** What the index does not know of papers, for `topic:`, `digest:`, `is:`, `key:` and `tag:`; without it they are words. */
	readonly facts?: FactsOf;
	/** Papers that are not to be found, by their ids. */
	readonly except?: ((id: string) => boolean) | undefined;
}

const defaultLimit = 100;

/** An index of more papers does not learn their meaning while somebody waits: `prepareMeaning` does. */
const learntOnDemand = 12_000;

/** A query of so many words is typed before somebody types one: as a sentence its meaning counts, too. */
const rehearsedWords = 6;

/** Steps of about a millisecond. */
const stepsAtOnce = 4;

/** So many stored papers are taken up between two steps. */
const restoredAtOnce = 10_000;

/** A stored index of so few papers is built anew when some are not the same any more: at once, and exact. */
const builtAnew = 300;

export class SearchIndex {
	readonly #sources = new Sources();
	readonly #held = new Map<string, Held>();
	readonly #acronyms = new Acronyms();
	readonly #equivalents = new Equivalents(this.#acronyms);
	readonly #meaning = new Meaning();
	/** Papers that were stored and that no source has shown yet. */
	readonly #unclaimed = new Map<string, Omit<Held, "paper">>();
	#segments = this.#noSegments();
	#storedSources: IndexState["sources"] = () => ({});
	#topics: ReadonlyMap<string, string> = new Map();
	#snapshot: Snapshot | undefined;
	/** Whether the owner prepares meaning in the background, so that searching must not. */
	#isDriven = false;
	/** How many words of a title were typed. */
	#rehearsed = 0;
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
		const { asYouType = false, reasons = false, facts, except } = options;
		const limit = Math.max(options.limit ?? defaultLimit, 0);
		const parsed = this.parse(withoutReferences(query), facts, options);
		const ask = { limit: Math.max(limit, titlesCompared), asYouType, isPassage: false, reasons, facts, except };
		const found = this.#ready(isMeant(parsed.parts, asYouType)).search(parsed, ask);
		return this.#withTopics(titledFirst(found, query, asYouType).slice(0, limit));
	}

	/** What `search` takes a query for: its fields, and what of it was not taken as meant. */
	parse(query: string, facts?: FactsOf, how: ParseOptions = {}): Query {
		const isTopicKnown = this.#topics.size > 0;
		const unknown = factFields.filter(field => facts === undefined && !(field === "topic" && isTopicKnown));
		const known = new Set(queryFields.filter(field => !unknown.some(each => each === field)));
		return parseQuery(query, { ...how, known });
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
	similar(paperId: string, limit: number, options: Pick<SearchOptions, "reasons" | "except"> = {}): Hit[] {
		return this.#withTopics(this.#ready(true).similar(paperId, passageAsk(limit, options)));
	}

	/** The papers that a passage of a manuscript may want to cite; its citations and markup do not count. */
	suggest(passage: string, limit: number, options: Pick<SearchOptions, "reasons" | "except"> = {}): Hit[] {
		const query = parseQuery(withoutCitations(passage), { isProse: true });
		return this.#withTopics(this.#ready(true).search(query, passageAsk(limit, options)));
	}

	/** The papers by how near they are to what somebody writes, and why. */
	near(writing: Writing): Near {
		return this.#ready(true).near(writing);
	}

	/**
	 * Merges segments, learns what the papers are about and where each lies, a few milliseconds at a time; whether all is
	 * done. Whoever calls it takes this over: from then on searching uses what is ready and never waits. Call it again after
	 * changes.
	 */
	prepareMeaning(steps = stepsAtOnce): boolean {
		this.#isDriven = true;
		if (steps <= 0) return false;
		const parts = this.#segments.parts();
		for (let left = steps; left > 0; left--) {
			const before = this.#segments.merged;
			const isTidy = this.#segments.tidy();
			if (this.#segments.merged !== before) this.#rearranged();
			if (!isTidy) continue;
			const space = this.#meaning.space;
			const isDone = this.#meaning.prepare(parts, left);
			if ((isDone || space !== this.#meaning.space) && this.#snapshot !== undefined) this.#place(this.#snapshot);
			return isDone;
		}
		return false;
	}

	/** What papers are about, as far as it was learnt (see `prepareMeaning`): near directions for like papers. */
	directionsOf(ids: readonly string[]): Directions {
		const parts = this.#segments.parts();
		return directionsOf(ids, parts, this.#meaning.places(parts));
	}

	/** Makes ready what the first letters of a query need, a step at a time, when nothing else is to be done; whether all is. */
	prepareBeginnings(): boolean {
		return this.#ready(false).prepare() && this.#rehearse();
	}

	/** Types a title, a word a step: code that never ran takes ten times as long, and nobody should wait for it. */
	#rehearse(): boolean {
		const [held] = this.#held.values();
		const words = held?.paper.title.split(" ", rehearsedWords) ?? [];
		if (this.#rehearsed >= words.length) return true;
		this.search(words.slice(0, ++this.#rehearsed).join(" "), { asYouType: true, limit: titlesCompared });
		return false;
	}

	/** The ids of the given papers that are not indexed with that text (see `textHash`): what is to be replaced. */
	outdated(papers: Iterable<{ readonly id: string; readonly hash: string }>): string[] {
		const ids: string[] = [];
		for (const { id, hash } of papers) {
			if ((this.#held.get(id) ?? this.#unclaimed.get(id))?.hash !== hash) ids.push(id);
		}
		return ids;
	}

	/** The pieces of a store; to be kept under their names, since most stay the same when papers come. */
	pieces(): StoredPiece[] {
		const { words, meaning } = piecesOf(this.#state());
		return [...words, ...meaning];
	}

	/** The bytes of the pieces of a store. */
	toBytes(): Uint8Array<ArrayBuffer>[] {
		return this.pieces().map(({ bytes }) => bytes());
	}

	/**
	 * The index whose pieces (in any order) were stored, in small steps. It finds no paper until a source shows it again
	 * (`replace`): with the text that was indexed this costs next to nothing, with another one it is indexed again. What
	 * is missing or damaged is as if it had never been indexed. `forgetUnclaimed` ends that.
	 */
	static *load(pieces: Iterable<Uint8Array>): Generator<undefined, SearchIndex, undefined> {
		const index = new SearchIndex();
		try {
			const state = yield* readPieces(pieces);
			yield* index.#restore(state);
			return index;
		} catch {
			// Pieces that are whole, but not of an index.
			return new SearchIndex();
		}
	}

	/** Removes stored papers that no source has shown. */
	forgetUnclaimed(): void {
		for (const id of this.#unclaimed.keys()) this.#discard(id, undefined);
	}

	/** The same as `fromJSON`, of what `toBytes` gave. */
	static fromBytes(pieces: Iterable<Uint8Array>, papers: readonly Paper[]): SearchIndex {
		const load = SearchIndex.load(pieces);
		let step = load.next();
		while (step.done !== true) step = load.next();
		const index = step.value;
		const stored = index.#unclaimed.size;
		const sources = index.#storedSources();
		index.#claim(sources, papers);
		if (index.#unclaimed.size > 0 && stored <= builtAnew) {
			const anew = new SearchIndex();
			anew.#claim(sources, papers);
			return anew;
		}
		index.forgetUnclaimed();
		return index;
	}

	toJSON(): StoredIndex {
		return storedJson(piecesOf(this.#state()));
	}

	/**
	 * The index that `toJSON` stored (an object or its JSON text). Papers that changed since are analysed again; ones that
	 * `papers` lacks are gone; ones that no stored source has stay until a source that has them goes. What is damaged or of
	 * another version is built anew.
	 */
	static fromJSON(json: unknown, papers: readonly Paper[]): SearchIndex {
		return SearchIndex.fromBytes(storedBytes(json), papers);
	}

	#state(): IndexState {
		const parts = this.#segments.parts();
		const { space, changes } = this.#meaning;
		return { parts, sources: () => this.#sources.sources(), space, changes };
	}

	*#restore({ parts, sources, space, changes }: IndexState): Generator<undefined, void, undefined> {
		for (const { segment, isAlive } of parts) {
			for (const [number, id] of segment.ids.entries()) {
				if (number % restoredAtOnce === restoredAtOnce - 1) yield;
				if (isAlive[number] !== 1) continue;
				const acronyms = segment.acronyms[number] ?? "";
				this.#unclaimed.set(id, { hash: segment.hashes[number] ?? "", acronyms });
			}
		}
		this.#storedSources = sources;
		this.#segments.restore(parts);
		if (space !== undefined) this.#meaning.restore(space, changes);
	}

	/** Shows papers to the index under the sources that had them. */
	#claim(sources: Readonly<Record<string, readonly string[]>>, papers: readonly Paper[]): void {
		const byId = new Map<string, Paper[]>();
		for (const paper of papers) byId.set(paper.id, [...(byId.get(paper.id) ?? []), paper]);
		const rest = new Set(byId.keys());
		for (const [source, ids] of Object.entries(sources)) {
			if (source === unclaimed) continue;
			for (const id of ids) rest.delete(id);
			this.replace(
				source,
				ids.flatMap(id => byId.get(id) ?? []),
			);
		}
		this.replace(
			unclaimed,
			[...rest].flatMap(id => byId.get(id) ?? []),
		);
	}

	#noSegments(): Segments {
		return new Segments(id => this.#held.get(id)?.paper);
	}

	#update(id: string): void {
		const paper = this.#sources.paper(id);
		const held = this.#held.get(id);
		if (paper === held?.paper) return;
		this.#snapshot = undefined;
		const hash = paper === undefined ? "" : textHash(paper);
		const known = held ?? this.#unclaimed.get(id);
		if (paper !== undefined && known?.hash === hash) {
			if (held === undefined) this.#acronyms.count(known.acronyms, 1);
			this.#unclaimed.delete(id);
			this.#held.set(id, { paper, hash, acronyms: known.acronyms });
			this.#segments.renew(paper);
			return;
		}
		if (known !== undefined) this.#discard(id, held);
		if (paper !== undefined) this.#add(paper, hash);
		if (this.#held.size === 0 && this.#unclaimed.size === 0) this.#segments = this.#noSegments();
	}

	#add(paper: Paper, hash: string): void {
		const acronyms = acronymsText(acronymsIn(paper));
		this.#acronyms.count(acronyms, 1);
		this.#held.set(paper.id, { paper, hash, acronyms });
		this.#segments.add(paper, { hash, acronyms });
		this.#meaning.changed();
	}

	#discard(id: string, held: Held | undefined): void {
		this.#segments.remove(id, held?.paper);
		if (held !== undefined) this.#acronyms.count(held.acronyms, -1);
		this.#held.delete(id);
		this.#unclaimed.delete(id);
		this.#meaning.changed();
		this.#snapshot = undefined;
	}

	#rearranged(): void {
		this.#snapshot = undefined;
		this.#meaning.rearranged();
	}

	/** The index as it is now; with the meaning of its papers when it is asked for and nobody else prepares it. */
	#ready(needsMeaning: boolean): Snapshot {
		const snapshot = (this.#snapshot ??= this.#compile());
		if (needsMeaning && !this.#isDriven && this.#held.size <= learntOnDemand && !this.#meaning.isCurrent) {
			this.#meaning.prepare(this.#segments.parts(), Infinity);
			this.#place(snapshot);
		}
		return snapshot;
	}

	#compile(): Snapshot {
		const parts = [...this.#segments.parts()];
		const snapshot = new Snapshot({ parts, topics: this.#topics, equivalents: this.#equivalents });
		this.#place(snapshot);
		return snapshot;
	}

	#place(snapshot: Snapshot): void {
		snapshot.setPlaces(this.#meaning.places(snapshot.parts));
	}

	#withTopics(hits: readonly Found[]): Hit[] {
		return hits.map(hit => {
			const topic = this.#topics.get(hit.paper.id);
			return topic === undefined ? hit : { ...hit, topic };
		});
	}
}

function passageAsk(limit: number, { reasons = false, except }: Pick<SearchOptions, "reasons" | "except">): Ask {
	return { limit, asYouType: false, isPassage: true, reasons, facts: undefined, except };
}
