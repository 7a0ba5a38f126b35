// PubMed's "Abstract (text)" and "Summary (text)", old and new.

import assert from "node:assert/strict";
import { only, problems, read, shown } from "./read";

const recent = `1. Nat Things. 2020 Mar;579(7798):270-273. doi: 10.1000/nt.2020.1. Epub 2020 
Feb 3.

A title of an outbreak that is wrapped over
two lines?

Zhou P(#)(1), van der Berg J(#)(2)(3), King ML Jr(2); Things Study Group.

Author information:
(1)A Laboratory, Town, Country.
(2)Another, Town.
(#)Contributed equally

Collaborators: Abbott T, Costello E.

Comment in
    Nat Rev Th. 2020 May;18(5):1. doi: 10.1000/comment.1.
Update in
    J Th. 2021;1:1.

BACKGROUND: There were
2019. Things in 1. Nature. We saw (P < 0.01).

2. METHODS: A list begins this paragraph.

CONCLUSION: Code is at https://github.com/lab/code.

© 2020. The Author(s).

DOI: 10.1000/nt.2020.1
PMCID: PMC7095418
PMID: 32015507 [Indexed for MEDLINE]

Conflict of interest statement: The authors declare no competing interests.


2. bioRxiv [Preprint]. 2020 Jan 31:2020.01.30.927871. doi: 10.1101/2020.01.30.927871.

A preprint.

Roe R(1).

Author information:
(1)Univ.

Text of it.

DOI: 10.1101/2020.01.30.927871
PMID: 32511300


3. Rev Prat. 2019 Nov-Dec;69(9):1-2.

[A translated title].

[Article in French]

[No authors listed]

PMID: 32237586 [Indexed for MEDLINE]


4. In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2024 
Jan–. 2023 Jul 4.

A Chapter.

Doe J(1), Poe E.

Author information:
(1)A Hospital

Text of the chapter.

Copyright © 2024, StatPearls Publishing LLC.

PMID: 30000001
`;

suite("PubMed's abstracts as text", () => {
	test("are read record by record", () => {
		const { format, papers, problems: found } = read(recent);
		assert.equal(format, "pubmed-abstract");
		assert.deepEqual(
			papers.map(({ title, venue, issued, type, pmid }) => [title, venue, issued, type, pmid]),
			[
				[
					"A title of an outbreak that is wrapped over two lines?",
					...["Nat Things", { year: 2020, month: 3 }, "article-journal", "32015507"],
				],
				["A preprint", "bioRxiv", { year: 2020, month: 1, day: 31 }, "article", "32511300"],
				["A translated title", "Rev Prat", { year: 2019, month: 11 }, "article-journal", "32237586"],
				["A Chapter", "StatPearls [Internet]", { year: 2024, month: 1 }, "chapter", "30000001"],
			],
		);
		assert.deepEqual(
			papers.map(({ authors }) => shown(authors)),
			[
				["P. Zhou", "J. van der Berg", "M. L. King Jr", "<Things Study Group>"],
				["R. Roe"],
				[],
				["J. Doe", "E. Poe"],
			],
		);
		assert.deepEqual(
			papers.map(({ abstract }) => abstract),
			[
				"BACKGROUND: There were 2019. Things in 1. Nature. We saw (P < 0.01).\n\n2. METHODS: A list begins this paragraph.\n\nCONCLUSION: Code is at https://github.com/lab/code.",
				"Text of it.",
				"",
				"Text of the chapter.",
			],
		);
		assert.deepEqual(
			papers[0]?.links.map(({ kind }) => kind),
			["page", "code"],
		);
		assert.deepEqual(
			found.map(({ code, line }) => [code, line]),
			[["abstract-absent", 52]],
		);
	});

	test("before 2014 have a place without a label", () => {
		const paper = only(
			"\n1. Bioinformatics. 2009 Jun 1;25(11):1422-3. doi: 10.1000/bib.1. Epub\n2009 Mar 20.\n\nFree tools for things.\n\nCock PJ, Antao T.\n\nPlant Pathology, Some Institute, Town, UK. a.b@c.ac.uk\n\nSUMMARY: Tools.\n\nPMCID: PMC2682512\nPMID: 19304878 [PubMed - indexed for MEDLINE]\n",
		);
		assert.deepEqual(
			[paper.abstract, shown(paper.authors), paper.doi, paper.issued],
			["SUMMARY: Tools.", ["P. J. Cock", "T. Antao"], "10.1000/bib.1", { year: 2009, month: 6, day: 1 }],
		);
	});

	test("with CRLF, a part of them, and cut", () => {
		const crlf = recent.replace(/\n/g, "\r\n");
		assert.deepEqual(
			read(crlf).papers.map(({ abstract }) => abstract),
			read(recent).papers.map(({ abstract }) => abstract),
		);
		const part = recent.slice(recent.indexOf("3. Rev"));
		assert.deepEqual(
			read(part).papers.map(({ pmid }) => pmid),
			["32237586", "30000001"],
		);
		assert.deepEqual(problems(recent.slice(0, recent.indexOf("DOI: 10.1101"))), [["file-cut", 37]]);
	});
});

