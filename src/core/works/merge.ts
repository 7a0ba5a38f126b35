// The records of a work as one paper: the best of each field, and which record it came from.

import type { Announcement, Link, Notice, Paper, Publication } from "../paper";
import { publicationFields } from "../digests/fields/publication";
import { inGravity } from "../digests/json/recordSource";
import { mergeLinks } from "../text/links";
import { normalizeTitle } from "../text/normalize";
import { byFullness } from "./fuller";
import { isPreprintVenue, preprintOf } from "./preprints";

/** The fields of a paper that records may give differently. */
export type Field = Exclude<
	keyof Paper,
	"id" | "authorsIncomplete" | "announced" | "arxivClass" | "notices" | "recordFrom" | "note" | keyof Publication
>;

/** For each field of a merged paper the records that gave it, as indices. */
export type Origins = { readonly [F in Field]?: readonly number[] };

export interface Merged {
	/** Without its id. */
	readonly fields: Omit<Paper, "id">;
	readonly origins: Origins;
}

/** Compares two records for one field: negative when the first one's is better. */
type Preference = (a: Paper, b: Paper) => number;

/** Merges records of one work. What is chosen does not depend on the order of the records. */
export function mergeRecords(records: readonly Paper[]): Merged {
	const candidates = records
		.map((paper, index) => ({ paper, index, stage: stageOf(paper) }))
		.sort((a, b) => a.stage - b.stage || byFullness(a.paper, b.paper));
	const origins: { -readonly [F in Field]?: readonly number[] } = {};
	/** The value of a field in the record that has the best one. */
	const best = (field: Field, has: (paper: Paper) => boolean, prefer: Preference = () => 0) => {
		// Sorting is stable: among equals the published and the fuller record comes first.
		const [first] = candidates.filter(({ paper }) => has(paper)).sort((a, b) => prefer(a.paper, b.paper));
		if (first) origins[field] = [first.index];
		return first?.paper;
	};
	const contributors = (field: "keywords" | "links") => {
		const giving = candidates.filter(({ paper }) => paper[field].length > 0);
		if (giving.length > 0) origins[field] = giving.map(({ index }) => index);
		return giving.map(({ paper }) => paper);
	};

	const titled = best("title", ({ title }) => title !== "", betterTitle);
	const abstract = best("abstract", hasAbstract, betterAbstract)?.abstract ?? "";
	const authors = best("authors", paper => paper.authors.length > 0, betterAuthors);
	const issued = best("issued", paper => paper.issued !== undefined, betterDate)?.issued;
	const type = best(
		"type",
		paper => paper.type !== "",
		preferring(paper => paper.type !== "article"),
	)?.type;
	const arxiv = best("arxiv", paper => paper.arxiv !== undefined)?.arxiv;
	const doi = best("doi", paper => paper.doi !== undefined, betterDoi)?.doi;
	const pmid = best("pmid", paper => paper.pmid !== undefined)?.pmid;
	const url = best("url", paper => paper.url !== undefined)?.url;
	const isJournal = ({ venue = "" }: Paper) => !isPreprintVenue(venue);
	const published = best("venue", paper => paper.venue !== undefined, preferring(isJournal));
	const venue = published?.venue;
	const arxivClass = candidates.find(({ paper }) => paper.arxivClass !== undefined)?.paper.arxivClass;
	const announced = announcedAs(records);
	const notices = noticesIn(candidates.map(({ paper }) => paper));
	const recordFrom = candidates.find(({ paper }) => paper.recordFrom)?.paper.recordFrom;
	const fields = {
		title: titled?.title ?? "",
		abstract,
		authors: authors?.authors ?? [],
		...(authors?.authorsIncomplete === true && { authorsIncomplete: true as const }),
		...(issued && { issued }),
		type: type ?? "article",
		...(arxiv !== undefined && { arxiv }),
		...(arxivClass !== undefined && { arxivClass }),
		...(doi !== undefined && { doi }),
		...(pmid !== undefined && { pmid }),
		...(url !== undefined && { url }),
		...(venue !== undefined && { venue }),
		...publicationIn(
			published,
			candidates.map(({ paper }) => paper),
		),
		keywords: unionOfKeywords(contributors("keywords")),
		links: unionOfLinks(contributors("links")),
		...(announced && { announced }),
		...(notices.length > 0 && { notices }),
		...(recordFrom && { recordFrom }),
	};
	return { fields, origins };
}

