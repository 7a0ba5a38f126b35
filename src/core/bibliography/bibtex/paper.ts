// An entry of a .bib file as a paper. Sources: btxdoc, section 3 (types and fields); biblatex manual, sections 2.1, 2.2.

import { findArxiv, findDoi, paperId } from "../../identity";
import type { IssuedDate, Link, Paper } from "../../paper";
import { decodeLatex } from "../../text/latex";
import { findLinks, mergeLinks, toLink } from "../../text/links";
import { readMarkup } from "../../text/markup/markup";
import { parseNames } from "./names";
import type { BibBlock } from "./blocks";
import { bibtexPublication } from "./publication";
import { journalOfMacro, months, valueOf, wholeValueOf, type Strings } from "./strings";

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
	...{ mvcollection: "book", mvproceedings: "book", mvreference: "book", reference: "book", manual: "report" },
	...{ bookinbook: "chapter", suppbook: "chapter", suppcollection: "chapter", inreference: "entry" },
	...{ preprint: "article", web_page: "webpage", newspaper: "article-newspaper", magazine: "article-magazine" },
	...{ data: "dataset", softwareversion: "software", softwaremodule: "software", codefragment: "software" },
	...{
		standard: "standard",
		legislation: "legislation",
		jurisdiction: "legal_case",
		letter: "personal_communication",
	},
	...{ movie: "motion_picture", video: "motion_picture", artwork: "graphic", talk: "speech", presentation: "speech" },
	...{ masterthesis: "thesis", mvthesis: "thesis", bachelorthesis: "thesis", suppperiodical: "article-journal" },
};

/** Mark-up that exports leave in a value; other things in angle brackets, such as the name of a file, are text. */
const tag =
	/<\/?(?:p|br|i|b|u|em|strong|sub|sup|span|div|sc|a|ul|ol|li|h[1-6]|small|tt|(?:jats|mml):[a-z-]+|math|mrow|sec|title|italic|bold|inline-formula|tex-math)(?:\s[^<>]{0,500})?\/?>|&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,31}\d{0,2});/i;

/** Running text in Unicode. Exports of web pages leave HTML in it, its brackets written in several ways. */
function readText(latex: string): Decoded {
	const tex = latex.replace(/\{?\$\s*([<>])\s*\$\}?/g, "$1").replace(/\\par(?![A-Za-z])\s*/g, "\n\n");
	const pieces = paragraphs(decodeLatex(tex).text).map(readPiece);
	return {
		text: pieces.map(({ text }) => text).join("\n\n"),
		links: mergeLinks(...pieces.map(({ links }) => links)),
	};
}

function readPiece(text: string): Decoded {
	const marked = tag.test(text) ? readMarkup(text) : { text: "", urls: [] };
	// `<A study.pdf>` as a whole is no tag, though it begins like one.
	const { text: plain, urls } = marked.text === "" ? { text, urls: [] } : marked;
	return {
		text: plain,
		links: mergeLinks(
			urls.flatMap(url => toLink(url) ?? []),
			findLinks(plain).links,
		),
	};
}

interface Decoded {
	readonly text: string;
	readonly links: readonly Link[];
}

function decode(latex: string): string {
	return decodeLatex(latex).text.replace(/\s+/g, " ").trim();
}

/** Paragraphs are parted by a blank line. */
function paragraphs(text: string): readonly string[] {
	return text
		.split(/\n[^\S\n]*\r?\n\s*|\r{2,}/)
		.map(part => part.replace(/\s+/g, " ").trim())
		.filter(part => part !== "");
}

/** Fields of what does not tell which work an entry is; they may be long. */
const longFields = /^(?:abstract|keywords?|author[-_]keywords|file|annote|annotation|review|cited-references)$/;

