// What people and sites keep in JSON: Zotero, CSL-JSON, Hugging Face, OpenReview, Papers with Code, arXiv's snapshot.

import assert from "node:assert/strict";
import { names, onlyPaper, readText, readValue } from "./reading";

suite("Items of Zotero", () => {
	const item = {
		key: "A",
		version: 1,
		itemType: "journalArticle",
		title: "Bones",
		abstractNote: "We look.",
		creators: [
			{ creatorType: "author", firstName: "Jan", lastName: "van der Berg" },
			{ creatorType: "author", name: "Bone Group" },
			{ creatorType: "editor", firstName: "Ed", lastName: "Itor" },
		],
		publicationTitle: "Journal of Bones",
		date: "2020-05-03",
		url: "https://example.org",
		tags: [{ tag: "bone" }, { tag: "joint", type: 1 }],
		extra: "PMID: 123\nPMCID: PMC1\narXiv:2301.00001 [cs.LG]\nCitation Key: berg",
	};
	const attachment = { key: "B", version: 1, itemType: "attachment", title: "PDF" };

	test("are read from the API, with what the field Extra says, and without attachments", () => {
		const reading = readValue([
			{ key: "B", version: 1, data: attachment },
			{ key: "A", version: 1, library: { type: "user" }, data: item },
			{ key: "N", version: 1, data: { key: "N", itemType: "note", note: "<p>Hello</p>" } },
		]);
		assert.equal(reading.format, "zotero-json");
		assert.deepEqual(reading.problems, []);
		const [paper] = reading.papers;
		assert.ok(paper && reading.papers.length === 1);
		assert.deepEqual(names(paper), ["Jan van der Berg", "{Bone Group}"]);
		assert.deepEqual([paper.pmid, paper.arxiv, paper.arxivClass], ["123", "2301.00001", "cs.LG"]);
		assert.deepEqual(
			[paper.venue, paper.type, paper.keywords],
			["Journal of Bones", "article-journal", ["bone", "joint"]],
		);
	});

	test("are read from Better BibTeX's JSON", () => {
		const { format, papers } = readValue({
			config: { id: "x" },
			collections: {},
			items: [
				{ ...item, itemID: 1 },
				{ ...attachment, itemID: 2 },
			],
		});
		assert.deepEqual([format, papers.map(({ title }) => title)], ["zotero-json", ["Bones"]]);
	});
});

suite("CSL-JSON", () => {
	const item = {
		id: "a",
		type: "book",
		title: "Trees",
		author: [{ family: "de Jong", given: "Edwin" }],
		issued: { "date-parts": [["2020", 2]] },
	};

	test("may lie under a name, in a map, alone, or one a line", () => {
		const other = { ...item, id: "b", title: "Woods" };
		for (const value of [
			[item, other],
			{ items: [item, other] },
			{ references: [item, other] },
			{ a: item, b: other },
		]) {
			const { format, papers, problems } = readValue(value);
			assert.deepEqual(
				[format, papers.map(({ title }) => title), problems],
				["csl-json", ["Trees", "Woods"], []],
			);
		}
		assert.equal(readText(`${JSON.stringify(item)}\n${JSON.stringify(other)}`).papers.length, 2);
		const paper = onlyPaper("csl-json", item);
		assert.deepEqual(paper.authors, [{ family: "Jong", given: "Edwin", particle: "de" }]);
		assert.deepEqual(paper.issued, { year: 2020, month: 2 });
	});

	test("of Crossref has Crossref's types", () => {
		assert.equal(
			onlyPaper("csl-json", { ...item, DOI: "10.1/x", type: "proceedings-article" }).type,
			"paper-conference",
		);
	});
});

suite("Daily papers of Hugging Face", () => {
	const paper = {
		id: "2401.00001",
		authors: [
			{ _id: "1", name: "Ann Lee", hidden: false },
			{ _id: "2", name: "Some Body Else", hidden: true },
		],
		publishedAt: "2024-01-03T00:00:00.000Z",
		title: "Small Models",
		summary: "We reach sim!0.5% with a model of 3 times 4 cm. Code: https://github.com/a/small",
		ai_summary: "Short.",
		upvotes: 3,
		projectPage: "https://small.example.org",
	};
	const entry = {
		paper,
		publishedAt: "2024-01-02T20:00:00.000Z",
		title: "Small Models",
		summary: "Other",
		numComments: 0,
	};

	test("have the paper's own date and summary, and its links", () => {
		const read = onlyPaper("huggingface", [entry]);
		assert.deepEqual(
			[read.id, read.issued, names(read)],
			["arxiv:2401.00001", { year: 2024, month: 1, day: 3 }, ["Ann Lee"]],
		);
		assert.match(read.abstract, /^We reach ∼0\.5% with a model of 3 × 4 cm\./);
		assert.deepEqual(
			read.links.map(({ kind }) => kind),
			["page", "page", "code"],
		);
	});

	test("may be one paper's answer, or rows of a data set", () => {
		assert.equal(onlyPaper("huggingface", paper).title, "Small Models");
		const rows = { features: [], rows: [{ row_idx: 0, row: entry, truncated_cells: [] }], num_rows_total: 1 };
		assert.equal(onlyPaper("huggingface", rows).arxiv, "2401.00001");
	});
});

