// The words and phrases of a query, through the same analysis as the papers.

import { type Token, tokenize } from "../analyzer";

/** Words to rank by. */
export interface WordsPart {
	readonly kind: "words";
	readonly words: readonly QueryWord[];
}

/** Words that a paper must hold side by side; empty strings stand for stop words. */
export interface PhrasePart {
	readonly kind: "phrase";
	readonly words: readonly string[];
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
			part.kind === "words" ? part.words.filter(({ isForm }) => !isForm) : part.words.filter(word => word !== "");
		return sum + words.length;
	}, 0);
}

export function phraseIn(text: string): PhrasePart {
	const tokens = tokenize(text).filter(token => token.kind === "word" || token.kind === "stop");
	const sequence = tokens.map(token => (token.kind === "stop" ? "" : token.word));
	while (sequence[0] === "") sequence.shift();
	while (sequence.at(-1) === "") sequence.pop();
	return { kind: "phrase", words: sequence };
}

/** The words of a text. A word is open when it is the last and nothing follows it. */
export function wordsIn(text: string, isLast: boolean): WordsPart {
	const tokens = tokenize(text);
	const found: QueryWord[] = [];
	const lastWord = tokens.findLast(token => token.kind === "word" || token.kind === "stop");
	for (const token of tokens) {
		const isOpen = isLast && token === lastWord && token.end === text.length;
		if (token.kind === "stop" && !(isOpen && (token.word.length > 2 || tokens.length === 1))) continue;
		const isForm = token.kind !== "word" && token.kind !== "stop";
		found.push({ word: token.word, isOpen, isForm, parts: token.kind === "joined" ? partsOf(token, tokens) : [] });
	}
	return { kind: "words", words: found };
}

function partsOf(compound: Token, tokens: readonly Token[]): string[] {
	return tokens
		.filter(({ kind, start, end }) => kind === "word" && start >= compound.start && end <= compound.end)
		.map(({ word }) => word);
}
