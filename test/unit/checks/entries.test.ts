// What is wrong with entries by themselves: their fields, types, keys and syntax.
import assert from "node:assert/strict";
import { fixAllEdits } from "../../../src/core/checks/fixes/fixes";
import { edited, findingsIn, findingsOfBibliography, messages, told } from "./support";

/** A field in an entry that is whole otherwise; what it becomes by the first fix. */
function fieldCase(
	field: string,
	dialect: "bibtex" | "biblatex",
): { readonly codes: readonly string[]; readonly fixed: string | undefined } {
	const name = /^\w+/.exec(field)?.[0] ?? "";
	const rest = { author: "A, B", title: "T", journal: "J", year: "2020", [name]: "" };
	const others = Object.entries(rest).flatMap(([other, value]) => (value === "" ? [] : [`${other} = {${value}}`]));
	const text = `@article{k, ${[...others, field].join(", ")}}\n`;
	const texts = { "a.bib": text };
	const found = findingsOfBibliography(text, dialect).filter(({ code }) => code !== "missing-field");
	const fix = found[0]?.fixes[0];
	const after = fix?.kind === "edits" ? edited(texts, fix.edits)["a.bib"] : undefined;
	const [, fixed] = after === undefined ? [] : [...(/J\}, (?:year = \{2020\}, )?([^]*)\}\n$/.exec(after) ?? [])];
	return { codes: found.map(({ code, severity }) => (severity ? `${code} ${severity}` : code)), fixed };
}

/** The field, what is found, and what it becomes. */
type Row = readonly [field: string, code: string, fixed?: string];

function check(name: string, rows: readonly Row[], dialect: "bibtex" | "biblatex" = "biblatex"): void {
	suite(name, () => {
		for (const [field, code, fixed] of rows) {
			test(`${field}${code === "" ? " is fine" : `: ${code}`}`, () => {
				const found = fieldCase(field, dialect);
				assert.deepEqual(found.codes, code === "" ? [] : [code]);
				assert.equal(found.fixed, fixed);
			});
		}
	});
}

check("DOIs", [
	["doi = {10.1000/xyz123}", ""],
	["doi = {10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2}", ""],
	["doi = {10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O}", ""],
	["doi = {10.1007/978-3-540-74976-9_7}", ""],
	["doi = {}", ""],
	["doi = doimacro # {x}", "undefined-string information"],
	["doi = {https://doi.org/10.1000/xyz123}", "bad-doi", "doi = {10.1000/xyz123}"],
	['doi = "http://dx.doi.org/10.1000/xyz123"', "bad-doi", 'doi = "10.1000/xyz123"'],
	["doi = {doi:10.1000/xyz123}", "bad-doi", "doi = {10.1000/xyz123}"],
	["doi = {DOI: 10.1000/xyz123}", "bad-doi", "doi = {10.1000/xyz123}"],
	["doi = {\\url{https://doi.org/10.1000/xyz123}}", "bad-doi", "doi = {10.1000/xyz123}"],
	["doi = {10.1007/978-3-540-74976-9\\_7}", "bad-doi information", "doi = {10.1007/978-3-540-74976-9_7}"],
	["doi = {10.1007%2F978}", "bad-doi", "doi = {10.1007/978}"],
	["doi = {10.1000/xyz123.}", "bad-doi", "doi = {10.1000/xyz123}"],
	["doi = {xyz123}", "bad-doi"],
	["doi = {11.1000/xyz}", "bad-doi"],
	["doi = {10.1000/a b}", "bad-doi", "doi = {10.1000/a}"],
	["doi = {n/a}", "bad-doi information"],
]);

check("DOIs of BibTeX, whose styles set them as text", [["doi = {10.1007/978-3-540-74976-9\\_7}", ""]], "bibtex");

check("years, months and dates", [
	["year = {2020}", ""],
	["year = 2020", ""],
	["year = {{2020}}", ""],
	["year = {in press}", ""],
	["year = {c. 1850}", ""],
	["year = {1998/1999}", ""],
	["year = {300 BC}", ""],
	["year = {850}", ""],
	["year = {2020a}", ""],
	["year = {20201}", "bad-date"],
	["year = {98}", "bad-date"],
	["year = {May 2019}", "bad-date information", "date = {2019-05}"],
	["year = {2019-05-01}", "bad-date information", "date = {2019-05-01}"],
	["month = may", ""],
	["month = {May}", ""],
	["month = 5", ""],
	["month = {5~June}", ""],
	["month = jul # {/} # aug", ""],
	["month = {März}", ""],
	["month = {13}", "bad-date"],
	["month = {xx}", "bad-date information"],
	["date = {2020}", ""],
	["date = {2020-02-29}", ""],
	["date = {2020-05/2020-07}", ""],
	["date = {2020-05/}", ""],
	["date = {../2020}", ""],
	["date = {1723~}", ""],
	["date = {199X}", ""],
	["date = {2020-21}", ""],
	["date = {-0044-03-15}", ""],
	["date = {2004-04-05T14:34:00Z}", ""],
	["date = {2019-02-29}", "bad-date"],
	["date = {2019-13-01}", "bad-date"],
	["date = {2019-04-31}", "bad-date"],
	["date = {2019/05/07}", "bad-date", "date = {2019-05-07}"],
	["date = {2019-5-7}", "bad-date", "date = {2019-05-07}"],
	["date = {May 7, 2019}", "bad-date", "date = {2019-05-07}"],
	["date = {7 May 2019}", "bad-date", "date = {2019-05-07}"],
	["date = {1.5.1998}", "bad-date"],
	["urldate = {2019/05/07}", "bad-date", "urldate = {2019-05-07}"],
]);

