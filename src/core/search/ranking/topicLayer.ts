// The labels of the topics of papers, searchable beside their texts: they come and go apart from them.

import type { Paper } from "../../paper";
import { exactMark, stem } from "../analyzer";
import { type Postings, withFrequency, type WordList } from "../segments/segment";
import { indexWords } from "../words/fieldTexts";
import type { Layer } from "./terms";

/** A layer of the words of the topics' labels; none when there are no topics. `labels`: by paper id. */
export function topicLayer(
	papers: readonly (Paper | undefined)[],
	labels: ReadonlyMap<string, string>,
): (Layer & { readonly postings: Postings & WordList })[] {
	if (labels.size === 0) return [];
	const documentsOf = new Map<string, number[]>();
	papers.forEach((paper, document) => {
		const label = paper && labels.get(paper.id);
		if (label !== undefined) documentsOf.set(label, [...(documentsOf.get(label) ?? []), document]);
	});
	const terms = new Map<string, Map<number, number>>();
	const words = new Map<string, { readonly term: string; uses: number }>();
	for (const [label, documents] of documentsOf) {
		for (const word of indexWords(label)) {
			const isMarked = word.startsWith(exactMark);
			const term = isMarked ? word : stem(word);
			const postings = terms.get(term) ?? new Map<number, number>();
			terms.set(term, postings);
			for (const document of documents) {
				postings.set(document, withFrequency(postings.get(document) ?? 0, "topic", 1));
			}
			const known = words.get(word) ?? { term, uses: 0 };
			known.uses += documents.length;
			if (!isMarked) words.set(word, known);
		}
	}
	return [{ base: 0, postings: { ...inOrder(terms), ...listOf(words, [...terms.keys()].sort()) } }];
}

function inOrder(terms: ReadonlyMap<string, ReadonlyMap<number, number>>): Postings {
	const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : 1));
	const starts = new Uint32Array(sorted.length + 1);
	const rows: (readonly [document: number, posting: number])[] = [];
	sorted.forEach(([, postings], term) => {
		rows.push(...[...postings].sort(([a], [b]) => a - b));
		starts[term + 1] = rows.length;
	});
	return {
		terms: sorted.map(([term]) => term),
		starts,
		documents: Uint32Array.from(rows, ([document]) => document),
		frequencies: Uint16Array.from(rows, ([, posting]) => posting),
	};
}

function listOf(words: ReadonlyMap<string, { term: string; uses: number }>, terms: readonly string[]): WordList {
	const numbers = new Map(terms.map((term, number) => [term, number]));
	const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		words: sorted.map(([word]) => word),
		termOfWord: Uint32Array.from(sorted, ([, { term }]) => numbers.get(term) ?? 0),
		uses: Uint32Array.from(sorted, ([, { uses }]) => uses),
	};
}
