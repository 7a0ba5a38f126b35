// Which mails of a folder are new. The folder is listed, and its mails read, by the caller.

import { hash } from "../text/normalize";
import { mostPapers, type Shortfall } from "./feed";

/** A file of a folder. */
export interface MailFile {
	readonly name: string;
	/** In bytes. */
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly changed: number;
}

/** Files that are mails, or several in one. */
const mails = /\.(?:eml|mbox|emlx)$/i;

/** More mails than are read at a time; the rest comes with the next fetch. */
const mostMails = 200;

/** Mails of a folder that are looked at, the latest ones: so many marks are kept of one feed. */
const mostKept = 5000;

/** A mail larger than this has other things than papers in it. */
const mostBytes = 30_000_000;

/** What is to be read of a folder. */
export interface MailChoice {
	readonly mails: readonly MailFile[];
	/** The marks of the folder's mails that were dealt with before. */
	readonly known: readonly string[];
	/** How many new mails are left for the next time. */
	readonly left: number;
	/** Said when the folder holds more mails than are ever read. */
	readonly lost?: Shortfall;
}

/** The mails that were not read yet, the oldest first. */
export function chooseMails(files: readonly MailFile[], seen: readonly string[]): MailChoice {
	const before = new Set(seen);
	const there = files
		.filter(({ name, size }) => mails.test(name) && size <= mostBytes)
		.sort((a, b) => a.changed - b.changed || (a.name < b.name ? -1 : 1));
	const all = there.slice(-mostKept);
	const fresh = all.filter(file => !before.has(mailMark(file)));
	return {
		mails: fresh.slice(0, mostMails),
		known: all.map(mailMark).filter(mark => before.has(mark)),
		left: Math.max(0, fresh.length - mostMails),
		...(there.length > all.length && { lost: { there: there.length, given: all.length } }),
	};
}

/** Tells a mail from others and from itself before it changed. */
export function mailMark({ name, size, changed }: MailFile): string {
	return hash(`${name} ${size} ${changed}`).slice(0, 12);
}

/** Whether enough was read for one digest. */
export function isEnough(papers: number): boolean {
	return papers >= mostPapers;
}
