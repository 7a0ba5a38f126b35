// Tables of values apart by commas, semicolons, tabs or bars (RFC 4180, and what spreadsheets make of it): `csv`, `tsv`.

import type { Paper, TextRange } from "../../paper";
import { toPapers, type Draft } from "../draft";
import { fieldOf, type Field } from "../fields/fieldNames";
import type { Input } from "../format";
import { draftOfRow } from "./cells";
import { columnsOf, sampledRows, type Columns } from "./columns";
import { rowsOf, type Row } from "./rows";

/** How a text is parted into cells, and where its table begins. */
export interface Dialect {
	readonly delimiter: string;
	/** Where the header stands, or the first row when there is none: exports begin with lines about themselves. */
	readonly start: number;
	readonly hasHeader: boolean;
}

const inspected = 65_536;
const inspectedRows = 40;
const delimiters = ["\t", ",", ";", "|"];

/** How a text is a table of values; `undefined` when it is none. The end of the name is a hint for a doubtful one. */
export function dialectOf(text: string, name: string): Dialect | undefined {
	const named = /^(?:\ufeff)?"?sep=(.)"?[ \t]*(?:\r\n?|\n)/i.exec(text.slice(0, 20));
	const start = named?.[0].length ?? 0;
	const head = text.slice(start, start + inspected);
	const isHinted = /\.(?:csv|tsv|tab)$/i.test(name);
	const tried = named?.[1] === undefined ? delimiters : [named[1]];
	const found = tried.flatMap(delimiter => judged(head, delimiter, isHinted || named !== null) ?? []);
	const best = found.sort((a, b) => b.score - a.score)[0];
	return best && { delimiter: best.delimiter, start: start + best.start, hasHeader: best.hasHeader };
}

interface Judged extends Dialect {
	readonly score: number;
}

/** A header that names a title and more is sure; else the rows must be of one width, as those of no prose are. */
function judged(head: string, delimiter: string, isHinted: boolean): Judged | undefined {
	const rows: Row[] = [];
	for (const row of rowsOf(head, delimiter, 0)) {
		if (row.cells.some(cell => cell.trim() !== "")) rows.push(row);
		if (rows.length >= inspectedRows) break;
	}
	const header = rows.slice(0, 8).findIndex(row => isHeader(row.cells, delimiter, isHinted));
	const first = rows[header];
	if (first) return { delimiter, start: first.start, hasHeader: true, score: 1000 + first.cells.length };
	return unheaded(rows, delimiter, isHinted);
}

function isHeader(cells: readonly string[], delimiter: string, isHinted: boolean): boolean {
	if (cells.length < 2 || cells.some(cell => cell.length > 120 || /[.!?]\s|https?:/.test(cell))) return false;
	const fields = new Set(cells.map(cell => fieldOf(cell)?.field).filter(field => field !== undefined));
	const isStrict = delimiter === "|" ? cells.filter(cell => fieldOf(cell)).length >= cells.length * 0.6 : true;
	return isStrict && fields.has("title") && (fields.size >= 2 || isHinted);
}

function unheaded(rows: readonly Row[], delimiter: string, isHinted: boolean): Judged | undefined {
	// The last row may be cut at the end of what is looked at.
	const whole = rows.length > 3 ? rows.slice(0, -1) : rows;
	const widths = new Map<number, number>();
	for (const { cells } of whole) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
	const [width = 0, count = 0] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
	const isRegular = count >= whole.length * (isHinted ? 0.6 : 0.95);
	const least = delimiter === "\t" ? 2 : 3;
	if (!isRegular || width < (isHinted ? 2 : least) || whole.length < (isHinted ? 1 : 4)) return undefined;
	const filled = Array.from(
		{ length: width },
		(_, i) => whole.filter(row => (row.cells[i] ?? "").trim() !== "").length,
	);
	if (filled.filter(count => count * 2 > whole.length).length < 2) return undefined;
	const cells = whole.flatMap(row => row.cells);
	const short = cells.filter(cell => cell.length < 12).length / cells.length;
	if (!isHinted && delimiter !== "\t" && short < 0.25 && !whole.some(row => row.isQuoted)) return undefined;
	const start = whole.find(row => row.cells.length === width)?.start ?? 0;
	return { delimiter, start, hasHeader: looksLikeHeader(whole), score: count * width };
}

