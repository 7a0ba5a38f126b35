// What is checked: the manuscripts of a project with the bibliographies that they read, and what is known of both.

import type { OpenBibliography } from "../bibliography/openBibliography";
import type { Citation, Source } from "../citations/citation";
import type { Paper } from "../paper";
import type { Dialect } from "../project/reading";
import type { FilePlace } from "./finding";
import type { RuleCode } from "./rules";

export interface CheckedManuscript {
	/** Its name in findings. */
	readonly file: string;
	readonly source: Source;
	/** Its citations, where they are known already. */
	readonly citations?: readonly Citation[];
}

export interface CheckedBibliography {
	/** Its name in findings. */
	readonly file: string;
	readonly bibliography: OpenBibliography;
}

/** A bibliography of which nothing is known: it is not there, is no text, or lies elsewhere. */
export interface LackingBibliography {
	/** As a person knows it. */
	readonly name: string;
	/** Where it is declared. */
	readonly place?: FilePlace;
	readonly why: "missing" | "unreadable" | "remote";
}

export interface CheckedProject {
	/** The document and all its parts. None when bibliographies are checked by themselves. */
	readonly manuscripts: readonly CheckedManuscript[];
	/** In the order in which they are read. */
	readonly bibliographies: readonly CheckedBibliography[];
	/** What reads a `.bib`; for bibliographies by themselves what they seem to be written for. */
	readonly dialect?: Dialect | undefined;
	/** How the bibliographies were found; see `ProjectBibliography`. */
	readonly how?: "declared" | "project" | "nearest" | "setting" | "none";
	readonly lacking?: readonly LackingBibliography[];
	/** Whether all that may cite was read: only then is an entry said to be cited nowhere. */
	readonly isComplete?: boolean;
}

/** What is known of a project beside its texts. */
export type ProjectFacts = Required<Pick<CheckedProject, "how" | "lacking" | "isComplete">>;

/** A paper of the shelf that a key may stand for. */
export interface Offer {
	readonly id: string;
	readonly title: string;
}

/** What the shelf knows. */
export interface ShelfKnowledge {
	/** The shelf's record of a work. */
	find(paper: Paper): Paper | undefined;
	/** Whether notices were published about any of its works: else none is looked for. */
	readonly hasNotices?: boolean;
	/** Papers that a key may stand for, the likeliest first. */
	offers(key: string): readonly Offer[];
}

export interface CheckOptions {
	readonly shelf?: ShelfKnowledge | undefined;
	/** Rules that nobody wants to hear of. */
	readonly off?: ReadonlySet<RuleCode> | undefined;
}
