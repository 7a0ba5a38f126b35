// Answers that are none: pages, errors under a status of success, texts that are cut, scripts in titles, any bytes.

import assert from "node:assert/strict";
import fc from "fast-check";
import type { CatalogueName, Reading } from "../../../src/core/metadata/catalogue";
import { catalogues } from "../../../src/core/metadata/catalogues";
import { sampleBytes } from "../digests/samples";
import { answer, readAnswer } from "./answers";

const codes = ({ problems }: Reading): readonly string[] => problems.map(({ code }) => code);
const page =
	"<!DOCTYPE html><html><head><title>503 Service Temporarily Unavailable</title></head><body>nginx</body></html>";

suite("Answers that are no records", () => {
	for (const { name, read } of catalogues) {
		test(`${name}: a page, a login, nothing, a picture`, () => {
			const login =
				"<html><title>Welcome to the Airport Wi-Fi</title><h2>Papers</h2><p>Log in to read</p></html>";
			for (const body of [
				login,
				"<!-- x --><HTML><BODY>hello",
				"",
				"  \n",
				"hello",
				"null",
				"42",
				'"x"',
				"[[[",
			]) {
				const reading = read(answer(body));
				assert.deepEqual(reading.candidates, [], body);
				if (body !== "[[[" || name === "arxiv") assert.ok(reading.problems.length > 0, body);
			}
			const png = read(answer(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1])));
			assert.deepEqual(png.candidates, []);
			assert.deepEqual(codes(png), ["answer-unexpected"]);
		});

		test(`${name}: statuses of failure`, () => {
			for (const status of [400, 401, 403, 404, 408, 429, 500, 502, 503, 504]) {
				const reading = read(answer(page, status));
				assert.deepEqual(reading.candidates, []);
				assert.equal(reading.isBusy, status >= 500 || status === 408 || status === 429, String(status));
				assert.deepEqual(codes(reading), [status === 404 ? "not-in-catalogue" : "answer-failed"]);
			}
		});

		test(`${name}: an answer that is far too large is not read`, () => {
			const reading = read(answer(new Uint8Array(33 * 2 ** 20).fill(0x20)));
			assert.deepEqual(codes(reading), ["answer-too-big"]);
		});
	}

	const errors: readonly (readonly [CatalogueName, string, boolean, string])[] = [
		[
			"crossref",
			'{"status":"failed","message-type":"validation-failure","message":[{"type":"integer-not-valid","value":"x","message":"Integer specified as x"}]}',
			false,
			"Integer specified as x",
		],
		[
			"openalex",
			'{"error":"Invalid query parameters error.","message":"x is not a valid field."}',
			false,
			"Invalid query parameters error.",
		],
		["openalex", '{"error":"Rate limit exceeded","message":"Too many requests"}', true, "Rate limit exceeded"],
		[
			"semanticscholar",
			'{"message":"Too Many Requests. Please wait and try again.","code":"429"}',
			true,
			"Too Many Requests",
		],
		["semanticscholar", '{"error":"Title match not found"}', false, "Title match not found"],
		["datacite", '{"errors":[{"status":"400","title":"Bad query syntax"}]}', false, "Bad query syntax"],
		[
			"pubmed",
			'{"error":"API rate limit exceeded","api-key":"1.2.3.4","count":"4","limit":"3"}',
			true,
			"API rate limit exceeded",
		],
		[
			"pubmed",
			'{"header":{},"esearchresult":{"ERROR":"Search Backend failed: Database is not supported: x"}}',
			true,
			"Search Backend failed",
		],
		[
			"pubmed",
			"<?xml version='1.0'?><eFetchResult><ERROR>Cannot retrieve history data</ERROR></eFetchResult>",
			false,
			"Cannot retrieve history data",
		],
		["arxiv", "Rate exceeded.", true, "Rate exceeded."],
		[
			"arxiv",
			'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_1234</id><title>Error</title><summary>incorrect id format for 1234</summary></entry></feed>',
			false,
			"incorrect id format for 1234",
		],
		["doi", '{"status":"error","message":"unavailable for now"}', true, "unavailable for now"],
	];
	for (const [name, body, isBusy, said] of errors) {
		test(`${name}: the error “${said}” under a status of success`, () => {
			const reading = readAnswer(name, body);
			assert.deepEqual(reading.candidates, []);
			assert.equal(reading.isBusy, isBusy);
			assert.ok(
				reading.problems.some(({ message }) => message.includes(said)),
				JSON.stringify(reading.problems),
			);
		});
	}

	const empty: readonly (readonly [CatalogueName, string])[] = [
		["crossref", '{"status":"ok","message-type":"work-list","message":{"total-results":0,"items":[]}}'],
		["openalex", '{"meta":{"count":0},"results":[]}'],
		["semanticscholar", '{"total":0,"offset":0}'],
		["semanticscholar", "[null,null]"],
		["datacite", '{"data":[],"meta":{"total":0}}'],
		["pubmed", "<?xml version='1.0'?><PubmedArticleSet></PubmedArticleSet>"],
		["arxiv", '<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title></feed>'],
		["doi", "[]"],
	];
	for (const [name, body] of empty) {
		test(`${name}: nothing was found, and that is no problem: ${body.slice(0, 60)}`, () => {
			const { candidates, isBusy, problems } = readAnswer(name, body);
			assert.deepEqual([candidates, isBusy, problems], [[], false, []]);
		});
	}
});

