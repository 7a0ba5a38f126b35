// Which citations are found in a document, and that an insertion anywhere adds its keys and nothing else.
import assert from "node:assert/strict";
import fc from "fast-check";
import {
	citableLanguages,
	citationAt,
	citationsIn,
	insertCitation,
	isCitable,
	isCitableFile,
} from "../../../src/core/citations/citations";
import { apply } from "./marked";
import { assertLinear } from "../linear";

function found(text: string, languageId: string): string[][] {
	return citationsIn({ text, languageId }).map(citation => [
		text.slice(citation.range.start, citation.range.end),
		...citation.keys.map(({ key, range }) => {
			assert.equal(text.slice(range.start, range.end), key);
			return key;
		}),
	]);
}

const latexRows: readonly (readonly [string, string[][]])[] = [
	["\\cite{a}", [["\\cite{a}", "a"]]],
	["\\cite{a,b , c}", [["\\cite{a,b , c}", "a", "b", "c"]]],
	["\\citep*[see][p.~3]{a}", [["\\citep*[see][p.~3]{a}", "a"]]],
	["\\Textcite[{a]b}]{a}", [["\\Textcite[{a]b}]{a}", "a"]]],
	["\\cite{%\n  a, % b\n  c}", [["\\cite{%\n  a, % b\n  c}", "a", "c"]]],
	["\\cite\n{a}", [["\\cite\n{a}", "a"]]],
	["\\cite\n\n{a}", []],
	["\\autocites(x)(y)[see][12]{a}[34]{b} {c}", [["\\autocites(x)(y)[see][12]{a}[34]{b} {c}", "a", "b", "c"]]],
	["\\volcite[a]{2}[3]{k}", [["\\volcite[a]{2}[3]{k}", "k"]]],
	["\\nocite{*}", [["\\nocite{*}"]]],
	["\\nocite{*, a}", [["\\nocite{*, a}", "a"]]],
	["\\newcommand{\\my}[1]{\\cite{#1}}", []],
	["% \\cite{a}\n5\\% \\cite{b}", [["\\cite{b}", "b"]]],
	["\\\\% \\cite{a}", []],
	["\\verb|\\cite{a}| \\verb*+\\cite{b}+ \\cite{c}", [["\\cite{c}", "c"]]],
	["\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}\\cite{b}", [["\\cite{b}", "b"]]],
	["\\begin{minted}[x]{tex}\n\\cite{a}\n\\end{minted}", []],
	["\\begin{comment}\n\\cite{a}", []],
	["\\end{document}\n\\cite{a}", []],
	[
		"\\footnote{\\cite[see \\cite{b}]{a}}",
		[
			["\\cite[see \\cite{b}]{a}", "a"],
			["\\cite{b}", "b"],
		],
	],
	["\\citestyle{plain} \\citation{a} \\cited{b}", []],
	[
		"\\cite{DBLP:conf/naacl/A-18, größe_2}",
		[["\\cite{DBLP:conf/naacl/A-18, größe_2}", "DBLP:conf/naacl/A-18", "größe_2"]],
	],
];

const pandocRows: readonly (readonly [string, string[][]])[] = [
	["[@a; see @b, p. 3]", [["[@a; see @b, p. 3]", "a", "b"]]],
	["[-@a]", [["[-@a]", "a"]]],
	["@a says", [["@a", "a"]]],
	["@a [p. 3] says", [["@a [p. 3]", "a"]]],
	["@a [@b]", [["@a [@b]", "a", "b"]]],
	["@{odd key; x} [@{y}]", [["@{odd key; x} [@{y}]", "odd key; x", "y"]]],
	["[@doi:10.1/x; @a.]", [["[@doi:10.1/x; @a.]", "doi:10.1/x", "a"]]],
	["(@a).", [["@a", "a"]]],
	[
		"@a--b @a..b",
		[
			["@a", "a"],
			["@a", "a"],
		],
	],
	["me@a.org \\@b @fig-x [@sec-y] @Tbl-z @eq:a @lst-1", []],
	["[@fig-a; @b]", [["[@fig-a; @b]", "b"]]],
	["`@a` ``[@b` ]`` @c", [["@c", "c"]]],
	["```r\n@a\n```\n@b", [["@b", "b"]]],
	["````\n```\n@a\n````\n@b", [["@b", "b"]]],
	["~~~\n@a", []],
	["---\ntitle: x\nauthor: '@a'\n---\n@b", [["@b", "b"]]],
	["<!-- @a\n\n@b -->@c", [["@c", "c"]]],
	["<a href='x@y'> <mailto:@z> https://x.org/@a [t](https://y/@b) @c", [["@c", "c"]]],
	[
		"[@a](x) [@b]{.c} ![@d](e)",
		[
			["@a", "a"],
			["@b", "b"],
			["@d", "d"],
		],
	],
	["^[see @a]", [["@a", "a"]]],
	["[x\n\n@a]", [["@a", "a"]]],
	["[see [b](c) @a]", [["[see [b](c) @a]", "a"]]],
	[
		'*@a* **[@b]** "@c"',
		[
			["@a", "a"],
			["[@b]", "b"],
			["@c", "c"],
		],
	],
	["text\n\n    @a\n\n@b", [["@b", "b"]]],
	["- x\n\n    @a", [["@a", "a"]]],
	["$a@b$ $5 @a $6", [["@a", "a"]]],
	["\\citep[p. 3]{a, b} `\\cite{c}`", [["\\citep[p. 3]{a, b}", "a", "b"]]],
	[
		"[@a;\n@b]\r\n\r\n[@c]",
		[
			["[@a;\n@b]", "a", "b"],
			["[@c]", "c"],
		],
	],
];

