// RefWorks' tagged format, which HighWire, Oxford and NASA ADS write too: `T1 A title`. Source: RefWorks, "RefWorks Tagged
// Format" (tags of fields; `RT` comes first).

import type { Draft } from "../draft";
import { toPapers } from "../draft";
import type { Format } from "../format";
import { readRecords, type Tag, type TaggedRecord, type Tagging } from "./records";
import { endnoteTypes } from "./types";
import { addressesIn, arxivIn, doiIn, issuedOf, keywordsIn, pmcLinks, pmidIn, readAuthors, venueNamed } from "./values";

const tags =
	/^(RT|SR|ID|A[1-6]|AB|AD|AN|AU|AV|CL|CN|CR|CT|DB|DO|DS|ED|FD|FN|IL|IP|IS|J2|JF|JO|K1|LA|LK|LL|NO|OL|OP|OT|PB|PM|PP|RD|RP|SF|SN|SP|ST|T[1-3]|U(?:[1-9]|1[0-5])|UL|VO|WP|WT|WV|YR) (?=\S)/;

function tagOf(head: string): Tag | undefined {
	const match = tags.exec(head);
	return match ? { tag: match[1] ?? "", from: match[0].length } : undefined;
}

const tagging: Tagging = { tagOf, begins: tag => tag === "RT" };

const beginning = /^RT [A-Z][A-Za-z ()/,.-]{2,40}\r?\n(?:[A-Z][A-Z0-9]{1,2} \S[^\r\n]{0,2000}\r?\n){1,30}?T1 \S/m;

export const refworks: Format = {
	name: "refworks",
	looksLike: text => beginning.test(text.slice(0, 4000)),
	read: ({ text, report }) => toPapers(drafts(readRecords(text, tagging, report)), report),
};

function* drafts(records: Iterable<TaggedRecord>): Generator<Draft> {
	for (const record of records) yield draftOf(record);
}

function draftOf({ place, all, first }: TaggedRecord): Draft {
	const kind = first("RT").toLowerCase();
	const type = endnoteTypes[kind.replace(/^journal$/, "journal article")] ?? thesisOr(kind);
	const arxiv = arxivIn(all("DO", "JF", "UL", "LK", "NO"));
	const [url, ...addresses] = addressesIn(all("UL", "LK", "DO"));
	return {
		place,
		title: first("T1"),
		abstract: first("AB"),
		...readAuthors(all("A1").length > 0 ? all("A1") : all("AU", "A2")),
		issued: issuedOf(all("YR", "FD")),
		type: arxiv !== undefined && /arxiv/i.test(first("JF")) ? "article" : type,
		arxiv,
		doi: doiIn(all("DO", "UL", "LK")),
		pmid: pmidIn(all("NO", "UL", "LK", "OT")),
		url,
		venue: venueNamed(type === "book" ? first("PB", "JF") : first("JF", "JO", "T2", "PB")),
		keywords: keywordsIn(all("K1")),
		links: [...addresses, ...pmcLinks(all("NO", "OT"))],
	};
}

/** `Dissertation/Thesis`, `Conference Proceedings`, `Book, Section` and their like. */
function thesisOr(kind: string): string {
	if (/thesis|dissertation/.test(kind)) return "thesis";
	if (/conference/.test(kind)) return "paper-conference";
	if (/section/.test(kind)) return "chapter";
	if (/^book/.test(kind)) return "book";
	return /journal|article/.test(kind) ? "article-journal" : "document";
}
