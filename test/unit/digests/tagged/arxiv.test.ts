// arXiv's daily mails, whole, quoted or pasted in parts; its listing pages copied as text.

import assert from "node:assert/strict";
import { only, problems, read, shown } from "./read";

const rule = "-".repeat(78);
const mail = `Date: Fri, 5 Jan 24 00:31:14 GMT
Subject: math daily 2 new + 1 crosses received

${rule}
${rule}
Send any comments regarding submissions directly to submitter.
${rule}
Archives at http://arxiv.org/
To unsubscribe, e-mail To: math@arXiv.org, Subject: cancel
${rule}
received from  Wed  3 Jan 24 19:00:00 GMT  to  Thu  4 Jan 24 19:00:00 GMT
${rule}
${rule}
\\\\
arXiv:2401.01234
Date: Wed, 3 Jan 2024 18:34:08 GMT   (243kb,D)

Title: On the \\"Uber-graph of $K_n$: a very long title that had to be wrapped
  by the mailer
Authors: Jos\\'e Garc\\'{\\i}a (Univ. of X, Spain (and Y)), Ann Lee (1 and 2), Bo van
  Dijk, Jr. and Carl Friedrich Gau{\\ss} ((1) MIT, (2) CNRS)
Categories: math.CO cs.DM
Comments: 12 pages. Code at https://github.com/lab/uber
MSC-class: 05C10 (Primary) 05C20 (Secondary)
Journal-ref: J. Combin. Theory Ser. B 100 (2024) 1-20
DOI: 10.1000/jctb.2024.1
\\\\
  We show that $K_n$ is {\\em large}. This improves on
earlier results by 0.1\\%.
  A second paragraph.
\\\\ ( https://arxiv.org/abs/2401.01234 ,  243kb)
${rule}
\\\\
arXiv:2401.01235
Date: Wed, 3 Jan 2024 20:00:00 GMT   (20kb)

Title: Measurement of things
Authors: ALICE Collaboration: A. Adams, B. Baker, et al. (1000 additional authors not shown)
Categories: math.AG
\\\\
  Text.
\\\\ ( https://arxiv.org/abs/2401.01235 ,  20kb)
%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%
${rule}
\\\\
arXiv:2401.00999 (*cross-listing*)
Date: Tue, 2 Jan 2024 10:00:00 GMT   (20kb)

Title: A crossed paper
Authors: Ann Lee
Categories: cs.LG math.OC
\\\\
  Text of it.
\\\\ ( https://arxiv.org/abs/2401.00999 ,  20kb)
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%
${rule}
\\\\
arXiv:math/0309136
replaced with revised version Wed, 3 Jan 2024 18:05:58 GMT   (829kb,D)

Title: An old one
Authors: Bo Li
Categories: math.GT
\\\\ ( https://arxiv.org/abs/math/0309136 ,  829kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
`;

suite("arXiv's daily mail", () => {
	test("is read field by field", () => {
		const { papers, problems: found } = read(mail);
		assert.deepEqual(found, []);
		const [first, second, third, fourth] = papers;
		assert.deepEqual(
			papers.map(({ id, announced, arxivClass, issued }) => [id, announced, arxivClass, issued]),
			[
				["doi:10.1000/jctb.2024.1", "new", "math.CO", { year: 2024, month: 1, day: 3 }],
				["arxiv:2401.01235", "new", "math.AG", { year: 2024, month: 1, day: 3 }],
				["arxiv:2401.00999", "cross-list", "cs.LG", { year: 2024, month: 1, day: 2 }],
				["arxiv:math/0309136", "replacement", "math.GT", { year: 2003, month: 9 }],
			],
		);
		assert.equal(
			first?.title,
			"On the Über-graph of $K_n$: a very long title that had to be wrapped by the mailer",
		);
		assert.deepEqual(shown(first.authors), ["José García", "Ann Lee", "Bo van Dijk Jr.", "Carl Friedrich Gauß"]);
		assert.equal(
			first.abstract,
			"We show that $K_n$ is large. This improves on earlier results by 0.1%.\n\nA second paragraph.",
		);
		assert.deepEqual([first.keywords, first.venue], [["math.CO", "cs.DM"], "J. Combin. Theory Ser. B"]);
		assert.deepEqual(
			first.links.map(({ kind }) => kind),
			["code"],
		);
		assert.deepEqual(
			[shown(second?.authors ?? []), second?.authorsIncomplete],
			[["<ALICE Collaboration>", "A. Adams", "B. Baker"], true],
		);
		assert.deepEqual([third?.url, fourth?.abstract], ["https://arxiv.org/abs/2401.00999", ""]);
	});

	test("without its head is told by its blocks", () => {
		const body = mail.slice(mail.indexOf("received from"));
		assert.deepEqual([read(body).format, read(body).papers.length], ["arxiv-mail", 4]);
	});

	test("with CRLF, quoted in another mail, and pasted in part", () => {
		const titles = read(mail).papers.map(({ title }) => title);
		const body = mail.slice(mail.indexOf("received from"));
		const quoted = body.replace(/^/gm, "> ").replace(/^> $/gm, ">");
		for (const text of [body.replace(/\n/g, "\r\n"), quoted]) {
			assert.deepEqual(
				read(text).papers.map(({ title }) => title),
				titles,
			);
		}
		const headless = mail.slice(mail.indexOf("Title: Measurement"), mail.indexOf("%-%-"));
		const rest = `${headless}${rule}\n${mail.slice(mail.indexOf("\\\\\narXiv:2401.00999"))}`;
		assert.deepEqual(
			read(rest).papers.map(({ id }) => id),
			["arxiv:2401.01235", "arxiv:2401.00999", "arxiv:math/0309136"],
		);
		const tail = `earlier results by many authors.\n\\\\ ( https://arxiv.org/abs/2401.01111 ,  243kb)\n${rule}\n${mail.slice(mail.indexOf("\\\\\narXiv:2401.01235"))}`;
		assert.deepEqual(problems(tail)[0], ["left-out", 1]);
	});

	test("of a listing that lacks papers says so", () => {
		const block = mail.slice(mail.indexOf("\\\\\narXiv:2401.01235"), mail.indexOf("%-%-"));
		const counted = read(mail.replace(block, "")).problems.filter(({ code }) => code === "count-differs");
		assert.deepEqual(
			counted.map(({ line, args }) => [line, args]),
			[[2, ["2 new", "1"]]],
		);
		assert.deepEqual(
			read(mail.slice(0, mail.indexOf("%%--%%"))).problems.filter(({ code }) => code === "count-differs"),
			[],
		);
	});

	test("of the years before 2007", () => {
		const paper = only(
			`${rule}\n\\\\\nPaper: hep-th/9901001\nFrom: A Physicist <a@b.edu>\nDate: Fri, 1 Jan 1999 10:00:00 GMT   (12kb)\n\nTitle: Strings\nAuthors: A. Physicist\nComments: 3 pages\n\\\\\n  Text.\n\\\\ ( http://arXiv.org/abs/hep-th/9901001 , 12kb)\n${rule}\n`,
		);
		assert.deepEqual([paper.id, paper.issued], ["arxiv:hep-th/9901001", { year: 1999, month: 1, day: 1 }]);
	});
});

