// Records of several catalogues as one: the best of each field with its source, and the item that is written of it.

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Candidate, CatalogueName, Meeting, Relation } from "../../../src/core/metadata/catalogue";
import type { Notice } from "../../../src/core/paper";
import { mergeCandidates, type FoundRecord } from "../../../src/core/metadata/merge";
import { sidecarItem } from "../../../src/core/metadata/sidecar/item";
import { writeSidecar } from "../../../src/core/metadata/sidecar";
import { withRecords } from "../../../src/core/digests/sidecar";
import { paperId } from "../../../src/core/identity";
import type { Paper } from "../../../src/core/paper";
import { wanted } from "./answers";
import { without } from "./twins";

interface Beside {
	readonly relations?: readonly Relation[];
	readonly notices?: readonly Notice[];
	readonly event?: Meeting;
}

function from(source: CatalogueName, fields: Partial<Paper>, beside: Beside = {}): Candidate {
	const all = { title: "On Graphs", abstract: "", authors: [], type: "article", keywords: [], links: [], ...fields };
	return { paper: { ...all, id: paperId(all) }, source, relations: [], notices: [], ...beside };
}

const sought = wanted({ title: "On graphs", abstract: "We study graphs.", arxiv: "2401.00001" });

const preprint = from(
	"arxiv",
	{
		...{ arxiv: "2401.00001", arxivClass: "math.CO", venue: "arXiv", issued: { year: 2024, month: 1, day: 2 } },
		...{
			authors: [
				{ family: "Muller", given: "Jorg" },
				{ family: "Lee", given: "Ann B." },
			],
			abstract: "We study graphs.",
		},
	},
	{ relations: [{ kind: "published", doi: "10.1000/g", where: "J. Graphs 7 (2025)" }] },
);
const published = from(
	"crossref",
	{
		...{
			doi: "10.1000/g",
			type: "article-journal",
			venue: "Journal of Graphs",
			volume: "7",
			issue: "2",
			pages: "1-9",
		},
		...{
			publisher: "Graph Press",
			issn: "1234-5678",
			issued: { year: 2025, month: 3 },
			title: "On graphs and trees",
		},
		authors: [
			{ family: "Müller", given: "J." },
			{ family: "Lee", given: "A." },
		],
	},
	{ event: { title: "Graphs 2025", place: "Bonn" }, notices: [{ kind: "retraction", doi: "10.1000/r" }] },
);
const medical = from(
	"pubmed",
	{ pmid: "77", doi: "10.1000/G", title: "On graphs and trees", keywords: ["Graphs"] },
	{ notices: [{ kind: "retraction" }] },
);

const merged = mergeCandidates(sought, [preprint, published, medical]);

suite("Records of a preprint and its published version", () => {
	test("become one record with the best of each field", () => {
		const { id, title, authors, issued, type, arxiv, doi, pmid, venue, volume, issue, pages } = merged.paper;
		assert.deepEqual(
			{ id, title, issued, type, arxiv, doi: doi?.toLowerCase(), pmid, venue, volume, issue, pages },
			{
				...{
					id: "doi:10.1000/g",
					title: "On graphs and trees",
					issued: { year: 2025, month: 3 },
					type: "article-journal",
				},
				...{
					arxiv: "2401.00001",
					doi: "10.1000/g",
					pmid: "77",
					venue: "Journal of Graphs",
					volume: "7",
					issue: "2",
					pages: "1-9",
				},
			},
		);
		assert.deepEqual(authors, [
			{ family: "Muller", given: "Jorg" },
			{ family: "Lee", given: "Ann B." },
		]);
	});

	test("name the catalogue that gave each field", () => {
		const { venue, authors, pmid, arxiv, abstract } = merged.sources;
		assert.deepEqual(
			[venue, authors, pmid, arxiv, abstract],
			[["crossref"], ["arxiv"], ["pubmed"], ["arxiv"], ["arxiv"]],
		);
	});

	test("keep notices once, the meeting, and the other titles", () => {
		assert.deepEqual(merged.notices, [{ kind: "retraction", doi: "10.1000/r" }]);
		assert.deepEqual(merged.event, { title: "Graphs 2025", place: "Bonn" });
		assert.deepEqual(merged.alsoTitled, ["On graphs"]);
	});

	test("do not depend on the order in which they came", () => {
		const all = [preprint, published, medical];
		const orders = [all, [...all].reverse(), [medical, preprint, published]];
		for (const [first, ...rest] of orders)
			if (first) assert.deepEqual(mergeCandidates(sought, [first, ...rest]), merged);
	});

	test("say where a preprint has appeared when nobody has that record", () => {
		assert.deepEqual(mergeCandidates(sought, [preprint]).published, {
			kind: "published",
			doi: "10.1000/g",
			where: "J. Graphs 7 (2025)",
		});
	});

	test("keep the DOI of a preprint that has one of its own", () => {
		const server = from("crossref", { doi: "10.1101/2024.01.01.123456", issued: { year: 2024 } });
		assert.deepEqual(mergeCandidates(sought, [published, server]).preprint, { doi: "10.1101/2024.01.01.123456" });
	});
});

