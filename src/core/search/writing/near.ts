// Ranks the papers of an index by how near they are to what somebody writes, and says which cited works and which words
// made a paper near.

import type { Paper } from "../../paper";
import { plainStems } from "../../topics/plainWords";
import { stem, tokenize } from "../analyzer";
import { dot } from "../meaning/space";
import type { Nearness } from "../ranking/blend";
import type { Group } from "../ranking/groups";
import type { Ranking } from "../ranking/ranking";
import { bundled, countsOf, textsOf, type Writing, type WrittenText } from "./writing";

export interface NearPaper {
	readonly paper: Paper;
	/** Comparable within one ranking; above 1 for papers that stand out on their shelf. */
	readonly score: number;
}

/** Why a paper is near. */
export interface NearReason {
	/** Works that the writing cites and the paper is like, the likest first. */
	readonly cited: readonly Paper[];
	/** Words that the paper and the writing have, as the paper writes them, the most telling first. */
	readonly words: readonly string[];
}

/** What an index tells of its papers and terms. */
export interface NearNeeds {
	readonly papers: readonly (Paper | undefined)[];
	/** The number of a term that some paper holds. */
	readonly known: (term: string) => number | undefined;
	/** How many papers hold a term. */
	readonly count: (term: number) => number;
	readonly ranking: Ranking;
	/** Where papers lie, once it is learnt what they mean. */
	readonly nearness: Nearness | undefined;
}

/** Terms of the writing that papers are looked for by. */
const mostTerms = 80;

/** The share of meaning beside words, as in search; see `blend.ts`. */
const meaningShare = 0.35;

/** Papers times texts that are compared in the space of meaning: some 50 ms. */
const mostCompared = 400_000;
const leastTexts = 8;

/** So many of the texts that are nearest to a paper count: a manuscript is about several things. */
const nearestTexts = 3;

/** A paper is like a cited work from this cosine of their words on. */
const leastLikeness = 0.12;
const shownCited = 2;
const shownWords = 6;

interface Term {
	readonly name: string;
	readonly number: number;
	/** How often the writing has it, a text being one, without how telling it is. */
	readonly weight: number;
	readonly telling: number;
}

export class Near {
	/** The papers that have anything of the writing, the nearest first. */
	readonly ranked: readonly NearPaper[];
	readonly #terms: readonly Term[];
	readonly #works: readonly { readonly paper: Paper; readonly vector: ReadonlyMap<string, number> }[];
	readonly #tellingOf: (term: string) => number;

