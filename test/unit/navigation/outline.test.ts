// A .bib file as an outline: its items, folds, links, and what a selection grows to.
import assert from "node:assert/strict";
import { OpenBibliography } from "../../../src/core/bibliography/openBibliography";
import { linksOf } from "../../../src/core/navigation/bibtex/links";
import { foldsOf, outlineOf, selectionsAt } from "../../../src/core/navigation/bibtex/outline";

const text = `% a comment
@string{jo = {Journal of Maps}}
@article{kim2020,
  author = {Kim, A. and Lee, B. and Oak, C.},
  title = {A $\\beta$ study of
    {Maps}},
  journal = jo,
  year = 2020,
}
@comment{
  nothing
}
@misc{, title = {No key}}
@inproceedings(lee, title = "Short", year = "2021")
`;

const open = (bib: string): OpenBibliography => new OpenBibliography(bib, "a.bib");

suite("the outline of a bibliography", () => {
	test("has entries with authors, year and title, and strings with their values", () => {
		assert.deepEqual(
			outlineOf(open(text)).map(({ name, detail, type, nameRange }) => {
				assert.equal(text.slice(nameRange.start, nameRange.end), name);
				return [name, type, detail];
			}),
			[
				["jo", "string", "{Journal of Maps}"],
				["kim2020", "article-journal", "Kim et al. 2020, A β study of Maps"],
				["lee", "paper-conference", "2021, Short"],
			],
		);
	});

	test("folds blocks and values", () => {
		const lines = foldsOf(open(text))
			.filter(({ range: { start, end } }) => text.slice(start, end).includes("\n"))
			.map(({ range: { start, end }, kind }) => [kind, text.slice(start, end).split("\n")[0]]);
		assert.deepEqual(lines, [
			["entry", "@article{kim2020,"],
			["entry", "title = {A $\\beta$ study of"],
			["comment", "@comment{"],
		]);
	});

	test("lets a selection grow", () => {
		const at = (phrase: string): readonly string[] =>
			selectionsAt(open(text), text.indexOf(phrase) + 1).map(({ start, end }) =>
				text.slice(start, end).replace(/\n[^]*/, "⏎"),
			);
		assert.deepEqual(at("kim2020"), ["kim2020", "@article{kim2020,⏎"]);
		assert.deepEqual(at("Lee, B."), [
			"Kim, A. and Lee, B. and Oak, C.",
			"{Kim, A. and Lee, B. and Oak, C.}",
			"author = {Kim, A. and Lee, B. and Oak, C.}",
			"@article{kim2020,⏎",
		]);
		assert.deepEqual(at("jo,"), ["jo", "journal = jo", "@article{kim2020,⏎"]);
		assert.deepEqual(at("ournal = jo"), ["journal", "journal = jo", "@article{kim2020,⏎"]);
		assert.deepEqual(at(" a comment"), []);
	});

	const links: readonly (readonly [fields: string, target: string])[] = [
		["doi = {10.1000/a_b(1)}", "https://doi.org/10.1000/a_b%281%29"],
		["doi = {https://doi.org/10.1000/a\\_b}", "https://doi.org/10.1000/a_b"],
		["doi = {none}", ""],
		["eprint = {2409.09173v2}, archiveprefix = {arXiv}", "https://arxiv.org/abs/2409.09173"],
		["eprint = {math/0309136}", "https://arxiv.org/abs/math/0309136"],
		["eprint = {1234}, eprinttype = {hdl}", ""],
		["eprint = {123456}, eprinttype = pubmed", "https://pubmed.ncbi.nlm.nih.gov/123456/"],
		[
			"pmid = 123456, pmcid = {PMC777}",
			"https://pubmed.ncbi.nlm.nih.gov/123456/ https://pmc.ncbi.nlm.nih.gov/articles/PMC777/",
		],
		["url = {http://a.org/x\\_y}", "https://a.org/x_y"],
		["url = {\\url{https://a.org/}}", "https://a.org/"],
		["url = {javascript:alert(1)}", ""],
		["url = {https://user:word@a.org/}", ""],
		["file = {papers/a b.pdf}", "file:papers/a b.pdf"],
		["file = {:papers/a.pdf:PDF}", "file:papers/a.pdf"],
		["file = {Full\\: text:/home/x/a.pdf:application/pdf;Snap:b.html:text/html}", "file:/home/x/a.pdf file:b.html"],
		["file = {C:\\\\papers\\\\a.pdf}", "file:C:\\\\papers\\\\a.pdf"],
		["file = {:C\\:\\\\papers\\\\a.pdf:PDF}", "file:C:\\papers\\a.pdf"],
		["file = {a.pdf;b.pdf}", "file:a.pdf file:b.pdf"],
		["file = {https://a.org/a.pdf}", ""],
		["file = {}", ""],
	];
	for (const [fields, targets] of links) {
		test(`links ${fields} to ${targets || "nothing"}`, () => {
			const bib = `@misc{a, ${fields}}`;
			const found = linksOf(open(bib));
			assert.equal(
				found.map(({ kind, target }) => (kind === "file" ? `file:${target}` : target)).join(" "),
				targets,
			);
			for (const { range } of found)
				assert.ok(/^[^\s{}][^{}]*$/.test(bib.slice(range.start, range.end)) || bib.includes("\\url"));
		});
	}
});
