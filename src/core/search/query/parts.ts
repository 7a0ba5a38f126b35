// The words and phrases of a query, through the same analysis as the papers.

import { type Token, tokenize } from "../analyzer";
import { hasContent, isStop, type Sequence, sequenceOf } from "./sequences";

/** Words to rank by. */
export interface WordsPart {
	readonly kind: "words";
	readonly words: readonly QueryWord[];
}

/** Words that a paper must hold side by side. */
export interface PhrasePart extends Sequence {
	readonly kind: "phrase";
}

export type QueryPart = WordsPart | PhrasePart;

export interface QueryWord {
	readonly word: string;
	/** Whether the person may still be typing it. */
	readonly isOpen: boolean;
	/** Whether it is one of the forms of a compound or a technical word: looked up, never expanded. */
	readonly isForm: boolean;
	/** The words that a compound joins. */
	readonly parts: readonly string[];
}

/** Queries of fewer words are keywords: what has them all comes first. */
const sentenceWords = 4;

/** Whether what a query means counts beside its words; while one types, and for a single word, its words alone do. */
export function isMeant(parts: readonly QueryPart[], asYouType: boolean): boolean {
	return countWords(parts) >= (asYouType ? sentenceWords : 2);
}

/** The number of words of a query of keywords; nothing for a sentence. */
export function keywordsIn(parts: readonly QueryPart[]): number | undefined {
	const words = countWords(parts);
	return words < sentenceWords ? words : undefined;
}

function countWords(parts: readonly QueryPart[]): number {
	return parts.reduce((sum, part) => {
		const words =
			part.kind === "words"
				? part.words.filter(({ isForm }) => !isForm)
				: part.words.filter((_, at) => !isStop(part, at));
		return sum + words.length;
	}, 0);
}

/**
 * A text as a phrase. Stop words at its ends need not be there, unless they belong to a compound (follow-up); of stop
 * words alone nothing is left, as no index has them.
 */
export function phraseIn(text: string): PhrasePart {
	const sequence = sequenceOf(text);
	const { words, terms } = sequence;
	if (!hasContent(sequence)) return { kind: "phrase", words: [], terms: [] };
	const tokens = tokenize(text);
	const places = tokens.filter(({ kind }) => kind === "word" || kind === "stop");
	const compounds = tokens.filter(({ kind }) => kind === "joined");
	const isSpare = (at: number): boolean => {
		const { start, end } = places[at] ?? { start: 0, end: 0 };
		return isStop(sequence, at) && !compounds.some(compound => compound.start <= start && end <= compound.end);
	};
	let start = 0;
	let end = words.length;
	while (isSpare(start)) start++;
	while (isSpare(end - 1)) end--;
	return { kind: "phrase", words: words.slice(start, end), terms: terms.slice(start, end) };
}

/** The words of a text. A word is open when it is the last and nothing follows it. */
export function wordsIn(text: string, isLast: boolean): WordsPart {
	const tokens = tokenize(text);
	const found: QueryWord[] = [];
	const lastWord = tokens.findLast(token => token.kind === "word" || token.kind === "stop");
	tokens.forEach((token, at) => {
		const { kind, word } = token;
		const isOpen = isLast && token === lastWord && token.end === text.length;
		if (kind === "stop" && !(isOpen && (word.length > 2 || tokens.length === 1))) return;
		const isForm = kind !== "word" && kind !== "stop";
		found.push({ word, isOpen, isForm, parts: kind === "joined" ? partsOf(token, tokens, at) : [] });
	});
	return { kind: "words", words: found };
}

/** The words of a compound, which stand before it. */
function partsOf(compound: Token, tokens: readonly Token[], place: number): string[] {
	let first = place;
	while ((tokens[first - 1]?.start ?? -1) >= compound.start) first--;
	return tokens
		.slice(first, place)
		.filter(({ kind }) => kind === "word")
		.map(({ word }) => word);
}
