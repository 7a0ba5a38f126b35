// What a term weighs in a paper: BM25 over several fields, from the frequencies that the segments hold and the statistics of
// all papers.

import { frequencyIn, type PostedField } from "../segments/segment";

interface ScoredField {
	readonly sources: readonly PostedField[];
	readonly boost: number;
	/** How much a long field counts less (BM25's b). */
	readonly b: number;
}

// Title and abstract are scored as one text, and the title once more: measured best on six collections (nDCG@10 .517;
// apart .50). The other fields are short and their length says nothing.
export const text: ScoredField = { sources: ["title", "abstract"], boost: 1, b: 0.75 };
export const title: ScoredField = { sources: ["title"], boost: 0.3, b: 0.75 };
const shortFields: readonly ScoredField[] = [
	{ sources: ["authors"], boost: 1, b: 0 },
	{ sources: ["keywords"], boost: 0.4, b: 0 },
	{ sources: ["venue"], boost: 0.3, b: 0 },
	{ sources: ["identifiers"], boost: 0.5, b: 0 },
	{ sources: ["topic"], boost: 0.2, b: 0 },
];
export const scoredFields: readonly ScoredField[] = [text, title, ...shortFields];
const k1 = 1.2;

/** A posting that has no other fields than title and abstract is below this. */
const onlyText = 1 << 8;
const inAbstract = 63;
const inTitle = 3;
const titleShift = 6;

/** How many papers have a term in each scored field. */
export class Holding {
	readonly counts = new Float64Array(scoredFields.length);

	add(frequencies: Uint16Array, from: number, to: number): void {
		const { counts } = this;
		let texts = 0;
		let titles = 0;
		for (let i = from; i < to; i++) {
			const posting = frequencies[i] ?? 0;
			if ((posting & 0xff) !== 0) texts++;
			if ((posting & 0xc0) !== 0) titles++;
			if (posting >= onlyText) this.#addShort(posting);
		}
		counts[0] = (counts[0] ?? 0) + texts;
		counts[1] = (counts[1] ?? 0) + titles;
	}

	#addShort(posting: number): void {
		shortFields.forEach(({ sources }, i) => {
			if (sources.some(field => frequencyIn(posting, field) > 0))
				this.counts[i + 2] = (this.counts[i + 2] ?? 0) + 1;
		});
	}

	/** boost · idf · (k1 + 1) of each scored field, idf = ln(1 + (N - n + 0.5) / (n + 0.5)) of N papers, n with the term. */
	factors(papers: number): Float64Array {
		return Float64Array.from(scoredFields, ({ boost }, i) => {
			const n = this.counts[i] ?? 0;
			return boost * Math.log(1 + (Math.max(papers, n) - n + 0.5) / (n + 0.5)) * (k1 + 1);
		});
	}
}

/** k1 (1 - b + b · length / mean length) of text and title of each paper. */
export class Norms {
	readonly text: Float64Array;
	readonly title: Float64Array;

	/** `lengths`: of title and abstract, of each paper. `isThere`: papers that do not count have 0. */
	constructor(parts: readonly { readonly lengths: Uint16Array; readonly isThere: Uint8Array }[]) {
		let count = 0;
		let papers = 0;
		let titles = 0;
		let texts = 0;
		for (const { lengths, isThere } of parts) {
			for (let number = 0; number < isThere.length; number++) {
				if (isThere[number] === 0) continue;
				const length = lengths[2 * number] ?? 0;
				titles += length;
				texts += length + (lengths[2 * number + 1] ?? 0);
				count++;
			}
			papers += isThere.length;
		}
		this.text = new Float64Array(papers);
		this.title = new Float64Array(papers);
		const [meanTitle, meanText] = [titles, texts].map(sum => Math.max(sum / Math.max(count, 1), 1));
		let document = 0;
		for (const { lengths, isThere } of parts) {
			for (let number = 0; number < isThere.length; number++) {
				const length = lengths[2 * number] ?? 0;
				const all = length + (lengths[2 * number + 1] ?? 0);
				this.text[document] = k1 * (1 - text.b + (text.b * all) / (meanText ?? 1));
				this.title[document++] = k1 * (1 - title.b + (title.b * length) / (meanTitle ?? 1));
			}
		}
	}
}

/**
 * The weight of a term in a paper: the sum over the scored fields of
 * boost · idf · f (k1 + 1) / (f + k1 (1 - b + b · length / mean length)): BM25 (Robertson and Zaragoza, "The Probabilistic
 * Relevance Framework: BM25 and Beyond", 2009) with k1 1.2; a length is, as MiniSearch counts it, the number of different
 * words. `factors`: see `Holding`.
 */
export function weightOf(posting: number, document: number, factors: Float64Array, norms: Norms): number {
	const titles = (posting >>> titleShift) & inTitle;
	const texts = (posting & inAbstract) + titles;
	let sum = texts === 0 ? 0 : ((factors[0] ?? 0) * texts) / (texts + (norms.text[document] ?? k1));
	if (titles > 0) sum += ((factors[1] ?? 0) * titles) / (titles + (norms.title[document] ?? k1));
	return posting < onlyText ? sum : sum + shortWeight(posting, factors);
}

/** Some postings of a term, side by side, of papers that are numbered from `base` on. */
export interface PostedRows {
	readonly base: number;
	readonly documents: Uint32Array;
	readonly frequencies: Uint16Array;
	/** 0 for papers that are not to be found; without it all are. */
	readonly isThere: Uint8Array | undefined;
}

/** Writes the weight of a term in each of the papers that have it; 0 where a paper is not to be found. */
export function weigh(rows: PostedRows, factors: Float64Array, norms: Norms, into: Float32Array): void {
	const { base, documents, frequencies, isThere } = rows;
	for (let i = 0; i < into.length; i++) {
		const document = documents[i] ?? 0;
		const isGone = isThere !== undefined && isThere[document] === 0;
		into[i] = isGone ? 0 : weightOf(frequencies[i] ?? 0, base + document, factors, norms);
	}
}

function shortWeight(posting: number, factors: Float64Array): number {
	let sum = 0;
	shortFields.forEach(({ sources }, i) => {
		const frequency = sources.reduce((all, field) => all + frequencyIn(posting, field), 0);
		if (frequency > 0) sum += ((factors[i + 2] ?? 0) * frequency) / (frequency + k1);
	});
	return sum;
}
