// The groups of keys that follow a citing command, with the notes that belong to them.

import type { TextRange } from "../../paper";
import type { CitedKey, KeyGroup } from "../citation";
import { splitNote } from "../locator";
import { closing, longestNote, skipArguments, skipBraces, skipSpace } from "./arguments";
import type { Citing } from "./commands";

/** A group and its notes, as they are written; `undefined` where there is no bracket. */
export interface NotedGroup extends KeyGroup {
	readonly before?: string;
	readonly after?: string;
	/** Where the brackets of the notes start and the brace of the keys stands. */
	readonly notes: TextRange;
}

/** The groups behind a command whose name ends at an offset. */
export function readGroups(text: string, from: number, citing: Citing): readonly NotedGroup[] {
	let at: number | undefined = from;
	if (citing.shape === "multiple") at = skipArguments(text, at, "(", ")");
	for (let count = citing.skip ?? 0; count > 0; count--) {
		at = skipBraces(text, at);
		if (at === undefined) return [];
	}
	const groups: NotedGroup[] = [];
	const next = (start: number): NotedGroup | undefined => readGroup(text, start, citing, groups.length === 0);
	for (let group = next(at); group; group = next(group.range.end)) {
		groups.push(group);
		if (citing.shape !== "multiple") break;
	}
	return groups;
}

/** `[before][after]{keys}`; natbib and biblatex take two notes, apacite `<before>[after]`. */
function readGroup(text: string, from: number, { volume }: Citing, isFirst: boolean): NotedGroup | undefined {
	const start = skipSpace(text, from);
	const angle = skipArguments(text, from, "<", ">");
	let notesEnd = skipArguments(text, angle, "[", "]");
	let before = angle > from ? inside(text, start, angle) : undefined;
	const brackets = bracketsIn(text, angle, notesEnd);
	let after = brackets.at(-1);
	if (before === undefined && (brackets.length > 1 || volume)) before = brackets[0];
	if (volume) {
		const behind = skipBraces(text, notesEnd);
		if (behind === undefined) return undefined;
		notesEnd = skipArguments(text, behind, "[", "]");
		after = bracketsIn(text, behind, notesEnd)[0];
	}
	const at = skipSpace(text, notesEnd);
	if (text[at] !== "{") return undefined;
	const notes = { start, end: at };
	const said = { ...(before !== undefined && { before }), ...(after !== undefined && { after }), notes };
	const end = closing(text, at, "}") ?? listEnd(text, at + 1);
	if (end === undefined) return isFirst ? { ...openGroup(text, start, at + 1), ...said } : undefined;
	const inner = { start: at + 1, end: end - 1 };
	const items = itemsIn(text, inner);
	if (!isFirst && items.some(item => text.slice(item.start, item.end).includes("\\"))) return undefined;
	return { range: { start, end }, inner, items, ...said };
}

function inside(text: string, start: number, end: number): string {
	return text.slice(start + 1, end - 1);
}

/** What stands in each of the brackets between two offsets. */
function bracketsIn(text: string, from: number, to: number): string[] {
	const found: string[] = [];
	for (let at = from; at < to;) {
		const start = skipSpace(text, at);
		const end = closing(text, start, "]");
		if (end === undefined) break;
		found.push(inside(text, start, end));
		at = end;
	}
	return found;
}

/** Behind the brace of a list of keys that an empty line interrupts, which LaTeX forbids and authors type at first. */
function listEnd(text: string, from: number): number | undefined {
	const list = /(?:\s|%[^\r\n]*(?=[\r\n])|[^\s,%{}[\]\\]+(?:\s|%[^\r\n]*(?=[\r\n]))*(?=[,}])|,)*\}/y;
	list.lastIndex = 0;
	const found = list.exec(text.slice(from, from + longestNote))?.[0];
	return found === undefined ? undefined : from + found.length;
}

/** A group that is still being typed, `\cite{a, b` without its brace: what looks like keys, on its line. */
function openGroup(text: string, start: number, from: number): KeyGroup {
	const list = /[^\s,%{}\\]*(?:,[^\S\r\n]*[^\s,%{}\\]*)*/y;
	list.lastIndex = from;
	const inner = { start: from, end: from + (list.exec(text)?.[0].length ?? 0) };
	return { range: { start, end: inner.end }, inner, items: itemsIn(text, inner) };
}

function itemsIn(text: string, { start, end }: TextRange): TextRange[] {
	const tokens = text.slice(start, end).matchAll(/%[^\r\n]*|[^\s,%{}]+/g);
	return Array.from(tokens)
		.filter(token => !token[0].startsWith("%"))
		.map(token => ({ start: start + token.index, end: start + token.index + token[0].length }));
}

/**
 * The keys of the groups. `*` stands for all works (`\nocite{*}`); `#1` and `\x` are what a macro will put there. A note
 * before belongs to the first key of its group, a note behind to the last.
 */
export function keysOf(text: string, groups: readonly NotedGroup[]): CitedKey[] {
	const areAlone = groups.every(({ items }) => items.length <= 1);
	return groups.flatMap(({ range, items, before = "", after = "" }, list) =>
		items
			.map((item, index): CitedKey => {
				const isAlone = groups.length > 1 && items.length === 1;
				const note = index === items.length - 1 ? splitNote(after) : {};
				const prefix = index === 0 && before.trim() !== "" ? { prefix: before.trim() } : {};
				return {
					key: text.slice(item.start, item.end),
					range: item,
					whole: item,
					item: isAlone ? range : item,
					list: isAlone && areAlone ? 0 : list,
					...prefix,
					...note,
				};
			})
			.filter(({ key }) => key !== "*" && !/[#\\]/.test(key)),
	);
}
