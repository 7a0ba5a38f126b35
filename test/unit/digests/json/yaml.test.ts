// Bibliographies and lists in YAML.

import assert from "node:assert/strict";
import { names, readText } from "./reading";

suite("CSL-YAML", () => {
	const references = `references:
- id: berg2020
  type: article-journal
  title: "Bones: a *study*"
  author:
  - family: van der Berg
    given: Jan
  - literal: Bone Group
  issued: 2020-05
  container-title: Journal of Bones
  DOI: 10.1000/bones
- id: lee2021
  type: book
  title: Trees: an unquoted colon
  author:
    - {family: Lee, given: Ann}
  issued:
    - year: 2021
      month: 3
- id: broken
  title: "Not closed
  type: book
- id: roe
  title: |
    Woods
  type: thesis
  issued:
    date-parts:
    - - 2019
      - 1
      - 2
`;

	for (const [name, text] of [
		["alone", references],
		["between marks", `---\n${references}...\n`],
		[
			"in the metadata of a document",
			`---\ntitle: My paper\nbibliography: x.bib\n${references}---\n\n# Heading\n\nText: more.\n`,
		],
		["with CR line ends", references.replaceAll("\n", "\r")],
		["with CRLF", references.replaceAll("\n", "\r\n")],
	] as const) {
		test(`is read ${name}; a broken item costs no other`, () => {
			const { format, papers, problems } = readText(text, "x.yaml");
			assert.equal(format, "csl-yaml");
			assert.deepEqual(
				papers.map(({ title, issued }) => [title, issued]),
				[
					["Bones: a *study*", { year: 2020, month: 5 }],
					["Trees: an unquoted colon", { year: 2021, month: 3 }],
					["Woods", { year: 2019, month: 1, day: 2 }],
				],
			);
			const [first] = papers;
			assert.ok(first);
			assert.deepEqual(names(first), ["Jan van der Berg", "{Bone Group}"]);
			assert.deepEqual(
				problems.map(({ code, args }) => [code, args[0]]),
				[["record-damaged", "3"]],
			);
			assert.match(text.slice(problems[0]?.range.start).slice(0, 60), /^- id: broken/);
		});
	}
});

suite("Hayagriva", () => {
	const text = `# Made by hand
harry:
    type: Book
    title: Harry Potter and the Order of the Phoenix
    author: Rowling, J. K.
    date: 2003-06-21
    page-total: 768

"zygos":
    type: article
    title:
        value: The {Zygos} of $x_{1}$
        short: Zygos
    author: ["Berg, Jan van der", {name: Lee, given-name: Ann, suffix: Jr.}]
    date: 2013-02
    page-range: 33-53
    url: {value: https://example.org/zygos, date: 2020-01-01}
    serial-number:
        doi: "10.22101/zygos"
        pmid: 123
    parent:
        type: periodical
        title: Journal of Zygos
        parent: {type: periodical, title: Series}

preprint:
    type: article
    title: Learning
    author: ["Lee, Ann", Programme for Better Bones]
    serial-number: arXiv:2301.00001
`;

	test("has entries with parents, serial numbers and names in all their forms", () => {
		const { format, papers, problems } = readText(text, "works.yml");
		assert.equal(format, "hayagriva");
		assert.deepEqual(problems, []);
		const [book, article, preprint] = papers;
		assert.ok(book && article && preprint);
		assert.deepEqual(
			[book.type, book.issued, names(book)],
			["book", { year: 2003, month: 6, day: 21 }, ["J. K. Rowling"]],
		);
		assert.deepEqual(
			[article.title, article.doi, article.pmid, article.venue, article.type, article.issued],
			[
				"The Zygos of $x_{1}$",
				"10.22101/zygos",
				"123",
				"Journal of Zygos",
				"article-journal",
				{ year: 2013, month: 2 },
			],
		);
		assert.deepEqual(names(article)[1], "Ann Lee Jr.");
		assert.deepEqual([preprint.arxiv, preprint.type], ["2301.00001", "article"]);
		assert.deepEqual(names(preprint), ["Ann Lee", "{Programme for Better Bones}"]);
	});

	test("loses one entry to a mistake, and none to aliases without end", () => {
		const bad = text.replace("    type: Book\n", "    type: [Book\n");
		const { papers, problems } = readText(bad);
		assert.equal(papers.length, 2);
		assert.deepEqual(
			problems.map(({ code, args }) => [code, args[0]]),
			[["record-damaged", "harry"]],
		);
		const bomb = `${text}bomb:\n    type: book\n    title: Bomb\n    a: &a [x, x, x, x, x, x, x, x, x]\n    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n    d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n`;
		assert.ok(readText(bomb).papers.length >= 3);
		assert.equal(readText(`${text}deep:\n    title: ${"[".repeat(50_000)}\n`).papers.length, 3);
	});
});

suite("Other YAML", () => {
	test("is read as a list of papers when it is one", () => {
		const { format, papers } = readText(
			"# Reading list\n- title: A paper about things\n  authors: [Ann Lee, Bo van Dijk]\n  year: 2021\n  url: https://arxiv.org/abs/2101.00001\n- title: Another paper\n  authors: Jane Roe and Ann Lee\n  code: https://github.com/a/b\n",
		);
		assert.equal(format, "yaml");
		assert.deepEqual(
			papers.map(({ title, arxiv, authors }) => [title, arxiv, authors.length]),
			[
				["A paper about things", "2101.00001", 2],
				["Another paper", undefined, 2],
			],
		);
	});

	test("is told when it is something else", () => {
		const { papers, problems } = readText(
			"name: CI\non:\n  push:\n    branches: [main]\njobs:\n  test:\n    runs-on: ubuntu\n    steps:\n      - run: npm test\n",
		);
		assert.deepEqual(papers, []);
		assert.deepEqual(
			problems.map(({ code }) => code),
			["no-list-of-papers"],
		);
	});

	test("is not seen in plain text with colons", () => {
		for (const text of [
			"Title: A Study of Things\nAuthors: Ann Lee\nAbstract: We look at things.\n",
			"Deep Learning: A Survey\nWe survey deep learning in all its parts. It is large.\n\nTrees: A Study\nWe look at trees.\n",
			"---\ntitle: Daily papers\ndate: 2024-01-01\n---\n\n# Papers\n\n## A Title of Some Length\n\nAn abstract: it is here.\n",
		])
			assert.ok(!/yaml|hayagriva/.test(readText(text, "x.txt").format), text);
	});
});
