// Adds entries to a bibliography in YAML, in the indentation and the quotes of those that are there, and changes nothing
// else. The library `yaml` writes the values, as it knows which of them need quotes.

import { Document, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Paper, TextEdit } from "../../paper";
import { orderLike } from "../order";
import type { NewEntry, WriteOptions } from "./addJson";
import { cslItem, type CslItem } from "./cslItem";
import { hayagrivaEntry } from "./hayagrivaEntry";
import { insertions, type Joints } from "./insertion";
import type { Item, StructuredFile } from "./item";
import { pandocItem } from "./pandocText";

export type YamlFormat = "csl-yaml" | "hayagriva";

export interface YamlStyle {
	readonly newline: string;
	/** White space before the dash of an item, or before the fields of an entry. */
	readonly indent: string;
	/** The dash and the white space behind it. */
	readonly dash: string;
	/** Columns that a level adds. */
	readonly step: number;
	/** Whether the items of a list within an entry are indented. */
	readonly isSeqIndented: boolean;
	readonly quote: "none" | "single" | "double";
	/** Blank lines between two entries. */
	readonly blankLines: number;
	readonly orders: readonly (readonly string[])[];
	readonly isDateWritten: boolean;
}

const most = 50;

export function yamlStyle(text: string, { items }: StructuredFile, format: YamlFormat): YamlStyle {
	const last = items.at(-1);
	const raw = last ? text.slice(last.range.start, last.range.end) : "";
	const isList = format === "csl-yaml";
	const [, indent = "", dash = "- "] = (isList && /^( *)(-[ ]+)/.exec(raw)) || [];
	const inner = /\n( +)\S/.exec(raw)?.[1] ?? "  ";
	const nested = /\n( *)[\w-]+:[^\S\n]*\r?\n( *)(- +)?[\w-]/.exec(raw);
	const [, outer = "", under = "", item] = nested ?? [];
	const quotes = items
		.slice(-most)
		.flatMap(one => text.slice(one.range.start, one.range.end).match(/:[ \t]+["'\p{L}]/gu) ?? []);
	const quoted = (sign: string): boolean => quotes.filter(one => one.endsWith(sign)).length > quotes.length / 2;
	return {
		newline: /\r\n/.test(text) ? "\r\n" : "\n",
		indent: isList ? indent : inner,
		dash,
		step: item === undefined && nested ? Math.max(1, under.length - outer.length) : isList ? 2 : inner.length,
		isSeqIndented: item === undefined ? !isList : under.length > outer.length,
		quote: quoted('"') ? "double" : quoted("'") ? "single" : "none",
		blankLines: blankLines(text, items),
		orders: items.slice(-most).map(({ fields }) => Object.keys(fields)),
		isDateWritten: last !== undefined && typeof last.fields["issued"] === "string",
	};
}

function blankLines(text: string, items: readonly Item[]): number {
	const [one, other] = items.slice(-2);
	if (!one || !other) return 0;
	const between = text.slice(one.range.end, other.range.start);
	return between.trim() === "" ? Math.min(3, Math.max(0, between.split("\n").length - 2)) : 0;
}

/** The insertions for new entries. */
export function addToYaml(
	text: string,
	file: StructuredFile,
	entries: readonly NewEntry[],
	options: WriteOptions & { readonly format: YamlFormat; readonly isDocument: boolean },
): TextEdit[] {
	const { items, container } = file;
	if (entries.length === 0 || container.kind === "closed") return [];
	const style = yamlStyle(text, file, options.format);
	const additions = entries.map(({ key, paper }) => ({ key, text: writeYaml(key, paper, style, options) }));
	if (items.length > 0) return insertions(items, additions, joints(text, style));
	const { newline } = style;
	const body = additions.map(addition => addition.text).join(newline.repeat(1 + style.blankLines));
	if (container.kind === "list" && text.charAt(container.open - 1) === "[") {
		const flow = entries
			.map(({ key, paper }) => JSON.stringify(pandocItem(cslItem(key, paper, options.omit))))
			.join(", ");
		return [{ start: container.open, end: container.open, text: flow }];
	}
	if (container.kind === "list") return [atLineEnd(text, container.open, newline + body)];
	const named = options.format === "csl-yaml" ? `references:${newline}${body}` : body;
	if (options.isDocument) {
		const close = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(3))?.index;
		return close === undefined ? [] : [{ start: close + 4, end: close + 4, text: named + newline }];
	}
	// Behind the mark that ends a document nothing is read.
	const end = /\n\.\.\.[ \t]*\s*$/.exec(text)?.index;
	if (end !== undefined) return [{ start: end + 1, end: end + 1, text: named + newline }];
	const lead = text.trim() === "" || /\n$/.test(text) ? "" : newline;
	return [{ start: text.length, end: text.length, text: lead + named + newline }];
}

function joints(text: string, { newline, blankLines }: YamlStyle): Joints {
	const gap = newline.repeat(1 + blankLines);
	return {
		behind: ({ range }, texts) => atLineEnd(text, range.end, texts.map(each => gap + each).join("")),
		before: ({ range }, texts) => ({
			start: range.start,
			end: range.start,
			text: texts.map(each => each + gap).join(""),
		}),
	};
}

/** At the end of a line, behind a comment on it. */
function atLineEnd(text: string, from: number, added: string): TextEdit {
	const rest = /[^\r\n]*/y;
	rest.lastIndex = from;
	const start = from + (rest.exec(text)?.[0].length ?? 0);
	return { start, end: start, text: added };
}

function writeYaml(
	key: string,
	paper: Paper,
	style: YamlStyle,
	{ format, omit, canEncode }: WriteOptions & { readonly format: YamlFormat },
): string {
	const fields =
		format === "csl-yaml"
			? yamlDates(pandocItem(cslItem(key, paper, omit)), paper, style)
			: hayagrivaEntry(paper, omit);
	const names = orderLike(Object.keys(fields), style.orders);
	const ordered = Object.fromEntries(
		names.flatMap(name => (fields[name] === undefined ? [] : [[name, fields[name]]])),
	);
	const lines = yamlLines(ordered, style, canEncode);
	if (format === "hayagriva") {
		return [
			`${yamlLines(key, { ...style, quote: "none" }, canEncode).join("")}:`,
			...lines.map(line => style.indent + line),
		].join(style.newline);
	}
	const inner = style.indent + " ".repeat(style.dash.length);
	return lines.map((line, i) => (i === 0 ? style.indent + style.dash : inner) + line).join(style.newline);
}

/** Dates as the file has them: as parts, or written out as Pandoc reads them too. */
function yamlDates(item: CslItem, { issued }: Paper, { isDateWritten }: YamlStyle): CslItem {
	if (!issued || !isDateWritten || item["issued"] === undefined) return item;
	const parts = [issued.year, issued.month, issued.month === undefined ? undefined : issued.day];
	const written = parts
		.filter(part => part !== undefined)
		.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0"));
	return { ...item, issued: written.join("-") };
}

/** A value in YAML, line by line. */
export function yamlLines(
	value: unknown,
	{ step, isSeqIndented, quote }: Pick<YamlStyle, "step" | "isSeqIndented" | "quote">,
	canEncode: ((char: string) => boolean) | undefined,
): readonly string[] {
	const document = new Document(value);
	tidy(document.contents, canEncode);
	const written = document.toString({
		indent: Math.min(8, Math.max(2, step)),
		indentSeq: isSeqIndented,
		lineWidth: 0,
		singleQuote: quote === "double" ? false : quote === "single" ? true : null,
		...(quote === "none" ? {} : { defaultStringType: quote === "single" ? "QUOTE_SINGLE" : "QUOTE_DOUBLE" }),
		defaultKeyType: "PLAIN",
	});
	const ascii = canEncode
		? written.replace(/[^\0-\x7F]/gu, char => (canEncode(char) ? char : escapeOf(char)))
		: written;
	return ascii.trimEnd().split("\n");
}

/** What is a truth value in YAML 1.1, which Pandoc and others read: a person can be called `On` or `No`. */
const truth = /^(?:y|yes|n|no|on|off)$/i;

/** `"\u…"` needs double quotes, so that a text with such a letter gets them; the parts of a date share a line. */
function tidy(node: Node | null, canEncode: ((char: string) => boolean) | undefined): void {
	if (isScalar(node)) {
		const { value } = node;
		if (typeof value === "string" && canEncode && /[^\0-\x7F]/.test(value) && !Array.from(value).every(canEncode)) {
			node.type = "QUOTE_DOUBLE";
		}
		if (typeof value === "string" && truth.test(value)) node.type ??= "QUOTE_DOUBLE";
	} else if (isMap(node)) {
		for (const { key, value } of node.items) {
			if (isScalar(key) && key.value === "date-parts" && isSeq(value)) value.flow = true;
			tidy(value as Node | null, canEncode);
		}
	} else if (isSeq(node)) for (const item of node.items) tidy(item as Node | null, canEncode);
}

function escapeOf(char: string): string {
	const code = char.codePointAt(0) ?? 0;
	return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
