// Where a key may be typed, in every syntax, with half-typed text as the normal case.
import assert from "node:assert/strict";
import { completedWith, expectedAt } from "../../../src/core/completion/expected";
import { apply, marked } from "../citations/marked";
import { checkExpected } from "./check";

suite("what may be typed in LaTeX", () => {
	checkExpected("latex", [
		["\\cite{|", "", "\\cite{new", ""],
		["\\cite{|}", "", "\\cite{new}", ""],
		["As \\cite{hidden strat|", "hidden strat", "As \\cite{new"],
		[
			"As \\cite{hidden strat|\n\nNext paragraph {with} braces.",
			"hidden strat",
			"As \\cite{new\n\nNext paragraph {with} braces.",
		],
		["As \\cite{hidden strat| in the text.", "hidden strat", "As \\cite{new in the text."],
		["As \\cite{hidden strat|. And", "hidden strat", "As \\cite{new. And"],
		["As \\cite{hidden strat|}.", "hidden strat", "As \\cite{new}."],
		["\\cite{a, b|", "b", "\\cite{a, new", "a"],
		["\\cite{a,|}", "", "\\cite{a,new}", "a"],
		["\\cite{a, |, c}", "", "\\cite{a, new, c}", "a c"],
		["\\cite{a,he|re,c}", "he", "\\cite{a,new,c}", "a c"],
		["\\cite{a,\n  hid|,\n  c}", "hid", "\\cite{a,\n  new,\n  c}", "a c"],
		["\\cite{a, % the first\n  hid|}", "hid", "\\cite{a, % the first\n  new}", "a"],
		["\\parencite[see][12]{hid|}", "hid", "\\parencite[see][12]{new}"],
		["\\citep[see \\emph{x}][12]{hid|", "hid", "\\citep[see \\emph{x}][12]{new"],
		["\\cites(see)(){a}[12]{hid|", "hid", "\\cites(see)(){a}[12]{new", "a"],
		["\\volcite{2}[12]{hid|}", "hid", "\\volcite{2}[12]{new}"],
		["\\foreigntextcquote{german}{hid|}", "hid"],
		["\\begin{displaycquote}{hid|}", "hid"],
		["\\cite<see>{hid|}", "hid"],
		["\\newcommand{\\mycite}[1]{\\cite{#1}} \\mycite{hid|}", "hid"],
		["\\nocite{hid|}", "hid"],
		["\\footnote{As \\textcite{hid| shows.}", "hid", "\\footnote{As \\textcite{new shows.}"],
		["\\cite  {hid|}", "hid"],
		["\\cite{DBLP:conf/naacl/P|}", "DBLP:conf/naacl/P", "\\cite{new}"],
		["\\cite{Müller2024|}", "Müller2024", "\\cite{new}"],
		["% \\cite{hid|}", "-"],
		["\\begin{verbatim}\n\\cite{hid|}\n\\end{verbatim}", "-"],
		["\\verb|x| and \\verb+\\cite{a+", "-"],
		["\\newcommand{\\mycite}[1]{\\cite{#1|}}", "-"],
		["\\nocite{*|}", "-"],
		["\\emph{some words, wo|}", "-"],
		["\\cite[p. 3|]{a}", "-"],
		["\\cite[see, p|]{a}", "-"],
		["\\cite{a} and so, hid|", "-"],
		["\\cite{a|\\emph{b}}", "a"],
		["\\ref{hid|}", "-"],
		["an {open brace, wo|", "-"],
		["me@exam|ple.org", "-"],
	]);
});

