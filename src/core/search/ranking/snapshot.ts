// An index as it is at one moment, ready to answer: its segments, what is known of their terms, and the places of papers.

import type { Paper } from "../../paper";
import { exactMark, termsOf } from "../analyzer";
import { conditionOf, type Examined } from "../conditions/filters";
import { withFits } from "../conditions/fits";
import { sequencesOf } from "../conditions/sequences";
import type { Places } from "../meaning/meaning";
import { pointAt } from "../meaning/meaning";
import { type Facts, type FactsOf, type FieldName, valuesIn } from "../query/fields";
import { isMeant, keywordsIn } from "../query/parts";
import type { Query } from "../query/query";
import type { Sequence } from "../query/sequences";
import { type Part, sampleOf } from "../segments/segment";
import type { Equivalents } from "../words/equivalents";
import { Vocabulary } from "../words/vocabulary";
import { Near } from "../writing/near";
import type { Writing } from "../writing/writing";
import { type Blend, Nearness } from "./blend";
import { type Group, groupsOf, type Terms } from "./groups";
import { Ranking } from "./ranking";
import { type Reason, reasonsFor } from "./reasons";
import { Norms } from "./scoring";
import { type Layer, TermTable } from "./terms";
import { type Ranked, type Tie, Top } from "./top";
import { topicLayer } from "./topicLayer";

export interface Found {
	readonly paper: Paper;
	readonly score: number;
	readonly terms: string[];
	readonly isComplete: boolean;
	readonly reasons?: readonly Reason[];
}

export interface Ask {
	readonly limit: number;
	readonly asYouType: boolean;
	/** The query is a passage of a manuscript: its meaning counts whatever its length. */
	readonly isPassage: boolean;
	readonly reasons: boolean;
	readonly facts: FactsOf | undefined;
	/** Papers that are not to be found, by their ids. */
	readonly except?: ((id: string) => boolean) | undefined;
}

/** What a snapshot is made of. */
export interface Contents {
	readonly parts: readonly Part[];
	readonly topics: ReadonlyMap<string, string>;
	readonly equivalents: Equivalents;
}

/** As one types, larger shelves are not searched for papers that have no word of the query. */
const widelySearched = 2000;

const similarTerms = 40;
/** The words of so many papers in order are kept in memory. */
const mostSequences = 5000;
/** Enough for neighbours to support each other. */
const leastRanked = 200;

export class Snapshot {
	/** Those of one part after those of another; papers that were removed are none. */
	readonly #papers: readonly (Paper | undefined)[];
	readonly #parts: readonly Part[];
	readonly #topics: ReadonlyMap<string, string>;
	readonly #table: TermTable;
	readonly #ranking: Ranking;
	readonly #terms: Terms;
	readonly #tie: Tie;
	/** The texts that phrases were looked for in. */
	readonly #sequences = new Map<number, readonly Sequence[]>();
	#nearness: Nearness | undefined;
	#sample: readonly number[] | undefined;

