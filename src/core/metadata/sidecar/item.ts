// A found record as an item of CSL-JSON for the file of records beside a digest. Sources: CSL 1.0.2, Appendices III and
// IV (`event-title`, `status`); csl-data.json, `custom`, for what CSL has no variable for.

import { cslItem } from "../../bibliography/structured/cslItem";
import type { Wanted } from "../catalogue";
import type { FoundRecord } from "../merge";

/** An item of a file of records: fields that are there have a value. */
export type SidecarItem = Readonly<Record<string, unknown>>;

/** Keywords and links that are written; headings of MeSH may be dozens. */
const mostKeywords = 30;
const mostLinks = 8;

/**
 * The item of a record, as it was on a day, `2026-03-01`. The abstract is written only where the digest has none, as
 * the digest is beside it.
 */
export function sidecarItem(wanted: Wanted, record: FoundRecord, asOf?: string): SidecarItem {
	const { paper, event, notices } = record;
	const id = wanted.id.startsWith("title:") ? paper.id : wanted.id;
	const short = { ...paper, keywords: paper.keywords.slice(0, mostKeywords) };
	const omitted = new Set(wanted.abstract === "" ? [] : ["abstract"]);
	const { note, keyword, abstract, ...fields } = cslItem(id, short, omitted);
	const isRetracted = notices.some(({ kind }) => kind === "retraction" || kind === "withdrawal");
	const all: Readonly<Record<string, unknown>> = {
		...fields,
		"event-title": event?.title,
		"event-place": event?.place,
		status: isRetracted ? "retracted" : undefined,
		note,
		abstract,
		keyword,
		custom: customOf(record, asOf),
	};
	return withValues(all);
}

function customOf(
	{ paper, alsoTitled, preprint, published, notices, sources }: FoundRecord,
	asOf: string | undefined,
): SidecarItem {
	return withValues({
		alsoTitled: alsoTitled.length > 0 ? alsoTitled : undefined,
		arxivCategory: paper.arxivClass,
		links: paper.links.length > 0 ? paper.links.slice(0, mostLinks).map(({ url }) => url) : undefined,
		preprint: preprint && withValues({ DOI: preprint.doi }),
		published: published && withValues({ DOI: published.doi, where: published.where }),
		notices:
			notices.length > 0
				? notices.map(({ kind, doi, pmid, where }) => withValues({ kind, DOI: doi, PMID: pmid, where }))
				: undefined,
		asOf,
		fieldSources: Object.fromEntries(Object.entries(sources).map(([field, names]) => [field, names.join(", ")])),
	});
}

function withValues(fields: Readonly<Record<string, unknown>>): SidecarItem {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
}
