// What may be asked of the engine about the entries of bibliographies, and what it answers.

import type { AddOptions, FieldChange } from "../core/bibliography/bibliography";
import type { Problem, TextEdit } from "../core/paper";
import type { BibliographyRef } from "./protocol";

/** An entry, and what of it may change. */
export interface EntryQuestion extends Pick<AddOptions, "dialect" | "letters" | "omit"> {
	/** Where the entry is looked for: the first that has it counts. */
	readonly bibliographies: readonly BibliographyRef[];
	/** Its key, or an offset in it, in the first bibliography. */
	readonly at: { readonly key: string } | { readonly offset: number };
	/** Names of fields that stay as they are. */
	readonly keep: readonly string[];
}

export interface UpdatedField extends FieldChange {
	/**
	 * Whether the shelf's record says more or something newer than the entry; else a person may have put it so, and it is
	 * changed only when they want it.
	 */
	readonly isDue: boolean;
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
	readonly bibliographies: readonly BibliographyRef[];
	/** `undefined` when it is not known what is cited: then nothing is absent or unused. */
	readonly cited: { readonly keys: readonly string[]; readonly all: boolean } | undefined;
	/** Formula of new citation keys. */
	readonly pattern: string;
}

/** An entry of a bibliography, as a person knows it. */
export interface EntryPlace {
	readonly uri: string;
	readonly key: string;
	/** Which of the entries with this key in the file, from 0. */
	readonly nth: number;
	/** Where it starts. */
	readonly offset: number;
	readonly title: string;
	readonly authorYear: string;
}

/** A key that is cited, and in no bibliography. */
export interface AbsentKey {
	readonly key: string;
	/** The entry that is probably meant: its key differs in its capitals, or it is the work that the key stands for. */
	readonly meant?: string;
	/** Papers of the shelf that would get this key. */
	readonly offers: readonly { readonly id: string; readonly title: string; readonly authorYear: string }[];
}

export interface Twins {
	/** The entry that stays: the first that is cited, else the first. */
	readonly kept: EntryPlace;
	readonly other: EntryPlace;
	/** Whether the other can go: nothing cites or needs it, or it has the same key in the same file. */
	readonly isIdle: boolean;
}

export interface BibliographyReport {
	readonly absent: readonly AbsentKey[];
	readonly unused: readonly EntryPlace[];
	readonly twins: readonly Twins[];
	/** Entries of preprints of which the shelf knows the published version, and where that appeared. */
	readonly published: readonly (EntryPlace & { readonly venue: string })[];
	/** Errors, by the bibliography; nothing of such a file is in the lists. */
	readonly broken: readonly { readonly uri: string; readonly problems: readonly Problem[] }[];
}

/** Changes of one bibliography. */
export interface TidyQuestion extends Pick<AddOptions, "dialect" | "letters" | "omit"> {
	readonly bibliography: BibliographyRef;
	readonly remove: readonly { readonly key: string; readonly nth: number }[];
	/** Keys of entries that are brought up to the shelf's record. */
	readonly update: readonly string[];
	/** Papers of the shelf, with the keys that their entries get. */
	readonly add: readonly { readonly id: string; readonly key: string }[];
}

export interface Tidied {
	readonly edits: readonly TextEdit[];
}
