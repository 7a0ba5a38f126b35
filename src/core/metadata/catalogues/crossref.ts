// Crossref's REST API, and its records as other answers hold them. Sources: crossref.org/documentation, "REST API",
// "Access and authentication" (contact, rates) and "Filters"; api.crossref.org, "Works"; crossref.org/documentation,
// "Relationships" and "Crossmark: version control, corrections and retractions".

import { toPaper } from "../../digests/draft";
import { crossref as shape } from "../../digests/json/catalogues/crossref";
import { cslDraft } from "../../digests/json/cslItem";
import { at, firstText, isFields, list, objects, text, type Fields } from "../../digests/json/fields";
import { findArxiv, findDoi } from "../../identity";
import type {
	Answer,
	Candidate,
	Catalogue,
	CatalogueName,
	CatalogueRequest,
	Identity,
	Meeting,
	Query,
	Reading,
	Relation,
	RelationKind,
	Wanted,
} from "../catalogue";
import type { Notice, NoticeKind } from "../../paper";
import { directory } from "../directory";
import { oneOrList, openAnswer, readJsonText, readRegistrarXml, type JsonAnswer } from "./answer";
import { batches, doiOf, firstFamily, getRequest, hitsPerSearch, segment, wordsFor } from "./asking";

const address = "https://api.crossref.org/works";
const accept = "application/json";

/** DOIs in one request; each record may have a thousand references, which come along. */
const perRequest = 20;

export const crossref: Catalogue = {
	name: "crossref",
	...directory.crossref,
	// Lists: one request a second and one at a time for those who do not identify themselves, three for those who do.
	pace: { gap: 1000, atOnce: 1 },
	request,
	read,
};

function request({ by, papers }: Query): readonly CatalogueRequest[] {
	if (by === "abstract") return [];
	if (by === "title") return papers.flatMap(search);
	const known = papers.flatMap(paper => {
		const doi = doiOf(paper);
		// arXiv's DOIs are DataCite's.
		return doi === undefined || /^10\.48550\//.test(doi) ? [] : [{ paper, doi }];
	});
	// Filters are parted by commas, which nothing escapes.
	const single = known.filter(({ doi }) => doi.includes(","));
	const many = batches(
		known.filter(({ doi }) => !doi.includes(",")),
		perRequest,
		({ doi }) => encodeURIComponent(doi).length + 7,
	);
	return [...single.map(one => [one]), ...many].map(batch => {
		const [first] = batch;
		const asked = batch.map(({ paper }) => paper);
		if (first && batch.length === 1) return getRequest(`${address}/${segment(first.doi)}`, {}, asked, accept);
		const filter = batch.map(({ doi }) => `doi:${doi}`).join(",");
		return getRequest(address, { filter, rows: batch.length }, asked, accept);
	});
}

function search(paper: Wanted): readonly CatalogueRequest[] {
	const words = wordsFor("title", paper);
	if (words.length === 0) return [];
	const query = [...words, firstFamily(paper)].join(" ").trim();
	return [getRequest(address, { "query.bibliographic": query, rows: hitsPerSearch }, [paper], accept)];
}

const json: JsonAnswer = {
	catalogue: crossref,
	recordsIn: value => {
		const message = at(value, "message");
		const items = at(message, "items");
		if (Array.isArray(items)) return list(items);
		return oneOrList(isFields(message) ? message : value, isWork);
	},
	isRecord: isWork,
	candidatesOf: work => [crossrefCandidate(work, "crossref")],
};

/** Also answers in XML, as its transforms and older interfaces give them. */
function read(answer: Answer): Reading {
	const opened = openAnswer(answer, crossref);
	if (opened.refused) return opened.refused;
	return readRegistrarXml(answer, opened.text, crossref) ?? readJsonText(opened.text, opened.report, json);
}

/** A work as the API has it, or wrapped as an item of CSL-JSON, whose title is a text and no list. */
export function isWork(fields: Fields): boolean {
	const title = fields["title"];
	const isItem = typeof title === "string" && title.trim() !== "";
	return typeof fields["DOI"] === "string" && (isItem || shape.is(fields));
}

/** The candidate of a work or an item. */
export function crossrefCandidate(work: Fields, source: CatalogueName): Candidate {
	const place = { start: 0, end: 0 };
	const [draft] = typeof work["title"] === "string" ? [cslDraft(work, place)] : shape.drafts(work, place);
	return { paper: toPaper(draft ?? { place, title: "" }), source, ...relationsOf(work) };
}

/** Crossref's relations between works, read from the side of the record. */
const kinds: Readonly<Record<string, RelationKind>> = {
	"is-preprint-of": "published",
	"has-preprint": "preprint",
	"is-version-of": "version",
	"has-version": "version",
	"is-comment-on": "about",
	"is-reply-to": "about",
	"is-review-of": "about",
};

/** Crossmark's kinds of updates; those that only add something are no notices. */
const updates: readonly (readonly [RegExp, NoticeKind])[] = [
	[/retraction|removal/, "retraction"],
	[/withdrawal/, "withdrawal"],
	[/concern/, "concern"],
	[/correction|corrigendum|erratum|clarification/, "correction"],
];

/** What a record says beside the work itself. */
function relationsOf(work: Fields): Pick<Candidate, "relations" | "notices" | "event"> {
	const related = isFields(work["relation"]) ? Object.entries(work["relation"]) : [];
	const relations = related.slice(0, 100).flatMap(([name, others]): readonly Relation[] => {
		const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
		return kind === undefined ? [] : identities(others).map(identity => ({ kind, ...identity }));
	});
	const noticeOf = objects(work["update-to"]).flatMap(({ DOI, type }): readonly Relation[] => {
		const doi = findDoi(text(DOI));
		return doi === undefined || noticeKind(text(type)) === undefined ? [] : [{ kind: "notice-of", doi }];
	});
	const notices = objects(work["updated-by"]).flatMap(({ DOI, type }): readonly Notice[] => {
		const [doi, kind] = [findDoi(text(DOI)), noticeKind(text(type))];
		return kind === undefined ? [] : [{ kind, ...(doi !== undefined && { doi }) }];
	});
	const event = meetingOf(work);
	return { relations: [...relations, ...noticeOf], notices, ...(event && { event }) };
}

function noticeKind(type: string): NoticeKind | undefined {
	return updates.find(([pattern]) => pattern.test(type.toLowerCase()))?.[1];
}

function identities(others: unknown): readonly Identity[] {
	return objects(others).flatMap((other): readonly Identity[] => {
		const id = text(other["id"]);
		const doi = findDoi(id);
		if (doi !== undefined) return [{ doi }];
		const arxiv = /arxiv/i.test(text(other["id-type"])) ? findArxiv(id) : undefined;
		return arxiv === undefined ? [] : [{ arxiv }];
	});
}

function meetingOf(work: Fields): Meeting | undefined {
	const title = firstText(at(work, "event", "name"), work["event-title"], work["event"]);
	const place = firstText(at(work, "event", "location"), work["event-place"]);
	return title === "" ? undefined : { title, ...(place !== "" && { place }) };
}
