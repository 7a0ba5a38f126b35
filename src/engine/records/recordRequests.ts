// What may be asked of the worker that looks records up, and what it answers. Everything survives structured cloning.

import type { Answer, CatalogueName, Wanted } from "../../core/metadata/catalogue";
import type { Reason } from "../../core/metadata/match";
import type { CatalogueReport, PlanStep } from "../../core/metadata/plan";
import type { KeptField } from "../../core/metadata/sidecar";
import type { SidecarItem } from "../../core/metadata/sidecar/item";
import type { Paper, Problem, TextEdit } from "../../core/paper";

/** What is looked up; see `PlanOptions`. */
export interface LookupStart {
	readonly papers: readonly Wanted[];
	readonly catalogues: readonly CatalogueName[];
	readonly withKey: ReadonlySet<CatalogueName>;
	readonly refused: ReadonlyMap<string, ReadonlySet<string>>;
	/** The day, `2026-03-01`. */
	readonly today: string;
}

/** A record that may be written. */
export interface ShownCandidate {
	readonly paper: Paper;
	readonly sources: readonly CatalogueName[];
	readonly item: SidecarItem;
}

/** A record that may be another paper's. */
export interface DoubtfulCandidate extends ShownCandidate {
	/** Why it may be the paper's, or may not. */
	readonly reasons: readonly Reason[];
}

/** What was found for a paper. */
export type LookupResult = { readonly id: string; readonly isFinished: boolean } & (
	| { readonly kind: "taken"; readonly found: ShownCandidate }
	/** The likeliest first. */
	| { readonly kind: "doubtful"; readonly candidates: readonly DoubtfulCandidate[] }
	| { readonly kind: "none" }
);

/** How far a look-up is. */
export interface LookupCount {
	readonly finished: number;
	readonly papers: number;
}

/** Items to be written into a file of records. */
export interface RecordsEdit {
	/** The text of the file as it is; empty for none. */
	readonly text: string;
	readonly file: string;
	readonly items: readonly SidecarItem[];
	/** What was written into it so far; see `SidecarOptions`. */
	readonly base: string | undefined;
}

export interface EditedRecords {
	readonly edits: readonly TextEdit[];
	readonly kept: readonly KeptField[];
	readonly problems: readonly Problem[];
	/** What was written into it by now. */
	readonly base: string;
}

/** The requests: for each its parameters and its answer. */
export interface RecordRequests {
	/** Begins a look-up; the one before is forgotten. */
	start: { params: LookupStart; answer: undefined };
	/** See `LookupPlan`, also for the next three. */
	next: { params: { now: number }; answer: PlanStep };
	answered: { params: { id: number; answer: Answer; now: number; isKept: boolean }; answer: boolean };
	failed: { params: { id: number; now: number; isOffline: boolean }; answer: undefined };
	cancel: { params: Record<string, never>; answer: undefined };
	count: { params: Record<string, never>; answer: LookupCount };
	results: { params: Record<string, never>; answer: readonly LookupResult[] };
	reports: { params: Record<string, never>; answer: readonly CatalogueReport[] };
	/** The edits of a file of records. */
	edit: { params: RecordsEdit; answer: EditedRecords };
}
