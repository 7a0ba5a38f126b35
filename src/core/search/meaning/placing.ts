// Puts papers into the space of meaning, all of a segment at once: from its postings, since their texts need not be read again.

import { emptyPlaces, meantIn, type Part, type Postings } from "../segments/segment";
import { type Space, steps } from "./space";
import { termWeight } from "./termMatrix";

/** So many multiplications lie between two steps. */
const stepWork = 500_000;

/** So many papers are placed in one go through the terms: what is added up for each takes memory. */
const mostAtOnce = 20_000;

/** Places the papers of a part that are not placed yet. */
export function* placePapers(part: Part, space: Space): Generator<undefined, void, undefined> {
	if (part.places?.space !== space) part.places = emptyPlaces(space, part.isAlive.length);
	const { isPlaced } = part.places;
	for (let from = isPlaced.indexOf(0); from >= 0; from = isPlaced.indexOf(0, from)) {
		const to = Math.min(from + mostAtOnce, isPlaced.length);
		yield* place(part, space, { from, to });
		isPlaced.fill(1, from, to);
	}
}

interface Range {
	readonly from: number;
	readonly to: number;
}

function* place(part: Part, space: Space, { from, to }: Range): Generator<undefined, void, undefined> {
	const { dimensions } = space;
	const sums = new Float32Array((to - from) * dimensions);
	const { segment, places } = part;
	let work = 0;
	for (const [term, name] of segment.terms.entries()) {
		work += 1;
		const number = space.numberOf(name);
		if (number !== undefined) work += addTerm({ segment, term, range: { from, to } }, { space, number }, sums);
		if (work > stepWork) {
			work = 0;
			yield;
		}
	}
	for (let i = 0; i < to - from; i++) {
		const sum = sums.subarray(i * dimensions, (i + 1) * dimensions);
		const at = (from + i) * dimensions;
		if (places !== undefined)
			places.factors[from + i] = inSteps(sum, places.coordinates.subarray(at, at + dimensions));
		if (i % 1000 === 999) yield;
	}
}

interface TermOfPart {
	readonly segment: Postings;
	readonly term: number;
	readonly range: Range;
}

/** Adds what a term means to the papers of a range that have it; how much work it was. */
function addTerm(
	{ segment, term, range }: TermOfPart,
	{ space, number }: { space: Space; number: number },
	sums: Float32Array,
): number {
	const { starts, documents, frequencies } = segment;
	const { dimensions, coordinates, scales, telling } = space.data;
	const own = number * dimensions;
	const end = starts[term + 1] ?? 0;
	let work = 0;
	for (let i = lowerBound(documents, range.from, starts[term] ?? 0, end); i < end; i++) {
		const document = documents[i] ?? 0;
		if (document >= range.to) break;
		const count = meantIn(frequencies[i] ?? 0);
		if (count === 0) continue;
		const factor = termWeight(count, telling[number] ?? 0) * (scales[number] ?? 0);
		const at = (document - range.from) * dimensions;
		for (let j = 0; j < dimensions; j++) sums[at + j] = (sums[at + j] ?? 0) + factor * (coordinates[own + j] ?? 0);
		work += dimensions;
	}
	return work;
}

function lowerBound(documents: Uint32Array, wanted: number, from: number, to: number): number {
	let low = from;
	let high = to;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((documents[middle] ?? 0) < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Writes a place in steps of a 127th of its largest coordinate; one over the length of what was written. */
function inSteps(place: Float32Array, into: Int8Array): number {
	let most = 0;
	for (const value of place) most = Math.max(most, Math.abs(value));
	if (most === 0) return 0;
	let square = 0;
	for (let i = 0; i < place.length; i++) {
		const value = Math.round(((place[i] ?? 0) * steps) / most);
		into[i] = value;
		square += value * value;
	}
	return 1 / Math.sqrt(square);
}
