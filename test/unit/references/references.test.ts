// The doors: entries, citations, links, bundled files, and words of other languages.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Paper } from "../../../src/core/paper";
import { bundledLocaleOf, bundledStyles } from "../../../src/core/references/bundled";
import { markdownLink } from "../../../src/core/references/markdownLink";
import { formatCitation, formatReferences } from "../../../src/core/references/references";
import { english } from "../../../src/core/references/style/english";
import { parseLocale } from "../../../src/core/references/style/locale";
import { parseStyle } from "../../../src/core/references/style/parseStyle";
import type { Style } from "../../../src/core/references/style/tree";
import { readLocale, readStyle } from "./oracle";

const base: Paper = {
	id: "doi:10.1000/xyz",
	title: "Sepsis a < b & “early” signs of $x_1$",
	abstract: "",
	authors: [
		{ family: "Berg", given: "Anna Lena", particle: "van den" },
		{ family: "Çelik", given: "Jean-Luc" },
	],
	issued: { year: 2024, month: 3, day: 9 },
	type: "article-journal",
	doi: "10.1000/xyz",
	venue: "Journal of Sepsis",
	keywords: [],
	links: [],
};
const full = { ...base, volume: "12", issue: "3", pages: "101-108" };

function style(file: string): Style {
	const read = parseStyle(readStyle(file)).style;
	assert.ok(read);
	return read;
}

suite("references: entries", () => {
	test("a paper with volume and pages in every style", () => {
		const entries = Object.values(bundledStyles).map(({ file }) => formatReferences([full], style(file))[0]);
		const title = "Sepsis a < b & “early” signs of $x_1$";
		assert.deepEqual(entries, [
			`van den Berg, A. L., & Çelik, J.-L. (2024). ${title}. Journal of Sepsis, 12(3), 101–108. https://doi.org/10.1000/xyz`,
			"[1] A. L. van den Berg and J.-L. Çelik, “Sepsis a < b & ‘early’ signs of $x_1$,” Journal of Sepsis, vol. 12, no. 3, pp. 101–108, Mar. 2024, doi: 10.1000/xyz.",
			`1. van den Berg AL, Çelik JL. ${title}. Journal of Sepsis. 2024 Mar 9;12(3):101–8.`,
			"Berg, Anna Lena van den, and Jean-Luc Çelik. 2024. “Sepsis a < b & ‘Early’ Signs of $x_1$.” Journal of Sepsis 12 (3): 101–8. https://doi.org/10.1000/xyz.",
			`1. van den Berg, A. L. & Çelik, J.-L. ${title}. Journal of Sepsis 12, 101–108 (2024).`,
		]);
	});

	test("HTML has tags of fonts alone, Markdown marks and backslashes", () => {
		assert.equal(
			formatReferences([full], style("nature.csl"), { output: "html" })[0],
			"1. van den Berg, A. L. &amp; Çelik, J.-L. Sepsis a &lt; b &amp; “early” signs of $x_1$. <i>Journal of Sepsis</i> <b>12</b>, 101–108 (2024).",
		);
		assert.equal(
			formatReferences([full], style("nature.csl"), { output: "markdown" })[0],
			"1. van den Berg, A. L. & Çelik, J.-L. Sepsis a \\< b & “early” signs of \\$x\\_1\\$. *Journal of Sepsis* **12**, 101–108 (2024).",
		);
	});

	test("the order is the style's, or that of the papers", () => {
		const first: Paper = { ...base, id: "doi:10.1000/abc", authors: [{ family: "Abel" }] };
		const year = (order: "style" | "given"): readonly string[] =>
			formatReferences([base, first], style("apa.csl"), { order }).map(entry => entry.slice(0, 4));
		assert.deepEqual(
			[year("style"), year("given")],
			[
				["Abel", "van "],
				["van ", "Abel"],
			],
		);
	});

	test("a list of authors that is not complete ends with et al.", () => {
		const entry = formatReferences([{ ...base, authorsIncomplete: true }], style("vancouver.csl"))[0];
		assert.match(entry ?? "", /^1\. van den Berg AL, Çelik JL, et al\. /);
	});

	test("editors, publishers and places of books and chapters are shown", () => {
		const chapter = {
			...base,
			type: "chapter",
			venue: "Handbook of Sepsis",
			editors: [{ family: "Doe", given: "Jane" }],
			publisher: "Springer",
			place: "Berlin",
			pages: "7-9",
		};
		assert.match(
			formatReferences([chapter], style("apa.csl"))[0] ?? "",
			/In J\. Doe \(Ed\.\), Handbook of Sepsis \(pp\. 7–9\)\. Springer\./,
		);
	});

	test("terms and dates are in the language that is asked for", () => {
		const { locale } = parseLocale(readLocale("locales-de-DE.xml"));
		assert.ok(locale);
		const options = { locale: "de-AT", locales: [locale] };
		assert.match(
			formatReferences([full], style("apa.csl"), options)[0] ?? "",
			/^van den Berg, A\. L\., & Çelik, J\.-L\. \(2024\)/,
		);
		assert.match(
			formatReferences([full], style("chicago-author-date.csl"), options)[0] ?? "",
			/, und Jean-Luc Çelik\. 2024\. „Sepsis/,
		);
	});

	test("English without a file is English with it", () => {
		const { locale } = parseLocale(readLocale("locales-en-US.xml"));
		assert.deepEqual(Object.fromEntries(english().terms), Object.fromEntries(locale?.terms ?? []));
	});
});

