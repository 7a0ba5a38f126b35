// OpenAlex. Sources: developers.openalex.org, "Filter works" (values joined by `|`, at most 100), "Search",
// "Authentication" and "Errors"; "Work object".

import { toPaper } from "../../digests/draft";
import { openAlex as shape } from "../../digests/json/catalogues/openAlex";
import { at, isFields, list, objects, text, type Fields } from "../../digests/json/fields";
import { findArxiv, findDoi } from "../../identity";
import { preprintOf } from "../../works/preprints";
import type { Answer, Candidate, Catalogue, CatalogueRequest, Query, Reading, Relation, Wanted } from "../catalogue";
import { directory } from "../directory";
import { oneOrList, readJson, type JsonAnswer } from "./answer";
import { batches, doiOf, getRequest, hitsPerSearch, segment, wordsFor } from "./asking";

const address = "https://api.openalex.org/works";
const accept = "application/json";
const perRequest = 50;

export const openAlex: Catalogue = {
	name: "openalex",
	...directory.openalex,
	// Far more is allowed; searches are counted against a day's allowance, which is small without a key.
	pace: { gap: 200, atOnce: 1 },
	request,
	read,
};

function request({ by, papers }: Query): readonly CatalogueRequest[] {
	if (by !== "identifier") return papers.flatMap(paper => search(by, paper));
	const byDoi = papers.flatMap(paper => {
		const id = doiOf(paper);
		return id === undefined ? [] : [{ paper, id }];
	});
	const byPmid = papers.flatMap(paper => {
		const id = doiOf(paper) === undefined ? paper.pmid : undefined;
		return id === undefined || !/^\d{1,9}$/.test(id) ? [] : [{ paper, id }];
	});
	return [...lookUp("doi", byDoi), ...lookUp("pmid", byPmid)];
}

interface Known {
	readonly paper: Wanted;
	readonly id: string;
}

/** A single record costs nothing, and its identifier may hold the signs that part values. */
function lookUp(kind: "doi" | "pmid", known: readonly Known[]): readonly CatalogueRequest[] {
	const single = known.filter(({ id }) => /[|,!+"\s]/.test(id));
	const many = batches(
		known.filter(one => !single.includes(one)),
		perRequest,
		({ id }) => encodeURIComponent(id).length + 3,
	);
	return [...single.map(one => [one]), ...many].map(batch => {
		const [first] = batch;
		const papers = batch.map(({ paper }) => paper);
		if (first && batch.length === 1)
			return getRequest(`${address}/${kind}:${segment(first.id)}`, {}, papers, accept);
		const filter = `${kind}:${batch.map(({ id }) => id).join("|")}`;
		return getRequest(address, { filter, "per-page": batch.length }, papers, accept);
	});
}

function search(by: "title" | "abstract", paper: Wanted): readonly CatalogueRequest[] {
	const words = wordsFor(by, paper);
	const field = by === "title" ? "title.search" : "title_and_abstract.search";
	return words.length === 0
		? []
		: [getRequest(address, { filter: `${field}:${words.join(" ")}`, "per-page": hitsPerSearch }, [paper], accept)];
}

const json: JsonAnswer = {
	catalogue: openAlex,
	recordsIn: value => {
		const results = at(value, "results");
		return Array.isArray(results) ? list(results) : oneOrList(value, isWork);
	},
	isRecord: isWork,
	candidatesOf: work => [candidateOf(work)],
};

function read(answer: Answer): Reading {
	return readJson(answer, json);
}

/** A work, and none of the authors, sources and topics that a work names in the same form. */
function isWork(fields: Fields): boolean {
	return shape.is(fields) && ("title" in fields || "authorships" in fields || "abstract_inverted_index" in fields);
}

function candidateOf(work: Fields): Candidate {
	const [draft] = shape.drafts(work, { start: 0, end: 0 });
	const paper = toPaper(draft ?? { place: { start: 0, end: 0 }, title: "" });
	return {
		paper,
		source: "openalex",
		relations: locationsOf(work, paper.doi),
		notices: work["is_retracted"] === true ? [{ kind: "retraction" }] : [],
	};
}

/** Where else the work lies: the published version of a preprint, or preprints of it (a location's `version`). */
function locationsOf(work: Fields, own: string | undefined): readonly Relation[] {
	const found = new Map<string, Relation>();
	for (const location of objects(work["locations"]).slice(0, 50)) {
		const page = text(location["landing_page_url"]);
		const doi = findDoi(page);
		const isOther = doi !== undefined && doi.toLowerCase() !== own?.toLowerCase();
		const arxiv = /arxiv\.org\/(?:abs|pdf)\//i.test(page) ? findArxiv(page) : undefined;
		if (arxiv !== undefined) found.set(arxiv, { kind: "preprint", arxiv });
		else if (isOther && preprintOf(doi)) found.set(doi, { kind: "preprint", doi });
		else if (isOther && location["version"] === "publishedVersion" && isFields(location["source"])) {
			const isOfOwn = own === undefined || preprintOf(own) !== undefined;
			found.set(doi, { kind: isOfOwn ? "published" : "version", doi });
		}
	}
	return [...found.values()];
}
