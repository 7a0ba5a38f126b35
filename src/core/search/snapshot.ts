// An index as it is at one moment, ready to answer: postings, the sorted vocabulary, and the expansion of a query.

import type { Paper } from "../paper";
import { exactMark, stem, termsOf, tokenize } from "./analyzer";
import type { Compiled } from "./postings";
import type { QueryPart, QueryWord } from "./query";
import { type Ranked, Ranking } from "./ranking";
import { type Expansion, Vocabulary } from "./vocabulary";

export interface Found {
	readonly paper: Paper;
	readonly score: number;
	readonly terms: string[];
	readonly isComplete: boolean;
}

/** The terms that one word of a query stands for, with their weights. */
interface Group {
	readonly terms: ReadonlyMap<number, number>;
	/** Whether it is another form of a word that has its own group. */
	readonly isForm: boolean;
}

/** What the other forms of a word weigh beside the word: its parts are counted already (measured: 0.2 to 0.5 are level). */
const joinedWeight = 0.5;
const exactWeight = 0.4;
const similarTerms = 40;

export class Snapshot {
	/** In the order of their ids. */
	readonly #papers: readonly Paper[];
	readonly #terms: readonly string[];
	readonly #termNumbers: ReadonlyMap<string, number>;
	readonly #vocabulary: Vocabulary;
	readonly #ranking: Ranking;
	/** The terms of titles and abstracts that a phrase was looked for in. */
	readonly #sequences = new Map<string, readonly string[]>();

	/** `papers`: those of the index, by their ids. */
	constructor(index: Compiled, paper: (id: string) => Paper | undefined) {
		this.#papers = index.ids.flatMap(id => paper(id) ?? []);
		this.#terms = index.terms;
		this.#termNumbers = new Map(index.terms.map((term, number) => [term, number]));
		this.#ranking = new Ranking(index, index.ids.length);
		this.#vocabulary = vocabulary(index);
	}

