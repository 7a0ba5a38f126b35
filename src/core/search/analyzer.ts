// Words of a text, with their places, and the terms they are indexed under. The index, the query and the marking of
// matches all go through here, so that what is found and what is marked agree.

import { stemmer } from "stemmer";
import type { TextRange } from "../paper";
import { fold } from "../text/normalize";
import { oneSpelling } from "./words/spelling";
import { stopWords } from "./words/stopWords";

/** One way in which a stretch of text can be found. */
export interface Token extends TextRange {
	/** Lower case and folded; for an `exact` token with `exactMark` before it. */
	readonly word: string;
	/**
	 * `word`: a word in reading order. `stop`: a stop word, kept for its place. `joined`: the parts of a compound without
	 * what joins them (X-ray: xray). `part`: a part of a word in mixed case (EHRMamba: mamba). `exact`: a short technical
	 * word as it stands (MEDIC, which as a stem could not be told from "medical").
	 */
	readonly kind: "word" | "stop" | "joined" | "part" | "exact";
}

/** Stands before words that are not stemmed; no other word can hold it. */
export const exactMark = "=";

/** Soft hyphens, joiners and blanks of no width: they stand within words and are no part of them. */
const invisible = String.raw`\u00ad\u200b-\u200d\u2060\ufeff`;

