// The blocks of a .bib file with their places, and where lines and braces end.

import type { TextRange } from "../../paper";
import type { ProblemCode } from "../../problems";

/** One operand of `#`: `{braced}`, `"quoted"`, a number, or the name of a string (a macro). */
export interface BibPart {
	readonly kind: "braced" | "quoted" | "bare";
	/** Without its braces or quotes. */
	readonly text: string;
}

export interface BibField {
	/** As written. */
	readonly name: string;
	/** From the name to the end of the value. */
	readonly range: TextRange;
	readonly value: TextRange;
	readonly parts: readonly BibPart[];
}

export interface BibBlock {
	readonly kind: "entry" | "string" | "preamble" | "comment";
	/** The word behind `@`, as written. */
	readonly type: string;
	readonly range: TextRange;
	readonly open: "{" | "(";
	readonly key: string;
	readonly keyRange: TextRange;
	readonly fields: readonly BibField[];
	readonly isClosed: boolean;
}

export interface ParsedBibtex {
	readonly blocks: readonly BibBlock[];
	/** Keys of entries behind a `%`, which BibTeX reads and Biber does not. */
	readonly commented: readonly CommentedKey[];
	readonly faults: readonly Fault[];
}

/** A key in a comment, and where its `@` stands. */
export interface CommentedKey {
	readonly key: string;
	readonly start: number;
}

/** A problem without its line. */
export interface Fault {
	readonly code: ProblemCode;
	readonly range: TextRange;
	readonly args: readonly string[];
}

/** Where to begin and to end, for a text of which other parts are parsed already. */
export interface Part {
	/** The start of the text, or the end of a closed block. */
	readonly from: number;
	/** Whether the block that begins at an offset is parsed already, and all behind it. */
	readonly isKnown: (start: number) => boolean;
}

export function closer(open: "{" | "("): "}" | ")" {
	return open === "(" ? ")" : "}";
}

export function lineEnd(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	if (end < 0) return text.length;
	return text.charAt(end - 1) === "\r" && end > from ? end - 1 : end;
}

export function trimmedEnd(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && /\s/.test(text.charAt(at - 1))) at--;
	return at;
}
