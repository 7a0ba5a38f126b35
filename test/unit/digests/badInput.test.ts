// Input that is no digest, or a broken one: one clear problem for each loss, everything readable read, nothing thrown.

import assert from "node:assert/strict";
import fc from "fast-check";
import { readDigest } from "../../../src/core/digests/read";
import { withRecords } from "../../../src/core/digests/sidecar";
import { decodeBytes } from "../../../src/core/text/decodeBytes";
import { bytes, recordsBytes, sampleBytes, sampleText } from "./sample";
import { assertLinear, filled } from "../linear";

const abstract = "We look at a thing in some detail and find that it is so. It was not known before that it is so. "
	.repeat(3)
	.trim();
const codes = (content: Uint8Array | string): string[] =>
	readDigest(typeof content === "string" ? bytes(content) : content, "x.txt").problems.map(({ code }) => code);

/** Problems name the file and a line, and their ranges lie in the text, at that line. */
function assertSound(content: Uint8Array): void {
	const { papers, problems } = readDigest(content, "x.txt");
	const decoded = decodeBytes(content);
	const text = "text" in decoded ? decoded.text : "";
	for (const { file, line, range, message } of problems) {
		assert.equal(file, "x.txt");
		assert.ok(message.startsWith(`x.txt, line ${line}: `));
		assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
		assert.equal(text.slice(0, range.start).split(/\r\n|\r|\n/).length, line, message);
	}
	assert.equal(new Set(papers.map(({ id }) => id)).size, papers.length);
	for (const { title } of papers) assert.notEqual(title, "");
}

suite("A file that is no digest", () => {
	const cases: readonly (readonly [string, Uint8Array | string, string, RegExp])[] = [
		["nothing", "", "empty-file", /is empty/],
		["blanks only", "\n \r\n\t\ufeff", "empty-file", /is empty/],
		["a byte order mark only", new Uint8Array([0xef, 0xbb, 0xbf]), "empty-file", /is empty/],
		["a PDF", "%PDF-1.7\n%âãÏÓ\nText that is readable", "not-text", /a PDF document/],
		["an archive", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), "not-text", /a ZIP archive/],
		["an image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), "not-text", /a PNG image/],
		[
			"bytes without a meaning",
			new Uint8Array(5000).map((_, i) => (i * 7919) % 256),
			"not-text",
			/binary data \(byte \d+ is 0\)/,
		],
		[
			"the mail without papers",
			"Get the latest papers in your inbox!\nUnsubscribe",
			"no-papers",
			/No paper was found/,
		],
		["a list without items", "[]", "no-papers", /No paper was found/],
	];
	for (const [name, content, code, message] of cases) {
		test(`${name} is one clear problem`, () => {
			const { papers, problems } = readDigest(typeof content === "string" ? bytes(content) : content, "x.txt");
			assert.deepEqual(papers, []);
			const clear = problems.filter(problem => problem.code !== "left-out");
			assert.deepEqual([clear.length, clear[0]?.code, clear[0]?.line], [1, code, 1]);
			assert.match(clear[0]?.message ?? "", message);
		});
	}
});

suite("A broken digest", () => {
	test("a title alone is kept, citable, and reported", () => {
		const { papers, problems } = readDigest(bytes("A Study of Things\n"), "x.txt");
		assert.deepEqual(
			papers.map(({ title, abstract: none }) => [title, none]),
			[["A Study of Things", ""]],
		);
		assert.deepEqual(
			problems.map(({ message }) => message),
			[
				"x.txt, line 1: The paper “A Study of Things” has no abstract; an abstract line was expected after its title.",
			],
		);
	});

	test("an abstract alone is left out and reported with its first words", () => {
		const { papers, problems } = readDigest(bytes(`\n\n${abstract}\n`), "x.txt");
		assert.deepEqual(papers, []);
		assert.deepEqual([problems[1]?.code, problems[1]?.line], ["title-missing", 3]);
		assert.match(problems[1]?.message ?? "", /We look at a thing/);
	});

	test("a paper that stands in it twice is kept once", () => {
		const twice = `A Study of Things\n${abstract}\n\nA Study of THINGS!\n${abstract}`;
		const { papers, problems } = readDigest(bytes(twice), "x.txt");
		assert.equal(papers.length, 1);
		assert.deepEqual(
			problems.map(({ code, line, args }) => [code, line, args[1]]),
			[["duplicate-paper", 4, "1"]],
		);
	});

	test("a file that was cut off is reported at its end", () => {
		const cut = readDigest(bytes(`A Study of Things\n${abstract} And then it was fou`), "x.txt");
		assert.equal(cut.papers.length, 1);
		assert.deepEqual(
			cut.problems.map(({ code, line }) => [code, line]),
			[["cut-paper", 2]],
		);
		assert.deepEqual(codes(`A Study of Things\n${abstract} Code: https://github.com/a/b`), []);
	});

	test("Latin-1 is read as such and reported with its byte", () => {
		const content = new Uint8Array(
			Array.from(`Müller’s Étude of Bones\n${abstract}`, char => (char === "’" ? 0x92 : char.charCodeAt(0))),
		);
		const { papers, problems } = readDigest(content, "x.txt");
		assert.equal(papers[0]?.title, "Müller’s Étude of Bones");
		assert.deepEqual(
			problems.map(({ code, line, args }) => [code, line, args]),
			[["read-as-latin1", 1, ["1"]]],
		);
	});

	test("HTML and scripts stay the text that they are", () => {
		const title = 'A <script>alert("1")</script> of <img src=x onerror=alert(1)> &amp; Bones';
		assert.equal(readDigest(bytes(`${title}\n${abstract}`), "x.txt").papers[0]?.title, title);
	});

	test("a stray NUL is a blank", () => {
		const { papers } = readDigest(bytes(`A Study\0of Things\n${abstract.repeat(9)}`), "x.txt");
		assert.equal(papers[0]?.title, "A Study of Things");
	});

	test("a real title that begins with Subscribe stays, and so does one that speaks of inboxes", () => {
		const { papers } = readDigest(
			bytes(
				`Subscribe to Nothing: Attention Economies\n${abstract}\nSpam in your inbox: a survey of filters\n${abstract}\nSubscribeNet: Models\n${abstract}`,
			),
			"x.txt",
		);
		assert.deepEqual(
			papers.map(({ title }) => title),
			[
				"Subscribe to Nothing: Attention Economies",
				"Spam in your inbox: a survey of filters",
				"SubscribeNet: Models",
			],
		);
	});

	test("ten thousand problems are told as a thousand and a number", () => {
		const lines = Array.from({ length: 10_000 }, (_, i) => `Title number ${i} of many`).join("\n");
		const { papers, problems } = readDigest(bytes(lines), "x.txt");
		assert.deepEqual([papers.length, problems.length, problems.at(-1)?.args[0]], [10_000, 1001, "9000"]);
	});
});

