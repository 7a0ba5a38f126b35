// The samples of tagged text, field by field where something is known of them.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { DigestReading } from "../../../../src/core/digests/read";
import type { Paper } from "../../../../src/core/paper";
import { sampleBytes, sampleTests } from "../samples";
import { readDigest } from "../../../../src/core/digests/read";
import { shown } from "./read";
import { assertLinear } from "../../linear";

function paperOf({ papers }: DigestReading, wanted: { readonly pmid?: string; readonly title?: RegExp }): Paper {
	const found = papers.find(
		({ pmid, title }) => (wanted.pmid === undefined || pmid === wanted.pmid) && (wanted.title?.test(title) ?? true),
	);
	assert.ok(found, JSON.stringify(wanted));
	return found;
}

/** How many problems of each kind there are. */
function counts({ problems }: DigestReading): Readonly<Record<string, number>> {
	const found: Record<string, number> = {};
	for (const { code } of problems) found[code] = (found[code] ?? 0) + 1;
	return found;
}

sampleTests("Samples of tagged text", [
	{
		file: "digests/embase.ris",
		format: "ris",
		papers: 6,
		check: reading => {
			const paper = paperOf(reading, { pmid: "15368318" });
			assert.deepEqual(
				[paper.doi, paper.venue, paper.issued, shown(paper.authors).slice(0, 2)],
				["10.1002/cncr.20369", "Cancer", { year: 2004 }, ["M.A. Eloubeidi", "M. Cohn"]],
			);
			assert.deepEqual(counts(reading), {});
		},
	},
	{
		file: "digests/ris_multiline_values.ris",
		format: "ris",
		papers: 0,
		origin: { count: 3, because: "its three records have no title; each is reported" },
		check: reading => {
			assert.deepEqual(counts(reading), { "record-untitled": 3, "no-papers": 1 });
			assert.match(reading.problems[2]?.args[0] ?? "", /^first line, ER then second line and at the end/);
		},
	},
	{
		file: "digests/wos_savedrecs_tagged.txt",
		format: "ris",
		papers: 10,
		check: reading => {
			const paper = paperOf(reading, { title: /^Holding Yourself Captive/ });
			assert.deepEqual([paper.issued, paper.doi], [{ year: 2018, month: 9 }, "10.1016/j.jarmac.2018.03.001"]);
			assert.deepEqual(shown(paper.authors), ["F Alceste", "TJ Luke", "SM Kassin"]);
			assert.equal(paper.keywords.length, 11);
		},
	},
	{
		file: "digests/endnote_entries.enw",
		format: "endnote-refer",
		papers: 1,
		origin: {
			count: 13,
			because: "one of its records has a title; the others are a test of types and are reported",
		},
		check: reading => {
			assert.deepEqual(counts(reading), { "record-untitled": 12, "abstract-absent": 1 });
			assert.deepEqual(shown(reading.papers[0]?.authors ?? []), ["<testA0>", "<testA1>"]);
		},
	},
	{
		file: "digests/endnote_article_expected.bib",
		format: "bibtex",
		papers: 1,
		check: ({ papers: [paper], problems }) => {
			assert.deepEqual(
				[paper?.doi, paper?.issued, paper?.keywords.length],
				["10.1038/bjc.2014.606", { year: 2015, month: 3, day: 3 }, 13],
			);
			assert.deepEqual(problems, []);
		},
	},
	{
		file: "digests/pubmed_abstract_text_first60.txt",
		format: "pubmed-abstract",
		papers: 60,
		check: reading => {
			const first = paperOf(reading, { pmid: "30389048" });
			assert.equal(
				first.title,
				"Efficacy of a modified-live virus vaccine in pigs experimentally infected with a highly pathogenic porcine reproductive and respiratory syndrome virus type 1 (HP-PRRSV-1)",
			);
			assert.deepEqual(
				[first.venue, first.issued, first.doi, first.authors.length, shown(first.authors)[5]],
				["Vet Microbiol", { year: 2018, month: 11 }, "10.1016/j.vetmic.2018.10.001", 10, "E. De Angelis"],
			);
			assert.match(first.abstract, /^PRRS is one of[^]*non-vaccinated challenged pigs\.$/);
			const school = paperOf(reading, { pmid: "30375636" });
			assert.deepEqual([school.abstract, school.authors.length], ["", 5]);
			assert.deepEqual(counts(reading), { "abstract-absent": 4 });
			for (const { title, authors, venue, doi, abstract } of reading.papers) {
				assert.ok(authors.length > 0 && venue !== undefined && doi !== undefined, title);
				assert.doesNotMatch(abstract, /Author information|©|PMID|Conflict of interest statement/, title);
			}
		},
	},
	{
		file: "digests/pubmed_balloongui_set.nbib",
		format: "medline",
		papers: 75,
		check: reading => {
			const paper = paperOf(reading, { pmid: "30776994" });
			assert.deepEqual(
				[paper.title, paper.venue, paper.issued, paper.doi],
				[
					"Impact of Balloon Guide Catheter Use on Clinical and Angiographic Outcomes in the STRATIS Stroke Thrombectomy Registry",
					...["Stroke", { year: 2019, month: 3 }, "10.1161/STROKEAHA.118.021126"],
				],
			);
			assert.ok(shown(paper.authors).includes("Frank R Hellinger Jr"));
			assert.ok(shown(paper.authors).includes("Curtis A Given 2nd"));
			assert.ok(reading.papers.every(({ pmid }) => pmid !== undefined));
		},
	},
	{
		file: "digests/pubmed_summary_text_first120.txt",
		format: "pubmed-summary",
		papers: 119,
		check: reading => {
			const of = (pmid: string) => paperOf(reading, { pmid });
			assert.deepEqual(of("31485069").authors, []);
			assert.equal(of("31485069").title, "Baby elephants, painkiller prescriptions and Russian radiation clues");
			assert.equal(of("31481773").title, "India-Pakistan nuclear escalation: where could it lead?");
			assert.deepEqual(shown(of("31462776").authors).slice(0, 3), [
				...["M. Exposito-Alonso", "<500 Genomes Field Experiment Team>", "H. A. Burbano"],
			]);
			assert.equal(of("31467217").authors.length, 120);
			assert.deepEqual(of("31474372").issued, { year: 2019, month: 8, day: 23 });
			for (const { title, venue, doi } of reading.papers)
				assert.ok(/^(?:Nature|Science|Cell)$/.test(venue ?? "") && doi !== undefined, title);
			assert.deepEqual(counts(reading), {});
		},
	},
	{
		file: "digests/arxiv_email_pasted_cs_2024-11-21.txt",
		format: "arxiv-mail",
		papers: 2,
		check: ({ papers: [first, second], problems }) => {
			assert.deepEqual([first?.authors.length, first?.keywords], [12, ["cs.AI", "cs.ET", "eess.SP"]]);
			assert.deepEqual(
				[second?.arxiv, second?.doi, second?.venue, second?.issued],
				[
					...["2411.13566", "10.1016/j.jenvman.2024.122526", "Journal of Environmental Management"],
					{ year: 2024, month: 11, day: 11 },
				],
			);
			assert.deepEqual(problems, []);
		},
	},
	{
		file: "digests/arxiv_email_qfin_2023-03-17.txt",
		format: "arxiv-mail",
		papers: 16,
		check: reading => {
			const of = (kind: string) => reading.papers.filter(({ announced }) => announced === kind).length;
			assert.deepEqual([of("new"), of("cross-list"), of("replacement")], [13, 0, 3]);
			const paper = paperOf(reading, { title: /^A Bayesian derivation/ });
			assert.match(paper.abstract, /This includes i\) the square-root behavior/);
			assert.deepEqual([paper.arxivClass, paper.issued], ["q-fin.TR", { year: 2023, month: 3, day: 15 }]);
			assert.equal(shown(paperOf(reading, { title: /^A parsimonious/ }).authors)[0], "Pieter M. van Staden");
			assert.deepEqual(counts(reading), {});
		},
	},
]);

