// Lists of papers in JSON from no source that is known: told by the names of their keys.

import assert from "node:assert/strict";
import { names, readText, readValue } from "./reading";

suite("Any list of papers in JSON", () => {
	test("is read by its keys, and says which it took", () => {
		const { format, papers, problems } = readValue({
			generated: "2024-05-01",
			papers: [
				{
					paperTitle: "A Study of Bones",
					summary: "We look at bones in some detail and find that they are hard.",
					author_list: ["Ann Lee", "van Dijk, Bo", "et al."],
					publishedAt: "2024-05-01T10:00:00Z",
					paper_url: "https://arxiv.org/abs/2405.00001v2",
					pdfUrl: "https://arxiv.org/pdf/2405.00001v2",
					githubRepo: "https://github.com/a/bones",
					tags: "bone; joint",
					venue: { name: "ICBB" },
				},
			],
		});
		assert.equal(format, "json");
		const [paper] = papers;
		assert.ok(paper);
		assert.deepEqual([paper.title, paper.arxiv, paper.venue], ["A Study of Bones", "2405.00001", "ICBB"]);
		assert.deepEqual([names(paper), paper.authorsIncomplete], [["Ann Lee", "Bo van Dijk"], true]);
		assert.deepEqual([paper.issued, paper.keywords], [{ year: 2024, month: 5, day: 1 }, ["bone", "joint"]]);
		assert.deepEqual(
			paper.links.map(({ kind }) => kind).sort((a, b) => (a < b ? -1 : 1)),
			["code", "pdf"],
		);
		const taken = problems.map(({ code, args }) => [code, ...args]);
		assert.ok(
			taken.some(([code, key, field]) => code === "column-taken" && key === "paperTitle" && field === "title"),
		);
		assert.ok(
			taken.some(([code, key, field]) => code === "column-taken" && key === "summary" && field === "abstract"),
		);
	});

	test("may lie in lists within lists, under dates, or in a map by identifiers", () => {
		const one = { title: "First of all papers", abstract: "We begin.", authors: "Ann Lee and Bo Roe" };
		const two = { title: "Second of all papers", abstract: "We go on.", authors: "Ann Lee; Bo Roe" };
		for (const value of [
			{
				days: [
					{ date: "2024-01-01", papers: [one] },
					{ date: "2024-01-02", papers: [two] },
				],
			},
			{ "2024-01-01": [one], "2024-01-02": [two] },
			{ "2401.00001": one, "2401.00002": two },
			{ included: [one], excluded: [two], note: "x" },
			[[one], [two]],
		]) {
			const { papers } = readValue(value);
			assert.deepEqual(
				papers.map(({ title }) => title),
				[one.title, two.title],
				JSON.stringify(value),
			);
			assert.deepEqual(papers.map(names), [
				["Ann Lee", "Bo Roe"],
				["Ann Lee", "Bo Roe"],
			]);
		}
	});

	test("may hold addresses under a key such as `paper`, mark-up and affiliations with names", () => {
		const { papers } = readValue([
			{
				title: "A Study of Bones",
				authors: "<strong>Ann Lee</strong>†, Bo Roe*, et al.",
				paper: "https://arxiv.org/abs/2405.00001",
			},
			{
				title: "A Study of Joints",
				authors: ["Lee, Ann [Univ. of Bones, Bonn (Germany)]", "**Bo Roe**"],
				paper: "https://doi.org/10.1000/joints",
			},
		]);
		assert.deepEqual(papers.map(names), [
			["Ann Lee", "Bo Roe"],
			["Ann Lee", "Bo Roe"],
		]);
		assert.deepEqual(
			papers.map(({ id }) => id),
			["arxiv:2405.00001", "doi:10.1000/joints"],
		);
	});

	test("may hold its texts in objects that say how they are written", () => {
		const { papers } = readValue({
			data: [
				{
					id: "10.1000/bones",
					title: { value: "A Study of <i>Bones</i>", format: "html" },
					abstract: { value: "<p>We look at bones.</p>", format: "html" },
					authors: [{ surname: "Lee", firstname: "Ann B." }, { name: "Bone Collaboration" }],
				},
			],
		});
		assert.deepEqual(
			papers.map(({ title, abstract, doi }) => [title, abstract, doi]),
			[["A Study of Bones", "We look at bones.", "10.1000/bones"]],
		);
		assert.deepEqual(papers.map(names), [["Ann B. Lee", "{Bone Collaboration}"]]);
	});

	test("may be long, with another list before it", () => {
		const pad = Array.from({ length: 9000 }, (_, i) => ({ tag: `number ${String(i)}` }));
		const { papers } = readText(
			JSON.stringify({ facets: pad, entries: [{ title: "At last a paper", doi: "10.1000/last" }] }),
		);
		assert.equal(papers[0]?.doi, "10.1000/last");
	});

	test("may name its titles weakly, when its addresses lead to papers", () => {
		const { papers } = readValue([
			{ name: "A weakly named paper", link: "https://arxiv.org/abs/2401.00001" },
			{ name: "Another one of them", link: "https://arxiv.org/abs/2401.00002" },
		]);
		assert.deepEqual(
			papers.map(({ arxiv }) => arxiv),
			["2401.00001", "2401.00002"],
		);
	});
});
