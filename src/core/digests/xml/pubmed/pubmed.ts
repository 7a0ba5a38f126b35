// PubMed's XML: sets of articles and books, summaries, and the answers of E-utilities that hold no papers. Sources:
// MEDLINE/PubMed XML element descriptions; NLM PubMed DTD 2025; "XML Tagged Format" for publishers; Entrez Programming Utilities Help, chapter 4.

import type { Format } from "../../format";
import { rootOf } from "../root";
import { toFormat } from "../records";
import { articleDraft } from "./article";
import { bookDraft } from "./book";
import { summaryDraft } from "./summary";

const sets =
	/^(?:ArticleSet|PubmedArticleSet|PubmedBookArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitationSet|MedlineCitation|eSummaryResult|DocSum|DocumentSummarySet|pubmed-articleset)$/i;

/** `ArticleSet` is what publishers send to PubMed. A citation alone is one whose outer element is broken or was left off. */
const records = /^(?:PubmedArticle|PubmedBookArticle|MedlineCitation|BookDocument|DocSum|DocumentSummary)$/;

export const pubmedXml = toFormat({
	name: "pubmed-xml",
	isOf: ({ name }) => sets.test(name),
	isRecord: (name, parent) => records.test(name) || (name === "Article" && parent === "ArticleSet"),
	draftOf: ({ element }) => {
		if (element.name === "PubmedBookArticle" || element.name === "BookDocument") return bookDraft(element);
		if (/^Doc/.test(element.name)) return summaryDraft(element);
		return articleDraft(element);
	},
});

/** Answers of E-utilities that hold counts, identifiers or words, and no papers. */
const answers: Readonly<Record<string, string>> = {
	eSearchResult: "it holds the identifiers of a search; fetch their records",
	eSpellResult: "it holds a spelling",
	eInfoResult: "it describes a database",
	eLinkResult: "it holds links between records",
	ePostResult: "it holds the name of a stored search",
	eCitMatchResult: "it holds identifiers",
	Result: "it holds the counts of a search",
	eFetchResult: "it holds an error",
};

export const pubmedAnswer: Format = {
	name: "pubmed-xml",
	looksLike: text => {
		const name = rootOf(text)?.name ?? "";
		return Object.hasOwn(answers, name) && (name !== "Result" || /<eGQueryResult>/.test(text.slice(0, 4000)));
	},
	read: ({ text, report }) => {
		const name = rootOf(text)?.name ?? "";
		const said = /<(?:ERROR|OutputMessage|ErrorMessage)>([^<]{1,300})</.exec(text.slice(0, 100_000))?.[1];
		const what = `${answers[name] ?? ""}${said === undefined ? "" : ` (${said})`}`;
		report.add("no-list-of-papers", { start: 0, end: 0 }, `an answer of PubMed (${name})`, what);
		return [];
	},
};
