// Digests in Markdown: what marks a title (a heading, a bold line, a list item) is what has papers behind it most often.

import type { TextRange } from "../../../paper";
import { mostLines } from "../../../text/lines";
import { labelOf } from "../../fields/details";
import type { Field } from "../../fields/fieldNames";
import { isBoilerplate } from "../boilerplate";
import { isDetail } from "../detail";
import { leftOut, type Entry, type EntryText } from "../entry";
import { hasPaperLink, isLabel, markedLines, type Line } from "./marks";
import { titleStyle } from "./style";

/** Lines that are looked at for the decision; a digest shows its marks early. */
const inspected = 4000;

/** Characters of them. */
const inspectedCharacters = 2_000_000;

/** Whether titles are marked as Markdown marks them, with papers or text below. */
export function looksLikeMarkdown(text: string): boolean {
	const head = text.slice(0, inspectedCharacters);
	return titleStyle(markedLines(head, inspected), head) !== undefined;
}

interface Building {
	title: TextRange;
	abstract: TextRange[];
	details: TextRange[];
}

/** Entries of a Markdown text; headings of sections and what stands before the first title are reported. */
export function markdownEntries(source: EntryText): Entry[] {
	const { text } = source;
	const lines = markedLines(text, mostLines);
	const last = lines.at(-1);
	if (last && lines.length >= mostLines) source.report.add("too-many-lines", last, `${mostLines}`);
	const style = titleStyle(lines.slice(0, inspected), text);
	const entries: Building[] = [];
	let current: Building | undefined;
	let titleLine: Line | undefined;
	let skipped = 0;
	for (const [i, line] of lines.entries()) {
		const written = text.slice(line.start, Math.min(line.end, line.start + 600));
		const isName = line.mark !== undefined && isLabel(text.slice(line.mark.title.start, line.mark.title.end));
		const field = isName && current ? namedField(line, text) : undefined;
		if (skipped > 0) skipped--;
		else if (line.isSilent) {
			if (!current) leftOut(line, source);
		} else if (isTitle(line, style, written) && line.mark && !isName && !isBoilerplate(written, !current)) {
			current = { title: line.mark.title, abstract: [], details: [] };
			titleLine = line;
			entries.push(current);
			addLead(current, line.mark.lead);
			addText(current, line.mark.rest, text);
		} else if (!current || isBoilerplate(written, false) || isSection(line, style, isName && field === undefined)) {
			leftOut(line, source);
			if (isSection(line, style, isName && field === undefined)) current = undefined;
		} else if (field !== undefined) skipped = takeField(current, lines, i, field);
		else if (titleLine && isWrappedTitle(titleLine, line, current)) {
			current.title = { start: current.title.start, end: line.end };
		} else addText(current, line, text, !line.isBehindBlank);
		if (line !== titleLine) titleLine = undefined;
	}
	return entries;
}

function addLead(entry: Building, lead: TextRange): void {
	if (lead.end - lead.start > 3) entry.details.push(lead);
}

/** The field that a marked line names when it holds nothing else: its value follows. */
function namedField(line: Line, text: string): Field | undefined {
	const { mark } = line;
	if (!mark || mark.rest.end - mark.rest.start > 1) return undefined;
	return labelOf(`${text.slice(mark.title.start, mark.title.end).replace(/[:：*_]+$/, "")}\nx`)?.field;
}

/** Takes the lines below the name of a field as its value; how many they are. Below that of an abstract it follows. */
function takeField(entry: Building, lines: readonly Line[], at: number, field: Field): number {
	const [line, first] = [lines[at], lines[at + 1]];
	if (
		!line ||
		field === "abstract" ||
		!first ||
		first.mark?.style.startsWith("h") === true ||
		first.end - first.start > 2000
	)
		return 0;
	let count = 1;
	// Names and keywords may be a list of their own.
	while (isItem(first) && count < 30 && isItem(lines[at + count + 1])) count++;
	entry.details.push({ start: line.mark?.title.start ?? line.start, end: lines[at + count]?.end ?? first.end });
	return count;
}

function isItem(line: Line | undefined): boolean {
	return line?.isItem === true && !(line.mark?.style.startsWith("h") ?? false);
}

/** Kinds of items that stand side by side in one list. */
const items = /^(?:boldItem|linkItem|plainItem)$/;

/** Whether a line has the title of a paper: in the style of the digest, or as another item that leads to a paper. */
function isTitle({ mark }: Line, style: string | undefined, written: string): boolean {
	if (!mark || style === undefined) return false;
	return mark.style === style || (items.test(style) && items.test(mark.style) && hasPaperLink(written));
}

/** A heading that is no title begins another section, unless it is below the titles or a field of a paper. */
function isSection(line: Line, style: string | undefined, isName: boolean): boolean {
	if (line.mark?.style.startsWith("h") !== true) return false;
	if (style?.startsWith("h") !== true || line.mark.style < style) return true;
	return line.mark.style === style && isName;
}

/** A title wrapped by a converter goes on indented, right below, with nothing behind it yet. */
function isWrappedTitle(title: Line, line: Line, entry: Entry): boolean {
	const isHeading = title.mark?.style.startsWith("h") ?? false;
	return (
		isHeading &&
		line.isIndented &&
		!line.isBehindBlank &&
		entry.abstract.length === 0 &&
		line.end - line.start < 150
	);
}

/** Adds a line: to the last paragraph when it goes on, to the details when it holds no sentence but links. */
function addText(entry: Building, line: TextRange, text: string, goesOn = false): void {
	const range = unquoted(text, line);
	if (range.start >= range.end) return;
	const last = entry.abstract.at(-1);
	const isItem = /^[-*+•●]\s/.test(text.slice(line.start, line.start + 2));
	const written = text.slice(range.start, Math.min(range.end, range.start + 3000));
	if (
		/^(?:<\/?[a-z][^<>]{0,300}>\s*)*(?:<summary[^<>]{0,100}>[^<>]{0,60}<\/summary>)?(?:\s*<\/?[a-z][^<>]{0,300}>)*$/i.test(
			written,
		)
	)
		return;
	const label = labelOf(written);
	if (label?.field === "abstract") {
		const from = range.end - label.value.length;
		const value = { start: Math.max(range.start, from), end: range.end };
		if (label.value.trim() !== "") entry.abstract.push(written.length < range.end - range.start ? range : value);
		return;
	}
	const isWithin =
		goesOn && !isItem && last && last.end > entry.title.end && !/^(?:!?\[|https?:)/.test(written) && !label;
	if (!isWithin && isDetail(written, entry.abstract.length === 0)) entry.details.push(range);
	else if (isWithin) entry.abstract[entry.abstract.length - 1] = { start: last.start, end: range.end };
	else entry.abstract.push(range);
}

/** Without the mark of a quotation or of a list item. */
function unquoted(text: string, range: TextRange): TextRange {
	const lead = /^(?:>[ \t]?|[-*+•●][ \t]+|#{1,6}[ \t]+|\[![a-z]{1,20}\][+-]?[ \t]*)+/i.exec(
		text.slice(range.start, Math.min(range.end, range.start + 40)),
	);
	return { start: range.start + (lead?.[0].length ?? 0), end: range.end };
}
