// Mark-up within a title or an abstract (HTML, JATS, MathML) to Unicode, with math as `$…$`.

import { findLinks } from "./links";
import { parseElements, textOf, type Element, type Node } from "./elements";
import { texOfMathMl } from "./mathMl";

/** The text of a piece of mark-up, and the addresses that its links lead to. */
export interface PlainMarkup {
	readonly text: string;
	readonly urls: readonly string[];
}

/** Elements that begin a paragraph of their own. Those of JATS are named with and without their prefix. */
const blocks =
	/^(?:p|div|br|li|ul|ol|dl|dt|dd|h[1-6]|tr|table|blockquote|section|article|header|footer|pre|hr|(?:jats:)?(?:p|sec|title|list|list-item|break|disp-quote))$/;

/** Elements that hold nothing for a reader. */
const silent = /^(?:script|style|head|template|noscript|iframe|object|svg|xref|jats:xref|tex-math-id)$/;

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
const subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ";
const plainScripts = "0123456789+-=()ni";

/** Whether a text holds tags or entities, as in `<i>In vitro</i>` and `&amp;`. */
export function hasMarkup(text: string): boolean {
	return /<\/?[a-z][\w:-]{0,30}(?:\s[^<>]{0,500})?\/?>|&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,31}\d{0,2});/i.test(text);
}

/** Reads a piece of mark-up. Paragraphs are parted by a blank line. Total. */
export function readMarkup(markup: string): PlainMarkup {
	return plainOf(parseElements(markup, { xml: false }));
}

/** The text of an element as a reader sees it. */
export function plainOf(node: Node): PlainMarkup {
	const urls: string[] = [];
	const text = writeNode(node, urls)
		.replace(/[^\S\n\u2029]+/g, " ")
		.replace(/\s*\n\s*/g, " ")
		.replace(/\s*\u2029[\s\u2029]*/g, "\n\n")
		.trim();
	return { text, urls };
}

function writeNode(node: Node, urls: string[]): string {
	if (typeof node === "string") return node.replace(/\u2029/g, " ");
	const name = node.name.replace(/^(?:mml|m):/, "");
	if (silent.test(name)) return "";
	if (name === "math" || name === "mml:math") return texOfMathMl(node);
	if (name === "tex-math" || name === "jats:tex-math") return asMath(textOf(node));
	if (name === "inline-formula" || name === "alternatives" || name === "jats:inline-formula")
		return formula(node, urls);
	if (name === "sup") return script(node, urls, superscripts, "^");
	if (name === "sub") return script(node, urls, subscripts, "_");
	const href = name === "a" ? node.attributes["href"] : undefined;
	if (href !== undefined && findLinks(href).links.length > 0) urls.push(href);
	const inner = node.children.map(child => writeNode(child, urls)).join("");
	return blocks.test(name) ? `\u2029${inner}\u2029` : inner;
}

/** A formula that is given in several ways is taken once: TeX before MathML. */
function formula(node: Element, urls: string[]): string {
	const ways = node.children.filter((child): child is Element => typeof child !== "string");
	const chosen =
		ways.find(({ name }) => name.endsWith("tex-math")) ??
		ways.find(({ name }) => name.endsWith("alternatives")) ??
		ways.find(({ name }) => name.endsWith("math"));
	return chosen ? writeNode(chosen, urls) : node.children.map(child => writeNode(child, urls)).join("");
}

function asMath(tex: string): string {
	const bare = tex
		.replace(/^[^]*\\begin\{document\}|\\end\{document\}[^]*$/g, "")
		.replace(/^\s*\${1,2}|\${1,2}\s*$/g, "");
	return bare.trim() === "" ? "" : `$${bare.trim()}$`;
}

/** Raised and lowered signs have characters of their own; what has none stays on the line, as math when it is a sign. */
function script(node: Element, urls: string[], signs: string, mark: string): string {
	const inner = node.children.map(child => writeNode(child, urls)).join("");
	const mapped = Array.from(inner.trim(), char => signs.charAt(plainScripts.indexOf(char)));
	if (mapped.length > 0 && !mapped.includes("")) return mapped.join("");
	return /^[\w,.*'’]{1,12}$/.test(inner.trim()) && inner.trim().length > 0 ? `$${mark}{${inner.trim()}}$` : inner;
}
