// Adds items to a bibliography in JSON, laid out like those that are there, and changes nothing else.

import type { Paper, TextEdit } from "../../paper";
import { orderLike } from "../order";
import { cslItem, type CslItem, type CslValue } from "./cslItem";
import { insertions, type Joints } from "./insertion";
import type { Item, StructuredFile } from "./item";

export interface NewEntry {
	readonly key: string;
	readonly paper: Paper;
}

export interface WriteOptions {
	/** Names of fields that are left out, in lower case. */
	readonly omit: ReadonlySet<string>;
	readonly canEncode?: ((char: string) => boolean) | undefined;
}

/** How a file lays out its items. */
export interface JsonStyle {
	readonly newline: string;
	/** White space before an item on its own line; `undefined` when everything stands on one line. */
	readonly indent: string | undefined;
	/** What one level adds; `undefined` when the members of an item share its line. */
	readonly unit: string | undefined;
	/** Whether lists and objects within an item stand on one line. */
	readonly isNestedFlat: boolean;
	readonly colon: string;
	readonly comma: string;
	/** Between an item and the next one. */
	readonly gap: string;
	readonly orders: readonly (readonly string[])[];
	readonly isAscii: boolean;
}

/** Items looked at: enough to see a habit. */
const most = 50;

export function jsonStyle(text: string, { items, container }: StructuredFile): JsonStyle {
	const last = items.at(-1);
	const newline = /\r\n/.test(text) ? "\r\n" : "\n";
	const orders = items.slice(-most).map(({ fields }) => Object.keys(fields));
	const isAscii = /\\u00[\da-f]{2}/i.test(text) && !/[^\0-\x7F]/.test(text.replace(/^\uFEFF/, ""));
	if (!last) {
		const behind = container.kind === "list" ? text.slice(container.open) : "";
		const isOneLine =
			container.kind === "list" && /^[^\S\n]*\][^\S\n]*$/.test(behind) && !/\n/.test(text) && text.length > 4;
		return {
			...{ newline, orders, isAscii, isNestedFlat: false, colon: ": ", comma: ", " },
			...(isOneLine
				? { indent: undefined, unit: undefined, gap: ", " }
				: { indent: "  ", unit: "  ", gap: `,${newline}  ` }),
		};
	}
	const raw = text.slice(last.range.start, last.range.end);
	const value = text.slice(last.value.start, last.value.end);
	const indent = /(?:^|\n)([^\S\n]*)$/.exec(text.slice(Math.max(0, last.range.start - 200), last.range.start))?.[1];
	const inner = /^\{[^\S\n]*\r?\n([^\S\n]*)/.exec(value)?.[1];
	const unit = inner === undefined ? undefined : inner.slice((indent ?? "").length) || "  ";
	const colon = /"\s*:([^\S\n]*)/.exec(raw)?.[1] ?? " ";
	const comma = /[\]}"\d],\S/.test(value.replace(/"(?:[^"\\]|\\.)*"/g, '""')) ? "," : ", ";
	return {
		newline,
		indent,
		unit,
		isNestedFlat: unit === undefined || (/[[{]/.test(value.slice(1)) && !/[[{][^\S\n]*\r?\n/.test(value.slice(1))),
		colon: `:${colon}`,
		comma,
		gap: gapOf(text, items, indent === undefined ? comma : `,${newline}${indent}`),
		orders,
		isAscii,
	};
}

/** What stands between the last two items, else what fits the place of the only one. */
function gapOf(text: string, items: readonly Item[], otherwise: string): string {
	const [one, other] = items.slice(-2);
	const between = one && other ? text.slice(one.range.end, other.range.start) : "";
	if (/^\s*,\s*$/.test(between)) return between;
	return otherwise;
}

/** The insertions for new items; none where nothing can be added. */
export function addToJson(
	text: string,
	file: StructuredFile,
	entries: readonly NewEntry[],
	options: WriteOptions,
): TextEdit[] {
	const { items, container } = file;
	if (entries.length === 0 || container.kind === "closed") return [];
	const style = jsonStyle(text, file);
	const isMap = container.kind === "map";
	const additions = entries.map(({ key, paper }) => {
		const item = cslItem(key, paper, options.omit);
		const value = writeItem(item, style, options);
		return { key, text: isMap ? JSON.stringify(key) + style.colon + value : value };
	});
	if (items.length > 0) return insertions(items, additions, joints(style));
	const indent = style.indent === undefined ? "" : style.newline + style.indent;
	const end = style.indent === undefined ? "" : style.newline;
	const body = indent + additions.map(addition => addition.text).join(style.gap);
	if (container.kind === "empty") {
		return [{ start: text.length, end: text.length, text: `[${body}${end}]${style.newline}` }];
	}
	const start = container.open;
	return [{ start, end: start, text: body + (/^[^\S\n]*\r?\n/.test(text.slice(start)) ? "" : end) }];
}

function joints({ gap }: JsonStyle): Joints {
	return {
		behind: ({ range }, texts) => ({
			start: range.end,
			end: range.end,
			text: texts.map(each => gap + each).join(""),
		}),
		before: ({ range }, texts) => ({
			start: range.start,
			end: range.start,
			text: texts.map(each => each + gap).join(""),
		}),
	};
}

/** An item as text. Its first line has no indentation. */
export function writeItem(item: CslItem, style: JsonStyle, options: Pick<WriteOptions, "canEncode">): string {
	const names = orderLike(Object.keys(item), style.orders);
	const inOrder = Object.fromEntries(names.flatMap(name => (item[name] === undefined ? [] : [[name, item[name]]])));
	return escaped(writeValue(inOrder, style, 0), style, options);
}

/** A value within an item, at a depth of nesting of which the item's own members are the first. */
export function writeValue(value: CslValue, style: JsonStyle, depth: number): string {
	if (typeof value !== "object") return JSON.stringify(value);
	const { unit, indent = "", newline, colon, comma } = style;
	const isList = Array.isArray(value);
	const parts = isList
		? (value as readonly CslValue[]).map(one => writeValue(one, style, depth + 1))
		: Object.entries(value as CslItem).map(
				([name, one]) => JSON.stringify(name) + colon + writeValue(one, style, depth + 1),
			);
	const [open, close] = isList ? ["[", "]"] : ["{", "}"];
	if (unit === undefined || (depth > 0 && style.isNestedFlat)) return open + parts.join(comma) + close;
	const inner = newline + indent + unit.repeat(depth + 1);
	return open + inner + parts.join(`,${inner}`) + newline + indent + unit.repeat(depth) + close;
}

/** Escapes for what the file writes as such, or cannot hold. */
export function escaped(text: string, { isAscii }: JsonStyle, { canEncode }: Pick<WriteOptions, "canEncode">): string {
	if (!isAscii && !canEncode) return text;
	return text.replace(/[^\0-\x7F]/gu, char =>
		!isAscii && canEncode?.(char) === true
			? char
			: Array.from(
					{ length: char.length },
					(_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, "0")}`,
				).join(""),
	);
}
