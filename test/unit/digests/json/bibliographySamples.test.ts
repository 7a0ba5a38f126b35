// Real bibliographies of documents in JSON and YAML, and YAML beside them that is none.

import assert from "node:assert/strict";
import type { DigestReading } from "../../../../src/core/digests/read";
import type { Paper } from "../../../../src/core/paper";
import { sampleTests, type SampleRow } from "../samples";

const paper = ({ papers }: DigestReading, start: string): Paper => {
	const found = papers.find(({ title }) => title.startsWith(start));
	assert.ok(found, start);
	return found;
};
const codes = ({ problems }: DigestReading): string[] => problems.map(({ code }) => code);

const manuscripts = "manuscripts/";
const bibliographies: readonly SampleRow[] = [
	{
		file: `${manuscripts}md_manubot_deep_review/manual-references.json`,
		format: "csl-json",
		papers: 36,
		check: ({ papers }) => assert.deepEqual(papers[0]?.issued, { year: 2014 }),
	},
	{
		file: `${manuscripts}typst_thesis_hayagriva/references.yaml`,
		format: "hayagriva",
		papers: 79,
		origin: { count: 80, because: "one paper has two keys and one DOI" },
		check: reading => {
			const article = paper(reading, "A visual introduction to Gaussian Belief Propagation");
			assert.deepEqual([article.arxiv, article.issued], ["2107.02308", { year: 2021 }]);
			const chapter = paper(reading, "Synthesized A* Multi-robot Path Planning in an Indoor");
			assert.equal(chapter.type, "paper-conference");
			assert.match(chapter.venue ?? "", /^15th International Conference on Soft Computing/);
			// The day on which a page was looked at is no date of the paper.
			assert.deepEqual(paper(reading, "Potential field methods and their inherent approaches").issued, {
				year: 2016,
			});
		},
	},
	{ file: `${manuscripts}typst_template_root_absolute/thesis.yml`, format: "hayagriva", papers: 2 },
	{ file: `${manuscripts}myst_quantecon/_config.yml`, format: "yaml", papers: 0 },
	{
		file: `${manuscripts}qmd_quarto_docs/_quarto.yml`,
		format: "yaml",
		papers: 0,
		check: reading => assert.deepEqual(codes(reading), ["no-list-of-papers"]),
	},
];

sampleTests("Real bibliographies in JSON and YAML", bibliographies);
