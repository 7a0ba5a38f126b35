// What every syntax of citations has in common: the words in which it reports what it found in a document.

import type { TextEdit, TextRange } from "../paper";

/** A document: its text, its language in the editor, and its name, whose extension decides when the language does not. */
export interface Source {
	readonly text: string;
	readonly languageId: string;
	readonly fileName?: string;
	/** LaTeX: names of commands of the author's own that cite, which the document itself does not define. */
	readonly citingCommands?: readonly string[];
}

/** What a citation does in the text; a syntax has some of these. */
export type Form = "parenthetical" | "textual" | "author" | "year" | "noAuthor" | "full" | "footnote" | "nocite";

/**
 * What is said about one key. To write, `label` is a term of CSL (`page` unless told, `chapter`, `section` …) for a
 * locator that is a bare number, and a locator such as `ch. 3` or `S. 5` stands as it is.
 */
export interface Parts {
	readonly prefix?: string | undefined;
	readonly locator?: string | undefined;
	readonly label?: string | undefined;
	readonly suffix?: string | undefined;
}

/** A key to cite, with what is said about it. */
export interface Work extends Parts {
	readonly key: string;
}

export interface CitedKey {
	readonly key: string;
	/** The key alone, without `@` or braces. */
	readonly range: TextRange;
	/** The key as it is marked, with `@`, braces or the like. */
	readonly whole: TextRange;
	/** What goes away or moves with the key: its mark, prefix, locator and suffix. */
	readonly item: TextRange;
	/** Keys of one list can change places. */
	readonly list: number;
	/** As they are written: `see`, `p. 12`, `and passim`. */
	readonly prefix?: string;
	readonly locator?: string;
	readonly suffix?: string;
}

/** A list of cited works: the inside of `{a, b}` or of `[@a; @b]`, and its items without the white space around them. */
export interface KeyGroup {
	/** The group with what belongs to it alone (`[see][12]{a}` in a multicite), for a syntax that repeats groups. */
	readonly range: TextRange;
	readonly inner: TextRange;
	readonly items: readonly TextRange[];
}

export type SyntaxName = "latex" | "pandoc" | "myst" | "typst" | "rst" | "asciidoc" | "org" | "plain";

export interface Citation {
	readonly range: TextRange;
	readonly keys: readonly CitedKey[];
	readonly syntax: SyntaxName;
	/**
	 * What makes it: in LaTeX the command without its backslash, in MyST and reStructuredText the role, in AsciiDoc the
	 * macro, in Org `cite/t` or the type of org-ref's link; `[]` for a bracketed citation of Pandoc and `@` for one in
	 * the text; in Typst `@`, `#cite`, or `#cite/prose` with its form. A link of
	 * org-ref ends with its colon, `citep:`; the tag of cite2c is `<cite>`.
	 */
	readonly command: string;
	readonly form?: Form;
	readonly groups: readonly KeyGroup[];
}

/** What a place in a document is, for a citation that would stand there. */
export type Place =
	"citation" | "text" | "comment" | "code" | "math" | "address" | "argument" | "command" | "preamble" | "header";

/**
 * A part of a document in which a citation would not be one. `token` (a command's name) and `span` (inline code) hold
 * the offsets between their ends, `line` (a comment) also its end, `block` (a code fence) both ends.
 */
export interface Zone extends TextRange {
	readonly kind: "token" | "span" | "line" | "block";
	readonly place: Exclude<Place, "citation" | "text">;
}

export interface Reading {
	/** In the order of their starts. */
	readonly citations: readonly Citation[];
	readonly zones: readonly Zone[];
}

export interface InsertOptions {
	/** What a new citation is made with, in the words of `Citation.command`; for another syntax it counts as not given. */
	readonly command?: string | undefined;
	readonly form?: Form | undefined;
	/** By key, or aligned with the keys. */
	readonly parts?: Readonly<Record<string, Parts>> | readonly (Parts | undefined)[] | undefined;
	/** As `Source.citingCommands`. */
	readonly names?: readonly string[] | undefined;
	/** Whether a key that the cursor is on makes way for the new ones. */
	readonly replace?: boolean | undefined;
}

/** A document as a syntax has read it. */
export interface Document extends Reading {
	readonly text: string;
	/** The text that shows how the document cites, which is more than this part of it in a notebook; and its citations. */
	readonly whole: string;
	readonly all: readonly Citation[];
}

/** One way of writing citations. */
export interface Syntax {
	readonly name: SyntaxName;
	read(text: string, names: readonly string[]): Reading;
	/** What a new citation is made with, by what the document does and the options say. */
	command(document: Document, options: InsertOptions): string;
	/** A citation of its own. */
	write(works: readonly Work[], command: string, document: Document): string;
	/** Adds works, none of which it holds, to a citation. `undefined`: this citation cannot take more of them. */
	join(
		document: Document,
		citation: Citation,
		offset: number,
		works: readonly Work[],
	): readonly TextEdit[] | undefined;
	/** A key as it is marked in a list, and what goes between two. */
	mention(key: string): string;
	readonly separator: string;
	/** What goes between the word before and a new citation, written as it is. */
	gap(command: string, written: string): string;
	/** Whether the character right before a new citation would keep it from being one, and so calls for the gap. */
	blocks?(before: string, written: string): boolean;
	/** Whether the characters right behind a new citation would make something else of it, and so call for a space. */
	clashes?(behind: string, written: string): boolean;
	/** The key as the language wants it, where the author has opened a citation and left it empty: `[|]`, `@|`. */
	fill?(text: string, offset: number, works: readonly Work[]): readonly TextEdit[] | undefined;
	/** The forms that a citation can take here. */
	forms(document: Document): readonly Form[];
	/** Gives a citation another form. `undefined`: it cannot have it. */
	change(document: Document, citation: Citation, form: Form): readonly TextEdit[] | undefined;
	/** Says these things about one key of a citation. `undefined`: they cannot be said there. */
	describe(document: Document, citation: Citation, work: Work): readonly TextEdit[] | undefined;
	/** Takes keys out, where that takes more than taking items out of a list. */
	remove?(document: Document, citation: Citation, keys: ReadonlySet<string>): readonly TextEdit[] | undefined;
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

/** A citation of a part of a document, as one of the whole. */
export function moved(citation: Citation, move: (range: TextRange) => TextRange): Citation {
	return {
		...citation,
		range: move(citation.range),
		keys: citation.keys.map(key => ({
			...key,
			range: move(key.range),
			whole: move(key.whole),
			item: move(key.item),
		})),
		groups: citation.groups.map(group => ({
			...group,
			range: move(group.range),
			inner: move(group.inner),
			items: group.items.map(move),
		})),
	};
}
