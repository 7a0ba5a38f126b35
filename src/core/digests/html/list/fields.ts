// The lines below a title to the fields of a paper: names, venue and date, identifiers, the abstract, further links.

import type { IssuedDate } from "../../../paper";
import { findArxiv, findDoi } from "../../../identity";
import { readDate, dateOf } from "../../dates";
import type { Draft } from "../../draft";
import { readInitialsLast, readNames, type NameList } from "../../names";
import { paperAddress, unwrap } from "../addresses";
import type { FieldHint, PageLine } from "../visible";
import type { Item } from "./items";
import { isAround, isNames, namesIn, proseLength, readScholarLine } from "./signs";

/** A paper of a page, and in which kind of element its abstract stood. */
export interface ReadItem {
	readonly draft: Draft;
	readonly abstractPath: string | undefined;
}

interface Found {
	names: string;
	venue: string;
	issued: IssuedDate | undefined;
	abstract: string[];
	abstractPath: string | undefined;
	/** The place among the lines of the last piece of the abstract. */
	abstractEnd: number;
	doi: string | undefined;
	pmid: string | undefined;
	arxiv: string | undefined;
	keywords: string[];
}

export function readItem(item: Item, base: string | undefined): ReadItem {
	const [head] = item.lines;
	const lines = together(item.lines.slice(1));
	const found: Found = {
		names: "",
		venue: "",
		issued: undefined,
		abstract: [],
		abstractPath: undefined,
		abstractEnd: -2,
		doi: undefined,
		pmid: undefined,
		arxiv: undefined,
		keywords: [],
	};
	const rest = head ? head.text.slice(head.text.indexOf(item.title) + item.title.length) : "";
	let label: Label | undefined;
	for (const [i, line] of [
		...(head && rest.length > 8 ? [{ ...head, text: rest.trim(), heading: 0, hint: undefined }] : []),
		...lines,
	].entries()) {
		if (isEnd(line, found)) break;
		label = take(found, line, i, label);
	}
	return { draft: draftOf(item, found, base), abstractPath: found.abstractPath };
}

/** A heading behind an abstract or names begins another section. */
function isEnd(line: PageLine, found: Found): boolean {
	if (line.heading > 0 && line.heading <= 3 && !/^abstract\b/i.test(line.text))
		return found.names !== "" || found.abstract.length > 0;
	return line.text.length > 40 && (found.names !== "" || found.abstract.length > 0) && isAround(line.text);
}

type Label = FieldHint | "pmid" | "arxiv" | "keywords" | "other";

const labels: readonly (readonly [Label, RegExp])[] = [
	["authors", /^(?:authors?|author\(s\)|by)\s*:\s*/i],
	["abstract", /^(?:abstract|summary|tl;?dr|description|snippet)\s*(?:[:：]\s*|$)/i],
	[
		"date",
		/^(?:(?:first )?published(?: online)?(?: on)?|publication date|date|posted|submitted|accepted|updated)\s*:\s*/i,
	],
	["venue", /^(?:journal|venue|source|published in|publication|conference|appeared in)\s*:\s*/i],
	["doi", /^doi\s*:\s*/i],
	["pmid", /^pmid\s*:\s*/i],
	["arxiv", /^arxiv(?: id)?\s*:\s*(?=\D|\d{4}\.)/i],
	["keywords", /^(?:keywords?|subjects?|categories|tags|topics?)\s*:\s*/i],
	["other", /^(?:comments?|affiliations?|contact|type|volume|issue|pages|code|project|links?)\s*:\s*/i],
];

/** Takes a line, and tells of what the next one is when this one was its label alone. */
function take(found: Found, line: PageLine, at: number, before: Label | undefined): Label | undefined {
	identify(found, line);
	const labelled = labels.find(([, pattern]) => pattern.test(line.text));
	const text = labelled ? line.text.replace(labelled[1], "") : line.text;
	const kind = labelled?.[0] ?? before;
	if (labelled && text === "") return labelled[0];
	if (kind === "keywords") found.keywords.push(...text.split(/\s*[,;]\s*/));
	else if (kind === "authors") found.names ||= text;
	else if (kind === "date") found.issued ??= readDate(text);
	else if (kind === "venue") found.venue ||= venueOf(text) ?? text;
	else if (kind === "abstract") takeAbstract(found, line, text, at);
	else if (kind === undefined) takeByLooks(found, line, at);
	return undefined;
}

/** Identifiers stand anywhere; the first of each kind is that of the paper. */
function identify(found: Found, { text, hint }: PageLine): void {
	if (hint === "abstract" || text.length > 500) return;
	found.doi ??= /\bdoi\b|doi\.org/i.test(text) || hint === "doi" ? findDoi(text) : undefined;
	found.pmid ??= /\bPMID:?\s*(\d{1,8})\b/.exec(text)?.[1];
	const arxiv = /\barXiv[:\s]\s*\S+/i.exec(text)?.[0];
	found.arxiv ??= arxiv === undefined ? undefined : findArxiv(arxiv);
}

