// What both of PubMed's text exports write in one way: numbered paragraphs, authors with initials, a journal with its
// date. Sources: PubMed User Guide, "Save citations"; NLM, "Citing Medicine".

import type { IssuedDate, Name, TextRange } from "../../../paper";
import { linesOf } from "../../../text/lines";
import { readDate } from "../../dates";
import { readInitialsLast } from "../../names";

/** A paragraph: lines without a blank one between them. */
export type Paragraph = TextRange;

/** The paragraphs of a text, in order. */
export function* paragraphsOf(text: string): Generator<Paragraph> {
	let start = -1;
	let end = -1;
	for (const line of linesOf(text)) {
		const isBlank = /^\s*$/.test(text.slice(line.start, Math.min(line.end, line.start + 200)));
		if (!isBlank) {
			if (start < 0) start = line.start;
			end = line.end;
		} else if (start >= 0) {
			yield { start, end };
			start = -1;
		}
	}
	if (start >= 0) yield { start, end };
}

const year = String.raw`(?:1[5-9]|20)\d{2}`;
const month = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|\d(?:st|nd|rd|th) )`;
/** `. 2019 Sep;573(7772):15`, `. 2018.`, `[Preprint]. 2020 Jan 31:2020.01.30`: where a journal's name ends. */
const dated = new RegExp(String.raw`\.\s+(${year}(?:[ -]+${month}[^;:.]{0,25})?(?:-${year})?)\s*(?:[;:.]|$)`);

/** A journal and the date behind it. */
export interface Source {
	/** All that stands before the date. */
	readonly before: string;
	readonly issued: IssuedDate | undefined;
}

/** `Treasure Island (FL): StatPearls Publishing; 2024 Jan–. 2023 Jul 4.`: a book, and the date behind its publisher. */
const published = new RegExp(String.raw`^(.{3,300}?)\.\s[^.;]{2,60}:\s[^;]{2,150};\s*(${year}(?: ${month})?)`);

/** Cuts a text on one line at the first date that stands as in a citation of a journal or of a book. */
export function readSource(text: string): Source | undefined {
	const [, book, date] = published.exec(text.slice(0, 1000)) ?? [];
	if (book !== undefined) return { before: book.replace(/^(?:In:\s*)?/, "In: "), issued: readDate(date) };
	const match = dated.exec(text);
	return match ? { before: text.slice(0, match.index), issued: readDate(match[1]) } : undefined;
}

/** The name of a journal and what the mark behind it says of the record. */
export function readVenue(written: string): { readonly venue: string; readonly type: string } {
	const book = /^In:\s*(.+)$/.exec(written)?.[1];
	if (book !== undefined) return { venue: /^[^.]+/.exec(book)?.[0] ?? book, type: "chapter" };
	const venue = written.replace(/\s*\[(?:Preprint|Internet)\]$/i, "");
	return { venue, type: /\[Preprint\]$/i.test(written) ? "article" : "article-journal" };
}

/** The identifiers that a record names, by their names. */
export function readIdentifiers(text: string): Record<"doi" | "pmid" | "pmc", string | undefined> {
	return {
		doi: /\bdoi:\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\S+)/i.exec(text)?.[1],
		pmid: /\bPMID:\s*(\d{1,8})\b/.exec(text)?.[1],
		pmc: /\bPMCID:\s*(PMC\d{1,9})\b/.exec(text)?.[1],
	};
}

/**
 * A title without the brackets that say that NLM translated it, and without the full stop that NLM puts behind every
 * title (Citing Medicine, chapter 1: "Title").
 */
export function tidyTitle(written: string): string {
	const title = written.replace(/\s+/g, " ").trim();
	const translated = /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\.?$/.exec(title)?.[1]?.trim() ?? title;
	return /(?:\.\.|\b(?:vs|etc|al|Inc|Jr|U\.S|D\.C))\.$/.test(translated) ? translated : translated.replace(/\.$/, "");
}

const initialed =
	/^['’]?(?:\p{L}[\p{L}'’ʼ‘`.-]*|\d+(?:st|nd))(?: [\p{L}'’ʼ‘`.()-]+){0,5} \p{Lu}[\p{Lu}-]{0,4}(?: (?:Jr|Sr|1st|2nd|3rd|4th|5th|II|III|IV|V))?$/u;

const collective =
	/\b(?:groups?|consorti(?:um|a)|collaborat\w+|network|team|committee|society|association|investigators|initiative|council|organi[sz]ation|registry|program(?:me)?|project|task force|alliance|institute|cent(?:er|re)|federation|foundation|members|panel|board|college|academy|agency|department|university)\b/i;

/** Authors and whether more were there; nothing when the text is no list of authors. */
export interface Authors {
	readonly authors: readonly Name[];
	readonly authorsIncomplete: boolean;
}

/**
 * Reads `Zhou P(1)(2), Yang XL(#), Aranda S Jr; WHO Group.`: names with initials behind them; groups come behind a
 * semicolon or among them. A group alone counts where only an author can stand.
 */
export function readAuthorLine(written: string, isAuthor = false): Authors | undefined {
	const text = written
		.replace(/\((?:\d{1,3}|[#*†‡§¶]|\d{1,3}(?:[,-]\s?\d{1,3})+)\)/g, "")
		.replace(/\s+/g, " ")
		.trim()
		.replace(/\.$/, "");
	if (/^\[?No authors listed\]?$/i.test(text)) return { authors: [], authorsIncomplete: false };
	const named = text.replace(/,?\s*(?:\.\.\.|…)?\s*\bet al$/i, "");
	const parts = named.split(/\s*[;,]\s*/).filter(part => part !== "");
	const people = parts.filter(part => part.length < 80 && initialed.test(part)).length;
	const isList = people > 0 && (people * 2 >= parts.length || initialed.test(parts[0] ?? ""));
	const isGroup = people === 0 && collective.test(named) && (isAuthor || named.length < 120);
	if (!isList && !isGroup && !isAuthor) return undefined;
	return { authors: isList ? namesOf(named) : groupsOf(named), authorsIncomplete: named !== text };
}

function namesOf(text: string): readonly Name[] {
	const pieces = text.split(/\s*;\s*/).flatMap(part => {
		const names = part.split(/\s*,\s*/);
		// Commas within the name of a group part nothing.
		return names.some(name => initialed.test(name)) ? names : [part];
	});
	return pieces.flatMap(piece => {
		const name = piece.trim();
		if (name === "") return [];
		return initialed.test(name) && name.length < 80 ? (readInitialsLast(name) ?? []) : { literal: name };
	});
}

function groupsOf(text: string): readonly Name[] {
	return text.split(/\s*;\s*/).flatMap(name => (name === "" ? [] : { literal: name }));
}
