// Papers that a page marks for machines where it shows them (HTML, section 5, "Microdata"; schema.org/ScholarlyArticle).

import type { Name } from "../../../paper";
import { childrenOf, descendantsOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { readName } from "../../names";
import { paperAddress, unwrap } from "../addresses";
import { cleanTitle } from "../list/signs";

/** All marked articles of a page; one within another belongs to it. */
export function markedArticles(root: Element, base: string | undefined): readonly Draft[] {
	const drafts: Draft[] = [];
	for (const element of descendantsOf(root)) {
		if (!/schema\.org\/(?:Medical)?ScholarlyArticle$/.test(element.attributes["itemtype"] ?? "")) continue;
		const draft = draftOf(element, base);
		if (draft) drafts.push(draft);
	}
	return drafts;
}

type Properties = Map<string, Element[]>;

function draftOf(article: Element, base: string | undefined): Draft | undefined {
	const properties: Properties = new Map();
	collect(article, properties);
	const first = (...names: readonly string[]) =>
		names.map(name => properties.get(name)?.[0]).find(found => found !== undefined);
	const title = valueOf(first("name", "headline"));
	if (title === "") return undefined;
	const urls = [...descendantsOf(article)].flatMap(({ attributes }) => unwrap(attributes["href"] ?? "", base) ?? []);
	const papers = urls.flatMap(url => paperAddress(url) ?? []);
	const identified = papers.find(({ doi }) => doi !== undefined) ?? papers[0];
	const venue = nameIn(first("isPartOf"));
	return {
		place: { start: article.start, end: article.end },
		title: cleanTitle(title),
		abstract: valueOf(first("abstract", "description")),
		writtenIn: "plain",
		authors: (properties.get("author") ?? []).flatMap(author => nameOf(author) ?? []),
		issued: readDate(valueOf(first("datePublished"))),
		type: venue === "" ? "article" : "article-journal",
		doi: identified?.doi,
		arxiv: papers.find(({ arxiv }) => arxiv !== undefined)?.arxiv,
		pmid: papers.find(({ pmid }) => pmid !== undefined)?.pmid,
		url: identified?.url,
		venue: venue === "" ? undefined : venue,
		needsNoAbstract: true,
	};
}

/** The properties of an item: those of items within it are theirs. A wrapper of other properties is none itself. */
function collect(element: Element, properties: Properties): void {
	for (const child of childrenOf(element)) {
		const name = child.attributes["itemprop"];
		const isWrapper =
			name === "headline" &&
			[...descendantsOf(child)].some(({ attributes }) => attributes["itemprop"] !== undefined);
		if (name !== undefined && !isWrapper) properties.set(name, [...(properties.get(name) ?? []), child]);
		else if (child.attributes["itemscope"] === undefined) collect(child, properties);
	}
}

function valueOf(element: Element | undefined): string {
	if (!element) return "";
	return element.attributes["content"] ?? element.attributes["datetime"] ?? tidyTextOf(element);
}

function nameIn(element: Element | undefined): string {
	if (!element) return "";
	const name = [...descendantsOf(element)].find(({ attributes }) => attributes["itemprop"] === "name");
	return valueOf(name ?? element);
}

/** DBLP parts people of one name by a number. */
function nameOf(author: Element): Name | undefined {
	return readName(nameIn(author).replace(/ \d{4}$/, ""));
}
