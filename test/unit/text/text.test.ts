// Links, lost math, bytes, lines and forms of text.

import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeBytes } from "../../../src/core/text/decodeBytes";
import { lineCounter, linesOf } from "../../../src/core/text/lines";
import { findLinks, mergeLinks, toLink } from "../../../src/core/text/links";
import { repairLostMath } from "../../../src/core/text/lostMath";
import { hash } from "../../../src/core/text/normalize";

suite("Links in running text", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["code at https://github.com/a/b.", ["https://github.com/a/b"]],
		["(github.com/a/b), and", ["https://github.com/a/b"]],
		["see https://en.wikipedia.org/wiki/A_(b), which", ["https://en.wikipedia.org/wiki/A_(b)"]],
		["(https://a.org/b),next", ["https://a.org/b"]],
		["“https://a.org/b”; <https://c.org/d>", ["https://a.org/b", "https://c.org/d"]],
		["github.com/a/b https://www.github.com/A/b/ http://github.com/a/b.git", ["https://github.com/a/b"]],
		["a large U.S. health network, and/or.com, e.g./i.e. 3.5/4, user@github.com/x", []],
		["https:// and http://x and https://localhost/a", []],
		["https://github.com/a/ for details", ["https://github.com/a/"]],
		["https://a.org/x?y=1&z=2#top!", ["https://a.org/x?y=1&z=2#top"]],
	];
	for (const [text, urls] of cases) {
		test(`are found in ${text}`, () =>
			assert.deepEqual(
				findLinks(text).links.map(({ url }) => url),
				urls,
			));
	}

	test("that a space cut off are reported and not kept", () => {
		for (const [text, broken] of [
			["at https://github.com/a/KD- OCT.", "https://github.com/a/KD- OCT"],
			["at https: //github.com/a/b.", "https: //github.com/a/b"],
			["at https:// github.com/a/b.", "https:// github.com/a/b"],
			["at https://github.com/ a/b.", "https://github.com/ a/b"],
			["at https://a.org/x_ y", "https://a.org/x_ y"],
		] as const) {
			const found = findLinks(text);
			assert.deepEqual(
				found.broken.map(cut => [cut.text, cut.offset]),
				[[broken, 3]],
			);
		}
	});

	test("are sorted by host and path", () => {
		const kinds = {
			code: [
				"https://github.com/a/b",
				"https://gitlab.inria.fr/a/b",
				"https://huggingface.co/owkin/phikon-v2",
				"https://bitbucket.org/a/b",
			],
			data: [
				"https://huggingface.co/datasets/a/b",
				"https://doi.org/10.5281/zenodo.15637074",
				"https://doi.org/10.18710/TLA01U",
				"https://www.kaggle.com/competitions/x",
				"https://aimi.stanford.edu/datasets/skm-tea-knee-mri",
				"https://physionet.org/content/x/1.0/",
			],
			pdf: [
				"https://a.org/x.pdf",
				"https://arxiv.org/pdf/2401.01234",
				"https://openreview.net/pdf?id=x",
				"https://raw.githubusercontent.com/a/b.pdf",
			],
			page: [
				"https://huggingface.co/spaces/a/b",
				"https://huggingface.co/collections/a/b",
				"https://huggingface.co/a",
				"https://a.github.io/b",
				"https://github.com/a",
				"https://doi.org/10.1000/1",
			],
		};
		for (const [kind, urls] of Object.entries(kinds))
			for (const url of urls) assert.equal(toLink(url)?.kind, kind, url);
	});

	test("are merged without a second of the same", () => {
		const link = (url: string) => ({ url, kind: "page" as const });
		assert.deepEqual(
			mergeLinks([link("https://a.org/x")], [link("http://www.A.org/x/"), link("https://a.org/X")]),
			[link("https://a.org/x"), link("https://a.org/X")],
		);
	});
});

suite("Math that lost its backslashes", () => {
	const cases = [
		["a 7 times 9 cm section", "a 7 × 9 cm section"],
		["512 times 512 pixels", "512 × 512 pixels"],
		["1.5 times 1.5 times 3 mm^3", "1.5 × 1.5 × 3 mm^3"],
		["boosting (sim13 points)", "boosting (∼13 points)"],
		["sim!0.1%", "∼0.1%"],
		["18 times more scans, 400 times the time, 3 times 5 patients, sim2real, a-sim3, Sim13", undefined],
		["up to four times longer, 2 times 3 medians", undefined],
	] as const;
	for (const [text, shown] of cases)
		test(`is shown right: ${text}`, () => assert.equal(repairLostMath(text), shown ?? text));
});

suite("Forms of text", () => {
	test("the hash is FNV-1a of 64 bits", () => {
		const slow = (text: string): string => {
			let value = 0xcbf29ce484222325n;
			for (let i = 0; i < text.length; i++) {
				value = ((value ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & 0xffffffffffffffffn;
			}
			return value.toString(16).padStart(16, "0");
		};
		assert.equal(hash(""), "cbf29ce484222325");
		assert.equal(hash("a"), "af63dc4c8601ec8c");
		fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), text => hash(text) === slow(text)));
	});

	test("the line of an offset is what an editor shows", () => {
		const text = "a\r\nb\rc\n\nd";
		const line = lineCounter(text);
		assert.deepEqual(
			Array.from({ length: text.length + 1 }, (_, offset) => line(offset)),
			[1, 1, 1, 2, 2, 3, 3, 4, 5, 5],
		);
		assert.deepEqual(
			[...linesOf(text)].map(({ start, end }) => text.slice(start, end)),
			["a", "b", "c", "", "d"],
		);
	});

	test("the first byte that is not UTF-8 is named", () => {
		for (const [content, at] of [
			[[0x61, 0xe4, 0x62], 1],
			[[0xc3, 0xa4, 0xc0, 0x80], 2],
			[[0x61, 0xf0, 0x9f, 0x98], 1],
			[[0xed, 0xa0, 0x80], 0],
			[[0xe2, 0x82, 0xac, 0xff], 3],
		] as const) {
			const decoded = decodeBytes(new Uint8Array(content));
			assert.ok("firstBadByte" in decoded);
			assert.equal(decoded.firstBadByte, at);
		}
	});
});
