// What a formula of citation keys can take from a paper: Better BibTeX's functions, "Formulas", "Functions", and
// JabRef's field markers, "Customize the citation key generator", where they differ in name.

import type { Name, Paper } from "../../paper";
import { argument, numberOf, type Arguments } from "./filters";
import { capitalized, legal, tellingWords, wordsOf } from "./words";

export type Term = (paper: Paper, args: Arguments) => string;

/** The family name without its particle; `{literal}` as a whole. */
function familyOf(author: Name | undefined): string {
	if (!author) return "";
	const name = "literal" in author ? author.literal : author.family;
	return legal(name.replace(/[\s-]+/g, "")) || legal("given" in author ? (author.given ?? "") : "");
}

function families({ authors }: Paper, { named }: Arguments): readonly string[] {
	const isInitialed = named.get("initials") === "true";
	return authors.map(author => familyOf(author) + (isInitialed ? initialsOf(author) : ""));
}

function initialsOf(author: Name): string {
	const given = "given" in author ? (author.given ?? "") : "";
	return given
		.split(/[\s.-]+/)
		.map(part => legal(part).charAt(0))
		.join("");
}

/** The first `n` names, with `etal` where there are more. */
function authors(paper: Paper, args: Arguments): string {
	const all = families(paper, args);
	const count = numberOf(args, 0, "n", 0) || all.length;
	const separator = argument(args, -1, "sep") ?? "";
	const etal = argument(args, -1, "etal") ?? (args.listed.length > 0 ? "EtAl" : "");
	const some = all.slice(0, count).join(separator);
	return all.length > count ? some + separator + etal : some;
}

/** One name alone; two names; the first name and `EtAl`. */
function etAl(paper: Paper, args: Arguments, separator: string, more: string): string {
	const [first = "", second, ...rest] = families(paper, args);
	if (second === undefined) return first;
	return first + separator + (rest.length === 0 ? second : more);
}

/** JabRef's `authorsAlpha`, as BibTeX's style alpha has labels: three letters of one name, else initials. */
function alpha(paper: Paper, args: Arguments): string {
	const all = families(paper, args);
	if (all.length === 1) return (all[0] ?? "").slice(0, 3);
	return all
		.slice(0, all.length > 4 ? 3 : 4)
		.map(name => name.charAt(0))
		.join("");
}

function title(count: number, capitals: number): Term {
	return (paper, args) =>
		tellingWords(paper.title, numberOf(args, 0, "n", count))
			.map((word, index) => (index < numberOf(args, 1, "m", capitals) ? capitalized(word) : word))
			.join("");
}

function letters(paper: Paper, args: Arguments): string {
	const name = families(paper, args)[numberOf(args, 1, "m", 1) - 1] ?? "";
	const count = numberOf(args, 0, "n", 0);
	return count > 0 ? name.slice(0, count) : name;
}

function page(which: 0 | -1): Term {
	return ({ pages = "" }) => (/\d/.test(pages) ? (pages.match(/\d+/g)?.at(which) ?? "") : "");
}

/** A field as it stands, words apart, for the filters; punctuation would end a key. */
function field(read: (paper: Paper) => string | undefined): Term {
	return paper => (read(paper) ?? "").replace(/<[^>]*>|\\[A-Za-z]+/g, "").replace(/[^\p{L}\p{N}\s_-]+/gu, "");
}