	search(parts: readonly QueryPart[], asYouType: boolean, limit: number): Found[] {
		const groups: Group[] = [];
		const phrases: (readonly string[])[] = [];
		for (const part of parts) {
			if (part.kind === "phrase") {
				phrases.push(part.words.map(stem));
				for (const word of part.words) {
					if (word !== "") groups.push({ terms: this.#exact(word, 1), isForm: false });
				}
			} else {
				for (const word of part.words) {
					if (!word.isForm) groups.push({ terms: this.#technical(exactMark + word.word), isForm: true });
					groups.push({ terms: this.#expand(word, asYouType && word.isOpen), isForm: word.isForm });
				}
			}
		}
		return this.#rank(groups, limit, phrases);
	}

	similar(paperId: string, limit: number): Found[] {
		const paper = this.#papers.find(({ id }) => id === paperId);
		if (paper === undefined) return [];
		const frequencies = new Map<number, number>();
		for (const term of [...termsOf(paper.title), ...termsOf(paper.title), ...termsOf(paper.abstract)]) {
			const number = this.#known(term);
			if (number !== undefined) frequencies.set(number, (frequencies.get(number) ?? 0) + 1);
		}
		const telling = [...frequencies]
			.map(([term, frequency]) => [term, Math.log(1 + frequency), this.#ranking.count(term)] as const)
			.filter(([, , count]) => count > 1)
			.map(([term, weight, count]) => [term, weight, weight * Math.log(1 + this.#papers.length / count)] as const)
			.sort((a, b) => b[2] - a[2] || (this.#term(a[0]) < this.#term(b[0]) ? -1 : 1))
			.slice(0, similarTerms);
		const groups = telling.map(([term, weight]) => ({ terms: new Map([[term, weight]]), isForm: false }));
		return this.#rank(groups, limit + 1)
			.filter(found => found.paper.id !== paperId)
			.slice(0, Math.max(limit, 0));
	}

	/** The terms that a word of a query stands for, with their weights. */
	#expand(word: QueryWord, isOpen: boolean): Map<number, number> {
		if (word.word.startsWith(exactMark)) return this.#technical(word.word);
		if (word.isForm) {
			const arePartsKnown = word.parts.every(part => this.#known(stem(part)) !== undefined);
			return this.#exact(word.word, arePartsKnown ? joinedWeight : 1);
		}
		const terms = this.#exact(word.word, 1);
		const isKnown = terms.size > 0;
		const expansions = isOpen ? this.#vocabulary.complete(word.word) : [];
		add(expansions, terms);
		if (!isKnown && expansions.length === 0) add(this.#vocabulary.correct(word.word, isOpen), terms);
		return terms;
	}

	#exact(word: string, weight: number): Map<number, number> {
		const term = this.#known(stem(word));
		return new Map(term === undefined ? [] : [[term, weight]]);
	}

	/** The term of a technical word, when it says more than its stem: when most papers with the stem mean something else. */
	#technical(marked: string): Map<number, number> {
		const term = this.#known(marked);
		const plain = this.#known(stem(marked.slice(exactMark.length)));
		if (term === undefined) return new Map();
		const isTelling = plain === undefined || 2 * this.#ranking.count(term) < this.#ranking.count(plain);
		return new Map(isTelling ? [[term, exactWeight]] : []);
	}

	/** The number of a term that some paper holds. */
	#known(term: string): number | undefined {
		const id = this.#termNumbers.get(term);
		return id !== undefined && this.#ranking.count(id) > 0 ? id : undefined;
	}

	/** Whether a paper holds terms side by side in title or abstract; empty ones stand for stop words. */
	#hasPhrase(document: number, phrase: readonly string[]): boolean {
		const paper = this.#papers[document];
		if (paper === undefined) return false;
		return [paper.title, paper.abstract].some(text => {
			const sequence = this.#sequences.get(text) ?? sequenceOf(text);
			this.#sequences.set(text, sequence);
			return sequence.some((_, start) => phrase.every((term, i) => sequence[start + i] === term));
		});
	}

	#rank(groups: readonly Group[], limit: number, phrases: readonly (readonly string[])[] = []): Found[] {
		const needed = phrases.flat().filter(term => term !== "");
		const numbers = needed.map(term => this.#known(term) ?? -1);
		const ranked = this.#ranking.best(
			groups.map(group => group.terms),
			Math.max(limit, 0),
			document =>
				numbers.every(term => this.#ranking.has(term, document)) &&
				phrases.every(phrase => this.#hasPhrase(document, phrase)),
		);
		return ranked.flatMap(each => this.#found(each, groups));
	}

	#found({ document, score }: Ranked, groups: readonly Group[]): Found[] {
		const paper = this.#papers[document];
		if (paper === undefined) return [];
		const terms = new Set<string>();
		let isComplete = true;
		for (const group of groups) {
			const matched = [...group.terms.keys()].filter(term => this.#ranking.has(term, document));
			if (matched.length === 0 && !group.isForm) isComplete = false;
			for (const term of matched) terms.add(this.#term(term));
		}
		return [{ paper, score, terms: [...terms].filter(term => !term.startsWith(exactMark)), isComplete }];
	}

	#term(term: number): string {
		return this.#terms[term] ?? "";
	}
}

function add(expansions: readonly Expansion[], terms: Map<number, number>): void {
	for (const { term, weight } of expansions) terms.set(term, Math.max(terms.get(term) ?? 0, weight));
}

/** The terms of a text in reading order, with empty ones for stop words. */
function sequenceOf(text: string): string[] {
	return tokenize(text).flatMap(({ kind, word }) => (kind === "stop" ? [""] : kind === "word" ? [stem(word)] : []));
}

/** The words that some paper uses; not the marked ones, which are looked up only. */
function vocabulary({ words, termOfWord, uses }: Compiled): Vocabulary {
	const used = [...words.keys()].filter(
		word => (uses[word] ?? 0) > 0 && words[word]?.startsWith(exactMark) === false,
	);
	return new Vocabulary(
		used.map(word => words[word] ?? ""),
		Uint32Array.from(used, word => termOfWord[word] ?? 0),
		Uint32Array.from(used, word => uses[word] ?? 0),
	);
}
