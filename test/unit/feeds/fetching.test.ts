// Fetching feeds from a server on this machine that is slow, busy, broken, leads elsewhere, or is not there.
import assert from "node:assert/strict";
import { readDigest } from "../../../src/core/digests/read";
import { paperMark } from "../../../src/core/feeds/mark";
import { FetchError } from "../../../src/host/fetchBytes";
import { askFeed } from "../../../src/engine/feeds";
import { fetchFeeds, type FeedFailure, type FetchingNeeds } from "../../../src/library/feeds/fetching";
import { noState } from "../../../src/core/feeds/states";
import type { FeedReading, FeedState, OnlineFeed } from "../../../src/core/feeds/feed";
import { arxivPage, bytes, online, rss, sample } from "./support";
import { withServer, type Served } from "../../host/localWeb";

const owls = online({ url: "https://owls.example/feed" });
const arxiv = online({ arxiv: "cs.CL" });

/** Waits are noted, and not waited for. */
function needs(served: Pick<Served, "fetch">, more: Partial<FetchingNeeds> = {}): FetchingNeeds & { waited: number[] } {
	const waited: number[] = [];
	return {
		signal: new AbortController().signal,
		ask: question => Promise.resolve(askFeed(question)),
		fetch: served.fetch,
		wait: milliseconds => Promise.resolve(void waited.push(milliseconds)),
		waited,
		...more,
	};
}

const known = (feed: OnlineFeed, state: FeedState = noState) => ({ feed, state });

function said(outcomes: readonly (FeedReading | FeedFailure)[]): readonly string[] {
	return outcomes
		.map(outcome => `${outcome.feed.name}: ${"fault" in outcome ? outcome.fault.code : outcome.papers.length}`)
		.sort();
}

