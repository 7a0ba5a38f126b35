// Mark-up of titles and abstracts to Unicode: HTML, JATS, MathML.
import assert from "node:assert/strict";
import { parseElements } from "../../../src/core/text/markup/elements";
import { hasMarkup, plainOf, readMarkup } from "../../../src/core/text/markup/markup";

const math = (inner: string): string => readMarkup(`<math>${inner}</math>`).text;

suite("Mark-up", () => {
	const cases: readonly (readonly [string, string, string])[] = [
		["emphasis", "<i>In vitro</i> &amp; <b>in vivo</b> caf&eacute; &#x3b2;", "In vitro & in vivo café β"],
		[
			"raised and lowered signs",
			"Ca<sup>2+</sup>, H<sub>2</sub>O, 10<sup>−3</sup>, x<sub>i</sub>",
			"Ca²⁺, H₂O, 10⁻³, xᵢ",
		],
		[
			"words below a letter",
			"V<sub>max</sub> of <i>Apoe</i><sup>-/-</sup> mice on the 1<sup>st</sup> day",
			"V$_{max}$ of Apoe-/- mice on the 1st day",
		],
		["line breaks and paragraphs", "<p>One.</p><p>Two<br>three.</p>", "One.\n\nTwo\n\nthree."],
		[
			"signs of physics and of models",
			"mean <p_T> and <EOS> if a < b, p<0.05 &amp; so on",
			"mean <p_T> and <EOS> if a < b, p<0.05 & so on",
		],
		[
			"parts with headings",
			"<abstract><title>Abstract</title><sec><title>Background</title><p>We ask.</p></sec><sec><title>Aims:</title><p>To <italic>know</italic>.</p></sec></abstract>",
			"Background: We ask.\n\nAims: To know.",
		],
		[
			"headings beside paragraphs",
			"<jats:title>Abstract</jats:title><jats:title>Methods</jats:title><jats:p>We did.</jats:p><jats:title>Results</jats:title><jats:p>It is.</jats:p>",
			"Methods: We did.\n\nResults: It is.",
		],
		[
			"a formula in two ways",
			"of <inline-formula><alternatives><tex-math>\\documentclass{minimal}\\begin{document}$$\\alpha_1$$\\end{document}</tex-math><mml:math><mml:mi>α</mml:mi></mml:math></alternatives></inline-formula> here",
			"of $\\alpha_1$ here",
		],
		[
			"a formula in MathML only",
			"<inline-formula><mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></inline-formula>",
			"$x^{2}$",
		],
		[
			"marks of references",
			"As known<xref ref-type='bibr'>1</xref>, see <xref ref-type='fig'>Fig. 1</xref>.",
			"As known, see Fig. 1.",
		],
		["scripts and styles", "a<script>alert(1)</script><style>p{}</style>b", "ab"],
		["math for MathJax", "a <script type='math/tex'>x^2</script> <img alt='$\\beta$'>", "a $x^2$ $\\beta$"],
	];
	for (const [name, markup, text] of cases) test(name, () => assert.equal(readMarkup(markup).text, text));

	test("is told from text with angle brackets", () => {
		for (const text of ["mean <p_T> of jets", "a < b and c > d", "<EOS> tokens", "AT&T; R&D", "the field <B> is"])
			assert.ok(!hasMarkup(text), text);
		for (const text of ["<i>a</i>", "x<br/>y", "&lt;", "&#181;", "<jats:p>a", "<p>a", '<a href="x">'])
			assert.ok(hasMarkup(text), text);
	});

	test("gives the addresses of its links", () => {
		assert.deepEqual(readMarkup('<a href="https://github.com/a/b">code</a>').urls, ["https://github.com/a/b"]);
	});

	test("keeps the values that EndNote wraps in a style", () => {
		const [root] = parseElements(
			'<title><style face="italic">E. coli</style><style face="normal"> grows</style></title>',
			{ xml: true },
		).children;
		assert.equal(plainOf(root ?? "").text, "E. coli grows");
	});
});

suite("MathML", () => {
	const cases: readonly (readonly [string, string, string])[] = [
		[
			"fractions and roots",
			"<mfrac><mi>a</mi><mn>2</mn></mfrac><msqrt><mi>s</mi></msqrt>",
			"$\\frac{a}{2}\\sqrt{s}$",
		],
		["lower and upper scripts", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "$x_{i}^{2}$"],
		["accents", "<mover><mi>x</mi><mo>¯</mo></mover><mover><mi>v</mi><mo>→</mo></mover>", "$\\bar{x}\\vec{v}$"],
		["brackets", "<mfenced open='[' close=']'><mi>a</mi><mi>b</mi></mfenced>", "$[a,b]$"],
		[
			"matrices",
			"<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr></mtable>",
			"$\\begin{matrix}1 & 0\\end{matrix}$",
		],
		["isotopes", "<mmultiscripts><mi>C</mi><mprescripts/><none/><mn>13</mn></mmultiscripts>", "${}^{13}C$"],
		[
			"functions and words",
			"<mi>log</mi><mo>&#x2061;</mo><mi>n</mi><mtext> if </mtext><mi>GeV</mi>",
			"$\\log n\\text{ if }\\mathrm{GeV}$",
		],
		[
			"typefaces",
			"<mi mathvariant='double-struck'>R</mi><mi mathvariant='bold'>x</mi>",
			"$\\mathbb{R}\\mathbf{x}$",
		],
		["signs of TeX", "<mn>5</mn><mo>%</mo>", "$5\\%$"],
		[
			"its own TeX",
			"<semantics><mi>x</mi><annotation encoding='application/x-tex'>\\xi</annotation></semantics>",
			"$\\xi$",
		],
		["nothing", "", ""],
	];
	for (const [name, markup, tex] of cases) test(name, () => assert.equal(math(markup), tex));
});
