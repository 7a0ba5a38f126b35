// Pages to papers: arXiv's listings, single papers, and lists of many sites read by what they share.

import assert from "node:assert/strict";
import * as pages from "./pages";
import { names, papersOf, read } from "./shown";
import { assertLinear } from "../../linear";

suite("Listing pages of arXiv", () => {
	test("new submissions, cross-lists and replacements", () => {
		const { format, papers, problems } = read(pages.arxivNew);
		assert.equal(format, "arxiv-html");
		assert.deepEqual(problems, []);
		assert.deepEqual(
			papers.map(({ arxiv, announced, arxivClass, keywords }) => [
				arxiv,
				announced,
				arxivClass,
				keywords.join(" "),
			]),
			[
				["2405.05254", "new", "cs.CL", "cs.CL cs.LG"],
				["2405.05255", "new", "cs.CL", "cs.CL"],
				["math/0309136", "cross-list", "math.GT", "math.GT cs.CL"],
				["2401.00001", "replacement", "cs.CL", "cs.CL"],
			],
		);
		const [first, second, third] = papers;
		assert.equal(first?.title, "You Cache Only Once: $O(n)$ Memory for Decoder–Decoder Models");
		assert.equal(
			first.abstract,
			"We introduce a decoder-decoder architecture that caches key-value pairs only once, with $p < 0.05$ on all tasks.",
		);
		assert.equal(names(first), "Yutao Sun, Jan van der Berg");
		assert.deepEqual(first.links, [{ url: "https://github.com/example/yoco", kind: "code" }]);
		assert.equal(second?.venue, "Journal of Tests 12 (2024) 3");
		assert.equal(names(third), "René Dupont");
	});

	test("recent submissions without abstracts", () => {
		const { papers, problems } = read(pages.arxivRecent);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			papers.map(paper => [paper.arxiv, names(paper), paper.authorsIncomplete]),
			[
				["2301.09637", "Chieh Lin, Menglei Chai", undefined],
				["2301.09632", "Ang Cao", true],
			],
		);
	});

	test("results of a search, with the whole abstract", () => {
		const [paper] = papersOf(pages.arxivSearch);
		assert.equal(paper?.arxiv, "2306.01234");
		assert.equal(paper.title, "A Search Result on Bones");
		assert.equal(paper.abstract, "We search for bones in the whole abstract.");
		assert.deepEqual(paper.issued, { year: 2023, month: 6, day: 2 });
		assert.deepEqual(paper.keywords, ["cs.LG", "stat.ML"]);
	});

	test("cut within a record", () => {
		const cut = pages.arxivNew.slice(0, pages.arxivNew.indexOf("A Second New Paper") + 8);
		assert.deepEqual(
			papersOf(cut).map(({ arxiv, title }) => [arxiv, title.slice(0, 8)]),
			[
				["2405.05254", "You Cach"],
				["2405.05255", "A Second"],
			],
		);
	});
});

suite("The page of one paper", () => {
	test("at arXiv", () => {
		const { format, papers } = read(pages.arxivAbs);
		assert.equal(format, "html-meta");
		const [paper] = papers;
		assert.equal(paper?.id, "arxiv:2405.05254");
		assert.equal(names(paper), "Yutao Sun, Jan van der Berg");
		assert.deepEqual(paper.issued, { year: 2024, month: 5, day: 8 });
		assert.deepEqual(paper.links, [{ url: "https://arxiv.org/pdf/2405.05254", kind: "pdf" }]);
	});

	test("at a journal, with the abstract that the page shows", () => {
		const [paper] = papersOf(pages.journalArticle);
		assert.equal(paper?.title, "Bones & joints");
		assert.equal(paper.doi, "10.1038/s41586-024-00001-1");
		assert.equal(paper.venue, "Nature");
		assert.equal(paper.type, "article-journal");
		assert.match(paper.abstract, /^Bones and joints are old\..*H₂O too/);
		assert.deepEqual(paper.keywords, ["bone", "joint"]);
		assert.equal(names(paper), "Ann Lee, Jan van Dijk");
	});

	test("described in JSON-LD", () => {
		const [paper] = papersOf(pages.jsonLdArticle);
		assert.equal(paper?.doi, "10.1000/jsonld.1");
		assert.equal(paper.venue, "J. of Tests");
		assert.equal(names(paper), "Ann Lee, Jan van Dijk");
		assert.deepEqual(paper.issued, { year: 2023, month: 4, day: 5 });
	});
});

