// Where the terms of a hit stand in a text, and the part of an abstract that shows them best. Agrees with the index,
// because both read texts through the analyzer.

import type { Paper, TextRange } from "../paper";
import { stem, tokenize } from "./analyzer";

export interface Passage {
	/** A stretch of the abstract that holds a match, with an ellipsis where something was left out. */
	readonly text: string;
	/** The matched words, as ranges of `text`. */
	readonly marks: readonly TextRange[];
}

const ellipsis = "…";
const defaultLength = 120;

/** What goes on for longer is a text without blanks, as in Chinese. */
const longestWord = 40;

/** The ranges of the words of a text that stand for one of the terms, ascending and apart. */
export function matchRanges(text: string, terms: readonly string[]): TextRange[] {
	const ranges: TextRange[] = [];
	for (const { start, end } of marksIn(text, new Set(terms))) {
		const last = ranges.at(-1);
		if (last !== undefined && start < last.end)
			ranges[ranges.length - 1] = { start: last.start, end: Math.max(end, last.end) };
		else ranges.push({ start, end });
	}
	return ranges;
}

interface Mark extends TextRange {
	readonly term: string;
}

function marksIn(text: string, terms: ReadonlySet<string>): Mark[] {
	if (terms.size === 0) return [];
	return tokenize(text)
		.filter(({ kind }) => kind === "word" || kind === "joined" || kind === "part" || kind === "stop")
		.map(({ start, end, word }) => ({ start, end, term: stem(word) }))
		.filter(({ term }) => terms.has(term))
		.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The part of the abstract, about `length` characters at word bounds, that holds most different terms, then most matches,
 * then comes first; empty when no term is in it.
 */
export function matchedPassage(paper: Paper, terms: readonly string[], length = defaultLength): Passage {
	const { abstract } = paper;
	const marks = marksIn(abstract, new Set(terms));
	if (marks.length === 0) return { text: "", marks: [] };
	const { start, end } = bounds(abstract, bestWindow(marks, length), length);
	const before = start > 0 ? ellipsis : "";
	const body = abstract.slice(start, end);
	const text = before + body + (end < abstract.length ? ellipsis : "");
	const shift = before.length - start;
	const ranges = matchRanges(abstract, terms)
		.filter(range => range.start >= start && range.end <= end)
		.map(range => ({ start: range.start + shift, end: range.end + shift }));
	return { text, marks: ranges };
}

/** The stretch from the first to the last mark of the best window. */
function bestWindow(marks: readonly Mark[], length: number): TextRange {
	let best: TextRange = { start: 0, end: 0 };
	let bestScore = 0;
	marks.forEach((first, i) => {
		const seen = new Set<string>();
		let count = 0;
		let end = first.end;
		for (let j = i; j < marks.length; j++) {
			const mark = marks[j];
			if (mark === undefined || (j > i && mark.end - first.start > length)) break;
			seen.add(mark.term);
			count++;
			end = Math.max(end, mark.end);
		}
		const score = seen.size + count / 1000;
		if (score > bestScore) {
			bestScore = score;
			best = { start: first.start, end };
		}
	});
	return best;
}

/** Widens a stretch to about `length` characters, a third of what is added before it, and to word bounds. */
function bounds(text: string, { start, end }: TextRange, length: number): TextRange {
	const spare = Math.max(length - (end - start), 0);
	let from = Math.max(start - Math.floor(spare / 3), 0);
	if (from > 0) {
		const sentence = sentenceStart(text, from, start);
		const space = text.slice(from, start).search(/\s/);
		from = sentence ?? (space < 0 ? start : from + space + 1);
	}
	let to = Math.min(Math.max(from + length, end), text.length);
	if (text.length - to <= 10) to = text.length;
	if (to < text.length && !/\s/.test(text[to] ?? " ")) {
		const space = text.slice(end, to).search(/\s\S*$/);
		to = space < 0 ? wordBound(text, end, to) : end + space;
	}
	return { start: from, end: Math.max(text.slice(0, to).trimEnd().length, from) };
}

/** A sentence that begins between two offsets. */
function sentenceStart(text: string, from: number, to: number): number | undefined {
	const match = /[.!?]\s+(?=[\p{Lu}\p{N}])/u.exec(text.slice(from, to));
	return match === null ? undefined : from + match.index + match[0].length;
}

/** The end of the word at `from`; in a text without blanks, `most` or just before it. */
function wordBound(text: string, from: number, most: number): number {
	const blank = text.slice(from, from + longestWord).search(/\s/);
	if (blank >= 0) return from + blank;
	if (text.length - from <= longestWord) return text.length;
	// Not between the two units of a character.
	return (text.codePointAt(most - 1) ?? 0) > 0xffff ? most - 1 : most;
}
