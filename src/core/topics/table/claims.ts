// Papers that belong to topics which were named beforehand: a person's own, and the reviewed ones of the field.

import type { Paper } from "../../paper";
import { SearchIndex } from "../../search/searchIndex";
import type { TopicOptions, TopicTable } from "../topic";
import type { PaperWords } from "../words";
import { type Fit, TableMatcher } from "./matcher";
import type { Rule } from "./rules";

/** A topic with its papers by number, and for each the terms that put it there. */
export interface Claim {
	readonly label: string;
	readonly terms: readonly string[];
	readonly reasons: ReadonlyMap<number, readonly string[]>;
	readonly isPinned: boolean;
}

/** Papers, with their words, under the same numbers. */
export interface Shelf {
	readonly papers: readonly Paper[];
	readonly words: readonly PaperWords[];
}

const shownTerms = 8;
const shownReasons = 5;
const stepPapers = 20;

/** On a large shelf a reviewed topic with hardly any paper is there by chance. */
const largeShelf = 100;
const leastShare = 0.015;

/** The reviewed topics are of a field: they serve when so many papers fit them, fewer when they served before. */
const fieldShare = 0.6;
const fieldShareBefore = 0.4;

/** The papers of rules that say themselves what belongs there. */
export function* claimedByRules(
	shelf: Shelf,
	rules: readonly Rule[],
	search: TopicOptions["search"],
): Generator<undefined, Claim[], undefined> {
	const own = rules.filter(({ isOwn }) => isOwn);
	if (own.length === 0) return [];
	const fits = yield* fitsOf(shelf, Object.fromEntries(own.map(({ label, words }) => [label, words])));
	const numbers = new Map(shelf.papers.map(({ id }, i) => [id, i]));
	const find = search ?? (own.some(({ query }) => query !== undefined) ? yield* indexed(shelf.papers) : () => []);
	const claims: Claim[] = [];
	for (const { label, query, papers, isPinned } of own) {
		const reasons = new Map<number, readonly string[]>();
		for (const [i, fit] of fits.get(label) ?? []) reasons.set(i, fitReasons(fit));
		for (const id of [...(query === undefined ? [] : find(query)), ...papers]) {
			const i = numbers.get(id);
			if (i !== undefined && !reasons.has(i)) reasons.set(i, query === undefined ? [label] : [query]);
		}
		const found = strongest([...(fits.get(label)?.values() ?? [])]);
		const terms = found.length > 0 ? found : [query ?? label];
		if (reasons.size > 0) claims.push({ label, terms, reasons, isPinned });
		yield;
	}
	return claims;
}

/** The papers of reviewed topics among those that are free; none when the shelf is of another field. */
export function* claimedBySeeds(
	shelf: Shelf,
	seeds: TopicTable,
	{ isFree, wasUsed }: { isFree: (i: number) => boolean; wasUsed: boolean },
): Generator<undefined, Claim[], undefined> {
	const fits = yield* fitsOf(shelf, seeds);
	const fitting = new Set([...fits.values()].flatMap(own => [...own.keys()]));
	if (fitting.size < (wasUsed ? fieldShareBefore : fieldShare) * shelf.papers.length) return [];
	const least = shelf.papers.length < largeShelf ? 1 : Math.ceil(leastShare * shelf.papers.length);
	return [...fits].flatMap(([label, own]): Claim[] => {
		const free = [...own].filter(([i]) => isFree(i));
		if (free.length < least) return [];
		const reasons = new Map(free.map(([i, fit]) => [i, fitReasons(fit)]));
		return [{ label, terms: strongest(free.map(([, fit]) => fit)), reasons, isPinned: false }];
	});
}

function fitReasons({ terms }: Fit): string[] {
	return terms.slice(0, shownReasons).map(({ term }) => term);
}

/** By label, the papers that fit, by number. */
function* fitsOf({ words }: Shelf, table: TopicTable): Generator<undefined, Map<string, Map<number, Fit>>, undefined> {
	const matcher = new TableMatcher(table);
	const byLabel = new Map<string, Map<number, Fit>>();
	for (const [i, paper] of words.entries()) {
		for (const fit of matcher.fits(paper)) {
			byLabel.set(fit.label, (byLabel.get(fit.label) ?? new Map<number, Fit>()).set(i, fit));
		}
		if (i % stepPapers === stepPapers - 1) yield;
	}
	return byLabel;
}

function strongest(fits: readonly Fit[]): string[] {
	const sums = new Map<string, number>();
	for (const { terms } of fits) for (const { term, score } of terms) sums.set(term, (sums.get(term) ?? 0) + score);
	return [...sums]
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.slice(0, shownTerms)
		.map(([term]) => term);
}

function* indexed(papers: readonly Paper[]): Generator<undefined, (query: string) => Iterable<string>, undefined> {
	const index = new SearchIndex();
	index.prepareMeaning(0);
	for (const [i, paper] of papers.entries()) {
		index.replace(paper.id, [paper]);
		if (i % stepPapers === stepPapers - 1) yield;
	}
	return query =>
		index
			.search(query, { limit: papers.length })
			.filter(({ isComplete }) => isComplete)
			.map(({ paper }) => paper.id);
}
