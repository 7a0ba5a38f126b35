// Digests in tables of Markdown: `markdown-table`. A cell may hold more than its field: a number, marks, links, the
// whole text behind the title.

import type { Paper } from "../../paper";
import { mergeLinks, toLink } from "../../text/links";
import { inlineMarkdown } from "../../text/markdown";
import { toPapers, type Draft } from "../draft";
import { readAuthors } from "../fields/authors";
import { pageOf, readDetails } from "../fields/details";
import type { Field } from "../fields/fieldNames";
import { readItem, withoutLinkWords } from "../fields/item";
import { linkOf } from "../fields/paperLinks";
import type { Input } from "../format";
import { brief, type Report } from "../report";
import { cellsOf, issuedOf, splitKeywords, type CellOf } from "./cells";
import { columnsOf, sampledRows, type Columns } from "./columns";
import { reportColumns } from "./delimited";
import { markdownTables, type MarkdownRow, type MarkdownTable } from "./markdownRows";

/** How much is looked at for the decision: lists of weeks and years begin with a long table of contents. */
const inspected = 262_144;

/** A table with the columns of papers in it. */
export interface PaperTable {
	readonly table: MarkdownTable;
	readonly columns: Columns;
}

/** The tables of papers in a text. One without a header has the columns of the one before it. */
export function paperTables(text: string): PaperTable[] {
	const found: PaperTable[] = [];
	for (const table of markdownTables(text)) {
		const rows = table.rows.slice(0, sampledRows).map(({ cells }) => cells);
		const own = columnsOf(table.header.map(plainCell), rows);
		const last = found.at(-1);
		const goesOn = table.header.length === 0 && last && last.table.rows[0]?.cells.length === rows[0]?.length;
		const columns = goesOn ? last.columns : own;
		if (columns.notPapers === undefined && (table.header.length > 0 || table.rows.length > 1 || goesOn))
			found.push({ table, columns });
	}
	return found;
}

/** Whether a text holds a table of papers that says more than the lists around it. */
export function looksLikeMarkdownTable(text: string): boolean {
	const head = text.slice(0, inspected);
	if (!head.includes("|")) return false;
	const rows = paperTables(head).reduce((count, { table }) => count + table.rows.length, 0);
	const items = head.match(/^[ \t]{0,3}(?:[-*+]|\d{1,4}[.)])[ \t]+[^\n|]{0,300}\]\(https?:/gm)?.length ?? 0;
	return rows > 0 && rows * 2 >= items;
}

function plainCell(cell: string): string {
	return inlineMarkdown(cell).text.replace(/<[^<>]{1,100}>/g, " ");
}

/** The papers of all tables; what stands around them is told by its first words. */
export function readMarkdownTable({ text, report }: Input): Paper[] {
	const tables = paperTables(text);
	let at = 0;
	for (const { table } of [...tables, { table: { start: text.length, end: text.length } }]) {
		reportAround(text, at, table.start, report);
		at = table.end;
	}
	return toPapers(tableDrafts(tables, report), report);
}