check(
	"years for BibTeX, whose styles take the last four figures",
	[
		["year = {(about May 1984)}", ""],
		["year = {May 2019}", ""],
	],
	"bibtex",
);

check("pages", [
	["pages = {12}", ""],
	["pages = {12--15}", ""],
	["pages = {12--15, 20--22}", ""],
	["pages = {215--21}", ""],
	["pages = {S12--S15}", ""],
	["pages = {ii--xv}", ""],
	["pages = {e1234}", ""],
	["pages = {12:1--12:24}", ""],
	["pages = {12–15}", ""],
	["pages = {42--}", ""],
	["pages = {A-7}", ""],
	["pages = {1-2-3}", ""],
	["pages = {12-15}", "bad-pages hint", "pages = {12--15}"],
	["pages = {12 -- 15}", "bad-pages", "pages = {12--15}"],
	["pages = {12---15}", "bad-pages", "pages = {12--15}"],
	["pages = {pp. 12--15}", "bad-pages", "pages = {12--15}"],
	["pages = {232--182}", "bad-pages warning"],
	["pages = {215--11}", "bad-pages warning"],
]);

check(
	"pages of BibTeX",
	[
		["pages = {12–15}", "bad-pages", "pages = {12--15}"],
		["pages = {42--}", "bad-pages"],
	],
	"bibtex",
);

check("names", [
	["author = {Smith, Ann and Jones, Bob}", ""],
	["author = {Ann Smith}", ""],
	["author = {Smith, Jr, John}", ""],
	["author = {{Barnes and Noble, Inc., Co., Ltd.}}", ""],
	["author = {{A; B} and C}", ""],
	["author = {family=Simon, given=Ann, prefix=de, useprefix=true}", ""],
	["author = {Smith, Ann and others}", ""],
	["author = {M{\\\"u}ller, Hans and {\\'E}. Zola}", ""],
	["author = {Johnson \\& Johnson}", ""],
	["author = {}", ""],
	["author = {Smith, J., Jones, K. L.}", "bad-name", "author = {Smith, J. and Jones, K. L.}"],
	[
		"author = {A. Smith, K. L. Jones, M. Roe, N. Doe}",
		"bad-name",
		"author = {A. Smith and K. L. Jones and M. Roe and N. Doe}",
	],
	[
		"author = {M. Halle, J. Bresnan, and G. A. Miller}",
		"bad-name",
		"author = {M. Halle and J. Bresnan and G. A. Miller}",
	],
	["author = {Smith, J.; Jones, K.}", "bad-name", "author = {Smith, J. and Jones, K.}"],
	["author = {Ann Smith & Bob Jones}", "bad-name", "author = {Ann Smith and Bob Jones}"],
	["author = {Smith, Ann et al.}", "bad-name", "author = {Smith, Ann and others}"],
	["author = {Smith, Ann and }", "bad-name", "author = {Smith, Ann}"],
	["author = {Smith, Ann and and Jones, Bob}", "bad-name", "author = {Smith, Ann and Jones, Bob}"],
	["author = {Smith, and Jones, Bob}", "bad-name information", "author = {Smith and Jones, Bob}"],
]);

check("ISBNs and ISSNs", [
	["isbn = {0-201-89683-4}", ""],
	["isbn = {9780201896831}", ""],
	["isbn = {978-0-201-89683-1, 0-201-89683-4}", ""],
	["isbn = {978-0-201-89683-1 (pbk.)}", ""],
	["isbn = {0 201 89683 4}", ""],
	["isbn = {080442957X}", ""],
	["issn = {0317-8471}", ""],
	["issn = {2434-561X}", ""],
	["issn = {0317-8471, 2434-561X}", ""],
	["isbn = {0-201-89683-5}", "bad-isbn", "isbn = {0-201-89683-4}"],
	["isbn = {9780201896832}", "bad-isbn", "isbn = {9780201896831}"],
	["isbn = {12345}", "bad-isbn"],
	["isbn = {0317-8471}", "bad-isbn information"],
	["isbn = {ISBN 978-0-201-89683-1}", "bad-isbn information", "isbn = {978-0-201-89683-1}"],
	["isbn = {978–0–201–89683–1}", "bad-isbn information", "isbn = {978-0-201-89683-1}"],
	["issn = {0317-8472}", "bad-isbn", "issn = {0317-8471}"],
	["issn = {0317-84}", "bad-isbn"],
]);

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
