// Real tables: what each is read as, and some papers field by field.

import assert from "node:assert/strict";
import { paperOf } from "../reading";
import { sampleTests } from "../samples";

sampleTests("Tables of real digests", [
	{
		file: "digests/hf_daily_table_2024-09-10.md",
		format: "markdown-table",
		papers: 11,
		check: reading => {
			const paper = paperOf(reading, 1);
			assert.deepEqual(
				[paper.title, paper.arxiv, paper.authors.length],
				["MMEvol: Empowering Multimodal Large Language Models with Evol-Instruct", "2409.05840", 5],
			);
			assert.deepEqual(paper.authors[0], { literal: "Wa2erGo" });
			for (const { title, abstract, arxiv } of reading.papers) {
				assert.doesNotMatch(title, /Read more|\]\(|\|/);
				assert.ok(abstract.length > 200 && arxiv !== undefined, title);
			}
		},
	},
	{
		file: "digests/ml_papers_of_the_week_first_weeks.md",
		format: "markdown-table",
		papers: 190,
		check: reading => {
			const paper = paperOf(reading, 0);
			assert.deepEqual([paper.title, paper.arxiv], ["Ultra-Fast Diffusion-based Language Models", "2506.17298"]);
			assert.match(paper.abstract, /^This paper introduces Mercury/);
			for (const { title, abstract } of reading.papers) {
				assert.ok(title.length < 110 && !/^\d+\)|\*\*|<br>/.test(title), title);
				assert.ok(abstract.length > 60, title);
			}
			assert.ok(reading.papers.filter(({ arxiv }) => arxiv !== undefined).length > 150);
		},
	},
]);
