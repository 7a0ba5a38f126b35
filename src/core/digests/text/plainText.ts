// Digests in plain text: a title line, then an abstract line. What is what is told by the look of a line, so that a
// missing or a spare line costs one paper and no more.

import type { TextRange } from "../../paper";
import { linesOf, mostLines, trimRange } from "../../text/lines";
import { gluedButton, isBoilerplate } from "./boilerplate";
import { isByline, isDetail } from "./detail";
import { leftOut, type Entry, type EntryText } from "./entry";
import { labelOf } from "../fields/details";
import { asMarkedList } from "./markedList";
import { isNoDigest, withoutMarks } from "./otherTexts";

/** A line, or the lines of one hard-wrapped paragraph. */
export interface Unit extends TextRange {
	readonly kind: "title" | "abstract" | "detail";
	/** Whether a blank line, or the beginning, is before it. */
	readonly startsBlock: boolean;
}

/**
 * How long a line is that may be a title. Of the 55 papers of the sample the longest title has 137 characters and the
 * shortest abstract 777; of 2,000 arXiv papers 99.9 % of the titles have fewer than 220.
 */
const longestTitle = 300;

/** A line that ends like a sentence is an abstract from this length on: what a machine sums up in one sentence. */
const shortestAbstract = 120;

/** Where the text of a line is judged: its beginning says enough, and a line may have 20 MB. */
const judged = 2000;

/** Entries of a plain text; lines of the mail and abstracts without a title are reported. */
export function plainEntries(source: EntryText): Entry[] {
	const units = classify(joinWrapped(trimBoilerplate(source), source.text), source.text);
	const listed = asMarkedList(units, source.text);
	if (isNoDigest(listed.units, source.text)) return [];
	for (const range of listed.leftOut) leftOut(range, source);
	return pair(withoutMarks(listed.units, source.text), source);
}

interface Line extends TextRange {
	readonly startsBlock: boolean;
}

/** The lines that hold something, without those of the mail and without a button glued to the first title. */
function trimBoilerplate(source: EntryText): Line[] {
	const { text } = source;
	const lines: Line[] = [];
	let startsBlock = true;
	let isAfterBoilerplate = false;
	for (const range of linesOf(text)) {
		const line = trimRange(text, range);
		const { start, end } = line;
		// A number alone stands above what it counts.
		if (start === end || (end - start < 8 && /^\W*\d{1,4}\W*$/.test(text.slice(start, end)))) {
			startsBlock = true;
			continue;
		}
		if (lines.length >= mostLines) {
			source.report.add("too-many-lines", line, `${mostLines}`);
			break;
		}
		const head = text.slice(start, Math.min(end, start + judged));
		if (isBoilerplate(head, lines.length === 0) || /^#{1,6}\s/.test(head)) {
			leftOut(line, source);
			isAfterBoilerplate = true;
			continue;
		}
		const glued = isAfterBoilerplate ? (gluedButton(head)?.length ?? 0) : 0;
		if (glued > 0) leftOut({ start, end: start + glued }, source);
		lines.push({ start: start + glued, end, startsBlock });
		startsBlock = false;
		isAfterBoilerplate = false;
	}
	return lines;
}

/** Lines that a mail program wrapped at 60 to 100 characters become one paragraph; a title's line stays alone. */
function joinWrapped(lines: readonly Line[], text: string): Line[] {
	const joined: Line[] = [];
	let isParagraph = false;
	let before: Line | undefined;
	for (const line of lines) {
		const last = joined.at(-1);
		if (last && before && !line.startsBlock && continues(before, line, text, isParagraph)) {
			joined[joined.length - 1] = { ...last, end: line.end };
			isParagraph = true;
		} else {
			joined.push(line);
			isParagraph = false;
		}
		before = line;
	}
	return joined;
}

