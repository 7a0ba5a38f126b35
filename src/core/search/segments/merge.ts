// Several segments made one, in small steps, without what became of no use: postings are moved, never analysed again.

import type { Paper } from "../../paper";
import { emptyPlaces, type Part, partOf, type PlacesOfPart, type Segment } from "./segment";

/** About this many postings are moved between two steps. */
const stepWork = 20_000;
/** What a word costs, in postings. */
const wordWork = 8;
/** What an id costs that is numbered. */
const idWork = 8;

const gone = 0xffffffff;

/** Where each paper of each part goes; `gone` for those that are not there any more. */
type Targets = readonly Uint32Array[];

/**
 * The papers that are there of some parts, in a new part: in the order of the parts, or of their ids when that is asked for
 * (it costs sorting all postings: for small parts).
 */
export function* merge(parts: readonly Part[], byId: boolean): Generator<undefined, Part, undefined> {
	const { targets, count } = byId ? targetsById(parts) : targetsInOrder(parts);
	// What is removed while the work goes on is taken off the result.
	const segments = parts.map(({ segment }) => ({ ...segment, uses: segment.uses.slice() }));
	const papers = yield* mergePapers(segments, targets, count);
	const { termOf, ...postings } = yield* mergePostings(segments, targets, count);
	const words = yield* mergeWords(segments, termOf);
	const numbers = new Map<string, number>();
	for (const id of papers.ids) {
		numbers.set(id, numbers.size);
		if (numbers.size % (stepWork / idWork) === 0) yield;
	}
	const held = yield* mergeHeld(parts, targets, count);
	const merged = partOf({ ...papers, ...postings, ...words }, numbers, held);
	merged.places = yield* mergePlaces(parts, targets, count);
	return merged;
}

interface Numbering {
	readonly targets: Targets;
	readonly count: number;
}

function targetsInOrder(parts: readonly Part[]): Numbering {
	let count = 0;
	const targets = parts.map(({ isAlive }) => {
		const target = new Uint32Array(isAlive.length);
		for (let number = 0; number < isAlive.length; number++) target[number] = isAlive[number] === 1 ? count++ : gone;
		return target;
	});
	return { targets, count };
}

function targetsById(parts: readonly Part[]): Numbering {
	const targets = parts.map(({ isAlive }) => new Uint32Array(isAlive.length).fill(gone));
	const all = parts.flatMap(({ segment, isAlive }, part) =>
		segment.ids.map((id, number) => ({ id, part, number })).filter(({ number }) => isAlive[number] === 1),
	);
	all.sort((a, b) => (a.id < b.id ? -1 : 1));
	for (const [place, { part, number }] of all.entries()) {
		const target = targets[part];
		if (target !== undefined) target[number] = place;
	}
	return { targets, count: all.length };
}

type PaperParts = Pick<Segment, "ids" | "hashes" | "acronyms" | "lengths">;

function* mergePapers(
	segments: readonly Segment[],
	targets: Targets,
	count: number,
): Generator<undefined, PaperParts, undefined> {
	const ids = new Array<string>(count).fill("");
	const hashes = new Array<string>(count).fill("");
	const acronyms = new Array<string>(count).fill("");
	const lengths = new Uint16Array(2 * count);
	for (const [part, segment] of segments.entries()) {
		for (const [number, target] of targets[part]?.entries() ?? []) {
			if (number % stepWork === stepWork - 1) yield;
			if (target === gone) continue;
			ids[target] = segment.ids[number] ?? "";
			hashes[target] = segment.hashes[number] ?? "";
			acronyms[target] = segment.acronyms[number] ?? "";
			lengths[2 * target] = segment.lengths[2 * number] ?? 0;
			lengths[2 * target + 1] = segment.lengths[2 * number + 1] ?? 0;
		}
	}
	return { ids, hashes, acronyms, lengths };
}

/** Goes through several ascending lists as one: each text once, with its place in each list that has it. */
export class Union {
	readonly #lists: readonly (readonly string[])[];
	readonly #at: number[];
	/** The place of the text at hand in each list, or -1. */
	readonly places: number[];

	constructor(lists: readonly (readonly string[])[]) {
		this.#lists = lists;
		this.#at = lists.map(() => 0);
		this.places = lists.map(() => -1);
	}

	next(): string | undefined {
		let least: string | undefined;
		for (let i = 0; i < this.#lists.length; i++) {
			const text = this.#lists[i]?.[this.#at[i] ?? 0];
			if (text !== undefined && (least === undefined || text < least)) least = text;
		}
		if (least === undefined) return undefined;
		for (let i = 0; i < this.#lists.length; i++) {
			const at = this.#at[i] ?? 0;
			const isIt = this.#lists[i]?.[at] === least;
			this.places[i] = isIt ? at : -1;
			if (isIt) this.#at[i] = at + 1;
		}
		return least;
	}
}

type MergedPostings = Pick<Segment, "terms" | "starts" | "documents" | "frequencies"> & {
	/** The number of each term of each segment, or `gone`. */
	readonly termOf: readonly Uint32Array[];
};

