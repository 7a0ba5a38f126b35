// One engine at one size, in a process of its own, so that memory is its own:
// `tsx one.ts <engine> <papers> <queries> <seconds>`.

import { indexWords } from "../../../src/core/search/words/fieldTexts";
import type { Paper } from "../../../src/core/paper";
import { quantile, time } from "../bench";
import { makePapers } from "../corpus";
import { keystrokes, samplePapers, typedQueries } from "../sample";
import { type Contender, contender } from "./engines";

const [name = "", size = "", count = "", seconds = ""] = process.argv.slice(2);

/** A piece of work: how long it took, and the longest stretch of it without a pause. */
export interface Work {
	readonly total: number;
	readonly block: number;
	/** The stretch that all but one in a thousand do not exceed. */
	readonly usual: number;
}

export interface Measured {
	readonly build: Work;
	readonly load?: Work;
	readonly stored?: number;
	readonly prepare?: Work;
	/** In MB: of the index after building and collecting; of the process at most, and what of it the papers took. */
	readonly heap: number;
	readonly peak: number;
	readonly before: number;
	readonly keys: number;
	/** Keys that there was no time for. */
	readonly left: number;
	readonly p50: number;
	readonly p99: number;
	readonly most: number;
	/** The keys that took longest, with their times. */
	readonly slowest: readonly Key[];
	readonly similar?: number;
	readonly suggest?: number;
}

export interface Key {
	readonly typed: string;
	readonly time: number;
}

const slowestShown = 10;

function timed(run: (pause: () => void) => void): Work {
	const stretches: number[] = [];
	const start = performance.now();
	let last = start;
	run(() => {
		const now = performance.now();
		stretches.push(now - last);
		last = performance.now();
	});
	const total = performance.now() - start;
	if (stretches.length === 0) stretches.push(total);
	return {
		total,
		block: stretches.reduce((most, each) => Math.max(most, each), 0),
		usual: quantile(stretches, 0.999),
	};
}

/** The heap in MB after a collection, when the process may ask for one. */
function heap(): number {
	(globalThis as { gc?: () => void }).gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
}

function peak(): number {
	return process.resourceUsage().maxRSS / 1e3;
}

/** Keys with their times, as many as there are seconds for. */
function typed(engine: Contender, keys: readonly string[], most: number): Key[] {
	const done: Key[] = [];
	const end = performance.now() + 1000 * most;
	for (const key of keys) {
		if (performance.now() > end) break;
		done.push({ typed: key, time: time(() => engine.type(key)) });
	}
	return done;
}

/** The median time of ten calls, for ten papers. */
function asked(papers: readonly Paper[], ask: ((paper: Paper) => void) | undefined): number | undefined {
	if (ask === undefined) return undefined;
	const some = Array.from({ length: 10 }, (_, i) => papers[Math.floor((i * papers.length) / 10)]);
	return quantile(
		some.flatMap(paper => (paper === undefined ? [] : [time(() => ask(paper))])),
		0.5,
	);
}

function measure(papers: readonly Paper[]): Measured | string {
	const engine = contender(name);
	if (typeof engine === "string") return engine;
	const queries = typedQueries(papers, Number(count));
	const [empty, before] = [heap(), peak()];
	const build = timed(pause => engine.build(papers, pause));
	const prepare = engine.prepare && timed(pause => engine.prepare?.(pause));
	const most = peak();
	const used = heap() - empty;
	const keys = queries.flatMap(keystrokes);
	typed(engine, keys.slice(0, 200), Number(seconds) / 6);
	const done = typed(engine, keys, Number(seconds));
	const times = done.map(key => key.time);
	const similar = asked(papers, engine.similar && (paper => engine.similar?.(paper)));
	const suggest = asked(papers, engine.suggest && (paper => engine.suggest?.(paper.abstract.slice(0, 200))));
	const stored = engine.store?.();
	const load = stored && timed(pause => engine.load?.(stored, papers, pause));
	return {
		build,
		...(prepare && { prepare }),
		...(load && { load, stored: stored.size / 1e6 }),
		heap: used,
		peak: most,
		before,
		keys: times.length,
		left: keys.length - times.length,
		p50: quantile(times, 0.5),
		p99: quantile(times, 0.99),
		most: Math.max(...times),
		slowest: done.sort((a, b) => b.time - a.time).slice(0, slowestShown),
		...(similar !== undefined && { similar }),
		...(suggest !== undefined && { suggest }),
	};
}

/** The words of a corpus: how many, and how many different ones. */
export interface Growth {
	readonly words: number;
	readonly distinct: number;
}

function growth(papers: readonly Paper[]): Growth {
	const distinct = new Set<string>();
	let words = 0;
	for (const { title, abstract } of papers) {
		for (const word of indexWords(`${title} ${abstract}`)) {
			words++;
			distinct.add(word);
		}
	}
	return { words, distinct: distinct.size };
}

const sample = samplePapers();
const papers = Number(size) <= sample.length ? sample : makePapers(sample, Number(size));
console.log(JSON.stringify(name === "growth" ? growth(papers) : measure(papers)));
