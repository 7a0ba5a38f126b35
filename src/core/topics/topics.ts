// Papers -> topics, with the terms that made each: the reviewed table first, then, for papers that it does not know,
// groups named by the terms that they share. Pure and deterministic.

import type { Paper } from "../paper";
import { clinicalTable, type TopicTable } from "./clinicalTable";
import { clusters } from "./clusters";
import { background, type Background, type Vector, vectorOf } from "./features";
import { labelTerm, papersWith, reasonsOf, sentenceCase, tellingTerms, writtenForm } from "./labels";
import { type Fit, TableMatcher } from "./tableTopics";
import { type PaperWords, wordsOf } from "./words";

export interface Topic {
	/** In sentence case, distinct from the labels of all other topics. */
	readonly label: string;
	/** The terms that made the topic, the strongest first. */
	readonly terms: string[];
	/** In the order in which they were given. */
	readonly papers: Paper[];
	/** By paper id, the terms that put the paper here, the strongest first. */
	readonly reasons: Readonly<Record<string, readonly string[]>>;
}

export interface TopicOptions {
	/** The topics to look for first; default the reviewed ones of clinical machine learning. */
	readonly table?: TopicTable;
}

/** A tree with more topics than this is a list again. */
const mostTopics = 20;
const fewestFound = 3;
const shownTerms = 8;
const shownReasons = 5;
/** On a large shelf a topic of the table with hardly any paper is there by chance. */
const largeShelf = 100;
const leastShare = 0.015;
/** The label of papers whose title and abstract have no word at all. */
const wordless = "Without text";

interface Draft {
	label: string;
	terms: string[];
	members: Map<number, readonly string[]>;
}

/** Every paper is in one topic, or in two that it fits nearly alike. Topics are ordered by size, then by label. */
export function groupByTopic(papers: readonly Paper[], options: TopicOptions = {}): Topic[] {
	const words = papers.map(wordsOf);
	const drafts = fromTable(words, options.table ?? clinicalTable);
	const placed = new Set(drafts.flatMap(draft => [...draft.members.keys()]));
	const rest = words.flatMap((_, i) => (placed.has(i) ? [] : [i]));
	drafts.push(...discover(words, rest, drafts));
	return drafts
		.map(draft => finish(draft, papers))
		.sort((a, b) => b.papers.length - a.papers.length || (a.label < b.label ? -1 : 1));
}

function finish({ label, terms, members }: Draft, papers: readonly Paper[]): Topic {
	const kept = [...members]
		.sort(([a], [b]) => a - b)
		.flatMap(([i, reasons]) => {
			const paper = papers[i];
			return paper === undefined ? [] : [{ paper, reasons }];
		});
	return {
		label,
		terms,
		papers: kept.map(({ paper }) => paper),
		reasons: Object.fromEntries(kept.map(({ paper, reasons }) => [paper.id, reasons])),
	};
}

function fromTable(words: readonly PaperWords[], table: TopicTable): Draft[] {
	const matcher = new TableMatcher(table);
	const byLabel = new Map<string, Map<number, Fit>>();
	words.forEach((paper, i) => {
		for (const fit of matcher.fits(paper)) {
			byLabel.set(fit.label, (byLabel.get(fit.label) ?? new Map<number, Fit>()).set(i, fit));
		}
	});
	const least = words.length < largeShelf ? 1 : Math.ceil(leastShare * words.length);
	return [...byLabel]
		.filter(([, fits]) => fits.size >= least)
		.map(([label, fits]) => ({
			label,
			terms: strongest([...fits.values()]),
			members: new Map(
				[...fits].map(([i, fit]) => [i, fit.terms.slice(0, shownReasons).map(({ term }) => term)]),
			),
		}));
}

function strongest(fits: readonly Fit[]): string[] {
	const sums = new Map<string, number>();
	for (const { terms } of fits) for (const { term, score } of terms) sums.set(term, (sums.get(term) ?? 0) + score);
	return [...sums]
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.slice(0, shownTerms)
		.map(([term]) => term);
}

/** Topics of the papers that the table does not know. */
function discover(words: readonly PaperWords[], rest: readonly number[], known: readonly Draft[]): Draft[] {
	if (rest.length === 0) return [];
	const frequencies: Background = background(words);
	const vectors = rest.map(i => vectorOf(words[i] ?? emptyWords, frequencies));
	const silent = rest.filter((_, at) => vectors[at]?.size === 0);
	const speaking = rest.filter((_, at) => vectors[at]?.size !== 0);
	const heard = vectors.filter(vector => vector.size > 0);
	const drafts: Draft[] = [];
	const labels = new Set(known.map(({ label }) => label.toLowerCase()));
	const groups = clusters(heard, Math.max(fewestFound, mostTopics - known.length));
	const taken = new Set<string>();
	const everywhere = papersWith(heard);
	for (const group of groups.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))) {
		const members = group.flatMap(at => speaking[at] ?? []);
		const texts = members.flatMap(i => words[i] ?? []);
		const ownVectors: Vector[] = group.flatMap(at => heard[at] ?? []);
		const telling = tellingTerms(ownVectors, everywhere, 60);
		const term = labelTerm(telling, taken);
		if (term === undefined) continue;
		taken.add(term);
		const label = distinct(sentenceCase(writtenForm(term, texts)), labels);
		const terms = [term, ...telling.filter(other => other !== term)];
		drafts.push({
			label,
			terms: terms.slice(0, shownTerms).map(other => writtenForm(other, texts)),
			members: new Map(members.map(i => [i, reasonsOf(words[i] ?? emptyWords, terms, shownReasons)])),
		});
	}
	if (silent.length > 0) {
		drafts.push({ label: distinct(wordless, labels), terms: [], members: new Map(silent.map(i => [i, []])) });
	}
	return drafts;
}

const emptyWords: PaperWords = {
	paper: { id: "", title: "", abstract: "", authors: [], type: "article", keywords: [], links: [] },
	title: { stems: [], written: [] },
	abstract: { stems: [], written: [] },
};

/** The label, with a number when it is taken; remembers it. */
function distinct(label: string, labels: Set<string>): string {
	let free = label;
	for (let n = 2; labels.has(free.toLowerCase()); n++) free = `${label} (${n})`;
	labels.add(free.toLowerCase());
	return free;
}
