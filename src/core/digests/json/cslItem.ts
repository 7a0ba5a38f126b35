// One item of CSL-JSON. Schema: citation-style-language/schema, csl-data.json (CSL 1.0.2).

import { findDoi } from "../../identity";
import type { Announcement, IssuedDate, LinkKind, Name, Paper, TextRange } from "../../paper";
import { dateOf, readDate } from "../dates";
import { plain, toPapers, type Draft } from "../draft";
import { nameOfParts, readName } from "../names";
import { Report } from "../report";
import { crossrefTypes } from "./catalogues/crossref";
import { decoded, fieldsOf, firstText, isFields, list, objects, raw, text, type Fields } from "./fields";
import { noticesOf, recordFromOf } from "./recordSource";
import type { Shape } from "./shape";

/** An item as it was read: the paper, and titles and a DOI under which it is known too. */
export interface CslRecord {
	readonly paper: Paper;
	readonly alsoTitled: readonly string[];
	readonly publishedDoi?: string;
}

/** The record of a CSL-JSON item, or why it is none: it must be an object with a title. */
export function readCslItem(item: unknown): CslRecord | string {
	if (!isFields(item)) return `it is ${item === null ? "null" : Array.isArray(item) ? "a list" : `a ${typeof item}`}`;
	const [paper] = toPapers([cslDraft(item, { start: 0, end: 0 })], new Report("", ""));
	if (!paper) return "it has no title";
	const custom = fieldsOf(item["custom"]);
	const published = findDoi(text(fieldsOf(custom["published"])["DOI"]));
	const alsoTitled = [custom["alsoTitled"]].flat().map(other => plain(text(other)));
	return {
		paper,
		alsoTitled: alsoTitled.filter(other => other !== ""),
		...(published === undefined ? {} : { publishedDoi: published }),
	};
}

/** Items of CSL-JSON, of whatever container: a list, `items` or `references`, a map by identifiers, or one alone. */
export const csl: Shape = {
	name: "csl-json",
	is: item => {
		if (typeof item["title"] !== "string") return false;
		const has = (key: string): boolean => key in item;
		if (["container-title", "citation-key", "DOI", "URL", "ISSN", "event-place"].some(has)) return true;
		if (isFields(item["issued"]) && ["date-parts", "raw", "literal"].some(key => key in fieldsOf(item["issued"])))
			return true;
		if (objects(item["author"]).some(name => "family" in name || "literal" in name)) return true;
		return types.test(text(item["type"])) && !["authors", "summary", "year", "url", "doi", "description"].some(has);
	},
	drafts: (item, place) => [cslDraft(item, place)],
};

const announcements: readonly Announcement[] = ["new", "cross-list", "replacement"];

const types =
	/^(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)$/;

/** The fields of an item. A library need not have abstracts. */
export function cslDraft(item: Fields, place: TextRange, writesDates = false): Draft {
	const custom = fieldsOf(item["custom"]);
	const authors = names(item["author"]);
	const editors = names(item["editor"]);
	const number = text(item["number"]);
	return {
		place,
		title: text(item["title"]),
		abstract: raw(item["abstract"]),
		authors: authors.length > 0 ? authors : editors,
		authorsIncomplete: custom["authorsIncomplete"] === true,
		issued: cslDate(item["issued"], writesDates),
		type: typeOf(text(item["type"])),
		arxiv: itemArxiv(item),
		arxivClass: text(custom["arxivCategory"]) || undefined,
		doi: decoded(item["DOI"]),
		pmid: /^\d{1,9}$/.exec(text(item["PMID"]))?.[0],
		url: text(item["URL"]),
		venue:
			text(custom["venue"]) ||
			text(item["container-title"]) ||
			text(list(item["container-title"])[0]) ||
			text(item["publisher"]),
		publication: {
			volume: text(item["volume"]),
			issue: text(item["issue"]),
			number: /^arxiv:/i.test(number) ? "" : number,
			pages: text(item["page"]),
			publisher: text(item["publisher"]),
			place: text(item["publisher-place"]),
			edition: text(item["edition"]),
			series: firstText(item["collection-title"]),
			genre: text(item["genre"]),
			isbn: firstText(item["ISBN"]),
			issn: firstText(item["ISSN"]),
			editors,
		},
		keywords: keywordsOf(custom["keywords"] ?? item["keyword"]),
		links: list(custom["links"]).map(linkOf),
		announced: announcements.find(announced => announced === custom["announced"]),
		notices: noticesOf(item),
		recordFrom: recordFromOf(item),
		needsNoAbstract: true,
	};
}

