// The form in which an index is kept between sessions, and the check of what comes back from a disk.

import type { StoredMeaning } from "./meaning/storedMeaning";
import { PackedWords, type StoredWords } from "./words/packed";
import { fieldNames, WordIndex } from "./words/wordIndex";

/** Goes up when the analysis or this form changes: an index of another version is built anew. */
export const storedVersion = 3;

export interface StoredIndex {
	readonly version: number;
	readonly words: StoredWords;
	/** The hash of each paper that is indexed, by its id. */
	readonly hashes: Readonly<Record<string, string>>;
	/** The ids that each source has. */
	readonly sources: Readonly<Record<string, readonly string[]>>;
	/** The acronyms that papers define, as `short=long`, by their ids. */
	readonly acronyms: Readonly<Record<string, readonly string[]>>;
	/** The space of meaning, once it was learnt; checked where it is read. */
	readonly meaning?: StoredMeaning | undefined;
}

export interface Restored extends Omit<StoredIndex, "version" | "words"> {
	readonly words: WordIndex;
}

/** What can be relied on of a stored index: all of it, or nothing. */
export function readStored(json: unknown): Restored {
	try {
		const value: unknown = typeof json === "string" ? JSON.parse(json) : json;
		if (isStored(value)) {
			const packed = PackedWords.read(value.words, fieldNames.length);
			if (packed !== undefined) return { ...value, words: new WordIndex(packed) };
		}
	} catch {
		// No JSON, or no index.
	}
	return { words: new WordIndex(), hashes: {}, sources: {}, acronyms: {} };
}

function isStored(value: unknown): value is StoredIndex {
	if (!isRecord(value) || value["version"] !== storedVersion) return false;
	const { words, hashes, sources, acronyms } = value;
	const areLists = [sources, acronyms].every(lists => isRecord(lists) && Object.values(lists).every(isTexts));
	return areLists && isRecord(hashes) && isTexts(Object.values(hashes)) && isWords(words, hashes);
}

/** Whether it is an index of exactly the papers that have a hash. */
function isWords(value: unknown, hashes: Record<string, unknown>): value is StoredWords {
	if (!isRecord(value)) return false;
	const { ids, lengths, words, postings } = value;
	if (!isTexts(ids) || ![lengths, words, postings].every(text => typeof text === "string")) return false;
	return new Set(ids).size === Object.keys(hashes).length && ids.every(id => Object.hasOwn(hashes, id));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every(text => typeof text === "string");
}
