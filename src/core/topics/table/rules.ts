// A person's definitions of topics, as they stand in settings, made alike. Anything may stand there: what is not
// understood is left out.

import type { TopicDefinition, TopicWords } from "../topic";

export interface Rule {
	readonly label: string;
	readonly words: TopicWords;
	readonly query?: string;
	/** Ids of papers. */
	readonly papers: readonly string[];
	readonly from: readonly string[];
	readonly terms: readonly string[];
	readonly isSplit: boolean;
	readonly isPinned: boolean;
	/** Whether it says itself which papers belong there, and does not stand for found topics. */
	readonly isOwn: boolean;
}

/** A word that a person gives without a weight is enough even when only the abstract says it, once. */
const givenWeight = 4;

export function rulesOf(table: Readonly<Record<string, TopicDefinition>>): Rule[] {
	return Object.entries(table).flatMap(([name, definition]) => {
		const label = name.trim();
		return label === "" ? [] : [ruleOf(label, definition)];
	});
}

function ruleOf(label: string, definition: unknown): Rule {
	if (typeof definition === "string") return rule(label, { query: definition });
	if (!isRecord(definition)) return rule(label, { words: definition });
	const isWeights = Object.values(definition).every(value => typeof value === "number");
	return rule(label, isWeights ? { words: definition } : definition);
}

function rule(label: string, given: Readonly<Record<string, unknown>>): Rule {
	const words = wordsOf(given["words"]);
	const query = given["query"];
	const papers = strings(given["papers"]);
	const from = strings(given["from"]);
	const hasQuery = typeof query === "string" && query.trim() !== "";
	return {
		label,
		words,
		...(hasQuery && { query }),
		papers,
		from,
		terms: strings(given["terms"]),
		isSplit: given["isSplit"] === true,
		isPinned: given["isPinned"] === true,
		isOwn: hasQuery || papers.length > 0 || Object.keys(words).length > 0,
	};
}

function wordsOf(value: unknown): TopicWords {
	if (!isRecord(value)) return Object.fromEntries(strings(value).map(word => [word, givenWeight]));
	return Object.fromEntries(
		Object.entries(value).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
	);
}

function strings(value: unknown): string[] {
	return Array.isArray(value) ? value.filter(each => typeof each === "string") : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
