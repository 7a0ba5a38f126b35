// What completion offers in a language: beside an extension that completes the keys of a document's own bibliography ours
// are left out, so that no row is there twice.

import type { Settings } from "../contributions";
import { isServedElsewhere } from "../neighbours";

/** Entries of the document's bibliographies, and papers of the shelf that have none. */
export interface Offer {
	readonly entries: boolean;
	readonly shelf: boolean;
}

/** What is offered, by the setting and the extensions that are there. */
export function offerFor(
	languageId: string,
	mode: Settings["completion"],
	isInstalled: (id: string) => boolean,
): Offer {
	switch (mode) {
		case "all":
			return { entries: true, shelf: true };
		case "shelf":
			return { entries: false, shelf: true };
		case "off":
			return { entries: false, shelf: false };
		case "auto":
			return { entries: !isServedElsewhere("completion", languageId, isInstalled), shelf: true };
	}
}
