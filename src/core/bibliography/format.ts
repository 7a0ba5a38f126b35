// The format of a bibliography, told by the name of its file and, where that says too little, by its text.

import { metadataOf, withLines } from "../digests/json/yaml/readYaml";

export type BibliographyFormat = "bibtex" | "csl-json" | "csl-yaml" | "hayagriva";

/** The format of a file; `undefined` for one that is none of these. `wanted` decides for a file in YAML without entries. */
export function formatOf(text: string, fileName: string, wanted?: string): BibliographyFormat | undefined {
	const ending = /\.([^./\\]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
	// A name that is an ending alone is no name.
	if (/^(?:bib|bibtex|biblatex)$/.test(ending)) return /[^./\\]\.[^.]*$/.test(fileName) ? "bibtex" : undefined;
	if (ending === "") return "bibtex";
	if (/^(?:json|csljson)$/.test(ending)) return "csl-json";
	if (/^(?:md|markdown|qmd|rmd|rmarkdown)$/.test(ending)) return metadataOf(text) ? "csl-yaml" : undefined;
	if (/^ya?ml$/.test(ending)) return yamlFormat(withLines(text), ending, wanted);
	return undefined;
}

/** A list is Pandoc's, a map Typst's; what begins with a bracket is JSON, which YAML allows. */
function yamlFormat(text: string, ending: string, wanted: string | undefined): BibliographyFormat {
	const lines = text.replace(/^(?:\s|\uFEFF|#[^\n]*\n|%[^\n]*\n|---[^\S\n]*\n)+/, "");
	if (/^[[{]/.test(lines)) return "csl-json";
	if (/^-\s|^["']?references["']?:/m.test(lines)) return "csl-yaml";
	if (/^[^\s#.-][^\n]*:/m.test(lines)) return "hayagriva";
	if (wanted === "csl-yaml" || wanted === "hayagriva") return wanted;
	// Typst's documentation names its files `.yml`, Pandoc's `.yaml`.
	return ending === "yml" ? "hayagriva" : "csl-yaml";
}
