// Digests in mails: one mail, a box of mails, and the text of an alert.

import type { Paper } from "../../paper";
import { DistinctPapers } from "../distinctPapers";
import type { Format, Input } from "../format";
import { looksLikeAlert, readAlert } from "./alertText";
import { fromLine, mailsOf } from "./mailbox";
import { readMail, type MailReading } from "./readMail";
import { mailSource } from "./source";

/** In the order in which they are tried. */
export const mailFormats: readonly Format[] = [
	{ name: "mbox", looksLike: looksLikeMailbox, read: readMailbox },
	{ name: "mail", looksLike: text => looksLikeMail(text), read: readOneMail },
	{ name: "alert-text", looksLike: looksLikeAlert, read: readAlert },
];

/** Fields that only a mail has, and those that others may have, too (RFC 5322, section 3.6; RFC 2045). */
const ofMailAlone =
	/^(?:from|to|sender|reply-to|message-id|received|return-path|delivered-to|mime-version|content-type|x-[\w-]+|dkim-signature|arc-[\w-]+|envelope-to|list-[\w-]+)$/i;
const ofOthersToo =
	/^(?:subject|date|sent|cc|bcc|in-reply-to|references|authentication-results|precedence|importance)$/i;
const ofPapers = /^(?:title|authors?|abstract|doi|journal|year|arxiv|url|pmid)$/i;

/** A text that begins with fields of which at least two are those of a mail, and none those of a paper. */
function looksLikeMail(text: string): boolean {
	const lines = text
		.slice(0, 20_000)
		.replace(/^\s+/, "")
		.split(/\r\n|\n|\r/);
	let known = 0;
	let own = 0;
	for (const line of lines) {
		if (line.trim() === "") break;
		if (/^[ \t]/.test(line)) continue;
		const name = /^([!-9;-~]{1,100})[ \t]*:/.exec(line.slice(0, 120))?.[1];
		if (name === undefined || ofPapers.test(name)) break;
		if (ofMailAlone.test(name)) own++;
		if (ofMailAlone.test(name) || ofOthersToo.test(name)) known++;
	}
	return own >= 1 && known >= 2;
}

function looksLikeMailbox(text: string): boolean {
	const head = text.slice(0, 2000).replace(/^\s+/, "");
	const [first = "", second = ""] = head.split(/\r\n|\n|\r/, 2);
	return fromLine.test(first) && /^>?[!-9;-~]{1,100}[ \t]*:/.test(second);
}

function readOneMail(input: Input): Paper[] {
	const source = mailSource(input);
	const start = Math.max(0, source.raw.search(/\S/));
	const reading = readMail(input, source, start, source.raw.length);
	if (reading.papers.length === 0) {
		input.report.add("no-list-of-papers", reading.place, "a mail", "no text in it holds papers");
	}
	return together(input, [reading]);
}

function readMailbox(input: Input): Paper[] {
	const source = mailSource(input);
	const readings: MailReading[] = [];
	let without = 0;
	for (const { start, end } of mailsOf(source.raw)) {
		const reading = readMail(input, source, start, end);
		if (reading.papers.length > 0) readings.push(reading);
		else without++;
	}
	const all = `${readings.length + without}`;
	if (without > 0) input.report.add("mails-without-papers", source.placeOf(0), `${without}`, all);
	return together(input, readings);
}

/** All papers, each once: what comes again in another mail, or in another part, fills what was missing. */
function together({ report }: Input, readings: readonly MailReading[]): Paper[] {
	const papers = new DistinctPapers(report);
	for (const reading of readings) for (const { paper, place } of reading.papers) papers.add(paper, place);
	return papers.all;
}
