// Answers of OAI-PMH, and records saved without their envelope: in arXiv's two formats, in Dublin Core (so NASA ADS gives
// them), and in formats that have readers of their own. Sources: OAI-PMH 2.0, sections 2.5, 3.6 and 4; arXiv, "OAI-PMH" (arXiv, arXivRaw).

import type { Name } from "../../../paper";
import {
	childOf,
	childrenOf,
	descendantsOf,
	isElement,
	tidyTextOf,
	textOf,
	type Element,
} from "../../../text/markup/elements";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import type { Input } from "../../format";
import { readNames } from "../../names";
import { readArxivAuthors } from "../../tagged/arxiv/fields";
import { abstractOf, arxivVenue, categoriesOf, linksOfComment } from "../arxiv/entry";
import { personOf } from "../persons";
import { marcDraft } from "../repositories/marc";
import { teiDraft } from "../repositories/tei";
import { toFormat, valueAt } from "../records";
import { dataciteDraft } from "./datacite";
import { dublinCoreDraft } from "./dublinCore";
import { jatsDraft } from "./jats";

export const oaiPmh = toFormat({
	name: "oai-pmh",
	isOf: ({ name, names }) =>
		/^(?:OAI-PMH|arXiv|arXivRaw|oai_dc:dc)$/.test(name) ||
		(/^(?:ListRecords|GetRecord|records?|metadata)$/.test(name) &&
			["arXiv", "arXivRaw", "oai_dc:dc", "datestamp", "dc:title"].some(part => names.has(part))),
	isRecord: (name, parent) =>
		(name === "record" && parent !== "metadata") || name === "error" || /^(?:arXiv|arXivRaw|oai_dc:dc)$/.test(name),
	draftOf: ({ element }, input) => recordDraft(element, input),
});

function recordDraft(record: Element, { report }: Input): Draft | undefined {
	if (record.name === "error") {
		report.add(
			"no-list-of-papers",
			record,
			"an answer of OAI-PMH",
			tidyTextOf(record) || (record.attributes["code"] ?? ""),
		);
		return undefined;
	}
	if (record.name !== "record") return metadataDraft(record, record);
	const header = childOf(record, "header");
	if (header?.attributes["status"] === "deleted") {
		report.add("part-skipped", record, `the record ${valueAt(header, "identifier")}, which was deleted`);
		return undefined;
	}
	const metadata =
		childrenOf(childOf(record, "metadata"))[0] ??
		childrenOf(record).find(({ name }) => known.test(name)) ??
		(childrenOf(record, "dc:title").length > 0 ? record : undefined);
	const draft = metadata && (metadata === record ? dublinCoreDraft(record) : metadataDraft(metadata, record));
	if (!draft) report.add("record-untitled", record, valueAt(header, "identifier"));
	return draft;
}

const known = /^(?:arXiv|arXivRaw|oai_dc:dc|dc)$/;

/** The draft of what is in `metadata`, by its root element. */
function metadataDraft(metadata: Element, place: Element): Draft | undefined {
	const draft = draftByName(metadata);
	return draft && { ...draft, place };
}

function draftByName(metadata: Element): Draft | undefined {
	switch (metadata.name) {
		case "arXiv":
			return { ...arxivDraft(metadata), authors: namesOfArxiv(metadata) };
		case "arXivRaw": {
			return { ...arxivDraft(metadata), ...readArxivAuthors(valueAt(metadata, "authors")) };
		}
		case "article":
			return jatsDraft(metadata);
		case "resource":
			return dataciteDraft(metadata);
		case "oai_datacite": {
			const resource = [...descendantsOf(metadata, "resource")][0];
			return resource && dataciteDraft(resource);
		}
		case "TEI":
			return teiDraft(metadata);
		case "record":
			return marcDraft(metadata);
		default:
			return dublinCoreDraft(metadata);
	}
}

function arxivDraft(metadata: Element): Draft {
	const comment = valueAt(metadata, "comments");
	const categories = categoriesOf([
		...valueAt(metadata, "categories").split(/\s+/),
		valueAt(metadata, "acm-class"),
		valueAt(metadata, "msc-class"),
	]);
	return {
		place: metadata,
		title: valueAt(metadata, "title"),
		abstract: abstractOf(textOf(childOf(metadata, "abstract"))),
		writtenIn: "plain",
		issued: readDate(valueAt(metadata, "created")) ?? firstVersion(metadata),
		arxiv: valueAt(metadata, "id"),
		arxivClass: categories[0] === "" ? undefined : categories[0],
		doi: valueAt(metadata, "doi").split(/\s+/)[0],
		venue: valueAt(metadata, "journal-ref") || arxivVenue,
		keywords: categories,
		links: linksOfComment(comment),
	};
}

/** The date of the first version in `arXivRaw`: `Mon, 2 Apr 2007 19:18:42 GMT`. */
function firstVersion(metadata: Element): Draft["issued"] {
	const versions = childrenOf(metadata, "version");
	const first = versions.find(({ attributes }) => attributes["version"] === "v1") ?? versions[0];
	return readDate(valueAt(first, "date"));
}

/** Persons in their parts; a colon between a collaboration and its members is none. */
function namesOfArxiv(metadata: Element): readonly Name[] {
	const authors = childOf(metadata, "authors");
	const people = childrenOf(authors, "author");
	if (people.length === 0)
		return authors && !authors.children.some(isElement) ? readNames(tidyTextOf(authors)).names : [];
	return people.flatMap(
		person => personOf(valueAt(person, "keyname"), valueAt(person, "forenames"), valueAt(person, "suffix")) ?? [],
	);
}
