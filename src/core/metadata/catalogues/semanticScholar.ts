// Semantic Scholar's Academic Graph. Source: api.semanticscholar.org/api-docs/graph, "Get details for multiple papers at
// once" (at most 500 identifiers) and "Paper relevance search"; semanticscholar.org/product/api, rates and keys.

import { toPaper } from "../../digests/draft";
import { semanticScholar as shape } from "../../digests/json/catalogues/semanticScholar";
import { at, fieldsOf, list, text, type Fields } from "../../digests/json/fields";
import { findArxiv, findDoi } from "../../identity";
import { preprintOf } from "../../works/preprints";
import type { Answer, Candidate, Catalogue, CatalogueRequest, Query, Reading, Wanted } from "../catalogue";
import { directory } from "../directory";
import { oneOrList, readJson, type JsonAnswer } from "./answer";
import { arxivIdOf, batches, getRequest, hitsPerSearch, wordsFor } from "./asking";

const address = "https://api.semanticscholar.org/graph/v1/paper";
const fields =
	"title,abstract,authors,year,publicationDate,venue,publicationVenue,journal,publicationTypes,externalIds,url,openAccessPdf";
const perRequest = 500;

export const semanticScholar: Catalogue = {
	name: "semanticscholar",
	...directory.semanticscholar,
	// A key's rate; without one, a rate is shared with everybody else who has none.
	pace: { gap: 3000, gapWithKey: 1000, atOnce: 1 },
	request,
	read,
};

function request({ by, papers }: Query): readonly CatalogueRequest[] {
	if (by !== "identifier") return papers.flatMap(paper => search(by, paper));
	const known = papers.flatMap(paper => {
		const id = identifierOf(paper);
		return id === undefined ? [] : [{ paper, id }];
	});
	return batches(known, perRequest, () => 0).map(batch => ({
		url: `${address}/batch?${new URLSearchParams({ fields }).toString()}`,
		method: "POST",
		headers: { accept: "application/json", "content-type": "application/json" },
		body: JSON.stringify({ ids: batch.map(({ id }) => id) }),
		papers: batch.map(({ paper }) => paper.id),
	}));
}

/** The identifier by which the graph surely has the paper, with its kind before it. */
function identifierOf(paper: Wanted): string | undefined {
	const arxiv = arxivIdOf(paper);
	if (arxiv !== undefined) return `ARXIV:${arxiv}`;
	if (paper.doi !== undefined) return `DOI:${paper.doi}`;
	return paper.pmid === undefined ? undefined : `PMID:${paper.pmid}`;
}

/** The search is over titles and abstracts, and finds nothing by words with a hyphen. */
function search(by: "title" | "abstract", paper: Wanted): readonly CatalogueRequest[] {
	const query = wordsFor(by, paper).join(" ");
	const limit = hitsPerSearch;
	return query === "" ? [] : [getRequest(`${address}/search`, { query, limit, fields }, [paper], "application/json")];
}

const json: JsonAnswer = {
	catalogue: semanticScholar,
	recordsIn: value => {
		const data = at(value, "data");
		if (Array.isArray(data)) return list(data);
		// A search that finds nothing has a total and no list.
		return fieldsOf(value)["total"] === 0 ? [] : oneOrList(value, shape.is);
	},
	isRecord: shape.is,
	candidatesOf,
};

function read(answer: Answer): Reading {
	return readJson(answer, json);
}

/** A reference or a citation holds the paper that it leads to. */
function candidatesOf(record: Fields): readonly Candidate[] {
	return shape.drafts(record, { start: 0, end: 0 }).map(draft => {
		const paper = toPaper(draft);
		const ids = fieldsOf(record["externalIds"]);
		const arxiv = findArxiv(text(ids["ArXiv"]));
		const doi = findDoi(text(ids["DOI"]));
		// One record stands for a preprint and its published version: the DOI is the latter's.
		const isPublished = arxiv !== undefined && doi !== undefined && !preprintOf(doi);
		return {
			paper,
			source: "semanticscholar" as const,
			relations: isPublished ? [{ kind: "published" as const, doi }] : [],
			notices: [],
		};
	});
}
