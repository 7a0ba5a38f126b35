// The field `bibliography` of a YAML header. Sources: Pandoc User's Guide, "Specifying bibliographic data"; YAML 1.2.

import type { TextRange } from "../paper";

export interface YamlScalar {
	readonly text: string;
	/** Without quotes. */
	readonly range: TextRange;
}

export interface YamlField {
	/** The value without the white space around it. Where there is none, the place behind the colon. */
	readonly value: TextRange;
	/** The scalars of the value, or of the list that it is; without those that are more than a plain or quoted text. */
	readonly scalars: readonly YamlScalar[];
	/** Whether there is no value: nothing, `~`, `null`, an empty text or list. */
	readonly isEmpty: boolean;
}

const flowItem =
	/"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'|\{[^{}]*\}|#[^\r\n]*|[^\s,#[\]](?:[^\s,#[\]]|[^\S\r\n]+(?=[^\s,#[\]])|(?<=\S)#)*/g;

/** Finds the field in a header; `undefined` when it has none. */
export function bibliographyField(yaml: string): YamlField | undefined {
	const key = /^(["']?)bibliography\1[ \t]*:(?=\s|$)/m.exec(yaml);
	if (!key) return undefined;
	const from = key.index + key[0].length;
	// To the next line that starts another field, or ends the header.
	const more = /(?:[^\r\n]*(?:\r?\n(?=[ \t#\]]|-[ \t\r\n]|\r?\n))?)*/y;
	more.lastIndex = from;
	const block = more.exec(yaml)?.[0] ?? "";
	const lead = /^(?:\s|(?<=\s)#[^\r\n]*)*/.exec(block)?.[0] ?? "";
	const start = from + lead.length;
	const list = block.slice(lead.length);
	if (list === "") return { value: { start: from, end: from }, scalars: [], isEmpty: true };
	const items = itemsOf(list).map(({ start: at, end }) => ({ start: start + at, end: start + end }));
	const read = items.map(item => scalarOf(yaml, item));
	const last = items.at(-1)?.end ?? start;
	const end = list.startsWith("[") ? start + closingBracket(list) : last;
	return {
		value: { start, end },
		scalars: read.flatMap(scalar => (scalar && scalar.text !== "" ? [scalar] : [])),
		isEmpty: read.every(scalar => scalar?.text === ""),
	};
}

function closingBracket(list: string): number {
	const tokens = list.matchAll(/"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'|#[^\r\n]*|\]/g);
	for (const { 0: found, index } of tokens) if (found === "]") return index + 1;
	return list.trimEnd().length;
}

/** Where the items of a list are, or the one that is no list. */
function itemsOf(value: string): TextRange[] {
	if (value.startsWith("[")) {
		const tokens = Array.from(value.slice(0, closingBracket(value)).matchAll(flowItem));
		return tokens
			.filter(({ 0: found }) => !found.startsWith("#"))
			.map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
	}
	const lines = Array.from(value.matchAll(/[^\r\n]+/g)).filter(({ 0: line }) => !/^\s*(?:#|$)/.test(line));
	const isList = /^-(?:[ \t]|$)/.test(lines[0]?.[0] ?? "");
	const items: { start: number; end: number }[] = [];
	for (const { 0: line, index } of lines) {
		const dash = isList ? /^[ \t]*-(?:[ \t]+|$)/.exec(line)?.[0].length : undefined;
		const comment = /^\s*(?:-\s+)?("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')?[^]*?(?=\s+#|\s*$)/.exec(line)?.[0] ?? line;
		const last = items.at(-1);
		if (last && dash === undefined) last.end = index + line.trimEnd().length;
		else items.push({ start: index + (dash ?? 0), end: index + Math.max(dash ?? 0, comment.length) });
	}
	return items;
}

/** A scalar on one line; `undefined` for anything else: a text in a block, a map, an anchor, a nested list. */
function scalarOf(yaml: string, { start, end }: TextRange): YamlScalar | undefined {
	const found = yaml.slice(start, end);
	const double = /^"((?:[^"\\\r\n]|\\["\\/])*)"$/.exec(found)?.[1];
	const single = /^'((?:[^'\r\n]|'')*)'$/.exec(found)?.[1];
	if (double !== undefined || single !== undefined) {
		const text = double?.replace(/\\(.)/g, "$1") ?? single?.replace(/''/g, "'") ?? "";
		return { text: text.trim(), range: { start: start + 1, end: end - 1 } };
	}
	if (/^(?:~|null|Null|NULL|)$/.test(found)) return { text: "", range: { start, end } };
	const isPlain = /^[^\s"'|>&*!%@`{}[\],#][^\r\n]*$/.test(found) && !/:(?:\s|$)|^[-?](?:\s|$)/.test(found);
	return isPlain ? { text: found, range: { start, end } } : undefined;
}
