// Bibliographies in YAML: Pandoc's CSL-YAML, a list that may stand in `references:` and in the metadata of a document,
// and Typst's Hayagriva, a map of entries by their keys. Each entry is parsed by itself.

import { toPaper } from "../../digests/draft";
import { cslDraft } from "../../digests/json/cslItem";
import { isFields, text as textOf } from "../../digests/json/fields";
import { chunksOf, type Chunk } from "../../digests/json/yaml/chunks";
import { hayagriva } from "../../digests/json/yaml/hayagriva";
import { withoutEscapes } from "../../digests/json/yaml/pandocText";
import { metadataOf, valueOf, withLines } from "../../digests/json/yaml/readYaml";
import { Report } from "../../digests/report";
import type { TextRange } from "../../paper";
import type { Container, Item, StructuredFile } from "./item";

const lists = /^references$/;

/** The entries of a text; one that is damaged costs no other. */
export function readYamlFile(written: string, file: string, format: "csl-yaml" | "hayagriva"): StructuredFile {
	const text = withLines(written);
	const report = new Report(text, file);
	const isDocument = !/\.ya?ml$/i.test(file);
	const whole = (isDocument ? metadataOf(text) : undefined) ?? { start: 0, end: text.length };
	const chunks = chunksOf(text, whole, format === "csl-yaml" ? lists : undefined);
	const items: Item[] = [];
	for (const [i, chunk] of chunks.entries()) {
		const range = { start: chunk.start, end: contentEnd(text, chunk) };
		const parsed = valueOf(text, chunk);
		if ("error" in parsed) {
			const start = Math.min(range.end, chunk.start + parsed.at);
			report.add("record-damaged", { start, end: range.end }, chunk.key ?? `${i + 1}`, parsed.error);
		} else if (isFields(parsed.value)) {
			const [draft] =
				format === "csl-yaml"
					? [cslDraft(withoutEscapes(parsed.value), range, true)]
					: hayagriva.drafts(parsed.value, range);
			const key = keyOf(text, chunk, textOf(parsed.value["id"]));
			if (!draft || !key) report.add("bib-no-id", range);
			else items.push({ ...key, range, value: range, fields: parsed.value, paper: toPaper(draft) });
		} else report.add("record-unreadable", range, chunk.key ?? `${i + 1}`, "it is no map");
	}
	return { items, problems: report.done(), container: containerOf(text, whole, chunks.length > 0) };
}

/** The end of what a chunk says: comments and blank lines behind it are not part of it. */
function contentEnd(text: string, { start, end }: TextRange): number {
	const lines = text.slice(start, end).split("\n");
	while (lines.length > 1 && /^\s*(?:#.*)?$|^(?:---|\.\.\.)\s*$/.test(lines.at(-1) ?? "")) lines.pop();
	return start + lines.join("\n").trimEnd().length;
}

function keyOf(
	text: string,
	chunk: Chunk,
	id: string,
): { readonly key: string; readonly keyRange: TextRange } | undefined {
	if (chunk.key !== undefined) {
		const start = chunk.start + (/^["']/.test(text.charAt(chunk.start)) ? 1 : 0);
		return { key: chunk.key, keyRange: { start, end: start + chunk.key.length } };
	}
	if (id === "") return undefined;
	const body = text.slice(chunk.start, chunk.end);
	const indent = /^ *-[ \n]\s*/.exec(body)?.[0].replace(/^.*\n/s, "").length ?? 0;
	const member = new RegExp(`(?:^ {${indent}}|^ *- +|[{,]\\s*)(["']?)id\\1[ \\t]*:[ \\t]+(["']?)`, "gm");
	for (const match of body.matchAll(member)) {
		const start = chunk.start + match.index + match[0].length;
		if (text.startsWith(id, start)) return { key: id, keyRange: { start, end: start + id.length } };
	}
	return { key: id, keyRange: { start: chunk.start, end: chunk.start } };
}

/** Where entries go in a text without any. */
function containerOf(text: string, whole: TextRange, hasItems: boolean): Container {
	if (hasItems) return { kind: "list", open: whole.start };
	const inner = text.slice(whole.start, whole.end);
	const named = /^references:[^\S\n]*(\[[^\S\n]*(?=\]))?/m.exec(inner);
	if (named) return { kind: "list", open: whole.start + named.index + named[0].length };
	return { kind: "empty" };
}
