// The engine's answers about names, each by its method.

import { keyFacts, keyLabels, keyStates, type ShelfNeeds } from "./aboutKeys";
import { citedEntries, nameAt, occurrences, renamed, usesIn } from "./navigating";
import type { NavigationRequests } from "./navigationRequests";
import { folds, linksPage, outlinePage, selections } from "./outlining";

type Handlers = {
	readonly [M in keyof NavigationRequests]: (
		params: NavigationRequests[M]["params"],
	) => NavigationRequests[M]["answer"];
};

export function navigation(needs: ShelfNeeds): Handlers {
	const { texts } = needs;
	return {
		nameAt: params => nameAt(texts, params),
		usesOf: params => usesIn(texts, params),
		occurrences: params => occurrences(texts, params),
		rename: params => renamed(texts, params),
		keyFacts: params => keyFacts(needs, params),
		keyStates: params => keyStates(needs, params),
		keyLabels: params => keyLabels(needs, params),
		citedEntries: ({ project }) => citedEntries(texts, project),
		outline: params => outlinePage(texts, params),
		links: params => linksPage(texts, params),
		folds: ({ project }) => folds(texts, project),
		selections: params => selections(texts, params),
	};
}

/** All of them are waited for at the keyboard. */
export const navigationMethods: readonly (keyof NavigationRequests)[] = [
	"nameAt",
	"usesOf",
	"occurrences",
	"rename",
	"keyFacts",
	"keyStates",
	"keyLabels",
	"citedEntries",
	"outline",
	"links",
	"folds",
	"selections",
];
