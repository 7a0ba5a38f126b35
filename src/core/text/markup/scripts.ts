// Raised and lowered text to the characters that Unicode has for it (Unicode 15, section 22.4).

const plain = "0123456789+-−–=()";
const above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾";
const below = "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎";

/** Letters, which have such characters only one by one: a word of them is neither read nor found well. */
const lettersAbove = new Map(
	Array.from("abcdefghijklmnoprstuvwxyz", (letter, i) => [letter, Array.from("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")[i] ?? ""]),
);
const lettersBelow = new Map(
	Array.from("aehijklmnoprstuvx", (letter, i) => [letter, Array.from("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")[i] ?? ""]),
);

/** The text of `sup`. */
export function raised(text: string): string {
	return /^\s*(?:st|nd|rd|th|[®™©*†‡§¶]+)\s*$/.test(text) ? text : script(text, above, lettersAbove, "^");
}

/** The text of `sub`. */
export function lowered(text: string): string {
	return script(text, below, lettersBelow, "_");
}

/** What has no such character is math when it is an index, and stays on the line when it is a note. */
function script(text: string, signs: string, letters: ReadonlyMap<string, string>, mark: string): string {
	const inner = text.trim();
	if (inner === "") return text;
	const chars = Array.from(inner);
	const mapped = chars.map(char => {
		const at = plain.indexOf(char);
		if (at >= 0) return signs.charAt(at);
		return letters.get(char) ?? "";
	});
	const countOfLetters = chars.filter(char => /\p{L}/u.test(char)).length;
	if (!mapped.includes("") && countOfLetters <= 1) return mapped.join("");
	return /^[\p{L}\d,.*'’+\u2212-]{1,12}$/u.test(inner) ? `$${mark}{${inner}}$` : text;
}
