// Groups of papers that share telling terms: spherical k-means, begun from the terms that most papers share, so that
// every group has something to be named by and the same papers always fall into the same groups.

import type { Vector } from "./features";

const rounds = 8;
/** Papers less alike than this share nothing to speak of. */
const leastLikeness = 0.04;
/** No seed is a term of more than this share of the papers, so that no group begins as most of the shelf. */
const largestSeed = 0.25;

const fewPapers = 12;

/** Vectors with numbered terms, the numbers in the order of the terms. */
interface Matrix {
	readonly rows: readonly { readonly terms: Uint32Array; readonly weights: Float64Array }[];
	readonly termCount: number;
}

type Groups = readonly (readonly number[])[];

/**
 * The groups as lists of indices, each ascending; every index is in one. At most `most`, else about as many as the square
 * root of the number of papers. Spherical k-means: Dhillon and Modha, "Concept decompositions for large sparse text data
 * using clustering", Machine Learning 42, 2001.
 */
export function clusters(vectors: readonly Vector[], most: number): number[][] {
	const matrix = number(vectors);
	const count = Math.min(most, Math.max(1, Math.ceil(0.9 * Math.sqrt(vectors.length))));
	let groups: Groups = seeds(matrix, count);
	for (let round = 0; round < rounds; round++) {
		const moved = assign(matrix, groups);
		if (JSON.stringify(moved) === JSON.stringify(groups)) break;
		groups = moved;
	}
	return dissolveSmall(matrix, groups);
}

/** Terms that one paper alone has join nothing and are left out, unless the papers are few and a term may stand alone. */
function number(vectors: readonly Vector[]): Matrix {
	const counts = new Map<string, number>();
	for (const vector of vectors) for (const term of vector.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
	const least = vectors.length < fewPapers ? 1 : 2;
	const terms = [...counts].flatMap(([term, count]) => (count >= least ? [term] : [])).sort();
	const numbers = new Map(terms.map((term, i) => [term, i]));
	const rows = vectors.map(vector => {
		const kept = [...vector].filter(([term]) => numbers.has(term));
		return {
			terms: Uint32Array.from(kept, ([term]) => numbers.get(term) ?? 0),
			weights: Float64Array.from(kept, ([, weight]) => weight),
		};
	});
	return { rows, termCount: terms.length };
}

/** Takes, again and again, the term that weighs most over the papers that no taken term is in. */
function seeds({ rows, termCount }: Matrix, count: number): number[][] {
	const covered = new Uint8Array(rows.length);
	const most = Math.max(2, rows.length * largestSeed);
	const groups: number[][] = [];
	while (groups.length < count) {
		const sums = new Float64Array(termCount);
		const papers = new Uint32Array(termCount);
		rows.forEach(({ terms, weights }, i) => {
			if (covered[i] === 1) return;
			for (let j = 0; j < terms.length; j++) {
				const term = terms[j] ?? 0;
				sums[term] = (sums[term] ?? 0) + (weights[j] ?? 0);
				papers[term] = (papers[term] ?? 0) + 1;
			}
		});
		let best = -1;
		let bestWeight = 0;
		for (let term = 0; term < termCount; term++) {
			const [sum, held] = [sums[term] ?? 0, papers[term] ?? 0];
			const weight = held === 1 ? sum / 10 : held > most ? 0 : sum;
			if (weight > bestWeight) [best, bestWeight] = [term, weight];
		}
		if (best < 0) break;
		const members = rows.flatMap(({ terms }, i) => (covered[i] === 0 && terms.includes(best) ? [i] : []));
		for (const i of members) covered[i] = 1;
		groups.push(members);
	}
	return groups.length > 0 ? groups : [rows.map((_, i) => i)];
}

/** Each paper to the group whose centre it is most like. */
function assign(matrix: Matrix, groups: Groups): number[][] {
	const centres = centresOf(matrix, groups);
	const moved: number[][] = groups.map(() => []);
	matrix.rows.forEach((_, i) => moved[nearest(matrix, i, centres).group]?.push(i));
	return moved.filter(group => group.length > 0);
}

function nearest({ rows }: Matrix, i: number, centres: readonly Float64Array[]): { group: number; likeness: number } {
	const { terms, weights } = rows[i] ?? emptyRow;
	let best = { group: 0, likeness: -1 };
	centres.forEach((centre, group) => {
		let likeness = 0;
		for (let j = 0; j < terms.length; j++) likeness += (weights[j] ?? 0) * (centre[terms[j] ?? 0] ?? 0);
		if (likeness > best.likeness) best = { group, likeness };
	});
	return best;
}

const emptyRow = { terms: new Uint32Array(0), weights: new Float64Array(0) };

/** The mean direction of each group, at length 1. */
function centresOf({ rows, termCount }: Matrix, groups: Groups): Float64Array[] {
	return groups.map(group => {
		const centre = new Float64Array(termCount);
		for (const i of group) {
			const { terms, weights } = rows[i] ?? emptyRow;
			for (let j = 0; j < terms.length; j++) {
				const term = terms[j] ?? 0;
				centre[term] = (centre[term] ?? 0) + (weights[j] ?? 0);
			}
		}
		let length = 0;
		for (const weight of centre) length += weight * weight;
		const scale = 1 / (Math.sqrt(length) || 1);
		return centre.map(weight => weight * scale);
	});
}

/** Papers of groups that are too small for a shelf of this size go to the nearest larger group, if they are like it. */
function dissolveSmall(matrix: Matrix, groups: Groups): number[][] {
	const count = matrix.rows.length;
	const least = Math.max(2, count / 100);
	const large = groups.filter(group => group.length >= least);
	if (large.length === 0) return groups.map(group => [...group]);
	const centres = centresOf(matrix, large);
	const result = large.map(group => [...group]);
	for (const group of groups.filter(({ length }) => length < least)) {
		const stay: number[] = [];
		for (const i of group) {
			const { group: best, likeness } = nearest(matrix, i, centres);
			if (count < fewPapers && likeness < leastLikeness) stay.push(i);
			else result[best]?.push(i);
		}
		if (stay.length > 0) result.push(stay);
	}
	return result.map(group => group.sort((a, b) => a - b));
}
