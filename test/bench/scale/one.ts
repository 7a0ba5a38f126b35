// One engine at one size, in a process of its own, so that memory is its own: `tsx one.ts <engine> <papers> <queries>`.

import { quantile, time } from "../bench";
import { makePapers } from "../corpus";
import { keystrokes, samplePapers, typedQueries } from "../sample";
import { contender } from "./engines";

const [name = "", size = "", count = ""] = process.argv.slice(2);

export interface Measured {
	readonly build: number;
	/** The longest time without a pause, while building. */
	readonly block: number;
	readonly load?: number;
	readonly stored?: number;
	readonly prepare?: number;
	readonly prepareBlock?: number;
	readonly heap: number;
	readonly peak: number;
	readonly keys: number;
	readonly p50: number;
	readonly p99: number;
	readonly most: number;
}

/** Times a run, and the longest stretch of it between pauses. */
function timed(run: (pause: () => void) => void): [total: number, longest: number] {
	let longest = 0;
	const start = performance.now();
	let last = start;
	run(() => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	});
	return [performance.now() - start, longest];
}

/** The heap in MB after a collection, when the process may ask for one. */
function heap(): number {
	(globalThis as { gc?: () => void }).gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
}

function measure(): Measured | string {
	const sample = samplePapers();
	const papers = Number(size) <= sample.length ? sample : makePapers(sample, Number(size));
	const queries = typedQueries(papers, Number(count));
	const engine = contender(name);
	if (typeof engine === "string") return engine;
	const before = heap();
	const [build, block] = timed(pause => engine.build(papers, pause));
	const used = heap() - before;
	const [prepare, prepareBlock] = engine.prepare ? timed(pause => engine.prepare?.(pause)) : [];
	for (const query of queries.slice(0, 20)) engine.type(query);
	const times = queries.flatMap(keystrokes).map(query => time(() => engine.type(query)));
	const stored = engine.store?.();
	const load = stored === undefined ? undefined : time(() => engine.load?.(stored, papers));
	return {
		build,
		block,
		...(prepare !== undefined && prepareBlock !== undefined && { prepare, prepareBlock }),
		...(load !== undefined && stored !== undefined && { load, stored: stored.length / 1e6 }),
		heap: used,
		peak: process.resourceUsage().maxRSS / 1e3,
		keys: times.length,
		p50: quantile(times, 0.5),
		p99: quantile(times, 0.99),
		most: Math.max(...times),
	};
}

console.log(JSON.stringify(measure()));
