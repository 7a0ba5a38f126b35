// Summaries of PubMed and PMC, and results of Europe PMC, in JSON. Sources: NCBI E-utilities, "ESummary" version 2.0
// (answers name it 0.3); europepmc.org/RestfulWebService, "search" with resultType lite and core.

import type { Name, TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { nameOfParts, readInitialsLast, readNames } from "../../names";
import { at, decoded, firstDate, firstText, isFields, objects, raw, text, texts, type Fields } from "../fields";
import type { Shape } from "../shape";

export const pubmed: Shape = {
	name: "pubmed-json",
	is: record => isSummary(record) || isResult(record),
	drafts: (record, place) => [isSummary(record) ? summaryDraft(record, place) : resultDraft(record, place)],
};

function isSummary(record: Fields): boolean {
	return "uid" in record && ("articleids" in record || "pubdate" in record || "fulljournalname" in record);
}

function isResult(record: Fields): boolean {
	const isSource = /^(?:MED|PMC|PPR|AGR|CBA|CTX|ETH|HIR|PAT|NBK)$/.test(text(record["source"]));
	return isSource && ["pmid", "pmcid", "authorString", "title", "doi"].some(key => key in record);
}

function summaryDraft(record: Fields, place: TextRange): Draft {
	const ids = objects(record["articleids"]);
	const id = (kind: string): string => text(ids.find(({ idtype }) => idtype === kind)?.["value"]);
	const pmid = id("pmid") || id("pubmed");
	const pmc = /PMC\d+/.exec(id("pmcid") || id("pmc"))?.[0];
	const page = pmc === undefined ? undefined : `https://pmc.ncbi.nlm.nih.gov/articles/${pmc}/`;
	return {
		place,
		title: withoutFullStop(text(record["title"])),
		authors: objects(record["authors"]).flatMap(author => summaryName(author) ?? []),
		issued: firstDate(record["pubdate"], record["epubdate"], record["printpubdate"], record["sortdate"]),
		type: "article-journal",
		doi: decoded(id("doi")) || /\bdoi:\s?(\S+)/.exec(text(record["elocationid"]))?.[1],
		// A summary of PMC has `0` where the article is not in PubMed.
		pmid: pmid === "0" ? "" : pmid,
		url: pmid === "" || pmid === "0" ? page : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
		venue: firstText(record["fulljournalname"], record["source"]),
		publication: {
			volume: text(record["volume"]),
			issue: text(record["issue"]),
			pages: text(record["pages"]),
			publisher: text(record["publishername"]),
			place: text(record["publisherlocation"]),
			edition: text(record["edition"]),
			issn: firstText(record["issn"], record["essn"]),
		},
		links: page === undefined ? [] : [page],
		needsNoAbstract: true,
	};
}

/** Initials come last in ESummary; groups are told by their type. */
function summaryName(author: Fields): Name | undefined {
	const name = text(author["name"]);
	return text(author["authtype"]) === "CollectiveName" ? { literal: name } : readInitialsLast(name);
}

function resultDraft(record: Fields, place: TextRange): Draft {
	const pmid = text(record["pmid"]);
	const { names, isIncomplete } = readNames(text(record["authorString"]).replace(/\.$/, ""), readInitialsLast);
	const listed = objects(at(record, "authorList", "author"));
	const mesh = objects(at(record, "meshHeadingList", "meshHeading")).map(heading => heading["descriptorName"]);
	const urls = objects(at(record, "fullTextUrlList", "fullTextUrl"));
	return {
		place,
		title: withoutFullStop(text(record["title"])),
		abstract: raw(record["abstractText"]),
		authors: listed.length > 0 ? listed.flatMap(author => resultName(author) ?? []) : names,
		authorsIncomplete: listed.length === 0 && isIncomplete,
		issued: firstDate(
			record["firstPublicationDate"],
			at(record, "journalInfo", "printPublicationDate"),
			record["electronicPublicationDate"],
			record["pubYear"],
		),
		type: text(record["source"]) === "PPR" ? "article" : "article-journal",
		doi: decoded(record["doi"]),
		pmid,
		url: pmid === "" ? pageOf(record) : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
		venue: firstText(
			at(record, "journalInfo", "journal", "title"),
			record["journalTitle"],
			at(record, "bookOrReportDetails", "publisher"),
		),
		publication: {
			volume: text(at(record, "journalInfo", "volume")),
			issue: text(at(record, "journalInfo", "issue")),
			pages: text(record["pageInfo"]),
			publisher: text(at(record, "bookOrReportDetails", "publisher")),
			issn: firstText(at(record, "journalInfo", "journal", "issn"), at(record, "journalInfo", "journal", "essn")),
			isbn: text(at(record, "bookOrReportDetails", "isbn13")),
		},
		keywords: [...texts(at(record, "keywordList", "keyword")), ...texts(mesh)],
		links: urls.map(url => {
			const isPdf = text(url["documentStyle"]) === "pdf";
			return isPdf ? { url: text(url["url"]), kind: "pdf" as const } : text(url["url"]);
		}),
		needsNoAbstract: !("abstractText" in record) && !isFields(record["authorList"]),
	};
}

function resultName(author: Fields): Name | undefined {
	const group = text(author["collectiveName"]);
	if (group !== "") return { literal: group };
	const family = text(author["lastName"]);
	if (family === "") return readInitialsLast(text(author["fullName"]));
	return nameOfParts(family, firstText(author["firstName"], author["initials"]), text(author["suffix"]));
}

function pageOf(record: Fields): string | undefined {
	const [source, id] = [text(record["source"]), text(record["id"])];
	return id === "" ? undefined : `https://europepmc.org/article/${source}/${id}`;
}

/** MEDLINE ends each title with a full stop, and sets translated ones in brackets. */
function withoutFullStop(title: string): string {
	return title.replace(/^\[(.*)\]\.?$/, "$1").replace(/([^.])\.$/, "$1");
}
