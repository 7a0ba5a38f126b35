// Papers of Semantic Scholar. Sources: api.semanticscholar.org/api-docs/graph (paper, search, batch, references) and
// /api-docs/recommendations; the bulk data sets of /api-docs/datasets write their keys in lower case.

import type { TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import {
	at,
	authorsOf,
	decoded,
	fieldsOf,
	firstDate,
	firstText,
	isFields,
	list,
	raw,
	text,
	texts,
	type Fields,
} from "../fields";
import type { Shape } from "../shape";

export const semanticScholar: Shape = {
	name: "semantic-scholar",
	is: record => isPaper(record) || [record["citedPaper"], record["citingPaper"]].some(inner => isFields(inner)),
	drafts: (record, place) => {
		const inner = [record["citedPaper"], record["citingPaper"]].filter(isFields);
		return (inner.length > 0 ? inner : [record]).map(paper => draftOf(lowerKeys(paper), place));
	},
};

function isPaper(record: Fields): boolean {
	const id = record["paperId"];
	return (
		(id === null && "title" in record) ||
		(typeof id === "string" && /^(?:[\da-f]{40}|\d+)$/.test(id)) ||
		(typeof record["corpusid"] === "number" && "externalids" in record) ||
		isFields(record["externalIds"])
	);
}

function lowerKeys(paper: Fields): Fields {
	return Object.fromEntries(Object.entries(paper).map(([key, value]) => [key.toLowerCase(), value]));
}

function draftOf(paper: Fields, place: TextRange): Draft {
	const ids = lowerKeys(fieldsOf(paper["externalids"]));
	const pdf = text(at(paper, "openaccesspdf", "url"));
	const acl = text(ids["acl"]);
	const { names, isIncomplete } = authorsOf(paper["authors"]);
	const venues = [at(paper, "publicationvenue", "name"), paper["venue"], at(paper, "journal", "name")];
	const fields = texts(paper["s2fieldsofstudy"], "category");
	return {
		place,
		title: text(paper["title"]),
		abstract: raw(paper["abstract"]) || text(at(paper, "tldr", "text")),
		authors: names,
		authorsIncomplete: isIncomplete,
		issued: firstDate(paper["publicationdate"], paper["year"]),
		type: typeOf(paper),
		arxiv: text(ids["arxiv"]),
		doi: decoded(ids["doi"]),
		pmid: text(ids["pubmed"]),
		url: firstText(paper["url"]) || pageOf(paper),
		venue: firstText(...venues),
		publication: {
			volume: text(at(paper, "journal", "volume")),
			pages: text(at(paper, "journal", "pages")),
			issn: text(at(paper, "publicationvenue", "issn")),
		},
		keywords: fields.length > 0 ? fields : texts(paper["fieldsofstudy"]),
		links: [
			...(pdf === "" ? [] : [{ url: pdf, kind: "pdf" as const }]),
			...(acl === "" ? [] : [`https://aclanthology.org/${acl}/`]),
		],
	};
}

function pageOf(paper: Fields): string | undefined {
	const id = text(paper["paperid"]);
	return /^[\da-f]{40}$/.test(id) ? `https://www.semanticscholar.org/paper/${id}` : undefined;
}

const types: readonly (readonly [string, string])[] = [
	["Dataset", "dataset"],
	["Conference", "paper-conference"],
	["JournalArticle", "article-journal"],
	["BookSection", "chapter"],
	["Book", "book"],
	["Review", "article-journal"],
];

function typeOf(paper: Fields): string {
	if (/^arxiv|biorxiv|medrxiv|^ssrn/i.test(firstText(at(paper, "publicationvenue", "name"), paper["venue"])))
		return "article";
	const given = list(paper["publicationtypes"]);
	if (text(at(paper, "publicationvenue", "type")) === "conference") return "paper-conference";
	return types.find(([name]) => given.includes(name))?.[1] ?? "article";
}
