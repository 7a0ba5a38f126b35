// Real digests in Markdown: what each is read as, and some papers field by field.

import assert from "node:assert/strict";
import { paperOf } from "../reading";
import { sampleTests } from "../samples";

sampleTests("Real digests in Markdown", [
	{
		file: "digests/arxiv_daily_readme_table.md",
		format: "markdown",
		papers: 772,
		origin: {
			count: 839,
			because: "67 papers stand in two of its sections; each is one paper, reported as a duplicate",
		},
		check: reading => {
			const paper = paperOf(reading, 1);
			assert.deepEqual(
				[paper.title, paper.arxiv, paper.issued, paper.authors, paper.authorsIncomplete],
				[
					"PatchMatch-Stereo-Panorama, a fast dense reconstruction from 360° video images",
					"2211.16266",
					{ year: 2022, month: 11, day: 29 },
					[{ family: "Surmann", given: "Hartmut" }],
					true,
				],
			);
			assert.ok(paper.links.some(({ kind }) => kind === "code"));
			assert.equal(reading.problems.filter(({ code }) => code === "duplicate-paper").length, 67);
			for (const { arxiv, issued, authors, title } of reading.papers)
				assert.ok(arxiv && issued?.day && authors.length === 1, title);
		},
	},
	{
		file: "digests/hf_daily_markdown_zh_2023-09-11.md",
		format: "markdown",
		papers: 5,
		check: reading => {
			assert.deepEqual(
				reading.papers.map(({ arxiv }) => arxiv),
				["2309.03926", "2309.04269", "2309.04354", "2309.04247", "2309.03907"],
			);
			assert.equal(
				paperOf(reading, 4).title,
				"DrugChat: Towards Enabling ChatGPT-Like Capabilities on Drug Molecule Graphs",
			);
		},
	},
	{
		file: "digests/hf_trending_page_copy_2026-01.md",
		format: "markdown",
		papers: 10,
		origin: { count: 20, because: "each paper stands twice, for the desktop and for the telephone" },
		check: reading => {
			assert.ok(reading.papers.some(({ title }) => title.endsWith("end-to-end multi-modal document conversion")));
			for (const { abstract, links, title } of reading.papers) {
				assert.ok(abstract.length > 100 && !/\d+ authors$/.test(abstract), title);
				assert.equal(links.filter(({ kind }) => kind === "code").length, 1);
			}
		},
	},
]);
