// What an inserted citation looks like for every cursor in and around a citation: `|` is the cursor.
import assert from "node:assert/strict";
import { citationsIn, cursorAfter, insertCitation, isCitable } from "../../../src/core/citations/citations";
import { apply, marked } from "./marked";

type Row = readonly [before: string, after: string];

function check(languageId: string, rows: readonly Row[], keys: readonly string[] = ["new"]): void {
	for (const [before, after] of rows) {
		test(before.replace(/\n/g, "⏎"), () => {
			const { text, offset } = marked(before);
			const source = { text, languageId };
			const edits = insertCitation(source, offset, keys);
			assert.equal(apply(text, edits), after);
			const added = citationsIn({ text: after, languageId }).flatMap(citation =>
				citation.keys.map(({ key }) => key),
			);
			if (edits.length > 0 && isCitable(source, offset)) for (const key of keys) assert.ok(added.includes(key));
		});
	}
}

suite("a new citation in LaTeX", () => {
	check("latex", [
		["|", "\\cite{new}"],
		["as shown |", "as shown \\cite{new}"],
		["as shown|.", "as shown~\\cite{new}."],
		["as sh|own.", "as shown~\\cite{new}."],
		["(as shown)|.", "(as shown)~\\cite{new}."],
		["``as shown''|.", "``as shown''~\\cite{new}."],
		["\\emph{shown}|.", "\\emph{shown}~\\cite{new}."],
		["a |word", "a \\cite{new} word"],
		["in (|)", "in (\\cite{new})"],
		["\\footnote{|}", "\\footnote{\\cite{new}}"],
		["5\\%| of", "5\\%\\cite{new} of"],
		["\\cite{a} |", "\\cite{a} \\cite{new}"],
		["shown~|", "shown~\\cite{new}"],
		["über|.", "über~\\cite{new}."],
		["\\nocite{*}|", "\\nocite{*}~\\cite{new}"],
		["\\defcitealias{a|}{A}", "\\defcitealias{a}~\\cite{new}{A}"],
	]);
});

