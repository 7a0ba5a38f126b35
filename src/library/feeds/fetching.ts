// Fetching feeds: requests sent one after the other to each site, several sites at a time, with the patience that each
// asks for. It does not know the editor, so that tests run it as it is.

import { dayOf } from "../../core/feeds/days";
import { fault } from "../../core/feeds/faults";
import type { Fault, FeedLink, FeedPage, FeedReading, FeedRequest, FeedState, OnlineFeed } from "../../core/feeds/feed";
import { gapBetween, longestWait, mostTries, silenceAfter, silentUntil } from "../../core/feeds/schedule";
import type { Answer } from "../../core/metadata/catalogue";
import type { FeedQuestion } from "../../engine/feeds";
import { FetchError, type FetchFailure, type FetchOptions } from "../../host/fetchBytes";
import { sendRequest } from "../../host/sendRequest";
import { sleep } from "../../host/sleep";

/** A feed that did not answer, and why. */
export interface FeedFailure {
	readonly feed: OnlineFeed;
	readonly fault: Fault;
	/** Until when it is to be left alone, in the form of ISO 8601. */
	readonly notBefore?: string;
	/** The feeds that a page names which is none itself. */
	readonly links?: readonly FeedLink[];
}

export interface FetchingNeeds extends Omit<FetchOptions, "signal"> {
	readonly signal: AbortSignal;
	/** Reads an answer, or gives the first request; see `FeedQuestion`. */
	readonly ask: (question: FeedQuestion) => Promise<FeedPage>;
	/** Milliseconds since 1970; the clock of the host unless told. */
	readonly now?: () => number;
	/** Waits so many milliseconds, or until the signal comes. */
	readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Called after each feed. */
	readonly onFetched?: (feed: OnlineFeed) => void;
}

/** A feed with what is known of it. */
export interface KnownFeed<F = OnlineFeed> {
	readonly feed: F;
	readonly state: FeedState;
}

/** More sites than this are not asked at a time. */
const sitesAtOnce = 4;

/** No fetch of one feed needs more requests. */
const mostRequests = 40;

const megabytes = 32;
const seconds = 30;

/** Fetches feeds. Throws a `FetchError` of the kind `cancelled` when it was cancelled: then nothing is to be kept. */
export async function fetchFeeds(
	feeds: readonly KnownFeed[],
	needs: FetchingNeeds,
): Promise<readonly (FeedReading | FeedFailure)[]> {
	const sites = bySite(feeds);
	const done: (FeedReading | FeedFailure)[] = [];
	const next = async (): Promise<void> => {
		for (let site = sites.shift(); site; site = sites.shift()) done.push(...(await fetchSite(site, needs)));
	};
	await Promise.all(Array.from({ length: sitesAtOnce }, next));
	return done;
}

function bySite(feeds: readonly KnownFeed[]): (readonly KnownFeed[])[] {
	const sites = new Map<string, KnownFeed[]>();
	for (const known of feeds) {
		const site = siteOf(known.feed);
		sites.set(site, [...(sites.get(site) ?? []), known]);
	}
	return [...sites.values()];
}

/** Fetches the feeds of one site. Once it asks to be left alone, it is, for all of them. */
async function fetchSite(
	site: readonly KnownFeed[],
	needs: FetchingNeeds,
): Promise<readonly (FeedReading | FeedFailure)[]> {
	const done: (FeedReading | FeedFailure)[] = [];
	let silence: FeedFailure | undefined;
	for (const known of site) {
		if (done.length > 0 && !silence) await pause(gapBetween(known.feed), needs);
		const got = silence ? { ...silence, feed: known.feed } : await fetchFeed(known, needs);
		if ("fault" in got && got.notBefore !== undefined) silence ??= got;
		done.push(got);
		needs.onFetched?.(known.feed);
	}
	return done;
}

function siteOf(feed: OnlineFeed): string {
	return feed.kind === "web" ? new URL(feed.url).host : feed.kind;
}

