// What fields of an entry say of a paper, whatever their format calls them, and whether two papers differ in it.

import type { Name, Paper } from "../../paper";
import { fold, normalizeTitle } from "../../text/normalize";
import { isPreprintVenue, preprintOf } from "../../works/preprints";

const aspects: Readonly<Record<string, (paper: Paper) => string>> = {
	title: ({ title }) => normalizeTitle(title),
	author: ({ authors }) => people(authors),
	editor: ({ editors = [] }) => people(editors),
	venue: ({ venue = "" }) => normalizeTitle(venue),
	publisher: ({ publisher = "", venue = "", type }) => normalizeTitle(publisher || (type === "book" ? venue : "")),
	place: ({ place = "" }) => normalizeTitle(place),
	year: ({ issued }) => `${issued?.year ?? ""}`,
	month: ({ issued }) => `${issued?.month ?? ""}`,
	day: ({ issued }) => `${issued?.day ?? ""}`,
	volume: ({ volume = "" }) => volume,
	issue: ({ issue = "", number = "" }) => issue || number,
	pages: ({ pages = "" }) => pages,
	edition: ({ edition = "" }) => normalizeTitle(edition),
	series: ({ series = "" }) => normalizeTitle(series),
	genre: ({ genre = "" }) => normalizeTitle(genre),
	isbn: ({ isbn = "" }) => isbn.replace(/[\s-]/g, ""),
	issn: ({ issn = "" }) => issn.replace(/[\s-]/g, ""),
	doi: ({ doi = "" }) => doi.toLowerCase(),
	arxiv: ({ arxiv = "" }) => arxiv,
	class: ({ arxivClass = "" }) => arxivClass,
	pmid: ({ pmid = "" }) => pmid,
	url: ({ url = "" }) => url.replace(/^https?:\/\/|\/$/g, ""),
	abstract: ({ abstract }) => normalizeTitle(abstract),
	keywords: ({ keywords }) => keywords.map(fold).sort().join(","),
	type: ({ type }) => type,
};

function people(names: readonly Name[]): string {
	return names.map(name => fold("literal" in name ? name.literal : name.family)).join(";");
}

/** What a field says, by its name in lower case. Fields that say several things differ when one of these does. */
const fields: Readonly<Record<string, readonly string[]>> = {
	...{ journal: ["venue"], journaltitle: ["venue"], booktitle: ["venue"], school: ["venue"], institution: ["venue"] },
	...{ howpublished: ["venue"], organization: ["venue"], "container-title": ["venue"] },
	...{ address: ["place"], location: ["place"], "publisher-place": ["place"], "collection-title": ["series"] },
	...{ date: ["year", "month", "day"], issued: ["year", "month", "day"] },
	...{ number: ["issue"], page: ["pages"], "page-range": ["pages"], keyword: ["keywords"] },
	...{
		eprint: ["arxiv"],
		archiveprefix: ["arxiv"],
		eprinttype: ["arxiv"],
		primaryclass: ["class"],
		eprintclass: ["class"],
	},
	...{ parent: ["venue", "volume", "issue"], "serial-number": ["doi", "arxiv", "pmid"] },
};

function partsOf(field: string): readonly string[] {
	return fields[field] ?? [field];
}

/** Whether a paper says something else in a field than the entry that was there; what it does not know is no difference. */
export function differs(field: string, before: Paper, after: Paper): boolean {
	const parts = partsOf(field);
	const isDate = parts.length > 1 && parts[0] === "year";
	return parts.some(part => {
		const [old, now] = [aspects[part]?.(before) ?? "", aspects[part]?.(after) ?? ""];
		// A date that is as right, but more or less precise, is none either.
		return now !== "" && old !== now && !(isDate && old === "" && part !== "year");
	});
}

/** Whether a field says nothing but who wrote what: that a person may have put right, and no publication changes it. */
export function isOfTheWork(field: string): boolean {
	return /^(?:title|author|abstract|keywords?|note|file|annote)$/.test(field);
}

/** Whether all that is known of a paper is a preprint. */
export function isPreprint({ venue, doi, type, arxiv }: Paper): boolean {
	if (doi !== undefined && !preprintOf(doi)) return false;
	if (venue !== undefined && venue !== "") return isPreprintVenue(venue);
	return arxiv !== undefined || doi !== undefined || type === "article";
}
