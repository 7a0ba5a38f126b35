// Papers in any number, made from a few: sentences resampled, rare words varied so that the vocabulary keeps growing as in
// real collections. Seeded: the same papers every time.

import type { Paper } from "../../src/core/paper";
import { seededRandom } from "../../src/core/random";

const syllables =
	"ba ce di fo gu ha ki lo me nu pa re si to ver xan yl zo tri plas mor phen gly cer ost neu ral vin".split(" ");

/** Of the words that few sentences have, this share becomes another word. */
const varied = 0.3;

/**
 * `count` papers with titles and sentences of `from`. A varied word is with probability (d k + t) / (n + t) new, else one
 * that was used before, by its frequency: the Pitman-Yor process (d 0.7, t 50; n uses of k words), whose vocabulary grows
 * with the power d of the text, as Heaps' law says.
 */
export function makePapers(from: readonly Paper[], count: number, seed = 1): Paper[] {
	const next = seededRandom(seed);
	const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(next() * items.length)];
	const sentences = from.flatMap(paper => paper.abstract.split(/(?<=[.!?]) (?=[A-Z])/));
	const rare = rareWords(sentences);
	const uses: string[] = [];
	let words = 0;
	const invent = (): string => {
		const isNew = next() < (0.7 * words + 50) / (uses.length + 50);
		const word = isNew ? newWord(next, words++) : (pick(uses) ?? "");
		uses.push(word);
		return word;
	};
	const vary = (text: string): string =>
		text.replace(/\p{L}{4,}/gu, word => (rare.has(word.toLowerCase()) && next() < varied ? invent() : word));
	return Array.from({ length: count }, (_, i) => {
		const model = pick(from);
		const length = 6 + Math.floor(next() * 6);
		return {
			id: `arxiv:${2000 + Math.floor(i / 10000)}.${String(i % 10000).padStart(5, "0")}`,
			title: vary(pick(from)?.title ?? ""),
			abstract: Array.from({ length }, () => vary(pick(sentences) ?? "")).join(" "),
			authors: model?.authors ?? [],
			issued: { year: 2015 + Math.floor(next() * 11) },
			type: "article",
			keywords: [],
			links: [],
		};
	});
}

/** Words that less than one sentence in a hundred has. */
function rareWords(sentences: readonly string[]): Set<string> {
	const counts = new Map<string, number>();
	for (const sentence of sentences) {
		for (const word of new Set(sentence.toLowerCase().match(/\p{L}{4,}/gu)))
			counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return new Set([...counts].filter(([, count]) => count < sentences.length / 100).map(([word]) => word));
}

function newWord(next: () => number, number: number): string {
	const length = 2 + Math.floor(next() * 3);
	const word = Array.from({ length }, () => syllables[Math.floor(next() * syllables.length)] ?? "").join("");
	return word + (syllables[number % syllables.length] ?? "") + (next() < 0.2 ? "s" : "");
}
