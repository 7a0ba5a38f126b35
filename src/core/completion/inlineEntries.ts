// The references that a manuscript holds itself, as entries: `\bibitem`s, a list in a YAML header, `filecontents`.

import { parseBibliography } from "../bibliography/bibliography";
import type { Source } from "../citations/citations";
import { paperId } from "../identity";
import type { Paper } from "../paper";
import { inlineKeys } from "../project/inlineKeys";
import { readSource } from "../project/read/read";
import { decodeLatex } from "../text/latex";

export interface InlineEntry {
	readonly key: string;
	readonly paper: Paper;
}

/** What a text without references of its own does not have: reading it for them takes time. */
const mayHold = /thebibliography|filecontents|^references\s*:|"(?:cite2c|citation-manager|csl)/m;

/** Whether a text may have references of its own: told at a glance. */
export function mayHoldReferences(text: string): boolean {
	return mayHold.test(text);
}

/** The references in a manuscript; of a reference written by hand the whole text is the title. */
export function inlineEntries(source: Source): readonly InlineEntry[] {
	if (!mayHoldReferences(source.text)) return [];
	return readSource(source).inline.flatMap(({ kind, range }) => {
		// Of `thebibliography` the range is its beginning.
		if (kind === "thebibliography") return bibitems(source.text.slice(range.start));
		const text = source.text.slice(range.start, range.end);
		const { entries } = parseBibliography(text, kind === "filecontents" ? "inline.bib" : "inline.yaml");
		return entries.length > 0 ? entries : inlineKeys(text).map(key => ({ key, paper: paperOf(key) }));
	});
}

function bibitems(text: string): readonly InlineEntry[] {
	const [body = ""] = text.split(/\\end\s*\{thebibliography\}/, 1);
	const items = body.split(/\\bibitem(?![A-Za-z])/).slice(1);
	return items.flatMap(item => {
		const [head, key] = /^\s*(?:\[(?:[^[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\])?\s*\{([^{}]+)\}/.exec(item) ?? [];
		if (head === undefined || key === undefined) return [];
		const said = item.slice(head.length).replace(/\\newblock(?![A-Za-z])/g, " ");
		const title = decodeLatex(said).text.replace(/\s+/g, " ").trim();
		return [{ key: key.trim(), paper: paperOf(title || key.trim()) }];
	});
}

function paperOf(title: string): Paper {
	const known = { title, authors: [], abstract: "", type: "document", keywords: [], links: [] };
	return { ...known, id: paperId(known) };
}
