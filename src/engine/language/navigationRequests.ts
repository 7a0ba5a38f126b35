// What may be asked of the engine about names in manuscripts and bibliographies.

import type {
	CitedEntry,
	FileRange,
	KeyLabel,
	LinkRow,
	NameAt,
	Occurrence,
	OutlineRow,
} from "../../core/navigation/answers";
import type { KeyFacts } from "../../core/navigation/hover";
import type { Name } from "../../core/navigation/names";
import type { Refusal, Renamed } from "../../core/navigation/rename";
import type { TextRange } from "../../core/paper";
import type { Missing, ProjectRefs, ReferencesRequest } from "../protocol";

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
