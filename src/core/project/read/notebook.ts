// What a Jupyter notebook declares: in its metadata, and in its cells of Markdown or raw text, whose first may hold a
// YAML header. Sources: nbformat 4.5; Quarto, "Jupyter notebooks"; cite2c and jupyterlab-citation-manager, READMEs.

import type { Source } from "../../citations/citations";
import type { TextRange } from "../../paper";
import { declaration, nothingRead, type Declaration, type InlineReferences, type Reading } from "../reading";
import { readYaml, scalarsIn, valueAt, type YamlNode, type YamlScalar } from "../yaml";
import { rawOffset } from "../yamlFlow";
import { readMarkdown } from "./markdown";

const fields: readonly (readonly string[])[] = [["bibliography"], ["latex_metadata", "bibliography"], ["bibliofile"]];

/** Metadata that holds whole records. */
const records: readonly (readonly string[])[] = [
	["cite2c", "citations"],
	["citation-manager", "items"],
];

/** No more cells are looked at than these. */
const mostCells = 500;

export function readNotebook({ text }: Source): Reading {
	const json = readYaml(text);
	if (json?.kind !== "map") return nothingRead;
	const metadata = valueAt(json, "metadata");
	const declared = fields.flatMap(path => scalarsIn(valueAt(metadata, ...path)));
	const held = records.map(path => valueAt(metadata, ...path)).flatMap(recordsIn);
	const cells = valueAt(json, "cells");
	const readings = (cells?.kind === "list" ? cells.items.slice(0, mostCells) : []).map(readCell);
	return {
		bibliographies: [
			...declared.flatMap(({ text: path, range }) => declaration(path, range)),
			...readings.flatMap(({ bibliographies }) => bibliographies),
		],
		parts: [],
		inline: [...held, ...readings.flatMap(({ inline }) => inline)],
	};
}

function recordsIn(node: YamlNode | undefined): InlineReferences[] {
	const isFilled = node?.kind === "map" && node.fields.length > 0;
	return isFilled ? [{ kind: "notebook", range: node.whole }] : [];
}

function readCell(cell: YamlNode): Reading {
	const kind = scalarsIn(valueAt(cell, "cell_type"))[0]?.text;
	if (kind !== "markdown" && kind !== "raw") return nothingRead;
	const lines = scalarsOf(valueAt(cell, "source"));
	const text = lines.map(line => line.text).join("");
	if (!text.includes("bibliography") && !text.includes("references")) return nothingRead;
	const reading = readMarkdown({ text, languageId: "markdown" });
	const placed = <T extends Declaration | InlineReferences>(found: T): T => ({
		...found,
		range: place(lines, found.range),
	});
	return { bibliographies: reading.bibliographies.map(placed), parts: [], inline: reading.inline.map(placed) };
}

/** The lines of a cell, empty ones included. */
function scalarsOf(source: YamlNode | undefined): YamlScalar[] {
	if (source?.kind === "scalar") return [source];
	return source?.kind === "list" ? source.items.flatMap(item => (item.kind === "scalar" ? [item] : [])) : [];
}

/** Where a range of a cell's text stands in the notebook. */
function place(lines: readonly YamlScalar[], { start, end }: TextRange): TextRange {
	return { start: offsetIn(lines, start, false), end: offsetIn(lines, end, true) };
}

function offsetIn(lines: readonly YamlScalar[], offset: number, isEnd: boolean): number {
	let rest = offset;
	for (const { text, range, raw } of lines) {
		if (rest < text.length || (isEnd && rest === text.length)) return range.start + rawOffset(raw, rest);
		rest -= text.length;
	}
	return lines.at(-1)?.range.end ?? 0;
}