/** The paper of an entry; a `brief` one lacks what does not tell which work it is: abstract and keywords. */
export function paperOf(block: BibBlock, strings: Strings, { brief = false } = {}): Paper {
	const raw = new Map<string, string>();
	for (const field of block.fields) {
		const name = field.name.toLowerCase();
		if (raw.has(name) || (brief && longFields.test(name))) continue;
		raw.set(name, name === "abstract" ? wholeValueOf(field.parts, strings) : valueOf(field.parts, strings));
	}
	const rawOf = (...names: readonly string[]): string => names.map(name => raw.get(name) ?? "").find(Boolean) ?? "";
	const get = (...names: readonly string[]): string => decode(rawOf(...names));
	const kind = block.type.toLowerCase();
	const title = titleOf(kind, rawOf);
	const { url, links } = linksOf(raw);
	const doi = findDoi(unescaped(rawOf("doi"))) ?? doiOfAddresses(raw);
	const arxiv = arxivOf(raw, doi);
	const eprinttype = rawOf("eprinttype", "archiveprefix").toLowerCase();
	const pmid = /^\D*(\d{1,8})\D*$/.exec(rawOf("pmid") || (eprinttype === "pubmed" ? rawOf("eprint") : ""))?.[1];
	const issued = issuedOf(rawOf("date"), rawOf("year"), rawOf("month"), rawOf("day"));
	const venue = venueOf(rawOf, get);
	const arxivClass = rawOf("primaryclass", "eprintclass");
	const people = rawOf("author", "editor");
	const named = people.replace(more, "");
	const authors = parseNames(named, decode);
	const type = typeOf(kind, rawOf("entrysubtype"), venue, arxiv);
	const abstract = readText(rawOf("abstract"));
	return {
		id: paperId({ doi, arxiv, pmid, title: title.text }),
		title: title.text,
		abstract: abstract.text,
		authors,
		...(named !== people && { authorsIncomplete: true as const }),
		type,
		keywords: keywordsOf(raw),
		links: mergeLinks(links, title.links, abstract.links),
		...(issued ? { issued } : {}),
		...(arxiv === undefined ? {} : { arxiv }),
		...(arxiv === undefined || arxivClass === "" ? {} : { arxivClass }),
		...(doi === undefined ? {} : { doi }),
		...(pmid === undefined ? {} : { pmid }),
		...(url === undefined ? {} : { url }),
		...(venue === "" && arxiv === undefined ? {} : { venue: venue || "arXiv" }),
		...(brief ? {} : bibtexPublication({ kind, type, venue }, rawOf, decode)),
	};
}

/** BibTeX's `and others`, and what people write for it. */
const more = /(?:\s+and)?[\s,]+(?:\{?et\.?[\s~]*al\.?\}?|(?<=\band\s+)others)[\s.,}]*$/i;

type RawOf = (...names: readonly string[]) => string;

/** Title and subtitle; a collection without one has that of the book. */
function titleOf(kind: string, rawOf: RawOf): Decoded {
	const isWhole = /^(?:mv)?(?:book|proceedings|collection|reference)$/.test(kind);
	const main = readText(rawOf("title", ...(isWhole ? ["booktitle", "maintitle"] : [])));
	const subtitle = readText(rawOf("subtitle")).text;
	const text = (main.text + (subtitle === "" ? "" : `: ${subtitle}`)).replace(/\s+/g, " ").trim();
	return { text, links: main.links };
}

function venueOf(rawOf: RawOf, get: RawOf): string {
	const journal = rawOf("journal", "journaltitle", "shortjournal");
	const known = journalOfMacro(journal);
	if (known !== undefined) return known;
	const found = get(
		...["journal", "journaltitle", "shortjournal", "booktitle", "school", "institution", "publisher"],
		...(/\\url\b|^\W*(?:https?:|www\.)/i.test(rawOf("howpublished")) ? [] : ["howpublished"]),
		"organization",
	);
	if (/^arxiv\b.*\d{4}/i.test(found)) return "arXiv";
	return tag.test(found) ? readMarkup(found).text : found;
}

function typeOf(kind: string, subtype: string, venue: string, arxiv: string | undefined): string {
	const type = types[kind] ?? (arxiv === undefined ? "document" : "article");
	if (type !== "article-journal") return type;
	if (/^(?:magazine|newspaper)$/i.test(subtype)) return `article-${subtype.toLowerCase()}`;
	return arxiv !== undefined && /arxiv|corr/i.test(venue || "arxiv") ? "article" : type;
}

