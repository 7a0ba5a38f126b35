// Real files of catalogues and reference managers in JSON.

import assert from "node:assert/strict";
import type { DigestReading } from "../../../../src/core/digests/read";
import type { Paper } from "../../../../src/core/paper";
import { sampleTests, type SampleRow } from "../samples";

const paper = ({ papers }: DigestReading, start: string): Paper => {
	const found = papers.find(({ title }) => title.startsWith(start));
	assert.ok(found, start);
	return found;
};
const codes = ({ problems }: DigestReading): string[] => problems.map(({ code }) => code);

const digests: readonly SampleRow[] = [
	{
		file: "digests/csl_better_csl_json_library.json",
		format: "csl-json",
		papers: 133,
		origin: { count: 134, because: "one work stands in the library twice, with the same DOI" },
		check: reading => {
			const book = paper(reading, "Understanding Analysis");
			assert.deepEqual(book.authors, [{ family: "Abbott", given: "Stephen" }]);
			assert.deepEqual([book.type, book.issued, book.venue], ["book", { year: 2015 }, "Springer-Verlag"]);
			assert.deepEqual(codes(reading), ["duplicate-paper"]);
		},
	},
	{
		file: "digests/hf_api_daily_papers_full_2026-09-04.json",
		format: "huggingface",
		papers: 3,
		check: reading => {
			const first = reading.papers[0];
			assert.ok(first);
			// The paper's own date, not that of its announcement the evening before.
			assert.deepEqual([first.id, first.issued], ["arxiv:2609.04199", { year: 2026, month: 9, day: 3 }]);
			assert.equal(first.authors.length, 3);
			assert.match(first.abstract, /^Many recurring text functions are easy to describe/);
			assert.deepEqual(
				first.links.map(({ kind }) => kind),
				["code", "page", "page"],
			);
			assert.match(reading.papers[2]?.abstract ?? "", /∼0\.1% of the decoder/);
		},
	},
	{
		file: "digests/openalex_works_6of65.json",
		format: "openalex",
		papers: 6,
		check: reading => {
			const first = paper(reading, "Homotopy theory of non-symmetric operads");
			assert.match(
				first.abstract,
				/^We endow categories of nonsymmetric operads with natural model structures\. We/,
			);
			const known = paper(reading, "Triangulated categories without models");
			assert.deepEqual(
				[known.doi, known.arxiv, known.venue, known.type],
				["10.1007/s00222-007-0061-2", "0704.1378", "Inventiones mathematicae", "article-journal"],
			);
			// One paper as two works, of which one has no identifier: the shelf joins them by title and author.
			assert.equal(reading.papers.filter(({ title }) => title.startsWith("Dwyer-Kan homotopy")).length, 2);
		},
	},
	{
		file: "digests/pwc_tasks_hotpotqa.json",
		format: "paperswithcode",
		papers: 16,
		origin: { count: 1, because: "the one task holds 71 rows; 17 of them name a paper, two of these the same" },
		check: reading => {
			assert.deepEqual(
				[reading.papers[0]?.arxiv, reading.papers[0]?.issued],
				["2012.15534", { year: 2021, month: 1, day: 15 }],
			);
			assert.deepEqual(codes(reading), ["duplicate-paper"]);
		},
	},
	{
		file: "digests/s2_search_edit_distance.json",
		format: "semantic-scholar",
		papers: 87,
		origin: { count: 89, because: "two titles stand there twice, and titles are all that is told" },
	},
	{
		file: "digests/zotero_api_items.json",
		format: "zotero-json",
		papers: 38,
		origin: { count: 100, because: "62 of the items are attachments" },
		check: reading => {
			const preprint = paper(reading, "The Derived Auslander--Iyama Correspondence II");
			assert.deepEqual(
				[preprint.arxiv, preprint.arxivClass, preprint.type, preprint.venue],
				["2509.22625", "math.RT", "article", "arXiv"],
			);
			const article = paper(reading, "Enhanced Finite Triangulated Categories");
			assert.deepEqual(
				[article.issued, article.doi, article.authors],
				[{ year: 2022, month: 5 }, "10.1017/S1474748020000250", [{ family: "Muro", given: "Fernando" }]],
			);
		},
	},
];

