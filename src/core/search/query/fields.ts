// The fields of the query language, and whether a paper has a value in one.

import type { Name, Paper } from "../../paper";
import { fold } from "../../text/normalize";
import { hasWords, isStop, sequenceOf } from "./sequences";

export const queryFields = ["author", "title", "topic", "year", "venue", "digest", "is", "has", "key", "tag"] as const;
export type FieldName = (typeof queryFields)[number];

/** What the index does not know of a paper: the values that its owner says. */
export interface Facts {
	readonly topic?: readonly string[];
	readonly digest?: readonly string[];
	readonly is?: readonly string[];
	readonly key?: readonly string[];
	readonly tag?: readonly string[];
}

/** The values of a paper, by its id. */
export type FactsOf = (id: string) => Facts | undefined;

/** The fields that facts are needed for. */
export const factFields = ["topic", "digest", "is", "key", "tag"] as const;

const names = new Set<string>(queryFields);

export function isFieldName(name: string): name is FieldName {
	return names.has(name);
}

/** What a paper may have. */
export const possessions: ReadonlyMap<string, (paper: Paper) => boolean> = new Map([
	["abstract", (paper: Paper) => paper.abstract !== ""],
	["arxiv", (paper: Paper) => paper.arxiv !== undefined],
	["code", (paper: Paper) => paper.links.some(({ kind }) => kind === "code")],
	["data", (paper: Paper) => paper.links.some(({ kind }) => kind === "data")],
	["doi", (paper: Paper) => paper.doi !== undefined],
	["pdf", (paper: Paper) => paper.arxiv !== undefined || paper.links.some(({ kind }) => kind === "pdf")],
	["pmid", (paper: Paper) => paper.pmid !== undefined],
]);

/** Whether a field can have no such value; an unfinished one may still become one. */
export function valueProblem(field: FieldName, value: string, isOpen: boolean): boolean {
	if (field === "year")
		return yearsOf(value) === undefined && !(isOpen && /^[<>]?=?\d{0,4}(?:\.\.?|-)?\d{0,4}$/.test(value));
	if (field !== "has") return false;
	const wanted = value.toLowerCase();
	return !possessions.has(wanted) && !(isOpen && [...possessions.keys()].some(name => name.startsWith(wanted)));
}

interface Years {
	readonly from: number;
	readonly to: number;
}

/** `2024`, `2023..2025`, `2023-2025`, `2023..`, `..2020`, `>2020`, `>=2020`, `<2020`, `<=2020`. */
export function yearsOf(value: string): Years | undefined {
	const span = /^(\d{4})?(?:\.{2,3}|[-–])(\d{4})?$/.exec(value);
	if (span !== null && (span[1] ?? span[2]) !== undefined) {
		return { from: Number(span[1] ?? -Infinity), to: Number(span[2] ?? Infinity) };
	}
	const [, sign, digits] = /^([<>]=?)?(\d{4})$/.exec(value) ?? [];
	if (digits === undefined) return undefined;
	const year = Number(digits);
	if (sign === undefined) return { from: year, to: year };
	if (sign.startsWith(">")) return { from: sign === ">" ? year + 1 : year, to: Infinity };
	return { from: -Infinity, to: sign === "<" ? year - 1 : year };
}

