// Which column of a table holds what: by its header, else by what its cells look like.

import { fieldKey, fieldOf, weakTitleNames, type Field } from "../fields/fieldNames";
import { isPaperAddress } from "../fields/paperLinks";

/** The columns of a table by field, those of the better names first. */
export interface Columns {
	readonly of: ReadonlyMap<Field, readonly number[]>;
	/** Why this is no list of papers; nothing when it is one. */
	readonly notPapers?: string;
}

/** Cells that are looked at for the decision. */
export const sampledRows = 60;

/** A header's names, and some rows below it; a table without a header has none. */
export function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]): Columns {
	const looks = looksOf(rows, Math.max(header.length, ...rows.map(row => row.length)));
	const of = namedColumns(header, rows);
	const hasName = of.has("title");
	if (!hasName) takeTitle(of, header, looks);
	if (!of.has("abstract")) takeAbstract(of, looks);
	if (!of.has("url") && !of.has("arxiv")) takeLinks(of, looks);
	const reason = hasName ? doubtOfNamed(of, looks) : doubtOfFound(of, looks);
	return reason === undefined ? { of } : { of, notPapers: reason };
}

type Taken = Map<Field, readonly number[]>;

function namedColumns(header: readonly string[], rows: readonly (readonly string[])[]): Taken {
	const found = new Map<Field, { index: number; rank: number }[]>();
	const tags = taggedHeader(header);
	for (const [index, cell] of header.entries()) {
		const known =
			tags || !/^[A-Z]{1,2}\d?$/.test(cell.trim()) || /^(?:DO|TI|AU)$/.test(cell) ? fieldOf(cell) : undefined;
		if (!known) continue;
		const list = found.get(known.field) ?? [];
		found.set(known.field, [...list, { index, rank: known.rank }]);
	}
	// The type of a publication is the first column of Web of Science, whose other letters mean something else alone.
	const filled = (index: number): boolean => rows.some(row => (row[index] ?? "").trim() !== "");
	return new Map(
		[...found].map(([field, columns]) => [
			field,
			columns
				.sort((a, b) => Number(filled(b.index)) - Number(filled(a.index)) || a.rank - b.rank)
				.map(({ index }) => index),
		]),
	);
}

/** The header of Web of Science's tab-delimited export: tags of two letters (Web of Science Core Collection field tags). */
function taggedHeader(header: readonly string[]): boolean {
	const tags = new Set(header.map(cell => cell.trim()));
	return tags.has("TI") && (tags.has("AU") || tags.has("PT") || tags.has("SO"));
}

interface Look {
	readonly filled: number;
	readonly meanLength: number;
	readonly meanWords: number;
	/** Part of the filled cells that differ from one another. */
	readonly distinct: number;
	/** Part of the filled cells that are nothing but numbers, dates, addresses. */
	readonly bare: number;
	readonly withPaperLink: number;
}

function looksOf(rows: readonly (readonly string[])[], width: number): readonly Look[] {
	return Array.from({ length: Math.min(width, 300) }, (_, index) => {
		const cells = rows.map(row => (row[index] ?? "").slice(0, 3000).trim()).filter(cell => cell !== "");
		const count = Math.max(1, cells.length);
		const sum = (measure: (cell: string) => number): number => cells.reduce((all, cell) => all + measure(cell), 0);
		return {
			filled: cells.length,
			meanLength: sum(textLength) / count,
			meanWords: sum(words) / count,
			distinct: new Set(cells).size / count,
			bare:
				sum(cell =>
					Number(
						/^(?:[\d\s.,:;/%+-]*|https?:\S+|\S+@\S+|null|none|n\/?a)$/i.test(cell.replace(linked, "$1")),
					),
				) / count,
			withPaperLink: sum(cell => Number(hasPaperLink(cell))) / count,
		};
	});
}

const linked = /\[([^[\]]{0,600})\]\([^()\s]{0,1000}\)/g;

