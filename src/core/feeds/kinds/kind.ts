// How one kind of feed is asked and read, and what its requests have in common.

import { retryAfter } from "../../metadata/plan/patience";
import type { Answer } from "../../metadata/catalogue";
import { isBusyStatus, isPage, saidIn } from "../../metadata/catalogues/answer";
import { readDigest, type DigestReading } from "../../digests/read";
import { decodeBytes } from "../../text/decodeBytes";
import { fault } from "../faults";
import type { Day, FeedPage, FeedRequest, FeedState, OnlineFeed, RequestStep } from "../feed";

/** What a feed of some kind is asked, and how its answers are read. Both are total. */
export interface KindOfFeed<F extends OnlineFeed> {
	/** The first request of a fetch; nothing when there is nothing to ask for. */
	readonly first: (feed: F, state: FeedState, today: Day) => FeedRequest | undefined;
	/** Reads an answer with a status of success; `state` is what was kept of the feed before this fetch. */
	readonly read: (feed: F, request: FeedRequest, answer: OpenAnswer, state: FeedState) => FeedPage;
}

/** An answer with its text, which is decoded once. */
export interface OpenAnswer extends Answer {
	readonly text: string;
	/** When it came, in milliseconds since 1970. */
	readonly at: number;
}

export function getRequest(
	base: string,
	parameters: Readonly<Record<string, string | number>>,
	accept: string,
	step: RequestStep,
): FeedRequest {
	const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, `${value}`])).toString();
	return { url: `${base}?${query}`, headers: { accept }, step };
}

/** The papers of an answer, or why it is none: the reader says what it took it for. */
export function papersIn(
	{ body }: Answer,
	name: string,
	formats: readonly string[],
): { readonly reading: DigestReading } | { readonly page: FeedPage } {
	const reading = readDigest(body, name);
	if (formats.includes(reading.format)) return { reading };
	return { page: failed("answer-other", reading.format) };
}

export function failed(...said: Parameters<typeof fault>): FeedPage {
	return { papers: [], fault: fault(...said) };
}

/** Whether an answer stops in the middle of a record. */
export function isCut({ problems }: DigestReading): boolean {
	return problems.some(({ code }) => code === "file-cut");
}

/** Opens an answer: what is no success, empty or no text is a page with a fault. */
export function openAnswer(answer: Answer, at: number): OpenAnswer | FeedPage {
	const { status, headers, body } = answer;
	if (status === 304) return { papers: [], isUnchanged: true };
	const decoded = decodeBytes(body);
	const text = "text" in decoded ? decoded.text : "";
	if (status < 200 || status >= 300) return refused(status, saidIn(text), retryAfter(headers, at));
	if ("notText" in decoded) return failed("answer-other", decoded.notText);
	if (text.trim() === "") return failed("answer-empty");
	return { ...answer, text, at };
}

function refused(status: number, said: string, wait: number | undefined): FeedPage {
	if (status === 404 || status === 410) return failed("fetch-gone", `${status}`);
	const isLater = status === 429 || (wait !== undefined && isBusyStatus(status));
	if (!isLater) return failed("fetch-refused", `${status}`, said);
	return { ...failed("fetch-busy"), busy: { ...(wait !== undefined && { wait }) } };
}

/** A page for people where an answer of a catalogue was expected. */
export function pageFault(text: string): FeedPage | undefined {
	return isPage(text) ? failed("answer-error", saidIn(text)) : undefined;
}
