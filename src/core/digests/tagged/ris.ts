// RIS. Sources: RIS Format Specifications of Research Information Systems (2001) and of Thomson Reuters (2011), and
// what Embase, Web of Science, EndNote, Zotero and publishers write beyond them.

import type { Draft } from "../draft";
import { toPapers } from "../draft";
import { pageRange, type GivenPublication } from "../fields/publication";
import type { Format } from "../format";
import type { Report } from "../report";
import { closedRecords, readRecords, type Tag, type TaggedRecord, type Tagging } from "./records";
import { risTypes } from "./types";
import { addressesIn, arxivIn, doiIn, issuedOf, keywordsIn, pmcLinks, pmidIn, readAuthors, venueNamed } from "./values";

/** The tags of both specifications. */
const tags = new Set(
	(
		"TY ER A1 A2 A3 A4 A5 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DP ED EP ET ID IS J1 J2 " +
		"JA JF JO KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PB PI PP PY RI RN RP SE SN SP ST SV T1 T2 T3 TA TI TT U1 " +
		"U2 U3 U4 U5 UR VL VO WP WT WV Y1 Y2 YR"
	).split(" "),
);

/** A tag, two blanks, a hyphen, and a blank; fewer or more blanks and small letters count for known tags alone. */
function tagOf(head: string): Tag | undefined {
	const match = /^\s{0,8}([A-Za-z][A-Za-z0-9])([^\S\r\n]{0,6})[-–—]/.exec(head);
	if (!match) return undefined;
	const [found, written = "", gap = ""] = match;
	const tag = written.toUpperCase();
	const isKnown = tags.has(tag);
	const isAsSpecified = gap.length === 2 && (isKnown || written === tag);
	const isLoose = isKnown && written === tag && /^(?:\s|$)/.test(head.slice(found.length));
	return isAsSpecified || isLoose ? { tag, from: found.length } : undefined;
}

const tagging: Tagging = { tagOf, begins: tag => tag === "TY", end: "ER" };

/** A type, and a further tag behind it. Before it may stand what a provider says about the file. */
const beginning =
	/^\s{0,8}TY[^\S\r\n]{0,6}[-–—][^\S\r\n]{0,3}[A-Z]{2,10}\s*?[\r\n]+\s{0,8}[A-Z][A-Z0-9][^\S\r\n]{0,6}[-–—]/im;

export const ris: Format = {
	name: "ris",
	looksLike: text => beginning.test(text.slice(0, 20_000)),
	read: ({ text, report }) => {
		const records = closedRecords(withoutRemains(readRecords(text, tagging, report), text, report), report);
		return toPapers(drafts(records), report);
	},
};

/** Ovid writes more fields, and addresses in words, behind the end of a record: what has no type and no title is none. */
function* withoutRemains(records: Iterable<TaggedRecord>, text: string, report: Report): Generator<TaggedRecord> {
	for (const record of records) {
		const { place, fields } = record;
		if (fields.some(({ tag }) => tag === "TY" || /^(?:T[1I]|CT|A[BU1]|N2)$/.test(tag))) yield record;
		else report.add("left-out", place, text.slice(place.start, Math.min(place.end, place.start + 401)));
	}
}

function* drafts(records: Iterable<TaggedRecord>): Generator<Draft> {
	for (const record of records) yield draftOf(record);
}

