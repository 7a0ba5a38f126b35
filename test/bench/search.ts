// Index and search beside MiniSearch as shipped, in the same run, so that the ratio holds on any machine.

import MiniSearch from "minisearch";
import type { Paper } from "../../src/core/paper";
import { SearchIndex } from "../../src/core/search/searchIndex";
import { type Figures, median, milliseconds, quantile, ratio, time } from "./bench";
import { makePapers } from "./corpus";
import { keystrokes, samplePapers, typedQueries } from "./sample";

const rowsShown = 20;
const queryCount = 60;
const growth = 20;

interface Contender {
	build(papers: readonly Paper[]): void;
	type(query: string): void;
	whole(query: string): void;
	store(): string;
	load(stored: string, papers: readonly Paper[]): void;
}

function citeshelf(): Contender {
	let index = new SearchIndex();
	return {
		build: papers => {
			index = new SearchIndex();
			index.replace("shelf", papers);
			// Meaning is prepared in the background, see bench:scale.
			index.prepareMeaning(0);
			index.search("ready");
		},
		type: query => void index.search(query, { limit: rowsShown, asYouType: true }),
		whole: query => void index.search(query, { limit: rowsShown }),
		store: () => JSON.stringify(index),
		load: (stored, papers) => {
			index = SearchIndex.fromJSON(stored, papers);
			index.prepareMeaning(0);
			index.search("ready");
		},
	};
}

function miniSearch(): Contender {
	const options = { fields: ["title", "abstract"] };
	let index = new MiniSearch<Paper>(options);
	return {
		build: papers => {
			index = new MiniSearch<Paper>(options);
			index.addAll(papers);
		},
		type: query =>
			void index
				.search(query, { prefix: (_, i, terms) => i === terms.length - 1, fuzzy: 0.2 })
				.slice(0, rowsShown),
		whole: query => void index.search(query).slice(0, rowsShown),
		store: () => JSON.stringify(index),
		load: stored => {
			index = MiniSearch.loadJSON(stored, options);
		},
	};
}

interface Measures {
	readonly build: number;
	readonly load: number;
	readonly whole: readonly number[];
	readonly typed: readonly number[];
}

function measure(contender: Contender, papers: readonly Paper[], runs: number): Measures {
	const queries = typedQueries(papers, queryCount);
	const builds = Array.from({ length: runs }, () => time(() => contender.build(papers)));
	for (const query of queries.slice(0, growth)) contender.type(query);
	const whole = queries.map(query => time(() => contender.whole(query)));
	const typed = queries.flatMap(keystrokes).map(query => time(() => contender.type(query)));
	const stored = contender.store();
	const loads = Array.from({ length: runs }, () => time(() => contender.load(stored, papers)));
	return { build: median(builds), load: median(loads), whole, typed };
}

function rows(papers: readonly Paper[], runs: number): string[][] {
	const ours = measure(citeshelf(), papers, runs);
	const theirs = measure(miniSearch(), papers, runs);
	const row = (name: string, pick: (measures: Measures) => number): string[] => {
		const [a, b] = [pick(ours), pick(theirs)];
		return [String(papers.length), name, milliseconds(a), milliseconds(b), ratio(a, b)];
	};
	return [
		row("build the index", ({ build }) => build),
		row("load a stored index", ({ load }) => load),
		row("whole query, p50", ({ whole }) => quantile(whole, 0.5)),
		row("whole query, p99", ({ whole }) => quantile(whole, 0.99)),
		row("keystroke, p50", ({ typed }) => quantile(typed, 0.5)),
		row("keystroke, p99", ({ typed }) => quantile(typed, 0.99)),
	];
}

export function benchSearch(): Figures {
	const sample = samplePapers();
	return {
		title: "Search",
		headings: ["papers", "what", "Citeshelf", "MiniSearch as shipped", "ratio"],
		rows: [...rows(sample, 5), ...rows(makePapers(sample, 10_000), 1)],
		notes: [
			`Keystrokes: every beginning of ${queryCount} queries of one to four words, from the first letter on; MiniSearch with prefix on the last word and fuzzy 0.2.`,
			"10,000 papers are made from the sample: sentences resampled, rare words varied; built and loaded once.",
			"MiniSearch indexes title and abstract; Citeshelf also authors, venue, keywords, year and identifiers.",
		],
	};
}

/** A shelf of 10,000 papers to which a digest of twenty comes. */
export function benchGrowth(): Figures {
	const papers = makePapers(samplePapers(), 10_000 + growth);
	const index = new SearchIndex();
	index.replace("shelf", papers.slice(growth));
	index.search("ready");
	const add = time(() => index.replace("digest", papers.slice(0, growth)));
	const first = time(() => void index.search("ready"));
	return {
		title: "A digest of 20 papers comes to 10,000",
		headings: ["what", "time"],
		rows: [
			["analyse the new papers", milliseconds(add)],
			["first search afterwards (compiles the postings)", milliseconds(first)],
		],
		notes: [],
	};
}
