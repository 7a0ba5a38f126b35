// Rows, labels and names: plain text as a reader and a screen reader get it.
import assert from "node:assert/strict";
import type { Name } from "../../../src/core/paper";
import {
	authorList,
	authorYear,
	beginning,
	fullName,
	plainAbstract,
	plainText,
	shortAuthors,
	shownDate,
	rowDescription,
	spokenLabel,
} from "../../../src/core/render";
import { bare, phikon } from "./papers";

suite("plain text", () => {
	const table: readonly (readonly [string, string])[] = [
		["MedS$^3$: Towards", "MedS³: Towards"],
		["$\\alpha$-synuclein", "α-synuclein"],
		["$10^{-3}$", "10⁻³"],
		["$p < 0.05$", "p < 0.05"],
		["H$_2$O", "H₂O"],
		["$\\pm 5\\%$", "±5%"],
		["$\\sim13$ points", "∼13 points"],
		["$7 \\times 9$ cm", "7 × 9 cm"],
		["$37^\\circ$C", "37°C"],
		["$x_{train}$", "xₜᵣₐᵢₙ"],
		["$\\theta_{d}$", "θ_d"],
		["$\\mathcal{O}(n \\log n)$", "O(n log n)"],
		["$\\mathbb{R}^d$", "ℝᵈ"],
		["$\\frac{a+b}{2}$", "(a+b)/2"],
		["$\\sqrt{n}$", "√n"],
		["$\\hat{y}$", "y\u0302"],
		["$\\text{AUC}=0.9$", "AUC=0.9"],
		["$$E = mc^2$$", "E = mc²"],
		["$\\mone$", "\\mone"],
		["$\\begin{x}$", "\\begin{x}"],
		["$}{$", "}{"],
		["from $5 to $10", "from $5 to $10"],
		["$5-$10", "$5-$10"],
		["two\n\tlines  and blanks ", "two lines and blanks"],
		["right\u202eto left\u0000", "rightto left"],
		["no math", "no math"],
		["", ""],
	];
	for (const [text, expected] of table) {
		test(`${JSON.stringify(text)} is shown as ${expected}`, () => {
			assert.equal(plainText(text).normalize("NFC"), expected.normalize("NFC"));
		});
	}

	test("deep and long math ends in time", () => {
		assert.doesNotThrow(() => plainText(`$${"{".repeat(900)}x${"}".repeat(900)}$`));
		assert.doesNotThrow(() => plainText(`$${"\\frac".repeat(300)}$`));
		assert.doesNotThrow(() => plainText(`$${"^".repeat(1500)}x$`));
		assert.equal(plainText("$a ".repeat(50_000)).length, 150_000 - 1);
	});

	test("an abstract that lost its math is repaired where it is shown", () => {
		const abstract = "A 7 times 9 cm section, (sim13 points) better, MedS$^3$.";
		assert.equal(plainAbstract({ ...phikon, abstract }), "A 7 × 9 cm section, (∼13 points) better, MedS³.");
	});

	test("the beginning of a text ends between words and with a sign of what is missing", () => {
		assert.equal(beginning("one two three", 100), "one two three");
		assert.equal(beginning("one two, three", 9), "one two…");
		assert.equal(beginning("😀".repeat(10), 3), "😀…");
	});
});

suite("names and dates", () => {
	const names: readonly (readonly [Name, string])[] = [
		[{ family: "Filiot", given: "Alexandre" }, "Alexandre Filiot"],
		[{ family: "Beethoven", given: "Ludwig", particle: "van" }, "Ludwig van Beethoven"],
		[{ family: "King", given: "Martin Luther", suffix: "Jr." }, "Martin Luther King, Jr."],
		[{ literal: "The GaNDLF Consortium" }, "The GaNDLF Consortium"],
		[{ family: "Plato" }, "Plato"],
	];
	for (const [name, expected] of names)
		test(`a full name: ${expected}`, () => assert.equal(fullName(name), expected));

	test("short authors: one, two, more, none, a group, a particle", () => {
		const [first, second] = phikon.authors;
		assert.ok(first && second);
		assert.equal(shortAuthors({ ...phikon, authors: [first] }), "Filiot");
		assert.equal(shortAuthors({ ...phikon, authors: [first, second] }), "Filiot and Jacob");
		assert.equal(shortAuthors(phikon), "Filiot et al.");
		assert.equal(shortAuthors(bare), "");
		assert.equal(shortAuthors({ ...bare, authors: [{ literal: "WHO" }] }), "WHO");
		assert.equal(shortAuthors({ ...bare, authors: [{ family: "Beethoven", particle: "van" }] }), "van Beethoven");
	});

	test("author and year leave out what is not known", () => {
		assert.equal(authorYear(phikon), "Filiot et al. 2024");
		assert.equal(authorYear({ ...bare, issued: { year: 2020 } }), "2020");
		assert.equal(authorYear(bare), "");
	});

	test("authors that no digest names are et al. everywhere", () => {
		const some = (count: number) => ({
			...bare,
			authors: ["Kim", "Lee", "Roy", "Ono", "Sato", "Wu", "Xu"].slice(0, count).map(family => ({ family })),
			authorsIncomplete: true as const,
		});
		assert.equal(authorYear(some(1)), "Kim et al.");
		assert.equal(authorYear(some(2)), "Kim et al.");
		assert.equal(spokenLabel(some(2)), "A title alone; Kim et al.; partial record");
		assert.equal(authorList(some(2)), "Kim, Lee et al.");
		assert.equal(authorList(some(7)), "Kim, Lee, Roy, Ono, Sato, Wu and 1 more et al.");
		assert.equal(authorYear(some(0)), "");
		assert.equal(authorList(some(0)), "");
	});

	test("a row says in words what arXiv announced", () => {
		assert.equal(rowDescription(phikon), "Filiot et al. 2024");
		assert.equal(rowDescription({ ...phikon, announced: "new" }), "Filiot et al. 2024");
		assert.equal(rowDescription({ ...phikon, announced: "cross-list" }), "Filiot et al. 2024 · cross-list");
		assert.equal(spokenLabel({ ...bare, announced: "replacement" }), "A title alone; no record; replacement");
	});

	test("six authors are named, the rest is counted", () => {
		const authors = Array.from({ length: 42 }, (_, index) => ({ family: `F${index + 1}` }));
		assert.equal(authorList({ ...bare, authors }), "F1, F2, F3, F4, F5, F6 and 36 more");
		assert.equal(authorList({ ...bare, authors: authors.slice(0, 6) }), "F1, F2, F3, F4, F5, F6");
	});

	test("a date is as precise as it is known", () => {
		assert.equal(shownDate(phikon), "13 September 2024");
		assert.equal(shownDate({ ...bare, issued: { year: 2024, month: 9 } }), "September 2024");
		assert.equal(shownDate({ ...bare, issued: { year: 2024 } }), "2024");
		assert.equal(shownDate({ ...bare, issued: { year: 99, month: 1, day: 31 } }), "31 January 99");
		assert.equal(shownDate(bare), "");
	});

	test("a spoken label tells title, authors, year, and where the paper is cited", () => {
		const label = "Phikon-v2, A large and public feature extractor for biomarker prediction; Filiot et al., 2024";
		assert.equal(spokenLabel(phikon), label);
		assert.equal(spokenLabel(phikon, { citedIn: "main.tex" }), `${label}; cited in main.tex`);
		assert.equal(spokenLabel({ ...bare, title: "MedS$^3$" }), "MedS³; no record");
	});
});
