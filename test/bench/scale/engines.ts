// The engines of the scale benchmark, each with the same few verbs.

import MiniSearch from "minisearch";
import type { Paper } from "../../../src/core/paper";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { openFts } from "../fts";

export const rowsShown = 20;

/** How many papers MiniSearch indexes in one turn. */
const slice = 100;

export interface Contender {
	/** Indexes papers, calling `pause` wherever others may have their turn. */
	build(papers: readonly Paper[], pause: () => void): void;
	/** Answers a query that is being typed. */
	type(query: string): void;
	/** What is kept between sessions; nothing when the engine keeps itself. */
	store?(): Stored;
	/** The first answer of a new session. */
	load?(stored: Stored, papers: readonly Paper[], pause: () => void): void;
	/** Work in the background after the index answers. */
	prepare?(pause: () => void): void;
	similar?(paper: Paper): void;
	suggest?(passage: string): void;
}

export interface Stored {
	readonly size: number;
	readonly pieces: readonly Uint8Array[] | string;
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
			for (const paper of papers) {
				index.replace(paper.id, [paper]);
				pause();
			}
			index.search("ready", { asYouType: true });
			pause();
		},
		type: query => void index.search(query, { limit: rowsShown, asYouType: true }),
		store() {
			const pieces = index.toBytes();
			return { pieces, size: pieces.reduce((sum, { length }) => sum + length, 0) };
		},
		load({ pieces }, papers, pause) {
			const load = SearchIndex.load(typeof pieces === "string" ? [] : pieces);
			let step = load.next();
			for (; step.done !== true; step = load.next()) pause();
			index = step.value;
			index.prepareMeaning(0);
			for (const paper of papers) {
				index.replace(paper.id, [paper]);
				pause();
			}
			index.search("ready", { asYouType: true });
			pause();
		},
		prepare(pause) {
			while (!index.prepareMeaning(1) || !index.prepareBeginnings()) pause();
			pause();
		},
		similar: ({ id }) => void index.similar(id, rowsShown),
		suggest: passage => void index.suggest(passage, rowsShown),
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
		store() {
			const pieces = JSON.stringify(index);
			return { pieces, size: pieces.length };
		},
		load({ pieces }) {
			if (typeof pieces === "string") index = MiniSearch.loadJSON(pieces, options);
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
