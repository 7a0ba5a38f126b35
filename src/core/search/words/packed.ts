// The index of words as it is stored: small, quick to read, and enough to answer from until papers change.

import { decode, encode } from "./base64";

/** Which papers hold a word, in which field and how often. */
export type Visit = (field: number, paper: number, frequency: number) => void;

/** Words in ascending order of their UTF-16 units, and the papers that hold each. */
export interface WordReader {
	readonly words: readonly string[];
	each(word: number, visit: Visit): void;
}

/** Plain data. Papers are numbered by their place in `ids`. */
export interface StoredWords {
	readonly ids: readonly string[];
	/** For each paper and field the number of different words. */
	readonly lengths: string;
	/** One a line. */
	readonly words: string;
	/**
	 * For each word the number of fields; for each of them its number, how many papers, and for each of those twice the
	 * step from the one before, plus 1 and then the frequency when that is not 1: all in groups of seven bits (LEB128).
	 */
	readonly postings: string;
	/** Of the texts above, to notice damage. */
	readonly check: number;
}

/** What is packed, papers by any numbers. */
export interface Packing extends WordReader {
	readonly ids: ReadonlyMap<number, string>;
	length(paper: number, field: number): number;
}

export function pack(index: Packing, fields: number): StoredWords {
	const numbered = [...index.ids].sort(([, a], [, b]) => (a < b ? -1 : 1));
	const placeOf = new Map(numbered.map(([number], place) => [number, place]));
	const lengths = new Uint32Array(numbered.length * fields);
	numbered.forEach(([number], place) => {
		for (let field = 0; field < fields; field++) lengths[place * fields + field] = index.length(number, field);
	});
	const words: string[] = [];
	const bytes = new Bytes();
	index.words.forEach((word, number) => {
		const byField = Array.from({ length: fields }, (): [place: number, frequency: number][] => []);
		index.each(number, (field, paper, frequency) => {
			const place = placeOf.get(paper);
			if (place !== undefined) byField[field]?.push([place, frequency]);
		});
		const used = byField.filter(papers => papers.length > 0).length;
		if (used === 0) return;
		words.push(word);
		bytes.add(used);
		byField.forEach((papers, field) => {
			if (papers.length > 0) packField(papers, field, bytes);
		});
	});
	const texts = { lengths: encode(lengths), words: words.join("\n"), postings: encode(bytes.all) };
	return { ids: numbered.map(([, id]) => id), ...texts, check: checkOf(texts) };
}

/** FNV-1a of the texts, 32 bits (Fowler, Noll, Vo). */
function checkOf({ lengths, words, postings }: Pick<StoredWords, "lengths" | "words" | "postings">): number {
	let check = 0x811c9dc5;
	for (const text of [lengths, words, postings]) {
		for (let i = 0; i < text.length; i++) check = Math.imul(check ^ text.charCodeAt(i), 0x01000193);
	}
	return check >>> 0;
}

function packField(papers: [place: number, frequency: number][], field: number, bytes: Bytes): void {
	bytes.add(field);
	bytes.add(papers.length);
	let last = 0;
	for (const [place, frequency] of papers.sort(([a], [b]) => a - b)) {
		bytes.add(2 * (place - last) + (frequency === 1 ? 0 : 1));
		if (frequency !== 1) bytes.add(frequency);
		last = place;
	}
}

/** Bytes as they grow. */
class Bytes {
	#bytes = new Uint8Array(1024);
	#length = 0;

	get all(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	add(value: number): void {
		if (this.#length + 5 > this.#bytes.length) {
			const bytes = this.#bytes;
			this.#bytes = new Uint8Array(2 * bytes.length);
			this.#bytes.set(bytes);
		}
		let rest = value;
		while (rest > 0x7f) {
			this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
			rest >>>= 7;
		}
		this.#bytes[this.#length++] = rest;
	}
}

/** A stored index of words, read where it lies. */
export class PackedWords implements Packing {
	readonly ids: ReadonlyMap<number, string>;
	readonly words: readonly string[];
	readonly stored: StoredWords;
	readonly #lengths: Uint32Array;
	readonly #fields: number;
	readonly #bytes: Uint8Array;
	/** Where each word begins. */
	readonly #starts: Uint32Array;
	#at = 0;

	private constructor(stored: StoredWords, fields: number) {
		this.stored = stored;
		this.ids = new Map(stored.ids.map((id, place) => [place, id]));
		this.words = stored.words === "" ? [] : stored.words.split("\n");
		this.#fields = fields;
		this.#lengths = new Uint32Array(decode(stored.lengths, 4));
		this.#bytes = new Uint8Array(decode(stored.postings));
		this.#starts = new Uint32Array(this.words.length);
	}

	/** What was stored, when it is whole: every byte is read once to see. */
	static read(stored: StoredWords, fields: number): PackedWords | undefined {
		if (stored.check !== checkOf(stored)) return undefined;
		const packed = new PackedWords(stored, fields);
		return packed.#isWhole() ? packed : undefined;
	}

	length(paper: number, field: number): number {
		return this.#lengths[paper * this.#fields + field] ?? 0;
	}

	each(word: number, visit: Visit): void {
		this.#at = this.#starts[word] ?? this.#bytes.length;
		this.#read(visit);
	}

	#isWhole(): boolean {
		const { words, ids } = this;
		if (this.#lengths.length !== ids.size * this.#fields) return false;
		let bad = 0;
		for (let word = 0; word < words.length; word++) {
			if (word > 0 && (words[word - 1] ?? "") >= (words[word] ?? "")) return false;
			this.#starts[word] = this.#at;
			this.#read((field, paper, frequency) => {
				if (field >= this.#fields || paper >= ids.size || frequency === 0) bad++;
			});
			if (bad > 0) return false;
		}
		return this.#at === this.#bytes.length;
	}

	#read(visit: Visit): void {
		const fields = this.#next();
		for (let i = 0; i < fields; i++) {
			const field = this.#next();
			const papers = this.#next();
			let paper = 0;
			for (let j = 0; j < papers && this.#at <= this.#bytes.length; j++) {
				const step = this.#next();
				paper += step >>> 1;
				visit(field, paper, (step & 1) === 1 ? this.#next() : 1);
			}
		}
	}

	/** The next number; beyond the end, one that no index holds. */
	#next(): number {
		let value = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.#bytes[this.#at++];
			if (byte === undefined) return 0xffffff;
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) break;
		}
		return value >>> 0;
	}
}
