// Alerts and tables of contents in mails to papers.

import assert from "node:assert/strict";
import * as pages from "./pages";
import { names, papersOf, read } from "./shown";

suite("Google Scholar", () => {
	test("an alert", () => {
		const { papers, problems } = read(pages.scholarAlert);
		assert.deepEqual(problems, []);
		const [first, second, third] = papers;
		assert.equal(first?.title, "Deep learning of bones");
		assert.equal(first.doi, "10.1038/s41467-024-45678-9");
		assert.equal(names(first), "J van der Berg, ME Smith");
		assert.equal(first.authorsIncomplete, true);
		assert.deepEqual(first.issued, { year: 2024 });
		assert.match(
			first.abstract,
			/learnt by bones in turn\. Here we report a cross-validated study of 1,000 patients in which …$/,
		);
		assert.deepEqual([second?.title, second?.arxiv, second?.venue], ["Transformers", "2401.09876", "arXiv"]);
		assert.deepEqual(
			[third?.title, third?.url, third?.issued?.year],
			["A thesis nobody indexes", "https://repository.example.edu/thesis/123", 2023],
		);
	});

	test("rewritten by a mail filter", () => {
		const filtered = pages.scholarAlert
			.replace(
				/href="([^"]+)"/g,
				(_, url: string) =>
					`href="https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url.replace(/&amp;/g, "&"))}&amp;data=05"`,
			)
			.replace(/ class="[^"]*"/g, "");
		assert.deepEqual(
			papersOf(filtered).map(({ title }) => title),
			["Deep learning of bones", "Transformers", "A thesis nobody indexes"],
		);
		assert.equal(papersOf(filtered)[0]?.url, "https://www.nature.com/articles/s41467-024-45678-9");
	});

	test("a page of results", () => {
		const [first, second, ...rest] = papersOf(pages.scholarResults);
		assert.deepEqual(rest, []);
		assert.deepEqual(
			[first?.title, first?.doi, first?.issued?.year],
			["Reading bones with a browser", "10.1145/3411764.3445000", 2021],
		);
		assert.match(first?.abstract ?? "", /12 radiologists/);
		assert.deepEqual(
			[second?.title, second?.venue, second?.issued?.year],
			["Another reading of bones", "Pattern Recognition", 2020],
		);
	});
});

suite("Alerts and tables of contents", () => {
	test("of bioRxiv, with redirects, and a paper under two subjects", () => {
		const { papers } = read(pages.biorxivAlert);
		assert.deepEqual(
			papers.map(paper => [paper.title, paper.doi, names(paper), paper.venue, paper.issued?.day]),
			[
				[
					"Folding E. coli proteins",
					"10.1101/2024.01.02.574000",
					"Ann B. Lee, Jan van der Berg, Alan S. Brown Jr., Cem Öz",
					"bioRxiv",
					3,
				],
				["Peptides against microbes", "10.64898/2026.01.20.700468", "Wenhui Bai, Li Wang", "bioRxiv", 22],
			],
		);
	});

	test("whose links hide where they lead", () => {
		assert.deepEqual(
			papersOf(pages.natureToc).map(paper => [paper.title, paper.doi, names(paper), paper.authorsIncomplete]),
			[
				[
					"A foundation model for clinical bone imaging",
					"10.1038/s41591-024-02991-1",
					"Ann Lee, Jan van der Berg, Cem Öz",
					undefined,
				],
				["Trial of a digital twin in heart failure", "10.1038/s41591-024-02992-0", "Bo Li", true],
				["Author Correction: Sleep and health", "10.1038/s41591-024-02993-z", "Dana Fox", undefined],
			],
		);
	});

	test("with the article's number in the address", () => {
		assert.deepEqual(
			papersOf(pages.elsevierAlert).map(paper => [
				paper.title,
				names(paper),
				paper.venue,
				paper.issued,
				paper.url,
			]),
			[
				[
					"Graph matching of hand bones",
					"Ann Lee, Jan van der Berg",
					"Pattern Recognition",
					{ year: 2024, month: 6 },
					"https://www.sciencedirect.com/science/article/pii/S0031320324000123",
				],
				[
					"Uncertain labels in small sets",
					"Cem Öz",
					"Pattern Recognition",
					{ year: 2024, month: 6 },
					"https://www.sciencedirect.com/science/article/pii/S0031320324000135",
				],
			],
		);
	});

	test("with the DOI in the address", () => {
		const [first, second] = papersOf(pages.wileyToc);
		assert.equal(first?.doi, "10.1002/jbmr.4999");
		assert.deepEqual(first.issued, { year: 2024, month: 1, day: 3 });
		assert.match(first.abstract, /^We followed 120 astronauts/);
		assert.equal(second?.title, "An Old Article With an Old DOI");
	});

	test("of PubMed", () => {
		assert.deepEqual(
			papersOf(pages.pubmedAlert).map(paper => [paper.title, paper.pmid, paper.doi, names(paper), paper.venue]),
			[
				[
					"Bone density after a stroke: a cohort study",
					"38123458",
					"10.1161/STROKEAHA.123.000001",
					"A. B. Lee, J. van der Berg",
					"Stroke",
				],
				["Falls", "38123459", "10.1136/bmj.q1", "C. Öz, D. Fox", "BMJ"],
			],
		);
	});

	test("of Semantic Scholar and ResearchGate", () => {
		assert.deepEqual(
			papersOf(pages.semanticScholarAlert).map(paper => [paper.title, names(paper), paper.authorsIncomplete]),
			[
				["Reading Bones at Night", "Ann Lee, Jan van der Berg", true],
				["Sleeping bones and the people who own them", "Cem Öz", undefined],
			],
		);
	});

	test("a newsletter in which not all is papers", () => {
		const papers = papersOf(pages.newsletter);
		assert.deepEqual(
			papers.map(({ title, arxiv, links }) => [title, arxiv, links.length]),
			[["Scaling Readers of Bones to a Million Pages", "2409.01234", 0]],
		);
	});
});
