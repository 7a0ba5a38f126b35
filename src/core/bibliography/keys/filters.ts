// What a formula of citation keys does to the value of a term: Better BibTeX's filters, "Formulas", "Filters".

import { transliterate } from "./transliterate";
import { isSkipped } from "./words";

/** What stands in the brackets behind a name: in order, and by name. */
export interface Arguments {
	readonly listed: readonly string[];
	readonly named: ReadonlyMap<string, string>;
}

export type Filter = (text: string, args: Arguments) => string;

/** The argument at a place or of a name. */
export function argument({ listed, named }: Arguments, index: number, name: string): string | undefined {
	return named.get(name.toLowerCase()) ?? listed[index];
}

/** A whole number among the arguments; what is none counts as the default. */
export function numberOf(args: Arguments, index: number, name: string, otherwise: number): number {
	const found = argument(args, index, name);
	return found !== undefined && /^-?\d{1,6}$/.test(found) ? Number(found) : otherwise;
}

/** Filters by their names in lower case. */
export const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
	["lower", text => text.toLowerCase()],
	["upper", text => text.toUpperCase()],
	[
		"capitalize",
		text => text.replace(/(^|\s)(\S)/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase()),
	],
	["titlecase", text => text.replace(/(^|\s)(\S)/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())],
	["abbr", text => wordsIn(text, /[\s]+/).map(first).join("")],
	[
		"acronym",
		text =>
			wordsIn(text, /[\s-]+/)
				.map(first)
				.join(""),
	],
	["nopunct", (text, args) => withoutPunctuation(text, argument(args, 0, "dash") ?? "-")],
	["nopunctordash", text => withoutPunctuation(text, "")],
	["alphanum", text => text.replace(/[^\p{L}\p{N}\s]/gu, "")],
	["clean", text => ascii(text).replace(/[^A-Za-z0-9_-]/g, "")],
	["ascii", text => text.normalize("NFKD").replace(/[^ -~]/g, "")],
	["fold", ascii],
	[
		"transliterate",
		(text, args) => transliterate(text, /^(?:de|german)/i.test(args.listed[0] ?? "") ? "german" : "default"),
	],
	[
		"skipwords",
		text =>
			wordsIn(text, /\s+/)
				.filter(word => !isSkipped(word))
				.join(" "),
	],
	["condense", (text, args) => text.trim().replace(/\s+/g, argument(args, 0, "sep") ?? "")],
	["substring", (text, args) => sliced(text, numberOf(args, 0, "start", 1), numberOf(args, 1, "n", Infinity))],
	[
		"select",
		(text, args) =>
			slicedList(wordsIn(text, /\s+/), numberOf(args, 0, "start", 1), numberOf(args, 1, "n", Infinity)).join(" "),
	],
	["numeric", text => text.replace(/[^\d\s]/g, "")],
	["prefix", (text, args) => (text === "" ? "" : (args.listed[0] ?? "") + text)],
	["postfix", (text, args) => (text === "" ? "" : text + (args.listed[0] ?? ""))],
	["default", (text, args) => (text === "" ? (args.listed[0] ?? "") : text)],
	["replace", (text, args) => (args.listed[0] ? text.replaceAll(args.listed[0], args.listed[1] ?? "") : text)],
	["reverse", text => wordsIn(text, /\s+/).reverse().join(" ")],
	...["jieba", "pinyin", "ideographs", "preserve", "localtime"].map(name => [name, same] as const),
]);

function same(text: string): string {
	return text;
}

function ascii(text: string): string {
	return transliterate(text);
}

function first(word: string): string {
	return String.fromCodePoint(word.codePointAt(0) ?? 0);
}

function wordsIn(text: string, separator: RegExp): string[] {
	return text.split(separator).filter(word => word !== "");
}

function withoutPunctuation(text: string, dash: string): string {
	return text.replace(/\p{Pd}+/gu, dash).replace(/(?!-)[\p{P}\p{S}]/gu, "");
}

function sliced(text: string, start: number, count: number): string {
	return slicedList(Array.from(text), start, count).join("");
}

/** `start` counts from 1; a negative one from the end. */
function slicedList<T>(list: readonly T[], start: number, count: number): readonly T[] {
	const from = start > 0 ? start - 1 : Math.max(0, list.length + start);
	return list.slice(from, count < 0 ? list.length + count : from + count);
}
