// Which papers a query admits at all: its phrases, fields and excluded words.

import type { Paper } from "../../paper";
import { stem, tokenize } from "../analyzer";
import { type Facts, hasValue, valueWords } from "../query/fields";
import type { QueryPart } from "../query/parts";
import type { Filter, Query } from "../query/query";
import { stopWords } from "../words/stopWords";

/** The papers of an index, as conditions ask about them. */
export interface Examined {
	paper(document: number): Paper | undefined;
	facts(document: number): Facts | undefined;
	/** Whether a paper has a term; no paper has an unknown one. */
	has(term: string, document: number): boolean;
	/** The stems of title and abstract, each in reading order, with empty ones for stop words. */
	sequences(document: number): readonly (readonly string[])[];
}

type Condition = (document: number) => boolean;

/** What holds for a paper that a query admits; `undefined` when all are. */
export function conditionOf(query: Query, asYouType: boolean, papers: Examined): Condition | undefined {
	const conditions = [
		...query.parts.filter(({ kind }) => kind === "phrase").map(part => holding(part, papers)),
		...query.excluded.map(part => not(holding(part, papers))),
		...query.filters
			.filter(({ values }) => values.length > 0)
			.map(filter => {
				const condition = fieldCondition(filter, asYouType && filter.isOpen, papers);
				return filter.isExcluded ? not(condition) : condition;
			}),
	];
	return conditions.length === 0 ? undefined : document => conditions.every(condition => condition(document));
}

function not(condition: Condition): Condition {
	return document => !condition(document);
}

/** Whether a paper has all of the words; of a phrase, side by side. */
function holding(part: QueryPart, papers: Examined): Condition {
	if (part.kind === "words") {
		const joined = part.words.find(({ parts }) => parts.length > 0);
		const terms = part.words.filter(({ isForm }) => !isForm).map(({ word }) => stem(word));
		return document =>
			terms.every(term => papers.has(term, document)) ||
			(joined !== undefined && papers.has(stem(joined.word), document));
	}
	const phrase = part.words.map(stem);
	const needed = phrase.filter(term => term !== "");
	return document =>
		needed.every(term => papers.has(term, document)) &&
		papers
			.sequences(document)
			.some(sequence => sequence.some((_, start) => phrase.every((term, i) => sequence[start + i] === term)));
}

/** Fields whose words are in the index: a paper without the words need not be looked at. */
const indexed: ReadonlySet<string> = new Set(["author", "title", "venue"]);

function fieldCondition({ field, values }: Filter, isOpen: boolean, papers: Examined): Condition {
	const needs = values.map(value => (indexed.has(field) && !isOpen ? neededTerms(value) : []));
	return document => {
		const paper = papers.paper(document);
		if (paper === undefined) return false;
		return values.some((value, i) => {
			const isPossible = needs[i]?.every(term => papers.has(term, document)) === true;
			return isPossible && hasValue(field, value, paper, { facts: papers.facts(document), isOpen });
		});
	};
}

/** Terms that every paper with a value has: initials and stop words may stand for more, or are not indexed. */
function neededTerms(value: string): string[] {
	return valueWords(value)
		.filter(word => word.length > 1 && !stopWords.has(word) && !/\p{N}/u.test(word))
		.map(stem);
}

/** The stems of a text in reading order, with empty ones for stop words. */
export function sequenceOf(text: string): string[] {
	return tokenize(text).flatMap(({ kind, word }) => (kind === "stop" ? [""] : kind === "word" ? [stem(word)] : []));
}
