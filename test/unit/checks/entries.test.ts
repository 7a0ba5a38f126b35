// What is wrong with entries by themselves: their fields, types, keys and syntax.
import assert from "node:assert/strict";
import { fixAllEdits } from "../../../src/core/checks/fixes/fixes";
import { edited, findingsIn, findingsOfBibliography, messages, told } from "./support";

suite("fields that a type requires", () => {
	const rows: readonly (readonly [entry: string, dialect: "bibtex" | "biblatex", missing: string])[] = [
		["@article{k, author={A}, title={T}, journal={J}, year=2020}", "bibtex", ""],
		["@article{k, author={A}, title={T}, journal={J}, year=2020}", "biblatex", ""],
		["@article{k, author={A}, title={T}, journaltitle={J}, date={2020-05}}", "biblatex", ""],
		["@article{k, author={A}, title={T}, journaltitle={J}, date={2020-05}}", "bibtex", "“journal” year; “year”"],
		["@article{k, title={}, year=2020}", "bibtex", "“author”; “title”; “journal”"],
		["@article{k, author={A}, title={T}, year=2020}", "biblatex", "“journaltitle”"],
		["@book{k, editor={A}, title={T}, publisher={P}, year=2020}", "bibtex", ""],
		["@book{k, title={T}, year=2020}", "bibtex", "“author” or “editor”; “publisher”"],
		["@INBOOK{k, author={A}, title={T}, publisher={P}, year=2020}", "bibtex", "“chapter” or “pages”"],
		["@inproceedings{k, author={A}, title={T}, year=2020}", "bibtex", "“booktitle”"],
		["@conference{k, author={A}, title={T}, year=2020}", "biblatex", "“booktitle”"],
		["@phdthesis{k, author={A}, title={T}, year=2020}", "bibtex", "“school”"],
		["@phdthesis{k, author={A}, title={T}, school={S}, year=2020}", "biblatex", ""],
		["@techreport{k, author={A}, title={T}, year=2020}", "bibtex", "“institution”"],
		["@unpublished{k, author={A}, title={T}}", "bibtex", "“note”"],
		["@misc{k}", "bibtex", ""],
		["@manual{k, title={T}}", "bibtex", ""],
		["@booklet{k, title={T}}", "bibtex", ""],
		["@online{k, title={T}, year=2020}", "biblatex", "“url” or “doi” or “eprint” or “howpublished” or “note”"],
		["@patent{k, holder={H}, title={T}, year=2020}", "biblatex", "“number”"],
		["@xdata{k, author={A}}", "biblatex", ""],
		["@set{k, entryset={a,b}}", "biblatex", ""],
		["@customa{k}", "biblatex", ""],
	];
	for (const [entry, dialect, missing] of rows) {
		test(`${dialect}: ${entry}`, () => {
			const found = findingsOfBibliography(entry, dialect).filter(({ code }) => code === "missing-field");
			const said = found.map(({ args, message }) => {
				return message === "missing-field-named" && args[3] !== "date"
					? `${args[1] ?? ""} year`
					: (args[1] ?? "");
			});
			assert.equal(said.join("; ").replace("“journal” year", "“journal” year"), missing);
		});
	}

	test("a crossref gives what it has, in any file of the project", async () => {
		const texts = {
			"/p/m.tex": "\\documentclass{article}\\cite{k,l}\\bibliography{a,b}",
			"/p/a.bib":
				"@inproceedings{k, author={A}, title={T}, crossref={p}}\n@inproceedings{l, author={A}, title={U}, crossref={q}}",
			"/p/b.bib": "@proceedings{p, title={P}, booktitle={P}, year=2020}",
		};
		const found = await findingsIn(texts);
		assert.deepEqual(
			found.map(finding => told(finding, texts)),
			["bad-crossref: {q}"],
		);
	});

	test("xdata gives what it has, one through another, in a circle too", () => {
		const text = [
			"@xdata{x, journaltitle={J}, xdata={y}}",
			"@xdata{y, date={2020}, xdata={x}}",
			"@article{k, author={A}, title={T}, xdata={x}}",
		].join("\n");
		assert.deepEqual(findingsOfBibliography(text, "biblatex"), []);
	});

	test("for BibTeX the parent stands behind its parts", () => {
		const parent = "@proceedings{p, title={P}, booktitle={P}, year=2020}\n";
		const part = "@inproceedings{k, author={A}, title={T}, crossref={p}}\n";
		assert.deepEqual(findingsOfBibliography(part + parent, "bibtex"), []);
		assert.deepEqual(messages(findingsOfBibliography(parent + part, "bibtex")), [
			"bad-crossref: For BibTeX the entry “p” has to stand behind those that take fields of it.",
		]);
		assert.deepEqual(findingsOfBibliography(parent + part, "biblatex"), []);
	});

	test("what nothing cites is no warning", async () => {
		const texts = {
			"/p/m.tex": "\\documentclass{article}\\cite{k}\\bibliography{a}",
			"/p/a.bib": "@misc{k, title={T}}\n@article{other, title={T}, doi={x}}",
		};
		const found = await findingsIn(texts);
		assert.ok(found.length > 3);
		assert.deepEqual([...new Set(found.map(({ severity }) => severity))], ["information"]);
	});
});

