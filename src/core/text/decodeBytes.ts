// Bytes to text: byte order marks, UTF-8, UTF-16, what a file names itself, and Windows-1252 for what is none of these;
// files that are no text at all.

import type { ProblemCode } from "../problems";
import { declaredCharset, decodeAs, guessedCharset, utf16Of, windows1252 } from "./bytes/charset";
import { binaryReason, signatureOf } from "./bytes/signatures";
import { repairUtf8, scanUtf8, type Utf8Scan } from "./bytes/utf8";

/** Something in the bytes that was no text, and the offset in the text at which it shows. */
export interface ByteDamage {
	readonly code: ProblemCode;
	readonly at: number;
	readonly args: readonly string[];
}

/** The text of a file, how it was encoded, what was damaged in it, and the first byte that broke UTF-8. */
export type DecodedBytes =
	| {
			readonly text: string;
			/** As the WHATWG Encoding Standard names it. */
			readonly encoding: string;
			readonly damages: readonly ByteDamage[];
			readonly firstBadByte?: number;
	  }
	/** What the file is, for a sentence: `a PDF document`. */
	| { readonly notText: string };

/** Broken places that are named one by one. */
const mostNamed = 20;

/**
 * Decodes a file: by its byte order mark, else as UTF-16 when every other byte is zero, else as UTF-8, else by the
 * encoding that it names or looks like. UTF-8 with a broken byte here and there stays UTF-8. A zero byte is read as a
 * blank, so that what it damaged is one place and no more.
 */
export function decodeBytes(content: Uint8Array): DecodedBytes {
	const signature = signatureOf(content);
	if (signature !== undefined) return { notText: signature };
	const wide = utf16Of(content);
	if (wide) return utf16(content, wide);
	const binary = binaryReason(content);
	return binary === undefined ? besideZeros(content) : { notText: binary };
}

type Decoded = Exclude<DecodedBytes, { notText: string }>;

/** A file that was cut off may end in half a character. */
function utf16(content: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded {
	const isCut = content.length % 2 === 1;
	const text = new TextDecoder(encoding).decode(isCut ? content.subarray(0, -1) : content);
	const end: ByteDamage = { code: "file-cut", at: Math.max(0, text.length - 1), args: ["a character"] };
	return { text, encoding, damages: isCut ? [end] : [] };
}

function narrow(content: Uint8Array): Decoded {
	const declared = declaredCharset(content);
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
		// ISO-2022-JP is written in ASCII alone, and so is UTF-8 by chance.
		const escaped = declared?.startsWith("iso-2022") === true ? decodeAs(content, declared) : undefined;
		return { text: escaped ?? text, encoding: "utf-8", damages: [] };
	} catch {
		return declared === undefined ? undeclared(content) : (asDeclared(content, declared) ?? undeclared(content));
	}
}

function asDeclared(content: Uint8Array, declared: string): Decoded | undefined {
	const text = decodeAs(content, declared);
	return text === undefined ? undefined : { text, encoding: declared, damages: [] };
}

function undeclared(content: Uint8Array): Decoded {
	const scan = scanUtf8(content);
	const { broken, brokenCount, multiByteCount } = scan;
	const [first = { at: 0, length: 0 }] = broken;
	const isCut = brokenCount === 1 && first.length > 1 && first.at + first.length === content.length;
	const isLikely = isCut || multiByteCount >= 4 * brokenCount || (brokenCount === 1 && multiByteCount > 0);
	if (isLikely) return damagedUtf8(content, scan);
	const guessed = guessedCharset(content);
	const text = guessed === undefined ? undefined : decodeAs(content, guessed);
	if (guessed !== undefined && text !== undefined) {
		const damage: ByteDamage = { code: "charset-guessed", at: firstAbove(text), args: [guessed] };
		return { text, encoding: guessed, damages: [damage], firstBadByte: first.at };
	}
	if (multiByteCount >= brokenCount) return damagedUtf8(content, scan);
	const damage: ByteDamage = { code: "read-as-latin1", at: first.at, args: [`${first.at}`] };
	return { text: windows1252(content), encoding: "windows-1252", damages: [damage], firstBadByte: first.at };
}

function damagedUtf8(content: Uint8Array, scan: Utf8Scan): Decoded {
	const { text, places } = repairUtf8(content, scan);
	const damages = places.slice(0, mostNamed).map((at, i): ByteDamage => {
		const byte = scan.broken[i]?.at ?? 0;
		return { code: "byte-not-utf8", at, args: [`${byte}`, hex(content[byte] ?? 0)] };
	});
	return { text, encoding: "utf-8", damages, firstBadByte: scan.broken[0]?.at ?? 0 };
}

function hex(byte: number): string {
	return byte.toString(16).toUpperCase().padStart(2, "0");
}

function firstAbove(text: string): number {
	return Math.max(0, text.search(/[^\0-\x7f]/));
}

/** A file's bytes with blanks for zeros; those at its end, which a crashed disk leaves, are no part of it. */
function withoutZeros(content: Uint8Array): {
	readonly bytes: Uint8Array;
	readonly first: number;
	readonly count: number;
} {
	const first = content.indexOf(0);
	if (first < 0) return { bytes: content, first, count: 0 };
	let end = content.length;
	while (end > first && content[end - 1] === 0) end--;
	const bytes = content.slice(0, end);
	let count = content.length - end;
	for (let at = first; at < end; at++) {
		if (bytes[at] !== 0) continue;
		bytes[at] = 0x20;
		count++;
	}
	return { bytes, first, count };
}

/** The text of a file in which zeros may stand, which no text has. */
function besideZeros(content: Uint8Array): Decoded {
	const { bytes, first, count } = withoutZeros(content);
	const decoded = narrow(bytes);
	if (count === 0) return decoded;
	const at = Math.min(decoded.text.length, new TextDecoder().decode(bytes.subarray(0, first)).length);
	return { ...decoded, damages: [...decoded.damages, { code: "stray-nul", at, args: [`${count}`] }] };
}
