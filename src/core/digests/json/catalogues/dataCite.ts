// Records of DataCite: lists and single ones of its JSON:API, its plain JSON, and releases of fatcat, which keeps
// what DataCite and others give. Sources: DataCite Metadata Schema 4.6; support.datacite.org/docs/api;
// guide.fatcat.wiki, "Release entity".

import type { IssuedDate, Name, TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { dataCiteTypes } from "../../fields/dataCiteTypes";
import { pageRange } from "../../fields/publication";
import { nameOfParts, readName } from "../../names";
import {
	at,
	decoded,
	fieldsOf,
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

export const dataCite: Shape = {
	name: "datacite-json",
	is: record => isRecord(fieldsOf(record["attributes"])) || isRecord(record) || isRelease(record),
	drafts: (record, place) => {
		if (isRelease(record)) return [releaseDraft(record, place)];
		return [draftOf(isFields(record["attributes"]) ? record["attributes"] : record, place)];
	},
};

function isRecord(fields: Fields): boolean {
	const titles = objects(fields["titles"]);
	const isDataCite = ["doi", "creators", "publicationYear", "types", "schemaVersion"].some(key => key in fields);
	return isDataCite && titles.some(title => "title" in title);
}

function isRelease(record: Fields): boolean {
	return "release_stage" in record && "ext_ids" in record;
}

function draftOf(fields: Fields, place: TextRange): Draft {
	const titles = objects(fields["titles"]);
	const main = titles.find(({ titleType }) => text(titleType) === "") ?? titles[0] ?? {};
	const subtitle = text(titles.find(({ titleType }) => titleType === "Subtitle")?.["title"]);
	const title = text(main["title"]);
	const dois = [fields["doi"], fields["id"], ...objects(fields["identifiers"]).map(one => one["identifier"])];
	return {
		place,
		title: subtitle === "" || subtitle === title ? title : `${title}: ${subtitle}`,
		abstract: abstractOf(fields),
		authors: objects(fields["creators"]).flatMap(creator => creatorName(creator) ?? []),
		issued: dateOfRecord(fields),
		type: typeOf(fieldsOf(fields["types"])),
		doi: decoded(dois.find(doi => /10\.\d{4,9}\//.test(text(doi)))),
		arxiv: arxivOf(fields),
		url: text(fields["url"]),
		venue: firstText(at(fields, "container", "title"), fields["publisher"], at(fields, "publisher", "name")),
		publication: publicationOf(fields),
		keywords: texts(fields["subjects"], "subject"),
		links: objects(fields["relatedIdentifiers"]).flatMap(related => linkOf(related)),
	};
}

/** Where the work stands in its container, and who edited that (contributorType, appendix 1). */
function publicationOf(fields: Fields): NonNullable<Draft["publication"]> {
	const container = fieldsOf(fields["container"]);
	const editors = objects(fields["contributors"]).filter(({ contributorType }) => contributorType === "Editor");
	const isIssn = /^issn$/i.test(text(container["identifierType"]));
	return {
		volume: text(container["volume"]),
		issue: text(container["issue"]),
		pages: pageRange(text(container["firstPage"]), text(container["lastPage"])),
		publisher: firstText(fields["publisher"], at(fields, "publisher", "name")),
		issn: isIssn ? text(container["identifier"]) : "",
		editors: editors.flatMap(editor => creatorName(editor) ?? []),
	};
}

function abstractOf(fields: Fields): string {
	const described = objects(fields["descriptions"]);
	const found = described.find(({ descriptionType }) => descriptionType === "Abstract") ?? described[0];
	return oneOrMany(found?.["description"]).map(raw).join("\n\n");
}

/** Creators are persons in parts, persons as `Family, Given`, or organisations (Metadata Schema, 2). */
function creatorName(creator: Fields): Name | undefined {
	const family = text(creator["familyName"]);
	const name = firstText(creator["name"], creator["creatorName"]);
	if (text(creator["nameType"]) === "Organizational") return name === "" ? undefined : { literal: name };
	return family === "" ? readName(name) : nameOfParts(family, text(creator["givenName"]));
}

/** The date of issue; where there is none, the year of publication as far as another date is more precise. */
function dateOfRecord(fields: Fields): IssuedDate | undefined {
	const dates = objects(fields["dates"]);
	const dated = (kind: string): unknown => dates.find(({ dateType }) => dateType === kind)?.["date"];
	const year = firstDate(dated("Issued"), fields["published"], fields["publicationYear"]);
	if (!year || year.month !== undefined) return year ?? firstDate(dated("Available"), dated("Created"));
	const others = [dated("Available"), dated("Submitted"), dated("Created")].flatMap(date => firstDate(date) ?? []);
	return others.find(date => date.year === year.year) ?? year;
}

function arxivOf(fields: Fields): string | undefined {
	const identifiers = [...objects(fields["identifiers"]), ...objects(fields["alternateIdentifiers"])];
	const found = identifiers.find(one =>
		/arxiv/i.test(firstText(one["identifierType"], one["alternateIdentifierType"])),
	);
	return found && firstText(found["identifier"], found["alternateIdentifier"]);
}

/** What a record is a supplement to, or has as its supplement, source or documentation, when that is an address. */
function linkOf(related: Fields): readonly string[] {
	const url = text(related["relatedIdentifier"]);
	const isOwn = /^(?:IsSupplementTo|IsSupplementedBy|IsSourceOf|IsDerivedFrom|IsDocumentedBy|IsDescribedBy)$/;
	return /^https?:/.test(url) && isOwn.test(text(related["relationType"])) ? [url] : [];
}

function typeOf(types: Fields): string {
	const mapped = dataCiteTypes[text(types["resourceTypeGeneral"])];
	const citeproc = text(types["citeproc"]);
	return mapped ?? (/^[a-z][a-z-]{2,30}$/.test(citeproc) ? citeproc : "article");
}

function releaseDraft(release: Fields, place: TextRange): Draft {
	const ids = fieldsOf(release["ext_ids"]);
	const authors = objects(release["contribs"]).filter(
		({ role }) => role === undefined || role === null || role === "author",
	);
	const type = text(release["release_type"]);
	return {
		place,
		title: [text(release["title"]), text(release["subtitle"])].filter(part => part !== "").join(": "),
		abstract: raw(objects(release["abstracts"])[0]?.["content"]),
		authors: authors.flatMap(author => {
			const family = text(author["surname"]);
			return (
				(family === ""
					? readName(text(author["raw_name"]))
					: nameOfParts(family, text(author["given_name"]))) ?? []
			);
		}),
		issued: firstDate(release["release_date"], release["release_year"]),
		type: /^[a-z][a-z-]{2,30}$/.test(type) ? type : "article",
		doi: decoded(ids["doi"]),
		arxiv: text(ids["arxiv"]),
		pmid: text(ids["pmid"]),
		venue: firstText(
			at(release, "container", "name"),
			at(release, "extra", "container_name"),
			release["publisher"],
		),
		links: list(release["links"]).flatMap(link => text(link) || []),
	};
}
