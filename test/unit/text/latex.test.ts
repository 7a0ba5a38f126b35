// LaTeX in running text: every spelling of an accent, what stays, what is reported, and the way back.

import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeLatex, encodeLatex } from "../../../src/core/text/latex";
import { assertLinear, filled } from "../linear";

const decoded: readonly (readonly [string, string])[] = [
	["\\%\\&\\_\\#\\$\\{\\}", "%&_#${}"],
	['\\"{a} {\\"a} \\"a {\\"{a}} \\" a', "ä ä ä ä ä"],
	["Erd{\\H o}s Erd\\H{o}s Erd\\H os", "Erdős Erdős Erdős"],
	["\\v{c} {\\v c} \\c c \\c{C} \\.I \\k{a} \\u{g} \\r{u} \\d{h} \\b{k}", "č č ç Ç İ ą ğ ů ḥ ḵ"],
	["{\\i} \\'\\i{} \\'{\\i} {\\'{\\i}} \\^{\\j} \\'i \\i x", "ı í í í ĵ í ıx"],
	["\\={\\\"u} \\'{\\^{a}} {\\'{\\ae}}", "ǖ ấ ǽ"],
	[
		"Stra\\ss e Stra{\\ss}e \\o{} \\L\\'od\\'z {\\ae} \\AA ngstr\\\"om \\OE uvre",
		"Straße Straße ø Łódź æ Ångström Œuvre",
	],
	["a--b---c ``q'' `r' x~y", "a–b—c “q” ‘r' x\u00a0y"],
	["a\\textemdash b \\textendash{} c\\ldots", "a—b – c…"],
	["\\emph{a \\textbf{b}} \\textit{c} {\\em d} {\\bf e}f \\enquote{g}", "a b c d ef “g”"],
	["The {BERT} of {{MRI}s}", "The BERT of MRIs"],
	[
		"$x_{1}$ and \\(\\alpha+1\\) and MedS$^3$ and $$y$$ and $ z^2 $",
		"$x_{1}$ and $\\alpha+1$ and MedS$^3$ and $y$ and $z^2$",
	],
	["costs $5 and $6 more, US$7", "costs $5 and $6 more, US$7"],
	["CO\\textsubscript{2} 10\\textsuperscript{th} \\ensuremath{\\beta}", "CO2 10th $\\beta$"],
	["\\href{https://x.org}{here} \\noopsort{1973b}1973 \\url{https://a.b/c_d}", "here 1973 https://a.b/c_d"],
	["\\~{} \\^{} \\textbackslash{}x \\textasciitilde y", "~ ^ \\x ~y"],
	["un}balanced {open", "un}balanced {open"],
	["\\'", "'"],
	["\\", "\\"],
	["d'Artagnan's caf\\'e", "d'Artagnan's café"],
	["?`Qu\\'e? !`S\\'i!", "¿Qué? ¡Sí!"],
	["\\textless 5\\,mm soft\\-hyphen", "<5\u2009mm softhyphen"],
];

const plain: readonly (readonly [string, string])[] = [
	["a 100\\% success rate", "a 100% success rate"],
	[
		"features -- including ``black boxes'' and ~10 {a, b} minutes",
		"features -- including ``black boxes'' and ~10 {a, b} minutes",
	],
	['M{\\"u}ller, Caf\\\'e, Hamamc{\\i}, \\"{o}', "Müller, Café, Hamamcı, ö"],
	['the \\"adaptive\\" patient\\\'s', 'the "adaptive" patient\'s'],
	["\\[HOSPITAL\\] \\*bold\\* 1\\. \\(see text\\)", "[HOSPITAL] *bold* 1. (see text)"],
	["\\alpha helices of \\emph{E. coli}", "α helices of E. coli"],
	["C:\\1 and \\", "C:\\1 and \\"],
	["\\(n\\) of \\[x^2\\]", "$n$ of $x^2$"],
	["costs $5 million, in CA$ and $x$", "costs $5 million, in CA$ and $x$"],
	["<script>alert(1)</script>", "<script>alert(1)</script>"],
];

