// Keys of citations in every syntax: those that no entry has, and those that need none.
import assert from "node:assert/strict";
import { inEnglish } from "../../../src/core/checks/messages";
import { findingsIn, told, type Texts } from "./support";

const bib = [
	"@article{smith2020deep, author={Smith, Ann}, title={Deep things}, journal={J}, year=2020}",
	"@book{Knuth1984, author={Knuth, Donald}, title={Literate}, publisher={P}, year=1984}",
].join("\n");

const tex = (body: string): string => `\\documentclass{article}\n${body}\n\\bibliography{a}`;
const latex = (body: string): string =>
	`\\documentclass{article}\\usepackage{biblatex}\\addbibresource{a.bib}\n${body}`;
const md = (body: string): string => `---\nbibliography: a.bib\n---\n\n${body}\n`;

const key = /^(?:undefined-key|key-case|no-bibliography|missing-bibliography)/;

suite("a key that no entry has is told of", () => {
	const rows: readonly (readonly [file: string, text: string, expected: readonly string[]])[] = [
		["m.tex", tex("\\cite{smith2020deep,nobody}"), ["undefined-key: nobody"]],
		["m.tex", tex("\\citep[see][p. 2]{nobody} \\citet*{ Knuth1984 }"), ["undefined-key: nobody"]],
		["m.tex", latex("\\autocites[1]{nobody}[2]{Knuth1984}"), ["undefined-key: nobody"]],
		["m.tex", tex("\\nocite{nobody}"), ["undefined-key: nobody"]],
		["m.md", md("[see @nobody, p. 3; @Knuth1984] and @noone."), ["undefined-key: nobody", "undefined-key: noone"]],
		["m.qmd", md("[-@nobody] @{no body}"), ["undefined-key: nobody", "undefined-key: no body"]],
		["m.Rmd", md("\\citep{nobody} @Knuth1984"), ["undefined-key: nobody"]],
		["m.md", md("{cite:p}`nobody,Knuth1984`"), ["undefined-key: nobody"]],
		[
			"m.typ",
			'@nobody #cite(<noone>) @Knuth1984\n#bibliography("a.bib")',
			["undefined-key: nobody", "undefined-key: noone"],
		],
		["m.adoc", "= T\n:bibtex-file: a.bib\n\ncite:[nobody(12)] cite:[Knuth1984]\n", ["undefined-key: nobody"]],
		["m.org", "#+bibliography: a.bib\n\n[cite:see @nobody p. 1;@Knuth1984]", ["undefined-key: nobody"]],
		["m.org", "cite:nobody,Knuth1984\n\nbibliography:a.bib\n", ["undefined-key: nobody"]],
	];
	for (const [file, text, expected] of rows) {
		test(`${file}: ${text.replace(/\s+/g, " ").slice(0, 90)}`, async () => {
			const texts: Texts = { [`/p/${file}`]: text, "/p/a.bib": bib };
			const found = (await findingsIn(texts)).filter(({ code }) => key.test(code));
			assert.deepEqual(
				found.map(finding => told(finding, texts)),
				expected,
			);
		});
	}

	test("in reStructuredText, whose bibliographies conf.py names", async () => {
		const texts: Texts = {
			"/p/m.rst": "T\n=\n\n:cite:p:`nobody,Knuth1984`\n",
			"/p/conf.py": 'bibtex_bibfiles = ["a.bib"]\n',
			"/p/a.bib": bib,
		};
		const found = (await findingsIn(texts)).filter(({ code }) => key.test(code));
		assert.deepEqual(
			found.map(finding => told(finding, texts)),
			["undefined-key: nobody"],
		);
	});

	test("in a notebook, at its place in the file", async () => {
		const cells = [{ cell_type: "markdown", metadata: {}, source: ["See [@nobody] \n", "and @Knuth1984."] }];
		const texts: Texts = {
			"/p/m.ipynb": JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }),
			"/p/_quarto.yml": "bibliography: a.bib\n",
			"/p/a.bib": bib,
		};
		const found = (await findingsIn(texts)).filter(({ code }) => key.test(code));
		assert.deepEqual(
			found.map(finding => told(finding, texts)),
			["undefined-key: nobody"],
		);
	});
});

