// What the engine tells of the shelf, in forms that rows and panels show: types only.

import type { Announcement, Paper, TextRange } from "./paper";
import type { Completion } from "./search/query/complete";
import type { QueryProblem } from "./search/query/query";
import type { Reason } from "./search/ranking/reasons";
import type { Mark } from "./states/paperState";

/** A paper that a search found, with what a row shows of it. */
export interface FoundPaper {
	readonly id: string;
	readonly score: number;
	/** Index terms that matched, for marking words elsewhere. */
	readonly terms: readonly string[];
	/** Ranges of the matched words in the plain form of the title. */
	readonly titleMarks: readonly TextRange[];
	/** The part of the abstract that matched best; empty when only other fields matched. */
	readonly passage: { readonly text: string; readonly marks: readonly TextRange[] };
	/** Why it was found, word by word. */
	readonly reasons: readonly Reason[];
}

/** What can be said of a query while it is typed. */
export interface QueryHelp {
	/** What may come next at the cursor. */
	readonly completions: readonly Completion[];
	/** What of it is not taken as it may have been meant. */
	readonly problems: readonly QueryProblem[];
}

/** What is known of papers beside their records, by their ids; what `is:`, `tag:` and `key:` ask about. */
export interface PaperStates {
	readonly marked: Readonly<Record<Mark, readonly string[]>>;
	/** The papers with a note. */
	readonly noted: readonly string[];
	/** The papers of each tag. */
	readonly tagged: Readonly<Record<string, readonly string[]>>;
	/** The papers that are new since last time. */
	readonly fresh: readonly string[];
	/** The papers that a followed author, venue or word has brought. */
	readonly followed: readonly string[];
	/** The papers that the open document cites, with their citation keys. */
	readonly cited: Readonly<Record<string, readonly string[]>>;
}

/** What one followed query brings. */
export interface FollowedPapers {
	readonly query: string;
	readonly papers: readonly Pick<FoundPaper, "id" | "titleMarks">[];
}

/** A topic of the shelf, with its papers by id. */
export interface ShelfTopic {
	readonly label: string;
	readonly terms: readonly string[];
	readonly ids: readonly string[];
	/** What a large topic divides into. */
	readonly subtopics?: readonly ShelfTopic[];
	readonly isPinned?: true;
}

/** Where a paper stands. */
export interface Place {
	/** The digest's source, as the library names it. */
	readonly source: string;
	/** From 1. */
	readonly place: number;
	/** How the digest announced it, when it is one of arXiv's. */
	readonly announced?: Announcement;
}

/** A paper of the shelf: one, in however many digests it stands. */
export interface ShelfWork {
	/** The best of all its records. */
	readonly paper: Paper;
	/** Every id by which it is known. */
	readonly ids: readonly string[];
	/** In the order of the digests. */
	readonly places: readonly Place[];
}
