// What catalogues of all fields answer in JSON: OpenAlex, Semantic Scholar, Crossref, DataCite.

import assert from "node:assert/strict";
import { invertedText } from "../../../../src/core/digests/json/catalogues/openAlex";
import { names, onlyPaper, readText, readValue } from "./reading";

suite("Works of OpenAlex", () => {
	const work = {
		id: "https://openalex.org/W4400000001",
		doi: "https://doi.org/10.1000/bone.1",
		title: "Growth of <i>E. coli</i> on <mml:math><mml:msub><mml:mi>H</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math>",
		publication_year: 2023,
		publication_date: "2023-04-05",
		ids: { openalex: "https://openalex.org/W4400000001", pmid: "https://pubmed.ncbi.nlm.nih.gov/36543210" },
		type: "article",
		authorships: [
			{ author: { display_name: "Jan van der Berg" } },
			{ author: { display_name: null }, raw_author_name: "Lee, Ann" },
		],
		primary_location: {
			landing_page_url: "https://doi.org/10.1000/bone.1",
			pdf_url: "https://journal.example.org/bone.1.pdf",
			source: { display_name: "Journal of Bones", type: "journal" },
		},
		locations: [{ landing_page_url: "https://arxiv.org/abs/2301.00001v2" }],
		keywords: [{ display_name: "Bone" }],
		abstract_inverted_index: { We: [0], look: [1, 4], and: [3], "again.": [5] },
	};

	test("have all their fields", () => {
		const paper = onlyPaper("openalex", { meta: { count: 1 }, results: [work], group_by: [] });
		assert.match(paper.title, /^Growth of E\. coli on \$.*\$$/);
		assert.equal(paper.abstract, "We look and look again.");
		assert.deepEqual(names(paper), ["Jan van der Berg", "Ann Lee"]);
		assert.deepEqual(
			[paper.doi, paper.pmid, paper.arxiv, paper.venue, paper.type, paper.issued],
			[
				"10.1000/bone.1",
				"36543210",
				"2301.00001",
				"Journal of Bones",
				"article-journal",
				{ year: 2023, month: 4, day: 5 },
			],
		);
		assert.deepEqual(paper.links, [{ url: "https://journal.example.org/bone.1.pdf", kind: "pdf" }]);
	});

	test("may stand alone, one a line, or in pages", () => {
		assert.equal(onlyPaper("openalex", work).doi, "10.1000/bone.1");
		const other = {
			...work,
			id: "https://openalex.org/W4400000002",
			doi: null,
			title: "Another",
			ids: {},
			locations: [],
		};
		const lines = readText(`${JSON.stringify(work)}\n${JSON.stringify(other)}\n`);
		assert.deepEqual([lines.format, lines.papers.length], ["openalex", 2]);
		assert.equal(readValue([{ results: [work] }, { results: [other] }]).papers.length, 2);
	});

	test("have abstracts put in order, whatever their index holds", () => {
		assert.equal(invertedText({ b: [2], a: [0], c: [2], d: [-1], e: ["x"], f: [1e12], g: 3 }), "a b c");
		assert.equal(invertedText({ IndexLength: 2, InvertedIndex: { hello: [0], world: [1] } }), "hello world");
		for (const none of [null, undefined, {}, [], "text"]) assert.equal(invertedText(none), "");
	});
});

suite("Papers of Semantic Scholar", () => {
	const paper = {
		paperId: "0123456789abcdef0123456789abcdef01234567",
		externalIds: { ArXiv: "2301.00002", DOI: "10.1000/s2", PubMed: "123", ACL: "2023.acl-long.1", CorpusId: 7 },
		title: "On Things",
		abstract: "We look at things.",
		year: 2023,
		publicationDate: "2023-02-01",
		publicationVenue: { name: "Annual Meeting of Things", type: "conference" },
		openAccessPdf: { url: "https://example.org/a.pdf" },
		authors: [{ authorId: "1", name: "Ann Lee" }],
		s2FieldsOfStudy: [{ category: "Physics" }, { category: "Physics" }],
	};

	test("are read from searches, batches with nulls, and lists of references", () => {
		const read = onlyPaper("semantic-scholar", { total: 1, offset: 0, data: [paper] });
		assert.deepEqual([read.arxiv, read.doi, read.pmid], ["2301.00002", "10.1000/s2", "123"]);
		assert.deepEqual(
			[read.venue, read.type, read.keywords],
			["Annual Meeting of Things", "paper-conference", ["Physics"]],
		);
		assert.deepEqual(
			read.links.map(({ kind }) => kind),
			["pdf", "page"],
		);
		const batch = readValue([null, paper, null]);
		assert.equal(batch.papers.length, 1);
		assert.deepEqual(
			batch.problems.map(({ code, args }) => [code, args[0]]),
			[
				["record-damaged", "1"],
				["record-damaged", "3"],
			],
		);
		assert.equal(
			onlyPaper("semantic-scholar", { data: [{ isInfluential: true, citingPaper: paper }] }).title,
			"On Things",
		);
		assert.equal(onlyPaper("semantic-scholar", { recommendedPapers: [paper] }).title, "On Things");
		// The papers that a paper cites are not those of the digest.
		assert.equal(
			onlyPaper("semantic-scholar", { ...paper, references: [{ paperId: "1".repeat(40), title: "Cited" }] })
				.title,
			"On Things",
		);
	});
});

