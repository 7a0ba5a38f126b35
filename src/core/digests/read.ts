// Bytes to papers: the door of all readers. What a file is is told by its content; its name is only shown.

import type { Paper, Problem } from "../paper";
import { decodeBytes } from "../text/decodeBytes";
import { looksLikeCslJson, readCslJson } from "./cslJson";
import { toPapers } from "./entry";
import { looksLikeMarkdown, markdownEntries } from "./markdownDigest";
import { plainEntries } from "./plainText";
import { Report } from "./report";

/** What was read of a digest. `format` is `csl-json`, `markdown`, `plain-text`, or `unreadable` for what is no text. */
export interface DigestReading {
	readonly format: string;
	readonly papers: Paper[];
	readonly problems: Problem[];
}

/** One format: how it is told, and how it is read. Neither throws. */
interface Format {
	readonly name: string;
	readonly looksLike: (text: string) => boolean;
	readonly read: (text: string, report: Report) => Paper[];
}

/** In the order in which they are tried; any text is a plain text. */
const formats: readonly Format[] = [
	{ name: "csl-json", looksLike: looksLikeCslJson, read: readCslJson },
	{
		name: "markdown",
		looksLike: looksLikeMarkdown,
		read: (text, report) => {
			const source = { text, report, isMarkdown: true };
			return toPapers(markdownEntries(source), source);
		},
	},
	{
		name: "plain-text",
		looksLike: () => true,
		read: (text, report) => {
			const source = { text, report, isMarkdown: false };
			return toPapers(plainEntries(source), source);
		},
	},
];

/**
 * The papers of a digest, in its order, and what was lost, left out or damaged in it. Total: any bytes give an answer.
 * Ranges of problems are offsets in the decoded text, without a byte order mark, as an editor shows it.
 */
export function readDigest(content: Uint8Array, name: string): DigestReading {
	const decoded = decodeBytes(content);
	if ("notText" in decoded) {
		const report = new Report("", name);
		report.add("not-text", { start: 0, end: 0 }, decoded.notText);
		return { format: "unreadable", papers: [], problems: report.done() };
	}
	const { text } = decoded;
	const report = new Report(text, name);
	if (decoded.encoding === "windows-1252") {
		const at = Math.min(decoded.firstBadByte, text.length - 1);
		report.add("read-as-latin1", { start: at, end: at + 1 }, `${decoded.firstBadByte}`);
	}
	const format = formats.find(({ looksLike }) => looksLike(text));
	const papers = text.trim() === "" ? [] : (format?.read(text, report) ?? []);
	if (text.trim() === "") report.add("empty-file", { start: 0, end: 0 });
	else if (papers.length === 0) report.add("no-papers", { start: 0, end: 0 });
	return { format: format?.name ?? "plain-text", papers, problems: report.done() };
}
