// Answers of catalogues that were recorded by others: every field of a record, and the answers without one.

import assert from "node:assert/strict";
import type { Reading } from "../../../src/core/metadata/catalogue";
import { catalogueNamed } from "../../../src/core/metadata/catalogues";
import type { Paper } from "../../../src/core/paper";
import { sampleBytes } from "../digests/samples";
import { answer, readAnswer } from "./answers";
import { rows, type Row } from "./sampleRows";

function agrees(found: unknown, expected: unknown): boolean {
	return typeof expected === "string" && expected.endsWith("…") && typeof found === "string"
		? found.startsWith(expected.slice(0, -1))
		: false;
}

function check(reading: Reading, { count, fields = {}, at = 0, authors, problems = [] }: Row): void {
	assert.equal(reading.candidates.length, count);
	assert.deepEqual(
		reading.problems.map(({ code }) => code),
		problems,
	);
	assert.equal(reading.isBusy, false);
	const paper = reading.candidates[at]?.paper;
	if (authors !== undefined) assert.equal(paper?.authors.length, authors);
	for (const [field, expected] of Object.entries(fields)) {
		const found: unknown = paper?.[field as keyof Paper];
		if (!agrees(found, expected)) assert.deepEqual(found, expected, field);
	}
}

suite("Recorded answers of catalogues", () => {
	for (const row of rows) {
		test(`${row.file}: ${String(row.count)} records`, function () {
			const body = sampleBytes(`api/${row.file}`);
			if (!body) return this.skip();
			const catalogue = catalogueNamed(row.from);
			assert.ok(catalogue);
			check(catalogue.read(answer(body, row.status)), row);
		});
	}

	test("what arXiv says of the published version is a relation", function () {
		const body = sampleBytes("api/arxiv/query_testing_10.xml");
		if (!body) return this.skip();
		const [first] = readAnswer("arxiv", body).candidates;
		const [relation] = first?.relations ?? [];
		assert.deepEqual([relation?.kind, relation?.doi], ["published", "10.1109/ICSTW55395.2022.00035"]);
	});

	test("a conference is an event with its place", function () {
		const body = sampleBytes("api/crossref/papis_test_3_conference.json");
		if (!body) return this.skip();
		const [first] = readAnswer("crossref", body).candidates;
		assert.deepEqual(first?.event, { title: "Companion of the The Web Conference 2018", place: "Lyon, France" });
	});

	test("answers of content negotiation are read, whichever agency gave them", function () {
		const body = sampleBytes("api/datacite/citationjs_doi_api.json");
		if (!body) return this.skip();
		const recorded = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
		const found = Object.values(recorded).map(one => readAnswer("doi", JSON.stringify(one)).candidates[0]?.paper);
		assert.deepEqual(
			found.map(paper => [paper?.id, paper?.type, paper?.title.slice(0, 40), paper?.issued?.year]),
			[
				["doi:10.1021/ja01577a030", "article-journal", "Correlation of the Base Strengths of Ami", 1957],
				["doi:10.1101/2021.08.15.21262067", "article", "Significant reduction in humoral immunit", 2021],
				["doi:10.5281/zenodo.8242099", "article", "Shield bugs (nymphs)", 2023],
				["doi:10.59350/hhtcn-zah03", "article", "The Bioclipse Workshop is in progress", 2006],
			],
		);
	});
});
