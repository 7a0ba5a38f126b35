// What a fetch comes to, once all feeds have answered: for each feed the digest of what is new, and what to keep in mind
// for the next time. It depends on what the feeds gave and on what is known alone, not on their order in the setting.

import type { Paper } from "../paper";
import { addDays, dayOf, earlier, firstDayOf } from "./days";
import { digestFileName, digestText } from "./digestFile";
import type { Day, FeedReading, FeedState, Remainder } from "./feed";
import { mostPapers, mostReceived } from "./feed";
import type { Knowledge } from "./knowledge";
import { paperMark } from "./mark";

/** A feed that answered, and what was kept of it. */
export interface Answered {
	readonly reading: FeedReading;
	readonly state: FeedState;
}

/** A digest to be written. */
export interface FeedDigest {
	/** The name of a file, without `.digest`. */
	readonly name: string;
	readonly text: string;
	readonly count: number;
	/** How many of its papers are works that were not on the shelf; the others add to works that are. */
	readonly fresh: number;
}

export interface Settled {
	readonly key: string;
	/** What to keep once the digest is written. */
	readonly state: FeedState;
	/** Nothing when there is nothing new. */
	readonly digest?: FeedDigest;
}

export interface Moment {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** The person's own day, by which files are named. */
	readonly today: Day;
}

/** arXiv's papers are announced some days after they were submitted, PubMed's and others' days end elsewhere. */
const overlapDays = { arxiv: 4, pubmed: 1, huggingFace: 1 } as const;

/** Settles feeds in the order of their keys; `knowledge` takes in what they bring. */
export function settle(answered: readonly Answered[], knowledge: Knowledge, moment: Moment): readonly Settled[] {
	const sorted = [...answered].sort((a, b) => (a.reading.feed.key < b.reading.feed.key ? -1 : 1));
	return sorted.map(each => settleOne(each, knowledge, moment));
}

function settleOne({ reading, state }: Answered, knowledge: Knowledge, { now, today }: Moment): Settled {
	const { feed, isUnchanged } = reading;
	const at = new Date(now).toISOString();
	if (isUnchanged) return { key: feed.key, state: unchanged(state, at) };
	const known = new Set(state.seen);
	const fresh = distinct(reading.papers).filter(
		paper => !known.has(paperMark(paper)) && knowledge.noveltyOf(paper) !== "known",
	);
	const parts = cut(fresh, isCutHere(reading) ? mostPapers : Infinity);
	const before = knowledge.count;
	const papers = parts.taken.filter(paper => knowledge.take(paper) !== "known");
	const next = { ...nextState({ reading, state }, parts, now), brought: papers.length };
	const digest = {
		name: digestFileName(feed, today),
		text: digestText(papers),
		count: papers.length,
		fresh: knowledge.count - before,
	};
	return {
		key: feed.key,
		state: { checked: at, fetched: at, seen: [], ...next },
		...(papers.length > 0 && { digest }),
	};
}

/** What is kept of a feed whose site said that nothing changed. */
function unchanged({ validators, brought, seen }: FeedState, at: string): FeedState {
	return {
		checked: at,
		fetched: at,
		...(validators && { validators }),
		...(brought !== undefined && { brought }),
		seen,
	};
}

/** Searches that are asked for by time were cut already. */
function isCutHere({ feed: { kind } }: FeedReading): boolean {
	return kind === "web" || kind === "arxiv";
}

interface Parts {
	readonly taken: readonly Paper[];
	readonly rest: readonly Paper[];
}

/** The first papers by their dates: all of a day or none of it, unless one day alone is too much. */
function cut(papers: readonly Paper[], most: number): Parts {
	if (papers.length <= most) return { taken: papers, rest: [] };
	const sorted = papers
		.map((paper, place) => ({ paper, place, day: firstDayOf(paper.issued) }))
		.sort((a, b) => (a.day === b.day ? a.place - b.place : a.day < b.day ? -1 : 1));
	const end = sorted[most]?.day ?? "";
	const whole = sorted.filter(({ day }) => day < end);
	const takes = new Set((whole.length > 0 ? whole : sorted.slice(0, most)).map(({ place }) => place));
	return {
		taken: papers.filter((_, place) => takes.has(place)),
		rest: papers.filter((_, place) => !takes.has(place)),
	};
}

/** Where the next fetch goes on. */
function nextState({ reading, state }: Answered, parts: Parts, now: number): Partial<FeedState> {
	const { rest } = parts;
	const { feed, papers, mails, validators } = reading;
	const today = dayOf(now);
	const left = leftOf(reading, parts);
	const after = reading.left?.after;
	const undone = new Set(rest.map(paperMark));
	const done = papers.map(paperMark).filter(mark => !undone.has(mark));
	// A feed of the web holds all that it may send again; a search may go back behind its last answer.
	const marks = new Set(feed.kind === "web" ? done : [...state.seen, ...done]);
	const kept = { seen: mails ?? [...marks].slice(-mostReceived), ...(left && { left }) };
	switch (feed.kind) {
		case "web":
			// What was not taken is to be sent again.
			return { ...kept, ...(validators && !left && { validators }) };
		case "arxiv":
			return {
				...kept,
				...(left ? goOn({ rest, left, after }, state, today) : { since: addDays(today, -overlapDays.arxiv) }),
			};
		case "pubmed":
		case "huggingFace":
			if (!left) return { ...kept, since: addDays(today, -overlapDays[feed.kind]) };
			return {
				...kept,
				...(after === undefined ? { since: addDays(left.until, 1) } : { since: left.until, after }),
			};
		case "mail":
			return kept;
	}
}

/** What was received and not taken, what was not received, and up to which place of its last day it was. */
interface Unfinished {
	readonly rest: readonly Paper[];
	readonly left: Remainder;
	readonly after: number | undefined;
}

/**
 * Where arXiv goes on: on the day of the first paper that was not taken. When all that was received was taken, it goes on
 * behind the place up to which that day was received; without such a place, no day is asked for a third time.
 */
function goOn({ rest, left, after }: Unfinished, state: FeedState, today: Day): Pick<FeedState, "since" | "after"> {
	const next = rest.map(({ issued }) => firstDayOf(issued)).sort()[0] ?? left.until;
	const { since = "" } = state;
	if (next === "") return { since: addDays(today, -overlapDays.arxiv) };
	const place = rest.length === 0 ? after : next === since ? state.after : undefined;
	if (place !== undefined) return { since: next, after: place };
	return { since: earlier(rest.length === 0 && next <= since ? addDays(since, 1) : next, today) };
}

/** What is kept of what was left: with what was cut here, without the place. */
function leftOf({ left }: FeedReading, { taken, rest }: Parts): Remainder | undefined {
	if (rest.length === 0 && !left) return undefined;
	const last = taken
		.map(({ issued }) => firstDayOf(issued))
		.sort()
		.at(-1);
	return {
		count: rest.length + (left?.count ?? 0),
		until: (rest.length === 0 ? left?.until : last) ?? "",
		...(left?.lost && { lost: left.lost }),
	};
}

function distinct(papers: readonly Paper[]): readonly Paper[] {
	return [...new Map(papers.toReversed().map(paper => [paperMark(paper), paper])).values()].toReversed();
}
