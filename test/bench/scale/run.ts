// `npm run bench:scale [papers…]`: build, load, memory and every keystroke of 200 typed queries, at 55 to 100,000 papers,
// each engine in a process of its own.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { milliseconds } from "../bench";
import { nodeWithSqlite } from "../nodeWithSqlite";
import { printTable } from "../table";
import { contenderNames } from "./engines";
import type { Growth, Measured, Work } from "./one";

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const queryCount = 200;
/** Seconds for the keys of one engine at one size, and for all that it does. */
const typing = 60;
const longestRun = 240;
/** Seconds for everything: what there is no time for is left out, and said. */
const wholeRun = 900;
const started = performance.now();

/** Runs one engine, and says why there are no figures when there are none. */
function run(node: string, name: string, size: number): unknown {
	const left = Math.floor(wholeRun - (performance.now() - started) / 1000);
	if (left <= 0) return `left out: the ${wholeRun} s of the whole run are over`;
	const most = Math.min(longestRun, left);
	console.error(`${size} papers, ${name}…`);
	const heap = ["--expose-gc", "--max-old-space-size=6144", "--no-warnings"];
	const script = [join(__dirname, "one.ts"), name, String(size), String(queryCount), String(typing)];
	const child = spawnSync(node, [...heap, "--require", "tsx/cjs", ...script], {
		encoding: "utf8",
		timeout: 1000 * most,
		maxBuffer: 1e7,
	});
	if (child.error !== undefined) return `no figures within ${most} s (${child.error.message})`;
	if (child.status !== 0) return `no figures: ${child.stderr.trim().split("\n").at(-1) ?? ""}`;
	return JSON.parse(child.stdout);
}

const headings = [
	"papers",
	"engine",
	"build",
	"block",
	"load",
	"block",
	"stored",
	"meaning",
	"block",
	"index",
	"peak",
	"keys",
	"p50",
	"p99",
	"most",
	"similar",
	"suggest",
];

/** The slowest keys of Citeshelf, by papers. */
const slowest = new Map<number, Measured["slowest"]>();

function row(node: string, size: number, name: string): string[] {
	const measured = run(node, name, size) as Measured | string;
	if (typeof measured === "string") return [String(size), name, measured];
	const { build, load, stored, prepare, heap, peak, before, keys, left, p50, p99, most, similar, suggest } = measured;
	if (name === "Citeshelf") slowest.set(size, measured.slowest);
	return [
		String(size),
		name,
		...workCells(build),
		...workCells(load),
		stored === undefined ? "-" : `${stored.toFixed(1)} MB`,
		...workCells(prepare),
		`${heap.toFixed(0)} MB`,
		`${peak.toFixed(0)} MB (${before.toFixed(0)} before)`,
		left === 0 ? String(keys) : `${keys} of ${keys + left}`,
		milliseconds(p50),
		milliseconds(p99),
		milliseconds(most),
		...[similar, suggest].map(each => (each === undefined ? "-" : milliseconds(each))),
	];
}

function workCells(work: Work | undefined): [string, string] {
	if (work === undefined) return ["-", "-"];
	return [milliseconds(work.total), `${milliseconds(work.block)} (${milliseconds(work.usual)})`];
}

const sqlite = nodeWithSqlite();
const asked = sizes.length > 0 ? sizes : [55, 1_000, 10_000, 100_000];
console.log(
	`Node ${process.version}, ${process.platform} ${process.arch}; FTS5 in ${sqlite ?? "no Node at hand: SKIPPED"}\n`,
);
printTable(
	headings,
	asked.flatMap(size =>
		contenderNames.map(name =>
			row(name.startsWith("SQLite") ? (sqlite ?? process.execPath) : process.execPath, size, name),
		),
	),
);
for (const [size, keys] of slowest) {
	const said = keys.map(({ typed, time }) => `“${typed}” ${milliseconds(time)}`);
	console.log(`\nThe slowest keys of Citeshelf at ${size}: ${said.join(", ")}`);
}
console.log("\nThe papers grow in words as real collections do (Heaps' law):\n");
printTable(
	["papers", "words", "different words"],
	asked.map(size => {
		const growth = run(process.execPath, "growth", size) as Growth | string;
		if (typeof growth === "string") return [String(size), growth];
		return [size, growth.words, growth.distinct].map(value => value.toLocaleString("en"));
	}),
);
console.log(
	`
Keys: every beginning of ${queryCount} queries of one to four words, from the first letter on, the last word open; after
${typing} s the rest is left out, and the column says so. MiniSearch with prefix on the last word and fuzzy 0.2; FTS5 in memory,
any word, the last one a beginning. Block: the longest stretch of work without a pause for others, and in brackets the one that
all but one in a thousand do not exceed; Citeshelf indexes a paper at a time, MiniSearch 100, FTS5 and loading MiniSearch all in
one. Load: from the bytes in memory to the first answer, every paper shown to the index again. Index: JavaScript's heap and
arrays after building, learning meaning and collecting, without the papers; SQLite's memory is outside of it. Peak: of the
process until then; before: the papers and what made them.
An engine that is not done in ${longestRun} s has no figures; after ${wholeRun} s in all the rest is left out.`,
);
