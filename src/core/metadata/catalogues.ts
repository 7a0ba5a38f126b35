// The catalogues that may be asked, in the order of the directory.

import { arxiv } from "./catalogues/arxiv";
import { crossref } from "./catalogues/crossref";
import { dataCite } from "./catalogues/dataCite";
import { doi } from "./catalogues/doi";
import { openAlex } from "./catalogues/openAlex";
import { pubmed } from "./catalogues/pubmed";
import { semanticScholar } from "./catalogues/semanticScholar";
import type { Catalogue, CatalogueName } from "./catalogue";

/** Those that hold the authors' or the publishers' own records first, those that gather them last. */
export const catalogues: readonly Catalogue[] = [arxiv, crossref, pubmed, dataCite, semanticScholar, openAlex, doi];

export function catalogueNamed(name: CatalogueName): Catalogue | undefined {
	return catalogues.find(catalogue => catalogue.name === name);
}