	constructor({ parts, topics, equivalents }: Contents) {
		this.#parts = parts;
		this.#topics = topics;
		const papers = parts.length === 1 ? (parts[0]?.papers ?? []) : parts.flatMap(part => part.papers);
		this.#papers = papers;
		const layers = layersOf(parts);
		const norms = new Norms(layers.map(({ part, isThere }) => ({ lengths: part.segment.lengths, isThere })));
		const topical = topicLayer(papers, topics);
		const table = new TermTable([...layers.map(layerOf), ...topical], norms, papers.length);
		this.#table = table;
		// By the ids of the segments, which lie side by side: with one or two letters thousands of papers tie.
		const ids = parts.length === 1 ? (parts[0]?.segment.ids ?? []) : parts.flatMap(({ segment }) => segment.ids);
		this.#tie = (a, b) => ((ids[a] ?? "") < (ids[b] ?? "") ? -1 : 1);
		this.#ranking = new Ranking(table, papers.length, this.#tie);
		const lists = [...parts.map(({ segment }) => segment), ...topical.map(({ postings }) => postings)];
		this.#terms = {
			known: term => table.find(term),
			count: term => table.count(term),
			vocabulary: new Vocabulary(lists),
			equivalents,
		};
	}

	get parts(): readonly Part[] {
		return this.#parts;
	}

	/** The values of each paper in a field that needs no facts. */
	values(field: FieldName): (readonly string[])[] {
		return this.#papers.map(paper => (paper === undefined ? [] : valuesIn(field, paper, undefined)));
	}

	/** The places of the papers of the parts. */
	setPlaces(places: Places | undefined): void {
		this.#nearness =
			places && new Nearness(places, this.#papers.length, () => (this.#sample ??= sampleOf(this.#parts)));
	}

	search(query: Query, ask: Ask): Found[] {
		const groups = groupsOf(query.parts, ask.asYouType, this.#terms);
		const condition = conditionOf(query, this.#examined(ask.facts));
		const found =
			condition !== undefined && groups.every(({ isForm, terms }) => isForm && terms.size === 0)
				? this.#all(condition, ask)
				: this.#rank(groups, { ...ask, blend: this.#blend(query, groups, ask), accepts: condition });
		return withFits(found, query.filters, { facts: id => this.#facts(id, ask.facts), reasons: ask.reasons });
	}

	similar(paperId: string, ask: Ask): Found[] {
		const number = this.#numberOf(paperId);
		const paper = number === undefined ? undefined : this.#papers[number];
		if (number === undefined || paper === undefined) return [];
		const point = this.#nearness && pointAt(this.#nearness.places, number);
		const blend = point && { point, keywords: undefined, isWide: true };
		return this.#rank(this.#tellingGroups(paper), { ...ask, blend, accepts: document => document !== number });
	}

	/** The papers by how near they are to what somebody writes. */
	near(writing: Writing): Near {
		return new Near(writing, {
			...{ papers: this.#papers, ranking: this.#ranking, nearness: this.#nearness },
			...{ known: this.#terms.known, count: this.#terms.count },
		});
	}

	#numberOf(id: string): number | undefined {
		let base = 0;
		for (const { numbers, isAlive } of this.#parts) {
			const number = numbers.get(id);
			if (number !== undefined && isAlive[number] === 1) return base + number;
			base += isAlive.length;
		}
		return undefined;
	}

	/** The terms of a paper that tell it from others, as groups. */
	#tellingGroups({ title, abstract }: Paper): Group[] {
		const frequencies = new Map<number, number>();
		for (const term of [...termsOf(title), ...termsOf(title), ...termsOf(abstract)]) {
			const number = this.#terms.known(term);
			if (number !== undefined) frequencies.set(number, (frequencies.get(number) ?? 0) + 1);
		}
		return [...frequencies]
			.map(([term, frequency]) => [term, Math.log(1 + frequency), this.#table.count(term)] as const)
			.filter(([, , count]) => count > 1)
			.map(([term, weight, count]) => [term, weight, weight * Math.log(1 + this.#papers.length / count)] as const)
			.sort((a, b) => b[2] - a[2] || (this.#term(a[0]) < this.#term(b[0]) ? -1 : 1))
			.slice(0, similarTerms)
			.map(([term, weight]) => ({
				word: this.#term(term),
				terms: new Map([[term, weight]]),
				ways: new Map([[term, "word" as const]]),
				together: [],
				isForm: false,
				isBrief: false,
			}));
	}

	/** How the meaning of a query counts. */
	#blend({ parts }: Query, groups: readonly Group[], { asYouType, isPassage }: Ask): Blend | undefined {
		if (this.#nearness === undefined || !(isPassage || isMeant(parts, asYouType))) return undefined;
		const point = this.#nearness.places.space.place(this.#counts(groups));
		if (point.every(value => value === 0)) return undefined;
		const isWide = !asYouType || this.#papers.length <= widelySearched;
		return { point, keywords: isPassage ? undefined : keywordsIn(parts), isWide };
	}

	/** The terms that a query means, slips and beginnings shared out among the words that they may stand for. */
	#counts(groups: readonly Group[]): Map<string, number> {
		const counts = new Map<string, number>();
		for (const { terms, isForm } of groups) {
			if (isForm) continue;
			const weights = [...terms.values()];
			const most = Math.max(...weights);
			const total = weights.reduce((sum, weight) => sum + weight, 0);
			for (const [term, weight] of terms) {
				if (weight < most / 2) continue;
				const name = this.#term(term);
				counts.set(
					name,
					(counts.get(name) ?? 0) + (most >= 1 ? weight : (weight / total) * Math.min(1, 2 * most)),
				);
			}
		}
		return counts;
	}

	#rank(
		groups: readonly Group[],
		how: Ask & { blend: Blend | undefined; accepts: ((document: number) => boolean) | undefined },
	): Found[] {
		const { blend } = how;
		const accepts = (document: number): boolean =>
			this.#isThere(document, how.except) && how.accepts?.(document) !== false;
		const limit = Math.max(how.limit, 0);
		const ranking = this.#ranking;
		ranking.score(groups);
		const nearness = blend && this.#nearness;
		const ranked =
			nearness === undefined || blend === undefined
				? ranking.best(limit, accepts)
				: this.#blended(nearness, { ...blend, limit }, accepts).slice(0, limit);
		const words = groups.filter(({ isForm }) => !isForm).length;
		const found = ranked.flatMap(each => this.#found(each, groups, words));
		if (!how.reasons) return found;
		const near = blend && nearness && { places: nearness.places, point: blend.point };
		const term = (number: number): string => this.#term(number);
		return found.map(each => ({
			...each,
			reasons: reasonsFor(each.paper, { groups, topic: this.#topics.get(each.paper.id), term, near }),
		}));
	}

	/** The best papers by words and meaning; of a sentence at least two hundred, when there are. */
	#blended(
		nearness: Nearness,
		{ limit, ...blend }: Blend & { readonly limit: number },
		accepts: (document: number) => boolean,
	): readonly Ranked[] {
		const ranking = this.#ranking;
		const first = ranking.best(1, accepts)[0]?.document;
		const staysFirst = nearness.raise(ranking, blend, first);
		const ranked = ranking.best(blend.keywords === undefined ? Math.max(limit, leastRanked) : limit, accepts);
		if (blend.keywords !== undefined) return ranked;
		const supported = nearness.support(ranked, this.#tie, blend.isWide);
		return staysFirst && first !== undefined ? withFirst(first, supported) : supported;
	}

	/** Makes ready what the first letters of a query need, a step at a time; whether all is. */
	prepare(): boolean {
		return this.#terms.vocabulary.prepare();
	}

	/** What fits a query that has only conditions: the newest first. */
	#all(accepts: (document: number) => boolean, { limit, except }: Ask): Found[] {
		const newest = new Top(Math.max(limit, 0), this.#tie);
		this.#papers.forEach((paper, document) => {
			const score = paper?.issued?.year ?? 0;
			if (newest.wants(document, score) && this.#isThere(document, except) && accepts(document))
				newest.add({ document, score });
		});
		return newest.sorted().flatMap(({ document }) => this.#found({ document, score: 1 }, [], 0));
	}

	#isThere(document: number, except: Ask["except"]): boolean {
		const paper = this.#papers[document];
		return paper !== undefined && except?.(paper.id) !== true;
	}

	#found({ document, score }: Ranked, groups: readonly Group[], words: number): Found[] {
		const paper = this.#papers[document];
		if (paper === undefined) return [];
		const terms = new Set<string>();
		for (const group of groups) {
			for (const term of group.terms.keys()) if (this.#ranking.has(term, document)) terms.add(this.#term(term));
			for (const each of group.together) {
				if (!each.terms.every(term => this.#ranking.has(term, document))) continue;
				for (const term of each.terms) terms.add(this.#term(term));
			}
		}
		const isComplete = words === 0 || this.#ranking.matchedBy(document) >= words;
		return [{ paper, score, terms: [...terms].filter(term => !term.startsWith(exactMark)), isComplete }];
	}

	#term(term: number): string {
		return this.#table.name(term);
	}

	#examined(facts: FactsOf | undefined): Examined {
		return {
			paper: document => this.#papers[document],
			facts: document => this.#facts(this.#papers[document]?.id ?? "", facts),
			isKnown: term => this.#terms.known(term) !== undefined,
			has: (term, document) => {
				const number = this.#terms.known(term);
				return number !== undefined && this.#ranking.has(number, document);
			},
			sequences: document => {
				const paper = this.#papers[document];
				if (paper === undefined) return [];
				const known = this.#sequences.get(document);
				if (known !== undefined) return known;
				if (this.#sequences.size >= mostSequences) this.#sequences.clear();
				const sequences = sequencesOf(paper, this.#topics.get(paper.id));
				this.#sequences.set(document, sequences);
				return sequences;
			},
		};
	}

	#facts(id: string, facts: FactsOf | undefined): Facts | undefined {
		const said = facts?.(id);
		const topic = this.#topics.get(id);
		return said?.topic !== undefined || topic === undefined ? said : { ...said, topic: [topic] };
	}
}

/** Ranked papers with one of them before all others. */
function withFirst(first: number, ranked: readonly Ranked[]): readonly Ranked[] {
	const at = ranked.findIndex(({ document }) => document === first);
	if (at <= 0) return ranked;
	return [{ document: first, score: ranked[0]?.score ?? 0 }, ...ranked.toSpliced(at, 1)];
}

interface PartLayer {
	readonly part: Part;
	readonly base: number;
	readonly isThere: Uint8Array;
}

/** The parts with their papers that can be found. */
function layersOf(parts: readonly Part[]): PartLayer[] {
	let base = 0;
	return parts.map(part => {
		const isThere = new Uint8Array(part.papers.length);
		for (let number = 0; number < isThere.length; number++) isThere[number] = part.papers[number] ? 1 : 0;
		const layer = { part, base, isThere };
		base += isThere.length;
		return layer;
	});
}

function layerOf({ part, base, isThere }: PartLayer): Layer {
	const postings = part.segment;
	return isThere.includes(0) ? { postings, base, isThere } : { postings, base };
}
