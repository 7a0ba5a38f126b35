// The words of the checks: one English table for the command line and the editor, which translates it.

import { problemSentence, type ProblemCode } from "../problems";
import type { Said } from "./finding";

const sentences = {
	// Keys
	undefined: "The key “{0}” is in none of the document's bibliographies.",
	"undefined-inline": "The key “{0}” is not in the document's own list of references.",
	"undefined-nearest": "The key “{0}” is not in {1}, which was taken as the document declares no bibliography.",
	"undefined-maybe": "The key “{0}” was not found; it may be in {1}, which cannot be read.",
	"undefined-meant": "The key “{0}” is in none of the document's bibliographies; “{1}” is.",
	"key-case": "The key “{0}” differs from “{1}” in its capitals; here they count.",
	"key-case-classic":
		"The key “{0}” is written “{1}” in its entry; BibTeX takes them for one, other programs do not.",
	"bibliography-missing": "{0} is declared as a bibliography and is not there.",
	"bibliography-unreadable": "{0} is declared as a bibliography and cannot be read.",
	"no-bibliography": "No bibliography was found for this document: its citations cannot be checked.",
	"duplicate-key": "The key “{0}” is used by another entry that stands before this one.",
	"duplicate-key-case": "The key “{0}” differs from “{1}” in its capitals; for BibTeX both are one key.",
	"duplicate-elsewhere": "The key “{0}” is used by another entry, in {1}.",
	"duplicate-alias": "“{0}” is a further name of “{1}” already, which it stands for.",
	"duplicate-alias-key": "The further name “{0}” is the key of another entry, which it stands for.",
	"first-entry": "The first entry with this key",
	"same-work": "This is the same work as “{0}”.",
	"same-work-cited": "This is the same work as “{0}”; both are cited, and it will be listed twice.",
	"other-entry": "The entry “{0}”",
	unused: "Nothing cites “{0}”.",
	// Entries
	"missing-field": "The entry “{0}” has no {1}, which @{2} requires.",
	"missing-field-named": "The entry “{0}” has no {1}, which @{2} requires; BibTeX does not know its “{3}”.",
	"missing-field-plain": "The entry “{0}” has no {1}.",
	"duplicate-field": "The field “{0}” stands here for the second time; the first one counts.",
	"unknown-type": "@{0} is a type of entry of neither BibTeX nor biblatex; it is set as @misc.",
	"unknown-type-meant": "@{0} is no type of entry; @{1} may be meant.",
	"undefined-string": "“{0}” is no number and no @string that is defined: the value is empty.",
	"parent-missing": "The entry “{0}”, whose fields this one takes, is in none of the bibliographies.",
	"parent-before": "For BibTeX the entry “{0}” has to stand behind those that take fields of it.",
	// Fields
	"doi-address": "A DOI is expected without its address: “{0}”.",
	"doi-escaped": "A DOI is expected as it is, without LaTeX's or an address's escapes: “{0}”.",
	"doi-end": "The DOI ends with “{0}”, which does not belong to it.",
	"doi-bad": "“{0}” is no DOI: one begins with “10.”, a number and a slash.",
	"year-bad": "“{0}” is no year of four digits.",
	"year-date": "“{0}” is more than a year; biblatex expects it in “date”.",
	"month-bad": "“{0}” is no month.",
	"date-bad": "“{0}” is no date; one is expected as 2024, 2024-05 or 2024-05-31.",
	"date-impossible": "There is no day “{0}”.",
	"pages-hyphen": "A range of pages is written with two hyphens: {0}.",
	"pages-dash": "A range of pages is written as {0}.",
	"pages-word": "The word before the pages is written by the style: {0}.",
	"pages-backwards": "The last page, {1}, comes before the first, {0}.",
	"pages-open": "The range of pages has no end: “{0}”.",
	"name-commas": "“{0}” has too many commas for one name; names are parted by “and”.",
	"name-separator": "Names are parted by “and”, not by “{0}”.",
	"name-others": "“et al.” is written as “and others”.",
	"name-empty": "A name is missing beside “and”.",
	"name-comma": "The name “{0}” ends with a comma.",
	"isbn-check": "The check digit of the ISBN {0} is wrong; it would be {1}.",
	"issn-check": "The check digit of the ISSN {0} is wrong; it would be {1}.",
	"isbn-length": "“{0}” is no ISBN: one has 10 or 13 digits.",
	"issn-length": "“{0}” is no ISSN: one has 8 digits.",
	"isbn-issn": "“{0}” is the number of a serial, an ISSN.",
	"isbn-written": "An ISBN is expected as digits and hyphens alone: {0}.",
	"non-ascii": "“{0}” is not ASCII: classic BibTeX may sort and shorten it wrongly.",
	// Works
	"published-entry": "This preprint was published: the entry “{0}” is its published version.",
	"retracted-shelf": "A notice was published about this work: {0}.",
	"published-shelf": "This preprint was published: {0}.",
	// Fixes
	"fix-use": "Change to “{0}”",
	"fix-write": "Write {0}",
	"fix-remove": "Remove this entry",
	"fix-merge": "Merge into “{0}”",
	"fix-stub": "Add an entry “{0}” to {1}",
	"fix-search": "Search the shelf for “{0}”",
	"fix-add": "Add “{0}” from the shelf",
	"fix-update": "Update the entry from the shelf",
	"fix-type": "Change to @{0}",
	"fix-move-date": "Write it as “date”",
	"fix-field-name": "Rename “{0}” to “{1}”",
	"fix-letters": "Write the letters in LaTeX",
	"fix-take-out": "Take it out",
} as const;

export type MessageId = keyof typeof sentences | ProblemCode;

/** The English sentence of a message, with `{0}` … for its arguments, for translation. */
export function messageSentence(id: MessageId): string {
	return (sentences as Readonly<Record<string, string>>)[id] ?? problemSentence(id) ?? id;
}

/** A message in English. */
export function inEnglish({ message, args }: Said): string {
	return messageSentence(message).replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? "");
}
