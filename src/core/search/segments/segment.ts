// A segment: some papers of the index in typed arrays, as they are searched, merged and stored. Its arrays do not grow;
// papers that come make a new segment, and segments are merged (a log-structured index, as Lucene's).

import type { Paper } from "../../paper";
import type { Space } from "../meaning/space";

/** Where the frequency of a term in each field lies in a posting, and the most that it can say. */
const layout = {
	abstract: { shift: 0, most: 63 },
	title: { shift: 6, most: 3 },
	authors: { shift: 8, most: 3 },
	venue: { shift: 10, most: 1 },
	keywords: { shift: 11, most: 3 },
	identifiers: { shift: 13, most: 1 },
	topic: { shift: 14, most: 3 },
} as const;

export type PostedField = keyof typeof layout;

/** The frequency of a term in a field, of a posting. */
export function frequencyIn(posting: number, field: PostedField): number {
	const { shift, most } = layout[field];
	return (posting >>> shift) & most;
}

/** A posting with the frequency in one field raised; beyond the most it stays there, where BM25 is flat anyway. */
export function withFrequency(posting: number, field: PostedField, by: number): number {
	const { shift, most } = layout[field];
	const before = (posting >>> shift) & most;
	return posting + ((Math.min(most, before + by) - before) << shift);
}

/** How often a paper has a term in the fields that say what it is about. */
export function meantIn(posting: number): number {
	return frequencyIn(posting, "title") + frequencyIn(posting, "abstract") + frequencyIn(posting, "keywords");
}

/** For each term the papers that hold it. */
export interface Postings {
	/** In ascending order of their UTF-16 units; words with one stem are one term. */
	readonly terms: readonly string[];
	/** The postings of term t lie from `starts[t]` to before `starts[t + 1]`, papers ascending. */
	readonly starts: Uint32Array;
	readonly documents: Uint32Array;
	readonly frequencies: Uint16Array;
}

/** The words that papers use, for completion and correction. */
export interface WordList {
	/** In ascending order of their UTF-16 units. */
	readonly words: readonly string[];
	readonly termOfWord: Uint32Array;
	/** How often papers use each; goes down as papers go. */
	readonly uses: Uint32Array;
}

export interface Segment extends Postings, WordList {
	/** Papers are numbered by their place. */
	readonly ids: readonly string[];
	/** Of the texts of each paper. */
	readonly hashes: readonly string[];
	/** What each paper defines, as `short=long`, apart by semicolons; empty for most. */
	readonly acronyms: readonly string[];
	/** For each paper the number of different words of its title, and of its abstract. */
	readonly lengths: Uint16Array;
}

/** A segment with what became of its papers. */
export interface Part {
	readonly segment: Segment;
	/** The number of each paper by its id. */
	readonly numbers: ReadonlyMap<string, number>;
	/** 1 for the papers that are there, 0 for those that were removed since. */
	readonly isAlive: Uint8Array;
	/** How many are not. */
	dead: number;
	/** The papers themselves; not those that are not there, nor those that are known from a store alone so far. */
	readonly papers: (Paper | undefined)[];
	/** Where the papers lie in the space of meaning, once that was learnt. */
	places: PlacesOfPart | undefined;
}

/** The places of the papers of a part, one after the other in steps, with zeros for those that are not placed yet. */
export interface PlacesOfPart {
	readonly space: Space;
	readonly coordinates: Int8Array;
	/** One over the length of each place; 0 for papers that have none. */
	readonly factors: Float32Array;
	/** 1 for the papers that have been looked at. */
	readonly isPlaced: Uint8Array;
}

export function emptyPlaces(space: Space, papers: number): PlacesOfPart {
	return {
		space,
		coordinates: new Int8Array(papers * space.dimensions),
		factors: new Float32Array(papers),
		isPlaced: new Uint8Array(papers),
	};
}

/** A segment all of whose papers are there. */
export function partOf(
	segment: Segment,
	numbers: ReadonlyMap<string, number>,
	papers: (Paper | undefined)[] = new Array<undefined>(segment.ids.length).fill(undefined),
): Part {
	const isAlive = new Uint8Array(segment.ids.length).fill(1);
	return { segment, numbers, isAlive, dead: 0, papers, places: undefined };
}

/** About so many papers are a sample. */
const sampled = 500;

/** What the last two digits of a hash, of base 36, can say. */
const tails = 36 ** 2;

/** Some papers, chosen by the hashes of their texts: the same ones in whatever order papers came. Numbered as in `parts`. */
export function sampleOf(parts: readonly Part[]): number[] {
	const papers = parts.reduce((sum, { isAlive, dead }) => sum + isAlive.length - dead, 0);
	const taken = Math.ceil((sampled / papers) * tails);
	const sample: number[] = [];
	let base = 0;
	for (const { segment, isAlive } of parts) {
		for (let number = 0; number < isAlive.length; number++) {
			const tail = segment.hashes[number]?.slice(-2) ?? "";
			if (isAlive[number] === 1 && Number.parseInt(tail, 36) < taken) sample.push(base + number);
		}
		base += isAlive.length;
	}
	return sample;
}

/** The place of a text in an ascending list, or -1. */
export function placeOf(text: string, list: readonly string[]): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((list[middle] ?? "") < text) low = middle + 1;
		else high = middle;
	}
	return list[low] === text ? low : -1;
}