suite("what is no key of a work is let be", () => {
	const rows: readonly (readonly [file: string, text: string])[] = [
		["m.tex", tex("\\nocite{*} \\newcommand{\\mine}[1]{\\cite{#1}} \\cite{} \\cite{\\thekey} % \\cite{nobody}")],
		["m.tex", tex("\\verb|\\cite{nobody}| \\begin{verbatim}\\cite{nobody}\\end{verbatim} me@site.org")],
		[
			"m.tex",
			"\\documentclass{article}\\cite{own}\\begin{thebibliography}{9}\\bibitem[X(2)]{own} X\\end{thebibliography}",
		],
		[
			"m.tex",
			"\\begin{filecontents}{b.bib}\n@misc{own, title={T}}\n\\end{filecontents}\\documentclass{article}\\cite{own}\\bibliography{b,a}",
		],
		["m.qmd", md("@fig-one @tbl-two @sec-three @eq-four [@thm-five] me@site.org `@code` \\@nobody")],
		["m.qmd", md("```{python}\n@decorator\ndef f(): pass\n```\n\n```\n[@nobody]\n```\n\n<!-- @nobody -->")],
		[
			"m.md",
			md(
				"@doi:10.1000/xyz123 [@arxiv:1706.03762; @pmid:12345] @isbn:9780262517638 @url:https://a.org [@10.1093/nar/22.22.4673]",
			),
		],
		["m.md", md("[@tag:deep] @wikidata:Q56458321 @https://a.org/b")],
		["m.md", md("(@good) An example.\n\nAs @good shows.")],
		["m.md", "---\nreferences:\n- id: own\n  title: T\n---\n\n@own\n"],
		["m.md", md("@fig:one [@tbl:two] @sec:three @eq:four")],
		["m.md", md("{eq}`nobody` {ref}`nobody` {cite}`Knuth1984`")],
		[
			"m.typ",
			'= Intro <intro>\nSee @intro, @fig:one, `@raw`, mail\\@b.org, a@site.org.\n#figure([x])<other>\n@other\n#bibliography("a.bib")',
		],
		[
			"m.org",
			"#+bibliography: a.bib\n\n#+begin_src python\n@decorator\n#+end_src\n me@site.org =@code= [[fig:one]]",
		],
		["m.adoc", "= T\n:bibtex-file: a.bib\n\nme@site.org\n\n----\ncite:[nobody]\n----\n"],
		["m.md", "No bibliography is declared: thanks, @someone!\n"],
	];
	for (const [file, text] of rows) {
		test(`${file}: ${text.replace(/\s+/g, " ").slice(0, 110)}`, async () => {
			const texts: Texts = { [`/p/${file}`]: text, "/p/a.bib": bib };
			const found = (await findingsIn(texts)).filter(({ code }) => key.test(code));
			assert.deepEqual(
				found.map(finding => told(finding, texts)),
				[],
			);
		});
	}

	test("labels of Typst in another part of the document", async () => {
		const texts: Texts = {
			"/p/m.typ": '#include "b.typ"\nSee @other and @nobody.\n#bibliography("a.bib")',
			"/p/b.typ": "= Other <other>\n",
			"/p/a.bib": bib,
		};
		const found = (await findingsIn(texts)).filter(({ code }) => key.test(code));
		assert.deepEqual(
			found.map(finding => told(finding, texts)),
			["undefined-key: nobody"],
		);
	});
});

