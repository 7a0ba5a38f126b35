// Mark-up within a title or an abstract (HTML, JATS, MathML) to Unicode, with math as `$…$`. Sources: HTML living
// standard; JATS 1.3, elements `abstract`, `sec`, `inline-formula`, `alternatives`, `tex-math`.

import { findLinks } from "../links";
import { isElement, parseElements, textOf, type Element, type Node } from "./elements";
import { escapeText, hasMarkup } from "./markupNames";
import { texOfMathMl } from "./mathMl";
import { lowered, raised } from "./scripts";

export { hasMarkup } from "./markupNames";

/** The text of a piece of mark-up, and the addresses that its links lead to. */
export interface PlainMarkup {
	readonly text: string;
	readonly urls: readonly string[];
}

/** Parts paragraphs while they are gathered: Unicode's own sign for it, which no text holds. */
const paragraph = "\u2029";

/** Elements that begin a paragraph of their own; their prefixes are left off before. */
const blocks =
	/^(?:p|div|br|li|ul|ol|dl|dt|dd|h[1-6]|tr|table|blockquote|section|article|header|footer|pre|hr|sec|title|list|list-item|break|disp-quote|abstract|Para|SimplePara|AbstractSection|Heading|Abstract)$/;

/** Elements that hold nothing for a reader. */
const silent = /^(?:head|template|noscript|iframe|object|svg|tex-math-id|inline-graphic|graphic|object-id)$/;

/** Prefixes of the names of JATS, MathML and Elsevier's mark-up. */
const prefix = /^(?:jats|mml|m|ce|sb|xhtml|html|h):/;

/** Reads a piece of mark-up. Paragraphs are parted by a blank line. Total. */
export function readMarkup(markup: string): PlainMarkup {
	// HTML's `title` holds no elements, that of JATS does.
	const jats = escapeText(markup).replace(/<(\/?)title(?=[\s>])/gi, "<$1jats:title");
	return plainOf(parseElements(jats, { xml: false }));
}

/** The text of an element as a reader sees it. */
export function plainOf(node: Node): PlainMarkup {
	const urls: string[] = [];
	const text = writeNode(node, urls)
		.replace(/[^\S\n\u2029]+/g, " ")
		.replace(/ ?\n[ \n]*/g, " ")
		.replace(/[ \u2029]*\u2029[ \u2029]*/g, "\n\n")
		.trim();
	return { text, urls };
}

/** The text of an element of XML, in which mark-up may also stand as text: `&lt;i&gt;In vitro&lt;/i&gt;`, `&amp;eacute;`. */
export function plainOfXml(node: Node): string {
	const { text } = plainOf(node);
	if (!hasMarkup(text)) return text;
	return text
		.split("\n\n")
		.map(part => (hasMarkup(part) ? readMarkup(part).text : part))
		.join("\n\n");
}

function writeNode(node: Node, urls: string[]): string {
	if (typeof node === "string") return node.replace(/\u2029/g, " ");
	const name = node.name.replace(prefix, "");
	if (silent.test(name) || isHidden(name, node)) return "";
	const math = mathOf(name, node, urls);
	if (math !== undefined) return math;
	if (name === "sup" || name === "superscript") return raised(writeChildren(node, urls));
	if (name === "sub" || name === "inf" || name === "subscript") return lowered(writeChildren(node, urls));
	if (name === "q") return `“${writeChildren(node, urls)}”`;
	const href = node.attributes["href"] ?? node.attributes["xlink:href"];
	if (href !== undefined && findLinks(href).links.length > 0) urls.push(href);
	const inner = writeChildren(node, urls);
	if (name === "td" || name === "th") return ` ${inner} `;
	return blocks.test(name) ? `${paragraph}${inner}${paragraph}` : inner;
}

