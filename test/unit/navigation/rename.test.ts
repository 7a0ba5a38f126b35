// A key is renamed in every file and syntax, or not at all.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { citationsIn, isCitableFile } from "../../../src/core/citations/citations";
import { rename, renameIn } from "../../../src/core/navigation/rename";
import { applied } from "../../../src/core/textEdits";
import { changed, markedProject, sourceOf, type Files } from "./navigation";

function renamed(files: Files, now: string, dialect: "bibtex" | "biblatex" = "bibtex"): Files | string {
	const { project, name } = markedProject(files);
	assert.ok(name, "nothing is named at the mark");
	const found = rename(name, now, { ...project, dialect });
	if (found.outcome !== "renamed") return `${found.outcome} ${found.uri}`;
	const after = changed(files, found.files);
	return Object.fromEntries(Object.entries(after).map(([file, text]) => [file, text.replace("|", "")]));
}

/** A key `old` in each syntax, what becomes of it with a plain key, and with `a b`; `-` where that cannot be. */
const rows: readonly (readonly [file: string, before: string, plain: string, odd: string])[] = [
	["a.tex", "\\cite[p.~1]{old, older,old}", "\\cite[p.~1]{new, older,new}", "-"],
	["a.tex", "% \\cite{old}\n\\textcites[1]{old}[2]{b}", "% \\cite{old}\n\\textcites[1]{new}[2]{b}", "-"],
	["a.tex", "\\nocite{old}\\bibitem{old}", "\\nocite{new}\\bibitem{old}", "-"],
	[
		"a.tex",
		"\\begin{thebibliography}{9}\n\\bibitem[O(1)]{old} Old\n\\end{thebibliography}\\cite{old}",
		"\\begin{thebibliography}{9}\n\\bibitem[O(1)]{new} Old\n\\end{thebibliography}\\cite{new}",
		"-",
	],
	[
		"a.tex",
		"\\begin{filecontents}{r.bib}\n@misc{old, note={a}}\n@misc{b, crossref={old}}\n\\end{filecontents}\\cite{old}",
		"\\begin{filecontents}{r.bib}\n@misc{new, note={a}}\n@misc{b, crossref={new}}\n\\end{filecontents}\\cite{new}",
		"-",
	],
	[
		"a.md",
		"[see @old, p. 1; -@older] @old [p. 2]",
		"[see @new, p. 1; -@older] @new [p. 2]",
		"[see @{a b}, p. 1; -@older] @{a b} [p. 2]",
	],
	["a.md", "`@old` @{old}. old@old.de", "`@old` @{new}. old@old.de", "`@old` @{a b}. old@old.de"],
	["a.md", "---\nnocite: |\n  @old, @older\n---\n@old", "---\nnocite: |\n  @new, @older\n---\n@new", "-"],
	[
		"a.md",
		"---\nreferences:\n- id: old\n  title: Old\n---\n[@old]",
		"---\nreferences:\n- id: new\n  title: Old\n---\n[@new]",
		"-",
	],
	["a.md", '<cite data-cite="old"/> \\citep{old}', '<cite data-cite="new"/> \\citep{new}', "-"],
	["a.myst", "{cite:p}`old,older` and {cite}`old`", "{cite:p}`new,older` and {cite}`new`", "-"],
	[
		"a.typ",
		"@old[p. 1] @older #cite(<old>)",
		"@new[p. 1] @older #cite(<new>)",
		'#cite(label("a b"), supplement: [p. 1]) @older #cite(label("a b"))',
	],
	[
		"a.typ",
		'#cite(label("old"), form: "prose")',
		'#cite(<new>, form: "prose")',
		'#cite(label("a b"), form: "prose")',
	],
	["a.rst", ":cite:p:`{see}old{p. 1},older`", ":cite:p:`{see}new{p. 1},older`", "-"],
	["a.adoc", "cite:[old(12), older] citenp:[old]", "cite:[new(12), older] citenp:[new]", "-"],
	["a.org", "[cite/t:see @old p. 1;@older] cite:old,older", "[cite/t:see @new p. 1;@older] cite:new,older", "-"],
	["a.org", "#+nocite: @old\n[[cite:&old]]", "#+nocite: @new\n[[cite:&new]]", "-"],
	[
		"a.ipynb",
		'{"cells":[{"cell_type":"markdown","source":["\\"[@old]\\"\\n","@old\\u002e"]},{"cell_type":"code","source":"@old"}]}',
		'{"cells":[{"cell_type":"markdown","source":["\\"[@new]\\"\\n","@new\\u002e"]},{"cell_type":"code","source":"@old"}]}',
		'{"cells":[{"cell_type":"markdown","source":["\\"[@{a b}]\\"\\n","@{a b}\\u002e"]},{"cell_type":"code","source":"@old"}]}',
	],
];

