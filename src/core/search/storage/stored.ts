// The form in which an index is kept between sessions: pieces of bytes, most of which stay the same when papers come, so that
// they need not be written again. What is damaged or of another version is left out, and its papers are indexed again.

import { Space } from "../meaning/space";
import { type Part, partOf, type PlacesOfPart, type Segment } from "../segments/segment";
import {
	checkOf,
	float32,
	int8,
	pack,
	packJson,
	packTexts,
	packWords,
	uint16,
	uint32,
	unpack,
	type Unpacked,
	unpackJson,
	unpackTexts,
	unpackWords,
} from "./container";

/** A piece of a store: its name stays the same as long as its bytes do. */
export interface StoredPiece {
	readonly name: string;
	readonly bytes: () => Uint8Array<ArrayBuffer>;
}

/** What an index consists of, as it is stored. */
export interface IndexState {
	readonly parts: readonly Part[];
	/** The ids that each source has; read when they are asked for. */
	readonly sources: () => Readonly<Record<string, readonly string[]>>;
	readonly space: Space | undefined;
	/** How many papers came or went since the space was learnt. */
	readonly changes: number;
}

/** The pieces of the words and papers, and the ones of their meaning. */
export interface StoredPieces {
	readonly words: readonly StoredPiece[];
	readonly meaning: readonly StoredPiece[];
}

interface Manifest {
	readonly changes: number;
	/** The checks of the segments with their states, in their order. */
	readonly parts: readonly (readonly [segment: number, state: number])[];
}

export function piecesOf({ parts, sources, space, changes }: IndexState): StoredPieces {
	const segments = parts.map(({ segment }) => segmentPiece(segment));
	const states = parts.map(part => piece("state", pack("state", [part.isAlive, part.segment.uses])));
	const checks = segments.map(({ check }, i) => [check, states[i]?.check ?? 0] as const);
	const manifest: Manifest = { changes, parts: checks };
	const index = piece("index", pack("index", [packJson(manifest), packJson(sources())]));
	const words = [index, ...segments, ...states];
	return { words, meaning: space === undefined ? [] : meaningPieces(space, parts, segments) };
}

interface Checked extends StoredPiece {
	readonly check: number;
}

function piece(kind: string, bytes: Uint8Array<ArrayBuffer>): Checked {
	const check = checkOf(bytes);
	return { name: nameOf(kind, check, bytes.length), check, bytes: () => bytes };
}

function nameOf(kind: string, check: number, size: number): string {
	return `${kind}-${check.toString(16).padStart(8, "0")}-${size.toString(16)}`;
}

const segmentNames = new WeakMap<Segment, { readonly name: string; readonly check: number }>();

/** A segment never changes, but for the uses of its words, which are in its state: its name is worked out once. */
function segmentPiece(segment: Segment): Checked {
	let known = segmentNames.get(segment);
	if (known === undefined) {
		const { name, check } = piece("segment", packSegment(segment));
		known = { name, check };
		segmentNames.set(segment, known);
	}
	return { ...known, bytes: () => packSegment(segment) };
}

function packSegment(segment: Segment): Uint8Array<ArrayBuffer> {
	return pack("segment", [
		packTexts(segment.ids),
		packTexts(segment.hashes),
		packTexts(segment.acronyms),
		segment.lengths,
		packWords(segment.terms),
		segment.starts,
		segment.documents,
		segment.frequencies,
		packWords(segment.words),
		segment.termOfWord,
	]);
}

function meaningPieces(space: Space, parts: readonly Part[], segments: readonly Checked[]): StoredPiece[] {
	const { dimensions, terms, telling, scales, coordinates } = space.data;
	const own = piece(
		"space",
		pack("space", [Uint32Array.of(dimensions), packWords(terms), telling, scales, coordinates]),
	);
	const places = parts.flatMap(({ places: each }, i) => {
		if (each?.space !== space) return [];
		const of = Uint32Array.of(segments[i]?.check ?? 0, own.check);
		return [piece("places", pack("places", [of, each.coordinates, each.factors, each.isPlaced]))];
	});
	return [own, ...places];
}

