// A `PubmedArticle`, or the `Article` of a publisher, to a draft. Sources: MEDLINE/PubMed XML element descriptions; NLM,
// "XML Tagged Format" for publishers.

import type { Name } from "../../../paper";
import { childOf, childrenOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import type { Draft } from "../../draft";
import { personOf } from "../persons";
import { at, textIn, valueAt } from "../records";
import { issuedOf } from "./dates";

export function articleDraft(record: Element): Draft {
	const citation = record.name === "MedlineCitation" ? record : childOf(record, "MedlineCitation");
	const article = record.name === "Article" ? record : childOf(citation, "Article");
	const data = childOf(record, "PubmedData") ?? (record.name === "Article" ? record : undefined);
	const authors = at(article, "AuthorList");
	return {
		place: record,
		title: titleOf(article),
		abstract: abstractIn(childOf(article, "Abstract")) || otherAbstract(citation),
		writtenIn: "plain",
		authors: childrenOf(authors, "Author").flatMap(author => nameOfAuthor(author) ?? []),
		authorsIncomplete: authors?.attributes["CompleteYN"] === "N",
		issued: issuedOf(article, data),
		type: typeOf(childrenOf(at(article, "PublicationTypeList"), "PublicationType").map(tidyTextOf)),
		doi: doiOf(article, data),
		pmid: valueAt(citation, "PMID") || idOf(data, "pubmed"),
		venue: journalOf(article) || valueAt(citation, "MedlineJournalInfo", "MedlineTA"),
		publication: {
			volume: volumeOf(article, "Volume"),
			issue: volumeOf(article, "Issue"),
			pages: valueAt(article, "Pagination", "MedlinePgn") || electronicPage(article),
			issn: valueAt(article, "Journal", "ISSN"),
		},
		keywords: [...keywordsOf(citation), ...keywordsOfObjects(article)],
		links: pmcOf(data),
	};
}

/**
 * The title without the brackets that mark a translation and without its full stop. Where none was translated
 * (`[Not Available].`), the title in its own language is all there is.
 */
function titleOf(article: Element | undefined): string {
	const title = trimTitle(textIn(article, "ArticleTitle"));
	const own = trimTitle(textIn(article, "VernacularTitle"));
	return own !== "" && (title === "" || /^(?:Not Available|In Process Citation)$/i.test(title)) ? own : title;
}

/** Without PubMed's signs around a title: `[…].` for a translation, a full stop at the end. */
export function trimTitle(written: string): string {
	const bare = written.replace(/(?<!\.\.|\b\p{Lu})\.$/u, "").trim();
	return bare.startsWith("[") && bare.indexOf("]") === bare.length - 1
		? bare
				.slice(1, -1)
				.replace(/(?<!\.\.|\b\p{Lu})\.$/u, "")
				.trim()
		: bare;
}

/** The parts of a structured abstract, each with its label. */
export function abstractIn(abstract: Element | undefined): string {
	return childrenOf(abstract, "AbstractText")
		.map(part => {
			const text = plainOfXml(part);
			const label = (part.attributes["Label"] ?? "").replace(/\s*:\s*$/, "").trim();
			return label === "" || /^unlabell?ed$/i.test(label) || text === "" ? text : `${label}: ${text}`;
		})
		.filter(text => text !== "")
		.join("\n\n");
}

/** An abstract of another kind, as of the publisher: in English before those in other languages. */
function otherAbstract(citation: Element | undefined): string {
	const others = childrenOf(citation, "OtherAbstract");
	const english = others.find(({ attributes }) => /^eng?$/i.test(attributes["Language"] ?? "eng"));
	return abstractIn(english ?? others[0]);
}

export function nameOfAuthor(author: Element): Name | undefined {
	const group = valueAt(author, "CollectiveName");
	if (group !== "") return { literal: textIn(author, "CollectiveName") };
	const first = [valueAt(author, "FirstName"), valueAt(author, "MiddleName")].filter(name => name !== "").join(" ");
	const given = valueAt(author, "ForeName") || first || dotted(valueAt(author, "Initials"));
	return personOf(valueAt(author, "LastName"), given, valueAt(author, "Suffix"));
}

/** `JA` as initials: `J. A.` */
function dotted(initials: string): string {
	return /^\p{Lu}{1,4}$/u.test(initials) ? Array.from(initials, letter => `${letter}.`).join(" ") : initials;
}

function doiOf(article: Element | undefined, data: Element | undefined): string {
	const located = childrenOf(article, "ELocationID").filter(
		({ attributes }) => attributes["EIdType"] === "doi" && attributes["ValidYN"] !== "N",
	);
	const listed = childrenOf(at(data, "ArticleIdList"), "ArticleId").filter(
		({ attributes }) => attributes["IdType"] === "doi",
	);
	return [...located, ...listed].map(tidyTextOf).find(doi => doi.startsWith("10.") || doi.includes("/10.")) ?? "";
}

function pmcOf(data: Element | undefined): readonly string[] {
	const pmc = childrenOf(at(data, "ArticleIdList"), "ArticleId").find(
		({ attributes }) => attributes["IdType"] === "pmc",
	);
	const id = tidyTextOf(pmc).toUpperCase();
	return /^PMC\d+$/.test(id) ? [`https://pmc.ncbi.nlm.nih.gov/articles/${id}/`] : [];
}

function idOf(data: Element | undefined, type: string): string {
	const ids = childrenOf(at(data, "ArticleIdList"), "ArticleId");
	return tidyTextOf(ids.find(({ attributes }) => attributes["IdType"] === type));
}

/** Where the journal's issue says it, or the journal in what a publisher sends. */
function volumeOf(article: Element | undefined, name: string): string {
	return valueAt(article, "Journal", "JournalIssue", name) || valueAt(article, "Journal", name);
}

/** The number of an article without pages. */
function electronicPage(article: Element | undefined): string {
	const located = childrenOf(article, "ELocationID").find(({ attributes }) => attributes["EIdType"] === "pii");
	return tidyTextOf(located);
}

function journalOf(article: Element | undefined): string {
	return textIn(at(article, "Journal"), "Title", "ISOAbbreviation", "JournalTitle");
}

/** Headings of MeSH, without their qualifiers, and the keywords of the authors. */
function keywordsOf(citation: Element | undefined): readonly string[] {
	const mesh = childrenOf(at(citation, "MeshHeadingList"), "MeshHeading").map(heading =>
		textIn(heading, "DescriptorName"),
	);
	const own = childrenOf(citation, "KeywordList").flatMap(list => childrenOf(list, "Keyword"));
	return [...mesh, ...own.map(keyword => plainOfXml(keyword).replace(/\.$/, ""))];
}

/** The keywords that a publisher sends, which are objects with a parameter. */
function keywordsOfObjects(article: Element | undefined): readonly string[] {
	const objects = childrenOf(childOf(article, "ObjectList"), "Object");
	return objects
		.filter(({ attributes }) => attributes["Type"] === "keyword")
		.flatMap(object => childrenOf(object, "Param").map(plainOfXml));
}

/** CSL's types for those of PubMed; all that stands in a journal is an article of it. */
function typeOf(types: readonly string[]): string {
	if (types.includes("Preprint")) return "article";
	return types.includes("Dataset") ? "dataset" : "article-journal";
}
