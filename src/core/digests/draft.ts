// What every reader of records has in the end: the fields of a paper as its format gives them. They become papers here,
// once for all: texts decoded, identifiers in their normal forms, duplicates and losses reported.

import { arxivOfDoi, findArxiv, findDoi, paperId } from "../identity";
import type { Announcement, IssuedDate, Link, LinkKind, Name, Notice, Paper, RecordSource, TextRange } from "../paper";
import { decodeLatex } from "../text/latex";
import { findLinks, mergeLinks, toLink } from "../text/links";
import { hasMarkup, readMarkup } from "../text/markup/markup";
import { oneLine } from "../text/normalize";
import { DistinctPapers } from "./distinctPapers";
import { publicationOf, type GivenPublication } from "./fields/publication";
import { Report } from "./report";

/** A paper as its format gives it. All texts are raw, and may hold line breaks. */
export interface Draft {
	/** Where it stands in the text. */
	readonly place: TextRange;
	readonly title: string;
	readonly abstract?: string | undefined;
	/** What title and abstract may hold beside plain text and `$…$`: LaTeX's commands, or tags and entities (default). */
	readonly writtenIn?: "latex" | "markup" | "plain";
	readonly authors?: readonly Name[] | undefined;
	/** Whether more authors were there than are named, as by `et al.`. */
	readonly authorsIncomplete?: boolean | undefined;
	readonly issued?: IssuedDate | undefined;
	/** A CSL type; `article` unless told. */
	readonly type?: string | undefined;
	/** An identifier, or a text such as an address that holds one; the same for `doi` and `pmid`. */
	readonly arxiv?: string | undefined;
	readonly arxivClass?: string | undefined;
	readonly doi?: string | undefined;
	readonly pmid?: string | undefined;
	/** The address of the paper's own page. */
	readonly url?: string | undefined;
	readonly venue?: string | undefined;
	readonly publication?: GivenPublication | undefined;
	readonly keywords?: readonly string[] | undefined;
	/** Further addresses; what they lead to is told by them unless the format says so. */
	readonly links?: readonly (string | { readonly url: string; readonly kind: LinkKind })[] | undefined;
	readonly announced?: Announcement | undefined;
	readonly notices?: readonly Notice[] | undefined;
	readonly recordFrom?: RecordSource | undefined;
	/** Whether such a record may lack an abstract without a word: a replacement, a table of contents. */
	readonly needsNoAbstract?: boolean;
}

/** The papers of drafts, in order, each once. A draft without a title is reported; a duplicate fills what was missing. */
export function toPapers(drafts: Iterable<Draft>, report: Report): Paper[] {
	return uniquePapers(placed(drafts, report), report);
}

function* placed(drafts: Iterable<Draft>, report: Report): Generator<PlacedPaper> {
	for (const draft of drafts) {
		const { place, needsNoAbstract = false } = draft;
		yield { paper: paperOf(draft, report), place, needsNoAbstract };
	}
}

/** The paper of one draft, whether it has a title or not; nothing is reported. */
export function toPaper(draft: Draft): Paper {
	return paperOf(draft, new Report("", ""));
}

/** A paper that is read already, and where it stands in the text. */
export interface PlacedPaper {
	readonly paper: Paper;
	readonly place: TextRange;
	readonly needsNoAbstract: boolean;
}

/** Papers in order, each once, as `toPapers` has them. */
export function uniquePapers(found: Iterable<PlacedPaper>, report: Report): Paper[] {
	const papers = new DistinctPapers(report);
	let withoutAbstract = 0;
	for (const { paper: read, place, needsNoAbstract } of found) {
		const paper = noAbstract.test(read.abstract) ? { ...read, abstract: "" } : read;
		if (paper.title === "") {
			report.add("record-untitled", place, paper.abstract.slice(0, 200));
			continue;
		}
		if (paper.abstract === "" && !needsNoAbstract) {
			if (++withoutAbstract <= mostNamed) report.add("abstract-absent", place, paper.title);
		}
		papers.add(paper, place);
	}
	return papers.all;
}

/** Papers without an abstract that are named one by one; whole exports have none at all. */
const mostNamed = 50;

