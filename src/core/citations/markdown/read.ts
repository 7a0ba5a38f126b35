// Reads Markdown: citations of Pandoc, roles of MyST, tags of cite2c, and the commands of LaTeX that pass through.
// Sources: Pandoc User's Guide, "Citation syntax"; MyST Markdown guide, "Citations"; cite2c, README.

import type { TextRange } from "../../paper";
import { moved, type Citation, type CitedKey, type KeyGroup, type Reading, type Zone } from "../citation";
import { readLatex } from "../latex/read";
import { splitNote } from "../locator";
import { blockZones } from "../pandocBlocks";
import { readRole } from "../markup/roles";
import { isTextDirective } from "./detect";
import { scanInline, type Bracket, type Mark } from "./inline";

interface ReadingOptions {
	/** Names of LaTeX commands that cite. */
	readonly names: readonly string[];
	/** Whether `` {cite}`a` `` is a role. */
	readonly roles: boolean;
}

export function readMarkdown(text: string, { names, roles }: ReadingOptions): Reading {
	const blocks = blockZones(text, roles ? isTextDirective : undefined);
	const { marks, brackets, zones } = scanInline(text, blocks);
	const byStart = new Map(brackets.map(bracket => [bracket.start, bracket]));
	const taken = new Set<number>();
	const citations: Citation[] = marks.map(mark => {
		const bracket = bracketBehind(text, mark, byStart);
		if (bracket) taken.add(bracket.start);
		return textual(text, mark, bracket);
	});
	for (const bracket of brackets) {
		if (!taken.has(bracket.start)) citations.push(...bracketed(text, bracket, "pandoc"));
	}
	const inRoles = roles ? zones.flatMap(zone => roleAt(text, zone)) : [];
	const inTags = text.includes("data-cite") ? zones.flatMap(zone => tagAt(text, zone)) : [];
	const dead: Zone[] = [...blocks, ...zones.map(zone => (roles && isOtherRole(text, zone) ? inRole(zone) : zone))];
	const inLatex = /ite|\\begin/.test(text) ? latexIn(text, dead, names) : [];
	const inRawBlocks = blocks.flatMap(zone => latexOfBlock(text, zone, names));
	citations.push(...inRoles, ...inTags, ...inLatex, ...inRawBlocks);
	citations.sort((a, b) => a.range.start - b.range.start);
	return { citations, zones: dead };
}