// A LaTeX command, an HTML tag or entity, an ideograph, or a run of letters and digits with decimals (3.5, 1,000).
const atoms = new RegExp(
	[
		String.raw`\\[A-Za-z]+`,
		String.raw`</?(?:[biupa]|em|br|sub|sup|span|strong|tt|(?:jats|mml):\w+)(?:\s+[\w:-]+=[^<>]*|\s*/?)>`,
		String.raw`&(?:[A-Za-z]+|#\d+);`,
		String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`,
		String.raw`(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}][${invisible}]*)+(?:(?<=\p{N})(?:\.\p{N}+|,\p{N}{3}(?!\p{N})))*`,
	].join("|"),
	"uy",
);

/** What is no part of a word: the mark of a command, commas of thousands, and what is invisible. */
const aside = new RegExp(String.raw`^\\|,|[${invisible}]`, "gu");
/** What is a word as it stands, and nothing else. */
const plain = /^[a-z]+$/;
const markup =
	/^(?:<|&|\\(?:text|math|big|left|right|begin|end|rm|it|bf|em|cal|mbox|frac|sqrt|over|under|hat|bar|tilde|vec|emph))/;
const joint = /^(?:[-‐‑‒–]|[-‐‑$^_{}\\]{1,4})$/;
const longestJoint = 4;
const technical = /\p{Lu}.*\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u;
const camel = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+/gu;
const longestWord = 40;

/** All tokens of a text, ordered by their start. */
export function tokenize(text: string): Token[] {
	const tokens: Token[] = [];
	const isShouting = shouts(text);
	let compound: Token[] = [];
	let end = -1;
	for (let at = nextAtom(text, 0); at < text.length; at = nextAtom(text, at)) {
		const from = at;
		const atom = atomAt(text, from);
		at += atom.length;
		const isPlain = plain.test(atom);
		if (!isPlain && markup.test(atom)) continue;
		const gap = end >= 0 && from - end <= longestJoint ? text.slice(end, from) : " ";
		if ((gap === "'" || gap === "’") && atom.length <= 2) continue;
		const start = from + (atom.startsWith("\\") ? 1 : 0);
		const token = wordToken(isPlain ? atom : lower(atom.replace(aside, "")), start, at);
		if (token.word === "") continue;
		if (gap === " " || !joint.test(gap)) {
			if (compound.length > 1) join(compound, tokens);
			compound = [];
		}
		compound.push(token);
		end = at;
		tokens.push(token);
		if (!isPlain && !isShouting) addForms(text.slice(start, end), token, tokens);
	}
	join(compound, tokens);
	return tokens;
}

/** The place of the next atom from an offset on, or the end. */
function nextAtom(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (isAsciiWord(unit)) return at;
		if (unit < 0x80 && unit !== backslash && unit !== less && unit !== ampersand) continue;
		atoms.lastIndex = at;
		if (atoms.test(text)) return at;
		if (unit >= 0xd800 && (text.codePointAt(at) ?? 0) > 0xffff) at++;
	}
	return text.length;
}

const [backslash, less, ampersand, point, comma] = [0x5c, 0x3c, 0x26, 0x2e, 0x2c];

/** The atom at the place of one; most are runs of ASCII letters, which need no pattern. */
function atomAt(text: string, start: number): string {
	let end = start;
	while (end < text.length && isAsciiWord(text.charCodeAt(end))) end++;
	const next = end < text.length ? text.charCodeAt(end) : 0;
	if (end > start && next < 0x80 && next !== point && next !== comma) return text.slice(start, end);
	atoms.lastIndex = start;
	return atoms.exec(text)?.[0] ?? text.slice(start, end);
}

function isAsciiWord(unit: number): boolean {
	return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

function wordToken(whole: string, start: number, end: number): Token {
	const word = whole.length > longestWord ? whole.slice(0, longestWord).replace(/[\ud800-\udbff]$/, "") : whole;
	return { start, end, word, kind: stopWords.has(word) ? "stop" : "word" };
}

// eslint-disable-next-line no-control-regex -- the fast path for ASCII, which most words are
const ascii = /^[\x00-\x7f]*$/;

function lower(word: string): string {
	return ascii.test(word) ? word.toLowerCase() : fold(word);
}

/** Texts in capitals say nothing about which of their words are technical. */
function shouts(text: string): boolean {
	let capitals = 0;
	let small = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit >= 0x61 && unit <= 0x7a) small++;
		else if (unit >= 0x41 && unit <= 0x5a) capitals++;
		else if (unit >= 0x80) return shoutsAbroad(text);
		if (small > 200 && small > 4 * capitals) return false;
	}
	return capitals > 12 && capitals > small;
}

function shoutsAbroad(text: string): boolean {
	const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
	return capitals > 12 && capitals > 0.5 * (text.match(/\p{L}/gu)?.length ?? 0);
}

/** What is left of a compound of two or three words when its joints are gone. */
function join(compound: readonly Token[], into: Token[]): void {
	const [first] = compound;
	const last = compound.at(-1);
	if (first === undefined || last === undefined || compound.length < 2 || compound.length > 3) return;
	const word = compound.map(token => token.word).join("");
	if (word.length > longestWord || !/\p{L}/u.test(word)) return;
	into.push({ start: first.start, end: last.end, word, kind: "joined" });
}

function addForms(surface: string, token: Token, into: Token[]): void {
	if (surface.length < 2 || !technical.test(surface)) return;
	if (surface.length <= 10) into.push({ ...token, word: exactMark + token.word, kind: "exact" });
	const parts = surface.match(camel) ?? [];
	if (parts.length < 2 || parts.some(part => part.length < 3)) return;
	for (const part of parts) into.push({ ...token, word: lower(part).slice(0, longestWord), kind: "part" });
}

const stems = new Map<string, string>();
const mostStems = 200_000;

/** The stem of a folded word in one spelling (Porter, "An algorithm for suffix stripping", Program 14(3), 1980), remembered. */
export function stem(word: string): string {
	const known = stems.get(word);
	if (known !== undefined) return known;
	const result = /^[a-z]{3,}$/.test(word) ? stemmer(oneSpelling(word)) : word;
	if (stems.size >= mostStems) stems.clear();
	stems.set(word, result);
	return result;
}

/** The terms of a text in reading order, without stop words and other forms: for comparing texts. */
export function termsOf(text: string): string[] {
	return tokenize(text)
		.filter(token => token.kind === "word")
		.map(token => stem(token.word));
}