suite("citations found in LaTeX", () => {
	for (const [text, expected] of latexRows) test(text, () => assert.deepEqual(found(text, "latex"), expected));
});

suite("citations found in Markdown", () => {
	for (const [text, expected] of pandocRows) test(text, () => assert.deepEqual(found(text, "quarto"), expected));
});

suite("the citation at the cursor", () => {
	test("is the innermost, and of two neighbours the one before", () => {
		const text = "\\cite[see \\cite{b}]{a}\\cite{c}";
		const at = (offset: number) => citationAt({ text, languageId: "latex" }, offset)?.keys.map(({ key }) => key);
		assert.deepEqual([at(3), at(15), at(20), at(22), at(24)], [["a"], ["b"], ["a"], ["a"], ["c"]]);
	});
	test("is found by the file's extension when the language is not known", () => {
		assert.equal(citationsIn({ text: "\\cite{a}", languageId: "plaintext", fileName: "a.tex" }).length, 1);
		assert.equal(citationsIn({ text: "@a", languageId: "x", fileName: "a.Rmd" }).length, 1);
		assert.equal(citationsIn({ text: "@a [@b]", languageId: "x" }).length, 1);
	});
});

suite("files to cite in", () => {
	test("are known by their language or their extension", () => {
		assert.ok(citableLanguages.every(id => isCitableFile(id, "")));
		assert.deepEqual(
			["a.tex", "/x/b.QMD", "c.txt", "tex"].map(name => isCitableFile("plaintext", name)),
			[true, true, false, false],
		);
		assert.equal(isCitableFile("constructor", "a.toString"), false);
	});
});

suite("an insertion anywhere", () => {
	const documents = [
		["latex", latexRows.map(([text]) => text).filter(text => !/verbatim\}$|comment|end\{doc|cite\n\n/.test(text))],
		["markdown", pandocRows.map(([text]) => text).filter(text => !/^(?:---|~~~|\^|- )|\n {4}/.test(text))],
	] as const;
	const keys = ["NewOne", "NewTwo"];
	for (const [languageId, rows] of documents) {
		test(`adds its keys and leaves the rest as it was (${languageId})`, () => {
			const samples = fc
				.shuffledSubarray([...rows], { minLength: 1, maxLength: 4 })
				.map(parts => parts.join("\n\nWords.\n\n"));
			const place = fc.tuple(samples, fc.nat(), fc.boolean());
			fc.assert(
				fc.property(place, ([sample, nat, isWindows]) => {
					const text = isWindows ? sample.replace(/\n/g, "\r\n") : sample;
					const source = { text, languageId };
					const offset = nat % (text.length + 1);
					fc.pre(isCitable(source, offset));
					const edits = insertCitation(source, offset, keys);
					assert.ok(edits.every(({ start, end }) => start === end));
					const now = citationsIn({ text: apply(text, edits), languageId });
					const sorted = (list: readonly { keys: readonly { key: string }[] }[]) =>
						list.flatMap(citation => citation.keys.map(({ key }) => key)).sort();
					assert.deepEqual(sorted(now), [...sorted(citationsIn(source)), ...keys].sort());
				}),
				{ numRuns: 400 },
			);
		});
	}
	test("never throws, whatever the text", () => {
		const noise = fc.array(
			fc.constantFrom("\\cite", "{", "}", "[", "]", "@", "a", ";", ",", "%", "\n", "`", "$", "\\", "|"),
		);
		fc.assert(
			fc.property(noise, fc.nat(), fc.constantFrom("latex", "markdown", "x"), (parts, nat, languageId) => {
				const text = parts.join("");
				insertCitation({ text, languageId }, nat, ["k"]);
				citationAt({ text, languageId }, nat);
			}),
		);
	});
	test("6 MB are read in linear time", () => {
		const line = "Words \\cite[p. 3]{a, b} and [see @c, p. 4; @d] `code` https://a.org/@x $x$ [link](y).\n\n";
		for (const languageId of ["latex", "markdown"]) {
			const read = (lines: number) => citationsIn({ text: line.repeat(lines), languageId }).length >= lines;
			assertLinear(lines => assert.ok(read(lines)), 70_000, languageId);
		}
	}).timeout(60_000);
});
