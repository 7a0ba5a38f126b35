// The door of bibliographies: reads them as papers, adds entries in the file's own style, names the ones in use.

import type { Paper, TextEdit } from "../paper";
import { problem } from "../problems";
import { addToBibtex, readBibtexFile } from "./bibtex/file";
import { uniqueKey } from "./citationKey";
import type { Bibliography, Entry } from "./entry";
import { formatOf, type BibliographyFormat } from "./format";
import { bibtexOptions, structuredOptions, type AddOptions } from "./options";
import { addToStructured, readStructured } from "./structured/file";
import { WorkKeys } from "./workKeys";

export { citationKey, isKeyPattern } from "./citationKey";
export { declareBibliography, declaredBibliographies, texRoot, type Declaration } from "./declared";
export type { Bibliography, Entry } from "./entry";
export type { BibliographyFormat } from "./format";
export {
	entryText,
	removeEntry,
	renameKey,
	updateEntry,
	type FieldChange,
	type Updated,
	type UpdateOptions,
} from "./edit/edit";
export { findTwins } from "./edit/twins";
export type { AddOptions } from "./options";

export interface Added {
	/** Insertions, in order. */
	readonly edits: TextEdit[];
	/** `keys[i]` cites `papers[i]`. */
	readonly keys: string[];
}

/** The entries of a bibliography as papers. Never throws; an entry that cannot be read costs only itself. */
export function parseBibliography(text: string, fileName: string): Bibliography {
	const format = formatOf(text, fileName);
	if (format === undefined) {
		const place = { file: fileName, line: 1, range: { start: 0, end: Math.min(text.length, 1) } };
		return { entries: [], problems: [problem("bib-format", place)] };
	}
	const { entries, problems } =
		format === "bibtex" ? readBibtexFile(text, fileName) : readStructured(text, fileName, format);
	return {
		entries: entries.map(({ key, range, keyRange, paper }) => ({ key, range, keyRange, paper })),
		problems,
	};
}

/**
 * Adds papers to a bibliography in its own style and changes no byte of it. A work that is there already, by DOI,
 * arXiv identifier, PMID, or title and first author, keeps its key. A file of another format gets no edit.
 */
export function addToBibliography(
	text: string,
	fileName: string,
	papers: readonly Paper[],
	options: AddOptions = {},
): Added {
	const format = formatOf(text, fileName, options.dialect);
	const file = readFor(text, fileName, format);
	const works = new WorkKeys();
	for (const { key, paper } of file.entries) works.add(key, paper);
	const used = [...file.entries.map(({ key }) => key), ...file.reserved];
	const { keys, added } = assignKeys(papers, works, new Set(used.map(key => key.toLowerCase())), options);
	return { keys, edits: file.add(added, options) };
}

export interface NewEntry {
	readonly key: string;
	readonly paper: Paper;
}

/** A key for each paper: that of its entry, or a new one; `taken` has keys in lower case, and is not changed. */
export function assignKeys(
	papers: readonly Paper[],
	works: WorkKeys,
	taken: { has(key: string): boolean },
	options: Pick<AddOptions, "pattern" | "taken" | "keys">,
): { readonly keys: string[]; readonly added: readonly NewEntry[] } {
	const more = new Set(Array.from(options.taken ?? [], key => key.toLowerCase()));
	const isTaken = { has: (key: string) => taken.has(key) || more.has(key) };
	const own = new WorkKeys();
	const added: NewEntry[] = [];
	const keys = papers.map((paper, i) => {
		const known = works.keyOf(paper) ?? own.keyOf(paper);
		if (known !== undefined) return known;
		const wanted = options.keys?.[i];
		const isFree = wanted !== undefined && !isTaken.has(wanted.toLowerCase());
		const key = isFree ? wanted : uniqueKey(paper, isTaken, options.pattern);
		more.add(key.toLowerCase());
		own.add(key, paper);
		added.push({ key, paper });
		return key;
	});
	return { keys, added };
}

interface OpenFile {
	readonly entries: readonly Entry[];
	/** Keys of no entry that no new one may get. */
	readonly reserved: readonly string[];
	readonly add: (added: readonly NewEntry[], options: AddOptions) => TextEdit[];
}

function readFor(text: string, fileName: string, format: BibliographyFormat | undefined): OpenFile {
	if (format === undefined) return { entries: [], reserved: [], add: () => [] };
	if (format === "bibtex") {
		const file = readBibtexFile(text, fileName, { brief: true });
		const papers = new Map(file.entries.map(({ range, paper }) => [range.start, paper]));
		return {
			entries: file.entries,
			reserved: file.commentedKeys,
			add: (added, options) =>
				addToBibtex(
					{ text, blocks: file.blocks, paperAt: start => papers.get(start) },
					added,
					bibtexOptions(options),
				),
		};
	}
	const file = readStructured(text, fileName, format);
	return {
		entries: file.entries,
		reserved: [],
		add: (added, options) =>
			addToStructured({ text, fileName, format, file: file.file }, added, structuredOptions(options)),
	};
}
