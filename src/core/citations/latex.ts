// Citations in LaTeX: finds `\cite` and its kin with their keys, and the places where LaTeX would not see them.

import type { TextEdit, TextRange } from "../paper";
import type { Citation, CitedKey, InsertOptions, KeyGroup, Reading, Syntax, Zone } from "./citation";
import { addToGroup, type ListStyle } from "./keyGroup";
import { closing, longestNote, skipArguments, skipSpace } from "./latexArguments";
import {
	citingKind,
	hasOptionsBehind,
	isRaised,
	layoutArguments,
	nameCommands,
	rawCommands,
	rawEnvironments,
	type CommandKind,
} from "./latexCommands";
import { preambleZones } from "./latexPreamble";

export const latex: Syntax = {
	read: text => {
		const { citations, zones } = readLatex(text);
		return { citations, zones: [...zones, ...preambleZones(text, zones)] };
	},
	join: joinLatex,
	write: (keys, { command = "cite" }) => {
		const groups = citingKind(command) === "multiple" ? keys : [keys.join(", ")];
		return `\\${command}${groups.map(group => `{${group}}`).join("")}`;
	},
	gap: ({ command = "cite" }: InsertOptions) => (isRaised(command) ? "" : "~"),
	clashes: "",
};

/** Reads a text as LaTeX. In other languages that let LaTeX through, `%` starts no comment. */
export function readLatex(text: string, { comments = true }: { comments?: boolean } = {}): Reading {
	const citations: Citation[] = [];
	const zones: Zone[] = [];
	const token = comments ? /\\(?:([A-Za-z]+)\*?|[^]|$)|%[^\r\n]*/g : /\\(?:([A-Za-z]+)\*?|[^]|$)/g;
	for (let match = token.exec(text); match; match = token.exec(text)) {
		const [found, name] = match;
		const range = { start: match.index, end: match.index + found.length };
		if (found.startsWith("%")) {
			zones.push({ ...range, kind: "line" });
			continue;
		}
		zones.push({ ...range, kind: range.end === text.length && found === "\\" ? "line" : "token" });
		if (name === undefined) continue;
		const raw = rawZone(text, name, range);
		if (raw) {
			zones.push(raw);
			if (raw.end > token.lastIndex && raw.kind !== "token") token.lastIndex = raw.end;
		}
		const kind = citingKind(name);
		const citation = kind && readCitation(text, { range, command: found.slice(1), kind });
		if (!citation) continue;
		citations.push(citation);
		// A note belongs in front of the keys.
		const { end } = citation.range;
		const noteEnd = text[end] === "[" ? closing(text, end, "]") : undefined;
		if (noteEnd !== undefined) zones.push({ start: end, end: noteEnd, kind: "token" });
	}
	return { citations, zones };
}

/** What a command makes unreadable: an environment of raw text, `\verb`, an argument that is a name; all after the end. */
function rawZone(text: string, name: string, { start, end }: TextRange): Zone | undefined {
	if (rawCommands.has(name)) return { start, end: rawArgumentEnd(text, name, end), kind: "span" };
	if (!nameCommands.has(name)) return undefined;
	const isAddress = name === "url" || name === "path" || name === "href";
	const bracketsEnd = skipArguments(text, end, "[", "]");
	const at = skipSpace(text, bracketsEnd);
	const close = text[at] === "{" ? closing(text, at, "}", { comments: !isAddress }) : undefined;
	// What follows the label of `\hyperref[label]{words}` is text.
	if (close === undefined || (name === "hyperref" && bracketsEnd > end)) {
		return bracketsEnd > end ? { start, end: bracketsEnd, kind: "token" } : undefined;
	}
	const argument = text.slice(at + 1, close - 1);
	if (name === "begin" && rawEnvironments.has(argument)) {
		const mark = `\\end{${argument}}`;
		const found = text.indexOf(mark, close);
		return { start, end: found < 0 ? text.length : found + mark.length, kind: found < 0 ? "block" : "span" };
	}
	if (name === "end" && argument === "document") return { start: close, end: text.length, kind: "block" };
	if (isAddress) return { start, end: close, kind: "span" };
	if (name === "begin") return { start, end: layoutEnd(text, argument, close), kind: "token" };
	return { start, end: hasOptionsBehind.has(name) ? skipArguments(text, close, "[", "]") : close, kind: "token" };
}

/** Behind the arguments of an environment that say how it is laid out: columns, a width, a place. */
function layoutEnd(text: string, environment: string, from: number): number {
	let end = from;
	const braces = layoutArguments.get(environment);
	for (let count = 0; braces !== undefined && count <= braces; count++) {
		if (count > 0) {
			const at = skipSpace(text, end);
			const close = text[at] === "{" ? closing(text, at, "}") : undefined;
			if (close === undefined) break;
			end = close;
		}
		if (count < Math.max(braces, 1)) end = skipArguments(text, end, "[", "]");
	}
	return end;
}

