// Web of Science, "Plain Text File". Source: Clarivate, "Web of Science Core Collection Field Tags".

import type { Draft } from "../draft";
import { toPapers } from "../draft";
import type { Format } from "../format";
import { closedRecords, readRecords, type Tag, type TaggedRecord, type Tagging } from "./records";
import { arxivIn, doiIn, issuedOf, keywordsIn, linesIn, readAuthors } from "./values";

/** Two characters at the beginning of a line; what goes on is indented by three blanks. */
function tagOf(head: string): Tag | undefined {
	const match = /^\s?([A-Z][A-Z0-9])(?:[^\S\r\n]|$)/.exec(head);
	return match ? { tag: match[1] ?? "", from: match[0].length } : undefined;
}

const tagging: Tagging = {
	tagOf,
	begins: tag => tag === "PT",
	end: "ER",
	ofFile: new Set(["FN", "VR", "EF"]),
};

const beginning =
	/^\s*(?:FN [^\r\n]{3,200}[\r\n]+\s*VR |(?:FN [^\r\n]{0,200}[\r\n]+\s*)?PT [A-Z]\s*?[\r\n]+(?:AU|AF|BA|BE|CA|GP|TI|SO) )/;

export const wos: Format = {
	name: "wos",
	looksLike: text => beginning.test(text.slice(0, 2000)),
	read: ({ text, report }) => {
		const records = closedRecords(readRecords(text, tagging, report), report);
		return toPapers(drafts(records), report);
	},
};

function* drafts(records: Iterable<TaggedRecord>): Generator<Draft> {
	for (const record of records) yield draftOf(record);
}

function draftOf({ place, all, first }: TaggedRecord): Draft {
	const people = [all("AF"), all("AU"), all("BF"), all("BA"), all("BE")].find(list => list.length > 0) ?? [];
	const groups = all("CA", "GP").flatMap(linesIn);
	const { authors = [], ...rest } = readAuthors(people.flatMap(linesIn));
	return {
		place,
		title: first("TI"),
		abstract: first("AB"),
		authors: [...authors, ...groups.map(literal => ({ literal }))],
		...rest,
		issued: issuedOf([first("PY"), first("PD")]) ?? issuedOf([first("EY"), first("EA")]),
		type: typeOf(first("PT"), first("DT")),
		arxiv: arxivIn(all("DI", "AR", "SO", "DL")),
		doi: doiIn(all("DI", "D2", "DL")),
		// A record out of MEDLINE has its number in PubMed as its accession number.
		pmid: first("PM") || /^MEDLINE:(\d{1,8})$/.exec(first("UT"))?.[1],
		venue: first("SO", "SE", "CT", "PU"),
		keywords: [...keywordsIn(joined(all("DE"))), ...keywordsIn(joined(all("ID")))],
	};
}

/** Keywords are wrapped at blanks and parted by semicolons: a line end is no end of a keyword. */
function joined(values: readonly string[]): readonly string[] {
	return values.map(value => linesIn(value).join(" "));
}

/** The document type says more than the publication type: book, journal, patent, series. */
function typeOf(publication: string, document: string): string {
	if (/proceedings|meeting/i.test(document)) return "paper-conference";
	if (/book chapter/i.test(document)) return "chapter";
	if (/preprint/i.test(document)) return "article";
	if (/data ?set/i.test(document)) return "dataset";
	if (/^book$/i.test(document)) return "book";
	const types: Readonly<Record<string, string>> = { B: "chapter", P: "patent", S: "chapter", C: "paper-conference" };
	return types[publication] ?? "article-journal";
}
