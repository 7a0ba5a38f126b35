// How phrases are written: in the form that papers use most, in sentence case, with names and abbreviations as they are.

import { type PaperWords, textsOf, type Words, writtenAt } from "../words";

/** A form at the end of a phrase is the name itself; before another word it may be cut short ("image processing"). */
const finalWeight = 3;

/** How papers write a phrase, without regard to case the form used most; of two the longer one. */
export function writtenForm(key: string, papers: readonly PaperWords[]): string {
	const stems = key.split(" ");
	const forms = new Map<string, number>();
	for (const paper of papers) {
		for (const words of textsOf(paper)) {
			const weight = words === paper.title && !isPlainCase(words.text) ? 1 : 2;
			for (let at = place(stems, words, 0); at >= 0; at = place(stems, words, at + 1)) {
				const to = at + stems.length;
				const isFinal = (words.stems[to] ?? "") === "";
				const form = writtenAt(words, at, to);
				const shown = shouts(words.text) ? form.toLowerCase() : form;
				forms.set(shown, (forms.get(shown) ?? 0) + weight * (isFinal ? finalWeight : 1));
			}
		}
	}
	return mostUsed(forms) ?? stems.join(" ");
}

function mostUsed(forms: ReadonlyMap<string, number>): string | undefined {
	const byCase = new Map<string, { form: string; count: number; sum: number }>();
	for (const [form, count] of [...forms].sort(([a], [b]) => (a < b ? 1 : -1))) {
		const key = form.toLowerCase();
		const best = byCase.get(key);
		const sum = (best?.sum ?? 0) + count;
		if (best === undefined || count > best.count) byCase.set(key, { form, count, sum });
		else byCase.set(key, { ...best, sum });
	}
	const [best] = [...byCase.values()].sort(
		(a, b) => b.sum - a.sum || b.form.length - a.form.length || (a.form < b.form ? -1 : 1),
	);
	return best?.form;
}

/** The form in which a paper itself writes a phrase. */
export function formIn(paper: PaperWords, key: string): string | undefined {
	const stems = key.split(" ");
	for (const words of textsOf(paper)) {
		const at = place(stems, words, 0);
		if (at >= 0) return writtenAt(words, at, at + stems.length);
	}
	return undefined;
}

/** Where a phrase stands next, or -1. */
function place(stems: readonly string[], words: Words, from: number): number {
	const [first = ""] = stems;
	let at = words.stems.indexOf(first, from);
	while (at >= 0 && !stems.every((word, i) => words.stems[at + i] === word)) at = words.stems.indexOf(first, at + 1);
	return at;
}

/** A label in sentence case; names, abbreviations and words with capitals inside stay as they are. */
export function sentenceCase(text: string, papers: readonly PaperWords[]): string {
	const label = text.replace(/\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu, (word, at: number) =>
		/[\p{L}\p{N}]$/u.test(text.slice(0, at)) || isProper(word, papers) ? word : word.toLowerCase(),
	);
	return /^\p{Ll}+(?:\P{L}|$)/u.test(label) ? label.charAt(0).toUpperCase() + label.slice(1) : label;
}

/** Papers that are asked whether a word is a name. */
const mostAsked = 60;

/** Whether papers write a word with a capital inside their sentences, and never without. */
function isProper(word: string, papers: readonly PaperWords[]): boolean {
	const small = word.toLowerCase();
	let isSeen = false;
	for (const { title, abstract } of papers.slice(0, mostAsked)) {
		for (const { text } of [title, abstract]) {
			for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + 1)) {
				if (isWhole(text, at, small.length)) return false;
			}
			if (text === title.text && !isPlainCase(text)) continue;
			for (let at = text.indexOf(word, 1); at >= 0 && !isSeen; at = text.indexOf(word, at + 1)) {
				isSeen =
					isWhole(text, at, word.length) && /(?:[\p{Ll}\p{N},;)] ?|[-‐‑–])$/u.test(text.slice(at - 2, at));
			}
		}
	}
	return isSeen;
}

function isWhole(text: string, at: number, length: number): boolean {
	return !/[\p{L}\p{N}]$/u.test(text.slice(0, at).slice(-1)) && !/^[\p{L}\p{N}]/u.test(text.charAt(at + length));
}

/** Whether a title is written as a sentence, and not With Capitals; of a short one that cannot be told. */
function isPlainCase(text: string): boolean {
	const long = (text.match(/(?<![\p{L}\p{N}])\p{L}{4,}/gu) ?? []).slice(1);
	return long.length > 1 && long.filter(word => /^\p{Ll}/u.test(word)).length > long.length / 2;
}

/** Whether a text is in capitals throughout. */
function shouts(text: string): boolean {
	return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}/su.test(text);
}