function rawArgumentEnd(text: string, name: string, from: number): number {
	let at = name === "verb" || name === "Verb" ? from : skipArguments(text, from, "[", "]");
	if (name.startsWith("mint") && text[at] === "{") at = closing(text, at, "}") ?? at;
	if (text[at] === "*") at++;
	const mark = text[at];
	if (mark === undefined || /\s/.test(mark)) return at;
	if (mark === "{" && !name.startsWith("verb")) return closing(text, at, "}") ?? at;
	const line = text.slice(at + 1, at + 1 + longestNote).split(/[\r\n]/, 1)[0] ?? "";
	const found = line.indexOf(mark);
	return found < 0 ? at + 1 + line.length : at + found + 2;
}

interface Command {
	readonly range: TextRange;
	readonly command: string;
	readonly kind: CommandKind;
}

/** The citation whose command has been read; `undefined` when its argument does not follow. */
function readCitation(text: string, { range, command, kind }: Command): Citation | undefined {
	let at = range.end;
	if (kind === "multiple") at = skipArguments(text, at, "(", ")");
	if (kind === "volume") at = skipVolume(text, at);
	const groups: KeyGroup[] = [];
	for (let group = readGroup(text, at, true); group; group = readGroup(text, at, false)) {
		groups.push(group);
		at = group.range.end;
		if (kind !== "multiple") break;
	}
	if (groups.length === 0) return undefined;
	const items = groups.flatMap(group => group.items);
	const keys = items.map(item => ({ key: text.slice(item.start, item.end), range: item })).filter(isKey);
	return { range: { start: range.start, end: at }, keys, syntax: "latex", command, groups };
}

/** `*` stands for all works (`\nocite{*}`); `#1` and `\x` are what a macro will put there. */
function isKey({ key }: CitedKey): boolean {
	return key !== "*" && !/[#\\]/.test(key);
}

function skipVolume(text: string, from: number): number {
	const at = skipSpace(text, skipArguments(text, from, "[", "]"));
	return text[at] === "{" ? (closing(text, at, "}") ?? from) : from;
}

/** `[before][after]{keys}`; natbib and biblatex take two notes, apacite `<before>[after]`. */
function readGroup(text: string, from: number, isFirst: boolean): KeyGroup | undefined {
	const at = skipSpace(text, skipArguments(text, skipArguments(text, from, "<", ">"), "[", "]"));
	if (text[at] !== "{") return undefined;
	const start = skipSpace(text, from);
	const end = closing(text, at, "}") ?? listEnd(text, at + 1);
	if (end === undefined) return isFirst ? openGroup(text, start, at + 1) : undefined;
	const inner = { start: at + 1, end: end - 1 };
	const items = itemsIn(text, inner);
	if (!isFirst && items.some(item => text.slice(item.start, item.end).includes("\\"))) return undefined;
	return { range: { start, end }, inner, items };
}

/** Behind the brace of a list of keys that an empty line interrupts, which LaTeX forbids and authors type at first. */
function listEnd(text: string, from: number): number | undefined {
	const list = /(?:\s|%[^\r\n]*(?=[\r\n])|[^\s,%{}[\]\\]+(?:\s|%[^\r\n]*(?=[\r\n]))*(?=[,}])|,)*\}/y;
	list.lastIndex = from;
	const found = list.exec(text.slice(0, from + longestNote))?.[0];
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

function joinLatex(
	text: string,
	citation: Citation,
	offset: number,
	keys: readonly string[],
): readonly TextEdit[] | undefined {
	const kind = citingKind(citation.command.replace(/\*$/, ""));
	const outside = offset <= citation.range.start || offset >= citation.range.end;
	if (kind === "single" || kind === "volume" || (citation.command === "nocite" && outside)) return undefined;
	const { groups } = citation;
	const group = groups.find(({ range }) => offset <= range.end) ?? groups.at(-1);
	if (!group) return undefined;
	const isInGroup = group.inner.start <= offset || offset <= citation.range.start;
	const place = { group, offset: isInGroup ? offset : group.inner.end };
	if (kind !== "multiple" || group.items.length === 0) {
		return [addToGroup(text, place, keys, listStyle(text, citation))];
	}
	// A note belongs to one key: a group of its own for each new one.
	const first = group.items[0];
	const start = first && place.offset <= first.start ? group.range.start : group.range.end;
	return [{ start, end: start, text: keys.map(key => `{${key}}`).join("") }];
}

/** A list of one key shows no separator: then the document's first list of several does, else `, `. */
function listStyle(text: string, citation: Citation): ListStyle {
	const style: ListStyle = { mark: ",", separator: ", ", comment: /[^\S\r\n]*%[^\r\n]*/g };
	if (citation.groups.some(group => group.items.length > 1)) return style;
	const model = /\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\[[^\][{}]*\])*\{[^\s{},%\\]+(,[^\S\r\n]*)[^\s{},%\\]+/.exec(text);
	return { ...style, separator: model?.[1] ?? style.separator };
}
