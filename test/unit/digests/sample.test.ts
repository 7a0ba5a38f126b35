// The sample digest: 55 papers to the letter, what was left out of it and what is damaged in it.

import assert from "node:assert/strict";
import { readDigest } from "../../../src/core/digests/read";
import { bytes, expected, sampleBytes, sampleName, sampleText } from "./sample";

const reading = readDigest(sampleBytes, sampleName);
const inText = (text: string): string[] => text.split("\n").filter(line => line !== "");

suite("The sample digest", () => {
	test("has 55 papers, in order", () => {
		assert.equal(reading.format, "plain-text");
		assert.equal(expected.length, 55);
		assert.deepEqual(
			reading.papers.map(({ title }) => title),
			expected.map(({ title }) => title),
		);
	});

	for (const [i, { title, abstract }] of expected.entries()) {
		test(`has to the letter: ${title}`, () => {
			const paper = reading.papers[i];
			assert.equal(paper?.title, title);
			assert.equal(paper.abstract, abstract);
			assert.match(paper.id, /^title:[0-9a-f]{16}$/);
			assert.deepEqual([paper.authors, paper.keywords, paper.type], [[], [], "article"]);
		});
	}

	test("is faithful to what came damaged", () => {
		const abstracts = reading.papers.map(({ abstract }) => abstract).join("\n");
		for (const odd of [
			"86. 27%",
			"data.This",
			"ImageNet1k. to classify",
			"[HOSPITAL]",
			"<300M",
			"KD- OCT.",
			"T^3_B",
			"7 times 9 cm",
			"(sim13 points)",
			"language model, mone, designed",
			"a 100% success",
		]) {
			assert.ok(abstracts.includes(odd), odd);
		}
		assert.ok(reading.papers.some(({ title }) => title.startsWith("MedS$^3$: Towards")));
	});

	test("reports all that was left out or damaged, and nothing else", () => {
		assert.deepEqual(
			reading.problems.map(({ code, line, args }) => [code, line, args[0]]),
			[
				["left-out", 1, "Get trending papers in your email inbox once a day!"],
				["left-out", 2, "Get trending papers in your email inbox!"],
				["left-out", 3, "Subscribe"],
				["unknown-macro", 48, "mone"],
				["unknown-macro", 48, "mone"],
				["damaged-math", 48, "sim13"],
				["broken-link", 72, "https://github.com/erfan-nourbakhsh/KD- OCT"],
				["damaged-math", 112, "7 times 9 cm"],
			],
		);
		const marked = reading.problems.map(({ range }) => sampleText.slice(range.start, range.end));
		assert.deepEqual(marked.slice(2), [
			"Subscribe",
			"\\mone",
			"\\mone",
			"sim13",
			"https://github.com/erfan-nourbakhsh/KD- OCT",
			"7 times 9 cm",
		]);
	});

	test("has the links of its abstracts", () => {
		const found = reading.papers.flatMap(({ links, title }) =>
			links.map(({ url, kind }) => [title.slice(0, 12), kind, url]),
		);
		assert.deepEqual(found, [
			["SKM-TEA: A D", "code", "https://github.com/StanfordMIMI/skm-tea"],
			["CheXmask-U: ", "data", "https://huggingface.co/datasets/mcosarinsky/CheXmask-U"],
			["CheXmask-U: ", "page", "https://huggingface.co/spaces/matiasky/CheXmask-U"],
			["CheXmask-U: ", "code", "https://github.com/mcosarinsky/CheXmask-U"],
			["SPRMamba: Su", "code", "https://github.com/Zxnyyyyy/SPRMamba"],
			["Toward Bette", "code", "https://github.com/devilran6/EAG-RL"],
			["T3: Test-Tim", "code", "https://github.com/Razaimam45/TCube"],
			["MedS$^3$: To", "code", "https://github.com/pixas/MedSSS"],
			["Code-free de", "code", "https://github.com/andreped/NoCodeSeg"],
			["Knowledge-In", "code", "https://github.com/ritaranx/ClinGen"],
			["Barlow-Swin:", "code", "https://github.com/mkianih/Barlow-Swin"],
		]);
	});

	const allLines = inText(sampleText);
	for (const [deleted] of allLines.entries()) {
		test(`without line ${deleted + 1} it loses that line's paper and no other`, () => {
			const rest = readDigest(
				bytes([...allLines.slice(0, deleted), ...allLines.slice(deleted + 1)].join("\n")),
				"x.txt",
			);
			const right = rest.papers.filter(paper =>
				expected.some(({ title, abstract }) => paper.title === title && paper.abstract === abstract),
			);
			const losses = rest.problems.filter(({ code }) => /missing|no-|cut|duplicate/.test(code));
			const isTitle = deleted % 2 === 0;
			if (deleted < 2) {
				assert.equal(right.length, 55);
				assert.deepEqual(losses, []);
				return;
			}
			assert.equal(right.length, 54);
			assert.equal(rest.papers.length, isTitle ? 54 : 55);
			assert.deepEqual(
				losses.map(({ code, line }) => [code, line]),
				[[isTitle ? "title-missing" : "abstract-missing", isTitle ? deleted + 1 : deleted]],
			);
		});
	}

	test("with every second title deleted it still pairs right", () => {
		const kept = allLines.filter((_, i) => i < 2 || i % 4 !== 0);
		const rest = readDigest(bytes(kept.join("\n")), "x.txt");
		assert.equal(rest.papers.length, 28);
		for (const paper of rest.papers)
			assert.ok(expected.some(({ title, abstract }) => title === paper.title && abstract === paper.abstract));
	});

	test("reads the same with CRLF, CR, blank lines, trailing blanks, a BOM, in UTF-16", () => {
		const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
		const swapped = utf16(sampleText).map((_, i, all) => all[i ^ 1] ?? 0);
		const variants = [
			bytes(sampleText.replaceAll("\n", "\r\n")),
			bytes(sampleText.replaceAll("\n", "\r")),
			bytes(sampleText.replaceAll("\n", "\n\n")),
			bytes(sampleText.replaceAll("\n", "  \t\n \n")),
			bytes(sampleText.trimEnd()),
			bytes(`\ufeff${sampleText}`),
			utf16(`\ufeff${sampleText}`),
			utf16(sampleText),
			swapped,
		];
		for (const [i, content] of variants.entries()) {
			const { papers, problems } = readDigest(content, sampleName);
			assert.deepEqual(papers, reading.papers, `variant ${i}`);
			assert.deepEqual(
				problems.map(({ code }) => code),
				reading.problems.map(({ code }) => code),
			);
		}
	});

	test("lines are the same with CRLF and CR, and ranges fit the text as it is", () => {
		for (const end of ["\r\n", "\r"]) {
			const text = sampleText.replaceAll("\n", end);
			const { problems } = readDigest(bytes(text), sampleName);
			assert.deepEqual(
				problems.map(({ line, range }) => [line, text.slice(range.start, range.end)]),
				reading.problems.map(({ line, range }) => [line, sampleText.slice(range.start, range.end)]),
			);
		}
	});
});
