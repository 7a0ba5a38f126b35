// `npm run bench:scale [papers…]`: build, load, memory and every keystroke of 200 typed queries, at 55 to 100,000 papers,
// each engine in a process of its own.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { milliseconds } from "../bench";
import { printTable } from "../table";
import { contenderNames } from "./engines";
import type { Measured } from "./one";

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const queryCount = 200;
const longestRun = 20 * 60_000;

/** Runs one engine, and says why there are no figures when there are none. */
function run(name: string, size: number): Measured | string {
	const heap = ["--expose-gc", "--max-old-space-size=6144"];
	const script = [join(__dirname, "one.ts"), name, String(size), String(queryCount)];
	const child = spawnSync(process.execPath, [...heap, "--require", "tsx/cjs", ...script], {
		encoding: "utf8",
		timeout: longestRun,
		maxBuffer: 1e7,
	});
	if (child.status !== 0)
		return `no figures: ${child.error?.message ?? child.stderr.trim().split("\n").at(-1) ?? ""}`;
	return JSON.parse(child.stdout) as Measured | string;
}

const headings = [
	"papers",
	"engine",
	"build",
	"longest block",
	"load",
	"stored",
	"meaning",
	"heap",
	"peak",
	"keys",
	"key p50",
	"key p99",
	"key most",
];

function row(size: number, name: string): string[] {
	const measured = run(name, size);
	if (typeof measured === "string") return [String(size), name, measured];
	const { build, block, load, stored, prepare, prepareBlock, heap, peak, keys, p50, p99, most } = measured;
	const meaning =
		prepare === undefined ? "-" : `${milliseconds(prepare)}, blocks of ${milliseconds(prepareBlock ?? 0)} at most`;
	return [
		String(size),
		name,
		milliseconds(build),
		milliseconds(block),
		load === undefined ? "-" : milliseconds(load),
		stored === undefined ? "-" : `${stored.toFixed(1)} MB`,
		meaning,
		`${heap.toFixed(0)} MB`,
		`${peak.toFixed(0)} MB`,
		String(keys),
		milliseconds(p50),
		milliseconds(p99),
		milliseconds(most),
	];
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
const asked = sizes.length > 0 ? sizes : [55, 1_000, 10_000, 100_000];
printTable(
	headings,
	asked.flatMap(size => contenderNames.map(name => row(size, name))),
);
console.log(
	`
Keys: every beginning of ${queryCount} queries of one to four words, from the first letter on, the last word open. MiniSearch
with prefix on the last word and fuzzy 0.2; FTS5 in memory, any word, the last one a beginning. Blocks: Citeshelf and
MiniSearch index 100 papers at a time. Heap: JavaScript's own after building and collecting, without the papers; SQLite's
memory is outside of it. Peak: of the whole process, papers and generator included.`,
);
