// What a single file says about its bibliographies and the files that belong to it: the words in which each language
// reports that.

import type { Zone } from "../citations/citation";
import type { TextRange } from "../paper";

/** A bibliography that a file names. */
export interface Declaration {
	/** As written, with macros and attributes filled in, and with `.bib` where the extension was left out. */
	readonly path: string;
	/** Of the path in the file. */
	readonly range: TextRange;
	/** It is an address and no file: `location=remote`, `https://…`. */
	readonly remote?: true;
	/** It need not be there: what a program takes when nothing is said, or a pattern such as `*.bib`. */
	readonly optional?: true;
}

/** Another file that a file takes in. */
export interface Part {
	/** The names that it may have, the likeliest first. */
	readonly paths: readonly string[];
	readonly range: TextRange;
	/** A class or package, which mostly comes from the installation. */
	readonly optional?: true;
}

/** References that are in the file itself. */
export interface InlineReferences {
	/**
	 * `thebibliography` is written by hand; `filecontents` writes the bibliography `path` when the document is made;
	 * `references` is a list in a YAML header; `notebook` are records in a notebook's metadata.
	 */
	readonly kind: "thebibliography" | "filecontents" | "references" | "notebook";
	readonly range: TextRange;
	readonly path?: string;
}

/** What a `.bib` is read as: BibTeX's fields and types, or those of BibLaTeX. */
export type Dialect = "bibtex" | "biblatex";

export interface Reading {
	readonly bibliographies: readonly Declaration[];
	readonly parts: readonly Part[];
	readonly inline: readonly InlineReferences[];
	/** The file that this one says it is a part of. */
	readonly root?: string;
	/** Whether the file can stand alone: a LaTeX document with a class. */
	readonly isRoot?: boolean;
	readonly dialect?: Dialect;
	/** Macros and attributes that paths may use, in this file and in others of its project. */
	readonly macros?: ReadonlyMap<string, string>;
	/** Whether a path uses a macro that the file does not define. */
	readonly isUnresolved?: boolean;
}

export const nothingRead: Reading = { bibliographies: [], parts: [], inline: [] };

/** The path with `.bib` where the extension was left out. */
export function withExtension(path: string): string {
	return /\.(?:bib|bibtex|biblatex|json|ya?ml|ris|xml|nbib|enl|copac|medline)$/i.test(path) || isAddress(path)
		? path
		: `${path}.bib`;
}

export function isAddress(path: string): boolean {
	return /^[a-z][a-z\d+.-]+:\/\//i.test(path);
}

/** Whether only a program can tell the place: `~/a`, `$HOME/a`, `${x}/a`, `{{x}}`, inline code of R. */
export function isComputed(path: string): boolean {
	return /^~|\$[\w({]|\{\{|`|[\r\n]/.test(path);
}

/** The declaration of a path; none when it is empty or computed. */
export function declaration(path: string, range: TextRange): Declaration[] {
	if (path === "" || isComputed(path)) return [];
	return [{ path: withExtension(path), range, ...(isAddress(path) ? { remote: true } : {}) }];
}

/** The declarations of a list whose items lie between separators, in a text that starts at an offset. */
export function declarationList(list: string, start: number, separator: "," | " "): Declaration[] {
	const items = list.matchAll(separator === "," ? /[^,]+/g : /\S+/g);
	return Array.from(items).flatMap(({ 0: raw, index }) => {
		const path = raw.trim();
		const from = start + index + raw.indexOf(path);
		return declaration(path, { start: from, end: from + path.length });
	});
}

/** The text with blanks in place of comments and of code that is shown. */
export function withoutDead(text: string, zones: readonly Zone[]): string {
	return blanked(
		text,
		zones.filter(({ place }) => place === "comment" || place === "code"),
	);
}

/** The text with blanks in place of these ranges, which may overlap; line breaks stay. */
export function blanked(text: string, ranges: readonly TextRange[]): string {
	const ordered = [...ranges].sort((a, b) => a.start - b.start);
	const pieces: string[] = [];
	let at = 0;
	for (const { start, end } of ordered) {
		if (end <= at) continue;
		const from = Math.max(at, start);
		pieces.push(text.slice(at, from), text.slice(from, end).replace(/[^\r\n]/g, " "));
		at = end;
	}
	return pieces.join("") + text.slice(at);
}
