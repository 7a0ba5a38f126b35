// What a description or a content of a feed says: the abstract, once what publishers write around it is taken off.

import { childrenOf, isElement, textOf, type Element } from "../../../text/markup/elements";
import { plainOf, plainOfXml, readMarkup } from "../../../text/markup/markup";
import type { Draft } from "../../draft";
import { citationIn } from "./highwire";
import { sortOut, type Said } from "./boilerplate";

export interface Content extends Said {
	readonly links: NonNullable<Draft["links"]>;
}

/** The elements that may hold an abstract. */
const names = ["dcterms:abstract", "content:encoded", "description", "summary", "content", "dc:description"];

/** Longer than any abstract: a whole article or page. */
const longest = 8000;

/** The best of what the elements of an item say. */
export function contentOf(item: Element, title: string): Content {
	const said = names.flatMap(name => childrenOf(item, name).map(element => readContent(element, title)));
	const merged: Said & { links: Content["links"] } = Object.assign({}, ...[...said].reverse()) as Content;
	const abstracts = said.map(({ abstract }) => abstract).filter(text => text !== "");
	const byLength = [...abstracts].sort((a, b) => b.length - a.length);
	const abstract = byLength.find(text => text.length <= longest) ?? byLength[0] ?? "";
	const links = said.find(content => content.abstract === abstract)?.links ?? [];
	return { ...merged, abstract, links };
}

function readContent(element: Element, title: string): Content {
	if (element.children.some(isElement)) {
		const { text, urls } = plainOf(element);
		return { ...sortOut(text === "" ? plainOfXml(element) : text, title), links: linksOf(urls) };
	}
	const raw = textOf(element);
	const citation = /highwire-cit/.test(raw.slice(0, 2000)) ? citationIn(raw) : undefined;
	if (citation) return { ...citation, links: [] };
	if (!/<|&/.test(raw)) return { ...sortOut(raw, title), links: [] };
	const { text, urls } = readMarkup(raw);
	return { ...sortOut(text, title), links: linksOf(urls) };
}

/** Addresses of code and data; what else a description links to is the publisher's own. */
function linksOf(urls: readonly string[]): readonly string[] {
	return urls.filter(url =>
		/\/\/(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co|zenodo\.org|osf\.io|kaggle\.com)\//i.test(url),
	);
}
