// Which bibliographies a document declares, and how a document that declares none does. Sources: btxdoc, section 1;
// biblatex manual, section 3.8.1; natbib, section 2.11; Pandoc User's Guide, "Specifying bibliographic data".

import { syntaxName, type Source } from "../citations/citations";
import { isInside } from "../citations/citation";
import { readLatex } from "../citations/latex";
import { yamlHeader } from "../citations/pandocBlocks";
import type { TextEdit, TextRange } from "../paper";
import { bibliographyField } from "./yamlField";

export interface Declaration {
	/** As written, with `.bib` where the extension was left out. */
	readonly path: string;
	/** Of the path in the document. */
	readonly range: TextRange;
}

/** The bibliographies that a document names, in its order. */
export function declaredBibliographies(source: Source): Declaration[] {
	switch (syntaxName(source)) {
		case "latex":
			return inLatex(source.text);
		case "pandoc":
		case "myst":
			return inHeader(source.text);
		default:
			return [];
	}
}

/**
 * The root document of a part of a LaTeX document, as written: from `% !TEX root = main.tex` in the first 20 lines, or
 * from `\documentclass[main]{subfiles}`, with `.tex` where the extension was left out there.
 */
export function texRoot(source: Source): string | undefined {
	if (syntaxName(source) !== "latex") return undefined;
	const head = source.text.split(/\r\n|[\r\n]/, 20);
	const magic = head.flatMap(line => /^\uFEFF?\s*%+\s*!\s*TEX\s+root\s*=\s*(\S.*)$/i.exec(line)?.[1] ?? [])[0];
	if (magic !== undefined) return magic.trim();
	const subfile = reader(source.text)(/\\documentclass\s*\[([^[\]{}]*)\]\s*\{\s*subfiles\s*\}/g)[0];
	const path = subfile?.[1]?.trim() ?? "";
	return path === "" ? undefined : /\.[A-Za-z]+$/.test(path) ? path : `${path}.tex`;
}

function withExtension(path: string): string {
	return /\.(?:bib|bibtex|json|ya?ml|ris|xml|nbib)$/i.test(path) ? path : `${path}.bib`;
}

/** Finds what LaTeX would see: nothing in a comment or in text that is not read as LaTeX. */
function reader(text: string): (pattern: RegExp) => RegExpExecArray[] {
	const zones = readLatex(text).zones.filter(({ kind }) => kind !== "token");
	const comments = zones.filter(({ start, kind }) => kind === "line" && text.charAt(start) === "%");
	let at = 0;
	let read = "";
	for (const { start, end } of comments) {
		read += text.slice(at, start) + blank(text.slice(start, end));
		at = end;
	}
	read += text.slice(at);
	return pattern =>
		Array.from(read.matchAll(pattern)).filter(({ index }) => {
			return !zones.some(zone => isInside(zone, index) || (zone.kind === "block" && index > zone.start));
		});
}

/** The options of a command; braces in them nest. */
const options = String.raw`(?:\[(?:[^\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\]\s*)?`;

const declaring = new RegExp(
	String.raw`\\(?:(?:no)?bibliography\*?|add(?:bibresource|globalbib|sectionbib))\s*${options}\{((?:[^{}]|\{[^{}]*\})*)\}`,
	"g",
);

const loading = new RegExp(String.raw`\\(?:usepackage|RequirePackage)\s*${options}\{([^{}]*)\}`, "g");

function inLatex(text: string): Declaration[] {
	return reader(text)(declaring).flatMap(match => {
		const list = match[1] ?? "";
		const start = match.index + match[0].length - 1 - list.length;
		const names = /^\\(?:no)?bibliography/.test(match[0]) ? list.matchAll(/[^,]+/g) : [{ 0: list, index: 0 }];
		return Array.from(names).flatMap(name => declaration(name[0], start + name.index, /^\\subfix\s*\{([^]*)\}$/));
	});
}

