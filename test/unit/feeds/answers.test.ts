// Reading answers of feeds: what real, bad and hostile ones give.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { faultText } from "../../../src/core/feeds/faults";
import type { Answer } from "../../../src/core/metadata/catalogue";
import { answer, ask, noon, read, rss, sample } from "./support";

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
