// What completion offers at a place, as the editor shows it.

import type { TextRange } from "../paper";
import type { BibRow } from "./bibtex/rows";
import type { ExpectedKey } from "./expected";

/** A work to cite: an entry of the project, or a paper of the shelf that has none yet. */
export interface KeyRow {
	/** Of a paper of the shelf the key that it would get. */
	readonly key: string;
	/** Plain text on one line. */
	readonly title: string;
	/** "Filiot et al. 2024" */
	readonly authorYear: string;
	/** Set for a paper of the shelf. */
	readonly id?: string;
}

/** The best rows first; there may be more, so that the next letter asks again. */
export type Completions =
	| { readonly kind: "keys"; readonly expected: ExpectedKey; readonly rows: readonly KeyRow[] }
	| { readonly kind: "bibtex"; readonly range: TextRange; readonly rows: readonly BibRow[] };

export interface CompletionDetail {
	/** In the style of the settings, on one line; plain text. */
	readonly reference: string;
	/** Plain text on one line. */
	readonly abstract: string;
	/** The file that has the entry, or the digests that have the paper. */
	readonly places: readonly string[];
	/** How often the project cites it. */
	readonly cited: number;
}
