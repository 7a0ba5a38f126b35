// The telling words and pairs of words of papers, weighted: what topics are found and named by.

import { plainStems } from "./plainWords";
import type { PaperWords, Words } from "./words";

/** The telling terms of one paper with their weights; the vector has length 1. */
export type Vector = ReadonlyMap<string, number>;

/** The most telling terms of a paper are enough to compare it by, and keep 10,000 papers quick. */
const mostTerms = 50;
const titleWeight = 3;
const pairWeight = 1.3;

/** How many papers use a word, out of how many. */
export interface Background {
	readonly papers: number;
	readonly counts: ReadonlyMap<string, number>;
}

export function background(papers: readonly PaperWords[]): Background {
	const counts = new Map<string, number>();
	for (const { title, abstract } of papers) {
		for (const word of new Set([...title.stems, ...abstract.stems])) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return { papers: papers.length, counts };
}

/**
 * The tf-idf vector of a paper: log2(1 + uses, in the title threefold) · ln(1 + N / n) for words, the mean of both idf and
 * a little more for pairs of neighbours, which say more (Salton and Buckley, "Term-weighting approaches in automatic text
 * retrieval", 1988).
 */
export function vectorOf(paper: PaperWords, { papers, counts }: Background): Vector {
	const uses = new Map<string, number>();
	const count = (words: Words, weight: number): void => {
		for (const term of termsOf(words)) uses.set(term, (uses.get(term) ?? 0) + weight);
	};
	count(paper.title, titleWeight);
	count(paper.abstract, 1);
	const idf = (word: string): number => Math.log(1 + papers / (counts.get(word) ?? papers));
	const weighted = [...uses].map(([term, n]): [string, number] => {
		const [first = "", second] = term.split(" ");
		const telling = second === undefined ? idf(first) : (pairWeight * (idf(first) + idf(second))) / 2;
		return [term, Math.log2(1 + n) * telling];
	});
	weighted.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	return unit(new Map(weighted.slice(0, mostTerms)));
}

/** The words and the pairs of neighbours of a text that may tell its topic, pairs as two stems with a space between. */
export function termsOf({ stems }: Words): string[] {
	const terms: string[] = [];
	for (let i = 0; i < stems.length; i++) {
		const [word = "", next = ""] = [stems[i], stems[i + 1]];
		if (!isTelling(word)) continue;
		terms.push(word);
		if (isTelling(next) && next !== word) terms.push(`${word} ${next}`);
	}
	return terms;
}

function isTelling(word: string): boolean {
	return word.length > 1 && !plainStems.has(word) && /\p{L}/u.test(word);
}

function unit(vector: Vector): Vector {
	const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
	if (length === 0) return vector;
	return new Map([...vector].map(([term, weight]) => [term, weight / length]));
}