/** Fetches one feed; `most` is how many answers are waited for. */
export async function fetchFeed(
	{ feed, state }: KnownFeed,
	needs: FetchingNeeds,
	most = mostRequests,
): Promise<FeedReading | FeedFailure> {
	const { ask, now = Date.now } = needs;
	const started = now();
	if (silentUntil(state, started) !== undefined) {
		return { feed, fault: fault("fetch-busy"), ...(state.notBefore && { notBefore: state.notBefore }) };
	}
	const question = { feed, state, today: dayOf(started) };
	let page = await ask(question);
	let reading: FeedReading = { feed, papers: [] };
	for (let sent = 0; page.next && sent < most; sent++) {
		if (sent > 0) await pause(gapBetween(feed), needs);
		const got = await sendPatiently(page.next, question, needs);
		if ("failure" in got) {
			if (isDispensable(page.next) && !maySucceedLater(got.failure)) return reading;
			return got.failure;
		}
		page = got.page;
		reading = joined(reading, page);
	}
	if (page.next && most === mostRequests) return { feed, fault: fault("answer-cut") };
	return page.next ? { ...reading, left: { count: 0, until: "" } } : reading;
}

/** Whether a feed is sound without the answer to a request: it asks for a page of older papers. */
function isDispensable({ step }: FeedRequest): boolean {
	return step.of === "feed" && step.page !== undefined;
}

function maySucceedLater({ fault: { code } }: FeedFailure): boolean {
	return /^fetch-(?:offline|too-slow|busy)$/.test(code);
}

function joined(reading: FeedReading, { papers, title, left, validators, isUnchanged }: FeedPage): FeedReading {
	return {
		...reading,
		...(title !== undefined && { title }),
		papers: [...reading.papers, ...papers],
		...(left && { left }),
		...(validators && { validators }),
		...(isUnchanged && { isUnchanged }),
	};
}

type Got = { readonly page: FeedPage } | { readonly failure: FeedFailure };

/** Sends a request, and again when the site asks to wait for a moment; one that asks for longer is given up. */
async function sendPatiently(request: FeedRequest, question: FeedQuestion, needs: FetchingNeeds): Promise<Got> {
	const { ask, now = Date.now } = needs;
	const { feed } = question;
	for (let tries = 1; ; tries++) {
		let answer: Answer;
		try {
			const hosts = [new URL(request.url).host];
			answer = await sendRequest({ ...request, method: "GET" }, hosts, { megabytes, seconds, ...needs });
		} catch (error) {
			return { failure: { feed, fault: faultOf(error, needs) } };
		}
		if (answer.status === 413) return { failure: { feed, fault: fault("fetch-too-large", `${megabytes}`) } };
		const page = await ask({ ...question, answered: { request, answer, at: now() } });
		if (!page.fault) return { page };
		const { wait } = page.busy ?? {};
		if (wait === undefined || wait > longestWait || tries >= mostTries) {
			const notBefore = page.busy && { notBefore: silenceAfter(wait, now()) };
			return { failure: { feed, fault: page.fault, ...notBefore, ...(page.links && { links: page.links }) } };
		}
		await pause(wait, needs);
	}
}

/** Why nothing came. Throws the error on when it was cancelled, or is none of these. */
function faultOf(error: unknown, { signal }: FetchingNeeds): Fault {
	if (!(error instanceof FetchError) || signal.aborted) throw error;
	const { failure } = error;
	switch (failure.kind) {
		case "cancelled":
			throw error;
		case "elsewhere":
			return fault("fetch-elsewhere", failure.host);
		case "not-https":
		case "local":
			return fault("fetch-insecure");
		case "too-slow":
			return fault("fetch-too-slow", `${failure.seconds}`);
		case "too-large":
			return fault("fetch-too-large", `${failure.megabytes}`);
		case "status":
			return fault("fetch-refused", `${failure.status}`, failure.text);
		case "unreachable":
			return fault("fetch-offline", reasonOf(failure));
	}
}

function reasonOf({ reason }: Extract<FetchFailure, { kind: "unreachable" }>): string {
	return reason.slice(0, 200);
}

/** Waits; throws when it is cancelled. */
async function pause(milliseconds: number, { signal, wait = sleep }: FetchingNeeds): Promise<void> {
	await wait(milliseconds, signal);
	if (signal.aborted) throw new FetchError({ kind: "cancelled" });
}