suite("Pages with papers", () => {
	test("results of PubMed", () => {
		const [first, second] = papersOf(pages.pubmedResults);
		assert.deepEqual(
			[first?.title, first?.pmid, first?.doi, first?.venue],
			["Denosumab and bone density in men", "38123456", "10.1093/jbmr/zjad001", "J Bone Miner Res"],
		);
		assert.deepEqual(first?.issued, { year: 2024, month: 1, day: 5 });
		assert.match(names(first), /^A\. B\. Lee, J\. van der Berg, C\. Öz, BONE Study Group\.?$/);
		assert.equal(second?.pmid, "38123457");
	});

	test("proceedings whose titles are told by names of classes, one of a single word and one like a person's name", () => {
		const row = (title: string, by: string): string =>
			`<tr><td><span class="contrib_title">${title}</span><br><span class="contrib_code"><a href="c.cgi?id=1">PoB(2013)1</a></span> <span class="contrib_authors">${by}</span></td></tr>`;
		const { papers } = read(
			`<html><body><h1>Symposium on Bones</h1><table><tr class="title"><td>Opening</td></tr>${row("Foreword", "A. Lee")}${row("Bo Roe Remembered", "C. Doe")}<tr class="title"><td>Talks</td></tr>${row("Bones and their $D_s$ on long walls", "A. Lee, B. van Dijk and C. Doe")}${row("How skin covers a body of bones", "A. El-Roe")}</table></body></html>`,
		);
		assert.deepEqual(
			papers.map(({ title, authors }) => [title, authors.length]),
			[
				["Foreword", 1],
				["Bo Roe Remembered", 1],
				["Bones and their $D_s$ on long walls", 3],
				["How skin covers a body of bones", 1],
			],
		);
	});

	test("daily papers of Hugging Face, by the list that the page holds for its script", () => {
		const list = {
			dailyPapers: [
				{
					paper: {
						id: "2409.00001",
						title: "The First Paper of the Day",
						summary: "Its whole abstract.",
						authors: [{ name: "Ann Lee" }],
						publishedAt: "2024-09-01T00:00:00.000Z",
					},
					title: "The First Paper of the Day",
				},
			],
		};
		const [paper] = papersOf(pages.huggingFaceDaily(JSON.stringify(list)));
		assert.deepEqual([paper?.arxiv, paper?.abstract], ["2409.00001", "Its whole abstract."]);
		assert.deepEqual(
			papersOf(pages.huggingFaceDaily("{damaged")).map(({ arxiv }) => arxiv),
			["2409.00001"],
		);
	});

	test("trending papers of Hugging Face, each shown twice", () => {
		assert.deepEqual(
			papersOf(pages.huggingFaceTrending).map(({ arxiv, links }) => [
				arxiv,
				links.map(({ kind }) => kind).join(),
			]),
			[
				["2409.00001", "code"],
				["2409.00002", "code"],
			],
		);
	});

	test("OpenReview", () => {
		const [first, second] = papersOf(pages.openReview);
		assert.deepEqual(
			[first?.title, names(first), first?.abstract, first?.keywords],
			[
				"Learning to Read Bones",
				"Ann Lee, Jan van der Berg",
				"We read bones, and say what they mean to those who have no eyes for them.",
				["bones", "reading"],
			],
		);
		assert.equal(second?.title, "Forgetting Bones");
	});

	test("ACL Anthology", () => {
		assert.deepEqual(
			papersOf(pages.anthology).map(paper => [paper.title, names(paper), paper.url]),
			[
				[
					"Learning to Understand Child-directed Speech",
					"Lieke Gelderloos, Grzegorz Chrupała, Afra Alishahi",
					"https://aclanthology.org/2020.acl-main.1/",
				],
				[
					"Predicting Depression in Screening Interviews",
					"Ann Lee",
					"https://aclanthology.org/2020.acl-main.2/",
				],
			],
		);
	});

	test("dblp, by its microdata", () => {
		assert.deepEqual(
			papersOf(pages.dblp).map(paper => [paper.title, paper.doi, names(paper), paper.venue, paper.issued?.year]),
			[
				[
					"Graph matching of hand bones",
					"10.1016/j.patcog.2024.110300",
					"Ann Lee, Jan van der Berg",
					"Pattern Recognit.",
					2024,
				],
				["Reading bones with a browser", "10.1145/3544548.3580000", "Ann Lee", "CHI", 2023],
			],
		);
	});

	test("a collection of bioRxiv", () => {
		assert.deepEqual(
			papersOf(pages.biorxivCollection).map(paper => [paper.title, paper.doi, names(paper)]),
			[
				["Folding E. coli proteins", "10.1101/2024.01.02.574000", "Ann B. Lee, Jan van der Berg"],
				["Peptides against microbes", "10.1101/2024.01.03.574001", "Li Wang"],
			],
		);
	});

	test("a piece of a page, as it is copied out of a mail", () => {
		const piece = pages.scholarAlert.slice(
			pages.scholarAlert.indexOf("<h3"),
			pages.scholarAlert.indexOf('<div style="border-top'),
		);
		assert.equal(papersOf(piece).length, 3);
	});

	test("a digest as preformatted text", () => {
		const record = `Pubmed-entry ::= {\n  pmid 123,\n  medent {\n    cit {\n      title { name "A ""Quoted"" Title" },\n      authors { names ml { "Lee AB", "van der Berg J" } },\n      from journal { title { iso-jta "J Test" }, imp { date std { year 2009, month 6 } } },\n      ids { doi "10.1000/asn.1" } },\n    abstract "Its\n abstract.",\n    mesh { { term "Bones" } } } }`;
		const [paper] = papersOf(`<html><body><pre>\n${record.replace(/"/g, "&quot;")}</pre></body></html>`);
		assert.deepEqual(
			[paper?.title, paper?.pmid, paper?.doi, paper?.venue, names(paper)],
			['A "Quoted" Title', "123", "10.1000/asn.1", "J Test", "A. B. Lee, J. van der Berg"],
		);
		assert.deepEqual(
			[paper?.issued, paper?.keywords, paper?.abstract],
			[{ year: 2009, month: 6 }, ["Bones"], "Its abstract."],
		);
	});

	test("a page without papers", () => {
		const { format, papers, problems } = read(pages.blog);
		assert.equal(format, "html");
		assert.deepEqual(papers, []);
		assert.equal(problems[0]?.code, "no-list-of-papers");
	});

	test("Markdown that begins with a tag is no page", () => {
		assert.notEqual(
			read(
				'<p align="center"><img src="x.png"></p>\n\n# Papers\n\n- [A Paper](https://arxiv.org/abs/2401.00001) - text\n- [B Paper](https://arxiv.org/abs/2401.00002) - text\n- [C Paper](https://arxiv.org/abs/2401.00003)\n',
			).format,
			"html",
		);
	});
});

suite("A damaged page", () => {
	const whole = Object.values(pages).flatMap(page => (typeof page === "string" ? page : []));

	test("cut anywhere, or with a byte turned: no exception", function () {
		this.timeout(60_000);
		for (const page of whole) {
			for (let at = 1; at < page.length; at += 211) {
				read(page.slice(0, at));
				read(`${page.slice(0, at)}\u0000<"${page.slice(at + 1)}`);
			}
		}
	});

	test("of one line with very many links, or very deep, takes linear time", function () {
		this.timeout(60_000);
		const link = "<a href='https://arxiv.org/abs/2401.00001'>A Title of a Paper Here</a> text ";
		assertLinear(size => void read(`<html>${link.repeat(size)}`), 20_000);
		assertLinear(size => void read(`${"<div>".repeat(size)}x`), 100_000);
		assertLinear(size => void read(`<html>${"<".repeat(size)}`), 300_000);
	});
});