/** Whether a line goes on where the one before was wrapped: that one is full and ends in mid-sentence. */
function continues(last: TextRange, line: TextRange, text: string, isParagraph: boolean): boolean {
	const width = last.end - last.start;
	if (width < 55 || width > 105 || line.end - line.start > 105) return false;
	if (/^(?:https?:|www\.|doi:|arxiv[: ])/i.test(text.slice(line.start, line.start + 8))) return false;
	const isOpen = !/[.!?:。]["')\]”’]*$/.test(text.slice(Math.max(last.start, last.end - 10), last.end));
	const beginsLow = /^["'([“]?[\p{Ll}\p{N}]/u.test(text.slice(line.start, line.start + 4));
	if (isShouted(text, last) && isShouted(text, line)) return isOpen;
	return isParagraph ? isOpen || beginsLow || width >= 60 : isOpen && beginsLow;
}

/** Whether a whole line is in capitals, where the next letter's case says nothing. */
function isShouted(text: string, { start, end }: TextRange): boolean {
	const line = text.slice(start, end);
	return /\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(line);
}

function classify(lines: readonly Line[], text: string): Unit[] {
	const units: Unit[] = [];
	for (const [i, line] of lines.entries()) {
		const before = units.at(-1);
		const address = line.startsBlock ? addressBehindTitle(line, text) : undefined;
		if (address) {
			units.push({ ...line, end: address.end, kind: "title" });
			units.push({ start: address.start, end: line.end, startsBlock: false, kind: "detail" });
			continue;
		}
		const head = text.slice(line.start, Math.min(line.end, line.start + judged));
		const tail = text.slice(Math.max(line.start, line.end - 20), line.end);
		const isBehindTitle = before?.kind === "title" || (before?.kind === "detail" && units.at(-2)?.kind === "title");
		const kind: Unit["kind"] =
			line.end - line.start < judged && isFact(head, isBehindTitle, lines[i + 1], text)
				? "detail"
				: looksLikeAbstract(head, tail, isBehindTitle)
					? "abstract"
					: "title";
		units.push({ ...line, kind });
	}
	return units;
}

/** Where the title ends and the address begins in `Title - https://…`, `Title: https://…`, `Title. <https://…>`. */
function addressBehindTitle({ start, end }: TextRange, text: string): TextRange | undefined {
	const line = text.slice(start, Math.min(end, start + judged));
	const found = /^((?:\S+ ){2,40}?\S*?)[\s:.|–—-]*[\s(<]+(<?https?:\/\/\S{4,1000}|\(https?:\/\/\S{4,1000}\))$/.exec(
		line,
	);
	if (!found || line.length < end - start || labelOf(line)) return undefined;
	// A link of Markdown, or an address within an aside, is not behind a title.
	if (/\]$|\([^()]*$/.test(found[1] ?? "")) return undefined;
	return { end: start + (found[1] ?? "").length, start: start + line.length - (found[2] ?? "").length };
}

/** A line of links or with a label; names right below a title, where something else than a title follows them. */
function isFact(head: string, isBehindTitle: boolean, next: Line | undefined, text: string): boolean {
	if (isDetail(head, false)) return true;
	if (!isBehindTitle || !isByline(head)) return false;
	if (!next || next.startsBlock) return true;
	const below = text.slice(next.start, Math.min(next.end, next.start + judged));
	return isDetail(below, false) || looksLikeAbstract(below, below.slice(-20), true);
}

/**
 * Whether a line is an abstract rather than a title, by its beginning and its end: it is long, or ends like a sentence
 * after several of them or after many words. Right behind a title a short sentence is an abstract too.
 */
function looksLikeAbstract(head: string, tail: string, isBehindTitle: boolean): boolean {
	const wide = head.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
	const length = head.length + 1.5 * wide;
	if (length > longestTitle) return true;
	const isClosed = /(?:[.!?。！？…]|\.\.\.)["')\]”’]*$/.test(tail) && !/\b(?:et al|vs|etc)\.$/.test(tail);
	if (!isClosed) return false;
	const sentences = head.match(/[\p{Ll}\p{N})\]%][.!?]["')\]]* (?=["'(]?\p{Lu})|[。！？]/gu)?.length ?? 0;
	if (length >= shortestAbstract && !/\?$/.test(tail)) return true;
	if (sentences >= 2) return true;
	return isBehindTitle && /[.。…]["')\]”’]*$/.test(tail) && (head.split(" ").length >= 6 || wide > 10);
}

const structuredPart =
	/^(?:background|introduction|objectives?|aims?|purpose|motivation|methods?|materials and methods|results?|findings|conclusions?|discussion|interpretation|significance|availability|limitations?|design|setting)\b[\w ]{0,20}[:.]/i;

interface Building {
	title: TextRange;
	abstract: TextRange[];
	details: TextRange[];
}

/** Titles with the abstracts behind them. An abstract behind an abstract has lost its title, unless it goes on. */
function pair(units: readonly Unit[], source: EntryText): Entry[] {
	const entries: Building[] = [];
	const areBlocks = units.filter(({ kind, startsBlock }) => kind === "title" && startsBlock).length > 1;
	let current: Building | undefined;
	let ahead: TextRange[] = [];
	for (const [i, unit] of units.entries()) {
		const range = { start: unit.start, end: unit.end };
		if (unit.kind === "title") {
			current = { title: range, abstract: [], details: ahead };
			ahead = [];
			entries.push(current);
		} else if (unit.kind === "detail") {
			// An identifier may stand above its title, at the head of a block.
			if (unit.startsBlock && units[i + 1]?.kind === "title" && units[i + 1]?.startsBlock === false)
				ahead.push(range);
			else if (current) current.details.push(range);
			else leftOut(range, source);
		} else if (current && goesOn(current, unit, areBlocks, source.text)) current.abstract.push(range);
		else {
			source.report.add(
				"title-missing",
				range,
				source.text.slice(unit.start, Math.min(unit.end, unit.start + 401)),
			);
			current = undefined;
		}
	}
	reportCutEnd(units.at(-1), source);
	return entries;
}

function goesOn(current: Building, unit: Unit, areBlocks: boolean, text: string): boolean {
	return (
		current.abstract.length === 0 ||
		(areBlocks && !unit.startsBlock) ||
		structuredPart.test(text.slice(unit.start, unit.start + 60))
	);
}

/** A last abstract that ends without a full stop, and not in an address, was cut off with the file. */
function reportCutEnd(last: Unit | undefined, { text, report }: EntryText): void {
	if (last?.kind !== "abstract") return;
	const tail = text.slice(Math.max(last.start, last.end - 60), last.end);
	if (/[\p{L}\p{N},;-]$/u.test(tail) && !/[./]\S*[/.]\S*$/.test(tail)) report.add("cut-paper", last, `…${tail}`);
}