/** Words of a value, folded: what is compared. */
export function valueWords(value: string): string[] {
	return fold(value).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

const unspaced =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Whether a word is of a script that writes words, or the parts of a name, without blanks between them. */
export function isUnspaced(word: string): boolean {
	return unspaced.test(word);
}

/** The values of a paper in a field, as a completion shows them. */
export function valuesIn(field: FieldName, paper: Paper, facts: Facts | undefined): readonly string[] {
	switch (field) {
		case "author":
			return paper.authors.map(familyName);
		case "title":
			return [paper.title];
		case "year":
			return paper.issued === undefined ? [] : [String(paper.issued.year)];
		case "venue":
			return paper.venue === undefined ? [] : [paper.venue];
		case "has":
			return [...possessions].filter(([, test]) => test(paper)).map(([name]) => name);
		case "topic":
		case "digest":
		case "is":
		case "key":
		case "tag":
			return facts?.[field] ?? [];
	}
}

function familyName(name: Name): string {
	if ("literal" in name) return name.literal;
	return name.particle === undefined ? name.family : `${name.particle} ${name.family}`;
}

/** Whether a paper has a value; an open one may be the beginning of one. */
export function hasValue(field: FieldName, value: string, paper: Paper, about: About): boolean {
	const { facts, isOpen } = about;
	switch (field) {
		case "author": {
			const wanted = valueWords(value);
			return paper.authors.some(name => isNamed(name, wanted, isOpen));
		}
		case "title":
			return (
				(!isUnspaced(value) && hasTitleWords(paper.title, value)) ||
				holds(valueWords(paper.title), valueWords(value), isOpen)
			);
		case "year": {
			const years = yearsOf(value);
			const year = paper.issued?.year;
			if (years === undefined)
				return isOpen && year !== undefined && String(year).startsWith(value.replace(/\D/g, ""));
			return year !== undefined && year >= years.from && year <= years.to;
		}
		case "has": {
			const wanted = value.toLowerCase();
			const test = possessions.get(wanted);
			if (test !== undefined) return test(paper);
			return isOpen && [...possessions].some(([name, has]) => name.startsWith(wanted) && has(paper));
		}
		case "key":
		case "is": {
			const wanted = fold(value);
			return valuesIn(field, paper, facts).some(each =>
				isOpen ? fold(each).startsWith(wanted) : fold(each) === wanted,
			);
		}
		case "venue":
		case "topic":
		case "digest":
		case "tag":
			return valuesIn(field, paper, facts).some(each => holds(valueWords(each), valueWords(value), isOpen));
	}
}

interface About {
	readonly facts: Facts | undefined;
	readonly isOpen: boolean;
}

function fullName(name: Name): string {
	if ("literal" in name) return name.literal;
	return [name.given, name.particle, name.family, name.suffix].filter(part => part !== undefined).join(" ");
}

/** Whether a title has the words of a value in whatever form, and not only stop words of it. */
function hasTitleWords(title: string, value: string): boolean {
	const wanted = sequenceOf(value);
	return wanted.words.some((_, at) => !isStop(wanted, at)) && hasWords(sequenceOf(title), wanted);
}

/** Whether all wanted words are there; the last may be a beginning when open. */
function holds(words: readonly string[], wanted: readonly string[], isOpen: boolean): boolean {
	if (wanted.length === 0) return false;
	return wanted.every((each, i) => {
		const isLast = isOpen && i === wanted.length - 1;
		if (isUnspaced(each)) return words.some(word => letters(word, isLast).includes(letters(each, isLast)));
		return isLast ? words.some(word => word.startsWith(each)) : words.includes(each);
	});
}

/**
 * Whether all wanted words are of a name; single letters may be initials. Names that are written without blanks may be
 * wanted in whole, the family name first, or in part.
 */
function isNamed(name: Name, wanted: readonly string[], isOpen: boolean): boolean {
	if (wanted.length === 0) return false;
	const words = valueWords(fullName(name));
	if (!("literal" in name) && isUnspaced(name.family)) words.push(...valueWords(name.family + (name.given ?? "")));
	return wanted.every((each, i) => {
		const isLast = isOpen && i === wanted.length - 1;
		if (isUnspaced(each)) {
			const part = letters(each, isLast);
			return words.some(word => letters(word, isLast).startsWith(part) || letters(word, isLast).endsWith(part));
		}
		return isLast || each.length === 1 ? words.some(word => word.startsWith(each)) : words.includes(each);
	});
}

/** A folded word in whole letters, of which those of Korean are not finished while one types. */
function letters(word: string, isTyped: boolean): string {
	return isTyped ? word : word.normalize();
}
