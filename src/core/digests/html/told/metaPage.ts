// The saved page of one paper, by what it says of itself to machines: `citation_…` (Google Scholar's inclusion
// guidelines for webmasters, "Configuring the meta-tags"), Dublin Core in HTML (DCMI, "Expressing Dublin Core metadata
// using HTML"), PRISM, and schema.org's ScholarlyArticle in JSON-LD.

import type { Name, Paper } from "../../../paper";
import { descendantsOf, parseElements, textOf, type Element } from "../../../text/markup/elements";
import { plainOf } from "../../../text/markup/markup";
import { readDate } from "../../dates";
import { toPapers, type Draft } from "../../draft";
import type { Input } from "../../format";
import { readName, readNames } from "../../names";
import { articlesOf } from "./jsonLd";
import { classesOf, looksLikeHtml } from "../tell";

/** A page with the title of one paper in its head, and not a list that happens to have one, too. */
export function looksLikeMetaPage(text: string): boolean {
	if (!looksLikeHtml(text)) return false;
	const head = text.slice(0, 400_000);
	if (
		/<meta\s[^>]{0,100}(?:name|property)\s*=\s*["']?(?:citation_title|bepress_citation_title|eprints\.title)\b/i.test(
			head,
		)
	)
		return true;
	return (
		hasDublinCore(head) ||
		(/"@type"\s*:\s*\[?\s*"(?:ScholarlyArticle|MedicalScholarlyArticle)"/.test(head) && !/"ItemList"/.test(head))
	);
}

/** Dublin Core stands on pages of all kinds: an identifier of a paper must be with it. */
function hasDublinCore(head: string): boolean {
	return (
		/<meta\s[^>]{0,100}name\s*=\s*["']?dc(?:terms)?\.title\b/i.test(head) &&
		/<meta\s[^>]{0,300}(?:10\.\d{4,9}\/|(?:prism\.doi|dc\.creator))/i.test(head)
	);
}

type Tags = ReadonlyMap<string, readonly string[]>;

export function readMetaPage(input: Input): Paper[] {
	const root = parseElements(input.text, { xml: false });
	const tags = tagsOf(root);
	const place = { start: 0, end: Math.min(input.text.length, 1) };
	const drafts = tags.has("citation_title") || tags.has("dc.title") ? [draftOf(tags, root, place)] : [];
	const articles = articlesOf(root);
	const papers = toPapers(drafts.length > 0 ? withArticle(drafts, articles) : articles, input.report);
	if (papers.length === 0) {
		input.report.add("no-list-of-papers", place, "a web page", "what it says of itself names no paper");
	}
	return papers;
}

/** What the tags lack, the description in JSON-LD of the same paper may have. */
function withArticle(drafts: readonly Draft[], articles: readonly Draft[]): readonly Draft[] {
	const [draft] = drafts;
	const same = articles.find(({ title }) => title === draft?.title);
	if (!draft || !same) return drafts;
	const abstract = draft.abstract === undefined || draft.abstract === "" ? same.abstract : draft.abstract;
	return [
		{
			...same,
			...Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)),
			title: draft.title,
			place: draft.place,
			abstract,
		},
	];
}

function tagsOf(root: Element): Tags {
	const tags = new Map<string, string[]>();
	for (const { attributes } of descendantsOf(root, "meta")) {
		const name = (attributes["name"] ?? attributes["property"] ?? "")
			.toLowerCase()
			.replace(/^(?:bepress_|eprints\.(?=citation))/, "")
			.replace(/^(?:dcterms|dc)[.:]/, "dc.");
		const content = (attributes["content"] ?? "").trim();
		if (name === "" || content === "") continue;
		const list = tags.get(name) ?? [];
		list.push(content);
		tags.set(name, list);
	}
	return tags;
}

