// What found topics are compared with: k-means on tf-idf vectors as a textbook has it.

import type { Paper } from "../../../src/core/paper";
import { termsOf } from "../../../src/core/search/analyzer";
import { seededRandom } from "../../../src/core/random";
import type { Group } from "./measures";

const rounds = 30;
const shownTerms = 8;

/** `count` groups from a random start (k-means++: Arthur and Vassilvitskii 2007), with the heaviest terms of their centres. */
export function plainGroups(papers: readonly Paper[], count: number, seed = 1): Group[] {
	const vectors = papers.map(({ title, abstract }) => termsOf(`${title} ${abstract}`));
	const rows = unitRows(vectors);
	let centres = starts(rows, count, seededRandom(seed));
	let groups: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const moved = rows.map(row => nearest(row, centres));
		if (moved.every((group, i) => group === groups[i])) break;
		groups = moved;
		centres = centres.map((_, group) => centreOf(rows.filter((__, i) => groups[i] === group)));
	}
	return centres.flatMap((centre, group): Group[] => {
		const members = groups.flatMap((own, i) => (own === group ? [i] : []));
		const terms = [...centre].sort((a, b) => b[1] - a[1]).slice(0, shownTerms);
		return members.length > 0 ? [{ members, terms: terms.map(([term]) => term) }] : [];
	});
}

type Row = ReadonlyMap<string, number>;

function unitRows(texts: readonly (readonly string[])[]): Row[] {
	const papers = new Map<string, number>();
	for (const text of texts) for (const term of new Set(text)) papers.set(term, (papers.get(term) ?? 0) + 1);
	return texts.map(text => {
		const row = new Map<string, number>();
		for (const term of text) row.set(term, (row.get(term) ?? 0) + 1);
		for (const [term, uses] of row) row.set(term, uses * Math.log(texts.length / (papers.get(term) ?? 1)));
		return unit(row);
	});
}

function unit(row: Map<string, number>): Row {
	const length = Math.hypot(...row.values()) || 1;
	for (const [term, weight] of row) row.set(term, weight / length);
	return row;
}

function starts(rows: readonly Row[], count: number, next: () => number): Row[] {
	const centres: Row[] = [];
	const far = rows.map(() => 1);
	while (centres.length < Math.min(count, rows.length)) {
		let left = next() * far.reduce((sum, each) => sum + each, 0);
		const picked = far.findIndex(each => (left -= each) <= 0);
		const centre = rows[Math.max(picked, 0)] ?? new Map<string, number>();
		centres.push(centre);
		rows.forEach((row, i) => (far[i] = Math.min(far[i] ?? 0, (1 - product(row, centre)) ** 2)));
	}
	return centres;
}

function nearest(row: Row, centres: readonly Row[]): number {
	let [best, most] = [0, -1];
	centres.forEach((centre, i) => {
		const likeness = product(row, centre);
		if (likeness > most) [best, most] = [i, likeness];
	});
	return best;
}

function product(row: Row, other: Row): number {
	let sum = 0;
	for (const [term, weight] of row) sum += weight * (other.get(term) ?? 0);
	return sum;
}

function centreOf(rows: readonly Row[]): Row {
	const centre = new Map<string, number>();
	for (const row of rows) for (const [term, weight] of row) centre.set(term, (centre.get(term) ?? 0) + weight);
	return unit(centre);
}
