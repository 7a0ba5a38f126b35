// EndNote's tagged import and refer; Web of Science's plain text.

import assert from "node:assert/strict";
import { only, problems, read, shown } from "./read";

const enw = `%0 Journal Article
%A Lee, Ann
%A de Boer, Bo
%T A title of some
length
%J Journal of Things
%D 2019
%8 May 5
%X First paragraph.

Second paragraph.
%K maps
charts
%R doi:10.1000/xyz
%U https://example.org/a
%> https://example.org/a.pdf
%2 PMC99999

%0 Thesis
%A Roe, R. T.
%T Another
%I University of X
%D 2001
`;

suite("EndNote's tagged import", () => {
	test("is read field by field", () => {
		const { format, papers } = read(enw);
		const [paper, thesis] = papers;
		assert.deepEqual([format, papers.length], ["endnote-refer", 2]);
		assert.deepEqual(
			[paper?.title, paper?.venue, paper?.type, paper?.doi, paper?.issued, paper?.abstract],
			[
				...["A title of some length", "Journal of Things", "article-journal", "10.1000/xyz"],
				...[{ year: 2019, month: 5, day: 5 }, "First paragraph.\n\nSecond paragraph."],
			],
		);
		assert.deepEqual(paper?.keywords, ["maps", "charts"]);
		assert.deepEqual(shown(paper.authors), ["Ann Lee", "Bo de Boer"]);
		assert.deepEqual(
			paper.links.map(({ kind }) => kind),
			["pdf", "page"],
		);
		assert.deepEqual([thesis?.type, thesis?.venue], ["thesis", "University of X"]);
	});

	test("as refer has no types and blank lines between records", () => {
		const { format, papers } = read("%A A. N. Lee\n%T One\n%D 1990\n\n%A B. Roe\n%T Two\n%J J. Th.\n");
		assert.deepEqual(
			[format, papers.map(({ title, authors }) => [title, shown(authors)])],
			[
				"endnote-refer",
				[
					["One", ["A. N. Lee"]],
					["Two", ["B. Roe"]],
				],
			],
		);
	});

	test("of a preprint is one of arXiv", () => {
		const paper = only(
			"%0 Journal Article\n%T A Title\n%A Lee, Ann\n%J arXiv preprint arXiv:1706.03762\n%D 2017\n",
		);
		assert.deepEqual([paper.arxiv, paper.venue, paper.type], ["1706.03762", "arXiv", "article"]);
	});

	test("with a bare type, and with a record of nothing else", () => {
		assert.deepEqual(problems("%0\n%T One\n%X Text.\n%0 Book\n"), [["record-untitled", 4]]);
	});

	test("is not taken for TeX", () => {
		assert.notEqual(read("% A comment\n%% Another\n\\documentclass{article}\n").format, "endnote-refer");
		assert.notEqual(read("%!PS-Adobe\n%T x\n").format, "endnote-refer");
	});
});

const wos = `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Lee, A
   de Boer, BC
AF Lee, Ann
   de Boer, Bo C.
CA Things Consortium
TI A title that is wrapped
   over two lines
SO JOURNAL OF THINGS
DT Article
DE maps; very long keyword that
   goes on; charts
ID KEYWORDS PLUS
AB We look at things. They
   are there.
C1 [Lee, Ann] Univ X, Dept Y, Z.
PD MAY-JUN
PY 2019
DI 10.1000/xyz
PM 31234567
UT WOS:000444108200009
ER

PT S
AU Roe, R
TI Second
SO PROC OF X
DT Proceedings Paper
PY 2001
AB Text.
ER

EF
`;

suite("Web of Science's plain text", () => {
	test("is read field by field", () => {
		const { format, papers, problems: found } = read(wos);
		const [paper, second] = papers;
		assert.deepEqual([format, papers.length, found], ["wos", 2, []]);
		assert.deepEqual(
			[paper?.title, paper?.venue, paper?.type, paper?.doi, paper?.pmid, paper?.issued, paper?.abstract],
			[
				...["A title that is wrapped over two lines", "JOURNAL OF THINGS", "article-journal", "10.1000/xyz"],
				...["31234567", { year: 2019, month: 5 }, "We look at things. They are there."],
			],
		);
		assert.deepEqual(shown(paper?.authors ?? []), ["Ann Lee", "Bo C. de Boer", "<Things Consortium>"]);
		assert.deepEqual(paper?.keywords, ["maps", "very long keyword that goes on", "charts", "KEYWORDS PLUS"]);
		assert.deepEqual([second?.type, second?.issued], ["paper-conference", { year: 2001 }]);
	});

	test("without its head, with CRLF, and cut", () => {
		const text = wos.slice(wos.indexOf("PT J")).replace(/\n/g, "\r\n");
		assert.deepEqual([read(text).format, read(text).papers.length], ["wos", 2]);
		assert.deepEqual(problems(wos.slice(0, wos.indexOf("DT Proceedings"))), [
			["abstract-absent", 26],
			["file-cut", 26],
		]);
		assert.equal(only(wos.slice(0, wos.indexOf("PT S"))).title, "A title that is wrapped over two lines");
	});
});
