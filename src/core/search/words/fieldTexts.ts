// The texts of a paper that are searched, the words they are indexed under, and a hash that notices when they change.

import type { Name, Paper } from "../../paper";
import { tokenize } from "../analyzer";

/** The texts of a paper that are searched. */
export const fieldNames = ["title", "abstract", "authors", "venue", "keywords", "identifiers"] as const;
export type IndexedField = (typeof fieldNames)[number];

const readField: Readonly<Record<IndexedField, (paper: Paper) => string>> = {
	title: paper => paper.title,
	abstract: paper => paper.abstract,
	authors: paper => paper.authors.map(nameText).join("; "),
	venue: paper => paper.venue ?? "",
	keywords: paper => paper.keywords.join("; "),
	identifiers: ({ issued, arxiv, doi, pmid }) => [issued?.year ?? "", arxiv ?? "", doi ?? "", pmid ?? ""].join(" ; "),
};

function nameText(name: Name): string {
	if ("literal" in name) return name.literal;
	return `${name.given ?? ""} ${name.particle ?? ""} ${name.family}${name.suffix === undefined ? "" : ` ${name.suffix}`}`;
}

export function isIndexedField(field: string): field is IndexedField {
	return Object.hasOwn(readField, field);
}

/** What a paper has in a field. */
export function fieldText(paper: Paper, field: IndexedField): string {
	return readField[field](paper);
}

/** The texts of a paper by the name of their field. */
export function fieldTexts(paper: Paper): (readonly [field: string, text: string])[] {
	return fieldNames.map(name => [name, readField[name](paper)] as const);
}

/** All words that a text is indexed under, with the other forms of compounds and technical words. */
export function indexWords(text: string): string[] {
	const words: string[] = [];
	for (const { kind, word } of tokenize(text)) {
		if (kind !== "stop") words.push(word);
	}
	return words;
}

const encoder = new TextEncoder();

/** Where the texts of a paper are encoded, one after the other. */
let bytes = new Uint8Array(16_384);

/** Follows each text; no byte of UTF-8 is the same. */
const separator = 0xff;

/** Encodes the texts of a paper that are searched; how many bytes they are. */
function encode(paper: Paper): number {
	let size = 0;
	for (const field of fieldNames) {
		const text = readField[field](paper);
		// A letter takes three bytes at most; the last number is filled up.
		const needed = size + 3 * text.length + 4;
		if (needed > bytes.length) {
			const larger = new Uint8Array(4 * needed);
			larger.set(bytes.subarray(0, size));
			bytes = larger;
		}
		size += encoder.encodeInto(text, bytes.subarray(size)).written;
		bytes[size++] = separator;
	}
	return size;
}

/**
 * Of everything of a paper that is searched: two hashes of 32 bits, each of which any one change of four bytes changes
 * (steps of MurmurHash3's finalizer, Appleby), to notice changes, not to keep secrets. Over bytes in the order of the
 * machine: to ask texts for their letters one by one takes longer.
 */
export function textHash(paper: Paper): string {
	const size = encode(paper);
	const count = (size + 3) >>> 2;
	bytes.fill(0, size, 4 * count);
	const words = new Uint32Array(bytes.buffer, 0, count);
	let first = 0x811c9dc5;
	let second = 0x01000193;
	for (let i = 0; i < count; i++) {
		const word = words[i] ?? 0;
		first = Math.imul(first ^ word, 0x85ebca6b);
		first ^= first >>> 13;
		second = Math.imul(second ^ word, 0xc2b2ae35);
		second ^= second >>> 16;
	}
	return (first >>> 0).toString(36) + (second >>> 0).toString(36);
}
