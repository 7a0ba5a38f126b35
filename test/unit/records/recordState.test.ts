// How much of a paper's record is there, and how that is said.

import assert from "node:assert/strict";
import { readDigest } from "../../../src/core/digests/read";
import { withRecords } from "../../../src/core/digests/sidecar";
import { writeSidecar } from "../../../src/core/metadata/sidecar";
import type { Paper } from "../../../src/core/paper";
import { recordStateOf, isCitedByTitle } from "../../../src/core/recordState";
import { rowDescription, spokenLabel, tooltip } from "../../../src/core/render";
import { englishLabels } from "../../../src/core/render/labels";
import { renderPaper } from "../../../src/core/render/page";
import { lackText } from "../../../src/core/render/recordWords";
import { mergeRecords } from "../../../src/core/works/merge";
import { recordsBytes, recordsName, sampleBytes, sampleName } from "../digests/sample";

const bare: Paper = {
	...{ id: "title:x", title: "A title alone", abstract: "", authors: [], type: "article", keywords: [], links: [] },
};
const authors = [{ family: "Oak", given: "Ann" }];
const issued = { year: 2024 };

suite("The state of a record", () => {
	const cases: readonly (readonly [Partial<Paper>, string, string])[] = [
		[{}, "none", "No record: the title is all that is known"],
		[{ doi: "10.1000/x" }, "none", "No record: the title is all that is known"],
		[{ authors }, "partial", "The record lacks date, venue and identifier"],
		[{ arxiv: "2401.00001" }, "partial", "The record lacks authors and date"],
		[{ authors, issued, arxiv: "2401.00001" }, "complete", ""],
		[{ authors, issued, venue: "J", doi: "10.1000/x" }, "complete", ""],
		[{ authors, issued, publisher: "P", isbn: "9780000000000" }, "complete", ""],
		[{ authors, issued, venue: "J" }, "partial", "The record lacks identifier"],
		[
			{ authors, authorsIncomplete: true, issued, venue: "J", url: "https://example.org/" },
			"partial",
			"The record lacks further authors",
		],
	];
	for (const [fields, state, lack] of cases) {
		test(`of ${JSON.stringify(fields)} is ${state}`, () => {
			const paper = { ...bare, ...fields };
			assert.equal(recordStateOf(paper).state, state);
			assert.equal(lackText(paper, englishLabels), lack);
		});
	}

	test("is complete for the whole sample shelf, and none for its digest alone", () => {
		const { papers } = readDigest(sampleBytes, sampleName);
		assert.deepEqual(new Set(papers.map(paper => recordStateOf(paper).state)), new Set(["none"]));
		const joined = withRecords(papers, recordsBytes, recordsName).papers;
		assert.deepEqual(new Set(joined.map(paper => recordStateOf(paper).state)), new Set(["complete"]));
		assert.ok(joined.every(paper => paper.recordFrom === undefined && paper.notices === undefined));
		assert.ok(papers.every(isCitedByTitle) && !joined.some(isCitedByTitle));
	});
});

suite("What a record beside a digest says", () => {
	const digest = `Lichen clocks in northern towns\n${"We measure how lichens grow on the walls of northern towns. ".repeat(4)}\n`;
	const { papers } = readDigest(new TextEncoder().encode(digest), "a.txt");
	const joined = (item: Readonly<Record<string, unknown>>) =>
		withRecords(papers, new TextEncoder().encode(writeSidecar([item])), "a.csl.json").papers[0];
	const item = { id: "x", type: "article-journal", title: "Lichen clocks in northern towns", author: authors };

	test("names the catalogues that gave it, and the day", () => {
		const custom = {
			asOf: "2026-03-01",
			fieldSources: { title: "crossref, openalex", volume: "openalex", x: "<b>" },
		};
		const paper = joined({ ...item, custom });
		assert.deepEqual(paper?.recordFrom, {
			catalogues: ["crossref", "openalex"],
			asOf: { year: 2026, month: 3, day: 1 },
		});
		assert.match(tooltip(paper), /Record from Crossref\\, OpenAlex\\, 1 March 2026/);
		assert.match(renderPaper(paper), /Record from Crossref, OpenAlex, 1 March 2026/);
	});

	test("keeps notices, the gravest first, and shows them wherever the paper is", () => {
		const notices = [
			{ kind: "correction", where: "J. Lichens" },
			{ kind: "retraction", DOI: "10.1000/retraction", PMID: "7" },
			{ kind: "gossip" },
			"no notice",
		];
		const paper = joined({ ...item, custom: { notices } });
		assert.deepEqual(paper?.notices, [
			{ kind: "retraction", doi: "10.1000/retraction", pmid: "7" },
			{ kind: "correction", where: "J. Lichens" },
		]);
		assert.equal(rowDescription(paper), "retracted · Oak · partial record");
		assert.equal(spokenLabel(paper), "Lichen clocks in northern towns; retracted; Oak; partial record");
		assert.match(tooltip(paper), /\*\*retracted\*\* · \*\*corrected \\\(J\\\. Lichens\\\)\*\*/);
		const page = renderPaper(paper);
		assert.match(page, /class="notices".*retracted.*https:\/\/doi\.org\/10\.1000\/retraction.*corrected/s);
		assert.match(page, /data-action="completeRecord"/);
		assert.deepEqual(mergeRecords([bare, paper, paper]).fields.notices, paper.notices);
	});

	test("is retracted by CSL's status alone", () => {
		assert.deepEqual(joined({ ...item, status: "Retracted" })?.notices, [{ kind: "retraction" }]);
		assert.equal(joined({ ...item, status: "in press" })?.notices, undefined);
	});
});
