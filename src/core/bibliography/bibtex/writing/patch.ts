// Where new entries go in a .bib file: in their place when the file is sorted, else behind its last entry.

import type { Paper, TextEdit, TextRange } from "../../../paper";
import { fold } from "../../../text/normalize";
import { compareUnits, firstBehind, keyOrder, type Compare } from "../../order";
import type { BibBlock } from "../blocks";
import type { BibStyle } from "./style";

export interface Addition {
	readonly key: string;
	readonly paper: Paper;
	/** The entry, without a line break behind it. */
	readonly text: string;
}

/** What entries are put in order by: a block of the file, or an addition. */
interface Sorted {
	readonly key: string;
	readonly range?: TextRange;
	readonly paper?: Paper;
}

/** A parsed file: its blocks in order, and its entries by where they start. */
export interface Place {
	readonly text: string;
	readonly blocks: readonly BibBlock[];
	/** The paper of the entry that begins at an offset; it need not be whole. */
	readonly paperAt: (start: number) => Paper | undefined;
}

/** The insertions for new entries, in order. */
export function placesFor(place: Place, additions: readonly Addition[], style: BibStyle): TextEdit[] {
	if (additions.length === 0) return [];
	const { text, blocks, paperAt } = place;
	const broken = blocks.findIndex(({ isClosed }) => !isClosed);
	// Behind a brace that is not closed nothing is read: new entries stay before it.
	const safe = broken < 0 ? blocks : blocks.slice(0, broken);
	const entries = safe.filter(({ kind, key }) => kind === "entry" && key !== "");
	const compare = orderOf(entries, ({ paper, range }) => paper ?? (range && paperAt(range.start)));
	if (!compare) return [append(text, safe, blocks[broken], { texts: additions.map(({ text }) => text), style })];
	const places = new Map<number, string[]>();
	for (const addition of [...additions].sort(compare)) {
		const next = firstBehind<Sorted>(entries, addition, compare);
		places.set(next, [...(places.get(next) ?? []), addition.text]);
	}
	return Array.from(places, ([next, texts]) => {
		const before = entries[next - 1];
		if (before) return behind(text, before, texts, style);
		return atStart(entries[0]?.range.start ?? 0, texts, style);
	}).sort((a, b) => a.start - b.start);
}

/** Fewer entries than this may be in order by chance. */
const fewest = 5;

/** The order that the entries keep: by key, else by first author, or by year in either direction. */
function orderOf(
	entries: readonly Sorted[],
	paperOf: (entry: Sorted) => Paper | undefined,
): Compare<Sorted> | undefined {
	const byKey = keyOrder(entries.map(({ key }) => key));
	if (byKey) return (a, b) => byKey(a.key, b.key);
	if (entries.length < fewest) return undefined;
	const byAuthor: Compare<Sorted> = (a, b) => compareUnits(authorOf(paperOf(a)), authorOf(paperOf(b)));
	const byYear: Compare<Sorted> = (a, b) => (paperOf(a)?.issued?.year ?? 0) - (paperOf(b)?.issued?.year ?? 0);
	return [byAuthor, byYear, (a: Sorted, b: Sorted) => byYear(b, a)].find(compare => isInOrder(entries, compare));
}

/** Whether no entry stands before one that comes first, and not nearly all are equal. */
function isInOrder(entries: readonly Sorted[], compare: Compare<Sorted>): boolean {
	let steps = 0;
	for (const [i, entry] of entries.entries()) {
		const before = entries[i - 1];
		const difference = before ? compare(before, entry) : 0;
		if (difference > 0) return false;
		if (difference < 0) steps++;
	}
	return steps * 2 >= Math.min(entries.length - 1, 2 * fewest);
}

function authorOf({ authors, title }: Pick<Paper, "authors" | "title"> = { authors: [], title: "" }): string {
	const [first] = authors;
	if (!first) return fold(title);
	return fold("literal" in first ? first.literal : first.family);
}

function gap(style: BibStyle): string {
	return style.newline.repeat(style.gap);
}

function atStart(start: number, texts: readonly string[], style: BibStyle): TextEdit {
	return { start, end: start, text: texts.map(each => each + gap(style)).join("") };
}

interface Texts {
	readonly texts: readonly string[];
	readonly style: BibStyle;
}

/**
 * Behind the last entry, else the last `@string` or the like, else before what JabRef notes at the end, else at the end;
 * what follows an entry stays last.
 */
function append(
	text: string,
	safe: readonly BibBlock[],
	broken: BibBlock | undefined,
	{ texts, style }: Texts,
): TextEdit {
	const last = safe.findLast(({ kind }) => kind === "entry") ?? safe.findLast(({ kind }) => kind !== "comment");
	if (last) return behind(text, last, texts, style);
	const notes = safe.find(({ kind, range }) => kind === "comment" && isOfJabref(text, range.start));
	const next = notes ?? broken;
	if (next) return atStart(next.range.start, texts, style);
	const body = texts.join(gap(style));
	const start = text.length;
	const isBlank = text.replace(/^\uFEFF/, "").trim() === "";
	const lead = isBlank || /\n\s*\n$/.test(text) ? "" : /[\r\n]$/.test(text) ? style.newline : style.newline.repeat(2);
	return { start, end: start, text: lead + body + style.newline };
}

function isOfJabref(text: string, start: number): boolean {
	return /^@comment\s*\{\s*jabref-/i.test(text.slice(start, start + 60));
}

/** Behind a block and the comment on its line. */
function behind(text: string, block: BibBlock, texts: readonly string[], style: BibStyle): TextEdit {
	const rest = /[^\r\n]*/y;
	rest.lastIndex = block.range.end;
	const tail = rest.exec(text)?.[0] ?? "";
	const isTailOfLine = !tail.includes("@");
	const start = block.range.end + (isTailOfLine ? tail.length : 0);
	const body = texts.map(each => gap(style) + each).join("");
	return { start, end: start, text: body + (isTailOfLine ? "" : style.newline) };
}
