// A document as its syntax has read it, and the part of it that a cursor is in: a cell of a notebook is one of its own.

import type { TextEdit } from "../paper";
import {
	moved,
	type Citation,
	type Document,
	type InsertOptions,
	type Source,
	type Syntax,
	type SyntaxName,
} from "./citation";
import { asciidoc } from "./markup/asciidoc";
import { isNotebook, syntaxOf } from "./languages";
import { latex } from "./latex";
import { myst } from "./markdown/myst";
import { pandoc, plain } from "./markdown/pandoc";
import { cellsOf, type Cell } from "./markdown/notebook";
import { org } from "./markup/org";
import { rst } from "./markup/rst";
import { typst } from "./typst/typst";

const syntaxes: Readonly<Record<SyntaxName, Syntax>> = { latex, pandoc, myst, typst, rst, asciidoc, org, plain };

export interface Opened {
	readonly syntax: Syntax;
	readonly document: Document;
	/** Set when the document is part of another one, whose offsets are outer ones. */
	readonly cell?: Cell;
}

/** The parts of a document that are read on their own, in order; one, but for a notebook. */
export function openAll(source: Source): Opened[] {
	const { text, citingCommands = [] } = source;
	if (!isNotebook(source)) {
		const syntax = syntaxOf(source);
		const reading = syntax.read(text, citingCommands);
		return [{ syntax, document: { ...reading, text, whole: text, all: reading.citations } }];
	}
	const cells = cellsOf(text);
	const whole = cells.map(cell => cell.text).join("\n\n");
	const syntax = syntaxOf({ text: whole, languageId: "markdown" });
	const readings = cells.map(cell => syntax.read(cell.text, citingCommands));
	const all = readings.flatMap(({ citations }) => citations);
	return cells.map((cell, index): Opened => {
		const { citations = [], zones = [] } = readings[index] ?? {};
		return { syntax, document: { citations, zones, text: cell.text, whole, all }, cell };
	});
}

/** The part that holds an offset; `undefined` in a notebook outside of its texts. */
export function openAt(source: Source, offset: number): Opened | undefined {
	return openAll(source).find(({ cell }) => !cell || cell.holds(offset));
}

/** The source with the names that the options add. */
export function named(source: Source, { names = [] }: InsertOptions): Source {
	return names.length === 0 ? source : { ...source, citingCommands: [...(source.citingCommands ?? []), ...names] };
}

/** The syntax of a citation, which may be another one than that of its document. */
export function syntaxFor({ syntax }: Citation): Syntax {
	return syntaxes[syntax];
}

export function innerOffset({ cell, document }: Opened, offset: number): number {
	const inner = cell ? cell.toInner(offset) : offset;
	return Math.max(0, Math.min(inner, document.text.length));
}

export function outerEdits({ cell }: Opened, edits: readonly TextEdit[]): TextEdit[] {
	return cell ? edits.map(edit => cell.toOuterEdit(edit)) : [...edits];
}

export function outerCitation({ cell }: Opened, citation: Citation): Citation {
	return cell ? moved(citation, cell.toOuterRange) : citation;
}

/** The citation that holds the offset or touches it; the innermost, and of two neighbours the one that ends there. */
export function touchedCitation({ citations }: Document, offset: number): Citation | undefined {
	const touching = citations.filter(({ range }) => range.start <= offset && offset <= range.end);
	const inside = touching.filter(({ range }) => range.start < offset && offset < range.end);
	return inside.at(-1) ?? touching.find(({ range }) => range.end === offset) ?? touching[0];
}
