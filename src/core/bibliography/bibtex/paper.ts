// An entry of a .bib file as a paper. Sources: btxdoc, section 3 (types and fields); biblatex manual, sections 2.1, 2.2.

import { findArxiv, findDoi, paperId } from "../../identity";
import type { IssuedDate, Paper } from "../../paper";
import { decodeLatex } from "../../text/latex";
import { parseNames } from "./names";
import type { BibBlock, BibPart } from "./parse";

export const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

const types: Readonly<Record<string, string>> = {
	article: "article-journal",
	inproceedings: "paper-conference",
	conference: "paper-conference",
	book: "book",
	mvbook: "book",
	proceedings: "book",
	collection: "book",
	booklet: "pamphlet",
	inbook: "chapter",
	incollection: "chapter",
	phdthesis: "thesis",
	mastersthesis: "thesis",
	thesis: "thesis",
	techreport: "report",
	report: "report",
	online: "webpage",
	electronic: "webpage",
	www: "webpage",
	unpublished: "manuscript",
	dataset: "dataset",
	software: "software",
	patent: "patent",
};

/** Values of `@string`, by names in lower case. */
export type Strings = Map<string, string>;

/** The months that every style of BibTeX defines. */
export function monthStrings(): Strings {
	return new Map(months.map(month => [month, month]));
}

/** The value of a field in LaTeX, white space as one space; an unknown name stands for itself. */
export function valueOf(parts: readonly BibPart[], strings: Strings): string {
	const values = parts.map(({ kind, text }) => (kind === "bare" ? (strings.get(text.toLowerCase()) ?? text) : text));
	return values.join("").replace(/\s+/g, " ").trim();
}

function decode(latex: string): string {
	return decodeLatex(latex).text.replace(/\s+/g, " ").trim();
}

/** The paper of an entry; a `brief` one lacks what does not tell which work it is: abstract and keywords. */
export function paperOf(block: BibBlock, strings: Strings, { brief = false } = {}): Paper {
	const raw = new Map<string, string>();
	for (const field of block.fields) {
		const name = field.name.toLowerCase();
		if (brief && (name === "abstract" || name === "keywords" || name === "file")) continue;
		if (!raw.has(name)) raw.set(name, valueOf(field.parts, strings));
	}
	const rawOf = (...names: readonly string[]): string => names.map(name => raw.get(name) ?? "").find(Boolean) ?? "";
	const get = (...names: readonly string[]): string => decode(rawOf(...names));
	const subtitle = get("subtitle");
	const title = get("title") + (subtitle === "" ? "" : `: ${subtitle}`);
	const address = unescaped(rawOf("url"));
	const url = /^https?:\/\/\S+$/i.test(address) ? address : undefined;
	const doi = findDoi(unescaped(rawOf("doi"))) ?? (/doi\.org\//i.test(address) ? findDoi(address) : undefined);
	const arxiv = arxivOf(raw, doi);
	const eprinttype = rawOf("eprinttype", "archiveprefix").toLowerCase();
	const pmid = /^\d+$/.exec(rawOf("pmid") || (eprinttype === "pubmed" ? rawOf("eprint") : ""))?.[0];
	const issued = issuedOf(rawOf("date"), rawOf("year"), rawOf("month"));
	const venue = get(
		"journal",
		"journaltitle",
		"booktitle",
		"school",
		"institution",
		"publisher",
		"howpublished",
		"organization",
	);
	const arxivClass = rawOf("primaryclass", "eprintclass");
	const type = types[block.type.toLowerCase()] ?? (arxiv === undefined ? "document" : "article");
	return {
		id: paperId({ doi, arxiv, pmid, title }),
		title,
		abstract: get("abstract"),
		authors: parseNames(rawOf("author", "editor"), decode),
		type:
			type === "article-journal" && arxiv !== undefined && /arxiv|corr/i.test(venue || "arxiv")
				? "article"
				: type,
		keywords: get("keywords", "keyword")
			.split(/\s*[,;]\s*/)
			.filter(Boolean),
		links: url === undefined ? [] : [{ url, kind: "page" }],
		...(issued ? { issued } : {}),
		...(arxiv === undefined ? {} : { arxiv }),
		...(arxiv === undefined || arxivClass === "" ? {} : { arxivClass }),
		...(doi === undefined ? {} : { doi }),
		...(pmid === undefined ? {} : { pmid }),
		...(url === undefined ? {} : { url }),
		...(venue === "" && arxiv === undefined ? {} : { venue: venue || "arXiv" }),
	};
}

/** Addresses and identifiers are written with and without LaTeX's escapes. */
function unescaped(text: string): string {
	return text
		.replace(/^\\url\s*\{([^]*)\}$/, "$1")
		.replace(/\{?\\(?:textunderscore|_)\s*\}?/g, "_")
		.replace(/\\([%#&~_$])/g, "$1")
		.replace(/^[<{]+|[>}]+$/g, "");
}

/** `eprint` of arXiv; else an address, a DOI, or a journal such as `arXiv preprint arXiv:2502.04381`. */
function arxivOf(raw: ReadonlyMap<string, string>, doi: string | undefined): string | undefined {
	const get = (name: string): string => unescaped(raw.get(name) ?? "");
	const kind = (get("archiveprefix") || get("eprinttype")).toLowerCase();
	if (kind === "" || kind === "arxiv") {
		const found = findArxiv(get("eprint")) ?? (get("arxiv") === "" ? undefined : findArxiv(get("arxiv")));
		if (found !== undefined) return found;
	}
	if (doi !== undefined && /^10\.48550\//i.test(doi)) return findArxiv(doi);
	for (const name of ["url", "journal", "journaltitle", "howpublished", "note", "number", "volume", "publisher"]) {
		const value = get(name);
		const found = /arxiv|abs\//i.test(value) ? findArxiv(value) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** `date = {2025-02-05}` (biblatex, section 2.3.8: the first date of a range), else `year` and `month`. */
function issuedOf(date: string, year: string, month: string): IssuedDate | undefined {
	const iso = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
	const [, isoYear, isoMonth, isoDay] = iso ?? [];
	const found = isoYear ?? /\d{4}/.exec(year)?.[0];
	if (found === undefined) return undefined;
	const number = isoMonth === undefined ? monthOf(month) : Number(isoMonth);
	if (number === undefined || number < 1 || number > 12) return { year: Number(found) };
	const day = Number(isoDay ?? /\b\d{1,2}\b(?!.*\d)/.exec(/[a-z]/i.test(month) ? month : "")?.[0] ?? 0);
	return { year: Number(found), month: number, ...(day >= 1 && day <= 31 ? { day } : {}) };
}

function monthOf(text: string): number | undefined {
	const word = /[A-Za-z]{3}/.exec(text)?.[0].toLowerCase();
	const index = months.findIndex(month => month === word);
	if (index >= 0) return index + 1;
	return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}
