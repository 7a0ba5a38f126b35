// What stands with a paper beside its title and abstract: lines with labels, authors, places, dates, links.

import { findDoi } from "../../identity";
import type { IssuedDate, Link } from "../../paper";
import { findLinks, mergeLinks } from "../../text/links";
import { inlineMarkdown } from "../../text/markdown";
import { dateOf, readDate } from "../dates";
import type { NameList } from "../names";
import { classOf, splitKeywords } from "../tables/cells";
import { looksLikeAuthors, readAuthors } from "./authors";
import { fieldOf, type Field } from "./fieldNames";
import { withoutLinkWords } from "./item";
import { arxivOfAddress, doiOfAddress, pmidOfAddress } from "../identifiers";
import { isPaperAddress } from "./paperLinks";

/** All that lines say of a paper. */
export interface Details {
	authors: NameList;
	issued?: IssuedDate | undefined;
	venue?: string | undefined;
	doi?: string | undefined;
	arxiv?: string | undefined;
	arxivClass?: string | undefined;
	pmid?: string | undefined;
	keywords: string[];
	links: Link[];
	/** What is left: sentences, in order. */
	text: string[];
}

/** A line of the form `Label: value`, with marks around the label. */
const labelled =
	/^[\s>*_•+#-]*([\p{L}][\p{L}\p{N} ()/'’-]{0,40}?)[*_`\s]{0,4}(?:[:：]{1,2}|】|\n)[*_`]{0,3}\s*([^]*)$/u;

/** The label of a line, the field it names and what follows; `undefined` for a line without a known label. */
export function labelOf(line: string): { readonly field: Field; readonly value: string } | undefined {
	const [, name, value = ""] = labelled.exec(line.slice(0, 20_000).replace(/^[\s>*_-]*【/, "")) ?? [];
	if (name === undefined) return undefined;
	const known = fieldOf(name);
	return known && { field: known.field, value: value + line.slice(20_000) };
}

/** Parts of one line that each have a label of their own: `A. Lee et al., Paper: …, Code: …`; `Date: … | Venue: …`. */
function partsOf(line: string): readonly string[] {
	if (line.length > 3000) return [line];
	return line
		.split(
			/\s*(?:\s\|\s|,\s+|;\s+|<br\s*\/?>|\s·\s|\s•\s)\s*(?=\*{0,2}(?:paper|code|pdf|link|date|venue|authors?|doi|arxiv|published|categories|project)\b[\p{L} ]{0,12}\*{0,2}\s?[:：])/iu,
		)
		.filter(part => part !== "");
}

const venues =
	/\b(?:NeurIPS|NIPS|ICML|ICLR|CVPRW?|ICCVW?|ECCVW?|ACCV|ACL|EMNLP|NAACL|EACL|AACL|COLING|AAAI|IJCAI|KDD|WWW|WebConf|SIGIR|CHI|CSCW|UIST|SIGGRAPH(?: Asia)?|INTERSPEECH|ICASSP|MICCAI|ISBI|MIDL|IPMI|WACV|BMVC|3DV|ACM ?MM|MM|ICME|AISTATS|UAI|COLT|CoLM|COLM|TMLR|JMLR|T?PAMI|TIP|TMI|TVCG|TOG|IJCV|CoRL|RSS|ICRA|IROS|RA-?L|OSDI|SOSP|NSDI|MLSys|ISCA|ASPLOS|VLDB|PVLDB|SIGMOD|ICDE|ICDM|SDM|CIKM|WSDM|RecSys|TACL|LREC|ICSE|FSE|ASE|CCS|NDSS|USENIX Security|S&P|TKDE|Nature(?: [A-Z]\w+)*|Science(?: [A-Z]\w+)*|PNAS|bioRxiv|medRxiv|arXiv)(?=[\s'’,.()\d\]*]|$)(?:\s?(?:Findings|Workshop|Oral|Spotlight|preprint)s?)?[ '’-]{0,2}((?:19|20)\d{2}|\d{2}(?!\d))?/;

/** A line that is longer holds no fields behind this. */
const longestLine = 20_000;

/** Reads lines in Markdown or plain text into the fields of a paper. What no rule knows is kept as text, in order. */
export function readDetails(lines: readonly string[]): Details {
	const details: Details = { authors: { names: [], isIncomplete: false }, keywords: [], links: [], text: [] };
	for (const line of lines) for (const part of partsOf(line.slice(0, longestLine))) readPart(part, details);
	identify(details);
	return details;
}

/** Fields whose value may be a list, an item a line. */
const isListed: ReadonlySet<Field> = new Set<Field>(["authors", "keywords", "categories"]);

function readPart(part: string, details: Details): void {
	const label = labelOf(part);
	const value =
		label && isListed.has(label.field)
			? label.value.replace(/\s*\n\s*(?:[-*+•●]|\d{1,3}[.)])?\s*/g, "; ")
			: label?.value;
	const { text: unlinked, links } = withoutLinkWords((value ?? part).replace(/^\s*(?:[-*+•●]\s+)?/, ""));
	details.links.push(...links);
	const inline = inlineMarkdown(unlinked);
	const text = inline.text
		.replace(/\s+/g, " ")
		.replace(/^[\s,;:|–—-]+|[\s,;|–—-]+$/g, "")
		.trim();
	const more = inline.urls.flatMap(url => findLinks(url).links);
	details.links.push(...more);
	if (label) return readLabelled(label.field, text, details);
	if (/^[\d,.\s]*$/.test(text.replace(/[^\p{L}\p{N}\s.,]/gu, "")) && !readDate(text)) return;
	readUnlabelled(unlinked, text, details);
}

function readLabelled(field: Field, text: string, details: Details): void {
	if (field === "abstract") details.text.push(text);
	else if (field === "authors") takeAuthors(text, details);
	else if (field === "date" || field === "year") details.issued ??= readDate(text);
	else if (field === "venue") details.venue ??= text === "" ? undefined : text;
	else if (field === "doi") details.doi ??= findDoi(text);
	else if (field === "pmid") details.pmid ??= /\d{1,9}/.exec(text)?.[0];
	else if (field === "keywords" || field === "categories") {
		details.arxivClass ??= classOf(text);
		details.keywords.push(...splitKeywords(text));
	} else if (field !== "other") identifiers(text, details);
}

function takeAuthors(text: string, details: Details): void {
	if (details.authors.names.length === 0 && !/^\d+ authors?$/i.test(text)) details.authors = readAuthors(text);
}

/** Words without a label: a list of names, a place of publication, a date, an identifier, else a text. */
function readUnlabelled(raw: string, text: string, details: Details): void {
	if (text === "" || /^\d+ authors?$|^\p{L}+ (?!(?:19|20)\d{2}\b)\d[\d.,]*k?$/iu.test(text)) return;
	if (
		/^(?:published|submitted|posted|released|updated|date)?[\s:]*(?:on )?[^\p{L}]*(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\p{L}{0,6}\.?[^\p{L}]*)?$/iu.test(
			text,
		) &&
		text.length < 40
	) {
		const date = readDate(text);
		if (date) {
			details.issued ??= date;
			return;
		}
	}
	const known = identifiers(text, details);
	const source = sourceOf(text);
	if (source) {
		details.venue ??= source.venue;
		details.issued ??= readDate(source.date);
		return;
	}
	// Behind a text there are no more names: what has their form is a list of other things.
	const [names, place] = details.text.length > 0 ? ["", ""] : namesAndPlace(text, raw);
	if (names !== "") takeAuthors(names, details);
	if (place !== "") takePlace(place, details);
	if (names === "" && place === "" && !(known && text.length < 60)) details.text.push(text);
}

/** Where and when, as PubMed has it: `Bone Lett. 2026 Mar 7;12(3):45-67. doi: 10.1000/abc. Epub 2026 Mar 1.` */
export function sourceOf(line: string): { readonly venue: string; readonly date: string } | undefined {
	if (line.length > 250 || !/\bdoi: ?10\.\d{4,9}\//.test(line)) return undefined;
	const found = /^([^.]{2,100})\. ((?:19|20)\d{2}(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?)[;:.]/.exec(
		line,
	);
	return found ? { venue: found[1] ?? "", date: found[2] ?? "" } : undefined;
}

/** Identifiers written as such, `arXiv:2401.01234 [cs.CL]`, `PMID: 123`. Whether there was one. */
function identifiers(text: string, details: Details): boolean {
	const arxiv =
		/\barxiv\s?[:.]?\s?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i.exec(text)?.[1] ??
		/^(\d{4}\.\d{4,5})(?:v\d+)?\b/.exec(text)?.[1];
	const doi = findDoi(text);
	const pmid = /\bPMID:?\s?(\d{1,9})\b/i.exec(text)?.[1];
	details.arxiv ??= arxiv;
	details.doi ??= doi;
	details.pmid ??= pmid;
	if (arxiv !== undefined) details.arxivClass ??= classOf(text);
	return arxiv !== undefined || doi !== undefined || pmid !== undefined;
}

/** Names and a place that share a line: `*Ann Lee, Bo Chen* (ICML 2023)`, `Ann Lee et al., CVPR 2023`. */
function namesAndPlace(text: string, raw: string): readonly [string, string] {
	const by = /^by\s+(.+)$/i.exec(text)?.[1];
	const whole = by ?? text;
	const isMarked = by !== undefined || /^\s*(?:\*|_)(?!\*)[^*_]+(?:\*|_)/.test(raw);
	const bracketed = /^(.{3,3000}?)[\s.,]*[([]([^()[\]]{2,100}?\b(?:19|20)\d{2})[)\]]\.?$/.exec(whole);
	if (bracketed && looksLikeAuthors(bracketed[1] ?? "", true)) return [bracketed[1] ?? "", bracketed[2] ?? ""];
	const place = whole.length < 2000 ? venues.exec(whole) : null;
	const before = whole
		.slice(0, place?.index ?? 0)
		.replace(/[\s,;.:(|[–—-]+$/, match => (match.startsWith(".") ? "." : ""));
	const after = whole.slice(place?.index ?? whole.length).slice(0, 120);
	if (place && before.replace(/[^\p{L}]/gu, "").length < 4 && whole.length < 120) return ["", after];
	if (place && looksLikeAuthors(before, true)) return [before, after];
	if (looksLikeAuthors(whole, isMarked)) return [whole, ""];
	return place && after.length < 60 && whole.length < 100 ? ["", whole] : ["", ""];
}

function takePlace(place: string, details: Details): void {
	const found = venues.exec(place);
	const name = place.replace(/^[\s([]+|[\s)\].,;]+$/g, "");
	const [, year] = found ?? [];
	details.issued ??=
		readDate(name) ?? (year === undefined ? undefined : dateOf(year.length === 2 ? `20${year}` : year));
	const bare = name.replace(/[\s,'’(-]*\b(?:19|20)?\d{2}\b\)?[^]*$/, "").trim();
	if (!/^arxiv\b/i.test(bare)) details.venue ??= bare === "" ? name : bare;
}

/** Identifiers that the links have. The links of a paper stay in their order. */
function identify(details: Details): void {
	const urls = details.links.map(({ url }) => url);
	details.arxiv ??= urls.map(arxivOfAddress).find(id => id !== undefined);
	details.doi ??= urls.map(doiOfAddress).find(doi => doi !== undefined);
	details.pmid ??= urls.map(pmidOfAddress).find(id => id !== undefined);
	details.links = [...mergeLinks(details.links)];
}

/** The page of the paper among its links. */
export function pageOf(links: readonly Link[]): string | undefined {
	const pages = links.filter(({ url, kind }) => kind !== "code" && kind !== "data" && isPaperAddress(url));
	return (pages.find(({ kind }) => kind === "page") ?? pages[0])?.url;
}
