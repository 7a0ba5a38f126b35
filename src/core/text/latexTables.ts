// LaTeX's names of accents and characters in running text: data only. Composed letters are not listed, as Unicode's
// normal form C composes them. Sources: source2e (ltoutenc.dtx), encguide, textcomp, inputenc's utf8enc.dfu.
// Own tables because the ready ones (unicode2latex, 294 KB minified) cannot be loaded in parts.

/** Accent commands and the combining marks that they put on the letter after them. */
export const accents: ReadonlyMap<string, string> = new Map([
	["`", "\u0300"],
	["'", "\u0301"],
	["^", "\u0302"],
	["~", "\u0303"],
	["=", "\u0304"],
	["u", "\u0306"],
	[".", "\u0307"],
	['"', "\u0308"],
	["h", "\u0309"],
	["r", "\u030a"],
	["H", "\u030b"],
	["v", "\u030c"],
	["G", "\u030f"],
	["d", "\u0323"],
	["textcommabelow", "\u0326"],
	["c", "\u0327"],
	["k", "\u0328"],
	["b", "\u0331"],
	["t", "\u0361"],
]);

/** Marks that stand under a letter, so that i and j keep their dots. */
export const marksBelow: ReadonlySet<string> = new Set(["\u0323", "\u0326", "\u0327", "\u0328", "\u0331"]);

/** Pairs `name character` of a table in one string: its words by twos. */
function pairs(table: string): ReadonlyMap<string, string> {
	const words = table.trim().split(/\s+/);
	return new Map(words.flatMap((name, i) => (i % 2 === 0 ? [[name, words[i + 1] ?? ""] as const] : [])));
}

/** Commands that stand for one letter within a word: TeX drops the blanks after them. */
export const letters = pairs(`
	ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å dj đ DJ Đ dh ð DH Ð th þ TH Þ ng ŋ NG Ŋ i ı j ȷ
`);

/** Commands for signs in running text, the first of several names being the one that is written. */
export const signs = pairs(`
	textbackslash \\ textbraceleft { textbraceright } textasciitilde ~ textasciicircum ^ textless < textgreater >
	textbar | textdollar $ textunderscore _ textquotedbl " textquotesingle ' textasciigrave \`
	textendash – textemdash — textquotedblleft “ textquotedblright ” textquoteleft ‘ textquoteright ’
	quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright » guillemetleft « guillemetright »
	guilsinglleft ‹ guilsinglright › textexclamdown ¡ textquestiondown ¿
	ldots … dots … textellipsis … textbullet • textperiodcentered · textdegree ° degree ° textordfeminine ª
	textordmasculine º textcopyright © copyright © textregistered ® texttrademark ™ textsection § S § P ¶
	textparagraph ¶ dag † textdagger † ddag ‡ textdaggerdbl ‡ pounds £ textsterling £ texteuro € euro € textyen ¥
	textcent ¢ textcurrency ¤ textbrokenbar ¦ textlnot ¬ textpm ± texttimes × textdiv ÷ textmu µ
	textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³
	textperthousand ‰ textnumero № textasciimacron ¯ textasciidieresis ¨ textasciiacute ´ lbrack [ rbrack ]
	slash / textvisiblespace ␣ LaTeX LaTeX TeX TeX BibTeX BibTeX
`);

/** Commands for signs that LaTeX knows in math only; digests and catalogues write them in running text too. */
export const mathSigns = pairs(`
	alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
	nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
	Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω textohm Ω
	leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ infty ∞ to → rightarrow → leftarrow ←
	leftrightarrow ↔ Rightarrow ⇒ ll ≪ gg ≫ cdot ⋅ in ∈ subset ⊂ cup ∪ cap ∩ partial ∂ nabla ∇ sum ∑ prod ∏ sqrt √
	forall ∀ exists ∃ emptyset ∅ star ⋆ ast ∗ circ ∘ uparrow ↑ downarrow ↓ checkmark ✓ pm ± times × div ÷ ell ℓ
`);

/** Commands whose argument is shown without them. */
export const transparent: ReadonlySet<string> = new Set(
	`emph textbf textit texttt textsc textrm textsf textsl textup textmd textnormal text mbox hbox underline uline url path
	textsuperscript textsubscript textquote mathrm nolinkurl MakeUppercase MakeLowercase lowercase uppercase textls`.split(
		/\s+/,
	),
);

/** Commands that show nothing themselves: changes of font and the like. */
export const silent: ReadonlySet<string> = new Set(
	`em it bf tt sc rm sf sl itshape bfseries ttfamily scshape rmfamily sffamily slshape upshape mdseries normalfont tiny
	scriptsize footnotesize small normalsize large Large protect relax noindent allowbreak nobreak xspace null
	textcompwordmark bgroup egroup displaystyle`.split(/\s+/),
);

/** Commands whose first argument is not shown: the address of a link, the sort key of a year, a colour. */
export const hidden: ReadonlySet<string> = new Set(["href", "noopsort", "textcolor", "SortNoop"]);

/** Commands that put something around their argument. */
export const wrapping: ReadonlyMap<string, readonly [string, string]> = new Map([["enquote", ["“", "”"]]]);
