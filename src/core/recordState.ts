// How much of a paper's record is there: what a reference needs, and what of it is missing.

import type { Paper } from "./paper";

/** What a reference needs. */
export type RecordPart = "authors" | "date" | "venue" | "identifier";

interface RecordState {
	/** `none` where a title is all that is known, perhaps with an abstract. */
	readonly state: "complete" | "partial" | "none";
	readonly missing: readonly RecordPart[];
}

/** The state of a paper's record. A preprint has its server for a venue. */
export function recordStateOf(paper: Paper): RecordState {
	const { authors, authorsIncomplete, issued, venue, publisher, arxiv, doi, pmid, isbn, url } = paper;
	const isThere: Readonly<Record<RecordPart, boolean>> = {
		authors: authors.length > 0 && authorsIncomplete !== true,
		date: issued !== undefined,
		venue: [venue, publisher, arxiv].some(isGiven),
		identifier: [doi, arxiv, pmid, isbn, url].some(isGiven),
	};
	const missing = parts.filter(part => !isThere[part]);
	const isUnknown = authors.length === 0 && issued === undefined && !isThere.venue;
	return { state: missing.length === 0 ? "complete" : isUnknown ? "none" : "partial", missing };
}

const parts: readonly RecordPart[] = ["authors", "date", "venue", "identifier"];

function isGiven(value: string | undefined): boolean {
	return value !== undefined && value !== "";
}

/** Whether a citation of the paper names nobody and no year: it can be cited by its title alone. */
export function isCitedByTitle({ authors, issued }: Paper): boolean {
	return authors.length === 0 && issued === undefined;
}
