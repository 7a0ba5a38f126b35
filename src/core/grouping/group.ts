// What the shelf may be grouped and sorted by, and the groups that come of it. Types and lists only.

import type { IssuedDate } from "../paper";

/** What papers are grouped by; `none` is one flat list. */
export const groupings = ["topic", "date", "digest", "author", "venue", "method", "state", "none"] as const;
export type GroupBy = (typeof groupings)[number];

/** The order within a group; `digest` is that of the shelf. */
export const orders = ["digest", "title", "year", "author", "nearness"] as const;
export type SortBy = (typeof orders)[number];

/** How the shelf is arranged. */
export interface Arrangement {
	readonly by: GroupBy;
	readonly sort: SortBy;
}

export const defaultArrangement: Arrangement = { by: "topic", sort: "digest" };

export interface Group {
	/** Stays while papers come and go; different among groups side by side. */
	readonly key: string;
	readonly label: string;
	/** Ids of papers, each once, in the order asked for. */
	readonly ids: readonly string[];
	/** Every paper of a group with groups below is in one of these. */
	readonly groups?: readonly Group[];
	/** The words that made it, of a topic. */
	readonly terms?: readonly string[];
}

/** A topic as it is grouped by. */
export interface GroupedTopic {
	readonly label: string;
	readonly terms: readonly string[];
	readonly ids: readonly string[];
	readonly subtopics?: readonly GroupedTopic[] | undefined;
}

/** A digest as it is grouped by. */
export interface GroupedDigest {
	readonly source: string;
	readonly label: string;
	readonly date?: IssuedDate | undefined;
	readonly ids: readonly string[];
}

/** What is known beside the records of papers; asked only when it is grouped by. */
export interface GroupFacts {
	readonly topics: () => readonly GroupedTopic[];
	readonly digests: () => readonly GroupedDigest[];
	/** The values of `is:` of a paper. */
	readonly states: (id: string) => readonly string[];
	/** The place of a paper in the ranking by nearness, from 0; `undefined` when it has none. */
	readonly rank: (id: string) => number | undefined;
}

/** How groups are named and sorted. */
export interface GroupWords {
	readonly labels: GroupLabels;
	/** A language tag (BCP 47), for the order of names. */
	readonly locale: string;
}

/** The words that groups are named by, in English. `{0}` and `{1}` are filled in. */
export const englishGroupLabels = {
	cited: "Cited in the open document",
	done: "Done",
	hidden: "Hidden",
	later: "To read later",
	noAuthor: "Without author",
	noDate: "Without date",
	noDigest: "Without digest",
	noMethod: "Other methods and data",
	noMonth: "{0}, without month",
	noted: "With a note",
	noTopic: "Without topic",
	noVenue: "Without journal or conference",
	otherLetters: "Other letters",
	ranks: "{0} to {1}",
	read: "Read",
	starred: "Starred",
	unread: "Unread",
} as const;

export type GroupLabels = Readonly<Record<keyof typeof englishGroupLabels, string>>;
