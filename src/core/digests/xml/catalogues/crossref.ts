// Crossref's XML: answers to queries (unixsd, unixref) and deposits. Sources: Crossref schema 4.3 to 5.3 and
// query output schema 3.0.

import { childOf, childrenOf, descendantsOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import type { Draft } from "../../draft";
import type { Input } from "../../format";
import { at, textIn, toFormat, valueAt } from "../records";
import { authorsIn, issuedIn } from "./crossrefParts";

export const crossrefXml = toFormat({
	name: "crossref-xml",
	isOf: ({ name }) => /^(?:crossref_result|crossref|doi_records|doi_record|doi_batch|crossref_metadata)$/.test(name),
	isRecord: name => name === "query" || name === "doi_record" || isWork(name),
	draftOf: ({ element, parents }, input) =>
		isWork(element.name) ? crossrefDraft(element, parents) : queryDrafts(element, input),
});

/** What a Crossref record may be about, with CSL's type for it. */
const types: Readonly<Record<string, string>> = {
	journal_article: "article-journal",
	conference_paper: "paper-conference",
	content_item: "chapter",
	book_metadata: "book",
	book_series_metadata: "book",
	book_set_metadata: "book",
	posted_content: "article",
	dissertation: "thesis",
	dataset: "dataset",
	standard_metadata: "standard",
	peer_review: "review",
	sa_component: "document",
};

/** Reports are books with other names. */
const reports = /^report-paper(?:_series)?_metadata$/;

function isWork(name: string): boolean {
	return Object.hasOwn(types, name) || reports.test(name);
}

/** A query's answer holds a record, or says why it does not. */
function queryDrafts(query: Element, { report }: Input): readonly Draft[] {
	const status = query.attributes["status"] ?? "";
	const doi = valueAt(query, "doi");
	const works = [...worksIn(query, [])];
	const asked = works.find(({ element }) => valueAt(element, "doi_data", "doi").toLowerCase() === doi.toLowerCase());
	const found = asked ?? works.find(({ element }) => !/_metadata$/.test(element.name)) ?? works[0];
	if (found) return [{ ...crossrefDraft(found.element, found.parents), place: query }];
	const flat = flatDraft(query);
	if (flat) return [flat];
	const said = tidyTextOf(childOf(query, "msg")) || tidyTextOf([...descendantsOf(query, "error")][0]) || status;
	report.add("record-damaged", query, doi, `Crossref answered “${said || "nothing"}”`);
	return [];
}

/** The works below an element, a chapter beside its book among them, with the elements around them. */
function* worksIn(
	element: Element,
	parents: readonly Element[],
): Generator<{ element: Element; parents: readonly Element[] }> {
	const around = [...parents, element];
	const below = childrenOf(element).filter(({ name }) => !/^(?:citation_list|program|rel:program)$/.test(name));
	for (const child of below) yield* worksIn(child, around);
	if (isWork(element.name)) yield { element, parents: around };
}

/** The draft of a work, with what its journal, book or proceedings say around it. */
function crossrefDraft(work: Element, parents: readonly Element[]): Draft {
	const around = [...parents].reverse();
	const outer = around.find(({ name }) => /^(?:journal|conference|book|database|report-paper|standard)$/.test(name));
	const isWhole = /_metadata$/.test(work.name);
	const { names, isIncomplete } = authorsIn(work);
	const data = childOf(work, "doi_data");
	const resource = valueAt(data, "resource");
	return {
		place: work,
		title: titleOf(work),
		abstract: abstractOf(work),
		writtenIn: "plain",
		authors: names,
		authorsIncomplete: isIncomplete,
		issued: issuedIn(work, outer),
		type: typeOf(work),
		doi: valueAt(data, "doi"),
		url: /^https?:/.test(resource) ? resource : undefined,
		venue: venueOf(work, outer, isWhole),
		keywords: [...descendantsOf(work, "keyword")].map(tidyTextOf),
		links: pdfsOf(data),
		needsNoAbstract: true,
	};
}

function typeOf({ name, attributes }: Element): string {
	if (reports.test(name)) return "report";
	if (name === "posted_content" && /report/.test(attributes["type"] ?? "")) return "report";
	return types[name] ?? "document";
}

/** The title, and the subtitle behind a colon. The title in the original language stands for one that is missing. */
function titleOf(work: Element): string {
	const titles = childOf(work, "titles");
	const title = textIn(titles, "title", "original_language_title");
	const subtitle = textIn(titles, "subtitle");
	return subtitle === "" || title.includes(subtitle) ? title : `${title.replace(/\s*:$/, "")}: ${subtitle}`;
}

/** The abstract in JATS; not a teaser or a picture. */
function abstractOf(work: Element): string {
	const abstracts = [...childrenOf(work, "jats:abstract"), ...childrenOf(work, "abstract")];
	const plain = abstracts.find(({ attributes }) => attributes["abstract-type"] === undefined) ?? abstracts[0];
	return plain ? plainOfXml(plain) : "";
}

function venueOf(work: Element, outer: Element | undefined, isWhole: boolean): string {
	if (work.name === "posted_content")
		// The group is a subject at some servers and the server at others; an institution is always the server.
		return tidyTextOf(at(work, "institution", "institution_name")) || textIn(work, "group_title");
	if (work.name === "dissertation") return tidyTextOf(at(work, "institution", "institution_name"));
	if (isWhole) return tidyTextOf(at(work, "publisher", "publisher_name"));
	const journal = childOf(outer, "journal_metadata");
	const proceedings = childOf(outer, "proceedings_metadata", "proceedings_series_metadata");
	const book = childOf(outer, "book_metadata", "book_series_metadata", "book_set_metadata", "database_metadata");
	return (
		textIn(journal, "full_title", "abbrev_title") ||
		textIn(proceedings, "proceedings_title") ||
		textIn(childOf(book, "titles"), "title") ||
		textIn(at(book, "series_metadata", "titles"), "title")
	);
}

/** PDFs among the resources of a work, also those for text mining; each once. */
function pdfsOf(data: Element | undefined): NonNullable<Draft["links"]> {
	if (!data) return [];
	const pdfs = [...descendantsOf(data, "resource")].filter(
		({ attributes, children }) => attributes["mime_type"] === "application/pdf" && children.length > 0,
	);
	return [...new Set(pdfs.map(tidyTextOf))].filter(url => /^https?:/.test(url)).map(url => ({ url, kind: "pdf" }));
}

/** An answer in the form of query output 2.0, which has its fields directly in `query`. */
function flatDraft(query: Element): Draft | undefined {
	const title = textIn(query, "article_title", "volume_title");
	if (title === "") return undefined;
	const { names } = authorsIn(query);
	return {
		place: query,
		title,
		writtenIn: "plain",
		authors: names,
		issued: issuedIn(query, undefined),
		type: types[childOf(query, "doi")?.attributes["type"] ?? ""] ?? "document",
		doi: valueAt(query, "doi"),
		venue: textIn(query, "journal_title", "volume_title"),
		needsNoAbstract: true,
	};
}