suite("entries as they are written", () => {
	const rows: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
		[
			"a type that is misspelt",
			"@artcle{k, author={A}, title={T}, journal={J}, year=2020}",
			["unknown-type (warning): artcle"],
		],
		["a type of nobody", "@gizmo{k, title={T}}", ["unknown-type: gizmo"]],
		["a type of biblatex", "@online{k, title={T}, url={U}, date={2020}}", []],
		["a field that is there twice", "@misc{k, title={T}, note={A}, Note={B}}", ["duplicate-field: Note"]],
		["a string that is not defined", "@misc{k, title={T}, note=foo}", ["undefined-string (information): foo"]],
		["a string that is", "@string{foo={F}}\n@misc{k, title={T}, note=foo # { x }, month=jan, year=2020}", []],
		["a string of a style", "@misc{k, title={T}, journal=cacm, year=2020}", []],
		["a brace that is lost", "@misc{k, title={T\n}\n\n@misc{l, title={L}}\n", ["syntax: @misc{k, title={T\n}"]],
		["a comma that is lost", "@misc{k, title={T} year=2020}", ["syntax (warning): year=2020"]],
		["a key that is lost", "@misc{title={T}}", ["syntax (warning): @misc{"]],
		["a key that is there twice", "@misc{k, title={T}}\n@misc{k, title={U}}", ["duplicate-key: k"]],
		["a key in other capitals", "@misc{k, title={T}}\n@misc{K, title={U}}", ["duplicate-key: K"]],
	];
	for (const [name, text, expected] of rows) {
		test(name, () => {
			const found = findingsOfBibliography(text, "bibtex" as const);
			assert.deepEqual(
				found.map(finding => told(finding, { "a.bib": text })),
				expected,
			);
		});
	}

	test("letters that are not ASCII matter to BibTeX alone", async () => {
		const bib = "@misc{k, author={Müller, Å}, title={T}, abstract={Ü}, url={https://a.org/ü}}";
		const cite = (head: string, tail: string) => ({
			"/p/m.tex": `\\documentclass{article}${head}\\cite{k}${tail}`,
			"/p/a.bib": bib,
		});
		const classic = cite("", "\\bibliography{a}");
		const found = await findingsIn(classic);
		assert.deepEqual(
			found.map(finding => told(finding, classic)),
			["non-ascii: ü"],
		);
		const fixed = edited(classic, fixAllEdits(found, "non-ascii"))["/p/a.bib"];
		assert.equal(fixed, '@misc{k, author={M{\\"u}ller, {\\AA}}, title={T}, abstract={Ü}, url={https://a.org/ü}}');
		const modern = await findingsIn(cite("\\usepackage{biblatex}\\addbibresource{a.bib}", ""));
		assert.deepEqual(
			modern.filter(({ code }) => code === "non-ascii"),
			[],
		);
	});
});

suite("bibliographies in other formats", () => {
	const rows: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
		[
			"a.json",
			'[{"id":"k","type":"book","title":"T","DOI":"10.1000/x","ISBN":"0-201-89683-4","page":"12-15"}]',
			[],
		],
		[
			"a.json",
			'[{"id":"k","title":"T","DOI":"https://doi.org/10.1000/x"}]',
			["missing-field (information): k", 'bad-doi: "https://doi.org/10.1000/x"'],
		],
		["a.json", '[{"id":"k","type":"book","title":"T"},{"id":"k","type":"book","title":"U"}]', ["duplicate-key: k"]],
		[
			"a.yaml",
			"references:\n- id: k\n  type: book\n  title: T\n  ISBN: 0-201-89683-5\n  DOI: 10.1000/x\n",
			["bad-isbn: 0-201-89683-5"],
		],
		[
			"a.yml",
			'k:\n  type: article\n  title: T\n  date: 2020-13\n  serial-number:\n    doi: "doi:10.1000/x"\n',
			["bad-date: 2020-13", 'bad-doi: "doi:10.1000/x"'],
		],
		[
			"a.json",
			'[{"id":"k","type":"book","title":"T"',
			["syntax: [", 'syntax (warning): {"id":"k","type":"book","title":"T"'],
		],
	];
	for (const [name, text, expected] of rows) {
		test(`${name}: ${text.replace(/\n/g, "⏎")}`, () => {
			const found = findingsOfBibliography(text, undefined, name);
			assert.deepEqual(
				found.map(finding => told(finding, { [name]: text })),
				expected,
			);
		});
	}
});
