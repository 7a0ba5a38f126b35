// A paper as the topics see it: its words in order, as stems and as written, cut where a phrase cannot go on.

import type { Paper } from "../paper";
import { stem, tokenize } from "../search/analyzer";
import { subjectsIn } from "./keywords";

export interface Words {
	/** Stems in reading order; an empty one where a stop word or punctuation ends a phrase. */
	readonly stems: readonly string[];
	/** Where each word stands in the text. */
	readonly starts: Uint32Array;
	readonly ends: Uint32Array;
	readonly text: string;
}

export interface PaperWords {
	readonly title: Words;
	readonly abstract: Words;
	/** Author keywords, subject headings and tags. */
	readonly keywords: Words;
	/** What the paper is filed under: categories of arXiv. */
	readonly classes: readonly string[];
}

export function wordsOf(paper: Paper): PaperWords {
	const { phrases, classes } = subjectsIn(paper);
	return { title: read(paper.title), abstract: read(paper.abstract), keywords: read(phrases.join("; ")), classes };
}

/** The texts of a paper, the most telling first. */
export function textsOf({ title, keywords, abstract }: PaperWords): readonly Words[] {
	return [title, keywords, abstract];
}

/** The stems of a phrase, without stop words: what `wordsOf` gives for the same phrase in a text. */
export function phraseStems(phrase: string): string[] {
	return read(phrase).stems.filter(word => word !== "");
}

/** How a text writes the words from one to before another, on one line and without markup. */
export function writtenAt({ text, starts, ends }: Words, from: number, to: number): string {
	const whole = text.slice(starts[from], ends[to - 1]).replace(/[-‐‑–]{2,}/g, "-");
	if (!/[\s$\\{}^_]/.test(whole) || /^[^\s$\\{}^_]+(?: [^\s$\\{}^_]+)*$/.test(whole)) return whole;
	const parts: string[] = [];
	for (let i = from; i < to; i++) parts.push(text.slice(starts[i], ends[i]));
	return parts.join(" ");
}

/** What stands between two words of one phrase. */
const joins = /^[\s\-‐‑–$^_{}\\]*$/;
const hyphen = /^[-‐‑–]+$/;

/** Adverbs tell nothing and end a phrase; these words only look like some. */
const adverb = /^.{4,}(?<!fami|semb|anoma|supp|terf|onf|ref|monopo|oligopo|melancho)ly$/;

function read(text: string): Words {
	const stems: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	let end = 0;
	const add = (word: string, from: number, to: number): void => {
		stems.push(word);
		starts.push(from);
		ends.push(to);
	};
	for (const token of tokenize(text)) {
		if (token.kind !== "word" && token.kind !== "stop") continue;
		const gap = text.slice(end, token.start);
		// A stop word that a hyphen joins is part of a word: "few-shot".
		const isJoined =
			(stems.length > 0 && hyphen.test(gap)) || /^[-‐‑–]\p{L}/u.test(text.slice(token.end, token.end + 2));
		const isBreak = (token.kind === "stop" && !isJoined) || adverb.test(token.word);
		if (isBreak || (stems.length > 0 && !joins.test(gap))) add("", token.start, token.start);
		if (!isBreak) add(stemOf(token.word), token.start, token.end);
		end = token.end;
	}
	return { stems, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), text };
}

const inflected = /^[\p{sc=Cyrl}\p{sc=Grek}]{5,}$/u;

/**
 * A stem for comparing. Words of Russian and Greek, which have many endings and no stemmer here, are cut: their first four
 * to six letters serve about as well (McNamee and Mayfield, "Character n-gram tokenization for European language text
 * retrieval", Information Retrieval 7, 2004).
 */
function stemOf(word: string): string {
	if (!inflected.test(word)) return stem(word);
	return word.slice(0, word.length > 7 ? 6 : word.length > 5 ? 5 : 4);
}

/** Whether a hyphen joins a word to the one before. */
export function isGlued({ starts, ends, text }: Words, at: number): boolean {
	if (at === 0) return false;
	const [from, to] = [ends[at - 1] ?? 0, starts[at] ?? 0];
	return to > from && to - from <= 2 && hyphen.test(text.slice(from, to));
}
