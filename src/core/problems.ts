// Problems of inputs as data, and their English wording. The host translates a wording by its code and arguments.

import type { Problem, Severity, TextRange } from "./paper";

/** Every kind of problem: its severity and its sentence, in which `{0}`, `{1}` … stand for the arguments. */
const kinds = {
	"not-text": ["error", "This is {0}, not text; a digest of papers in plain text was expected."],
	"file-unreadable": ["error", "The file cannot be read: {0}"],
	"reading-failed": ["error", "Reading this file failed ({0}); it was left out, and the other digests were read."],
	"too-big": ["warning", "Only the first {0} MB of this file of {1} MB were read."],
	"empty-file": ["warning", "The file is empty; a title line and an abstract line for each paper were expected."],
	"no-papers": ["warning", "No paper was found; a title line and an abstract line for each paper were expected."],
	"read-as-latin1": ["information", "The text is not UTF-8 (byte {0}); it was read as Windows-1252."],
	"byte-not-utf8": ["warning", "The byte at {0} ({1}) is no UTF-8; it is shown as �."],
	"charset-guessed": ["information", "The text is not UTF-8 and names no encoding; it was read as {0}."],
	"stray-nul": ["warning", "The file holds bytes that are 0 ({0} of them); each was read as a blank."],
	"left-out": ["information", "Left out, as it belongs to no paper: “{0}”."],
	"abstract-missing": ["warning", "The paper “{0}” has no abstract; an abstract line was expected after its title."],
	"title-missing": [
		"warning",
		"This abstract has no title and was left out; a title line was expected before it: “{0}”.",
	],
	"unknown-macro": ["information", "The LaTeX command \\{0} is not known; it is shown by its name."],
	"broken-link": ["warning", "The address {0} is cut off by a space; it was left out."],
	"damaged-math": ["information", "“{0}” looks like math that lost its backslash; it is shown as “{1}”."],
	"cut-paper": ["warning", "The file seems cut off: its last abstract ends without a full stop: “{0}”."],
	"duplicate-paper": ["information", "The paper “{0}” is already in this digest, at line {1}; it was left out here."],
	"record-untitled": ["warning", "This record has no title and was left out; it begins “{0}”."],
	"abstract-absent": ["information", "The paper “{0}” has no abstract here."],
	"record-damaged": ["warning", "Record {0} cannot be read and was left out: {1}."],
	"file-cut": ["warning", "The file ends within {0}; what stands before was read."],
	"part-skipped": ["information", "Left out, as it holds no text: {0}."],
	"mails-without-papers": ["information", "{0} of {1} mails hold no paper and were left out."],
	"part-damaged": ["warning", "{0} signs of this part are none of base64; a few letters at each of them are lost."],
	"charset-unknown": ["information", "The character set {0} is not known; the text was read by guess."],
	"too-deep": ["warning", "This lies within too many other digests and was not read."],
	"count-differs": ["warning", "The file says that it holds {0} papers; {1} were found."],
	"column-taken": ["information", "The column “{0}” was taken for the {1}."],
	"quote-open": ["warning", "A quotation mark in this row is not closed; the row was ended with its line."],
	"row-uneven": ["warning", "This row has {0} cells for {1} columns; some may stand in the wrong column."],
	"no-list-of-papers": ["error", "This is {0}, but no list of papers: {1}."],
	"record-not-json": ["error", "This is not JSON ({0}); a list of CSL-JSON items was expected."],
	"record-not-list": ["error", "A list of CSL-JSON items was expected; this is {0}."],
	"record-unreadable": ["warning", "Item {0} is not a CSL-JSON item: {1}."],
	"record-unused": ["information", "The record of “{0}” belongs to no paper of the digest."],
	"too-many-lines": ["warning", "The file has more than {0} lines with text; it was read up to here."],
	"more-problems": ["information", "{0} more problems like these were found in this file."],
	"bib-format": [
		"error",
		"A bibliography in BibTeX, CSL-JSON, CSL-YAML or Hayagriva was expected; this is another format.",
	],
	"bib-no-id": ["warning", "This item has no id, and nothing can cite it."],
	"bib-duplicate-id": ["warning", "The id “{0}” is already used at line {1}."],
	"bib-unclosed": ["error", "The entry “{0}” is not closed: a brace or a quotation mark is missing in it."],
	"bib-no-key": ["warning", "This @{0} entry has no key, and nothing can cite it."],
	"bib-bad-key": ["warning", "The key “{0}” has a space in it; BibTeX ends a key there."],
	"bib-missing-comma": ["warning", "A comma is missing beside “{0}”."],
	"bib-no-field": [
		"warning",
		"“{0}” is no field and was passed over; `name = {value}` was expected in the entry “{1}”.",
	],
	"bib-lost-fields": [
		"warning",
		"The text from “{0}” on is in no entry; a brace before it closes the entry too early.",
	],
	"bib-duplicate-key": ["warning", "The key “{0}” is already used at line {1}; BibTeX takes the first of the two."],
	"answer-failed": ["warning", "The catalogue answered with an error ({0}): {1}"],
	"answer-unexpected": ["error", "The answer is {0}, not the record of a paper."],
	"answer-too-big": ["error", "The answer is larger than {0} MB and was not read."],
	"not-in-catalogue": ["information", "{0} does not hold what was asked for."],
} as const satisfies Record<string, readonly [Severity, string]>;

export type ProblemCode = keyof typeof kinds;

/** Where a problem is: the input's name, a 1-based line and the range in its text. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly range: TextRange;
}

/** The problem of this kind at this place, worded in English. */
export function problem(code: ProblemCode, place: Place, ...args: readonly string[]): Problem {
	const [severity, sentence] = kinds[code];
	const message = sentence.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? "");
	return { code, severity, ...place, args, message: `${place.file}, line ${place.line}: ${message}` };
}

/** The English sentence of a kind of problem, with `{0}` … for its arguments, for translation. */
export function problemSentence(code: string): string | undefined {
	return Object.entries(kinds).find(([name]) => name === code)?.[1][1];
}
