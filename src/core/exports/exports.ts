// The door of exports: papers as a text in a format that other programs, and our own readers, read. Pure and total; text
// of a paper cannot become markup, a field or a formula.

import { addToBibliography, assignKeys } from "../bibliography/bibliography";
import { wholeItemText } from "../bibliography/structured/wholeItem";
import { WorkKeys } from "../bibliography/workKeys";
import type { Paper } from "../paper";
import { applied } from "../textEdits";
import { csvHead, csvRows } from "./csv";
import {
	englishExportWords,
	exportFiles,
	type ExportFormat,
	type ExportSection,
	type ExportWords,
	type KeyedPaper,
} from "./formats";
import { escapedMarkdown, markdownSections } from "./markdown";
import { relatedWork } from "./relatedWork";
import { risRecords } from "./ris";

export { englishExportWords, exportFiles, exportFormats } from "./formats";
export type { ExportFormat, ExportSection, ExportWords, KeyedPaper } from "./formats";

export interface ExportOptions {
	readonly words?: ExportWords | undefined;
	/** The document whose syntax related work is written in; Markdown without one. */
	readonly document?:
		{ readonly languageId: string; readonly fileName: string; readonly command?: string | undefined } | undefined;
	/** Which part of an export this is, when it is made in parts; all of it without. */
	readonly part?: { readonly isFirst: boolean; readonly isLast: boolean } | undefined;
}

const whole = { isFirst: true, isLast: true };

/** The key of each paper: the one that it has, else a new one by the pattern. `used` are keys that are taken besides. */
export function exportKeys(
	papers: readonly Paper[],
	{
		pattern,
		known,
		used = [],
	}: { pattern?: string; known?: ReadonlyMap<string, string>; used?: Iterable<string> } = {},
): readonly KeyedPaper[] {
	const taken = new Set([...used, ...(known?.values() ?? [])].map(key => key.toLowerCase()));
	const fresh = papers.filter(({ id }) => known?.has(id) !== true);
	const { keys } = assignKeys(fresh, new WorkKeys(), taken, { pattern });
	const made = new Map(fresh.map(({ id }, i) => [id, keys[i] ?? ""]));
	return papers.map(paper => ({ paper, key: known?.get(paper.id) ?? made.get(paper.id) ?? "" }));
}

/** Papers in a format. Headings of sections are kept in Markdown and in related work. */
export function exportPapers(
	sections: readonly ExportSection[],
	format: ExportFormat,
	{ words = englishExportWords, document, part = whole }: ExportOptions = {},
): string {
	const papers = sections.flatMap(section => section.papers);
	switch (format) {
		case "markdown": {
			const head = part.isFirst ? `# ${escapedMarkdown(words.title)}\n\n` : "";
			return `${head}${markdownSections(sections, words)}${part.isLast ? "" : "\n"}`;
		}
		case "relatedWork":
			return relatedWork(sections, document ?? { languageId: "markdown", fileName: "" }, words);
		case "bibtex":
		case "biblatex":
			return `${bibEntries(papers, format)}${part.isLast ? "" : "\n"}`;
		case "csl-json":
			return `${part.isFirst ? "[\n" : ",\n"}${papers.map(({ key, paper }) => wholeItemText(key, paper)).join(",\n")}${part.isLast ? "\n]\n" : ""}`;
		case "ris":
			return `${risRecords(papers)}${part.isLast ? "" : "\r\n"}`;
		case "csv":
			return `${part.isFirst ? csvHead : ""}${csvRows(papers)}`;
	}
}

function bibEntries(papers: readonly KeyedPaper[], dialect: "bibtex" | "biblatex"): string {
	const entries = papers.map(({ key, paper }) => {
		const { edits } = addToBibliography("", "papers.bib", [paper], { keys: [key], dialect, omit: [] });
		return applied("", edits).trim();
	});
	return entries.length === 0 ? "" : `${entries.join("\n\n")}\n`;
}

/** A file name for an export of something that has a name. */
export function exportFileName(name: string, format: ExportFormat): string {
	const safe = name
		.normalize("NFC")
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 80)
		.toLowerCase();
	return `${safe === "" ? "papers" : safe}.${exportFiles[format].extension}`;
}
