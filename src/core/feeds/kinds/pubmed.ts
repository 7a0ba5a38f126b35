// PubMed's searches: what came into PubMed since the last time. A search gives numbers, which are fetched as records; a
// time that brought too many is halved until it fits. Sources: Entrez Programming Utilities Help, chapter 4 (ESearch:
// `datetype`, `mindate`, `maxdate`, `retmax`; EFetch); PubMed Help, "Entrez date".

import { at, fieldsOf, isFields, list, text as textOf } from "../../digests/json/fields";
import { batches } from "../../metadata/catalogues/asking";
import { errorIn, saysBusy } from "../../metadata/catalogues/answer";
import { addDays, daysBetween, earlier } from "../days";
import type { Day, Feed, FeedPage, FeedRequest, FeedState, Remainder } from "../feed";
import { mostPapers, mostReceived } from "../feed";
import { failed, getRequest, isCut, pageFault, papersIn, type KindOfFeed, type OpenAnswer } from "./kind";

type PubmedFeed = Extract<Feed, { readonly kind: "pubmed" }>;

const base = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils";
const tool = "citeshelf";
const firstDays = 7;

/** Records in one request: more would have to be posted. */
const perRequest = 200;

export const pubmed: KindOfFeed<PubmedFeed> = { first, read };

function first(feed: PubmedFeed, { since }: FeedState, today: Day): FeedRequest {
	return search(feed, { from: earlier(since ?? addDays(today, -firstDays), today), to: today });
}

interface Time {
	readonly from: Day;
	readonly to: Day;
	readonly whole?: number;
}

/** By the day on which a record came into PubMed: that of publication may be months before or after. */
function search({ query }: PubmedFeed, time: Time): FeedRequest {
	const { from, to } = time;
	const parameters = {
		db: "pubmed",
		term: query,
		datetype: "edat",
		mindate: from.replaceAll("-", "/"),
		maxdate: to.replaceAll("-", "/"),
		retmax: mostReceived,
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

function readSearch(feed: PubmedFeed, { from, to, whole }: Time, { text }: OpenAnswer): FeedPage {
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
		return { papers: [], next: search(feed, { from, to: earlier(half, addDays(to, -1)), whole: whole ?? count }) };
	}
	const rest = (whole ?? count) - ids.length;
	return {
		papers: [],
		...after(ids, whole !== undefined || rest > 0 ? { count: Math.max(0, rest), until: to } : undefined),
	};
}

/** The request for the next records; when there are none, what was left. */
function after(ids: readonly string[], left: Remainder | undefined): Pick<FeedPage, "next" | "left"> {
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

function valueOf(text: string): unknown {
	try {
		return fieldsOf(JSON.parse(text));
	} catch {
		return undefined;
	}
}
