// Tagged texts that are damaged or made to be slow: everything ends in time, nothing is thrown.

import assert from "node:assert/strict";
import fc from "fast-check";
import { taggedFormats } from "../../../../src/core/digests/tagged/formats";
import { read } from "./read";
import { assertLinear } from "../../linear";

const records: Readonly<Record<string, string>> = {
	ris: "TY  - JOUR\nAU  - Lee, Ann\nTI  - A Title\nKW  - one; two\nAB  - Some text.\nER  - \n",
	endnote: "%0 Journal Article\n%A Lee, Ann\n%T A Title\n%D 2020\n%X Some text.\n",
	medline: "PMID- 12345678\nOWN - NLM\nTI  - A title.\nFAU - Lee, Ann\nAU  - Lee A\nAB  - Some\n      text.\n",
	wos: "FN X Y Z\nVR 1.0\nPT J\nAU Lee, A\nTI A title\nPY 2020\nAB Some text.\nER\n\nEF\n",
	abstract: "1. Nature. 2020 Mar;5(1):1-2.\n\nA title.\n\nLee A(1).\n\nSome text.\n\nPMID: 12345678\n",
	summary: "1: Lee A, Roe B. A title. Nature. 2020 Mar;5(1):1-2. PMID: 12345678.\n",
	mail: "\\\\\narXiv:2401.01234\nDate: Wed, 3 Jan 2024 18:34:08 GMT   (2kb)\n\nTitle: A\nAuthors: B C\nCategories: cs.CL\n\\\\\n  Text.\n\\\\ ( https://arxiv.org/abs/2401.01234 , 2kb)\n",
	listing: "[1] arXiv:2401.00001 [pdf, html, other]\nTitle: A\nAnn Lee\nSubjects: X (cs.CL)\nText.\n",
	bibtex: "@article{a,\n title = {A},\n author = {Lee, Ann and others},\n abstract = {Some text}\n}\n",
};

suite("Tagged text", function () {
	this.timeout(60_000);

	test("of each format is told among all formats", () => {
		const found = Object.entries(records).map(([name, text]) => [name, read(text).format]);
		assert.deepEqual(found, [
			["ris", "ris"],
			["endnote", "endnote-refer"],
			["medline", "medline"],
			["wos", "wos"],
			["abstract", "pubmed-abstract"],
			["summary", "pubmed-summary"],
			["mail", "arxiv-mail"],
			["listing", "arxiv-listing"],
			["bibtex", "bibtex"],
		]);
	});

	test("cut and with bytes changed is read without an exception", () => {
		const text = fc.constantFrom(...Object.values(records)).map(record => record.repeat(3));
		const change = fc.tuple(text, fc.nat(600), fc.integer({ min: 0, max: 255 }), fc.nat(600));
		fc.assert(
			fc.property(change, ([original, at, byte, cut]) => {
				const changed = original.slice(0, at) + String.fromCharCode(byte) + original.slice(at + 1);
				for (const variant of [changed, changed.slice(0, cut), changed.replace(/\n/g, "\r")]) read(variant);
			}),
			{ numRuns: 300 },
		);
	});

	const slow: readonly (readonly [name: string, make: (size: number) => string])[] = [
		["one line of a tag", size => `${records["ris"] ?? ""}TY  - JOUR\nTI  - ${"a ".repeat(size / 2)}`],
		["names", size => `TY  - JOUR\nTI  - T\nAU  - ${"Lee, A and ".repeat(size / 10)}`],
		["keywords", size => `TY  - JOUR\nTI  - T\nKW  - ${"a;".repeat(size / 2)}`],
		["tags", size => `TY  - JOUR\n${"AU  - Lee, A\n".repeat(size / 12)}`],
		["blank values", size => `${records["medline"] ?? ""}${"AB  - \n".repeat(size / 7)}`],
		["blanks", size => `TY  - JOUR\nTI  - T\nAB  - ${" ".repeat(size)}x`],
		[
			"parentheses",
			size => `${records["mail"] ?? ""}\\\\\narXiv:2401.01235\nTitle: T\nAuthors: ${"A (".repeat(size / 3)}`,
		],
		[
			"commas",
			size => `${records["mail"] ?? ""}\\\\\narXiv:2401.01235\nTitle: T\nAuthors: ${"A, ".repeat(size / 3)}`,
		],
		[
			"spaces in authors",
			size => `${records["mail"] ?? ""}\\\\\narXiv:2401.01235\nTitle: T\nAuthors: ${" ,".repeat(size / 2)}x`,
		],
		["backslashes", size => `${records["mail"] ?? ""}${"\\\\\n".repeat(size / 3)}`],
		["numbers", size => `${records["abstract"] ?? ""}\n${"2. Nature. 2020 Mar;\n\n".repeat(size / 22)}`],
		["sentences", size => `${records["summary"] ?? ""}\n2: ${"A b. ".repeat(size / 5)}PMID: 1234567.`],
		["years", size => `${records["summary"] ?? ""}\n2: ${". 2020 Mar ".repeat(size / 11)}`],
		["colons", size => `${records["summary"] ?? ""}\n${"2: a\n".repeat(size / 5)}`],
		["brackets", size => `${records["abstract"] ?? ""}\n2. Nature. 2020;1.\n\n${"[".repeat(size)}`],
		[
			"initials",
			size => `${records["abstract"] ?? ""}\n2. Nature. 2020;1.\n\nT.\n\n${"Lee A(1) ".repeat(size / 9)}`,
		],
		["sections", size => `${records["listing"] ?? ""}${"New submissions (showing\n".repeat(size / 25)}`],
		[
			"a line of a listing",
			size => `${records["listing"] ?? ""}[2] arXiv:2401.00002 [pdf]\nTitle: ${"a (showing ".repeat(size / 11)}`,
		],
		["open braces", size => `${records["bibtex"] ?? ""}${"@a{b,c={".repeat(size / 8)}`],
		["strings", size => `${'@string{a = "b" # a}\n'.repeat(size / 21)}${records["bibtex"] ?? ""}`],
		[
			"references",
			size =>
				Array.from(
					{ length: size / 100 },
					(_, i) => `@book{k${i}, title={T${i}}, xdata={k${i + 1},k${i + 2}}}`,
				).join("\n"),
		],
		["names in BibTeX", size => `@article{a, title={T}, author={${"A and ".repeat(size / 6)}B}}`],
		["abstracts with tags", size => `@article{a, title={T}, abstract={${"<p ".repeat(size / 3)}}}`],
		["authors of EndNote", size => `%0 Book\n%T T\n${"%A a\n".repeat(size / 5)}`],
		[
			"strings of strings",
			size => `@string{a = "b"}\n${"@string{a = a # a # a}\n".repeat(size / 24)}@misc{k, title = a # a}`,
		],
	];
	for (const [name, make] of slow) {
		test(`of a megabyte of ${name} is read in linear time`, () => {
			assertLinear(size => void read(make(size)), 1_000_000);
		});
	}

	test("is looked at in its beginning alone", () => {
		// Who read all of a text of so many letters would take the square of the time.
		assertLinear(size => {
			const text = "x ".repeat((size * size) / 2);
			for (const { looksLike } of taggedFormats) looksLike(text, { bytes: new Uint8Array(), name: "x.bib" });
		}, 6400);
	});
});