/** Says what stands between tables, without headings and marks. */
function reportAround(text: string, start: number, end: number, report: Report): void {
	const between = text.slice(start, Math.min(end, start + 20_000));
	const words = between.replace(/^\s*(?:#{1,6}\s.*|<[^>]{0,500}>|[-*_=]{3,})$/gm, " ");
	if (/\p{L}{3}/u.test(words)) {
		const lead = /\S/.exec(between)?.index ?? 0;
		report.add("left-out", { start: start + lead, end }, brief(words));
	}
}

export function* tableDrafts(tables: readonly PaperTable[], report: Report): Generator<Draft> {
	const told = new Set<string>();
	for (const { table, columns } of tables) {
		const header = table.header.map(plainCell);
		const key = header.join("|");
		if (!told.has(key)) reportColumns(columns, header, table.headerPlace, report);
		told.add(key);
		for (const row of table.rows)
			if (row.cells.some(cell => /[\p{L}\p{N}]/u.test(cell))) yield draftOf(row, columns);
	}
}

const fieldsOfLinks: readonly Field[] = ["url", "pdf", "arxiv", "doi", "code", "data", "links"];

function draftOf(row: MarkdownRow, { of }: Columns): Draft {
	const cell = cellsOf(row.cells, of);
	const hasAbstracts = of.has("abstract");
	const [head = "", ...lines] = (cell("title") ?? "").split(/<br\s*\/?>/i);
	const item = readItem(head, !hasAbstracts);
	const behind = [item.rest, ...lines].filter(line => line.trim() !== "");
	const details = readDetails(behind);
	const links = mergeLinks(
		item.links,
		details.links,
		...fieldsOfLinks.map(field => linksOf(of.get(field), row)),
		otherLinks(row, of),
	);
	const read = readDetails(links.map(({ url }) => url));
	const listed = readAuthors(
		inlineMarkdown(withoutLinkWords((cell("authors") ?? "").replace(/<br\s*\/?>/gi, "\n")).text).text,
	);
	const authors = listed.names.length > 0 ? listed : details.authors;
	const url = item.url ?? pageOf(links);
	const abstract = cell("abstract");
	return {
		place: row,
		title: inlineMarkdown(item.title).text,
		abstract:
			abstract === undefined
				? details.text.map(bullets).join("\n\n")
				: inlineMarkdown(withoutDetails(abstract)).text,
		authors: authors.names,
		authorsIncomplete: authors.isIncomplete,
		issued: issuedOf(plainOf(cell)) ?? details.issued,
		arxiv: details.arxiv ?? read.arxiv ?? identifier(cell("arxiv") ?? cell("url") ?? cell("pdf")),
		arxivClass: details.arxivClass,
		doi: details.doi ?? read.doi ?? cell("doi"),
		pmid: cell("pmid") ?? details.pmid ?? read.pmid,
		url,
		venue: plainOf(cell)("venue") ?? details.venue,
		keywords: [
			...details.keywords,
			...[...(of.get("keywords") ?? []), ...(of.get("categories") ?? [])].flatMap(i =>
				splitKeywords(plainCell(row.cells[i] ?? "")),
			),
		],
		links: links.filter(link => link.url !== url),
		...(!hasAbstracts && { needsNoAbstract: true }),
	};
}

/** `2405.00001` or `arXiv:2405.00001` in a cell for it. */
function identifier(cell: string | undefined): string | undefined {
	return /\b(\d{4}\.\d{4,5})(?:v\d+)?\b/.exec(cell ?? "")?.[1];
}

function plainOf(cell: CellOf): CellOf {
	return field => {
		const raw = cell(field);
		return raw === undefined ? undefined : plainCell(raw).trim();
	};
}

/** Line breaks in a cell are paragraphs of the abstract; those of hidden parts have their marks taken off. */
function withoutDetails(cell: string): string {
	return cell
		.replace(/<\/?(?:details|summary)[^<>]{0,100}>/gi, " ")
		.replace(/^\s*(?:\*\*)?(?:abstract|summary|摘要)(?:\*\*)?\s*[:：]?\s+/i, "");
}

function bullets(text: string): string {
	return text.replace(/^[●•▪◦*-]\s+/, "");
}

const anyLink =
	/\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,300})\]\(\s?<?([^()\s<>]{1,2000})>?\s?\)|<?(https?:\/\/[^\s<>()|[\]]{4,2000})>?/g;

/** The links of the cells of a field, by their words. */
function linksOf(columns: readonly number[] | undefined, row: MarkdownRow): ReturnType<typeof mergeLinks> {
	return (columns ?? []).flatMap(index => linksIn(row.cells[index] ?? ""));
}

function linksIn(cell: string): ReturnType<typeof mergeLinks> {
	return [...cell.slice(0, 20_000).matchAll(anyLink)].flatMap(([, word, url, bare]) => {
		const link =
			url === undefined ? toLink(bare ?? "") : /^https?:/i.test(url) ? linkOf(url, word ?? "") : undefined;
		return link ?? [];
	});
}

/** Links of columns that no field was told for. */
function otherLinks(row: MarkdownRow, of: Columns["of"]): ReturnType<typeof mergeLinks> {
	const taken = new Set([...of].flatMap(([field, columns]) => (field === "other" ? [] : columns)));
	return row.cells.flatMap((cell, index) => (taken.has(index) ? [] : linksIn(cell)));
}
