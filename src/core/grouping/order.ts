// The order of papers within a group, as one sequence of the whole shelf that every group follows.

import type { Paper } from "../paper";
import { plainTitle } from "../render";
import type { SortBy } from "./group";

/** Compares as a reader of the language would look words up: case and accents count last, numbers by their value. */
export function collatorOf(locale: string): Intl.Collator {
	const options: Intl.CollatorOptions = { numeric: true, ignorePunctuation: true };
	try {
		return new Intl.Collator(locale, options);
	} catch {
		return new Intl.Collator("en", options);
	}
}

/** What an order needs beside the papers. */
export interface OrderNeeds {
	readonly collator: Intl.Collator;
	readonly rank: (id: string) => number | undefined;
}

/** Papers in an order; those that are alike in it stay in the order of the shelf. What says nothing comes last. */
export function ordered(papers: readonly Paper[], sort: SortBy, { collator, rank }: OrderNeeds): readonly Paper[] {
	switch (sort) {
		case "digest":
			return papers;
		case "title":
			return byText(papers, collator, plainTitle);
		case "author":
			return byText(byDate(papers), collator, firstAuthor);
		case "year":
			return byDate(papers);
		case "nearness":
			return byNumber(papers, ({ id }) => rank(id) ?? Infinity);
	}
}

function byText(papers: readonly Paper[], collator: Intl.Collator, textOf: (paper: Paper) => string): readonly Paper[] {
	const texts = papers.map(paper => ({ paper, text: textOf(paper) }));
	texts.sort(
		(a, b) => Number(a.text === "") - Number(b.text === "") || collator.compare(a.text, b.text) || compare(a, b),
	);
	return texts.map(({ paper }) => paper);
}

/** Punctuation decides where nothing else does. */
function compare({ text: a }: { readonly text: string }, { text: b }: { readonly text: string }): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The newest first. */
function byDate(papers: readonly Paper[]): readonly Paper[] {
	return byNumber(papers, ({ issued }) =>
		issued === undefined ? Infinity : -(issued.year * 10_000 + (issued.month ?? 0) * 100 + (issued.day ?? 0)),
	);
}

/** Ascending. */
function byNumber(papers: readonly Paper[], numberOf: (paper: Paper) => number): readonly Paper[] {
	const numbers = papers.map(paper => ({ paper, number: numberOf(paper) }));
	// Two that have none are alike: Infinity less Infinity is no number.
	numbers.sort((a, b) => (a.number === b.number ? 0 : a.number - b.number));
	return numbers.map(({ paper }) => paper);
}

function firstAuthor({ authors: [first] }: Paper): string {
	if (!first) return "";
	return "literal" in first ? first.literal : [first.family, first.given ?? ""].join(" ");
}
