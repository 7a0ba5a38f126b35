// EndNote's XML, as EndNote, Bookends, Mendeley and Zotero write it. Sources: EndNote X9 "RIS and XML" DTD
// (RSXML.dtd), its table of reference types.

import type { Name } from "../../../paper";
import { childOf, childrenOf, descendantsOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { readName } from "../../names";
import { at, textIn, toFormat, valueAt } from "../records";

export const endnoteXml = toFormat({
	name: "endnote-xml",
	isOf: ({ name, names }) =>
		/^(?:xml|records|record|endnote)$/i.test(name) &&
		(names.has("ref-type") || names.has("contributors") || names.has("REFERENCE_TYPE") || names.has("source-app")),
	isRecord: name => /^record$/i.test(name),
	draftOf: ({ element }) => (element.name === "RECORD" ? oldDraft(element) : draftOf(element)),
});

/** Types of CSL by the numbers of EndNote's reference types. */
const types: Readonly<Record<string, string>> = {
	"0": "article-journal", // of EndNote 7, below in `oldDraft`
	"1": "bill",
	"2": "article-journal",
	"3": "graphic",
	"4": "legal_case",
	"5": "chapter",
	"6": "book",
	"7": "legal_case",
	"8": "personal_communication",
	"9": "software",
	"10": "paper-conference",
	"12": "webpage",
	"13": "document",
	"14": "chart",
	"16": "post",
	"17": "article-journal",
	"19": "article-magazine",
	"20": "map",
	"21": "motion_picture",
	"23": "article-newspaper",
	"25": "patent",
	"26": "personal_communication",
	"27": "report",
	"28": "book",
	"31": "legislation",
	"32": "thesis",
	"34": "article",
	"36": "manuscript",
	"37": "figure",
	"38": "chart",
	"39": "equation",
	"43": "article-journal",
	"44": "book",
	"45": "webpage",
	"46": "report",
	"47": "paper-conference",
	"48": "document",
	"52": "entry-dictionary",
	"53": "entry-encyclopedia",
	"56": "post-weblog",
	"57": "article-journal",
	"58": "document",
	"59": "dataset",
	"60": "chapter",
};

function draftOf(record: Element): Draft {
	const titles = childOf(record, "titles");
	const accession = valueAt(record, "accession-num");
	const database = `${valueAt(record, "remote-database-name")} ${valueAt(record, "remote-database-provider")}`;
	const urls = childOf(record, "urls");
	const related = childrenOf(at(urls, "related-urls"), "url")
		.concat(childrenOf(at(urls, "web-urls"), "url"))
		.map(tidyTextOf);
	const pdfs = childrenOf(at(urls, "pdf-urls"), "url").map(tidyTextOf);
	return {
		place: record,
		title: textIn(titles, "title"),
		abstract: textIn(record, "abstract"),
		writtenIn: "plain",
		authors: namesOf(record),
		issued: dateOf(record),
		type: typeOf(record),
		doi: valueAt(record, "electronic-resource-num") || related.find(url => /\bdoi\.org\/10\./.test(url)),
		pmid: pmidOf(accession, database, related),
		arxiv: [...related, ...pdfs].find(url => /arxiv\.org\//i.test(url)),
		url: related.find(url => /^https?:/i.test(url)),
		venue: venueOf(record),
		keywords: childrenOf(at(record, "keywords"), "keyword").flatMap(keyword => keywordsOf(plainOfXml(keyword))),
		links: [...related.slice(1), ...pdfs.map(url => ({ url, kind: "pdf" as const }))].filter(link =>
			/^https?:/i.test(typeof link === "string" ? link : link.url),
		),
	};
}

/** `Family, Given`; editors stand for authors where a work names none. */
function namesOf(record: Element): readonly Name[] {
	const contributors = childOf(record, "contributors");
	const authors = childrenOf(at(contributors, "authors"), "author");
	const editors = childrenOf(at(contributors, "secondary-authors"), "author");
	return (authors.length > 0 ? authors : editors).flatMap(author => nameOf(tidyTextOf(author)) ?? []);
}

/** EndNote ends the name of a group with a comma. */
function nameOf(written: string): Name | undefined {
	return /^[^,]+,\s*$/.test(written) ? { literal: written.replace(/,\s*$/, "") } : readName(written);
}

/** Several keywords in one element are parted by line ends or semicolons, their marks of a major topic left off. */
function keywordsOf(written: string): readonly string[] {
	return written.split(/\s*[;\r\n]\s*/).map(word => word.replace(/^\*|(\/)\*/g, "$1").trim());
}

/** `2015` and `Mar 3` apart; the date of a publication may hold its year itself. */
function dateOf(record: Element): Draft["issued"] {
	const dates = childOf(record, "dates");
	const year = valueAt(dates, "year");
	const day = tidyTextOf(childrenOf(at(dates, "pub-dates"), "date")[0]);
	if (/\b(?:1[5-9]|20)\d\d\b/.test(day)) return readDate(day) ?? readDate(year);
	return readDate(`${year} ${day}`.trim()) ?? readDate(year);
}

function typeOf(record: Element): string {
	const element = childOf(record, "ref-type");
	const name = element?.attributes["name"] ?? "";
	if (/^preprint$/i.test(name)) return "article";
	return types[tidyTextOf(element)] ?? (/journal/i.test(name) ? "article-journal" : "document");
}

function venueOf(record: Element): string {
	const titles = childOf(record, "titles");
	return (
		textIn(titles, "secondary-title") ||
		textIn(at(record, "periodical"), "full-title", "abbr-1") ||
		textIn(titles, "alt-title", "tertiary-title") ||
		textIn(record, "publisher")
	);
}

/** An accession number is a PMID where the record comes from PubMed, or links there. */
function pmidOf(accession: string, database: string, urls: readonly string[]): string | undefined {
	const linked = urls
		.map(url => /(?:\/pubmed\/|pubmed\.ncbi\.nlm\.nih\.gov\/)(\d{1,9})/.exec(url)?.[1])
		.find(Boolean);
	if (linked !== undefined) return linked;
	return /^\d{1,8}$/.test(accession) && /medline|pubmed|nlm/i.test(database) ? accession : undefined;
}

/** The form of EndNote 7: upper-case names, texts without `style`. */
function oldDraft(record: Element): Draft {
	const all = (name: string): readonly string[] => [...descendantsOf(record, name)].map(tidyTextOf);
	const [type = ""] = all("REFERENCE_TYPE");
	return {
		place: record,
		title: textIn(record, "TITLE") || (all("TITLE")[0] ?? ""),
		abstract: textIn(record, "ABSTRACT"),
		writtenIn: "plain",
		authors: all("AUTHOR").flatMap(name => nameOf(name) ?? []),
		issued: readDate(`${all("YEAR")[0] ?? ""} ${all("DATE")[0] ?? ""}`),
		type:
			{
				"0": "article-journal",
				"1": "book",
				"2": "thesis",
				"3": "paper-conference",
				"7": "chapter",
				"10": "report",
			}[type] ?? "document",
		doi: all("DOI")[0] ?? all("ELECTRONIC_RESOURCE_NUMBER")[0],
		url: all("URL")[0],
		venue: textIn(record, "SECONDARY_TITLE") || (all("SECONDARY_TITLE")[0] ?? ""),
		keywords: all("KEYWORD"),
	};
}
