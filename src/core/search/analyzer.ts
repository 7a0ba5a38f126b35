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

// A LaTeX command, an HTML tag or entity, an ideograph, or a run of letters and digits with decimals (3.5, 1,000).
const atoms = new RegExp(
	[
		String.raw`\\[A-Za-z]+`,
		String.raw`</?(?:[biupa]|em|br|sub|sup|span|strong|tt|(?:jats|mml):\w+)(?:\s+[\w:-]+=[^<>]*|\s*/?)>`,
		String.raw`&(?:[A-Za-z]+|#\d+);`,
		String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`,
		String.raw`(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+(?:(?<=\p{N})(?:\.\p{N}+|,\p{N}{3}(?!\p{N})))*`,
	].join("|"),
	"gu",
);

const markup =
	/^(?:<|&|\\(?:text|math|big|left|right|begin|end|rm|it|bf|em|cal|mbox|frac|sqrt|over|under|hat|bar|tilde|vec|emph))/;
const joint = /^(?:[-‐‑‒–]|[-‐‑$^_{}\\]{1,4})$/;
const technical = /\p{Lu}.*\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u;
const camel = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+/gu;
const longestWord = 40;

/** All tokens of a text, ordered by their start. */
export function tokenize(text: string): Token[] {
	const tokens: Token[] = [];
	const isShouting = shouts(text);
	let compound: Token[] = [];
	let end = -1;
	for (const match of text.matchAll(atoms)) {
		const atom = match[0];
		if (markup.test(atom)) continue;
		const start = match.index + (atom.startsWith("\\") ? 1 : 0);
		const gap = end < 0 ? "" : text.slice(end, match.index);
		if ((gap === "'" || gap === "’") && atom.length <= 2) continue;
		const token = wordToken(atom.replace(/^\\|,/g, ""), start, match.index + atom.length);
		if (token.word === "") continue;
		if (!joint.test(gap)) {
			join(compound, tokens);
			compound = [];
		}
		compound.push(token);
		end = token.end;
		tokens.push(token);
		if (!isShouting) addForms(text.slice(start, end), token, tokens);
	}
	join(compound, tokens);
	return tokens;
}

function wordToken(atom: string, start: number, end: number): Token {
	const word = lower(atom).slice(0, longestWord);
	return { start, end, word, kind: stopWords.has(word) ? "stop" : "word" };
}

// eslint-disable-next-line no-control-regex -- the fast path for ASCII, which most words are
const ascii = /^[\x00-\x7f]*$/;

function lower(word: string): string {
	return ascii.test(word) ? word.toLowerCase() : fold(word);
}

/** Texts in capitals say nothing about which of their words are technical. */
function shouts(text: string): boolean {
	const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
	if (capitals <= 12) return false;
	let small = 0;
	for (let i = 0; i < text.length && small < capitals; i++) {
		const unit = text.charCodeAt(i);
		if (unit >= 0x61 && unit <= 0x7a) small++;
	}
	return small < capitals && capitals > 0.5 * (text.match(/\p{L}/gu)?.length ?? 0);
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
