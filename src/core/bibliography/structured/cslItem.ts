// A paper as an item of CSL-JSON or CSL-YAML. Source: CSL 1.0.2, Appendices III and IV.

import type { IssuedDate, Name, Paper } from "../../paper";

export type CslValue = string | number | readonly CslValue[] | { readonly [key: string]: CslValue };

/** Fields in the order of their names in the specification's examples; those without a value are left out. */
export type CslItem = Readonly<Record<string, CslValue>>;

/** The item of a paper, without the fields of these names in lower case. */
export function cslItem(id: string, paper: Paper, omit: ReadonlySet<string>): CslItem {
	const { arxiv, venue, publisher, type } = paper;
	const isByPublisher = /^(?:book|collection|classic|thesis|report|article|dataset|software|standard|pamphlet)$/.test(
		type,
	);
	// The number is that of a preprint alone; CSL has no variable for an identifier beside the DOI.
	const isPublished = type !== "article";
	const editors = paper.editors ?? [];
	const isEdited = editors.length > 0 && type === "book" && JSON.stringify(editors) === JSON.stringify(paper.authors);
	const fields: Readonly<Record<string, CslValue | undefined>> = {
		id,
		type,
		title: paper.title,
		author: isEdited ? [] : paper.authors.map(cslName),
		editor: editors.map(cslName),
		issued: paper.issued && cslDate(paper.issued),
		"container-title": isByPublisher ? undefined : venue,
		"collection-title": paper.series,
		publisher: isByPublisher ? (publisher ?? venue) : publisher,
		"publisher-place": paper.place,
		edition: paper.edition,
		genre: paper.genre,
		volume: paper.volume,
		issue: paper.issue,
		number: arxiv === undefined || isPublished ? paper.number : `arXiv:${arxiv}`,
		page: paper.pages,
		ISBN: paper.isbn,
		ISSN: paper.issn,
		DOI: paper.doi,
		PMID: paper.pmid,
		URL: paper.url,
		note: paper.note ?? (arxiv !== undefined && isPublished ? `arXiv:${arxiv}` : undefined),
		abstract: paper.abstract,
		keyword: paper.keywords.join(", "),
	};
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]) => {
			const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
			const isOmitted = omit.has(name.toLowerCase()) || (name === "keyword" && omit.has("keywords"));
			return isEmpty || (isOmitted && name !== "id") ? [] : [[name, value]];
		}),
	);
}

function cslName(name: Name): CslValue {
	if ("literal" in name) return { literal: name.literal };
	const { family, given, particle, suffix } = name;
	return {
		family,
		...(given === undefined ? {} : { given }),
		...(particle === undefined ? {} : { "non-dropping-particle": particle }),
		...(suffix === undefined ? {} : { suffix }),
	};
}

function cslDate({ year, month, day }: IssuedDate): CslValue {
	const parts = [year, month, day].filter(part => part !== undefined);
	return { "date-parts": [month === undefined ? [year] : parts] };
}
