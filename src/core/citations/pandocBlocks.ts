// The blocks of Markdown in which nothing is a citation: the YAML header, fenced code and indented code.
// Sources: Pandoc User's Guide, "Verbatim (code) blocks" and "Metadata blocks"; CommonMark 0.31, sections 4.4 and 4.5.

import type { Zone } from "./citation";
import { linesOf, type Line } from "./markup/lines";

/** The blocks; `isText` says of the words behind a fence whether what it holds is text all the same. */
export function blockZones(text: string, isText: (info: string) => boolean = () => false): Zone[] {
	const lines = linesOf(text);
	const zones: Zone[] = [];
	const { length } = yamlHeader(text);
	let index = length > 0 ? lines.findIndex(line => line.start === length) + 1 : 0;
	if (index > 0) zones.push(block(lines[0], lines[index - 1], "header"));
	/** Fences around text that are open. */
	const open: RegExp[] = [];
	let afterBlank = true;
	let inList = false;
	while (index < lines.length) {
		const line = lines[index];
		if (!line) break;
		const [, fence, info = ""] =
			/^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line.text) ?? [];
		if (fence !== undefined) {
			const isEnd = open.at(-1)?.test(line.text) ?? false;
			if (isEnd) open.pop();
			else if (isText(info.trim())) open.push(closingOf(fence));
			const last = isEnd || isText(info.trim()) ? index : fenceEnd(lines, index, fence);
			zones.push(block(line, lines[last]));
			index = last + 1;
			afterBlank = false;
			continue;
		}
		const { isBlank } = line;
		if (open.length > 0 && /^[ \t>]*:[\w-]+:(?:\s|$)/.test(line.text)) zones.push(block(line, line, "argument"));
		if (!isBlank && /^\s*(?:[-+*]|\(?\w{1,4}[.)]|:|\[\^[^\]]+\]:)(?:\s|$)/.test(line.text)) inList = true;
		else if (!isBlank && afterBlank && /^\S/.test(line.text)) inList = false;
		if (!isBlank && afterBlank && !inList && /^(?: {4}| {0,3}\t)/.test(line.text)) {
			zones.push(block(line, line));
		} else afterBlank = isBlank;
		if (!isBlank && isMark(line.text)) zones.push(block(line, line, "argument"));
		index++;
	}
	return zones;
}

/** A line that does nothing but begin or end something: `:::`, the line under a heading or a table's head, a rule. */
function isMark(line: string): boolean {
	return /^ {0,3}:{3,}|^ {0,3}(?:=+|[-*_](?:[ \t]*[-*_]){2,}|--)[ \t]*$|^[ \t]*[|:+-][-|:+= \t]*--[-|:+= \t]*$/.test(
		line,
	);
}

/**
 * The YAML header that starts a document, up to the line that closes it; empty when there is none. A `---` in front of
 * an empty line is a rule (Pandoc User's Guide, "Extension: yaml_metadata_block").
 */
export function yamlHeader(text: string): string {
	const header =
		/^\uFEFF?---[ \t]*(?:\r\n|[\r\n])(?![ \t]*(?:[\r\n]|$))(?:[^]*?(?:\r\n|[\r\n]))?(?=(?:---|\.\.\.)[ \t]*(?:[\r\n]|$))/;
	return header.exec(text)?.[0] ?? "";
}

/** The index of the line that closes a fence: as many of its characters or more, and nothing else; else the last. */
function fenceEnd(lines: readonly Line[], from: number, fence: string): number {
	const closes = closingOf(fence);
	const found = lines.findIndex((line, index) => index > from && closes.test(line.text));
	return found < 0 ? lines.length - 1 : found;
}

function closingOf(fence: string): RegExp {
	return new RegExp(`^[ \\t>]*${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
}

function block(first: Line | undefined, last: Line | undefined, place: Zone["place"] = "code"): Zone {
	return { start: first?.start ?? 0, end: last?.end ?? 0, kind: "block", place };
}
