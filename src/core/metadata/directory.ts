// Where the catalogues are, and where a request tells them who asks: all that whoever sends needs to know of them,
// apart from what builds requests and reads answers.

import type { Catalogue, CatalogueName, CatalogueRequest, Slot } from "./catalogue";

type Listed = Pick<Catalogue, "label" | "hosts" | "contact" | "key">;

/** In the order in which they are asked: the authors' and publishers' own records first, gathered ones last. */
export const directory = {
	arxiv: { label: "arXiv", hosts: ["export.arxiv.org", "arxiv.org"] },
	crossref: {
		label: "Crossref",
		hosts: ["api.crossref.org"],
		contact: { in: "address", name: "mailto" },
		key: { in: "header", name: "crossref-plus-api-token", prefix: "Bearer " },
	},
	pubmed: {
		label: "PubMed",
		hosts: ["eutils.ncbi.nlm.nih.gov"],
		contact: { in: "address", name: "email" },
		key: { in: "address", name: "api_key" },
	},
	datacite: {
		label: "DataCite",
		hosts: ["api.datacite.org"],
		contact: { in: "address", name: "mailto" },
	},
	semanticscholar: {
		label: "Semantic Scholar",
		hosts: ["api.semanticscholar.org"],
		key: { in: "header", name: "x-api-key" },
	},
	openalex: {
		label: "OpenAlex",
		hosts: ["api.openalex.org"],
		contact: { in: "address", name: "mailto" },
		key: { in: "address", name: "api_key" },
	},
	doi: {
		label: "doi.org",
		hosts: [
			"doi.org",
			"dx.doi.org",
			"api.crossref.org",
			"data.crossref.org",
			"data.crosscite.org",
			"data.datacite.org",
			"api.datacite.org",
			"data.medra.org",
		],
	},
} as const satisfies Record<CatalogueName, Listed>;

export const catalogueNames = Object.keys(directory) as readonly CatalogueName[];

/** What the directory has of a catalogue. */
export function listed(name: CatalogueName): Listed {
	return directory[name];
}

export function isCatalogueName(name: string): name is CatalogueName {
	return Object.hasOwn(directory, name);
}

/** Who asks, as far as it may be told. */
export interface Asker {
	/** An e-mail address. */
	readonly contact?: string;
	readonly key?: string;
}

/** The request with who asks in the places that its catalogue has for it. */
export function identified(
	request: CatalogueRequest,
	{ contact, key }: Pick<Catalogue, "contact" | "key">,
	asker: Asker,
): CatalogueRequest {
	return filled(filled(request, contact, asker.contact), key, asker.key);
}

function filled(request: CatalogueRequest, slot: Slot | undefined, given: string | undefined): CatalogueRequest {
	const value = given?.trim() ?? "";
	// A line break would begin another header.
	if (!slot || value === "" || /[\p{Cc}]/u.test(value)) return request;
	if (slot.in === "header") {
		return { ...request, headers: { ...request.headers, [slot.name]: `${slot.prefix ?? ""}${value}` } };
	}
	const joint = request.url.includes("?") ? "&" : "?";
	return { ...request, url: `${request.url}${joint}${new URLSearchParams({ [slot.name]: value }).toString()}` };
}
