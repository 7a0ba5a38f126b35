// What the person follows: which papers each followed query brings, and what of a paper to mark for it.

import type { Paper } from "../core/paper";
import { plainTitle } from "../core/render";
import { matchRanges } from "../core/search/passage";
import { namesIn, termsIn } from "../core/search/query/asked";
import { hasValue } from "../core/search/query/fields";
import type { SearchIndex, SearchOptions } from "../core/search/searchIndex";
import type { FollowedPapers } from "../core/shelf";
import type { ShelfFacts } from "./facts";

/** Papers that one query brings at most: more than anyone follows. */
const mostPapers = 1000;

/** The papers with all words of a query and in its fields. */
export function followedPapers(index: SearchIndex, facts: ShelfFacts, query: string): FollowedPapers {
	const options: SearchOptions = {
		limit: mostPapers,
		isStrict: true,
		facts: id => facts.of(id),
		except: facts.hiddenFor(),
	};
	const papers = index.search(query, options).map(({ paper, terms }) => ({
		id: paper.id,
		titleMarks: matchRanges(plainTitle(paper), terms),
	}));
	return { query, papers };
}

/** What to mark in a paper for the followed queries that brought it. */
export interface FollowedParts {
	/** Index terms of their words. */
	readonly terms: readonly string[];
	/** Names of authors, by their places. */
	readonly authors: ReadonlySet<number>;
	readonly isVenue: boolean;
}

export function followedParts(index: SearchIndex, paper: Paper, queries: readonly string[]): FollowedParts {
	const parsed = queries.map(query => index.parse(query, () => ({}), { isStrict: true }));
	const names = parsed.map(namesIn);
	const has = (field: "author" | "venue", value: string, of: Paper) =>
		hasValue(field, value, of, { facts: undefined, isOpen: false });
	const authors = paper.authors.flatMap((name, place) =>
		names.some(each => each.authors.some(value => has("author", value, { ...paper, authors: [name] })))
			? place
			: [],
	);
	return {
		terms: parsed.flatMap(termsIn),
		authors: new Set(authors),
		isVenue: names.some(({ venues }) => venues.some(value => has("venue", value, paper))),
	};
}
