// The door of citations: finds them in a document of any language, adds keys as a careful author would, and edits them.

import type { TextEdit } from "../paper";
import { applied } from "../textEdits";
import { isInside, type Citation, type Place, type Source, type SyntaxName } from "./citation";
import { isNotebook, syntaxOf } from "./languages";
import { innerOffset, openAll, openAt, outerCitation, touchedCitation } from "./opened";

export type { Citation, CitedKey, Form, InsertOptions, Parts, Place, Source, SyntaxName } from "./citation";
export { citableExtensions, citableLanguages, isCitableFile } from "./languages";
export { insertCitation } from "./insert";
export { addParts, changeForm, formsAt, formsFor, moveKey, removeKeys, sortKeys } from "./editing";

/** How citations are written in this document; in a notebook, in its Markdown. */
export function syntaxName(source: Source): SyntaxName {
	if (!isNotebook(source)) return syntaxOf(source).name;
	return openAll(source)[0]?.syntax.name ?? syntaxOf(source).name;
}

/** All citations of a document, in the order of their starts. Never throws. */
export function citationsIn(source: Source): Citation[] {
	return openAll(source).flatMap(opened =>
		opened.document.citations.map(citation => outerCitation(opened, citation)),
	);
}

/** The citation that holds the offset or touches it; the innermost, and of two neighbours the one that ends there. */
export function citationAt(source: Source, offset: number): Citation | undefined {
	const opened = openAt(source, offset);
	const citation = opened && touchedCitation(opened.document, innerOffset(opened, offset));
	return citation && outerCitation(opened, citation);
}

/** What the place is for a citation that would stand there; `text` and `citation` are where it would be one. */
export function placeAt(source: Source, offset: number): Place {
	const opened = openAt(source, offset);
	if (!opened) return "code";
	const inner = innerOffset(opened, offset);
	if (touchedCitation(opened.document, inner)) return "citation";
	const zones = opened.document.zones.filter(zone => isInside(zone, inner));
	// A whole block tells more than what is in it.
	return (zones.find(({ kind }) => kind === "block") ?? zones.at(-1))?.place ?? "text";
}

/** Whether a citation inserted here would be one: not in a comment, code, an address, or the name of a command. */
export function isCitable(source: Source, offset: number): boolean {
	const place = placeAt(source, offset);
	return place === "citation" || place === "text";
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
