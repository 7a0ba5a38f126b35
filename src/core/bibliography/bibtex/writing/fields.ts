// The fields of a paper's entry, under the names and in the order that its file uses. Sources: btxdoc, section 3.2;
// biblatex manual, sections 2.2.2, 2.3.8 and 3.14.7; arXiv's help page "Hypertex" (`eprint`, `archivePrefix`, …).

import type { IssuedDate, Paper } from "../../../paper";
import { preprintOf, isPreprintVenue } from "../../../works/preprints";
import { areAlphabetical, orderLike } from "../../order";
import { writeName } from "../names";
import { months } from "../strings";
import { encoder, escapeAddress, writeTitle, type Encode } from "./encode";
import type { BibStyle } from "./style";
import { entryType } from "./types";

export interface Field {
	/** In lower case, or as `archivePrefix` is written. */
	readonly name: string;
	/** LaTeX, without braces or quotes around it. */
	readonly value: string;
	/** Without braces or quotes: a number or the name of a string. */
	readonly isBare?: boolean;
}

export interface WrittenEntry {
	/** In lower case. */
	readonly type: string;
	readonly fields: readonly Field[];
}

export interface FieldOptions {
	/** Names of fields that are left out, in lower case. */
	readonly omit: ReadonlySet<string>;
	readonly canEncode?: ((char: string) => boolean) | undefined;
}

/** The entry of a paper in the dialect and with the habits of a file. */
export function entryFields(paper: Paper, style: BibStyle, { omit, canEncode }: FieldOptions): WrittenEntry {
	const encode = encoder(style.letters, canEncode);
	const isPreprint = isArxivAlone(paper);
	const csl = isPreprint && /^(?:article|document)/.test(paper.type) ? "article" : paper.type;
	const { type, venue, subtype, genre } = entryType(csl, paper.genre, style.dialect);
	const { author, editor, isEdited } = people(paper, encode);
	const all: readonly (Field | undefined)[] = [
		isEdited ? editor : author,
		field("title", writeTitle(paper.title, encode, style.isTitleBraced)),
		isPreprint ? undefined : text(venueName(venue, style), venueOf(paper, venue), encode),
		editor,
		subtype === undefined ? undefined : field("entrysubtype", subtype),
		text("type", genre, encode),
		...dates(paper.issued, style),
		...publication(paper, { style, encode, type }),
		...identifiers(paper, style),
		isUnpublished(paper) && style.dialect === "biblatex" ? field("pubstate", "prepublished") : undefined,
		text("note", paper.note, encode),
		text("abstract", paper.abstract, encode),
		text("keywords", paper.keywords.join(", "), encode),
	];
	const fields = new Map<string, Field>();
	for (const one of all) {
		const name = one?.name.toLowerCase() ?? "";
		if (one && one.value !== "" && !omit.has(name) && !fields.has(name)) fields.set(name, one);
	}
	return { type, fields: inOrder([...fields.keys()], style.orders).flatMap(name => fields.get(name) ?? []) };
}

/** In the order of the file; a month that the file does not know goes with its year. */
function inOrder(names: readonly string[], orders: BibStyle["orders"]): readonly string[] {
	const isKnown = areAlphabetical(orders) || orders.some(list => list.includes("month"));
	if (isKnown || !names.includes("month")) return orderLike(names, orders);
	return orderLike(
		names.filter(name => name !== "month"),
		orders,
	).flatMap(name => (name === "year" ? [name, "month"] : [name]));
}

/** What is known of arXiv alone; its DOI is arXiv's own. */
function isArxivAlone({ arxiv, venue }: Paper): boolean {
	return arxiv !== undefined && (venue === undefined || /^arxiv\b/i.test(venue));
}

function isUnpublished(paper: Paper): boolean {
	if (paper.type !== "article") return false;
	const { doi, venue } = paper;
	const isServer = venue !== undefined && isPreprintVenue(venue);
	return isArxivAlone(paper) || isServer || (doi !== undefined && preprintOf(doi) !== undefined);
}

function field(name: string, value: string, isBare = false): Field {
	return isBare ? { name, value, isBare } : { name, value };
}

function text(name: string, value: string | undefined, encode: Encode): Field | undefined {
	return value === undefined || value === "" ? undefined : field(name, encode(value));
}

