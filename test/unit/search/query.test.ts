// The query language: what is asked, what it finds, and what comes next.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { parseQuery } from "../../../src/core/search/query/query";
import { SearchIndex, type SearchOptions } from "../../../src/core/search/searchIndex";

function paper(id: string, title: string, more: Partial<Paper> = {}): Paper {
	return { id, title, abstract: "", authors: [], type: "article", keywords: [], links: [], ...more };
}

const papers = [
	paper("a", "Zebra stripes", {
		authors: [
			{ family: "van der Berg", given: "Anna" },
			{ family: "An", given: "Do" },
		],
		issued: { year: 2023 },
		venue: "Journal of Stripes",
		doi: "10.1/a",
	}),
	paper("b", "Zebra hooves", {
		authors: [{ family: "Smith", given: "John" }],
		issued: { year: 2024 },
		links: [{ url: "https://example.org/code", kind: "code" }],
	}),
	paper("c", "Lion manes", { authors: [{ literal: "The Lion Group" }], issued: { year: 2025 }, venue: "Cats" }),
	paper("d", "Segmenting stripes of tigers", { authors: [{ family: "Öztürk", given: "Ayşe" }] }),
];
const index = new SearchIndex();
index.replace("s", papers);

function found(query: string, options: SearchOptions = {}): string {
	return index
		.search(query, options)
		.map(hit => hit.paper.id)
		.join("");
}

const facts: SearchOptions["facts"] = id => ({
	topic: id === "c" ? ["Big cats"] : ["Ungulates"],
	digest: [`week-${id}`],
	is: id === "a" ? ["starred", "unread"] : ["cited"],
	key: [`key2024${id}`],
});

suite("fields of a query", () => {
	const table: readonly (readonly [query: string, ids: string])[] = [
		["author:smith", "b"],
		["author:berg", "a"],
		['author:"van der berg"', "a"],
		['author:"Berg, Anna"', "a"],
		['author:"A Berg"', "a"],
		["author:an", "a"],
		["author:ozturk", "d"],
		["author:lion", "c"],
		["author:smi", ""],
		["author:smith|berg", "ba"],
		["zebra author:smith", "b"],
		["zebra -author:smith", "a"],
		["title:segmentation", "d"],
		["title:stripes", "ad"],
		["year:2024", "b"],
		["year:2023..2024", "ba"],
		["year:2024-2025", "cb"],
		["year:2024..", "cb"],
		["year:..2023", "a"],
		["year:>2023", "cb"],
		["year:<=2023", "a"],
		["venue:cats", "c"],
		['venue:"journal of stripes"', "a"],
		["has:code", "b"],
		["has:doi|code", "ba"],
		["-has:doi year:2020..", "cb"],
		["zebra -hooves", "a"],
		['zebra -"zebra hooves"', "a"],
		["-zebra", "cd"],
		["author:", ""],
	];
	for (const [query, ids] of table) {
		test(`${query} finds ${ids === "" ? "nothing" : ids}`, () => equal(found(query), ids));
	}

	test("what the index does not know is asked of its owner", () => {
		equal(found("is:starred", { facts }), "a");
		equal(found("zebra is:cited", { facts }), "b");
		equal(found('topic:"big cats"', { facts }), "c");
		equal(found("digest:week-d", { facts }), "d");
		equal(found("key:key2024b", { facts }), "b");
		equal(found("-is:cited", { facts }), "a");
	});

	test("while one types, the last value may be a beginning", () => {
		equal(found("author:smi", { asYouType: true }), "b");
		equal(found("year:202", { asYouType: true }), "cba");
		equal(found("has:co", { asYouType: true }), "b");
		equal(found("is:sta", { asYouType: true, facts }), "a");
		equal(found("author:smi zebra", { asYouType: true }), "");
	});

	test("topics that were said are a field, too", () => {
		const topical = new SearchIndex();
		topical.replace("s", papers);
		topical.setTopics(new Map([["a", "Ungulates"]]));
		deepEqual(
			topical.search("topic:ungulates").map(hit => hit.paper.id),
			["a"],
		);
	});
});

suite("what is not taken as meant", () => {
	const table: readonly (readonly [query: string, problem: string, ids: string])[] = [
		["colour:zebra", "unknown-field", "ab"],
		['"zebra stripes', "unbalanced-quote", "abd"],
		["year:zebra", "bad-value", "ab"],
		["has:hooves", "bad-value", "b"],
		["is:zebra", "field-without-data", "ab"],
	];
	for (const [query, problem, ids] of table) {
		test(`${query} is said (${problem}) and searched as words`, () => {
			deepEqual(
				index.parse(query).problems.map(({ code }) => code),
				[problem],
			);
			deepEqual(found(query).split("").sort().join(""), ids);
		});
	}

	test("addresses, times, prose and negative numbers are not fields or exclusions", () => {
		for (const query of [
			"https://example.org/zebra",
			"doi:10.1/a",
			"Methods: zebra",
			"zebra - hooves",
			"at -5 degrees",
		]) {
			const { problems, filters, excluded } = parseQuery(query);
			deepEqual([problems, filters, excluded], [[], [], []], query);
		}
		const prose = parseQuery('The "zebra" -not a lion: author:smith says', { isProse: true });
		deepEqual([prose.problems, prose.filters, prose.excluded, prose.parts.length], [[], [], [], 1]);
	});

	test("ranges lie in the query, whatever it is", () => {
		const piece = fc.constantFrom(
			"author:",
			"-",
			'"',
			"“",
			"year:20",
			"..",
			"|",
			" ",
			"zebra",
			"x:",
			":",
			"has:doi",
			"is:",
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(piece).map(pieces => pieces.join("")),
				),
				query => {
					const { filters, problems } = parseQuery(query);
					for (const { range } of [...filters, ...problems]) {
						ok(range.start >= 0 && range.start < range.end && range.end <= query.length);
					}
					index.search(query, { facts, asYouType: true });
					index.search(query, { reasons: true });
					for (let at = 0; at <= query.length; at++) {
						for (const { range } of index.complete(query, at))
							ok(range.start <= range.end && range.end === at);
					}
				},
			),
			{ numRuns: 300 },
		);
	});
});

suite("completion of a query", () => {
	const texts = (query: string): string[] => index.complete(query, query.length).map(({ text }) => text);

	test("fields by their beginning", () => {
		deepEqual(texts("zebra au"), ["author:"]);
		deepEqual(texts("-ye"), ["year:"]);
		ok(texts("").includes("has:"));
		deepEqual(texts('"zebra au'), []);
	});

	test("values of the papers, the most frequent first, quoted when they must be", () => {
		deepEqual(texts("author:sm"), ["Smith "]);
		deepEqual(texts("author:van"), ['"van der Berg" ']);
		deepEqual(texts('author:"van de'), ['"van der Berg" ']);
		deepEqual(texts("author:smith|ozt"), ["Öztürk "]);
		deepEqual(texts("venue:jo"), ['"Journal of Stripes" ']);
		deepEqual(texts("year:"), ["2023 ", "2024 ", "2025 "]);
		deepEqual(texts("has:d"), ["doi "]);
		deepEqual(texts("colour:"), []);
	});

	test("values that the owner knows", () => {
		const complete = index.complete("is:st", 5, field => (field === "is" ? ["starred", "unread", "starred"] : []));
		deepEqual(complete, [
			{ kind: "value", label: "starred", text: "starred ", range: { start: 3, end: 5 }, count: 2 },
		]);
	});
});
