// Why a query of fields found a paper, and what of it is marked.
import { deepEqual } from "node:assert/strict";
import type { Paper } from "../../../src/core/paper";
import type { FactsOf } from "../../../src/core/search/query/fields";
import { SearchIndex } from "../../../src/core/search/searchIndex";

const paper: Paper = {
	id: "a",
	title: "Segmenting x ray images: a segmentation of lungs",
	abstract: "Li and others.",
	authors: [
		{ family: "Li", given: "Na" },
		{ family: "Berg", given: "Jan", particle: "van der" },
		{ family: "Lindqvist", given: "Bo" },
	],
	type: "article",
	keywords: [],
	venue: "Journal of Lungs",
	issued: { year: 2023 },
	links: [{ url: "https://example.org", kind: "code" }],
};
const facts: FactsOf = () => ({
	is: ["unread", "starred"],
	tag: ["⭐", "to read"],
	topic: ["Lung imaging"],
});
const index = new SearchIndex();
index.replace("s", [paper]);

interface Why {
	readonly terms: readonly string[];
	readonly reasons: readonly string[];
}

function why(query: string, asYouType = false): Why | undefined {
	const [hit] = index.search(query, { reasons: true, facts, asYouType });
	const reasons = hit?.reasons?.map(
		({ query: word, words, way, fields }) => `${word} ${way} ${words.join(",")} in ${fields.join()}`,
	);
	return hit && { terms: hit.terms, reasons: reasons ?? ["none said"] };
}

suite("reasons of fields", () => {
	const table: readonly (readonly [query: string, terms: readonly string[], reasons: readonly string[]])[] = [
		["author:li", ["li"], ["li word Li in authors"]],
		["author:Berg", ["berg"], ["berg word van der Berg in authors"]],
		["title:segmentation", ["segment"], ["segmentation word Segmenting,segmentation in title"]],
		["title:x-ray", ["x", "rai"], ["x-ray word x,ray in title"]],
		["title:xray", ["x", "rai"], ["xray word x,ray in title"]],
		["venue:lungs", ["lung"], ["lungs word Journal of Lungs in venue"]],
		["year:2020..2024", [], ["2020..2024 word 2023 in identifiers"]],
		["year:2023", ["2023"], ["2023 word 2023 in identifiers"]],
		["topic:imaging", ["imag"], ["imaging word Lung imaging in topic"]],
		["has:code|pdf", [], ["code word code in has"]],
		["is:starred", [], ["starred word starred in is"]],
		["tag:⭐", [], ["⭐ word ⭐ in tag"]],
		["-author:smith", [], []],
		["-lion", [], []],
		[
			"title:segmentation author:li",
			["segment", "li"],
			["segmentation word Segmenting,segmentation in title", "li word Li in authors"],
		],
		["lungs author:li", ["lung", "li"], ["lungs word lungs in title,venue", "li word Li in authors"]],
	];
	for (const [query, terms, reasons] of table) test(query, () => deepEqual(why(query), { terms, reasons }));

	test("while one types, a value is the beginning of what is marked", () => {
		deepEqual(why("author:lin", true), { terms: ["lindqvist"], reasons: ["lin word Lindqvist in authors"] });
		deepEqual(why("title:seg", true)?.terms, ["segment"]);
		deepEqual(why("has:co", true)?.reasons, ["co word code in has"]);
	});

	test("without reasons asked for, there are terms alone", () => {
		const [hit] = index.search("author:li");
		deepEqual([hit?.terms, hit?.reasons], [["li"], undefined]);
	});
});
