// The bibliographies that Sphinx's `conf.py` names. It is a program; only what its texts say is read. Source:
// sphinxcontrib-bibtex, "Configuration".

import type { Source } from "../../citations/citations";
import { blanked, declaration, type Declaration, type Reading } from "../reading";

const setting = /(?<![\w.])bibtex_bibfiles\b[ \t]*(?::[^=\r\n]*)?(?:\+?=(?!=)|\.(?:append|extend|insert)(?=\())/g;

const string = /"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'/;

/** Longer than any list of bibliographies. */
const longest = 20_000;
const mostSettings = 50;

export function readSphinx({ text }: Source): Reading {
	const tokens = text.matchAll(
		/"""[^]*?(?:"""|(?![^]))|'''[^]*?(?:'''|(?![^]))|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|#[^\r\n]*/g,
	);
	const unread = Array.from(tokens).filter(({ 0: found }) => /^(?:"""|'''|#)/.test(found));
	const seen = blanked(
		text,
		unread.map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
	);
	const values = new Map<string, { path: string; start: number }>();
	for (const match of seen.matchAll(/^([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"\\\r\n]*)"|'([^'\\\r\n]*)')/gm)) {
		const path = match[2] ?? match[3] ?? "";
		values.set(match[1] ?? "", { path, start: match.index + match[0].length - 1 - path.length });
	}
	const settings = Array.from(seen.matchAll(setting)).slice(0, mostSettings);
	const bibliographies = settings.flatMap(({ 0: found, index }) => {
		const start = index + found.length;
		return elementsOf(seen.slice(start, start + longest)).flatMap(({ text: element, at }) =>
			pathsOf(element, start + at, values),
		);
	});
	return { bibliographies, parts: [], inline: [], dialect: "bibtex" };
}

/** The items of the list, or the one value, that an expression starts with. */
function elementsOf(expression: string): { text: string; at: number }[] {
	const elements: { text: string; at: number }[] = [];
	const token = /"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|[[\](){},\r\n]/g;
	const lead = /^[\s([{]*/.exec(expression)?.[0].replace(/[^([{]/g, "") ?? "";
	let depth = 0;
	let from = 0;
	for (const { 0: sign, index } of expression.matchAll(token)) {
		const isEnd = /[\r\n]/.test(sign) && depth === 0;
		if (/^[([{]$/.test(sign)) depth++;
		if (/^[)\]}]$/.test(sign)) depth--;
		if (isEnd || depth < 0 || (sign === "," && depth <= lead.length)) {
			elements.push({ text: expression.slice(from, index), at: from });
			from = index + 1;
		}
		if (isEnd || depth < 0) return elements;
	}
	return [...elements, { text: expression.slice(from), at: from }];
}

/** The paths that an item's texts give: joined by slashes as `os.path.join` and `pathlib` do; else neighbours are one. */
function pathsOf(
	element: string,
	start: number,
	values: ReadonlyMap<string, { path: string; start: number }>,
): Declaration[] {
	const texts = Array.from(element.matchAll(new RegExp(string, "g")));
	if (texts.length === 0) {
		const value = values.get(/^[\s([{]*([A-Za-z_]\w*)[\s)\]}]*$/.exec(element)?.[1] ?? "");
		return value ? declaration(value.path, { start: value.start, end: value.start + value.path.length }) : [];
	}
	// What stands in braces of such a text is computed.
	if (/\bf["'][^"']*\{/.test(element)) return [];
	const isJoined = /join\s*\(|\)\s*\/|\w\s*\/\s*["']|\.r?glob\(/.test(element);
	const groups: RegExpExecArray[][] = [];
	for (const text of texts) {
		const before = groups.at(-1)?.at(-1);
		const between = before && element.slice(before.index + before[0].length, text.index);
		if (isJoined ? before : between !== undefined && /^[\s+]*$/.test(between)) groups.at(-1)?.push(text);
		else groups.push([text]);
	}
	return groups.flatMap(group => {
		const path = group.map(({ 0: text }) => text.slice(1, -1)).join(isJoined ? "/" : "");
		const [first, last] = [group[0], group.at(-1)];
		if (!first || !last) return [];
		const range = { start: start + first.index + 1, end: start + last.index + last[0].length - 1 };
		return declaration(path, range).map(found => (path.includes("*") ? { ...found, optional: true } : found));
	});
}