suite("LaTeX in running text", () => {
	for (const [latex, text] of decoded) test(`reads ${latex}`, () => assert.equal(decodeLatex(latex).text, text));
	for (const [latex, text] of plain) {
		test(`reads in a plain text ${latex}`, () => assert.equal(decodeLatex(latex, { plain: true }).text, text));
	}

	test("an unknown command is shown by its name and reported where it stands", () => {
		const { text, unknown } = decodeLatex("model, \\mone, for \\foo{} and \\mone outperforms", { plain: true });
		assert.equal(text, "model, mone, for foo and mone outperforms");
		assert.deepEqual(unknown, [
			{ name: "mone", offset: 7 },
			{ name: "foo", offset: 18 },
			{ name: "mone", offset: 29 },
		]);
	});

	test("writes accents, letters, signs and escapes as BibTeX needs them", () => {
		assert.equal(
			encodeLatex("Müller Łódź Hamamcı Erdős ç"),
			"M{\\\"u}ller {\\L}{\\'o}d{\\'z} Hamamc{\\i} Erd{\\H{o}}s {\\c{c}}",
		);
		assert.equal(
			encodeLatex("í ï ĩ ǰ į ǖ ǽ Å ß"),
			"{\\'i} {\\\"i} {\\~{\\i}} {\\v{\\j}} {\\k{i}} {\\={\\\"u}} {\\'{\\ae}} {\\AA} {\\ss}",
		);
		assert.equal(
			encodeLatex("50% & _x_ #1 $5 {a} ~^\\"),
			"50\\% \\& \\_x\\_ \\#1 \\$5 {\\textbraceleft}a{\\textbraceright} {\\textasciitilde}{\\textasciicircum}{\\textbackslash}",
		);
		assert.equal(encodeLatex("MedS$^3$ – α 医 “q”"), "MedS$^3$ -- $\\alpha$ 医 ``q''");
	});

	test("every letter of the Latin blocks and every punctuation mark comes back", () => {
		const ranges = [
			[0x20, 0x7e],
			[0xa0, 0x24f],
			[0x1e00, 0x1eff],
			[0x2010, 0x205e],
		] as const;
		for (const [first, last] of ranges) {
			for (let code = first; code <= last; code++) {
				const char = String.fromCodePoint(code).normalize("NFC");
				for (const text of [char, `a${char}b`, `${char}${char}`, `x ${char}, ${char}.`]) {
					assert.equal(
						decodeLatex(encodeLatex(text)).text,
						text,
						`U+${code.toString(16)} ${encodeLatex(text)}`,
					);
				}
			}
		}
	});

	test("any text of such characters comes back, with its math", () => {
		const char = fc.oneof(
			fc.integer({ min: 0x20, max: 0x7e }).filter(code => code !== 0x24),
			fc.integer({ min: 0xa1, max: 0x24f }),
			fc.integer({ min: 0x1e00, max: 0x1eff }),
			fc.constantFrom(0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0x4e00),
		);
		const text = fc.array(char).map(codes => String.fromCodePoint(...codes).normalize("NFC"));
		fc.assert(
			fc.property(text, text, (before, after) => {
				for (const whole of [before, `${before}$x_{1}$ ${after}`]) {
					assert.equal(decodeLatex(encodeLatex(whole)).text, whole);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	test("any input is read, in both ways", () => {
		const hostile = fc
			.array(fc.constantFrom(..."\\{}$~`'\"-?! ab1\nü([".split(/(?:)/u)), { maxLength: 40 })
			.map(chars => chars.join(""));
		fc.assert(
			fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), text => {
				for (const isPlain of [true, false]) {
					for (const { name, offset } of decodeLatex(text, { plain: isPlain }).unknown) {
						assert.equal(text.slice(offset, offset + 1 + name.length), `\\${name}`);
					}
				}
				encodeLatex(text);
			}),
			{ numRuns: 3000 },
		);
	});

	for (const unit of [
		"{",
		"}",
		"\\'{",
		"$a ",
		"\\(a",
		"\\",
		"$",
		"-",
		'\\"',
		"a\\foo ",
		"\\enquote{",
		"$$",
		"\\href{",
		"\\[x$",
	]) {
		test(`${unit} half a million times is read in linear time`, () => {
			for (const plain of [true, false])
				assertLinear(size => void decodeLatex(filled(unit, size), { plain }), 5e5);
		});
	}
});
