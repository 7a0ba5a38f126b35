// Entries of papers of which a title is all that is known: their note says so, until the record is there.

import type { Paper } from "../paper";
import { isCitedByTitle } from "../recordState";

/** What the note says; by it the note is known again, and goes when authors and a date are there. */
export const titleAlone = "Cited by its title: authors and date were not known";

/** A paper as it is cited, with the note where it needs one. */
export function withTitleNote(paper: Paper): Paper {
	return isCitedByTitle(paper) && paper.note === undefined ? { ...paper, note: titleAlone } : paper;
}
