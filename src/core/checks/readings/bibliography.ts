// A bibliography as the checks read it: each entry is looked at once, and again only when it or a string changes.

import type { BibBlock } from "../../bibliography/bibtex/blocks";
import { inherits } from "../../bibliography/bibtex/entries";
import { defineString, monthStrings, type Strings } from "../../bibliography/bibtex/strings";
import { dialectOf } from "../../bibliography/bibtex/writing/dialect";
import { linksIn, type KeyLink } from "../../bibliography/edit/links";
import type { Entry } from "../../bibliography/entry";
import { formatOf, type BibliographyFormat } from "../../bibliography/format";
import type { PlacedBlock } from "../../bibliography/bibtex/incremental";
import type { OpenBibliography } from "../../bibliography/openBibliography";
import type { Dialect } from "../../project/reading";
import {
	bibtexEntry,
	checkBibtexEntry,
	missingFields,
	stringUses,
	type BibtexEntry,
	type StringUse,
} from "../entries/bibtexEntry";
import type { LocalFinding } from "../finding";
import { checkStructured } from "./structured";

/** An entry with the number that it has among those with its key in the file, from 0. */
export interface NumberedEntry extends Entry {
	readonly nth: number;
	/** Whether it holds fields for others, or is a list of others, and no work: `@xdata`, `@set`. */
	readonly isPart: boolean;
}

/** What was found in a block of a .bib file, in the places that it had when it was parsed. */
export interface BlockReading {
	readonly findings: readonly LocalFinding[];
	readonly strings: readonly StringUse[];
	readonly entry: BibtexEntry;
	/** Keys of entries that this one names. */
	readonly needs: readonly string[];
	/** Further keys that it goes by, where they stand. */
	readonly aliases: readonly KeyLink[];
}

export interface PlacedReading {
	readonly reading: BlockReading;
	readonly shift: number;
}

export interface BibliographyReading {
	readonly format: BibliographyFormat | undefined;
	readonly text: string;
	readonly dialect: Dialect | undefined;
	/** What can be cited. */
	readonly entries: readonly NumberedEntry[];
	/** What is wrong with entries by themselves, in files of other formats than BibTeX's. */
	readonly findings: readonly LocalFinding[];
	readonly blocks: readonly PlacedReading[];
	readonly strings: Strings;
	readonly commentedKeys: ReadonlySet<string>;
}

/** What reads a bibliography; without a dialect it is what the file seems to be written for. */
export interface Program {
	readonly dialect: Dialect | undefined;
	/** Whether it is BibTeX itself, and no other program that reads its files. */
	readonly isClassic: boolean;
}

/** Reads one bibliography again and again, as it changes. */
export class BibliographyReader {
	#blocks = new WeakMap<BibBlock, BlockReading>();
	#basis = "";
	#last: BibliographyReading | undefined;
	#program: Program = { dialect: undefined, isClassic: false };

	/** What the checks know of a bibliography as it is now. */
	read(bibliography: OpenBibliography, program: Program): BibliographyReading {
		const { text, fileName } = bibliography;
		const isSame = this.#program.dialect === program.dialect && this.#program.isClassic === program.isClassic;
		if (isSame && this.#last?.text === text) return this.#last;
		this.#program = program;
		const format = formatOf(text, fileName);
		const entries = numbered(bibliography.entries, bibliography.blocks);
		this.#last =
			format === "bibtex"
				? this.#readBibtex(bibliography, program, entries)
				: {
						...{ format, text, dialect: undefined, entries },
						findings: format === undefined ? [] : checkStructured(text, format, entries),
						...{ blocks: [], strings: new Map(), commentedKeys: new Set() },
					};
		return this.#last;
	}

	#readBibtex(
		{ text, blocks, commentedKeys }: OpenBibliography,
		program: Program,
		entries: readonly NumberedEntry[],
	): BibliographyReading {
		const strings = monthStrings();
		let basis = "";
		for (const { block } of blocks) {
			if (block.kind !== "string") continue;
			for (const { name, parts } of block.fields) {
				defineString(name, parts, strings);
				basis += `${name}=${strings.get(name.toLowerCase()) ?? ""}\n`;
			}
		}
		const parsed = blocks.map(({ block }) => block);
		const dialect =
			program.dialect ??
			dialectOf(
				text,
				parsed,
				parsed.filter(({ kind }) => kind === "entry"),
			);
		basis += `${dialect} ${String(program.isClassic)}`;
		if (basis !== this.#basis) this.#blocks = new WeakMap();
		this.#basis = basis;
		const placed: PlacedReading[] = [];
		for (const { block, shift } of blocks) {
			if (block.kind !== "entry") continue;
			let reading = this.#blocks.get(block);
			if (!reading) {
				reading = readBlock(textAround(text, block, shift), block, {
					strings,
					dialect,
					isClassic: program.isClassic,
				});
				this.#blocks.set(block, reading);
			}
			placed.push({ reading, shift });
		}
		return {
			...{ format: "bibtex", text, dialect, entries, findings: [], blocks: placed, strings },
			commentedKeys: new Set(commentedKeys),
		};
	}
}

/** The text of a block at the offsets that it had when it was parsed. */
function textAround(text: string, { range }: BibBlock, shift: number): string {
	return shift === 0 ? text : " ".repeat(range.start) + text.slice(range.start + shift, range.end + shift);
}

function readBlock(
	text: string,
	block: BibBlock,
	{
		strings,
		dialect,
		isClassic,
	}: { readonly strings: Strings; readonly dialect: Dialect; readonly isClassic: boolean },
): BlockReading {
	const entry = bibtexEntry(block, strings);
	const links = block.fields.flatMap(field => linksIn(text, field));
	const needs = links.flatMap(({ kind, name }) => (kind === "link" ? [name] : []));
	const aliases = links.filter(({ kind }) => kind === "alias");
	const own = checkBibtexEntry(text, entry, { dialect, isClassic });
	const missing = inherits(block) ? [] : missingFields(entry, new Set(), dialect);
	return { findings: [...own, ...missing], strings: stringUses(block), entry, needs, aliases };
}

function numbered(entries: readonly Entry[], blocks: readonly PlacedBlock[]): readonly NumberedEntry[] {
	const counts = new Map<string, number>();
	const parts = new Set(
		blocks.flatMap(({ block, shift }) => (/^(?:xdata|set)$/i.test(block.type) ? [block.range.start + shift] : [])),
	);
	return entries.map(entry => {
		const nth = counts.get(entry.key) ?? 0;
		counts.set(entry.key, nth + 1);
		return { ...entry, nth, isPart: parts.has(entry.range.start) };
	});
}
