// What a public catalogue of papers is here: what it may be asked, how often, and what its answers give. Types only;
// requests are built and answers read in `catalogues`, and sent elsewhere.

import type { Notice, Paper, Problem } from "../paper";

export type CatalogueName = "arxiv" | "crossref" | "openalex" | "semanticscholar" | "datacite" | "pubmed" | "doi";

/** What is known of a paper whose record is looked for; any paper of a digest is one. */
export type Wanted = Pick<Paper, "id" | "title" | "abstract" | "authors" | "issued" | "doi" | "arxiv" | "pmid">;

/** By what a paper is looked up. */
export type LookupKind = "identifier" | "title" | "abstract";

/** Papers asked for in one way. Papers that a catalogue cannot be asked for in this way are passed over. */
export interface Query {
	readonly by: LookupKind;
	readonly papers: readonly Wanted[];
}

/** One request over HTTP, without whatever says who asks (`identified` adds that). */
export interface CatalogueRequest {
	/** Absolute and of `https:`, of the first host of its catalogue. */
	readonly url: string;
	readonly method: "GET" | "POST";
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Ids of the papers that it asks for. */
	readonly papers: readonly string[];
}

/** What came back, redirects followed. Names of headers in any case. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/** Identifiers of a work in the forms of `Paper`. */
export interface Identity {
	readonly doi?: string;
	readonly arxiv?: string;
	readonly pmid?: string;
}

/** What another record is to this one. */
export type RelationKind =
	/** The version in a journal or in proceedings of this preprint. */
	| "published"
	/** A preprint of this work. */
	| "preprint"
	/** Another version, an older or a newer one. */
	| "version"
	/** What this record comments on, replies to or reviews. */
	| "about"
	/** What this record retracts, corrects or warns of. */
	| "notice-of";

export interface Relation extends Identity {
	readonly kind: RelationKind;
	/** Where it appeared, in the catalogue's words, when that is all there is: `Phys. Rev. D 76, 013009 (2007)`. */
	readonly where?: string;
}

/** A meeting at which a work was presented. */
export interface Meeting {
	readonly title: string;
	readonly place?: string;
}

/** A record of a catalogue. */
export interface Candidate {
	readonly paper: Paper;
	readonly source: CatalogueName;
	readonly relations: readonly Relation[];
	/** Notices about this work. */
	readonly notices: readonly Notice[];
	readonly event?: Meeting;
}

/** What an answer gave. */
export interface Reading {
	readonly candidates: readonly Candidate[];
	readonly problems: readonly Problem[];
	/** Works that a search found by their identifiers alone: their records are to be asked for. */
	readonly leads: readonly Identity[];
	/** The catalogue is busy or broken for now: the same request may succeed later. */
	readonly isBusy: boolean;
}

/** How often a catalogue lets itself be asked, by its public documentation. */
export interface Pace {
	/** Milliseconds from the start of one request to the start of the next. */
	readonly gap: number;
	/** The same with a key. */
	readonly gapWithKey?: number;
	/** Requests that may be under way at a time. */
	readonly atOnce: number;
}

/** Where a request carries who asks: a parameter of the address, or a header with something before the value. */
export interface Slot {
	readonly in: "address" | "header";
	readonly name: string;
	readonly prefix?: string;
}

export interface Catalogue {
	readonly name: CatalogueName;
	/** As a person knows it. */
	readonly label: string;
	/** Where it answers; the first is asked, the others are where its redirects may lead. */
	readonly hosts: readonly string[];
	readonly pace: Pace;
	/** Where an e-mail address to reach us at goes. */
	readonly contact?: Slot;
	/** Where a key of the person's own goes. */
	readonly key?: Slot;
	/** The requests for as many of the papers as can be asked for, in batches as large as the catalogue takes. */
	readonly request: (query: Query) => readonly CatalogueRequest[];
	/** Reads any answer, as far as it is sound. Total. */
	readonly read: (answer: Answer) => Reading;
}
