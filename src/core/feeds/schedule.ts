// When a feed may be asked, and when it is due. Times are milliseconds since 1970.

import type { Feed, FeedState } from "./feed";

/** How often feeds are fetched without being asked. */
export type FetchInterval = "onRequest" | "hourly" | "daily" | "weekly";

const hourMs = 3_600_000;
const intervals = new Map<FetchInterval, number>([
	["hourly", hourMs],
	["daily", 24 * hourMs],
	["weekly", 7 * 24 * hourMs],
]);

/** A clock that was set back must not keep a feed silent for ever. */
const longestSilence = 7 * 24 * hourMs;

/** Without a word from the site, it is left alone so long when it was busy. */
const silenceMs = 15 * 60_000;

/** Longer than this nobody waits in the middle of a fetch: the feed is given up for this time. */
export const longestWait = 20_000;

/** Times that a request is tried, when the site asks to wait for a moment. */
export const mostTries = 3;

/** Until when a feed asked to be left alone; `undefined` when it may be asked now. */
export function silentUntil({ notBefore }: FeedState, now: number): number | undefined {
	const until = Date.parse(notBefore ?? "");
	return until > now && until - now <= longestSilence ? until : undefined;
}

/** Until when a site that is busy is to be left alone; `wait` is what it asked for, in milliseconds. */
export function silenceAfter(wait: number | undefined, now: number): string {
	return new Date(now + Math.min(longestSilence, wait ?? silenceMs)).toISOString();
}

/** When a feed is due; `undefined` when it never is by itself, also where the setting says something else. */
export function dueAt(state: FeedState, interval: FetchInterval): number | undefined {
	const between = intervals.get(interval);
	if (between === undefined) return undefined;
	const checked = Date.parse(state.checked ?? "");
	const due = Number.isNaN(checked) ? 0 : checked + between;
	const silent = Date.parse(state.notBefore ?? "");
	return Number.isNaN(silent) ? due : Math.max(due, silent);
}

/** Milliseconds between two requests to a feed's site, by what the catalogues ask for in public. */
export function gapBetween({ kind }: Feed): number {
	switch (kind) {
		case "arxiv":
			return 3000;
		case "pubmed":
			return 340;
		case "web":
		case "huggingFace":
			return 500;
		case "mail":
			return 0;
	}
}
