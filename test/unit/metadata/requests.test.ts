// Requests as each catalogue's documentation has them: addresses that hold whatever an identifier or a title holds.

import assert from "node:assert/strict";
import fc from "fast-check";
import type { CatalogueName, LookupKind, Query } from "../../../src/core/metadata/catalogue";
import { catalogueNamed, catalogues } from "../../../src/core/metadata/catalogues";
import { identified } from "../../../src/core/metadata/directory";
import { requestsOf, wanted } from "./answers";

const sici = "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O";
const byIdentifier = (...papers: Query["papers"]): Query => ({ by: "identifier", papers });
const byTitle = (...titles: readonly string[]): Query => ({
	by: "title",
	papers: titles.map(title => wanted({ title })),
});

const urls = (name: CatalogueName, query: Query): readonly string[] => requestsOf(name, query).map(({ url }) => url);
const parameters = (url: string): Record<string, string> => Object.fromEntries(new URL(url).searchParams);

suite("Requests by identifiers", () => {
	const dois = ["10.1000/a", "10.1000/b c", "10.1000/x//y", sici, "10.1000/a,b"].map(doi =>
		wanted({ doi, title: doi }),
	);

	test("Crossref is asked for several DOIs at once, for one with a comma alone", () => {
		const found = urls("crossref", byIdentifier(...dois));
		assert.deepEqual(found[0], "https://api.crossref.org/works/10.1000%2Fa%2Cb");
		assert.deepEqual(parameters(found[1] ?? ""), {
			filter: `doi:10.1000/a,doi:10.1000/b c,doi:10.1000/x//y,doi:${sici}`,
			rows: "4",
		});
		assert.equal(found.length, 2);
	});

	const alone: readonly (readonly [CatalogueName, string, string])[] = [
		[
			"crossref",
			sici,
			"https://api.crossref.org/works/10.1002%2F%28SICI%291097-4571%28199806%2949%3A8%3C693%3A%3AAID-ASI4%3E3.0.CO%3B2-O",
		],
		["crossref", "10.1000/x//y", "https://api.crossref.org/works/10.1000%2Fx%2F%2Fy"],
		["crossref", "10.1000/../a?b#c", "https://api.crossref.org/works/10.1000%2F..%2Fa%3Fb%23c"],
		[
			"openalex",
			"10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2",
			"https://api.openalex.org/works/doi:10.1890%2F0012-9658%282006%2987%5B2832%3Atiopma%5D2.0.co%3B2",
		],
		["datacite", "10.5281/Zenodo.1", "https://api.datacite.org/dois/10.5281%2Fzenodo.1"],
		["doi", "10.1000/a b", "https://doi.org/10.1000%2Fa%20b"],
	];
	for (const [name, doi, url] of alone) {
		test(`${name} is asked for ${doi} at ${url}`, () =>
			assert.deepEqual(urls(name, byIdentifier(wanted({ doi }))), [url]));
	}

	test("OpenAlex is asked for DOIs and PMIDs at once, for what parts values alone", () => {
		const found = urls("openalex", byIdentifier(...dois, wanted({ pmid: "17168027" }), wanted({ pmid: "1" })));
		assert.deepEqual(
			found.map(url => parameters(url)["filter"] ?? url),
			[
				"https://api.openalex.org/works/doi:10.1000%2Fb%20c",
				"https://api.openalex.org/works/doi:10.1000%2Fa%2Cb",
				`doi:10.1000/a|10.1000/x//y|${sici}`,
				"pmid:17168027|1",
			],
		);
	});

	test("Semantic Scholar gets a list of identifiers of all kinds", () => {
		const papers = [
			wanted({ arxiv: "2502.04381" }),
			wanted({ doi: "10.48550/arXiv.math/0309136" }),
			...dois.slice(3, 4),
			wanted({ pmid: "7" }),
		];
		const [request] = requestsOf("semanticscholar", byIdentifier(...papers));
		assert.equal(request?.method, "POST");
		assert.deepEqual(JSON.parse(request.body ?? ""), {
			ids: ["ARXIV:2502.04381", "ARXIV:math/0309136", `DOI:${sici}`, "PMID:7"],
		});
	});

	test("DataCite's DOIs are phrases in small letters", () => {
		const papers = [wanted({ doi: '10.1000/A"B' }), wanted({ arxiv: "2502.04381" })];
		assert.deepEqual(parameters(urls("datacite", byIdentifier(...papers))[0] ?? ""), {
			query: String.raw`doi:("10.1000/a\"b" OR "10.48550/arxiv.2502.04381")`,
			"page[size]": "2",
		});
	});

	test("PubMed fetches numbers, and searches for DOIs", () => {
		const found = urls(
			"pubmed",
			byIdentifier(wanted({ pmid: "1" }), wanted({ pmid: "2", doi: "10.1/x" }), ...dois.slice(0, 2)),
		);
		assert.deepEqual(
			found.map(url => [
				new URL(url).pathname.split("/").at(-1),
				parameters(url)["id"] ?? parameters(url)["term"],
			]),
			[
				["efetch.fcgi", "1,2"],
				["esearch.fcgi", '"10.1000/a"[doi] OR "10.1000/b c"[doi]'],
			],
		);
	});

	test("arXiv gets a hundred identifiers at a time, each without its version", () => {
		const papers = Array.from({ length: 150 }, (_, i) => wanted({ arxiv: `2401.${String(10_000 + i)}` }));
		const found = urls("arxiv", byIdentifier(...papers, wanted({ arxiv: "bad, id" }))).map(parameters);
		assert.deepEqual(
			found.map(({ id_list: list = "", max_results: most }) => [list.split(",").length, most]),
			[
				[100, "100"],
				[50, "50"],
			],
		);
	});

	test("papers without an identifier that a catalogue knows are not asked for", () => {
		for (const { name } of catalogues)
			assert.deepEqual(requestsOf(name, byIdentifier(wanted({ title: "A title" }))), [], name);
		assert.deepEqual(requestsOf("crossref", byIdentifier(wanted({ arxiv: "2502.04381" }))), []);
	});
});

