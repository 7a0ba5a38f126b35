// Digests in Markdown: what marks a title (a heading, a bold line, a list item) is what is marked most often.

import type { TextRange } from "../../paper";
import { linesOf, mostLines, trimRange } from "../../text/lines";
import { isBoilerplate } from "./boilerplate";
import { leftOut, type Entry, type EntryText } from "./entry";

/** A kind of mark, and where its title stands in the line. */
interface Mark {
	readonly style: string;
	readonly title: TextRange;
	/** What follows the title on its line. */
	readonly rest: TextRange;
}

interface Line extends TextRange {
	readonly mark: Mark | undefined;
	readonly isBehindBlank: boolean;
	readonly isIndented: boolean;
}

const listItem = String.raw`(?:[-*+•]|\d{1,4}[.)])[ \t]{1,4}`;
/** `- **Title** …`, `1. [Title](…) …`, with a short thing such as a date before it. */
const boldItem = new RegExp(String.raw`^${listItem}(?:[^*\[]{0,30}?)(\*\*|__)(?=\S)(.{1,400}?)\1`);
const linkItem = new RegExp(String.raw`^${listItem}(\[[^\[\]]{8,400}\]\([^()\s]{1,2000}\))`);
const numberedItem = /^(?:\d{1,4}[.)]|\[\d{1,4}\])[ \t]{1,4}(\S.{8,400})$/;
const boldLine = /^(\*\*|__)(?=\S)(.{1,400}?)\1(?=:?\s|:?$)/;
const heading = /^(#{1,6})[ \t]+(.{1,600}?)(?:[ \t]+#+)?$/;

/** Lines that are looked at for the decision; a digest shows its marks early. */
const inspected = 4000;

/** Whether two titles or more are marked as Markdown marks them, with text below. */
export function looksLikeMarkdown(text: string): boolean {
	return titleStyle(markedLines(text, inspected), text) !== undefined;
}

/** Entries of a Markdown text; headings of sections and what stands before the first title are reported. */
export function markdownEntries(source: EntryText): Entry[] {
	const { text } = source;
	const lines = markedLines(text, mostLines);
	const last = lines.at(-1);
	if (last && lines.length >= mostLines) source.report.add("too-many-lines", last, `${mostLines}`);
	const style = titleStyle(lines, text);
	const entries: { title: TextRange; abstract: TextRange[]; details: TextRange[] }[] = [];
	let current: (typeof entries)[number] | undefined;
	let titleLine: Line | undefined;
	for (const line of lines) {
		const written = text.slice(line.start, Math.min(line.end, line.start + 600));
		if (line.mark?.style === style && line.mark && !isBoilerplate(written, !current)) {
			current = { title: line.mark.title, abstract: [], details: [] };
			titleLine = line;
			entries.push(current);
			addText(current, line.mark.rest, text);
		} else if (!current || isBoilerplate(written, false) || isSection(line, style)) {
			leftOut(line, source);
			if (isSection(line, style)) current = undefined;
		} else if (titleLine && isWrappedTitle(titleLine, line, current)) {
			current.title = { start: current.title.start, end: line.end };
		} else addText(current, line, text, !line.isBehindBlank);
		if (line !== titleLine) titleLine = undefined;
	}
	return entries;
}

/** Every line that is not blank, up to a number, with its mark. */
function markedLines(text: string, most: number): Line[] {
	const lines: Line[] = [];
	let isBehindBlank = true;
	for (const range of linesOf(text)) {
		if (lines.length >= most) break;
		const line = trimRange(text, range);
		if (line.start === line.end) isBehindBlank = true;
		else {
			const isIndented = line.start - range.start >= 2;
			lines.push({ ...line, isBehindBlank, isIndented, mark: isIndented ? undefined : markOf(text, line) });
			isBehindBlank = false;
		}
	}
	return lines;
}

function markOf(text: string, { start, end }: TextRange): Mark | undefined {
	if (!/[#*_+\d[•-]/.test(text.charAt(start))) return undefined;
	const line = text.slice(start, Math.min(end, start + 3000));
	const make = (style: string, title: string, at: number): Mark => ({
		style,
		title: trimRange(text, { start: start + at, end: start + at + title.length }),
		rest: restOf(text, { start: start + at + title.length, end }),
	});
	const asHeading = heading.exec(line);
	if (asHeading && line.length === end - start) {
		const [, hashes = "", title = ""] = asHeading;
		return make(`h${hashes.length}`, title, line.indexOf(title, hashes.length));
	}
	for (const [style, pattern] of [
		["boldItem", boldItem],
		["bold", boldLine],
	] as const) {
		const [whole, , title] = pattern.exec(line) ?? [];
		if (whole !== undefined && title !== undefined) return make(style, title, whole.length - title.length - 2);
	}
	const [whole, link] = linkItem.exec(line) ?? [];
	if (whole !== undefined && link !== undefined) return make("linkItem", link, whole.length - link.length);
	const title = numberedItem.exec(line)?.[1];
	return title === undefined ? undefined : make("numbered", title, line.length - title.length);
}

/** What follows a title on its line, without the mark's end and a colon or a dash. */
function restOf(text: string, range: TextRange): TextRange {
	const lead = /^(?:\*\*|__)?[\s:.,–—-]*/.exec(text.slice(range.start, Math.min(range.end, range.start + 20)));
	return trimRange(text, { start: range.start + (lead?.[0].length ?? 0), end: range.end });
}

/** Below this width a marked text is a label (`**Methods**`, `### 主要工作`), no title. A Chinese character counts more. */
const narrowestTitle = 16;

/** Marked lines are titles when they are this part of all lines, headings less; else they are marks within a text. */
const leastShare = { heading: 0.02, other: 0.06 };

/** The style that marks the most different titles with something below or behind them; headings go before the rest. */
function titleStyle(lines: readonly Line[], text: string): string | undefined {
	const titles = new Map<string, Set<string>>();
	for (const [i, { mark }] of lines.entries()) {
		if (!mark) continue;
		const next = lines[i + 1];
		const hasText =
			mark.rest.end > mark.rest.start || (next && next.mark?.style !== mark.style && !isHeading(next));
		const title = text.slice(mark.title.start, mark.title.end);
		if (!hasText || width(title) < narrowestTitle || (mark.style === "numbered" && /[.。]$/.test(title))) continue;
		const known = titles.get(mark.style) ?? new Set();
		titles.set(mark.style, known.add(title.toLowerCase()));
	}
	const ranked = [...titles]
		.map(([style, found]) => ({ style, count: found.size, weight: found.size * (style.startsWith("h") ? 2 : 1) }))
		.sort((a, b) => b.weight - a.weight);
	const best = ranked[0];
	if (!best || (best.count === 1 && (!best.style.startsWith("h") || lines.length > 6))) return undefined;
	const share = best.style.startsWith("h") ? leastShare.heading : leastShare.other;
	return best.count >= lines.length * share ? best.style : undefined;
}

function width(title: string): number {
	return title.length + 1.5 * (title.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

function isHeading(line: Line): boolean {
	return line.mark?.style.startsWith("h") ?? false;
}

/** A heading above the titles' level parts the digest; where titles are no headings, every heading does. */
function isSection(line: Line, style: string | undefined): boolean {
	if (!isHeading(line) || !line.mark) return false;
	return !style?.startsWith("h") || line.mark.style < style;
}

/** A heading that was wrapped goes on in the next line, indented (CommonMark would make it a paragraph). */
function isWrappedTitle(titleLine: Line, line: Line, entry: { readonly abstract: readonly TextRange[] }): boolean {
	return (
		line.isIndented &&
		!line.isBehindBlank &&
		isHeading(titleLine) &&
		entry.abstract.length === 0 &&
		line.end - line.start < 150
	);
}

/** Links and identifiers alone are details; anything else is the abstract, wrapped lines being one paragraph. */
function addText(
	entry: { abstract: TextRange[]; details: TextRange[] },
	line: TextRange,
	text: string,
	goesOn = false,
): void {
	if (line.start >= line.end) return;
	const range = unquoted(text, line);
	const last = entry.abstract.at(-1);
	const written = text.slice(range.start, Math.min(range.end, range.start + 1000));
	const isWithin = goesOn && last && !/^(?:!?\[|https?:|[\w ]{1,20}:)/.test(written);
	if (!isWithin && isDetail(written)) entry.details.push(range);
	else if (goesOn && last) entry.abstract[entry.abstract.length - 1] = { start: last.start, end: range.end };
	else entry.abstract.push(range);
}

/** Without the mark of a quotation or of a list item. */
function unquoted(text: string, range: TextRange): TextRange {
	const lead = /^(?:>[ \t]?|[-*+•][ \t]+|#{1,6}[ \t]+)+/.exec(
		text.slice(range.start, Math.min(range.end, range.start + 40)),
	);
	return { start: range.start + (lead?.[0].length ?? 0), end: range.end };
}

/** A line of links, identifiers, counts: nothing is left that reads as a sentence when the links are gone. */
function isDetail(line: string): boolean {
	if (/^\d+ authors?$/i.test(line)) return true;
	if (!/https?:|arxiv|doi|\]\(/i.test(line)) return false;
	const bare = line
		.replace(/\[[^[\]]{0,300}\]\([^()\s]{0,2000}\)/g, " ")
		.replace(/https?:\S+/g, " ")
		.replace(/\b(?:arxiv|doi)\b\S*/gi, " ");
	return bare.split(/[\s|,;:*·•()[\]<>]+/).filter(word => /\p{L}{2}/u.test(word)).length < 8;
}
