// Items of Zotero: of its Web API (version 3) and of the JSON that Better BibTeX exports. Sources:
// zotero.org/support/dev/web_api/v3/types_and_fields; the item schema of zotero/zotero-schema with its CSL mapping.

import type { Name, TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { nameOfParts } from "../../names";
import { decoded, firstDate, firstText, isFields, objects, raw, text, texts, type Fields } from "../fields";
import type { Shape } from "../shape";

export const zotero: Shape = {
	name: "zotero-json",
	is: record => itemOf(record) !== undefined,
	drafts: (record, place) => {
		const item = itemOf(record) ?? {};
		return noPapers.test(text(item["itemType"])) ? [] : [draftOf(item, record, place)];
	},
};

/** What hangs on an item or beside it. */
const noPapers = /^(?:attachment|note|annotation)$/;

function itemOf(record: Fields): Fields | undefined {
	const data = isFields(record["data"]) ? record["data"] : record;
	return typeof data["itemType"] === "string" ? data : undefined;
}

function draftOf(item: Fields, record: Fields, place: TextRange): Draft {
	const extra = extraOf(raw(item["extra"]));
	const type = text(item["itemType"]);
	const arxiv = arxivOf(item, extra);
	return {
		place,
		title: firstText(item["title"], item["caseName"], item["nameOfAct"], item["subject"]),
		abstract: raw(item["abstractNote"]),
		authors: creatorsOf(item),
		issued: firstDate(item["date"], extra["issued"], item["dateEnacted"], item["issueDate"]),
		type:
			/^[a-z][a-z_-]+$/.test(extra["type"] ?? "") && !(type in types)
				? extra["type"]
				: (types[type] ?? "document"),
		doi: decoded(firstText(item["DOI"], extra["doi"])),
		arxiv,
		arxivClass: /\[([a-z-]+(?:\.[A-Za-z-]+)?)\]/.exec(extra["arxiv"] ?? "")?.[1],
		pmid: firstText(item["PMID"], extra["pmid"]),
		url: text(item["url"]),
		venue: firstText(
			item["publicationTitle"],
			item["proceedingsTitle"],
			item["conferenceName"],
			item["bookTitle"],
			item["repository"],
			item["university"],
			item["institution"],
			item["websiteTitle"],
			item["publisher"],
			type === "preprint" && arxiv !== undefined ? "arXiv" : "",
		),
		publication: {
			volume: text(item["volume"]),
			issue: text(item["issue"]),
			number: arxiv === undefined ? firstText(item["reportNumber"], item["patentNumber"], item["number"]) : "",
			pages: text(item["pages"]),
			publisher: firstText(item["publisher"], item["university"], item["institution"], item["repository"]),
			place: text(item["place"]),
			edition: text(item["edition"]),
			series: firstText(item["series"], item["seriesTitle"]),
			genre: firstText(item["thesisType"], item["reportType"]),
			isbn: text(item["ISBN"]),
			issn: text(item["ISSN"]),
			editors: namesOf(objects(item["creators"]).filter(one => text(one["creatorType"]) === "editor")),
		},
		keywords: texts(item["tags"], "tag"),
		links: objects(record["attachments"]).map(attachment => text(attachment["url"])),
		needsNoAbstract: !("abstractNote" in item) || !/^(?:journalArticle|preprint|conferencePaper)$/.test(type),
	};
}

const authorship = /^(?:author|inventor|programmer|presenter|podcaster|director|artist|cartographer|contributor)$/;

/** The creators who wrote the item; editors where there is nobody else. A name in a single field is a group's. */
function creatorsOf(item: Fields): readonly Name[] {
	const creators = objects(item["creators"]);
	const authors = creators.filter(({ creatorType }) => text(creatorType) === "author");
	const makers = creators.filter(({ creatorType }) => authorship.test(text(creatorType)));
	return namesOf([authors, makers, creators].find(some => some.length > 0) ?? []);
}

function namesOf(creators: readonly Fields[]): readonly Name[] {
	return creators.flatMap(creator => {
		const [family, given, name] = [text(creator["lastName"]), text(creator["firstName"]), text(creator["name"])];
		if (family !== "") return [nameOfParts(family, given)];
		return name === "" && given === "" ? [] : [{ literal: name || given }];
	});
}

/** The lines `Name: value` of the field “Extra” (Zotero, “Citing fields from Extra”), their names in lower case. */
function extraOf(extra: string): Readonly<Record<string, string>> {
	const lines = extra.slice(0, 20_000).split(/\r\n|\r|\n/);
	return Object.fromEntries(
		lines.flatMap(line => {
			const match = /^\s{0,10}([A-Za-z][A-Za-z -]{0,30})\s{0,5}[:=]\s{0,5}(\S.*)$/.exec(line);
			return match ? [[(match[1] ?? "").trim().toLowerCase().replace(/ /g, "-"), (match[2] ?? "").trim()]] : [];
		}),
	);
}

function arxivOf(item: Fields, extra: Readonly<Record<string, string>>): string | undefined {
	const places = [item["archiveID"], item["number"], item["reportNumber"]].map(text);
	const named =
		extra["arxiv"] ?? extra["arxiv-id"] ?? (/arxiv/i.test(extra["archive"] ?? "") ? extra["eprint"] : undefined);
	const found =
		named ?? places.find(place => /^arxiv:/i.test(place)) ?? /arxiv:\s?\S+/i.exec(text(item["extra"]))?.[0];
	return found?.replace(/^arxiv:\s*/i, "").replace(/\s.*$/, "");
}

const types: Readonly<Record<string, string>> = {
	blogPost: "post-weblog",
	book: "book",
	bookSection: "chapter",
	computerProgram: "software",
	conferencePaper: "paper-conference",
	dataset: "dataset",
	dictionaryEntry: "entry-dictionary",
	encyclopediaArticle: "entry-encyclopedia",
	forumPost: "post",
	journalArticle: "article-journal",
	magazineArticle: "article-magazine",
	manuscript: "manuscript",
	newspaperArticle: "article-newspaper",
	patent: "patent",
	podcast: "broadcast",
	preprint: "article",
	presentation: "speech",
	report: "report",
	standard: "standard",
	statute: "legislation",
	thesis: "thesis",
	videoRecording: "motion_picture",
	webpage: "webpage",
};
