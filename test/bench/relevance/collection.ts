// Test collections: papers, queries, and which papers a reader judged relevant to which query.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Paper } from "../../../src/core/paper";

export interface Collection {
	readonly name: string;
	readonly papers: readonly Paper[];
	readonly queries: readonly Judged[];
}

export interface Judged {
	readonly text: string;
	readonly gains: ReadonlyMap<string, number>;
}

/** The folders of collections in a folder, which may be one itself; none when it is not there. */
export function collectionFolders(folder: string): string[] {
	if (!existsSync(folder)) return [];
	if (existsSync(join(folder, "docs.jsonl"))) return [folder];
	return readdirSync(folder)
		.map(name => join(folder, name))
		.filter(each => existsSync(join(each, "docs.jsonl")))
		.sort();
}

/** docs.jsonl {id, title, abstract}, queries.jsonl {id, text} and qrels.tsv (query, document, gain). */
export function readCollection(folder: string): Collection {
	const lines = (file: string): string[] => readFileSync(join(folder, file), "utf8").trim().split("\n");
	const documents = lines("docs.jsonl").map(
		line => JSON.parse(line) as { id: string | number; title: string; abstract: string },
	);
	const queries = lines("queries.jsonl").map(line => JSON.parse(line) as { id: string | number; text: string });
	const gains = new Map<string, Map<string, number>>();
	for (const line of lines("qrels.tsv")) {
		const [query = "", document = "", gain = ""] = line.split("\t");
		if (Number(gain) <= 0) continue;
		gains.set(query, (gains.get(query) ?? new Map<string, number>()).set(document, Number(gain)));
	}
	return {
		name: basename(folder),
		papers: documents.map(({ id, title, abstract }) => ({
			id: String(id),
			title,
			abstract,
			authors: [],
			type: "article",
			keywords: [],
			links: [],
		})),
		queries: queries.flatMap(({ id, text }) => {
			const judged = gains.get(String(id));
			return judged === undefined ? [] : [{ text, gains: judged }];
		}),
	};
}

/** Means over the queries of nDCG@10 (Järvelin and Kekäläinen 2002), reciprocal rank in the first ten, recall in 100. */
export function measure(queries: readonly Judged[], engine: (query: string) => readonly string[]): number[] {
	const sums = [0, 0, 0];
	for (const { text, gains } of queries) {
		const found = engine(text).map(id => gains.get(id) ?? 0);
		const ideal = [...gains.values()].sort((a, b) => b - a);
		const first = found.slice(0, 10).findIndex(gain => gain > 0);
		const row = [
			discounted(found) / discounted(ideal),
			first < 0 ? 0 : 1 / (first + 1),
			found.filter(gain => gain > 0).length / gains.size,
		];
		row.forEach((value, i) => (sums[i] = (sums[i] ?? 0) + value));
	}
	return sums.map(sum => sum / queries.length);
}

function discounted(gains: readonly number[]): number {
	return gains.slice(0, 10).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
