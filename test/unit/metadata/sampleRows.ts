// What is in the recorded answers of catalogues, as far as a citation needs it; told by eye from the files themselves.

import type { CatalogueName } from "../../../src/core/metadata/catalogue";
import type { Paper } from "../../../src/core/paper";

export interface Row {
	readonly file: string;
	readonly from: CatalogueName;
	readonly status?: number;
	readonly count: number;
	/** Fields of the record at `at`, the first unless told; texts may be given by their beginnings, with `…`. */
	readonly fields?: Partial<Paper>;
	readonly at?: number;
	readonly authors?: number;
	readonly problems?: readonly string[];
}

const ieee = "Institute of Electrical and Electronics Engineers (IEEE)";

export const rows: readonly Row[] = [
	{
		...{ file: "arxiv/2104.12255v1.xml", from: "arxiv", count: 1, authors: 1 },
		fields: {
			...{ id: "arxiv:2104.12255", arxiv: "2104.12255", arxivClass: "cs.CR", title: "0", type: "article" },
			...{ abstract: "What is the funniest number in cryptography? 0. The reason…", venue: "arXiv" },
			...{
				issued: { year: 2021, month: 4, day: 20 },
				url: "https://arxiv.org/abs/2104.12255",
				keywords: ["cs.CR"],
			},
			authors: [{ family: "Nguyen", given: "Quan Thoi Minh" }],
			links: [{ url: "https://arxiv.org/pdf/2104.12255v1", kind: "pdf" }],
		},
	},
	{
		...{ file: "arxiv/old_style_astro-ph_0601001.xml", from: "arxiv", count: 1, authors: 4 },
		fields: {
			...{ arxiv: "astro-ph/0601001", arxivClass: "astro-ph", venue: "ActaAstron.56:1-50,2006" },
			...{
				title: "Frequency of Hot Jupiters and Very Hot Jupiters from the OGLE-III…",
				issued: { year: 2006, month: 1, day: 2 },
			},
		},
	},
	{
		...{ file: "arxiv/query_testing_10.xml", from: "arxiv", count: 10 },
		fields: {
			doi: "10.1109/ICSTW55395.2022.00035",
			arxiv: "2202.12139",
			title: "Testing Deep Learning Models: A First…",
		},
	},
	{ file: "arxiv/two_ids_one_bad.xml", from: "arxiv", count: 1, authors: 34, fields: { arxiv: "1707.08567" } },
	{
		...{ file: "crossref/api_works_search.json", from: "crossref", count: 3, at: 2, authors: 3 },
		fields: {
			...{ doi: "10.1007/s10107-009-0306-5", type: "article-journal", venue: "Mathematical Programming" },
			...{ volume: "128", issue: "1-2", pages: "321-353", publisher: "Springer Science and Business Media LLC" },
			...{
				title: "Fixed point and Bregman iterative methods for matrix rank mi…",
				issued: { year: 2009, month: 9, day: 23 },
			},
		},
	},
	{
		...{ file: "crossref/bolognese_author_literal.xml", from: "crossref", count: 1, authors: 14 },
		fields: { doi: "10.1038/ng.3834", venue: "Nature Genetics", issued: { year: 2017, month: 4, day: 3 } },
	},
	{
		...{ file: "crossref/bolognese_multiple_titles_with_missing.xml", from: "crossref", count: 1, authors: 5 },
		fields: {
			doi: "10.1186/1471-2164-7-187",
			title: "Finding function: evaluation methods for functional genomic…",
		},
	},
	{
		...{ file: "crossref/citeproc_json_transform.json", from: "crossref", count: 1, authors: 1 },
		fields: {
			...{ doi: "10.1126/science.169.3946.635", title: "The Structure of Ordinary Water", venue: "Science" },
			...{ volume: "169", issue: "3946", pages: "635-641", issued: { year: 1970, month: 8, day: 14 } },
			...{ authors: [{ family: "Frank", given: "Henry S." }], type: "article-journal" },
		},
	},
	{
		...{ file: "crossref/papis_test_1_multiple_authors.json", from: "crossref", count: 1, authors: 4 },
		fields: { pages: "140501", volume: "89", issue: "14", issn: "1098-0121", venue: "Physical Review B" },
	},
	{
		...{ file: "crossref/papis_test_2_abstract.json", from: "crossref", count: 1, authors: 1 },
		fields: {
			abstract: "In the international community, human de…",
			publisher: "University of Saskatchewan Library",
		},
	},
	{
		...{ file: "crossref/papis_test_3_conference.json", from: "crossref", count: 1, authors: 4 },
		fields: {
			...{
				type: "paper-conference",
				publisher: "ACM Press",
				place: "New York, New York, USA",
				isbn: "9781450356404",
			},
			...{
				title: "DL-Learner Structured Machine Learning on Semantic Web Data",
				issued: { year: 2018, month: 4, day: 18 },
			},
		},
	},
	{
		...{ file: "crossref/papis_test_5_aps_article_number.json", from: "crossref", count: 1, authors: 2 },
		fields: {
			pages: "022212",
			volume: "106",
			issue: "2",
			url: "https://link.aps.org/doi/10.1103/PhysRevA.106.022212",
		},
	},
	{
		file: "crossref/resource_not_found_404.txt",
		from: "crossref",
		status: 404,
		count: 0,
		problems: ["not-in-catalogue"],
	},
	{
		...{ file: "crossref/work_tasc.json", from: "crossref", count: 1, authors: 15 },
		fields: { publisher: ieee, volume: "28", issue: "3", pages: "1-5", issued: { year: 2018, month: 4 } },
	},
	{
		...{
			file: "crossref/works_badsample_2018.jsonl",
			from: "crossref",
			count: 14,
			at: 1,
			authors: 3,
			problems: ["file-cut"],
		},
		fields: { doi: "10.1002/(sici)1097-461x(1998)66:4<261::aid-qua1>3.0.co;2-t" },
	},
	{
		file: "crossref/zero_hits_four_items_math.json",
		from: "crossref",
		count: 4,
		fields: { doi: "10.1016/j.aim.2016.01.009" },
	},
	{
		...{ file: "openalex/work_book.json", from: "openalex", count: 1, authors: 1 },
		fields: {
			type: "book",
			doi: "10.1017/9781108348843",
			publisher: "Cambridge University Press",
			abstract: "Why did the past matter…",
		},
	},
	{
		...{ file: "openalex/work_dissertation.json", from: "openalex", count: 1, authors: 1 },
		fields: { type: "thesis", doi: "10.14264/uql.2020.791", venue: "The University of Queensland" },
	},
	{
		...{ file: "openalex/work_sici_doi.json", from: "openalex", count: 1, authors: 2 },
		fields: {
			...{
				doi: "10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2",
				pmid: "17168027",
				venue: "Ecology",
				publisher: "Wiley",
			},
			...{
				volume: "87",
				issue: "11",
				pages: "2832-2841",
				issn: "0012-9658",
				issued: { year: 2006, month: 11, day: 1 },
			},
		},
	},
	{
		...{ file: "s2/batch_with_null_first.json", from: "semanticscholar", count: 3, authors: 3 },
		fields: {
			doi: "10.2139/ssrn.288970",
			title: "How Much Should We Trust Differences-in-Differences Estimates?",
			abstract: "Most Difference-in-Difference…",
		},
	},
	{
		file: "s2/match_title.json",
		from: "semanticscholar",
		count: 1,
		authors: 0,
		fields: { title: "Mining association rules between…" },
	},
	{ file: "s2/paper_null_values.json", from: "semanticscholar", count: 0, problems: ["record-untitled"] },
	{
		...{ file: "s2/reference.json", from: "semanticscholar", count: 1, authors: 2 },
		fields: {
			arxiv: "1402.0030",
			type: "paper-conference",
			pages: "1791-1799",
			issued: { year: 2014, month: 1, day: 31 },
		},
	},
	{
		file: "s2/search_year_1936.json",
		from: "semanticscholar",
		count: 0,
		problems: Array<string>(21).fill("record-untitled"),
	},
	{
		...{ file: "datacite/example_full_v4.6.xml", from: "datacite", count: 1, authors: 2 },
		fields: {
			doi: "10.82433/B09Z-4K37",
			title: "Example Title: Example Subtitle",
			issued: { year: 2023, month: 1, day: 1 },
		},
	},
	{
		...{ file: "datacite/fatcat_doc_13.json", from: "datacite", count: 1, authors: 2 },
		fields: { doi: "10.5169/seals-314104", title: "[Müssen wir des Glücks uns schämen?]", type: "article-journal" },
	},
	{
		...{ file: "datacite/fatcat_doc_29.json", from: "datacite", count: 1, authors: 1 },
		fields: { title: "Additional file 123: ABC: DEF", editors: [{ family: "Wemmer", given: "David" }] },
	},
	{
		file: "datacite/fatcat_result_05.json",
		from: "datacite",
		count: 1,
		authors: 72,
		fields: { type: "dataset", doi: "10.15156/bio/sh409843.07fu" },
	},
	{
		file: "datacite/fatcat_result_20.json",
		from: "datacite",
		count: 1,
		authors: 0,
		fields: { title: "Eastern questionnaire" },
	},
	{
		file: "datacite/fatcat_result_35.json",
		from: "datacite",
		count: 1,
		authors: 1,
		fields: { venue: "microPublication Biology" },
	},
	{
		...{ file: "datacite/list_dois_page1.json", from: "datacite", count: 5, authors: 1 },
		fields: {
			doi: "10.5281/zenodo.3596961",
			type: "software",
			venue: "Zenodo",
			issued: { year: 2020, month: 1, day: 2 },
		},
	},
	{
		file: "datacite/missing_creator.xml",
		from: "datacite",
		count: 1,
		authors: 0,
		fields: { title: "Eating your own Dog Food" },
	},
	{
		file: "pubmed/efetch_pmc.xml",
		from: "pubmed",
		count: 1,
		fields: { pmid: "34527728", doi: "10.1183/23120541.50193-2021" },
	},
	{ file: "pubmed/esearch8.xml", from: "pubmed", count: 0, problems: ["not-in-catalogue"] },
	{ file: "pubmed/espell.xml", from: "pubmed", count: 0, problems: ["answer-failed"] },
	{
		...{ file: "pubmed/esummary_pmc_12of200.json", from: "pubmed", count: 12, authors: 6 },
		fields: {
			pmid: "33328347",
			doi: "10.1128/mSphere.00562-20",
			volume: "5",
			issue: "6",
			pages: "e00562-20",
			venue: "mSphere",
		},
	},
	{
		...{ file: "pubmed/pubmed3.html", from: "pubmed", count: 1, authors: 11 },
		fields: {
			pmid: "19304878",
			title: "Biopython: freely available Python tools for…",
			venue: "Bioinformatics (Oxford, England)",
		},
	},
];
