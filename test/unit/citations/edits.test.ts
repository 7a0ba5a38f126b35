// A citation that is there takes another form, and loses keys, in every syntax. `|` is the cursor.
import assert from "node:assert/strict";
import { changeForm, citationsIn, formsAt, formsFor, removeKeys } from "../../../src/core/citations/citations";
import { checkRows } from "./check";
import { marked } from "./marked";

suite("a citation takes another form", () => {
	checkRows(
		(source, offset) => changeForm(source, offset, "parenthetical"),
		[
			["natbib", "x \\Citet{a|} y", "x \\Citep{a} y"],
			["markdown", "x @a| [p. 3; @b; @c] y", "x [@a, p. 3; @b; @c] y"],
			["markdown", "x [-@a|] y", "x [@a] y"],
			["typst", 'x #cite(<a|>, form: "prose", supplement: [p. 3]) y', "x @a[p. 3] y"],
		],
	);
	checkRows(
		(source, offset) => changeForm(source, offset, "textual"),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citet[see][p. 3]{a, b,c} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\textcites[see][3]{a}{b}[4]{c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\textcite{a, b} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x see @a [p. 3; @b; @c] y"],
			["markdown", "x [-@a|] y", "x @a y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:t}`{see}a{p. 3},b,c` y"],
			[
				"typst",
				"x @a|[p. 3] @b @c y",
				'x #cite(<a>, supplement: [p. 3], form: "prose") #cite(<b>, form: "prose") #cite(<c>, form: "prose") y',
			],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:t:`{see}a{p. 3},b,c` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x citenp:See[a(3), b,c] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite/t:see @a p. 3;@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citet:see &a p. 3;&b;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => changeForm(source, offset, "noAuthor"),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citeyearpar[see][p. 3]{a, b,c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\parencite*{a, b} y"],
			["natbib", "x \\Citet{a|} y", "x \\citeyearpar{a} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [see -@a, p. 3; @b; @c] y"],
			["markdown", "x @a| [p. 3; @b; @c] y", "x [-@a, p. 3; @b; @c] y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:yearpar}`{see}a{p. 3},b,c` y"],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:yearpar:`{see}a{p. 3},b,c` y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite/na:see @a p. 3;@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citeyearpar:see &a p. 3;&b;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => changeForm(source, offset, "author"),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citeauthor[see][p. 3]{a, b,c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\citeauthor{a, b} y"],
			["natbib", "x \\Citet{a|} y", "x \\Citeauthor{a} y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:author}`{see}a{p. 3},b,c` y"],
			[
				"typst",
				"x @a|[p. 3] @b @c y",
				'x #cite(<a>, supplement: [p. 3], form: "author") #cite(<b>, form: "author") #cite(<c>, form: "author") y',
			],
			[
				"typst",
				'x #cite(<a|>, form: "prose", supplement: [p. 3]) y',
				'x #cite(<a>, supplement: [p. 3], form: "author") y',
			],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:author:`{see}a{p. 3},b,c` y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite/a:see @a p. 3;@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citeauthor:see &a p. 3;&b;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => changeForm(source, offset, "full"),
		[
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\fullcites[see][3]{a}{b}[4]{c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\fullcite{a, b} y"],
			[
				"typst",
				"x @a|[p. 3] @b @c y",
				'x #cite(<a>, supplement: [p. 3], form: "full") #cite(<b>, form: "full") #cite(<c>, form: "full") y',
			],
			[
				"typst",
				'x #cite(<a|>, form: "prose", supplement: [p. 3]) y',
				'x #cite(<a>, supplement: [p. 3], form: "full") y',
			],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite/b:see @a p. 3;@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[fullcite:see &a p. 3;&b;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => changeForm(source, offset, "footnote"),
		[
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\footcites[see][3]{a}{b}[4]{c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\footcite{a, b} y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite/ft:see @a p. 3;@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[footcite:see &a p. 3;&b;&c]] y"],
		],
	);
	test("of those that are offered for it", () => {
		const { text, offset } = marked("x [@a|] y");
		assert.deepEqual(formsAt({ text, languageId: "markdown" }, offset), ["parenthetical", "textual", "noAuthor"]);
		assert.deepEqual(formsAt({ text, languageId: "markdown" }, 0), []);
		assert.deepEqual(formsFor({ text: "", languageId: "latex" }), ["parenthetical", "nocite"]);
	});
	test("and none that would lose what is said", () => {
		const noted = marked("\\usepackage{biblatex} \\parencite[3]{a|}");
		const forms = formsAt({ text: noted.text, languageId: "latex" }, noted.offset);
		assert.ok(!forms.includes("nocite") && forms.includes("footnote"));
		const role = marked(":cite:p:`a|{p. 3}`");
		assert.ok(!formsAt({ text: role.text, languageId: "rst" }, role.offset).includes("footnote"));
	});
});

suite("keys leave a citation", () => {
	checkRows(
		(source, offset) => removeKeys(source, offset, ["a"]),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citep[see][p. 3]{b,c} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\parencites{b}[4]{c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\parencite{b} y"],
			["natbib", "x \\Citet{a|} y", "x y"],
			["latex", "x \\cite{\n  a|, % first\n  b,\n  c\n} y", "x \\cite{\n  b,\n  c\n} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [@b; @c] y"],
			["markdown", "x @a| [p. 3; @b; @c] y", "x [@b; @c] y"],
			["markdown", "x [-@a|] y", "x y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:p}`b,c` y"],
			["typst", "x @a|[p. 3] @b @c y", "x @b @c y"],
			["typst", 'x #cite(<a|>, form: "prose", supplement: [p. 3]) y', "x y"],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:p:`b,c` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x cite:See[b,c] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite:@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citep:&b;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => removeKeys(source, offset, ["b"]),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citep[see][p. 3]{a,c} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\parencites[see][3]{a}[4]{c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\parencite{a} y"],
			["latex", "x \\cite{\n  a|, % first\n  b,\n  c\n} y", "x \\cite{\n  a, % first\n  c\n} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [see @a, p. 3; @c] y"],
			["markdown", "x @a| [p. 3; @b; @c] y", "x @a [p. 3; @c] y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:p}`{see}a{p. 3},c` y"],
			["typst", "x @a|[p. 3] @b @c y", "x @a[p. 3] @c y"],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:p:`{see}a{p. 3},c` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x cite:See[a(3),c] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite:see @a p. 3;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citep:see &a p. 3;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => removeKeys(source, offset, ["b", "c"]),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citep[see][p. 3]{a} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\parencites[see][3]{a} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\parencite{a} y"],
			["latex", "x \\cite{\n  a|, % first\n  b,\n  c\n} y", "x \\cite{\n  a, % first\n  "],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [see @a, p. 3] y"],
			["markdown", "x @a| [p. 3; @b; @c] y", "x @a [p. 3] y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:p}`{see}a{p. 3}` y"],
			["typst", "x @a|[p. 3] @b @c y", "x @a[p. 3] y"],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:p:`{see}a{p. 3}` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x cite:See[a(3)] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite:see @a p. 3] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citep:see &a p. 3]] y"],
		],
	);
	test("of one that was found before", () => {
		const source = { text: "[@a] [@a; @b]", languageId: "markdown" };
		const second = citationsIn(source)[1];
		assert.ok(second);
		assert.deepEqual(removeKeys(source, second, ["a"]), [{ start: 6, end: 10, text: "" }]);
	});
});

suite("the last key takes the citation with it, and the space that it had made", () => {
	checkRows(
		(source, offset) => removeKeys(source, offset, ["a"]),
		[
			["latex", "x~\\cite{a|}.", "x."],
			["latex", "x \\cite{a|} y", "x y"],
			["latex", "(\\cite{a|})", "()"],
			["latex", "\\cite{a|} y", "y"],
			["latex", "x\\footcite{a|} y", "x y"],
			["latex", "\\nocite{*, a|}", "\\nocite{*}"],
			["latex", "x~\\cite{a|}-y", "x-y"],
			["markdown", "x [@a|].", "x."],
			["markdown", "x [@a|] y", "x y"],
			["markdown", "[@a|] y", "y"],
			["markdown", "(@a|)", "()"],
			["markdown", "x [@a|]-y", "x-y"],
			["typst", "x @a|.", "x."],
			["typst", "@a| y", "y"],
			["restructuredtext", "x :cite:p:`a|`.", "x."],
			["restructuredtext", "x [a|]_ y", "x y"],
			["org", "x cite:a|.", "x."],
		],
	);
});
