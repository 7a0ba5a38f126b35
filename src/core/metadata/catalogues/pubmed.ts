// PubMed's E-utilities: searches give numbers, which are fetched as records. Sources: Entrez Programming Utilities Help,
// chapter 2 ("Frequency, timing and registration") and chapter 4 (ESearch, EFetch); PubMed Help, "Search field tags";
// MEDLINE/PubMed XML element descriptions, CommentsCorrectionsList and PublicationTypeList.

import { toPaper } from "../../digests/draft";
import { at as valueIn, fieldsOf, isFields, list, text as textOf } from "../../digests/json/fields";
import { articleDraft } from "../../digests/xml/pubmed/article";
import { bookDraft } from "../../digests/xml/pubmed/book";
import { at, valueAt } from "../../digests/xml/records";
import type { Report } from "../../digests/report";
import { findDoi } from "../../identity";
import { childOf, childrenOf, tidyTextOf, type Element } from "../../text/markup/elements";
import { streamRecords } from "../../text/markup/elementStream";
import type {
	Answer,
	Candidate,
	Catalogue,
	CatalogueRequest,
	Identity,
	Query,
	Reading,
	Relation,
	RelationKind,
	Wanted,
} from "../catalogue";
import type { Notice, NoticeKind } from "../../paper";
import { directory } from "../directory";
import {
	errorIn,
	xmlRoot,
	mostRecords,
	openAnswer,
	readAsDigest,
	reading,
	saidIn,
	saysBusy,
	sound,
	whole,
} from "./answer";
import { batches, getRequest, hitsPerSearch, wordsFor } from "./asking";

const base = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils";
const tool = "citeshelf";

/** Records in one request: more would have to be posted. */
const perRequest = 200;
/** DOIs in one search. */
const doisPerRequest = 30;

export const pubmed: Catalogue = {
	name: "pubmed",
	...directory.pubmed,
	// Three requests a second, ten with a key.
	pace: { gap: 340, gapWithKey: 110, atOnce: 1 },
	request,
	read,
};