/** Marks of references and notes, and what a page draws a second time for the eye alone. */
function isHidden(name: string, { attributes }: Element): boolean {
	// EndNote wraps each value in a `style` with a typeface; that of HTML holds rules.
	if (name === "style") return attributes["face"] === undefined;
	if (name === "xref") return !/^(?:fig|table|sec|disp-formula|app|boxed-text)$/.test(attributes["ref-type"] ?? "");
	return /\b(?:katex-html|MathJax_Preview|MathJax_CHTML)\b/.test(attributes["class"] ?? "");
}

/** The children in order; a heading within the text becomes the label of what follows it, as in `Background: We …`. */
function writeChildren({ name, children }: Element, urls: string[]): string {
	const parts: string[] = [];
	let label = "";
	for (const child of children) {
		const isTitle = isElement(child) && /^(?:jats:)?title$|^Heading$/.test(child.name);
		const written = writeNode(child, urls);
		if (isTitle) {
			const heading = written.replace(/\u2029/g, " ").trim();
			if (label !== "") parts.push(`${paragraph}${label}${paragraph}`);
			label = /^(?:|(?:jats:)?abstract|Abstract)$/.test(name) && isOnlyAName(heading) ? "" : heading;
		} else if (label === "" || written.trim() === "") parts.push(written);
		else {
			const separator = /[.:?!]$/.test(label) ? " " : ": ";
			parts.push(`${paragraph}${label}${separator}${written.replace(/^[\s\u2029]+/, "")}`);
			label = "";
		}
	}
	return label === "" ? parts.join("") : `${parts.join("")}${paragraph}${label}${paragraph}`;
}

/** A heading that says only that an abstract follows. */
function isOnlyAName(heading: string): boolean {
	return /^(?:abstract|summary|résumé|resumen|resumo|zusammenfassung|author summary)\s*[.:]?$/i.test(heading);
}

/** Math in one of the ways in which pages and articles hold it; `undefined` for what is no math. */
function mathOf(name: string, node: Element, urls: string[]): string | undefined {
	switch (name) {
		case "math":
			return texOfMathMl(node);
		case "tex-math":
			return asMath(textOf(node));
		case "EquationSource":
		case "equationsource":
			return /tex/i.test(node.attributes["Format"] ?? node.attributes["format"] ?? "")
				? asMath(textOf(node))
				: "";
		case "inline-formula":
		case "disp-formula":
		case "alternatives":
			return formula(node, urls);
		case "script":
			return /^math\/tex/i.test(node.attributes["type"] ?? "") ? asMath(textOf(node)) : "";
		case "img":
			return imageOf(node.attributes["alt"] ?? "");
		default:
			return undefined;
	}
}

/** A picture of a formula has its TeX beside it. */
function imageOf(alternative: string): string {
	return /^\s*(?:\$|\\\(|\\[a-zA-Z])/.test(alternative) ? asMath(alternative) : "";
}

/** A formula that is given in several ways is taken once: TeX before MathML. */
function formula(node: Element, urls: string[]): string {
	const ways = node.children.filter(isElement);
	const chosen =
		ways.find(({ name }) => name.endsWith("tex-math")) ??
		ways.find(({ name }) => name.endsWith("alternatives")) ??
		ways.find(({ name }) => /(?:^|:)math$/.test(name));
	if (chosen) return writeNode(chosen, urls);
	const bare = { ...node, children: node.children.filter(child => !isElement(child) || child.name !== "label") };
	return writeChildren(bare, urls);
}

/** Math as `$…$`; JATS holds whole LaTeX documents with one formula each. */
function asMath(tex: string): string {
	const begin = tex.lastIndexOf("\\begin{document}");
	const body = begin < 0 ? tex : tex.slice(begin + 16);
	const end = body.indexOf("\\end{document}");
	const bare = (end < 0 ? body : body.slice(0, end))
		.trim()
		.replace(/^(?:\${1,2}|\\\(|\\\[)|(?:\${1,2}|\\\)|\\\])$/g, "")
		.replace(/\s+/g, " ")
		.trim();
	return bare === "" ? "" : `$${bare}$`;
}
