// The parts of a YAML text that are records: the items of a list, or the members of a map, told by their indentation
// (YAML 1.2.2, 8.2), so that each is parsed by itself and a mistake in one costs no other.

import type { TextRange } from "../../../paper";
import { linesOf } from "../../../text/lines";

/** A part with the lines that belong to it; `key` for the member of a map. */
export interface Chunk extends TextRange {
	readonly key?: string;
}

interface Line extends TextRange {
	readonly indent: number;
	readonly isItem: boolean;
	/** The key when it begins a member and nothing but a comment stands behind it. */
	readonly opens?: string;
}

/** More lines than any bibliography has. */
const mostLines = 1_000_000;

/** The lines that hold something, with their indentation. Comments and marks of documents are left out. */
function linesWith(text: string, range: TextRange): readonly Line[] {
	const lines: Line[] = [];
	for (const { start, end } of linesOf(text.slice(range.start, range.end))) {
		if (lines.length >= mostLines) break;
		const from = range.start + start;
		const line = text.slice(from, Math.min(range.start + end, from + 400));
		const indent = /^ */.exec(line)?.[0].length ?? 0;
		const body = line.slice(indent);
		if (/^(?:#|\s*$)/.test(body) || (indent === 0 && /^(?:---|\.\.\.)(?:\s|$)|^%/.test(body))) continue;
		const opens =
			/^((?:[^\s:#'"[\]{}&*!|>%@`-]|-(?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#){0,200}|"[^"]{1,200}"|'[^']{1,200}'):\s*(?:#.*|&\S+\s*)?$/.exec(
				body,
			)?.[1];
		lines.push({
			start: from,
			end: range.start + end,
			indent,
			isItem: /^-(?:\s|$)/.test(body),
			...(opens === undefined ? {} : { opens }),
		});
	}
	return lines;
}

/**
 * The records of a text: the items of its outermost list, or of the list of one of these names, or else the members
 * of its map that open a map of their own.
 */
export function chunksOf(text: string, range: TextRange, listNames?: RegExp): readonly Chunk[] {
	const lines = linesWith(text, range);
	const named = lines.findIndex(({ opens, indent }, i) => {
		const isNamed = indent === 0 && opens !== undefined && (listNames?.test(opens) ?? true);
		return isNamed && (lines[i + 1]?.isItem ?? false);
	});
	const first = lines[0];
	if (first?.isItem) return items(lines, 0, range.end);
	if (named >= 0) return items(lines, named + 1, range.end);
	return listNames ? [] : members(lines, range.end);
}

function items(lines: readonly Line[], from: number, end: number): readonly Chunk[] {
	const indent = lines[from]?.indent ?? 0;
	const starts: number[] = [];
	let last = end;
	for (const line of lines.slice(from)) {
		if (line.isItem && line.indent === indent) starts.push(line.start);
		else if (line.indent < indent || (line.indent === indent && indent === 0)) {
			last = line.start;
			break;
		}
	}
	return starts.map((start, i) => ({ start, end: starts[i + 1] ?? last }));
}

function members(lines: readonly Line[], end: number): readonly Chunk[] {
	const outer = lines.filter(({ indent }) => indent === 0);
	return outer.flatMap(({ start, opens }, i) =>
		opens === undefined ? [] : [{ start, end: outer[i + 1]?.start ?? end, key: opens.replace(/^["']|["']$/g, "") }],
	);
}
