// Other search engines, as they are shipped, over the same papers.

import lunr from "lunr";
import MiniSearch from "minisearch";
import type { Paper } from "../../../src/core/paper";
import { openFts } from "../fts";

export type Engine = (query: string) => readonly string[];

export interface Peer {
	readonly name: string;
	/** Why it is not there, or how to ask it. */
	readonly engine: Engine | string;
}

export function peers(papers: readonly Paper[], depth: number): Peer[] {
	return [
		{ name: "MiniSearch as shipped", engine: miniSearch(papers, depth) },
		{ name: "lunr", engine: lunrIndex(papers, depth) },
		{ name: "SQLite FTS5, porter", engine: fts(papers, depth) },
		{ name: "wink-bm25, stems and stop words", engine: wink(papers, depth) },
	];
}

function miniSearch(papers: readonly Paper[], depth: number): Engine {
	const index = new MiniSearch<Paper>({ fields: ["title", "abstract"] });
	index.addAll(papers);
	return query =>
		index
			.search(query)
			.slice(0, depth)
			.map(({ id }) => String(id));
}

function lunrIndex(papers: readonly Paper[], depth: number): Engine {
	const index = lunr(builder => {
		builder.field("title");
		builder.field("abstract");
		for (const { id, title, abstract } of papers) builder.add({ id, title, abstract });
	});
	return query =>
		index
			.query(asked => asked.term(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [], {}))
			.slice(0, depth)
			.map(({ ref }) => ref);
}

function fts(papers: readonly Paper[], depth: number): Engine | string {
	const table = openFts(papers);
	return typeof table === "string" ? table : query => table.search(query, depth, false);
}

/** The parts of wink that are used; it has no types of its own. */
interface Wink {
	defineConfig(config: { fldWeights: Record<string, number> }): void;
	definePrepTasks(tasks: readonly unknown[]): void;
	addDoc(document: Record<string, string>, id: string): void;
	consolidate(): void;
	search(query: string, limit: number): [id: string, score: number][];
}

interface WinkTools {
	readonly string: Record<"lowerCase" | "removeExtraSpaces" | "tokenize0", unknown>;
	readonly tokens: Record<"removeWords" | "stem", unknown>;
}

function wink(papers: readonly Paper[], depth: number): Engine {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- it has no types
	const make = require("wink-bm25-text-search") as () => Wink;
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- nor has this
	const tools = require("wink-nlp-utils") as WinkTools;
	const index = make();
	index.defineConfig({ fldWeights: { text: 1 } });
	const { string, tokens } = tools;
	index.definePrepTasks([
		string.lowerCase,
		string.removeExtraSpaces,
		string.tokenize0,
		tokens.removeWords,
		tokens.stem,
	]);
	for (const { id, title, abstract } of papers) index.addDoc({ text: `${title} ${abstract}` }, id);
	index.consolidate();
	return query => index.search(query, depth).map(([id]) => id);
}
