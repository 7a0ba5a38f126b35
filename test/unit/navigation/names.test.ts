// What a place names, where that is defined, and where it is used, in every syntax.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { citationsIn } from "../../../src/core/citations/citations";
import { isCitableFile } from "../../../src/core/citations/languages";
import { definitionsOf, isKnown, namesOf, usesOf } from "../../../src/core/navigation/project";
import { mentionsIn } from "../../../src/core/navigation/mentions";
import { markedProject, projectOf, shown, sourceOf, type Files } from "./navigation";

const bib =
	"@string{jo = {Journal}}\n@book{kim2020, title = {A}, journal = jo # {, } # JO}\n" +
	"@inbook{part, crossref = {kim2020}, ids = {old, older}, month = jan}\n";

/** A manuscript with a mark, and the key there. */
const places: readonly (readonly [file: string, marked: string, name: string])[] = [
	["a.tex", "\\cite[p.~1]{kim2020, pa|rt}", "part"],
	["a.tex", "\\cite{kim2020|,part}", "kim2020"],
	["a.tex", "\\cite{kim2020,|part}", "part"],
	["a.tex", "\\ci|te{kim2020}", ""],
	["a.tex", "%\\cite{kim|2020}", ""],
	["a.tex", "\\cites(see)(x)[1]{kim2020}[2]{par|t}", "part"],
	["a.md", "[see @kim2020, p. 1; -@par|t]", "part"],
	["a.md", "|@kim2020 says", "kim2020"],
	["a.md", "@{kim|2020}", "kim2020"],
	["a.md", "mail@kim|2020.de", ""],
	["a.md", "---\nnocite: |\n  @kim2020, @part\n---\n".replace("@part", "@p\u0001art"), "part"],
	["a.myst", "{cite:p}`kim2020,|part`", "part"],
	["a.typ", "@kim2020[p. 1] @pa|rt", "part"],
	["a.typ", "#cite(<ki|m2020>)", "kim2020"],
	["a.rst", ":cite:p:`kim2020,p|art`", "part"],
	["a.adoc", "cite:[kim2020(12), pa|rt]", "part"],
	["a.org", "[cite/t:see @kim2020 p. 1;@p|art]", "part"],
	["a.org", "cite:kim2020,par|t", "part"],
	["a.ipynb", '{"cells":[{"cell_type":"markdown","source":["\\"x\\" [@kim2|020]"]}]}', "kim2020"],
	["r.bib", "@book{ki|m2020, title={A}}", "kim2020"],
	["r.bib", "@inbook{part, crossref = {kim|2020}}", "kim2020"],
	["r.bib", "@inbook{part, xdata = {a, name=kim|2020}}", "kim2020"],
	["r.bib", "@article{a, journal = {x} # j|o, year = 2020}", "jo"],
	["r.bib", "@string{j|o = {Journal}}", "jo"],
	["r.bib", "@article{a, title = {j|o}}", ""],
	["r.bib", '@article{a, title = "a {"} j|o"}', ""],
	["r.bib", "@article{a, month = ja|n, year = 20|20}", ""],
	["r.bib", "@comment{j|o}", ""],
	["r.yml", "ki|m2020:\n  type: Book\n  title: A\n", "kim2020"],
	["r.json", '[{"id": "kim|2020", "title": "A"}]', "kim2020"],
	["r.yaml", "references:\n- id: kim2|020\n  title: A\n", "kim2020"],
];