function draftOf(tags: Tags, root: Element, place: Draft["place"]): Draft {
	const first = (...names: readonly string[]) =>
		names.map(name => tags.get(name)?.[0]).find(value => value !== undefined);
	const authors = authorsOf(tags);
	const venue = first(
		"citation_journal_title",
		"citation_conference_title",
		"citation_conference",
		"prism.publicationname",
		"citation_inbook_title",
		"citation_technical_report_institution",
		"citation_dissertation_institution",
		"dc.source",
	);
	const keywords = ["citation_keywords", "dc.subject"]
		.flatMap(name => tags.get(name) ?? [])
		.flatMap(text => text.split(/\s*[;,]\s*/));
	const isArxiv = first("citation_arxiv_id") !== undefined;
	return {
		place,
		title: first("citation_title", "dc.title") ?? "",
		abstract: abstractOf(tags, root),
		authors: authors.names,
		authorsIncomplete: authors.isIncomplete,
		issued: readDate(
			first(
				"citation_publication_date",
				"citation_date",
				"prism.publicationdate",
				"citation_online_date",
				"citation_year",
				"dc.date",
				"dc.date.issued",
				"dc.issued",
			),
		),
		type: isArxiv && first("citation_journal_title") === undefined ? "article" : typeOf(tags),
		arxiv: first("citation_arxiv_id"),
		doi:
			first("citation_doi", "prism.doi") ??
			tags.get("dc.identifier")?.find(value => /\b10\.\d{4,9}\//.test(value)),
		pmid: first("citation_pmid"),
		url: first("citation_abstract_html_url", "citation_public_url", "og:url", "citation_fulltext_html_url"),
		venue: venue ?? (isArxiv ? undefined : first("citation_publisher")),
		keywords,
		links: (tags.get("citation_pdf_url") ?? []).map(url => ({ url, kind: "pdf" as const })),
	};
}

function typeOf(tags: Tags): string {
	if (tags.has("citation_conference_title") || tags.has("citation_conference")) return "paper-conference";
	if (tags.has("citation_dissertation_institution")) return "thesis";
	if (tags.has("citation_technical_report_institution")) return "report";
	if (tags.has("citation_inbook_title")) return "chapter";
	return tags.has("citation_journal_title") || tags.has("prism.publicationname") ? "article-journal" : "article";
}

function authorsOf(tags: Tags): { readonly names: readonly Name[]; readonly isIncomplete: boolean } {
	const each = tags.get("citation_author") ?? tags.get("dc.creator") ?? [];
	const together = tags.get("citation_authors")?.[0];
	if (each.length === 0 && together !== undefined) return readNames(together);
	if (each.length === 1 && (each[0] ?? "").includes(";")) return readNames(each[0] ?? "");
	return { names: each.flatMap(name => readName(name) ?? []), isIncomplete: false };
}

/** The abstract of the tags, or the one that the page shows; a `description` is often cut off, and stands for neither. */
function abstractOf(tags: Tags, root: Element): string | undefined {
	const told = ["citation_abstract", "dc.description", "dc.abstract", "dcterms.abstract"]
		.map(name => tags.get(name)?.[0])
		.find(text => text !== undefined && text.length > 80 && !/(?:…|\.\.\.)$/.test(text));
	if (told !== undefined) return told.replace(/^\s*Abstract[:.]?\s*/i, "");
	const shown = [...descendantsOf(root)].find(isAbstract);
	if (!shown) return undefined;
	return plainOf(shown).text.replace(/^\s*(?:Abstract|Summary)\b[:.]?\s*/i, "");
}

function isAbstract(element: Element): boolean {
	if (element.name === "a" || element.name === "meta" || element.name === "body") return false;
	const isNamed =
		classesOf(element).some(name =>
			/^(?:abstract|abstract-content|abstracttext|article__abstract|c-article-section__content|abstract-text)$/i.test(
				name,
			),
		) ||
		/^(?:abstract|abs1-content|abstract-1|eng-abstract|enc-abstract|abstracts)$/i.test(
			element.attributes["id"] ?? "",
		);
	return isNamed && textOf(element).trim().length > 60;
}
