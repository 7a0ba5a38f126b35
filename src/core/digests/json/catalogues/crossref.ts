// Works of Crossref: lists and single works of the REST API, lines of the public data file. Source: Crossref REST API,
// "API JSON Format" (github.com/CrossRef/rest-api-doc/blob/master/api_format.md).

import type { IssuedDate, Name, TextRange } from "../../../paper";
import { dateOf } from "../../dates";
import type { Draft } from "../../draft";
import { nameOfParts, readName } from "../../names";
import { at, decoded, firstText, list, objects, raw, text, texts, type Fields } from "../fields";
import type { Shape } from "../shape";

export const crossref: Shape = {
	name: "crossref-json",
	is: work =>
		typeof work["DOI"] === "string" &&
		typeof work["title"] !== "string" &&
		[
			"reference-count",
			"references-count",
			"is-referenced-by-count",
			"member",
			"prefix",
			"deposited",
			"indexed",
			"title",
		].some(key => key in work),
	drafts: (work, place) => [draftOf(work, place)],
};

function draftOf(work: Fields, place: TextRange): Draft {
	const group = text(work["group-title"]);
	return {
		place,
		title: titleOf(work),
		abstract: withoutHeading(raw(work["abstract"])),
		authors: objects(work["author"]).flatMap(author => crossrefName(author) ?? []),
		issued: dateOfWork(work),
		type: crossrefTypes[text(work["type"])] ?? "article",
		doi: decoded(work["DOI"]),
		arxiv: texts(work["alternative-id"]).find(id => /^arxiv:/i.test(id)),
		url: firstText(at(work, "resource", "primary", "URL"), work["URL"]),
		venue: firstText(
			work["container-title"],
			at(work, "event", "name"),
			work["short-container-title"],
			at(objects(work["institution"])[0], "name"),
			work["publisher"],
		),
		publication: {
			volume: text(work["volume"]),
			issue: firstText(work["issue"], at(work, "journal-issue", "issue")),
			number: firstText(work["report-number"]),
			pages: firstText(work["page"], work["article-number"]),
			publisher: text(work["publisher"]),
			place: text(work["publisher-location"]),
			edition: text(work["edition-number"]),
			series: text(list(work["container-title"])[1]),
			genre: firstText(work["degree"]),
			isbn: firstText(work["ISBN"]).replace(/^.*\//, ""),
			issn: firstText(work["ISSN"]),
			editors: objects(work["editor"]).flatMap(editor => crossrefName(editor) ?? []),
		},
		keywords: [...texts(work["subject"]), ...(group === "" ? [] : [group])],
		links: objects(work["link"]).flatMap(link => {
			const url = text(link["URL"]);
			// Links for the comparison of texts are open to nobody else.
			if (url === "" || text(link["intended-application"]) === "similarity-checking") return [];
			return text(link["content-type"]) === "application/pdf" ? [{ url, kind: "pdf" as const }] : [];
		}),
		needsNoAbstract: /^(?:journal|proceedings|book-series|component|grant|reference-entry)$/.test(
			text(work["type"]),
		),
	};
}

/** Title and subtitle; some publishers repeat the subtitle in the title, some give an empty list. */
function titleOf(work: Fields): string {
	const title = firstText(...list(work["title"]), ...list(work["original-title"]), work["original-title"]);
	const subtitle = text(list(work["subtitle"])[0]);
	if (title === "" || subtitle === "") return title || subtitle;
	if (title.toLowerCase().includes(subtitle.toLowerCase())) return title;
	return `${title}${/[:?!.–—-]$/.test(title) ? "" : ":"} ${subtitle}`;
}

/** An abstract without the word “Abstract” that heads it. */
function withoutHeading(abstract: string): string {
	return abstract.replace(
		/^\s{0,50}(?:<(?:jats:)?sec>\s{0,50})?<(?:jats:)?title>\s{0,50}(?:abstract|summary|résumé|zusammenfassung|resumen|resumo)\s{0,50}[:.]?\s{0,50}<\/(?:jats:)?title>/i,
		"",
	);
}

/** A contributor: a person in parts, or a group by its `name`. The whole name may stand in one part alone. */
function crossrefName(author: Fields): Name | undefined {
	const [family, given, suffix] = [text(author["family"]), text(author["given"]), text(author["suffix"])];
	const name = firstText(author["name"], author["literal"]);
	if (family !== "" && given === "" && family.includes(" ")) return readName(family);
	if (family !== "") return nameOfParts(family, given, suffix);
	if (name !== "") return { literal: name };
	return given === "" ? undefined : readName(suffix === "" ? given : `${given} ${suffix}`);
}

const dates = ["published-print", "published-online", "posted", "published", "issued", "approved", "created"];

/** `issued` is the earliest of print and online; a more precise one of the same year is better. */
function dateOfWork(work: Fields): IssuedDate | undefined {
	const issued = dateParts(work["issued"]);
	const found = dates.flatMap(key => dateParts(work[key]) ?? []);
	const same = found.filter(
		({ year, month }) => !issued || (year === issued.year && (issued.month ?? month) === month),
	);
	return (
		same.find(({ day }) => day !== undefined) ?? same.find(({ month }) => month !== undefined) ?? issued ?? found[0]
	);
}

/** The first date of `date-parts`. */
function dateParts(date: unknown): IssuedDate | undefined {
	const parts = at(date, "date-parts");
	const first = list(list(parts)[0]);
	const [year, month, day] = (first.length > 0 ? first : list(parts)).map(part => text(part) || undefined);
	return dateOf(year, month, day);
}

/** Crossref's types as CSL types; those that both have are not named. */
export const crossrefTypes: Readonly<Record<string, string>> = {
	"book-chapter": "chapter",
	"book-part": "chapter",
	"book-section": "chapter",
	"book-series": "book",
	"book-set": "book",
	"book-track": "chapter",
	"edited-book": "book",
	"journal-article": "article-journal",
	"peer-review": "review",
	"posted-content": "article",
	"proceedings-article": "paper-conference",
	"reference-book": "book",
	"reference-entry": "entry-encyclopedia",
	"report-component": "report",
	"report-series": "report",
	book: "book",
	database: "dataset",
	dataset: "dataset",
	dissertation: "thesis",
	monograph: "book",
	proceedings: "book",
	report: "report",
	standard: "standard",
};
