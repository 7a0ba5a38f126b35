// MathML to LaTeX, as far as titles and abstracts use it. Source: MathML Core and MathML 3.0, chapter 3.

import { childrenOf, textOf, type Element, type Node } from "./elements";

/** Math of an element `math` as `$…$`: its own TeX annotation when it has one. */
export function texOfMathMl(math: Element): string {
	const tex = (annotationOf(math) ?? alternativeOf(math) ?? rowOf(math)).replace(/\s+/g, " ").trim();
	const bare = tex.replace(/^\$+|\$+$/g, "").trim();
	return bare === "" ? "" : `$${bare}$`;
}

function annotationOf(math: Element): string | undefined {
	const semantics = childrenOf(math).find(({ name }) => bare(name) === "semantics");
	const annotation = childrenOf(semantics).find(
		({ name, attributes }) => bare(name) === "annotation" && /tex/i.test(attributes["encoding"] ?? ""),
	);
	return annotation && textOf(annotation).trim() !== "" ? textOf(annotation) : undefined;
}

/** `alttext` is TeX where it has a command of it, as LaTeXML writes it, and words elsewhere. */
function alternativeOf({ attributes }: Element): string | undefined {
	const text = attributes["alttext"];
	return text !== undefined && /\\[a-zA-Z]/.test(text) ? text : undefined;
}

function bare(name: string): string {
	return name.replace(/^\w+:/, "").toLowerCase();
}

function rowOf(element: Element): string {
	return joined(element.children.map(texOf));
}

/** A command is parted from a letter behind it. */
function joined(parts: readonly string[]): string {
	let tex = "";
	for (const part of parts) {
		if (part === "") continue;
		const needsBlank = /^[a-zA-Z]/.test(part) && /\\[a-zA-Z]+$/.test(tex.slice(-40));
		tex += needsBlank ? ` ${part}` : part;
	}
	return tex;
}

function texOf(node: Node): string {
	if (typeof node === "string") return escaped(node.trim());
	const name = bare(node.name);
	switch (name) {
		case "mi":
			return identifier(textOf(node).trim(), node.attributes["mathvariant"]);
		case "mo":
			return operator(textOf(node).trim());
		case "mn":
			return escaped(textOf(node).trim());
		case "ms":
		case "mtext":
			return words(textOf(node));
		case "mspace":
			return " ";
		case "annotation":
		case "annotation-xml":
		case "mphantom":
		case "none":
		case "mprescripts":
			return "";
		case "mfenced":
			return fenced(node);
		case "mtable":
			return table(node);
		case "mmultiscripts":
			return multiscripts(node);
		default:
			return layout(name, node);
	}
}

/** The elements that set their children above, below or beside one another. */
function layout(name: string, node: Element): string {
	const parts = childrenOf(node).map(texOf);
	const [first = "", second = "", third = ""] = parts;
	switch (name) {
		case "msup":
			return `${base(first)}${script("^", second)}`;
		case "msub":
		case "munder":
			return `${base(first)}${script("_", second)}`;
		case "msubsup":
		case "munderover":
			return `${base(first)}${script("_", second)}${script("^", third)}`;
		case "mover":
			return over(first, second);
		case "mfrac":
			return `\\frac{${first}}{${second}}`;
		case "msqrt":
			return `\\sqrt{${joined(parts)}}`;
		case "mroot":
			return `\\sqrt[${second}]{${first}}`;
		default:
			return rowOf(node);
	}
}

function script(mark: string, tex: string): string {
	return tex === "" ? "" : `${mark}{${tex}}`;
}

/** Accents of MathML's operator dictionary that TeX has commands for. */
const accents: Readonly<Record<string, string>> = {
	"^": "hat",
	ˆ: "hat",
	"\u0302": "hat",
	"~": "tilde",
	"˜": "tilde",
	"∼": "tilde",
	"¯": "bar",
	"‾": "overline",
	_: "bar",
	"―": "overline",
	"→": "vec",
	"⃗": "vec",
	"˙": "dot",
	"¨": "ddot",
	".": "dot",
	ˇ: "check",
	"˘": "breve",
};

function over(below: string, above: string): string {
	const accent = accents[above.replace(/^\\/, "")];
	return accent === undefined ? `\\overset{${above}}{${below}}` : `\\${accent}{${below}}`;
}

function fenced(node: Element): string {
	const { open = "(", close = ")", separators = "," } = node.attributes;
	const between = separators.trim().charAt(0);
	return `${operator(open)}${childrenOf(node).map(texOf).join(between)}${operator(close)}`;
}

function table(node: Element): string {
	const rows = childrenOf(node).map(row => childrenOf(row).map(rowOf).join(" & "));
	return `\\begin{matrix}${rows.join(" \\\\ ")}\\end{matrix}`;
}

/** Base, then pairs of lower and upper scripts behind it, then those before it. */
function multiscripts(node: Element): string {
	const children = childrenOf(node);
	const split = children.findIndex(({ name }) => bare(name) === "mprescripts");
	const behind = children.slice(1, split < 0 ? undefined : split).map(texOf);
	const before = split < 0 ? [] : children.slice(split + 1).map(texOf);
	const pairs = (parts: readonly string[]): string =>
		parts.map((part, i) => script(i % 2 === 0 ? "_" : "^", part)).join("");
	const first = children[0] ? base(texOf(children[0])) : "";
	return `${before.some(part => part !== "") ? `{}${pairs(before)}` : ""}${first}${pairs(behind)}`;
}

function base(tex: string): string {
	return /^(?:.|\\[a-zA-Z]+|\\math\w+\{\w+\})?$/u.test(tex) ? tex : `{${tex}}`;
}

/** Names of functions that TeX has as commands. */
const functions =
	/^(?:arccos|arcsin|arctan|arg|cos|cosh|cot|deg|det|dim|exp|gcd|inf|ker|lim|ln|log|max|min|sin|sinh|sup|tan|tanh)$/;

const variants: Readonly<Record<string, string>> = {
	bold: "mathbf",
	"bold-italic": "boldsymbol",
	"double-struck": "mathbb",
	script: "mathcal",
	"bold-script": "mathcal",
	fraktur: "mathfrak",
	"sans-serif": "mathsf",
	monospace: "mathtt",
};

/** A name of several letters is upright, as MathML shows it; one letter is so when it says so. */
function identifier(text: string, variant = ""): string {
	if (functions.test(text)) return `\\${text}`;
	const command = variants[variant];
	if (command !== undefined && /^\p{L}+$/u.test(text)) return `\\${command}{${text}}`;
	const isUpright = /^\p{L}{2,}$/u.test(text) || (variant === "normal" && /^[A-Za-z]$/.test(text));
	return isUpright ? `\\mathrm{${text}}` : escaped(text);
}

/** Signs that MathML writes and nobody sees: function application, invisible times, separator, plus. */
function operator(text: string): string {
	const visible = text.replace(/[\u2061-\u2064\u200b]/g, "");
	return functions.test(visible) ? `\\${visible}` : escaped(visible);
}

function words(text: string): string {
	const tidy = text.replace(/[\s\u00a0]+/g, " ");
	return tidy.trim() === "" ? tidy : `\\text{${escaped(tidy)}}`;
}

/** Characters that mean something in TeX, as they are written there. */
function escaped(text: string): string {
	return text.replace(/[{}%#&$_]/g, "\\$&").replace(/\\(?![{}%#&$_])/g, "\\backslash ");
}