/** Authors, and editors. A whole work by none but its editors has them alone. */
function people(
	{ authors, authorsIncomplete, editors = [], type }: Paper,
	encode: Encode,
): { readonly author: Field | undefined; readonly editor: Field | undefined; readonly isEdited: boolean } {
	const isEdited =
		editors.length > 0 &&
		/^(?:book|collection|classic|periodical)$/.test(type) &&
		JSON.stringify(editors) === JSON.stringify(authors);
	// BibTeX's own words for `et al.` (btxdoc, section 4, "Names").
	const more = authorsIncomplete === true ? ["others"] : [];
	const write = (name: string, people: Paper["authors"], more: readonly string[]): Field | undefined =>
		people.length === 0
			? undefined
			: field(name, [...people.map(person => writeName(person, encode)), ...more].join(" and "));
	return {
		isEdited,
		author: isEdited ? undefined : write("author", authors, more),
		editor: write("editor", editors, isEdited ? more : []),
	};
}

/** The field of the venue as the file spells it. */
function venueName(venue: string, { names }: BibStyle): string {
	if (venue === "journal" || venue === "journaltitle") return names.journal;
	return venue;
}

/** What stands in the field of the venue: a book is by its publisher; so is a thesis or a report that names no venue. */
function venueOf({ venue, publisher }: Paper, field: string): string | undefined {
	if (field === "publisher") return publisher ?? venue;
	return field === "school" || field === "institution" ? (venue ?? publisher) : venue;
}

interface PublicationContext {
	readonly style: BibStyle;
	readonly encode: Encode;
	readonly type: string;
}

function publication(paper: Paper, { style, encode, type }: PublicationContext): readonly (Field | undefined)[] {
	const isArticle = type === "article";
	const { pages, issue, number } = paper;
	// BibTeX prints `number` alone; biblatex has `issue` for what is none, as `Spring`.
	const isNamed = style.dialect === "biblatex" && issue !== undefined && !/\d/.test(issue);
	// An article, a thesis and a report name no publisher beside their venue.
	const hasPublisher = !/^(?:article|.*thesis|.*report)$/.test(type);
	return [
		text("volume", paper.volume, encode),
		text(isNamed ? "issue" : "number", isArticle ? issue : (number ?? issue), encode),
		text("series", paper.series, encode),
		text("edition", paper.edition, encode),
		pages === undefined ? undefined : field("pages", encode(pages).replace(/(?<=\w)-(?=\w)/g, style.pageDash)),
		hasPublisher ? text("publisher", paper.publisher, encode) : undefined,
		text(style.names.address, paper.place, encode),
		text("isbn", paper.isbn, encode),
		text("issn", paper.issn, encode),
	];
}

function dates(issued: IssuedDate | undefined, style: BibStyle): readonly Field[] {
	if (!issued) return [];
	const { year, month, day } = issued;
	if (style.names.year === "date") {
		const parts = [
			String(year).padStart(4, "0"),
			...[month, day].flatMap(part => (part === undefined ? [] : two(part))),
		];
		return [field("date", parts.join("-"))];
	}
	const written = month === undefined ? undefined : style.writeMonth(month);
	return [
		field("year", String(year), style.isYearBare),
		...(written ? [written] : []),
		...(day !== undefined && style.hasDay ? [field("day", String(day), style.isYearBare)] : []),
	];
}

function two(part: number): string {
	return String(part).padStart(2, "0");
}

function identifiers({ arxiv, arxivClass, doi, pmid, url }: Paper, { names, dialect }: BibStyle): readonly Field[] {
	const fields: Field[] = [];
	if (arxiv !== undefined) {
		fields.push(field("eprint", arxiv), field(names.archive, "arXiv"));
		if (arxivClass !== undefined) fields.push(field(names.class, arxivClass));
	}
	if (doi !== undefined) fields.push(field("doi", escapeAddress(doi)));
	if (pmid !== undefined && dialect === "biblatex" && arxiv === undefined) {
		fields.push(field("eprint", pmid), field("eprinttype", "pubmed"));
	} else if (pmid !== undefined) fields.push(field("pmid", pmid));
	if (url !== undefined) fields.push(field("url", escapeAddress(url)));
	return fields;
}

/** The month in the way of a file: a macro, a number, or a name. */
export function monthField(month: number, kind: "macro" | "number" | "name" | "short"): Field | undefined {
	const macro = months[month - 1];
	if (macro === undefined) return undefined;
	switch (kind) {
		case "macro":
			return field("month", macro, true);
		case "number":
			return field("month", String(month));
		case "short":
			return field("month", macro.charAt(0).toUpperCase() + macro.slice(1));
		case "name":
			return field("month", names[month - 1] ?? macro);
	}
}

const names = [
	...["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"],
	"December",
];
