// From the words of a query to the terms of the index that they may stand for.

import { exactMark, stem } from "../analyzer";
import type { QueryPart, QueryWord } from "../query/parts";
import { type Forms, formsOf } from "../query/sequences";
import type { EquivalenceKind, Equivalents, Found } from "../words/equivalents";
import type { Expansion, Vocabulary } from "../words/vocabulary";

/** How a word of the query led to a word of a paper. */
export type Way = "word" | "prefix" | "slip" | EquivalenceKind;

/** Terms that stand for a word only when a paper has all of them. */
export interface Together {
	readonly terms: readonly number[];
	/** Of the sum of their weights. */
	readonly weight: number;
	readonly way: "word" | EquivalenceKind;
}

/** The terms that one word of a query stands for. */
export interface Group {
	/** The word as it is searched, folded. */
	readonly word: string;
	/** The terms with their weights. */
	readonly terms: ReadonlyMap<number, number>;
	readonly ways: ReadonlyMap<number, Way>;
	readonly together: readonly Together[];
	/** Whether it is another form of a word that has its own group. */
	readonly isForm: boolean;
	/** Whether it is one or two letters of a word that is being typed: they say next to nothing. */
	readonly isBrief: boolean;
}

interface Growing extends Group {
	readonly terms: Map<number, number>;
	readonly ways: Map<number, Way>;
	readonly together: Together[];
}

/** What is known of the terms of an index. */
export interface Terms {
	/** The number of a term that some paper holds. */
	readonly known: (term: string) => number | undefined;
	/** How many papers hold a term. */
	readonly count: (term: number) => number;
	readonly vocabulary: Vocabulary;
	readonly equivalents: Equivalents;
}

/** What the other forms of a word weigh beside the word: its parts are counted already (measured: 0.2 to 0.5 are level). */
const joinedWeight = 0.5;
const exactWeight = 0.4;

/** A beginning of so few letters is brief. */
const briefLetters = 2;

/** What an acronym or a synonym weighs beside what was typed. */
const equivalentWeight: Readonly<Record<EquivalenceKind, number>> = { acronym: 0.7, synonym: 0.4 };

/** The groups of the words and phrases of a query. */
export function groupsOf(parts: readonly QueryPart[], asYouType: boolean, terms: Terms): Group[] {
	return parts.flatMap(part => {
		if (part.kind === "words") return new Expander(terms, asYouType).words(part.words);
		return formsOf(part, term => terms.known(term) !== undefined).map(forms => heldAs(forms, terms));
	});
}

/** The group of a word of a phrase. */
function heldAs({ word, forms }: Forms, { known }: Terms): Growing {
	const group = growing(word, []);
	for (const form of forms) {
		const numbers = form.flatMap(term => known(term) ?? []);
		addEquivalent(numbers, 1, "word", group);
	}
	return group;
}

class Expander {
	readonly #terms: Terms;
	readonly #asYouType: boolean;

	constructor(terms: Terms, asYouType: boolean) {
		this.#terms = terms;
		this.#asYouType = asYouType;
	}

	words(words: readonly QueryWord[]): Group[] {
		const groups: Growing[] = [];
		const plain: Growing[] = [];
		for (const word of words) {
			if (!word.isForm) {
				const technical = this.#technical(exactMark + word.word);
				if (technical.terms.size > 0) groups.push(technical);
			}
			const group = this.#expand(word, this.#asYouType && word.isOpen);
			groups.push(group);
			if (!word.isForm) plain.push(group);
		}
		this.#addEquivalents(words, plain);
		return groups;
	}

