// Latent semantic analysis: each term is a point in a space of about a hundred dimensions, in which terms that stand in
// like papers are near each other; a text is the sum of its terms.

import type { Part } from "../segments/segment";
import { decompose } from "./decompose";
import { termMatrix, termWeight } from "./termMatrix";

/** The dimensions of a large shelf; a small one has fewer, since every direction would be kept and nothing learnt. */
const mostDimensions = 100;
const papersPerDimension = 8;

/** Coordinates are kept in steps of a 127th of the largest of a term. */
export const steps = 127;

/** How many papers hold terms, and where the terms lie. Plain data, as it is stored. */
export interface SpaceData {
	readonly dimensions: number;
	readonly terms: readonly string[];
	readonly telling: Float32Array;
	/** Per term, the length of a step, and its coordinates in steps. */
	readonly scales: Float32Array;
	readonly coordinates: Int8Array;
}

/** The terms of a text and how often it has each. */
export type TermCounts = ReadonlyMap<string, number>;

export class Space {
	readonly data: SpaceData;
	readonly #numbers: ReadonlyMap<string, number>;

	constructor(data: SpaceData) {
		this.data = data;
		this.#numbers = new Map(data.terms.map((term, number) => [term, number]));
	}

	get dimensions(): number {
		return this.data.dimensions;
	}

	numberOf(term: string): number | undefined {
		return this.#numbers.get(term);
	}

	/** Where a text lies, at length 1; zeros when none of its terms is known. The same for the same counts in any order. */
	place(counts: TermCounts): Float32Array {
		const known: [number: number, count: number][] = [];
		for (const [term, count] of counts) {
			const number = this.#numbers.get(term);
			if (number !== undefined) known.push([number, count]);
		}
		known.sort(([a], [b]) => a - b);
		const point = new Float32Array(this.dimensions);
		for (const [number, count] of known)
			this.#add(number, termWeight(count, this.data.telling[number] ?? 0), point);
		return unit(point);
	}

	/** How near a term is to a point, as it counts in a text there. */
	nearness(term: string, point: Float32Array): number {
		const number = this.#numbers.get(term);
		if (number === undefined) return 0;
		const own = new Float32Array(this.dimensions);
		this.#add(number, 1, own);
		return dot(unit(own), point);
	}

	#add(number: number, weight: number, point: Float32Array): void {
		const { scales, coordinates, dimensions } = this.data;
		const factor = weight * (scales[number] ?? 0);
		const at = number * dimensions;
		for (let i = 0; i < dimensions; i++) point[i] = (point[i] ?? 0) + factor * (coordinates[at + i] ?? 0);
	}
}

export function dot(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
}

export function unit(point: Float32Array): Float32Array {
	const length = Math.sqrt(dot(point, point));
	if (length > 0) for (let i = 0; i < point.length; i++) point[i] = (point[i] ?? 0) / length;
	return point;
}

/**
 * Learns the space of an index (Deerwester et al., "Indexing by latent semantic analysis", JASIS 41(6), 1990), in steps
 * of some milliseconds. The same papers give the same space.
 */
export function* learn(parts: readonly Part[]): Generator<undefined, Space, undefined> {
	const { terms, telling, weights } = yield* termMatrix(parts);
	const papers = weights.starts.length - 1;
	const wanted = Math.min(mostDimensions, Math.ceil(papers / papersPerDimension));
	const { values, width } = yield* decompose(weights, wanted);
	const scales = new Float32Array(terms.length);
	const coordinates = new Int8Array(values.length);
	for (let term = 0; term < terms.length; term++) {
		const at = term * width;
		let most = 0;
		for (let i = at; i < at + width; i++) most = Math.max(most, Math.abs(values[i] ?? 0));
		scales[term] = most / steps;
		for (let i = at; i < at + width; i++) {
			coordinates[i] = most > 0 ? Math.round(((values[i] ?? 0) / most) * steps) : 0;
		}
		if (term % 4096 === 0) yield;
	}
	return new Space({ dimensions: width, terms, telling, scales, coordinates });
}
