// The daily papers of Hugging Face, a list for each day. Source: huggingface.co/docs/hub/api, "GET /api/daily_papers":
// `date` is a day not later than today (UTC), `limit` at most 100, `p` the page from 0.

import { list } from "../../digests/json/fields";
import { valueOf } from "../../metadata/catalogues/answer";
import { addDays, earlier } from "../days";
import type { Day, Feed, FeedPage, FeedRequest, FeedState, RequestStep } from "../feed";
import { isCut, failed, getRequest, pageFault, papersIn, type KindOfFeed, type OpenAnswer } from "./kind";

type HuggingFaceFeed = Extract<Feed, { readonly kind: "huggingFace" }>;

const address = "https://huggingface.co/api/daily_papers";
const perDay = 100;

/** What the feed brings at first: there is none on a week-end. */
const firstDays = 3;

/** Days that are asked for in one fetch: some 500 papers; those after them come with the next. */
const mostDays = 10;

/** Pages of one day that are asked for; with those of the other days no more than a fetch may send. */
const mostPages = 4;

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

type Days = Omit<Extract<RequestStep, { readonly of: "day" }>, "of">;

function request(days: Days): FeedRequest {
	const { day, page = 0 } = days;
	const parameters = { date: day, limit: perDay, ...(page > 0 && { p: page }) };
	return getRequest(address, parameters, "application/json", { of: "day", ...days });
}

function read(feed: HuggingFaceFeed, { step }: FeedRequest, answer: OpenAnswer): FeedPage {
	const page = pageFault(answer.text);
	if (page) return page;
	const more = (isFull: boolean) => (step.of === "day" ? moreAfter(step, isFull) : {});
	if (/^\s*\[\s*\]\s*$/.test(answer.text.slice(0, 100))) return { papers: [], ...more(false) };
	const found = papersIn(answer, feed.name, ["huggingface"]);
	if ("page" in found) return found.page;
	if (isCut(found.reading)) return failed("answer-cut");
	return { papers: found.reading.papers, ...more(list(valueOf(answer.text)).length >= perDay) };
}

/** The next page of the day, else the day after; or that there may be more behind the last one. */
function moreAfter({ day, last, today, page = 0 }: Days, isFull: boolean): Pick<FeedPage, "next" | "left"> {
	if (isFull && page + 1 < mostPages) return { next: request({ day, last, today, page: page + 1 }) };
	const lost = isFull && { left: { count: 0, until: day, lost: { given: mostPages * perDay } } };
	if (day < last) return { next: request({ day: addDays(day, 1), last, today }), ...lost };
	return last < today ? { left: { count: 0, until: last }, ...lost } : { ...lost };
}
