// Reading digests of 10,000 papers in every format, beside a bare parse of the same text by the format's own library.

import { spawnSync } from "node:child_process";
import { Parser } from "htmlparser2";
import { parse as parseTable } from "papaparse";
import PostalMime from "postal-mime";
import { parse as parseYaml } from "yaml";
import { readDigest } from "../../src/core/digests/read";
import type { Paper } from "../../src/core/paper";
import { allExports, type Export } from "../exports/exports";
import { type Figures, milliseconds, ratio } from "./bench";
import { makePapers } from "./corpus";
import { samplePapers } from "./sample";

const count = 10_000;

/** A library's own reading of a text, without any thought about papers. */
interface BareParse {
	readonly name: string;
	readonly parse: (text: string) => unknown;
}

const inLines: BareParse = { name: "lines", parse: text => text.split(/\r?\n/) };
const markup: BareParse = {
	name: "htmlparser2",
	parse: text => new Parser({ ontext: () => undefined }, { xmlMode: true }).end(text),
};
const bareParses: Readonly<Record<string, BareParse>> = {
	csv: { name: "papaparse", parse: text => parseTable(text) },
	tsv: { name: "papaparse", parse: text => parseTable(text) },
	"csl-yaml": { name: "yaml", parse: text => parseYaml(text) as unknown },
	hayagriva: { name: "yaml", parse: text => parseYaml(text) as unknown },
	mail: { name: "postal-mime", parse: text => PostalMime.parse(text) },
	mbox: inLines,
	"arxiv-html": markup,
};

function bareParseOf({ format, fileName }: Export): BareParse {
	if (fileName.endsWith(".json")) return { name: "JSON.parse", parse: text => JSON.parse(text) as unknown };
	return bareParses[format] ?? (/\.(?:xml|rss)$/.test(fileName) ? markup : inLines);
}

function manyPapers(): readonly Paper[] {
	// Made from few titles, many would be the same work where a format tells nothing but titles.
	return makePapers(samplePapers(), count).map((paper, i) => ({
		...paper,
		title: `${paper.title} ${String(i)}`,
		arxiv: paper.id.replace("arxiv:", ""),
	}));
}

async function timed(run: () => unknown): Promise<number> {
	const started = performance.now();
	await run();
	return performance.now() - started;
}

async function row(digest: Export, papers: readonly Paper[]): Promise<string[]> {
	const text = digest.write(papers);
	const content = new TextEncoder().encode(text);
	const bare = bareParseOf(digest);
	const parsing = await timed(() => bare.parse(text));
	let found = 0;
	const reading = await timed(() => (found = readDigest(content, digest.fileName).papers.length));
	return [
		`${digest.format} (${digest.fileName})`,
		`${(content.length / 2 ** 20).toFixed(0)} MB`,
		String(found),
		milliseconds(reading),
		String(Math.round((found / reading) * 1000)),
		`${bare.name} ${milliseconds(parsing)}`,
		ratio(reading, parsing),
		`${memoryOf(digest.fileName).toFixed(1)}×`,
	];
}

/** The most memory that a process takes for reading a digest, as a multiple of the digest's size. */
function memoryOf(fileName: string): number {
	const run = spawnSync(process.execPath, [...process.execArgv, __filename, fileName], { encoding: "utf8" });
	return Number(run.stdout.trim());
}

/** In a process of its own: how far the resident memory grows above what the text itself and the runtime take. */
function measureMemory(fileName: string): void {
	const digest = allExports.find(candidate => candidate.fileName === fileName);
	if (!digest) return;
	const content = new TextEncoder().encode(digest.write(manyPapers()));
	const before = process.resourceUsage().maxRSS;
	readDigest(content, fileName);
	console.log((((process.resourceUsage().maxRSS - before) * 1024) / content.length).toFixed(2));
}

export async function benchReading(): Promise<Figures> {
	const papers = manyPapers();
	const rows: string[][] = [];
	for (const digest of allExports) rows.push(await row(digest, papers));
	return {
		title: "Reading digests of 10,000 papers",
		headings: ["format", "size", "papers", "time", "papers a second", "bare parse", "ratio", "memory"],
		rows,
		notes: [
			"A bare parse gives no papers: no names, dates and identifiers, no text decoded, nothing reported. `lines` splits the text only.",
			"Memory is what a process of its own grows by while it reads, beside the size of the digest.",
		],
	};
}

if (require.main === module && process.argv[2] !== undefined) measureMemory(process.argv[2]);
