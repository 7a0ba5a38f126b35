// The text of alerts by HighWire and others, for bioRxiv, medRxiv and many journals: for each paper its title, its
// authors, and a line with a DOI, mostly parted by blank lines, and repeated under each subject that it belongs to.

import type { Paper, TextRange } from "../../paper";
import { oneLine } from "../../text/normalize";
import { readDate } from "../dates";
import { toPapers, type Draft } from "../draft";
import type { Input } from "../format";
import { readNames } from "../names";

/** `bioRxiv posted 22 January 2026 doi:10.64898/2026.01.20.700468`, `J. Neurosci. 2024;44 e0123242024 doi:10.1523/…` */
const citation = /^.{0,280}?(?:\[?doi\]?[:\s]\s*|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/\S{1,200})$/i;

/** At least two such lines within the beginning, one of them of the kind that says when a paper was posted. */
export function looksLikeAlert(text: string): boolean {
	const head = text.slice(0, 30_000);
	if (/^\s*[<{[@%\\]/.test(head) || !/\bposted\s+\d{1,2} \p{L}+ \d{4}[\s,;]*doi:/iu.test(head)) return false;
	return /\[Abstract\]|\[PDF\]|\balerts?\b/i.test(head);
}

interface Line extends TextRange {
	readonly text: string;
}

export function readAlert({ text, report }: Input): Paper[] {
	const seen = new Set<string>();
	const drafts: Draft[] = [];
	let block: Line[] = [];
	for (const line of linesOf(text)) {
		const end = citation.exec(oneLine(line.text.slice(0, 500)));
		if (!end) {
			if (isRule(line.text)) block = [];
			else if (line.text.trim() !== "" && !isButton.test(line.text)) block.push(line);
			else if (line.text.trim() === "") block.push(line);
			continue;
		}
		const doi = end[1] ?? "";
		// A paper under two subjects is one paper, and no loss.
		if (!seen.has(doi.toLowerCase())) drafts.push(draftOf(block, line, doi));
		seen.add(doi.toLowerCase());
		block = [];
	}
	return toPapers(drafts, report);
}

const isButton = /^\s*(?:\[[\w ]{2,30}\]\s*)+$/;

function isRule(line: string): boolean {
	return /^\s*[-=_*]{3,}\s*$/.test(line.slice(0, 300));
}

/** The title and the authors are the last two paragraphs before the line of the citation. */
function draftOf(block: readonly Line[], end: Line, doi: string): Draft {
	const paragraphs = paragraphsOf(block).slice(-2);
	const isOne = paragraphs.length === 1 || paragraphs.length === 0;
	const lines = isOne ? (paragraphs[0] ?? []) : undefined;
	const title = lines ? lines.slice(0, Math.max(1, lines.length - 1)) : (paragraphs[0] ?? []);
	const written = lines ? lines.slice(Math.max(1, lines.length - 1)) : (paragraphs[1] ?? []);
	const authors = readNames(join(written));
	const cited = oneLine(end.text);
	const before = cited.slice(0, cited.search(/\[?doi\]?[:\s]|https?:/i));
	const venue = /^\s*(.{2,150}?)\s+(?:posted\b|(?:19|20)\d{2}\b|\d{1,2} [A-Z][a-z]+ (?:19|20)\d{2}\b|\d)/.exec(
		before,
	)?.[1];
	const place = { start: (title[0] ?? end).start, end: end.end };
	const isPreprint = /^(?:bio|med|chem)rxiv$/i.test(venue ?? "");
	return {
		place,
		title: join(title).replace(/\s+\.$/, ""),
		authors: authors.names,
		authorsIncomplete: authors.isIncomplete,
		issued: readDate(before),
		type: isPreprint ? "article" : "article-journal",
		venue,
		doi,
		url: `https://doi.org/${doi}`,
		writtenIn: "markup",
		needsNoAbstract: true,
	};
}

function paragraphsOf(block: readonly Line[]): Line[][] {
	const paragraphs: Line[][] = [];
	let isOpen = false;
	for (const line of block) {
		if (line.text.trim() === "") isOpen = false;
		else if (isOpen) paragraphs.at(-1)?.push(line);
		else {
			paragraphs.push([line]);
			isOpen = true;
		}
	}
	return paragraphs;
}

function join(lines: readonly Line[]): string {
	return lines.map(({ text }) => text.trim()).join(" ");
}

function* linesOf(text: string): Generator<Line> {
	for (const match of text.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
		const isEnd = /^[\r\n]/.test(match[0]);
		if (!isEnd) yield { text: match[0], start: match.index, end: match.index + match[0].length };
		else if (/[\r\n]/.test(text.charAt(match.index - 1)) || match.index === 0) {
			yield { text: "", start: match.index, end: match.index };
		}
	}
}
