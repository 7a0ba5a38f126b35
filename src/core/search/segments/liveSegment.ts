// The newest papers of the index, in MiniSearch until they are enough for a segment. Words stand in it as they are
// (folded); their stems are taken when they are packed, so that words can be completed.

import MiniSearch, { type Options } from "minisearch";
import type { Paper } from "../../paper";
import { exactMark, stem } from "../analyzer";
import { fieldNames, fieldText, indexWords, isIndexedField } from "../words/fieldTexts";
import { type Segment, withFrequency } from "./segment";

const options: Options<Paper> = {
	fields: [...fieldNames],
	extractField: (paper, field) => (isIndexedField(field) ? fieldText(paper, field) : paper.id),
	tokenize: indexWords,
	processTerm: word => word,
	// Papers that are discarded here are left out when the rest is packed.
	autoVacuum: false,
};

/** The papers that have a word, by field. */
type Holders = ReadonlyMap<number, ReadonlyMap<number, number>>;

interface Tree<T> {
	fetch(word: string, make: () => T): T;
}

/** Walks MiniSearch's tree of words only for a word that is new: most uses are of words that are there. */
function remember<T>(tree: Tree<T>): void {
	const known = new Map<string, T>();
	const walk = tree.fetch.bind(tree);
	tree.fetch = (word, make) => {
		let value = known.get(word);
		if (value === undefined) {
			value = walk(word, make);
			known.set(word, value);
		}
		return value;
	};
}

/** What is kept of a paper beside its words. */
export interface Kept {
	readonly hash: string;
	readonly acronyms: string;
}

/** MiniSearch, with what it holds as it is: its serialisation would copy all of it. */
export class LiveSegment extends MiniSearch<Paper> {
	readonly #kept = new Map<string, Kept>();

	constructor() {
		super(options);
		remember(this._index);
	}

	hold(paper: Paper, kept: Kept): void {
		this.add(paper);
		this.#kept.set(paper.id, kept);
	}

	override discard(id: string): void {
		super.discard(id);
		this.#kept.delete(id);
	}

	holds(id: string): boolean {
		return this.#kept.has(id);
	}

	/** The papers that are there, in the order of their ids. */
	pack(): Segment {
		const numbered = [...this._documentIds] as [number: number, id: string][];
		numbered.sort(([, a], [, b]) => (a < b ? -1 : 1));
		const lengths = new Uint16Array(2 * numbered.length);
		const places = new Map<number, number>();
		numbered.forEach(([number], place) => {
			places.set(number, place);
			const [title = 0, abstract = 0] = this._fieldLength.get(number) ?? [];
			lengths[2 * place] = Math.min(title, 0xffff);
			lengths[2 * place + 1] = Math.min(abstract, 0xffff);
		});
		const kept = numbered.map(([, id]) => this.#kept.get(id));
		return {
			ids: numbered.map(([, id]) => id),
			hashes: kept.map(each => each?.hash ?? ""),
			acronyms: kept.map(each => each?.acronyms ?? ""),
			lengths,
			...new Packer(this._index, places).pack(),
		};
	}
}

interface Word {
	readonly word: string;
	readonly holders: Holders;
}

/** Turns words and their holders into terms and their postings. */
class Packer {
	readonly #words: Word[] = [];
	readonly #places: ReadonlyMap<number, number>;
	/** The posting of each paper for the term at hand. */
	readonly #postings: Uint32Array;
	readonly #touched: number[] = [];
	readonly #documents: number[] = [];
	readonly #frequencies: number[] = [];

	constructor(index: Iterable<[string, Holders]>, places: ReadonlyMap<number, number>) {
		for (const [word, holders] of index) this.#words.push({ word, holders });
		this.#places = places;
		this.#postings = new Uint32Array(places.size);
	}

	pack(): Pick<Segment, "terms" | "starts" | "documents" | "frequencies" | "words" | "termOfWord" | "uses"> {
		const byTerm = new Map<string, Word[]>();
		for (const each of this.#words) {
			const term = each.word.startsWith(exactMark) ? each.word : stem(each.word);
			const members = byTerm.get(term);
			if (members === undefined) byTerm.set(term, [each]);
			else members.push(each);
		}
		const terms: string[] = [];
		const starts = [0];
		const used = new Map<string, { readonly term: number; readonly uses: number }>();
		for (const term of [...byTerm.keys()].sort()) {
			for (const { word, holders } of byTerm.get(term) ?? []) {
				const uses = this.#count(holders);
				if (uses > 0 && !word.startsWith(exactMark)) used.set(word, { term: terms.length, uses });
			}
			if (this.#touched.length === 0) continue;
			this.#flush();
			terms.push(term);
			starts.push(this.#documents.length);
		}
		const words = [...used.keys()].sort();
		return {
			terms,
			starts: Uint32Array.from(starts),
			documents: Uint32Array.from(this.#documents),
			frequencies: Uint16Array.from(this.#frequencies),
			words,
			termOfWord: Uint32Array.from(words, word => used.get(word)?.term ?? 0),
			uses: Uint32Array.from(words, word => used.get(word)?.uses ?? 0),
		};
	}

	/** Adds the uses of a word; how many there are. */
	#count(holders: Holders): number {
		let uses = 0;
		for (const [field, papers] of holders) {
			const name = fieldNames[field];
			if (name === undefined) continue;
			for (const [number, frequency] of papers) {
				const place = this.#places.get(number);
				if (place === undefined) continue;
				uses += frequency;
				const before = this.#postings[place] ?? 0;
				if (before === 0) this.#touched.push(place);
				this.#postings[place] = withFrequency(before, name, frequency);
			}
		}
		return uses;
	}

	#flush(): void {
		for (const place of this.#touched.sort((a, b) => a - b)) {
			this.#documents.push(place);
			this.#frequencies.push(this.#postings[place] ?? 0);
			this.#postings[place] = 0;
		}
		this.#touched.length = 0;
	}
}