const crossref = "api/crossref/";
const answers: readonly SampleRow[] = [
	{
		file: `${crossref}api_works_search.json`,
		format: "crossref-json",
		papers: 3,
		check: reading => {
			const map = paper(reading, "Flow map layout");
			// The names of two authors were deposited whole as family names.
			assert.deepEqual(map.authors.slice(0, 3), [
				{ family: "Phan", given: "Doantam" },
				{ family: "Xiao", given: "Ling" },
				{ family: "Yeh", given: "R." },
			]);
			assert.equal(map.type, "paper-conference");
		},
	},
	{
		file: `${crossref}citeproc_json_transform.json`,
		format: "csl-json",
		papers: 1,
		check: ({ papers }) => {
			assert.equal(papers[0]?.type, "article-journal");
			assert.deepEqual(papers[0].issued, { year: 1970, month: 8, day: 14 });
			assert.match(papers[0].abstract, /^The train of thought/);
		},
	},
	{ file: `${crossref}papis_test_1_multiple_authors.json`, format: "crossref-json", papers: 1 },
	{
		file: `${crossref}papis_test_2_abstract.json`,
		format: "crossref-json",
		papers: 1,
		check: ({ papers }) => {
			assert.match(papers[0]?.abstract ?? "", /^In the international community, human dependence/);
			assert.equal(papers[0]?.links[0]?.kind, "pdf");
		},
	},
	{ file: `${crossref}papis_test_3_conference.json`, format: "crossref-json", papers: 1 },
	{ file: `${crossref}papis_test_5_aps_article_number.json`, format: "crossref-json", papers: 1 },
	{
		file: `${crossref}work_tasc.json`,
		format: "crossref-json",
		papers: 1,
		check: ({ papers }) => assert.equal(papers[0]?.keywords[0], "Electrical and Electronic Engineering"),
	},
	{
		file: `${crossref}works_badsample_2018.jsonl`,
		format: "crossref-json",
		papers: 13,
		origin: { count: 14, because: "lines 12 and 13 are the same work, with two ORCIDs of an author" },
		check: reading => {
			const sici = paper(reading, "Renormalized perturbation theory");
			assert.equal(sici.doi, "10.1002/(sici)1097-461x(1998)66:4<261::aid-qua1>3.0.co;2-t");
		},
	},
	{
		file: `${crossref}zero_hits_four_items_math.json`,
		format: "crossref-json",
		papers: 4,
		check: reading => {
			assert.match(paper(reading, "ENHANCED FINITE").abstract, /^We give a necessary/);
			assert.match(paper(reading, "Derived homotopy").abstract, /\$/);
		},
	},
	{
		file: `${crossref}resource_not_found_404.txt`,
		format: "error-answer",
		papers: 0,
		check: reading => assert.deepEqual(codes(reading), ["no-list-of-papers"]),
	},
	{
		file: "api/datacite/citationjs_doi_api.json",
		format: "csl-json",
		papers: 4,
		origin: { count: 1, because: "one object maps four DOIs to what doi.org answers for each" },
		check: ({ papers }) => {
			assert.equal(papers[0]?.title, "Correlation of the Base Strengths of Amines¹");
			assert.deepEqual(papers[0].authors, [{ family: "Hall", given: "H. K.", suffix: "Jr." }]);
		},
	},
	{
		file: "api/datacite/fatcat_doc_13.json",
		format: "datacite-json",
		papers: 1,
		check: ({ papers }) => {
			assert.deepEqual(papers[0]?.issued, { year: 1940, month: 10, day: 5 });
			assert.deepEqual(papers[0].authors.at(-1), { family: "Hiltbrunner", given: "Hermann" });
		},
	},
	{
		file: "api/datacite/fatcat_doc_29.json",
		format: "datacite-json",
		papers: 1,
		check: ({ papers }) => {
			assert.equal(papers[0]?.title, "Additional file 123: ABC: DEF");
			assert.equal(papers[0].abstract, "Hello\n\nWorld");
		},
	},
	// Releases are what fatcat made of DataCite's records: no digest, but each is a paper with all its fields.
	{
		file: "api/datacite/fatcat_result_05.json",
		format: "datacite-json",
		papers: 1,
		check: ({ papers }) => assert.equal(papers[0]?.title, "SH409843.07FU: Gomphales"),
	},
	{
		file: "api/datacite/fatcat_result_20.json",
		format: "datacite-json",
		papers: 1,
		check: ({ papers }) => assert.equal(papers[0]?.title, "Eastern questionnaire"),
	},
	{ file: "api/datacite/fatcat_result_35.json", format: "datacite-json", papers: 1 },
	{
		file: "api/datacite/list_dois_page1.json",
		format: "datacite-json",
		papers: 5,
		check: reading => {
			assert.deepEqual(codes(reading), []);
			assert.deepEqual(paper(reading, "Occurrence Download").authors, [{ literal: "Occdownload Gbif.Org" }]);
		},
	},
	{
		file: "api/openalex/work_book.json",
		format: "openalex",
		papers: 1,
		check: ({ papers }) => assert.equal(papers[0]?.type, "book"),
	},
	{
		file: "api/openalex/work_dissertation.json",
		format: "openalex",
		papers: 1,
		check: ({ papers }) => assert.equal(papers[0]?.type, "thesis"),
	},
	{
		file: "api/openalex/work_sici_doi.json",
		format: "openalex",
		papers: 1,
		check: ({ papers }) => {
			assert.equal(papers[0]?.doi, "10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2");
			assert.equal(papers[0].pmid, "17168027");
			assert.match(
				papers[0].abstract,
				/^Parasites are known to directly affect their hosts at both the individual/,
			);
		},
	},
	{
		file: "api/pubmed/esummary_pmc_12of200.json",
		format: "pubmed-json",
		papers: 12,
		origin: { count: 1, because: "the one object holds twelve summaries" },
		check: ({ papers }) => {
			assert.equal(papers[0]?.pmid, "33328347");
			assert.deepEqual(papers[0].authors[0], { family: "Schenck", given: "L. P." });
			assert.deepEqual(papers[0].issued, { year: 2020, month: 12, day: 16 });
			assert.ok(papers.every(({ pmid }) => pmid !== "0"));
		},
	},
	{
		file: "api/s2/batch_with_null_first.json",
		format: "semantic-scholar",
		papers: 3,
		origin: { count: 4, because: "the first is null: the catalogue did not know it" },
		check: reading => assert.deepEqual(codes(reading), ["record-damaged"]),
	},
	{ file: "api/s2/match_title.json", format: "semantic-scholar", papers: 1 },
	{
		file: "api/s2/paper_null_values.json",
		format: "semantic-scholar",
		papers: 0,
		origin: { count: 1, because: "all its fields are null, its title too" },
	},
	{
		file: "api/s2/reference.json",
		format: "semantic-scholar",
		papers: 1,
		check: ({ papers }) => assert.equal(papers[0]?.id, "arxiv:1402.0030"),
	},
	{
		file: "api/s2/search_year_1936.json",
		format: "semantic-scholar",
		papers: 0,
		origin: { count: 21, because: "the request asked for years alone, so that no paper has a title" },
		check: reading => assert.ok(codes(reading).includes("record-untitled")),
	},
];

sampleTests("Real digests in JSON", digests);
sampleTests("Real answers of catalogues in JSON", answers);
