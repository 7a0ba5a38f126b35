// How many papers of the sample shelf are found among near twins, and how many wrongly, at several thresholds.
// Run: npx tsx test/bench/metadata/run.ts

import { defaultThresholds, matchPaper, type Thresholds } from "../../../src/core/metadata/match";
import type { Wanted } from "../../../src/core/metadata/catalogue";
import { candidateOf, localCatalogue, searcher } from "../../unit/metadata/twins";

const seeds = [1, 2, 3];

interface Counts {
	right: number;
	wrong: number;
	doubtful: number;
	none: number;
	/** Taken where the true record was not there: on more than the title, and on the title alone. */
	falselySure: number;
	falsely: number;
	asked: number;
}

/** What is known of the paper: as the digest has it, without the abstract, with authors and year in its place. */
const knowledge: Readonly<Record<string, (wanted: Wanted, truth: Wanted | undefined) => Wanted>> = {
	"title and abstract": wanted => wanted,
	"title, author, year": (wanted, truth) => ({
		...wanted,
		abstract: "",
		authors: truth?.authors.slice(0, 1) ?? [],
		...(truth?.issued && { issued: truth.issued }),
	}),
	"title alone": wanted => ({ ...wanted, abstract: "" }),
};

/** Each catalogue with and without the true records, and its searches, made once. */
const worlds = seeds.flatMap(seed => {
	const full = localCatalogue(seed);
	return [false, true].map(isWithout => {
		const { papers, sought } = localCatalogue(seed, isWithout);
		const byTitle = searcher(papers, ({ title: text }) => text);
		const byAbstract = searcher(papers, ({ abstract: text }) => text);
		const cases = sought.map(({ wanted, ids }) => {
			const found = [...byTitle(wanted.title, 20), ...byAbstract(wanted.abstract, 10)];
			const truth = full.papers.find(({ id }) => ids.has(id));
			return { wanted, ids, truth, candidates: [...new Set(found)].map(candidateOf) };
		});
		return { isWithout, cases };
	});
});

function measure(thresholds: Thresholds, known: (wanted: Wanted, truth: Wanted | undefined) => Wanted): Counts {
	const counts: Counts = { right: 0, wrong: 0, doubtful: 0, none: 0, falselySure: 0, falsely: 0, asked: 0 };
	for (const { isWithout, cases } of worlds) {
		for (const { wanted, ids, truth, candidates } of cases) {
			const match = matchPaper(known(wanted, truth), candidates, { thresholds });
			if (isWithout) {
				if (match.kind === "taken") counts[match.isSure ? "falselySure" : "falsely"]++;
				continue;
			}
			counts.asked++;
			if (match.kind !== "taken") counts[match.kind]++;
			else counts[match.candidates.every(({ paper }) => ids.has(paper.id)) ? "right" : "wrong"]++;
		}
	}
	return counts;
}

const edits = [0.75, 0.8, 0.85, 0.9, 0.95];
const agreements = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
const { title, abstract } = defaultThresholds;

console.log(
	`${String(localCatalogue(1).papers.length)} records, ${String(seeds.length)} catalogues of the sample shelf's 55 papers`,
);
for (const [name, known] of Object.entries(knowledge)) {
	console.log(`\nKnown: ${name}`);
	console.log(
		"title edit | abstract agrees | precision | recall | right wrong doubtful none | taken though absent: sure, by title",
	);
	const rows: readonly (readonly [number, number])[] = [
		...edits.map(edit => [edit, abstract.agrees] as const),
		...agreements.map(agrees => [title.edit, agrees] as const),
	];
	for (const [edit, agrees] of rows) {
		const thresholds: Thresholds = {
			title: { ...title, edit },
			abstract: {
				...abstract,
				agrees,
				agreesAlone: Math.min(0.95, agrees + abstract.agreesAlone - abstract.agrees),
			},
		};
		const { right, wrong, doubtful, none, falselySure, falsely, asked } = measure(thresholds, known);
		const precision = right + wrong === 0 ? 1 : right / (right + wrong);
		const figures = [edit, agrees, precision.toFixed(4), (right / asked).toFixed(4)];
		console.log(
			`${figures.join(" | ")} | ${[right, wrong, doubtful, none].join(" ")} of ${String(asked)} | ${String(falselySure)}, ${String(falsely)}`,
		);
	}
}