function draftOf({ place, all, first }: TaggedRecord): Draft {
	const code = first("TY").toUpperCase();
	const isBook = /^(?:BOOK|EBOOK|EDBOOK|UNPB|THES|RPRT|CTLG|MANSCPT|PAMP)$/.test(code);
	const addresses = addressesIn(all("UR", "LK"));
	// A long note holds other works, as the references of a paper.
	const notes = all("N1").filter(note => note.length < 200);
	const named = all("AN", "DO", "UR", "M1", "M3", "T2", "JF", "JO", "PB", "VL", "C1", "C2", "L1", "L2");
	const arxiv = arxivIn([...named, ...notes]);
	const venue = venueNamed(isBook ? first("PB", "T3", "JF") : venueOf(code, first));
	const isPreprint = arxiv !== undefined && (/^(?:GEN|UNPB|ELEC|MANSCPT|INPR)?$/.test(code) || /arxiv/i.test(venue));
	return {
		place,
		title: first("T1", "TI", "CT", ...(isBook ? ["BT", "T2"] : []), "TT", "ST"),
		abstract: longest(all("AB", "N2")),
		...readAuthors(firstUsed(all("AU", "A1"), all("A2", "ED"), all("A3"), all("A4"))),
		issued: issuedOf(all("PY", "Y1", "YR", "DA")),
		type: isPreprint ? "article" : (risTypes[code] ?? "document"),
		arxiv,
		doi: doiIn([...all("DO", "DI", "M3", "L3", "UR", "L2", "LK", "AN", "ID"), ...notes]),
		pmid: pmidOf(all),
		url: addresses[0],
		venue,
		publication: publication(code, { all, first }),
		keywords: keywordsIn(all("KW")),
		links: [
			...addressesIn(all("L1")).map(url => ({ url, kind: "pdf" as const })),
			...addresses.slice(1),
			...addressesIn(all("L2", "L3")),
			...pmcLinks(all("C2", "C7", "AN", "N1")),
		],
	};
}

/** `SN` holds an ISBN or an ISSN, `CY` the place of the publisher, `M3` the kind of a thesis or a report. */
function publication(code: string, { all, first }: Pick<TaggedRecord, "all" | "first">): GivenPublication {
	const numbers = all("SN").flatMap(value => value.split(/\s*[;,]\s*|\s+(?=\d)/));
	const isReport = /^(?:RPRT|STAND|PAT|GOVDOC)$/.test(code);
	const isPart = /^(?:CHAP|ECHAP|CONF|CPAPER|BOOK|EDBOOK|EBOOK)$/.test(code);
	return {
		volume: first("VL"),
		issue: isReport ? "" : first("IS", "CP"),
		number: isReport ? first("IS", "SN", "M1") : "",
		pages: pageRange(first("SP"), first("EP")) || first("C7"),
		publisher: first("PB"),
		place: first("CY", "PP"),
		edition: first("ET"),
		series: isPart ? first("T3") : "",
		genre: /^(?:THES|RPRT)$/.test(code) ? first("M3") : "",
		isbn: numbers.find(number => /^(?:97[89])?[\d-]{9,14}[\dX](?:\s|$)/i.test(number) && digits(number) >= 10),
		issn: isReport ? "" : numbers.find(number => /^\d{4}-?\d{3}[\dX]\b/i.test(number) && digits(number) < 10),
		editors: readAuthors(firstUsed(all("A2", "ED"), all("A3"))).authors,
	};
}

function digits(text: string): number {
	return text.replace(/[^\dX]/gi, "").length;
}

/** The full name of a journal before its abbreviations; `C3` is the name of proceedings in those alone (2011). */
function venueOf(code: string, first: TaggedRecord["first"]): string {
	const proceedings = code === "CPAPER" || code === "CONF" ? ["C3"] : [];
	return first("JF", "T2", "BT", "JO", "JA", "TA", "J1", "J2", ...proceedings, "T3", "PB");
}

/** Where a PMID is: named as such; the accession number of PubMed's records; Embase's field for Medline's number. */
function pmidOf(all: TaggedRecord["all"]): string | undefined {
	const number = (tag: string): string | undefined => all(tag).find(value => /^\d{4,8}$/.test(value));
	const databases = all("DB", "DP").join(" ");
	const isMedline = /medline|pubmed|\bNLM\b/i.test(databases) && !/embase/i.test(databases);
	const accession = isMedline ? (number("AN") ?? number("ID")) : undefined;
	// The Cochrane Library names the sources of a trial: `PUBMED 12345678,EMBASE 2001234`.
	const cochrane = /\bPUBMED (\d{4,8})\b/.exec(all("C3").join(","))?.[1];
	const embase = /embase/i.test(databases) ? number("C5") : undefined;
	return pmidIn(all("AN", "C7", "C5", "U1", "M2", "ID", "N1", "UR", "L2")) ?? accession ?? embase ?? cochrane;
}

function longest(texts: readonly string[]): string {
	return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}

function firstUsed(...lists: readonly (readonly string[])[]): readonly string[] {
	return lists.find(list => list.length > 0) ?? [];
}
