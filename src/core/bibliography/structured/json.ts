// Bibliographies in CSL-JSON: a list of items, a list in a member `items` or `references`, or a map of items by their
// ids. Schema: citation-style-language/schema, csl-data.json.

import { toPaper } from "../../digests/draft";
import { cslDraft } from "../../digests/json/cslItem";
import { isFields, text as textOf, type Fields } from "../../digests/json/fields";
import { RecordReader } from "../../digests/json/scan/records";
import { skip, stringEnd, valueEnd } from "../../digests/json/scan/values";
import { Report } from "../../digests/report";
import type { TextRange } from "../../paper";
import type { Container, Item, StructuredFile } from "./item";

/** A member of an object: its name and where name and value stand; the name's place is without its quotes. */
export interface Member {
	readonly name: string;
	readonly nameRange: TextRange;
	readonly value: TextRange;
}

/** The members of the object that begins at `start`, as far as they can be told apart. */
export function* membersOf(text: string, start: number): Generator<Member> {
	let at = skip(text, start + 1, ",");
	while (text[at] === '"') {
		const end = stringEnd(text, at);
		const from = skip(text, end, ":");
		const value = { start: from, end: valueEnd(text, from) };
		yield { name: stringAt(text, at, end), nameRange: { start: at + 1, end: end - 1 }, value };
		at = skip(text, Math.max(value.end, at + 1), ",");
	}
}

function stringAt(text: string, start: number, end: number): string {
	try {
		const value: unknown = JSON.parse(text.slice(start, end));
		return typeof value === "string" ? value : "";
	} catch {
		return text.slice(start + 1, end - 1);
	}
}

const lists = /^(?:items|references)$/;

type Found = Container & { readonly path?: readonly (string | null)[] };

function containerOf(text: string): Found {
	const start = skip(text, 0);
	if (start >= text.length) return { kind: "empty" };
	if (text[start] === "[") return { kind: "list", open: start + 1, path: [null] };
	if (text[start] !== "{") return { kind: "closed" };
	let isItem = false;
	for (const { name, value } of membersOf(text, start)) {
		if (lists.test(name) && text[value.start] === "[")
			return { kind: "list", open: value.start + 1, path: [name, null] };
		isItem ||= /^(?:id|type|title)$/.test(name) && text[value.start] !== "{";
	}
	return isItem ? { kind: "closed" } : { kind: "map", open: start + 1, path: [null] };
}

function isItem(value: unknown): boolean {
	return isFields(value) && ["id", "title", "type", "author"].some(key => key in value);
}

/** The items of a text; what is damaged costs no other item. */
export function readJsonFile(text: string, file: string): StructuredFile {
	const report = new Report(text, file);
	const found = containerOf(text);
	const container: Container = found;
	if (found.path === undefined) {
		const start = Math.min(skip(text, 0), text.length);
		const range = { start, end: Math.min(text.length, start + 1) };
		if (found.kind === "closed" && text[start] === "{") report.add("record-not-list", range, "one object");
		else if (found.kind === "closed")
			report.add("record-not-json", range, `it begins with “${text.charAt(start)}”`);
		return { items: [], problems: report.done(), container };
	}
	const reader = new RecordReader(text, isItem);
	const items: Item[] = [];
	let number = 0;
	for (const record of reader.read([found.path], false)) {
		number++;
		const range = { start: record.start, end: record.end };
		if ("error" in record) report.add("record-damaged", range, `${number}`, record.error);
		else if (!isFields(record.value)) report.add("record-unreadable", range, `${number}`, "it is no object");
		else {
			const item = itemOf(text, range, record.value, container.kind === "map");
			if (item) items.push(item);
			else report.add("bib-no-id", range);
		}
	}
	if (reader.rest.unclosed !== undefined) {
		const start = reader.rest.unclosed;
		report.add("record-not-json", { start, end: start + 1 }, "the list is not closed");
	}
	return { items, problems: report.done(), container };
}

function itemOf(text: string, value: TextRange, fields: Fields, isInMap: boolean): Item | undefined {
	const paper = toPaper(cslDraft(fields, value));
	if (isInMap) {
		const before = text.slice(Math.max(0, value.start - 1000), value.start);
		const name = /"((?:[^"\\]|\\.)*)"\s*:\s*$/.exec(before);
		if (!name) return undefined;
		const start = value.start - before.length + name.index;
		const keyRange = { start: start + 1, end: start + 1 + (name[1] ?? "").length };
		const key = stringAt(text, start, keyRange.end + 1);
		return { key, keyRange, range: { start, end: value.end }, value, fields, paper };
	}
	const name = ["id", "citation-key"].find(field => textOf(fields[field]) !== "");
	if (name === undefined) return undefined;
	const member = [...membersOf(text, value.start)].find(one => one.name === name);
	const isQuoted = member !== undefined && text[member.value.start] === '"';
	const place = member?.value ?? { start: value.start, end: value.start };
	const keyRange = isQuoted ? { start: place.start + 1, end: place.end - 1 } : place;
	return { key: textOf(fields[name]), keyRange, range: value, value, fields, paper };
}
