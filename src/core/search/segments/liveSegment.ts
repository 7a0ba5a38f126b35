// The newest papers of the index, each as the numbers of its words, until they are enough for a segment. Packing counts
// their words and takes the stems: each different word is looked at once.

import type { Paper } from "../../paper";
import { exactMark, stem } from "../analyzer";
import { fieldNames, fieldText, indexWords } from "../words/fieldTexts";
import { type Segment, withFrequency } from "./segment";

/** What is kept of a paper beside its words. */
export interface Kept {
	readonly hash: string;
	readonly acronyms: string;
}

interface LivePaper extends Kept {
	readonly id: string;
	/** The numbers of its words in reading order, by field (see `fieldNames`). */
	readonly words: readonly (readonly number[])[];
}

export class LiveSegment {
	readonly #papers = new Map<string, LivePaper>();
	readonly #numbers = new Map<string, number>();

	/** How many papers are there. */
	get size(): number {
		return this.#papers.size;
	}

	holds(id: string): boolean {
		return this.#papers.has(id);
	}

	add(paper: Paper, { hash, acronyms }: Kept): void {
		const words = fieldNames.map(field => indexWords(fieldText(paper, field)).map(word => this.#numberOf(word)));
		this.#papers.set(paper.id, { id: paper.id, hash, acronyms, words });
	}

	remove(id: string): void {
		this.#papers.delete(id);
	}

	/** The papers that are there, in the order of their ids. */
	pack(): Segment {
		const papers = [...this.#papers.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
		const lengths = new Uint16Array(2 * papers.length);
		papers.forEach(({ words: [title, abstract] }, paper) => {
			lengths[2 * paper] = Math.min(new Set(title).size, 0xffff);
			lengths[2 * paper + 1] = Math.min(new Set(abstract).size, 0xffff);
		});
		const words = [...this.#numbers.keys()];
		const terms = termsOf(words);
		const { uses, rows } = count(papers, terms);
		const { rankOf, ...postings } = inOrder(terms.numbers, rows);
		return {
			ids: papers.map(({ id }) => id),
			hashes: papers.map(({ hash }) => hash),
			acronyms: papers.map(({ acronyms }) => acronyms),
			lengths,
			...postings,
			...this.#wordList(terms.of, rankOf, uses),
		};
	}

	#numberOf(word: string): number {
		let number = this.#numbers.get(word);
		if (number === undefined) {
			number = this.#numbers.size;
			this.#numbers.set(word, number);
		}
		return number;
	}

	/** The words that papers use, without the technical ones that stand for themselves. */
	#wordList(
		termOf: Uint32Array,
		rankOf: Uint32Array,
		uses: Uint32Array,
	): Pick<Segment, "words" | "termOfWord" | "uses"> {
		const used: string[] = [];
		for (const [word, number] of this.#numbers) {
			if ((uses[number] ?? 0) > 0 && !word.startsWith(exactMark)) used.push(word);
		}
		used.sort();
		const numbers = Uint32Array.from(used, word => this.#numbers.get(word) ?? 0);
		return {
			words: used,
			termOfWord: numbers.map(number => rankOf[termOf[number] ?? 0] ?? 0),
			uses: numbers.map(number => uses[number] ?? 0),
		};
	}
}

/** The different terms of words, numbered as they come. */
interface TermsOfWords {
	/** The number of each, by its name. */
	readonly numbers: ReadonlyMap<string, number>;
	/** The term of each word. */
	readonly of: Uint32Array;
}

function termsOf(words: readonly string[]): TermsOfWords {
	const numbers = new Map<string, number>();
	const of = new Uint32Array(words.length);
	words.forEach((word, i) => {
		const name = word.startsWith(exactMark) ? word : stem(word);
		const number = numbers.get(name) ?? numbers.size;
		numbers.set(name, number);
		of[i] = number;
	});
	return { numbers, of };
}

/** Postings as they come: paper by paper. */
interface Rows {
	readonly terms: number[];
	readonly documents: number[];
	readonly frequencies: number[];
}

/** Counts the uses of each word, and those of each term in each paper. */
function count(papers: readonly LivePaper[], { numbers, of }: TermsOfWords): { uses: Uint32Array; rows: Rows } {
	const uses = new Uint32Array(of.length);
	const rows: Rows = { terms: [], documents: [], frequencies: [] };
	/** The posting of the paper at hand for each term. */
	const postings = new Uint16Array(numbers.size);
	for (const [document, { words }] of papers.entries()) {
		const from = rows.terms.length;
		fieldNames.forEach((field, i) => {
			for (const word of words[i] ?? []) {
				uses[word] = (uses[word] ?? 0) + 1;
				const term = of[word] ?? 0;
				const before = postings[term] ?? 0;
				if (before === 0) rows.terms.push(term);
				postings[term] = withFrequency(before, field, 1);
			}
		});
		for (let i = from; i < rows.terms.length; i++) {
			const term = rows.terms[i] ?? 0;
			rows.documents.push(document);
			rows.frequencies.push(postings[term] ?? 0);
			postings[term] = 0;
		}
	}
	return { uses, rows };
}

type OrderedPostings = Pick<Segment, "terms" | "starts" | "documents" | "frequencies"> & {
	/** The place of each term; of those that no paper has any more, 0. */
	readonly rankOf: Uint32Array;
};

/** Postings by term, the terms in order; each goes to its place at once, since it is known how many each term has. */
function inOrder(numbers: ReadonlyMap<string, number>, rows: Rows): OrderedPostings {
	const counts = new Uint32Array(numbers.size);
	for (const term of rows.terms) counts[term] = (counts[term] ?? 0) + 1;
	const terms = [...numbers.keys()].filter((_, number) => (counts[number] ?? 0) > 0).sort();
	const rankOf = new Uint32Array(numbers.size);
	const starts = new Uint32Array(terms.length + 1);
	terms.forEach((name, rank) => {
		const number = numbers.get(name) ?? 0;
		rankOf[number] = rank;
		starts[rank + 1] = (starts[rank] ?? 0) + (counts[number] ?? 0);
	});
	const next = starts.slice();
	const documents = new Uint32Array(rows.terms.length);
	const frequencies = new Uint16Array(rows.terms.length);
	rows.terms.forEach((term, row) => {
		const rank = rankOf[term] ?? 0;
		const at = next[rank] ?? 0;
		next[rank] = at + 1;
		documents[at] = rows.documents[row] ?? 0;
		frequencies[at] = rows.frequencies[row] ?? 0;
	});
	return { terms, starts, documents, frequencies, rankOf };
}
