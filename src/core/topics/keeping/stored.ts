// The topics of before as text, for the next session.

import type { EarlierTopic } from "../topic";

export function writeEarlierTopics(topics: readonly EarlierTopic[]): string {
	return JSON.stringify(topics.map(plain));
}

/** The topics of such a text; none when it is not whole, since half of them would scatter the papers of the rest. */
export function readEarlierTopics(text: string): readonly EarlierTopic[] {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) && value.every(isEarlier) ? value.map(plain) : [];
	} catch {
		return [];
	}
}

function plain({ label, terms, ids, subtopics }: EarlierTopic): EarlierTopic {
	return { label, terms, ids, ...(subtopics && { subtopics: subtopics.map(plain) }) };
}

function isEarlier(value: unknown): value is EarlierTopic {
	if (typeof value !== "object" || value === null) return false;
	const { label, terms, ids, subtopics = [] } = value as Partial<Record<keyof EarlierTopic, unknown>>;
	const isWhole = Array.isArray(subtopics) && subtopics.every(isEarlier);
	return typeof label === "string" && areStrings(terms) && areStrings(ids) && isWhole;
}

function areStrings(value: unknown): boolean {
	return Array.isArray(value) && value.every(each => typeof each === "string");
}
