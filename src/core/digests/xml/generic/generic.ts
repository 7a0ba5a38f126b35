// Any other XML in which records with titles can be told: each element is taken for a field by its name, and it is said
// which was taken for what.

import type { Name, Paper } from "../../../paper";
import { childrenOf, descendantsOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import { readDate } from "../../dates";
import { toPapers, type Draft } from "../../draft";
import type { Format, Input } from "../../format";
import { readName, readNames } from "../../names";
import { personOf } from "../persons";
import { doiOfAddress } from "../../identifiers";
import { draftsOf } from "../records";
import { rootOf, type Root } from "../root";
import { fieldOf, recordNames, type Field } from "./shape";

export const genericXml: Format = {
	name: "xml",
	looksLike: text => {
		const root = rootOf(text);
		return root !== undefined && isXml(root, text);
	},
	read: readGeneric,
};

/** Elements of HTML that begin a page, a fragment of one, or a Markdown file. */
const html =
	/^(?:html|head|body|div|p|span|a|b|i|em|strong|center|details|summary|h[1-6]|img|br|hr|table|ul|ol|li|dl|section|article|main|nav|header|footer|picture|script|style|meta|link|title|pre|code|blockquote|font|svg|kbd|sub|sup)$/i;

/** A text that says that it is XML, or ends with the end of its first element. */
function isXml({ name, isDeclared }: Root, text: string): boolean {
	if (html.test(name)) return false;
	return (
		isDeclared ||
		text
			.slice(-name.length - 200)
			.trimEnd()
			.endsWith(`</${name}>`)
	);
}

/** How a record's fields were found: for each, the element that it was taken from. */
type Taken = Map<Field, string>;

function readGeneric(input: Input): Paper[] {
	const { text, report } = input;
	const root = rootOf(text);
	if (!root) return [];
	const records = recordNames(text, root.start);
	const whole = { start: 0, end: 0 };
	if (records.size === 0) {
		report.add("no-list-of-papers", whole, `XML (${root.name})`, "no element in it is a title");
		return [];
	}
	const taken: Taken = new Map();
	const drafts = [
		...draftsOf({ isRecord: name => records.has(name), draftOf: ({ element }) => draftOf(element, taken) }, input),
	];
	const said = (["abstract", "authors", "doi", "pmid", "arxiv"] as const).filter(field => taken.has(field));
	if (said.length === 0) {
		report.add(
			"no-list-of-papers",
			whole,
			`XML (${root.name})`,
			"its titles have no abstracts, authors or identifiers",
		);
		return [];
	}
	for (const [field, element] of taken) report.add("column-taken", whole, element, words[field]);
	return toPapers(drafts, report);
}

/** What a field is called in a sentence. */
const words: Readonly<Record<Field, string>> = {
	title: "title",
	abstract: "abstract",
	authors: "authors",
	date: "date",
	doi: "DOI",
	pmid: "PMID",
	arxiv: "arXiv identifier",
	url: "address",
	venue: "journal",
	keywords: "keywords",
};

function draftOf(record: Element, taken: Taken): Draft {
	const found = fieldsOf(record);
	const first = (field: Field): string => {
		const element = (found.get(field) ?? []).find(
			candidate => tidyTextOf(candidate) !== "" || addressIn(candidate) !== "",
		);
		if (!element) return "";
		if (!taken.has(field)) taken.set(field, element.name);
		return plainOfXml(element) || addressIn(element);
	};
	const addresses = (found.get("url") ?? []).map(element => tidyTextOf(element) || addressIn(element));
	return {
		place: record,
		title: first("title"),
		abstract: first("abstract"),
		writtenIn: "plain",
		authors: authorsIn(found.get("authors") ?? [], taken),
		issued: readDate(first("date")),
		type: types[record.name.toLowerCase()] ?? (first("venue") === "" ? "article" : "article-journal"),
		doi: first("doi") || identifierIn(record) || addresses.map(doiOfAddress).find(doi => doi !== undefined),
		pmid: first("pmid"),
		arxiv: first("arxiv"),
		url: addresses.find(address => /^https?:/.test(address)) ?? first("url"),
		venue: first("venue"),
		keywords: (found.get("keywords") ?? []).flatMap(element => keywordsIn(element, taken)),
	};
}

/** Records that are named by what they are, as in DBLP's XML. */
const types: Readonly<Record<string, string>> = {
	inproceedings: "paper-conference",
	incollection: "chapter",
	book: "book",
	proceedings: "book",
	phdthesis: "thesis",
	mastersthesis: "thesis",
};

/** The elements for each field, the nearest to the record first; what lies within a field belongs to it. */
function fieldsOf(record: Element): ReadonlyMap<Field, readonly Element[]> {
	const found = new Map<Field, Element[]>();
	let level: readonly Element[] = childrenOf(record);
	for (let depth = 0; depth < 8 && level.length > 0; depth++) {
		const next: Element[] = [];
		for (const element of level) {
			const field = isModsAuthor(element) ? "authors" : fieldOf(element.name);
			const isLeafField = field !== undefined && !(field === "venue" && childrenOf(element).length > 1);
			if (isLeafField) found.set(field, [...(found.get(field) ?? []), element].slice(0, 5000));
			else if (!/^(?:references?|citations?|reflist|bibliography|relateditem)$/i.test(element.name))
				next.push(...childrenOf(element));
		}
		level = next;
	}
	return found;
}

/** A `name` of MODS has a type, and roles: the marks of an editor or a publisher make it none of an author. */
function isModsAuthor(element: Element): boolean {
	if (!/^(?:\w+:)?name$/.test(element.name) || !/^(?:personal|corporate)$/.test(element.attributes["type"] ?? ""))
		return false;
	const roles = [...descendantsOf(element)].filter(({ name }) => /(?:^|:)roleTerm$/.test(name)).map(tidyTextOf);
	return roles.length === 0 || roles.some(role => /^(?:aut|author|cre|creator)$/i.test(role));
}

/** The part of a name of MODS of one type, such as `family`; `undefined` where its parts have no types. */
function namePart(element: Element, type: string): string | undefined {
	const parts = childrenOf(element).filter(
		({ name, attributes }) => /(?:^|:)namePart$/.test(name) && attributes["type"] === type,
	);
	return parts.length === 0 ? undefined : parts.map(tidyTextOf).join(" ");
}

/** Authors: an element each, a list in an element, or one text. */
function authorsIn(elements: readonly Element[], taken: Taken): readonly Name[] {
	const [first] = elements;
	if (first && !taken.has("authors")) taken.set("authors", first.name);
	const isEach = elements.length > 1;
	return elements.flatMap(element => personsIn(element, isEach));
}

/** The persons of an element; where each has one of their own, a comma stands behind the family name. */
function personsIn(element: Element, isEach: boolean): readonly Name[] {
	const children = childrenOf(element);
	const text = tidyTextOf(element);
	if (children.length === 0 && isEach && /^[^,;]+, [^,;]+$/.test(text))
		return [readName(text)].flatMap(name => name ?? []);
	if (children.length === 0) return readNames(text).names;
	const family =
		namePart(element, "family") ?? partOf(element, /^(?:last|lastname|surname|family|familyname|keyname)$/i);
	if (family !== undefined) {
		const given =
			namePart(element, "given") ??
			partOf(element, /^(?:first|firstname|forename|forenames|given|givenname|given-names|givennames)$/i);
		const name = personOf(family, given ?? "");
		return name ? [name] : [];
	}
	const name = partOf(
		element,
		/^(?:name|fullname|full-name|authorname|displayname|creatorname|namepart|collectivename)$/i,
	);
	if (name !== undefined) return readNames(name).names;
	return children.flatMap(child => personsIn(child, children.length > 1));
}

/** The text of a child that is named so, without its prefix. */
function partOf(element: Element, pattern: RegExp): string | undefined {
	const part = childrenOf(element).find(({ name }) => pattern.test(name.replace(/^[^:]*:/, "").replace(/_/g, "")));
	return part && childrenOf(part).length === 0 ? tidyTextOf(part) : undefined;
}

function keywordsIn(element: Element, taken: Taken): readonly string[] {
	if (!taken.has("keywords")) taken.set("keywords", element.name);
	const children = childrenOf(element);
	if (children.length > 0) return children.map(tidyTextOf);
	return tidyTextOf(element).split(/\s*;\s*/);
}

function addressIn({ attributes }: Element): string {
	return attributes["href"] ?? attributes["rdf:resource"] ?? "";
}

/** A DOI among elements that are called identifiers. */
function identifierIn(record: Element): string {
	for (const element of descendantsOf(record)) {
		if (!/(?:^|:)(?:identifier|id|articleid|idno)$/i.test(element.name)) continue;
		const text = tidyTextOf(element);
		if (/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/|DOI )?10\.\d{4,9}\//i.test(text)) return text;
	}
	return "";
}
