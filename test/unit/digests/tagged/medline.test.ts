// PubMed's .nbib and MEDLINE display.

import assert from "node:assert/strict";
import { only, problems, read, shown } from "./read";

const record = `PMID- 12345678
OWN - NLM
STAT- MEDLINE
DP  - 2019 Mar-Apr
DEP - 20190212
TI  - [A title that goes on over
      two lines].
LID - 10.1000/abc [doi]
LID - S0000-0000(19)30000-1 [pii]
AB  - BACKGROUND: Things are. RESULTS: They were (p<0.05), and
      x is at https://zenodo.org/record/1.
FAU - van der Berg, Jan Jr
AU  - van der Berg J Jr
AD  - A place, in a town.
      a@b.org
AU  - Roe RT
CN  - Things Study Group
FIR - Investigator, Ivan
IR  - Investigator I
LA  - dut
PT  - Journal Article
PT  - Review
TT  - Een titel.
TA  - J Th
JT  - Journal of things
MH  - *Maps/statistics & numerical data
MH  - Aged, 80 and over
OT  - *charts
PMC - PMC1234567
AID - 10.1000/abc [doi]
SO  - J Th. 2019 Mar-Apr;1(2):3-4. doi: 10.1000/abc.
`;

suite("MEDLINE", () => {
	test("is read field by field", () => {
		const paper = only(record);
		assert.deepEqual(
			[paper.title, paper.venue, paper.type, paper.doi, paper.pmid, paper.issued],
			[
				...["A title that goes on over two lines", "Journal of things", "article-journal", "10.1000/abc"],
				...["12345678", { year: 2019, month: 3 }],
			],
		);
		assert.deepEqual(shown(paper.authors), ["Jan van der Berg Jr", "R. T. Roe", "<Things Study Group>"]);
		assert.deepEqual(paper.keywords, ["Maps/statistics & numerical data", "Aged, 80 and over", "charts"]);
		assert.equal(
			paper.abstract,
			"BACKGROUND: Things are. RESULTS: They were (p<0.05), and x is at https://zenodo.org/record/1.",
		);
		assert.deepEqual(
			paper.links.map(({ kind }) => kind),
			["page", "data"],
		);
	});

	test("with CRLF, and with several records without a blank line between them", () => {
		const second = record.replace("12345678", "22345678").replace(/abc/g, "abd").replace("A title", "Another");
		const { format, papers } = read((record + second).replace(/\n/g, "\r\n"));
		assert.deepEqual([format, papers.map(({ pmid }) => pmid)], ["medline", ["12345678", "22345678"]]);
		assert.equal(papers[1]?.title, "Another that goes on over two lines");
	});

	test("of a chapter, of a book, and of a preprint", () => {
		const chapter = only("PMID- 1234567\nOWN - NLM\nTI  - A Chapter\nBTI - The Book\nDP  - 2024\nAB  - Text.\n");
		assert.deepEqual([chapter.title, chapter.venue, chapter.type], ["A Chapter", "The Book", "chapter"]);
		const book = only(
			"PMID- 1234568\nOWN - NLM\nBTI - The Book\nPB  - Press\nFED - Lee, Ann\nED  - Lee A\nDP  - 2024\n",
		);
		assert.deepEqual(
			[book.title, book.venue, book.type, shown(book.authors)],
			["The Book", "Press", "book", ["Ann Lee"]],
		);
		const preprint = only(
			"PMID- 1234569\nOWN - NLM\nTI  - A Preprint.\nPT  - Preprint\nLID - arXiv:2301.01234v2 [pii]\nJT  - ArXiv\nOAB - Text.\n",
		);
		assert.deepEqual([preprint.arxiv, preprint.type, preprint.abstract], ["2301.01234", "article", "Text."]);
	});

	test("without abstract or title says so", () => {
		assert.deepEqual(problems("PMID- 1234567\nOWN - NLM\nTI  - A\n\nPMID- 1234568\nOWN - NLM\nAB  - Text.\n"), [
			["abstract-absent", 1],
			["record-untitled", 5],
		]);
	});
});
