// Edits of one entry of a .bib file.

import type { TextEdit } from "../../paper";
import type { BibBlock } from "../bibtex/blocks";
import type { BibtexOptions } from "../bibtex/file";
import { entryFields } from "../bibtex/writing/fields";
import { styleOf } from "../bibtex/writing/style";
import { inCase, writeField, writeValue } from "../bibtex/writing/write";
import { isNowPublished, updateSlots, type FieldChange, type Update, type Updated } from "./update";

/** biblatex's names beside BibTeX's (biblatex manual, section 2.2.5). */
const aliases: readonly ReadonlySet<string>[] = [
	new Set(["journal", "journaltitle"]),
	new Set(["year", "date"]),
	new Set(["address", "location"]),
	new Set(["archiveprefix", "eprinttype"]),
	new Set(["primaryclass", "eprintclass"]),
	new Set(["school", "institution"]),
	new Set(["number", "issue"]),
];

/** The edits that bring an entry up to a newer record. */
export function updateBibtexEntry(
	text: string,
	blocks: readonly BibBlock[],
	block: BibBlock,
	update: Update & { readonly options: BibtexOptions },
): Updated {
	const style = styleOf(text, blocks, update.options);
	const { type, fields } = entryFields(update.after, style, update.options);
	const wanted = fields.map(field => ({
		name: field.name,
		value: writeValue(field.value, field.isBare === true, style),
		whole: writeField(field, style),
	}));
	const slots = block.fields.map(({ name, range, value }) => ({ name: name.toLowerCase(), range, value }));
	const first = slots[0];
	const indent =
		first && /[\r\n]([ \t]*)$/.exec(text.slice(Math.max(0, first.range.start - 80), first.range.start))?.[1];
	const place = {
		slots,
		aliases,
		start: block.keyRange.end,
		separator: indent === undefined ? (first ? ", " : ",") : `,${style.newline}${indent}`,
	};
	const { edits, changes } = updateSlots(text, place, wanted, update);
	const isRetyped =
		block.type.toLowerCase() !== type &&
		!update.keep.has("@") &&
		(update.replace === "all" || update.replace.has("@") || isNowPublished(update));
	if (!isRetyped) return { edits, changes };
	const start = text.indexOf(block.type, block.range.start);
	const edit: TextEdit = { start, end: start + block.type.length, text: inCase(type, style.typeCase) };
	const change: FieldChange = { field: "@", before: block.type, after: edit.text };
	return { edits: [edit, ...edits], changes: [change, ...changes] };
}

/** Takes an entry, or several in a row, out, with the line that it ends on and one gap beside it. */
export function removeBlock(text: string, { range }: Pick<BibBlock, "range">): TextEdit {
	let start = range.start;
	while (/[ \t]/.test(text.charAt(start - 1))) start--;
	const isAlone = /^[\r\n]?$/.test(text.charAt(start - 1)) && /^[ \t]*(?:\r?\n|\r|$)/.test(text.slice(range.end));
	if (!isAlone) return { ...range, text: "" };
	const blanks = /^[ \t]*(?:(?:\r?\n|\r)[ \t]*)*(?=\S|$)/.exec(text.slice(range.end))?.[0] ?? "";
	const isLast = range.end + blanks.length >= text.length;
	if (!isLast) return { start, end: range.end + blanks.length, text: "" };
	// The last entry goes with the gap before it; the file ends as it did.
	return { start: text.slice(0, start).trimEnd().length, end: range.end, text: "" };
}
