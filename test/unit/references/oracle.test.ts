// The bundled styles against citeproc-js, on the sample shelf and on real records of other kinds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { bundledStyles } from "../../../src/core/references/bundled";
import { cslOf, type CslItem } from "../../../src/core/references/item/cslItem";
import { formatItems } from "../../../src/core/references/references";
import { parseStyle } from "../../../src/core/references/style/parseStyle";
import type { Style } from "../../../src/core/references/style/tree";
import { readDigest } from "../../../src/core/digests/read";
import { itemOf, type JsonItem } from "./cslJson";
import { normalizeHtml, oracleEntries, readStyle } from "./oracle";

const root = path.join(__dirname, "../../..");
const samples = path.join(root, "../shared/samples");

/** Citations, and telling them apart, cost citeproc-js most of its time; they have tests of their own. */
function withoutCitations(xml: string): string {
	return xml.replace(
		/<citation[\s>][^]*<\/citation>/,
		'<citation><layout><text variable="title"/></layout></citation>',
	);
}

function styleOf(xml: string): Style {
	const { style, problems } = parseStyle(xml);
	assert.deepEqual(problems, []);
	assert.ok(style);
	return style;
}

function papersOf(file: string): readonly CslItem[] {
	return readDigest(readFileSync(file), path.basename(file)).papers.map(cslOf);
}

/** Records whose entries differ on purpose, by style and a part of the entry, with the reason. */
const differences: readonly (readonly [RegExp, RegExp, string])[] = [
	[/apa|chicago/, /phillipreeve/i, "the name of a site keeps its small letters after a full stop"],
	[/apa|chicago/, /^testA0/, "`delimiter-precedes-last` is `always`, for groups of people, too (CSL 1.0.2, Name)"],
	[/vancouver|chicago/, /Large-Scale Hypertextual/, "“In” without a book is left out (CSL 1.0.2, Group)"],
];

function compare(name: string, xml: string, items: readonly CslItem[]): void {
	const style = withoutCitations(xml);
	const actual = formatItems(items, styleOf(style), { output: "html" }).map(normalizeHtml);
	const isNamed = (entry: string): boolean =>
		differences.some(([styles, part]) => styles.test(name) && part.test(entry));
	const expected = oracleEntries(style, items);
	assert.equal(actual.length, items.length);
	assert.deepEqual(
		actual.filter(entry => !isNamed(entry)),
		expected.filter(entry => !isNamed(entry)),
	);
}

suite("references: citeproc-js", () => {
	for (const { label, file } of Object.values(bundledStyles)) {
		test(`${label}: the papers of the sample shelf`, () => {
			compare(file, readStyle(file), papersOf(path.join(root, "seeds/trending-clinical-deployment.csl.json")));
		});

		test(`${label}: articles, books, reports, proceedings and pages of a library`, () => {
			const library = JSON.parse(
				readFileSync(path.join(samples, "digests/csl_better_csl_json_library.json"), "utf8"),
			) as readonly JsonItem[];
			const articles = library.filter(({ type }) => type === "article-journal").slice(20, 32);
			const others = library.filter(({ type }) => type !== "article-journal");
			compare(file, readStyle(file), [...articles, ...others].map(itemOf));
		});

		test(`${label}: papers as digests of several kinds give them`, () => {
			const files = ["digests/embase.ris", "digests/wos_savedrecs_tagged.txt", "digests/endnote_entries.enw"];
			const papers = files.flatMap(sample => papersOf(path.join(samples, sample)).slice(0, 8));
			compare(file, readStyle(file), [...new Map(papers.map(paper => [paper.id, paper])).values()]);
		});
	}

	test("works of one author and year get letters, others more names or initials", () => {
		const issued = { "date-parts": [[2020]] };
		const work = (id: string, title: string, ...names: readonly string[]): JsonItem => ({
			id,
			type: "article-journal",
			title,
			author: names.map(name => ({ family: name.split(", ")[0], given: name.split(", ")[1] })),
			issued,
			"container-title": "Journal",
		});
		const items = [
			work("1", "Beta", "Smith, Ann", "Brown, B", "Jones, J"),
			work("2", "Alpha", "Smith, Ann", "Brown, B", "Jones, J"),
			work("3", "Gamma", "Smith, Ann", "Benson, B", "Jones, J"),
			work("4", "Delta", "Smith, Zoe", "Benson, B", "Jones, J"),
			work("5", "Epsilon", "Smith, Ann"),
		].map(itemOf);
		for (const file of ["apa.csl", "chicago-author-date.csl"]) {
			const xml = readStyle(file);
			const actual = formatItems(items, styleOf(xml), { output: "html" }).map(normalizeHtml);
			assert.deepEqual(actual, oracleEntries(xml, items));
		}
	});
});