const page = `Showing new listings for Tuesday, 2 January 2024
Total of 3 entries
New submissions (showing 2 of 2 entries)
[1] arXiv:2401.00001 [pdf, html, other]
Title: A first title: with $x^2$
Ann Lee, Bo van Dijk
Comments: 12 pages, code at https://github.com/lab/first
Subjects: Computation and Language (cs.CL); Machine Learning (cs.LG)
We look at things.
Second line of it.

[2] arXiv:2401.00002 [pdf, other]
    Title: A second title
    Authors: Carl Roe, et al. (12 additional authors not shown)
    Journal-ref: Proc. of Things, 2024
    Subjects: Computation and Language (cs.CL)

    Text of the second.

Cross submissions (showing 1 of 1 entries)
[3] arXiv:2312.17242 (cross-list from cs.CV) [pdf, html, other]
Title: A third title
Dora Poe
Subjects: Computer Vision and Pattern Recognition (cs.CV)
Text of the third.

Replacement submissions (showing 1 of 1 entries)
[4] arXiv:2203.01664 (replaced) [pdf, html, other]
Title: A fourth title
Eva Moe, Fay Noe
Subjects: Computation and Language (cs.CL)
Total of 3 entries
`;

suite("arXiv's listing page as text", () => {
	test("is read field by field", () => {
		const { format, papers, problems: found } = read(page);
		assert.deepEqual([format, found], ["arxiv-listing", []]);
		assert.deepEqual(
			papers.map(({ id, title, authors, abstract, announced, arxivClass }) => [
				...[id, title, shown(authors), abstract, announced, arxivClass],
			]),
			[
				[
					...["arxiv:2401.00001", "A first title: with $x^2$", ["Ann Lee", "Bo van Dijk"]],
					...["We look at things. Second line of it.", "new", "cs.CL"],
				],
				["arxiv:2401.00002", "A second title", ["Carl Roe"], "Text of the second.", "new", "cs.CL"],
				["arxiv:2312.17242", "A third title", ["Dora Poe"], "Text of the third.", "cross-list", "cs.CV"],
				["arxiv:2203.01664", "A fourth title", ["Eva Moe", "Fay Noe"], "", "replacement", "cs.CL"],
			],
		);
		assert.deepEqual([papers[1]?.authorsIncomplete, papers[0]?.links[0]?.kind], [true, "code"]);
	});

	test("may have its labels and names on lines of their own", () => {
		const paper = only(
			"[1]\narXiv:2401.00001 [pdf, html, other]\nTitle:\n  A first title\n  Ann Lee,\n  Bo van Dijk\nSubjects: Computation and Language (cs.CL)\nText.\n",
		);
		assert.deepEqual(
			[paper.title, shown(paper.authors), paper.abstract],
			["A first title", ["Ann Lee", "Bo van Dijk"], "Text."],
		);
	});

	test("says when a section lacks papers, and wants no abstracts where none has one", () => {
		const cut = page.replace(/\[2\][^]*?(?=Cross sub)/, "");
		assert.deepEqual(problems(cut), [["count-differs", 3]]);
		const recent =
			"Tue, 2 Jan 2024 (showing first 1 of 50 entries )\n[1] arXiv:2401.00001 [pdf, html, other]\nTitle: A title\nAnn Lee\nSubjects: Computation and Language (cs.CL)\n";
		assert.deepEqual(problems(recent), []);
	});
});