const wideLetters = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** A character of Chinese, Japanese or Korean says as much as two and a half letters. */
function textLength(cell: string): number {
	return cell.replace(/\]\([^)]{0,2000}\)/g, "").length + 1.5 * (cell.match(wideLetters)?.length ?? 0);
}

function words(cell: string): number {
	return (cell.match(/\p{L}{2,}/gu)?.length ?? 0) + (cell.match(wideLetters)?.length ?? 0) / 2;
}

function hasPaperLink(cell: string): boolean {
	return (cell.match(/https?:\/\/[^\s<>()|"\]]{4,500}/g) ?? []).slice(0, 10).some(isPaperAddress);
}

function isTaken(of: Taken, index: number): boolean {
	return [...of.values()].some(columns => columns.includes(index));
}

/** A column with a weak name such as `Paper`, else the one whose cells read as titles do. */
function takeTitle(of: Taken, header: readonly string[], looks: readonly Look[]): void {
	const weak = header.findIndex(
		(cell, index) => weakTitleNames.has(fieldKey(cell)) && (looks[index]?.bare ?? 1) < 0.5,
	);
	const like = (look: Look): boolean =>
		look.filled > 0 && look.bare < 0.3 && look.distinct > 0.7 && look.meanWords >= 3 && look.meanLength < 300;
	const fallback = looks
		.map((look, index) => ({ look, index }))
		.filter(({ look, index }) => like(look) && !isTaken(of, index))
		.sort((a, b) => Number(b.look.meanWords >= 4) - Number(a.look.meanWords >= 4) || a.index - b.index)[0]?.index;
	const title = weak >= 0 && !isTaken(of, weak) ? weak : fallback;
	if (title !== undefined) of.set("title", [title]);
}

const abstractLength = 250;

/** The column of the longest texts, when they are as long as abstracts. */
function takeAbstract(of: Taken, looks: readonly Look[]): void {
	const longest = looks
		.map((look, index) => ({ ...look, index }))
		.filter(({ meanLength, bare, index }) => meanLength >= abstractLength && bare < 0.3 && !isTaken(of, index))
		.sort((a, b) => b.meanLength - a.meanLength)[0];
	if (longest) of.set("abstract", [longest.index]);
}

/** A column without a known name that leads to papers. */
function takeLinks(of: Taken, looks: readonly Look[]): void {
	const index = looks.findIndex(({ withPaperLink }, i) => withPaperLink >= 0.3 && !isTaken(of, i));
	if (index >= 0) of.set("url", [index]);
}

/** Fields that a paper has and a table of other things has not. */
const fieldsOfPapers: readonly Field[] = [
	"abstract",
	"authors",
	"doi",
	"arxiv",
	"pmid",
	"venue",
	"pdf",
	"year",
	"categories",
];

/** Why a table with a column of titles is no list of papers: films, posts and jobs have titles too. */
function doubtOfNamed(of: Taken, looks: readonly Look[]): string | undefined {
	const title = looks[of.get("title")?.[0] ?? -1];
	if (!title || title.filled === 0) return "its column of titles is empty";
	if (title.bare > 0.8) return "its column of titles holds no words";
	if (fieldsOfPapers.some(field => of.has(field)) || looks.some(({ withPaperLink }) => withPaperLink > 0.2))
		return undefined;
	return title.meanWords >= 5
		? undefined
		: "its titles are too short for papers, and nothing else in it is of papers";
}

/** A title that was told by its look needs an abstract, or the links of papers, beside it. */
function doubtOfFound(of: Taken, looks: readonly Look[]): string | undefined {
	if (!of.has("title")) return "no column of titles was found";
	if (looks.some(({ withPaperLink }) => withPaperLink >= 0.3)) return undefined;
	if (of.has("doi") || of.has("arxiv") || of.has("pmid")) return undefined;
	const abstract = looks[of.get("abstract")?.[0] ?? -1];
	const others = fieldsOfPapers.filter(field => field !== "abstract" && of.has(field)).length;
	if (others >= 2 || (abstract && abstract.meanLength >= 150)) return undefined;
	return "no column of titles or abstracts was found";
}
