// The places of a map as text, for the next session.

import type { MapPlaces } from "./layout";

/** Places are kept in steps of this: less than a pixel at any zoom that is of use. */
const step = 1e-5;

const version = 1;

export function writeMapPlaces({ ids, xs, ys }: MapPlaces): string {
	const inSteps = (values: Float32Array) => Array.from(values, value => Math.round(value / step));
	return JSON.stringify({ version, ids, xs: inSteps(xs), ys: inSteps(ys) });
}

/** The places that were written; nothing when the text is of another version, damaged, or something else. */
export function readMapPlaces(text: string): MapPlaces | undefined {
	const stored = parse(text);
	if (typeof stored !== "object" || stored === null) return undefined;
	const { version: itsVersion, ids, xs, ys } = stored as Record<string, unknown>;
	if (itsVersion !== version || !isTexts(ids) || !isNumbers(xs) || !isNumbers(ys)) return undefined;
	if (xs.length !== ids.length || ys.length !== ids.length) return undefined;
	return { ids, xs: Float32Array.from(xs, value => value * step), ys: Float32Array.from(ys, value => value * step) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function isTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every(each => typeof each === "string");
}

function isNumbers(value: unknown): value is number[] {
	return Array.isArray(value) && value.every(each => typeof each === "number" && Number.isFinite(each));
}
