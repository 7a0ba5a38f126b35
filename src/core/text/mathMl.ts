// MathML to LaTeX, as far as titles and abstracts use it. Source: MathML Core and MathML 3.0, chapter 3.

import { childrenOf, textOf, type Element, type Node } from "./elements";

/** Math of an element `math` as `$…$`: its own TeX annotation when it has one. */
export function texOfMathMl(math: Element): string {
	const tex = (annotationOf(math) ?? rowOf(math)).replace(/\s+/g, " ").trim();
	return tex === "" ? "" : `$${tex.replace(/^\$+|\$+$/g, "")}$`;
}

function annotationOf(math: Element): string | undefined {
	const semantics = childrenOf(math).find(({ name }) => bare(name) === "semantics");
	const annotation = childrenOf(semantics).find(
		({ name, attributes }) => bare(name) === "annotation" && /tex/i.test(attributes["encoding"] ?? ""),
	);
	return annotation ? textOf(annotation) : undefined;
}

function bare(name: string): string {
	return name.replace(/^\w+:/, "").toLowerCase();
}

function rowOf(element: Element): string {
	return element.children.map(texOf).join("");
}

function texOf(node: Node): string {
	if (typeof node === "string") return node.trim();
	const parts = childrenOf(node).map(texOf);
	const [first = "", second = "", third = ""] = parts;
	switch (bare(node.name)) {
		case "msup":
			return `${base(first)}^{${second}}`;
		case "msub":
		case "munder":
			return `${base(first)}_{${second}}`;
		case "msubsup":
		case "munderover":
			return `${base(first)}_{${second}}^{${third}}`;
		case "mover":
			return `\\overset{${second}}{${first}}`;
		case "mfrac":
			return `\\frac{${first}}{${second}}`;
		case "msqrt":
			return `\\sqrt{${parts.join("")}}`;
		case "mroot":
			return `\\sqrt[${second}]{${first}}`;
		case "mtext":
			return `\\text{${textOf(node)}}`;
		case "mi":
			return identifier(textOf(node).trim());
		case "mspace":
			return " ";
		case "annotation":
		case "annotation-xml":
			return "";
		default:
			return rowOf(node);
	}
}

function base(tex: string): string {
	return /^(?:.|\\[a-zA-Z]+)?$/u.test(tex) ? tex : `{${tex}}`;
}

/** A name of several letters is upright, as MathML shows it. */
function identifier(text: string): string {
	return /^[A-Za-z]{2,}$/.test(text) ? `\\mathrm{${text}}` : text;
}
