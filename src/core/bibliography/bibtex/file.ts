// A .bib file as a bibliography: its entries, what is wrong with it, and the insertions for new ones.

import type { Paper, Problem, TextEdit } from "../../paper";
import { problem } from "../../problems";
import { lineCounter } from "../../text/lines";
import type { Entry } from "../entry";
import { entriesOf } from "./entries";
import type { BibBlock, Fault } from "./blocks";
import { parseBibtex } from "./parse";
import { entryFields } from "./writing/fields";
import type { Letters } from "./writing/encode";
import { placesFor, type Place } from "./writing/patch";
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
	const { blocks, commented, faults } = parseBibtex(text);
	const entries = citable(blocks, options);
	const problems = problemsIn(text, file, { faults, entries });
	return { entries, problems, blocks, commentedKeys: commented.map(({ key }) => key) };
}

/** All that is wrong with a file, in order. */
export function problemsIn(
	text: string,
	file: string,
	{ faults, entries }: { readonly faults: readonly Fault[]; readonly entries: readonly Keyed[] },
): Problem[] {
	const lineOf = lineCounter(text);
	const all = [
		...faults.map(({ code, range, args }) => problem(code, { file, line: lineOf(range.start), range }, ...args)),
		...duplicates(file, entries, lineOf),
	];
	return all.sort((a, b) => a.range.start - b.range.start);
}

type Keyed = Pick<Entry, "key" | "keyRange">;

/** What can be cited. */
function citable(blocks: readonly BibBlock[], options: { readonly brief?: boolean }): Entry[] {
	return entriesOf(blocks, options)
		.filter(({ key }) => key !== "")
		.map(({ key, range, keyRange, paper }) => ({ key, range, keyRange, paper }));
}

/** Keys that BibTeX calls repeated: it compares them without regard to case (btxdoc, section 2). */
function duplicates(file: string, entries: readonly Keyed[], lineOf: (offset: number) => number): Problem[] {
	const places = new Map<string, number>();
	const problems: Problem[] = [];
	for (const { key, keyRange } of entries) {
		const first = places.get(key.toLowerCase());
		if (first === undefined) places.set(key.toLowerCase(), keyRange.start);
		else {
			const place = { file, line: lineOf(keyRange.start), range: keyRange };
			problems.push(problem("bib-duplicate-key", place, key, String(lineOf(first))));
		}
	}
	return problems;
}

export interface BibtexOptions {
	readonly dialect?: BibDialect | undefined;
	readonly letters?: Letters | undefined;
	/** Whether the text is known to be all ASCII, or not to be. */
	readonly isAscii?: boolean | undefined;
	readonly omit: ReadonlySet<string>;
	readonly canEncode?: ((char: string) => boolean) | undefined;
}

/** The insertions for new entries. */
export function addToBibtex(
	place: Place,
	added: readonly { readonly key: string; readonly paper: Paper }[],
	options: BibtexOptions,
): TextEdit[] {
	const style = styleOf(place.text, place.blocks, options);
	const additions = added.map(({ key, paper }) => ({
		...{ key, paper },
		text: writeEntry(key, entryFields(paper, style, options), style),
	}));
	return placesFor(place, additions, style);
}
