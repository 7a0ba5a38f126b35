// The words of MiniSearch made terms with their postings: words with one stem are one term.

import { exactMark, stem } from "../analyzer";
import { fieldNames } from "../words/fieldTexts";
import { type Postings, withFrequency, type WordList } from "./segment";

/** How often papers have a word, by the number of the field and then of the paper. */
export type Holders = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** About this many uses of words are packed between two steps. */
const stepWork = 10_000;

/** The place of a paper that was discarded. */
export const gone = 0xffffffff;

/** The place of each paper by its number in MiniSearch, `gone` for those that were discarded, and how many have one. */
interface Places {
	readonly places: Uint32Array;
	readonly count: number;
}

/** Words by what MiniSearch has of them, turned into terms and their postings, in small steps. */
export function* packWords(
	index: ReadonlyMap<string, Holders>,
	papers: Places,
): Generator<undefined, Postings & WordList, undefined> {
	// In order, so that what is grouped and filtered is so already, or nearly.
	const all = [...index.keys()].sort();
	yield;
	const byTerm = groupByTerm(all);
	yield;
	const terms: string[] = [];
	const termOfAll = new Uint32Array(all.length);
	const usesOfAll = new Uint32Array(all.length);
	const rows = new Rows(papers);
	let work = 0;
	for (const term of [...byTerm.keys()].sort()) {
		for (const place of byTerm.get(term) ?? []) {
			const uses = rows.add(index.get(all[place] ?? "") ?? new Map());
			usesOfAll[place] = uses;
			termOfAll[place] = terms.length;
			work += uses;
		}
		if (rows.endTerm()) terms.push(term);
		if (work > stepWork) {
			work = 0;
			yield;
		}
	}
	const used = Uint32Array.from(all.keys()).filter(
		place => usesOfAll[place] !== 0 && all[place]?.startsWith(exactMark) === false,
	);
	return {
		terms,
		...rows.postings(),
		words: Array.from(used, place => all[place] ?? ""),
		termOfWord: used.map(place => termOfAll[place] ?? 0),
		uses: used.map(place => usesOfAll[place] ?? 0),
	};
}

/** The places of words by their stems. */
function groupByTerm(words: readonly string[]): ReadonlyMap<string, number[]> {
	const byTerm = new Map<string, number[]>();
	for (let place = 0; place < words.length; place++) {
		const word = words[place] ?? "";
		const term = word.startsWith(exactMark) ? word : stem(word);
		const members = byTerm.get(term);
		if (members === undefined) byTerm.set(term, [place]);
		else members.push(place);
	}
	return byTerm;
}

/** Postings as they are put together, a term after the other. */
class Rows {
	readonly #places: Uint32Array;
	/** The posting of each paper for the term at hand. */
	readonly #current: Uint16Array;
	readonly #touched: number[] = [];
	readonly #starts = [0];
	readonly #documents: number[] = [];
	readonly #frequencies: number[] = [];

	constructor({ places, count }: Places) {
		this.#places = places;
		this.#current = new Uint16Array(count);
	}

	/** Adds the uses of a word to the term at hand; how many there are. */
	add(holders: Holders): number {
		let uses = 0;
		for (const [field, papers] of holders) {
			const name = fieldNames[field];
			if (name === undefined) continue;
			for (const [number, frequency] of papers) {
				const place = this.#places[number] ?? gone;
				if (place === gone) continue;
				uses += frequency;
				const before = this.#current[place] ?? 0;
				if (before === 0) this.#touched.push(place);
				this.#current[place] = withFrequency(before, name, frequency);
			}
		}
		return uses;
	}

	/** Whether the term at hand had any uses; then its postings are there. */
	endTerm(): boolean {
		const touched = this.#touched;
		if (touched.length === 0) return false;
		if (touched.length > 1) touched.sort((a, b) => a - b);
		for (const place of touched) {
			this.#documents.push(place);
			this.#frequencies.push(this.#current[place] ?? 0);
			this.#current[place] = 0;
		}
		this.#starts.push(this.#documents.length);
		touched.length = 0;
		return true;
	}

	postings(): Omit<Postings, "terms"> {
		return {
			starts: Uint32Array.from(this.#starts),
			documents: Uint32Array.from(this.#documents),
			frequencies: Uint16Array.from(this.#frequencies),
		};
	}
}
