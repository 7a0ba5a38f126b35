// The engines of the scale benchmark, each with the same few verbs.

import MiniSearch from "minisearch";
import type { Paper } from "../../../src/core/paper";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { openFts } from "../fts";

export const rowsShown = 20;

/** How many papers the engine indexes in one turn of its worker. */
const slice = 100;

export interface Contender {
	/** Indexes papers, calling `pause` wherever others may have their turn. */
	build(papers: readonly Paper[], pause: () => void): void;
	/** Answers a query that is being typed. */
	type(query: string): void;
	/** What is kept between sessions; nothing when the engine keeps itself. */
	store?(): string;
	load?(stored: string, papers: readonly Paper[]): void;
	/** Work in the background after the index answers. */
	prepare?(pause: () => void): void;
}

export function contender(name: string): Contender | string {
	if (name === "Citeshelf") return citeshelf();
	if (name === "MiniSearch as shipped") return miniSearch();
	const fts = openFts([]);
	return typeof fts === "string" ? fts : sqlite();
}

export const contenderNames = ["Citeshelf", "MiniSearch as shipped", "SQLite FTS5, porter"];

function citeshelf(): Contender {
	let index = new SearchIndex();
	index.prepareMeaning(0);
	return {
		build(papers, pause) {
			for (let at = 0; at < papers.length; at += slice) {
				index.replace(`shelf\n${at}`, papers.slice(at, at + slice));
				pause();
			}
			index.search("ready", { asYouType: true });
			pause();
		},
		type: query => void index.search(query, { limit: rowsShown, asYouType: true }),
		store: () => JSON.stringify(index),
		load(stored, papers) {
			index = SearchIndex.fromJSON(stored, papers);
			index.prepareMeaning(0);
			index.search("ready", { asYouType: true });
		},
		prepare(pause) {
			while (!index.prepareMeaning()) pause();
			pause();
		},
	};
}

function miniSearch(): Contender {
	const options = { fields: ["title", "abstract"] };
	let index = new MiniSearch<Paper>(options);
	return {
		build(papers, pause) {
			for (let at = 0; at < papers.length; at += slice) {
				index.addAll(papers.slice(at, at + slice));
				pause();
			}
		},
		type: query =>
			void index
				.search(query, { prefix: (_, i, terms) => i === terms.length - 1, fuzzy: 0.2 })
				.slice(0, rowsShown),
		store: () => JSON.stringify(index),
		load: stored => {
			index = MiniSearch.loadJSON(stored, options);
		},
	};
}

function sqlite(): Contender {
	let table = openFts([]);
	return {
		build(papers, pause) {
			table = openFts(papers);
			pause();
		},
		type(query) {
			if (typeof table !== "string") table.search(query, rowsShown, true);
		},
	};
}