suite("a key joins a citation in LaTeX", () => {
	check("latex", [
		["|\\cite{a}", "\\cite{new, a}"],
		["\\ci|te{a}", "\\cite{a, new}"],
		["\\cite|{a}", "\\cite{a, new}"],
		["\\cite{|a}", "\\cite{new, a}"],
		["\\cite{a|}", "\\cite{a, new}"],
		["\\cite{a}|", "\\cite{a, new}"],
		["\\cite{a1|2}", "\\cite{a12, new}"],
		["\\cite{|}", "\\cite{new}"],
		["\\cite{}|", "\\cite{new}"],
		["|\\cite{}", "\\cite{new}"],
		["\\cite{ | }", "\\cite{ new }"],
		["\\cite{|a, b}", "\\cite{new, a, b}"],
		["\\cite{a|, b}", "\\cite{a, new, b}"],
		["\\cite{a,| b}", "\\cite{a, new, b}"],
		["\\cite{a, |b}", "\\cite{a, new, b}"],
		["\\cite{a, b|}", "\\cite{a, b, new}"],
		["\\cite{a,b|}", "\\cite{a,b,new}"],
		["\\cite{a|,b}", "\\cite{a,new,b}"],
		["\\cite{a ,b|}", "\\cite{a ,b ,new}"],
		["\\cite{a,|}", "\\cite{a, new}"],
		["\\cite{a, |}", "\\cite{a, new}"],
		["\\cite{a,b,|}", "\\cite{a,b,new}"],
		["\\cite{x,y} and \\cite{a|}", "\\cite{x,y} and \\cite{a,new}"],
		["\\cite[p. 3]{a|}", "\\cite[p. 3]{a, new}"],
		["\\cite[p.| 3]{a}", "\\cite[p. 3]{a, new}"],
		["\\cite[see][{p. [3]}]{a|}", "\\cite[see][{p. [3]}]{a, new}"],
		["\\parencite*[see][12]{a|}", "\\parencite*[see][12]{a, new}"],
		["\\cite [p. 3] {a|}", "\\cite [p. 3] {a, new}"],
		["\\cite\n  [p. 3]\n  {a|}", "\\cite\n  [p. 3]\n  {a, new}"],
		["\\citeA<see>[p. 3]{a|}", "\\citeA<see>[p. 3]{a, new}"],
		["\\citep{\n  a,\n  b|\n}", "\\citep{\n  a,\n  b,\n  new\n}"],
		["\\citep{\n  a,|\n  b\n}", "\\citep{\n  a,\n  new,\n  b\n}"],
		["\\citep{\r\n\ta,\r\n\tb,|\r\n}", "\\citep{\r\n\ta,\r\n\tb,\r\n\tnew,\r\n}"],
		["\\citep{%\n  a, % first|\n  b}", "\\citep{%\n  a, % first\n  new,\n  b}"],
		["\\cite{a}|\\cite{b}", "\\cite{a, new}\\cite{b}"],
		["\\cite[see \\cite{b|}]{a}", "\\cite[see \\cite{b, new}]{a}"],
		["\\autocites[see][12]{a}[34]{b|}", "\\autocites[see][12]{a}[34]{b}{new}"],
		["\\autocites[see][12]{a|}[34]{b}", "\\autocites[see][12]{a}{new}[34]{b}"],
		["\\autocites(pre)(post){|a}", "\\autocites(pre)(post){new}{a}"],
		["\\autocites(pre)(post){|}", "\\autocites(pre)(post){new}"],
		["\\nocite{*|}", "\\nocite{*, new}"],
		["\\cite{a|", "\\cite{a, new"],
		["\\cite{a|\n\nnext", "\\cite{a, new\n\nnext"],
		["\\cite{new|}", "\\cite{new}"],
		["\\cite{a, new|, b}", "\\cite{a, new, b}"],
	]);
	// An empty line in the list, where the author is about to write.
	check("latex", [
		["\\cite{\n|\n}", "\\cite{\nnew\n}"],
		["\\cite{\n\t|\n}", "\\cite{\n\tnew\n}"],
		["\\cite{\n\n}|", "\\cite{new\n\n}"],
		["\\cite{\n  a,\n  |\n}", "\\cite{\n  a,\n  new\n}"],
		["\\cite{\n\ta, % first\n\t|\n}", "\\cite{\n\ta, % first\n\tnew\n}"],
		["\\cite{\r\n\ta,\r\n\t|\r\n}", "\\cite{\r\n\ta,\r\n\tnew\r\n}"],
		["\\cite{\n  a,\n  |\n  b\n}", "\\cite{\n  a,\n  new,\n  b\n}"],
		["\\cite{\n  |\n  a\n}", "\\cite{\n  new,\n  a\n}"],
		["\\cite{\n  a\n  |\n}", "\\cite{\n  a, new\n  \n}"],
		["\\cite{\n  a,\n\n  b|\n}", "\\cite{\n  a,\n\n  b,\n  new\n}"],
		["\\citep[see][]{\n  a,\n  |\n}", "\\citep[see][]{\n  a,\n  new\n}"],
		["\\footnote{\\cite{a|\n\nnext words}", "\\footnote{\\cite{a, new\n\nnext words}"],
	]);
	check("latex", [["\\cite{\n  a,\n  |\n}", "\\cite{\n  a,\n  x,\n  y\n}"]], ["x", "y"]);
	check("latex", [["\\cite{new|}", "\\cite{new, other}"]], ["new", "other", "new"]);
	check("latex", [["\\autocites{a|}", "\\autocites{a}{x}{y}"]], ["x", "y"]);
});

suite("a place in LaTeX where nothing is cited takes the plain form", () => {
	check("latex", [
		["% see|", "% see\\cite{new}"],
		["\\begin{verbatim}\nx|y\n\\end{verbatim}", "\\begin{verbatim}\nx\\cite{new}y\n\\end{verbatim}"],
		["\\url{http://|x}", "\\url{http://\\cite{new}x}"],
		["\\usepackage{x}|\n\\begin{document}", "\\usepackage{x}\\cite{new}\n\\begin{document}"],
		["\\begin{tabular}{l|l}", "\\begin{tabular}{l\\cite{new}l}"],
		["\\title{As shown|}\\begin{document}", "\\title{As shown~\\cite{new}}\\begin{document}"],
	]);
});

suite("a new citation in Markdown", () => {
	check("markdown", [
		["|", "[@new]"],
		["as shown |.", "as shown [@new]."],
		["as shown|.", "as shown [@new]."],
		["as sh|own.", "as shown [@new]."],
		["**shown**|.", "**shown** [@new]."],
		["**|shown**", "**[@new] shown**"],
		["“shown”|.", "“shown” [@new]."],
		["`shown`|.", "`shown` [@new]."],
		["https://a.org|", "https://a.org [@new]"],
		["a |(b)", "a [@new] (b)"],
		["see [|]", "see [@new]"],
		["see @|", "see @new"],
		["see @|, and", "see @new, and"],
		["[see @|]", "[see @new]"],
		["[@a; @|]", "[@a; @new]"],
		["- [|] task", "- [@new] task"],
		["@fig-x|", "@fig-x [@new]"],
	]);
	check("quarto", [["a|", "a [@{a b}; @c]"]], ["a b", "c"]);
	check(
		"rmd",
		[
			["@|", "@x [@y]"],
			["[@|]", "[@x; @y]"],
		],
		["x", "y"],
	);
});