suite("what may be typed in Markdown", () => {
	checkExpected("markdown", [
		["@|", "", "@new", ""],
		["As @hid|", "hid", "As @new"],
		["As @hid| shows", "hid", "As @new shows"],
		["[@|", "", "[@new", ""],
		["[@|]", "", "[@new]", ""],
		["[@a; -@|]", "", "[@a; -@new]", "a"],
		["[@a; @b|", "b", "[@a; @new", "a"],
		["[see @hid|, p. 3; @c]", "hid", "[see @new, p. 3; @c]", "c"],
		["[@hidden strat|]", "hidden strat", "[@new]"],
		["[@hidden strat|", "hidden strat", "[@new"],
		["@{hidden strat|}", "hidden strat", "@new"],
		["@{hidden strat|", "hidden strat", "@new"],
		["[@{https://example.com/bib?name=foo|}]", "https://example.com/bib?name=foo", "[@new]"],
		["@a [p. 3; @b|]", "b", "@a [p. 3; @new]", "a"],
		["As \\citep{a, hid|}", "hid", "As \\citep{a, new}", "a"],
		["^[A note on @hid|]", "hid"],
		["> quoted @hid|", "hid"],
		["- item @hid|", "hid"],
		['<cite data-cite="hid|"></cite>', "hid", '<cite data-cite="new"></cite>'],
		['<cite data-cite="hid|', "hid"],
		["@doe2020 and|", "-"],
		["@doe2020.|", "-"],
		["[@doe2020, p. 3|]", "-"],
		["[@doe2020; see|]", "-"],
		["me@exam|", "-"],
		["mail <me@exam|ple.org>", "-"],
		["`@dec|`", "-"],
		["```python\n@dec|\n```", "-"],
		["    @dec|", "-"],
		["$x @a|$", "-"],
		["<!-- @a| -->", "-"],
		["@fig-on|", "-"],
		["\\@hid|", "-"],
		["[@a](http://x.org/@b|)", "-"],
		["no citation here|", "-"],
		["---\nnocite: >\n  @a, @hid|\ntitle: T\n---\n", "hid", "---\nnocite: >\n  @a, @new\ntitle: T\n---\n", "a"],
		["---\nauthor: @hid|\n---\n", "-"],
	]);
	checkExpected("markdown", [["As @hid|", "hid", "As @{a/b.}"]], { key: "a/b." });
	checkExpected("markdown", [["As @{hid|}", "hid", "As @{a b}"]], { key: "a b" });
});

suite("what may be typed in MyST", () => {
	checkExpected("markdown", [
		["As {cite:p}`hidden strat|", "hidden strat", "As {cite:p}`new"],
		["As {cite:p}`a,hid|`", "hid", "As {cite:p}`a,new`", "a"],
		["As {cite}`{see}hid|{p. 3}`", "hid", "As {cite}`{see}new{p. 3}`"],
		["As {cite}`a{p. 3|}`", "-"],
		["{footcite:t}`hid| and {cite:p}`other`", "hid", "{footcite:t}`new and {cite:p}`other`"],
		["```{note}\nAs {cite:t}`hid|`\n```", "hid"],
		["```{code-cell}\n{cite:t}`hid|`\n```", "-"],
		["{ref}`hid|`", "-"],
		["{cite:p}`a` and @hid|", "hid", "{cite:p}`a` and @new"],
	]);
});

suite("what may be typed in Typst", () => {
	checkExpected("typst", [
		["As @hid|", "hid", "As @new"],
		["@|", "", "@new"],
		["@a @b|", "b", "@a @new", "a"],
		["As @hid| shows", "hid", "As @new shows"],
		["#cite(<hid|>)", "hid", "#cite(<new>)"],
		["#cite(<hid|", "hid", "#cite(<new>"],
		["#cite(<hidden strat|)", "hidden strat", "#cite(<new>)"],
		['#cite(<hid|, form: "prose")', "hid", '#cite(<new>, form: "prose")'],
		['#cite(label("hid|"))', "hid", '#cite(label("new"))'],
		["#figure(caption: [As @hid|])", "hid"],
		["#let x = [see @hid|]", "hid"],
		["@a[p. 3|]", "-"],
		["@fig:on|", "-"],
		["@doe2020.|", "-"],
		["name@exam|", "-"],
		["`@dec|`", "-"],
		["// @hid|", "-"],
		["/* @hid| */", "-"],
		["$x @a|$", "-"],
		['#text("@a|")', "-"],
		["\\@hid|", "-"],
	]);
	checkExpected(
		"typst",
		[
			["As @hid|", "hid", 'As #cite(label("a/b"))'],
			["#cite(<hid|>)", "hid", '#cite(label("a/b"))'],
		],
		{ key: "a/b" },
	);
});

suite("what may be typed in reStructuredText", () => {
	checkExpected("restructuredtext", [
		["As :cite:p:`hidden strat|", "hidden strat", "As :cite:p:`new"],
		["As :cite:`a, hid|.", "hid", "As :cite:`a, new.", "a"],
		["As :cite:`a, hid|`", "hid", "As :cite:`a, new`", "a"],
		["As :cite:t:`{see}hid|`", "hid", "As :cite:t:`{see}new`"],
		["As :footcite:`hid|`", "hid"],
		["As [hid|]_ shows", "hid", "As [new]_ shows"],
		["As [hid|] shows", "-"],
		["As [1|]_ shows", "-"],
		["As :ref:`hid|`", "-"],
		["As :cite:p:`a{p. 3|}`", "-"],
		["::\n\n  :cite:p:`hid|`\n", "-"],
		["``:cite:p:`hid|``", "-"],
		[".. a comment :cite:p:`hid|`", "-"],
	]);
});

