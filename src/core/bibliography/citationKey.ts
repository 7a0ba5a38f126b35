// Citation keys by a formula of Better BibTeX's names: terms joined by `+`, with filters behind a dot.
// Source: Better BibTeX for Zotero, "Citation keys"; legal characters are those that LaTeX, Pandoc and Typst share.

import type { Name, Paper } from "../paper";
import { fold } from "../text/normalize";

const defaultKeyPattern = "auth.lower + year + shorttitle(1, 0).lower";

/** Words of a title that tell nothing about it: articles, prepositions, conjunctions, and the like of "towards". */
const skipped = new Set(
	`a about above across after against al all along also an and any are around as at be before behind below beneath
	beside between beyond but by can could de der des despite die do does down during el except for from has have how
	in inside into is it its la le les like near nor not of off on onto or our out outside over past per since so some
	still than that the their there these this those through throughout to toward towards under une und until up upon
	using via was we what when where whether which while who why with within without yet your`.split(/\s+/),
);

type Term = (paper: Paper) => string;

/**
 * A key for the paper that is not in `taken`, whatever the case of its letters (BibTeX compares keys so), made by the
 * pattern; a pattern that cannot be read counts as the default. A taken key gets `a` … `z`, then `aa` …
 */
export function citationKey(paper: Paper, taken: ReadonlySet<string>, pattern = defaultKeyPattern): string {
	return uniqueKey(paper, new Set(Array.from(taken, key => key.toLowerCase())), pattern);
}

/** As `citationKey`; `taken` holds keys in lower case. */
export function uniqueKey(paper: Paper, taken: ReadonlySet<string>, pattern = defaultKeyPattern): string {
	const terms = parsePattern(pattern) ?? parsePattern(defaultKeyPattern) ?? [];
	const base = legal(terms.map(term => term(paper)).join("")) || legal(wordsOf(paper.title).join("")) || "paper";
	let key = base;
	for (let count = 0; taken.has(key.toLowerCase()); count++) key = base + suffix(count);
	return key;
}

/** Whether a pattern can be read. */
export function isKeyPattern(pattern: string): boolean {
	return parsePattern(pattern) !== undefined;
}

/** `a` … `z`, `aa`, `ab` … */
function suffix(count: number): string {
	const letter = String.fromCharCode(97 + (count % 26));
	return count < 26 ? letter : suffix(Math.floor(count / 26) - 1) + letter;
}

/** Letters and digits of ASCII and `-`, which no consumer of keys takes for something else; it does not start with `-`. */
function legal(key: string): string {
	return transliterated(key)
		.replace(/[^A-Za-z0-9-]/g, "")
		.replace(/^-+|-+$/g, "");
}

function transliterated(text: string): string {
	const letters: Record<string, string> = {
		Æ: "AE",
		Œ: "OE",
		Ø: "O",
		Ł: "L",
		Đ: "D",
		Ð: "D",
		Þ: "Th",
		ð: "d",
		þ: "th",
		ẞ: "SS",
	};
	return Array.from(text.normalize("NFKD").replace(/\p{Mn}/gu, ""), char => {
		if (/[ -~]/.test(char)) return char;
		return letters[char] ?? fold(char);
	}).join("");
}

function parsePattern(pattern: string): Term[] | undefined {
	const terms: Term[] = [];
	const token =
		/\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z]+)\s*(?:\(\s*(\d*)\s*(?:,\s*(\d*)\s*)?\))?)((?:\s*\.\s*[A-Za-z]+(?:\(\))?)*)\s*(\+|$)/y;
	let isLast = false;
	while (!isLast) {
		const match = token.exec(pattern);
		if (!match) return undefined;
		const [, double, single, name = "", n, m, filters = "", end] = match;
		const quoted = double ?? single;
		const term = quoted === undefined ? termOf(name, n, m) : () => quoted;
		const filtered = term && withFilters(term, filters);
		if (!filtered) return undefined;
		terms.push(filtered);
		isLast = end === "";
	}
	return token.lastIndex === 0 || token.lastIndex === pattern.length ? terms : undefined;
}

function termOf(name: string, n: string | undefined, m: string | undefined): Term | undefined {
	switch (name.toLowerCase()) {
		case "auth":
			return ({ authors }) => (authors[0] ? familyOf(authors[0]) : "");
		case "year":
			return ({ issued }) => (issued ? String(issued.year) : "");
		case "title":
			return ({ title }) => wordsOf(title).map(capitalized).join("");
		case "shorttitle": {
			const [count, capitals] = [Number(n ?? "") || 3, m === undefined || m === "" ? 0 : Number(m)];
			return ({ title }) =>
				telling(title, count)
					.map((word, index) => (index < capitals ? capitalized(word) : word))
					.join("");
		}
		default:
			return undefined;
	}
}

function withFilters(term: Term, filters: string): Term | undefined {
	let result = term;
	for (const [name] of filters.matchAll(/[A-Za-z]+/g)) {
		const before = result;
		const filter = { lower, upper, capitalize: capitalized }[name.toLowerCase()];
		if (!filter) return undefined;
		result = paper => filter(before(paper));
	}
	return result;
}

const lower = (text: string): string => text.toLowerCase();
const upper = (text: string): string => text.toUpperCase();
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The family name without its particle; `{literal}` as a whole. */
function familyOf(author: Name): string {
	const name = "literal" in author ? author.literal : author.family;
	return legal(name.replace(/[\s-]+/g, "")) || legal("given" in author ? (author.given ?? "") : "");
}

/** The words of a title, with what stands inside a word (`Phikon-v2`, `MedS$^3$`) made part of it. */
function wordsOf(title: string): string[] {
	return title
		.replace(/<[^>]*>/g, "")
		.split(/[\s/–—]+/)
		.map(word => legal(word.replace(/\\[A-Za-z]+/g, "")).replace(/-/g, ""))
		.filter(word => word !== "");
}

function telling(title: string, count: number): string[] {
	const words = wordsOf(title);
	const found = words.filter(word => !skipped.has(word.toLowerCase()));
	return (found.length > 0 ? found : words).slice(0, count);
}
