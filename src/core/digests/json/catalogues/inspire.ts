// Records of INSPIRE and of DBLP. Sources: inspire-schemas, "hep"; dblp.org/faq, "How to use the dblp search API".

import type { TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { readName } from "../../names";
import {
	at,
	decoded,
	fieldsOf,
	firstDate,
	firstText,
	isFields,
	objects,
	oneOrMany,
	raw,
	text,
	texts,
	type Fields,
} from "../fields";
import type { Shape } from "../shape";

export const inspire: Shape = {
	name: "inspire-json",
	is: record => isLiterature(fieldsOf(record["metadata"])) || isLiterature(record),
	drafts: (record, place) => [inspireDraft(isFields(record["metadata"]) ? record["metadata"] : record, place)],
};

function isLiterature(fields: Fields): boolean {
	const has = (key: string): boolean => key in fields;
	const isHep = has("control_number") || has("arxiv_eprints") || has("inspire_categories") || has("earliest_date");
	return isHep && objects(fields["titles"]).some(title => "title" in title);
}

function inspireDraft(fields: Fields, place: TextRange): Draft {
	const title = objects(fields["titles"])[0] ?? {};
	const eprint = objects(fields["arxiv_eprints"])[0] ?? {};
	const published = objects(fields["publication_info"])[0] ?? {};
	const isThesis = texts(fields["document_type"]).includes("thesis");
	const number = text(fields["control_number"]);
	return {
		place,
		title: [text(title["title"]), text(title["subtitle"])].filter(part => part !== "").join(": "),
		abstract: raw(objects(fields["abstracts"])[0]?.["value"]),
		authors: [
			...objects(fields["authors"]).flatMap(author => readName(text(author["full_name"])) ?? []),
			...texts(fields["collaborations"], "value").map(name => ({ literal: `${name} Collaboration` })),
		],
		// INSPIRE's search leaves out authors behind the tenth, and counts them.
		authorsIncomplete: Number(fields["author_count"] ?? 0) > objects(fields["authors"]).length,
		issued: firstDate(
			at(objects(fields["imprints"])[0], "date"),
			fields["preprint_date"],
			fields["earliest_date"],
			published["year"],
		),
		type: isThesis ? "thesis" : text(published["journal_title"]) === "" ? "article" : "article-journal",
		arxiv: text(eprint["value"]),
		arxivClass: texts(eprint["categories"])[0],
		doi: decoded(objects(fields["dois"])[0]?.["value"]),
		url: number === "" ? undefined : `https://inspirehep.net/literature/${number}`,
		venue: text(published["journal_title"]),
		keywords: texts(fields["keywords"], "value"),
		links: objects(fields["urls"]).map(url => text(url["value"])),
	};
}

export const dblp: Shape = {
	name: "dblp-json",
	is: record => isHit(record) || /^https?:\/\/dblp\.(?:org|uni-trier\.de)\/rec\//.test(text(record["url"])),
	drafts: (record, place) => [dblpDraft(isHit(record) ? fieldsOf(record["info"]) : record, place)],
};

function isHit(record: Fields): boolean {
	return /dblp\./.test(text(at(record, "info", "url"))) && isFields(record["info"]);
}

const dblpTypes: readonly (readonly [RegExp, string])[] = [
	[/journal/i, "article-journal"],
	[/conference|workshop/i, "paper-conference"],
	[/informal|other/i, "article"],
	[/thes/i, "thesis"],
	[/parts in books/i, "chapter"],
	[/book/i, "book"],
	[/data/i, "dataset"],
];

/** Names of DBLP carry a number where two persons share one (`Wei Wang 0001`). Titles end in a full stop. */
function dblpDraft(info: Fields, place: TextRange): Draft {
	const authors = oneOrMany(at(info, "authors", "author") ?? info["author"]);
	const electronic = texts(info["ee"]);
	return {
		place,
		title: text(info["title"]).replace(/([^.])\.$/, "$1"),
		authors: texts(authors, "text").flatMap(name => readName(name.replace(/ \d{4}$/, "")) ?? []),
		issued: firstDate(info["year"]),
		type: dblpTypes.find(([pattern]) => pattern.test(text(info["type"])))?.[1] ?? "article",
		doi: decoded(
			firstText(
				info["doi"],
				electronic.find(url => /doi\.org\//.test(url)),
			),
		),
		arxiv: electronic.find(url => /arxiv\.org\//i.test(url)) ?? /^abs\/(.+)$/.exec(text(info["volume"]))?.[1],
		url: electronic[0] ?? text(info["url"]),
		venue: texts(info["venue"]).join(", "),
		links: electronic,
		needsNoAbstract: true,
	};
}