function* mergePostings(
	segments: readonly Segment[],
	targets: Targets,
	count: number,
): Generator<undefined, MergedPostings, undefined> {
	const total = segments.reduce((sum, { documents }) => sum + documents.length, 0);
	const rows = new Rows(total, count);
	const terms: string[] = [];
	const starts: number[] = [0];
	const termOf = segments.map(segment => new Uint32Array(segment.terms.length).fill(gone));
	const union = new Union(segments.map(segment => segment.terms));
	let work = 0;
	for (let term = union.next(); term !== undefined; term = union.next()) {
		const before = rows.length;
		union.places.forEach((place, part) => {
			const [segment, target] = [segments[part], targets[part]];
			if (place >= 0 && segment && target) rows.move(segment, place, target);
		});
		work += rows.length - before + wordWork;
		if (rows.length > before) {
			rows.order(before);
			union.places.forEach((place, part) => {
				const numbers = termOf[part];
				if (place >= 0 && numbers) numbers[place] = terms.length;
			});
			terms.push(term);
			starts.push(rows.length);
		}
		if (work > stepWork) {
			work = 0;
			yield;
		}
	}
	const documents = rows.documents.subarray(0, rows.length);
	const frequencies = rows.frequencies.subarray(0, rows.length);
	return { terms, starts: Uint32Array.from(starts), documents, frequencies, termOf };
}

/** Postings as they are put together. */
class Rows {
	readonly documents: Uint32Array;
	readonly frequencies: Uint16Array;
	length = 0;
	/** The postings of a term that is put in order, by paper. */
	readonly #scratch: Uint16Array;

	constructor(most: number, papers: number) {
		this.documents = new Uint32Array(most);
		this.frequencies = new Uint16Array(most);
		this.#scratch = new Uint16Array(papers);
	}

	move({ starts, documents, frequencies }: Segment, term: number, target: Uint32Array): void {
		const end = starts[term + 1] ?? 0;
		let { length } = this;
		for (let i = starts[term] ?? 0; i < end; i++) {
			const document = target[documents[i] ?? 0] ?? gone;
			if (document === gone) continue;
			this.documents[length] = document;
			this.frequencies[length++] = frequencies[i] ?? 0;
		}
		this.length = length;
	}

	/** Puts the postings from `from` on in the order of their papers. */
	order(from: number): void {
		const { documents, frequencies, length } = this;
		let isOrdered = true;
		for (let i = from + 1; i < length && isOrdered; i++) isOrdered = (documents[i - 1] ?? 0) < (documents[i] ?? 0);
		if (isOrdered) return;
		for (let i = from; i < length; i++) this.#scratch[documents[i] ?? 0] = frequencies[i] ?? 0;
		documents.subarray(from, length).sort();
		for (let i = from; i < length; i++) frequencies[i] = this.#scratch[documents[i] ?? 0] ?? 0;
	}
}

function* mergeWords(
	segments: readonly Segment[],
	termOf: readonly Uint32Array[],
): Generator<undefined, Pick<Segment, "words" | "termOfWord" | "uses">, undefined> {
	const words: string[] = [];
	const terms: number[] = [];
	const counts: number[] = [];
	const union = new Union(segments.map(segment => segment.words));
	let work = 0;
	for (let word = union.next(); word !== undefined; word = union.next()) {
		let uses = 0;
		let term = gone;
		union.places.forEach((place, part) => {
			const segment = segments[part];
			if (place < 0 || segment === undefined) return;
			uses += segment.uses[place] ?? 0;
			const own = termOf[part]?.[segment.termOfWord[place] ?? 0] ?? gone;
			if (own !== gone) term = own;
		});
		if (uses > 0 && term !== gone) {
			words.push(word);
			terms.push(term);
			counts.push(uses);
		}
		work += wordWork;
		if (work > stepWork) {
			work = 0;
			yield;
		}
	}
	return { words, termOfWord: Uint32Array.from(terms), uses: Uint32Array.from(counts) };
}

function* mergeHeld(
	parts: readonly Part[],
	targets: Targets,
	count: number,
): Generator<undefined, (Paper | undefined)[], undefined> {
	const held = new Array<Paper | undefined>(count).fill(undefined);
	for (const [part, { papers }] of parts.entries()) {
		for (const [number, target] of targets[part]?.entries() ?? []) {
			if (number % stepWork === stepWork - 1) yield;
			if (target !== gone) held[target] = papers[number];
		}
	}
	return held;
}

/** The places of the papers in the space of the first part that has any. */
function* mergePlaces(
	parts: readonly Part[],
	targets: Targets,
	count: number,
): Generator<undefined, PlacesOfPart | undefined, undefined> {
	const space = parts.find(({ places }) => places !== undefined)?.places?.space;
	if (space === undefined) return undefined;
	const merged = emptyPlaces(space, count);
	for (const [part, { places }] of parts.entries()) {
		if (places?.space !== space) continue;
		for (const [number, target] of targets[part]?.entries() ?? []) {
			if (number % stepWork === stepWork - 1) yield;
			if (target === gone) continue;
			merged.factors[target] = places.factors[number] ?? 0;
			merged.isPlaced[target] = places.isPlaced[number] ?? 0;
			const at = number * space.dimensions;
			merged.coordinates.set(places.coordinates.subarray(at, at + space.dimensions), target * space.dimensions);
		}
	}
	return merged;
}