suite("Requests by words", () => {
	test("each catalogue searches for the words of a title in its own way", () => {
		const query = byTitle('The "U-Net": State-of-the-art $x^2$ Segmentation, (and) Beyond?');
		const found = catalogues.flatMap(({ name }) => urls(name, query).map(url => Object.values(parameters(url))[0]));
		assert.deepEqual(found, [
			"(ti:U AND ti:Net AND ti:State AND ti:art AND ti:Segmentation AND ti:Beyond)",
			"U Net State art Segmentation Beyond",
			"pubmed",
			'titles.title:("U" AND "Net" AND "State" AND "art" AND "Segmentation" AND "Beyond")',
			"U Net State art Segmentation Beyond",
			"title.search:U Net State art Segmentation Beyond",
		]);
	});

	test("arXiv is searched for four titles at once", () => {
		const found = urls(
			"arxiv",
			byTitle("First title", "Second title", "Third title", "Fourth title", "Fifth title"),
		).map(parameters);
		assert.deepEqual(
			found.map(({ search_query: query, max_results: most }) => [query?.split(" OR ").length, most]),
			[
				[4, "40"],
				[1, "10"],
			],
		);
	});

	test("a title or an abstract without enough words is not searched for", () => {
		for (const { name } of catalogues) {
			assert.deepEqual(requestsOf(name, byTitle("", "$x$", "the")), [], name);
			assert.deepEqual(
				requestsOf(name, { by: "abstract", papers: [wanted({ abstract: "Short one." })] }),
				[],
				name,
			);
		}
	});
});

suite("Every request", () => {
	const papers = fc.record({
		title: fc.string({ unit: "binary", maxLength: 80 }),
		abstract: fc.string({ unit: "binary", maxLength: 200 }),
		doi: fc.string({ unit: "binary", maxLength: 60 }).map(rest => `10.1000/${rest}`),
		arxiv: fc.constantFrom("2401.00001", "math/0309136", "x,y", "../..", "2401.00001v2"),
		pmid: fc.constantFrom("1", "12345678", "1,2", "x"),
	});

	test("goes to the first host of its catalogue over https, by a known path, whatever the paper says", () => {
		const kinds = fc.constantFrom<LookupKind>("identifier", "title", "abstract");
		fc.assert(
			fc.property(fc.array(papers, { maxLength: 4 }), kinds, (list, by) => {
				for (const catalogue of catalogues) {
					for (const request of catalogue.request({ by, papers: list.map(wanted) })) {
						const url = new URL(request.url);
						assert.equal(url.protocol, "https:");
						assert.equal(url.host, catalogue.hosts[0]);
						assert.equal(url.hash, "");
						assert.ok(url.pathname.split("/").length <= 6, url.pathname);
						assert.ok(request.papers.length > 0);
						assert.ok(request.url.length < 8000);
					}
				}
			}),
			{ numRuns: 300, seed: 7 },
		);
	});

	test("says who asks where its catalogue has a place for it, and only when there is somebody", () => {
		const asker = { contact: "a+b@example.org", key: "k&1" };
		const found = catalogues.map(catalogue => {
			const [request] = catalogue.request(
				byIdentifier(wanted({ doi: "10.1000/a", arxiv: "2401.00001", pmid: "1" })),
			);
			assert.ok(request, catalogue.name);
			assert.deepEqual(identified(request, catalogue, {}), request);
			const { url, headers } = identified(request, catalogue, asker);
			const { mailto, email, api_key: key } = parameters(url);
			return [catalogue.name, mailto ?? email, key ?? headers["x-api-key"] ?? headers["crossref-plus-api-token"]];
		});
		assert.deepEqual(found, [
			["arxiv", undefined, undefined],
			["crossref", "a+b@example.org", "Bearer k&1"],
			["pubmed", "a+b@example.org", "k&1"],
			["datacite", "a+b@example.org", undefined],
			["semanticscholar", undefined, "k&1"],
			["openalex", "a+b@example.org", "k&1"],
			["doi", undefined, undefined],
		]);
	});

	test("takes no key that would begin another header", () => {
		const catalogue = catalogueNamed("semanticscholar");
		const [request] = requestsOf("semanticscholar", byIdentifier(wanted({ pmid: "1" })));
		assert.ok(catalogue && request);
		assert.deepEqual(identified(request, catalogue, { key: "a\r\nhost: evil" }), request);
	});
});
