// Works of OpenAlex. Source: docs.openalex.org, "Work object".

import type { TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { pageRange } from "../../fields/publication";
import { readName } from "../../names";
import { at, decoded, fieldsOf, firstDate, firstText, isFields, objects, text, texts, type Fields } from "../fields";
import type { Shape } from "../shape";
import { crossrefTypes } from "./crossref";

export const openAlex: Shape = {
	name: "openalex",
	is: work =>
		/^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?W\d{4,}$/.test(text(work["id"])) ||
		isFields(work["abstract_inverted_index"]) ||
		(Array.isArray(work["authorships"]) && ("display_name" in work || "title" in work)),
	drafts: (work, place) => [draftOf(work, place)],
};

function draftOf(work: Fields, place: TextRange): Draft {
	const location = [work["primary_location"], work["host_venue"], work["best_oa_location"]].find(isFields) ?? {};
	const source = isFields(location["source"]) ? location["source"] : fieldsOf(work["host_venue"]);
	const ids = fieldsOf(work["ids"]);
	const locations = [location, ...objects(work["locations"])];
	const pages = locations.map(({ landing_page_url: page }) => text(page));
	return {
		place,
		title: firstText(work["title"], work["display_name"]),
		abstract: invertedText(work["abstract_inverted_index"]) || text(work["abstract"]),
		authors: objects(work["authorships"]).flatMap(
			author => readName(firstText(at(author, "author", "display_name"), author["raw_author_name"])) ?? [],
		),
		// A list of works names the first hundred authors alone ("Authorships", limits).
		authorsIncomplete: work["is_authors_truncated"] === true,
		issued: firstDate(work["publication_date"], work["publication_year"]),
		type: typeOf(work, location, source),
		doi: decoded(firstText(work["doi"], ids["doi"])),
		arxiv: pages.find(page => /arxiv\.org\/(?:abs|pdf)\//i.test(page)),
		pmid: text(ids["pmid"]),
		url: firstText(location["landing_page_url"], location["url"], work["id"]),
		venue: firstText(source["display_name"], location["raw_source_name"]),
		publication: {
			volume: text(at(work, "biblio", "volume")),
			issue: text(at(work, "biblio", "issue")),
			pages: pageRange(text(at(work, "biblio", "first_page")), text(at(work, "biblio", "last_page"))),
			publisher: firstText(source["host_organization_name"], source["publisher"]),
			issn: firstText(source["issn_l"]),
		},
		keywords: keywordsOf(work),
		links: [...locations.map(({ pdf_url: pdf }) => pdf), at(work, "best_oa_location", "pdf_url")].flatMap(pdf =>
			text(pdf) === "" ? [] : { url: text(pdf), kind: "pdf" as const },
		),
	};
}

/** More words than any abstract has; what stands behind is no abstract. */
const mostWords = 50_000;

/** The text of an inverted index: each word with its places. Places that no word has are passed over. */
export function invertedText(index: unknown): string {
	const words: string[] = [];
	const entries = isFields(index) ? fieldsOf(index["InvertedIndex"] ?? index) : {};
	for (const [word, places] of Object.entries(entries)) {
		for (const place of Array.isArray(places) ? (places as readonly unknown[]) : []) {
			if (typeof place !== "number" || !Number.isInteger(place) || place < 0 || place >= mostWords) continue;
			words[place] = words[place] === undefined ? word : `${words[place]} ${word}`;
		}
	}
	// Some sources hand their line breaks on as they are written in programs.
	const written = words.filter(word => word !== "").join(" ");
	return (written.includes("\\") ? written.replace(/\\[nrt](?![a-z])/g, " ") : written).replace(/ {2,}/g, " ").trim();
}

/** Keywords as OpenAlex gives them; records of older years have concepts instead, of which the sure ones are taken. */
function keywordsOf(work: Fields): readonly string[] {
	const keywords = texts(work["keywords"], "display_name", "keyword");
	const concepts = objects(work["concepts"]).filter(({ score }) => typeof score === "number" && score >= 0.5);
	const topic = text(at(work, "primary_topic", "display_name"));
	const mesh = objects(work["mesh"]).filter(({ is_major_topic: isMajor }) => isMajor === true);
	return [
		...(keywords.length > 0 ? keywords : texts(concepts, "display_name")),
		...texts(mesh, "descriptor_name"),
		...(topic === "" ? [] : [topic]),
	];
}

/** OpenAlex has Crossref's types, and a few of its own. */
const types: Readonly<Record<string, string>> = {
	...crossrefTypes,
	other: "document",
	paratext: "document",
	preprint: "article",
	software: "software",
};

/** An article's type is told by where it appeared: a journal, proceedings, or a repository of preprints. */
function typeOf(work: Fields, location: Fields, source: Fields): string {
	const given = text(work["type"]);
	const known = types[given] ?? types[firstText(work["type_crossref"], location["raw_type"])];
	if (known !== undefined) return known;
	const kind = text(source["type"]);
	if (kind === "conference") return "paper-conference";
	return kind === "journal" || (kind === "" && given !== "article") ? "article-journal" : "article";
}