/** A first row of short words above rows that have numbers or long texts in the same columns. */
function looksLikeHeader(rows: readonly Row[]): boolean {
	const [first, ...rest] = rows;
	if (!first || rest.length === 0) return false;
	const isName = (cell: string): boolean => /^[\p{L}_ .#()/-]{1,40}$/u.test(cell.trim());
	if (!first.cells.every(isName)) return false;
	return first.cells.some((_, i) => rest.every(row => !isName(row.cells[i] ?? "")));
}

/** The papers of a table of values; a table of other things is told as such. */
export function readDelimited({ text, name, report }: Input): Paper[] {
	const dialect = dialectOf(text, name);
	if (!dialect) return [];
	const before = text.slice(0, dialect.start).trim();
	if (before !== "" && !/^"?sep=/i.test(before)) report.add("left-out", { start: 0, end: dialect.start }, before);
	const rows = rowsOf(text, dialect.delimiter, dialect.start, row => {
		report.add("quote-open", row);
	});
	const [header] = dialect.hasHeader ? take(rows, 1) : [];
	const sample = take(rows, sampledRows);
	const columns = columnsOf(
		header?.cells ?? [],
		sample.map(({ cells }) => cells),
	);
	const place = header ?? { start: dialect.start, end: dialect.start };
	if (columns.notPapers !== undefined) {
		report.add("no-list-of-papers", place, "a table of values", columns.notPapers);
		return [];
	}
	reportColumns(columns, header?.cells ?? [], place, report);
	return toPapers(drafts([sample, rows], columns, header?.cells.length ?? 0, report), report);
}

/** The next rows that hold something, up to a number. */
function take(rows: Generator<Row, undefined>, count: number): Row[] {
	const taken: Row[] = [];
	for (let next = rows.next(); next.done !== true; next = rows.next()) {
		if (isFilled(next.value)) taken.push(next.value);
		if (taken.length >= count) break;
	}
	return taken;
}

function isFilled({ cells }: Row): boolean {
	return cells.some(cell => cell.trim() !== "");
}

function* drafts(
	sources: readonly Iterable<Row>[],
	{ of }: Columns,
	width: number,
	report: Input["report"],
): Generator<Draft> {
	const hasAbstracts = of.has("abstract");
	for (const rows of sources)
		for (const row of rows) {
			if (!isFilled(row)) continue;
			const surplus = row.cells.slice(width).filter(cell => cell.trim() !== "").length;
			if (width > 0 && surplus > 0) report.add("row-uneven", row, `${row.cells.length}`, `${width}`);
			yield { ...draftOfRow(row.cells, of, row), ...(!hasAbstracts && { needsNoAbstract: true }) };
		}
}

/** What each field is called in a sentence; those that are not shown are not told. */
const shown: ReadonlyMap<Field, string> = new Map([
	["title", "title"],
	["abstract", "abstract"],
	["authors", "authors"],
	["date", "date"],
	["year", "year"],
	["venue", "journal or conference"],
	["doi", "DOI"],
	["arxiv", "arXiv identifier"],
	["pmid", "PubMed identifier"],
	["url", "address"],
	["pdf", "PDF"],
	["code", "code"],
	["keywords", "keywords"],
	["categories", "categories"],
]);

/** Says which column was taken for what. A column without a name is told by its number. */
export function reportColumns(
	{ of }: Columns,
	header: readonly string[],
	place: TextRange,
	report: Input["report"],
): void {
	for (const [field, words] of shown) {
		const index = of.get(field)?.[0];
		if (index === undefined) continue;
		const named = (header[index] ?? "").trim();
		report.add("column-taken", place, named === "" ? `${index + 1}` : named, words);
	}
}
