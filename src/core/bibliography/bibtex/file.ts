// A .bib file as a bibliography: its entries, what is wrong with it, and the insertions for new ones.

import type { Paper, Problem, TextEdit } from "../../paper";
import { problem } from "../../problems";
import type { Entry } from "../entry";
import { entriesOf } from "./entries";
import { parseBibtex, type BibBlock } from "./parse";
import { entryFields } from "./writing/fields";
import type { Letters } from "./writing/encode";
import { placesFor } from "./writing/patch";
import { styleOf } from "./writing/style";
import type { BibDialect } from "./writing/types";
import { writeEntry } from "./writing/write";

export interface BibtexFile {
	readonly entries: readonly Entry[];
	readonly problems: readonly Problem[];
	readonly blocks: readonly BibBlock[];
	/** Keys that stand in comments, which BibTeX may read. */
	readonly commentedKeys: readonly string[];
}

/** Reads a file; the papers of a `brief` reading lack what does not tell which work they are. */
export function readBibtexFile(text: string, file: string, options: { readonly brief?: boolean } = {}): BibtexFile {
	const { blocks, commentedKeys, problems } = parseBibtex(text, file);
	const entries = citable(blocks, options);
	const all = [...problems, ...duplicates(text, file, entries)].sort((a, b) => a.range.start - b.range.start);
	return { entries, problems: all, blocks, commentedKeys };
}

/** What can be cited. */
function citable(blocks: readonly BibBlock[], options: { readonly brief?: boolean }): Entry[] {
	return entriesOf(blocks, options)
		.filter(({ key }) => key !== "")
		.map(({ key, range, keyRange, paper }) => ({ key, range, keyRange, paper }));
}

/** Keys that BibTeX calls repeated: it compares them without regard to case (btxdoc, section 2). */
export function duplicates(text: string, file: string, entries: readonly Entry[]): Problem[] {
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

export interface BibtexOptions {
	readonly dialect?: BibDialect | undefined;
	readonly letters?: Letters | undefined;
	readonly omit: ReadonlySet<string>;
	readonly canEncode?: ((char: string) => boolean) | undefined;
}

/** The insertions for new entries. */
export function addToBibtex(
	text: string,
	{ blocks, entries }: Pick<BibtexFile, "blocks" | "entries">,
	added: readonly { readonly key: string; readonly paper: Paper }[],
	options: BibtexOptions,
): TextEdit[] {
	const style = styleOf(text, blocks, options);
	const papers = new Map(entries.map(({ range, paper }) => [range.start, paper]));
	const additions = added.map(({ key, paper }) => ({
		...{ key, paper },
		text: writeEntry(key, entryFields(paper, style, options), style),
	}));
	return placesFor({ text, blocks, paperAt: start => papers.get(start) }, additions, style);
}