	#expand(word: QueryWord, isOpen: boolean): Growing {
		if (word.word.startsWith(exactMark)) return this.#technical(word.word);
		if (word.isForm) {
			const arePartsKnown = word.parts.every(part => this.#terms.known(stem(part)) !== undefined);
			return { ...exact(word.word, arePartsKnown ? joinedWeight : 1, this.#terms), isForm: true };
		}
		const group = { ...exact(word.word, 1, this.#terms), isBrief: isOpen && word.word.length <= briefLetters };
		const isKnown = group.terms.size > 0;
		const { vocabulary } = this.#terms;
		const expansions = isOpen ? this.#known(vocabulary.complete(word.word)) : [];
		add(expansions, "prefix", group);
		if (!isKnown && expansions.length === 0) {
			add(this.#known(vocabulary.correct(word.word, isOpen)), "slip", group);
		}
		return group;
	}

	/** The terms of expansions that some paper holds. */
	#known(expansions: readonly Expansion[]): [term: number, weight: number][] {
		return expansions.flatMap(({ term, weight }) => {
			const number = this.#terms.known(term);
			return number === undefined ? [] : [[number, weight] as [number, number]];
		});
	}

	/** The term of a technical word, when it says more than its stem: when most papers with the stem mean something else. */
	#technical(marked: string): Growing {
		const { known, count } = this.#terms;
		const word = marked.slice(exactMark.length);
		const term = known(marked);
		const plain = known(stem(word));
		const isTelling = term !== undefined && (plain === undefined || 2 * count(term) < count(plain));
		return { ...growing(word, isTelling ? [[term, exactWeight]] : []), isForm: true };
	}

	#addEquivalents(words: readonly QueryWord[], groups: readonly Growing[]): void {
		const own = words.filter(word => !word.isForm);
		const sequence = own.map(({ word }) => stem(word));
		const found = [...this.#terms.equivalents.find(sequence), ...this.#ofCompounds(words, own)];
		for (const { start, length, equivalents } of found) {
			for (const { kind, stems } of equivalents) {
				if (kind === "acronym" && length === 1 && !this.#isShortForm(start, words, own)) continue;
				const terms = stems.map(term => this.#terms.known(term));
				if (terms.some(term => term === undefined)) continue;
				const numbers = terms.flatMap(term => term ?? []);
				const weight = equivalentWeight[kind] / length;
				for (const group of groups.slice(start, start + length)) addEquivalent(numbers, weight, kind, group);
			}
		}
	}

	/** What compounds stand for that are an acronym as a whole, as RT-LAMP. */
	#ofCompounds(words: readonly QueryWord[], own: readonly QueryWord[]): Found[] {
		return words.flatMap(({ word, parts }) => {
			if (parts.length < 2) return [];
			const start = own.findIndex((_, i) => parts.every((part, j) => own[i + j]?.word === part));
			const found = start < 0 ? [] : this.#terms.equivalents.find([stem(word)]);
			return found.map(({ equivalents }) => ({ start, length: parts.length, equivalents }));
		});
	}

	/** Whether a word is meant as an acronym: typed as one, or used as one by most papers that have it. */
	#isShortForm(at: number, words: readonly QueryWord[], own: readonly QueryWord[]): boolean {
		const word = own[at]?.word ?? "";
		if (words.some(each => each.isForm && each.word === exactMark + word)) return true;
		const { known, count } = this.#terms;
		const [plain, technical] = [known(stem(word)), known(exactMark + word)];
		const plural = known(`${exactMark}${word}s`);
		const uses = (technical === undefined ? 0 : count(technical)) + (plural === undefined ? 0 : count(plural));
		return plain === undefined || 2 * uses >= count(plain);
	}
}

function growing(word: string, terms: readonly (readonly [number, number])[]): Growing {
	return {
		word,
		terms: new Map(terms),
		ways: new Map(terms.map(([term]) => [term, "word"])),
		together: [],
		isForm: false,
		isBrief: false,
	};
}

function exact(word: string, weight: number, { known }: Terms): Growing {
	const term = known(stem(word));
	return growing(word, term === undefined ? [] : [[term, weight]]);
}

function add(expansions: readonly (readonly [number, number])[], way: Way, { terms, ways }: Growing): void {
	for (const [term, weight] of expansions) {
		terms.set(term, Math.max(terms.get(term) ?? 0, weight));
		if (!ways.has(term)) ways.set(term, way);
	}
}

function addEquivalent(numbers: readonly number[], weight: number, way: Together["way"], group: Growing): void {
	const [only] = numbers;
	if (numbers.length > 1) group.together.push({ terms: numbers, weight, way });
	else if (only !== undefined && !group.terms.has(only)) {
		group.terms.set(only, weight);
		group.ways.set(only, way);
	}
}
