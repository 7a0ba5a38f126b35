// The catalogues that may be asked, in the order in which they are, and what tells them who asks.

import { arxiv } from "./catalogues/arxiv";
import { crossref } from "./catalogues/crossref";
import { dataCite } from "./catalogues/dataCite";
import { doi } from "./catalogues/doi";
import { openAlex } from "./catalogues/openAlex";
import { pubmed } from "./catalogues/pubmed";
import { semanticScholar } from "./catalogues/semanticScholar";
import type { Catalogue, CatalogueName, CatalogueRequest, Slot } from "./catalogue";

/** Those that hold the authors' or the publishers' own records first, those that gather them last. */
export const catalogues: readonly Catalogue[] = [arxiv, crossref, pubmed, dataCite, semanticScholar, openAlex, doi];

export function catalogueNamed(name: CatalogueName): Catalogue | undefined {
	return catalogues.find(catalogue => catalogue.name === name);
}

/** Who asks, as far as it may be told. */
export interface Asker {
	/** An e-mail address. */
	readonly contact?: string;
	readonly key?: string;
}

/** The request with who asks in the places that its catalogue has for it. */
export function identified(request: CatalogueRequest, { contact, key }: Catalogue, asker: Asker): CatalogueRequest {
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