suite("Works of Crossref", () => {
	const work = {
		DOI: "10.1000/cr.1",
		type: "journal-article",
		title: ["Bones &amp; <i>Joints</i>"],
		subtitle: ["A Review"],
		author: [
			{ given: "Martin Luther", family: "King", suffix: "Jr.", sequence: "first" },
			{ name: "The Bone Group", sequence: "additional" },
			{ family: "von Stein", given: "Karl" },
		],
		"container-title": ["Journal of Bones"],
		"published-print": { "date-parts": [[2022, 5]] },
		"published-online": { "date-parts": [[2022, 3, 9]] },
		issued: { "date-parts": [[2022, 3, 9]] },
		abstract:
			"<jats:title>Abstract</jats:title><jats:p>First <jats:italic>one</jats:italic>.</jats:p><jats:p>Second.</jats:p>",
		subject: ["Orthopaedics"],
		link: [
			{
				URL: "https://example.org/x.pdf",
				"content-type": "application/pdf",
				"intended-application": "text-mining",
			},
		],
	};

	test("have all their fields, in a list, alone, or as lines of the dump", () => {
		const answer = {
			status: "ok",
			"message-type": "work-list",
			message: { facets: {}, items: [work], query: { "start-index": 0 } },
		};
		const paper = onlyPaper("crossref-json", answer);
		assert.equal(paper.title, "Bones & Joints: A Review");
		assert.equal(paper.abstract, "First one.\n\nSecond.");
		assert.deepEqual(names(paper), ["Martin Luther King Jr.", "{The Bone Group}", "Karl von Stein"]);
		assert.deepEqual(paper.issued, { year: 2022, month: 3, day: 9 });
		assert.deepEqual(
			[paper.venue, paper.type, paper.keywords],
			["Journal of Bones", "article-journal", ["Orthopaedics"]],
		);
		assert.equal(onlyPaper("crossref-json", { status: "ok", message: work }).doi, "10.1000/cr.1");
		const lines = [work, { ...work, DOI: "10.1000/cr.2" }].map(one => JSON.stringify(one)).join("\n");
		assert.equal(readText(lines).papers.length, 2);
	});

	test("may lack titles, authors and dates", () => {
		const reading = readValue({
			message: {
				items: [
					{ DOI: "10.1/a", member: "1", title: [] },
					{
						...work,
						title: ["Kept"],
						subtitle: [],
						issued: { "date-parts": [[null]] },
						"published-print": null,
						"published-online": {},
						author: null,
					},
				],
			},
		});
		assert.deepEqual(
			reading.papers.map(({ title, authors, issued }) => [title, authors, issued]),
			[["Kept", [], undefined]],
		);
		assert.ok(reading.problems.some(({ code }) => code === "record-untitled"));
	});
});

suite("Records of DataCite", () => {
	test("are read from a list, alone, and plain", () => {
		const attributes = {
			doi: "10.5281/zenodo.1",
			titles: [{ title: "Données", titleType: "TranslatedTitle" }, { title: "A Data Set" }],
			creators: [
				{ name: "van Dijk, Bo", givenName: "Bo", familyName: "van Dijk", nameType: "Personal" },
				{ name: "World Health Organization", nameType: "Organizational" },
				{ name: "Lee, Ann" },
			],
			publisher: { name: "Zenodo" },
			publicationYear: 2021,
			dates: [{ date: "2021-03-04", dateType: "Issued" }],
			types: { resourceTypeGeneral: "Dataset", citeproc: "dataset" },
			descriptions: [
				{ description: "Other.", descriptionType: "Other" },
				{ description: "Rows of <b>data</b>.", descriptionType: "Abstract" },
			],
			subjects: [{ subject: "bones" }],
			relatedIdentifiers: [{ relatedIdentifier: "https://github.com/a/b", relationType: "IsSupplementTo" }],
		};
		const record = { id: "10.5281/zenodo.1", type: "dois", attributes };
		for (const shape of [{ data: [record], included: [], meta: {} }, { data: record }, record, attributes]) {
			const paper = onlyPaper("datacite-json", shape);
			assert.deepEqual([paper.title, paper.abstract, paper.type], ["A Data Set", "Rows of data.", "dataset"]);
			assert.deepEqual(names(paper), ["Bo van Dijk", "{World Health Organization}", "Ann Lee"]);
			assert.deepEqual([paper.venue, paper.issued], ["Zenodo", { year: 2021, month: 3, day: 4 }]);
			assert.deepEqual(paper.links, [{ url: "https://github.com/a/b", kind: "code" }]);
		}
	});
});