suite("Notes of OpenReview", () => {
	const content = {
		title: "Learning",
		abstract: "We learn.",
		authors: ["Ann Lee", "Bo Roe"],
		keywords: ["a", "b"],
		venue: "ICLR 2023 poster",
		pdf: "/pdf/x.pdf",
	};
	const note = { id: "n1", forum: "n1", cdate: Date.UTC(2022, 8, 22), signatures: ["x"] };

	test("are the same in both versions of the API; reviews are none", () => {
		const valued = Object.fromEntries(Object.entries(content).map(([key, value]) => [key, { value }]));
		const review = {
			id: "r",
			forum: "n1",
			replyto: "n1",
			invitations: ["V/-/Official_Review"],
			content: { title: { value: "Good" } },
		};
		for (const one of [content, valued]) {
			const reading = readValue({ notes: [{ ...note, content: one }, review], count: 2 });
			assert.equal(reading.format, "openreview");
			const [paper] = reading.papers;
			assert.ok(paper && reading.papers.length === 1);
			assert.deepEqual(
				[paper.title, names(paper), paper.venue],
				["Learning", ["Ann Lee", "Bo Roe"], "ICLR 2023 poster"],
			);
			assert.deepEqual(paper.issued, { year: 2022, month: 9, day: 22 });
			assert.deepEqual(paper.links, [{ url: "https://openreview.net/pdf/x.pdf", kind: "pdf" }]);
			assert.equal(paper.url, "https://openreview.net/forum?id=n1");
		}
	});
});

suite("Dumps of Papers with Code", () => {
	test("are papers, links to code, and tables within tables", () => {
		const paper = onlyPaper("paperswithcode", [
			{
				paper_url: "https://paperswithcode.com/paper/x",
				arxiv_id: "1805.00001",
				title: "X",
				abstract: "We x.",
				url_abs: "http://arxiv.org/abs/1805.00001v1",
				url_pdf: "http://arxiv.org/pdf/1805.00001v1.pdf",
				proceeding: "ICML 2018",
				authors: ["Ann Lee"],
				tasks: ["Parsing"],
				date: "2018-05-01",
				methods: [{ name: "Tree" }],
			},
		]);
		assert.deepEqual([paper.arxiv, paper.venue, paper.keywords], ["1805.00001", "ICML 2018", ["Parsing", "Tree"]]);
		const link = onlyPaper("paperswithcode", [
			{
				paper_url: "https://paperswithcode.com/paper/x",
				paper_title: "X",
				paper_arxiv_id: "1805.00001",
				paper_url_abs: "https://arxiv.org/abs/1805.00001",
				repo_url: "https://github.com/a/x",
				framework: "tf",
			},
		]);
		assert.ok(link.links.some(({ kind, url }) => kind === "code" && url === "https://github.com/a/x"));
		const row = {
			model_name: "m",
			paper_title: "Y",
			paper_url: "https://arxiv.org/abs/1805.00002",
			paper_date: "2018-05-02",
			code_links: [{ title: "a/y", url: "https://github.com/a/y" }],
		};
		const bare = { model_name: "n", paper_title: "", paper_url: "" };
		const table = {
			task: "QA",
			categories: [],
			subtasks: [
				{
					task: "Sub",
					subtasks: [],
					datasets: [{ dataset: "D", subdatasets: [{ sota: { rows: [row] } }], sota: { rows: [bare] } }],
				},
			],
			datasets: [],
		};
		const reading = readValue([table]);
		assert.deepEqual(
			[reading.format, reading.papers.map(({ title }) => title), reading.problems],
			["paperswithcode", ["Y"], []],
		);
	});
});

suite("The snapshot of arXiv", () => {
	test("has its fields as they were typed for TeX", () => {
		const record = {
			id: "math/0309136",
			submitter: "A",
			authors: "Erd\\H{o}s P\\'al, Jan van Dijk",
			title: "On\n  primes",
			comments: null,
			"journal-ref": null,
			doi: null,
			"report-no": null,
			categories: "math.NT cs.DM",
			abstract: "  We show $p_n$ for Erd\\H{o}s.\n",
			versions: [{ version: "v1", created: "Mon, 8 Sep 2003 12:00:00 GMT" }],
			update_date: "2009-01-01",
			authors_parsed: [
				["Erdős", "Pál", ""],
				["van Dijk", "Jan", ""],
			],
		};
		const reading = readText(`${JSON.stringify(record)}\n${JSON.stringify({ ...record, id: "0704.0001" })}\n`);
		assert.equal(reading.format, "arxiv-json");
		const [paper, other] = reading.papers;
		assert.ok(paper && other);
		assert.deepEqual([paper.arxiv, paper.arxivClass, paper.title], ["math/0309136", "math.NT", "On primes"]);
		assert.deepEqual(names(paper), ["Pál Erdős", "Jan van Dijk"]);
		assert.deepEqual([paper.issued, paper.keywords], [{ year: 2003, month: 9, day: 8 }, ["math.NT", "cs.DM"]]);
		assert.equal(paper.abstract, "We show $p_n$ for Erdős.");
		assert.equal(other.arxiv, "0704.0001");
	});
});
