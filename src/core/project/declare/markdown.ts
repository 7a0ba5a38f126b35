// How Markdown, a notebook, or a project file in YAML that declares no bibliography does. Sources: Pandoc User's Guide,
// "Specifying bibliographic data"; MyST guide, "Citations"; nbformat 4.5.

import { yamlHeader } from "../../citations/pandocBlocks";
import type { TextEdit } from "../../paper";
import { isEmpty, readYaml, scalarsIn, valueAt, type YamlNode } from "../yaml";
import { append, insert, newlineOf } from "./edits";

/** A line of the header. A document of MyST, by its language or its roles, gets the place of its list, too. */
export function declareInMarkdown(text: string, path: string, isMyst = false): TextEdit[] {
	const newline = newlineOf(text);
	const yaml = yamlHeader(text);
	const usesRoles = isMyst || /\{cite(?::[a-z]+)?\}`/.test(text);
	const needsList = usesRoles && !/^[`:]{3,}\{bibliography\}/m.test(text);
	const list = needsList ? [append(text, ["```{bibliography}", "```"])] : [];
	if (yaml !== "") {
		const edits = declareInYaml(yaml, path, "bibliography");
		return edits.length > 0 ? [...edits, ...list] : [];
	}
	const line = `bibliography: ${yamlValue(path)}${newline}`;
	const behind = text.trim() === "" ? "" : newline;
	return [insert(text.startsWith("\uFEFF") ? 1 : 0, `---${newline}${line}---${newline}${behind}`), ...list];
}

/** A field at the top of a text in YAML. A value that cannot be read stays: a key must not be there twice. */
export function declareInYaml(text: string, path: string, key: string, isList = false): TextEdit[] {
	const newline = newlineOf(text);
	const yaml = readYaml(text);
	if (yaml !== undefined && yaml.kind !== "map") return [];
	const value = isList ? `[${yamlValue(path)}]` : yamlValue(path);
	const field = valueAt(yaml, key);
	if (field) {
		const { start, end } = field.whole;
		return isEmpty(field) ? [{ start, end, text: (start === end ? " " : "") + value }] : [];
	}
	const gap = text === "" || /[\r\n]$/.test(text) ? "" : newline;
	return [insert(text.length, `${gap}${key}: ${value}${newline}`)];
}

function yamlValue(path: string): string {
	const isPlain = /^[\p{L}\p{N}_./][\p{L}\p{N}_./ +()~-]*$/u.test(path) && path === path.trim();
	return isPlain ? path : JSON.stringify(path);
}

/** A line in the header of a notebook's first cell, else a first cell of raw text that is a header (Quarto reads it). */
export function declareInNotebook(text: string, path: string): TextEdit[] {
	const json = readYaml(text);
	const cells = valueAt(json, "cells");
	if (cells?.kind !== "list") return [];
	const [first] = cells.items;
	const line = JSON.stringify(`bibliography: ${yamlValue(path)}\n`);
	const source = valueAt(first, "source");
	const close = source?.kind === "list" && isHeader(source.items) ? source.items.slice(1).find(isMark) : undefined;
	if (close) return [insert(close.whole.start, `${line},${gapBefore(text, close)}`)];
	if (source?.kind === "scalar" && /^---\r?\n/.test(source.text)) return [];
	const newline = newlineOf(text);
	const minor = Number(scalarsIn(valueAt(json, "nbformat_minor"))[0]?.text ?? 0);
	const lines = [
		"  {",
		'   "cell_type": "raw",',
		...(minor >= 5 ? ['   "id": "bibliography",'] : []),
		'   "metadata": {},',
		'   "source": [',
		'    "---\\n",',
		`    ${line},`,
		'    "---"',
		"   ]",
		`  }${first ? "," : ""}`,
	];
	const at = cells.whole.start + 1;
	const behind = first ? "" : `${newline} `;
	return [insert(at, newline + lines.join(newline) + behind)];
}

function isHeader(items: readonly YamlNode[]): boolean {
	const [first] = items;
	return first?.kind === "scalar" && /^---[ \t]*\n$/.test(first.text);
}

function isMark(node: YamlNode): boolean {
	return node.kind === "scalar" && /^(?:---|\.\.\.)[ \t]*\n?$/.test(node.text);
}

/** The white space in front of an item, so that a new one stands as it does. */
function gapBefore(text: string, { whole }: YamlNode): string {
	return /\s*$/.exec(text.slice(Math.max(0, whole.start - 200), whole.start))?.[0] ?? "";
}