suite("references: citations", () => {
	const other: Paper = {
		...base,
		id: "doi:10.1000/abc",
		doi: "10.1000/abc",
		title: "Another",
		authors: [{ family: "Abel", given: "Kim" }],
	};

	test("are written as each style has them, with locators", () => {
		const cites = [
			{ paper: base, locator: { value: "12-14" } },
			{ paper: other, prefix: "see" },
		];
		const written = Object.values(bundledStyles).map(({ file }) => formatCitation(cites, style(file)));
		assert.deepEqual(written, [
			"(see Abel, 2024; van den Berg & Çelik, 2024, pp. 12–14)",
			"[1, pp. 12–14], see [2]",
			"(1,see 2)",
			"(van den Berg and Çelik 2024, 12–14; see Abel 2024)",
			"1,see 2",
		]);
	});

	test("have the numbers and letters of all works that the document cites", () => {
		const twin: Paper = { ...other, id: "doi:10.1000/def", title: "Later" };
		const among = [base, other, twin];
		assert.equal(formatCitation([{ paper: twin }], style("apa.csl"), { among }), "(Abel, 2024b)");
		assert.equal(
			formatCitation([{ paper: twin }, { paper: other }, { paper: base }], style("ieee.csl"), { among }),
			"[1]–[3]",
		);
	});
});

suite("references: links and bundled files", () => {
	test("a link in Markdown names the paper and leads to its DOI", () => {
		const links: readonly (readonly [Paper, string])[] = [
			[
				{ ...base, title: "A [b] *c*", doi: "10.1002/(SICI)1<2::A>3.0.CO;2-#" },
				"[van den Berg and Çelik (2024): A \\[b\\] \\*c\\*](https://doi.org/10.1002/%28SICI%291%3C2::A%3E3.0.CO;2-%23)",
			],
			[
				{
					id: "x",
					title: "T",
					abstract: "",
					authors: [{ literal: "WHO" }],
					type: "article",
					arxiv: "2502.04381",
					keywords: [],
					links: [],
				},
				"[WHO: T](https://arxiv.org/abs/2502.04381)",
			],
			[{ id: "x", title: "T", abstract: "", authors: [], type: "article", keywords: [], links: [] }, "T"],
		];
		for (const [paper, expected] of links) assert.equal(markdownLink(paper), expected);
	});

	test("every bundled file is there, and states its licence", () => {
		const core = path.join(__dirname, "../../../src/core/references");
		for (const { file } of Object.values(bundledStyles)) assert.match(readStyle(file), /licenses\/by-sa\/3\.0/);
		for (const language of ["en-GB", "de", "de-CH", "fr-FR", "es-MX"]) {
			const file = bundledLocaleOf(language);
			assert.ok(file !== undefined && existsSync(path.join(core, "locales", file)), language);
		}
		assert.equal(bundledLocaleOf("en-US"), undefined);
	});
});
