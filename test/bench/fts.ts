// SQLite's full-text search, where the Node at hand has it.

import type { Paper } from "../../src/core/paper";

/** The parts of node:sqlite that are used. */
interface Statement {
	run(...values: string[]): unknown;
	all(...values: (string | number)[]): { id: string }[];
}

interface Database {
	exec(sql: string): void;
	prepare(sql: string): Statement;
}

export interface Fts {
	/** The best papers that have any of the words; the last word may be a beginning. */
	search(query: string, limit: number, isOpen: boolean): string[];
}

/** A table of papers in memory, or why there is none. */
export function openFts(papers: readonly Paper[]): Fts | string {
	const builtin = (process as { getBuiltinModule?: (name: string) => unknown }).getBuiltinModule;
	const sqlite = builtin?.("node:sqlite") as { DatabaseSync: new (path: string) => Database } | undefined;
	if (sqlite === undefined) return `Node ${process.version} has no node:sqlite`;
	const database = new sqlite.DatabaseSync(":memory:");
	database.exec(
		"create virtual table papers using fts5(id unindexed, title, abstract, tokenize = 'porter unicode61', prefix = '2 3')",
	);
	const insert = database.prepare("insert into papers values (?, ?, ?)");
	database.exec("begin");
	for (const { id, title, abstract } of papers) insert.run(id, title, abstract);
	database.exec("commit");
	const select = database.prepare("select id from papers where papers match ? order by bm25(papers) limit ?");
	return {
		search(query, limit, isOpen) {
			const words = (query.match(/[\p{L}\p{N}]+/gu) ?? []).map(word => `"${word}"`);
			if (words.length === 0) return [];
			return select.all(words.join(" OR ") + (isOpen ? "*" : ""), limit).map(({ id }) => id);
		},
	};
}
