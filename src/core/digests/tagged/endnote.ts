// EndNote's tagged import (.enw) and refer, from which it comes. Sources: EndNote Help, "Tagged EndNote import"; refer(1).

import type { Draft } from "../draft";
import { toPapers } from "../draft";
import type { Format } from "../format";
import { readRecords, type Tag, type TaggedRecord, type Tagging } from "./records";
import { endnoteTypes } from "./types";
import {
	addressesIn,
	arxivIn,
	doiIn,
	issuedOf,
	keywordsIn,
	linesIn,
	pmcLinks,
	pmidIn,
	readAuthors,
	venueNamed,
} from "./values";

/** A percent sign and one character; a blank, or the end of the line, follows. */
function tagOf(head: string): Tag | undefined {
	const match = /^\s{0,8}%([0-9A-Za-z@!$#&()*+,:<=>?[\]^~])(?:[^\S\r\n]|$)/.exec(head);
	return match ? { tag: match[1] ?? "", from: match[0].length } : undefined;
}

/**
 * `%0` begins a record. In refer, which has none, a blank line does; behind a blank line a second title does as well,
 * and a blank line before any other field is one within an abstract.
 */
const tagging: Tagging = {
	tagOf,
	begins: (tag, open) =>
		(tag === "0" && (open.has("0") || open.isBehindBlank)) ||
		(open.isBehindBlank && (!open.has("0") || (tag === "T" && open.has("T")))),
};

export const endnote: Format = {
	name: "endnote-refer",
	looksLike: text => {
		const head = text.slice(0, 8000).split(/\r\n|\r|\n/);
		const lines = head.filter(line => line.trim() !== "");
		const tags = new Set(lines.flatMap(line => tagOf(line)?.tag ?? []));
		const isFirst = lines.slice(0, 3).some(line => tagOf(line) !== undefined);
		const isTyped = lines.some(line => /^\s*%0(?:\s+[A-Z][A-Za-z ]*)?\s*$/.test(line));
		return isFirst && (isTyped ? tags.size > 1 : tags.has("T") && /[ADJBIX]/.test([...tags].join("")));
	},
	read: ({ text, report }) => toPapers(drafts(readRecords(text, tagging, report)), report),
};

function* drafts(records: Iterable<TaggedRecord>): Generator<Draft> {
	for (const record of records) yield draftOf(record);
}

function draftOf(record: TaggedRecord): Draft {
	return bibcode.test(record.first("R")) && record.first("0") === "" ? adsDraft(record) : endnoteDraft(record);
}

/** The 19 signs by which NASA ADS names a work: year, journal, volume, page, author. */
const bibcode = /^\d{4}[A-Za-z&][\w.&]{13}[A-Z.:]$/;

/**
 * NASA ADS writes refer with tags of its own: the bibcode in `R`, the abstract in `B`, the DOI in `Y`, a whole reference
 * in `J`, and the kinds of its links in `I`. Source: ADS, "Export formats".
 */
function adsDraft({ place, all, first }: TaggedRecord): Draft {
	const [url, ...addresses] = addressesIn(all("U"));
	return {
		place,
		title: unwrapped(first("T")),
		abstract: unwrapped(first("B", "X")),
		...readAuthors(all("A").map(unwrapped)),
		issued: issuedOf(all("D")),
		type: /\bthesis\b/i.test(first("J")) ? "thesis" : "article-journal",
		arxiv: arxivIn(all("J", "Y", "P")),
		doi: doiIn(all("Y")),
		url,
		venue: venueNamed(unwrapped(first("J")).replace(/,.*$/, "")),
		keywords: keywordsIn(all("K").map(unwrapped)),
		links: addresses,
	};
}

/** Lines as one; ADS breaks them behind hyphens too, where no blank was. */
function unwrapped(value: string): string {
	return value.replace(/(?<=\p{L}-)\r?\n(?=\p{L})/gu, "").replace(/\s*\r?\n\s*/g, " ");
}

function endnoteDraft({ place, all, first }: TaggedRecord): Draft {
	const type = endnoteTypes[first("0").toLowerCase()];
	const isBook = /^(?:book|thesis|report)$/.test(type ?? "");
	const addresses = addressesIn(all("U"));
	const authors = all("A").length > 0 ? all("A") : all("E").length > 0 ? all("E") : all("?", "Y");
	const arxiv = arxivIn(all("R", "U", "M", "J", "B", "I", "1", "Z"));
	const isPreprint = arxiv !== undefined && (type === undefined || /arxiv/i.test(first("J", "I")));
	const numbers = all("M", "Z", "U", "1", "2");
	return {
		place,
		title: first("T", "!"),
		abstract: first("X"),
		...readAuthors(authors),
		issued: issuedOf(all("D", "8")),
		type: isPreprint ? "article" : (type ?? (first("J") === "" ? "document" : "article-journal")),
		arxiv,
		doi: doiIn(all("R", "U", "M", "1", "Z")),
		pmid: pmidIn(numbers) ?? accession(first),
		url: addresses[0],
		venue: venueNamed(isBook ? first("I", "J") : first("J", "B", "S", "I")),
		keywords: keywordsIn(all("K")),
		links: [
			...addressesIn(all(">").flatMap(linesIn)).map(url => ({ url, kind: "pdf" as const })),
			...addresses.slice(1),
			...pmcLinks(all("2", "M", "Z")),
		],
	};
}

/** The accession number of a record that came from PubMed. */
function accession(first: TaggedRecord["first"]): string | undefined {
	return /pubmed|medline|\bNLM\b/i.test(first("~", "W")) ? /^\d{4,8}$/.exec(first("M"))?.[0] : undefined;
}
