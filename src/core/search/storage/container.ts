// Arrays and texts in one piece of bytes, with a check of every one of them: how parts of the index lie on a disk.

/** What a piece holds. */
export type Kind = "index" | "segment" | "state" | "space" | "places";
const kinds: readonly Kind[] = ["index", "segment", "state", "space", "places"];

/** Goes up when the analysis or this form changes: what another version stored is not read. */
export const storedVersion = 5;

/** Read in the order of the machine: a store of another order is not recognised, and built anew. */
const magic = 0x63736931;

/** Magic, version, kind, bytes in all, check, sections; then the length of each section in bytes. */
const headWords = 6;
const checkAt = 4;

export type Content = Int8Array | Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** About this many words are checked between two steps. */
const stepWords = 500_000;

/** The pieces of content, each at a whole number of words. */
export function pack(kind: Kind, contents: readonly Content[]): Uint8Array<ArrayBuffer> {
	const head = headWords + contents.length;
	const size = contents.reduce((sum, { byteLength }) => sum + wordsOf(byteLength), head);
	const words = new Uint32Array(size);
	const bytes = new Uint8Array(words.buffer);
	words.set([magic, storedVersion, kinds.indexOf(kind), bytes.length, 0, contents.length]);
	let at = head;
	contents.forEach((content, i) => {
		words[headWords + i] = content.byteLength;
		bytes.set(new Uint8Array(content.buffer, content.byteOffset, content.byteLength), 4 * at);
		at += wordsOf(content.byteLength);
	});
	words[checkAt] = addAll(0, words);
	return bytes;
}

/** What a piece of bytes holds. */
export interface Unpacked {
	readonly kind: Kind;
	/** Tells pieces apart. */
	readonly check: number;
	/** Of the piece, in bytes. */
	readonly size: number;
	/** Each in bytes that begin at a whole number of words. */
	readonly contents: readonly Uint8Array<ArrayBuffer>[];
}

/** Reads a piece where it lies, in small steps; nothing when a bit of it is not as it was written. */
export function* unpack(given: Uint8Array): Generator<undefined, Unpacked | undefined, undefined> {
	const bytes = aligned(given);
	const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
	const [first, version, kindNumber, length, check = 0, sections = 0] = words;
	const kind = kinds[kindNumber ?? -1];
	if (first !== magic || version !== storedVersion || length !== bytes.length || kind === undefined) return undefined;
	if (bytes.length % 4 !== 0 || headWords + sections > words.length) return undefined;
	// The check was made with a zero at its own place.
	let sum = add(addAll(0, words.subarray(0, checkAt)), 0);
	for (let at = checkAt + 1; at < words.length; at += stepWords) {
		sum = addAll(sum, words.subarray(at, at + stepWords));
		yield;
	}
	if (sum !== check) return undefined;
	const contents: Uint8Array<ArrayBuffer>[] = [];
	let at = headWords + sections;
	for (let i = 0; i < sections; i++) {
		const size = words[headWords + i] ?? 0;
		contents.push(bytes.subarray(4 * at, 4 * at + size));
		at += wordsOf(size);
	}
	return at === words.length ? { kind, check, size: bytes.length, contents } : undefined;
}

/** The check of a packed piece. */
export function checkOf(packed: Uint8Array<ArrayBuffer>): number {
	return new Uint32Array(packed.buffer, packed.byteOffset, headWords)[checkAt] ?? 0;
}

function wordsOf(bytes: number): number {
	return (bytes + 3) >>> 2;
}

/** The same bytes at a place that numbers of four bytes may lie at, in memory that is nobody else's to give away. */
function aligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const { buffer, byteOffset, length } = bytes;
	return buffer instanceof ArrayBuffer && byteOffset % 4 === 0
		? new Uint8Array(buffer, byteOffset, length)
		: new Uint8Array(bytes);
}

/** Each step maps different words, and different checks, to different checks: any one changed word is noticed. */
function add(check: number, word: number): number {
	const mixed = check ^ Math.imul(word, 0xcc9e2d51);
	return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) >>> 0;
}

function addAll(check: number, words: Uint32Array): number {
	let sum = check;
	for (let i = 0; i < words.length; i++) sum = add(sum, words[i] ?? 0);
	return sum;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Texts of any kind; what JSON cannot say of them (halves of surrogate pairs) it escapes. */
export function packTexts(texts: readonly string[]): Uint8Array {
	return encoder.encode(JSON.stringify(texts));
}

export function unpackTexts(bytes: Uint8Array | undefined): string[] {
	const value = unpackJson(bytes);
	return Array.isArray(value) && value.every(text => typeof text === "string") ? value : [];
}

export function packJson(value: unknown): Uint8Array {
	return encoder.encode(JSON.stringify(value));
}

export function unpackJson(bytes: Uint8Array | undefined): unknown {
	return JSON.parse(decoder.decode(bytes));
}

/** Words, which hold no line breaks, one a line: quicker than JSON. */
export function packWords(words: readonly string[]): Uint8Array {
	return encoder.encode(words.join("\n"));
}

export function unpackWords(bytes: Uint8Array | undefined): string[] {
	const text = decoder.decode(bytes);
	return text === "" ? [] : text.split("\n");
}

export function uint32(bytes: Uint8Array<ArrayBuffer> | undefined): Uint32Array {
	return bytes === undefined
		? new Uint32Array()
		: new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
}

export function uint16(bytes: Uint8Array<ArrayBuffer> | undefined): Uint16Array {
	return bytes === undefined
		? new Uint16Array()
		: new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 1);
}

export function float32(bytes: Uint8Array<ArrayBuffer> | undefined): Float32Array {
	return bytes === undefined
		? new Float32Array()
		: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
}

export function int8(bytes: Uint8Array<ArrayBuffer> | undefined): Int8Array {
	return bytes === undefined ? new Int8Array() : new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
