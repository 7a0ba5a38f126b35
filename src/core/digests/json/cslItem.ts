// One item of CSL-JSON to a paper. Schema: citation-style-language/schema, csl-data.json (CSL 1.0.2).

import { findArxiv, findDoi, paperId } from "../../identity";
import type { IssuedDate, Link, Name, Paper } from "../../paper";
import { mergeLinks, toLink } from "../../text/links";

/** An item as it was read: the paper, and titles and a DOI under which it is known too. */
export interface CslRecord {
	readonly paper: Paper;
	readonly alsoTitled: readonly string[];
	readonly publishedDoi?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The record of a CSL-JSON item, or why it is none: it must be an object with a title. */
export function readCslItem(item: unknown): CslRecord | string {
	if (!isFields(item)) return `it is ${item === null ? "null" : Array.isArray(item) ? "a list" : `a ${typeof item}`}`;
	const title = richText(item["title"]);
	if (title === "") return "it has no title";
	const custom = isFields(item["custom"]) ? item["custom"] : {};
	const doi = findDoi(text(item["DOI"]));
	const arxiv = findItemArxiv(item);
	const pmid = /^\d{1,9}$/.exec(text(item["PMID"]))?.[0];
	const url = toLink(text(item["URL"]))?.url;
	const venue = richText(item["container-title"]) || richText(item["publisher"]);
	const issued = readDate(item["issued"]);
	const arxivClass = text(custom["arxivCategory"]);
	const published = isFields(custom["published"]) ? findDoi(text(custom["published"]["DOI"])) : undefined;
	const paper: Paper = {
		id: paperId({ title, doi, arxiv, pmid }),
		title,
		abstract: richText(item["abstract"]),
		authors: list(item["author"]).flatMap(name => readName(name) ?? []),
		...(issued ? { issued } : {}),
		type: text(item["type"]) || "article",
		...(arxiv === undefined ? {} : { arxiv }),
		...(arxivClass === "" ? {} : { arxivClass }),
		...(doi === undefined ? {} : { doi }),
		...(pmid === undefined ? {} : { pmid }),
		...(url === undefined ? {} : { url }),
		...(venue === "" ? {} : { venue }),
		keywords: readKeywords(item["keyword"]),
		links: readLinks(custom["links"]),
	};
	const alsoTitled = [custom["alsoTitled"]].flat().map(richText);
	return {
		paper,
		alsoTitled: alsoTitled.filter(other => other !== ""),
		...(published === undefined ? {} : { publishedDoi: published }),
	};
}

function isFields(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
	if (typeof value === "number") return `${value}`;
	return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
}

/** CSL-JSON allows a few HTML tags in texts (CSL-JSON, "rich text"); they show nothing in Unicode. */
function richText(value: unknown): string {
	return text(value)
		.replace(/<\/?(?:i|b|em|strong|sub|sup|sc|span|jats:[a-z]{1,20}|p)(?: [^<>]{0,100})?>/gi, "")
		.trim();
}

/** Where an arXiv identifier is kept: `number: arXiv:…`, the DOI of arXiv, the address, Zotero's note. */
function findItemArxiv(item: Fields): string | undefined {
	const number = text(item["number"]);
	const places = [
		/arxiv/i.test(number) ? number : "",
		/^10\.48550\//i.test(text(item["DOI"])) ? text(item["DOI"]) : "",
		/arxiv\.org\//i.test(text(item["URL"])) ? text(item["URL"]) : "",
		/arxiv:\s?\S+/i.exec(text(item["note"]))?.[0] ?? "",
	];
	return places.map(findArxiv).find(id => id !== undefined);
}

/** A name by CSL's parts. Both kinds of particles are one here: what stands between given name and family name. */
function readName(value: unknown): Name | undefined {
	if (typeof value === "string") return text(value) === "" ? undefined : { literal: text(value) };
	if (!isFields(value)) return undefined;
	const part = (name: string): string => text(value[name]);
	const family = part("family");
	const given = part("given");
	if (part("literal") !== "") return { literal: part("literal") };
	if (family === "") return given === "" ? undefined : { literal: given };
	const particle = [part("dropping-particle"), part("non-dropping-particle")].filter(word => word !== "").join(" ");
	return {
		family,
		...(given === "" ? {} : { given }),
		...(particle === "" ? {} : { particle }),
		...(part("suffix") === "" ? {} : { suffix: part("suffix") }),
	};
}

/** A date from `date-parts`, whose parts may be strings, else the year, month and day that a written date begins with. */
function readDate(value: unknown): IssuedDate | undefined {
	if (!isFields(value)) return undefined;
	const written = text(value["raw"]) || text(value["literal"]);
	const parts: readonly unknown[] = list(list(value["date-parts"])[0]);
	const [year, month, day] = parts.length > 0 ? parts.map(Number) : writtenDate(written);
	if (year === undefined || !Number.isInteger(year)) return undefined;
	if (!isWithin(month, 12)) return { year };
	return isWithin(day, 31) ? { year, month, day } : { year, month };
}

function isWithin(part: number | undefined, last: number): part is number {
	return part !== undefined && Number.isInteger(part) && part >= 1 && part <= last;
}

function writtenDate(written: string): readonly number[] {
	const iso =
		/^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?/.exec(written)?.slice(1) ?? /\b(\d{4})\b/.exec(written)?.slice(1);
	return (iso ?? []).filter(part => (part as string | undefined) !== undefined).map(Number);
}

function readKeywords(value: unknown): readonly string[] {
	const words = Array.isArray(value) ? value.map(text) : text(value).split(/[;,]/);
	return [...new Set(words.map(word => word.trim()).filter(word => word !== ""))];
}

function readLinks(value: unknown): readonly Link[] {
	return mergeLinks(list(value).flatMap(url => toLink(text(url)) ?? []));
}
