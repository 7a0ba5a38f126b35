// Digests in JSON and YAML: exports of reference managers, answers of catalogues, and any other list of papers.

import type { Format } from "../format";
import { looksLikeCslJson, readCslJson } from "./cslJson";

/** In the order in which they are tried. */
export const jsonFormats: readonly Format[] = [
	{ name: "csl-json", looksLike: looksLikeCslJson, read: ({ text, report }) => readCslJson(text, report) },
];
