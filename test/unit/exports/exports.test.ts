// Exports in parts, hostile text, and the skeleton of related work in each syntax.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import Papa from "papaparse";
import { citationsIn } from "../../../src/core/citations/citations";
import { exportFileName, exportFormats, exportKeys, exportPapers } from "../../../src/core/exports/exports";
import type { Paper } from "../../../src/core/paper";
import { hardPapers } from "../../consumers/hardPapers";
import { samplePapers } from "../../samplePapers";

function paper(title: string, abstract = ""): Paper {
	return { id: `title:${title}`, title, abstract, authors: [], type: "article", keywords: [], links: [] };
}

const languages = [
	{ languageId: "latex", fileName: "a.tex" },
	{ languageId: "markdown", fileName: "a.md" },
	{ languageId: "myst", fileName: "a.md" },
	{ languageId: "typst", fileName: "a.typ" },
	{ languageId: "restructuredtext", fileName: "a.rst" },
	{ languageId: "asciidoc", fileName: "a.adoc" },
	{ languageId: "org", fileName: "a.org" },
];

suite("exports: parts and hostile text", () => {
	test("an export made in parts is the same as one made at once", () => {
		const keyed = exportKeys([...samplePapers().slice(0, 9), ...hardPapers]);
		for (const format of exportFormats.filter(each => each !== "relatedWork")) {
			const whole = exportPapers([{ heading: "", papers: keyed }], format);
			const parts = [keyed.slice(0, 7), keyed.slice(7, 8), keyed.slice(8)].map((papers, i) =>
				exportPapers([{ heading: "", papers }], format, { part: { isFirst: i === 0, isLast: i === 2 } }),
			);
			equal(parts.join(""), whole, format);
		}
	});

	test("keys that papers have stay, and every other paper gets one of its own", () => {
		const [first, second] = samplePapers();
		ok(first && second);
		const known = new Map([[first.id, "mine"]]);
		const keys = exportKeys([first, second, paper("Mine")], { known, pattern: '"mine"' }).map(({ key }) => key);
		equal(keys[0], "mine");
		equal(new Set(keys).size, 3);
	});

	test("no cell of a CSV begins as a formula does, and every cell is one", () => {
		const titles = [
			"=1+1",
			"+cmd|' /C calc'!A0",
			"-2+3",
			"@SUM(A1)",
			"\t=1",
			"'=1",
			'a "quoted", one',
			"a\nb",
			"＝1",
		];
		const text = exportPapers([{ heading: "", papers: exportKeys(titles.map(title => paper(title))) }], "csv");
		const { data } = Papa.parse<string[]>(text.trimEnd());
		equal(data.length, titles.length + 1);
		for (const cell of data.flat()) ok(!/^[=+\-@\t\r＝＋－＠]/.test(cell), cell);
	});

	test("whatever a paper says, every format is made, and CSL-JSON and CSV stay whole", () => {
		const text = fc.string({ unit: "grapheme", maxLength: 40 });
		fc.assert(
			fc.property(fc.array(fc.tuple(text, text), { maxLength: 4 }), given => {
				const papers = exportKeys(
					given.map(([title, abstract], i) => ({ ...paper(title, abstract), id: `x:${i}` })),
				);
				for (const format of exportFormats) exportPapers([{ heading: "", papers }], format);
				const json = JSON.parse(exportPapers([{ heading: "", papers }], "csl-json")) as unknown[];
				equal(json.length, papers.length);
				const rows = Papa.parse(exportPapers([{ heading: "", papers }], "csv").replace(/\r\n$/, "")).data;
				equal(rows.length, papers.length + 1);
				const ris = exportPapers([{ heading: "", papers }], "ris");
				equal(ris.match(/^ER {2}- $/gm)?.length ?? 0, papers.length);
			}),
			{ seed: 7, numRuns: 60 },
		);
	});

	test("a title cannot become markup of Markdown", () => {
		const text = exportPapers(
			[{ heading: "", papers: exportKeys([paper("<script>alert(1)</script> [x](command:y) ![z](http://e)")]) }],
			"markdown",
		);
		match(text, /^## \\<script\\>alert\(1\)\\<\/script\\> \\\[x\\\]\(command:y\) !\\\[z\\\]\(http:\/\/e\)$/m);
	});

	test("related work cites every paper once in the syntax of each document", () => {
		const papers = exportKeys(samplePapers().slice(0, 12));
		const sections = [
			{ heading: "Pathology & more", papers: papers.slice(0, 5) },
			{ heading: "50% of the rest", papers: papers.slice(5) },
		];
		for (const document of languages) {
			const text = exportPapers(sections, "relatedWork", { document });
			const cited = citationsIn({ ...document, text }).flatMap(({ keys }) => keys.map(({ key }) => key));
			deepEqual(
				cited,
				papers.map(({ key }) => key),
				`${document.languageId}\n${text}`,
			);
		}
	});

	test("hard titles in related work make no citation and hide none", () => {
		const papers = exportKeys(hardPapers);
		for (const document of languages) {
			const text = exportPapers([{ heading: "", papers }], "relatedWork", { document });
			const cited = citationsIn({ ...document, text }).flatMap(({ keys }) => keys.map(({ key }) => key));
			deepEqual(
				cited,
				papers.map(({ key }) => key),
				`${document.languageId}\n${text}`,
			);
		}
	});

	test("the name of a file is safe", () => {
		equal(exportFileName("../Digital pathology: α/β", "bibtex"), "digital-pathology-α-β.bib");
		equal(exportFileName("…", "csv"), "papers.csv");
	});
});
