// How a .bib file is written, so that a new entry looks like its neighbours.

import type { BibBlock, BibField } from "../blocks";
import { count, mode } from "./counts";
import type { Letters } from "./encode";
import { monthField, type Field } from "./fields";
import { dialectOf, namesFor, type FieldNames } from "./dialect";
import type { BibDialect } from "./types";

export interface BibStyle {
	readonly newline: "\n" | "\r\n";
	/** White space before a field on its own line; `undefined` when entries stand on one line. */
	readonly indent: string | undefined;
	/** White space before the brace that closes an entry on its own line; `undefined` when it follows the last value. */
	readonly closingIndent: string | undefined;
	readonly open: "{" | "(";
	/** White space between `@type{` and the key. */
	readonly beforeKey: string;
	readonly quote: "{" | '"';
	/** Whether a year stands without braces or quotes. */
	readonly isYearBare: boolean;
	/** Columns from the field's start to `=` and to the value, where the file aligns them. */
	readonly equalsColumn: number | undefined;
	readonly valueColumn: number | undefined;
	readonly beforeEquals: string;
	readonly behindEquals: string;
	readonly trailingComma: boolean;
	readonly typeCase: Case;
	readonly fieldCase: Case;
	/** Spellings in use, by names in lower case. */
	readonly spellings: ReadonlyMap<string, string>;
	/** Line breaks between two entries. */
	readonly gap: number;
	readonly letters: Letters;
	readonly dialect: BibDialect;
	readonly names: FieldNames;
	/** The names of the fields of entries, in lower case and in order. */
	readonly orders: readonly (readonly string[])[];
	/** Whether titles stand in `{{…}}`. */
	readonly isTitleBraced: boolean;
	readonly hasDay: boolean;
	readonly writeMonth: (month: number) => Field | undefined;
	/** What stands between first and last page. */
	readonly pageDash: string;
}

export interface StyleOptions {
	/** The dialect that the document reads; told by the file when it is left out. */
	readonly dialect?: BibDialect | undefined;
	/** The letters that the encoding of the file can hold; all when it is left out. */
	readonly letters?: Letters | undefined;
	/** Whether the text is known to be all ASCII, or not to be. */
	readonly isAscii?: boolean | undefined;
}

export type Case = "lower" | "capital" | "upper";

/** Entries looked at: enough to see a habit. */
const most = 200;