const people: readonly (readonly [string, Term])[] = [
	["auth", letters],
	["authors", authors],
	["authorsn", authors],
	["authetal", (paper, args) => etAl(paper, args, argument(args, -1, "sep") ?? "", "EtAl")],
	["authetal2", (paper, args) => etAl(paper, args, argument(args, -1, "sep") ?? ".", "etal")],
	["authauthea", (paper, args) => etAl(paper, args, argument(args, -1, "sep") ?? ".", "ea")],
	["authorlast", (paper, args) => families(paper, args).at(-1) ?? ""],
	["authorsalpha", alpha],
	["authini", (paper, args) => (families(paper, args)[0] ?? "").slice(0, numberOf(args, 0, "n", 0) || undefined)],
	[
		"authorini",
		(paper, args) =>
			families(paper, args)
				.map((name, i) => (i === 0 ? name.slice(0, 5) : name.charAt(0)))
				.join("."),
	],
	["authforeini", ({ authors: [first] }) => (first ? initialsOf(first).charAt(0) : "")],
	[
		"authorlastforeini",
		({ authors: all }) => (all.length > 0 ? initialsOf(all[all.length - 1] ?? { literal: "" }).charAt(0) : ""),
	],
	[
		"authshort",
		(paper, args) => {
			const all = families(paper, args);
			if (all.length < 2) return all[0] ?? "";
			return `${all
				.slice(0, 3)
				.map(name => name.charAt(0))
				.join("")}${all.length > 3 ? "+" : ""}`;
		},
	],
	["edtr", ({ editors = [] }) => familyOf(editors[0])],
];

const ofPaper: readonly (readonly [string, Term])[] = [
	["year", ({ issued }) => (issued ? `${issued.year}` : "")],
	["shortyear", ({ issued }) => (issued ? `${issued.year}`.slice(-2) : "")],
	["month", ({ issued }) => (issued?.month === undefined ? "" : `${issued.month}`)],
	["day", ({ issued }) => (issued?.day === undefined ? "" : `${issued.day}`)],
	["title", paper => wordsOf(paper.title).map(capitalized).join("")],
	["camel", paper => wordsOf(paper.title).map(capitalized).join("")],
	["shorttitle", title(3, 0)],
	["veryshorttitle", title(1, 0)],
	["journal", field(({ venue }) => venue)],
	["publicationtitle", field(({ venue }) => venue)],
	["publisher", field(({ publisher, venue, type }) => publisher ?? (type === "book" ? venue : undefined))],
	["type", ({ type }) => legal(type)],
	["entrytype", ({ type }) => legal(type)],
	["firstpage", page(0)],
	["lastpage", page(-1)],
	["pages", field(({ pages }) => pages)],
	["volume", field(({ volume }) => volume)],
	["issue", field(({ issue }) => issue)],
	["number", field(({ number, issue }) => number ?? issue)],
	["keyword", ({ keywords }, args) => legal(keywords[numberOf(args, 0, "n", 1) - 1] ?? "")],
	["doi", ({ doi = "" }) => legal(doi)],
	["arxiv", ({ arxiv = "" }) => legal(arxiv)],
	["pmid", ({ pmid = "" }) => pmid],
];

/** Names that begin with a capital and stand for the field as it is (Better BibTeX, "Direct access"). */
const fields: ReadonlyMap<string, Term> = new Map([
	["Title", field(({ title: written }) => written)],
	["TITLE", field(({ title: written }) => written)],
	["ShortTitle", field(({ title: written }) => written.replace(/[:.?!–—].*$/, ""))],
	["Abstract", field(({ abstract }) => abstract)],
]);

const terms: ReadonlyMap<string, Term> = new Map([...people, ...ofPaper]);

/** The term of a name, and the numbers that JabRef writes behind it: `auth3_1`, `authors2`, `shorttitle3_3`. */
export function termOf(name: string): { readonly term: Term; readonly numbers: readonly string[] } | undefined {
	const exact = fields.get(name) ?? terms.get(name.toLowerCase().replace(/[._]/g, ""));
	if (exact) return { term: exact, numbers: [] };
	const [, word = "", n, m] = /^([A-Za-z.]+?)(\d{1,3})(?:_(\d{1,3}))?$/.exec(name) ?? [];
	const term = terms.get(word.toLowerCase().replace(/\./g, ""));
	return term && n !== undefined ? { term, numbers: m === undefined ? [n] : [n, m] } : undefined;
}