	constructor(writing: Writing, needs: NearNeeds) {
		const texts = textsOf(writing);
		const total = needs.papers.reduce((sum, paper) => sum + (paper ? 1 : 0), 0);
		this.#tellingOf = term => {
			const number = needs.known(term);
			return number === undefined ? 0 : Math.log((total + 1) / (needs.count(number) + 0.5));
		};
		this.#terms = tellingTerms(texts, needs.known, this.#tellingOf);
		this.#works = texts.flatMap(({ paper, counts }) =>
			paper ? [{ paper, vector: vectorOf(counts, this.#tellingOf) }] : [],
		);
		this.ranked = texts.length === 0 ? [] : rank(texts, this.#terms, needs);
	}

	/** Why a paper is near: what it has in common with works and words. */
	reason(paper: Paper): NearReason {
		const own = vectorOf(countsOf(paper), this.#tellingOf);
		const cited = this.#works
			.filter(work => work.paper.id !== paper.id)
			.map(work => ({ paper: work.paper, likeness: product(own, work.vector) }))
			.filter(({ likeness }) => likeness >= leastLikeness)
			.sort((a, b) => b.likeness - a.likeness || (a.paper.id < b.paper.id ? -1 : 1))
			.slice(0, shownCited);
		return { cited: cited.map(work => work.paper), words: this.#words(paper) };
	}

	/** What both say again and again tells more than a rare word that both use once. */
	#words(paper: Paper): readonly string[] {
		const [counts, written] = [countsOf(paper), writtenForms(paper)];
		return this.#terms
			.map(({ name, telling }) => ({ name, weight: telling * Math.log(1 + (counts.get(name) ?? 0)) }))
			.filter(({ weight }) => weight > 0)
			.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
			.flatMap(({ name }) => written.get(name) ?? [])
			.slice(0, shownWords);
	}
}

/** The terms that tell the writing from the papers of the shelf, the most telling first. */
function tellingTerms(
	texts: readonly WrittenText[],
	known: NearNeeds["known"],
	tellingOf: (term: string) => number,
): readonly Term[] {
	const weights = new Map<string, number>();
	for (const { counts, share } of texts) {
		let squares = 0;
		for (const count of counts.values()) squares += Math.log(1 + count) ** 2;
		const factor = share / Math.sqrt(squares);
		for (const [term, count] of counts) {
			weights.set(term, (weights.get(term) ?? 0) + factor * Math.log(1 + count));
		}
	}
	const terms = Array.from(weights, ([name, weight]) => ({ name, weight, number: known(name) }));
	return terms
		.flatMap(({ name, weight, number }) =>
			number === undefined ? [] : [{ name, weight, number, telling: weight * tellingOf(name) }],
		)
		.filter(({ name, telling }) => telling > 0 && /\p{L}{2}/u.test(name) && !plainStems.has(name))
		.sort((a, b) => b.telling - a.telling || (a.name < b.name ? -1 : 1))
		.slice(0, mostTerms);
}

function rank(texts: readonly WrittenText[], terms: readonly Term[], needs: NearNeeds): readonly NearPaper[] {
	const { papers, ranking } = needs;
	ranking.score(terms.map(groupOf));
	const places = papers.flatMap((paper, place) => (paper ? [{ paper, place }] : []));
	const words = standard(places.map(({ place }) => ranking.scoreOf(place)));
	const cosines = meanings(
		texts,
		places.map(({ place }) => place),
		needs.nearness,
	);
	const meaning = cosines && standard(cosines);
	return places
		.flatMap(({ paper, place }, i) => {
			const near = meaning?.[i] ?? 0;
			const score = meaning ? (1 - meaningShare) * (words[i] ?? 0) + meaningShare * near : (words[i] ?? 0);
			return ranking.scoreOf(place) > 0 || near > 1 ? [{ paper, score }] : [];
		})
		.sort((a, b) => b.score - a.score || (a.paper.id < b.paper.id ? -1 : 1));
}

function groupOf({ name, number, weight }: Term): Group {
	return {
		word: name,
		terms: new Map([[number, weight]]),
		ways: new Map([[number, "word" as const]]),
		together: [],
		isForm: false,
		isBrief: false,
	};
}

/** For each paper the mean cosine with the texts that are nearest to it. */
function meanings(
	texts: readonly WrittenText[],
	documents: readonly number[],
	nearness: Nearness | undefined,
): number[] | undefined {
	if (!nearness || documents.length === 0) return undefined;
	const most = Math.max(leastTexts, Math.floor(mostCompared / documents.length));
	const points = bundled(texts, most)
		.map(({ counts }) => nearness.places.space.place(counts))
		.filter(point => dot(point, point) > 0);
	if (points.length === 0) return undefined;
	return documents.map(document => {
		const nearest = points.map(point => nearness.of(point, document)).sort((a, b) => b - a);
		const counted = nearest.slice(0, nearestTexts);
		return counted.reduce((sum, cosine) => sum + cosine, 0) / counted.length;
	});
}

/** Standard scores: how many standard deviations above the mean. All alike are 0. */
function standard(values: readonly number[]): number[] {
	const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1);
	const deviation = Math.sqrt(variance);
	return values.map(value => (deviation > 1e-9 ? (value - mean) / deviation : 0));
}

/** The terms of a text by log-tf-idf, at length 1. */
function vectorOf(counts: ReadonlyMap<string, number>, tellingOf: (term: string) => number): Map<string, number> {
	const weights = Array.from(counts, ([term, count]) => [term, Math.log(1 + count) * tellingOf(term)] as const);
	const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
	return new Map(length > 0 ? weights.map(([term, weight]) => [term, weight / length]) : []);
}

function product(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
	let sum = 0;
	for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
	return sum;
}

/** For each stem the first word of a paper that has it, as it stands there. */
function writtenForms({ title, abstract, keywords }: Paper): ReadonlyMap<string, string> {
	const forms = new Map<string, string>();
	for (const text of [title, abstract, ...keywords]) {
		for (const { kind, word, start, end } of tokenize(text)) {
			const name = stem(word);
			if (kind === "word" && !forms.has(name)) forms.set(name, text.slice(start, end));
		}
	}
	return forms;
}
