// What a single file declares: one row for each form of each language.
import assert from "node:assert/strict";
import { declaredBibliographies } from "../../../src/core/bibliography/bibliography";
import { cell, notebook } from "./notebooks";

type Row = readonly [text: string, paths: readonly string[]];

/** Each row's range must hold what is written: the path itself, or the macros that it is made of. */
function check(name: string, languageId: string, fileName: string, rows: readonly Row[]): void {
	suite(`${name} declares`, () => {
		for (const [text, expected] of rows) {
			test(text.replace(/\n/g, "⏎"), () => {
				for (const newline of ["\n", "\r\n"]) {
					const whole = text.replace(/\n/g, newline);
					const found = declaredBibliographies({ text: whole, languageId, fileName });
					assert.deepEqual(
						found.map(({ path }) => path),
						expected,
					);
					for (const { path, range } of found) {
						const written = whole.slice(range.start, range.end);
						assert.ok(
							path.startsWith(written) || path.endsWith(written) || /[\\{"'+*]|^scholar/.test(written),
							`${written} for ${path}`,
						);
					}
				}
			});
		}
	});
}

check("LaTeX", "latex", "thesis.tex", [
	["\\bibliography{a,b}\\nobibliography{c}", ["a.bib", "b.bib", "c.bib"]],
	["\\nobibliography*", []],
	["\\bibliography{refs.v2}", ["refs.v2.bib"]],
	['\\bibliography{"my refs"}', ["my refs.bib"]],
	["\\bibliography{\\jobname}", ["thesis.bib"]],
	["\\addbibresource[location=remote]{https://x.org/a.bib}", ["https://x.org/a.bib"]],
	["\\addbibresource[label=a]{a.bib}\\begin{refsection}[a]\\end{refsection}", ["a.bib"]],
	["\\begin{refsection}[a.bib, b.bib]", ["a.bib", "b.bib"]],
	["\\newrefsection[c.bib]", ["c.bib"]],
	["\\newcommand{\\bibdir}{refs}\n\\addbibresource{\\bibdir/a.bib}", ["refs/a.bib"]],
	["\\newcommand*\\bibdir{refs}\n\\addbibresource{\\bibdir/a.bib}", ["refs/a.bib"]],
	[
		"\\def\\bibdir{../\\sub}\\def\\sub{refs/}\n\\bibliography{\\bibdir a,\\bibdir{}b}",
		["../refs/a.bib", "../refs/b.bib"],
	],
	["\\def\\a{\\a}\\bibliography{\\a}", []],
	["\\newcommand{\\mybib}[1]{\\addbibresource{#1}}", []],
	["\\bibliography{\\detokenize{a_b},\\subfix{../c}}", ["a_b.bib", "../c.bib"]],
	[
		"\\newcites{sec,app}{A,B}\\bibliographysec{a}\\bibliographyapp{b}\\bibliographystylesec{plain}",
		["a.bib", "b.bib"],
	],
	["\\begin{btSect}[plain]{a,b}", ["a.bib", "b.bib"]],
	["\\defaultbibliography{a}\\putbib[b]\\putbib", ["a.bib", "b.bib"]],
	["\\newbibliography{x}\\bibliography{x}{refs}{Title}", ["refs.bib"]],
	["\\documentclass[bibliography=totoc,12pt]{scrbook}", []],
	["\\documentclass[bibliography=refs.bib]{x}", ["refs.bib"]],
	["\\usepackage[bibfile=refs, style={a}]{x}", ["refs.bib"]],
	["\\fdusetup{style = {bib-backend = bibtex, bib-resource = {a.bib, b.bib}}}", ["a.bib", "b.bib"]],
	["\\njusetup{bib/resource = {main.bib}}", ["main.bib"]],
	["\\PassOptionsToClass{bibresource=a.bib}{x}", ["a.bib"]],
	["\\iffalse\\bibliography{a}\\ifx\\fi\\bibliography{b}\\fi\\bibliography{c}", ["c.bib"]],
	["\\iffalse\\bibliography{a}\\else\\bibliography{b}\\fi", ["b.bib"]],
	["\\end{document}\n\\bibliography{a}", []],
	["\\verb|\\bibliography{a}| \\bibliographyunit[\\chapter]", []],
	["\\begin{filecontents}{a.bib}\n@misc{x}\n\\bibliography{z}\n\\end{filecontents}\n\\bibliography{a}", ["a.bib"]],
]);

check("Markdown", "markdown", "a.md", [
	["---\ntitle: x\n---\n\nText\n\n---\nbibliography: late.bib\n---\n", ["late.bib"]],
	["---\nbibliography: a.bib\n...\n\n---\nbibliography: b.bib\n...\n", ["b.bib"]],
	["Text\n---\nbibliography: a.bib\n---\n", []],
	["~~~\n\n---\nbibliography: a.bib\n---\n~~~\n", []],
	["```{bibliography} refs.bib other.bib\n:style: plain\n```\n", ["refs.bib", "other.bib"]],
	[":::{bibliography} refs.bib\n:::\n", ["refs.bib"]],
	["````md\n```{bibliography} refs.bib\n```\n````\n", []],
	["---\nbibliography: https://x.org/a?b=c\n---\n", ["https://x.org/a?b=c"]],
	[
		"---\nauthor:\n  - name: A\n    bibliography: no.bib\nbibliography:\n- a.json\n- b.yaml\n---\n",
		["a.json", "b.yaml"],
	],
]);

check("a project file", "yaml", "/p/_quarto.yml", [
	["project:\n  type: book\nbibliography: refs.bib\n", ["refs.bib"]],
	["book:\n  chapters: [a.qmd]\n  bibliography: [a.bib, b.bib]\n", ["a.bib", "b.bib"]],
	["format:\n  html:\n    toc: true\n  pdf:\n    bibliography: p.bib\n", ["p.bib"]],
	[
		"version: 1\nproject:\n  id: x\n  bibliography:\n    - a.bib\n    - https://x.org/b.bib\n",
		["a.bib", "https://x.org/b.bib"],
	],
	["metadata:\n  bibliography: m.bib\ninput-files:\n- a.md\n", ["m.bib"]],
	["bibliography: ${.}/refs.bib", ["refs.bib"]],
	[
		"bibtex_bibfiles:\n  - _static/q.bib\nsphinx:\n  config:\n    bibtex_bibfiles: [s.bib]\n",
		["_static/q.bib", "s.bib"],
	],
	["scholar:\n  style: apa\n", ["_bibliography/references.bib"]],
	["scholar:\n  source: ./bib/\n  bibliography: papers.bib\n", ["bib/papers.bib"]],
	["scholar:\n  bibliography: '*.bib'\n", ["_bibliography/*.bib"]],
	["rmd_files: ['a.Rmd']\n# bibliography: no.bib\n", []],
	["- a\n- bibliography: a.bib", []],
]);

check("Sphinx", "python", "/docs/conf.py", [
	["bibtex_bibfiles = ['refs.bib']", ["refs.bib"]],
	['bibtex_bibfiles = [\n    "a.bib",  # first\n    \'b.bib\',\n]\nother = ["c.bib"]', ["a.bib", "b.bib"]],
	[
		'bibtex_bibfiles: list[str] = ["a.bib"]\nbibtex_bibfiles += ["b.bib"]\nbibtex_bibfiles.append("c.bib")',
		["a.bib", "b.bib", "c.bib"],
	],
	['bibtex_bibfiles = ("a.bib",)', ["a.bib"]],
	['bibtex_bibfiles = [os.path.join(os.path.dirname(__file__), "bib", "a.bib")]', ["bib/a.bib"]],
	['bibtex_bibfiles = [str(HERE / "bib" / "a.bib"), "b" ".bib"]', ["bib/a.bib", "b.bib"]],
	['bib = "a.bib"\nbibtex_bibfiles = [bib]', ["a.bib"]],
	['bibtex_bibfiles = glob.glob("bib/*.bib")', ["bib/*.bib"]],
	['# bibtex_bibfiles = [\'a.bib\']\n"""\nbibtex_bibfiles = [\'b.bib\']\n"""', []],
	['bibtex_bibfiles = [f"{x}/a.bib"]\nif bibtex_bibfiles == ["b.bib"]: pass', []],
	["bibtex_bibfiles = []", []],
	['bibtex_bibfiles = ["a.bib"] if x else ["b.bib"]', ["a.bib", "b.bib"]],
	['bibtex_bibfiles = sorted(str(p) for p in Path("bib").glob("*.bib"))', ["bib/*.bib"]],
]);

check("reStructuredText", "restructuredtext", "a.rst", [
	[".. bibliography:: a.bib b.bib\n   :style: plain\n", ["a.bib", "b.bib"]],
	[".. bibliography:: a.bib\n   b.bib\n   :style: plain\n\n   c.bib", ["a.bib", "b.bib"]],
	[".. bibliography::\n\n", []],
	[".. code-block:: rst\n\n   .. bibliography:: a.bib\n\n.. bibliography:: b.bib", ["b.bib"]],
	["For example::\n\n  .. bibliography:: a.bib\n", []],
	[".. a comment\n   .. bibliography:: a.bib\n", []],
	[".. note::\n\n   .. bibliography:: a.bib\n", ["a.bib"]],
]);

check("Typst", "typst", "a.typ", [
	['#bibliography("a.bib")', ["a.bib"]],
	['#bibliography("/refs/a.bib", style: "ieee.csl", title: "References")', ["/refs/a.bib"]],
	['#bibliography(style: "apa", ("a.bib", "b.yml"),)', ["a.bib", "b.yml"]],
	['#bibliography(\n  "./r.yaml",\n  // style: "x",\n  title: none,\n)', ["./r.yaml"]],
	[
		'#show: t.with(bibliography: bibliography("m.bib"), bibliography-file: "n.bib", logo: "l.svg")',
		["m.bib", "n.bib"],
	],
	['#show: t.with(bibliography-files: ("a.bib", "b.bib"), bib-style: "ieee")', ["a.bib", "b.bib"]],
	['#let refs = "a.bib"\n#bibliography(refs)', ["a.bib"]],
	['#bibliography(bytes(read("a.bib")))', ["a.bib"]],
	['#add-bib-resource(read("custom.bib"))', ["custom.bib"]],
	['// #bibliography("a.bib")\n/* #bibliography("b.bib") /* */ */ `#bibliography("c.bib")`', []],
	['```typ\n#bibliography("a.bib")\n```\nsee https://x.org #bibliography("b.bib")', ["b.bib"]],
	['the bibliography (see "a.bib") and print-bibliography("b.bib")', []],
	["#bibliography(", []],
	['#bibliography(sys.inputs.at("bib", default: "a.bib"))', []],
	['#bibliography("a.bib", title: [See (1], style: "x.csl")\n#image("b.bib")', ["a.bib"]],
]);

check("AsciiDoc", "asciidoc", "a.adoc", [
	["= T\n:bibtex-file: a.bib\n\nbibliography::[]", ["a.bib"]],
	["= T\n:dir: refs\n:bibtex-file: {docdir}/{dir}/a.bib\n", ["refs/a.bib"]],
	["= T\n:bibtex-file: {unknown}/a.bib\n", []],
	[":bibliography-database: a.bib, b.bib\n", ["a.bib", "b.bib"]],
	["bibliography::refs.bib[ieee]\n", ["refs.bib"]],
	["// :bibtex-file: a.bib\n----\n:bibtex-file: b.bib\n----\n", []],
]);

check("Org", "org", "a.org", [
	["#+bibliography: a.bib\n#+BIBLIOGRAPHY: b.json\n", ["a.bib", "b.json"]],
	['#+bibliography: "my refs.bib"\n', ["my refs.bib"]],
	["#+BIBLIOGRAPHY: refs plain option:-d limit:t\n", ["refs.bib"]],
	["Text bibliography:a.bib,b.bib.\n", ["a.bib", "b.bib"]],
	["[[bibliography:a.bib, c]] [[nobibliography:b.bib][words]]", ["a.bib", "c.bib", "b.bib"]],
	["bibliographystyle:unsrt\n[[printbibliography:]]", []],
	["#+latex_header: \\addbibresource{../r.bib}\n\\bibliography{s}", ["../r.bib", "s.bib"]],
	["# bibliography:a.bib\n#+begin_src org\n#+bibliography: b.bib\n#+end_src\n", []],
]);

check("a notebook", "jupyter", "a.ipynb", [
	[notebook([], '{"bibliography": "a.bib"}'), ["a.bib"]],
	[notebook([], '{"latex_envs": {}, "bibliography": ["a.bib", "b.bib"]}'), ["a.bib", "b.bib"]],
	[notebook([cell('["---\\n", "title: \\"é\\"\\n", "bibliography: a.bib\\n", "---"]', "raw")]), ["a.bib"]],
	[notebook([cell('"---\\nbibliography: [a.bib, \\"b.bib\\"]\\n---\\nText"')]), ["a.bib", "b.bib"]],
	[notebook([cell('"bibliography = \\"---\\nbibliography: a.bib\\n---\\""', "code")]), []],
	[notebook([cell('["```{bibliography} refs.bib\\n", "```"]')]), ["refs.bib"]],
	['{"cells": [', []],
]);
