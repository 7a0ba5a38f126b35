// What a single file takes in and holds, how it comes to declare a bibliography, and that any text can be read.
import assert from "node:assert/strict";
import fc from "fast-check";
import { declareBibliography, declaredBibliographies } from "../../../src/core/bibliography/bibliography";
import { readSource } from "../../../src/core/project/read/read";
import { apply } from "../citations/marked";
import { cell, notebook } from "./notebooks";

suite("references in the document itself", () => {
	const rows: readonly (readonly [text: string, languageId: string, kinds: readonly string[]])[] = [
		["\\begin{thebibliography}{9}\\bibitem{a}\\end{thebibliography}", "latex", ["thebibliography"]],
		["\\begin{filecontents*}[overwrite]{\\jobname.bib}\n@misc{x}\n\\end{filecontents*}", "latex", ["filecontents"]],
		["\\begin{filecontents}{a.txt}\n\\end{filecontents}", "latex", []],
		["---\nreferences:\n- id: a\n  title: T\n---\n", "markdown", ["references"]],
		["Text\n\n---\nreferences:\n- id: a\n...\n", "markdown", ["references"]],
		[notebook([], '{"cite2c": {"citations": {"1": {"title": "T"}}}}'), "jupyter", ["notebook"]],
		[notebook([], '{"citation-manager": {"items": {}}}'), "jupyter", []],
	];
	for (const [text, languageId, kinds] of rows) {
		test(text.replace(/\n/g, "⏎"), () => {
			const { inline } = readSource({ text, languageId });
			assert.deepEqual(
				inline.map(({ kind }) => kind),
				kinds,
			);
		});
	}
});

suite("the parts of a document", () => {
	const rows: readonly (readonly [languageId: string, text: string, parts: readonly string[]])[] = [
		[
			"latex",
			"\\input{a}\\include{b.tex}\\subfile{c}\\input d.tex \\input{\\x}",
			["a.tex", "b.tex", "c.tex", "d.tex"],
		],
		[
			"latex",
			"\\import{sub/}{a}\\subimport{x}{b.tex}\\includefrom{../y}{c}",
			["sub/a.tex", "x/b.tex", "../y/c.tex"],
		],
		["latex", "\\usepackage{own,style/b}\\documentclass{cls}", ["own.sty", "style/b.sty", "cls.cls"]],
		["latex", "%\\input{a}\n\\includestandalone[x]{fig}", ["fig.tex"]],
		["markdown", "{{< include _a.qmd >}}\n\n```\n{{< include _b.qmd >}}\n```\n", ["_a.qmd"]],
		[
			"rmd",
			"```{r, child = c('a.Rmd', \"b.Rmd\")}\n```\n\n```{r}\n#| child: c.Rmd\n```\n",
			["a.Rmd", "b.Rmd", "c.Rmd"],
		],
		["markdown", "```{include} a.md\n```\n", ["a.md"]],
		[
			"typst",
			'#import "a.typ": *\n#import "@preview/x:0.1.0"\n#include "/b.typ"\n// #include "c.typ"',
			["a.typ", "/b.typ"],
		],
		["asciidoc", "include::a.adoc[]\n// include::b.adoc[]\n", ["a.adoc"]],
		["org", '#+include: "a.org::*H" src\n#+SETUPFILE: b.org\n', ["a.org", "b.org"]],
		["restructuredtext", ".. include:: a.rst\n.. include:: <isonum.txt>\n", ["a.rst"]],
	];
	for (const [languageId, text, expected] of rows) {
		test(`${languageId}: ${text.replace(/\n/g, "⏎")}`, () => {
			const { parts } = readSource({ text, languageId });
			assert.deepEqual(
				parts.map(({ paths }) => paths[0]),
				expected,
			);
		});
	}
});

