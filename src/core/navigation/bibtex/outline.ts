// A .bib file as an outline: its entries and strings, what can be folded, and what a selection grows to.

import { trimmedEnd, type BibBlock } from "../../bibliography/bibtex/blocks";
import type { OpenBibliography } from "../../bibliography/openBibliography";
import type { TextRange } from "../../paper";
import { authorYear, plainTitle } from "../../render";
import { remembered } from "../remembered";
import { blockAt, touches } from "../names";

export interface OutlineItem {
	/** The key, or the name of a string. */
	readonly name: string;
	/** Authors, year and title; of a string its value. */
	readonly detail: string;
	/** A CSL type, or `string`. */
	readonly type: string;
	readonly range: TextRange;
	readonly nameRange: TextRange;
}

/** Longer titles and values are cut. */
const mostLetters = 120;

/** The entries and strings of a file, in order; an entry without a key has no name to be listed under. */
export const outlineOf = remembered(({ entries }: OpenBibliography) => entries, makeOutline);

function makeOutline({ text, entries, movedBlocks: blocks }: OpenBibliography): readonly OutlineItem[] {
	const works = entries.map(({ key, range, keyRange, paper }): OutlineItem => {
		const detail = [authorYear(paper), plainTitle(paper)].filter(part => part !== "").join(", ");
		return { name: key, detail: cut(detail), type: paper.type, range, nameRange: keyRange };
	});
	const strings = blocks.flatMap(({ kind, range, fields: [field] }): OutlineItem[] => {
		if (kind !== "string" || !field) return [];
		const { name, value } = field;
		const nameRange = { start: field.range.start, end: field.range.start + name.length };
		const detail = cut(text.slice(value.start, value.end).replace(/\s+/g, " "));
		return [{ name, detail, type: "string", range, nameRange }];
	});
	return [...works, ...strings].sort((a, b) => a.range.start - b.range.start);
}

function cut(text: string): string {
	return text.length <= mostLetters ? text : `${text.slice(0, mostLetters).replace(/[\ud800-\udbff]$/, "")}…`;
}

export interface Fold {
	readonly range: TextRange;
	readonly kind: "entry" | "comment";
}

/**
 * What may be folded, if it has several lines: blocks without the brace that ends them, which stays in sight, and values
 * of fields. An outer fold is before its inner ones.
 */
export function foldsOf({ text, movedBlocks: blocks }: Pick<OpenBibliography, "text" | "movedBlocks">): Fold[] {
	return blocks.flatMap(({ kind, range, fields, isClosed }): Fold[] => [
		{
			range: { start: range.start, end: isClosed ? trimmedEnd(text, range.start, range.end - 1) : range.end },
			kind: kind === "comment" ? "comment" : "entry",
		},
		...fields.map((field): Fold => ({ range: field.range, kind: "entry" })),
	]);
}

/** What a selection at an offset grows to, the smallest first: a key or value, with its marks, its field, its block. */
export function selectionsAt(
	{ text, movedBlocks: blocks }: Pick<OpenBibliography, "text" | "movedBlocks">,
	offset: number,
): TextRange[] {
	const block = blockAt(blocks, offset);
	return block ? [...within(text, block, offset), block.range] : [];
}

function within(text: string, { keyRange, fields }: BibBlock, offset: number): readonly TextRange[] {
	if (keyRange.end > keyRange.start && touches(keyRange, offset)) return [keyRange];
	const field = fields.find(({ range }) => touches(range, offset));
	if (!field) return [];
	const { range, value, name } = field;
	const nameRange = { start: range.start, end: range.start + name.length };
	if (touches(nameRange, offset)) return [nameRange, range];
	if (!touches(value, offset)) return [range];
	const isMarked = /^(?:\{[^]*\}|"[^]*")$/.test(text.slice(value.start, value.end));
	const inner = { start: value.start + 1, end: value.end - 1 };
	return isMarked && touches(inner, offset) ? [inner, value, range] : [value, range];
}
