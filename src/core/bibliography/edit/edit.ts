// Edits of entries that are there: brought up to a newer record, renamed, taken out, copied.

import type { Paper, TextEdit, TextRange } from "../../paper";
import { bibtexOptions, structuredOptions, type AddOptions } from "../options";
import { readBibtexFile } from "../bibtex/file";
import { formatOf } from "../format";
import { readStructured } from "../structured/file";
import { removeBlock, updateBibtexEntry } from "./bibtexEntry";
import { linksIn } from "./links";
import { removeItems, updateItem } from "./structuredEntry";
import type { Updated } from "./update";

export type { FieldChange, Updated } from "./update";

export interface UpdateOptions extends AddOptions {
	/**
	 * Fields that are replaced even though a person may have written them, by their names in the file; `@` is the type of
	 * an entry of a .bib file. Without it only what is missing is added, and what says where and when a work appeared is
	 * replaced when it was a preprint and is published now.
	 */
	readonly replace?: readonly string[] | "all" | undefined;
	/** Fields that stay as they are, also where they are missing, by the names that `FieldChange` gives. */
	readonly keep?: readonly string[] | undefined;
}

/** An entry, and the newer record of its work. */
export interface NewerRecord {
	readonly key: string;
	readonly paper: Paper;
}

/** Brings an entry up to a newer record of its work. Its key stays. No edit when there is no such entry. */
export function updateEntry(text: string, fileName: string, record: NewerRecord, options: UpdateOptions = {}): Updated {
	return updateEntries(text, fileName, [record], options);
}

/** Brings several entries up to date, each named once. */
export function updateEntries(
	text: string,
	fileName: string,
	records: readonly NewerRecord[],
	options: UpdateOptions = {},
): Updated {
	const update = entryUpdater(text, fileName, options);
	const updated = records.map(update);
	return {
		edits: updated.flatMap(({ edits }) => edits).sort((a, b) => a.start - b.start),
		changes: updated.flatMap(({ changes }) => changes),
	};
}

/** What updates the entries of a file, which is read once. */
function entryUpdater(text: string, fileName: string, options: UpdateOptions): (record: NewerRecord) => Updated {
	const format = formatOf(text, fileName);
	const none: Updated = { edits: [], changes: [] };
	const wanted = {
		replace: options.replace === "all" ? ("all" as const) : lowerCase(options.replace),
		keep: lowerCase(options.keep),
	};
	if (format === "bibtex") {
		const { blocks, entries } = readBibtexFile(text, fileName);
		const written = bibtexOptions(options);
		return ({ key, paper }) => {
			const entry = entries.find(one => one.key === key);
			const block = entry && blocks.find(({ range }) => range.start === entry.range.start);
			if (!entry || !block?.isClosed) return none;
			return updateBibtexEntry(text, blocks, block, {
				...{ before: entry.paper, after: paper, ...wanted, options: written },
			});
		};
	}
	if (format === undefined) return () => none;
	const { file } = readStructured(text, fileName, format);
	const written = structuredOptions(options);
	return ({ key, paper }) => {
		const item = file.items.find(one => one.key === key);
		if (!item) return none;
		return updateItem(text, file, item, { before: item.paper, after: paper, ...wanted, format, options: written });
	};
}

function lowerCase(names: readonly string[] = []): ReadonlySet<string> {
	return new Set(names.map(name => name.toLowerCase()));
}

/** An entry by its key; of several with one key the one numbered `nth`, from 0. */
export interface NumberedKey {
	readonly key: string;
	readonly nth: number;
}

/** Takes an entry out; no edit when there is no such entry. Where a key is there twice the first entry goes. */
export function removeEntry(text: string, fileName: string, key: string): TextEdit[] {
	return removeEntries(text, fileName, [{ key, nth: 0 }]);
}

/** Takes entries out; those side by side go as one, with what is between them. */
export function removeEntries(text: string, fileName: string, removed: readonly NumberedKey[]): TextEdit[] {
	const format = formatOf(text, fileName);
	if (format === undefined) return [];
	if (format === "bibtex") {
		const { entries } = readBibtexFile(text, fileName, { brief: true });
		return runsOf(text, entries, removed).map(run => removeBlock(text, run));
	}
	const { file } = readStructured(text, fileName, format);
	return runsOf(text, file.items, removed).map(run => removeItems(text, file, run, format));
}

/** Entries one behind the other, as their numbers in the file. */
export interface Run {
	readonly range: TextRange;
	readonly first: number;
	readonly last: number;
}

function runsOf(
	text: string,
	entries: readonly { readonly key: string; readonly range: TextRange }[],
	removed: readonly NumberedKey[],
): readonly Run[] {
	const numbers = new Map<string, Set<number>>();
	for (const { key, nth } of removed) numbers.set(key, (numbers.get(key) ?? new Set()).add(nth));
	const counts = new Map<string, number>();
	const runs: Run[] = [];
	for (const [i, { key, range }] of entries.entries()) {
		const nth = counts.get(key) ?? 0;
		counts.set(key, nth + 1);
		if (numbers.get(key)?.has(nth) !== true) continue;
		const before = runs.at(-1);
		const isNext = before?.last === i - 1 && /^\s*,?\s*$/.test(text.slice(before.range.end, range.start));
		if (before && isNext) {
			const whole = { start: before.range.start, end: range.end };
			runs[runs.length - 1] = { range: whole, first: before.first, last: i };
		} else runs.push({ range, first: i, last: i });
	}
	return runs;
}

/** Gives an entry another key, and those that refer to it in the same file; each place is one edit. */
export function renameKey(text: string, fileName: string, key: string, newKey: string): TextEdit[] {
	const format = formatOf(text, fileName);
	if (format === undefined || key === newKey) return [];
	if (format !== "bibtex") {
		const { file } = readStructured(text, fileName, format);
		const written = format === "csl-json" ? JSON.stringify(newKey).slice(1, -1) : newKey;
		return file.items
			.filter(one => one.key === key)
			.map(({ keyRange }) => ({
				...keyRange,
				text: isBareNumber(text, keyRange) ? JSON.stringify(newKey) : written,
			}));
	}
	const { blocks } = readBibtexFile(text, fileName, { brief: true });
	const edits: TextEdit[] = [];
	for (const block of blocks) {
		if (block.kind === "entry" && block.key === key) edits.push({ ...block.keyRange, text: newKey });
		for (const field of block.kind === "entry" ? block.fields : []) {
			const named = linksIn(text, field).filter(({ name }) => name === key);
			edits.push(...named.map(({ range }) => ({ ...range, text: newKey })));
		}
	}
	return edits.sort((a, b) => a.start - b.start);
}

function isBareNumber(text: string, { start, end }: TextRange): boolean {
	return (
		/^\d+$/.test(text.slice(start, end)) && text.charAt(start - 1) !== '"' && /[:\s]/.test(text.charAt(start - 1))
	);
}

/** An entry as it is written; `undefined` when there is no such entry. */
export function entryText(text: string, key: string, fileName = "a.bib"): string | undefined {
	const format = formatOf(text, fileName);
	if (format === undefined) return undefined;
	const entries =
		format === "bibtex"
			? readBibtexFile(text, fileName, { brief: true }).entries
			: readStructured(text, fileName, format).entries;
	const range = entries.find(one => one.key === key)?.range;
	return range && text.slice(range.start, range.end);
}
