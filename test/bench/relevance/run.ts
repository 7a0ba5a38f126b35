// `npm run bench:relevance [folder…]`: how well the search ranks on test collections, beside other engines, with one
// setting for all. The collections are public and not part of the project; CITESHELF_IR or an argument says where they are.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { seededRandom } from "../../../src/core/random";
import { nodeWithSqlite } from "../nodeWithSqlite";
import { printTable } from "../table";
import { type Collection, collectionFolders, measure, readCollection } from "./collection";
import { cut, slip } from "./damage";
import { type Engine, peers } from "./peers";

const depth = 100;

function ours({ papers }: Collection): [name: string, engine: Engine][] {
	const index = new SearchIndex();
	index.replace("collection", papers);
	const wordsOnly = new SearchIndex();
	wordsOnly.replace("collection", papers);
	// Taken over, but never worked on: words alone.
	wordsOnly.prepareMeaning(0);
	const next = seededRandom(11);
	const search = (query: string, asYouType: boolean): string[] =>
		index.search(query, { limit: depth, asYouType }).map(hit => hit.paper.id);
	return [
		["Citeshelf, words alone", query => wordsOnly.search(query, { limit: depth }).map(hit => hit.paper.id)],
		["Citeshelf", query => search(query, false)],
		["Citeshelf, suggest", query => index.suggest(query, depth).map(hit => hit.paper.id)],
		["Citeshelf, as one types", query => search(query, true)],
		["Citeshelf, last word cut", query => search(cut(query), true)],
		["Citeshelf, one slip", query => search(slip(query, next), true)],
	];
}

function figures(collection: Collection): string[][] {
	const row = (name: string, engine: Engine): string[] => [
		collection.name,
		name,
		...measure(collection.queries, engine).map(value => value.toFixed(3)),
	];
	const others = process.argv.includes("--ours") ? [] : peers(collection.papers, depth);
	return [
		...others.map(({ name, engine }) =>
			typeof engine === "string" ? [collection.name, name, engine] : row(name, engine),
		),
		...ours(collection).map(([name, engine]) => row(name, engine)),
	];
}

function run(): void {
	const named = process.argv.slice(2).filter(argument => !argument.startsWith("--"));
	const places = named.length > 0 ? named : [process.env["CITESHELF_IR"] ?? join(__dirname, "../../../../shared/ir")];
	const folders = places.flatMap(place => {
		const found = collectionFolders(place);
		if (found.length === 0)
			console.error(`SKIPPED: no test collection in ${place}. Name a folder, or set CITESHELF_IR.`);
		return found;
	});
	if (folders.length === 0) return;
	console.log(`Node ${process.version}; one setting for all collections\n`);
	const rows = folders.flatMap(folder => figures(readCollection(folder)));
	printTable(["collection", "engine", "nDCG@10", "MRR@10", "recall@100"], rows);
}

// FTS5 needs node:sqlite: when another Node at hand has it, that one runs all of it.
const sqlite = nodeWithSqlite();
if (sqlite === undefined)
	console.error("SKIPPED: SQLite FTS5, since no Node at hand has node:sqlite (22 and later has).");
if (sqlite === undefined || sqlite === process.execPath) run();
else {
	const script = [require.resolve("./run.ts"), ...process.argv.slice(2)];
	const child = spawnSync(sqlite, ["--no-warnings", "--require", "tsx/cjs", ...script], { stdio: "inherit" });
	process.exitCode = child.status ?? 1;
}
