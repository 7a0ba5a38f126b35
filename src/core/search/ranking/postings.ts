// The index compiled for scoring: for each term the papers that hold it with their finished weights, in typed arrays.
// Compiled from what MiniSearch holds, once after a change; searching then only adds.

import { exactMark, stem } from "../analyzer";
import type { Visit, WordReader } from "../words/packed";
import { fieldNames, indexWords, type WordIndex } from "../words/wordIndex";

interface ScoredField {
	readonly sources: readonly ((typeof fieldNames)[number] | "topic")[];
	readonly boost: number;
	/** How much a long field counts less (BM25's b). */
	readonly b: number;
}

// Title and abstract are scored as one text, and the title once more: measured best on six collections (nDCG@10 .517;
// apart .50). The other fields are short and their length says nothing.
const scoredFields: readonly ScoredField[] = [
	{ sources: ["title", "abstract"], boost: 1, b: 0.75 },
	{ sources: ["title"], boost: 0.3, b: 0.75 },
	{ sources: ["authors"], boost: 1, b: 0 },
	{ sources: ["keywords"], boost: 0.4, b: 0 },
	{ sources: ["venue"], boost: 0.3, b: 0 },
	{ sources: ["identifiers"], boost: 0.5, b: 0 },
	{ sources: ["topic"], boost: 0.2, b: 0 },
];
const width = scoredFields.length;
const k1 = 1.2;

/** The scored fields that each field of the index counts in; topics are not in it, and follow its fields. */
const scoredBy = [...fieldNames, "topic" as const].map(name =>
	scoredFields.flatMap(({ sources }, number) => (sources.includes(name) ? [number] : [])),
);
const topicField = fieldNames.length;

export interface Postings {
	/** The papers and weights of term t lie from `starts[t]` to before `starts[t + 1]`, papers ascending. */
	readonly starts: Uint32Array;
	readonly documents: Uint32Array;
	readonly weights: Float32Array;
}

export interface Compiled extends Postings {
	/** The papers in the order of their ids, by which they are numbered. */
	readonly ids: readonly string[];
	/** Words with one stem are one term. */
	readonly terms: readonly string[];
	/** All words in ascending order of their UTF-16 units, the term of each, and how often it is used. */
	readonly words: readonly string[];
	readonly termOfWord: Uint32Array;
	readonly uses: Uint32Array;
}

/**
 * The weight of a term in a paper is the sum over the scored fields of
 * boost · idf · f (k1 + 1) / (f + k1 (1 - b + b · length / mean length)), idf = ln(1 + (N - n + 0.5) / (n + 0.5)):
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with k1 1.2; a length is,
 * as MiniSearch counts it, the number of different words. `topics`: the label of a paper's topic by its id.
 */
export function compile(index: WordIndex, topics: ReadonlyMap<string, string>): Compiled {
	const numbered = [...index.ids].sort(([, a], [, b]) => (a < b ? -1 : 1));
	const documentOf = new Int32Array(numbered.reduce((most, [number]) => Math.max(most, number + 1), 0)).fill(-1);
	numbered.forEach(([number], document) => (documentOf[number] = document));
	const tally = new Tally(documentOf, norms(index, numbered));
	const reader = withTopics(index.reader(), numbered, topics);
	const { words } = reader;
	const [terms, wordsOfTerm] = byTerm(words);
	const rows = new Rows();
	const starts = new Uint32Array(terms.length + 1);
	const termOfWord = new Uint32Array(words.length);
	const uses = new Uint32Array(words.length);
	wordsOfTerm.forEach((members, term) => {
		for (const word of members) {
			termOfWord[word] = term;
			tally.uses = 0;
			reader.each(word, tally.visit);
			uses[word] = tally.uses;
		}
		tally.flush(rows);
		starts[term + 1] = rows.length;
	});
	return {
		ids: numbered.map(([, id]) => id),
		terms,
		words,
		termOfWord,
		uses,
		starts,
		documents: rows.documents,
		weights: rows.weights,
	};
}

/** The terms, and the words (ascending) that each stands for. */
function byTerm(words: readonly string[]): [terms: string[], wordsOfTerm: number[][]] {
	const members = new Map<string, number[]>();
	words.forEach((word, number) => {
		const term = word.startsWith(exactMark) ? word : stem(word);
		const known = members.get(term);
		if (known === undefined) members.set(term, [number]);
		else known.push(number);
	});
	return [[...members.keys()], [...members.values()]];
}

type Numbered = readonly (readonly [number: number, id: string])[];

