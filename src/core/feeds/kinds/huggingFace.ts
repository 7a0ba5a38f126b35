// The daily papers of Hugging Face, a list for each day. Source: huggingface.co/docs/hub/api, "GET /api/daily_papers":
// `date` is a day not later than today (UTC), `limit` at most 100.

import { addDays, earlier } from "../days";
import type { Day, Feed, FeedPage, FeedRequest, FeedState } from "../feed";
import { isCut, failed, getRequest, pageFault, papersIn, type KindOfFeed, type OpenAnswer } from "./kind";

type HuggingFaceFeed = Extract<Feed, { readonly kind: "huggingFace" }>;

const address = "https://huggingface.co/api/daily_papers";
const perDay = 100;

/** What the feed brings at first: there is none on a week-end. */
const firstDays = 3;

/** Days that are asked for in one fetch: some 500 papers; those after them come with the next. */
const mostDays = 10;

export const huggingFace: KindOfFeed<HuggingFaceFeed> = { first, read };

/** A single day is asked for until it is over; a list of today may grow until tomorrow. */
function first({ day }: HuggingFaceFeed, { since, fetched }: FeedState, today: Day): FeedRequest | undefined {
	if (day !== "daily") {
		const isOver = fetched !== undefined && fetched.slice(0, 10) > day;
		return isOver || day > today ? undefined : request({ day, last: day, today: day });
	}
	const from = earlier(since ?? addDays(today, 1 - firstDays), today);
	return request({ day: from, last: earlier(addDays(from, mostDays - 1), today), today });
}

interface Days {
	readonly day: Day;
	readonly last: Day;
	readonly today: Day;
}

function request({ day, last, today }: Days): FeedRequest {
	return getRequest(address, { date: day, limit: perDay }, "application/json", { of: "day", day, last, today });
}

function read(feed: HuggingFaceFeed, { step }: FeedRequest, answer: OpenAnswer): FeedPage {
	const page = pageFault(answer.text);
	if (page) return page;
	const more = step.of === "day" ? moreAfter(step) : {};
	if (/^\s*\[\s*\]\s*$/.test(answer.text.slice(0, 100))) return { papers: [], ...more };
	const found = papersIn(answer, feed.name, ["huggingface"]);
	if ("page" in found) return found.page;
	return isCut(found.reading) ? failed("answer-cut") : { papers: found.reading.papers, ...more };
}

/** The day after; or that there may be more behind the last one. */
function moreAfter({ day, last, today }: Days): Pick<FeedPage, "next" | "left"> {
	if (day < last) return { next: request({ day: addDays(day, 1), last, today }) };
	return last < today ? { left: { count: 0, until: last } } : {};
}
