// The door of citations: finds them in a document of any language, and adds keys as a careful author would.

import type { TextEdit } from "../paper";
import { applied } from "../textEdits";
import {
	isInside,
	type Citation,
	type InsertOptions,
	type Reading,
	type Source,
	type Syntax,
	type SyntaxName,
} from "./citation";
import { latex } from "./latex";
import { pandoc, plain } from "./pandoc";
import { spacingAt } from "./spacing";

export type { Citation, CitedKey, InsertOptions, Source, SyntaxName } from "./citation";

const byLanguage: ReadonlyMap<string, Syntax> = new Map(
	Object.entries({
		latex,
		tex: latex,
		"latex-expl3": latex,
		context: latex,
		doctex: latex,
		rsweave: latex,
		pweave: latex,
		markdown: pandoc,
		quarto: pandoc,
		rmd: pandoc,
		pandoc,
		"markdown-math": pandoc,
	}),
);

const byExtension: ReadonlyMap<string, Syntax> = new Map(
	Object.entries({
		tex: latex,
		ltx: latex,
		latex,
		rnw: latex,
		sty: latex,
		cls: latex,
		md: pandoc,
		markdown: pandoc,
		qmd: pandoc,
		rmd: pandoc,
		pmd: pandoc,
	}),
);

/** The languages, by their ids in the editor, that have a syntax of citations. */
export const citableLanguages: readonly string[] = [...byLanguage.keys()];

const syntaxes: Readonly<Record<Citation["syntax"], Syntax>> = { latex, pandoc, plain };

function knownSyntax(languageId: string, fileName: string): Syntax | undefined {
	const extension = /\.([A-Za-z]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
	return byLanguage.get(languageId.toLowerCase()) ?? byExtension.get(extension);
}

function syntaxOf({ languageId, fileName = "" }: Source): Syntax {
	return knownSyntax(languageId, fileName) ?? plain;
}

/** Whether the language, or else the extension of the file's name, has a syntax of citations. */
export function isCitableFile(languageId: string, fileName: string): boolean {
	return knownSyntax(languageId, fileName) !== undefined;
}

/** How citations are written in this document. */
export function syntaxName(source: Source): SyntaxName {
	const syntax = syntaxOf(source);
	return syntax === latex ? "latex" : syntax === pandoc ? "pandoc" : "plain";
}

/** All citations of a document, in the order of their starts. Never throws. */
export function citationsIn(source: Source): Citation[] {
	return [...syntaxOf(source).read(source.text).citations];
}

/** The citation that holds the offset or touches it; the innermost, and of two neighbours the one that ends there. */
export function citationAt(source: Source, offset: number): Citation | undefined {
	return at(syntaxOf(source).read(source.text), offset);
}

function at({ citations }: Reading, offset: number): Citation | undefined {
	const touching = citations.filter(({ range }) => range.start <= offset && offset <= range.end);
	const inside = touching.filter(({ range }) => range.start < offset && offset < range.end);
	return inside.at(-1) ?? touching.find(({ range }) => range.end === offset) ?? touching[0];
}

/** Whether a citation inserted here would be one: not in a comment, code, an address, or the name of a command. */
export function isCitable(source: Source, offset: number): boolean {
	const reading = syntaxOf(source).read(source.text);
	return at(reading, offset) !== undefined || !reading.zones.some(zone => isInside(zone, offset));
}

/**
 * Cites these keys at the cursor. In or beside a citation they join it, in its own style, behind the key that the
 * cursor is in or behind; keys that it has already are not repeated, and no edit is left when it has all. Elsewhere a
 * new citation is made, apart from the words beside it (see `spacingAt`); where it would not be one (see `isCitable`)
 * it is put at the cursor as it is.
 */
export function insertCitation(
	source: Source,
	offset: number,
	keys: readonly string[],
	options: InsertOptions = {},
): TextEdit[] {
	const { text } = source;
	const syntax = syntaxOf(source);
	const reading = syntax.read(text);
	const cursor = Math.max(0, Math.min(offset, text.length));
	const citation = at(reading, cursor);
	const present = new Set(citation?.keys.map(({ key }) => key));
	const fresh = [...new Set(keys)].filter(key => key !== "" && !present.has(key));
	if (fresh.length === 0) return [];
	const isDead = !citation && reading.zones.some(zone => isInside(zone, cursor));
	if (isDead) return [{ start: cursor, end: cursor, text: syntax.write(fresh, options) }];
	const filled = syntax.fill?.(text, cursor, fresh);
	if (filled) return [...filled];
	const joined = citation && syntaxes[citation.syntax].join(text, citation, cursor, fresh);
	if (joined) return [...joined];
	const isIn = citation !== undefined && citation.range.start < cursor;
	const start = isIn ? citation.range.end : cursor;
	const space = spacingAt(text, start, reading.zones, syntax.clashes);
	const gap = space.before ? syntax.gap(options) : "";
	const written = gap + syntax.write(fresh, options) + (space.behind ? " " : "");
	return [{ start: space.offset, end: space.offset, text: written }];
}

/** Where the cursor belongs after these edits, in the new text: behind the citation that they made or extended. */
export function cursorAfter(source: Source, edits: readonly TextEdit[]): number | undefined {
	const last = edits.at(-1);
	if (!last) return undefined;
	const text = applied(source.text, edits);
	const grown = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
	const lastOffset = last.end + grown;
	const citation = citationAt({ ...source, text }, lastOffset - (last.text.length - last.text.trimEnd().length));
	return citation?.range.end ?? lastOffset;
}
