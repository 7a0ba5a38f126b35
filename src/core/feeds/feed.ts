// What a feed is here: something that brings new papers from time to time, what it is asked, and what its answers give.
// Types only; everything survives structured cloning, as answers are read off the editor's thread.

import type { Paper } from "../paper";

/** Where a feed's papers come from. */
export type FeedSource =
	/** RSS, Atom or any other list at an `https:` address. */
	| { readonly kind: "web"; readonly url: string }
	/** A category (`cs.CL`), an archive (`cs`) or a query of arXiv's API. */
	| { readonly kind: "arxiv"; readonly query: string }
	/** The daily papers of Hugging Face: of each day, or of one. */
	| { readonly kind: "huggingFace"; readonly day: string }
	| { readonly kind: "pubmed"; readonly query: string }
	/** A folder of mails: a path within the workspace, an absolute one, or the address of a folder. */
	| { readonly kind: "mail"; readonly folder: string };

export type FeedKind = FeedSource["kind"];

export type Feed = FeedSource & {
	/** The same for the same source: what is known of a feed is kept under it. */
	readonly key: string;
	/** What the person calls it, else what it is. */
	readonly name: string;
};

/** A feed that is asked over the network. */
export type OnlineFeed = Exclude<Feed, { readonly kind: "mail" }>;

/** A day of the calendar, `2026-09-04`. */
export type Day = string;

/** What is wrong, as the code of a sentence (see `faults`) with its arguments. */
export interface Fault {
	readonly code: string;
	readonly args: readonly string[];
	/** Of the setting: which of its feeds is meant, from 1. */
	readonly entry?: number;
}

/** What a request is for, so that its answer can be read without anything else. */
export type RequestStep =
	/** What a feed holds; from 1 on a page of older papers. */
	| { readonly of: "feed"; readonly page?: number }
	/** Some of a search's results, from the oldest on; `within` when the search is of a day that was begun before. */
	| {
			readonly of: "page";
			readonly from: Day;
			readonly to: Day;
			readonly start: number;
			readonly within?: { readonly begin: number; readonly today: Day };
	  }
	/**
	 * The papers of a day, or a page of them counted from 0; those up to `last` are still to be asked for, and up to
	 * `today` there may be more.
	 */
	| { readonly of: "day"; readonly day: Day; readonly last: Day; readonly today: Day; readonly page?: number }
	/**
	 * Which records a time brought; `whole` is how many the whole time brought when this is a part of it. Of the first
	 * day those up to the number `after` were taken before.
	 */
	| {
			readonly of: "search";
			readonly from: Day;
			readonly to: Day;
			readonly whole?: number;
			readonly after?: number;
	  }
	/** Records by their numbers; `more` are still to be asked for. */
	| { readonly of: "records"; readonly more: readonly string[]; readonly left?: Received };

/** A `GET` over `https`, which may be redirected within its own host alone. */
export interface FeedRequest {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly step: RequestStep;
}

/** Papers that were not taken this time, because there were too many. */
export interface Remainder {
	/** How many the next fetches bring, as far as it is known; 0 when it is not. */
	readonly count: number;
	/** The last day whose papers were taken. */
	readonly until: Day;
	/** What no fetch brings, as there is more than is ever given. */
	readonly lost?: Shortfall;
}

/** What a feed gave of what was asked for: its last day in part when it has a place. */
export interface Received extends Remainder {
	/** Up to where that day was received: of PubMed the number of a record, of arXiv how many results. */
	readonly after?: number;
}

/** How many papers there are of a day, and how many of them can be had; of a folder, how many mails. */
export interface Shortfall {
	/** Nothing when it is not known. */
	readonly there?: number;
	readonly given: number;
}

/** What a site says about its answer, so that it can say the next time that nothing changed (RFC 9110, 8.8). */
export interface Validators {
	readonly etag?: string;
	readonly modified?: string;
}

/** What one answer gave. */
export interface FeedPage {
	readonly papers: readonly Paper[];
	/** What the feed calls itself. */
	readonly title?: string;
	/** What is to be asked next. */
	readonly next?: FeedRequest;
	/** The papers after this day were not asked for. */
	readonly left?: Received;
	readonly validators?: Validators;
	/** The site says that nothing changed. */
	readonly isUnchanged?: true;
	/** Why nothing could be read; then there are no papers. */
	readonly fault?: Fault;
	/** The site may answer later: in so many milliseconds, when it says so. */
	readonly busy?: { readonly wait?: number };
	/** Feeds that a page for people names. */
	readonly links?: readonly FeedLink[];
}

/** A feed that a page names (WHATWG HTML, 4.6.7.1: `rel=alternate` with a feed's type). */
export interface FeedLink {
	readonly title: string;
	readonly url: string;
}

/** What all answers of a feed gave together. */
export interface FeedReading {
	readonly feed: Feed;
	readonly papers: readonly Paper[];
	readonly title?: string;
	readonly left?: Received;
	readonly validators?: Validators;
	readonly isUnchanged?: true;
	/** Of a folder: marks of the mails that were read or passed over. */
	readonly mails?: readonly string[];
}

/** What is kept of a feed between fetches. Times are in the form of ISO 8601. */
export interface FeedState {
	/** The next fetch begins with this day, and behind this place of it (see `Received`). */
	readonly since?: Day;
	readonly after?: number;
	/** When it was last asked, and when it last answered. */
	readonly checked?: string;
	readonly fetched?: string;
	/** It asked to be left alone until then. */
	readonly notBefore?: string;
	readonly validators?: Validators;
	/** Why the last fetch failed. */
	readonly fault?: Fault;
	/** How many papers the last fetch that answered brought. */
	readonly brought?: number;
	readonly left?: Remainder;
	/** Short marks of what its last answer held and was dealt with, so that nothing comes again that was removed. */
	readonly seen: readonly string[];
}

/** More new papers than this are cut by their date; the rest comes with the next fetch. */
export const mostPapers = 500;

/** Papers that are received in one fetch, known ones included; the next fetch goes on behind them. */
export const mostReceived = 2000;
