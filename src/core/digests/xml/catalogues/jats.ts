// Articles in JATS, alone or in sets of PubMed Central. Source: JATS 1.3 (NISO Z39.96-2021), element `article-meta`;
// older articles follow NLM's tag set 2.x or 3.0, whose names are the same.

import type { IssuedDate, Name } from "../../../paper";
import { childOf, childrenOf, isElement, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import { dateOf, readDate } from "../../dates";
import type { Draft } from "../../draft";
import { personOf } from "../persons";
import { at, textIn, toFormat, valueAt } from "../records";

export const jatsXml = toFormat({
	name: "jats-xml",
	isOf: ({ name, names }) =>
		/^(?:(?:jats:)?article|pmc-articleset|articles|article-set|front)$/.test(name) &&
		(names.has("article-meta") || names.has("front") || names.has("journal-meta") || name === "pmc-articleset"),
	isRecord: (name, parent) => name === "article" && parent !== "article",
	draftOf: ({ element }) => jatsDraft(element),
});

/** The draft of an `article`. */
export function jatsDraft(article: Element): Draft {
	const front = childOf(article, "front") ?? article;
	const meta = childOf(front, "article-meta");
	const journal = childOf(front, "journal-meta");
	const ids = childrenOf(meta, "article-id");
	const id = (type: RegExp): string =>
		tidyTextOf(ids.find(({ attributes }) => type.test(attributes["pub-id-type"] ?? "")));
	const doi = id(/^doi$/);
	const { names, isIncomplete } = authorsOf(meta);
	const pmc = id(/^pmc(?:id|aid)?$/).replace(/^PMC/i, "");
	return {
		place: article,
		title: titleOf(meta),
		abstract: abstractOf(meta),
		writtenIn: "plain",
		authors: names,
		authorsIncomplete: isIncomplete,
		issued: issuedOf(meta),
		type: article.attributes["article-type"] === "preprint" ? "article" : "article-journal",
		doi,
		arxiv: id(/^arxiv$/i),
		pmid: id(/^pmid$/),
		url: selfAddress(meta),
		venue:
			textIn(at(journal, "journal-title-group"), "journal-title") ||
			textIn(journal, "journal-title", "abbrev-journal-title") ||
			tidyTextOf(childOf(journal, "journal-id")),
		keywords: keywordsOf(meta),
		links: [...(/^\d+$/.test(pmc) ? [`https://pmc.ncbi.nlm.nih.gov/articles/PMC${pmc}/`] : []), ...linksOf(meta)],
		needsNoAbstract: /^(?:correction|retraction|editorial|letter|obituary|announcement|news)$/.test(
			article.attributes["article-type"] ?? "",
		),
	};
}

/** The title without its notes, and the subtitle behind a colon. */
function titleOf(meta: Element | undefined): string {
	const group = childOf(meta, "title-group") ?? meta;
	const title = textIn(group, "article-title");
	const subtitle = textIn(group, "subtitle");
	if (title === "") return textIn(at(group, "trans-title-group"), "trans-title");
	return subtitle === "" ? title : `${title.replace(/\s*:$/, "")}: ${subtitle}`;
}

/** The abstract, not those for pictures, highlights or lay readers, which have a type. */
function abstractOf(meta: Element | undefined): string {
	const abstracts = childrenOf(meta, "abstract");
	const plain = abstracts.find(({ attributes }) =>
		/^$|^(?:section|structured)$/.test(attributes["abstract-type"] ?? ""),
	);
	const chosen =
		plain ??
		abstracts.find(
			({ attributes }) => !/graphical|teaser|toc|key-points|highlights/.test(attributes["abstract-type"] ?? ""),
		) ??
		childOf(meta, "trans-abstract");
	return chosen ? plainOfXml(chosen) : "";
}

function authorsOf(meta: Element | undefined): { names: readonly Name[]; isIncomplete: boolean } {
	const groups = childrenOf(meta, "contrib-group");
	const contributors = groups.flatMap(group => childrenOf(group, "contrib"));
	const authors = contributors.filter(({ attributes }) => (attributes["contrib-type"] ?? "author") === "author");
	const shown = authors.length > 0 ? authors : contributors;
	return {
		names: shown.flatMap(namesOf),
		isIncomplete: groups.some(group => childOf(group, "etal") !== undefined),
	};
}

/** A person, and the group that stands with one: `for the Belle Collaboration`. */
function namesOf(contributor: Element): readonly Name[] {
	const name = nameOf(contributor);
	const group = childOf(contributor, "collab");
	const literal = group ? nameOfGroup(group).replace(/^(?:on behalf of|for) (?:the )?/i, "") : "";
	if (!name) return [];
	return "literal" in name || literal === "" ? [name] : [name, { literal }];
}

function nameOf(contributor: Element): Name | undefined {
	const name = childOf(contributor, "name") ?? childOf(childOf(contributor, "name-alternatives"), "name");
	if (name) return personOf(valueAt(name, "surname"), valueAt(name, "given-names"), valueAt(name, "suffix"));
	const written = childOf(contributor, "string-name");
	if (written) {
		const surname = valueAt(written, "surname");
		return surname === "" ? personOf(tidyTextOf(written)) : personOf(surname, valueAt(written, "given-names"));
	}
	const group = childOf(contributor, "collab") ?? childOf(childOf(contributor, "collab-alternatives"), "collab");
	const literal = group ? nameOfGroup(group) : "";
	return literal === "" ? undefined : { literal };
}

/** The name of a group without its members, who stand within it. */
function nameOfGroup(group: Element): string {
	const own = group.children.filter(
		child => !isElement(child) || !/^(?:contrib-group|xref|fn|aff)$/.test(child.name),
	);
	return plainOfXml({ ...group, children: own });
}

/** When it was first public: online before in print; the date of a deposit in PubMed Central is none of it. */
function issuedOf(meta: Element | undefined): IssuedDate | undefined {
	const kinds = ["epub", "electronic", "pub", "epub-ppub", "ppub", "print", "collection", ""];
	const dates = childrenOf(meta, "pub-date").flatMap(element => {
		const { "pub-type": type, "publication-format": format, "date-type": of } = element.attributes;
		const rank = Math.min(...[type, format, of].map(kind => rankOf(kinds, kind)));
		const date = dateIn(element);
		return date && !/pmc-release|preprint|nihms/.test(`${type} ${of}`) ? [{ rank, date }] : [];
	});
	return dates.sort((a, b) => a.rank - b.rank)[0]?.date;
}

function rankOf(kinds: readonly string[], kind: string | undefined): number {
	const rank = kinds.indexOf(kind ?? "");
	return rank < 0 ? kinds.length : rank;
}

function dateIn(element: Element): IssuedDate | undefined {
	const [year, month, day] = [valueAt(element, "year"), valueAt(element, "month"), valueAt(element, "day")];
	if (year === "") return readDate(element.attributes["iso-8601-date"] ?? valueAt(element, "string-date"));
	return /^\d{0,2}$/.test(month) ? dateOf(year, month, day) : readDate(`${year} ${month} ${day}`);
}

function keywordsOf(meta: Element | undefined): readonly string[] {
	const groups = childrenOf(meta, "kwd-group").filter(
		({ attributes }) => !/abbreviations|research-organism/.test(attributes["kwd-group-type"] ?? ""),
	);
	const compound = groups.flatMap(group =>
		childrenOf(group, "compound-kwd").map(kwd => textIn(kwd, "compound-kwd-part")),
	);
	return [...groups.flatMap(group => childrenOf(group, "kwd").map(plainOfXml)), ...compound];
}

function selfAddress(meta: Element | undefined): string | undefined {
	const addresses = childrenOf(meta, "self-uri").map(({ attributes }) => attributes["xlink:href"] ?? "");
	return addresses.find(address => /^https?:/.test(address) && !/\.pdf$/i.test(address));
}

function linksOf(meta: Element | undefined): readonly string[] {
	const addresses = childrenOf(meta, "self-uri").map(({ attributes }) => attributes["xlink:href"] ?? "");
	return addresses.filter(address => /^https?:.*\.pdf$/i.test(address));
}
