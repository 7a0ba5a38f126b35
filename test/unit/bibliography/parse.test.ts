// Reading .bib files: ranges, values, names, faults.
import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBibliography } from "../../../src/core/bibliography/bibliography";
import { parseNames, writeName } from "../../../src/core/bibliography/bibtex/names";
import type { Name } from "../../../src/core/paper";
import { decodeLatex, encodeLatex } from "../../../src/core/text/latex";
import { fixture, fixtureNames } from "./fixtures";
import { assertLinear } from "../linear";

function read(text: string) {
	return parseBibliography(text, "a.bib");
}

suite("a bibliography is read", () => {
	test("with strings, concatenation, months, parentheses and quotes", () => {
		const [adams, baker] = read(fixture("quoted.bib")).entries;
		assert.deepEqual(
			[adams?.key, adams?.paper.title, adams?.paper.venue, adams?.paper.issued, adams?.paper.authors],
			[
				"Adams:01",
				"Maps of the North",
				"Journal of Maps",
				{ year: 2001, month: 2, day: 5 },
				[{ family: "Adams", given: "Ann" }],
			],
		);
		assert.deepEqual(
			[baker?.paper.title, baker?.paper.venue, baker?.paper.authors],
			['Bread "and" butter', "Oven Press", [{ family: "Bob Baker", given: "Jr." }]],
		);
	});
	test("with the range of every entry and key", () => {
		for (const name of fixtureNames) {
			const text = fixture(name);
			for (const { key, range, keyRange } of parseBibliography(text, name).entries) {
				assert.equal(text.slice(keyRange.start, keyRange.end), key);
				assert.match(text.slice(range.start, range.end), /^@\w+[{(]/);
				assert.ok(range.start < keyRange.start && keyRange.end < range.end);
			}
		}
	});
	test("and a broken entry costs only itself, with its line", () => {
		const { entries, problems } = parseBibliography(fixture("broken.bib"), "broken.bib");
		assert.deepEqual(
			entries.map(({ key, paper }) => [key, paper.title]),
			[
				["lostComma", "Maps"],
				["lostQuote", ""],
				["lostBrace", "Cakes and tea, year = 2003"],
				["surplus", ""],
				["noComma", "Eggs"],
				["fine", "Fine"],
			],
		);
		assert.deepEqual(
			problems.map(({ code, line, severity }) => [code, line, severity]),
			[
				["bib-missing-comma", 5, "warning"],
				["bib-unclosed", 9, "error"],
				["bib-unclosed", 15, "error"],
				["bib-lost-fields", 23, "warning"],
				["bib-missing-comma", 26, "warning"],
				["bib-no-key", 33, "warning"],
				["bib-no-field", 39, "warning"],
			],
		);
	});
	test("and identifiers are found wherever they are written", () => {
		const papers = read(fixture("preprints.bib")).entries.map(({ paper }) => paper);
		assert.deepEqual(papers.map(({ id }) => id).slice(0, 2), ["arxiv:2409.09173", "doi:10.1000/abc.1"]);
		assert.deepEqual([papers[3]?.arxiv, papers[3]?.type, papers[4]?.pmid], ["2502.04381", "article", "12345"]);
		assert.equal(papers[2]?.title, "A Study of Maps: their $x^2$ and use");
	});
	test("and repeated keys are reported as BibTeX compares them", () => {
		const { problems } = read("@misc{a, title={x}}\n@misc{A, title={y}}");
		assert.deepEqual(
			problems.map(({ code, line, args }) => [code, line, args]),
			[["bib-duplicate-key", 2, ["A", "1"]]],
		);
	});
	test("unless it is of another format", () => {
		const { entries, problems } = parseBibliography("TY  - JOUR", "refs.ris");
		assert.deepEqual([entries.length, problems.map(({ code }) => code)], [0, ["bib-format"]]);
	});
	test("whatever the text, without an exception", () => {
		const noise = fc.array(
			fc.constantFrom(
				"@article",
				"@string",
				"@comment",
				"{",
				"}",
				"(",
				")",
				'"',
				"=",
				",",
				"#",
				"%",
				"\n",
				"a",
				" ",
			),
		);
		fc.assert(fc.property(noise, parts => void read(parts.join(""))));
		fc.assert(fc.property(fc.string(), text => void read(text)));
	});
	test("with 10,000 entries in linear time", () => {
		const entry =
			'  author = {M{\\"u}ller, Ann and Baker, Bob},\n  title = {Maps of {N}orth},\n  abstract = {' +
			"Words. ".repeat(70) +
			"},\n  year = 2001\n}\n\n";
		assertLinear(count => {
			const text = Array.from({ length: count }, (_, index) => `@article{key${index},\n${entry}`).join("");
			assert.equal(read(text).entries.length, count);
		}, 10_000);
	}).timeout(60_000);
});

const names: readonly (readonly [string, Name])[] = [
	["Ann Adams", { family: "Adams", given: "Ann" }],
	["Adams, Ann B.", { family: "Adams", given: "Ann B." }],
	["Edwin D. de Jong", { family: "Jong", given: "Edwin D.", particle: "de" }],
	["de Jong, Edwin D.", { family: "Jong", given: "Edwin D.", particle: "de" }],
	["Ludwig van der Rohe Mies", { family: "Rohe Mies", given: "Ludwig", particle: "van der" }],
	["King, Jr., Martin Luther", { family: "King", given: "Martin Luther", suffix: "Jr." }],
	["Jean-Paul {van den} Berg", { family: "Berg", given: "Jean-Paul van den" }],
	["{Baichuan-M2 Team}", { literal: "Baichuan-M2 Team" }],
	["{Barnes and Noble, Inc.}", { literal: "Barnes and Noble, Inc." }],
	["{M}ax {P}lanck", { family: "Planck", given: "Max" }],
	["{\\'E}mile {\\'e}toile Zola", { family: "Zola", given: "Émile", particle: "étoile" }],
	["Per Brinch~Hansen", { family: "Hansen", given: "Per Brinch" }],
	["Plato", { family: "Plato" }],
	["family=Simon, given={A. B.}, prefix=de", { family: "Simon", given: "A. B.", particle: "de" }],
	["hooks, bell", { family: "hooks", given: "bell" }],
];

suite("names", () => {
	const decode = (text: string) => decodeLatex(text).text;
	for (const [text, name] of names) {
		test(text, () => {
			assert.deepEqual(parseNames(text, decode), [name]);
			assert.deepEqual(parseNames(writeName(name, encodeLatex), decode), [name]);
		});
	}
	test("are separated by `and` outside braces, and others are left out", () => {
		const found = parseNames("Ann Adams AND {Barnes and Noble}\n and Anderson, Bo and others", decode);
		assert.deepEqual(found, [
			{ family: "Adams", given: "Ann" },
			{ literal: "Barnes and Noble" },
			{ family: "Anderson", given: "Bo" },
		]);
	});
	test("are written as BibTeX reads them", () => {
		const written = [
			{ family: "Jong", given: "Edwin D.", particle: "de" },
			{ family: "King", given: "Martin Luther", suffix: "Jr." },
			{ literal: "Baichuan-M2 Team" },
			{ family: "Müller", given: "Özge" },
			{ family: "van Gogh", given: "Vincent" },
			{ family: "Team, The" },
		].map(name => writeName(name, encodeLatex));
		assert.deepEqual(written, [
			"de Jong, Edwin D.",
			"King, Jr., Martin Luther",
			"{Baichuan-M2 Team}",
			'M{\\"u}ller, {\\"O}zge',
			"{van Gogh}, Vincent",
			"{Team, The}",
		]);
	});
});
