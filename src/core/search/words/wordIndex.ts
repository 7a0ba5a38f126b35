// The index of words, which MiniSearch builds, holds, stores and loads: for each word the papers and fields that have it,
// and how often. Words stand as they are (folded); their stems are taken when it is compiled, so that words can be completed.

import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import type { Name, Paper } from "../../paper";
import { tokenize } from "../analyzer";
import { pack, PackedWords, type StoredWords, type WordReader } from "./packed";

/** The texts of a paper that are searched. */
export const fieldNames = ["title", "abstract", "authors", "venue", "keywords", "identifiers"] as const;
type FieldName = (typeof fieldNames)[number];

const readField: Readonly<Record<FieldName, (paper: Paper) => string>> = {
	title: paper => paper.title,
	abstract: paper => paper.abstract,
	authors: paper => paper.authors.map(nameText).join("; "),
	venue: paper => paper.venue ?? "",
	keywords: paper => paper.keywords.join("; "),
	identifiers: ({ issued, arxiv, doi, pmid }) => [issued?.year ?? "", arxiv ?? "", doi ?? "", pmid ?? ""].join(" ; "),
};

function nameText(name: Name): string {
	if ("literal" in name) return name.literal;
	return [name.given, name.particle, name.family].filter(part => part !== undefined).join(" ");
}

const readers = new Map<string, (paper: Paper) => string>(Object.entries(readField));

/** The texts of a paper by the name of their field. */
export function fieldTexts(paper: Paper): (readonly [field: string, text: string])[] {
	return fieldNames.map(name => [name, readField[name](paper)] as const);
}

const options: Options<Paper> = {
	fields: [...fieldNames],
	extractField: (paper, field) => readers.get(field)?.(paper) ?? paper.id,
	tokenize: indexWords,
	processTerm: word => word,
	// Its own vacuuming pauses between words and fails when a paper is added meanwhile; `tidy` does it in one go.
	autoVacuum: false,
};

/** All words that a text is indexed under, with the other forms of compounds and technical words. */
export function indexWords(text: string): string[] {
	const words: string[] = [];
	for (const { kind, word } of tokenize(text)) {
		if (kind !== "stop") words.push(word);
	}
	return words;
}

type Frequencies = ReadonlyMap<number, ReadonlyMap<number, number>>;

const mostDirt = 0.1;

/** An index of more papers is kept packed once it was stored. */
const mostLive = 20_000;

/** MiniSearch with our fields and words, and what it holds as it is: its serialisation would copy all of it (0.4 s). */
class LiveIndex extends MiniSearch<Paper> {
	constructor() {
		super(options);
	}

	get frequencies(): Iterable<[word: string, Frequencies]> {
		return this._index;
	}

	get ids(): ReadonlyMap<number, string> {
		return this._documentIds;
	}

	/** The number of different words in a field of a paper. */
	length(number: number, field: number): number {
		return this._fieldLength.get(number)?.[field] ?? 0;
	}

	/** Frees what discarded papers left behind once it is a tenth of the index; at once, since its batch has no end. */
	tidy(): void {
		if (this.dirtFactor > mostDirt) void this.vacuum({ batchSize: Infinity, batchWait: 0 });
	}
}

/** The words of papers: as they were stored until papers change, from then on in MiniSearch. */
export class WordIndex {
	#packed: PackedWords | undefined;
	#live: LiveIndex | undefined;

	constructor(packed?: PackedWords) {
		this.#packed = packed;
	}

	add(paper: Paper): void {
		this.#open().add(paper);
	}

	discard(id: string): void {
		this.#open().discard(id);
	}

	/** The papers by their numbers. */
	get ids(): ReadonlyMap<number, string> {
		return this.#packed?.ids ?? this.#open().ids;
	}

	/** The number of different words in a field of a paper. */
	length(number: number, field: number): number {
		return this.#packed?.length(number, field) ?? this.#open().length(number, field);
	}

	/** All words as they are now, and who has them; papers that have no number any more may be among those. */
	reader(): WordReader {
		if (this.#packed !== undefined) return this.#packed;
		const live = this.#open();
		live.tidy();
		const entries = [...live.frequencies].sort(([a], [b]) => (a < b ? -1 : 1));
		return {
			words: entries.map(([word]) => word),
			each(word, visit) {
				for (const [field, papers] of entries[word]?.[1] ?? []) {
					for (const [paper, frequency] of papers) visit(field, paper, frequency);
				}
			},
		};
	}

	/** What is stored. A large index goes on in that form: a tenth of the memory, and MiniSearch again when papers change. */
	toJSON(): StoredWords {
		if (this.#packed !== undefined) return this.#packed.stored;
		const live = this.#open();
		const reader = this.reader();
		const each: WordReader["each"] = (word, visit) => reader.each(word, visit);
		const length = (paper: number, field: number): number => live.length(paper, field);
		const stored = pack({ words: reader.words, each, ids: live.ids, length }, fieldNames.length);
		this.#packed = live.documentCount > mostLive ? PackedWords.read(stored, fieldNames.length) : undefined;
		if (this.#packed !== undefined) this.#live = undefined;
		return stored;
	}

	#open(): LiveIndex {
		if (this.#packed !== undefined) {
			this.#live = Object.assign(new LiveIndex(), MiniSearch.loadJS(unpacked(this.#packed), options));
			this.#packed = undefined;
		}
		return (this.#live ??= new LiveIndex());
	}
}

/** The index as MiniSearch loads it. */
function unpacked(packed: PackedWords): AsPlainObject {
	const count = packed.ids.size;
	const numbers = Array.from({ length: count }, (_, number) => number);
	const lengths = numbers.map(number => fieldNames.map((_, field) => packed.length(number, field)));
	return {
		documentCount: count,
		nextId: count,
		documentIds: Object.fromEntries(packed.ids),
		fieldIds: Object.fromEntries(fieldNames.map((name, field) => [name, field])),
		fieldLength: Object.fromEntries(lengths.entries()),
		averageFieldLength: fieldNames.map((_, field) => {
			const sum = lengths.reduce((total, each) => total + (each[field] ?? 0), 0);
			return sum / Math.max(count, 1);
		}),
		storedFields: {},
		dirtCount: 0,
		index: packed.words.map((word, number) => {
			const fields = new Map<number, Record<string, number>>();
			packed.each(number, (field, paper, frequency) => {
				const papers = fields.get(field) ?? {};
				papers[paper] = frequency;
				fields.set(field, papers);
			});
			return [word, Object.fromEntries(fields)];
		}),
		serializationVersion: 2,
	};
}

/**
 * Of everything of a paper that is searched: two FNV-1a hashes of 32 bits with different bases (Fowler, Noll, Vo), to
 * notice changes, not to keep secrets.
 */
export function textHash(paper: Paper): string {
	let first = 0x811c9dc5;
	let second = 0x01000193;
	for (const read of readers.values()) {
		const text = read(paper);
		for (let i = 0; i <= text.length; i++) {
			const unit = i < text.length ? text.charCodeAt(i) : 0xffff;
			first = Math.imul(first ^ unit, 0x01000193);
			second = Math.imul(second ^ unit, 0x5bd1e995);
		}
	}
	return (first >>> 0).toString(36) + (second >>> 0).toString(36);
}
