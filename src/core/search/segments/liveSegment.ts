// The newest papers of the index, in MiniSearch until they are enough for a segment. Words stand in it as they are
// (folded); their stems are taken when they are packed, so that words can be completed.

import MiniSearch, { type Options } from "minisearch";
import type { Paper } from "../../paper";
import { fieldNames, fieldText, indexWords, isIndexedField } from "../words/fieldTexts";
import { gone, type Holders, packWords } from "./packWords";
import type { Segment } from "./segment";

const options: Options<Paper> = {
	fields: [...fieldNames],
	extractField: (paper, field) => (isIndexedField(field) ? fieldText(paper, field) : paper.id),
	tokenize: indexWords,
	processTerm: word => word,
	// Papers that are discarded here are left out when the rest is packed.
	autoVacuum: false,
};

interface Tree<T> {
	fetch(word: string, make: () => T): T;
}

/**
 * Walks MiniSearch's tree of words only for a word that is new: most uses are of words that are there. Returns the words
 * as they come to be known, with what the tree has of them.
 */
function remember<T>(tree: Tree<T>): ReadonlyMap<string, T> {
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
	return known;
}

/** What is kept of a paper beside its words. */
export interface Kept {
	readonly hash: string;
	readonly acronyms: string;
}

/** MiniSearch, with what it holds as it is: its serialisation would copy all of it. */
export class LiveSegment extends MiniSearch<Paper> {
	readonly #kept = new Map<string, Kept>();
	readonly #words: ReadonlyMap<string, Holders>;

	constructor() {
		super(options);
		this.#words = remember(this._index);
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

	/** The papers that are there, in the order of their ids, in small steps; nothing may be added or discarded meanwhile. */
	*pack(): Generator<undefined, Segment, undefined> {
		const numbered = [...this._documentIds] as [number: number, id: string][];
		numbered.sort(([, a], [, b]) => (a < b ? -1 : 1));
		const lengths = new Uint16Array(2 * numbered.length);
		const places = new Uint32Array(this._nextId).fill(gone);
		numbered.forEach(([number], place) => {
			places[number] = place;
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
			...(yield* packWords(this.#words, { places, count: numbered.length })),
		};
	}
}