suite("what may be typed in AsciiDoc", () => {
	checkExpected("asciidoc", [
		["As cite:[hidden strat|", "hidden strat", "As cite:[new"],
		["As cite:[a, hid|. And", "hid", "As cite:[a, new. And", "a"],
		["As cite:[a, hid|]", "hid", "As cite:[a, new]", "a"],
		["As citenp:See[hid|]", "hid", "As citenp:See[new]"],
		["As cite:[a(12|)]", "-"],
		["As cite:[a(12), hid|]", "hid", "As cite:[a(12), new]", "a"],
		["As [cite:hid|", "hid", "As [cite:new"],
		["As [cite:See:a,12;hid|]", "hid", "As [cite:See:a,12;new]", "a"],
		["As [cite:a,1|]", "-"],
		["bibitem:[hid|]", "hid"],
		["// cite:[hid|]", "-"],
		["----\ncite:[hid|]\n----", "-"],
		["`cite:[hid|]`", "-"],
		["<<hid|>>", "-"],
	]);
});

suite("what may be typed in Org", () => {
	checkExpected("org", [
		["As [cite:@hid|", "hid", "As [cite:@new"],
		["As [cite/t:see @a p. 3; @hid|]", "hid", "As [cite/t:see @a p. 3; @new]", "a"],
		["As [cite:@hidden strat|]", "hidden strat", "As [cite:@new]"],
		["As cite:hid|", "hid", "As cite:new"],
		["As citep:a,hid| shows", "hid", "As citep:a,new shows", "a"],
		["As [[cite:a,hidden strat|]]", "hidden strat", "As [[cite:a,new]]", "a"],
		["As [[citep:see &a;&hid|]]", "hid", "As [[citep:see &a;&new]]", "a"],
		["As cite:&hid|", "hid", "As cite:&new"],
		["As \\cite{hid|}", "hid"],
		["@hid|", "-"],
		["[cite:@a p. 3; see|]", "-"],
		["=[cite:@hid|]=", "-"],
		["# [cite:@hid|]", "-"],
		["#+begin_src py\n[cite:@hid|]\n#+end_src", "-"],
		["ref:hid|", "-"],
		["https:hid|", "-"],
	]);
});

suite("a citation by #cite: words", () => {
	checkExpected("latex", [
		["As shown #cite: hidden strat|", "hidden strat", "As shown \\cite{new}"],
		["As shown.#cite:hidden strat| And", "hidden strat"],
		["% #cite: hid|", "-"],
		["\\cite{a}#cite: hid|", "hid", "\\cite{a, new}"],
	]);
	checkExpected("markdown", [
		["As shown #cite: hidden strat|", "hidden strat", "As shown [@new]"],
		["As shown #cite:|", "", "As shown [@new]"],
		["`#cite: hid|`", "-"],
	]);
	checkExpected("typst", [["As shown #cite: hidden strat|", "hidden strat", "As shown @new"]]);
	checkExpected("typst", [["As shown #cite: hidden strat|", "hidden strat", 'As shown #cite(label("a/b"))']], {
		key: "a/b",
	});
	checkExpected("restructuredtext", [["As shown #cite: hidden strat|", "hidden strat", "As shown :cite:p:`new`"]]);
	checkExpected("asciidoc", [["As shown #cite: hidden strat|", "hidden strat", "As shown cite:[new]"]]);
	checkExpected("org", [["As shown #cite: hidden strat|", "hidden strat", "As shown [cite:@new]"]]);
	checkExpected("markdown", [["{cite:p}`a` and #cite: hid|", "hid", "{cite:p}`a` and {cite:p}`new`"]]);
	checkExpected("markdown", [["As shown #cite: hid|", "hid", "As shown [@{a b}]"]], { key: "a b" });
});

suite("what may be typed in the file of a notebook", () => {
	const notebook = (source: string) =>
		JSON.stringify({
			cells: [
				{ cell_type: "markdown", source: [source] },
				{ cell_type: "code", source: ["@x"] },
			],
		});
	const at = (source: string) => {
		const { text, offset } = marked(notebook(source));
		const expected = expectedAt({ text, languageId: "json", fileName: "a.ipynb" }, offset);
		return expected && apply(text, [{ ...expected.range, text: completedWith(expected, "new").text }]);
	};

	test("is that of its Markdown cells", () => {
		assert.equal(at('A "quote" and [@hid|]'), notebook('A "quote" and [@new]'));
		assert.equal(at("As \\citep{a, hid|}"), notebook("As \\citep{a, new}"));
		assert.equal(at("\\citep{a} and #cite: hid|"), notebook("\\citep{a} and \\citep{new}"));
		assert.equal(at("`@hid|`"), undefined);
		const { text } = marked(notebook("a|"));
		assert.equal(expectedAt({ text, languageId: "json", fileName: "a.ipynb" }, text.indexOf("@x") + 2), undefined);
	});
});