/** Works, and entries that are no work of their own, by what ORIGIN.md counts as entries. */
const libraries: readonly (readonly [string, number, Readonly<Record<string, number>>])[] = [
	["bib/big_jabref_groups_986k.bib", 911, {}],
	["bib/mendeley_desktop_library.bib", 300, {}],
	["bib/paren_entries_594_tab.bib", 988, { "bib-unclosed": 1 }],
	["bib/latin1_case_duplicate_keys.bib", 231, { "read-as-latin1": 1 }],
	["bib/latin1_paren_tarau.bib", 118, { "read-as-latin1": 1 }],
	// ORIGIN.md says 299: the byte order mark hid the first one from its pattern.
	["bib/bom_crlf_endnote_export.bib", 300, { "bib-lost-fields": 13 }],
	["bib/oneline_entries_habets.bib", 36, {}],
	["bib/radev_publications.bib", 161, { "bib-lost-fields": 1 }],
	["bib/unbalanced6_maria.bib", 73, { "bib-lost-fields": 1 }],
	["bib/missing_comma_after_key_peters.bib", 177, { "bib-lost-fields": 1 }],
	["bib/missing_commas_scheduling.bib", 30, {}],
	["bib/tab_aligned_strings_proc.bib", 12, {}],
	["bib/unicode_keys_gisum.bib", 33, {}],
	["bib/utah_checksummed_toct.bib", 18, {}],
	["bib/zotero_bbt_alizter.bib", 25, {}],
	// ORIGIN.md says 92: two of them are sets of others.
	["bib/biblatex-examples.bib", 90, {}],
	["bib/biber/encoding1.bib", 1, { "read-as-latin1": 1 }],
	["bib/key_with_colon_and_slash_dblp.bib", 1, {}],
	["bib/jabref/complex.bib", 20, {}],
	["bib/jabref/Chocolate.bib", 15, {}],
	["bib/jabref/testjabref_210as292.bib", 6, {}],
];