/** Semicolons part keywords that have commas of their own. */
function keywordsOf(raw: ReadonlyMap<string, string>): readonly string[] {
	const names = [
		"keywords",
		"keyword",
		"author_keywords",
		"author-keywords",
		"keywords-plus",
		"mendeley-tags",
		"mesh",
	];
	const words = names.flatMap(name => {
		const value = decode(raw.get(name) ?? "");
		return value.split(value.includes(";") ? /\s*;\s*/ : /\s*,\s*/);
	});
	return [...new Set(words.map(word => word.replace(/\*/g, "").trim()).filter(Boolean))];
}

/** Fields that hold an address, or may do so; those of BibDesk (`bdsk-url-1`), DBLP (`ee`) and ADS too. */
const addressField =
	/^(?:url|link|ee|pdf|code|github|dataset|adsurl|howpublished|note|annote|file|pmcid|pmc|bdsk-url-\d)$/;

/** The page of a work, and all addresses of its entry by what they lead to. */
function linksOf(raw: ReadonlyMap<string, string>): {
	readonly url: string | undefined;
	readonly links: readonly Link[];
} {
	const written = unescaped(raw.get("url") ?? "");
	const page = /^https?:\/\/\S+$/i.test(written) ? written : undefined;
	const links = [...raw].flatMap(([name, value]): Link[] => {
		if (!addressField.test(name)) return [];
		if (name.startsWith("pmc")) return pmcLink(value);
		const inMacro = [...value.matchAll(/\\(?:url|href)\s*\{([^{}]*)\}/g)].flatMap(match => match[1] ?? []);
		const plain = inMacro.length > 0 ? inMacro : value.split(/\s+|;(?=https?:)/);
		return plain.flatMap(word => {
			const address = unescaped(word).replace(/[.,;)]+$/, "");
			const link = /^https?:\/\//i.test(address) ? toLink(address) : undefined;
			if (!link) return [];
			return name === "pdf" || name === "code" ? { url: link.url, kind: name } : link;
		});
	});
	const first = page ?? (raw.has("url") ? undefined : links[0]?.url);
	return {
		url: first,
		links: page === undefined ? links : mergeLinks([toLink(page) ?? { url: page, kind: "page" }], links),
	};
}

function pmcLink(value: string): Link[] {
	const id = /\d{3,9}/.exec(value)?.[0];
	return id === undefined ? [] : [{ url: `https://pmc.ncbi.nlm.nih.gov/articles/PMC${id}/`, kind: "page" }];
}

/** A DOI in an address of its resolver, or named as such in a note. */
function doiOfAddresses(raw: ReadonlyMap<string, string>): string | undefined {
	for (const [name, value] of raw) {
		const mayHave = addressField.test(name) && value.length < 1000 && /\bdoi\.org\/|\bdoi:\s*10\./i.test(value);
		const found = mayHave ? findDoi(unescaped(value)) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
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
	// NASA ADS: `journal = {ArXiv e-prints}, eid = {astro-ph/0003081}`
	return /arxiv/i.test(get("journal")) ? (findArxiv(get("eid")) ?? findArxiv(get("pages"))) : undefined;
}

/** `date = {2025-02-05}` (biblatex, section 2.3.8: the first date of a range), else `year`, `month` and `day`. */
function issuedOf(date: string, year: string, month: string, day: string): IssuedDate | undefined {
	const iso = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;
	const [, isoYear, isoMonth, isoDay] = iso.exec(date) ?? iso.exec(year) ?? [];
	const found = isoYear ?? /\d{4}/.exec(year)?.[0];
	if (found === undefined) return undefined;
	// A date without a year, as `Mar 3`, goes with the year of its own field.
	const written = month || (iso.test(date) ? "" : date);
	const number = isoMonth === undefined ? monthOf(written) : Number(isoMonth);
	if (number === undefined || number < 1 || number > 12) return { year: Number(found) };
	const last = /\b\d{1,2}\b(?!.*\d)/.exec(/[a-z]/i.test(written) ? written : "")?.[0];
	const dayOfMonth = Number(isoDay ?? last ?? /^\d{1,2}$/.exec(day)?.[0] ?? 0);
	return { year: Number(found), month: number, ...(dayOfMonth >= 1 && dayOfMonth <= 31 ? { day: dayOfMonth } : {}) };
}

function monthOf(text: string): number | undefined {
	const word = /[A-Za-z]{3}/.exec(text)?.[0].toLowerCase();
	const index = months.findIndex(month => month === word);
	if (index >= 0) return index + 1;
	return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}
