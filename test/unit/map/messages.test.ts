// What page and extension tell each other, what is kept of a map, and the page's document.
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import { mapHtml } from "../../../src/core/map/mapHtml";
import { englishMapLabels } from "../../../src/core/map/mapLabels";
import { isFromMap, isToMap, type FromMap, type ToMap } from "../../../src/core/map/protocol";
import { readMapPlaces, writeMapPlaces } from "../../../src/core/map/stored";

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0);
const marks = { isRead: true, isStarred: false, isCited: false };
const paper = { id: "a", title: "A", by: "", x: 0, y: 0.5, topic: -1, marks };

const fromMap: readonly FromMap[] = [
	{ type: "ready" },
	{ type: "open", id: "a" },
	{ type: "search", query: "" },
	{ type: "choose", ids: ["a", "b"] },
	{ type: "topic", label: "Optics" },
	{ type: "arrange" },
	{ type: "save" },
	{ type: "picture", content: `<svg xmlns="http://www.w3.org/2000/svg"></svg>` },
	{ type: "picture", content: png },
];

const toMap: readonly ToMap[] = [
	{ type: "state", message: "Empty" },
	{ type: "state", message: "Soon", done: 0.5 },
	{ type: "begin", count: 1, topics: ["Optics"] },
	{ type: "papers", papers: [paper, { ...paper, day: 19000 }] },
	{ type: "marks", marks: [{ id: "a", ...marks }] },
	{ type: "found", query: "a", found: [{ id: "a", score: 1 }] },
	{ type: "draw", format: "png" },
];

suite("messages of the map", () => {
	test("agreed messages pass", () => {
		for (const message of fromMap) ok(isFromMap(message), message.type);
		for (const message of toMap) ok(isToMap(message), message.type);
	});

	test("anything else is refused", () => {
		const wrong: readonly unknown[] = [
			undefined,
			null,
			"ready",
			{},
			{ type: "open" },
			{ type: "choose", ids: "a" },
			{ type: "choose", ids: ["a", 5] },
			{ type: "picture", content: "<script>" },
			{ type: "picture", content: Uint8Array.of(1, 2, 3, 4) },
			{ type: "papers", papers: [{ ...paper, x: NaN }] },
			{ type: "papers", papers: [{ ...paper, marks: {} }] },
			{ type: "found", query: "a", found: [{ id: "a" }] },
			{ type: "draw", format: "gif" },
			{ type: "state", message: 5 },
			{ type: "__proto__" },
		];
		for (const message of wrong) ok(!isFromMap(message) && !isToMap(message), JSON.stringify(message));
		fc.assert(
			fc.property(fc.anything(), message => !isFromMap(message) && !isToMap(message)),
			{ seed: 3, numRuns: 200 },
		);
	});

	test("places are kept and read again, and what is damaged is no map", () => {
		const places = { ids: ["a", "doi:10.1/\u{1f600}"], xs: Float32Array.of(0.25, -1), ys: Float32Array.of(0, 0.5) };
		const text = writeMapPlaces(places);
		const read = readMapPlaces(text);
		ok(read);
		deepEqual(read.ids, places.ids);
		for (const i of [0, 1]) {
			ok(Math.abs((read.xs[i] ?? 9) - (places.xs[i] ?? 0)) < 1e-4);
			ok(Math.abs((read.ys[i] ?? 9) - (places.ys[i] ?? 0)) < 1e-4);
		}
		const damaged = [
			"",
			"null",
			"[]",
			text.slice(0, -3),
			text.replace(`"version":1`, `"version":2`),
			text.replace("25000,", ""),
			text.replace("25000", `"x"`),
		];
		for (const each of damaged) equal(readMapPlaces(each), undefined, each);
	});

	test("the page loads one script and one style, and its labels are escaped", () => {
		const html = mapHtml({
			nonce: "n1",
			cspSource: "https://example.org",
			scriptUri: "map.js",
			styleUri: `map.css"><b>`,
			labels: { ...englishMapLabels, search: `"><img src=x>`, loading: "<i>" },
		});
		match(html, /default-src 'none'; style-src https:\/\/example\.org; script-src 'nonce-n1'; base-uri 'none'/);
		equal(html.match(/<script/g)?.length, 1);
		doesNotMatch(html, /<img|<b>|<i>| style=| on\w+=/);
	});
});
