// Why a search found a paper, in words: which of its words stand for which of the query, and where they stand.

import type { Reason } from "../search/ranking/reasons";
import { escapeHtml } from "./escape";
import { fill, type Labels } from "./labels";
import { listHtml } from "./parts/sections";

/** Words of a paper that one word of a query is said to have led to. */
const mostWords = 4;

/** Why a paper was found, a line for each word of the query; empty without reasons. */
export function reasonTexts(reasons: readonly Reason[], labels: Labels): string[] {
	return reasons.map(reason => {
		const places = reason.fields.map(field => placeLabel(field, labels)).filter(place => place !== "");
		return places.length === 0
			? wordsText(reason, labels)
			: fill(labels.reasons, wordsText(reason, labels), places.join(", "));
	});
}

/**
 * Of the reasons those that a reader would not see by looking at the words that are marked, on one line; nearness in
 * meaning only where there is no other reason.
 */
export function hiddenReasons(reasons: readonly Reason[], labels: Labels): string {
	const isByWords = reasons.some(({ way }) => way !== "meaning");
	const hidden = reasons.filter(
		({ way }) => way === "slip" || way === "acronym" || way === "synonym" || (way === "meaning" && !isByWords),
	);
	return hidden.map(reason => wordsText(reason, labels)).join(" · ");
}

export function reasonsHtml(reasons: readonly Reason[], labels: Labels): string {
	return listHtml(
		"reasons",
		reasonTexts(reasons, labels).map(text => `<bdi>${escapeHtml(text)}</bdi>`),
	);
}

function wordsText({ query, words, way }: Reason, labels: Labels): string {
	// The words of a long form stand side by side.
	const isPhrase = way === "acronym" || way === "synonym";
	const shown = isPhrase ? words.join(" ").toLowerCase() : words.slice(0, mostWords).join(", ");
	switch (way) {
		case "word":
			return shown;
		case "stem":
			return fill(labels.foundByStem, shown, query);
		case "prefix":
			return fill(labels.foundByPrefix, shown, query);
		case "slip":
			return fill(labels.foundBySlip, shown, query);
		case "acronym":
			return fill(labels.foundByAcronym, shown, query);
		case "synonym":
			return fill(labels.foundBySynonym, shown, query);
		case "meaning":
			return fill(labels.foundByMeaning, shown);
	}
}

function placeLabel(field: string, labels: Labels): string {
	const names: Readonly<Record<string, string>> = {
		title: labels.fieldTitle,
		abstract: labels.abstract,
		authors: labels.authors,
		venue: labels.fieldVenue,
		keywords: labels.fieldKeywords,
		identifiers: labels.fieldIdentifiers,
		topic: labels.topics,
	};
	return (names[field] ?? "").toLowerCase();
}
