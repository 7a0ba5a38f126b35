// Where new entries go in a .bib file: in their place when the file is sorted by key, else behind its last entry.

import type { TextEdit } from "../../paper";
import type { BibBlock } from "./parse";
import type { BibStyle } from "./style";

export interface Addition {
	readonly key: string;
	/** The entry, without a line break behind it. */
	readonly text: string;
}

export function placesFor(
	text: string,
	blocks: readonly BibBlock[],
	additions: readonly Addition[],
	style: BibStyle,
): TextEdit[] {
	if (additions.length === 0) return [];
	const broken = blocks.findIndex(({ isClosed }) => !isClosed);
	// Behind a brace that is not closed nothing is read: new entries stay before it.
	const safe = broken < 0 ? blocks : blocks.slice(0, broken);
	const entries = safe.filter(({ kind, key }) => kind === "entry" && key !== "");
	const compare = order(entries);
	if (!compare) return [append(text, safe, blocks[broken], { texts: additions.map(({ text }) => text), style })];
	const places = new Map<number, string[]>();
	for (const { key, text } of [...additions].sort((a, b) => compare(a.key, b.key))) {
		const next = firstBehind(entries, key, compare);
		places.set(next, [...(places.get(next) ?? []), text]);
	}
	return Array.from(places, ([next, texts]) => {
		const before = entries[next - 1];
		if (before) return behind(text, before, texts, style);
		const start = entries[0]?.range.start ?? 0;
		return { start, end: start, text: texts.map(each => each + gap(style)).join("") };
	}).sort((a, b) => a.start - b.start);
}

type Compare = (a: string, b: string) => number;

const byUnits: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byLetters: Compare = (a, b) => byUnits(a.toLowerCase(), b.toLowerCase());

/** The order by key that three or more entries keep without exception. */
function order(entries: readonly BibBlock[]): Compare | undefined {
	if (entries.length < 3) return undefined;
	return [byLetters, byUnits].find(compare =>
		entries.every(({ key }, index) => index === 0 || compare(entries[index - 1]?.key ?? "", key) < 0),
	);
}

function firstBehind(entries: readonly BibBlock[], key: string, compare: Compare): number {
	let [low, high] = [0, entries.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compare(entries[middle]?.key ?? "", key) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

function gap(style: BibStyle): string {
	return style.newline.repeat(style.gap);
}

interface Texts {
	readonly texts: readonly string[];
	readonly style: BibStyle;
}

/** Behind the last entry, else the last `@string` or the like, else at the end; what follows an entry stays last. */
function append(
	text: string,
	safe: readonly BibBlock[],
	broken: BibBlock | undefined,
	{ texts, style }: Texts,
): TextEdit {
	const last = safe.findLast(({ kind }) => kind === "entry") ?? safe.findLast(({ kind }) => kind !== "comment");
	if (last) return behind(text, last, texts, style);
	if (broken)
		return {
			start: broken.range.start,
			end: broken.range.start,
			text: texts.map(each => each + gap(style)).join(""),
		};
	const body = texts.join(gap(style));
	const start = text.length;
	const isBlank = text.replace(/^\uFEFF/, "").trim() === "";
	const lead = isBlank || /\n\s*\n$/.test(text) ? "" : /[\r\n]$/.test(text) ? style.newline : style.newline.repeat(2);
	return { start, end: start, text: lead + body + style.newline };
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
