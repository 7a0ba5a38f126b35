// Bytes to papers: the door of all readers. What a file is is told by its content; its name is only shown.

import type { Paper, Problem, TextRange } from "../paper";
import { decodeBytes } from "../text/decodeBytes";
import type { Format, InnerReading, Input } from "./format";
import { htmlFormats } from "./html/formats";
import { jsonFormats } from "./json/formats";
import { mailFormats } from "./mail/formats";
import { HeldReport, Report } from "./report";
import { tableFormats } from "./tables/formats";
import { taggedFormats } from "./tagged/formats";
import { textFormats } from "./text/formats";
import { xmlFormats } from "./xml/formats";

/** What was read of a digest. `format` is the name of a `Format`, or `unreadable` for what is no text. */
export interface DigestReading {
	readonly format: string;
	readonly papers: Paper[];
	readonly problems: Problem[];
}

/** In the order in which they are tried: those that a look at the first line tells before those that need many. */
const formats: readonly Format[] = [
	...mailFormats,
	...htmlFormats,
	...xmlFormats,
	...jsonFormats,
	...taggedFormats,
	...tableFormats,
	...textFormats,
];

/** How many digests may lie within one another: a mail in a mailbox, a page in a mail, a listing in a page. */
const deepest = 4;

/** More than any digest has; a text of some hundred million letters is more than a JavaScript engine takes. */
const mostBytes = 128 * 2 ** 20;

function inMegabytes(bytes: number): string {
	return `${Math.round(bytes / 2 ** 20)}`;
}

/**
 * The papers of a digest, in its order, and what was lost, left out or damaged in it. Total: any bytes give an answer.
 * Ranges of problems are offsets in the decoded text, without a byte order mark, as an editor shows it.
 */
export function readDigest(content: Uint8Array, name: string): DigestReading {
	const readable = content.subarray(0, mostBytes);
	const decoded = decodeBytes(readable);
	const text = "text" in decoded ? decoded.text : "";
	const report = new Report(text, name);
	if (readable.length < content.length) {
		const end = { start: text.length, end: text.length };
		report.add("too-big", end, inMegabytes(mostBytes), inMegabytes(content.length));
	}
	if ("notText" in decoded) {
		report.add("not-text", { start: 0, end: 0 }, decoded.notText);
		return { format: "unreadable", papers: [], problems: report.done() };
	}
	for (const { code, at, args } of decoded.damages) {
		report.add(code, { start: at, end: Math.min(at + 1, text.length) }, ...args);
	}
	const { format, papers } = readText({ text, bytes: readable, name, report }, 1);
	if (text.trim() === "") report.add("empty-file", { start: 0, end: 0 });
	else if (papers.length === 0 && !report.hasError) report.add("no-papers", { start: 0, end: 0 });
	// Where nothing is a paper, it says nothing that a line belongs to none.
	const problems = report.done();
	return {
		format,
		papers,
		problems: papers.length > 0 ? problems : problems.filter(({ code }) => code !== "left-out"),
	};
}

type Outer = Omit<Input, "readInner" | "tryInner">;

/** Reads a text as the first format that it looks like. */
function readText(input: Outer, depth: number): { format: string; papers: Paper[] } {
	if (input.text.trim() === "") return { format: "plain-text", papers: [] };
	const format = formats.find(({ looksLike }) => looksLike(input.text, input));
	const tryInner = (content: string | Uint8Array, place: TextRange): InnerReading => {
		const report = new HeldReport(input.report);
		const { format, papers } = readWithin({ ...input, report }, content, place, depth + 1);
		const keep = () => {
			report.release();
			return papers;
		};
		return { format, papers, keep };
	};
	const readInner = (content: string | Uint8Array, place: TextRange) => tryInner(content, place).keep();
	return { format: format?.name ?? "plain-text", papers: format?.read({ ...input, readInner, tryInner }) ?? [] };
}

function readWithin(
	{ name, report }: Outer,
	content: string | Uint8Array,
	place: TextRange,
	depth: number,
): { format: string; papers: Paper[] } {
	if (depth > deepest) {
		report.add("too-deep", place);
		return { format: "unreadable", papers: [] };
	}
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	const decoded = typeof content === "string" ? { text: content } : decodeBytes(content);
	if ("notText" in decoded) {
		report.add("part-skipped", place, decoded.notText);
		return { format: "unreadable", papers: [] };
	}
	if ("damages" in decoded) for (const { code, args } of decoded.damages) report.add(code, place, ...args);
	return readText({ text: decoded.text, bytes, name, report: report.within(place) }, depth);
}
