// The name under which a digest is kept: its source and its date, as in `arxiv-mail-2024-11-21.digest.txt`.

import { readDate } from "./digests/dates";
import type { IssuedDate } from "./paper";

/** What a digest's name is made of. */
export interface NamedDigest {
	/** The name of the file it came as, or the address it came from; empty for a pasted text. */
	readonly name: string;
	/** The format that was seen in it. */
	readonly format: string;
	/** The beginning of its text. */
	readonly head: string;
}

/** The name of a kept digest in its two parts, between which a number may stand. */
export interface DigestName {
	readonly stem: string;
	/** Begins with `.digest.`, so that the default of `citeshelf.digests` finds the file. */
	readonly suffix: string;
}

/** Extensions of the files that digests come as. */
export const digestExtensions: readonly string[] = [
	...["txt", "text", "md", "markdown", "eml", "mbox", "html", "htm", "xml", "rss", "atom"],
	...["json", "jsonl", "ris", "nbib", "medline", "enw", "ciw", "bib", "yaml", "yml", "csv", "tsv"],
];

/** Letters of a name that say something; longer ones are cut. */
const longestStem = 60;

/** Names that programs give to whatever they save. */
const sayingNothing =
	/^(?:untitled|download|file|document|export|message|mail|index|page|new|text|pasted|clipboard|savedrecs|noname)?(?:[-\s(]*\d*\)?)$/i;

/** The name for a digest: by its file or address, its subject or its format, and its own date, else today's. */
export function digestName(digest: NamedDigest, today: IssuedDate): DigestName {
	const source = sourceOf(digest);
	const stem = /\d{4}-?\d\d-?\d\d/.test(source) ? source : `${source}-${isoDate(digestDate(digest.head) ?? today)}`;
	return { stem, suffix: `.digest.${extensionFor(digest)}` };
}

function sourceOf({ name, format, head }: NamedDigest): string {
	const given = isAddress(name) ? name.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/[?#].*$/, "") : stemOf(name);
	const subject = format.startsWith("arxiv") ? "" : (mailHeader(head, "Subject") ?? "");
	const parts = [sayingNothing.test(given) ? "" : given, subject.replace(/^(?:\s*(?:re|fwd?|aw|wg):)+/i, ""), format];
	return parts.map(safe).find(part => part !== "") ?? "digest";
}

/** A file's name without its extensions, `.digest` among them. */
function stemOf(name: string): string {
	return name.replace(/\.[a-z0-9]{1,8}$/i, "").replace(/\.(?:digest|csl)$/i, "");
}

/** Letters, with their marks, and digits: what every file system takes. The rest as hyphens. */
function safe(text: string): string {
	const words = text.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}._]+/gu, "-");
	const cut = words.length > longestStem ? words.slice(0, longestStem).replace(/[-_.][^-_.]*$/, "") : words;
	// Half a letter is none, and no address of a file can have it.
	const whole = cut.replace(/[\ud800-\udbff]$/, "").replace(/^[-_.]+|[-_.]+$/g, "");
	return whole.replace(device, "$1-");
}

/** Names of devices: Windows takes one for the device whatever follows its first point. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)\./i;

/**
 * The day of a digest as it says itself: the end of the period of an arXiv mailing, the date of a mail, or the last
 * change of a feed. Undefined when it says none to the day.
 */
export function digestDate(head: string): IssuedDate | undefined {
	const written = [
		/^ *received from .{10,60}?\bto\s+(.{10,40})$/m.exec(head)?.[1]?.replace(shortYear, "$1 20$2"),
		mailHeader(head, "Date"),
		/<(?:updated|lastBuildDate|pubDate|dc:date)>\s*([^<]{8,40})</.exec(head)?.[1],
	];
	return written.map(readDate).find(date => date?.day !== undefined);
}

/** The year of an arXiv mailing, as in `Thu 21 Nov 24`. */
const shortYear = /\b(\d{1,2} [A-Z][a-z]{2}) (\d\d)\b(?!:)/;

/** A header of a mail (RFC 5322): it stands before the first empty line, and only a mail begins with headers. */
function mailHeader(head: string, name: string): string | undefined {
	const block = /^(?:From [^\n]*\n)?(?:[A-Za-z][\w-]{0,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}/.exec(
		lineFeeds(head),
	)?.[0];
	const value = new RegExp(`^${name}:[ \\t]*([^\\n]*)$`, "im").exec(block ?? "")?.[1]?.trim();
	// An encoded word (RFC 2047) says nothing as it stands.
	return value === undefined || value.includes("=?") ? undefined : value;
}

/** The extension of a digest's file, else the one that its text looks like. */
function extensionFor({ name, head }: NamedDigest): string {
	const given = isAddress(name) ? undefined : /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
	if (given !== undefined && digestExtensions.includes(given)) return given;
	return looks.find(([, pattern]) => pattern.test(head.trimStart()))?.[0] ?? "txt";
}

const looks: readonly (readonly [string, RegExp])[] = [
	["html", /^<(?:!doctype html|html|head|body|div|table|p|meta)\b/i],
	["xml", /^<(?:\?xml|!DOCTYPE|[A-Za-z][\w:-]*[\s>])/],
	["json", /^(?:\{\s*"|\[\s*[{[])/],
	["mbox", /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /],
	[
		"eml",
		/^(?:(?:From|Date|Subject|Received|Return-Path|Delivered-To|MIME-Version|Message-ID):[^\n]*\n[\s\S]{0,4000}?)(?:From|Date|Subject|MIME-Version|Message-ID):/i,
	],
	["nbib", /^PMID- ?\d/],
	["ris", /^TY {2}- /m],
	["enw", /^%[0A-Z] /],
	["bib", /^(?:%[^\n]*\n\s*)*@[a-z]+\s*[{(]/i],
];

function lineFeeds(text: string): string {
	return text.replace(/\r\n?/g, "\n");
}

function isAddress(name: string): boolean {
	return /^https?:\/\//i.test(name);
}

function isoDate({ year, month, day }: IssuedDate): string {
	const two = (part: number) => String(part).padStart(2, "0");
	return [String(year), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join(
		"-",
	);
}