suite("renaming a key", () => {
	for (const [file, before, plain, odd] of rows) {
		test(`${file}: ${before.replace(/\n/g, "⏎")}`, () => {
			const source = sourceOf(file, before);
			const after = (now: string): string | undefined => {
				const edits = renameIn(source, "old", now);
				return edits && applied(before, edits);
			};
			assert.equal(after("new"), plain);
			assert.equal(after("a b") ?? "-", odd);
		});
	}

	const bib =
		'@string{old = {x}}\n@book{old, title = {Old}, publisher = old}\n@inbook{part, crossref = {old}, xdata="a,old"}\n';

	test("reaches the bibliography, the entries that refer to it, and every manuscript", () => {
		const files = {
			"r.bib": bib,
			"a.tex": "\\cite{o|ld,part}",
			"b.md": "[@old]",
			"c.typ": "@old",
			"d.org": "[cite:@old]",
		};
		assert.deepEqual(renamed(files, "new2020"), {
			"r.bib":
				'@string{old = {x}}\n@book{new2020, title = {Old}, publisher = old}\n@inbook{part, crossref = {new2020}, xdata="a,new2020"}\n',
			"a.tex": "\\cite{new2020,part}",
			"b.md": "[@new2020]",
			"c.typ": "@new2020",
			"d.org": "[cite:@new2020]",
		});
	});

	test("begins at an entry, a reference to it, and a further name as well", () => {
		const after = { "r.bib": "@a{n, ids={x}}\n@b{c, crossref=n}\n", "a.tex": "\\cite{n}" };
		const before = (marked: string): Files => ({ "r.bib": marked, "a.tex": "\\cite{old}" });
		assert.deepEqual(renamed(before("@a{|old, ids={x}}\n@b{c, crossref=old}\n"), "n"), after);
		assert.deepEqual(renamed(before("@a{old, ids={x}}\n@b{c, crossref=ol|d}\n"), "n"), after);
		const alias = { "r.bib": "@a{k, ids={x, old|}}\n", "a.tex": "\\cite{old}" };
		assert.deepEqual(renamed(alias, "n"), { "r.bib": "@a{k, ids={x, n}}\n", "a.tex": "\\cite{n}" });
	});

	test("knows the other formats", () => {
		const yaml = { "r.yml": "old:\n  type: Book\n  title: Old\n", "a.typ": "@o|ld" };
		assert.deepEqual(renamed(yaml, "new"), { "r.yml": "new:\n  type: Book\n  title: Old\n", "a.typ": "@new" });
		assert.equal(renamed(yaml, "new: x"), "bibliography r.yml");
		const json = { "r.json": '[{"id": "old", "title": "Old"}]', "a.md": "@o|ld" };
		assert.deepEqual(renamed(json, 'a"b'), { "r.json": '[{"id": "a\\"b", "title": "Old"}]', "a.md": '@{a"b}' });
	});

	test("is refused where it would do harm", () => {
		const files = { "r.bib": "@a{old, title={O}}\n@b{other, title={P}, ids={third}}\n", "a.tex": "\\cite{ol|d}" };
		assert.equal(renamed(files, "other"), "taken r.bib");
		assert.equal(renamed(files, "third"), "taken r.bib");
		assert.equal(renamed(files, "Other"), "case r.bib");
		assert.equal(typeof renamed(files, "Other", "biblatex"), "object");
		assert.equal(typeof renamed(files, "Old"), "object");
		for (const now of ["", "a b", "a,b", "a{", "a%", "a\\b", "a#", 'a"'])
			assert.equal(renamed(files, now), "bibliography r.bib", now);
		assert.equal(renamed({ ...files, "s.bib": "@a{old, title={Q}}\n" }, "new"), "twice s.bib");
		assert.equal(renamed({ ...files, "s.bib": "@a{new, title={Q}}\n" }, "new"), "taken s.bib");
		assert.equal(renamed({ ...files, "c.rst": ":cite:`old`" }, "a`b"), "manuscript c.rst");
		assert.equal(
			renamed({ ...files, "m.tex": "\\begin{thebibliography}{9}\\bibitem{new} N\\end{thebibliography}" }, "new"),
			"taken m.tex",
		);
	});

	test("of a key that is nowhere changes where it is cited, also to one that is known", () => {
		const files = { "r.bib": "@a{right, title={R}}\n", "a.tex": "\\cite{wr|ong}", "b.md": "[@wrong]" };
		assert.deepEqual(renamed(files, "right"), {
			"r.bib": files["r.bib"],
			"a.tex": "\\cite{right}",
			"b.md": "[@right]",
		});
	});

	test("of a string stays among strings", () => {
		const files = {
			"r.bib": "@string{jo = {J}}\n@a{jo, journal = jo # { jo } # J|O, title = {jo}}\n",
			"a.tex": "\\cite{jo}",
		};
		const after = "@string{j = {J}}\n@a{jo, journal = j # { jo } # j, title = {jo}}\n";
		assert.deepEqual(renamed(files, "j"), { ...files, "r.bib": after });
		assert.equal(renamed(files, "1a"), "bibliography r.bib");
		assert.equal(renamed({ ...files, "s.bib": "@string(kk = {K})" }, "KK"), "taken s.bib");
	});

	const simple = fc
		.stringMatching(/^[a-z][a-z0-9]{0,6}(?:[-_:][a-z0-9]{1,4})?$/)
		.filter(
			key =>
				!/^(?:fig|tab|tbl|sec|eq|eqn|eqt|lst|alg|algo|thm|lem|cor|prp|prop|def|ex|exm|rem|ch|app|fn|id|tip|nte|wrn|imp|cau|exr|cnj|sol|part|step|chap|code)[-:_.]?/.test(
					key,
				),
		);

	test("there and back gives the same bytes, and changes nothing but keys", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...rows.filter(([, before]) => !before.includes("label("))),
				simple,
				([file, before], now) => {
					fc.pre(!before.includes(now));
					const source = sourceOf(file, before);
					const edits = renameIn(source, "old", now);
					assert.ok(edits);
					for (const { start, end, text } of edits) {
						assert.equal(before.slice(start, end), "old");
						assert.equal(text, now);
					}
					const text = applied(before, edits);
					const back = renameIn({ ...source, text }, now, "old");
					assert.ok(back);
					assert.equal(applied(text, back), before);
				},
			),
			{ numRuns: 300, seed: 6 },
		);
	});

	test("in the real manuscripts there and back gives the same bytes", function () {
		const folder = join(__dirname, "../../../../shared/samples/manuscripts");
		let files: readonly string[] = [];
		try {
			files = readdirSync(folder, { recursive: true }).map(String);
		} catch {
			console.log(`      ${folder} is not there`);
			this.skip();
		}
		const refused: string[] = [];
		let count = 0;
		for (const file of files.filter(name => isCitableFile("", name))) {
			const source = sourceOf(file, readFileSync(join(folder, file), "utf8"));
			if (source.text.length > 40_000) continue;
			const keys = new Set(citationsIn(source).flatMap(citation => citation.keys.map(({ key }) => key)));
			for (const key of [...keys].slice(0, 1)) {
				const edits = renameIn(source, key, "zz9new");
				const text = edits && applied(source.text, edits);
				const back = text && renameIn({ ...source, text }, "zz9new", key);
				if (!back) refused.push(`${file}: ${key}`);
				else if (applied(text, back) !== source.text) refused.push(`${file}: ${key} is written otherwise`);
				count++;
			}
		}
		assert.deepEqual(refused, []);
		assert.ok(count > 20, String(count));
	});

	test("any key is either read again as it is, or refused", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...rows),
				fc.oneof(fc.string(), fc.string({ unit: "grapheme" })),
				([file, before], now) => {
					const source = sourceOf(file, before);
					const edits = renameIn(source, "old", now);
					if (edits === undefined) return;
					const keys = (text: string): readonly string[] =>
						citationsIn({ ...source, text }).flatMap(({ keys }) => keys.map(({ key }) => key));
					assert.deepEqual(
						keys(applied(before, edits)),
						keys(before).map(key => (key === "old" ? now : key)),
					);
				},
			),
			{ numRuns: 500, seed: 6 },
		);
	});
});
