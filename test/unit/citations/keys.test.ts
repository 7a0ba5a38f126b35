// The keys of a citation change places and get words of their own, in every syntax. `|` is the cursor.
import { addParts, moveKey, sortKeys } from "../../../src/core/citations/citations";
import { checkRows } from "./check";

suite("keys of a citation change places", () => {
	checkRows(
		(source, offset) => moveKey(source, offset, 1),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citep[see][p. 3]{b, a,c} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\parencites{b}[see][3]{a}[4]{c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\parencite{b, a} y"],
			["latex", "x \\cite{\n  a|, % first\n  b,\n  c\n} y", "x \\cite{\n  b, % first\n  a,\n  c\n} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [@b; see @a, p. 3; @c] y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:p}`b,{see}a{p. 3},c` y"],
			["typst", "x @a|[p. 3] @b @c y", "x @b @a[p. 3] @c y"],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:p:`b,{see}a{p. 3},c` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x cite:See[b, a(3),c] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite:@b;see @a p. 3;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citep:&b;see &a p. 3;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => moveKey(source, offset, -9),
		[
			["latex", "\\cite{a,b, c|}", "\\cite{c,a, b}"],
			["markdown", "[@a; see @b; @c|, p. 3]", "[@c, p. 3; @a; see @b]"],
			["latex", "\\cite{a|, b}", "\\cite{a, b}"],
		],
	);
	checkRows(
		(source, offset) => sortKeys(source, offset, (a, b) => b.localeCompare(a)),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citep[see][p. 3]{c, b,a} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\parencites[4]{c}{b}[see][3]{a} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\parencite{b, a} y"],
			["latex", "x \\cite{\n  a|, % first\n  b,\n  c\n} y", "x \\cite{\n  c, % first\n  b,\n  a\n} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [@c; @b; see @a, p. 3] y"],
			["markdown", "x @a| [p. 3; @b; @c] y", "x @a [p. 3; @c; @b] y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:p}`c,b,{see}a{p. 3}` y"],
			["typst", "x @a|[p. 3] @b @c y", "x @c @b @a[p. 3] y"],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:p:`c,b,{see}a{p. 3}` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x cite:See[c, b,a(3)] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite:@c;@b;see @a p. 3] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citep:&c;&b;see &a p. 3]] y"],
		],
	);
});

suite("something is said about a key of a citation", () => {
	checkRows(
		(source, offset) => addParts(source, offset, { locator: "7" }),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citep[see][p. 3]{a, b,c} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\parencites[see][7]{a}{b}[4]{c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\parencites[7]{a}{b} y"],
			["natbib", "x \\Citet{a|} y", "x \\Citet[p.~7]{a} y"],
			["latex", "x \\cite{\n  a|, % first\n  b,\n  c\n} y", "x \\cite{\n  a, % first\n  b,\n  c\n} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [see @a, p. 7; @b; @c] y"],
			["markdown", "x @a| [p. 3; @b; @c] y", "x @a [p. 7; @b; @c] y"],
			["markdown", "x [-@a|] y", "x [-@a, p. 7] y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:p}`{see}a{p. 7},b,c` y"],
			["typst", "x @a|[p. 3] @b @c y", "x @a[p. 7] @b @c y"],
			[
				"typst",
				'x #cite(<a|>, form: "prose", supplement: [p. 3]) y',
				'x #cite(<a>, supplement: [p. 7], form: "prose") y',
			],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:p:`{see}a{p. 7},b,c` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x cite:See[a(7), b,c] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite:see @a p. 7;@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citep:see &a p. 7;&b;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => addParts(source, offset, { prefix: "cf." }),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citep[cf.][p.~3]{a, b,c} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\parencites[cf.][3]{a}{b}[4]{c} y"],
			["biblatex", "x~\\parencite{a|, b} y", "x~\\parencite[cf.][]{a, b} y"],
			["natbib", "x \\Citet{a|} y", "x \\Citet[cf.][]{a} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [cf. @a, p. 3; @b; @c] y"],
			["markdown", "x [-@a|] y", "x [cf. -@a] y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:p}`{cf.}a{p. 3},b,c` y"],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:p:`{cf.}a{p. 3},b,c` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x cite:cf.[a(3), b,c] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite:cf. @a p. 3;@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citep:cf. &a p. 3;&b;&c]] y"],
		],
	);
	checkRows(
		(source, offset) => addParts(source, offset, { prefix: "", locator: "", suffix: "" }),
		[
			["natbib", "x~\\citep[see][p. 3]{a|, b,c} y", "x~\\citep[p.~3]{a, b,c} y"],
			["biblatex", "x~\\parencites[see][3]{a|}{b}[4]{c} y", "x~\\parencites{a}{b}[4]{c} y"],
			["markdown", "x [see @a|, p. 3; @b; @c] y", "x [@a; @b; @c] y"],
			["markdown", "x @a| [p. 3; @b; @c] y", "x @a [@b; @c] y"],
			["myst", "x {cite:p}`{see}a|{p. 3},b,c` y", "x {cite:p}`a,b,c` y"],
			["typst", "x @a|[p. 3] @b @c y", "x @a @b @c y"],
			["typst", 'x #cite(<a|>, form: "prose", supplement: [p. 3]) y', 'x #cite(<a>, form: "prose") y'],
			["restructuredtext", "x :cite:p:`{see}a|{p. 3},b,c` y", "x :cite:p:`a,b,c` y"],
			["asciidoc", "x cite:See[a|(3), b,c] y", "x cite:[a, b,c] y"],
			["org", "x [cite:see @a| p. 3;@b;@c] y", "x [cite:@a;@b;@c] y"],
			["org", "x [[citep:see &a| p. 3;&b;&c]] y", "x [[citep:&a;&b;&c]] y"],
		],
	);
});
