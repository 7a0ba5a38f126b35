// The items of a JSON list, each with its place, so that a broken item costs no other. JSON.parse reads each one.

import type { TextRange } from "../../paper";

/** An item of a list: its value, or why it is none and where, as far as the engine's parser says. */
export type JsonItem = TextRange & ({ readonly value: unknown } | { readonly error: string; readonly at: number });

/** The items of a list, or what the text is instead and where. */
export type JsonList =
	| { readonly items: readonly JsonItem[]; readonly unclosed?: TextRange }
	| { readonly notList: string; readonly isJson: boolean; readonly range: TextRange };

/** Reads a JSON text (RFC 8259) that should be a list. Total and linear, however deep the text nests. */
export function readJsonList(text: string): JsonList {
	const start = text.search(/[^\s\ufeff]/);
	if (start < 0) return { notList: "it is empty", isJson: false, range: { start: 0, end: 0 } };
	if (text[start] !== "[") return notList(text, start);
	const items: JsonItem[] = [];
	let at = start + 1;
	for (;;) {
		blanks.lastIndex = at;
		at += blanks.exec(text)?.[0].length ?? 0;
		const char = text[at];
		if (char === "]") return { items };
		if (char === undefined) return { items, unclosed: { start, end: start + 1 } };
		const end = itemEnd(text, at);
		const item = readItem(text, at, end);
		items.push(item);
		if (end === text.length && "error" in item) return { items };
		at = end;
	}
}

const blanks = /[\s,]*/y;

/** Where an item ends: at the comma or the bracket of the list, strings and nested brackets passed over. */
function itemEnd(text: string, start: number): number {
	const sign = /["[\]{},]/g;
	sign.lastIndex = start;
	let depth = 0;
	for (let match = sign.exec(text); match; match = sign.exec(text)) {
		const char = match[0];
		if (char === '"') sign.lastIndex = stringEnd(text, match.index);
		else if (char === "{" || char === "[") depth++;
		else if (depth === 0 && char !== "}") return match.index;
		else if (char !== "," && --depth <= 0) return match.index + 1;
	}
	return text.length;
}

function stringEnd(text: string, start: number): number {
	const sign = /["\\]/g;
	sign.lastIndex = start + 1;
	for (let match = sign.exec(text); match; match = sign.exec(text)) {
		if (match[0] === '"') return match.index + 1;
		sign.lastIndex = match.index + 2;
	}
	return text.length;
}

function readItem(text: string, start: number, end: number): JsonItem {
	try {
		const value: unknown = JSON.parse(text.slice(start, end));
		return { start, end, value };
	} catch (error) {
		return { start, end, error: reason(error), at: Math.min(start + errorPosition(error), end) };
	}
}

function notList(text: string, start: number): JsonList {
	const range = { start, end: start + 1 };
	try {
		const value: unknown = JSON.parse(text.slice(start));
		const kind = value === null ? "null" : typeof value === "object" ? "one object" : `a ${typeof value}`;
		return { notList: kind, isJson: true, range };
	} catch (error) {
		const at = Math.min(start + errorPosition(error), text.length - 1);
		return { notList: reason(error), isJson: false, range: { start: at, end: at + 1 } };
	}
}

/** V8 names the place of an error in its message; other engines do so differently, or not at all. */
function errorPosition(error: unknown): number {
	const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
	return Number(position ?? 0);
}

/** The parser's words without its own count of places, which would be those of the item. */
function reason(error: unknown): string {
	const message = error instanceof Error ? error.message : "unreadable";
	return message.replace(/(?: in JSON)? at position.*$|, "[^]*$|\.\.\.[^]*$/, "").slice(0, 100);
}
