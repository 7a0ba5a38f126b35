// Digests in YAML: bibliographies of Pandoc (CSL-YAML, also in the metadata of a document) and of Typst (Hayagriva),
// and other lists of papers. Each record is parsed by itself.

import type { Paper, TextRange } from "../../../paper";
import { toPapers, type Draft } from "../../draft";
import type { Input } from "../../format";
import type { Report } from "../../report";
import { anyShape, takenKeys } from "../any/anyList";
import { columnsOf } from "../any/columns";
import { csl, cslDraft } from "../cslItem";
import { isFields, list, type Fields } from "../fields";
import type { Shape } from "../shape";
import { chunksOf, type Chunk } from "./chunks";
import { areEntries, hayagriva } from "./hayagriva";
import { withoutEscapes } from "./pandocText";
import { parseYaml } from "./parse";

/** As much as the kind of a text is told by. */
const head = 32 * 1024;
const lists = /^(?:references|items)$/;

/** CSL-YAML as Pandoc has it: dates and names may be written out. */
const cslYaml: Shape = {
	...csl,
	name: "csl-yaml",
	drafts: (item, place) => [cslDraft(withoutEscapes(item), place, true)],
};

/** The kind of YAML a text is, told by its first records; `undefined` for all that is not surely one of these. */
export function yamlKind(text: string): "csl-yaml" | "hayagriva" | "yaml" | undefined {
	const start = withLines(text.slice(0, head));
	const metadata = metadataOf(start);
	if (metadata && samplesOf(start, chunksOf(start, metadata, lists)).some(csl.is)) return "csl-yaml";
	if (!looksLikeYaml(start)) return undefined;
	const whole = { start: 0, end: start.length };
	if (samplesOf(start, chunksOf(start, whole, lists)).some(csl.is)) return "csl-yaml";
	const chunks = chunksOf(start, whole);
	const samples = samplesOf(start, chunks);
	if (chunks.some(({ key }) => key !== undefined)) return areEntries(samples) ? "hayagriva" : mapOfPapers(samples);
	return samples.length > 0 && columnsOf(samples) ? "yaml" : undefined;
}

/** With LF where a line ends in CR alone, which the library takes for a blank; offsets stay. */
export function withLines(text: string): string {
	return text.replace(/\r(?!\n)/g, "\n");
}

function mapOfPapers(samples: readonly Fields[]): "yaml" | undefined {
	return samples.length >= 2 && columnsOf(samples) ? "yaml" : undefined;
}

/** The metadata between lines of `---` at the beginning of a document; a text that is all YAML has none. */
export function metadataOf(text: string): TextRange | undefined {
	const open = /^\s{0,20}---[ \t]*\r?\n/.exec(text);
	if (!open) return undefined;
	const close = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(open[0].length));
	return { start: open[0].length, end: close ? open[0].length + close.index : text.length };
}

/**
 * Every line of YAML that is not indented is a key, an item, a comment or a mark. Sentences of a plain-text digest
 * with a colon in them have blanks before it, or much text behind it in nothing but such lines.
 */
function looksLikeYaml(start: string): boolean {
	const lines = start.split(/\r\n|\r|\n/).slice(0, 200);
	const outer = lines.filter(line => /^\S/.test(line));
	const isYaml = (line: string): boolean =>
		/^(?:#|---|\.\.\.|%YAML|-(?:\s|$)|["']?[^\s:"'#[\]{}*_.!?,][^\s"'{}]{0,100}["']?:(?:\s|$)|[a-z][\w -]{0,40}:\s*$)/i.test(
			line,
		);
	const complete = start.length < head ? outer : outer.slice(0, -1);
	const keyed = lines.filter(line => /^\s*(?:- )?["']?[\w-]{2,40}["']?:(?:\s|$)/.test(line)).length;
	return complete.length > 0 && complete.every(isYaml) && lines.some(line => /^\s+\S|^- /.test(line)) && keyed >= 2;
}

/**
 * Whether a text is YAML without papers, such as the settings of a program: keys within keys, which no digest in plain
 * text has, in nothing but lines of YAML.
 */
export function isOtherYaml(text: string): boolean {
	const start = withLines(text.slice(0, head));
	if (!looksLikeYaml(start)) return false;
	const lines = start.split(/\r\n|\r|\n/).filter(line => /\S/.test(line) && !/^\s*#/.test(line));
	const nested = lines.filter(line => /^\s+(?:- )?["']?[\w.-]{1,60}["']?:(?:\s|$)/.test(line)).length;
	const opening = lines.filter(line => /^["']?[\w.-]{1,60}["']?:\s*$/.test(line)).length;
	return opening > 0 && nested >= 3 && nested * 4 >= lines.length;
}

/** The values of the first parts, without the last when the text may be cut within it. */
function samplesOf(text: string, chunks: readonly Chunk[]): readonly Fields[] {
	const whole = chunks.length > 1 && text.length >= head ? chunks.slice(0, -1) : chunks;
	return whole.slice(0, 12).flatMap(chunk => {
		const value = valueOf(text, chunk);
		return "value" in value && isFields(value.value) ? [value.value] : [];
	});
}

/** The value of an item of a list or of a member of a map. */
export function valueOf(text: string, chunk: Chunk): ReturnType<typeof parseYaml> {
	const parsed = parseYaml(text.slice(chunk.start, chunk.end));
	if (!("value" in parsed)) return parsed;
	const { value } = parsed;
	if (chunk.key === undefined) return { value: list(value)[0] };
	return { value: isFields(value) ? Object.values(value)[0] : undefined };
}

/** The papers of a text of this kind; a part that cannot be read is reported and costs no other. */
export function readYaml(kind: "csl-yaml" | "hayagriva" | "yaml", input: Input): Paper[] {
	const { report } = input;
	const text = withLines(input.text);
	const metadata = kind === "csl-yaml" ? metadataOf(text) : undefined;
	const inner = metadata ? chunksOf(text, metadata, lists) : [];
	const whole = { start: 0, end: text.length };
	const chunks = inner.length > 0 ? inner : chunksOf(text, whole, kind === "csl-yaml" ? lists : undefined);
	const shape = kind === "csl-yaml" ? cslYaml : kind === "hayagriva" ? hayagriva : shapeByKeys(text, chunks, report);
	return toPapers(drafts(), report);

	function* drafts(): Generator<Draft> {
		for (const [i, chunk] of chunks.entries()) {
			const { start, end } = chunk;
			const parsed = valueOf(text, chunk);
			if ("error" in parsed) {
				// What is never closed is found out at the end; then the record as a whole is the place.
				const isInside = parsed.at < text.slice(start, end).trimEnd().length;
				const from = isInside ? start + parsed.at : start;
				report.add("record-damaged", { start: from, end }, chunk.key ?? `${i + 1}`, parsed.error);
			} else if (isFields(parsed.value)) yield* shape.drafts(parsed.value, { start, end });
		}
	}
}

function shapeByKeys(text: string, chunks: readonly Chunk[], report: Report): Shape {
	const columns =
		columnsOf(
			samplesOf(
				text.slice(0, head),
				chunks.filter(({ end }) => end <= head),
			),
		) ?? new Map();
	for (const [key, field] of takenKeys(columns)) report.add("column-taken", { start: 0, end: 0 }, key, field);
	return anyShape(columns, "yaml");
}
