// What the engine tells of the shelf, in forms that rows and panels show: types only.

import type { TextRange } from "./paper";

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
}

/** A topic of the shelf, with its papers by id. */
export interface ShelfTopic {
	readonly label: string;
	readonly terms: readonly string[];
	readonly ids: readonly string[];
}
