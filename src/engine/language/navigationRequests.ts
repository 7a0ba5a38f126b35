// What may be asked of the engine about names in manuscripts and bibliographies, and what it answers. Places are lines
// and columns, as the files that they are in need not be open in the editor.

import type { KeyFacts } from "../../core/navigation/hover";
import type { Name } from "../../core/navigation/names";
import type { Refusal, Renamed } from "../../core/navigation/rename";
import type { TextRange } from "../../core/paper";
import type { LinePosition } from "../../core/text/lines";
import type { Missing, ProjectRefs, ReferencesRequest } from "../protocol";

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

export interface KeyStatesQuestion {
	readonly project: ProjectRefs;
	/** Formula of new citation keys: a paper of the shelf may have such a key. */
	readonly pattern: string;
}

export interface HoverQuestion extends KeyStatesQuestion, Pick<ReferencesRequest, "style" | "locale"> {
	readonly offset: number;
}

/** A part of a long list. */
export interface Page {
	readonly project: ProjectRefs;
	readonly start: number;
	readonly count: number;
}

/** What a key is, in the answer of `keyStates`. */
export const keyStateNames = ["known", "unknown", "onShelf"] as const;

/** The numbers of each key in the answer of `keyStates`: line, column, length, and the place of its state's name. */
export const keyStateWidth = 4;

/** The numbers of each fold in the answer of `folds`: first line, last line, and 1 for a comment. */
export const foldWidth = 3;

export interface NavigationRequests {
	/** What an offset of the document names. */
	nameAt: { params: { project: ProjectRefs; offset: number }; answer: NameAt | undefined | Missing };
	/** Where a name is used in the whole project; also where it is defined, if wanted. */
	usesOf: {
		params: { project: ProjectRefs; name: Name; withDefinitions: boolean };
		answer: readonly FileRange[] | Missing;
	};
	/** Where the name at an offset stands in the document. */
	occurrences: { params: { project: ProjectRefs; offset: number }; answer: readonly Occurrence[] | Missing };
	/** The edits, as offsets in the texts that were asked about, that give a name another one everywhere. */
	rename: { params: { project: ProjectRefs; name: Name; now: string }; answer: Renamed | Refusal | Missing };
	/** What is known of the key at an offset. */
	keyFacts: { params: HoverQuestion; answer: KeyFacts | undefined | Missing };
	/** Each key of the document, in order, by what it is; see `keyStateNames`. */
	keyStates: { params: KeyStatesQuestion; answer: Uint32Array | Missing };
	/** What may stand beside the keys of the document between two lines. */
	keyLabels: {
		params: { project: ProjectRefs; first: number; last: number };
		answer: readonly KeyLabel[] | Missing;
	};
	/** The entries of the document that the project's sources cite. */
	citedEntries: { params: { project: ProjectRefs }; answer: readonly CitedEntry[] | Missing };
	/** A page of the document's entries and strings, which is a .bib file. */
	outline: { params: Page; answer: readonly OutlineRow[] | Missing };
	/** A page of its links. */
	links: { params: Page; answer: readonly LinkRow[] | Missing };
	/** What can be folded in it; see `foldWidth`. */
	folds: { params: { project: ProjectRefs }; answer: Uint32Array | Missing };
	/** What selections at these offsets grow to, the smallest first. */
	selections: {
		params: { project: ProjectRefs; offsets: readonly number[] };
		answer: readonly (readonly TextRange[])[] | Missing;
	};
}
