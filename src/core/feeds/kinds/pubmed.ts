// PubMed's searches: what came into PubMed since the last time. A search gives numbers, which are fetched as records; a
// time that brought too many is halved until it fits, and a day that brought too many is taken in parts, by the numbers of
// its records. Sources: Entrez Programming Utilities Help, chapter 4 (ESearch: `datetype`, `mindate`, `maxdate`, `retmax`,
// of PubMed the first 9,999 records alone; EFetch); PubMed Help, "Entrez date".

import { at, isFields, list, text as textOf } from "../../digests/json/fields";
import { batches } from "../../metadata/catalogues/asking";
import { errorIn, saysBusy, valueOf } from "../../metadata/catalogues/answer";
import { addDays, daysBetween, earlier } from "../days";
import type { Day, Feed, FeedPage, FeedRequest, FeedState, Received, RequestStep } from "../feed";
import { mostPapers, mostReceived } from "../feed";
import { failed, getRequest, isCut, pageFault, papersIn, type KindOfFeed, type OpenAnswer } from "./kind";

type PubmedFeed = Extract<Feed, { readonly kind: "pubmed" }>;

const base = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils";
const tool = "citeshelf";
const firstDays = 7;

/** Records in one request: more would have to be posted. */
const perRequest = 200;

/** ESearch gives no more of a search in PubMed, however one asks. */
const mostGiven = 9999;

export const pubmed: KindOfFeed<PubmedFeed> = { first, read };

function first(feed: PubmedFeed, { since, after }: FeedState, today: Day): FeedRequest {
	const from = earlier(since ?? addDays(today, -firstDays), today);
	return search(feed, { from, to: today, ...(after !== undefined && { after }) });
}

type Time = Omit<Extract<RequestStep, { readonly of: "search" }>, "of">;

/** By the day on which a record came into PubMed: that of publication may be months before or after. */
function search({ query }: PubmedFeed, time: Time): FeedRequest {
	const { from, to } = time;
	const parameters = {
		db: "pubmed",
		term: query,
		datetype: "edat",
		mindate: from.replaceAll("-", "/"),
		maxdate: to.replaceAll("-", "/"),
		// A time that brought more is halved, a day is not.
		retmax: from < to ? mostPapers : mostGiven,
		retmode: "json",
		tool,
	};
	return getRequest(`${base}/esearch.fcgi`, parameters, "application/json", { of: "search", ...time });
}

function read(feed: PubmedFeed, { step }: FeedRequest, answer: OpenAnswer): FeedPage {
	if (step.of === "search") return readSearch(feed, step, answer);
	const page = pageFault(answer.text);
	if (page) return page;
	const found = papersIn(answer, feed.name, ["pubmed-xml"]);
	if ("page" in found) {
		const said = /<ERROR>([^<]{1,300})<\/ERROR>/i.exec(answer.text.slice(0, 10_000))?.[1];
		return said === undefined ? found.page : errorPage(said);
	}
	if (isCut(found.reading)) return failed("answer-cut");
	const { more = [], left } = step.of === "records" ? step : {};
	return { papers: found.reading.papers, ...after(more, left) };
}

function readSearch(feed: PubmedFeed, time: Time, { text }: OpenAnswer): FeedPage {
	const { from, to, whole } = time;
	const page = pageFault(text);
	if (page) return page;
	const result = at(valueOf(text), "esearchresult");
	if (!isFields(result)) {
		const said = errorIn(valueOf(text)) ?? /<ERROR>([^<]{1,300})<\/ERROR>/i.exec(text.slice(0, 10_000))?.[1];
		return said === undefined ? failed("answer-other", "an answer of another kind") : errorPage(said);
	}
	const count = Number(textOf(result["count"]));
	const ids = list(result["idlist"])
		.map(textOf)
		.filter(id => /^\d{1,9}$/.test(id));
	const said = errorIn(result);
	// A phrase that is not found is told elsewhere (`errorlist`), and is no error.
	if (said !== undefined) return errorPage(said);
	if (count > mostPapers && from < to) {
		const half = addDays(from, Math.floor(daysBetween(from, to) / 2));
		const first = { ...time, to: earlier(half, addDays(to, -1)), whole: whole ?? count };
		return { papers: [], next: search(feed, first) };
	}
	const { taken, later } = partOf(ids, from === to ? time.after : undefined);
	const others = Math.max(0, (whole ?? count) - count) + later;
	const isShort = ids.length < count;
	const left = {
		count: others,
		until: to,
		...(later > 0 && { after: Number(taken.at(-1)) }),
		...(isShort && { lost: { there: count, given: ids.length } }),
	};
	return { papers: [], ...after(taken, whole !== undefined || later > 0 || isShort ? left : undefined) };
}

/**
 * The records of a search that are fetched now, and how many are left for later. Where that is not all of them, they go by
 * their numbers: PubMed gives these out in the order in which records come.
 */
function partOf(ids: readonly string[], after: number | undefined): { taken: readonly string[]; later: number } {
	if (after === undefined && ids.length <= mostReceived) return { taken: ids, later: 0 };
	const sorted = ids.filter(id => Number(id) > (after ?? 0)).sort((a, b) => Number(a) - Number(b));
	return { taken: sorted.slice(0, mostReceived), later: Math.max(0, sorted.length - mostReceived) };
}

/** The request for the next records; when there are none, what was left. */
function after(ids: readonly string[], left: Received | undefined): Pick<FeedPage, "next" | "left"> {
	const [batch, ...others] = batches(ids, perRequest, id => id.length + 1);
	if (!batch) return left ? { left } : {};
	const parameters = { db: "pubmed", retmode: "xml", id: batch.join(","), tool };
	const step = { of: "records" as const, more: others.flat(), ...(left && { left }) };
	return { next: getRequest(`${base}/efetch.fcgi`, parameters, "text/xml", step) };
}

function errorPage(said: string): FeedPage {
	const page = failed("answer-error", said);
	return saysBusy(said) ? { ...page, busy: {} } : page;
}
