// The sentence around the cursor of a manuscript, and where a citation belongs in it.

import { citationAt, type Source } from "../citations/citations";
import type { TextRange } from "../paper";

/** A line that is a block of its own: an empty one, a heading, a table's row, a comment, a LaTeX command for these. */
const ownLine =
	/^[ \t]*(?:$|#|\||=+\s|%|\.\. |\\(?:begin|end|part|chapter|(?:sub)*section|(?:sub)?paragraph|caption|label)(?![a-z]))/;

/** A line that begins a block: a list's item, a quotation. */
const firstLine = /^[ \t]*(?:[-*+>]\s|\d{1,3}[.)]\s|\\(?:item|par)(?![a-z]))/;

/** A full stop, question or exclamation mark with what closes behind it, before white space or the end. */
const sentenceEnd = /[.?!]+["'’”»)\]}]*(?=\s|~|$)/g;

/** Words whose full stop ends no sentence. */
const abbreviation =
	/(?:^|[\s(~[{])(?:\p{Lu}|al|approx|ca|cf|Dr|Eqs?|ed|eds|e\.g|etc|Figs?|i\.e|incl|Mr|Mrs|Ms|no|No|Nos|pp?|Prof|Refs?|resp|Sects?|Secs?|St|Tabs?|Thms?|viz|vols?|vs|w\.r\.t)\.$/u;

/**
 * The sentence that an offset stands in, without the white space around it. Sentences end at a full stop, question or
 * exclamation mark before white space, and where a block ends: at an empty line, a heading, a list item. Behind the last
 * full stop of a block it is the sentence before, which was just typed.
 */
export function sentenceAt(text: string, offset: number): TextRange {
	const cursor = Math.max(0, Math.min(offset, text.length));
	const block = blockAt(text, cursor);
	let start = block.start;
	for (const end of sentenceEnds(text, block)) {
		if (end >= cursor || text.slice(end, block.end).trim() === "") return trimmed(text, { start, end });
		start = end;
	}
	return trimmed(text, { start, end: block.end });
}

/** The lines around the cursor that belong together. */
function blockAt(text: string, cursor: number): TextRange {
	let { start, end } = lineAt(text, cursor);
	const first = text.slice(start, end);
	if (ownLine.test(first)) return { start, end };
	while (start > 0 && !firstLine.test(text.slice(start, end))) {
		const above = lineAt(text, start - 1);
		if (ownLine.test(text.slice(above.start, above.end))) break;
		start = above.start;
	}
	while (end < text.length) {
		const below = lineAt(text, behindBreak(text, end));
		const line = text.slice(below.start, below.end);
		if (ownLine.test(line) || firstLine.test(line)) break;
		end = below.end;
	}
	return { start, end };
}

/** The line that an offset is in, without its break. */
function lineAt(text: string, offset: number): TextRange {
	let start = offset;
	while (start > 0 && !isBreak(text, start - 1)) start--;
	let end = offset;
	while (end < text.length && !isBreak(text, end)) end++;
	return { start, end };
}

function isBreak(text: string, at: number): boolean {
	return text[at] === "\n" || text[at] === "\r";
}

function behindBreak(text: string, end: number): number {
	return end + (text.startsWith("\r\n", end) ? 2 : 1);
}

function* sentenceEnds(text: string, { start, end }: TextRange): Iterable<number> {
	const block = text.slice(start, end);
	for (const match of block.matchAll(sentenceEnd)) {
		const upTo = block.slice(Math.max(0, match.index - 12), match.index + 1);
		if (!abbreviation.test(upTo)) yield start + match.index + match[0].length;
	}
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
	const sentence = text.slice(start, end);
	const from = start + sentence.length - sentence.trimStart().length;
	return { start: Math.min(from, end), end: Math.max(from, start + sentence.trimEnd().length) };
}

/**
 * Where a citation for the sentence at an offset goes: into the citation that the offset is in or touches; else behind
 * the last word, before the mark that ends the sentence, which joins a citation that stands there.
 */
export function citingOffset(source: Source, offset: number): number {
	const touched = citationAt(source, offset);
	if (touched) return offset;
	const { start, end } = sentenceAt(source.text, offset);
	const sentence = source.text.slice(start, end);
	const mark = /[.?!:;,]+["'’”»)\]}]*$/.exec(sentence);
	const words = mark ? sentence.slice(0, mark.index).trimEnd() : sentence;
	return start + words.length;
}