function paperOf(draft: Draft, report: Report): Paper {
	const title = readText(draft.title, draft, report);
	const abstract = readText(draft.abstract ?? "", draft, report);
	const page = toLink((draft.url ?? "").trim());
	const doi = findDoi(draft.doi ?? "");
	const arxiv =
		findArxiv((draft.arxiv ?? "").trim()) ??
		arxivOfAddress(page?.url) ??
		(doi === undefined ? undefined : arxivOfDoi(doi));
	const pmid = /(?:^|\D)(\d{1,9})\D*$/.exec(draft.pmid ?? "")?.[1];
	const url = page?.url ?? (arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`);
	const venue = draft.venue === undefined ? "" : decoded(plain(draft.venue));
	return {
		id: paperId({ title: title.text, arxiv, doi, pmid }),
		title: title.text.replace(/\s+/g, " "),
		abstract: abstract.text,
		authors: draft.authors ?? [],
		...(draft.authorsIncomplete === true && { authorsIncomplete: true as const }),
		...(draft.issued && { issued: draft.issued }),
		type: draft.type ?? "article",
		...(arxiv !== undefined && { arxiv }),
		...(arxiv !== undefined && draft.arxivClass !== undefined && { arxivClass: draft.arxivClass }),
		...(doi !== undefined && { doi }),
		...(pmid !== undefined && { pmid }),
		...(url !== undefined && { url }),
		...(venue !== "" && { venue }),
		...(draft.publication && publicationOf(draft.publication, venue, text => decoded(plain(text)))),
		keywords: unique((draft.keywords ?? []).map(plain)),
		links: mergeLinks(given(draft.links ?? []), title.links, abstract.links),
		...(draft.announced && { announced: draft.announced }),
		...(draft.notices && draft.notices.length > 0 && { notices: draft.notices }),
		...(draft.recordFrom && { recordFrom: draft.recordFrom }),
	};
}

/** What catalogues write in the place of an abstract that they do not have: Scopus, NASA ADS, PubMed. */
const noAbstract =
	/^[[(]?(?:no abstract(?: is)?(?: available| provided)?|(?:abstract )?(?:is )?not available)[\])]?\.?$/i;

interface Decoded {
	readonly text: string;
	readonly links: readonly Link[];
}

/** A title or an abstract in Unicode, paragraphs parted by a blank line, with the links in it. */
function readText(raw: string, { place, writtenIn = "markup" }: Draft, report: Report): Decoded {
	const read = writtenIn === "markup" && hasMarkup(raw) ? readMarked(raw) : { text: "", urls: [] };
	// A name in angle brackets, as `<A study.pdf>`, is no tag, though it looks like one.
	const marked = read.text === "" ? { text: raw, urls: read.urls } : read;
	const { text, unknown } =
		writtenIn === "latex" || command.test(marked.text)
			? decodeLatex(marked.text, { plain: writtenIn !== "latex" })
			: { text: marked.text, unknown: [] };
	for (const { name } of unknown) report.add("unknown-macro", place, name);
	const clean = paragraphs(text);
	const { links, broken } = findLinks(clean);
	for (const cut of broken) report.add("broken-link", place, cut.text);
	return { text: clean, links: mergeLinks(given(marked.urls), links) };
}

/** A short text in which a command of LaTeX may stand, as in arXiv's references to journals. */
function decoded(text: string): string {
	return command.test(text) ? decodeLatex(text, { plain: true }).text : text;
}

const command = /\\[a-zA-Z"'`^~=.%&$#_{}]/;

/** A text whose mark-up does not say what a paragraph is has them parted by blank lines. */
function readMarked(raw: string): { readonly text: string; readonly urls: readonly string[] } {
	if (/<\/?(?:p|br|div|li|sec|jats:(?:p|sec))[\s/>]/i.test(raw)) return readMarkup(raw);
	const pieces = raw.split(/\r?\n[^\S\n]*\r?\n\s*/).map(readMarkup);
	return { text: pieces.map(({ text }) => text).join("\n\n"), urls: pieces.flatMap(({ urls }) => urls) };
}

/** One blank between words, a blank line between paragraphs, and no control characters. */
function paragraphs(text: string): string {
	return text
		.split(/\r?\n[^\S\n]*\r?\n\s*|\r{2,}|\u2029/)
		.map(oneLine)
		.filter(part => part !== "")
		.join("\n\n");
}

/** A short text, such as a keyword or the name of a journal, in Unicode. */
export function plain(raw: string): string {
	return oneLine(hasMarkup(raw) ? readMarkup(raw).text : raw);
}

function given(links: NonNullable<Draft["links"]>): readonly Link[] {
	return links.flatMap(link => {
		const found = toLink((typeof link === "string" ? link : link.url).trim());
		if (!found) return [];
		return typeof link === "string" ? found : { url: found.url, kind: link.kind };
	});
}

function unique(words: readonly string[]): readonly string[] {
	return [...new Set(words.filter(word => word !== ""))];
}

function arxivOfAddress(url: string | undefined): string | undefined {
	return url !== undefined && /\barxiv\.org\//i.test(url) ? findArxiv(url) : undefined;
}
