// The door of bibliographies: reads them as papers, adds entries in the file's own style, names the ones in use.

import type { Paper, Problem, TextEdit, TextRange } from "../paper";
import { problem } from "../problems";
import { entriesOf } from "./bibtex/entries";
import { parseBibtex, type BibBlock } from "./bibtex/parse";
import { placesFor, type Addition } from "./bibtex/patch";
import { styleOf } from "./bibtex/style";
import { writeEntry } from "./bibtex/write";
import { uniqueKey } from "./citationKey";
import { WorkKeys } from "./workKeys";

export { citationKey, isKeyPattern } from "./citationKey";
export { declareBibliography, declaredBibliographies, texRoot, type Declaration } from "./declared";

export interface Entry {
	readonly key: string;
	/** The whole entry, from its `@` to its last brace. */
	readonly range: TextRange;
	readonly keyRange: TextRange;
	readonly paper: Paper;
}

export interface Bibliography {
	readonly entries: readonly Entry[];
	/** In the order of the file. An `error` means that the file should not be added to as it is. */
	readonly problems: readonly Problem[];
}

export interface AddOptions {
	/** The formula of new keys; see `citationKey`. */
	readonly pattern?: string | undefined;
	/** Keys that other bibliographies of the document use. */
	readonly taken?: Iterable<string> | undefined;
}

export interface Added {
	/** Insertions, in order. */
	readonly edits: TextEdit[];
	/** `keys[i]` cites `papers[i]`. */
	readonly keys: string[];
}

function isBibtex(fileName: string): boolean {
	return /(?:^|[^.])\.(?:bib|bibtex|biblatex)$/i.test(fileName) || !/\.[^./\\]*$/.test(fileName);
}

/** The entries of a bibliography as papers. Never throws; an entry that cannot be read costs only itself. */
export function parseBibliography(text: string, fileName: string): Bibliography {
	if (!isBibtex(fileName)) {
		const place = { file: fileName, line: 1, range: { start: 0, end: Math.min(text.length, 1) } };
		return { entries: [], problems: [problem("bib-format", place)] };
	}
	const { blocks, problems } = parseBibtex(text, fileName);
	const entries = citable(blocks);
	const all = [...problems, ...duplicates(text, fileName, entries)];
	return { entries, problems: all.sort((a, b) => a.range.start - b.range.start) };
}

/** What can be cited. */
function citable(blocks: readonly BibBlock[], options: { readonly brief?: boolean } = {}): Entry[] {
	return entriesOf(blocks, options)
		.filter(({ key }) => key !== "")
		.map(({ key, range, keyRange, paper }) => ({ key, range, keyRange, paper }));
}

/** Keys that BibTeX calls repeated: it compares them without regard to case (btxdoc, section 2). */
function duplicates(text: string, file: string, entries: readonly Entry[]): Problem[] {
	const lines = new Map<string, number>();
	const problems: Problem[] = [];
	let line = 1;
	let at = 0;
	for (const { key, keyRange } of entries) {
		for (; at < keyRange.start; at++) if (text.charCodeAt(at) === 10) line++;
		const first = lines.get(key.toLowerCase());
		if (first === undefined) lines.set(key.toLowerCase(), line);
		else problems.push(problem("bib-duplicate-key", { file, line, range: keyRange }, key, String(first)));
	}
	return problems;
}

/**
 * Adds papers to a bibliography in its own style and changes no byte of it. A work that is there already, by DOI,
 * arXiv identifier, PMID, or title and first author, keeps its key. A file that is not BibTeX gets no edit.
 */
export function addToBibliography(
	text: string,
	fileName: string,
	papers: readonly Paper[],
	options: AddOptions = {},
): Added {
	const { blocks, commentedKeys } = isBibtex(fileName)
		? parseBibtex(text, fileName)
		: { blocks: [], commentedKeys: [] };
	const works = new WorkKeys();
	const entries = citable(blocks, { brief: true });
	for (const { key, paper } of entries) works.add(key, paper);
	const used = [...entries.map(({ key }) => key), ...commentedKeys, ...(options.taken ?? [])];
	const taken = new Set(used.map(key => key.toLowerCase()));
	const style = styleOf(text, blocks);
	const additions: Addition[] = [];
	const keys = papers.map(paper => {
		const known = works.keyOf(paper);
		if (known !== undefined) return known;
		const key = uniqueKey(paper, taken, options.pattern);
		taken.add(key.toLowerCase());
		works.add(key, paper);
		additions.push({ key, text: writeEntry(key, paper, style) });
		return key;
	});
	return { keys, edits: isBibtex(fileName) ? placesFor(text, blocks, additions, style) : [] };
}
