// What is told of the entries of bibliographies: what the shelf knows newer, and what a tidy bibliography would not have.

import type { Problem } from "../paper";
import type { FieldChange } from "./bibliography";

/** An entry by its key, or by an offset in it. */
export type EntryAt = { readonly key: string } | { readonly offset: number };

export interface UpdatedField extends FieldChange {
	/**
	 * Whether the shelf's record says more or something newer than the entry; else a person may have put it so, and it is
	 * changed only when they want it.
	 */
	readonly isDue: boolean;
}

export interface CitedKeys {
	readonly keys: readonly string[];
	/** Whether every entry counts as cited. */
	readonly all: boolean;
	/** Keys of references that the document holds itself. */
	readonly own: readonly string[];
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
	/** Whether there is one offer, and it would get just this key or has it as an identifier. */
	readonly isSure: boolean;
	/** Papers of the shelf that it may stand for. */
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
