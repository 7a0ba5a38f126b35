// The texts of a Jupyter notebook: its Markdown cells, as the JSON of the file holds them, with the way back to it.
// Source: nbformat 4.5, "Cell types" and "multi-line strings"; RFC 8259, section 7.

import type { TextEdit, TextRange } from "../../paper";

/** One cell: its text, and its offsets in the file (outer) and in the text (inner). */
export interface Cell {
	readonly text: string;
	holds(offset: number): boolean;
	toInner(offset: number): number;
	readonly toOuterRange: (range: TextRange) => TextRange;
	toOuterEdit(edit: TextEdit): TextEdit;
}

interface Token extends TextRange {
	readonly kind: "string" | "mark";
	/** A string without its quotes, still escaped; or the mark. */
	readonly text: string;
}

const token = /"((?:[^"\\]|\\.)*)"|[{}[\]:,]/g;

/** The Markdown cells of a notebook, in order. What is no notebook has none. */
export function cellsOf(json: string): Cell[] {
	const cells: Cell[] = [];
	let depth = 0;
	let sources: Token[] = [];
	let isMarkdown = false;
	let key = "";
	let isKey = false;
	let isSource = false;
	for (const { 0: found, 1: string, index } of json.matchAll(token)) {
		const end = index + found.length;
		if (string === undefined) {
			if (found === "{" || found === "[") depth++;
			if (found === "}" || found === "]") depth--;
			// An object of the list of cells: `{ "cells": [ { … } ] }`.
			if (found === "}" && depth === 2) {
				if (isMarkdown && sources.length > 0) cells.push(cellOf(sources));
				sources = [];
				isMarkdown = false;
			}
			if (found === "[" && depth === 4) isSource = key === "source";
			if (found === "]") isSource = false;
			isKey = depth === 3 && (found === "{" || found === ",");
			continue;
		}
		const strings: Token = { kind: "string", text: string, start: index + 1, end: end - 1 };
		if (depth === 3 && isKey) key = string;
		else if (depth === 3 && key === "cell_type") isMarkdown = string === "markdown";
		else if ((depth === 3 && key === "source") || isSource) sources.push(strings);
	}
	return cells;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function cellOf(sources: readonly Token[]): Cell {
	let text = "";
	/** Where each character of the text starts and ends in the file. */
	const starts: number[] = [];
	const ends: number[] = [];
	for (const { text: raw, start } of sources) {
		for (const { 0: found, index } of raw.matchAll(/\\u[\dA-Fa-f]{4}|\\[^]|[^\\]/g)) {
			text += unescaped(found);
			starts.push(start + index);
			ends.push(start + index + found.length);
		}
	}
	const first = sources[0]?.start ?? 0;
	const last = sources.at(-1)?.end ?? first;
	const toOuter = (offset: number): number => starts[offset] ?? last;
	const toOuterEnd = (offset: number): number => (offset > 0 ? (ends[offset - 1] ?? last) : toOuter(offset));
	return {
		text,
		holds: offset => first <= offset && offset <= last,
		toInner: offset => firstAtLeast(starts, offset),
		toOuterRange: ({ start, end }) => ({ start: toOuter(start), end: toOuterEnd(end) }),
		toOuterEdit: ({ start, end, text: now }) => {
			const isNewLine = text[end - 1] === "\n" && end < text.length;
			const at = start !== end || isNewLine ? toOuter(start) : toOuterEnd(end);
			return { start: at, end: start === end ? at : toOuterEnd(end), text: escaped(now) };
		},
	};
}

function unescaped(found: string): string {
	if (!found.startsWith("\\")) return found;
	if (found.length === 6) return String.fromCharCode(parseInt(found.slice(2), 16));
	const letter = found.charAt(1);
	return escapes[letter] ?? letter;
}

function escaped(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

/** The index of the first of these ascending offsets that is not below this one. */
function firstAtLeast(offsets: readonly number[], offset: number): number {
	let [low, high] = [0, offsets.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((offsets[middle] ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
