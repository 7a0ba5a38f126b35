// Records of DataCite. Source: DataCite Metadata Schema 4.6 (and its kernels 2 to 4, whose names are the same).

import type { IssuedDate, Name } from "../../../paper";
import { childOf, childrenOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { dataCiteTypes } from "../../fields/dataCiteTypes";
import { readName } from "../../names";
import { personOf } from "../persons";
import { at, textIn, toFormat, valueAt } from "../records";

export const dataciteXml = toFormat({
	name: "datacite-xml",
	isOf: ({ name, head, names }) =>
		(name === "resource" || name === "resources" || name === "records") &&
		(/datacite\.org\/schema\/kernel|schema\.datacite\.org/.test(head) ||
			(names.has("creators") && names.has("identifier"))),
	isRecord: name => name === "resource",
	draftOf: ({ element }) => dataciteDraft(element),
});

/** The draft of a `resource`. */
export function dataciteDraft(resource: Element): Draft {
	const identifier = childOf(resource, "identifier");
	const alternates = [
		...childrenOf(at(resource, "alternateIdentifiers"), "alternateIdentifier"),
		...childrenOf(at(resource, "relatedIdentifiers"), "relatedIdentifier").filter(
			({ attributes }) => attributes["relationType"] === "IsIdenticalTo",
		),
	];
	const arxiv = alternates.find(({ attributes }) =>
		/arxiv/i.test(`${attributes["alternateIdentifierType"]} ${attributes["relatedIdentifierType"]}`),
	);
	const isDoi = /^doi$/i.test(identifier?.attributes["identifierType"] ?? "DOI");
	return {
		place: resource,
		title: titleOf(resource),
		abstract: abstractOf(resource),
		writtenIn: "plain",
		authors: childrenOf(at(resource, "creators"), "creator").flatMap(creator => nameOf(creator) ?? []),
		issued: issuedOf(resource),
		type: dataCiteTypes[childOf(resource, "resourceType")?.attributes["resourceTypeGeneral"] ?? ""] ?? "document",
		doi: isDoi ? tidyTextOf(identifier) : undefined,
		arxiv: arxiv && tidyTextOf(arxiv),
		url: isDoi ? undefined : tidyTextOf(identifier),
		venue: containerOf(resource) || textIn(resource, "publisher"),
		keywords: childrenOf(at(resource, "subjects"), "subject").map(plainOfXml),
		links: suppliesOf(resource),
	};
}

/** The main title, which has no type, with the subtitle. */
function titleOf(resource: Element): string {
	const titles = childrenOf(at(resource, "titles"), "title");
	const typed = (type: string): string => {
		const found = titles.find(({ attributes }) => (attributes["titleType"] ?? "") === type);
		return found ? plainOfXml(found) : "";
	};
	const title = typed("") || (titles[0] ? plainOfXml(titles[0]) : "");
	const subtitle = typed("Subtitle");
	return subtitle === "" || subtitle === title ? title : `${title}: ${subtitle}`;
}

function abstractOf(resource: Element): string {
	const descriptions = childrenOf(at(resource, "descriptions"), "description");
	const chosen = ["Abstract", "TechnicalInfo", "Other", undefined].flatMap(type =>
		descriptions.filter(({ attributes }) => attributes["descriptionType"] === type),
	)[0];
	return chosen ? plainOfXml(chosen) : "";
}

function nameOf(creator: Element): Name | undefined {
	const element = childOf(creator, "creatorName");
	const name = tidyTextOf(element);
	const [family, given] = [valueAt(creator, "familyName"), valueAt(creator, "givenName")];
	if (element?.attributes["nameType"] === "Organizational") return name === "" ? undefined : { literal: name };
	return family === "" ? readName(name) : personOf(family, given);
}

/** The date of issue; of other dates the first that belongs to publishing; the year of publication is there always. */
function issuedOf(resource: Element): IssuedDate | undefined {
	const dates = childrenOf(at(resource, "dates"), "date");
	const year = readDate(valueAt(resource, "publicationYear"));
	for (const type of ["Issued", "Available", "Submitted", "Created"]) {
		const element = dates.find(({ attributes }) => attributes["dateType"] === type);
		const date = element && readDate(tidyTextOf(element));
		if (date && (type === "Issued" || !year || date.year === year.year)) return date;
	}
	return year;
}

/** The journal or the series: of the related item it was published in, or of a description of its series. */
function containerOf(resource: Element): string {
	const item = childrenOf(at(resource, "relatedItems"), "relatedItem").find(
		({ attributes }) => attributes["relationType"] === "IsPublishedIn",
	);
	const series = childrenOf(at(resource, "descriptions"), "description").find(
		({ attributes }) => attributes["descriptionType"] === "SeriesInformation",
	);
	return textIn(at(item, "titles"), "title") || tidyTextOf(series).replace(/,.*$/, "");
}

/** Addresses of what the work is supplemented by. */
function suppliesOf(resource: Element): readonly string[] {
	return childrenOf(at(resource, "relatedIdentifiers"), "relatedIdentifier")
		.filter(({ attributes }) => /^(?:IsSupplementedBy|IsVariantFormOf)$/.test(attributes["relationType"] ?? ""))
		.map(found => {
			const text = tidyTextOf(found);
			return found.attributes["relatedIdentifierType"] === "DOI" && !/^https?:/.test(text)
				? `https://doi.org/${text}`
				: text;
		})
		.filter(url => /^https?:/.test(url));
}
