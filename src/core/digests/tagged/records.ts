// Reads texts in which each field stands on a line of its own behind a tag, and lines without a tag go on the field
// before them. What a tag looks like and where a record begins is told by each format.

import type { TextRange } from "../../paper";
import { linesOf } from "../../text/lines";
import type { Report } from "../report";

/** A record as its fields stand in it, in order; a value keeps its line breaks. */
export interface TaggedRecord {
	readonly place: TextRange;
	readonly fields: readonly { readonly tag: string; readonly value: string }[];
	/** Whether the tag that ends a record was there. */
	readonly isClosed: boolean;
	/** All values of these tags that hold something: those of the first tag before those of the second. */
	readonly all: (...tags: readonly string[]) => readonly string[];
	/** The first of them, or an empty text. */
	readonly first: (...tags: readonly string[]) => string;
}

/** What a line begins with. */
export interface Tag {
	readonly tag: string;
	/** Where its value begins in the line. */
	readonly from: number;
}

/** A record that is being read, as far as a format needs it to tell where the next one begins. */
export interface OpenRecord {
	readonly has: (tag: string) => boolean;
	/** Whether a blank line stands before the line in question. */
	readonly isBehindBlank: boolean;
}

export interface Tagging {
	/** The tag of a line, of which the beginning is given. */
	readonly tagOf: (head: string) => Tag | undefined;
	/** Whether a tag begins a new record while another one is open; the first tag of all begins one anyway. */
	readonly begins: (tag: string, open: OpenRecord) => boolean;
	/** The tag that ends a record. */
	readonly end?: string;
	/** Tags of the file, that belong to no record. */
	readonly ofFile?: ReadonlySet<string>;
}

/** So much of a line is enough to see its tag. */
const headLength = 40;

/** The records of a text, one after the other; text in no record is reported. */
export function* readRecords(text: string, tagging: Tagging, report: Report): Generator<TaggedRecord> {
	const outside = new Outside(text, report);
	let open: Builder | undefined;
	let isBehindBlank = false;
	for (const { start, end } of linesOf(text)) {
		const head = text.slice(start, Math.min(end, start + headLength));
		if (end - start <= headLength && head.trim() === "") {
			isBehindBlank = true;
			continue;
		}
		const found = tagging.tagOf(head);
		if (found && tagging.ofFile?.has(found.tag) === true) {
			if (open) yield open.done(false);
			open = undefined;
		} else if (found && found.tag === tagging.end) {
			if (open) yield open.done(true, end);
			open = undefined;
		} else if (found) {
			outside.end();
			if (open && tagging.begins(found.tag, { has: tag => open?.has(tag) === true, isBehindBlank })) {
				yield open.done(false);
				open = undefined;
			}
			open ??= new Builder(text, start);
			open.field(found.tag, start + found.from, end);
		} else if (open) open.goOn(end);
		else outside.line(start, end);
		isBehindBlank = false;
	}
	outside.end();
	if (open) yield open.done(false);
}

/** Fields as places in the text: the lines of a value follow one another, so that it is one piece of it. */
class Builder {
	readonly #fields: { tag: string; start: number; end: number }[] = [];
	readonly #tags = new Set<string>();
	#end: number;

	constructor(
		readonly text: string,
		readonly start: number,
	) {
		this.#end = start;
	}

	has(tag: string): boolean {
		return this.#tags.has(tag);
	}

	field(tag: string, start: number, end: number): void {
		this.#tags.add(tag);
		this.#fields.push({ tag, start: Math.min(start, end), end });
		this.#end = end;
	}

	goOn(end: number): void {
		const last = this.#fields.at(-1);
		if (last) last.end = end;
		this.#end = end;
	}

	done(isClosed: boolean, end = this.#end): TaggedRecord {
		const fields = this.#fields.map(field => ({
			tag: field.tag,
			value: this.text.slice(field.start, field.end).trim(),
		}));
		const all = (...tags: readonly string[]): readonly string[] =>
			tags.flatMap(wanted => fields.flatMap(({ tag, value }) => (tag === wanted && value !== "" ? value : [])));
		const first = (...tags: readonly string[]): string => all(...tags)[0] ?? "";
		return { place: { start: this.start, end }, fields, isClosed, all, first };
	}
}

/** Text in no record, reported once for each run of lines. */
class Outside {
	#start = -1;
	#end = -1;

	constructor(
		readonly text: string,
		readonly report: Report,
	) {}

	line(start: number, end: number): void {
		if (this.#start < 0) this.#start = start;
		this.#end = end;
	}

	end(): void {
		if (this.#start < 0) return;
		const [start, end] = [this.#start, this.#end];
		this.report.add("left-out", { start, end }, this.text.slice(start, Math.min(end, start + 401)));
		this.#start = -1;
	}
}

/** Passes records on, and reports that the file was cut when the last one alone has no end. */
export function* closedRecords(records: Iterable<TaggedRecord>, report: Report): Generator<TaggedRecord> {
	let closed = 0;
	let last: TaggedRecord | undefined;
	for (const record of records) {
		if (record.isClosed) closed++;
		last = record;
		yield record;
	}
	if (last?.isClosed === false && closed > 0) report.add("file-cut", last.place, "its last record");
}
