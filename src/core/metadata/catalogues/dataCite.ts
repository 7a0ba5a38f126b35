// DataCite's REST API. Sources: support.datacite.org/docs/api-queries (Lucene's syntax, fields), /docs/api-get-doi,
// "Rate limiting"; DataCite Metadata Schema 4.6, appendix 1 (relationType).

import { toPaper } from "../../digests/draft";
import { dataCite as shape } from "../../digests/json/catalogues/dataCite";
import { at, isFields, list, objects, text, type Fields } from "../../digests/json/fields";
import { findArxiv, findDoi } from "../../identity";
import { preprintOf } from "../../works/preprints";
import type { Answer, Catalogue, CatalogueRequest, Identity, Query, Reading, Relation, Wanted } from "../catalogue";
import { directory } from "../directory";
import { oneOrList, openAnswer, readJsonText, readRegistrarXml, type JsonAnswer } from "./answer";
import { batches, doiOf, getRequest, hitsPerSearch, segment, wordsFor } from "./asking";

const address = "https://api.datacite.org/dois";
const accept = "application/vnd.api+json";
const perRequest = 25;

export const dataCite: Catalogue = {
	name: "datacite",
	...directory.datacite,
	// 500 requests in five minutes, 1,000 for those who give an address.
	pace: { gap: 600, atOnce: 1 },
	request,
	read,
};

function request({ by, papers }: Query): readonly CatalogueRequest[] {
	if (by !== "identifier") return papers.flatMap(paper => search(by, paper));
	const known = papers.flatMap(paper => {
		const doi = doiOf(paper)?.toLowerCase();
		return doi === undefined ? [] : [{ paper, doi }];
	});
	return batches(known, perRequest, ({ doi }) => encodeURIComponent(doi).length + 12).map(batch => {
		const [first] = batch;
		const asked = batch.map(({ paper }) => paper);
		if (first && batch.length === 1) return getRequest(`${address}/${segment(first.doi)}`, {}, asked, accept);
		const query = `doi:(${batch.map(({ doi }) => quoted(doi)).join(" OR ")})`;
		return getRequest(address, { query, "page[size]": batch.length }, asked, accept);
	});
}

/** A phrase of Lucene's, in which two signs alone mean something. */
function quoted(phrase: string): string {
	return `"${phrase.replace(/["\\]/g, "\\$&")}"`;
}

function search(by: "title" | "abstract", paper: Wanted): readonly CatalogueRequest[] {
	const words = wordsFor(by, paper);
	const field = by === "title" ? "titles.title" : "descriptions.description";
	const query = `${field}:(${words.map(quoted).join(" AND ")})`;
	return words.length === 0 ? [] : [getRequest(address, { query, "page[size]": hitsPerSearch }, [paper], accept)];
}

const json: JsonAnswer = {
	catalogue: dataCite,
	recordsIn: value => {
		const data = at(value, "data");
		if (Array.isArray(data)) return list(data);
		return oneOrList(isFields(data) ? data : value, shape.is);
	},
	isRecord: shape.is,
	candidatesOf: record =>
		shape.drafts(record, { start: 0, end: 0 }).map(draft => ({
			paper: toPaper(draft),
			source: "datacite" as const,
			notices: [],
			relations: relationsOf(record),
		})),
};

/** Also records in DataCite's XML, as its content negotiation gives them. */
function read(answer: Answer): Reading {
	const opened = openAnswer(answer, dataCite);
	if (opened.refused) return opened.refused;
	return readRegistrarXml(answer, opened.text, dataCite) ?? readJsonText(opened.text, opened.report, json);
}

const versions = /^(?:Is(?:New|Previous)?VersionOf|HasVersion|IsIdenticalTo|IsVariantFormOf|IsObsoletedBy|Obsoletes)$/;

/** arXiv's records name the published version as one that they are a version of. */
function relationsOf(record: Fields): readonly Relation[] {
	const attributes = isFields(record["attributes"]) ? record["attributes"] : record;
	const own = findDoi(text(attributes["doi"])) ?? "";
	return objects(attributes["relatedIdentifiers"])
		.slice(0, 200)
		.flatMap(related => {
			const type = text(related["relationType"]);
			const identity = identityOf(related);
			if (!identity) return [];
			if (/^(?:Reviews|IsReviewOf)$/.test(type)) return [{ kind: "about" as const, ...identity }];
			return versions.test(type) ? [{ kind: kindOf(own, identity), ...identity }] : [];
		});
}

function kindOf(own: string, { doi, arxiv }: Identity): Relation["kind"] {
	const [isPreprint, isOtherPreprint] = [preprintOf(own), arxiv ?? (doi === undefined ? undefined : preprintOf(doi))];
	if (isPreprint && !isOtherPreprint) return "published";
	return !isPreprint && isOtherPreprint ? "preprint" : "version";
}

function identityOf(related: Fields): Identity | undefined {
	const [id, type] = [text(related["relatedIdentifier"]), text(related["relatedIdentifierType"])];
	const arxiv = /^arxiv$/i.test(type) ? findArxiv(id) : undefined;
	const doi = /^doi$/i.test(type) ? findDoi(id) : undefined;
	if (doi !== undefined) return { doi };
	return arxiv === undefined ? undefined : { arxiv };
}
