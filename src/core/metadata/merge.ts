// The records that catalogues gave of one work as one record: the best of each field, and where it came from.

import { publicationFields } from "../digests/fields/publication";
import type { Notice, Paper } from "../paper";
import { normalizeTitle } from "../text/normalize";
import { mergeRecords } from "../works/merge";
import { preprintOf } from "../works/preprints";
import { paperId } from "../identity";
import type { Candidate, CatalogueName, Identity, Meeting, Relation, Wanted } from "./catalogue";
import { bestNames } from "./matching/names";

/** Fields of a paper that catalogues give. */
export type RecordField = Exclude<
	keyof Paper,
	"id" | "announced" | "authorsIncomplete" | "notices" | "recordFrom" | "note"
>;

/** The record of a paper, as all catalogues together have it. */
export interface FoundRecord {
	/** Its `id` is the strongest identifier. */
	readonly paper: Paper;
	readonly event?: Meeting;
	/** For each field the catalogues that gave this value, those that are asked first first. */
	readonly sources: { readonly [F in RecordField]?: readonly CatalogueName[] };
	/** Each notice once. */
	readonly notices: readonly Notice[];
	/** The preprint of a published work that has a DOI of its own, and the published version of a preprint. */
	readonly preprint?: Identity;
	readonly published?: Relation;
	/** Other titles under which the work is known, the wanted paper's among them. */
	readonly alsoTitled: readonly string[];
}

/** Titles kept beside the record's own. */
const mostTitles = 5;

/** Merges the records of a wanted paper, of which there must be one. Deterministic, whatever their order. */
export function mergeCandidates(wanted: Wanted, candidates: readonly [Candidate, ...Candidate[]]): FoundRecord {
	const ordered = [...candidates].sort(compareCandidates);
	const papers = ordered.map(({ paper }) => paper);
	const { fields } = mergeRecords(papers);
	const named = { ...fields, authors: bestNames(fields, papers) };
	const editors = papers
		.map(paper => paper.editors ?? [])
		.reduce((best, one) => (one.length > best.length ? one : best), []);
	const whole = { ...named, ...(editors.length > 0 && { editors }) };
	const { doi, arxiv, pmid, title } = whole;
	const isPublished = doi !== undefined && !preprintOf(doi);
	const id = paperId({ title, arxiv, pmid, doi: isPublished || arxiv === undefined ? doi : undefined });
	const paper: Paper = { ...whole, id };
	const event = ordered.find(candidate => candidate.event)?.event;
	const [preprint, published] = [preprintAmong(ordered, paper), publishedAmong(ordered, paper)];
	return {
		paper,
		...(event && { event }),
		sources: sourcesOf(paper, ordered),
		notices: distinctNotices(ordered),
		...(preprint && { preprint }),
		...(published && { published }),
		alsoTitled: otherTitles(title, [wanted.title, ...papers.map(one => one.title)]),
	};
}

function compareCandidates(a: Candidate, b: Candidate): number {
	const [one, other] = [a, b].map(({ source, paper }) => `${source} ${paper.id} ${JSON.stringify(paper)}`);
	return (one ?? "") < (other ?? "") ? -1 : one === other ? 0 : 1;
}

const listed = [
	"title",
	"abstract",
	"authors",
	"issued",
	"type",
	"arxiv",
	"arxivClass",
	"doi",
	"pmid",
	"url",
	"venue",
] as const;

/** Who gave a value just as it is; where it was put together, who gave any. */
function sourcesOf(paper: Paper, candidates: readonly Candidate[]): FoundRecord["sources"] {
	const sources: { -readonly [F in RecordField]?: readonly CatalogueName[] } = {};
	for (const field of [...listed, ...publicationFields, "keywords", "links"] as const) {
		const value = paper[field];
		if (isEmpty(value)) continue;
		const given = candidates.filter(one => !isEmpty(one.paper[field]));
		const equal = given.filter(one => JSON.stringify(one.paper[field]) === JSON.stringify(value));
		const names = new Set((equal.length > 0 ? equal : given).map(({ source }) => source));
		sources[field] = [...names];
	}
	return sources;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function distinctNotices(candidates: readonly Candidate[]): readonly Notice[] {
	const found = new Map<string, Notice>();
	for (const notice of candidates.flatMap(({ notices }) => notices)) {
		const key = `${notice.kind} ${(notice.doi ?? notice.pmid ?? "").toLowerCase()}`;
		const known = found.get(key);
		found.set(key, { ...notice, ...known });
	}
	// A bare mark says nothing beside a notice of its kind.
	const named = new Set([...found].flatMap(([key, { kind }]) => (key === `${kind} ` ? [] : [kind])));
	return [...found].flatMap(([key, notice]) => (key === `${notice.kind} ` && named.has(notice.kind) ? [] : [notice]));
}

/** The DOI of the preprint, where the record has another one. arXiv's says no more than the arXiv identifier. */
function preprintAmong(candidates: readonly Candidate[], { doi = "" }: Paper): Identity | undefined {
	const related = candidates.flatMap(({ relations }) => relations.filter(({ kind }) => kind === "preprint"));
	const dois = [...candidates.map(({ paper }) => paper), ...related].flatMap(one => one.doi ?? []);
	const found = dois.find(one => one.toLowerCase() !== doi.toLowerCase() && isServer(one));
	return found === undefined ? undefined : { doi: found };
}

function isServer(doi: string): boolean {
	const preprint = preprintOf(doi);
	return preprint !== undefined && preprint.server !== "arxiv";
}

/** The published version that a catalogue names, where the record is none itself. */
function publishedAmong(candidates: readonly Candidate[], { doi, venue, type }: Paper): Relation | undefined {
	const isOwn = doi !== undefined && !preprintOf(doi);
	const named = candidates.flatMap(({ relations }) => relations.filter(({ kind }) => kind === "published"));
	const found = named.find(relation => relation.doi !== undefined) ?? named[0];
	if (!found || (isOwn && type !== "article")) return undefined;
	return isOwn && found.doi?.toLowerCase() === doi.toLowerCase() && found.where === venue ? undefined : found;
}

function otherTitles(title: string, titles: readonly string[]): readonly string[] {
	const known = new Map([[normalizeTitle(title), title]]);
	for (const other of titles) if (!known.has(normalizeTitle(other))) known.set(normalizeTitle(other), other);
	return [...known.values()].slice(1, 1 + mostTitles);
}
