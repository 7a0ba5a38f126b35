// The real files in XML: each is read as what it is, with its papers, and its traps.
import assert from "node:assert/strict";
import type { DigestReading } from "../../../../src/core/digests/read";
import type { Paper } from "../../../../src/core/paper";
import { sampleTests } from "../samples";
import { codesOf, namesOf } from "./read";

function paper({ papers }: DigestReading, start: string): Paper {
	const found = papers.find(({ title }) => title.startsWith(start));
	assert.ok(found, `no paper “${start}”`);
	return found;
}

sampleTests("Samples in XML", [
	{
		file: "digests/acl_anthology_L06.xml",
		format: "acl-xml",
		papers: 4,
		check: reading => {
			const first = paper(reading, "DanPASS");
			assert.equal(first.title, "DanPASS - A Danish Phonetically Annotated Spontaneous Speech Corpus");
			assert.deepEqual(namesOf(first), ["Grønnum, Nina"]);
			assert.deepEqual(first.issued, { year: 2006, month: 5 });
			assert.equal(first.url, "https://aclanthology.org/L06-1001/");
			assert.match(first.venue ?? "", /^Proceedings of the Fifth .*\(LREC’06\)$/);
			assert.deepEqual(first.links[0], {
				url: "http://www.lrec-conf.org/proceedings/lrec2006/pdf/4_pdf.pdf",
				kind: "pdf",
			});
			assert.equal(paper(reading, "SParseval").authors.length, 15);
		},
	},
	{
		file: "digests/arxiv_api_atom_15.xml",
		format: "arxiv-atom",
		papers: 15,
		check: reading => {
			const first = paper(reading, "Testing Deep Learning Models");
			assert.deepEqual(
				[first.doi, first.arxiv, first.arxivClass],
				["10.1109/ICSTW55395.2022.00035", "2202.12139", "cs.SE"],
			);
			assert.deepEqual(namesOf(first), ["Ahuja, Mohit Kumar", "Gotlieb, Arnaud", "Spieker, Helge"]);
			assert.deepEqual(first.issued, { year: 2022, month: 2, day: 24 });
			assert.deepEqual(first.keywords, ["cs.SE", "cs.LG"]);
			assert.deepEqual(first.links[0], { url: "https://arxiv.org/pdf/2202.12139v1", kind: "pdf" });
			for (const { abstract } of reading.papers) assert.ok(abstract.length > 200 && !/ {2}/.test(abstract));
		},
	},
	{
		file: "digests/arxiv_oai_hepcrawl_list.xml",
		format: "oai-pmh",
		papers: 12,
		check: reading => {
			assert.deepEqual(namesOf(paper(reading, "Irreversible degradation")), [
				"{Planck Collaboration}",
				"Wang, Jieci",
				"Tian, Zehua",
				"Jing, Jiliang",
				"Fan, Heng",
			]);
			const last = paper(reading, "Measurements of");
			assert.match(
				last.title,
				/^Measurements of \$\\pi\^\{\\pm\}\$, \$K\^\{\\pm\}\$ and proton yields from the surface/,
			);
			assert.ok(namesOf(last).includes("{The T2K Beam Group}"));
			assert.deepEqual(last.keywords, ["hep-ex", "nucl-ex", "chao-dyn"]);
		},
	},
	{
		file: "digests/arxiv_rss_host_atom_2025-08-20.xml",
		format: "arxiv-rss",
		papers: 7,
		check: reading => {
			const first = paper(reading, "ALIGN");
			assert.equal(first.arxiv, "2508.13426");
			assert.equal(first.announced, "cross-list");
			assert.match(first.abstract, /^As large language models/);
			assert.deepEqual(namesOf(first), ["Liu, Chunhua", "Shrestha, Kabir Manandhar", "Huang, Sukai"]);
			assert.deepEqual(first.issued, { year: 2025, month: 8, day: 20 });
			for (const { arxiv, issued, announced } of reading.papers) {
				assert.ok(announced !== undefined);
				assert.equal(
					`${String(issued?.year).slice(2)}${String(issued?.month).padStart(2, "0")}`,
					arxiv?.slice(0, 4),
				);
			}
		},
	},
	{
		file: "digests/biorxiv_search_atom_2024-07.xml",
		format: "atom",
		papers: 75,
		check: reading => {
			const first = paper(reading, "Engineering Microglial Cells");
			assert.deepEqual([first.doi, first.venue, first.type], ["10.1101/2024.07.09.602797", "bioRxiv", "article"]);
			assert.equal(namesOf(first)[0], "Zhou, Qingsheng");
			assert.deepEqual(first.issued, { year: 2024, month: 7, day: 13 });
			for (const { abstract, authors, doi } of reading.papers) {
				assert.equal(abstract, "", "the feed holds citations alone");
				assert.ok(authors.length > 0 && /^10\.1101\/[\d.]+$/.test(doi ?? ""));
			}
		},
	},
	{
		file: "digests/endnote_article.xml",
		format: "endnote-xml",
		papers: 1,
		check: ({ papers: [first] }) => {
			assert.ok(first);
			assert.match(
				first.title,
				/^Trends in the lifetime risk .* Britain: comparison of risk for those born from 1930 to 1960$/,
			);
			assert.deepEqual(namesOf(first), ["Ahmad, AS", "Ormiston-Smith, N", "Sasieni, PD"]);
			assert.deepEqual(
				[first.doi, first.pmid, first.venue, first.issued, first.abstract, first.url],
				[
					"10.1038/bjc.2014.606",
					"25647015",
					"Br J Cancer",
					{ year: 2015, month: 3, day: 3 },
					"test abstract",
					"http://www.ncbi.nlm.nih.gov/pubmed/25647015",
				],
			);
			assert.equal(first.keywords.length, 13);
		},
	},
	{
		file: "digests/pubmed_set.xml",
		format: "pubmed-xml",
		papers: 2,
		check: reading => {
			const first = paper(reading, "The treatment of AIDS");
			assert.deepEqual([first.pmid, first.issued, first.abstract], ["12091962", { year: 1990 }, ""]);
			assert.ok(first.keywords.includes("Social Control, Formal") && first.keywords.includes("Legal Approach"));
			const second = paper(reading, "Magnetic studies");
			assert.deepEqual(
				[second.doi, second.issued],
				["10.1016/0005-2795(76)90109-4", { year: 1976, month: 9, day: 28 }],
			);
			assert.deepEqual(codesOf(reading), ["abstract-absent"]);
		},
	},
	{
		file: "api/arxiv/2104.12255v1.xml",
		format: "arxiv-atom",
		papers: 1,
		check: r => assert.equal(r.papers[0]?.title, "0"),
	},
	{
		file: "api/arxiv/old_style_astro-ph_0601001.xml",
		format: "arxiv-atom",
		papers: 1,
		check: ({ papers: [first] }) => assert.equal(first?.arxiv, "astro-ph/0601001"),
	},
	{ file: "api/arxiv/query_testing_10.xml", format: "arxiv-atom", papers: 10 },
	{ file: "api/arxiv/two_ids_one_bad.xml", format: "arxiv-atom", papers: 1 },
	{
		file: "api/crossref/bolognese_author_literal.xml",
		format: "crossref-xml",
		papers: 1,
		origin: { count: 4, because: "its <item> elements are addresses for crawlers within the one record" },
		check: ({ papers: [first] }) => {
			assert.ok(first);
			assert.equal(namesOf(first)[0], "{GTEx Consortium}");
			assert.deepEqual(
				[first.doi, first.venue, first.issued, first.type],
				["10.1038/ng.3834", "Nature Genetics", { year: 2017, month: 4, day: 3 }, "article-journal"],
			);
		},
	},
	{
		file: "api/crossref/bolognese_multiple_titles_with_missing.xml",
		format: "crossref-xml",
		papers: 1,
		origin: { count: 3, because: "its <item> elements are addresses for crawlers within the one record" },
		check: ({ papers: [first] }) =>
			assert.equal(first?.title, "Finding function: evaluation methods for functional genomic data"),
	},
	{
		file: "api/datacite/example_full_v4.6.xml",
		format: "datacite-xml",
		papers: 1,
		origin: { count: 2, because: "the two <creator> elements are the authors of the one record" },
		check: ({ papers: [first] }) => {
			assert.ok(first);
			assert.deepEqual(namesOf(first), ["ExampleFamilyName, ExampleGivenName", "{ExampleOrganization}"]);
			assert.deepEqual(
				[first.title, first.issued],
				["Example Title: Example Subtitle", { year: 2023, month: 1, day: 1 }],
			);
		},
	},
	{
		file: "api/datacite/missing_creator.xml",
		format: "datacite-xml",
		papers: 1,
		check: ({ papers: [first] }) =>
			assert.deepEqual([first?.title, first?.authors], ["Eating your own Dog Food", []]),
	},
	{
		file: "api/pubmed/efetch_pmc.xml",
		format: "jats-xml",
		papers: 1,
		check: ({ papers: [first] }) =>
			assert.deepEqual(
				[first?.doi, first?.pmid, first?.venue, first?.issued],
				["10.1183/23120541.50193-2021", "34527728", "ERJ Open Research", { year: 2021, month: 9, day: 13 }],
			),
	},
	{
		file: "api/pubmed/esearch8.xml",
		format: "pubmed-xml",
		papers: 0,
		origin: { count: 1, because: "it is one document, and holds no papers" },
		check: reading => assert.deepEqual(codesOf(reading), ["no-list-of-papers"]),
	},
	{
		file: "api/pubmed/espell.xml",
		format: "pubmed-xml",
		papers: 0,
		origin: { count: 1, because: "it is one document, and holds no papers" },
		check: reading => assert.deepEqual(codesOf(reading), ["no-list-of-papers"]),
	},
]);