suite("Answers that are hostile", () => {
	test("a script in a title, an author or a journal is never there", () => {
		const work = {
			DOI: "10.1000/x",
			title: [
				"<script>alert(1)</script>Deep <i>learning</i> <img src=x onerror=alert(2)>of <b onclick=x>graphs</b>",
			],
			author: [{ family: "O'Brien<script>x</script>", given: "Ann" }],
			"container-title": ["<iframe src='https://evil.example'></iframe>Journal"],
			abstract: "<jats:p>We <script>alert(3)</script>show.</jats:p>",
			URL: "javascript:alert(4)",
		};
		const [found] = readAnswer("crossref", JSON.stringify({ status: "ok", message: { items: [work] } })).candidates;
		assert.equal(found?.paper.title, "Deep learning of graphs");
		assert.equal(found.paper.venue, "Journal");
		assert.equal(found.paper.url, undefined);
		assert.doesNotMatch(JSON.stringify(found), /alert\(|<script|iframe|javascript:/i);
	});

	test("keys that every object has are only keys", () => {
		const text =
			'{"message":{"items":[{"__proto__":{"x":1},"DOI":"10.1000/x","title":["A"],"relation":{"constructor":[{"id":"10.1/y"}],"__proto__":[]}}]}}';
		const [found] = readAnswer("crossref", text).candidates;
		assert.deepEqual(found?.relations, []);
	});

	test("deep nesting and endless lists cost no more than they are long", () => {
		const deep = `{"message":${"[".repeat(200_000)}`;
		const closed = `{"message":{"items":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`;
		const many = `{"results":[${'{"id":"https://openalex.org/W12345","title":"T"},'.repeat(5000)}null]}`;
		for (const { read } of catalogues)
			for (const body of [deep, closed, many]) assert.ok(read(answer(body)).candidates.length <= 1000);
	});

	const cut: readonly (readonly [CatalogueName, string])[] = [
		["crossref", "crossref/api_works_search.json"],
		["openalex", "openalex/work_sici_doi.json"],
		["semanticscholar", "s2/batch_with_null_first.json"],
		["datacite", "datacite/list_dois_page1.json"],
		["arxiv", "arxiv/query_testing_10.xml"],
	];
	for (const [name, file] of cut) {
		test(`${name}: an answer that is cut gives whole records alone, and says so`, function () {
			const body = sampleBytes(`api/${file}`);
			if (!body) return this.skip();
			const whole = readAnswer(name, body).candidates.map(({ paper }) => JSON.stringify(paper));
			let most = 0;
			for (let part = 1; part < 12; part++) {
				const reading = readAnswer(name, body.subarray(0, Math.floor((body.length * part) / 12)));
				for (const { paper } of reading.candidates)
					assert.ok(whole.includes(JSON.stringify(paper)), paper.title);
				assert.ok(codes(reading).includes("file-cut"), `${String(part)}: ${codes(reading).join()}`);
				most = Math.max(most, reading.candidates.length);
			}
			if (whole.length > 1) assert.ok(most > 0);
		});
	}

	test("a wrong charset costs letters at most", () => {
		const text = JSON.stringify({
			message: { items: [{ DOI: "10.1000/x", title: ["Über Größen"], author: [{ family: "Müller" }] }] },
		});
		const latin = Uint8Array.from(text, char => char.charCodeAt(0));
		const [found] = readAnswer("crossref", latin).candidates;
		assert.equal(found?.paper.title, "Über Größen");
	});

	test("any bytes, and any JSON, give an answer", () => {
		const bodies = fc.oneof(
			fc.uint8Array({ maxLength: 200 }),
			fc.string({ unit: "binary", maxLength: 100 }).map(text => new TextEncoder().encode(text)),
			fc.json({ maxDepth: 4 }).map(text => new TextEncoder().encode(text)),
			fc.jsonValue({ maxDepth: 3 }).map(inner => {
				const work = {
					DOI: "10.1/x",
					title: [inner],
					author: inner,
					relation: { "has-preprint": inner },
					issued: inner,
					"update-to": inner,
				};
				const all = {
					message: { items: [work, inner] },
					results: [inner],
					data: [{ attributes: { titles: [{ title: "T" }], relatedIdentifiers: inner } }],
				};
				return new TextEncoder().encode(JSON.stringify(all));
			}),
		);
		fc.assert(
			fc.property(bodies, fc.constantFrom(200, 200, 200, 404, 429, 500, 0, 99), (body, status) => {
				for (const { read } of catalogues) {
					const { candidates } = read(answer(body, status));
					for (const { paper } of candidates) assert.equal(typeof paper.title, "string");
				}
			}),
			{ numRuns: 200, seed: 11 },
		);
	});
});
