// How long to wait before a catalogue is asked again.

import type { Answer, Catalogue } from "../catalogue";

type Headers = Answer["headers"];

/** Longer than this nobody waits: the catalogue is given up for this time. Milliseconds, as all here. */
export const longestWait = 5 * 60_000;

/** Times that one request is tried. */
export const mostTries = 4;

/** Failures in a row after which a catalogue is given up. */
export const mostFailures = 5;

const firstBackOff = 2000;

/** The wait before the next try, twice as long each time, when the catalogue does not name it. */
export function backOff(tries: number): number {
	return firstBackOff * 2 ** Math.max(0, tries - 1);
}

/** The wait that an answer asks for: seconds, or a date (RFC 9110, 10.2.3); a header that is neither asks for none. */
export function retryAfter(headers: Headers, now: number): number | undefined {
	const written = headerOf(headers, "retry-after")?.trim() ?? "";
	if (/^\d{1,9}(?:\.\d+)?$/.test(written)) return Math.ceil(Number(written) * 1000);
	if (!/^\p{L}{3,9},? /u.test(written)) return undefined;
	const date = Date.parse(written);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The time between two requests: that of the documentation, or a longer one that the answer names (Crossref). */
export function gapOf({ pace }: Catalogue, hasKey: boolean, headers: Headers = {}): number {
	const documented = hasKey ? (pace.gapWithKey ?? pace.gap) : pace.gap;
	const limit = Number(headerOf(headers, "x-rate-limit-limit") ?? Number.NaN);
	const seconds = Number(/^(\d{1,5})s?$/.exec(headerOf(headers, "x-rate-limit-interval") ?? "")?.[1] ?? Number.NaN);
	const told = limit > 0 && seconds > 0 ? (seconds * 1000) / limit : 0;
	return Math.min(longestWait, Math.max(documented, told));
}

function headerOf(headers: Headers, name: string): string | undefined {
	return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
