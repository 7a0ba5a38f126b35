// The fields of the query language, and whether a paper has a value in one.

import type { Name, Paper } from "../../paper";
import { fold } from "../../text/normalize";
import { hasContent, hasWords, type Sequence, sequenceOf } from "./sequences";

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

export function isFactField(field: FieldName): field is keyof Facts {
	return factFields.some(each => each === field);
}

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

/** The values of `is`. */
export const states = [
	"cited",
	"done",
	"followed",
	"hidden",
	"later",
	"new",
	"noted",
	"read",
	"starred",
	"unread",
] as const;

/** Whether a field can have no such value; an unfinished one may still become one. */
export function valueProblem(field: FieldName, value: string, isOpen: boolean): boolean {
	if (field === "year")
		return yearsOf(value) === undefined && !(isOpen && /^[<>]?=?\d{0,4}(?:\.\.?|-)?\d{0,4}$/.test(value));
	const values = field === "has" ? [...possessions.keys()] : field === "is" ? states : undefined;
	if (values === undefined) return false;
	const wanted = fold(value);
	return !values.some(each => each === wanted || (isOpen && each.startsWith(wanted)));
}

interface Years {
	readonly from: number;
	readonly to: number;
}

/** `2024`, `2023..2025` in either order, `2023-2025`, `2023..`, `..2020`, `>2020`, `>=2020`, `<2020`, `<=2020`. */
export function yearsOf(value: string): Years | undefined {
	const span = /^(\d{4})?(?:\.{2,3}|[-–…])(\d{4})?$/.exec(value);
	if (span !== null && (span[1] ?? span[2]) !== undefined) {
		const [first, second] = [Number(span[1] ?? -Infinity), Number(span[2] ?? Infinity)];
		return { from: Math.min(first, second), to: Math.max(first, second) };
	}
	const [, sign, digits] = /^([<>]=?)?(\d{4})$/.exec(value) ?? [];
	if (digits === undefined) return undefined;
	const year = Number(digits);
	if (sign === undefined) return { from: year, to: year };
	if (sign.startsWith(">")) return { from: sign === ">" ? year + 1 : year, to: Infinity };
	return { from: -Infinity, to: sign === "<" ? year - 1 : year };
}

/** Words and symbols (⭐) of a value, folded: what is compared; the whole value, when it has neither. */
export function valueWords(value: string): string[] {
	const folded = fold(value).trim();
	return folded.match(/[\p{L}\p{N}\p{M}]+|\p{So}+/gu) ?? (folded === "" ? [] : [folded]);
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

/** A value that is looked for, made ready for many papers. */
export interface Wanted {
	readonly value: string;
	readonly words: readonly string[];
	readonly sequence: Sequence;
}

export function wantedValue(value: string): Wanted {
	return { value, words: valueWords(value), sequence: sequenceOf(value) };
}

/** Whether a paper has a value; an open one may be the beginning of one. */
export function hasValue(field: FieldName, value: string, paper: Paper, about: About): boolean {
	return hasOneOf(field, [wantedValue(value)], paper, about);
}

/** Whether a paper has one of the values; open ones may be the beginning of one. */
export function hasOneOf(field: FieldName, wanted: readonly Wanted[], paper: Paper, about: About): boolean {
	const { facts, isOpen } = about;
	switch (field) {
		case "author": {
			const names = paper.authors.map(wordsOfName);
			return wanted.some(({ words }) => names.some(name => isNamed(name, words, isOpen)));
		}
		case "title":
			return hasTitle(paper.title, wanted, isOpen);
		case "year":
			return wanted.some(({ value }) => isOfYear(paper, value, isOpen));
		case "has":
			return wanted.some(({ value }) => {
				const name = fold(value);
				const test = possessions.get(name);
				if (test !== undefined) return test(paper);
				return isOpen && [...possessions].some(([each, has]) => each.startsWith(name) && has(paper));
			});
		case "key":
		case "is": {
			const values = valuesIn(field, paper, facts).map(fold);
			return wanted.some(({ value }) => {
				const whole = fold(value);
				return values.some(each => (isOpen ? each.startsWith(whole) : each === whole));
			});
		}
		case "venue":
		case "topic":
		case "digest":
		case "tag": {
			const values = valuesIn(field, paper, facts).map(valueWords);
			return wanted.some(({ words }) => values.some(each => holds(each, words, isOpen)));
		}
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

function isOfYear({ issued }: Paper, value: string, isOpen: boolean): boolean {
	if (issued === undefined) return false;
	const years = yearsOf(value);
	if (years === undefined) return isOpen && String(issued.year).startsWith(value.replace(/\D/g, ""));
	return issued.year >= years.from && issued.year <= years.to;
}

/** Whether a title has the words of a value in whatever form; stop words only count where there are no others. */
function hasTitle(title: string, wanted: readonly Wanted[], isOpen: boolean): boolean {
	const text = sequenceOf(title);
	const titleWords = valueWords(title);
	return wanted.some(
		({ value, words, sequence }) =>
			(!isUnspaced(value) && hasContent(sequence) && hasWords(text, sequence)) ||
			holds(titleWords, words, isOpen),
	);
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
function isNamed(words: readonly string[], wanted: readonly string[], isOpen: boolean): boolean {
	if (wanted.length === 0) return false;
	return wanted.every((each, i) => {
		const isLast = isOpen && i === wanted.length - 1;
		if (isUnspaced(each)) {
			const part = letters(each, isLast);
			return words.some(word => letters(word, isLast).startsWith(part) || letters(word, isLast).endsWith(part));
		}
		return isLast || each.length === 1 ? words.some(word => word.startsWith(each)) : words.includes(each);
	});
}

/** The words of a name; of one that is written without blanks also the whole. */
function wordsOfName(name: Name): string[] {
	const words = valueWords(fullName(name));
	if ("literal" in name || !isUnspaced(name.family)) return words;
	return [...words, ...valueWords(name.family + (name.given ?? ""))];
}

/** A folded word in whole letters, of which those of Korean are not finished while one types. */
function letters(word: string, isTyped: boolean): string {
	return isTyped ? word : word.normalize();
}
