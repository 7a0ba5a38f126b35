// PubMed's "Summary (text)": each record is one numbered paragraph, `7: Authors. Title. Journal. Date;volume:pages.`

import type { TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { toPapers } from "../../draft";
import type { Format, Input } from "../../format";
import { pmcLinks } from "../values";
import { paragraphsOf, readAuthorLine, readIdentifiers, readSource, readVenue, tidyTitle } from "./citation";

const numbered = /^\s{0,4}(\d{1,6})[:.]\s+\S/;
const heads = /^[^\S\r\n]{0,4}\d{1,6}:[^\S\r\n]+\S/gm;
/** More than a record has, even with a thousand authors. */
const longest = 60_000;

export const pubmedSummary: Format = {
	name: "pubmed-summary",
	looksLike: text => {
		const head = text.slice(0, 30_000);
		for (const { start, end } of paragraphsOf(head)) {
			const record = head.slice(start, end);
			if (start > 8000) return false;
			if (numbered.test(record))
				return /\bPMID:\s*\d{1,8}\b/.test(record) && readSource(oneLine(record)) !== undefined;
		}
		return false;
	},
	read: ({ text, report }) => toPapers(drafts({ text, report }), report),
};

function* drafts({ text, report }: Pick<Input, "text" | "report">): Generator<Draft> {
	for (const place of recordsOf(text)) {
		const written = text.slice(place.start, Math.min(place.end, place.start + longest));
		const draft = numbered.test(written) ? readRecord(oneLine(written), place) : undefined;
		if (draft) yield draft;
		else report.add("left-out", place, written.slice(0, 401));
	}
}

/** Paragraphs; one that holds several records, as when blank lines were lost, is cut before each number. */
function* recordsOf(text: string): Generator<TextRange> {
	for (const { start, end } of paragraphsOf(text)) {
		const starts = [...text.slice(start, end).matchAll(heads)].map(({ index }) => start + index);
		const cuts = starts.filter((at, i) => i === 0 || /\bPMC?ID:\s*\S+\s*$/.test(text.slice(at - 60, at)));
		if (cuts.length < 2) yield { start, end };
		else for (const [i, at] of cuts.entries()) yield { start: i === 0 ? start : at, end: cuts[i + 1] ?? end };
	}
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

function readRecord(record: string, place: TextRange): Draft | undefined {
	const text = record.replace(/^\d+[:.]\s+/, "");
	const source = readSource(text);
	const { doi, pmid, pmc } = readIdentifiers(text);
	if (!source && pmid === undefined) return undefined;
	const { authors, title, venue } = partsOf(source?.before ?? text.replace(/\s*(?:PubMed )?PMID:.*$/, ""));
	return {
		place,
		title: tidyTitle(title),
		...authors,
		issued: source?.issued,
		...readVenue(venue),
		doi,
		pmid,
		links: pmcLinks([pmc ?? ""]),
		needsNoAbstract: true,
	};
}

/** Authors, title and journal: the journal begins behind the last sentence, the title behind the first if that names people. */
function partsOf(text: string): {
	authors: Pick<Draft, "authors" | "authorsIncomplete">;
	title: string;
	venue: string;
} {
	const journal = lastSentence(text);
	const named = text.slice(0, journal).trim();
	const first = /^.{1,59000}?\.(?=\s)/.exec(named)?.[0] ?? "";
	const rest = named.slice(first.length).trim();
	const authors = rest === "" ? undefined : readAuthorLine(first);
	return { authors: authors ?? {}, title: authors ? rest : named, venue: text.slice(journal).trim() };
}

/** Where the last sentence begins; the whole text is a journal when there is only one. */
function lastSentence(text: string): number {
	let at = 0;
	for (const match of text.matchAll(/[.?!][”"')\]]*\s+(?=\S)|\]\s+(?=[\p{Lu}\d])/gu)) {
		const isWithin = /\bIn:\s/.test(text.slice(0, match.index)) && at > 0;
		if (!isWithin && !/^\[/.test(text.slice(match.index + match[0].length))) at = match.index + match[0].length;
	}
	return at;
}
