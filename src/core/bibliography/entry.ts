// What every format of bibliographies gives: entries with their places, and what is wrong with the file.

import type { Paper, Problem, TextRange } from "../paper";

export interface Entry {
	readonly key: string;
	/** The whole entry: from its `@` to its last brace, an item of a list with its mark, a member of a map with its key. */
	readonly range: TextRange;
	readonly keyRange: TextRange;
	readonly paper: Paper;
}

export interface Bibliography {
	readonly entries: readonly Entry[];
	/** In the order of the file. An `error` means that the file should not be added to as it is. */
	readonly problems: readonly Problem[];
}
