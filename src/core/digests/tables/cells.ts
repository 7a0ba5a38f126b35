// The cells of a row to the fields of a paper.

import type { IssuedDate, TextRange } from "../../paper";
import { dateOf, readDate } from "../dates";
import type { Draft } from "../draft";
import { readAuthors } from "../fields/authors";
import type { Field } from "../fields/fieldNames";
import { isPaperAddress } from "../fields/paperLinks";
import { arxivOfAddress, doiOfAddress, pmidOfAddress } from "../identifiers";

/** The first cell of a field that holds something. */
export type CellOf = (field: Field) => string | undefined;

/** The cell of a row by field; columns further on stand in for an empty one. */
export function cellsOf(row: readonly string[], columns: ReadonlyMap<Field, readonly number[]>): CellOf {
	return field => {
		for (const index of columns.get(field) ?? []) {
			// An apostrophe keeps spreadsheets from taking a text for a formula, and is no part of it.
			const cell = (row[index] ?? "").trim().replace(/^'(?=[=+\-@])/, "");
			if (cell !== "" && !/^(?:null|none|nan|n\/?a|undefined|-{1,3}|—)$/i.test(cell)) return cell;
		}
		return undefined;
	};
}

/** A paper of a row of plain cells. */
export function draftOfRow(
	row: readonly string[],
	columns: ReadonlyMap<Field, readonly number[]>,
	place: TextRange,
): Draft {
	const cell = cellsOf(row, columns);
	const authors = readAuthors(cell("authors") ?? "");
	const urls = ["url", "pdf", "arxiv", "code", "data", "links", "doi"].flatMap(field =>
		addresses(cell(field as Field) ?? ""),
	);
	const page = urls.find(url => isPaperAddress(url)) ?? addresses(cell("url") ?? "")[0];
	return {
		place,
		title: cell("title") ?? "",
		abstract: notAbsent(cell("abstract")),
		authors: authors.names,
		authorsIncomplete: authors.isIncomplete,
		issued: issuedOf(cell),
		type: typeOf(cell("type")),
		arxiv: arxivOf(cell, urls),
		arxivClass: classOf(cell("categories")),
		doi: cell("doi") ?? urls.map(doiOfAddress).find(doi => doi !== undefined),
		pmid: /^\D{0,10}\d{1,9}\D{0,3}$/.test(cell("pmid") ?? "")
			? cell("pmid")
			: urls.map(pmidOfAddress).find(id => id !== undefined),
		url: page,
		venue: issueOf(cell("venue"))?.venue ?? cell("venue"),
		keywords: keywordsOf(row, columns),
		links: urls.filter(url => url !== page),
	};
}

/** Embase's source: `Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004`. */
function issueOf(source: string | undefined): { readonly venue: string; readonly date: string } | undefined {
	const found = /^(.{2,200}?) \(((?:19|20)\d{2})\)[^\p{L}]{0,80}(?:.*?\bDate of Publication: ([^.]{4,30}))?/u.exec(
		source?.slice(0, 500) ?? "",
	);
	const isSource = found && (found[3] !== undefined || found[0].length === source?.length);
	return isSource ? { venue: found[1] ?? "", date: found[3] ?? found[2] ?? "" } : undefined;
}

/** What exports write where there is no abstract. */
function notAbsent(abstract: string | undefined): string | undefined {
	return /^\[?no abstract(?: available)?\.?\]?$|^abstract not available/i.test(abstract ?? "") ? undefined : abstract;
}

function addresses(cell: string): readonly string[] {
	const found = cell
		.slice(0, 20_000)
		.match(/https?:\/\/[^\s<>"|;,()[\]]{1,2000}(?:\([^\s()]{0,100}\)[^\s<>"|;,()[\]]{0,500})?/gi);
	return [...new Set(found ?? [])];
}

/** The date, of which a year stands alone in many exports; a month may have a column of its own. */
export function issuedOf(cell: CellOf): IssuedDate | undefined {
	const date = readDate(cell("date")) ?? readDate(issueOf(cell("venue"))?.date);
	const year = /\d{4}/.exec(cell("year") ?? "")?.[0];
	if (year === undefined || (date && `${date.year}` === year)) return date;
	const month = cell("month");
	return (month === undefined ? undefined : readDate(`${month} ${year}`)) ?? dateOf(year);
}

function arxivOf(cell: CellOf, urls: readonly string[]): string | undefined {
	const named = cell("arxiv");
	if (named !== undefined && /\d{4}\.\d{4,5}|\/\d{7}|arxiv/i.test(named)) return named;
	return urls.map(arxivOfAddress).find(id => id !== undefined);
}

/** The first category of arXiv: `cs.CL`, `math.GT`, `hep-th` (arxiv.org/category_taxonomy). */
export function classOf(categories: string | undefined): string | undefined {
	return /(?:^|[\s[('"])((?:cs|math|stat|eess|econ|q-bio|q-fin|physics|astro-ph|cond-mat|nlin)\.[A-Za-z-]{2,9}|hep-(?:th|ph|ex|lat)|quant-ph|gr-qc|nucl-(?:th|ex)|astro-ph|cond-mat|math-ph)\b/.exec(
		categories ?? "",
	)?.[1];
}

function keywordsOf(row: readonly string[], columns: ReadonlyMap<Field, readonly number[]>): readonly string[] {
	const cells = [...(columns.get("keywords") ?? []), ...(columns.get("categories") ?? [])].map(
		index => row[index] ?? "",
	);
	return cells.flatMap(splitKeywords);
}

/** Keywords apart by semicolons or bars, else by commas, else categories by blanks; with quotes and brackets off. */
export function splitKeywords(cell: string): readonly string[] {
	const text = cell
		.slice(0, 5000)
		.replace(/\([^()]{0,200}\)/g, found => found.replace(/,\s*/g, "\0"))
		.replace(/^\s*\[|\]\s*$/g, "")
		.replace(/(?<=^|,\s*)['"]|['"](?=\s*(?:,|$))/g, "");
	const apart = /[;；|]/.test(text)
		? /\s*[;；|]\s*/
		: /[,，、\n]/.test(text)
			? /\s*[,，、\n]\s*/
			: /\s(?=[a-z-]+\.[A-Z]{2}\b)/;
	return text
		.split(apart)
		.map(word => word.replace(/\0/g, ", ").replace(/^[\s#*[\]`'"]+|[\s*[\]`'"]+$/g, ""))
		.filter(word => word !== "" && word.length <= 120 && !/^(?:nan|null|none|n\/a)$/i.test(word));
}

/** CSL's types (CSL 1.0.2, Appendix III) by the words of Zotero, Scopus, Web of Science, Lens. */
const types: readonly (readonly [RegExp, string])[] = [
	[/preprint/i, "article"],
	[/conference|proceeding|meeting abstract/i, "paper-conference"],
	[/chapter|book ?section|inbook/i, "chapter"],
	[/thesis|dissertation/i, "thesis"],
	[/dataset|data set/i, "dataset"],
	[/report|working paper/i, "report"],
	[/^(?:edited )?book|^monograph|^b$/i, "book"],
	[/patent/i, "patent"],
	[/article|journal|review|editorial|letter|note|^j$|^jour$|erratum|short survey/i, "article-journal"],
];

function typeOf(written: string | undefined): string | undefined {
	return types.find(([pattern]) => pattern.test(written ?? ""))?.[1];
}
