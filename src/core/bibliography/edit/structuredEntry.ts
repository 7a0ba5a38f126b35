// Edits of one entry of a bibliography in JSON or YAML.

import type { TextEdit, TextRange } from "../../paper";
import { escaped, jsonStyle, writeValue, type WriteOptions } from "../structured/addJson";
import { yamlLines, yamlStyle } from "../structured/addYaml";
import { cslItem, type CslItem } from "../structured/cslItem";
import type { StructuredFormat } from "../structured/file";
import { hayagrivaEntry } from "../structured/hayagrivaEntry";
import type { Item, StructuredFile } from "../structured/item";
import { membersOf } from "../structured/json";
import { pandocItem } from "../structured/pandocText";
import type { Slot } from "./slots";
import { updateSlots, type Update, type Updated } from "./update";

/** The edits that bring an entry up to a newer record. */
export function updateItem(
	text: string,
	file: StructuredFile,
	item: Item,
	update: Update & { readonly options: WriteOptions; readonly format: StructuredFormat },
): Updated {
	return update.format === "csl-json"
		? updateJson(text, file, item, update)
		: updateYaml(text, file, item, { ...update, format: update.format });
}

/** The fields of the newer record; the key stays. */
function fieldsOf(update: Update & { readonly options: WriteOptions; readonly format: StructuredFormat }): CslItem {
	const { after, format, options } = update;
	const item = format === "hayagriva" ? hayagrivaEntry(after, options.omit) : cslItem("x", after, options.omit);
	const all = format === "csl-yaml" ? pandocItem(item) : item;
	return Object.fromEntries(Object.entries(all).filter(([name]) => name !== "id"));
}

function updateJson(
	text: string,
	file: StructuredFile,
	item: Item,
	update: Update & { readonly options: WriteOptions; readonly format: "csl-json" | StructuredFormat },
): Updated {
	const style = jsonStyle(text, file);
	const slots = [...membersOf(text, item.value.start)].map(({ name, nameRange, value }): Slot => ({
		name: name.toLowerCase(),
		range: { start: nameRange.start - 1, end: value.end },
		value,
	}));
	const inner = style.unit === undefined ? undefined : style.newline + (style.indent ?? "") + style.unit;
	const wanted = Object.entries(fieldsOf(update)).map(([name, value]) => {
		const written = escaped(writeValue(value, style, 1), style, update.options);
		return { name, value: written, whole: JSON.stringify(name) + style.colon + written };
	});
	const place = {
		slots,
		aliases: [],
		start: item.value.start + 1,
		separator: inner === undefined ? style.comma : `,${inner}`,
	};
	return updateSlots(text, place, wanted, update);
}

function updateYaml(
	text: string,
	file: StructuredFile,
	item: Item,
	update: Update & { readonly options: WriteOptions; readonly format: "csl-yaml" | "hayagriva" },
): Updated {
	const style = yamlStyle(text, file, update.format);
	const indent = update.format === "hayagriva" ? style.indent : style.indent + " ".repeat(style.dash.length);
	const wanted = Object.entries(fieldsOf(update)).map(([name, value]) => {
		const lines = yamlLines({ [name]: value }, style, update.options.canEncode);
		const whole = lines.map((line, i) => (i === 0 ? line : indent + line)).join(style.newline);
		return { name, value: whole, whole };
	});
	const slots = yamlSlots(text, item.range, indent.length);
	return updateSlots(
		text,
		{ slots, aliases: [], start: item.range.end, separator: style.newline + indent },
		wanted,
		update,
	);
}

/** The fields of an entry by their indentation; each reaches to the next one. */
function yamlSlots(text: string, { start, end }: TextRange, indent: number): readonly Slot[] {
	const body = text.slice(start, end);
	const head = new RegExp(`(?:^ {${indent}}|^ *-[ ]+)(["']?)([A-Za-z][\\w-]*)\\1:(?=\\s)`, "gm");
	const found = Array.from(body.matchAll(head)).filter(({ 0: all }) => all.search(/[^\s-]/) === indent);
	return found.map((match, i) => {
		const from = start + match.index + indent;
		const next = found[i + 1];
		const rest = body.slice(match.index, next?.index ?? body.length).trimEnd();
		const range = { start: from, end: start + match.index + rest.length };
		return { name: (match[2] ?? "").toLowerCase(), range, value: range };
	});
}

/** Takes entries that stand one behind the other out of their list or map. */
export function removeItems(
	text: string,
	{ items }: StructuredFile,
	{ range, first, last }: { readonly range: TextRange; readonly first: number; readonly last: number },
	format: StructuredFormat,
): TextEdit {
	const [before, after] = [items[first - 1], items[last + 1]];
	if (format !== "csl-json") {
		const end = after?.range.start ?? lineEnd(text, range.end);
		const start = lineStart(text, range.start);
		return { start, end: after ? lineStart(text, end) : end, text: "" };
	}
	if (before && text.slice(before.range.end, range.start).trim() === ",") {
		return { start: before.range.end, end: range.end, text: "" };
	}
	const comma = /^\s*,\s*/.exec(text.slice(range.end))?.[0].length ?? 0;
	return { start: range.start, end: range.end + comma, text: "" };
}

function lineStart(text: string, at: number): number {
	return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end < 0 ? text.length : end + 1;
}
