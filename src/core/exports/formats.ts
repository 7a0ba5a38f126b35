// The formats that papers are exported in. Types and lists only.

import type { Paper } from "../paper";

export const exportFormats = ["markdown", "relatedWork", "bibtex", "biblatex", "csl-json", "ris", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A paper with the key by which it is cited. */
export interface KeyedPaper {
	readonly key: string;
	readonly paper: Paper;
}

/** Papers that stand below one heading; without a heading when that is empty. */
export interface ExportSection {
	readonly heading: string;
	readonly papers: readonly KeyedPaper[];
}

/** What the export says of itself, in the person's language. */
export interface ExportWords {
	readonly title: string;
	readonly abstract: string;
	readonly authors: string;
	readonly date: string;
	readonly keywords: string;
	readonly relatedWork: string;
	readonly venue: string;
}

export const englishExportWords: ExportWords = {
	title: "Papers",
	abstract: "Abstract",
	authors: "Authors",
	date: "Date",
	keywords: "Keywords",
	relatedWork: "Related work",
	venue: "Venue",
};

/** The end of the file's name, and the language of an editor that shows it. */
export const exportFiles: Readonly<Record<ExportFormat, { readonly extension: string; readonly language: string }>> = {
	markdown: { extension: "md", language: "markdown" },
	relatedWork: { extension: "md", language: "markdown" },
	bibtex: { extension: "bib", language: "bibtex" },
	biblatex: { extension: "bib", language: "biblatex" },
	"csl-json": { extension: "json", language: "json" },
	ris: { extension: "ris", language: "plaintext" },
	csv: { extension: "csv", language: "csv" },
};