function takeByLooks(found: Found, line: PageLine, at: number): void {
	const { text, hint } = line;
	if (isAround(text)) return;
	const scholar = found.names === "" && found.abstract.length === 0 ? readScholarLine(text) : undefined;
	if (scholar) return takeScholar(found, scholar);
	if (hint === "authors" && /\p{L}{2}/u.test(text) && found.abstract.length === 0) {
		if (found.names === "") found.names = text;
		else if (!isSameList(found.names, text)) found.names = `${found.names}, ${text}`;
		else if (text.length > found.names.length) found.names = text;
		return;
	}
	if (found.names === "" && found.abstract.length === 0 && isNames(text)) {
		found.names = text;
		return;
	}
	const prose = proseLength(text);
	const isHinted = hint === "abstract" && prose >= 40;
	const goesOn = found.abstractEnd >= at - 1 && prose >= 60 && line.path === found.abstractPath;
	if (isHinted || goesOn || (found.abstract.length === 0 && prose >= 120)) takeAbstract(found, line, text, at);
	else if (text.length <= 400) takeCitation(found, text, hint);
}

/** A list of names that a page shows twice, once in full and once with `et al.` */
function isSameList(one: string, other: string): boolean {
	return one.split(/[,;]/, 1)[0] === other.split(/[,;]/, 1)[0];
}

function takeScholar(found: Found, { names, venue, year }: NonNullable<ReturnType<typeof readScholarLine>>): void {
	found.names = names;
	found.issued ??= dateOf(year);
	const arxiv = findArxiv(/arxiv[:\s]\S+/i.exec(venue)?.[0] ?? "");
	found.arxiv ??= arxiv;
	found.venue ||= /^arXiv preprint\b/i.test(venue) ? "arXiv" : venue.replace(/[\s,]+$/, "");
}

function takeAbstract(found: Found, line: PageLine, text: string, at: number): void {
	const button = /\s*\[?(?:read more|show more|…\s*more|less)\]?\s*$/i.exec(text.slice(-40))?.[0] ?? "";
	const bare = text
		.slice(0, text.length - button.length)
		.replace(/^(?:abstract|summary)\b\s*[:.—–-]?\s*(?=\p{Lu})/iu, "");
	if (bare === "" || found.abstract.includes(bare)) return;
	found.abstract.push(bare);
	found.abstractPath ??= line.path;
	found.abstractEnd = at;
}

/** `J Bone Miner Res. 2024 Jan 5;39(1):1-9. doi: …`, `bioRxiv posted 22 January 2026`, `Published: 3 May 2024`. */
function takeCitation(found: Found, text: string, hint: FieldHint | undefined): void {
	// The number of a preprint at bioRxiv begins with the day on which it was sent there.
	const bare = text.replace(
		/\b20\d{2}\.\d{2}\.\d{2}\.\d+|(?:https?:\/\/\S+|\bdoi:?\s*\S+|\b10\.\d{4,9}\/\S+|\barxiv:\s*\S+)/gi,
		" ",
	);
	const isDated = /\b(?:19|20)\d{2}\b/.test(bare);
	if (isDated && (hint === "date" || hint === "venue" || text.length <= 250)) found.issued ??= readDate(bare);
	if (hint === "venue") found.venue ||= venueOf(bare) ?? bare.replace(/[\s.;,:]+$/, "").trim();
	else if (isDated && (found.names !== "" || /\bvol(?:ume|\.)|\d\(\d+\)/i.test(bare)))
		found.venue ||= venueOf(bare) ?? "";
}

