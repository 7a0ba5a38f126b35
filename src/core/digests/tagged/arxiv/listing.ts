// A listing page of arXiv (`/list/cs.CL/new`, `/recent`) copied as text: `[1] arXiv:2401.00001 [pdf, html, other]`, then
// a line each for title, authors, comments, subjects, and the abstract behind them.

import type { Announcement, TextRange } from "../../../paper";
import { findLinks } from "../../../text/links";
import { linesOf } from "../../../text/lines";
import type { Draft } from "../../draft";
import { toPapers } from "../../draft";
import type { Format, Input } from "../../format";
import { identifier, journalOf, monthOf, readArxivAuthors, readIdentifier } from "./fields";

const idLine = new RegExp(
	String.raw`^\s{0,8}(?:\[\d{1,5}\]\s*)?arXiv:\s?(${identifier})\s*(\(cross-list from [\w.-]+\)|\(replaced\))?\s*\[\s*(?:pdf|ps|html|abs|other|src|view|dvi)\b`,
	"i",
);
const fieldLine =
	/^\s*(Title|Authors?|Comments|Subjects|Journal-ref|DOI|Related DOI|Report number|MSC classes|ACM classes|Abstract):\s*(.*)$/i;
const section =
	/^\s*(?:New submissions|Cross submissions|Cross-lists|Replacement submissions|Replacements|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d{1,2} \w{3} \d{4}|Showing (?:new )?listings?\b|Total of \d+ entries|\[ ?(?:total|showing)|See today's new changes|Links to:)(?:.*\(?showing (?:first |last )?(\d{1,5}) of (\d{1,5}) entries\s*\)?)?/i;

export const arxivListing: Format = {
	name: "arxiv-listing",
	looksLike: text => {
		const lines = text.slice(0, 12_000).split(/\r\n|\r|\n/);
		return lines.some(
			(line, at) => idLine.test(line) && lines.slice(at + 1, at + 4).some(next => /^\s*Title:/i.test(next)),
		);
	},
	read: ({ text, report }) => {
		const items = [...itemsOf(text, report)];
		const hasAbstracts = items.some(({ abstract }) => abstract !== "");
		return toPapers(
			items.map(item => draftOf(item, hasAbstracts)),
			report,
		);
	},
};

interface Item {
	readonly place: { readonly start: number; end: number };
	readonly arxiv: string | undefined;
	readonly announced: Announcement;
	readonly fields: Map<string, string>;
	/** Lines behind the title that have no label: the authors, where those have none. */
	readonly unlabelled: string[];
	abstract: string;
	field: string;
}

/** A heading of a section and how many items it says that it shows. */
interface Section {
	readonly place: TextRange;
	readonly count: number;
	items: number;
}

function* itemsOf(text: string, report: Input["report"]): Generator<Item> {
	let item: Item | undefined;
	let current: Section | undefined;
	for (const { start, end } of linesOf(text)) {
		const line = text.slice(start, Math.min(end, start + 100_000));
		const id = idLine.exec(line);
		const heading = id ? null : section.exec(line);
		if (heading) {
			if (item) yield item;
			item = undefined;
			if (heading[1] === undefined) continue;
			checkSection(current, report);
			current = { place: { start, end }, count: Number(heading[1]), items: 0 };
		} else if (id) {
			if (item) yield item;
			item = newItem(id, { start, end });
			if (current) current.items++;
		} else if (item && line.trim() !== "" && !/^\s*\[\d{1,5}\]\s*$/.test(line)) {
			addLine(item, line);
			item.place.end = end;
		} else if (item?.abstract !== "" && item && line.trim() === "") item.abstract += "\n";
	}
	if (item) yield item;
}

/** A section is whole when the next one has begun: its heading then tells how many items it has. */
function checkSection(found: Section | undefined, report: Input["report"]): void {
	if (found && found.items > 0 && found.items !== found.count)
		report.add("count-differs", found.place, `${found.count}`, `${found.items}`);
}

function newItem([, id = "", mark = ""]: RegExpExecArray, { start, end }: TextRange): Item {
	const announced = /cross/i.test(mark) ? "cross-list" : /replaced/i.test(mark) ? "replacement" : "new";
	const arxiv = readIdentifier(id);
	return { place: { start, end }, arxiv, announced, fields: new Map(), unlabelled: [], abstract: "", field: "" };
}

function addLine(item: Item, line: string): void {
	const [, label, value = ""] = fieldLine.exec(line) ?? [];
	if (label !== undefined && item.abstract === "") {
		item.field = label.toLowerCase().replace(/^author$/, "authors");
		if (item.field === "abstract") item.abstract = value.trim();
		else if (!item.fields.has(item.field)) item.fields.set(item.field, value.trim());
	} else if (item.field === "title") addUnlabelled(item, line.trim());
	else if (item.field === "authors" && /,$|^$/.test(item.fields.get("authors") ?? "")) {
		item.fields.set("authors", `${item.fields.get("authors") ?? ""} ${line.trim()}`);
	} else if (
		item.field !== "subjects" &&
		item.field !== "" &&
		/^[\s,;]|^\p{Ll}/u.test(line) &&
		item.abstract === ""
	) {
		item.fields.set(item.field, `${item.fields.get(item.field) ?? ""} ${line.trim()}`);
	} else if (item.field !== "") item.abstract += `${item.abstract === "" ? "" : "\n"}${line.trim()}`;
}

/** The title itself when it stands below its label; else a line of its own, unless the one before goes on. */
function addUnlabelled(item: Item, line: string): void {
	const last = item.unlabelled.at(-1);
	if (item.fields.get("title") === "") item.fields.set("title", line);
	else if (last?.endsWith(",") === true) item.unlabelled.splice(-1, 1, `${last} ${line}`);
	else item.unlabelled.push(line);
}

function draftOf({ place, arxiv, announced, fields, unlabelled, abstract }: Item, hasAbstracts: boolean): Draft {
	const field = (name: string): string => fields.get(name) ?? "";
	const classes = [...field("subjects").matchAll(/\(([a-z-]+(?:\.[A-Za-z-]+)?)\)/g)].flatMap(match => match[1] ?? []);
	// A title that is wrapped goes on before the line of the authors.
	const authors = field("authors") || (unlabelled.at(-1) ?? "");
	const title = [field("title"), ...(field("authors") === "" ? unlabelled.slice(0, -1) : unlabelled)].join(" ");
	return {
		place,
		title,
		abstract: abstract.trim(),
		writtenIn: "plain",
		...readArxivAuthors(authors),
		issued: monthOf(arxiv),
		type: "article",
		arxiv,
		arxivClass: classes[0],
		doi: field("doi") || field("related doi"),
		venue: journalOf(field("journal-ref")),
		keywords: classes,
		links: [...findLinks(field("comments")).links],
		announced,
		needsNoAbstract: announced === "replacement" || !hasAbstracts,
	};
}
