// Papers of one digest that share a title or, by mistake, an identifier: both are there, with ids of their own.
import assert from "node:assert/strict";
import { toPapers, type Draft } from "../../../src/core/digests/draft";
import { Report } from "../../../src/core/digests/report";
import { Works } from "../../../src/core/works/works";

function read(...drafts: readonly Omit<Draft, "place" | "title">[]) {
	const report = new Report("", "x.bib");
	const place = { start: 0, end: 0 };
	const papers = toPapers(
		drafts.map(draft => ({ title: "Vessels of the retina at night", ...draft, place })),
		report,
	);
	const duplicates = report.done().filter(({ code }) => code === "duplicate-paper").length;
	return { papers, duplicates };
}

suite("papers of one digest", () => {
	const [kim, lee] = [{ authors: [{ family: "Kim" }] }, { authors: [{ family: "Lee" }] }];

	test("with one title and different first authors, or years apart, are two", () => {
		for (const drafts of [
			[kim, lee],
			[
				{ ...kim, issued: { year: 2019 } },
				{ ...kim, issued: { year: 2024 } },
			],
			[
				{ doi: "10.1234/supplement", pmid: "1" },
				{ doi: "10.1234/supplement", pmid: "2" },
			],
		]) {
			const { papers, duplicates } = read(...drafts);
			assert.equal(papers.length, 2);
			assert.equal(new Set(papers.map(({ id }) => id)).size, 2);
			assert.equal(duplicates, 0);
			assert.equal(new Works([["x.bib", papers]]).size, 2);
		}
	});

	test("that agree are one, and the second is reported", () => {
		const { papers, duplicates } = read(kim, { ...kim, issued: { year: 2024 } }, lee, lee);
		assert.deepEqual([papers.length, duplicates], [2, 2]);
		assert.deepEqual(papers[0]?.issued, { year: 2024 });
	});
});
