// What every syntax of citations has in common: the words in which it reports what it found in a document.

import type { TextEdit, TextRange } from "../paper";

/** A document: its text, its language in the editor, and its name, whose extension decides when the language does not. */
export interface Source {
	readonly text: string;
	readonly languageId: string;
	readonly fileName?: string;
}

export interface CitedKey {
	readonly key: string;
	/** The key alone, without `@` or braces. */
	readonly range: TextRange;
}

/** A list of cited works: the inside of `{a, b}` or of `[@a; @b]`, and its items without the white space around them. */
export interface KeyGroup {
	/** The group with what belongs to it alone (`[see][12]{a}` in a multicite), for a syntax that repeats groups. */
	readonly range: TextRange;
	readonly inner: TextRange;
	readonly items: readonly TextRange[];
}

export type SyntaxName = "latex" | "pandoc" | "plain";

export interface Citation {
	readonly range: TextRange;
	readonly keys: readonly CitedKey[];
	readonly syntax: SyntaxName;
	/** LaTeX: the command without its backslash. Pandoc: `[]` for a bracketed citation, `@` for one in the text. */
	readonly command: string;
	readonly groups: readonly KeyGroup[];
}

/**
 * A part of a document in which a citation would not be one. `token` (a command's name) and `span` (inline code) hold
 * the offsets between their ends, `line` (a comment) also its end, `block` (a code fence) both ends.
 */
export interface Zone extends TextRange {
	readonly kind: "token" | "span" | "line" | "block";
}

export interface Reading {
	/** In the order of their starts. */
	readonly citations: readonly Citation[];
	readonly zones: readonly Zone[];
}

export interface InsertOptions {
	/** The LaTeX command of a new citation, without its backslash; `cite` unless told. */
	readonly command?: string;
}

/** One way of writing citations. */
export interface Syntax {
	read(text: string): Reading;
	/** Adds keys, none of which it holds, to a citation. `undefined`: this citation cannot take more keys. */
	join(text: string, citation: Citation, offset: number, keys: readonly string[]): readonly TextEdit[] | undefined;
	/** A citation of its own. */
	write(keys: readonly string[], options: InsertOptions): string;
	/** What goes between the word before and a new citation. */
	gap(options: InsertOptions): string;
	/** The key as the language wants it, where the author has opened a citation and left it empty: `[|]`, `@|`. */
	fill?(text: string, offset: number, keys: readonly string[]): readonly TextEdit[] | undefined;
	/** Characters that, right behind a new citation, would make something else of it. */
	readonly clashes: string;
}

export function isInside(zone: Zone, offset: number): boolean {
	switch (zone.kind) {
		case "token":
		case "span":
			return zone.start < offset && offset < zone.end;
		case "line":
			return zone.start < offset && offset <= zone.end;
		case "block":
			return zone.start <= offset && offset <= zone.end;
	}
}
