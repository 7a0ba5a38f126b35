// Edits of entries that are there: brought up to a newer record, renamed, taken out, copied.

import type { Paper, TextEdit, TextRange } from "../../paper";
import { bibtexOptions, structuredOptions, type AddOptions } from "../options";
import { readBibtexFile } from "../bibtex/file";
import { formatOf } from "../format";
import { readStructured } from "../structured/file";
import { removeBlock, updateBibtexEntry } from "./bibtexEntry";
import { references } from "./links";
import { removeItem, updateItem } from "./structuredEntry";
import type { Update, Updated } from "./update";

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

/** Brings an entry up to a newer record of its work. Its key stays. No edit when there is no such entry. */
export function updateEntry(
	text: string,
	fileName: string,
	{ key, paper }: { readonly key: string; readonly paper: Paper },
	options: UpdateOptions = {},
): Updated {
	const format = formatOf(text, fileName);
	const replace: Update["replace"] =
		options.replace === "all" ? "all" : new Set((options.replace ?? []).map(name => name.toLowerCase()));
	const keep = new Set(options.keep?.map(name => name.toLowerCase()));
	if (format === "bibtex") {
		const { blocks, entries } = readBibtexFile(text, fileName);
		const entry = entries.find(one => one.key === key);
		const block = entry && blocks.find(({ range }) => range.start === entry.range.start);
		if (!entry || !block?.isClosed) return { edits: [], changes: [] };
		const update = { before: entry.paper, after: paper, replace, keep, options: bibtexOptions(options) };
		return updateBibtexEntry(text, blocks, block, update);
	}
	if (format === undefined) return { edits: [], changes: [] };
	const { file } = readStructured(text, fileName, format);
	const item = file.items.find(one => one.key === key);
	if (!item) return { edits: [], changes: [] };
	return updateItem(text, file, item, {
		...{ before: item.paper, after: paper, replace, keep, format },
		options: structuredOptions(options),
	});
}

/** Takes an entry out; no edit when there is no such entry. Of several with the key the one numbered `nth` goes. */
export function removeEntry(text: string, fileName: string, key: string, nth = 0): TextEdit[] {
	const format = formatOf(text, fileName);
	if (format === undefined) return [];
	if (format === "bibtex") {
		const { entries } = readBibtexFile(text, fileName, { brief: true });
		const entry = entries.filter(one => one.key === key)[nth];
		return entry ? [removeBlock(text, entry)] : [];
	}
	const { file } = readStructured(text, fileName, format);
	const item = file.items.filter(one => one.key === key)[nth];
	return item ? [removeItem(text, file, item, format)] : [];
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
		for (const { name, value } of block.kind === "entry" ? block.fields : []) {
			if (references.test(name))
				edits.push(...namesIn(text, value, key).map(range => ({ ...range, text: newKey })));
		}
	}
	return edits.sort((a, b) => a.start - b.start);
}

function isBareNumber(text: string, { start, end }: TextRange): boolean {
	return (
		/^\d+$/.test(text.slice(start, end)) && text.charAt(start - 1) !== '"' && /[:\s]/.test(text.charAt(start - 1))
	);
}

/** Where a key stands in a list of keys. */
function namesIn(text: string, { start, end }: TextRange, key: string): readonly TextRange[] {
	const names = text.slice(start, end).matchAll(/[^\s,{}"]+/g);
	return Array.from(names).flatMap(({ 0: name, index }) =>
		name === key ? [{ start: start + index, end: start + index + name.length }] : [],
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
