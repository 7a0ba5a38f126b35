// The form in which a space and its places are kept between sessions: numbers as base64, checked when they come back.

import type { Meaning, Placed } from "./meaning";
import { decode, encode } from "../words/base64";
import { Space } from "./space";

export interface StoredMeaning {
	readonly dimensions: number;
	readonly terms: readonly string[];
	readonly telling: string;
	readonly scales: string;
	readonly coordinates: string;
	/** The papers that have a place, with the hash of what was placed, and their places one after the other. */
	readonly placed: readonly (readonly [id: string, hash: string])[];
	readonly places: string;
}

export function storeMeaning(meaning: Meaning): StoredMeaning | undefined {
	const { state } = meaning;
	if (state === undefined) return undefined;
	const { dimensions, terms, telling, scales, coordinates } = state.space.data;
	const placed = [...state.placed].sort(([a], [b]) => (a < b ? -1 : 1));
	const places = new Int8Array(placed.length * dimensions);
	placed.forEach(([, { place }], i) => places.set(place, i * dimensions));
	return {
		dimensions,
		terms,
		telling: encode(telling),
		scales: encode(scales),
		coordinates: encode(coordinates),
		placed: placed.map(([id, { hash }]) => [id, hash]),
		places: encode(places),
	};
}

/** Restores what was stored; what is damaged is left to be learnt again. */
export function restoreMeaning(value: unknown, into: Meaning): void {
	if (typeof value !== "object" || value === null) return;
	const { dimensions, terms, telling, scales, coordinates, placed, places } = value as Partial<StoredMeaning>;
	if (typeof dimensions !== "number" || !Array.isArray(terms) || !Array.isArray(placed)) return;
	const names = terms.filter(term => typeof term === "string");
	const data = {
		dimensions,
		terms: names,
		telling: new Float32Array(decode(telling, 4)),
		scales: new Float32Array(decode(scales, 4)),
		coordinates: new Int8Array(decode(coordinates)),
	};
	const of = new Int8Array(decode(places));
	const isWhole =
		dimensions > 0 &&
		names.length === terms.length &&
		data.telling.length === names.length &&
		data.scales.length === names.length &&
		data.coordinates.length === names.length * dimensions &&
		of.length === placed.length * dimensions;
	if (!isWhole) return;
	const byId = new Map<string, Placed>();
	placed.forEach((each: unknown, i) => {
		if (!Array.isArray(each)) return;
		const [id, hash] = each as unknown[];
		if (typeof id !== "string" || typeof hash !== "string") return;
		byId.set(id, { hash, place: of.slice(i * dimensions, (i + 1) * dimensions) });
	});
	into.restore(new Space(data), byId);
}
