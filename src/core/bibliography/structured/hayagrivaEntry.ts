// A paper as an entry of Hayagriva. Source: typst/hayagriva, docs/file-format.md.

import type { IssuedDate, Name, Paper } from "../../paper";
import { plainMath } from "../../render/math/plainMath";
import { mathSpans } from "../../text/math";
import { titlePieces } from "../bibtex/writing/title";
import type { CslItem, CslValue } from "./cslItem";

/** The type of an entry and of the whole that it is part of. */
const types: Readonly<Record<string, readonly [type: string, parent?: string]>> = {
	"article-journal": ["article", "periodical"],
	"article-magazine": ["article", "periodical"],
	"article-newspaper": ["article", "newspaper"],
	article: ["article", "repository"],
	"paper-conference": ["article", "proceedings"],
	review: ["article", "periodical"],
	"review-book": ["article", "periodical"],
	"post-weblog": ["article", "blog"],
	post: ["post"],
	chapter: ["chapter", "book"],
	entry: ["entry", "reference"],
	"entry-dictionary": ["entry", "reference"],
	"entry-encyclopedia": ["entry", "reference"],
	book: ["book"],
	classic: ["book"],
	collection: ["anthology"],
	thesis: ["thesis"],
	report: ["report"],
	dataset: ["repository"],
	software: ["repository"],
	webpage: ["web"],
	manuscript: ["manuscript"],
	patent: ["patent"],
	legislation: ["legislation"],
	legal_case: ["case"],
	periodical: ["periodical"],
	motion_picture: ["video"],
	broadcast: ["video"],
	song: ["audio"],
	graphic: ["artwork"],
	performance: ["performance"],
};

/** The entry of a paper, without the fields of these names. */
export function hayagrivaEntry(paper: Paper, omit: ReadonlySet<string>): CslItem {
	const [type, parentType] = types[paper.type] ?? ["misc"];
	const isPart = parentType !== undefined && paper.venue !== undefined;
	const editors = paper.editors ?? [];
	const isEdited = JSON.stringify(editors) === JSON.stringify(paper.authors) && type === "book";
	const publisher = publisherOf(type === "book" ? (paper.publisher ?? paper.venue) : paper.publisher, paper.place);
	const ofWhole = {
		editor: editors.map(nameOf),
		publisher,
		volume: paper.volume,
		issue: paper.issue,
		edition: paper.edition,
		"serial-number": serialNumbers({ isbn: paper.isbn, issn: paper.issn }),
	};
	return kept(
		{
			type,
			title: formatted(paper.title),
			author: isEdited ? [] : paper.authors.map(nameOf),
			date: paper.issued && dateOf(paper.issued),
			...(isPart ? {} : ofWhole),
			organization: isPart || type === "book" ? undefined : paper.venue,
			genre: paper.genre,
			"page-range": paper.pages,
			"serial-number": serialNumbers({
				doi: paper.doi,
				arxiv: paper.arxiv,
				pmid: paper.pmid,
				serial: paper.number,
				...(isPart ? {} : { isbn: paper.isbn, issn: paper.issn }),
			}),
			url: paper.url,
			parent: isPart
				? kept({ type: parentType, title: escaped(withoutMath(paper.venue ?? "")), ...ofWhole }, omit)
				: undefined,
			note: paper.note,
			abstract: formatted(paper.abstract),
		},
		omit,
	);
}

function kept(fields: Readonly<Record<string, CslValue | undefined>>, omit: ReadonlySet<string>): CslItem {
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]) => {
			const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
			return isEmpty || omit.has(name) ? [] : [[name, value]];
		}),
	);
}

/** Text with braces around what keeps its capitals. Math is Typst's there, so that LaTeX's is written in Unicode. */
function formatted(text: string): string {
	return titlePieces(withoutMath(text))
		.map(({ text: piece, isKept }) => (isKept ? `{${escaped(piece)}}` : escaped(piece)))
		.join("");
}

/** The signs that mean something there stand for themselves behind a backslash. */
function escaped(text: string): string {
	return text.replace(/[{}$\\]/g, "\\$&");
}

function withoutMath(text: string): string {
	let result = "";
	let at = 0;
	for (const { start, end, content } of mathSpans(text)) {
		result += text.slice(at, start) + (plainMath(content) ?? content);
		at = end;
	}
	return result + text.slice(at);
}

function dateOf({ year, month, day }: IssuedDate): string | number {
	if (month === undefined) return year;
	const parts = [String(year).padStart(4, "0"), ...[month, day].filter(part => part !== undefined)];
	return parts.map(part => String(part).padStart(2, "0")).join("-");
}

/** `Family, Given`; a map where a comma or a particle would be read otherwise. */
function nameOf(name: Name): CslValue {
	if ("literal" in name) return name.literal.includes(",") ? { name: name.literal } : name.literal;
	const { family, given = "", particle = "", suffix = "" } = name;
	if (given !== "" && particle === "" && suffix === "" && !family.includes(",")) return `${family}, ${given}`;
	return {
		name: family,
		...(given === "" ? {} : { "given-name": given }),
		...(particle === "" ? {} : { prefix: particle }),
		...(suffix === "" ? {} : { suffix }),
	};
}

function publisherOf(name: string | undefined, place: string | undefined): CslValue | undefined {
	return name === undefined || place === undefined ? name : { name, location: place };
}

function serialNumbers(numbers: Readonly<Record<string, string | undefined>>): CslValue | undefined {
	const found = Object.entries(numbers).flatMap(([kind, value]) =>
		value === undefined ? [] : [[kind, value] as const],
	);
	return found.length === 0 ? undefined : Object.fromEntries(found);
}