/** Crossref writes its own types where it answers in CSL-JSON. */
function typeOf(given: string): string {
	return types.test(given) ? given : (crossrefTypes[given] ?? (given || "article"));
}

/** Where an arXiv identifier is kept: `number: arXiv:…`, the DOI of arXiv, the address, Zotero's note. */
function itemArxiv(item: Fields): string | undefined {
	const [number, doi, url] = [text(item["number"]), text(item["DOI"]), text(item["URL"])];
	if (/^arxiv:/i.test(number)) return number;
	if (/^10\.48550\//i.test(doi)) return doi.replace(/^10\.48550\//, "");
	return /arxiv\.org\//i.test(url) ? url : /arxiv:\s?\S+/i.exec(text(item["note"]))?.[0];
}

function names(value: unknown): readonly Name[] {
	return (isFields(value) ? [value] : list(value)).flatMap(name => cslName(name) ?? []);
}

/** A name by CSL's parts. Both kinds of particles are one here: what stands between given name and family name. */
function cslName(value: unknown): Name | undefined {
	if (typeof value === "string") return text(value) === "" ? undefined : (cslText(value) ?? { literal: text(value) });
	const part = (name: string): string => text(fieldsOf(value)[name]);
	const [family, given, suffix] = [part("family"), part("given"), part("suffix")];
	if (part("literal") !== "") return { literal: part("literal") };
	if (family === "") {
		const whole = part("name") || given;
		return whole === "" ? undefined : { literal: whole };
	}
	const particle = [part("dropping-particle"), part("non-dropping-particle")].filter(word => word !== "").join(" ");
	if (particle === "") return nameOfParts(family, given, suffix);
	return { family, ...(given === "" ? {} : { given }), particle, ...(suffix === "" ? {} : { suffix }) };
}

/** A name as one text is no part of the schema; it is read as one when its parts can be told. */
function cslText(value: string): Name | undefined {
	return /[\s,]/.test(value.trim()) ? readName(value) : undefined;
}

/**
 * A date from `date-parts`, whose parts may be strings, else from what is written in `raw` or `literal`; of CSL-YAML
 * also from `year`, `month` and `day`, or written as it is (Pandoc's manual, "Specifying bibliographic data").
 */
function cslDate(value: unknown, isWritten: boolean): IssuedDate | undefined {
	if (isWritten && !isFields(value))
		return list(value).length > 0 ? cslDate(list(value)[0], false) : readDate(text(value));
	const date = fieldsOf(value);
	const parts = list(list(date["date-parts"])[0]).map(text);
	if (parts.length > 0) return dateOf(parts[0], parts[1] || undefined, parts[2] || undefined);
	const written = readDate(text(date["raw"]) || text(date["literal"]));
	return (
		written ??
		dateOf(text(date["year"]) || undefined, text(date["month"]) || undefined, text(date["day"]) || undefined)
	);
}

/** An address, or one with what it leads to. */
function linkOf(value: unknown): NonNullable<Draft["links"]>[number] {
	const { url, kind } = fieldsOf(value);
	const known = linkKinds.find(known => known === kind);
	return known === undefined ? text(url ?? value) : { url: text(url), kind: known };
}

const linkKinds: readonly LinkKind[] = ["page", "pdf", "code", "data"];

function keywordsOf(value: unknown): readonly string[] {
	const words = Array.isArray(value) ? (value as readonly unknown[]).map(text) : text(value).split(/[;,]/);
	return words.map(word => word.trim()).filter(word => word !== "");
}
