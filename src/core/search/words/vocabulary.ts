// All words of an index in order: completion of a word, and words like a misspelt one.

import { Top } from "../ranking/top";

/** A word of the index that may be meant, and how sure that is. */
export interface Expansion {
	readonly term: number;
	/** 1 for the word itself, less the further it is from what was typed. */
	readonly weight: number;
}

interface Candidate {
	readonly index: number;
	readonly distance: number;
}

/** No word is expanded to more words than this: short beginnings would match a tenth of the index. */
const mostExpansions = 32;

const prefixWeight = 0.375;
const fuzzyWeight = 0.45;

export class Vocabulary {
	readonly #words: readonly string[];
	readonly #terms: Uint32Array;
	readonly #counts: Uint32Array;
	/** How many letters a word shares with the one before it: makes the list a trie. */
	readonly #shared: Uint8Array;

	/** `words` in ascending order of their UTF-16 units; `terms` and `counts` (uses of a word) go with them. */
	constructor(words: readonly string[], terms: Uint32Array, counts: Uint32Array) {
		this.#words = words;
		this.#terms = terms;
		this.#counts = counts;
		this.#shared = new Uint8Array(words.length);
		for (let i = 1; i < words.length; i++) this.#shared[i] = sharedLength(words[i - 1] ?? "", words[i] ?? "");
	}

	/** The index of a word, or -1. */
	find(word: string): number {
		const index = this.#lowerBound(word);
		return this.#words[index] === word ? index : -1;
	}

	/**
	 * The most used words that begin with `prefix` and go on, longer ones with less weight:
	 * 0.375 n / (n + 0.3 (m - n)), n letters typed, m in the word (MiniSearch's weights, as measured).
	 */
	complete(prefix: string): Expansion[] {
		const top = new Top(mostExpansions);
		const end = this.#lowerBound(prefix + "\uffff");
		for (let i = this.#lowerBound(prefix); i < end; i++) {
			const count = this.#counts[i] ?? 0;
			if (top.wants(i, count) && this.#words[i] !== prefix) top.add({ document: i, score: count });
		}
		return top.sorted().map(({ document: index }) => {
			const extra = (this.#words[index]?.length ?? 0) - prefix.length;
			return this.#expansion(index, (prefixWeight * prefix.length) / (prefix.length + 0.3 * extra));
		});
	}

	/**
	 * Words within a distance of `word` (insertions, deletions, replacements and swaps of neighbours; Damerau 1964, in
	 * the restricted form): one for 4 to 7 letters, two from 8 letters, none below. With `isOpen`, words that begin so.
	 */
	correct(word: string, isOpen: boolean): Expansion[] {
		const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
		if (most === 0) return [];
		const candidates = walk(this.#words, this.#shared, { word, most, isOpen });
		return this.#best(candidates).map(({ index, distance }) =>
			this.#expansion(index, (fuzzyWeight * word.length) / (word.length + distance)),
		);
	}

	#best(candidates: Candidate[]): Candidate[] {
		if (candidates.length <= mostExpansions) return candidates;
		const count = ({ index }: Candidate): number => this.#counts[index] ?? 0;
		return candidates
			.sort((a, b) => a.distance - b.distance || count(b) - count(a) || a.index - b.index)
			.slice(0, mostExpansions);
	}

	#expansion(index: number, weight: number): Expansion {
		return { term: this.#terms[index] ?? 0, weight };
	}

	/** The index of the first word that is not before `word`. */
	#lowerBound(word: string): number {
		let low = 0;
		let high = this.#words.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#words[middle] ?? "") < word) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function sharedLength(a: string, b: string): number {
	const most = Math.min(a.length, b.length, 255);
	let length = 0;
	while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
	return length;
}

interface Sought {
	readonly word: string;
	readonly most: number;
	readonly isOpen: boolean;
}

/**
 * Walks the sorted words as a trie: row d of the edit matrix belongs to the first d letters and is kept for the words
 * that share them; once a row is over the limit, so is every word that begins so.
 */
function walk(words: readonly string[], shared: Uint8Array, { word, most, isOpen }: Sought): Candidate[] {
	const found: Candidate[] = [];
	const width = word.length + 1;
	const rows = [Uint8Array.from({ length: width }, (_, j) => Math.min(j, 255))];
	/** The least distance of `word` to any beginning of the first d letters. */
	const closest = [word.length];
	let dead = Infinity;
	for (let i = 0; i < words.length; i++) {
		const candidate = words[i] ?? "";
		const from = shared[i] ?? 0;
		if (from < dead) {
			dead = Infinity;
			for (let depth = from; depth < candidate.length && dead === Infinity; depth++) {
				if (nextRow(rows, depth, candidate, word) > most) dead = depth + 1;
				closest[depth + 1] = Math.min(closest[depth] ?? Infinity, rows[depth + 1]?.[word.length] ?? Infinity);
			}
		}
		const whole = dead === Infinity ? (rows[candidate.length]?.[word.length] ?? Infinity) : Infinity;
		const distance = isOpen ? Math.min(whole, closest[Math.min(dead, candidate.length)] ?? Infinity) : whole;
		if (distance <= most) found.push({ index: i, distance });
	}
	return found;
}

/** Fills row `depth + 1` from the ones above, and returns the least in it. */
function nextRow(rows: Uint8Array[], depth: number, candidate: string, word: string): number {
	const above = rows[depth] ?? new Uint8Array(word.length + 1);
	const twoAbove = rows[depth - 1];
	const row = (rows[depth + 1] ??= new Uint8Array(word.length + 1));
	const letter = candidate.charCodeAt(depth);
	row[0] = depth + 1;
	let least = depth + 1;
	for (let j = 1; j <= word.length; j++) {
		const same = word.charCodeAt(j - 1) === letter;
		let cost = Math.min((above[j - 1] ?? 0) + (same ? 0 : 1), (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
		if (twoAbove !== undefined && j > 1 && word.charCodeAt(j - 2) === letter) {
			const isSwap = word.charCodeAt(j - 1) === candidate.charCodeAt(depth - 1);
			if (isSwap) cost = Math.min(cost, (twoAbove[j - 2] ?? 0) + 1);
		}
		row[j] = cost;
		if (cost < least) least = cost;
	}
	return least;
}
