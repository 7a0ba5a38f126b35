// What of a paper fits the fields of a query: the reasons that they are, and the terms to mark. Looks at the texts of the
// paper, so it is asked for the papers that are found, not for all.

import type { Paper } from "../../paper";
import { fold } from "../../text/normalize";
import { matchRanges } from "../passage";
import {
	type Facts,
	type FactsOf,
	type FieldName,
	hasOneOf,
	isFactField,
	valuesIn,
	type Wanted,
	wantedValue,
} from "../query/fields";
import type { Filter } from "../query/query";
import { formsOf, sequenceOf } from "../query/sequences";
import type { Reason } from "../ranking/reasons";

interface Explained {
	readonly paper: Paper;
	readonly terms: string[];
	readonly reasons?: readonly Reason[];
}

/** Where the values of fields stand, as reasons call it; values of other fields stand in no text. */
const places: Readonly<Partial<Record<FieldName, string>>> = {
	author: "authors",
	title: "title",
	topic: "topic",
	venue: "venue",
	year: "identifiers",
};

/** Papers that were found, with what of them fits the filters: terms, and reasons where they are asked for. */
export function withFits<T extends Explained>(
	found: readonly T[],
	filters: readonly Filter[],
	{ facts, reasons }: { readonly facts: FactsOf; readonly reasons: boolean },
): T[] {
	const asked = filters
		.filter(({ isExcluded }) => !isExcluded)
		.flatMap(({ field, values, isOpen }) => values.map(value => ({ field, isOpen, wanted: wantedValue(value) })));
	return found.map(each => {
		const fits = asked.flatMap(
			one => fitOf(each.paper, isFactField(one.field) ? facts(each.paper.id) : undefined, one) ?? [],
		);
		const terms = [...new Set([...each.terms, ...fits.flatMap(fit => fit.terms)])];
		return reasons
			? { ...each, terms, reasons: [...(each.reasons ?? []), ...fits.map(({ reason }) => reason)] }
			: { ...each, terms };
	});
}

interface Asked {
	readonly field: FieldName;
	readonly wanted: Wanted;
	readonly isOpen: boolean;
}

interface Fit {
	readonly reason: Reason;
	readonly terms: readonly string[];
}

function fitOf(paper: Paper, facts: Facts | undefined, asked: Asked): Fit | undefined {
	const { field, wanted } = asked;
	const values = fittingValues(paper, facts, asked);
	if (values.length === 0) return undefined;
	const place = places[field];
	const terms = place === undefined ? [] : values.flatMap(value => termsIn(value, asked));
	const words = field === "title" ? wordsOf(paper.title, terms) : values;
	return { reason: { query: fold(wanted.value), words, way: "word", fields: [place ?? field] }, terms };
}

/** The values of a paper that fit. */
function fittingValues(paper: Paper, facts: Facts | undefined, { field, wanted, isOpen }: Asked): readonly string[] {
	const fitting = apart(field, paper, facts)
		.filter(each => hasOneOf(field, [wanted], each.paper, { facts: each.facts, isOpen }))
		.flatMap(each => valuesIn(field, each.paper, each.facts));
	return field === "has" ? fitting.filter(name => name.startsWith(fold(wanted.value))) : fitting;
}

interface About {
	readonly paper: Paper;
	readonly facts: Facts | undefined;
}

/** A paper with each of its values of a field alone. */
function apart(field: FieldName, paper: Paper, facts: Facts | undefined): About[] {
	if (field === "author") return paper.authors.map(name => ({ paper: { ...paper, authors: [name] }, facts }));
	if (!isFactField(field)) return [{ paper, facts }];
	return (facts?.[field] ?? []).map(value => ({ paper, facts: { [field]: [value] } }));
}

/** The terms of a value of a paper that fit what is wanted. */
function termsIn(value: string, { wanted, isOpen }: Asked): string[] {
	const { words, terms } = sequenceOf(value);
	const own = new Set(terms);
	const whole = formsOf(wanted.sequence, term => own.has(term)).flatMap(({ forms }) => forms.flat());
	const last = wanted.words.at(-1);
	const begun = isOpen && last !== undefined ? terms.filter((_, at) => words[at]?.startsWith(last)) : [];
	return [...whole, ...begun];
}

/** The words of a text that have the terms, as they stand there; the text, when none has. */
function wordsOf(text: string, terms: readonly string[]): readonly string[] {
	const words = new Set(matchRanges(text, terms).map(({ start, end }) => text.slice(start, end)));
	return words.size === 0 ? [text] : [...words];
}
