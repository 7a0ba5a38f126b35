// `npm run bench:topics [papers…]`: found topics against known subjects, beside plain k-means; what stays when papers come
// and go; seconds and the longest step. With `trees` it prints the trees instead.

import { groupByTopic, type Topic, topicSteps } from "../../../src/core/topics/topics";
import { milliseconds, quantile } from "../bench";
import { makePapers } from "../corpus";
import { samplePapers } from "../sample";
import { printTable } from "../table";
import { agreementRows, foundAlone, stabilityRow } from "./measured";
import { plainGroups } from "./plain";
import { knownShelves, type Shelf } from "./shelves";

const given = process.argv.slice(2);
const sizes = given.map(Number).filter(Boolean);

function timeRow(count: number): string[] {
	const papers = count <= samplePapers().length ? samplePapers() : makePapers(samplePapers(), count);
	const steps = topicSteps(papers, foundAlone);
	const times: number[] = [];
	const start = performance.now();
	const before = process.cpuUsage();
	let last = start;
	let step = steps.next();
	for (; step.done !== true; step = steps.next()) {
		const now = performance.now();
		times.push(now - last);
		last = now;
	}
	const total = performance.now() - start;
	const { user, system } = process.cpuUsage(before);
	const plainStart = performance.now();
	if (count <= mostPlain) plainGroups(papers, step.value.length);
	const plain = performance.now() - plainStart;
	return [
		count.toLocaleString("en"),
		milliseconds(total),
		milliseconds((user + system) / 1000),
		milliseconds(times.reduce((most, each) => Math.max(most, each), 0)),
		milliseconds(quantile(times, 0.999)),
		String(step.value.length),
		count <= mostPlain ? milliseconds(plain) : "-",
	];
}

/** The textbook's k-means takes minutes for more. */
const mostPlain = 1000;

function printTree(topics: readonly Topic[], indent = ""): void {
	for (const { label, papers, terms, subtopics } of topics) {
		console.log(`${indent}${label} (${papers.length}): ${terms.slice(1, 5).join(", ")}`);
		if (subtopics) printTree(subtopics, `${indent}    `);
	}
}

function run(shelves: readonly Shelf[]): void {
	console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
	printTable(
		["shelf", "method", "B-cubed F1", "NMI", "NPMI", "groups", "sizes"],
		shelves.flatMap(shelf => agreementRows(shelf)),
	);
	console.log("\nThe sample shelf with the reviewed topics, as it is shown:\n");
	printTable(
		["shelf", "method", "B-cubed F1", "NMI", "NPMI", "groups", "sizes"],
		shelves.slice(0, 1).flatMap(shelf => agreementRows(shelf, {}).slice(0, 1)),
	);
	console.log("\nPairs of papers that stay together (Jaccard) when a tenth of the papers goes or comes:\n");
	printTable(
		["shelf", "goes", "comes", "goes, nothing remembered", "goes, k-means"],
		shelves.map(shelf => stabilityRow(shelf)),
	);
	console.log("\nTime, for papers made from the sample shelf:\n");
	printTable(
		["papers", "time", "of processors", "longest step", "all but 1 in 1000", "topics", "k-means"],
		(sizes.length > 0 ? sizes : [55, 1000, 10_000]).map(timeRow),
	);
}

const shelves = knownShelves();
if (given.includes("trees")) {
	for (const { name, papers } of shelves) {
		console.log(`\n## ${name}\n`);
		printTree(groupByTopic(papers));
	}
} else run(shelves);
