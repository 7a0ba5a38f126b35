// Tables in Markdown (GitHub Flavored Markdown 0.29, section 4.10), also those that people and programs wrote badly:
// without a header, without the last bar, with a cell that goes over several lines.

import type { TextRange } from "../../paper";
import { linesOf, mostLines, trimRange } from "../../text/lines";

export interface MarkdownRow extends TextRange {
	/** With their marks; escaped bars are bars. */
	readonly cells: readonly string[];
}

export interface MarkdownTable extends TextRange {
	/** Empty when the table has no header. */
	readonly header: readonly string[];
	readonly headerPlace: TextRange;
	readonly rows: readonly MarkdownRow[];
}

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?$/;

interface Line extends TextRange {
	readonly isBehindBlank: boolean;
}

/** The tables of a text, in order. */
export function markdownTables(text: string): MarkdownTable[] {
	const tables: MarkdownTable[] = [];
	let current: Building | undefined;
	let before: Line | undefined;
	let isBehindBlank = true;
	let count = 0;
	const close = (): void => {
		const table = current && finish(current, text);
		if (table) tables.push(table);
		current = undefined;
	};
	for (const range of linesOf(text)) {
		const line: Line = { ...trimRange(text, range), isBehindBlank };
		isBehindBlank = line.start === line.end;
		if (isBehindBlank) continue;
		if (++count > mostLines) break;
		if (isDelimiterRow(text, line) && (before || current)) {
			const header =
				before && isBarred(text, before) && (current?.rows.at(-1)?.start ?? before.start) === before.start
					? before
					: undefined;
			if (current && header) current.rows.pop();
			close();
			current = {
				header,
				rows: [],
				start: header?.start ?? line.start,
				width: header ? cellsOf(text, header).length : 0,
				hasBars: false,
			};
		} else if (!current && isRow(text, line)) {
			current = { header: undefined, rows: [line], start: line.start, width: 0, hasBars: true };
		} else if (current && !extend(current, line, text)) {
			close();
			if (isRow(text, line))
				current = { header: undefined, rows: [line], start: line.start, width: 0, hasBars: true };
		}
		before = line;
	}
	close();
	return tables;
}

interface Building {
	readonly header: Line | undefined;
	readonly rows: TextRange[];
	readonly start: number;
	/** How many cells the header has. */
	readonly width: number;
	/** Whether rows begin with a bar. */
	hasBars: boolean;
}

/** Adds a line to a table: a row, or what goes on in the last cell of an unfinished one. */
function extend(table: Building, line: Line, text: string): boolean {
	const barred = text.charAt(line.start) === "|";
	const last = table.rows.at(-1);
	if (barred || (!table.hasBars && !line.isBehindBlank && isBarred(text, line))) {
		if (table.rows.length === 0) table.hasBars = barred;
		table.rows.push({ start: line.start, end: line.end });
		return true;
	}
	const isOpen = last && table.hasBars && text.charAt(last.end - 1) !== "|" && last.end - last.start < 50_000;
	if (!isOpen || /^(?:#{1,6}\s|<\/?(?:details|table|p)\b|[-*_]{3,}$)/.test(text.slice(line.start, line.start + 20)))
		return false;
	if (line.isBehindBlank && cellsOf(text, last).length >= table.width) return false;
	table.rows[table.rows.length - 1] = { start: last.start, end: line.end };
	return true;
}

function isDelimiterRow(text: string, { start, end }: TextRange): boolean {
	if (end - start > 2000 || end - start < 3) return false;
	const line = text.slice(start, end);
	return line.includes("|") && line.includes("-") && delimiterRow.test(line);
}

function isBarred(text: string, { start, end }: TextRange): boolean {
	return text.slice(start, Math.min(end, start + 20_000)).includes("|");
}

/** Two bars at least, the first at the beginning. */
function isRow(text: string, line: TextRange): boolean {
	return text.charAt(line.start) === "|" && cellsOf(text, line).length >= 2;
}

function finish({ header, rows, start, width }: Building, text: string): MarkdownTable | undefined {
	if (rows.length === 0 || (!header && width === 0 && rows.length < 2 && start < 0)) return undefined;
	const headerCells = header ? cellsOf(text, header) : [];
	const read = rows.map(row => ({ ...row, cells: fitted(cellsOf(text, row), headerCells.length) }));
	return {
		header: headerCells.some(cell => cell !== "") ? headerCells : [],
		headerPlace: header ?? { start, end: start },
		rows: read,
		start,
		end: rows.at(-1)?.end ?? start,
	};
}

/** Surplus cells are parts of the last one, in which a bar was not escaped. */
function fitted(cells: readonly string[], width: number): readonly string[] {
	if (width < 2 || cells.length <= width) return cells;
	return [...cells.slice(0, width - 1), cells.slice(width - 1).join(" | ")];
}

/** The cells of a row: bars part them, but not escaped ones, and not those within code. */
function cellsOf(text: string, { start, end }: TextRange): readonly string[] {
	const line = text.slice(start, end).replace(/^\|/, "");
	const cells: string[] = [];
	let from = 0;
	for (let i = 0; i < line.length; i++) {
		const char = line.charAt(i);
		if (char === "\\") i++;
		else if (char === "|") {
			cells.push(line.slice(from, i));
			from = i + 1;
		}
	}
	if (line.slice(from).trim() !== "") cells.push(line.slice(from));
	return cells.map(cell => cell.replace(/\\\|/g, "|").trim());
}
