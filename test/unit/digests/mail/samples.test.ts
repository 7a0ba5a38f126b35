// Mails that nobody here wrote.

import assert from "node:assert/strict";
import { sampleTests } from "../samples";

sampleTests("Samples: mails", [
	{
		file: "digests/biorxiv_subject_alert_2026-01.eml",
		format: "mail",
		papers: 38,
		check: ({ papers, problems }) => {
			assert.deepEqual(problems, []);
			assert.ok(
				papers.every(
					({ doi, venue, issued, authors }) =>
						doi !== undefined && venue === "bioRxiv" && issued?.day !== undefined && authors.length > 0,
				),
			);
			const skew = papers.find(
				({ title }) => title === "Optimizing sparse and skew hashing: faster k-mer dictionaries",
			);
			assert.equal(skew?.doi, "10.64898/2026.01.21.700884");
			assert.deepEqual(skew.authors, [
				{ family: "Pibiri", given: "Giulio Ermanno" },
				{ family: "Patro", given: "Rob" },
			]);
			assert.deepEqual(skew.issued, { year: 2026, month: 1, day: 22 });
			const brown = papers.find(({ title }) => title.startsWith("Widespread Regulatory Turnover"));
			assert.deepEqual(brown?.authors[1], { family: "Brown", given: "Alan S", suffix: "Jr." });
			assert.ok(
				papers.some(({ title }) => title.endsWith("resilience model")),
				"a blank before the full stop",
			);
		},
	},
	{
		file: "digests/google_scholar_alert_2019_1.eml",
		format: "mail",
		papers: 3,
		check: ({ papers, problems }) => {
			assert.deepEqual(problems, []);
			const [first, second, third] = papers;
			assert.equal(first?.title, "Using Sequence-to-Sequence Learning for Repairing C Vulnerabilities");
			assert.equal(first.arxiv, "1912.02015");
			assert.equal(first.url, "https://arxiv.org/pdf/1912.02015");
			assert.equal(first.venue, "arXiv");
			assert.deepEqual(first.issued, { year: 2019 });
			assert.deepEqual(
				first.authors.map(name => ("family" in name ? name.family : "")),
				["Chen", "Kommrusch", "Monperrus"],
			);
			assert.match(
				first.abstract,
				/^Software vulnerabilities affect all businesses and research is being done to avoid, detect .* development …$/,
			);
			assert.equal(second?.url, "https://ieeexplore.ieee.org/abstract/document/8919471/");
			assert.match(third?.abstract ?? "", /mostly take the crowd-based approach\./);
		},
	},
]);