/** A code span with the name of a citing role in front of it: `` {cite:p}`a` ``. */
function roleAt(text: string, { start, end, place }: Zone): Citation[] {
	if (place !== "code" || text[start] !== "`") return [];
	const name = /\{((?:foot)?cite(?::[a-z]+)?)\}$/.exec(text.slice(Math.max(0, start - 24), start))?.[1];
	const ticks = /^`+/.exec(text.slice(start, start + 40))?.[0].length ?? 1;
	if (name === undefined) return [];
	const inner = { start: start + ticks, end: end - ticks };
	const range = { start: start - name.length - 2, end };
	return [readRole(text, { name, range, inner, syntax: "myst" })];
}

/** A role that does not cite, `` {ref}`a` ``: what is in it is its argument. */
function isOtherRole(text: string, { start, place }: Zone): boolean {
	return place === "code" && /\{[\w:.+-]+\}$/.test(text.slice(Math.max(0, start - 40), start));
}

function inRole(zone: Zone): Zone {
	return { ...zone, place: "argument" };
}

/** cite2c: `<cite data-cite="key"></cite>`, `<cite data-cite="key"/>`. */
function tagAt(text: string, { start, end, place }: Zone): Citation[] {
	if (place !== "address" || !/^<cite\s/i.test(text.slice(start, start + 6))) return [];
	const match = /\bdata-cite\s*=\s*(["'])([^"'<>]+)\1/.exec(text.slice(start, end));
	const key = match?.[2];
	if (!match || key === undefined) return [];
	const from = start + match.index + match[0].length - 1 - key.length;
	const closing = text[end - 2] === "/" ? "" : (/^[^<]{0,200}<\/cite>/i.exec(text.slice(end, end + 220))?.[0] ?? "");
	const range = { start, end: end + closing.length };
	const keyRange = { start: from, end: from + key.length };
	const keys = [{ key, range: keyRange, whole: keyRange, item: range, list: 0 }];
	return [{ range, keys, syntax: "pandoc", command: "<cite>", form: "parenthetical", groups: [] }];
}

/** The citations of LaTeX outside of what is no text; listings of LaTeX are added to that. */
function latexIn(text: string, dead: Zone[], names: readonly string[]): readonly Citation[] {
	const spans = dead.filter(zone => zone.kind !== "token").sort((a, b) => a.start - b.start);
	let next = 0;
	let end = -1;
	const isText = ({ start }: TextRange): boolean => {
		for (let span = spans[next]; span && span.start <= start; span = spans[++next]) end = Math.max(end, span.end);
		return end <= start;
	};
	const { citations, zones } = readLatex(text, { comments: false, names });
	const found = citations.filter(({ range }) => isText(range));
	dead.push(...zones.filter(({ kind, place }) => place === "code" && kind !== "token"));
	return found;
}

/** Pandoc User's Guide, "Extension: raw_attribute": ```` ```{=latex} ````. */
function latexOfBlock(text: string, { start, end }: Zone, names: readonly string[]): readonly Citation[] {
	if (!/^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{=(?:latex|tex|beamer)\}/.test(text.slice(start, start + 80))) return [];
	const { citations } = readLatex(text.slice(start, end), { names });
	return citations.map(citation =>
		moved(citation, range => ({ start: range.start + start, end: range.end + start })),
	);
}

/** The bracket that belongs to a key in the text: behind it, after spaces or one line break. */
function bracketBehind(text: string, { whole }: Mark, byStart: ReadonlyMap<number, Bracket>): Bracket | undefined {
	const space = /[ \t]*(?:\r?\n[ \t]*)?/y;
	space.lastIndex = whole.end;
	const bracket = byStart.get(whole.end + (space.exec(text)?.[0].length ?? 0));
	return bracket && !bracket.isOther && bracket.end - bracket.start > 2 ? bracket : undefined;
}

function textual(text: string, mark: Mark, bracket: Bracket | undefined): Citation {
	const end = bracket?.end ?? mark.whole.end;
	const range = { start: mark.whole.start, end };
	const group = bracket && groupOf(text, bracket);
	const first = group?.items[0];
	const isNote = first && !bracket?.marks.some(({ whole }) => first.start <= whole.start && whole.end <= first.end);
	const note = isNote ? splitNote(text.slice(first.start, first.end)) : {};
	const named = { key: mark.key, range: mark.range, whole: mark.whole, item: mark.whole, list: -1, ...note };
	const keys = [named, ...(bracket && group ? keysIn(text, bracket, group) : [])];
	const form = text[mark.whole.start] === "-" ? "noAuthor" : "textual";
	return { range, keys, syntax: "pandoc", command: "@", form, groups: group ? [group] : [] };
}

/** A citation in brackets, in Pandoc's Markdown or in a text of no known language. */
export function bracketed(text: string, bracket: Bracket, syntax: "pandoc" | "plain"): Citation[] {
	const first = bracket.marks[0];
	if (bracket.isOther || !first) return [];
	const range = { start: bracket.start, end: bracket.end };
	const group = groupOf(text, bracket);
	const form = text[first.whole.start] === "-" ? "noAuthor" : "parenthetical";
	return [{ range, keys: keysIn(text, bracket, group), syntax, command: "[]", form, groups: [group] }];
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

/** The keys of a bracket. Two in one item, as in `[@a @b]`, stay where they are. */
function keysIn(text: string, { marks }: Bracket, { items }: KeyGroup): CitedKey[] {
	let next = 0;
	const owners = marks.map(({ whole }) => {
		while (next < items.length - 1 && (items[next]?.end ?? 0) < whole.end) next++;
		return next;
	});
	return marks.map(({ key, range, whole }, index): CitedKey => {
		const owner = owners[index];
		const item = owner === undefined ? undefined : items[owner];
		const isAlone = owners[index - 1] !== owner && owners[index + 1] !== owner;
		if (!item || !isAlone) return { key, range, whole, item: whole, list: -2 - index };
		const prefix = text.slice(item.start, whole.start).trim();
		return { key, range, whole, item, list: 0, ...(prefix !== "" && { prefix }), ...noteIn(text, whole.end, item) };
	});
}

/** What follows a key in its item; `{…}` marks a place that could not be told otherwise. */
function noteIn(text: string, from: number, item: TextRange): { locator?: string; suffix?: string } {
	const rest = text.slice(from, Math.max(from, item.end)).replace(/^\s*,?\s*/, "");
	const braced = /^\{([^{}]*)\}\s*,?\s*/.exec(rest);
	if (!braced) return splitNote(rest);
	const locator = braced[1]?.trim() ?? "";
	const suffix = rest.slice(braced[0].length).trim();
	return { ...(locator !== "" && { locator }), ...(suffix !== "" && { suffix }) };
}
