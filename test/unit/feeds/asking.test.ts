// Asking feeds of every kind: what is requested, and what real, bad and hostile answers give.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { firstRequest, readAnswer } from "../../../src/core/feeds/asking";
import type { FeedPage, FeedRequest, FeedState } from "../../../src/core/feeds/feed";
import { faultText } from "../../../src/core/feeds/faults";
import { noState } from "../../../src/core/feeds/states";
import type { Answer } from "../../../src/core/metadata/catalogue";
import { answer, arxivPage, noon, online, rss, sample } from "./support";

const today = "2026-09-11";

function ask(entry: unknown, state: FeedState = noState): FeedRequest | undefined {
	return firstRequest(online(entry), state, today);
}

function read(entry: unknown, given: Answer, request = ask(entry)): FeedPage {
	assert.ok(request);
	return readAnswer(online(entry), request, given, noon);
}

function parameters({ url }: FeedRequest): Readonly<Record<string, string>> {
	return Object.fromEntries(new URL(url).searchParams);
}

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
		assert.deepEqual([enough.next, enough.left], [undefined, { count: 3000, until: "2026-09-04" }]);
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
			retmax: "2000",
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

suite("Reading answers of feeds", () => {
	const web = { url: "https://owls.example/news/" };
	const real: readonly (readonly [string, unknown, number])[] = [
		["digests/arxiv_api_atom_15.xml", { arxiv: "cs.CL" }, 15],
		["api/arxiv/query_testing_10.xml", { arxiv: "cs.CL" }, 10],
		["digests/arxiv_rss_host_atom_2025-08-20.xml", web, 1],
		["digests/biorxiv_search_atom_2024-07.xml", web, 1],
		["digests/openalex_works_6of65.json", web, 6],
		["digests/zotero_api_items.json", web, 1],
		["digests/embase.ris", web, 1],
		["digests/arxiv_oai_hepcrawl_list.xml", web, 1],
	];
	for (const [name, entry, least] of real) {
		test(`reads ${name}`, () => {
			const page = read(entry, answer(sample(name)));
			assert.equal(page.fault, undefined);
			assert.ok(page.papers.length >= least, String(page.papers.length));
		});
	}

	const page =
		"<!DOCTYPE html><html><head><title>Owls &amp; us</title><base href='/en/'>" +
		"<link rel='alternate' type='application/rss+xml' href='feed.xml' title='All &amp; new'>" +
		"<link rel=alternate type=application/atom+xml href=https://other.example/atom>" +
		"<link rel='alternate' type='application/rss+xml' href='http://plain.example/feed'>" +
		"<link rel='alternate' type='application/rss+xml' href='javascript:alert(1)'>" +
		"<link rel='alternate' hreflang='de' href='/de/'><script>'<link rel=alternate type=text/xml href=/no>'</script>" +
		"</head><body><p>Owls</p></body></html>";
	const bad: readonly (readonly [string, unknown, Answer, string])[] = [
		["a page that names its feeds", web, answer(page), "answer-page-links"],
		["a page that names none", web, answer("<html><head><title>Hi</title></head></html>"), "answer-page"],
		["a listing page of arXiv", web, answer(sample("digests/arxiv_listing_html_abstracts.html")), "answer-page"],
		[
			"a plain text",
			web,
			answer("Service temporarily broken\nplease come back later, all of you, soon."),
			"answer-other",
		],
		["an object without papers", web, answer('{"status":"ok"}'), "answer-other"],
		["a PDF", web, answer("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), "answer-other"],
		["nothing", web, answer("  \n"), "answer-empty"],
		["an unknown address", web, answer("gone", 410), "fetch-gone"],
		["a refusal", web, answer("<html><title>Forbidden</title>", 403), "fetch-refused"],
		["too many requests", web, answer("", 429), "fetch-busy"],
		["a broken server", web, answer("oops", 500), "fetch-refused"],
		["a page of arXiv", { arxiv: "cs.CL" }, answer(page), "answer-error"],
		["an error of arXiv's API", { arxiv: "cs.CL" }, answer(arxivError("incorrect id format")), "answer-error"],
		["a list of another kind", { arxiv: "cs.CL" }, answer('[{"title":"x"}]'), "answer-other"],
		[
			"arXiv's list cut off",
			{ arxiv: "cs.CL" },
			answer(sample("digests/arxiv_api_atom_15.xml").slice(0, 9000)),
			"answer-cut",
		],
		[
			"an error of PubMed",
			{ pubmed: "x" },
			answer('{"esearchresult":{"ERROR":"Search Backend failed"}}'),
			"answer-error",
		],
		["an answer that is no JSON", { pubmed: "x" }, answer("oops"), "answer-other"],
		["an object of Hugging Face", { huggingFace: "daily" }, answer('{"error":"Invalid date"}'), "answer-other"],
		["a page of Hugging Face", { huggingFace: "daily" }, answer(page), "answer-error"],
	];
	for (const [name, entry, given, code] of bad) {
		test(`says what ${name} is`, () => {
			const { papers, fault } = read(entry, given);
			assert.deepEqual([papers, fault?.code], [[], code]);
			assert.ok(fault && !/\{\d\}/.test(faultText(fault)), fault && faultText(fault));
		});
	}

	test("a page gives the feeds that it names, over https alone", () => {
		assert.deepEqual(read(web, answer(page)).links, [
			{ url: "https://owls.example/en/feed.xml", title: "All & new" },
			{ url: "https://other.example/atom", title: "" },
		]);
	});

	test("how long a site wants to be left alone is taken from its answer", () => {
		assert.deepEqual(read(web, answer("", 429, { "Retry-After": "120" })).busy, { wait: 120_000 });
		const date = new Date(noon + 60_000).toUTCString();
		assert.deepEqual(read(web, answer("", 503, { "retry-after": date })).busy, { wait: 60_000 });
		assert.deepEqual(read(web, answer("", 429)).busy, {});
		assert.equal(read(web, answer("", 500)).busy, undefined, "it may be asked again at once");
		assert.equal(read(web, answer("", 403)).busy, undefined);
	});

	test("a title with markup stays a text", () => {
		const hostile = read(web, answer(rss([{ title: "&lt;script&gt;alert(1)&lt;/script&gt; of owls" }])));
		assert.ok(
			hostile.papers.every(({ title }) => !/<script/i.test(title)),
			JSON.stringify(hostile.papers),
		);
	});

	test("any bytes give papers or a fault, and never an exception", () => {
		const entries = [web, { arxiv: "cs.CL" }, { pubmed: "x" }, { huggingFace: "daily" }];
		const requests = entries.map(entry => [entry, ask(entry)] as const);
		const folder = join(__dirname, "../../../../shared/samples/digests");
		const bodies = readdirSync(folder).map(name => sample(`digests/${name}`).slice(0, 6000));
		const damaged = fc
			.tuple(fc.constantFrom(...bodies), fc.nat(5999), fc.uint8Array({ maxLength: 40 }))
			.map(([body, at, noise]) => Uint8Array.from([...body.slice(0, at), ...noise, ...body.slice(at + 20)]));
		fc.assert(
			fc.property(
				fc.oneof(
					fc.uint8Array({ maxLength: 300 }),
					damaged,
					fc.json().map(text => new TextEncoder().encode(text)),
				),
				fc.constantFrom(200, 200, 200, 204, 304, 404, 429, 500),
				(body, status) => {
					for (const [entry, request] of requests) {
						const { papers, fault } = read(entry, answer(body, status), request);
						assert.ok(fault === undefined || papers.length === 0);
					}
				},
			),
			{ seed: 8, numRuns: 60 },
		);
	});
});

function arxivError(said: string): string {
	return (
		'<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><title>Error</title><entry>' +
		`<id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>${said}</summary></entry></feed>`
	);
}
