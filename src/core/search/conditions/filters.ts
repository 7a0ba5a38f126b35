// Which papers a query admits at all: its phrases, fields and excluded words.

import type { Paper } from "../../paper";
import { type Facts, hasOneOf, isFactField, isUnspaced, wantedValue } from "../query/fields";
import type { PhrasePart } from "../query/parts";
import type { Filter, Query } from "../query/query";
import { formsOf, hasPhrase, type Sequence } from "../query/sequences";

/** The papers of an index, as conditions ask about them. */
export interface Examined {
	paper(document: number): Paper | undefined;
	facts(document: number): Facts | undefined;
	/** Whether some paper has a term. */
	isKnown(term: string): boolean;
	has(term: string, document: number): boolean;
	/** The texts of a paper that phrases are looked for in. */
	sequences(document: number): readonly Sequence[];
}

type Condition = (document: number) => boolean;

/** What holds for a paper that a query admits; `undefined` when all are. */
export function conditionOf(query: Query, papers: Examined): Condition | undefined {
	const conditions = [
		...query.parts.flatMap(part => (part.kind === "phrase" ? [holding(part, papers)] : [])),
		...query.excluded.map(part => not(holding(part, papers))),
		...query.filters
			.filter(({ values }) => values.length > 0)
			.map(filter => {
				const condition = fieldCondition(filter, papers);
				return filter.isExcluded ? not(condition) : condition;
			}),
	];
	return conditions.length === 0 ? undefined : document => conditions.every(condition => condition(document));
}

function not(condition: Condition): Condition {
	return document => !condition(document);
}

/** Whether a paper has the words of a phrase side by side. A single word is in a text when it is in the index. */
function holding(phrase: PhrasePart, papers: Examined): Condition {
	const having = havingTerms(phrase, papers);
	const [only = "", ...others] = phrase.terms;
	return document =>
		having(document) &&
		((others.length === 0 && papers.has(only, document)) ||
			papers.sequences(document).some(text => hasPhrase(text, phrase)));
}

/** Whether a paper has a term for each word that it needs, in one of its forms. */
function havingTerms(words: Sequence, papers: Examined, isNeeded: (word: string) => boolean = () => true): Condition {
	const needs = formsOf(words, term => papers.isKnown(term)).filter(({ word }) => isNeeded(word));
	return document => needs.every(({ forms }) => forms.some(terms => terms.every(term => papers.has(term, document))));
}

/** Fields whose words are in the index: a paper without the words need not be looked at. */
const indexed: ReadonlySet<string> = new Set(["author", "title", "venue"]);

function fieldCondition({ field, values, isOpen }: Filter, papers: Examined): Condition {
	const isIndexed = indexed.has(field) && !isOpen;
	const wanted = values.map(value => {
		const each = wantedValue(value);
		return { each, isPossible: isIndexed ? havingTerms(each.sequence, papers, isNeeded) : () => true };
	});
	return document => {
		const possible = wanted.filter(({ isPossible }) => isPossible(document)).map(({ each }) => each);
		const paper = possible.length === 0 ? undefined : papers.paper(document);
		const facts = isFactField(field) ? papers.facts(document) : undefined;
		return paper !== undefined && hasOneOf(field, possible, paper, { facts, isOpen });
	};
}

const ideograph = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u;

/**
 * Whether every paper with a word in a field has it in its index: not initials, which may stand for more, and not words
 * of scripts without blanks, of which others may be made, unless each of their letters is indexed.
 */
function isNeeded(word: string): boolean {
	return ideograph.test(word) || (word.length > 1 && !isUnspaced(word));
}
