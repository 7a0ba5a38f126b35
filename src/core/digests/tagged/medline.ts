// PubMed's .nbib and MEDLINE display. Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions".

import type { Name } from "../../paper";
import type { Draft } from "../draft";
import { toPapers } from "../draft";
import type { Format } from "../format";
import { readInitialsLast, readName } from "../names";
import { tidyTitle } from "./pubmed/citation";
import { readRecords, type Tag, type TaggedRecord, type Tagging } from "./records";
import { medlineTypes } from "./types";
import { arxivIn, doiIn, issuedOf, pmcLinks } from "./values";

/** Two to four letters filled up to four columns, a hyphen and a blank. */
function tagOf(head: string): Tag | undefined {
	const [found, tag = "", gap = ""] = /^([A-Z]{2,4})([^\S\r\n]{0,2})-(?:[^\S\r\n]|$)/.exec(head) ?? [];
	return found !== undefined && tag.length + gap.length === 4 ? { tag, from: found.length } : undefined;
}

/** `PMID`, or `UI` before 2004, comes first; a second one begins the next record, with or without a blank line. */
const tagging: Tagging = {
	tagOf,
	begins: (tag, open) =>
		tag === "PMID"
			? open.has("PMID") || open.isBehindBlank
			: tag === "UI" && (open.has("UI") || open.isBehindBlank),
};

const beginning =
	/^(?:PMID-[^\S\r\n]*\d+|UI {2}-[^\S\r\n]*\d+|OWN -[^\S\r\n]*[A-Z]+)[^\S\r\n]*[\r\n]+[A-Z]{2,4} {0,2}- /m;

export const medline: Format = {
	name: "medline",
	looksLike: text => beginning.test(text.slice(0, 4000)),
	read: ({ text, report }) => toPapers(drafts(readRecords(text, tagging, report)), report),
};

function* drafts(records: Iterable<TaggedRecord>): Generator<Draft> {
	for (const record of records) yield draftOf(record);
}

function draftOf(record: TaggedRecord): Draft {
	const { place, all, first } = record;
	const locations = all("LID", "AID");
	const named = locations.filter(value => /\[doi\]/i.test(value));
	const types = all("PT").map(type => medlineTypes[type.toLowerCase()]);
	const type = types.find(found => found !== undefined);
	const isPart = first("TI") !== "" && first("BTI") !== "";
	const authors = authorsOf(record);
	return {
		place,
		title: tidyTitle(first("TI", "BTI", "CTI", "TT")),
		abstract: first("AB", "OAB"),
		authors: authors.filter(name => !isEtAl(name)),
		...(authors.some(isEtAl) && { authorsIncomplete: true }),
		issued: issuedOf([first("DP")]) ?? issuedOf(all("DEP", "EDAT", "CRDT", "DA")),
		type: isPart ? "chapter" : (type ?? (first("BTI") === "" ? "article-journal" : "book")),
		arxiv: arxivIn([...locations, ...all("JT", "SO")]),
		doi: doiIn([...named, ...all("SO").flatMap(source => /\bdoi:.*/i.exec(source)?.[0] ?? [])]),
		pmid: first("PMID"),
		venue: (isPart ? first("BTI") : "") || first("JT", "TA", "PB", "CTI"),
		publication: {
			volume: first("VI"),
			issue: first("IP"),
			pages: first("PG") || electronicPage(all("LID")),
			publisher: first("PB"),
			place: first("BTI") === "" ? "" : first("PL"),
			edition: first("EN"),
			isbn: first("ISBN").replace(/\s.*$/, ""),
			issn: first("IS").replace(/\s.*$/, ""),
			editors: editorsOf(record),
		},
		keywords: all("MH", "OT").map(word => word.replace(/\*/g, "").replace(/\s+/g, " ")),
		links: pmcLinks(all("PMC")),
	};
}

/** The number of an article without pages: `e12345 [pii]`. */
function electronicPage(locations: readonly string[]): string {
	return locations.find(value => /\[pii\]/i.test(value))?.replace(/\s*\[.*$/, "") ?? "";
}

/** Full names where they are given, else initials; groups in their place; editors when there is nobody else. */
function authorsOf(record: TaggedRecord): readonly Name[] {
	const authors = namesIn(record, "FAU", "AU");
	return authors.length > 0 ? authors : editorsOf(record);
}

function editorsOf(record: TaggedRecord): readonly Name[] {
	return namesIn(record, "FED", "ED");
}

function namesIn({ fields }: TaggedRecord, full: string, short: string): readonly Name[] {
	const names: Name[] = [];
	let hasFull = false;
	for (const { tag, value } of fields) {
		let name: Name | undefined;
		if (tag === full) name = readFullName(value);
		else if (tag === short && !hasFull) name = readInitialsLast(value);
		else if (tag === "CN" && full === "FAU" && value !== "") name = { literal: value.replace(/\s+/g, " ") };
		if (name) names.push(name);
		if (tag === full || tag === short) hasFull = tag === full && name !== undefined;
	}
	return names;
}

/** `Hellinger, Frank R Jr`: the suffix stands behind the given names. */
function readFullName(value: string): Name | undefined {
	return readName(value.replace(/\s+/g, " ").replace(/ (Jr|Sr|2nd|3rd|4th|II|III|IV)\.?$/, ", $1"));
}

function isEtAl(name: Name): boolean {
	return /^et al/i.test("literal" in name ? name.literal : name.family);
}