suite("a bibliography is declared in every language", () => {
	const rows: readonly (readonly [languageId: string, fileName: string, before: string, after: string])[] = [
		["typst", "a.typ", "= T\nText\n", '= T\nText\n\n#bibliography("r.bib")\n'],
		["typst", "a.typ", "Text", 'Text\n\n#bibliography("r.bib")\n'],
		["typst", "a.typ", "", '#bibliography("r.bib")\n'],
		[
			"asciidoc",
			"a.adoc",
			"= T\nA. Author\n:toc:\n\nText\n",
			"= T\nA. Author\n:toc:\n:bibtex-file: r.bib\n\nText\n\nbibliography::[]\n",
		],
		["asciidoc", "a.adoc", "Text\n\nbibliography::[]\n", ":bibtex-file: r.bib\n\nText\n\nbibliography::[]\n"],
		["asciidoc", "a.adoc", "= T", "= T\n:bibtex-file: r.bib\n\nbibliography::[]\n"],
		["org", "a.org", "#+title: T\n\n* A\n", "#+title: T\n#+bibliography: r.bib\n\n* A\n\n#+print_bibliography:\n"],
		["org", "a.org", "* A [cite:@x]\n", "#+bibliography: r.bib\n\n* A [cite:@x]\n\n#+print_bibliography:\n"],
		["org", "a.org", "* A cite:&x\n", "* A cite:&x\n\nbibliography:r.bib\n"],
		["restructuredtext", "a.rst", "A\n=\n\nText\n", "A\n=\n\nText\n\n.. bibliography:: r.bib\n"],
		[
			"restructuredtext",
			"a.rst",
			"Text\n\n.. bibliography::\n   :all:\n",
			"Text\n\n.. bibliography:: r.bib\n   :all:\n",
		],
		["python", "conf.py", "project = 'x'\n", "project = 'x'\nbibtex_bibfiles = [\"r.bib\"]\n"],
		["python", "conf.py", "bibtex_bibfiles = []\n", 'bibtex_bibfiles = ["r.bib"]\n'],
		["yaml", "_quarto.yml", "project:\n  type: book\n", "project:\n  type: book\nbibliography: r.bib\n"],
		["yaml", "_config.yml", "title: x", "title: x\nbibtex_bibfiles: [r.bib]\n"],
		["yaml", "other.yml", "title: x", "title: x"],
		[
			"markdown",
			"a.md",
			"A {cite}`b`\n",
			"---\nbibliography: r.bib\n---\n\nA {cite}`b`\n\n```{bibliography}\n```\n",
		],
		["myst", "a.md", "A\n", "---\nbibliography: r.bib\n---\n\nA\n\n```{bibliography}\n```\n"],
	];
	for (const [languageId, fileName, before, after] of rows) {
		test(`${languageId}: ${before.replace(/\n/g, "⏎")}`, () => {
			for (const newline of ["\n", "\r\n"]) {
				const [text, expected] = [before.replace(/\n/g, newline), after.replace(/\n/g, newline)];
				const source = { text, languageId, fileName };
				const changed = apply(text, declareBibliography(source, "r.bib"));
				if (before.includes("\n")) assert.equal(changed, expected);
				else assert.equal(changed.replace(/\r\n/g, "\n"), after);
				if (after === before) continue;
				const again = { ...source, text: changed };
				assert.deepEqual(
					declaredBibliographies(again).map(({ path }) => path),
					["r.bib"],
				);
				assert.deepEqual(declareBibliography(again, "s.bib"), []);
			}
		});
	}
	const notebooks: readonly string[] = [
		notebook([]),
		notebook([cell('["# Title"]')]),
		JSON.stringify(JSON.parse(notebook([cell('["---\\n", "title: x\\n", "---"]', "raw")])), undefined, 1),
	];
	for (const text of notebooks) {
		test(`jupyter: ${text.replace(/\n/g, "⏎")}`, () => {
			const source = { text, languageId: "jupyter", fileName: "a.ipynb" };
			const changed = apply(text, declareBibliography(source, "r.bib"));
			const { cells } = JSON.parse(changed) as { cells: { source: string[] }[] };
			assert.ok(cells[0]?.source.includes("bibliography: r.bib\n"), changed);
			assert.deepEqual(
				declaredBibliographies({ ...source, text: changed }).map(({ path }) => path),
				["r.bib"],
			);
		});
	}
});

suite("any text is a source", () => {
	const languages = [
		"latex",
		"markdown",
		"typst",
		"restructuredtext",
		"asciidoc",
		"org",
		"jupyter",
		"yaml",
		"python",
	];
	const pieces = [
		"\\bibliography{",
		"\\addbibresource[",
		"\\begin{filecontents}{a.bib}",
		"\\iffalse",
		"\\fi",
		"{",
		"}",
		"[",
		"]",
		"(",
		")",
		"---\n",
		"bibliography:",
		" - ",
		"\n",
		"  ",
		"#bibliography(",
		'"a.bib"',
		", ",
		": ",
		"'",
		'"',
		"```",
		"/*",
		"*/",
		"//",
		":bibtex-file: ",
		"{a}",
		"#+bibliography: ",
		"bibtex_bibfiles = [",
		'{"cells": [',
		"\\def\\a{",
		"\\a",
		"%",
		"&x ",
		"*x",
		"|",
		"\\",
		"{{< include ",
		".. bibliography:: ",
		"::\n",
		"é",
		"\u{1f600}",
		"\r\n",
		"\uFEFF",
		"a.bib",
	];
	const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(parts => parts.join(""));
	for (const languageId of languages) {
		const fileName = languageId === "python" ? "conf.py" : "";
		test(`${languageId}: reading never throws, and its ranges lie in the text`, () => {
			fc.assert(
				fc.property(texts, text => {
					const source = { text, languageId, fileName };
					const { bibliographies, parts, inline } = readSource(source);
					for (const { range } of [...bibliographies, ...parts, ...inline]) {
						assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
					}
					for (const edit of declareBibliography(source, "r.bib")) {
						assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length);
					}
				}),
				{ numRuns: 300, seed: 5 },
			);
		});
	}
	test("20,000 characters of anything are read in time", () => {
		for (const languageId of languages) {
			const fileName = languageId === "python" ? "conf.py" : "";
			for (const piece of [
				...pieces,
				"  - a: b\n",
				"bibbib",
				"- - ",
				"[[",
				"{{",
				"\\input{a",
				"#let x = (",
				"^",
				" ",
			]) {
				const text = piece.repeat(Math.ceil(20_000 / piece.length));
				const took = (): number => {
					const start = performance.now();
					readSource({ text, languageId, fileName });
					return performance.now() - start;
				};
				// A machine that is busy is slow once. LaTeX's open brackets are followed for 4,000 characters each.
				const first = took();
				const ms = first < 1000 ? first : took();
				assert.ok(ms < 1000, `${languageId}, ${piece}: ${Math.round(ms)} ms`);
			}
		}
	});
});