function request({ by, papers }: Query): readonly CatalogueRequest[] {
	if (by !== "identifier") return papers.flatMap(paper => search(by, paper));
	const numbered = papers.filter(({ pmid }) => pmid !== undefined && /^\d{1,9}$/.test(pmid));
	const fetches = batches(numbered, perRequest, () => 10).map(batch => {
		const id = batch.map(({ pmid }) => pmid ?? "").join(",");
		return getRequest(`${base}/efetch.fcgi`, { db: "pubmed", retmode: "xml", id, tool }, batch, "text/xml");
	});
	const known = papers.flatMap(paper => {
		const { doi, pmid } = paper;
		// A quotation mark or a bracket would end the term.
		return doi === undefined || pmid !== undefined || /["[\]]|^10\.48550\//.test(doi) ? [] : [{ paper, doi }];
	});
	const searches = batches(known, doisPerRequest, ({ doi }) => encodeURIComponent(doi).length + 20).map(batch => {
		const term = batch.map(({ doi }) => `"${doi}"[doi]`).join(" OR ");
		return find(
			term,
			batch.map(({ paper }) => paper),
			2 * batch.length,
		);
	});
	return [...fetches, ...searches];
}

function search(by: "title" | "abstract", paper: Wanted): readonly CatalogueRequest[] {
	const words = wordsFor(by, paper);
	const field = by === "title" ? "ti" : "tiab";
	const term = words.map(word => `${word}[${field}]`).join(" AND ");
	return words.length === 0 ? [] : [find(term, [paper], hitsPerSearch)];
}

function find(term: string, papers: readonly Wanted[], retmax: number): CatalogueRequest {
	return getRequest(
		`${base}/esearch.fcgi`,
		{ db: "pubmed", retmode: "json", retmax, term, tool },
		papers,
		"application/json",
	);
}

function read(answer: Answer): Reading {
	const opened = openAnswer(answer, pubmed);
	if (opened.refused) return opened.refused;
	const { text, report } = opened;
	if (/^[\s\ufeff]*\{/.test(text.slice(0, 2000))) return readObject(answer, text, report);
	const root = xmlRoot(text);
	if (root?.name === "eSearchResult") {
		return searched(wordsIn(text, "Id"), wordsIn(text, "ERROR")[0] ?? "", report);
	}
	if (root && /^(?:PubmedArticleSet|PubmedBookArticleSet|PubmedArticle)$/.test(root.name))
		return readArticles(text, root.start, report);
	// Summaries, articles of PMC, and what EFetch answers when it is asked for no XML.
	const isNotation = /\b(?:Pubmed|Medline|Pub)-entry\s*::=/.test(text.slice(0, 4000));
	const isOther =
		root !== undefined && /^(?:eSummaryResult|DocumentSummarySet|pmc-articleset|article)$/.test(root.name);
	const formats = isNotation ? ["pubmed-asn1", "html"] : ["pubmed-xml", "jats-xml"];
	const other = isNotation || isOther ? readAsDigest(answer, pubmed, formats) : undefined;
	if (other && other.candidates.length > 0) return other;
	if (!root) {
		report.add("answer-unexpected", whole(text.length), `no XML (“${saidIn(text)}”)`);
		return reading(report, true);
	}
	const said = wordsIn(text, "ERROR")[0] ?? saidIn(text);
	report.add("answer-failed", whole(text.length), "200", said);
	return reading(report, saysBusy(said));
}

/** The texts of all elements of a name that hold nothing else. */
function wordsIn(text: string, name: string): readonly string[] {
	const pattern = new RegExp(`<${name}>([^<]{1,300})</${name}>`, "g");
	return Array.from(text.slice(0, 1_000_000).matchAll(pattern), ([, word = ""]) => word.trim()).slice(0, mostRecords);
}

/** An answer in JSON: of a search, or summaries. */
function readObject(answer: Answer, text: string, report: Report): Reading {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		report.add("file-cut", whole(text.length), "its list of records");
		return reading(report);
	}
	const result = valueIn(value, "esearchresult");
	if (isFields(result)) return searched(list(result["idlist"]).map(textOf), errorIn(result) ?? "", report);
	const isSummary = Array.isArray(valueIn(value, "result", "uids"));
	const summaries = isSummary ? readAsDigest(answer, pubmed, ["pubmed-json"]) : undefined;
	if (summaries) return summaries;
	const said = errorIn(value) ?? Object.keys(fieldsOf(value)).slice(0, 5).join(", ");
	report.add("answer-failed", whole(text.length), "200", said);
	return reading(report, saysBusy(said));
}

/** The numbers that a search found, or what it says where it found none. */
function searched(ids: readonly string[], error: string, report: Report): Reading {
	const leads = ids.filter(id => /^\d{1,9}$/.test(id)).map(pmid => ({ pmid }));
	if (error !== "") report.add("answer-failed", whole(0), "200", error);
	else if (leads.length === 0) report.add("not-in-catalogue", whole(0), pubmed.label);
	return { ...reading(report, saysBusy(error)), leads: leads.slice(0, mostRecords) };
}

function readArticles(text: string, from: number, report: Report): Reading {
	const onCut = (open: readonly Element[]): void =>
		report.add("file-cut", whole(text.length), `the element ${open.at(-1)?.name ?? ""}`);
	const isRecord = (name: string): boolean => /^(?:PubmedArticle|PubmedBookArticle)$/.test(name);
	const candidates: Candidate[] = [];
	for (const { element, cutIn } of streamRecords(text, { isRecord, from, onCut })) {
		if (!cutIn && candidates.length < mostRecords) candidates.push(candidateOf(element));
	}
	return { candidates: sound(candidates, report), problems: report.done(), leads: [], isBusy: false };
}

function candidateOf(record: Element): Candidate {
	const isBook = record.name === "PubmedBookArticle";
	const paper = toPaper(isBook ? bookDraft(record) : articleDraft(record));
	const related = childrenOf(at(record, "MedlineCitation", "CommentsCorrectionsList"), "CommentsCorrections");
	const types = childrenOf(at(record, "MedlineCitation", "Article", "PublicationTypeList")).map(tidyTextOf);
	const notices = related.flatMap(noticesOf);
	const isMarked = types.includes("Retracted Publication") && !notices.some(({ kind }) => kind === "retraction");
	return {
		paper,
		source: "pubmed",
		relations: related.flatMap(relation => relationsOf(relation, types.includes("Preprint"))),
		notices: isMarked ? [...notices, { kind: "retraction" }] : notices,
	};
}

const noticeKinds: Readonly<Record<string, NoticeKind>> = {
	CorrectedandRepublishedIn: "correction",
	ErratumIn: "correction",
	ExpressionOfConcernIn: "concern",
	RetractedandRepublishedIn: "retraction",
	RetractionIn: "retraction",
};

const relationKinds: Readonly<Record<string, RelationKind>> = {
	CommentOn: "about",
	ErratumFor: "notice-of",
	ExpressionOfConcernFor: "notice-of",
	RetractionOf: "notice-of",
	UpdateOf: "version",
};

function noticesOf(related: Element): readonly Notice[] {
	const kind = noticeKinds[related.attributes["RefType"] ?? ""];
	return kind === undefined ? [] : [{ kind, ...identityOf(related) }];
}

/** A preprint is updated in its published version, which is an update of the preprint. */
function relationsOf(related: Element, isPreprint: boolean): readonly Relation[] {
	const type = related.attributes["RefType"] ?? "";
	const isPublished = type === "UpdateIn" && isPreprint;
	const isOfPreprint =
		type === "UpdateOf" && /rxiv|preprint|research square|ssrn/i.test(valueAt(related, "RefSource"));
	const kind = isPublished
		? "published"
		: isOfPreprint
			? "preprint"
			: type === "UpdateIn"
				? "version"
				: relationKinds[type];
	return kind === undefined ? [] : [{ kind, ...identityOf(related) }];
}

function identityOf(related: Element): Identity & { readonly where?: string } {
	const where = tidyTextOf(childOf(related, "RefSource"));
	const pmid = /^\d{1,9}$/.exec(valueAt(related, "PMID"))?.[0];
	const doi = findDoi(where);
	return {
		...(doi !== undefined && { doi }),
		...(pmid !== undefined && { pmid }),
		...(where !== "" && { where }),
	};
}