suite("Any input", function () {
	this.timeout(20_000);

	test("of any bytes is read without an exception, with sound problems", () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), assertSound), { numRuns: 800 });
	});

	test("of any lines is read without an exception, with sound problems", () => {
		const line = fc.constantFrom(
			"A Title",
			abstract,
			"",
			"## A Heading of Some Length",
			"- **A Bold Title of Things** text follows here.",
			"1. An Item that is a Title",
			"Get papers in your inbox!",
			"SubscribeA Title",
			"\\mone $x",
			"https://github.com/a/b- c",
			"> quoted",
			"[",
			'{"title": "x"},',
			"sim13",
			"医療画像の研究。",
		);
		const end = fc.constantFrom("\n", "\r\n", "\r", "\n\n");
		const text = fc.array(fc.tuple(line, end), { maxLength: 14 }).map(parts => parts.flat().join(""));
		fc.assert(
			fc.property(text, content => assertSound(bytes(content))),
			{ numRuns: 800 },
		);
	});

	test("made from the sample by cutting and flipping is read, the rest of it right", () => {
		fc.assert(
			fc.property(fc.nat(sampleBytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				assertSound(sampleBytes.subarray(0, at));
				const flipped = new Uint8Array(sampleBytes);
				flipped[at] = (flipped[at] ?? 0) ^ flip;
				assertSound(flipped);
				assert.ok(readDigest(flipped, "x.txt").papers.length >= 53);
			}),
			{ numRuns: 50 },
		);
	});

	test("beside the sample as records leaves its papers", () => {
		const { papers } = readDigest(sampleBytes, "x.txt");
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(recordsBytes.length), (noise, cut) => {
				for (const content of [noise, recordsBytes.subarray(0, cut)]) {
					assert.equal(withRecords(papers, content, "x.csl.json").papers.length, papers.length);
				}
			}),
			{ numRuns: 60 },
		);
	});

	const megabyte = 1024 * 1024;
	const line =
		(unit: string) =>
		(size: number): string =>
			`A Study of Things\n${filled(unit, size)}`;
	const pairs = sampleText.split("\n").slice(3, -1).join("\n");
	const copies = (size: number): string[] =>
		Array.from({ length: size / pairs.length }, (_, i) => pairs.replace(/^(\w)/gm, `${i} $1`));
	const large: readonly (readonly [string, number, (size: number) => string])[] = [
		["papers", 20, size => copies(size).join("\n")],
		["one line", 20, line("We look at a thing. ")],
		["short lines", 20, size => filled("a\n", size)],
		["one word", 2, line("a")],
		["dollars", 2, line("$a ")],
		["commands", 2, line("\\a{ ")],
		["dots", 2, line("a.")],
		["hosts", 2, line("a.com/")],
		["addresses", 2, line("https://a.b/(c ")],
		["cut addresses", 2, line("https:// ")],
		["numbers", 2, line("1 times ")],
		["blanks", 2, line(" \t\0")],
		["list items", 2, size => `- **A Title of Some Length** b\n- **Another Title Here** ${filled("[a](", size)}`],
		["stars", 2, size => `## A Title of Some Length\n${filled("**a", size)}\n## Another Title Here\nb`],
		["blank lines", 2, size => `A Study of Things\n${filled("\n", size)}\n${abstract}`],
		["JSON brackets", 2, size => filled("[", size)],
		["JSON items", 2, size => `[{"title": "A"},${filled("{},", size)}`],
	];
	for (const [name, megabytes, make] of large) {
		test(`of ${megabytes} MB of ${name} is read in linear time`, function () {
			this.timeout(120_000);
			assertLinear(size => {
				const { papers } = readDigest(bytes(make(size)), "x.txt");
				if (name === "papers") assert.ok(papers.length > size / 2000);
			}, megabytes * megabyte);
		});
	}
});
