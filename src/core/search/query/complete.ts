// What may come next in a query: the fields, and the values of a field.

import type { TextRange } from "../../paper";
import { type FieldName, isFieldName, queryFields, valueWords } from "./fields";
import { isQuote, quotes, replaceQuotes } from "./quotes";

export interface Completion {
	readonly kind: "field" | "value";
	/** What to show. */
	readonly label: string;
	/** What takes the place of `range`: a field with its colon, or a value, quoted when it must be, and a blank. */
	readonly text: string;
	readonly range: TextRange;
	/** How many papers have the value. */
	readonly count?: number;
}

/** Values with the number of papers, the most frequent first. */
export type Values = readonly (readonly [value: string, count: number])[];

const mostShown = 20;

const needsQuotes = new RegExp(`[\\s|${quotes}]`);

/**
 * Completions at an offset of a query: after `field:` the values whose words begin as typed, else the fields that begin
 * as the word there. Nothing in the middle of a phrase or of a plain word that begins no field.
 */
export function completeQuery(query: string, offset: number, valuesOf: (field: FieldName) => Values): Completion[] {
	const at = Math.max(0, Math.min(Math.trunc(offset) || 0, query.length));
	const before = query.slice(0, at);
	const start = tokenStart(before);
	const [, sign = "", name = "", colon = "", rest = ""] = /^(-?)([^:]*)(:?)([^]*)$/.exec(before.slice(start)) ?? [];
	const field = name.toLowerCase();
	if (colon === "") {
		if (/[^\p{L}]/u.test(name)) return [];
		const range = { start: start + sign.length, end: at };
		return queryFields
			.filter(each => each.startsWith(field))
			.map(each => ({ kind: "field", label: `${each}:`, text: `${each}:`, range }));
	}
	if (!isFieldName(field)) return [];
	const typed = rest.slice(rest.lastIndexOf("|") + 1);
	const range = { start: at - typed.length, end: at };
	const words = valueWords(typed);
	return valuesOf(field)
		.filter(([value]) => begins(valueWords(value), words))
		.slice(0, mostShown)
		.map(([value, count]) => ({ kind: "value", label: value, text: `${quoted(value)} `, range, count }));
}

/** Values of papers, counted: each paper's list once. */
export function countValues(lists: Iterable<readonly string[]>): Values {
	const counts = new Map<string, number>();
	for (const list of lists) for (const value of new Set(list)) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}

/** Where the word at the end begins; blanks within quotes belong to it. */
function tokenStart(before: string): number {
	let start = 0;
	let isQuoted = false;
	for (let i = 0; i < before.length; i++) {
		const letter = before[i] ?? "";
		if (isQuote(letter)) isQuoted = !isQuoted;
		else if (!isQuoted && /\s/.test(letter)) start = i + 1;
	}
	return start;
}

/** Whether each typed word begins a word of the value. */
function begins(value: readonly string[], typed: readonly string[]): boolean {
	return typed.every(each => value.some(word => word.startsWith(each)));
}

function quoted(value: string): string {
	return needsQuotes.test(value) ? `"${replaceQuotes(value, "")}"` : value;
}