/** Volume, pages and the like belong to one venue: the record's that gave it, and what others say of the same one. */
function publicationIn(published: Paper | undefined, records: readonly Paper[]): Publication {
	const isSame = ({ venue = "" }: Paper) => normalizeTitle(venue) === normalizeTitle(published?.venue ?? "");
	const found: Record<string, unknown> = {};
	for (const record of published ? [published, ...records.filter(isSame)] : records) {
		for (const field of publicationFields) found[field] ??= record[field];
	}
	return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** How near a record is to the published version: 0 is that version alone, 3 a preprint. */
function stageOf({ doi, arxiv, pmid, venue, type }: Paper): number {
	const isServer = doi !== undefined && preprintOf(doi) !== undefined;
	const isPreprint = isServer || arxiv !== undefined || (venue !== undefined && isPreprintVenue(venue));
	const isPublished =
		(doi !== undefined && !isServer) || (venue !== undefined && !isPreprintVenue(venue)) || pmid !== undefined;
	if (isPublished && !isPreprint) return 0;
	if (isPublished && !isServer) return 1;
	if (isPreprint) return 3;
	return type === "article" ? 2 : 1;
}

function preferring(is: (paper: Paper) => boolean): Preference {
	return (a, b) => Number(is(b)) - Number(is(a));
}

/** Several preferences, the first that tells the two apart. */
function inOrder(...preferences: readonly Preference[]): Preference {
	return (a, b) => preferences.reduce((difference, prefer) => difference || prefer(a, b), 0);
}

/** Whether a text is shown in part, as alerts and lists do. */
function isCut(text: string): boolean {
	return /(?:…|\.\.\.)["”]?\s*$|^\s*(?:…|\.\.\.)/.test(text.slice(0, 20) + text.slice(-20));
}

function hasAbstract({ abstract }: Paper): boolean {
	return abstract.length > 40 || (abstract !== "" && !/^(?:no|n\/a|not?)\b|\b(?:un|not )available\b/i.test(abstract));
}

const betterAbstract = inOrder(
	preferring(({ abstract }) => !isCut(abstract)),
	(a, b) => b.abstract.length - a.abstract.length,
);

const betterTitle = inOrder(
	preferring(({ title }) => !isCut(title)),
	preferring(({ title }) => title !== title.toUpperCase() || title === title.toLowerCase()),
);

/** All authors rather than some, then with their given names rather than with initials. */
const betterAuthors = inOrder(
	preferring(paper => paper.authorsIncomplete !== true),
	(a, b) => b.authors.length - a.authors.length,
	(a, b) => givenLength(b) - givenLength(a),
);

function givenLength({ authors }: Paper): number {
	return authors.reduce((sum, name) => sum + ("literal" in name ? 0 : (name.given?.length ?? 0)), 0);
}

/** The date of the published version before any other, then the most precise one. */
const betterDate = inOrder(
	preferring(paper => stageOf(paper) < 3),
	preferring(paper => stageOf(paper) === 0),
	preferring(({ issued }) => issued?.day !== undefined),
	preferring(({ issued }) => issued?.month !== undefined),
);

/** The DOI of the published version, then one of a journal's server rather than the one that arXiv gives. */
const betterDoi = inOrder(
	preferring(({ doi = "" }) => !preprintOf(doi)),
	preferring(({ doi = "" }) => preprintOf(doi)?.server !== "arxiv"),
);

function unionOfKeywords(papers: readonly Paper[]): readonly string[] {
	const words = new Map<string, string>();
	for (const { keywords } of papers) {
		for (const word of keywords) if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
	}
	return [...words.values()];
}

function unionOfLinks(papers: readonly Paper[]): readonly Link[] {
	return mergeLinks(...papers.map(({ links }) => links));
}

/** What any record says was published about the work, each notice once. */
function noticesIn(records: readonly Paper[]): readonly Notice[] {
	const all = records.flatMap(({ notices = [] }) => notices);
	return inGravity([...new Map(all.map(one => [`${one.kind} ${one.doi ?? one.pmid ?? ""}`, one])).values()]);
}

/** A paper that is new in one place, or stands in a digest that announces nothing, is no mere replacement. */
function announcedAs(records: readonly Paper[]): Announcement | undefined {
	const announced = new Set(records.map(paper => paper.announced));
	return ([undefined, "new", "cross-list", "replacement"] as const).find(how => announced.has(how));
}