suite("Names in a merged record", () => {
	const named = (...lists: readonly Paper["authors"][]): FoundRecord["paper"]["authors"] => {
		const [first, ...rest] = lists.map((authors, i) => from(i === 0 ? "crossref" : "openalex", { authors }));
		assert.ok(first);
		return mergeCandidates(sought, [first, ...rest]).paper.authors;
	};

	test("are in full, with their accents", () => {
		assert.deepEqual(
			named(
				[
					{ family: "Garcia", given: "J." },
					{ family: "Łoś", given: "Anna" },
				],
				[
					{ family: "García", given: "José" },
					{ family: "Los", given: "Anna" },
				],
			),
			[
				{ family: "García", given: "José" },
				{ family: "Łoś", given: "Anna" },
			],
		);
	});

	test("are in the authors' own script where the title is", () => {
		const own = [{ literal: "山田太郎" }];
		const latin = [{ family: "Yamada", given: "Taro" }];
		const [a, b] = [
			from("crossref", { title: "深層学習", authors: latin }),
			from("datacite", { title: "深層学習", authors: own }),
		];
		assert.deepEqual(mergeCandidates(sought, [a, b]).paper.authors, own);
		assert.deepEqual(named(latin, own), latin);
	});
});

suite("The item of a record", () => {
	const item = sidecarItem(sought, merged);

	test("is CSL, with the id of the digest's paper", () => {
		const { custom, ...fields } = item;
		assert.deepEqual(fields, {
			...{ id: "arxiv:2401.00001", type: "article-journal", title: "On graphs and trees" },
			author: [
				{ family: "Muller", given: "Jorg" },
				{ family: "Lee", given: "Ann B." },
			],
			issued: { "date-parts": [[2025, 3]] },
			...{
				"container-title": "Journal of Graphs",
				publisher: "Graph Press",
				volume: "7",
				issue: "2",
				page: "1-9",
			},
			...{ ISSN: "1234-5678", DOI: merged.paper.doi, PMID: "77", note: "arXiv:2401.00001", keyword: "Graphs" },
			...{ "event-title": "Graphs 2025", "event-place": "Bonn", status: "retracted" },
		});
		assert.deepEqual((custom as Record<string, unknown>)["notices"], [{ kind: "retraction", DOI: "10.1000/r" }]);
	});

	test("is found again for the paper of the digest, whose title was another one", () => {
		const digest = { ...sought, type: "article", keywords: [], links: [] };
		const plain = { ...digest, id: paperId({ title: digest.title }) };
		const untold = without(plain, "arxiv");
		const content = new TextEncoder().encode(writeSidecar([sidecarItem(untold, merged)]));
		const { papers, problems } = withRecords([untold], content, "x.csl.json");
		assert.deepEqual(problems, []);
		assert.deepEqual([papers[0]?.id, papers[0]?.title, papers[0]?.volume], ["doi:10.1000/g", "On graphs", "7"]);
	});

	test("is the same when its records are merged with themselves", () => {
		const pool = [preprint, published, medical];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 6 }), ([first, ...rest]) => {
				assert.ok(first);
				const once = sidecarItem(sought, mergeCandidates(sought, [first, ...rest]));
				const twice = sidecarItem(sought, mergeCandidates(sought, [first, ...rest, first, ...rest]));
				assert.deepEqual(twice, once);
			}),
			{ numRuns: 50, seed: 3 },
		);
	});
});