/** Reads pieces, in any order, in small steps; what is missing or damaged of them is left out. */
export function* readPieces(pieces: Iterable<Uint8Array>): Generator<undefined, IndexState, undefined> {
	const read: Unpacked[] = [];
	for (const bytes of pieces) {
		const unpacked = yield* unpack(bytes);
		if (unpacked !== undefined) read.push(unpacked);
	}
	const byCheck = new Map(read.map(each => [each.check, each]));
	const index = read.find(({ kind }) => kind === "index");
	const manifest = manifestOf(index);
	const parts: Part[] = [];
	const checks: number[] = [];
	for (const [segment, state] of manifest.parts) {
		const part = yield* readPart(byCheck.get(segment), byCheck.get(state));
		yield;
		if (part === undefined) continue;
		parts.push(part);
		checks.push(segment);
	}
	const own = read.find(({ kind }) => kind === "space");
	const space = own && readSpace(own.contents);
	yield;
	if (space !== undefined) {
		for (const { kind, contents } of read) {
			const [segment, of] = kind === "places" ? uint32(contents[0]) : [];
			const part = parts[checks.indexOf(segment ?? -1)];
			if (part !== undefined && of === own?.check) part.places = readPlaces(contents, space, part);
			yield;
		}
	}
	return { parts, sources: () => sourcesOf(index), space, changes: manifest.changes };
}

function manifestOf(piece: Unpacked | undefined): Manifest {
	if (piece === undefined) return { changes: 0, parts: [] };
	return unpackJson(piece.contents[0]) as Manifest;
}

function sourcesOf(piece: Unpacked | undefined): Readonly<Record<string, readonly string[]>> {
	const bytes = piece?.contents[1];
	return bytes === undefined ? {} : (unpackJson(bytes) as Record<string, string[]>);
}

/** Reads something in a step of its own. */
function* after<T>(read: () => T): Generator<undefined, T, undefined> {
	yield;
	return read();
}

function* readPart(
	segment: Unpacked | undefined,
	state: Unpacked | undefined,
): Generator<undefined, Part | undefined, undefined> {
	if (segment?.kind !== "segment" || state?.kind !== "state") return undefined;
	const [ids, hashes, acronyms, lengths, terms, starts, documents, frequencies, words, termOfWord] = segment.contents;
	const papers = { ids: unpackTexts(ids), hashes: yield* after(() => unpackTexts(hashes)) };
	const texts = {
		acronyms: yield* after(() => unpackTexts(acronyms)),
		terms: yield* after(() => unpackWords(terms)),
	};
	const arrays = { lengths: uint16(lengths), starts: uint32(starts), documents: uint32(documents) };
	const own = { frequencies: uint16(frequencies), termOfWord: uint32(termOfWord) };
	const list = { ...own, words: yield* after(() => unpackWords(words)) };
	yield;
	const numbers = new Map<string, number>();
	for (const id of papers.ids) {
		numbers.set(id, numbers.size);
		if (numbers.size % 20_000 === 0) yield;
	}
	const [isAlive, uses] = state.contents;
	const part = partOf({ ...papers, ...texts, ...arrays, ...list, uses: uint32(uses).slice() }, numbers);
	if (isAlive?.length !== part.isAlive.length) return undefined;
	// What was stored already need not be packed to be named.
	const { check, size } = segment;
	segmentNames.set(part.segment, { name: nameOf("segment", check, size), check });
	part.isAlive.set(isAlive);
	for (const each of isAlive) if (each === 0) part.dead++;
	return part;
}

type Contents = Unpacked["contents"];

function readSpace([dimensions, terms, telling, scales, coordinates]: Contents): Space {
	return new Space({
		dimensions: uint32(dimensions)[0] ?? 0,
		terms: unpackWords(terms),
		telling: float32(telling),
		scales: float32(scales),
		coordinates: int8(coordinates),
	});
}

function readPlaces([, coordinates, factors, isPlaced]: Contents, space: Space, part: Part): PlacesOfPart | undefined {
	const count = part.isAlive.length;
	const places = { space, coordinates: int8(coordinates).slice(), factors: float32(factors).slice() };
	const flags = (isPlaced ?? new Uint8Array()).slice();
	const isWhole = places.coordinates.length === count * space.dimensions && flags.length === count;
	return isWhole && places.factors.length === count ? { ...places, isPlaced: flags } : undefined;
}