/** The words of an index and of the topics of its papers. */
function withTopics(reader: WordReader, numbered: Numbered, topics: ReadonlyMap<string, string>): WordReader {
	if (topics.size === 0) return { words: reader.words, each: (word, visit) => reader.each(word, visit) };
	const added = new Map<string, Map<number, number>>();
	for (const [number, id] of numbered) {
		for (const word of indexWords(topics.get(id) ?? "")) {
			const counts = added.get(word) ?? new Map<number, number>();
			added.set(word, counts.set(number, (counts.get(number) ?? 0) + 1));
		}
	}
	const places = new Map(reader.words.map((word, place) => [word, place]));
	const words = [...new Set([...reader.words, ...added.keys()])].sort();
	return {
		words,
		each(word, visit) {
			const name = words[word] ?? "";
			const place = places.get(name);
			if (place !== undefined) reader.each(place, visit);
			for (const [number, count] of added.get(name) ?? []) visit(topicField, number, count);
		},
	};
}

/** k1 (1 - b + b · length / mean length) of each scored field of each paper. */
function norms(index: WordIndex, numbered: Numbered): Float64Array {
	const total = numbered.length;
	const result = new Float64Array(total * width);
	scoredFields.forEach(({ b }, scored) => {
		const sources = scoredBy.flatMap((fields, field) => (fields.includes(scored) ? [field] : []));
		const lengths = numbered.map(([number]) =>
			sources.reduce((sum, field) => sum + index.length(number, field), 0),
		);
		const mean = Math.max(lengths.reduce((sum, length) => sum + length, 0) / Math.max(total, 1), 1);
		lengths.forEach((length, document) => {
			result[document * width + scored] = k1 * (1 - b + (b * length) / mean);
		});
	});
	return result;
}

/** Postings as they grow. */
class Rows {
	documents = new Uint32Array(1024);
	weights = new Float32Array(1024);
	length = 0;

	push(document: number, weight: number): void {
		if (this.length === this.documents.length) {
			const [documents, weights] = [this.documents, this.weights];
			this.documents = new Uint32Array(2 * this.length);
			this.documents.set(documents);
			this.weights = new Float32Array(2 * this.length);
			this.weights.set(weights);
		}
		this.documents[this.length] = document;
		this.weights[this.length++] = weight;
	}
}

/** The frequencies of one term in all papers, again and again, without allocating. */
class Tally {
	readonly #documentOf: Int32Array;
	readonly #norms: Float64Array;
	/** By paper and scored field. */
	readonly #counts: Uint32Array;
	/** How many papers have the term in each scored field. */
	readonly #holders = new Uint32Array(width);
	readonly #isTouched: Uint8Array;
	readonly #touched: Uint32Array;
	#count = 0;

	constructor(documentOf: Int32Array, norms: Float64Array) {
		this.#documentOf = documentOf;
		this.#norms = norms;
		this.#counts = new Uint32Array(norms.length);
		this.#isTouched = new Uint8Array(norms.length / width);
		this.#touched = new Uint32Array(norms.length / width);
	}

	/** How many uses were counted since it was last set. */
	uses = 0;

	/** Counts a use; discarded papers, which have no number any more, do not count. */
	readonly visit: Visit = (field, number, frequency) => {
		const document = this.#documentOf[number] ?? -1;
		if (document < 0) return;
		this.uses += frequency;
		if (this.#isTouched[document] === 0) {
			this.#isTouched[document] = 1;
			this.#touched[this.#count++] = document;
		}
		for (const scored of scoredBy[field] ?? []) this.#tally(document, scored, frequency);
	};

	#tally(document: number, scored: number, frequency: number): void {
		const at = document * width + scored;
		const before = this.#counts[at] ?? 0;
		if (before === 0) this.#holders[scored] = (this.#holders[scored] ?? 0) + 1;
		this.#counts[at] = before + frequency;
	}

	/** Appends the papers with their weights, and begins anew. */
	flush(into: Rows): void {
		const total = this.#isTouched.length;
		const factors = Array.from(this.#holders, (n, scored) => {
			const idf = Math.log(1 + (total - n + 0.5) / (n + 0.5));
			return (scoredFields[scored]?.boost ?? 0) * idf * (k1 + 1);
		});
		for (const document of this.#touched.subarray(0, this.#count).sort()) {
			let sum = 0;
			for (let scored = 0; scored < width; scored++) {
				const at = document * width + scored;
				const frequency = this.#counts[at] ?? 0;
				if (frequency === 0) continue;
				sum += ((factors[scored] ?? 0) * frequency) / (frequency + (this.#norms[at] ?? k1));
				this.#counts[at] = 0;
			}
			into.push(document, sum);
			this.#isTouched[document] = 0;
		}
		this.#holders.fill(0);
		this.#count = 0;
	}
}
