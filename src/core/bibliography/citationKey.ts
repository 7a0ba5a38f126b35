// Citation keys by a formula of Better BibTeX's names; legal characters are those that LaTeX, Pandoc and Typst share.

import type { Paper } from "../paper";
import { parseFormula, type Formula } from "./keys/formula";
import { transliterate } from "./keys/transliterate";
import { legal, wordsOf } from "./keys/words";

const defaultKeyPattern = "auth.lower + year + shorttitle(1, 0).lower";

/**
 * A key for the paper that is not in `taken`, whatever the case of its letters (BibTeX compares keys so), made by the
 * pattern; a pattern that cannot be read counts as the default. A taken key gets `a` … `z`, then `aa` …
 */
export function citationKey(paper: Paper, taken: ReadonlySet<string>, pattern = defaultKeyPattern): string {
	return uniqueKey(paper, new Set(Array.from(taken, key => key.toLowerCase())), pattern);
}

/** As `citationKey`; `taken` holds keys in lower case. */
export function uniqueKey(
	paper: Paper,
	taken: { has(key: string): boolean },
	pattern: string = defaultKeyPattern,
): string {
	const base = baseKey(paper, formulaOf(pattern));
	let key = base;
	for (let count = 0; taken.has(key.toLowerCase()); count++) key = base + suffix(count);
	return key;
}

/** Whether a pattern can be read. */
export function isKeyPattern(pattern: string): boolean {
	return parseFormula(pattern) !== undefined;
}

/** The pattern that was read last: a whole shelf is added by one. */
let last: { readonly pattern: string; readonly formula: Formula } | undefined;

function formulaOf(pattern: string): Formula {
	if (last?.pattern !== pattern) {
		const formula = parseFormula(pattern) ?? parseFormula(defaultKeyPattern) ?? (() => "");
		last = { pattern, formula };
	}
	return last.formula;
}

/** A key without letters is one that lost them, when names and titles are in a script that has no form in ASCII. */
function baseKey(paper: Paper, formula: Formula): string {
	const written = formula(paper);
	const base = withoutOdd(written);
	if (base === "") return legal(wordsOf(paper.title).join("")) || "paper";
	return /[A-Za-z]/.test(base) || !/\p{L}/u.test(written + firstName(paper)) ? base : `paper${base}`;
}

/** The first author as far as it has letters of which none is left in a key. */
function firstName({ authors: [first] }: Paper): string {
	if (!first) return "";
	const name = "literal" in first ? first.literal : first.family;
	return legal(name) === "" ? name : "";
}

/** Letters and digits of ASCII, and the signs `-`, `_`, `:` and `.` within a key, which its formula puts there. */
function withoutOdd(key: string): string {
	return transliterate(key)
		.replace(/[^A-Za-z0-9_:.-]/g, "")
		.replace(/^[_:.-]+|[_:.-]+$/g, "");
}

/** `a` … `z`, `aa`, `ab` … */
function suffix(count: number): string {
	const letter = String.fromCharCode(97 + (count % 26));
	return count < 26 ? letter : suffix(Math.floor(count / 26) - 1) + letter;
}
