// How queries are read: values that are none, symbols, words that must be there, and whatever is pasted.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Paper } from "../../../src/core/paper";
import { parseQuery } from "../../../src/core/search/query/query";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { assertLinear, filled } from "../linear";

function paper(id: string, title: string, more: Partial<Paper> = {}): Paper {
	return { id, title, abstract: "", authors: [], type: "article", keywords: [], links: [], ...more };
}

suite("values that are unfinished or wrong", () => {
	const shelf = [
		paper("a", "Cancer screening", { issued: { year: 2019 } }),
		paper("b", "Cancer therapy", { issued: { year: 2023 }, links: [{ url: "https://example.org", kind: "code" }] }),
		paper("c", "Cancer", {}),
	];
	const index = new SearchIndex();
	index.replace("s", shelf);
	const facts = (id: string) => ({ is: id === "a" ? ["unread"] : ["read"] });
	/** What a whole query finds, its problem, and what it finds and is told while somebody types its end. */
	const table: readonly (readonly [query: string, whole: string, problem: string, typed: string, told: string])[] = [
		["cancer year:20", "abc", "bad-value", "ab", ""],
		["cancer year:..", "abc", "bad-value", "ab", ""],
		["cancer year:2023.", "abc", "bad-value", "b", ""],
		["cancer year:2023,", "abc", "bad-value", "abc", "bad-value"],
		["cancer year:2025..2019", "ab", "", "ab", ""],
		["cancer year:2019…2023", "ab", "", "ab", ""],
		["cancer year:20 therapy", "abc", "bad-value", "abc", "bad-value"],
		["cancer has:co", "abc", "bad-value", "b", ""],
		["cancer has:Code", "b", "", "b", ""],
		["cancer is:unr", "abc", "bad-value", "a", ""],
		["cancer is:unraed", "abc", "bad-value", "abc", "bad-value"],
		["cancer is:Unread", "a", "", "a", ""],
		["cancer is:starred", "", "", "", ""],
	];
	for (const [query, ...expected] of table) {
		test(query, () => {
			const answers = [false, true].flatMap(asYouType => [
				index
					.search(query, { facts, asYouType })
					.map(hit => hit.paper.id)
					.sort()
					.join(""),
				index
					.parse(query, facts, { asYouType })
					.problems.map(({ code }) => code)
					.join(),
			]);
			deepEqual(answers, expected);
		});
	}
});

suite("symbols as values", () => {
	const tags: Readonly<Record<string, readonly string[]>> = {
		a: ["⭐", "to read"],
		b: ["⭐⭐"],
		c: ["重要文献", "+"],
	};
	const digests: Readonly<Record<string, readonly string[]>> = { a: ["📰 Mail"], b: ["2024-05"] };
	const facts = (id: string) => ({ tag: tags[id] ?? [], digest: digests[id] ?? [] });
	const index = new SearchIndex();
	index.replace(
		"s",
		["a", "b", "c"].map(id => paper(id, `Paper ${id}`)),
	);
	for (const [query, ids] of [
		["tag:⭐", "a"],
		["-tag:⭐", "bc"],
		["tag:⭐⭐", "b"],
		["tag:⭐|+", "ac"],
		["tag:read", "a"],
		["tag:重要", "c"],
		["tag:!", ""],
		["digest:📰", "a"],
		['digest:"📰 Mail"', "a"],
	] as const) {
		test(`${query} finds ${ids === "" ? "nothing" : ids}`, () => {
			const found = index.search(query, { facts }).map(hit => hit.paper.id);
			equal(found.sort().join(""), ids);
		});
	}

	test("what is offered is found", () => {
		const values = Object.values(tags).flat();
		for (const { text, count } of index.complete("tag:", 4, () => values))
			equal(index.search(`tag:${text}`, { facts }).length, count, text);
	});
});

suite("queries in which each word must be there", () => {
	const kinds = (query: string): readonly string[] => {
		const { parts, excluded, filters } = parseQuery(query, { isStrict: true });
		return [
			...parts.map(part => (part.kind === "phrase" ? `phrase ${part.words.join(" ")}` : "words")),
			...excluded.map(({ words }) => `not ${words.join(" ")}`),
			...filters.map(({ field, values }) => `${field}=${values.join()}`),
		];
	};
	const table: readonly (readonly [query: string, ...parts: string[]])[] = [
		["federated learning", "phrase federated", "phrase learning"],
		["x-ray -chest", "phrase x ray", "not chest"],
		["“deep learning” x", "phrase x", "phrase deep learning"],
		["author: Smith", "phrase smith", "author="],
		['lion author:"van der', "phrase lion", "phrase van", "phrase der", "author="],
		['topic:"a b"|c d', "phrase d", "topic=a b,c"],
		["colour:blue", "phrase colour", "phrase blue"],
		["the"],
	];
	for (const [query, ...parts] of table) test(query, () => deepEqual(kinds(query), parts));

	test("find papers by author, venue and year, too", () => {
		const index = new SearchIndex();
		index.replace("s", [
			paper("a", "Capsules", { authors: [{ family: "Hinton" }], venue: "NeurIPS", issued: { year: 2017 } }),
			paper("b", "Capsules of Hinton, a study of learning"),
			paper("c", "Learning capsule"),
		]);
		for (const [query, ids] of [
			["hinton", "ab"],
			["neurips", "a"],
			["2017 hinton", "a"],
			["capsule learning", "bc"],
			["capsule learnign", ""],
		] as const) {
			const found = index.search(query, { isStrict: true }).map(hit => hit.paper.id);
			equal(found.sort().join(""), ids, query);
		}
	});
});

suite("long queries", () => {
	const index = new SearchIndex();
	index.replace(
		"s",
		Array.from({ length: 300 }, (_, i) =>
			paper(`p${i}`, `Segmentation of organ ${i}`, { authors: [{ family: "Ab" }] }),
		),
	);
	const units = ["author:a|", '"a"|', "ab-cd ", "-ab ", '-"a b" ', '"', "“ab", "author:", "-", "year:2020 "];

	test("what is too long is said, and does not count", () => {
		const words = `${filled("segmentation ", 2000)} organ7`;
		const { problems, parts } = index.parse(words);
		deepEqual(
			problems.map(({ code, args }) => [code, args]),
			[["too-long", ["2000"]]],
		);
		ok(parts.every(part => part.kind === "words" && part.words.every(({ word }) => word === "segmentation")));
		deepEqual(parseQuery(words, { isProse: true }).problems, []);
		deepEqual(parseQuery(filled("a", 2000)).problems, []);
	});

	test("are read in linear time", () => {
		for (const unit of units) {
			assertLinear(size => parseQuery(filled(unit, size)), 200_000, unit);
			assertLinear(size => parseQuery(filled(unit, size), { isProse: true }), 100_000, unit);
		}
	});

	test("are answered at once, whatever is pasted", () => {
		const values = (joint: string): string => Array.from({ length: 9 }, (_, i) => `segmentatoin${i}`).join(joint);
		for (const unit of [...units, values(" "), values("|"), '"a b"|', "ab|"]) {
			assertLinear(
				size => {
					index.search(`author:${filled(unit, size)}`, { asYouType: true, reasons: true });
					index.search(filled(unit, size), { isStrict: true });
				},
				40_000,
				unit,
			);
		}
	});
});