function venueOf(text: string): string | undefined {
	const bare = text.trim().replace(/^(?:in|published in)\s*:?\s+/i, "");
	const preprint = /^(bioRxiv|medRxiv|arXiv|ChemRxiv|SSRN|Research Square|PsyArXiv)\b/i.exec(bare)?.[1];
	if (preprint !== undefined) return preprint;
	if (
		/^(?:(?:first )?published|posted|submitted|accepted|received|\d|date\b|online\b|available\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s)/i.test(
			bare,
		)
	)
		return undefined;
	return (
		/^(\p{Lu}[^.;\d]{1,120})\.\s*(?:19|20)\d{2}\b/u.exec(bare)?.[1] ??
		/^(\p{Lu}[^,;\d]{1,120}?)[\s,.:;(]+(?:vol(?:ume|\.)?\s*)?\d/iu.exec(bare)?.[1]
	)?.replace(/[\s,.:;|·-]+$/, "");
}

/** Lines that a mail cut short are one text again: what was cut has no end of its own, or goes on in lower case. */
function together(lines: readonly PageLine[]): readonly PageLine[] {
	const joined: { line: PageLine; texts: string[]; length: number }[] = [];
	for (const line of lines) {
		const last = joined.at(-1);
		const before = last?.texts.at(-1) ?? "";
		const isCut = before.length >= 50 && !/[.!?:]["”’)]?$/.test(before) && !isNames(before) && !isNames(line.text);
		const goesOn = last && line.isSoft && last.line.path === line.path && line.heading === 0;
		if (goesOn && (isCut || (before.length > 30 && !isNames(before) && /^\p{Ll}/u.test(line.text)))) {
			last.texts.push(line.text);
		} else joined.push({ line, texts: [line.text], length: line.text.length });
	}
	return joined.map(({ line, texts }) =>
		texts.length === 1 ? line : { ...line, text: texts.join(" ").replace(/(\p{L}-) (?=\p{Ll})/gu, "$1") },
	);
}

function draftOf(item: Item, found: Found, base: string | undefined): Draft {
	const place = {
		start: item.lines[0]?.start ?? 0,
		end: Math.max(...item.lines.slice(0, 20).map(({ end }) => end), 0),
	};
	const names = authorsOf(found.names);
	const { address } = item;
	const urls = item.lines.flatMap(({ links }) => links.flatMap(({ href }) => unwrap(href, base) ?? []));
	const papers = urls.flatMap(url => paperAddress(url) ?? []);
	const own = address && "key" in address ? address : undefined;
	const isAlone = own === undefined || papers.every(({ key }) => key === own.key);
	const near = isAlone || found.doi !== undefined ? papers : papers.slice(0, 4);
	const doi =
		own?.doi ??
		found.doi ??
		(own?.arxiv === undefined ? near.find(paper => paper.doi !== undefined)?.doi : undefined);
	const arxiv =
		own?.arxiv ??
		found.arxiv ??
		(own === undefined ? papers.find(paper => paper.arxiv !== undefined)?.arxiv : undefined);
	return {
		place,
		title: item.title,
		abstract: found.abstract.join("\n\n"),
		writtenIn: "plain",
		authors: names.names,
		authorsIncomplete: names.isIncomplete,
		issued: found.issued,
		type: typeOf(found.venue),
		arxiv,
		doi,
		pmid: own?.pmid ?? found.pmid ?? papers.find(({ pmid }) => pmid !== undefined)?.pmid,
		url: own === undefined && doi !== undefined ? `https://doi.org/${doi}` : (address?.url ?? papers[0]?.url),
		venue: found.venue === "" ? undefined : found.venue,
		keywords: found.keywords.filter(word => word.length <= 80),
		links: urls
			.filter(url => url !== address?.url && isOfPaper(url))
			.map(url => (/\/e?pdf(?:direct)?\//.test(url) ? { url, kind: "pdf" } : url)),
		needsNoAbstract: true,
	};
}

function typeOf(venue: string): string {
	if (venue === "" || /rxiv|ssrn|research square/i.test(venue)) return "article";
	return /\b(?:proceedings|proc\.|conference|symposium|workshop|iclr|neurips|icml)\b/i.test(venue)
		? "paper-conference"
		: "article-journal";
}

/** Names as MEDLINE writes them, `Lee AB, van der Berg J; BONE Study Group.`, or in any other way. */
function authorsOf(text: string): NameList {
	const listed = namesIn(text);
	const parts = listed
		.replace(/\.$/, "")
		.split(/\s*[,;]\s*/)
		.filter(part => !/^(?:et al\.?|…)$/.test(part));
	const medline = parts.filter(part =>
		/^\p{L}[\p{L}\p{M}'’ -]{0,60} \p{Lu}{1,4}(?: (?:Jr|Sr|2nd|3rd))?$/u.test(part),
	);
	if (medline.length * 2 <= parts.length || medline.some(part => /^\p{Lu}{1,4} \p{Lu}\p{Ll}/u.test(part)))
		return readNames(listed);
	const isIncomplete = /\bet al\b|…/.test(listed);
	return { names: parts.flatMap(part => readInitialsLast(part) ?? []), isIncomplete };
}

/** Addresses of code, data and files; buttons to share and to subscribe, and the site's own pages, are none. */
function isOfPaper(url: string): boolean {
	if (
		/(?:scholar\.google|twitter\.com|x\.com\/intent|facebook\.com|linkedin\.com|\/share|unsubscribe|alert)/i.test(
			url,
		)
	)
		return false;
	return /\.pdf(?:$|\?)|\/e?pdf\/|github\.com\/[^/]+\/[^/]+|gitlab|bitbucket|huggingface\.co\/(?!papers|docs|login|join|pricing)[^/]+\/[^/]+|zenodo\.org|figshare\.com|osf\.io|kaggle\.com|github\.io/i.test(
		url,
	);
}