export function styleOf(text: string, blocks: readonly BibBlock[], options: StyleOptions = {}): BibStyle {
	const seen = lastEntries(blocks);
	const fields = seen.flatMap(entry => entry.fields);
	const indents = fields.map(({ range }) => indentAt(text, range.start));
	const lines = indents.filter(indent => indent !== undefined);
	const isOneLine = seen.length > 0 && lines.length < fields.length / 2;
	const last = seen.map(entry => entry.fields.at(-1)?.range.end ?? 0);
	const tails = seen.map((entry, index) => text.slice(last[index], entry.range.end - 1));
	const closings = tails.map(tail => /[\r\n]([ \t]*)$/.exec(tail)?.[1] ?? "none");
	const closing = mode(closings) ?? "";
	const delimited = fields.flatMap(field => (field.parts[0]?.kind === "bare" ? [] : [field.parts[0]?.kind]));
	const named = (name: string): readonly BibField[] => fields.filter(field => field.name.toLowerCase() === name);
	const years = named("year");
	const spellings = new Map(fields.map(({ name }) => [name.toLowerCase(), name]));
	const dialect = options.dialect ?? dialectOf(text, blocks, seen);
	const month = monthKind(named("month"));
	return {
		newline: newlineOf(text),
		indent: isOneLine ? undefined : (mode(lines) ?? "  "),
		closingIndent: isOneLine || closing === "none" ? undefined : closing,
		open: mode(seen.map(({ open }) => open)) ?? "{",
		beforeKey:
			mode(seen.map(({ keyRange }) => /[{(]([ \t]*)$/.exec(before(text, keyRange.start))?.[1] ?? "")) ?? "",
		quote: mode(delimited) === "quoted" ? '"' : "{",
		isYearBare: years.length > 0 && mode(years.map(({ parts }) => parts[0]?.kind)) === "bare",
		...equals(text, fields),
		trailingComma: mode(tails.map(tail => tail.includes(","))) ?? false,
		typeCase: caseOf(seen.map(({ type }) => type)),
		fieldCase: caseOf(fields.map(({ name }) => name)),
		spellings,
		gap: gapOf(text, blocks),
		letters: fewer(
			lettersOf(text, { isEmpty: blocks.length === 0, isAscii: options.isAscii }, dialect),
			options.letters ?? "unicode",
		),
		dialect,
		names: namesFor(dialect, seen),
		orders: seen.map(entry => entry.fields.map(({ name }) => name.toLowerCase())),
		isTitleBraced: isTitleBraced(named("title")),
		hasDay: spellings.has("day"),
		writeMonth: number => monthField(number, month),
		pageDash:
			mode(named("pages").flatMap(field => /\d\s*(-{1,3}|–)\s*\d/.exec(field.parts[0]?.text ?? "")?.[1] ?? [])) ??
			"--",
	};
}

/** The last entries that say something of a style. */
function lastEntries(blocks: readonly BibBlock[]): readonly BibBlock[] {
	const seen: BibBlock[] = [];
	for (let i = blocks.length - 1; i >= 0 && seen.length < most; i--) {
		const block = blocks[i];
		if (block?.kind === "entry" && block.isClosed && block.fields.length > 0) seen.unshift(block);
	}
	return seen;
}

/** So much of a file shows how its lines end. */
const head = 100_000;

function newlineOf(text: string): "\n" | "\r\n" {
	const sample = text.slice(0, head);
	return count(sample, "\r\n") * 2 > count(sample, "\n") ? "\r\n" : "\n";
}

function before(text: string, at: number): string {
	return text.slice(Math.max(0, at - 40), at);
}

/** The white space before a field, if only that stands before it on its line. */
function indentAt(text: string, at: number): string | undefined {
	return /(?:^|[\r\n])([ \t]*)$/.exec(before(text, at))?.[1];
}

function equals(
	text: string,
	fields: readonly BibField[],
): Pick<BibStyle, "equalsColumn" | "valueColumn" | "beforeEquals" | "behindEquals"> {
	const shapes = fields.map(field => {
		const gap = text.slice(field.range.start + field.name.length, field.value.start);
		const at = gap.indexOf("=");
		return { length: field.name.length, before: gap.slice(0, at), behind: gap.slice(at + 1) };
	});
	const plain = shapes.filter(({ before, behind }) => /^ *$/.test(before) && /^ *$/.test(behind));
	const beforeEquals = mode(shapes.map(({ before }) => before)) ?? " ";
	const behindEquals = mode(shapes.map(({ behind }) => behind)) ?? " ";
	const equalsAt = plain.map(({ length, before }) => length + before.length);
	const valueAt = plain.map(({ length, before, behind }) => length + before.length + 1 + behind.length);
	const isMostly = <T>(values: readonly T[], value: T | undefined): boolean =>
		plain.length > 1 && values.filter(each => each === value).length > shapes.length * 0.8;
	const [equalsColumn, valueColumn] = [mode(equalsAt), mode(valueAt)];
	// A gap that is the same everywhere is no alignment; names of one length show none.
	const isVaried = new Set(shapes.map(({ length }) => length)).size > 1;
	const isGapFixed = isMostly(
		plain.map(({ before }) => before),
		beforeEquals,
	);
	const isBehindFixed = isMostly(
		plain.map(({ behind }) => behind),
		behindEquals,
	);
	return {
		equalsColumn: isVaried && !isGapFixed && isMostly(equalsAt, equalsColumn) ? equalsColumn : undefined,
		valueColumn:
			isVaried && !(isGapFixed && isBehindFixed) && isMostly(valueAt, valueColumn) ? valueColumn : undefined,
		beforeEquals: /[\r\n]/.test(beforeEquals) ? " " : beforeEquals,
		behindEquals: /[\r\n]/.test(behindEquals) ? " " : behindEquals,
	};
}

function gapOf(text: string, blocks: readonly BibBlock[]): number {
	const gaps: number[] = [];
	blocks.slice(-most).forEach((block, index, list) => {
		const next = list[index + 1];
		if (next?.kind !== "entry" || block.kind !== "entry") return;
		const between = text.slice(block.range.end, next.range.start);
		if (between.trim() === "") gaps.push(count(between, "\n"));
	});
	return Math.min(Math.max(mode(gaps) ?? 2, 1), 4);
}

/**
 * Letters beyond Latin-1 show that the file's encoding holds all; a replacement character, that it was read wrongly.
 * A file for biblatex without any entry holds all too, as Biber reads UTF-8.
 */
function lettersOf(
	text: string,
	{ isEmpty, isAscii }: { readonly isEmpty: boolean; readonly isAscii: boolean | undefined },
	dialect: BibDialect,
): Letters {
	if (isEmpty && dialect === "biblatex") return "unicode";
	if (isAscii === true || text.includes("\uFFFD")) return "ascii";
	if (text.search(/[^\0-\x7F\uFEFF]/) < 0) return "ascii";
	if (/[^\0-\xFF\u2010-\u2026\uFEFF]/.test(text)) return "unicode";
	return /[\u00C0-\u00FF]/.test(text) ? "latin1" : "ascii";
}

function fewer(a: Letters, b: Letters): Letters {
	const order: readonly Letters[] = ["ascii", "latin1", "unicode"];
	return order.indexOf(a) < order.indexOf(b) ? a : b;
}

/** Whether nearly all titles are in two pairs of braces, as some exporters have it. */
function isTitleBraced(titles: readonly BibField[]): boolean {
	const braced = titles.filter(
		({ parts: [part] }) => part && /^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(part.text.trim()),
	);
	return titles.length > 1 && braced.length > titles.length * 0.8;
}

/** How months are written: by the macros of every style, as a number, by name or by the first letters of the name. */
function monthKind(months: readonly BibField[]): "macro" | "number" | "name" | "short" {
	const kinds = months.map(({ parts }) => {
		if (parts.every(({ text }) => /^\s*\d+\s*$/.test(text))) return "number";
		if (parts.some(({ kind }) => kind === "bare")) return "macro";
		return (parts[0]?.text.length ?? 0) > 4 ? "name" : "short";
	});
	return mode(kinds) ?? "macro";
}

function caseOf(words: readonly string[]): Case {
	const cases = words.map((word): Case => {
		if (word === word.toLowerCase()) return "lower";
		return word === word.toUpperCase() ? "upper" : "capital";
	});
	// `archivePrefix` and `inProceedings` are no capitals of a file's style.
	const clear = cases.filter((_, index) => /^(?:[a-z]+|[A-Z].*)$/.test(words[index] ?? ""));
	return mode(clear) ?? "lower";
}
