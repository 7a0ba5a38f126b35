// How well the search ranks on a test collection: `tsx test/bench/relevance.ts <folder>…`, each folder with docs.jsonl
// {id, title, abstract}, queries.jsonl {id, text} and qrels.tsv (query, document, gain). MiniSearch as shipped beside it.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import MiniSearch from "minisearch";
import type { Paper } from "../../src/core/paper";
import { SearchIndex } from "../../src/core/search/searchIndex";
import { random } from "./corpus";
import { printTable } from "./table";

interface Collection {
	readonly name: string;
	readonly papers: readonly Paper[];
	readonly queries: readonly { readonly text: string; readonly gains: ReadonlyMap<string, number> }[];
}

type Engine = (query: string) => readonly string[];

const depth = 100;

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

/** The last word cut to 60 % of its letters. */
function cut(query: string): string {
	return query.replace(/([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u, (_, word: string) =>
		word.slice(0, Math.ceil(word.length * 0.6)),
	);
}

/** One letter of a word of five or more left out, doubled by another, replaced or swapped. */
function slip(query: string, next: () => number): string {
	const words = [...query.matchAll(/[A-Za-z]{5,}/g)];
	const word = words[Math.floor(next() * words.length)];
	if (word === undefined) return query;
	const at = word.index + 1 + Math.floor(next() * (word[0].length - 2));
	const letter = "abcdefghijklmnopqrstuvwxyz".charAt(Math.floor(next() * 26));
	const [before, here, after] = [query.slice(0, at), query.charAt(at), query.slice(at + 1)];
	const damaged = [
		before + after,
		before + letter + here + after,
		before + letter + after,
		before + after.charAt(0) + here + after.slice(1),
	];
	return damaged[Math.floor(next() * damaged.length)] ?? query;
}

/** Means over the queries of nDCG@10 (Järvelin and Kekäläinen 2002), reciprocal rank in the first ten, recall in 100. */
function measure(queries: Collection["queries"], engine: Engine): number[] {
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

function engines({ papers }: Collection): [string, Engine][] {
	const index = new SearchIndex();
	index.replace("collection", papers);
	const shipped = new MiniSearch<Paper>({ fields: ["title", "abstract"] });
	shipped.addAll(papers);
	const next = random(11);
	const search = (query: string, asYouType: boolean): string[] =>
		index.search(query, { limit: depth, asYouType }).map(hit => hit.paper.id);
	return [
		[
			"MiniSearch as shipped",
			query =>
				shipped
					.search(query)
					.slice(0, depth)
					.map(({ id }) => String(id)),
		],
		["Citeshelf", query => search(query, false)],
		["Citeshelf, as one types", query => search(query, true)],
		["Citeshelf, last word cut", query => search(cut(query), true)],
		["Citeshelf, one slip", query => search(slip(query, next), true)],
	];
}

const rows = process.argv.slice(2).flatMap(folder => {
	const collection = readCollection(folder);
	return engines(collection).map(([name, engine]) => [
		collection.name,
		name,
		...measure(collection.queries, engine).map(value => value.toFixed(3)),
	]);
});
printTable(["collection", "engine", "nDCG@10", "MRR@10", "recall@100"], rows);