const summary = `1: Zhou P, Yang XL, van der Berg J Jr. A title of one thing: of another. Nature. 2020
Mar;579(7798):270-273. doi: 10.1000/s41586-020-2012-7. Epub 2020 Feb 3. Erratum
in: Nature. 2020 Dec;588(7836):E6. PMID: 32015507; PMCID: PMC7095418.

2: Where could it lead? Science. 2019 Aug 30;365(6456):946. doi: 10.1000/sci.1. PubMed PMID:
31467224.

3: Lasso G, Mayer SV, et al. An Atlas. Cell. 2019 Aug 23. pii: S0092-8674(19)30893-1. doi:
10.1000/j.cell.1. [Epub ahead of print] PubMed PMID: 31474372.

4: COVIDSurg Collaborative. What is done! A study. BJS. 2020 Jul;107(8):1-2. PMID: 32000001.

5: Bonnet M. [A translated title]. Rev Prat. 2019 Nov;69(9):1-2. French. PMID: 32237586.

6: Roe R. A preprint. bioRxiv [Preprint]. 2020 Jan 31:2020.01.30.927871. doi: 10.1101/2020.01.30.927871. PMID: 32511300.
`;

suite("PubMed's summaries as text", () => {
	test("are read record by record", () => {
		const { format, papers, problems: found } = read(summary);
		assert.deepEqual([format, found], ["pubmed-summary", []]);
		assert.deepEqual(
			papers.map(({ title, venue, issued, doi, pmid, authors }) => [
				...[title, venue, Object.values(issued ?? {}).join("-"), doi, pmid],
				shown(authors),
			]),
			[
				[
					...[
						"A title of one thing: of another",
						"Nature",
						"2020-3",
						"10.1000/s41586-020-2012-7",
						"32015507",
					],
					["P. Zhou", "X. L. Yang", "J. van der Berg Jr"],
				],
				["Where could it lead?", "Science", "2019-8-30", "10.1000/sci.1", "31467224", []],
				["An Atlas", "Cell", "2019-8-23", "10.1000/j.cell.1", "31474372", ["G. Lasso", "S. V. Mayer"]],
				["What is done! A study", "BJS", "2020-7", undefined, "32000001", ["<COVIDSurg Collaborative>"]],
				["A translated title", "Rev Prat", "2019-11", undefined, "32237586", ["M. Bonnet"]],
				["A preprint", "bioRxiv", "2020-1-31", "10.1101/2020.01.30.927871", "32511300", ["R. Roe"]],
			],
		);
		assert.deepEqual([papers[2]?.authorsIncomplete, papers[5]?.type], [true, "article"]);
	});

	test("without blank lines between them, and with CRLF", () => {
		const tight = summary.replace(/\n\n/g, "\n").replace(/\n/g, "\r\n");
		assert.deepEqual(
			read(tight).papers.map(({ pmid }) => pmid),
			read(summary).papers.map(({ pmid }) => pmid),
		);
	});

	test("are not taken for a numbered list of titles", () => {
		assert.notEqual(read("1: A title of 2019. Some text.\n\n2: Another title\n").format, "pubmed-summary");
	});
});
