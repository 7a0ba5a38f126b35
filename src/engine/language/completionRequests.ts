// What completion asks of the engine, and what it answers.

import type { BibRow } from "../../core/completion/bibtex/rows";
import type { ExpectedKey } from "../../core/completion/expected";
import type { TextRange } from "../../core/paper";
import type { ReferencesRequest, Missing, ProjectRefs } from "../protocol";

export interface CompletionQuestion {
	readonly project: ProjectRefs;
	/** In the document that the question is about. */
	readonly offset: number;
	/** The command of a new citation in LaTeX; see `InsertOptions`. */
	readonly command: string | undefined;
	/** Formula of new keys; see `citationKey`. */
	readonly pattern: string;
	/** Whether entries of the project are wanted, and whether papers of the shelf are. */
	readonly entries: boolean;
	readonly shelf: boolean;
}

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

export interface CompletionDetailQuestion extends Pick<ReferencesRequest, "style" | "locale"> {
	readonly project: ProjectRefs;
	readonly row: Pick<KeyRow, "key" | "id">;
}

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

export interface CompletionRequests {
	/** What may be typed at a place; `undefined` where nothing is expected. */
	completions: { params: CompletionQuestion; answer: Completions | Missing | undefined };
	/** What is shown of a row that is looked at; `undefined` when it is not there any more. */
	completionDetail: { params: CompletionDetailQuestion; answer: CompletionDetail | Missing | undefined };
}
