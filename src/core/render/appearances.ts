// Where a paper stands: its digests by the names that a reader knows, the days of the digests, and the places in them.

import { dateOf, readDate } from "../digests/dates";
import type { Announcement, IssuedDate, Paper } from "../paper";
import type { Field } from "../works/merge";
import { fill, ordinal, type Labels } from "./labels";

/** Where a digest has a paper, counted from 1. */
export interface Appearance {
	readonly digest: string;
	readonly place: number;
	readonly count: number;
	/** The day of the digest. */
	readonly date?: IssuedDate;
	/** How the digest announced the paper, when it is one of arXiv's. */
	readonly announced?: Announcement;
}

/** A paper as one digest has it, and what of the merged paper comes from there. */
export interface ShownRecord {
	readonly appearance: Appearance;
	readonly paper: Paper;
	readonly gives: readonly Field[];
}

/** A digest's name without the extensions of its file. */
export function digestLabel(fileName: string): string {
	return fileName.replace(/(\.digest)?\.\w+$/, "");
}

/** "trending-clinical-deployment, 6th of 55", with the day and the announcement when they are known. */
export function appearanceText({ digest, place, count, date, announced }: Appearance, labels: Labels): string {
	const text = fill(labels.appearance, digest, ordinal(place), count);
	const more = [date ? dateText(date) : "", announcedText(announced, labels)].filter(part => part !== "");
	return more.length === 0 ? text : fill(labels.reasons, text, more.join(", "));
}

/** "replacement" or "cross-list"; a new paper is nothing to remark. */
export function announcedText(announced: Announcement | undefined, labels: Labels): string {
	if (announced === "cross-list") return labels.crossList;
	return announced === "replacement" ? labels.replacement : "";
}

/** "13 September 2024", "September 2024", "2024", as precise as it is known. */
export function dateText({ year, month, day }: IssuedDate): string {
	if (month === undefined) return String(year);
	const date = new Date(Date.UTC(2000, month - 1, day ?? 1));
	date.setUTCFullYear(year);
	const format: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
	return date.toLocaleDateString("en-GB", day === undefined ? format : { ...format, day: "numeric" });
}

const months =
	"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const writtenDay = new RegExp(`\\b(?:\\d{1,2} (?:${months})|(?:${months}) \\d{1,2}),? (?:19|20)\\d\\d\\b`, "i");

/** The day, else the month, that a digest's file name says: `arxiv-2024-11-21.eml`, `20241121`, `5 March 2024`. */
export function dateInName(fileName: string): IssuedDate | undefined {
	const name = fileName.slice(0, 300);
	const [, year, month, day] =
		/(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name)?.toSpliced(2, 1) ?? [];
	if (day !== undefined) return dateOf(year, month, day);
	const written = writtenDay.exec(name.replace(/[-_.\s]+/g, " "))?.[0];
	if (written !== undefined) return readDate(written);
	const [, onlyYear, onlyMonth] = /(?<![\d.])((?:19|20)\d\d)[-_](0[1-9]|1[0-2])(?!\d)/.exec(name) ?? [];
	return onlyMonth === undefined ? undefined : dateOf(onlyYear, onlyMonth);
}
