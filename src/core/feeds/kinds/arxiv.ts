// arXiv's categories and queries: what was submitted since the last time, from the oldest on. Sources: arXiv API User's
// Manual, 3.1.1 (paging, sorting; no more than 30,000 results of a search), 3.3.1.2 (`totalResults`), 5.1 (query
// construction, `submittedDate` in GMT), 5.3 (categories); arXiv API Terms of Use, "Rate limits".

import { addDays, firstDayOf } from "../days";
import type { Day, Feed, FeedPage, FeedRequest, FeedState, Received, RequestStep } from "../feed";
import { mostReceived } from "../feed";
import { failed, getRequest, isCut, pageFault, papersIn, type KindOfFeed, type OpenAnswer } from "./kind";

type ArxivFeed = Extract<Feed, { readonly kind: "arxiv" }>;
type PageStep = Extract<RequestStep, { readonly of: "page" }>;

const address = "https://export.arxiv.org/api/query";

/** The manual's limit is 2,000 at a time; smaller slices are served sooner. */
const perPage = 200;

/** Results of a search that are given out, however one asks. */
const mostGiven = 30_000;

/** What a feed brings at first. A new submission is announced a day later, over a week-end up to four. */
const firstDays = 4;

/** Archives that are divided into categories: all of these are meant. */
const archives: ReadonlySet<string> = new Set(
	"astro-ph cond-mat cs econ eess math nlin physics q-bio q-fin stat".split(" "),
);

export const arxiv: KindOfFeed<ArxivFeed> = { first, read };

/** A day that was not received in full is gone on with, alone: its results stand in the same order as before. */
function first(feed: ArxivFeed, { since, after }: FeedState, today: Day): FeedRequest {
	const from = since ?? addDays(today, -firstDays);
	if (after === undefined) return request(feed, { from, to: today, start: 0 });
	return request(feed, { from, to: from, start: after, within: { begin: after, today } });
}

type Slice = Omit<PageStep, "of">;

function request({ query }: ArxivFeed, slice: Slice): FeedRequest {
	const { from, to, start } = slice;
	const days = `submittedDate:[${from.replaceAll("-", "")}0000 TO ${to.replaceAll("-", "")}2359]`;
	const parameters = {
		search_query: `${queryOf(query)} AND ${days}`,
		start,
		max_results: perPage,
		sortBy: "submittedDate",
		sortOrder: "ascending",
	};
	return getRequest(address, parameters, "application/atom+xml", { of: "page", ...slice });
}

/** A category or an archive by its name alone, else a query. */
function queryOf(query: string): string {
	if (archives.has(query)) return `cat:${query}.*`;
	return isCategory(query) ? `cat:${query}` : `(${query})`;
}

/** The form of categories: `cs.CL`, `cond-mat.str-el`, `hep-th`, `gr-qc`. */
function isCategory(query: string): boolean {
	return /^(?:[a-z]+(?:-[a-z]+)?\.(?:[A-Z]{2}|[a-z]+(?:-[a-z]+)?|\*)|(?:hep-(?:ex|lat|ph|th)|gr-qc|math-ph|nucl-(?:ex|th)|quant-ph))$/.test(
		query,
	);
}

function read(feed: ArxivFeed, { step }: FeedRequest, answer: OpenAnswer): FeedPage {
	const page = pageFault(answer.text);
	if (page) return page;
	const found = papersIn(answer, feed.name, ["arxiv-atom", "atom"]);
	if ("page" in found) return found.page;
	const { papers, problems } = found.reading;
	const error = problems.find(({ code }) => code === "no-list-of-papers");
	if (error) return failed("answer-error", error.args.at(-1) ?? "");
	if (isCut(found.reading)) return failed("answer-cut");
	if (step.of !== "page") return { papers };
	const total = totalIn(answer.text);
	const end = step.start + perPage;
	// arXiv answers at times with an empty page in the midst of a list.
	if (papers.length === 0 && step.start < total) return failed("answer-cut");
	if (end < total && end < mostGiven && end - (step.within?.begin ?? 0) < mostReceived) {
		return { papers, next: request(feed, { ...step, start: end }) };
	}
	const left = leftAfter(step, { end, total, last: firstDayOf(papers.at(-1)?.issued) });
	return { papers, ...(left && { left }) };
}

/** What is left behind the last page that is asked for; `last` is the day of its last paper. */
function leftAfter(
	{ from, to, within }: PageStep,
	{ end, total, last }: { readonly end: number; readonly total: number; readonly last: Day },
): Received | undefined {
	if (end >= total) return within && to < within.today ? { count: 0, until: to } : undefined;
	if (end >= mostGiven) return { count: 0, until: to, lost: { there: total, given: mostGiven } };
	return { count: total - end, until: last, ...(last === from && { after: end }) };
}

function totalIn(text: string): number {
	return Number(/<(?:\w+:)?totalResults\b[^<>]{0,300}>\s*(\d{1,9})\s*</.exec(text.slice(0, 20_000))?.[1] ?? 0);
}
