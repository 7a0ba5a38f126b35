// The rows of a table of values with their places, by Papa Parse. It reads what RFC 4180 allows and much that it does
// not; what is added here is that one quotation mark without its partner costs one row, not the rest of the file.

import Papa from "papaparse";
import type { TextRange } from "../../paper";

export interface Row extends TextRange {
	readonly cells: readonly string[];
	readonly isQuoted: boolean;
	/** Whether its quotation marks are wrong and it goes over several lines: it may have swallowed the rows below. */
	readonly isDoubtful?: boolean;
}

/** Rows that were damaged by an open quotation mark are read again without it, up to this number. */
const mostRepaired = 10;

/** Characters that are parsed at once: the rows of a part are held in memory together. */
const partSize = 1 << 18;

/** A row that is longer, and whose quotation is still open, has lost its closing mark. */
const longestOpen = 1 << 22;

/** The rows from an offset on. A row with an open quotation mark is told, and the lines behind it are rows again. */
export function* rowsOf(
	text: string,
	delimiter: string,
	from: number,
	onDamaged?: (row: Row) => void,
): Generator<Row, undefined> {
	let at = from;
	let repaired = 0;
	let width: number | undefined;
	let size = partSize;
	while (at < text.length) {
		const isLast = at + size >= text.length;
		const { rows, isOpen } = parsePart(text.slice(at, at + size), delimiter, at);
		const last = rows.pop();
		width ??= (rows[0] ?? last)?.cells.length;
		const swallowing = repaired < mostRepaired ? rows.findIndex(row => swallows(row, text, delimiter, width)) : -1;
		yield* swallowing < 0 ? rows : rows.slice(0, swallowing);
		if (!last) return undefined;
		const isDamaged = swallowing >= 0 || (isLast && !isOpen && swallows(last, text, delimiter, width));
		if (isLast && !isOpen && !isDamaged) {
			yield last;
			return undefined;
		}
		at = rows[swallowing]?.start ?? last.start;
		if (!isDamaged && !isLast && (rows.length > 0 || (isOpen && size < longestOpen))) {
			size = rows.length > 0 ? partSize : size * 4;
			continue;
		}
		if (!isDamaged && !isLast && !isOpen) {
			// One row that is larger than a part: its end is not seen yet.
			size *= 4;
			continue;
		}
		if (++repaired > mostRepaired) {
			yield* unquotedRows(text, delimiter, at);
			return undefined;
		}
		const row = repairedRow(text, delimiter, at);
		onDamaged?.(row);
		yield row;
		at = nextLine(text, row.end);
		size = partSize;
	}
	return undefined;
}

/** A row that is longer is judged by its beginning. */
const longestDoubtful = 100_000;

/** Whether the second line of a row with wrong quotation marks is a whole row itself. */
function swallows(row: Row, text: string, delimiter: string, width: number | undefined): boolean {
	if (row.isDoubtful !== true || width === undefined || width < 2) return false;
	const start = nextLine(text, lineEnd(text, row.start));
	const line = text.slice(start, Math.min(lineEnd(text, start), start + longestDoubtful));
	const { data, errors } = Papa.parse<string[]>(line, { delimiter, newline: "\n" });
	return errors.length === 0 && data[0]?.length === width;
}

interface Part {
	readonly rows: Row[];
	/** Whether the last row has a quotation mark that nothing closes. */
	readonly isOpen: boolean;
}

function parsePart(part: string, delimiter: string, base: number): Part {
	const rows: Row[] = [];
	const found = { isOpen: false };
	let start = 0;
	// Every way to end a line becomes one, of the same length: files are put together from several programs.
	Papa.parse<string[]>(part.replace(/\r\n/g, " \n").replace(/\r/g, "\n"), {
		delimiter,
		newline: "\n",
		step: ({ data, meta, errors }) => {
			const end = meta.cursor;
			rows.push({
				cells: data,
				start: base + start,
				end: base + endOfRow(part, start, end),
				isQuoted:
					part.startsWith('"', start) ||
					part.slice(start, Math.min(end, start + 4096)).includes(`${delimiter}"`),
			});
			const isDoubtful =
				errors.length > 0 && part.slice(start, Math.min(end - 1, start + longestDoubtful)).includes("\n");
			if (isDoubtful) rows.push({ ...(rows.pop() as Row), isDoubtful });
			found.isOpen = errors.some(({ code }) => code === "MissingQuotes");
			start = end;
		},
	});
	return { rows, isOpen: found.isOpen };
}

/** Without the line end that Papa Parse counts to a row. */
function endOfRow(part: string, start: number, end: number): number {
	let last = end;
	while (last > start && /[\r\n]/.test(part.charAt(last - 1))) last--;
	return last;
}

/** The line on which an open quotation mark stands, as a row without it. */
function repairedRow(text: string, delimiter: string, start: number): Row {
	const end = lineEnd(text, start);
	const line = text.slice(start, end);
	const unquoted = Papa.parse<string[]>(line.replace(/"(?=[^"]*$)/, ""), { delimiter });
	const cells = unquoted.data[0] ?? [line];
	return { cells: unquoted.errors.length > 0 ? line.split(delimiter) : cells, start, end, isQuoted: false };
}

function* unquotedRows(text: string, delimiter: string, from: number): Generator<Row> {
	let at = from;
	while (at < text.length) {
		const end = lineEnd(text, at);
		const cells = text
			.slice(at, end)
			.split(delimiter, 2000)
			.map(cell => cell.replace(/^\s*"|"\s*$/g, ""));
		yield { cells, start: at, end, isQuoted: false };
		at = nextLine(text, end);
	}
}

function lineEnd(text: string, from: number): number {
	const end = /[\r\n]/g;
	end.lastIndex = from;
	return end.exec(text)?.index ?? text.length;
}

function nextLine(text: string, end: number): number {
	return text.startsWith("\r\n", end) ? end + 2 : end + 1;
}
