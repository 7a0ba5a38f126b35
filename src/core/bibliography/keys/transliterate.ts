// Letters of other alphabets in ASCII, for citation keys. Sources: BGN/PCGN romanization of Russian, simplified as
// passports have it (ICAO 9303-3, section 6), and ELOT 743 for Greek; German umlauts as DIN 5007-2 writes them out.

import { fold } from "../../text/normalize";

const latin: Readonly<Record<string, string>> = {
	...{ Æ: "AE", Œ: "OE", Ø: "O", Ł: "L", Đ: "D", Ð: "D", Þ: "Th", ð: "d", þ: "th", ẞ: "SS" },
	...{ ə: "a", Ə: "A", ŋ: "n", Ŋ: "N", ħ: "h", Ħ: "H", ŧ: "t", Ŧ: "T", ĸ: "k", ƒ: "f", ɓ: "b", ɗ: "d", ƙ: "k" },
};

const german: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue" };

/** Pairs of a letter and what stands for it, parted by blanks. */
function pairs(table: string): ReadonlyMap<string, string> {
	const words = table.trim().split(/\s+/);
	return new Map(words.map(word => [word.charAt(0), word.slice(1)]));
}

const letters = new Map([
	...pairs(`аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юiu яia
	ёe єie іi їi ґg ўu ђdj јj љlj њnj ћc џdz ѓg ѕdz ќk қk ғg ңn өo ұu үu һh әa`),
	...pairs(`αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo`),
]);

export type Alphabet = "default" | "german";

/** A text in ASCII as far as its letters have a form there; others, such as those of Chinese, stay as they are. */
export function transliterate(text: string, alphabet: Alphabet = "default"): string {
	const written =
		alphabet === "german" ? text.normalize("NFC").replace(/[äöüÄÖÜ]/g, char => german[char] ?? "") : text;
	// Some letters are one with a mark only by Unicode's reckoning: `й` is no `и`.
	const composed = written.normalize("NFC").replace(/([οό])[υύ]/gi, "$1u");
	const named = Array.from(composed, char => letterOf(char) ?? char).join("");
	return Array.from(named.normalize("NFKD").replace(/\p{Mn}/gu, ""), char => {
		if (/[ -~\s]/.test(char)) return char;
		return latin[char] ?? letterOf(char) ?? foldedLetter(char);
	}).join("");
}

/** Capitals as the small letters have them: `Щ` is `Shch`. */
function letterOf(char: string): string | undefined {
	const small = char.toLowerCase();
	const found = letters.get(small);
	return found === undefined || small === char ? found : found.charAt(0).toUpperCase() + found.slice(1);
}

function foldedLetter(char: string): string {
	const folded = fold(char);
	return /^\p{Lu}/u.test(char) && folded !== "" && folded !== char
		? folded.charAt(0).toUpperCase() + folded.slice(1)
		: folded;
}
