// Metadata of arXiv in JSON: the snapshot on Kaggle (a record a line), and what programs make of arXiv's API. Sources:
// kaggle.com/datasets/Cornell-University/arxiv; info.arxiv.org/help/api/user-manual, "Details of Atom Results".

import type { Name, TextRange } from "../../../paper";
import { findArxiv } from "../../../identity";
import type { Draft } from "../../draft";
import { readDate } from "../../dates";
import { nameOfParts } from "../../names";
import {
	authorsOf,
	decoded,
	firstDate,
	firstText,
	isFields,
	list,
	objects,
	oneOrMany,
	raw,
	text,
	texts,
	type Fields,
} from "../fields";
import type { Shape } from "../shape";

export const arxivDump: Shape = {
	name: "arxiv-json",
	is: record => "title" in record && idOf(record) !== undefined && signs.some(sign => sign in record),
	drafts: (record, place) => [draftOf(record, place)],
};

const signs = [
	"authors_parsed",
	"update_date",
	"primary_category",
	"primaryCategory",
	"arxiv_primary_category",
	"journal_ref",
	"journal-ref",
	"report-no",
	"entry_id",
	"_rawid",
];

function idOf(record: Fields): string | undefined {
	const places = [
		record["id"],
		record["arxiv_id"],
		record["_rawid"],
		record["entry_id"],
		record["_id"],
		record["paper_id"],
	];
	return places.map(place => findArxiv(text(place))).find(id => id !== undefined);
}

function draftOf(record: Fields, place: TextRange): Draft {
	const id = idOf(record);
	const parsed = list(record["authors_parsed"]).flatMap(parts => nameOfList(parts) ?? []);
	const { names, isIncomplete } =
		parsed.length > 0 ? { names: parsed, isIncomplete: false } : authorsOf(record["authors"]);
	const categories = categoriesOf(record);
	const journal = firstText(record["journal-ref"], record["journal_ref"], record["arxiv_journal_ref"]);
	return {
		place,
		title: text(record["title"]),
		abstract: firstAbstract(record),
		// The snapshot keeps the words as their authors typed them for TeX.
		writtenIn: "latex",
		authors: names,
		authorsIncomplete: isIncomplete,
		issued:
			firstVersion(record) ??
			firstDate(record["published"], record["created"], record["date"], record["update_date"]),
		arxiv: id,
		arxivClass: primaryOf(record) ?? categories[0],
		doi: decoded(firstText(record["doi"], record["arxiv_doi"])),
		url: id === undefined ? undefined : `https://arxiv.org/abs/${id}`,
		venue: journal || "arXiv",
		keywords: categories,
		links: [firstText(record["pdf_url"], record["pdf"])].filter(url => url !== ""),
	};
}

function firstAbstract(record: Fields): string {
	return raw(record["abstract"]) || raw(record["summary"]) || text(record["description"]);
}

/** `[family, given, suffix, affiliation…]`, as the snapshot parses a name. */
function nameOfList(parts: unknown): Name | undefined {
	const [family = "", given = "", suffix = ""] = list(parts).map(text);
	if (family === "") return given === "" ? undefined : { literal: given };
	return given === "" ? { literal: family } : nameOfParts(family, given, suffix);
}

/** The day of the first version: `Mon, 2 Apr 2007 19:18:42 GMT`. */
function firstVersion(record: Fields): Draft["issued"] {
	const created = text(objects(record["versions"])[0]?.["created"]);
	return created === "" ? undefined : readDate(created);
}

/** Categories in one text, parted by blanks, or in a list; feeds name them as tags with a `term`. */
function categoriesOf(record: Fields): readonly string[] {
	const all = [record["categories"], record["tags"], record["category"]].flatMap(oneOrMany);
	return [...new Set(texts(all, "term", "name").flatMap(words => words.split(/[\s,;]+/)))].filter(isCategory);
}

function isCategory(word: string): boolean {
	return /^[a-z-]{2,12}(?:\.[A-Za-z-]{2,20})?$/.test(word);
}

function primaryOf(record: Fields): string | undefined {
	const value = record["primary_category"] ?? record["primaryCategory"] ?? record["arxiv_primary_category"];
	const found = isFields(value) ? text(value["term"]) : text(value);
	return found === "" ? undefined : found;
}
