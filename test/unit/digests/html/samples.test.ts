// Pages that nobody here wrote.

import assert from "node:assert/strict";
import { sampleTests } from "../samples";

sampleTests("Samples: pages", [
	{
		file: "digests/arxiv_listing_html_abstracts.html",
		format: "arxiv-html",
		papers: 200,
		check: ({ papers }) => {
			assert.ok(
				papers.every(
					({ arxiv, abstract, authors }) =>
						arxiv !== undefined && abstract.length > 100 && authors.length > 0,
				),
			);
			const [first, second] = papers;
			assert.equal(first?.title, "InfiniCity: Infinite-Scale City Synthesis");
			assert.equal(first.arxiv, "2301.09637");
			assert.deepEqual(first.authors[0], { family: "Lin", given: "Chieh Hubert" });
			assert.equal(
				second?.title,
				"Contrastive pretraining for semantic segmentation is robust to noisy positive pairs",
			);
			assert.equal(second.arxiv, "2211.13756");
			assert.ok(papers.every(({ title }) => !/arXiv:|\[pdf\]|^\[\d/.test(title)));
			assert.match(papers.find(({ arxiv }) => arxiv === "2301.09632")?.abstract ?? "", /\$100\\times\$/);
		},
	},
	{
		file: "api/pubmed/pubmed3.html",
		format: "html",
		papers: 1,
		origin: { count: 0, because: "`list-title` was counted; the page holds one record in ASN.1's notation" },
		check: ({ papers: [paper] }) => {
			assert.equal(paper?.pmid, "19304878");
			assert.equal(paper.doi, "10.1093/bioinformatics/btp163");
			assert.equal(paper.authors.length, 11);
			assert.deepEqual(paper.authors[10], { family: "Hoon", given: "M. J.", particle: "de" });
			assert.equal(paper.venue, "Bioinformatics (Oxford, England)");
			assert.deepEqual(paper.issued, { year: 2009, month: 6, day: 1 });
			assert.deepEqual(paper.keywords, [
				"Computational Biology",
				"Databases, Factual",
				"Internet",
				"Programming Languages",
				"Software",
			]);
		},
	},
]);
