// All words of an index in order: completion of a word, and words like a misspelt one.

import { Top } from "../ranking/top";
import { Union } from "../segments/merge";
import type { Postings, WordList } from "../segments/segment";

/** A word of the index that may be meant, and how sure that is. */
export interface Expansion {
	/** The stem of the word. */
	readonly term: string;
	/** 1 for the word itself, less the further it is from what was typed. */
	readonly weight: number;
}

interface Candidate {
	readonly word: string;
	readonly term: string;
	readonly uses: number;
}

interface Corrected extends Candidate {
	readonly distance: number;
}

/** No word is expanded to more words than this: short beginnings would match a tenth of the index. */
const mostExpansions = 32;

/** One or two letters say next to nothing, and the words that begin with them are the longest lists of all. */
const mostOfShort: readonly number[] = [0, 6, 16];

const prefixWeight = 0.375;
const fuzzyWeight = 0.45;

/** Corrections are remembered for so many words: while one goes on typing, the words before stay the same. */
const mostCorrected = 200;

/** The words of a segment, in order. */
export type Words = WordList & Pick<Postings, "terms">;

export class Vocabulary {
	readonly #lists: readonly Words[];
	/** What short beginnings were completed to: there are few of them, and each begins thousands of words. */
	readonly #completed = new Map<string, Expansion[]>();
	/** What words were corrected to, by whether they were open. */
	readonly #corrected = { open: new Map<string, Expansion[]>(), whole: new Map<string, Expansion[]>() };
	#short: readonly string[] | undefined;

	constructor(lists: readonly Words[]) {
		this.#lists = lists;
	}

	/**
	 * The most used words that begin with `prefix` and go on, longer ones with less weight:
	 * 0.375 n / (n + 0.3 (m - n)), n letters typed, m in the word (MiniSearch's weights, as measured).
	 */
	complete(prefix: string): Expansion[] {
		const most = mostOfShort[prefix.length];
		if (most === undefined) return this.#complete(prefix, mostExpansions);
		const known = this.#completed.get(prefix) ?? this.#complete(prefix, most);
		this.#completed.set(prefix, known);
		return known;
	}

	/**
	 * Does one more thing that somebody would wait for else: looks how one list of words goes on as a trie, for corrections,
	 * or completes a short beginning. Whether all are done.
	 */
	prepare(): boolean {
		const list = this.#lists.find(({ words }) => !shared.has(words));
		if (list !== undefined) {
			sharedLengths(list.words);
			return false;
		}
		this.#short ??= shortBeginnings(this.#lists);
		const next = this.#short.find(prefix => !this.#completed.has(prefix));
		if (next !== undefined) this.complete(next);
		return next === undefined;
	}

	#complete(prefix: string, most: number): Expansion[] {
		const candidates = this.#beginning(prefix);
		const top = new Top(most);
		candidates.forEach(({ uses }, document) => {
			if (top.wants(document, uses)) top.add({ document, score: uses });
		});
		return top.sorted().flatMap(({ document }) => {
			const { word = "", term = "" } = candidates[document] ?? {};
			const weight = (prefixWeight * prefix.length) / (prefix.length + 0.3 * (word.length - prefix.length));
			return { term, weight };
		});
	}

	/** The words that begin with a prefix and go on, in order. */
	#beginning(prefix: string): Candidate[] {
		const ranges = this.#lists.map(list => ({
			list,
			from: lowerBound(list.words, prefix),
			to: lowerBound(list.words, `${prefix}\uffff`),
		}));
		const union = new Union(ranges.map(({ list, from, to }) => list.words.slice(from, to)));
		const found: Candidate[] = [];
		for (let word = union.next(); word !== undefined; word = union.next()) {
			let uses = 0;
			let term = "";
			for (let i = 0; i < ranges.length; i++) {
				const range = ranges[i];
				const place = (union.places[i] ?? -1) + (range?.from ?? 0);
				if (range === undefined || union.places[i] === -1) continue;
				uses += range.list.uses[place] ?? 0;
				term = range.list.terms[range.list.termOfWord[place] ?? 0] ?? "";
			}
			if (uses > 0 && word !== prefix) found.push({ word, term, uses });
		}
		return found;
	}

	/**
	 * Words within a distance of `word` (insertions, deletions, replacements and swaps of neighbours; Damerau 1964, in
	 * the restricted form): one for 4 to 7 letters, two from 8 letters, none below. With `isOpen`, words that begin so.
	 */
	correct(word: string, isOpen: boolean): Expansion[] {
		const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
		if (most === 0) return [];
		const corrected = isOpen ? this.#corrected.open : this.#corrected.whole;
		const known = corrected.get(word) ?? this.#correct({ word, most, isOpen });
		if (corrected.size >= mostCorrected) corrected.clear();
		corrected.set(word, known);
		return known;
	}

	#correct(sought: Sought): Expansion[] {
		const { word } = sought;
		const found = new Map<string, Corrected>();
		for (const list of this.#lists) {
			for (const { index, distance } of walk(list.words, sharedLengths(list.words), sought)) {
				const own = list.words[index] ?? "";
				const uses = (found.get(own)?.uses ?? 0) + (list.uses[index] ?? 0);
				const term = list.terms[list.termOfWord[index] ?? 0] ?? "";
				if (uses > 0) found.set(own, { word: own, term, uses, distance });
			}
		}
		return closest([...found.values()]).map(({ term, distance }) => ({
			term,
			weight: (fuzzyWeight * word.length) / (word.length + distance),
		}));
	}
}

/** The nearest, then the most used; in the order of the words. */
function closest(candidates: Corrected[]): Corrected[] {
	const inOrder = (a: Candidate, b: Candidate): number => (a.word < b.word ? -1 : 1);
	if (candidates.length > mostExpansions) {
		candidates.sort((a, b) => a.distance - b.distance || b.uses - a.uses || inOrder(a, b));
		candidates.length = mostExpansions;
	}
	return candidates.sort(inOrder);
}

/** The first letter, and the first two, of all words. */
function shortBeginnings(lists: readonly Words[]): readonly string[] {
	const found = new Set<string>();
	for (const { words } of lists) {
		for (let length = 1; length < mostOfShort.length; length++) {
			for (let at = 0; at < words.length;) {
				const beginning = (words[at] ?? "").slice(0, length);
				if (beginning.length === length) found.add(beginning);
				at = Math.max(at + 1, lowerBound(words, `${beginning}\uffff`));
			}
		}
	}
	return [...found];
}

/** The place of the first word that is not before `word`. */
function lowerBound(words: readonly string[], word: string): number {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((words[middle] ?? "") < word) low = middle + 1;
		else high = middle;
	}
	return low;
}

const shared = new WeakMap<readonly string[], Uint8Array>();

/** How many letters each word shares with the one before it: makes a list a trie. Remembered with the list. */
function sharedLengths(words: readonly string[]): Uint8Array {
	let lengths = shared.get(words);
	if (lengths === undefined) {
		lengths = new Uint8Array(words.length);
		for (let i = 1; i < words.length; i++) lengths[i] = sharedLength(words[i - 1] ?? "", words[i] ?? "");
		shared.set(words, lengths);
	}
	return lengths;
}

function sharedLength(a: string, b: string): number {
	const most = Math.min(a.length, b.length, 255);
	let length = 0;
	while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
	return length;
}

interface Near {
	readonly index: number;
	readonly distance: number;
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
function walk(words: readonly string[], shared: Uint8Array, { word, most, isOpen }: Sought): Near[] {
	const found: Near[] = [];
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
