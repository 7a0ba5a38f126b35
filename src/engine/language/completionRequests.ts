// What completion asks of the engine, and what it answers.

import type { CompletionDetail, Completions, KeyRow } from "../../core/completion/rows";
import type { Missing, ProjectRefs, ReferencesRequest } from "../protocol";

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

export interface CompletionDetailQuestion extends Pick<ReferencesRequest, "style" | "locale"> {
	readonly project: ProjectRefs;
	readonly row: Pick<KeyRow, "key" | "id">;
}

export interface CompletionRequests {
	/** What may be typed at a place; `undefined` where nothing is expected. */
	completions: { params: CompletionQuestion; answer: Completions | Missing | undefined };
	/** What is shown of a row that is looked at; `undefined` when it is not there any more. */
	completionDetail: { params: CompletionDetailQuestion; answer: CompletionDetail | Missing | undefined };
}
