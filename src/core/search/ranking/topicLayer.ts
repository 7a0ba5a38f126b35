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
		if (label === undefined) return;
		const documents = documentsOf.get(label);
		if (documents === undefined) documentsOf.set(label, [document]);
		else documents.push(document);
	});
	const rows = new Map<string, Row[]>();
	const words = new Map<string, { readonly term: string; uses: number }>();
	for (const [label, documents] of documentsOf) {
		const used = indexWords(label);
		for (const word of new Set(used)) {
			const isMarked = word.startsWith(exactMark);
			const term = isMarked ? word : stem(word);
			const uses = used.filter(each => each === word).length;
			rows.set(term, [...(rows.get(term) ?? []), { documents, posting: withFrequency(0, "topic", uses) }]);
			const known = words.get(word) ?? { term, uses: 0 };
			known.uses += uses * documents.length;
			if (!isMarked) words.set(word, known);
		}
	}
	return [{ base: 0, postings: { ...inOrder(rows, papers.length), ...listOf(words, [...rows.keys()].sort()) } }];
}

/** The papers of a label that has a term, ascending; each paper has one label. */
interface Row {
	readonly documents: readonly number[];
	readonly posting: number;
}

function inOrder(rows: ReadonlyMap<string, readonly Row[]>, papers: number): Postings {
	const terms = [...rows.keys()].sort();
	const starts = new Uint32Array(terms.length + 1);
	terms.forEach((term, i) => {
		// Two words of a label may have one stem.
		const documents = new Set(rows.get(term)?.flatMap(row => row.documents));
		starts[i + 1] = (starts[i] ?? 0) + documents.size;
	});
	const documents = new Uint32Array(starts[terms.length] ?? 0);
	const frequencies = new Uint16Array(documents.length);
	const postings = new Uint16Array(papers);
	terms.forEach((term, i) => {
		let at = starts[i] ?? 0;
		for (const row of rows.get(term) ?? []) {
			for (const document of row.documents) {
				if (postings[document] === 0) documents[at++] = document;
				postings[document] = Math.max(postings[document] ?? 0, row.posting);
			}
		}
		const own = documents.subarray(starts[i], at).sort();
		own.forEach((document, j) => {
			frequencies[(starts[i] ?? 0) + j] = postings[document] ?? 0;
			postings[document] = 0;
		});
	});
	return { terms, starts, documents, frequencies };
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