suite("Fetching feeds", () => {
	test("asks each feed as often as its answers need, and nobody else", async () => {
		const items = Array.from({ length: 200 }, (_, i) => ({
			title: `Owl ${i} of the north`,
			arxiv: `2609.${10000 + i}`,
		}));
		await withServer(
			({ url }, response) => {
				if (url.host === "owls.example") return response.end(rss([{ title: "An owl at noon" }]));
				if (url.host === "huggingface.co") return response.end("[]");
				if (url.pathname.endsWith("esearch.fcgi"))
					return response.end('{"esearchresult":{"count":"2","idlist":["1","2"]}}');
				if (url.pathname.endsWith("efetch.fcgi")) return response.end(sample("digests/pubmed_set.xml"));
				const start = Number(url.searchParams.get("start"));
				return response.end(arxivPage(items.slice(0, start === 400 ? 50 : 200), 450));
			},
			async served => {
				const own = needs(served);
				const feeds = [arxiv, owls, online({ pubmed: "owls" }), online({ huggingFace: "daily" })];
				const outcomes = await fetchFeeds(
					feeds.map(feed => known(feed)),
					own,
				);
				assert.deepEqual(
					said(outcomes).filter(text => !text.startsWith("PubMed")),
					["Hugging Face daily: 0", "arXiv cs.CL: 450", "owls.example/feed: 1"],
				);
				const hosts = served.asked.map(({ url }) => url.host);
				const count = (host: string): number => hosts.filter(each => each === host).length;
				assert.deepEqual(
					[
						count("export.arxiv.org"),
						count("owls.example"),
						count("eutils.ncbi.nlm.nih.gov"),
						count("huggingface.co"),
					],
					[3, 1, 2, 3],
				);
				assert.equal(hosts.length, 9);
				assert.equal(own.waited.filter(wait => wait === 3000).length, 2, "arXiv is asked every three seconds");
				for (const { headers } of served.asked) {
					assert.deepEqual([headers["cookie"], headers["referer"]], [undefined, undefined]);
				}
			},
		);
	});

	test("one feed that fails costs no other", async () => {
		const names = ["reset", "drip", "broken", "elsewhere", "plain", "page", "round", "large", "sound", "empty"];
		const feeds = names.map(name => online({ url: `https://${name}.example/feed`, name }));
		await withServer(
			({ url, incoming }, response) => {
				const [name = ""] = url.host.split(".");
				const ends: Readonly<Record<string, () => unknown>> = {
					reset: () => incoming.socket.destroy(),
					drip: () => {
						response.write("<rss>");
						const timer = setInterval(() => response.write(" "), 20);
						response.on("close", () => clearInterval(timer));
					},
					broken: () => response.writeHead(500).end("oops"),
					elsewhere: () => response.writeHead(301, { location: "https://other.example/" }).end(),
					plain: () => response.writeHead(301, { location: "http://plain.example/" }).end(),
					page: () => response.end("<html><head><title>Owls</title></head></html>"),
					round: () => response.writeHead(302, { location: "/feed" }).end(),
					large: () => response.writeHead(200, { "content-length": "999999999" }).end(),
					sound: () => response.end(rss([{ title: "An owl at noon" }])),
					empty: () => response.end(rss([])),
				};
				ends[name]?.();
			},
			async served => {
				const outcomes = await fetchFeeds(
					feeds.map(feed => known(feed)),
					needs(served, { seconds: 0.3 }),
				);
				assert.deepEqual(said(outcomes), [
					"broken: fetch-refused",
					"drip: fetch-too-slow",
					"elsewhere: fetch-elsewhere",
					"empty: 0",
					"large: fetch-too-large",
					"page: answer-page",
					"plain: fetch-insecure",
					"reset: fetch-offline",
					"round: fetch-offline",
					"sound: 1",
				]);
				assert.ok(served.asked.every(({ url }) => names.includes(url.host.replace(".example", ""))));
			},
		);
	});

	test("a site that asks to wait for a moment is waited for, twice at most", async () => {
		await withServer(
			(_, response, count) => {
				if (count < 3) response.writeHead(429, { "retry-after": "7" }).end();
				else response.end(rss([{ title: "An owl at noon" }]));
			},
			async served => {
				const own = needs(served);
				assert.deepEqual(said(await fetchFeeds([known(owls)], own)), ["owls.example/feed: 1"]);
				assert.deepEqual([own.waited, served.asked.length], [[7000, 7000], 3]);
			},
		);
		await withServer(
			(_, response) => response.writeHead(503, { "retry-after": "1" }).end(),
			async served => {
				assert.deepEqual(said(await fetchFeeds([known(owls)], needs(served))), [
					"owls.example/feed: fetch-busy",
				]);
				assert.equal(served.asked.length, 3);
			},
		);
	});

	test("a site that asks for longer is left alone, with all its feeds, until then", async () => {
		const now = Date.parse("2026-09-11T12:00:00Z");
		const other = online({ url: "https://owls.example/other" });
		await withServer(
			(_, response) => response.writeHead(429, { "retry-after": "3600" }).end(),
			async served => {
				const own = needs(served, { now: () => now });
				const outcomes = await fetchFeeds([known(owls), known(other)], own);
				assert.deepEqual(
					outcomes.map(outcome => "fault" in outcome && [outcome.fault.code, outcome.notBefore]),
					[
						["fetch-busy", "2026-09-11T13:00:00.000Z"],
						["fetch-busy", "2026-09-11T13:00:00.000Z"],
					],
				);
				assert.equal(served.asked.length, 1);
				const silent = { notBefore: "2026-09-11T13:00:00.000Z", seen: [] };
				await fetchFeeds([known(owls, silent)], own);
				assert.equal(served.asked.length, 1, "not asked before its time");
				await fetchFeeds([known(owls, silent)], { ...own, now: () => now + 3_600_001 });
				assert.equal(served.asked.length, 2);
			},
		);
	});

	test("what did not change is not sent again", async () => {
		await withServer(
			({ headers }, response) => {
				if (headers["if-none-match"] === '"1"') response.writeHead(304).end();
				else response.writeHead(200, { etag: '"1"' }).end(rss([{ title: "An owl at noon" }]));
			},
			async served => {
				const [first] = await fetchFeeds([known(owls)], needs(served));
				assert.ok(first && "validators" in first);
				const state = { seen: [], validators: first.validators };
				const [second] = await fetchFeeds([known(owls, state)], needs(served));
				assert.ok(second && "isUnchanged" in second);
			},
		);
	});

	test("pages of older papers are asked for when all of the first is new, and only then", async () => {
		const title = (page: number): string => `An owl of page ${page} at noon`;
		const markOf = (page: number): string => {
			const [paper] = readDigest(bytes(rss([{ title: title(page) }])), "x").papers;
			return paper ? paperMark(paper) : "";
		};
		const linked = (page: number, href: string, rel = "next"): string =>
			rss([{ title: title(page) }]).replace(
				"<channel>",
				`<channel><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="${rel}" href="${href}"/>`,
			);
		const pageOf = (url: URL): number => Number(url.searchParams.get("page") ?? 0);
		const fetched = async (
			seen: readonly string[],
			answerTo: (page: number) => { status?: number; body: string },
		): Promise<readonly unknown[]> =>
			withServer(
				({ url }, response) => {
					const { status = 200, body } = answerTo(pageOf(url));
					response.writeHead(status, { etag: `"${pageOf(url)}"` }).end(body);
				},
				async served => {
					const [outcome] = await fetchFeeds([known(owls, { seen })], needs(served));
					const asked = served.asked.map(({ url }) => `${url.host} ${pageOf(url)}`);
					assert.ok(
						asked.every(text => text.startsWith("owls.example ")),
						asked.join(),
					);
					return outcome && "papers" in outcome
						? [asked.length, outcome.papers.length, outcome.validators?.etag]
						: [asked.length, outcome?.fault.code];
				},
			);
		const next = (page: number) => ({ body: linked(page, `?page=${page + 1}`) });
		assert.deepEqual(await fetched([markOf(2)], next), [3, 3, '"0"'], "up to a page that holds what is known");
		assert.deepEqual(await fetched([markOf(0)], next), [1, 1, '"0"'], "nothing can be missing");
		assert.deepEqual(await fetched([], next), [1, 1, '"0"'], "the first fetch brings what there is now");
		assert.deepEqual(await fetched(["0".repeat(12)], next), [5, 5, '"0"'], "no more than five");
		const archive = (page: number) => ({ body: linked(page, `/feed?page=${page + 1}`, "prev-archive") });
		assert.deepEqual(await fetched([markOf(1)], archive), [2, 2, '"0"']);
		for (const href of [
			"https://other.example/?page=1",
			"http://owls.example/?page=1",
			"javascript:x",
			"/feed",
			"",
		]) {
			const elsewhere = (page: number) => ({ body: linked(page, href) });
			assert.deepEqual(await fetched([markOf(9)], elsewhere), [1, 1, '"0"'], href);
		}
		const gone = (page: number) => (page === 0 ? next(0) : { status: 404, body: "gone" });
		assert.deepEqual(await fetched([markOf(9)], gone), [2, 1, '"0"'], "the first page is sound without the others");
		const busy = (page: number) => (page === 0 ? next(0) : { status: 429, body: "" });
		assert.deepEqual(await fetched([markOf(9)], busy), [2, "fetch-busy"], "the next fetch asks again for all");
	});

	test("cancelling ends everything at once, and nothing more is sent", async () => {
		const ending = new AbortController();
		await withServer(
			(_, response) => {
				setTimeout(() => ending.abort(), 50);
				response.write("<rss>");
			},
			async served => {
				const feeds = Array.from({ length: 20 }, (_, i) => online({ url: `https://owls${i}.example/` }));
				await assert.rejects(
					fetchFeeds(
						feeds.map(feed => known(feed)),
						needs(served, { signal: ending.signal }),
					),
					(error: unknown) => error instanceof FetchError && error.failure.kind === "cancelled",
				);
				assert.equal(served.asked.length, 4, "four sites at a time");
			},
		);
	});

	test("offline is an answer like any other", async () => {
		const offline: typeof fetch = () => Promise.reject(new TypeError("fetch failed"));
		const outcomes = await fetchFeeds([known(owls), known(arxiv)], needs({ fetch: offline }));
		assert.deepEqual(said(outcomes), ["arXiv cs.CL: fetch-offline", "owls.example/feed: fetch-offline"]);
	});
});
