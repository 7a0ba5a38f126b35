// What catalogues of single fields answer in JSON: PubMed, Europe PMC, INSPIRE, DBLP.

import assert from "node:assert/strict";
import { names, onlyPaper, readValue } from "./reading";

suite("Summaries of PubMed and results of Europe PMC", () => {
	test("have initials last, identifiers, and dates as they are written", () => {
		const summary = {
			uid: "36543211",
			pubdate: "2022 Dec 5",
			source: "J Bone",
			authors: [
				{ name: "van der Berg JA", authtype: "Author" },
				{ name: "Bone Study Group", authtype: "CollectiveName" },
			],
			title: "[Bones of children.]",
			articleids: [
				{ idtype: "pubmed", value: "36543211" },
				{ idtype: "doi", value: "10.1000/pm" },
				{ idtype: "pmc", value: "PMC99" },
			],
			fulljournalname: "Journal of bone",
		};
		const paper = onlyPaper("pubmed-json", {
			header: { type: "esummary", version: "0.3" },
			result: { uids: ["36543211"], "36543211": summary },
		});
		assert.deepEqual([paper.title, paper.pmid, paper.doi], ["Bones of children", "36543211", "10.1000/pm"]);
		assert.deepEqual(names(paper), ["J. A. van der Berg", "{Bone Study Group}"]);
		assert.deepEqual(paper.issued, { year: 2022, month: 12, day: 5 });
		assert.deepEqual(
			paper.links.map(({ url }) => url),
			["https://pmc.ncbi.nlm.nih.gov/articles/PMC99/"],
		);
	});

	test("have authors in one line or in parts, and abstracts in sections", () => {
		const core = {
			id: "1",
			source: "MED",
			pmid: "1",
			title: "Hearts.",
			authorString: "Lee A, Roe B.",
			journalTitle: "Heart",
			firstPublicationDate: "2020-01-02",
			abstractText: "<h4>Background</h4>Hearts beat. <h4>Methods</h4>We count.",
		};
		const lite = {
			id: "PPR1",
			source: "PPR",
			doi: "10.1101/2020.01.01.1",
			title: "Preprint",
			authorString: "Lee A, et al.",
		};
		const reading = readValue({ version: "6", hitCount: 2, resultList: { result: [core, lite] } });
		assert.equal(reading.format, "pubmed-json");
		const [heart, preprint] = reading.papers;
		assert.ok(heart && preprint);
		assert.deepEqual([heart.title, names(heart)], ["Hearts", ["A. Lee", "B. Roe"]]);
		assert.match(heart.abstract, /Background\s+Hearts beat\.\s+Methods\s+We count\./);
		assert.deepEqual([preprint.type, preprint.authorsIncomplete], ["article", true]);
	});
});

suite("Records of INSPIRE and DBLP", () => {
	test("have their fields", () => {
		const hep = onlyPaper("inspire-json", {
			hits: {
				total: 1,
				hits: [
					{
						id: "1",
						metadata: {
							control_number: 42,
							titles: [{ title: "Quarks at $\\sqrt{s}=13$ TeV" }],
							abstracts: [{ value: "We measure." }],
							authors: [{ full_name: "van Dijk, Bo" }],
							author_count: 3000,
							collaborations: [{ value: "ATLAS" }],
							arxiv_eprints: [{ value: "2301.00003", categories: ["hep-ex"] }],
							dois: [{ value: "10.1000/hep" }],
							publication_info: [{ journal_title: "JHEP", year: 2023 }],
							preprint_date: "2023-01-01",
						},
					},
				],
			},
		});
		assert.deepEqual(names(hep), ["Bo van Dijk", "{ATLAS Collaboration}"]);
		assert.deepEqual([hep.arxiv, hep.arxivClass, hep.authorsIncomplete], ["2301.00003", "hep-ex", true]);
		assert.match(hep.title, /\$\\sqrt\{s\}=13\$/);
		const info = {
			authors: { author: [{ text: "Wei Wang 0001" }] },
			title: "Fast Trees.",
			venue: "KDD",
			year: "2020",
			type: "Conference and Workshop Papers",
			doi: "10.1145/1",
			ee: "https://doi.org/10.1145/1",
			url: "https://dblp.org/rec/conf/kdd/Wang20",
		};
		const kdd = onlyPaper("dblp-json", {
			result: { status: { text: "OK" }, hits: { "@total": "1", hit: [{ "@id": "1", info }] } },
		});
		assert.deepEqual([kdd.title, names(kdd), kdd.type], ["Fast Trees", ["Wei Wang"], "paper-conference"]);
	});
});