suite("what is not known for certain is not claimed", () => {
	const sentences = async (texts: Texts) =>
		(await findingsIn(texts))
			.filter(({ code }) => key.test(code))
			.map(finding => `${told(finding, texts)} | ${inEnglish(finding)}`);

	test("a bibliography that is not there is told of, and the key as information", async () => {
		assert.deepEqual(
			await sentences({ "/p/m.tex": tex("\\cite{nobody}").replace("{a}", "{a,b}"), "/p/a.bib": bib }),
			[
				"undefined-key (information): nobody | The key “nobody” was not found; it may be in b.bib, which cannot be read.",
				"missing-bibliography: b | b.bib is declared as a bibliography and is not there.",
			],
		);
	});

	test("a bibliography at an address may have it, too", async () => {
		const text = latex("\\cite{nobody}\\addbibresource[location=remote]{https://a.org/b.bib}");
		const found = await sentences({ "/p/m.tex": text, "/p/a.bib": bib });
		assert.deepEqual(
			found.map(line => line.split(":")[0]),
			["undefined-key (information)"],
		);
	});

	test("a part of a broken bibliography may hide it", async () => {
		const broken = "@misc{x, title = {T,\n year = 2020\n\n@misc nobody, title={T}}\n";
		assert.deepEqual(await sentences({ "/p/m.tex": tex("\\cite{nobody}"), "/p/a.bib": broken }), []);
	});

	test("a bibliography that is the nearest is named, and a person is not taken for a key", async () => {
		assert.deepEqual(await sentences({ "/p/m.md": "[@nobody] @someone", "/p/a.bib": bib }), [
			"undefined-key: nobody | The key “nobody” is not in a.bib, which was taken as the document declares no bibliography.",
		]);
	});

	test("a document without any bibliography is told of once", async () => {
		assert.deepEqual(await sentences({ "/p/m.tex": "\\documentclass{article}\\cite{a}\\cite{b}" }), [
			"no-bibliography: a | No bibliography was found for this document: its citations cannot be checked.",
		]);
	});

	test("a document that lists its own works knows them all", async () => {
		const text =
			"\\documentclass{article}\\cite{a}\\cite{b}\\begin{thebibliography}{1}\\bibitem{a} A\\end{thebibliography}";
		assert.deepEqual(await sentences({ "/p/m.tex": text }), [
			"undefined-key: b | The key “b” is not in the document's own list of references.",
		]);
	});
});

suite("capitals of keys", () => {
	const rows: readonly (readonly [name: string, file: string, text: string, expected: string])[] = [
		["count for biblatex", "m.tex", latex("\\cite{knuth1984}"), "key-case: knuth1984 key-case"],
		["do not for BibTeX", "m.tex", tex("\\cite{knuth1984}"), "key-case (information): knuth1984 key-case-classic"],
		["count for Pandoc", "m.md", md("@knuth1984"), "key-case: knuth1984 key-case"],
		["count for Typst", "m.typ", '@knuth1984 #bibliography("a.bib")', "key-case: knuth1984 key-case"],
	];
	for (const [name, file, text, expected] of rows) {
		test(name, async () => {
			const texts: Texts = { [`/p/${file}`]: text, "/p/a.bib": bib };
			const [found] = (await findingsIn(texts)).filter(({ code }) => code === "key-case");
			assert.ok(found);
			assert.equal(`${told(found, texts)} ${found.message}`, expected);
		});
	}
});

suite("what may have been meant", () => {
	const rows: readonly (readonly [cited: string, meant: readonly string[]])[] = [
		["smith2020depe", ["smith2020deep"]],
		["smith2020dep", ["smith2020deep"]],
		["Smith_2020_deep", ["smith2020deep"]],
		["smith2020", ["smith2020deep"]],
		["SmithEtAl20", ["smith2020deep"]],
		["smith-deep", ["smith2020deep"]],
		["Knuth:1984", ["Knuth1984"]],
		["knuth84literate", ["Knuth1984"]],
		["Knuth1985", ["Knuth1984"]],
		["smith1999", []],
		["wholly-other", []],
	];
	for (const [cited, meant] of rows) {
		test(`${cited}: ${meant.join(", ")}`, async () => {
			const texts: Texts = { "/p/m.md": md(`[@${cited}]`), "/p/a.bib": bib };
			const [found] = (await findingsIn(texts)).filter(({ code }) => code === "undefined-key");
			const uses = found?.fixes.filter(({ message }) => message === "fix-use").flatMap(({ args }) => args);
			assert.deepEqual(uses, meant);
			assert.equal(
				found?.fixes.some(({ kind }) => kind === "search"),
				true,
			);
			assert.equal(
				found.fixes.some(({ kind }) => kind === "stub"),
				true,
			);
		});
	}

	test("papers of the shelf are offered", async () => {
		const texts: Texts = { "/p/m.md": md("[@jones2021]"), "/p/a.bib": bib };
		const shelf = { find: () => undefined, offers: () => [{ id: "arxiv:2101.00001", title: "Shelved" }] };
		const [found] = (await findingsIn(texts, { shelf })).filter(({ code }) => code === "undefined-key");
		assert.deepEqual(
			found?.fixes.filter(({ kind }) => kind === "add"),
			[{ kind: "add", message: "fix-add", args: ["Shelved"], id: "arxiv:2101.00001", key: "jones2021" }],
		);
	});
});
