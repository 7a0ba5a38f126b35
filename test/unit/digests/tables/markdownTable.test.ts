// Tables in Markdown as daily lists, newsletters and awesome lists have them.

import assert from "node:assert/strict";
import { paperOf, read } from "../reading";

suite("A table in Markdown", () => {
	test("of a daily list: dates and titles in bold, identifiers as links, null for no code", () => {
		const reading = read(
			"> Updated on 2024.05.02\n\n## LLM\n\n|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n" +
				"|**2024-05-01**|**A Title: and more**|Ann Lee et.al.|[2405.00001](http://arxiv.org/abs/2405.00001)|null|\n" +
				"|**2024-04-30**|**Short**|Bo van Dijk et.al.|[2404.00002v2](http://arxiv.org/abs/2404.00002v2)|**[link](https://github.com/a/b)**|\n",
		);
		assert.equal(reading.format, "markdown-table");
		const [first, second] = [paperOf(reading, 0), paperOf(reading, 1)];
		assert.deepEqual(
			[first.title, first.arxiv, first.issued, first.authors, first.authorsIncomplete],
			[
				"A Title: and more",
				"2405.00001",
				{ year: 2024, month: 5, day: 1 },
				[{ family: "Lee", given: "Ann" }],
				true,
			],
		);
		assert.deepEqual(
			[second.title, second.arxiv, second.links],
			["Short", "2404.00002", [{ url: "https://github.com/a/b", kind: "code" }]],
		);
	});

	test("of daily papers: links in brackets are no part of the title, a last bar may be missing", () => {
		const reading = read(
			"| Title | Authors | Summary |\n|-------|---------|---------|\n" +
				"| One Thing: A Study (Read more on [arXiv](https://arxiv.org/abs/2409.00001) or [HuggingFace](https://huggingface.co/papers/2409.00001))| annlee, bo2024 | A text about it \\| and more.\n" +
				"| Two (Read more on [arXiv](https://arxiv.org/abs/2409.00002))| cy | Another text.\nIt goes on in a second line.\n" +
				"| Three | | |\n",
		);
		assert.deepEqual(
			reading.papers.map(({ title, arxiv, abstract }) => [title, arxiv, abstract]),
			[
				["One Thing: A Study", "2409.00001", "A text about it | and more."],
				["Two", "2409.00002", "Another text. It goes on in a second line."],
				["Three", undefined, ""],
			],
		);
		assert.deepEqual(paperOf(reading, 0).authors, [{ literal: "annlee" }, { literal: "bo2024" }]);
	});

	test("of papers of the week: a cell holds number, title and text; several tables in one file", () => {
		const week = (rows: string): string =>
			`## Top Papers of the Week (June 1 - June 7)\n| **Paper**  | **Links** | \n| ------------- | ------------- |\n${rows}\n---\n`;
		const text =
			"introduces a thing that does what others do, at a tenth of the cost, and shows why it does so in some detail.";
		const reading = read(
			`# Papers of the Week\n\n${week(
				`| 1) **First Thing** - ${text} | [Paper](https://arxiv.org/abs/2406.00001), [Tweet](https://x.com/a/status/1) |\n| 2) Second Thing  This paper ${text}<br>● Point one. <br>● Point two. | [Paper](https://arxiv.org/abs/2406.00002) [Code](https://example.org/code) |`,
			)}\n${week(`| 1) Third  ${text} | [Paper](https://example.org/third.pdf) |`)}`,
		);
		assert.deepEqual(
			reading.papers.map(({ title, arxiv }) => [title, arxiv]),
			[
				["First Thing", "2406.00001"],
				["Second Thing", "2406.00002"],
				["Third", undefined],
			],
		);
		assert.ok(paperOf(reading, 1).abstract.endsWith("Point one.\n\nPoint two."));
		assert.deepEqual(
			paperOf(reading, 1).links.map(({ kind }) => kind),
			["code"],
		);
	});

	test("in Chinese, and without bars at its edges, beside one of other things", () => {
		const reading = read(
			"| 标题 | 作者 | 摘要 | 链接 |\n|:--|:--|:--|:-:|\n| 医疗影像的研究 | 张三, 李四 | 本研究调查医疗影像。<br>第二段。 | [论文](https://arxiv.org/abs/2405.00003) |\n\n" +
				"Title | Venue | Year | Paper\n--- | --- | --- | ---\n[A Linked Title](https://openreview.net/forum?id=abc) | ICLR | 2024 | [PDF](https://openreview.net/pdf?id=abc)\n\n" +
				"| Model | Acc |\n|---|---|\n| ResNet | 12 |\n| ViT | 13 |\n",
		);
		assert.deepEqual(
			reading.papers.map(({ title, venue }) => [title, venue]),
			[
				["医疗影像的研究", undefined],
				["A Linked Title", "ICLR"],
			],
		);
		assert.equal(paperOf(reading, 0).abstract, "本研究调查医疗影像。\n\n第二段。");
	});

	test("of results is no list of papers", () => {
		const reading = read("| Model | Accuracy | F1 |\n|---|---|---|\n| ResNet | 12 | 3 |\n| ViT | 13 | 4 |\n");
		assert.notEqual(reading.format, "markdown-table");
		assert.ok(reading.papers.length < 2);
	});
});
