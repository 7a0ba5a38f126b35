// PubMed's "Abstract (text)", as it was until 2020 and as it is: a numbered citation, then paragraphs for the title, the
// authors, where they work, the abstract, and the identifiers.

import type { TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { toPapers } from "../../draft";
import type { Format, Input } from "../../format";
import { pmcLinks } from "../values";
import { paragraphsOf, readAuthorLine, readIdentifiers, readSource, readVenue, tidyTitle } from "./citation";

/** `12. Nature. 2020 Mar;579(7798):270-273.`: a number, and a citation of a journal or a book behind it. */
const numbered = /^\s{0,4}(\d{1,6})[.:]\s+(?=\S)/;

function citationOf(text: string, { start, end }: TextRange): { number: number; text: string } | undefined {
	const head = text.slice(start, Math.min(end, start + 2000));
	const number = numbered.exec(head);
	if (!number) return undefined;
	const citation = head.slice(number[0].length).replace(/\s+/g, " ").trim();
	return readSource(citation) ? { number: Number(number[1]), text: citation } : undefined;
}

export const pubmedAbstract: Format = {
	name: "pubmed-abstract",
	looksLike: text => {
		const head = text.slice(0, 100_000);
		for (const place of paragraphsOf(head)) {
			if (place.start > 3000) return false;
			const citation = citationOf(head, place);
			if (citation && !/\bPMID:/.test(citation.text))
				return /^(?:PMC?ID: (?:PMC)?\d{1,9}\b)/m.test(head.slice(place.end));
		}
		return false;
	},
	read: ({ text, report }) => toPapers(drafts({ text, report }), report),
};

/** A record: its citation, and the paragraphs behind it. */
interface Record {
	readonly number: number;
	readonly citation: string;
	readonly place: { readonly start: number; end: number };
	readonly parts: string[];
	hasEnded: boolean;
}

function* drafts({ text, report }: Pick<Input, "text" | "report">): Generator<Draft> {
	let record: Record | undefined;
	for (const place of paragraphsOf(text)) {
		const citation = citationOf(text, place);
		// A number at the beginning of a paragraph counts when it is the next one, or when the record before is whole.
		if (citation && (!record || record.hasEnded || citation.number === record.number + 1)) {
			if (record) yield draftOf(record);
			const { start, end } = place;
			record = {
				number: citation.number,
				citation: citation.text,
				place: { start, end },
				parts: [],
				hasEnded: false,
			};
		} else if (record) {
			const part = text.slice(place.start, place.end);
			record.parts.push(part);
			record.place.end = place.end;
			record.hasEnded ||= tail.test(part);
		} else report.add("left-out", place, text.slice(place.start, Math.min(place.end, place.start + 401)));
	}
	if (record) {
		if (!record.hasEnded && record.number > 1) report.add("file-cut", record.place, "its last record");
		yield draftOf(record);
	}
}

const tail = /^(?:DOI: .*[\r\n]+)?(?:PMCID: .*[\r\n]+)?\s*PMID: \d+/im;

function draftOf({ citation, place, parts }: Record): Draft {
	const source = readSource(citation);
	const ids = parts.filter(part => tail.test(part) || /^(?:DOI|PMCID|PMID): /i.test(part)).join("\n");
	const { doi, pmid, pmc } = readIdentifiers(ids);
	const text = parts.filter(part => !isAside(part));
	const [title = "", ...rest] = text;
	const next = rest.findIndex(part => !/^\[(?:Article|Abstract)\b[^\]]*\]\.?$/i.test(part.trim()));
	const body = next < 0 ? [] : rest.slice(next);
	const isAuthor = /^(?:Author information|Collaborators)/.test(parts[parts.indexOf(body[0] ?? "") + 1] ?? "");
	const authors = body[0] === undefined ? undefined : readAuthorLine(body[0], isAuthor);
	const behind = authors ? body.slice(1) : body;
	return {
		place: { ...place },
		title: tidyTitle(title),
		abstract: abstractOf(authors ? withoutAffiliation(behind) : behind),
		...authors,
		issued: source?.issued,
		...readVenue(source?.before ?? ""),
		doi: doi ?? readIdentifiers(citation).doi,
		pmid,
		links: pmcLinks([pmc ?? ""]),
	};
}

const related =
	/^(?:Comment|Erratum|Update|Republished|Corrected and republished|Retraction|Partial retraction|Expression of concern|Summary for patients|Original report|Reprint|Dataset (?:described|use reported)|Cited|Associated (?:dataset|publication))s? (?:in|on|of|for|from|by)\b[^\S\r\n]*:?[^\S\r\n]*(?:[\r\n]|$|[A-Z])/i;

const rights =
	/^(?:\(?(?:copyright|©|ⓒ|\(c\)|crown copyright|published (?:by|under)|this (?:article|work) is (?:protected|licensed|a u\.?s)|all rights reserved|georg thieme|no claim to original|thieme\.|s\. karger|the authors?\. (?:published|licensed)))/i;

/** Paragraphs about a record that are no abstract. */
function isAside(part: string): boolean {
	const head = part.slice(0, 200).trimStart();
	if (
		/^(?:Author information|Collaborators?(?:\(\d+\))*|Conflict of interest statement|Figures?|Grant(?:s| support)):/i.test(
			head,
		)
	)
		return true;
	if (/^(?:DOI|PMCID|PMID): \S/i.test(head)) return true;
	return related.test(head) || (rights.test(head) && part.length < 600);
}

/** What the publisher gives beside NLM's abstract, mostly in another language, counts when there is none else. */
function abstractOf(parts: readonly string[]): string {
	const own = parts.filter(part => !/^Publisher: /.test(part));
	const abstract = own.length > 0 ? own : parts.map(part => part.replace(/^Publisher: /, ""));
	return abstract.join("\n\n");
}

const institution =
	/\b(?:Department|Dept|Division|Universit|Institut|Hospital|School|Cent(?:er|re)|Laborator|Faculty|Clinic|College|Unit|Section|Service|Research)/i;

/** Until 2014 the place where the first author works stood as a paragraph of its own, without a label. */
function withoutAffiliation(parts: readonly string[]): readonly string[] {
	const [first = "", ...rest] = parts;
	const isShort = first.length < 600 && rest.length > 0;
	const hasMail = /\S@\S+\.\w{2,}\.?\s*$/.test(first);
	const isPlace = institution.test(first) && /,[^]*,|^[^,]+,[^,]+$/.test(first) && !sentence.test(first);
	return isShort && (hasMail || isPlace) ? rest : parts;
}

const sentence = /\b(?:we|was|were|is|are|has|have|been|this|these|that|which|our)\b/;
