// RIS in the dialects of its exporters.

import assert from "node:assert/strict";
import { only, problems, read, shown } from "./read";

const whole = `TY  - JOUR
AU  - van der Berg, Jan
AU  - King, Martin L., Jr.
AU  - Tremor Study Group
TI  - Tremor in <i>C. elegans</i> &amp; flies
T2  - Journal of Small Animals
J2  - J Small Anim
PY  - 2020
DA  - 2020/03/05/
DO  - https://doi.org/10.1000/JSA.2020.12
UR  - https://example.org/doi/full/10.1000/JSA.2020.12?src=rss
L1  - https://example.org/files/12.pdf
KW  - tremor
KW  - Models, Animal
AB  - BACKGROUND: Worms shake.

RESULTS: Flies do, too; code is at https://github.com/lab/tremor.
N1  - PMID: 31234567
ER  - 
`;

suite("RIS", () => {
	test("is read field by field", () => {
		const paper = only(whole);
		assert.equal(read(whole).format, "ris");
		assert.deepEqual(shown(paper.authors), ["Jan van der Berg", "Martin L. King Jr.", "<Tremor Study Group>"]);
		assert.deepEqual(
			[paper.title, paper.venue, paper.type, paper.doi, paper.pmid, paper.issued],
			[
				...["Tremor in C. elegans & flies", "Journal of Small Animals", "article-journal"],
				...["10.1000/JSA.2020.12", "31234567", { year: 2020, month: 3, day: 5 }],
			],
		);
		assert.equal(
			paper.abstract,
			"BACKGROUND: Worms shake.\n\nRESULTS: Flies do, too; code is at https://github.com/lab/tremor.",
		);
		assert.deepEqual(paper.keywords, ["tremor", "Models, Animal"]);
		assert.deepEqual(
			paper.links.map(({ kind, url }) => [kind, url]),
			[
				["pdf", "https://example.org/files/12.pdf"],
				["code", "https://github.com/lab/tremor"],
			],
		);
		assert.deepEqual(problems(whole), []);
	});

	test("of 2001 has its own tags", () => {
		const paper = only(
			"TY  - CHAP\nA1  - Lee,Ann\nT1  - Part of a thing\nBT  - Book of things\nY1  - 2019///Spring\nN2  - Short.\nM3  - 10.1000/a.b\nPB  - Press\nER  - ",
		);
		assert.deepEqual(
			[paper.title, paper.venue, paper.type, paper.issued, paper.doi, paper.abstract, shown(paper.authors)],
			["Part of a thing", "Book of things", "chapter", { year: 2019 }, "10.1000/a.b", "Short.", ["Ann Lee"]],
		);
	});

	test("begins behind what a provider says, with a byte order mark, and is told without its name", () => {
		const text = `\uFEFFProvider: A Library\r\nContent: text/plain; charset="UTF-8"\r\n\r\n${whole.replace(/\n/g, "\r\n")}`;
		const { format, papers, problems: found } = read(text, "export.txt");
		assert.deepEqual([format, papers.length], ["ris", 1]);
		assert.deepEqual(
			found.map(({ code, line }) => [code, line]),
			[["left-out", 1]],
		);
	});

	test("is read with odd blanks, small letters and dashes", () => {
		for (const text of [
			"TY - JOUR\nAU - Lee, Ann\nTI - A Title\nAB - Text.\nER -\n",
			"ty  - JOUR\nau  - Lee, Ann\nti  - A Title\nab  - Text.\ner  -\n",
			"TY  -JOUR\nAU  -Lee, Ann\nTI  -A Title\nAB  -Text.\nER  -\n",
			"  TY  – JOUR\n  AU  – Lee, Ann\n  TI  – A Title\n  AB  – Text.\n  ER  –\n",
			"TY\u00a0\u00a0- JOUR\nAU\u00a0\u00a0- Lee, Ann\nTI\u00a0\u00a0- A Title\nAB\u00a0\u00a0- Text.\nER\u00a0\u00a0-\n",
		]) {
			const { format, papers } = read(text);
			assert.deepEqual(
				[format, papers.map(({ title, abstract, authors }) => [title, abstract, shown(authors)])],
				["ris", [["A Title", "Text.", ["Ann Lee"]]]],
				text,
			);
		}
	});

	test("has values on several lines, keywords one a line or all in one, and authors in one field", () => {
		const paper = only(
			"TY  - JOUR\nAU  - Lee, Ann; de Boer, Bo; et al.\nTI  - A Title\n  that goes on\nKW  - one\ntwo\nthree four\nAB  - First line\nER then a second\nER  - ",
		);
		assert.deepEqual([paper.title, paper.abstract], ["A Title that goes on", "First line ER then a second"]);
		assert.deepEqual(paper.keywords, ["one", "two", "three four"]);
		assert.deepEqual([shown(paper.authors), paper.authorsIncomplete], [["Ann Lee", "Bo de Boer"], true]);
		const words = (value: string) => only(`TY  - JOUR\nTI  - T\nKW  - ${value}\nER  - `).keywords;
		assert.deepEqual(words("maps, charts, globes"), ["maps", "charts", "globes"]);
		assert.deepEqual(words("Aged, 80 and over; *Maps"), ["Aged, 80 and over", "Maps"]);
		assert.deepEqual(words("Models, Statistical"), ["Models, Statistical"]);
	});

	test("has identifiers in many places", () => {
		const of = (lines: string) => only(`TY  - JOUR\nTI  - T\n${lines}\nER  - `);
		assert.equal(of("UR  - http://dx.doi.org/10.1000%2Fx.1").doi, "10.1000/x.1");
		assert.equal(of("L3  - 10.1000/x.2").doi, "10.1000/x.2");
		assert.equal(of("UR  - https://onlinelibrary.wiley.com/doi/abs/10.1002/x.3/abstract").doi, "10.1002/x.3");
		assert.equal(of("AN  - 12345678\nDB  - PubMed").pmid, "12345678");
		assert.equal(of("AN  - WOS:000444108200009\nDB  - Web of Science").pmid, undefined);
		assert.equal(of("UR  - https://pubmed.ncbi.nlm.nih.gov/7654321/").pmid, "7654321");
		assert.equal(of("C2  - PMC123456").links[0]?.url, "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/");
		assert.equal(of("C3  - PUBMED 12345678,EMBASE 2001234567").pmid, "12345678");
		assert.equal(of(`N1  - References: ${"Roe, R. ".repeat(40)} doi: 10.1000/other`).doi, undefined);
		const preprint = of("M1  - arXiv:2303.08845\nPB  - arXiv").arxiv;
		assert.equal(preprint, "2303.08845");
		assert.equal(
			read("TY  - GEN\nTI  - T\nUR  - https://arxiv.org/abs/2303.08845v2\nER  - ").papers[0]?.type,
			"article",
		);
	});

	test("has its month in a field of its own, as Web of Science writes it", () => {
		assert.deepEqual(only("TY  - JOUR\nTI  - T\nDA  - SEP 15\nPY  - 2018\nER  - ").issued, {
			year: 2018,
			month: 9,
			day: 15,
		});
	});

	test("loses nothing when ends are missing, and says when the file is cut", () => {
		const record = (title: string) => `TY  - JOUR\nTI  - ${title}\nAB  - Text of ${title}.\n`;
		assert.deepEqual(read(record("A") + record("B")).problems, []);
		assert.equal(read(record("A") + record("B")).papers.length, 2);
		assert.deepEqual(problems(`${record("A")}ER  - \n\n${record("B")}`), [["file-cut", 6]]);
		assert.deepEqual(problems(`${record("A")}ER  - \n${record("")}ER  - \n`), [["record-untitled", 5]]);
		const damaged = read(`${record("A")}ER  - \nTX?- JOUR\nTI  - B\nAB  - Text.\nER  - \n`);
		assert.deepEqual(
			damaged.papers.map(({ title }) => title),
			["A", "B"],
		);
	});
});
