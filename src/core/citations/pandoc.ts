// Citations of Pandoc's Markdown, Quarto and R Markdown: `[see @a, p. 3; @b]`, `@a [p. 3]`, `-@a`, `@{odd key}`.
// Source: Pandoc User's Guide, "Citation syntax". LaTeX commands in the text count too, as they pass through.

import type { TextEdit, TextRange } from "../paper";
import type { Citation, KeyGroup, Reading, Syntax, Zone } from "./citation";
import { addToGroup } from "./keyGroup";
import { readLatex } from "./latex";
import { blockZones } from "./pandocBlocks";
import { isSimpleKey, scanInline, type Bracket, type Mark } from "./pandocInline";

export const pandoc: Syntax = {
	read: readPandoc,
	join: joinPandoc,
	write: keys => `[${list(keys)}]`,
	gap: () => " ",
	fill: fillPandoc,
	clashes: "([{",
};

/** Plain text and languages without a syntax of their own: bracketed citations alone, and no block is read as code. */
export const plain: Syntax = {
	...pandoc,
	read: text => {
		const { brackets } = scanInline(text, []);
		return { citations: brackets.flatMap(bracket => bracketed(text, bracket, "plain")), zones: [] };
	},
};

function readPandoc(text: string): Reading {
	const blocks = blockZones(text);
	const { marks, brackets, zones } = scanInline(text, blocks);
	const dead: Zone[] = [...blocks, ...zones];
	const byStart = new Map(brackets.map(bracket => [bracket.start, bracket]));
	const taken = new Set<number>();
	const citations: Citation[] = marks.map(mark => {
		const bracket = behind(text, mark, byStart);
		if (bracket) taken.add(bracket.start);
		return textual(text, mark, bracket);
	});
	for (const bracket of brackets) {
		if (!taken.has(bracket.start)) citations.push(...bracketed(text, bracket, "pandoc"));
	}
	if (text.includes("ite")) citations.push(...latexIn(text, dead));
	citations.sort((a, b) => a.range.start - b.range.start);
	return { citations, zones: dead };
}

function latexIn(text: string, dead: readonly Zone[]): readonly Citation[] {
	const spans = dead.filter(zone => zone.kind !== "token").sort((a, b) => a.start - b.start);
	let next = 0;
	let end = -1;
	return readLatex(text, { comments: false }).citations.filter(({ range }) => {
		for (let span = spans[next]; span && span.start <= range.start; span = spans[++next])
			end = Math.max(end, span.end);
		return end <= range.start;
	});
}

/** The bracket that belongs to a key in the text: behind it, after spaces or one line break. */
function behind(text: string, { whole }: Mark, byStart: ReadonlyMap<number, Bracket>): Bracket | undefined {
	const space = /[ \t]*(?:\r?\n[ \t]*)?/y;
	space.lastIndex = whole.end;
	const bracket = byStart.get(whole.end + (space.exec(text)?.[0].length ?? 0));
	return bracket && !bracket.isOther && bracket.end - bracket.start > 2 ? bracket : undefined;
}

function textual(text: string, mark: Mark, bracket: Bracket | undefined): Citation {
	const end = bracket?.end ?? mark.whole.end;
	const keys = [mark, ...(bracket?.marks ?? [])].map(({ key, range }) => ({ key, range }));
	const groups = bracket ? [groupOf(text, bracket)] : [];
	return { range: { start: mark.whole.start, end }, keys, syntax: "pandoc", command: "@", groups };
}

function bracketed(text: string, bracket: Bracket, syntax: "pandoc" | "plain"): Citation[] {
	if (bracket.isOther || bracket.marks.length === 0) return [];
	const range = { start: bracket.start, end: bracket.end };
	const keys = bracket.marks.map(({ key, range }) => ({ key, range }));
	return [{ range, keys, syntax, command: "[]", groups: [groupOf(text, bracket)] }];
}

function groupOf(text: string, { start, end, breaks }: Bracket): KeyGroup {
	const cuts = [start, ...breaks, end - 1];
	const items: TextRange[] = [];
	cuts.slice(1).forEach((cut, index) => {
		const from = (cuts[index] ?? start) + 1;
		const item = text.slice(from, cut);
		const left = item.length - item.trimStart().length;
		if (item.trim() !== "") items.push({ start: from + left, end: from + item.trimEnd().length });
	});
	return { range: { start, end }, inner: { start: start + 1, end: end - 1 }, items };
}

function mention(key: string): string {
	return isSimpleKey(key) ? `@${key}` : `@{${key}}`;
}

function list(keys: readonly string[]): string {
	return keys.map(mention).join("; ");
}

function joinPandoc(text: string, citation: Citation, offset: number, keys: readonly string[]): readonly TextEdit[] {
	const { range, groups } = citation;
	const group = groups[0];
	if (!group) {
		const clash = "([{".includes(text.charAt(range.end) || " ") ? " " : "";
		return [{ start: range.end, end: range.end, text: ` [${list(keys)}]${clash}` }];
	}
	const first = group.items[0];
	// `@a [p. 3; @b]` begins with the locator of the key before it; `[see @a]` with a word that belongs to its key.
	const canLead = first !== undefined && /^-?@/.test(text.slice(first.start, first.end));
	const isNamed = citation.command === "@" && offset < group.inner.start;
	const place = { group, offset: isNamed ? group.inner.start : offset };
	return [addToGroup(text, place, keys.map(mention), { mark: ";", separator: "; ", canLead })];
}

/** `[|]` becomes `[@key]`, and an `@` that waits for its key gets it. */
function fillPandoc(text: string, offset: number, keys: readonly string[]): readonly TextEdit[] | undefined {
	const [before, behind] = [text.slice(Math.max(0, offset - 2), offset), text.slice(offset, offset + 2)];
	if (/(?:^|[^!^\]\\])\[$/.test(before) && /^\](?:$|[^([{:])/.test(behind)) {
		return [{ start: offset, end: offset, text: list(keys) }];
	}
	if (!/(?:^|[^\p{L}\p{N}\\])@$/u.test(before) || !/^(?:[\s\];,]|$)/.test(behind)) return undefined;
	const line =
		text
			.slice(0, offset)
			.split(/[\r\n]/)
			.at(-1) ?? "";
	const isInBracket = line.lastIndexOf("[") > line.lastIndexOf("]");
	const [key = "", ...others] = keys;
	const rest = others.length === 0 ? "" : isInBracket ? `; ${list(others)}` : ` [${list(others)}]`;
	return [{ start: offset, end: offset, text: mention(key).slice(1) + rest }];
}
