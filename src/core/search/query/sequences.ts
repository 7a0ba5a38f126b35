// Words side by side, as phrases and titles are compared: a compound is the same joined or apart, whichever way it stands on
// either side (X-ray, X ray, Xray).

import { exactMark, stem, tokenize } from "../analyzer";
import { stopWords } from "../words/stopWords";

/** The words of a text in reading order. */
export interface Sequence {
	/** Folded. */
	readonly words: readonly string[];
	/** Their terms: stems; of stop words themselves, with `exactMark` where they are technical (WHO). */
	readonly terms: readonly string[];
}

/** So many words make a compound at most, as in the index. */
const mostJoined = 3;

export function sequenceOf(text: string): Sequence {
	const words: string[] = [];
	const terms: string[] = [];
	for (const { kind, word } of tokenize(text)) {
		if (kind === "word" || kind === "stop") {
			words.push(word);
			terms.push(kind === "stop" ? word : stem(word));
		} else if (kind === "exact" && isStop({ words, terms }, words.length - 1)) terms[terms.length - 1] = word;
	}
	return { words, terms };
}

/** Whether a word is one that the index leaves out. */
export function isStop({ words, terms }: Sequence, at: number): boolean {
	return stopWords.has(words[at] ?? "") && terms[at] === words[at];
}

/** Whether there is a word that is no stop word. */
export function hasContent(sequence: Sequence): boolean {
	return sequence.words.some((_, at) => !isStop(sequence, at));
}

/** Whether a text has all words of a phrase side by side. */
export function hasPhrase(text: Sequence, phrase: Sequence): boolean {
	return text.words.some((_, start) => {
		let place = start;
		let at = 0;
		while (at < phrase.words.length) {
			const step = stepAt(phrase, at, text, place);
			if (step === undefined) return false;
			at += step.wanted;
			place += step.found;
		}
		return true;
	});
}

/** Whether a text has all words that are wanted, wherever they stand; stop words need not be there. */
export function hasWords(text: Sequence, wanted: Sequence): boolean {
	for (let at = 0; at < wanted.words.length;) {
		const step = stepAnywhere(text, wanted, at);
		if (step === undefined && !isStop(wanted, at)) return false;
		at += step?.wanted ?? 1;
	}
	return true;
}

function stepAnywhere(text: Sequence, wanted: Sequence, at: number): Step | undefined {
	for (let place = 0; place < text.words.length; place++) {
		const step = stepAt(wanted, at, text, place);
		if (step !== undefined) return step;
	}
	return undefined;
}

/** How many words on either side are the same. */
interface Step {
	readonly wanted: number;
	readonly found: number;
}

function stepAt(wanted: Sequence, at: number, text: Sequence, place: number): Step | undefined {
	const [word = "", term = ""] = [wanted.words[at], wanted.terms[at]];
	const [ownWord = "", ownTerm] = [text.words[place], text.terms[place]];
	if (ownTerm === undefined) return undefined;
	const isTechnical = term.startsWith(exactMark);
	if (term === ownTerm || (word === ownWord && !isTechnical)) return { wanted: 1, found: 1 };
	if (isTechnical) return undefined;
	if (ownWord.startsWith(word)) {
		const count = joinedTo(ownTerm, wanted.words, at);
		return count === undefined ? undefined : { wanted: count, found: 1 };
	}
	if (!word.startsWith(ownWord)) return undefined;
	const count = joinedTo(term, text.words, place);
	return count === undefined ? undefined : { wanted: 1, found: count };
}

/** How many words, from a place on, have a term when they are joined. */
function joinedTo(term: string, words: readonly string[], start: number): number | undefined {
	let joined = words[start] ?? "";
	for (let count = 2; count <= mostJoined && start + count <= words.length; count++) {
		joined += words[start + count - 1] ?? "";
		if (stem(joined) === term) return count;
	}
	return undefined;
}

/** The ways in which a paper can hold a word of a phrase, each the terms that it then has. */
export interface Forms {
	readonly word: string;
	/** None where no paper can hold the word. */
	readonly forms: readonly (readonly string[])[];
}

/**
 * For each word of a phrase but its stop words: the word itself, a compound of it and its neighbours, or its two parts, as
 * far as the terms are known.
 */
export function formsOf(phrase: Sequence, isKnown: (term: string) => boolean): Forms[] {
	return phrase.words.flatMap((word, at) =>
		isStop(phrase, at) ? [] : [{ word, forms: formsAt(phrase, at).filter(form => form.every(isKnown)) }],
	);
}

function formsAt({ words, terms }: Sequence, at: number): (readonly string[])[] {
	const [word = "", term = ""] = [words[at], terms[at]];
	const forms = [[term]];
	if (term.startsWith(exactMark)) return forms;
	for (let count = 2; count <= mostJoined; count++) {
		for (let start = Math.max(0, at - count + 1); start <= at && start + count <= words.length; start++)
			forms.push([stem(words.slice(start, start + count).join(""))]);
	}
	if (!/\p{L}/u.test(word)) return forms;
	for (let end = 1; end < word.length; end++) forms.push([stem(word.slice(0, end)), stem(word.slice(end))]);
	return forms;
}
