// The blocks of AsciiDoc in which nothing is cited: listings, comments, passthroughs, attributes.
// Source: AsciiDoc Language, "Delimited Blocks", "Comments", "Literal Paragraphs" and "Attribute Entries".

import type { Zone } from "../citation";
import { linesOf } from "./lines";
import { block } from "./pass";

const delimiter = /^(-{4,}|\.{4,}|\/{4,}|\+{4,}|`{3,})(?:[\w,-]*)\s*$/;

/** A line that does nothing but begin or end a block, a table or a page. */
function isMark(line: string): boolean {
	return /^(?:_{4,}|={4,}|\*{4,}|--|[|,:!]===|'{3,}|<{3,})\s*$/.test(line);
}

export function asciidocBlocks(text: string): Zone[] {
	const lines = linesOf(text);
	const zones: Zone[] = [];
	let afterBlank = true;
	let inList = false;
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index];
		if (!line) break;
		const fence = delimiter.exec(line.text)?.[1];
		if (fence !== undefined) {
			const closes = (each: string): boolean => each.trimEnd() === fence;
			let last = index + 1;
			while (last < lines.length && !closes(lines[last]?.text ?? "")) last++;
			const end = lines[Math.min(last, lines.length - 1)]?.end ?? line.end;
			zones.push(block(line.start, end, fence.startsWith("/") ? "comment" : "code"));
			index = last;
			afterBlank = true;
			continue;
		}
		if (/^\/\/(?!\/)/.test(line.text)) zones.push(block(line.start, line.end, "comment"));
		else if (/^:!?[\w-]+!?:(?:\s|$)/.test(line.text)) zones.push(block(line.start, line.end, "header"));
		else if (/^(?:image|include|video|audio|toc|bibliography)::/.test(line.text)) {
			zones.push(block(line.start, line.end, "address"));
		} else if (isMark(line.text) || (/^\[[^\]\r\n]*\]\s*$/.test(line.text) && !/cite(?:np)?:/.test(line.text))) {
			zones.push(block(line.start, line.end, "argument"));
		}
		if (line.isBlank) {
			afterBlank = true;
			continue;
		}
		const isItem = /^\s*(?:\*+|-|\.+|\d+\.|[a-z]\.)\s|^\s*\S.*?::(?:\s|$)/.test(line.text);
		if (isItem) inList = true;
		else if (afterBlank && line.indent === 0) inList = false;
		if (afterBlank && line.indent > 0 && !isItem && !inList) {
			let last = index;
			while (lines[last + 1] && !lines[last + 1]?.isBlank) last++;
			zones.push(block(line.start, lines[last]?.end ?? line.end, "code"));
			index = last;
		}
		afterBlank = false;
	}
	return zones;
}
