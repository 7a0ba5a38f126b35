// The pieces of a store as plain data that fits into JSON.

import { decode, encode } from "./base64";
import { storedVersion } from "./container";
import type { StoredPieces } from "./stored";

export interface StoredIndex {
	readonly version: number;
	/** The pieces in base64 (RFC 4648). */
	readonly words: readonly string[];
	readonly meaning: readonly string[];
}

export function storedJson({ words, meaning }: StoredPieces): StoredIndex {
	return {
		version: storedVersion,
		words: words.map(({ bytes }) => encode(bytes())),
		meaning: meaning.map(({ bytes }) => encode(bytes())),
	};
}

/** The pieces that a stored index (an object or its JSON text) has; none of anything else. */
export function storedBytes(json: unknown): Uint8Array[] {
	try {
		const value: unknown = typeof json === "string" ? JSON.parse(json) : json;
		if (typeof value !== "object" || value === null) return [];
		const { version, words, meaning } = value as Partial<Record<keyof StoredIndex, unknown>>;
		if (version !== storedVersion) return [];
		return [words, meaning].flatMap(list => (Array.isArray(list) ? list.map(decode) : []));
	} catch {
		// No JSON.
		return [];
	}
}
