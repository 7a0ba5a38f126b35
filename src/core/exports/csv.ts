// Papers as a table of values (RFC 4180) that spreadsheets open: no cell of it is taken for a formula.

import type { IssuedDate, Name, Paper } from "../paper";
import type { KeyedPaper } from "./formats";

/** The columns, by names that catalogues use and our own reader knows. */
const columns: readonly (readonly [header: string, cell: (keyed: KeyedPaper) => string | undefined])[] = [
	["Key", ({ key }) => key],
	["Title", ({ paper }) => paper.title],
	["Authors", ({ paper }) => authorsText(paper)],
	["Date", ({ paper }) => paper.issued && isoDate(paper.issued)],
	["Venue", ({ paper }) => paper.venue],
	["Volume", ({ paper }) => paper.volume],
	["Issue", ({ paper }) => paper.issue],
	["Pages", ({ paper }) => paper.pages],
	["Publisher", ({ paper }) => paper.publisher],
	["Document Type", ({ paper }) => paper.type],
	["DOI", ({ paper }) => paper.doi],
	["arXiv ID", ({ paper }) => paper.arxiv],
	["PMID", ({ paper }) => paper.pmid],
	["URL", ({ paper }) => paper.url],
	["Keywords", ({ paper }) => paper.keywords.join("; ")],
	["Abstract", ({ paper }) => paper.abstract],
];

export const csvHead = `${columns.map(([header]) => header).join(",")}\r\n`;

export function csvRows(papers: readonly KeyedPaper[]): string {
	return papers.map(keyed => `${columns.map(([, cell]) => csvCell(cell(keyed) ?? "")).join(",")}\r\n`).join("");
}

/**
 * A value in quotes where it needs them. What a spreadsheet would take for a formula gets an apostrophe before it (OWASP,
 * "CSV Injection"), which it does not show, and which our own reader takes away.
 */
function csvCell(value: string): string {
	const text = value.replace(/\0/g, "");
	const safe = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
	return /[",\r\n;]|^\s|\s$|^'/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Family names first, apart by semicolons: a comma is part of a name, which one alone shows by a semicolon too. */
export function authorsText({ authors, authorsIncomplete }: Paper): string {
	const names = [...authors.map(nameLastFirst), ...(authorsIncomplete === true ? ["et al."] : [])];
	return names.length === 1 && /,.*,/.test(names[0] ?? "") ? `${names[0] ?? ""};` : names.join("; ");
}

/**
 * `van der Berg, Jan`, with a suffix as in `King, Martin Luther, Jr.`; a group as it is named, without commas and
 * semicolons, which would part it.
 */
export function nameLastFirst(name: Name): string {
	if ("literal" in name) return name.literal.replace(/\s*[,;]\s*/g, " ").trim();
	const family = name.particle === undefined ? name.family : `${name.particle} ${name.family}`;
	return [family, name.given, name.suffix].filter(part => part !== undefined && part !== "").join(", ");
}

/** `2024-09-13`, `2024-09` or `2024`, as precise as it is known. */
export function isoDate({ year, month, day }: IssuedDate): string {
	const two = (part: number): string => String(part).padStart(2, "0");
	const parts = [String(year).padStart(4, "0"), month && two(month), month && day && two(day)];
	return parts.filter(part => part !== undefined && part !== 0).join("-");
}
