// The other shapes of a digest: Markdown with headings or lists, wrapped lines, CSL-JSON. The content decides.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDigest } from "../../../src/core/digests/read";
import { bytes, recordsBytes, records } from "./sample";

const fixture = (name: string): Uint8Array => readFileSync(join(__dirname, "..", "..", "fixtures", "digests", name));
const shown = (text: string | Uint8Array): unknown[] => {
	const { papers } = readDigest(typeof text === "string" ? bytes(text) : text, "x");
	return papers.map(({ title, abstract }) => [title, abstract]);
};

suite("A digest in Markdown", () => {
	test("has headings as titles and paragraphs as abstracts", () => {
		const { format, papers, problems } = readDigest(fixture("headings.md"), "headings.md");
		assert.equal(format, "markdown");
		assert.deepEqual(
			papers.map(({ title, abstract, id, links }) => [
				title,
				abstract,
				id.split(":")[0],
				links.map(({ url }) => url),
			]),
			[
				[
					"A First Paper on Bone Density: What $x_1$ and $x_2$ Tell",
					"Bone density is measured in many ways. We compare three of them on 1,000 patients, and find that T-score estimates agree. See the code.\n\nA second paragraph of the abstract follows here.",
					"arxiv",
					["https://github.com/a/bone", "https://arxiv.org/abs/2401.01234v2"],
				],
				["The Second Paper", "Its abstract is a quotation, which some newsletters do.", "title", []],
				["A Third Paper Without Any Text Below", "", "title", []],
			],
		);
		assert.equal(papers[0]?.arxiv, "2401.01234");
		assert.deepEqual(
			problems.map(({ code, line }) => [code, line]),
			[
				["left-out", 1],
				["left-out", 3],
				["left-out", 5],
				["left-out", 19],
				["abstract-missing", 21],
			],
		);
	});

	test("has items of a list with bold titles", () => {
		const { format, papers, problems } = readDigest(fixture("list.md"), "list.md");
		assert.equal(format, "markdown");
		assert.deepEqual(
			papers.map(({ title, abstract, arxiv }) => [title, abstract, arxiv]),
			[
				[
					"Notes of Nurses: A Corpus of 12,000 Shift Reports",
					"We release a corpus of shift reports. It is large.",
					undefined,
				],
				["Triage by Telephone", "A model listens to calls and ranks them by need.", "2305.00001"],
				[
					"Wards Without Walls",
					"Remote wards are compared with those in hospitals. They do as well.",
					undefined,
				],
			],
		);
		assert.deepEqual(
			problems.map(({ code, line }) => [code, line]),
			[["left-out", 1]],
		);
	});
});

suite("A digest in plain text", () => {
	const sentence = "We wrap this abstract as a mail program does, at about seventy letters.";

	test("may have blank lines anywhere, also between the paragraphs of one paper's abstract", () => {
		const long = `${sentence} ${sentence} ${sentence}`;
		assert.deepEqual(shown(`First Title\n\n${long}\n\n\nSecond Title\n${long}\n`), [
			["First Title", long],
			["Second Title", long],
		]);
		assert.deepEqual(shown(`First Title\n${long}\n${long}\n\nSecond Title\n${long}\n`), [
			["First Title", `${long}\n\n${long}`],
			["Second Title", long],
		]);
		assert.deepEqual(shown(`First Title\nBackground: ${long}\nMethods: ${long}\nSecond Title\n${long}\n`), [
			["First Title", `Background: ${long}\n\nMethods: ${long}`],
			["Second Title", long],
		]);
	});

	test("may have wrapped lines", () => {
		const wrapped = `${sentence} It\ngoes on in a second line that is nearly as long as the first, and\nin a third.`;
		assert.deepEqual(
			shown(
				`A Title That Was Too Long for One Line of a Mail and so Was\nwrapped\n\n${wrapped}\n\nAnother\n${wrapped}`,
			),
			[
				["A Title That Was Too Long for One Line of a Mail and so Was wrapped", wrapped.replaceAll("\n", " ")],
				["Another", wrapped.replaceAll("\n", " ")],
			],
		);
	});

	test("may have abstracts of one sentence, questions as titles, and other scripts", () => {
		assert.deepEqual(
			shown(
				`Is It So?\n${sentence}\nIs It So, and Why?\nWe show that it is so.\n医療画像の研究\n本研究では医療画像を調べ、その結果を報告する。\n`,
			),
			[
				["Is It So?", sentence],
				["Is It So, and Why?", "We show that it is so."],
				["医療画像の研究", "本研究では医療画像を調べ、その結果を報告する。"],
			],
		);
	});

	test("may begin with one Markdown heading", () => {
		const long = `${sentence} ${sentence}`;
		const pairs = [1, 2, 3, 4].map(i => `Title Number ${i}\n${long}`).join("\n");
		assert.equal(shown(`# My digest\n\n${pairs}`).length, 4);
	});
});

suite("A list of CSL-JSON", () => {
	test("is a digest of its own", () => {
		const { format, papers, problems } = readDigest(recordsBytes, "any name");
		assert.equal(format, "csl-json");
		assert.deepEqual(
			papers.map(({ title }) => title),
			records.map(({ title }) => title),
		);
		assert.deepEqual(problems, []);
	});

	test("loses no good item for a broken one", () => {
		const { papers, problems } = readDigest(
			bytes('[{"title": "A"},\n{"title": },\n{"type": "book", "title": "<i>B</i>"}, {"title": "a"}'),
			"x.json",
		);
		assert.deepEqual(
			papers.map(({ title, type }) => [title, type]),
			[
				["A", "article"],
				["B", "book"],
			],
		);
		assert.deepEqual(
			problems.map(({ code, line }) => [code, line]),
			[
				["record-not-json", 1],
				["record-unreadable", 2],
				["duplicate-paper", 3],
			],
		);
	});
});
