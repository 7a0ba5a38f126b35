// What every reader of a text has in the end: places of titles and abstracts. They become papers here, once for all.

import { paperId } from "../../identity";
import type { Link, Paper, TextRange } from "../../paper";
import { decodeLatex } from "../../text/latex";
import { findLinks, mergeLinks, toLink } from "../../text/links";
import { findLostMath } from "../../text/lostMath";
import { inlineMarkdown } from "../../text/markdown";
import { hasMarkup, readMarkup } from "../../text/markup/markup";
import { DistinctPapers } from "../distinctPapers";
import { pageOf, readDetails, type Details } from "../fields/details";
import { readItem, type Item } from "../fields/item";
import { arxivOfAddress, doiOfAddress, pmidOfAddress } from "../identifiers";
import { brief, type Report } from "../report";

/** A paper as a reader found it in a text. */
export interface Entry {
	readonly title: TextRange;
	/** Paragraphs of the abstract, in order. */
	readonly abstract: readonly TextRange[];
	/** Lines that hold no sentence but links and identifiers. */
	readonly details?: readonly TextRange[];
}

export interface EntryText {
	readonly text: string;
	readonly report: Report;
	readonly isMarkdown: boolean;
}

/** Papers of the entries, in order, each once; what was lost or damaged on the way is reported. */
export function toPapers(entries: readonly Entry[], source: EntryText): Paper[] {
	const papers = new DistinctPapers(source.report);
	const missing: { place: TextRange; title: string }[] = [];
	for (const entry of entries) {
		const paper = toPaper(entry, source);
		if (paper.abstract === "" && paper.title !== "") missing.push({ place: entry.title, title: paper.title });
		if (paper.title === "") {
			leftOut(entry.title, source);
			continue;
		}
		papers.add(paper, entry.title);
	}
	// A list of titles and links has no abstracts to lose.
	const isLinked = entries.filter(({ details = [] }) => details.length > 0).length * 2 > entries.length;
	const isList = (source.isMarkdown || isLinked) && missing.length > 1 && missing.length * 2 > entries.length;
	if (!isList) for (const { place, title } of missing) source.report.add("abstract-missing", place, title);
	return papers.all;
}

function toPaper(entry: Entry, source: EntryText): Paper {
	const raw = source.text.slice(entry.title.start, entry.title.end);
	const item: Item = source.isMarkdown ? readItem(raw, false) : { title: raw, links: [], rest: "" };
	const title = readPiece(entry.title, source, item.title);
	const details = readDetails([
		...(item.rest === "" ? [] : [item.rest]),
		...(entry.details ?? []).map(({ start, end }) => source.text.slice(start, end)),
	]);
	const paragraphs = entry.abstract.map(range => readPiece(range, source)).filter(({ text }) => text !== "");
	const abstract = [...paragraphs.map(({ text }) => text), ...textOfDetails(details)].join("\n\n");
	const links = mergeLinks(item.links, ...paragraphs.map(piece => piece.links), details.links);
	const own = item.url === undefined ? [] : [toLink(item.url) ?? []].flat();
	const { arxiv, doi, pmid } = identifiersOf(
		[...own, ...title.links, ...item.links, ...details.links, ...pagesOf(links)],
		details,
	);
	const { authors, issued, venue, arxivClass } = details;
	const address = own[0]?.url ?? title.links[0]?.url;
	const url = address ?? (arxiv === undefined ? pageOf(links) : `https://arxiv.org/abs/${arxiv}`);
	return {
		id: paperId({ title: title.text, arxiv, doi, pmid }),
		title: title.text,
		abstract,
		authors: authors.names,
		...(authors.isIncomplete && { authorsIncomplete: true as const }),
		...(issued && { issued }),
		type: "article",
		...(arxiv !== undefined && { arxiv }),
		...(arxiv !== undefined && arxivClass !== undefined && { arxivClass }),
		...(doi !== undefined && { doi }),
		...(pmid !== undefined && { pmid }),
		...(url !== undefined && { url }),
		...(venue !== undefined && { venue }),
		keywords: [...new Set(details.keywords)],
		links,
	};
}

/** What details hold beside fields: words, which belong to the abstract when they are a sentence. */
function textOfDetails({ text }: Details): readonly string[] {
	return text.filter(part => part.split(" ").length >= 8 || /[.。!]$/.test(part));
}

/** Links of an abstract that lead to a paper of arXiv alone, where no other identifier is. */
function pagesOf(links: readonly Link[]): readonly Link[] {
	const arxiv = links.filter(({ url }) => arxivOfAddress(url) !== undefined);
	return arxiv.length === 1 ? arxiv : [];
}

function identifiersOf(links: readonly Link[], details: Details): Pick<Details, "arxiv" | "doi" | "pmid"> {
	const first = (read: (url: string) => string | undefined): string | undefined =>
		links.map(({ url }) => read(url)).find(id => id !== undefined);
	return {
		arxiv: details.arxiv ?? first(arxivOfAddress),
		doi: details.doi ?? first(doiOfAddress),
		pmid: details.pmid ?? first(pmidOfAddress),
	};
}

interface Piece {
	readonly text: string;
	readonly links: readonly Link[];
}

function readPiece(range: TextRange, source: EntryText, written?: string): Piece {
	const { text, report, isMarkdown } = source;
	const raw = written ?? text.slice(range.start, range.end);
	const inline = isMarkdown ? inlineMarkdown(withoutTags(raw)) : { text: raw, urls: [] };
	const { text: decoded, unknown } = decodeLatex(inline.text, { plain: true });
	const clean = tidy(decoded);
	const find = finder(raw, range);
	for (const { name } of unknown) report.add("unknown-macro", find(`\\${name}`), name);
	const findDamaged = finder(raw, range);
	for (const { found, shown } of findLostMath(clean)) report.add("damaged-math", findDamaged(found), found, shown);
	const { links, broken } = findLinks(clean);
	for (const cut of broken) report.add("broken-link", finder(raw, range)(cut.text), cut.text);
	const urls = inline.urls.flatMap(url => toLink(url) ?? []);
	return { text: clean, links: mergeLinks(urls, links) };
}

/** Markdown may hold HTML, and what quotes a text has a mark at each line of it. */
function withoutTags(raw: string): string {
	const bare = raw.replace(/(\n[ \t]*)>[ \t]?/g, "$1").replace(/<\/?(?:details|summary)[^<>]{0,100}>/gi, " ");
	return hasMarkup(bare) ? readMarkup(bare).text : bare;
}

/** A function that finds strings in a piece, each behind the one before; the whole piece when the text was changed. */
function finder(raw: string, range: TextRange): (wanted: string) => TextRange {
	let at = 0;
	return wanted => {
		const found = raw.indexOf(wanted, at);
		if (found < 0) return range;
		at = found + wanted.length;
		return { start: range.start + found, end: range.start + at };
	};
}

/** One blank between words: line ends, tabs and stray control characters are no part of a title or an abstract. */
function tidy(text: string): string {
	return text.replace(oddBlanks, " ").trim();
}

const oddBlanks = /[\p{Cc}\u2028\u2029\ufeff][\p{Cc} \u2028\u2029\ufeff]*| [\p{Cc} \u2028\u2029\ufeff]+/gu;

/** Reports what was left out, by its first words. */
export function leftOut(range: TextRange, { text, report }: EntryText): void {
	report.add("left-out", range, brief(text.slice(range.start, Math.min(range.end, range.start + 401))));
}
