// Items of a feed that are digests themselves: each issue of a newsletter is one item with many papers.

import type { Paper } from "../../../paper";
import { childrenOf, isElement, textOf, type Element, type Node } from "../../../text/markup/elements";
import type { Input } from "../../format";
import { isPlausible } from "../../inner";

/** Addresses of papers; the last group is what tells one paper from another. */
const papers =
	/(?:arxiv\.org\/(?:abs|pdf|html)\/|huggingface\.co\/papers\/|doi\.org\/|openreview\.net\/(?:forum|pdf)\?id=|aclanthology\.org\/|pubmed\.ncbi\.nlm\.nih\.gov\/|(?:bio|med)rxiv\.org\/content\/)([\w./()-]{4,60})/gi;

/** An abstract refers to a work or two; a digest links to more. */
const least = 3;

/** Characters of an item in which addresses are looked for. */
const bound = 1 << 20;

/** The papers of an item that holds several; none for an item that is a paper. */
export function innerPapers(item: Element, { tryInner }: Input): readonly Paper[] {
	const content = contentsOf(item).reduce((longest, text) => (text.length > longest.length ? text : longest), "");
	const found = new Set<string>();
	for (const [, id = ""] of content.slice(0, bound).matchAll(papers))
		found.add(id.replace(/(?:v\d+|\.pdf|[).]+)+$/i, ""));
	if (found.size < least) return [];
	const isHtml = /<\/?(?:p|div|h[1-6]|li|ul|ol|table|a)\b/i.test(content.slice(0, 20_000));
	const page = isHtml ? `<!DOCTYPE html><html><body>${content}</body></html>` : content;
	const reading = tryInner(page, item);
	return reading.papers.length >= 2 && isPlausible(reading) ? reading.keep() : [];
}

function contentsOf(item: Element): readonly string[] {
	return ["content:encoded", "content", "description", "summary"].flatMap(name =>
		childrenOf(item, name).map(element =>
			element.children.some(isElement) ? element.children.map(markupOf).join("") : textOf(element),
		),
	);
}

/** Elements of XHTML as the mark-up they were read from. */
function markupOf(node: Node): string {
	if (!isElement(node)) return node.replace(/&/g, "&amp;").replace(/</g, "&lt;");
	const attributes = Object.entries(node.attributes).map(
		([key, value]) => ` ${key}="${value.replace(/"/g, "&quot;")}"`,
	);
	return `<${node.name}${attributes.join("")}>${node.children.map(markupOf).join("")}</${node.name}>`;
}
