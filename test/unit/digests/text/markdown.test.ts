// Markdown as newsletters, awesome lists, scripts of daily digests and note programs write it.

import assert from "node:assert/strict";
import { paperOf, read } from "../reading";

suite("Markdown with headings as titles", () => {
	const digest = `# arXiv Digest 2024-05-01

## 1. [A Study of Things](https://arxiv.org/abs/2405.00001v1)

**Authors:** Ann Lee, Bo van Dijk, et al.
**Published:** 2024-05-01
**Categories:** cs.CL, cs.AI

**Abstract:** We look at things
and find them. They are good.

[PDF](https://arxiv.org/pdf/2405.00001v1) | [Code](https://github.com/a/b)

---

## 2. BERT

*Jacob Devlin, Ming-Wei Chang*

<details><summary>Abstract</summary>

We introduce a new language model.

</details>

- arXiv: [1810.04805](https://arxiv.org/abs/1810.04805)

## 3. Third
by Cy Doe

### Abstract
It is the third one with $x < y$ and <i>in vitro</i>.

### Keywords
- bones
- things

### Links
- [Paper](https://doi.org/10.1000/xyz123)
`;
	const reading = read(digest);

	test("takes short titles and links for titles, and leaves their numbers off", () => {
		assert.equal(reading.format, "markdown");
		assert.deepEqual(
			reading.papers.map(({ title, id }) => [title, id]),
			[
				["A Study of Things", "arxiv:2405.00001"],
				["BERT", "arxiv:1810.04805"],
				["Third", "doi:10.1000/xyz123"],
			],
		);
	});

	test("reads lines with labels, names, hidden parts and headings of fields", () => {
		const [first, second, third] = [0, 1, 2].map(index => paperOf(reading, index));
		assert.deepEqual(
			[first?.abstract, first?.authors.length, first?.authorsIncomplete, first?.issued, first?.arxivClass],
			["We look at things and find them. They are good.", 2, true, { year: 2024, month: 5, day: 1 }, "cs.CL"],
		);
		assert.deepEqual(
			first?.links.map(({ kind }) => kind),
			["pdf", "code"],
		);
		assert.deepEqual([second?.abstract, second?.authors.length], ["We introduce a new language model.", 2]);
		assert.deepEqual(
			[third?.abstract, third?.keywords, third?.authors],
			["It is the third one with $x < y$ and in vitro.", ["bones", "things"], [{ family: "Doe", given: "Cy" }]],
		);
	});

	test("may have one paper alone, and headings by the line below", () => {
		assert.equal(read("## [A Lone Paper](https://arxiv.org/abs/2405.00001)\n\nWe look at it.\n").papers.length, 1);
		const under = read(
			"First One\n=========\n\nAnn Lee, Bo Chen\n\nWe present it.\n\nhttps://arxiv.org/abs/2405.00001\n\nSecond\n======\n\nCy Doe, Dee Ray\n\nWe show it.\n\nhttps://arxiv.org/abs/2405.00002\n",
		);
		assert.deepEqual(
			under.papers.map(({ title, abstract, authors, arxiv }) => [title, abstract, authors.length, arxiv]),
			[
				["First One", "We present it.", 2, "2405.00001"],
				["Second", "We show it.", 2, "2405.00002"],
			],
		);
	});
});

suite("Markdown with items of a list as titles", () => {
	test("of an awesome list: names, places and links behind the title, in every usual order", () => {
		const reading = read(`# Awesome Things

A curated list. See [contributing](CONTRIBUTING.md).

## Contents
- [Surveys](#surveys)
- [Methods](#methods)

## Surveys

- **[A Survey of Things](https://arxiv.org/abs/2301.00001)** *Ann Lee, Bo Chen* (ACM Computing Surveys 2023) [[code]](https://github.com/a/b)
- [Another Survey](https://openreview.net/forum?id=abc), Cy Doe et al., ICLR 2024. [[PDF](https://openreview.net/pdf?id=abc)] ![](https://img.shields.io/github/stars/x/y)
- **[SAM]** Segment Anything. *Alexander Kirillov, Eric Mintun.* ICCV 2023. [[paper](https://arxiv.org/abs/2304.02643)]

## Methods

- **Fourth of Things** [[paper]](https://arxiv.org/abs/2301.00004)
  - *Dee Ray, Eff Zed*, CVPR'22
- 2024-05-01, **Fifth**, Ann B. Lee et.al., Paper: [link](http://arxiv.org/abs/2405.00005v2), Code: null
- Sixth of them, NeurIPS 2016 [pdf](https://arxiv.org/pdf/1512.03385.pdf)
`);
		assert.deepEqual(
			reading.papers.map(({ title, authors, venue, issued, arxiv }) => [
				title,
				authors.length,
				venue,
				issued?.year,
				arxiv,
			]),
			[
				["A Survey of Things", 2, "ACM Computing Surveys", 2023, "2301.00001"],
				["Another Survey", 1, "ICLR", 2024, undefined],
				["Segment Anything", 2, "ICCV", 2023, "2304.02643"],
				["Fourth of Things", 2, "CVPR", 2022, "2301.00004"],
				["Fifth", 1, undefined, 2024, "2405.00005"],
				["Sixth of them", 0, "NeurIPS", 2016, "1512.03385"],
			],
		);
		assert.deepEqual(paperOf(reading, 4).authors, [{ family: "Lee", given: "Ann B." }]);
	});
});

suite("A note in Markdown", () => {
	test("with a head in YAML is one paper, with the abstract of its body", () => {
		const reading = read(
			'---\ntitle: "A Lone Note"\nauthors:\n  - Ann Lee\n  - Bo Chen\nyear: 2020\ndoi: 10.1000/lone.1\ntags: [bones, things]\n---\n\n# A Lone Note\n\n## Abstract\nWe look at it.\n\n## My notes\nIt is good.\n',
		);
		const { title, authors, doi, keywords, abstract, issued } = paperOf(reading, 0);
		assert.deepEqual(
			[reading.papers.length, title, authors.length, doi, keywords, abstract, issued],
			[1, "A Lone Note", 2, "10.1000/lone.1", ["bones", "things"], "We look at it.", { year: 2020 }],
		);
	});

	test("of Logseq has properties", () => {
		const reading = read(
			"- title:: First\n  authors:: [[Ann Lee]], [[Bo Chen]]\n  abstract:: We look at it.\n- title:: Second\n  authors:: [[Cy Doe]]\n  year:: 2021\n",
		);
		assert.deepEqual(
			reading.papers.map(({ title, authors }) => [title, authors.length]),
			[
				["First", 2],
				["Second", 1],
			],
		);
	});
});
