// What single exporters of tagged files write beyond the specifications.

import assert from "node:assert/strict";
import { readDate } from "../../../../src/core/digests/dates";
import { only, problems, read, shown } from "./read";

suite("Exporters of tagged files", () => {
	test("Ovid goes on behind the end of a record", () => {
		const record = (title: string): string =>
			`1.\nTY  - JOUR\nT1  - ${title}\nA1  - Lee, Ann\nN2  - Short.\nER  -\nNL  - J Small Anim\n\nLink to the full text: https://ovid.example/?D=psyc16\n\n`;
		const text = record("First of two") + record("Second of two");
		assert.deepEqual(
			read(text).papers.map(({ title }) => title),
			["First of two", "Second of two"],
		);
		assert.deepEqual(new Set(problems(text).map(([code]) => code)), new Set(["left-out"]));
	});

	test("a record of RIS that lost its type keeps its title", () => {
		const text = "TY  - JOUR\nTI  - One\nAB  - A.\nER  -\n\nTI  - Two\nAB  - B.\nER  -\n";
		assert.deepEqual(
			read(text).papers.map(({ title }) => title),
			["One", "Two"],
		);
	});

	test("an abstract that is said to be absent is none", () => {
		for (const said of [
			"[No abstract available]",
			"No abstract provided.",
			"Not Available",
			"(Abstract not available)",
		])
			assert.equal(only(`TY  - JOUR\nTI  - Worms\nAB  - ${said}\nER  - `).abstract, "");
		assert.notEqual(only("TY  - JOUR\nTI  - Worms\nAB  - No abstract art was shown.\nER  - ").abstract, "");
	});

	test("Web of Science has MEDLINE's records with their numbers", () => {
		const text = (accession: string): string =>
			`FN ISI Export Format\nVR 1.0\nPT J\nTI Worms shake\nAU Lee, Ann; Berg, Jan\nPD 2006 May-Jun\nPY 2006\nUT ${accession}\nER\n\nEF`;
		const paper = only(text("MEDLINE:16735938"));
		assert.deepEqual(
			[paper.pmid, shown(paper.authors), paper.issued],
			["16735938", ["Ann Lee", "Jan Berg"], { year: 2006, month: 5 }],
		);
		assert.equal(only(text("ISI:000238592600006")).pmid, undefined);
	});

	test("NASA ADS has a refer of its own", () => {
		const paper = only(
			"Retrieved 1 abstracts, starting with number 1.\n\n\n%R 2019SmAni..12...17L\n%T Tremor of\nworms\n%A Lee, Ann; van Dijk, B.\n%F AA(University of Worms)\n%J Small Animals, Volume 12, Issue 1, article id.17\n%V 12\n%D 03/2019\n%P 17\n%K tremor, small animals,\nlarge worms\n%I ABSTRACT: Abstract;\n%U https://ui.adsabs.harvard.edu/abs/2019SmAni..12...17L\n%B Worms shake in the gas-\nphase of air and\nwater.\n%Y DOI: 10.1000/sa.12\n",
		);
		assert.deepEqual(
			[paper.title, paper.abstract, paper.doi, paper.venue, paper.issued],
			[
				...[
					"Tremor of worms",
					"Worms shake in the gas-phase of air and water.",
					"10.1000/sa.12",
					"Small Animals",
				],
				{ year: 2019, month: 3 },
			],
		);
		assert.deepEqual(
			[shown(paper.authors), paper.keywords, paper.type],
			[["Ann Lee", "B. van Dijk"], ["tremor", "small animals", "large worms"], "article-journal"],
		);
	});

	test("a month may stand before its year", () => {
		assert.deepEqual(readDate("3/2019"), { year: 2019, month: 3 });
		assert.deepEqual(readDate("12.2017"), { year: 2017, month: 12 });
		assert.deepEqual(readDate("13/2017"), { year: 2017 });
		assert.deepEqual(readDate("05/03/2019"), { year: 2019 });
	});

	test("NASA ADS names arXiv's identifier as the place in a journal", () => {
		const paper = only(
			'@ARTICLE{2000astro.ph..3081L,\n author = {{Lee}, A.~B.},\n title = "{Worms}",\n journal = {ArXiv e-prints},\n year = 2000,\n eid = {astro-ph/0003081},\n pages = {astro-ph/0003081}\n}\n',
		);
		assert.deepEqual([paper.arxiv, shown(paper.authors)], ["astro-ph/0003081", ["A. B. Lee"]]);
	});

	test("arXiv's mails of 2000 have the category in the identifier", () => {
		const { papers } = read(
			String.raw`------------------------------------------------------------------------------
Submissions received from  Fri 14 Jan 00 00:00:00 GMT  to  Mon 17 Jan 00 00:00:00 GMT
------------------------------------------------------------------------------
\\
Paper: hep-th/0001001
From: A Lee <a@x.example>
Date: Fri, 14 Jan 2000 15:12:03 GMT   (22kb)

Title: Strings
Authors: Ann Lee
\\
  They are.
\\ ( http://arXiv.org/abs/hep-th/0001001 ,  22kb)
------------------------------------------------------------------------------
\\
Paper: math.AG/0001002
Date: Fri, 14 Jan 2000 16:12:03 GMT   (10kb)

Title: Curves
Author: Bo Roe
Subj-class: Algebraic Geometry
\\
  They are, too.
\\ ( http://arXiv.org/abs/math.AG/0001002 ,  10kb)
`,
		);
		assert.deepEqual(
			papers.map(({ arxivClass }) => arxivClass),
			["hep-th", "math.AG"],
		);
	});

	test("RefWorks", () => {
		const text =
			"RT Journal Article\nSR Electronic\nID 12\nA1 Lee, Ann\nA1 van Dijk, B.\nT1 Tremor of\n worms\nJF Small Animals\nYR 2017\nFD 12/2017\nK1 tremor\nAB Worms shake.\nDO 10.1000/abc\nLK https://x.example/1\n\nRT Dissertation/Thesis\nT1 Flies\nYR 2018\n";
		const { format, papers } = read(text);
		const [paper, thesis] = papers;
		assert.deepEqual([format, papers.length, thesis?.type], ["refworks", 2, "thesis"]);
		assert.deepEqual(
			[paper?.title, paper?.abstract, paper?.doi, paper?.venue, paper?.url, paper?.type, paper?.issued],
			[
				...["Tremor of worms", "Worms shake.", "10.1000/abc", "Small Animals", "https://x.example/1"],
				...["article-journal", { year: 2017, month: 12 }],
			],
		);
		assert.deepEqual(shown(paper?.authors ?? []), ["Ann Lee", "B. van Dijk"]);
		assert.equal(read("RT this thread\nT1 lines are slow.\n\nAn abstract of it.").format, "plain-text");
	});

	test("an entry of BibTeX may say that it has no abstract", () => {
		assert.equal(only("@article{a,\n title = {Worms},\n abstract = {[No abstract available]}\n}").abstract, "");
	});
});
