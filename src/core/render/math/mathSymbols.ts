// What the commands of LaTeX math look like in plain Unicode: data only.

type Table = Readonly<Record<string, string | undefined>>;

/** `table("alpha α beta β")`: names and signs in turn. */
function table(pairs: string): Table {
	const words = pairs.trim().split(/\s+/);
	const entries = words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ""] as const] : []));
	return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(entries));
}

/** Characters of one text to those of another, in turn. */
function letters(from: string, to: string): Table {
	const signs = Array.from(to);
	return Object.assign(
		Object.create(null) as Record<string, string>,
		Object.fromEntries(Array.from(from, (letter, index) => [letter, signs[index] ?? ""])),
	);
}

export const symbols: Table = table(`
	alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
	nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
	Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
	infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ
	sum ∑ prod ∏ int ∫ cup ∪ cap ∩ bigcup ⋃ bigcap ⋂ setminus ∖ wedge ∧ vee ∨ neg ¬ lnot ¬
	ldots … dots … cdots ⋯ prime ′ dagger † ddagger ‡ S § star ⋆ ast ∗ circ ∘ bullet • degree ° checkmark ✓
	langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ | ‖ mid | lbrace { rbrace }
	{ { } } % % $ $ & & # # _ _ - - oplus ⊕ otimes ⊗ odot ⊙ top ⊤ bot ⊥ perp ⊥ triangle △ angle ∠ sharp ♯
	texttimes × textmu µ copyright © pounds £ euro €
`);

/** Relations and operators: a space on each side, unless they come first (`±5`). */
export const operators: Table = table(`
	times × cdot · div ÷ pm ± mp ∓ sim ∼ simeq ≃ approx ≈ cong ≅ equiv ≡ propto ∝ neq ≠ ne ≠ leq ≤ le ≤ geq ≥ ge ≥
	leqslant ≤ geqslant ≥ lt < gt > ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ lesssim ≲
	gtrsim ≳ to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦
	uparrow ↑ downarrow ↓ implies ⇒ iff ⇔ longrightarrow ⟶
`);

/** Names that are set upright and read as they are. */
export const names: ReadonlySet<string> = new Set(
	"arg argmax argmin cos cosh det dim exp gcd inf lim liminf limsup ln log max min mod Pr sin sinh sup tan tanh".split(
		" ",
	),
);

/** Accents over one letter, as combining characters. */
export const accents: Table = {
	hat: "\u0302",
	widehat: "\u0302",
	tilde: "\u0303",
	widetilde: "\u0303",
	bar: "\u0304",
	overline: "\u0305",
	dot: "\u0307",
	ddot: "\u0308",
	vec: "\u20d7",
};

export const doubleStruck: Table = letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ1", "𝔸𝔹ℂ𝔻𝔼𝔽𝔾ℍ𝕀𝕁𝕂𝕃𝕄ℕ𝕆ℙℚℝ𝕊𝕋𝕌𝕍𝕎𝕏𝕐ℤ𝟙");

export const superscripts: Table = letters(
	"0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW∗*′†βγδθ",
	"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ**′†ᵝᵞᵟᶿ",
);

export const subscripts: Table = letters(
	"0123456789+−=()aehijklmnoprstuvxβγρφχ",
	"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
);
