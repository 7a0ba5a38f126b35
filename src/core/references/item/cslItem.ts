// What a style reads of a work: CSL's variables (CSL 1.0.2, Appendix IV), and a paper as such.

import type { IssuedDate, Name, Paper } from "../../paper";

export interface CslName {
	readonly family?: string;
	readonly given?: string;
	readonly "dropping-particle"?: string;
	readonly "non-dropping-particle"?: string;
	readonly suffix?: string;
	/** The suffix is parted by a comma, as in "John Smith, III". */
	readonly "comma-suffix"?: boolean;
	/** The name is always written with the family name first. */
	readonly "static-ordering"?: boolean;
	/** A group; `others` at the end of a list says that there are more names. */
	readonly literal?: string;
}

export interface CslDate {
	/** One date, or the two ends of a range; each year, month and day as far as known. */
	readonly parts: readonly (readonly number[])[];
	/** 1 to 4. */
	readonly season?: number;
	readonly circa?: boolean;
	readonly literal?: string;
}

export interface CslItem {
	readonly id: string;
	readonly type: string;
	/** Whether tags in texts are mark-up (`<i>`, `<sub>` …); titles of papers are Unicode, a `<` in them is a `<`. */
	readonly rich: boolean;
	/** Texts, and numbers as texts. */
	readonly texts: ReadonlyMap<string, string>;
	readonly names: ReadonlyMap<string, readonly CslName[]>;
	readonly dates: ReadonlyMap<string, CslDate>;
}

/** Types whose venue is the work that they are a part of; that of any other is its publisher. */
const contained =
	/^(?:article-journal|article-magazine|article-newspaper|chapter|entry|entry-dictionary|entry-encyclopedia|paper-conference|review|review-book|post-weblog|post|webpage|broadcast)$/;

/** A paper as CSL's variables. The case of a title is kept: a style's title case changes small letters alone. */
export function cslOf(paper: Paper): CslItem {
	const isPreprint = paper.type === "article" && paper.arxiv !== undefined;
	const isContained = contained.test(paper.type);
	const publisher = paper.publisher ?? (isContained ? undefined : paper.venue);
	const texts: readonly (readonly [string, string | undefined])[] = [
		["title", paper.title],
		["abstract", paper.abstract],
		["container-title", isContained ? paper.venue : undefined],
		["publisher", isPreprint ? (publisher ?? "arXiv") : publisher],
		["publisher-place", paper.place],
		["volume", paper.volume],
		["issue", paper.issue],
		["page", paper.pages],
		["edition", paper.edition],
		["number", paper.number ?? (isPreprint ? `arXiv:${paper.arxiv ?? ""}` : undefined)],
		["collection-title", paper.series],
		["genre", paper.genre],
		["ISBN", paper.isbn],
		["ISSN", paper.issn],
		["DOI", paper.doi],
		["PMID", paper.pmid],
		["URL", addressOf(paper)],
	];
	const people: readonly (readonly [string, readonly Name[]])[] = [
		["author", paper.authorsIncomplete ? [...paper.authors, { literal: "others" }] : paper.authors],
		["editor", paper.editors ?? []],
	];
	return {
		id: paper.id,
		type: paper.type,
		rich: false,
		texts: new Map(texts.flatMap(([name, text]) => (text === undefined || text === "" ? [] : [[name, text]]))),
		names: new Map(people.flatMap(([role, names]) => (names.length === 0 ? [] : [[role, names.map(nameOf)]]))),
		dates: new Map(paper.issued ? [["issued", dateOf(paper.issued)]] : []),
	};
}

function addressOf({ url, doi, arxiv }: Paper): string | undefined {
	if (url !== undefined) return url;
	return doi === undefined && arxiv !== undefined ? `https://arxiv.org/abs/${arxiv}` : undefined;
}

function nameOf(name: Name): CslName {
	if ("literal" in name) return { literal: name.literal };
	const { family, given, particle, suffix } = name;
	return {
		family,
		...(given !== undefined && { given }),
		...(particle !== undefined && { "non-dropping-particle": particle }),
		...(suffix !== undefined && { suffix }),
	};
}

function dateOf({ year, month, day }: IssuedDate): CslDate {
	return { parts: [[year, ...(month === undefined ? [] : [month, ...(day === undefined ? [] : [day])])]] };
}
