// Papers -> topics of a table, by the words and phrases that the table gives for each.

import type { TopicTable } from "../topic";
import { phraseStems, type PaperWords, type Words } from "../words";

/** How well a paper fits a topic, and the terms (as the table has them) that say so, the strongest first. */
export interface Fit {
	readonly label: string;
	readonly score: number;
	readonly terms: readonly { readonly term: string; readonly score: number }[];
}

interface Phrase {
	readonly label: string;
	readonly term: string;
	readonly stems: readonly string[];
	readonly weight: number;
}

/** A word in the title counts as much as seven in the abstract. */
const titleHits = 3;
const mostHits = 3;

/** Below this a paper does not fit a topic: a strong word in the title, or a few in the abstract. */
const leastScore = 4;
/** A second topic must be strong by itself and more than half as strong as the first. */
const leastSecond = 8;
const secondShare = 0.55;
const mostTopics = 2;

export class TableMatcher {
	/** Phrases by their first stem. */
	readonly #phrases = new Map<string, Phrase[]>();

	constructor(table: TopicTable) {
		for (const [label, terms] of Object.entries(table)) {
			for (const [term, weight] of Object.entries(terms)) {
				const stems = phraseStems(term);
				const [first] = stems;
				if (first === undefined) continue;
				this.#phrases.set(first, [...(this.#phrases.get(first) ?? []), { label, term, stems, weight }]);
			}
		}
	}

	/**
	 * The topics of a paper: the best when it is good enough, and a second that is strong too. The score of a topic is the
	 * sum over its terms of weight · (3 if in the title + log2(1 + uses in the abstract), at most 3).
	 */
	fits(words: PaperWords): Fit[] {
		const inTitle = this.#count(words.title);
		const inAbstract = this.#count(words.abstract);
		const byLabel = new Map<string, { term: string; score: number }[]>();
		for (const phrase of new Set([...inTitle.keys(), ...inAbstract.keys()])) {
			const hits = Math.min(Math.log2(1 + (inAbstract.get(phrase) ?? 0)), mostHits);
			const score = phrase.weight * ((inTitle.has(phrase) ? titleHits : 0) + hits);
			byLabel.set(phrase.label, [...(byLabel.get(phrase.label) ?? []), { term: phrase.term, score }]);
		}
		const fits = [...byLabel]
			.map(([label, terms]) => ({
				label,
				score: terms.reduce((sum, { score }) => sum + score, 0),
				terms: terms.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1)),
			}))
			.filter(({ score }) => score >= leastScore)
			.sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
		const best = fits[0]?.score ?? 0;
		return fits
			.filter(({ score }, i) => i === 0 || (score >= leastSecond && score >= secondShare * best))
			.slice(0, mostTopics);
	}

	#count({ stems }: Words): Map<Phrase, number> {
		const counts = new Map<Phrase, number>();
		const words = stems.filter(word => word !== "");
		words.forEach((word, i) => {
			for (const phrase of this.#phrases.get(word) ?? []) {
				if (phrase.stems.every((part, j) => words[i + j] === part)) {
					counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
				}
			}
		});
		return counts;
	}
}