function declaration(raw: string, start: number, wrapping: RegExp): Declaration[] {
	const whole = raw.trim();
	const path = wrapping.exec(whole)?.[1]?.trim() ?? whole;
	if (path === "" || /[\\%\r\n#]/.test(path) || isComputed(path)) return [];
	const from = start + raw.indexOf(path);
	return [{ path: withExtension(path), range: { start: from, end: from + path.length } }];
}

function inHeader(text: string): Declaration[] {
	const scalars = bibliographyField(yamlHeader(text))?.scalars ?? [];
	return scalars
		.filter(({ text: path }) => !isComputed(path))
		.map(({ text: path, range }) => ({ path: withExtension(path), range }));
}

/** Whether only a shell or a program that fills in variables knows the place: `~/a`, `$HOME/a`, `${x}/a`. */
function isComputed(path: string): boolean {
	return /^~|\$[\w({]/.test(path);
}

function blank(text: string): string {
	return " ".repeat(text.length);
}

/**
 * Declares a bibliography in a document that has none. In LaTeX that is a whole document: `\addbibresource` behind
 * `\usepackage{biblatex}`, or else `\bibliography` before its end, with a style if it has none. In Markdown it is a
 * line of the YAML header. No edit for a fragment, for other languages, and for a document that has a bibliography or
 * may have one in a file that its body takes in.
 */
export function declareBibliography(source: Source, path: string): TextEdit[] {
	const { text } = source;
	const syntax = syntaxName(source);
	const isKnown = syntax === "latex" || syntax === "pandoc" || syntax === "myst";
	if (!isKnown || declaredBibliographies(source).length > 0) return [];
	const newline = text.includes("\r\n") ? "\r\n" : "\n";
	return syntax === "latex" ? declareInLatex(text, path, newline) : declareInHeader(text, path, newline);
}

function declareInLatex(text: string, path: string, newline: string): TextEdit[] {
	const seen = reader(text);
	const written = seen(declaring);
	const empty = written.find(match => (match[1] ?? "").trim() === "");
	if (empty && written.length === 1) {
		const name = /^\\(?:no)?bibliography/.test(empty[0]) ? path.replace(/\.bib$/i, "") : path;
		return [insert(empty.index + empty[0].length - 1, name)];
	}
	// What it names cannot be told from here, but a second declaration would be an error.
	if (written.length > 0) return [];
	const start = seen(/\\begin\s*\{document\}/g)[0];
	const end = seen(/\\end\s*\{document\}/g)[0];
	if (!start || !end) return [];
	const packages = seen(loading);
	const loads = (name: string): RegExpExecArray | undefined =>
		packages.find(match => (match[1] ?? "").split(",").some(each => each.trim() === name));
	const biblatex = loads("biblatex");
	if (biblatex) {
		const behind = lineEnd(text, biblatex.index + biblatex[0].length);
		return [insert(behind, `${newline}\\addbibresource{${path}}`)];
	}
	const lineStart = (at: number): number =>
		Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
	if (seen(/\\printbibliography\b/g).length > 0) {
		return [insert(lineStart(start.index), `\\addbibresource{${path}}${newline}`)];
	}
	// The list may be written by hand, or declared in a file that the text takes in: a second one would be an error.
	const others = seen(/\\(?:begin\s*\{thebibliography\}|(?:input|include|subfile)\b)/g);
	if (others.some(({ 0: found, index }) => found.startsWith("\\begin") || index > start.index)) return [];
	const style = loads("natbib") ? "plainnat" : "plain";
	const hasStyle = seen(/\\bibliographystyle\s*\{/g).length > 0;
	const lines = [
		...(hasStyle ? [] : [`\\bibliographystyle{${style}}`]),
		`\\bibliography{${path.replace(/\.bib$/i, "")}}`,
	];
	const isAlone = text.slice(lineStart(end.index), end.index).trim() === "";
	const at = isAlone ? lineStart(end.index) : end.index;
	return [insert(at, (isAlone ? "" : newline) + lines.map(line => line + newline).join(""))];
}

function declareInHeader(text: string, path: string, newline: string): TextEdit[] {
	const isPlain = /^[\p{L}\p{N}_./][\p{L}\p{N}_./ +()~-]*$/u.test(path) && path === path.trim();
	const value = isPlain ? path : JSON.stringify(path);
	const line = `bibliography: ${value}${newline}`;
	const yaml = yamlHeader(text);
	const field = bibliographyField(yaml);
	if (field) {
		const { start, end } = field.value;
		// A value that cannot be read stays: the key must not be there twice.
		return field.isEmpty ? [{ start, end, text: (start === end ? " " : "") + value }] : [];
	}
	if (yaml !== "") return [insert(yaml.length, line)];
	const behind = text.trim() === "" ? "" : newline;
	return [insert(text.startsWith("\uFEFF") ? 1 : 0, `---${newline}${line}---${newline}${behind}`)];
}

function lineEnd(text: string, from: number): number {
	const found = text.slice(from).search(/\r?\n/);
	return found < 0 ? text.length : from + found;
}

function insert(start: number, text: string): TextEdit {
	return { start, end: start, text };
}
