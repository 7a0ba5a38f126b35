// How a LaTeX document that declares no bibliography does. Sources: btxdoc, section 1; biblatex manual, section 3.8.1.

import type { TextEdit } from "../../paper";
import { visibleLatex } from "../read/latexCommands";
import { insert, lineEnd, lineStart, newlineOf } from "./edits";

/** The options of a command; braces in them nest. */
const options = String.raw`(?:\[(?:[^\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\]\s*)?`;

const declaring = new RegExp(
	String.raw`\\(?:(?:no)?bibliography\*?|add(?:bibresource|globalbib|sectionbib))\s*${options}\{((?:[^{}]|\{[^{}]*\})*)\}`,
	"g",
);

const loading = new RegExp(String.raw`\\(?:usepackage|RequirePackage)\s*${options}\{([^{}]*)\}`, "g");

/**
 * biblatex reads it by `\addbibresource` in the preamble, else it is listed before the end, with a style if there is
 * none. No edit for a fragment, and none where a list may be declared in a file that the body takes in.
 */
export function declareInLatex(text: string, path: string): TextEdit[] {
	const newline = newlineOf(text);
	const visible = visibleLatex(text).text;
	const seen = (pattern: RegExp): RegExpExecArray[] => Array.from(visible.matchAll(pattern));
	const written = seen(declaring);
	const empty = written.find(match => (match[1] ?? "").trim() === "");
	if (empty && written.length === 1) {
		const name = /^\\(?:no)?bibliography/.test(empty[0]) ? path.replace(/\.bib$/i, "") : path;
		return [insert(empty.index + empty[0].length - 1, name)];
	}
	// What it names cannot be told from here, but a second declaration would be an error.
	if (written.length > 0) return [];
	const start = seen(/\\begin\s*\{document\}/g)[0];
	const end = seen(/\\end\s*\{document\}/g)[0]?.index;
	if (!start || end === undefined) return [];
	const packages = seen(loading);
	const loads = (name: string): RegExpExecArray | undefined =>
		packages.find(match => (match[1] ?? "").split(",").some(each => each.trim() === name));
	const biblatex = loads("biblatex");
	if (biblatex) {
		const behind = lineEnd(text, biblatex.index + biblatex[0].length);
		return [insert(behind, `${newline}\\addbibresource{${path}}`)];
	}
	if (seen(/\\printbibliography\b/g).length > 0) {
		return [insert(lineStart(text, start.index), `\\addbibresource{${path}}${newline}`)];
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
	const isAlone = text.slice(lineStart(text, end), end).trim() === "";
	const at = isAlone ? lineStart(text, end) : end;
	return [insert(at, (isAlone ? "" : newline) + lines.map(line => line + newline).join(""))];
}
