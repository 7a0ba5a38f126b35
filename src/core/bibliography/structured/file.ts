// A bibliography in JSON or YAML: its entries, what is wrong with it, and the insertions for new ones.

import type { Problem, TextEdit } from "../../paper";
import { Report } from "../../digests/report";
import type { Entry } from "../entry";
import type { BibliographyFormat } from "../format";
import { addToJson, type NewEntry, type WriteOptions } from "./addJson";
import { addToYaml } from "./addYaml";
import type { StructuredFile } from "./item";
import { readJsonFile } from "./json";
import { readYamlFile } from "./yaml";

export type StructuredFormat = Exclude<BibliographyFormat, "bibtex">;

export interface StructuredReading {
	readonly entries: readonly Entry[];
	readonly problems: readonly Problem[];
	readonly file: StructuredFile;
}

export function readStructured(text: string, fileName: string, format: StructuredFormat): StructuredReading {
	const file = format === "csl-json" ? readJsonFile(text, fileName) : readYamlFile(text, fileName, format);
	const problems = [...file.problems, ...duplicates(text, fileName, file.items)];
	return { entries: file.items, problems: problems.sort((a, b) => a.range.start - b.range.start), file };
}

/** Ids that stand there twice; here their letters count. */
function duplicates(text: string, file: string, entries: readonly Entry[]): readonly Problem[] {
	const report = new Report(text, file);
	const places = new Map<string, number>();
	for (const { key, keyRange } of entries) {
		const first = places.get(key);
		if (first === undefined) places.set(key, keyRange.start);
		else report.add("bib-duplicate-id", keyRange, key, `${report.line(first)}`);
	}
	return report.done();
}

interface Place {
	readonly text: string;
	readonly fileName: string;
	readonly format: StructuredFormat;
	readonly file: StructuredFile;
}

/** The insertions for new entries; none where nothing can be added. */
export function addToStructured(
	{ text, fileName, format, file }: Place,
	added: readonly NewEntry[],
	options: WriteOptions,
): TextEdit[] {
	if (format === "csl-json") return addToJson(text, file, added, options);
	return addToYaml(text, file, added, { ...options, format, isDocument: !/\.ya?ml$/i.test(fileName) });
}
