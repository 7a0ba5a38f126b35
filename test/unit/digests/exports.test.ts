// What is written in a format is read from it: the 55 papers of the sample shelf through every format.

import assert from "node:assert/strict";
import { straight } from "../../exports/written";
import { allExports, type Export } from "../../exports/exports";
import { readDigest } from "../../../src/core/digests/read";
import type { Paper } from "../../../src/core/paper";
import { repairLostMath } from "../../../src/core/text/lostMath";
import { samplePapers } from "../../samplePapers";
import { bytes } from "./sample";

/** What a format tells of a paper, in a form that compares. */
function told(paper: Paper, tells: Export["tells"]): Record<string, unknown> {
	const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
	const all = {
		// Hugging Face loses the backslashes of math, and its reader puts them right.
		abstract: repairLostMath(tidy(paper.abstract)),
		// arXiv's mails put affiliations in brackets, where this one author has another first name.
		authors: paper.authors.map(name => straight(name).replace(/ \(Fred\)/, "")),
		year: paper.issued?.year,
		arxiv: paper.arxiv,
		doi: paper.doi?.replace(/^10\.48550\/arXiv\..*$/i, "") || undefined,
	};
	return { title: tidy(paper.title), ...Object.fromEntries(tells.map(field => [field, all[field]])) };
}

suite("What is written in a format is read from it", () => {
	const papers = samplePapers();
	for (const { format, fileName, write, tells } of allExports) {
		test(`${format} (${fileName}): title, ${tells.join(", ")}`, () => {
			const reading = readDigest(bytes(write(papers)), fileName);
			assert.equal(reading.format, format);
			assert.deepEqual(
				reading.papers.map(paper => told(paper, tells)),
				papers.map(paper => told(paper, tells)),
			);
		});
	}
});