suite("a key joins a citation in Markdown", () => {
	check("markdown", [
		["|[@a]", "[@new; @a]"],
		["[|@a]", "[@new; @a]"],
		["[@|a]", "[@a; @new]"],
		["[@a|]", "[@a; @new]"],
		["[@a]|", "[@a; @new]"],
		["[|see @a]", "[see @a; @new]"],
		["[see @a, p. |3; @b]", "[see @a, p. 3; @new; @b]"],
		["[@a|; @b]", "[@a; @new; @b]"],
		["[@a;| @b]", "[@a; @new; @b]"],
		["[@a; |@b]", "[@a; @new; @b]"],
		["[@a; @b|]", "[@a; @b; @new]"],
		["[@a;@b|]", "[@a;@b;@new]"],
		["[@a;\n @b|]", "[@a;\n @b;\n @new]"],
		["[@a;|]", "[@a; @new]"],
		["[@a; |]", "[@a; @new]"],
		["[-@a|]", "[-@a; @new]"],
		["[@{a; b}|]", "[@{a; b}; @new]"],
		["[see [this](u) @a|]", "[see [this](u) @a; @new]"],
		["@a|", "@a [@new]"],
		["@|a says", "@a [@new] says"],
		["-@a| says", "-@a [@new] says"],
		["|@a says", "@a [@new] says"],
		["@a [p. 3|] says", "@a [p. 3; @new] says"],
		["@a| [p. 3] says", "@a [p. 3; @new] says"],
		["@a| [@b] says", "@a [@new; @b] says"],
		["@a [p. 3; @b|]", "@a [p. 3; @b; @new]"],
		["@a|[x](y)", "@a [@new] [x](y)"],
		["[@new|]", "[@new]"],
		["\\citep{a|} in R Markdown, 5%", "\\citep{a, new} in R Markdown, 5%"],
	]);
	check("plaintext", [
		["a|", "a [@new]"],
		["[@a|]", "[@a; @new]"],
		["@a|", "@a [@new]"],
	]);
});

suite("places in Markdown where nothing is cited", () => {
	const no = [
		"---\ntitle: a|\n---\n",
		"---|\ntitle: a\n---\n",
		"```\n[@a|]\n```",
		"```|\n[@a]\n```",
		"~~~ {.r}\n```\na|\n~~~",
		"- a\n  ```\n  a|\n  ```",
		"text\n\n    co|de",
		"`a|b`",
		"``a ` |b``",
		"<!-- a|\n\n b -->",
		"<a@b|.org>",
		"https://a.org/|@b",
		"[a](b|c)",
		"[a]|(b)",
		"\\|@",
		"$a|b$",
		"[^|1]",
		"[ref]: https://|x",
		"@fig|-x",
		"{{< video |x >}}",
		"# Title {#sec|-x}",
	];
	for (const before of no) {
		test(before.replace(/\n/g, "⏎"), () => {
			const { text, offset } = marked(before);
			assert.equal(isCitable({ text, languageId: "markdown" }, offset), false);
			assert.equal(
				apply(text, insertCitation({ text, languageId: "quarto" }, offset, ["k"])),
				before.replace("|", "[@k]"),
			);
		});
	}
	for (const before of [
		"a|",
		"`a`|",
		"```\na\n```\n|",
		"---\n\na|\n\n---\n",
		"- a\n\n    b|",
		"$5 and |$6",
		"a@b.org |",
		"[a|](b)",
		"> a|",
	]) {
		test(`but here: ${before.replace(/\n/g, "⏎")}`, () => {
			const { text, offset } = marked(before);
			assert.equal(isCitable({ text, languageId: "markdown" }, offset), true);
		});
	}
});

suite("after an insertion", () => {
	const rows: readonly Row[] = [
		["as shown|.", "as shown~\\cite{new}|."],
		["\\cite{a|, b}.", "\\cite{a, new, b}|."],
		["a |word", "a \\cite{new}| word"],
	];
	for (const [before, after] of rows) {
		test(`the cursor goes behind the citation: ${after}`, () => {
			const { text, offset } = marked(before);
			const edits = insertCitation({ text, languageId: "latex" }, offset, ["new"]);
			const expected = marked(after);
			assert.equal(apply(text, edits), expected.text);
			assert.equal(cursorAfter({ text, languageId: "latex" }, edits), expected.offset);
		});
	}
	test("the command is the one asked for", () => {
		const source = { text: "word", languageId: "plaintext", fileName: "a.TEX" };
		assert.equal(insertCitation(source, 4, ["a", "b"], { command: "footcite" })[0]?.text, "\\footcite{a, b}");
		assert.equal(insertCitation(source, 4, ["a", "b"], { command: "autocites" })[0]?.text, "~\\autocites{a}{b}");
	});
});
