// Searching for a paper that one knows: by its title, the beginning of it, or an address.

import { arxivOfAddress, doiOfAddress, pmidOfAddress } from "../digests/identifiers";
import { findArxiv } from "../identity";
import type { Paper } from "../paper";
import { normalizeTitle } from "../text/normalize";
import type { Found } from "./ranking/snapshot";

/** A paper whose title is the query is among so many by its words. */
export const titlesCompared = 20;

/** So many words that begin a title are not the words of a subject. */
const beginningWords = 4;

/** Addresses, and identifiers with their kind before or a version behind. */
const references = /\bhttps?:\/\/\S+|\b(?:arxiv|doi):\s?\S+|\b\d{4}\.\d{4,5}v\d{1,2}\b/gi;

/** The query with the bare identifier of a paper in place of each reference to one, of which texts have the other words. */
export function withoutReferences(query: string): string {
	return query.replace(
		references,
		each => arxivOfAddress(each) ?? doiOfAddress(each) ?? pmidOfAddress(each) ?? findArxiv(each) ?? each,
	);
}

/**
 * Whoever types or pastes a title, or the beginning of one, means that paper, however much others resemble it: those come
 * first, whole titles before others. `asYouType`: the last word may be unfinished.
 */
export function titledFirst(found: readonly Found[], query: string, asYouType: boolean): readonly Found[] {
	const wanted = normalizeTitle(query);
	if (wanted === "") return found;
	const beginning = wanted.split(" ").length < beginningWords ? undefined : asYouType ? wanted : `${wanted} `;
	const whole: Found[] = [];
	const begun: Found[] = [];
	const rest: Found[] = [];
	found.forEach((each, rank) => {
		const title = rank < titlesCompared ? comparedTitle(each.paper) : "";
		if (title === wanted) whole.push(each);
		else if (beginning !== undefined && title.startsWith(beginning)) begun.push(each);
		else rest.push(each);
	});
	const most = found[0]?.score ?? 0;
	return [...[...whole, ...begun].map(each => ({ ...each, score: most })), ...rest];
}

/** With each key the same papers come again. */
const compared = new WeakMap<Paper, string>();

function comparedTitle(paper: Paper): string {
	const title = compared.get(paper) ?? normalizeTitle(paper.title);
	compared.set(paper, title);
	return title;
}
