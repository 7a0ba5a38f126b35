// What is told of names in manuscripts and bibliographies. Places are lines and columns, as the files that they are in
// need not be open in the editor.

import type { LinePosition } from "../text/lines";
import type { Name } from "./names";

export interface LineRange {
	readonly start: LinePosition;
	readonly end: LinePosition;
}

export interface FileRange extends LineRange {
	readonly uri: string;
}

/** Where a name is defined: itself, and all of what it stands for. */
export interface DefinedAt extends FileRange {
	readonly whole: LineRange;
}

/** What a place names. */
export interface NameAt extends Name {
	/** The bibliography that has it: what reads that is concerned with it, too. */
	readonly home?: string;
	readonly isRenamable: boolean;
	readonly definitions: readonly DefinedAt[];
}

/** A place of a name in a document. */
export interface Occurrence extends LineRange {
	readonly isDefinition: boolean;
}

export interface OutlineRow extends LineRange {
	readonly name: string;
	readonly detail: string;
	/** A CSL type, or `string`. */
	readonly type: string;
	readonly nameAt: LineRange;
}

export interface LinkRow extends LineRange {
	readonly kind: "web" | "file";
	/** An `https:` address, or a path as written. */
	readonly target: string;
}

/** An entry that is cited: where its key is, and how often it is cited in all. */
export interface CitedEntry extends LinePosition {
	readonly key: string;
	readonly count: number;
}

/** What stands beside a key: authors and year. */
export interface KeyLabel extends LinePosition {
	readonly label: string;
}

/** What a key is, in the answer of `keyStates`. */
export const keyStateNames = ["known", "unknown", "onShelf"] as const;

/** The numbers of each key in the answer of `keyStates`: line, column, length, and the place of its state's name. */
export const keyStateWidth = 4;

/** The numbers of each fold in the answer of `folds`: first line, last line, and 1 for a comment. */
export const foldWidth = 3;