suite("names", () => {
	for (const [file, text, name] of places) {
		test(`${file}: ${text.replace(/\n/g, "⏎").replace("\u0001", "|")} names ${name || "nothing"}`, () => {
			const marked = text.includes("\u0001") ? text.replace("|", "-").replace("\u0001", "|") : text;
			assert.equal(markedProject({ [file]: marked }).name?.name ?? "", name);
		});
	}

	/** Where what is marked is defined and used. */
	function found(files: Files): readonly (readonly string[])[] {
		const { project, name } = markedProject(files);
		assert.ok(name, "nothing is named");
		return [shown(files, definitionsOf(name, project)), shown(files, usesOf(name, project))];
	}

	test("of an entry are defined there, and used in every language", () => {
		const files = {
			"r.bib": bib,
			"a.tex": "\\cite{kim|2020}\n% \\cite{kim2020}\n\\nocite{*}\\autocite{kim2020}",
			"b.md": "---\nnocite: '@kim2020'\n---\n[@kim2020]",
			"c.typ": "#cite(<kim2020>)",
			"d.org": "[cite:@kim2020]",
			"e.adoc": "cite:[kim2020]",
			"f.rst": ":cite:`kim2020`",
			"g.ipynb": '{"cells":[{"cell_type":"markdown","source":["a\\n","[@kim2020]"]}]}',
		};
		assert.deepEqual(found(files), [
			["r.bib:2:7 kim2020"],
			[
				"a.tex:1:7 kim2020",
				"a.tex:3:21 kim2020",
				"b.md:2:11 kim2020",
				"b.md:4:3 kim2020",
				"c.typ:1:8 kim2020",
				"d.org:1:8 kim2020",
				"e.adoc:1:7 kim2020",
				"f.rst:1:8 kim2020",
				"g.ipynb:1:54 kim2020",
				"r.bib:3:27 kim2020",
			],
		]);
	});

	test("of an entry may be further ones, which it defines", () => {
		assert.deepEqual(found({ "r.bib": bib, "a.tex": "\\cite{ol|der}" }), [
			["r.bib:3:49 older"],
			["a.tex:1:7 older"],
		]);
	});

	test("of one entry are one: what cites it by any of them is found from each", () => {
		const files = (marked: string): Files => ({
			"r.bib": "@a{kim, ids = {old, older}}\n@b{part, crossref = {older}, ids = {kim, old}}\n",
			"a.tex": `\\cite{${marked}, old} \\cite{part}`,
			"b.md": "[@older]",
		});
		const uses = ["a.tex:1:7 KEY", "a.tex:1:KEY old", "b.md:1:3 older", "r.bib:2:22 older"];
		for (const key of ["kim", "old", "older"]) {
			const [, found1] = found(files(`${key.slice(0, 1)}|${key.slice(1)}`));
			const expected = uses.map(use => use.replace(":KEY", `:${String(9 + key.length)}`).replace("KEY", key));
			assert.deepEqual([...(found1 ?? [])].sort(), [...expected].sort(), key);
		}
		assert.deepEqual(found(files("kim, pa|rt"))[1], ["a.tex:1:12 part", "a.tex:1:29 part"]);
		const { bibliographies } = projectOf(files("kim"));
		assert.deepEqual(namesOf(bibliographies, "older"), ["kim", "old", "older"]);
		assert.deepEqual(namesOf(bibliographies, "nobody"), ["nobody"]);
	});

	test("of strings are found in every bibliography, whatever their letters", () => {
		const files = { "r.bib": bib, "s.bib": "@article{a, journal = j|O}" };
		assert.deepEqual(found(files), [["r.bib:1:9 jo"], ["r.bib:2:39 jo", "r.bib:2:51 JO", "s.bib:1:23 jO"]]);
	});

	test("of two entries with one key are both shown", () => {
		const files = {
			"r.bib": "@a{k, title={A}}\n@b{k, title={B}}",
			"s.bib": "@a{k, title={C}}",
			"a.tex": "\\cite{|k}",
		};
		assert.deepEqual(found(files)[0], ["r.bib:1:4 k", "r.bib:2:4 k", "s.bib:1:4 k"]);
	});

	test("of references that the manuscript holds itself are defined there", () => {
		const list =
			"\\begin{thebibliography}{9}\n%\\bibitem{k} no\n\\bibitem[K(1)]{k} K\n\\bibitem { l } L\n\\end{thebibliography}\n";
		const files = { "a.tex": `${list}\\cite{k|}`, "b.md": "---\nreferences:\n- id: k\n  title: K\n---\n@k" };
		assert.deepEqual(found(files), [
			["a.tex:3:16 k", "b.md:3:7 k"],
			["a.tex:6:7 k", "b.md:6:2 k"],
		]);
		const { project } = markedProject(files);
		assert.deepEqual(
			["k", "l", "m"].map(key => isKnown(project, key)),
			[true, true, false],
		);
		assert.equal(isKnown(projectOf({ "r.bib": bib }), "older"), true);
	});

	test("of the real manuscripts: the uses of every key are its citations", function () {
		const folder = join(__dirname, "../../../../shared/samples/manuscripts");
		let files: readonly string[] = [];
		try {
			files = readdirSync(folder, { recursive: true }).map(String);
		} catch {
			console.log(`      ${folder} is not there`);
			this.skip();
		}
		let count = 0;
		for (const file of files.filter(name => isCitableFile("", name) || name.endsWith(".ipynb"))) {
			const source = sourceOf(file, readFileSync(join(folder, file), "utf8"));
			const citations = citationsIn(source);
			const project = { manuscripts: [{ uri: file, source, citations }], bibliographies: [] };
			const expected = new Map<string, number>();
			for (const { key, kind } of mentionsIn(source)) {
				if (kind !== "defined") expected.set(key, (expected.get(key) ?? 0) + 1);
			}
			for (const { keys } of citations) for (const { key } of keys) assert.ok(expected.has(key));
			for (const [name, times] of [...expected].slice(0, 10)) {
				const uses = usesOf({ kind: "key", name, range: { start: 0, end: 0 } }, project);
				assert.equal(uses.length, times, `${file}: ${name}`);
				count += times;
			}
		}
		assert.ok(count > 100, String(count));
	});
});
