// Days of digests by the names of their files.
import assert from "node:assert/strict";
import { dateInName, digestLabel } from "../../../src/core/render/appearances";

suite("the day of a digest in its name", () => {
	test("is read as people and programs write it", () => {
		for (const [name, date] of [
			["arxiv-mail-2024-11-21.digest.txt", { year: 2024, month: 11, day: 21 }],
			["20241121.eml", { year: 2024, month: 11, day: 21 }],
			["2024_11_21_trending.html", { year: 2024, month: 11, day: 21 }],
			["Daily papers 5 March 2024.md", { year: 2024, month: 3, day: 5 }],
			["toc-Nov-21-2024.eml", { year: 2024, month: 11, day: 21 }],
			["papers-2024-11.csv", { year: 2024, month: 11 }],
			["trending-clinical-deployment.txt", undefined],
			["2411.12345v2.bib", undefined],
			["marketing 12 2020.txt", undefined],
			["export-2024-13-40.ris", undefined],
			["123420241121567.txt", undefined],
		] as const) {
			assert.deepEqual(dateInName(name), date, name);
		}
	});

	test("stays part of the name that is shown", () => {
		assert.equal(digestLabel("arxiv-2024-11-21.digest.txt"), "arxiv-2024-11-21");
		assert.equal(digestLabel("mail.eml"), "mail");
	});
});
