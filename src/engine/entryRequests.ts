// What may be asked of the engine about the entries of bibliographies, and what it answers.

import type { AddOptions } from "../core/bibliography/bibliography";
import type { EntryAt, EntryPlace, UpdatedField } from "../core/bibliography/report";
import type { KnownCitations } from "../core/citations/cited";
import type { Paper, Problem, TextEdit } from "../core/paper";
import type { TextRef } from "./protocol";

/** An entry, and what of it may change. */
export interface EntryQuestion extends Pick<AddOptions, "dialect" | "letters" | "omit"> {
	/** Where the entry is looked for: the first that has it counts. */
	readonly bibliographies: readonly TextRef[];
	readonly at: EntryAt;
	/** Names of fields that stay as they are. */
	readonly keep: readonly string[];
}

export type EntryUpdate =
	| { readonly outcome: "noEntry" }
	| { readonly outcome: "notOnShelf"; readonly key: string; readonly uri: string }
	| {
			readonly outcome: "found";
			readonly key: string;
			/** The bibliography that has the entry. */
			readonly uri: string;
			/** All fields in which the record differs, but for those that are kept, and the edits that change them. */
			readonly changes: readonly UpdatedField[];
			readonly edits: readonly TextEdit[];
			readonly problems: readonly Problem[];
	  };

/** A document's citations, and the bibliographies that it uses, the one that new entries go to first. */
export interface ReportQuestion {
	readonly bibliographies: readonly TextRef[];
	/** `undefined` when it is not known what is cited: then nothing is absent or unused. */
	readonly cited: KnownCitations | undefined;
	/** Formula of new citation keys. */
	readonly pattern: string;
}

/** Entries of preprints, each with what it says of the work. */
export interface PreprintsQuestion {
	readonly bibliographies: readonly TextRef[];
	/** Keys that are cited; without them every preprint counts. */
	readonly cited: readonly string[] | undefined;
}

export type Preprints = readonly (EntryPlace & { readonly paper: Paper })[];

/** Changes of one bibliography. */
export interface TidyQuestion extends Pick<AddOptions, "dialect" | "letters" | "omit"> {
	readonly bibliography: TextRef;
	readonly remove: readonly { readonly key: string; readonly nth: number }[];
	/** Keys of entries that are brought up to the shelf's record. */
	readonly update: readonly string[];
	/** Entries that are brought up to a record of elsewhere. */
	readonly records?: readonly { readonly key: string; readonly paper: Paper }[];
	/** Papers of the shelf, with the keys that their entries get. */
	readonly add: readonly { readonly id: string; readonly key: string }[];
}

export interface Tidied {
	readonly edits: readonly TextEdit[];
}
