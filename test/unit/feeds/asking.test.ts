// Asking feeds of every kind: what is requested, and what is asked for next.
import assert from "node:assert/strict";
import type { FeedPage, FeedState } from "../../../src/core/feeds/feed";
import type { Answer } from "../../../src/core/metadata/catalogue";
import { abstract, answer, arxivPage, ask, asked as today, parameters, read, rss, sample } from "./support";

suite("Asking a feed", () => {
	test("arXiv is asked for what was submitted since the last time, the oldest first", () => {
		const first = ask({ arxiv: "cs.CL" });
		assert.ok(first);
		assert.ok(first.url.startsWith("https://export.arxiv.org/api/query?"));
		assert.deepEqual(parameters(first), {
			search_query: "cat:cs.CL AND submittedDate:[202609070000 TO 202609112359]",
			start: "0",
			max_results: "200",
			sortBy: "submittedDate",
			sortOrder: "ascending",
		});
		const queries = new Map([
			["cs", "cat:cs.*"],
			["astro-ph", "cat:astro-ph.*"],
			["hep-th", "cat:hep-th"],
			["cond-mat.str-el", "cat:cond-mat.str-el"],
			["physics.comp-ph", "cat:physics.comp-ph"],
			["cat:cs.CV AND abs:x&y=#", "(cat:cs.CV AND abs:x&y=#)"],
			["owls", "(owls)"],
		]);
		for (const [arxiv, expected] of queries) {
			const request = ask({ arxiv }, { since: "2026-09-01", seen: [] });
			assert.equal(
				request && parameters(request)["search_query"],
				`${expected} AND submittedDate:[202609010000 TO 202609112359]`,
			);
		}
	});

	test("arXiv's pages follow one another until all or enough were received", () => {
		const items = Array.from({ length: 200 }, (_, i) => ({
			title: `Owl ${i} of the north`,
			arxiv: `2609.${10000 + i}`,
		}));
		const entry = { arxiv: "cs.CL" };
		const page = read(entry, answer(arxivPage(items, 450)));
		assert.equal(page.papers.length, 200);
		assert.ok(page.next);
		assert.equal(parameters(page.next)["start"], "200");
		const last = read(entry, answer(arxivPage(items.slice(0, 50), 450)), {
			...page.next,
			step: { of: "page", from: "2026-09-04", to: today, start: 400 },
		});
		assert.deepEqual([last.papers.length, last.next, last.left], [50, undefined, undefined]);
		const enough = read(entry, answer(arxivPage(items, 5000)), {
			...page.next,
			step: { of: "page", from: "2026-09-04", to: today, start: 1800 },
		});
		assert.deepEqual([enough.next, enough.left], [undefined, { count: 3000, until: "2026-09-04", after: 2000 }]);
		const glitch = read(entry, answer(arxivPage([], 450)), page.next);
		assert.equal(glitch.fault?.code, "answer-cut");
	});

	test("PubMed is searched by the day on which records came, a time that brought too many is halved, records follow", () => {
		const entry = { pubmed: "owls[ti]" };
		const first = ask(entry);
		assert.ok(first);
		assert.deepEqual(parameters(first), {
			db: "pubmed",
			term: "owls[ti]",
			datetype: "edat",
			mindate: "2026/09/04",
			maxdate: "2026/09/11",
			retmax: "500",
			retmode: "json",
			tool: "citeshelf",
		});
		const found = (count: number, ids: readonly number[]): Answer =>
			answer(JSON.stringify({ esearchresult: { count: `${count}`, idlist: ids.map(String) } }));
		const many = read(entry, found(1300, [1, 2]), first);
		assert.ok(many.next);
		assert.deepEqual(
			[parameters(many.next)["mindate"], parameters(many.next)["maxdate"]],
			["2026/09/04", "2026/09/07"],
		);
		const ids = Array.from({ length: 450 }, (_, i) => 40_000_000 + i);
		const fits = read(entry, found(450, ids), many.next);
		assert.ok(fits.next);
		assert.ok(fits.next.url.startsWith("https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?"));
		assert.equal(parameters(fits.next)["id"]?.split(",").length, 200);
		const records = read(entry, answer(sample("digests/pubmed_set.xml")), fits.next);
		assert.ok(records.papers.length > 0);
		assert.deepEqual(records.next?.step.of === "records" && records.next.step.left, {
			count: 850,
			until: "2026-09-07",
		});
		const end = read(entry, answer(sample("digests/pubmed_set.xml")), {
			...fits.next,
			step: { of: "records", more: [], left: { count: 850, until: "2026-09-07" } },
		});
		assert.deepEqual([end.next, end.left], [undefined, { count: 850, until: "2026-09-07" }]);
		assert.deepEqual(read(entry, found(0, [])), { papers: [] });
		const day = { ...first, step: { of: "search" as const, from: today, to: today } };
		assert.ok(read(entry, found(900, ids), day).next?.url.includes("efetch"), "one day is not halved");
	});

	test("a day of PubMed with more than is received at once goes on by numbers, and what is never given is said", () => {
		const entry = { pubmed: "cell" };
		const first = ask(entry, { since: today, after: 7, seen: [] });
		assert.ok(first);
		assert.deepEqual([parameters(first)["retmax"], first.step.of === "search" && first.step.after], ["9999", 7]);
		const found = (count: number, ids: readonly number[]): Answer =>
			answer(JSON.stringify({ esearchresult: { count: `${count}`, idlist: ids.map(String) } }));
		// The latest stands first, as PubMed answers.
		const ids = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => 40_009_999 - i);
		const takes = (page: FeedPage): readonly unknown[] => {
			const step = page.next?.step;
			const begin = page.next && parameters(page.next)["id"]?.split(",");
			return step?.of === "records" ? [begin?.[0], (begin?.length ?? 0) + step.more.length, step.left] : [];
		};
		const begun = takes(read(entry, found(5312, ids(5312)), ask(entry, { since: today, seen: [] })));
		assert.deepEqual(begun, ["40004688", 2000, { count: 3312, until: today, after: 40_006_687 }]);
		const on = (after: number, count: number, given: number) =>
			takes(read(entry, found(count, ids(given)), ask(entry, { since: today, after, seen: [] })));
		assert.deepEqual(on(40_006_687, 5312, 5312), [
			"40006688",
			2000,
			{ count: 1312, until: today, after: 40_008_687 },
		]);
		assert.deepEqual(on(40_008_687, 5312, 5312), ["40008688", 1312, undefined]);
		const lost = { there: 12_345, given: 9999 };
		assert.deepEqual(on(40_008_687, 12_345, 9999), ["40008688", 1312, { count: 0, until: today, lost }]);
		const days = read(entry, found(20_000, []), ask(entry, { since: "2026-09-10", seen: [] }));
		assert.ok(days.next, "the first of two days");
		assert.deepEqual(takes(read(entry, found(12_345, ids(9999)), days.next)), [
			"40000001",
			2000,
			{ count: 7999 + 7655, until: "2026-09-10", after: 40_002_000, lost },
		]);
	});

	test("a day of arXiv that was received in part is gone on with alone", () => {
		const entry = { arxiv: "cs" };
		const state = { since: "2026-09-04", after: 2000, seen: [] };
		const first = ask(entry, state);
		assert.ok(first);
		assert.equal(parameters(first)["search_query"], "cat:cs.* AND submittedDate:[202609040000 TO 202609042359]");
		assert.equal(parameters(first)["start"], "2000");
		const page = Array.from({ length: 200 }, (_, i) => ({ title: `Owl ${i}`, arxiv: `2609.${10000 + i}` }));
		const after = (start: number, total: number, within = { begin: 2000, today }): FeedPage =>
			read(entry, answer(arxivPage(page, total)), {
				...first,
				step: { of: "page", from: "2026-09-04", to: "2026-09-04", start, within },
			});
		assert.equal(after(2000, 2300).next?.step.of, "page");
		assert.deepEqual(after(2200, 2300).left, { count: 0, until: "2026-09-04" });
		assert.deepEqual(after(2200, 2300, { begin: 2000, today: "2026-09-04" }).left, undefined);
		assert.deepEqual(after(3800, 4300).left, { count: 300, until: "2026-09-04", after: 4000 });
		assert.deepEqual(after(29_800, 31_000, { begin: 28_000, today }).left, {
			count: 0,
			until: "2026-09-04",
			lost: { there: 31_000, given: 30_000 },
		});
	});

	test("a full page of Hugging Face is followed by the next of the same day, four at most", () => {
		const item = (i: number): unknown => ({
			title: `Owl ${i} of the day`,
			publishedAt: "2026-09-04T00:00:00.000Z",
			paper: {
				id: `2609.${10000 + i}`,
				title: `Owl ${i} of the day`,
				summary: abstract,
				upvotes: 1,
				authors: [],
			},
		});
		const full = answer(JSON.stringify(Array.from({ length: 100 }, (_, i) => item(i))));
		const rest = answer(JSON.stringify(Array.from({ length: 7 }, (_, i) => item(200 + i))));
		const walk = (given: (count: number) => Answer): readonly unknown[] => {
			const asked: unknown[] = [];
			let request = ask({ huggingFace: "2026-09-04" });
			let last: FeedPage | undefined;
			for (; request; request = last.next) {
				asked.push(parameters(request)["p"]);
				last = read({ huggingFace: "2026-09-04" }, given(asked.length), request);
				assert.equal(last.fault, undefined);
			}
			return [asked, last?.left];
		};
		assert.deepEqual(
			walk(count => (count < 3 ? full : rest)),
			[[undefined, "1", "2"], undefined],
		);
		assert.deepEqual(
			walk(() => full),
			[[undefined, "1", "2", "3"], { count: 0, until: "2026-09-04", lost: { given: 400 } }],
		);
	});

	test("Hugging Face is asked day by day up to today, or for one day until it is over", () => {
		const days = (entry: unknown, state?: FeedState): readonly string[] => {
			const asked: string[] = [];
			for (let request = ask(entry, state); request;) {
				asked.push(parameters(request)["date"] ?? "");
				const page: FeedPage = read(entry, answer("[]"), request);
				assert.deepEqual(page.papers, []);
				if (!page.next && page.left) asked.push(`left after ${page.left.until}`);
				request = page.next;
			}
			return asked;
		};
		assert.deepEqual(days({ huggingFace: "daily" }), ["2026-09-09", "2026-09-10", "2026-09-11"]);
		assert.deepEqual(days({ huggingFace: "daily" }, { since: "2026-09-10", seen: [] }), [
			"2026-09-10",
			"2026-09-11",
		]);
		const far = days({ huggingFace: "daily" }, { since: "2026-08-01", seen: [] });
		assert.deepEqual([far.length, far[0], far.at(-1)], [11, "2026-08-01", "left after 2026-08-10"]);
		assert.deepEqual(days({ huggingFace: "2026-09-04" }), ["2026-09-04"]);
		const done = { fetched: "2026-09-05T08:00:00Z", seen: [] };
		assert.deepEqual(days({ huggingFace: "2026-09-04" }, done), []);
		assert.deepEqual(days({ huggingFace: "2026-12-01" }), []);
		const page = read({ huggingFace: "daily" }, answer(sample("digests/hf_api_daily_papers_full_2026-09-04.json")));
		assert.ok(page.papers.length > 0 && page.papers.every(({ arxiv }) => arxiv !== undefined));
	});

	test("a feed of the web is asked for what changed alone", () => {
		const entry = { url: "https://owls.example/feed.xml" };
		assert.deepEqual(Object.keys(ask(entry)?.headers ?? {}), ["accept"]);
		const headers = { ETag: 'W/"1"', "last-modified": "Fri, 04 Sep 2026 10:00:00 GMT" };
		const page = read(entry, answer(rss([{ title: "An owl at noon" }]), 200, headers));
		assert.deepEqual(
			[page.papers.map(({ title }) => title), page.title, page.validators],
			[["An owl at noon"], "Journal of Owls", { etag: 'W/"1"', modified: "Fri, 04 Sep 2026 10:00:00 GMT" }],
		);
		const next = ask(entry, { seen: [], ...(page.validators && { validators: page.validators }) });
		assert.deepEqual(
			[next?.headers["if-none-match"], next?.headers["if-modified-since"]],
			['W/"1"', "Fri, 04 Sep 2026 10:00:00 GMT"],
		);
		assert.deepEqual(read(entry, answer("", 304)), { papers: [], isUnchanged: true });
		const hostile = read(entry, answer(rss([{ title: "An owl" }]), 200, { etag: 'a"\r\nx: y' }));
		assert.equal(hostile.validators, undefined);
		const cut = read(
			entry,
			answer(rss([{ title: "An owl at noon" }, { title: "Two" }]).slice(0, -80), 200, headers),
		);
		assert.equal(cut.validators, undefined, "what is cut is asked for again");
	});
});
