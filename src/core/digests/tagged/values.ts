// Values that several tagged formats write in the same ways: names, dates, identifiers, addresses, keywords.

import { findArxiv, findDoi } from "../../identity";
import type { IssuedDate, Name } from "../../paper";
import { readDate } from "../dates";
import type { Draft } from "../draft";
import { readInitialsLast, readName, readNames } from "../names";

const lineEnd = /\r\n|\r|\n/;

/** The lines of a value that hold something. */
export function linesIn(value: string): readonly string[] {
	return value
		.split(lineEnd)
		.map(line => line.trim())
		.filter(line => line !== "");
}

/** Authors as reference managers write them: one a field, a line each, or several in one field. */
export function readAuthors(values: readonly string[]): Pick<Draft, "authors" | "authorsIncomplete"> {
	const lists = values.flatMap(people).map(written => {
		const isList =
			/;|\bet\.?\s*al\b|\bothers\b/i.test(written) || /^[^,]+,[^,]+?\s+and\s+[^,]+,[^,]+/.test(written);
		if (isList) return readNames(written, readAuthor);
		return { names: [readAuthor(written)].flatMap(name => name ?? []), isIncomplete: false };
	});
	const isIncomplete = lists.some(list => list.isIncomplete);
	return { authors: lists.flatMap(({ names }) => names), ...(isIncomplete && { authorsIncomplete: true }) };
}

/** A value on several lines holds a name a line if each has its comma; else one name was wrapped. */
function people(value: string): readonly string[] {
	const lines = linesIn(value);
	return lines.every(line => line.includes(",")) ? lines : [lines.join(" ")];
}

/** A name in a catalogue's way: `Lee, Ann`, but also `Lee A.B.` and `Lee AB`, where the initials come last. */
function readAuthor(written: string): Name | undefined {
	const text = written.replace(/\s+/g, " ").trim();
	if (/^\[?(?:anonymous|anon\.?|no authors? (?:listed|given)|unknown)\]?\.?$/i.test(text)) return undefined;
	// No mark of a footnote here, as in a list of names: a number belongs to the name.
	if (/^\S*\d$/.test(text)) return { literal: text };
	if (text.length > 200 || text.includes(",")) return readName(text);
	const dotted = /^([^.]*\p{Ll}[^.]*) ((?:\p{Lu}\p{Ll}?\.[ -]?){1,5})$/u.exec(text);
	if (dotted) return readName(`${dotted[1] ?? ""}, ${dotted[2] ?? ""}`);
	return /^\S*\p{Ll}.* (?!I{2,3}$|IV$)\p{Lu}{1,3}$/u.test(text) ? readInitialsLast(text) : readName(text);
}

/**
 * The date of a record: the first with a year, or a more precise one of the same year. What has no year of its own
 * (`SEP 15`) gets that year.
 */
export function issuedOf(values: readonly string[]): IssuedDate | undefined {
	const written = values.map(value => (/[a-z]/i.test(value) ? value.replace(/\//g, " ") : value));
	const dates = written.flatMap(value => readDate(value) ?? []);
	const [first] = dates;
	if (!first) return undefined;
	const yearless = written
		.filter(value => /^\D*\d{0,2}\D*$/.test(value))
		.flatMap(value => readDate(`${value} ${first.year}`) ?? []);
	return [...dates, ...yearless]
		.filter(({ year }) => year === first.year)
		.reduce((best, date) => (precision(date) > precision(best) ? date : best));
}

function precision(date: IssuedDate): number {
	return (date.month === undefined ? 0 : 1) + (date.day === undefined ? 0 : 1);
}

/** The first DOI in texts; one in an address ends before the address's query and the words of a publisher's page. */
export function doiIn(texts: readonly string[]): string | undefined {
	for (const text of texts) {
		const isAddress = /^\s*https?:/i.test(text);
		const found = findDoi(/%2f/i.test(text) ? text.replace(/%2f/gi, "/") : text);
		if (found === undefined) continue;
		return isAddress
			? found.replace(/[?#&].*$/, "").replace(/\/(?:abstract|full|fulltext|pdf|epdf|html|meta|summary)$/i, "")
			: found;
	}
	return undefined;
}

/** The first arXiv identifier in texts that name arXiv. */
export function arxivIn(texts: readonly string[]): string | undefined {
	return texts
		.filter(text => /arxiv/i.test(text))
		.map(text => findArxiv(text.slice(0, 2000)))
		.find(id => id !== undefined);
}

/** The venue as a reader would name it: `arXiv preprint arXiv:1706.03762` is arXiv. */
export function venueNamed(written: string): string {
	return /^arxiv\b.*\d/i.test(written) ? "arXiv" : written;
}

/** The addresses in values, which may hold several. */
export function addressesIn(values: readonly string[]): readonly string[] {
	return values.flatMap(value => value.split(/\s+|;(?=\s*https?:)/)).filter(word => /^https?:\/\//i.test(word));
}

/** The PMID that a text names as such: `PMID: 123`, an address of PubMed. */
export function pmidIn(texts: readonly string[]): string | undefined {
	const named = /\bPMID:?\s*(\d{1,8})\b|pubmed\.ncbi\.nlm\.nih\.gov\/(\d{1,8})\b|nih\.gov\/pubmed\/(\d{1,8})\b/i;
	for (const text of texts) {
		const [, a, b, c] = named.exec(text) ?? [];
		const found = a ?? b ?? c;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The page of a paper in PubMed Central, as a link, for the identifier in a text. */
export function pmcLinks(texts: readonly string[]): readonly string[] {
	const id = texts.map(text => /\bPMC\d{3,9}\b/.exec(text)?.[0]).find(found => found !== undefined);
	return id === undefined ? [] : [`https://pmc.ncbi.nlm.nih.gov/articles/${id}/`];
}

/**
 * Keywords: one a field, one a line, or many in one. A comma parts them only where one field holds all of them, since
 * subject headings have commas of their own (`Models, Statistical`, but not `maps, charts`). The star of a major
 * heading of MeSH is none of its text.
 */
export function keywordsIn(values: readonly string[]): readonly string[] {
	const lines = values.flatMap(linesIn);
	const parts = lines.flatMap(line => line.split(/\s*;\s*/));
	const [only = ""] = parts;
	const areByComma = parts.length === 1 && (/,[^,]*,/.test(only) || /,\s*\p{Ll}/u.test(only));
	const words = areByComma ? only.split(/\s*,\s*/) : parts;
	return words.map(word => word.replace(/\*/g, "").trim()).filter(word => word !== "");
}
