// Tables of marked texts: what an insertion makes of each, what each place is, and which keys a text cites.
import assert from "node:assert/strict";
import {
	citationsIn,
	cursorAfter,
	insertCitation,
	isCitable,
	placeAt,
	type InsertOptions,
	type Source,
} from "../../../src/core/citations/citations";
import type { TextEdit } from "../../../src/core/paper";
import { apply, marked } from "./marked";

export type Row = readonly [before: string, after: string];

interface Insertion extends InsertOptions {
	readonly keys?: readonly string[];
}

function shown(text: string): string {
	return text.replace(/\r?\n/g, "⏎");
}

export function keysIn(source: Source): string[] {
	return citationsIn(source).flatMap(({ keys }) => keys.map(({ key }) => key));
}

/** Cites keys, `new` unless told, at the mark. */
export function checkInsertions(languageId: string, rows: readonly Row[], insertion: Insertion = {}): void {
	const { keys = ["new"], ...options } = insertion;
	for (const [before, after] of rows) {
		test(`${shown(before)} becomes ${shown(after)}`, () => {
			const { text, offset } = marked(before);
			const source = { text, languageId };
			const edits = insertCitation(source, offset, keys, options);
			assert.equal(apply(text, edits), after);
			if (edits.length === 0 || !isCitable(source, offset)) return;
			const found = keysIn({ text: after, languageId });
			for (const key of keys) assert.ok(found.includes(key), key);
			const cursor = cursorAfter(source, edits);
			assert.ok(cursor !== undefined && cursor <= after.length);
		});
	}
}

/** What the place at the mark is. */
export function checkPlaces(languageId: string, rows: readonly (readonly [before: string, place: string])[]): void {
	for (const [before, place] of rows) {
		test(`${shown(before)}: ${place}`, () => {
			const { text, offset } = marked(before);
			assert.equal(placeAt({ text, languageId }, offset), place);
		});
	}
}

/** The keys that a text cites, in order. */
export function checkKeys(languageId: string, rows: readonly (readonly [text: string, keys: string])[]): void {
	for (const [text, keys] of rows) {
		test(`${shown(text)} cites ${keys || "nothing"}`, () => {
			const found = citationsIn({ text, languageId }).flatMap(citation => citation.keys);
			assert.deepEqual(found.map(({ key }) => key).join(" "), keys);
			for (const { key, range } of found) assert.equal(text.slice(range.start, range.end), key);
		});
	}
}

/** A language, or a package of LaTeX that the document loads; the text; and what becomes of it. */
export type LanguageRow = readonly [language: string, before: string, after: string];

const heads: Readonly<Record<string, string>> = {
	natbib: "\\usepackage{natbib}\\begin{document}",
	biblatex: "\\usepackage{biblatex}\\begin{document}",
	apacite: "\\usepackage{apacite}\\begin{document}",
	article: "\\documentclass{article}\\begin{document}",
};

/** What an edit at the mark makes of texts in several languages. */
export function checkRows(
	edit: (source: Source, offset: number) => readonly TextEdit[],
	rows: readonly LanguageRow[],
): void {
	for (const [language, before, after] of rows) {
		test(`${language}: ${shown(before)} becomes ${shown(after)}`, () => {
			const head = heads[language] ?? "";
			const { text, offset } = marked(before);
			const source = { text: head + text, languageId: head === "" ? language : "latex" };
			const edits = edit(source, head.length + offset);
			assert.equal(apply(source.text, edits), head + after);
		});
	}
}