suite("Samples of BibTeX", () => {
	const told = ["duplicate-paper", "record-untitled"];

	for (const [file, entries, others] of libraries) {
		test(`${file}: each of ${String(entries)} entries is a paper, a duplicate, or reported`, function () {
			const content = sampleBytes(file);
			if (!content) return this.skip();
			const reading = readDigest(content, file.replace(/^.*\//, ""));
			const found = counts(reading);
			assert.equal(reading.format, "bibtex");
			const named = told.reduce((sum, code) => sum + (found[code] ?? 0), 0);
			assert.equal(reading.papers.length + named, entries, JSON.stringify(found));
			assert.deepEqual(
				Object.fromEntries(Object.entries(found).filter(([code]) => !told.includes(code))),
				others,
			);
		});
	}

	test("all are read as such, or as the page that they are in", function () {
		this.timeout(60_000);
		const folder = join(__dirname, "../../../../../shared/samples/bib");
		if (!existsSync(folder)) return this.skip();
		const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(file => file.endsWith(".bib"));
		assert.ok(files.length > 80);
		for (const file of files) {
			const { format } = readDigest(sampleBytes(`bib/${file}`) ?? new Uint8Array(), file);
			assert.match(format, file.includes("trailing_html") ? /^(?:html|bibtex)$/ : /^bibtex$/, file);
		}
	});

	test("the largest is read in linear time", function () {
		const content = sampleBytes("bib/big_jabref_groups_986k.bib");
		if (!content) return this.skip();
		assertLinear(size => void readDigest(content.subarray(0, size), "big.bib"), content.length);
	});
});
