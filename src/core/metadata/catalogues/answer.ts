// Opening answers: what is no answer of a catalogue is refused, what is cut is read up to the damage, and all that
// went wrong is told. Catalogues answer with pages in HTML, texts of one line, errors under a status of success.

import { plain } from "../../digests/draft";
import { readDigest } from "../../digests/read";
import { Report } from "../../digests/report";
import { fieldsOf, isFields, list, objects, text as textOf, type Fields } from "../../digests/json/fields";
import { RecordReader } from "../../digests/json/scan/records";
import { rootOf, type Root } from "../../digests/xml/root";
import { decodeBytes } from "../../text/decodeBytes";
import type { Name, Paper } from "../../paper";
import { oneLine } from "../../text/normalize";
import type { Answer, Candidate, Catalogue, Reading } from "../catalogue";

/** More than any batch of records is. */
export const mostBytes = 32 * 2 ** 20;

/** More records than any request asks for. */
export const mostRecords = 1000;

/** An answer as text, or why it is none. */
export type Opened =
	{ readonly text: string; readonly report: Report; readonly refused?: undefined } | { readonly refused: Reading };

/** Statuses after which the same request may succeed (RFC 9110, 15; RFC 6585, 4). */
export function isBusyStatus(status: number): boolean {
	return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** The text of an answer with a status of success. What a catalogue does not hold is told, and is no error. */
export function openAnswer({ status, body }: Answer, { label }: Pick<Catalogue, "label">): Opened {
	if (body.length > mostBytes) {
		const report = new Report("", label);
		report.add("answer-too-big", whole(0), `${mostBytes / 2 ** 20}`);
		return { refused: reading(report) };
	}
	const decoded = decodeBytes(body);
	const text = "text" in decoded ? decoded.text : "";
	const report = new Report(text, label);
	if (status < 200 || status >= 300) {
		const said = saidIn(text);
		if (status === 404 || status === 410) report.add("not-in-catalogue", whole(text.length), label);
		else report.add("answer-failed", whole(text.length), `${status}`, said);
		return { refused: reading(report, isBusyStatus(status)) };
	}
	if ("notText" in decoded) {
		report.add("answer-unexpected", whole(0), decoded.notText);
		return { refused: reading(report, true) };
	}
	for (const { code, at, args } of decoded.damages) report.add(code, { start: at, end: at }, ...args);
	if (text.trim() === "") {
		report.add("answer-unexpected", whole(0), "nothing at all");
		return { refused: reading(report, true) };
	}
	return { text, report };
}

/** Nothing was read. */
export function reading(report: Report, isBusy = false): Reading {
	return { candidates: [], problems: report.done(), leads: [], isBusy };
}

export function whole(length: number): { readonly start: number; readonly end: number } {
	return { start: 0, end: length };
}

/** Whether a text is a page for people. */
export function isPage(text: string): boolean {
	return /^[\s\ufeff]{0,1000}(?:<!--[^]{0,1000}?-->\s{0,100})?<(?:!doctype\s+html|html|head|body|title|h1|div|p)\b/i.test(
		text.slice(0, 4000),
	);
}

/** What an answer says in words, for a log: the message of an error, the title of a page, a first line. */
export function saidIn(text: string): string {
	const start = text.slice(0, 20_000);
	const title = /<(title|h1)\b[^>]{0,200}>([^<]{1,300})<\/\1>/i.exec(start)?.[2];
	if (title !== undefined) return oneLine(title);
	const error = errorIn(valueOf(start));
	if (error !== undefined) return error;
	const plain = start.replace(/<[^<>]{0,500}>/g, " ");
	return oneLine(plain.trim().split("\n", 1)[0] ?? "").slice(0, 200);
}

export function valueOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The words of an error in any of the forms in which catalogues put it into an object. */
export function errorIn(value: unknown): string | undefined {
	if (!isFields(value)) return undefined;
	const errors = [value["error"], value["errors"], value["ERROR"], value["message"], value["detail"]];
	for (const error of errors) {
		const one: unknown = Array.isArray(error) ? (error as readonly unknown[])[0] : error;
		const fields = fieldsOf(one);
		const parts = isFields(one) ? [fields["message"], fields["title"], fields["detail"]] : [one];
		const said = parts.map(textOf).find(text => text !== "") ?? "";
		if (said !== "") return said;
	}
	return undefined;
}

/** Words by which a catalogue says that it is busy, whatever the status of its answer. */
export function saysBusy(said: string): boolean {
	return /\brate limit|rate exceeded|too many requests|try again|temporar|time[d -]?out|overload|unavailable|backend failed/i.test(
		said,
	);
}

/** How the records of a catalogue stand in its JSON. */
export interface JsonAnswer {
	readonly catalogue: Pick<Catalogue, "label">;
	/** The list of records, or nothing when the value is no answer with records. */
	readonly recordsIn: (value: unknown) => readonly unknown[] | undefined;
	/** Whether an object is a record, wherever it lies in an answer that is cut. */
	readonly isRecord: (fields: Fields) => boolean;
	readonly candidatesOf: (fields: Fields) => readonly Candidate[];
}

/** The candidates of an answer in JSON. A record that is not there (`null`) is passed over. */
export function readJson(answer: Answer, how: JsonAnswer): Reading {
	const opened = openAnswer(answer, how.catalogue);
	return opened.refused ?? readJsonText(opened.text, opened.report, how);
}

export function readJsonText(text: string, report: Report, how: JsonAnswer): Reading {
	if (isPage(text)) {
		report.add("answer-unexpected", whole(text.length), `a page in HTML (“${saidIn(text)}”)`);
		return reading(report, true);
	}
	const value = valueOf(text);
	if (value === undefined) return readCut(text, report, how);
	const records = how.recordsIn(value);
	if (!records) {
		const said = errorIn(value);
		if (said === undefined) report.add("answer-unexpected", whole(text.length), "no list of records");
		else report.add("answer-failed", whole(text.length), answerStatus(value), said);
		return reading(report, said === undefined || saysBusy(said));
	}
	const fields = records.slice(0, mostRecords).filter(isFields);
	return {
		candidates: sound(fields.flatMap(how.candidatesOf), report),
		problems: report.done(),
		leads: [],
		isBusy: false,
	};
}

/** The status that an error names itself, as far as it does. */
function answerStatus(value: unknown): string {
	const fields = fieldsOf(value);
	const [error] = objects(fields["errors"]);
	return textOf(fields["code"]) || textOf(error?.["status"]) || textOf(fields["status"]) || "200";
}

/** The whole records of a text that ends too early or is damaged: a record that is cut is none. */
function readCut(text: string, report: Report, how: JsonAnswer): Reading {
	if (!/^[\s\ufeff]*[[{]/.test(text.slice(0, 2000))) {
		report.add("answer-unexpected", whole(text.length), `no JSON (“${saidIn(text)}”)`);
		return reading(report, true);
	}
	const reader = new RecordReader(text, value => isFields(value) && how.isRecord(value));
	const found: Fields[] = [];
	for (const item of reader.salvage()) {
		if ("value" in item && isFields(item.value)) found.push(item.value);
		if (found.length >= mostRecords) break;
	}
	report.add("file-cut", whole(text.length), "its list of records");
	const candidates = sound(found.flatMap(how.candidatesOf), report);
	return { ...reading(report), candidates };
}

/** The records as far as they are sound: one without a title cannot be told to be the right one, and is reported. */
export function sound(candidates: readonly Candidate[], report: Report): readonly Candidate[] {
	return candidates.flatMap(candidate => {
		const { paper } = candidate;
		if (paper.title === "") report.add("record-untitled", whole(0), paper.id);
		return paper.title === "" ? [] : { ...candidate, paper: withPlainNames(paper) };
	});
}

/** Names are texts, whatever mark-up a catalogue has in them. */
function withPlainNames(paper: Paper): Paper {
	const { authors, editors } = paper;
	return { ...paper, authors: authors.map(plainName), ...(editors && { editors: editors.map(plainName) }) };
}

function plainName(name: Name): Name {
	if ("literal" in name) return { literal: plain(name.literal) };
	const { family, given, ...rest } = name;
	return { family: plain(family), ...(given !== undefined && { given: plain(given) }), ...rest };
}

/** The candidates of an answer in a format that is read as a digest, when it is one of these. */
export function readAsDigest(
	{ body }: Answer,
	{ label, name }: Pick<Catalogue, "label" | "name">,
	formats: readonly string[],
): Reading | undefined {
	const { format, papers, problems } = readDigest(body, label);
	if (!formats.includes(format)) return undefined;
	const candidates = papers.map(paper => ({
		paper: withPlainNames(paper),
		source: name,
		relations: [],
		notices: [],
	}));
	return { candidates: candidates.slice(0, mostRecords), problems, leads: [], isBusy: false };
}

/** The first element of a text that is XML and no page. */
export function xmlRoot(text: string): Root | undefined {
	return isPage(text) ? undefined : rootOf(text);
}

/** The formats in XML in which registrars of DOIs give records, and the names with which they begin. */
const registrars = /^(?:crossref|doi_record|resource)/;

/** A record in a registrar's XML. */
export function readRegistrarXml(
	answer: Answer,
	text: string,
	catalogue: Pick<Catalogue, "label" | "name">,
): Reading | undefined {
	const root = xmlRoot(text);
	const isKnown = root !== undefined && registrars.test(root.name);
	return isKnown ? readAsDigest(answer, catalogue, ["crossref-xml", "datacite-xml"]) : undefined;
}

/** The records of a list at the end of a path, or a single one there. */
export function oneOrList(value: unknown, isRecord: (fields: Fields) => boolean): readonly unknown[] | undefined {
	if (Array.isArray(value)) return list(value);
	return isFields(value) && isRecord(value) ? [value] : undefined;
}
