// Digests in which each field has a label: `Title: …`, `Authors: …`, `Abstract: …`, in any order; also the head of a
// note in YAML and the properties of Logseq (`title:: …`).

import type { TextRange } from "../../paper";
import { linesOf, mostLines, trimRange } from "../../text/lines";
import { labelOf } from "../fields/details";
import { fieldOf, type Field } from "../fields/fieldNames";
import { isPaperAddress } from "../fields/paperLinks";
import { leftOut, type Entry, type EntryText } from "./entry";

/** A field with its place: the whole of it, and its value. */
interface Labelled {
	readonly field: Field;
	whole: TextRange;
	/** Paragraphs of the value. */
	readonly values: TextRange[];
}

/** How much is looked at for the decision. */
const inspected = 60_000;

/** Whether titles have a label, and other fields beside them. */
export function looksLabelled(text: string): boolean {
	const records = recordsOf(text.slice(0, inspected), () => undefined);
	const good = records.filter(isRecord).length;
	return good > 0 && good * 2 >= records.length;
}

function isRecord(record: readonly Labelled[]): boolean {
	const fields = new Set(record.map(({ field }) => field));
	const others = ["abstract", "authors", "doi", "arxiv", "pmid", "url", "pdf", "venue", "year", "date"] as const;
	return fields.has("title") && others.some(field => fields.has(field));
}

/** Entries of the records; what stands before the first one and between them is reported. */
export function labelledEntries(source: EntryText): Entry[] {
	return recordsOf(source.text, range => {
		leftOut(range, source);
	}).flatMap(record => {
		const title = record.find(({ field }) => field === "title")?.values[0];
		if (!title) {
			const first = record[0];
			if (first) leftOut({ start: first.whole.start, end: record.at(-1)?.whole.end ?? first.whole.end }, source);
			return [];
		}
		const abstracts = record.filter(({ field }) => field === "abstract").flatMap(({ values }) => values);
		const details = record
			.filter(({ field }) => field !== "abstract" && field !== "title")
			.map(({ whole }) => whole);
		return { title: unquoted(title, source.text), abstract: abstracts, details };
	});
}

/** Without the quotation marks of YAML. */
function unquoted(range: TextRange, text: string): TextRange {
	const [first, last] = [text.charAt(range.start), text.charAt(range.end - 1)];
	return first === last && /["']/.test(first) && range.end - range.start > 2
		? { start: range.start + 1, end: range.end - 1 }
		: range;
}

/** The fields of each record. A record begins with the field that the first one begins with. */
function recordsOf(text: string, onOther: (range: TextRange) => void): Labelled[][] {
	const records: Labelled[][] = [];
	let current: Labelled | undefined;
	let first: Field | undefined;
	let isBehindBlank = true;
	let count = 0;
	for (const range of linesOf(text)) {
		const line = trimRange(text, range);
		if (line.start === line.end) {
			isBehindBlank = true;
			continue;
		}
		if (++count > mostLines) break;
		const found = labelAt(text, line);
		const record = records.at(-1);
		if (found) {
			first ??= found.field;
			const isNew =
				!record ||
				found.field === first ||
				(found.field === "title" && record.some(({ field }) => field === "title"));
			current = found;
			if (isNew) records.push([found]);
			else record.push(found);
		} else if (record && isPaperLink(text, line)) record.push({ field: "url", whole: line, values: [line] });
		else if (current && !isBoundary(text, line)) goOn(current, line, text, isBehindBlank);
		else {
			current = undefined;
			if (!/^[-=_*#~.\s]*$/.test(text.slice(line.start, Math.min(line.end, line.start + 80)))) onOther(line);
		}
		isBehindBlank = false;
	}
	return records;
}

function labelAt(text: string, line: TextRange): Labelled | undefined {
	const written = text.slice(line.start, Math.min(line.end, line.start + 4000));
	const heading = /^#{1,6}[ \t]+([^\n]{2,60})$/.exec(written)?.[1];
	const named = heading === undefined ? undefined : fieldOf(heading)?.field;
	if (named === "abstract") return { field: named, whole: { start: line.start, end: line.end }, values: [] };
	if (!/^[^:：\n]{1,60}[:：]/.test(written)) return undefined;
	const label = labelOf(written);
	if (!label || /^\/\//.test(label.value)) return undefined;
	const at = written.length - label.value.length;
	const value = trimRange(text, { start: line.start + at, end: line.end });
	return {
		field: label.field,
		whole: { start: line.start, end: line.end },
		values: value.start < value.end ? [value] : [],
	};
}

/** The address of the paper may stand below its abstract without a label. */
function isPaperLink(text: string, { start, end }: TextRange): boolean {
	const address = /^<?(https?:\/\/[^\s<>]{4,1000})>?$/.exec(text.slice(start, Math.min(end, start + 1010)))?.[1];
	return address !== undefined && isPaperAddress(address);
}

/** A line that parts records: a rule, `Paper 3`, a heading. */
function isBoundary(text: string, line: TextRange): boolean {
	const head = text.slice(line.start, Math.min(line.end, line.start + 80));
	return (
		line.end - line.start < 80 &&
		/^(?:[-=_*#~]{3,}|#{1,6}\s.*|(?:paper|article|record|entry|result)\s*#?\d{1,4}\s*[:.)]?|\[\d{1,4}\]|\d{1,4}[.)])$/i.test(
			head,
		)
	);
}

/** Adds a line to a field: to its last paragraph, or as the next one behind a blank line. */
function goOn(field: Labelled, line: TextRange, text: string, isBehindBlank: boolean): void {
	const last = field.values.at(-1);
	// What follows a blank line belongs to the field only where paragraphs are expected, or nothing came yet.
	if (isBehindBlank && field.values.length > 0 && field.field !== "abstract") return;
	if (last && !isBehindBlank) field.values[field.values.length - 1] = { start: last.start, end: line.end };
	else field.values.push(line);
	if (line.end - field.whole.start < 20_000 || text === "") field.whole = { start: field.whole.start, end: line.end };
}
