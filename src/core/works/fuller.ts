// Which of two records of a work says more: the one rule by which records are put in order.

import type { Paper } from "../paper";

/**
 * Orders records, the fullest first: by what a citation and a reader need, then by the length of the abstract and of
 * the list of authors. Total, so that the order in which records came decides nothing: only equal records compare equal.
 */
export function byFullness(a: Paper, b: Paper): number {
	const difference = a === b ? 0 : fullness(b) - fullness(a);
	if (difference !== 0 || a === b) return difference;
	return (
		b.abstract.length - a.abstract.length ||
		b.authors.length - a.authors.length ||
		compareTexts(JSON.stringify(a), JSON.stringify(b))
	);
}

/** How much of what a citation and a reader need is there. */
function fullness({ authors, authorsIncomplete, issued, abstract, venue, doi, arxiv, pmid }: Paper): number {
	const has = [abstract !== "", authors.length > 0, authorsIncomplete !== true, issued, venue, doi, arxiv, pmid];
	return has.filter(part => part !== undefined && part !== false).length;
}

/** The longer text first, then by code units. */
function compareTexts(a: string, b: string): number {
	if (a.length !== b.length) return b.length - a.length;
	return a < b ? -1 : a > b ? 1 : 0;
}
