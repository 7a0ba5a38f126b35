// Texts as a .bib file holds them: LaTeX for what its encoding or its habit leaves out, braces around what keeps its case.

import { encodeLatex } from "../../../text/latex";
import { mathSpans } from "../../../text/math";
import { titlePieces } from "./title";

/** Which letters a file holds as they are: those of ASCII alone, of Latin-1, or all. */
export type Letters = "ascii" | "latin1" | "unicode";

export type Encode = (text: string) => string;

/**
 * LaTeX for the letters that a file does not hold, and for LaTeX's own characters; math as it is. A letter without a
 * form in LaTeX stays.
 */
export function encoder(letters: Letters, canEncode?: (char: string) => boolean): Encode {
	if (letters === "ascii") return text => encodeLatex(oneLine(text));
	const kept = letters === "unicode" ? /[^\0-\x7F]+/g : /[\u00A1-\u00FF]+/g;
	const encodeRun = (text: string): string => {
		let result = "";
		let at = 0;
		for (const match of text.matchAll(kept)) {
			result += encodeLatex(text.slice(at, match.index)) + holdable(match[0], canEncode);
			at = match.index + match[0].length;
		}
		return result + encodeLatex(text.slice(at));
	};
	return text => {
		const line = oneLine(text);
		let result = "";
		let at = 0;
		for (const { start, end } of mathSpans(line)) {
			result += encodeRun(line.slice(at, start)) + line.slice(start, end);
			at = end;
		}
		return result + encodeRun(line.slice(at));
	};
}

function holdable(text: string, canEncode: ((char: string) => boolean) | undefined): string {
	if (!canEncode) return text;
	return Array.from(text, char => (canEncode(char) ? char : encodeLatex(char))).join("");
}

function oneLine(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ");
}

/** A title with braces around what keeps its capitals, or in `{{…}}` as a whole where the file has them so. */
export function writeTitle(title: string, encode: Encode, isWhole: boolean): string {
	if (isWhole) return `{${encode(title).trim()}}`;
	const pieces = titlePieces(title).map(({ text, isKept }) => (isKept ? `{${encode(text)}}` : encode(text)));
	return pieces.join("").trim();
}

/** `doi` and `url` are verbatim fields (biblatex, section 2.2.1); only braces would break the entry. */
export function escapeAddress(address: string): string {
	return address.replace(/[{}\s]/g, char => encodeURIComponent(char));
}
