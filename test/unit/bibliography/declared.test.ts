// The bibliographies and the root that a document names, and the edits by which it gets a bibliography.
import assert from "node:assert/strict";
import { declareBibliography, declaredBibliographies, texRoot } from "../../../src/core/bibliography/bibliography";
import { apply } from "../citations/marked";

function paths(text: string, languageId: string): string[] {
	return declaredBibliographies({ text, languageId }).map(({ path, range }) => {
		assert.ok(path.startsWith(text.slice(range.start, range.end).replace(/\\\\/g, "\\")));
		return path;
	});
}

function declare(text: string, languageId: string): string {
	return apply(text, declareBibliography({ text, languageId }, "r.bib"));
}

suite("the field of a YAML header", () => {
	const rows: readonly (readonly [header: string, found: string[], declared: string | undefined])[] = [
		["bibliography:", [], "bibliography: r.bib"],
		["bibliography: ", [], "bibliography: r.bib "],
		["bibliography: # none yet", [], "bibliography: r.bib # none yet"],
		["bibliography: []", [], "bibliography: r.bib"],
		["bibliography: [ ] # c", [], "bibliography: r.bib # c"],
		["bibliography: ''", [], "bibliography: r.bib"],
		["bibliography: ~", [], "bibliography: r.bib"],
		["bibliography: null # c", [], "bibliography: r.bib # c"],
		["bibliography:\n  -", [], "bibliography:\n  r.bib"],
		["bibliography: |\n  a.bib", ["a.bib"], undefined],
		["bibliography: >-\n  a.bib", ["a.bib"], undefined],
		["bibliography:\n  main: m.bib", ["m.bib"], undefined],
		["bibliography:\n  main: m.bib\n  more: [n.bib, o]", ["m.bib", "n.bib", "o.bib"], undefined],
		["bibliography: {main: m.bib}", ["m.bib"], undefined],
		["bibliography: [{main: m.bib}, b.bib]", ["m.bib", "b.bib"], undefined],
		["bibliography: *anchor", [], undefined],
		["refs: &anchor a.bib\nbibliography: *anchor", ["a.bib"], undefined],
		["bibliography: &anchor [a.bib]", ["a.bib"], undefined],
		["bibliography: !expr here::here('a.bib')", [], undefined],
		["bibliography: \"`r write_bib('a.bib')`\"", [], undefined],
		["bibliography:\n  - main: m.bib\n  - b.bib", ["m.bib", "b.bib"], undefined],
		["bibliography:\n  - ~\n  - b.bib", ["b.bib"], undefined],
		["bibliography:\n  a.bib", ["a.bib"], undefined],
		["bibliography:\n  [a.bib,\n   b.bib]", ["a.bib", "b.bib"], undefined],
		['bibliography: "a # b.bib" # c', ["a # b.bib"], undefined],
		["bibliography: C:/Users/x/refs", ["C:/Users/x/refs.bib"], undefined],
		["bibliography: C:\\x\\refs.bib", ["C:\\x\\refs.bib"], undefined],
		['bibliography: "C:\\\\x\\\\refs.bib"', ["C:\\x\\refs.bib"], undefined],
		["bibliography: [C:/x/refs, ~/refs.bib]", ["C:/x/refs.bib"], undefined],
		["bibliography: $HOME/refs.bib", [], undefined],
		["bibliography: ${x}/refs.bib", [], undefined],
	];
	for (const [header, found, declared] of rows) {
		test(header.replace(/\n/g, "⏎"), () => {
			for (const newline of ["\n", "\r\n"]) {
				const write = (field: string): string =>
					`---\ntitle: x\n${field}\nlang: en\n---\n\nText\n`.replace(/\n/g, newline);
				assert.deepEqual(paths(write(header), "markdown"), found);
				assert.equal(declare(write(header), "markdown"), write(declared ?? header));
			}
		});
	}
	test("is not looked for behind a rule that starts the document", () => {
		const text = "---\n\nbibliography: a.bib\n\n---\n";
		assert.deepEqual(paths(text, "markdown"), []);
		assert.equal(declare(text, "markdown"), `---\nbibliography: r.bib\n---\n\n${text}`);
	});
});

suite("a bibliography of LaTeX", () => {
	const found: readonly (readonly [text: string, paths: string[]])[] = [
		["\\bibliography{C:/Users/x/refs}", ["C:/Users/x/refs.bib"]],
		["\\addbibresource{C:/my refs/a.bib}", ["C:/my refs/a.bib"]],
		["\\bibliography{\\somedir/refs, ~/refs, $HOME/refs, ${x}/refs, b}", ["b.bib"]],
		["\\bibliography{a, % first, second\n  b}", ["a.bib", "b.bib"]],
		["\\addbibresource[label={a]b}]{bibliography.bib}", ["bibliography.bib"]],
	];
	for (const [text, expected] of found) test(text, () => assert.deepEqual(paths(text, "latex"), expected));

	const body = "\n\\begin{document}\n\\end{document}\n";
	const options = "\\usepackage[\n  a=b, % see [1] and ]\n  c={d]},\n]{biblatex}";
	const declared: readonly (readonly [before: string, after: string])[] = [
		[`${options}${body}`, `${options}\n\\addbibresource{r.bib}${body}`],
		[`\\addbibresource{}${body}`, `\\addbibresource{r.bib}${body}`],
		[`\\bibliography{}${body}`, `\\bibliography{r}${body}`],
		[`\\bibliography{\\somedir/refs}${body}`, `\\bibliography{\\somedir/refs}${body}`],
	];
	for (const [before, after] of declared) {
		test(`declares: ${before.replace(/\n/g, "⏎")}`, () => assert.equal(declare(before, "latex"), after));
	}
});

suite("the root of a LaTeX document", () => {
	const rows: readonly (readonly [text: string, root: string | undefined])[] = [
		["% !TEX root = ../main.tex\nText", "../main.tex"],
		["%!TeX root=main.tex", "main.tex"],
		["\uFEFF% !tex Root = my thesis/main.tex \r\nText", "my thesis/main.tex"],
		["% !TEX program = xelatex\n% !TEX root = main", "main"],
		[`${"\n".repeat(19)}% !TEX root = main.tex`, "main.tex"],
		[`${"\n".repeat(20)}% !TEX root = main.tex`, undefined],
		["Text % !TEX root = main.tex", undefined],
		["% !TEX root =", undefined],
		["\\documentclass[../main]{subfiles}", "../main.tex"],
		["\\documentclass [ ../main.tex ] {subfiles}", "../main.tex"],
		["%\\documentclass[../main]{subfiles}", undefined],
		["\\documentclass[12pt]{article}", undefined],
		["\\documentclass[]{subfiles}", undefined],
	];
	for (const [text, root] of rows) {
		test(text.replace(/\n/g, "⏎"), () => assert.equal(texRoot({ text, languageId: "latex" }), root));
	}
	test("is no matter of Markdown", () => {
		assert.equal(texRoot({ text: "% !TEX root = main.tex", languageId: "markdown" }), undefined);
	});
});
