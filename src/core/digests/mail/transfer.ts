// How the bytes of a part were made fit for mail, undone (RFC 2045, section 6), and what characters they stand for.

import { windows1252 } from "../../text/bytes/charset";
import { decodeBytes } from "../../text/decodeBytes";

/** A text whose characters each stand for one byte. */
export type ByteString = string;

/** The bytes as a text of one character each, which is searched and cut without copying. */
export function byteStringOf(bytes: Uint8Array): ByteString {
	const pieces: string[] = [];
	// Spread into arguments, bytes would first become a list of numbers each time.
	for (let at = 0; at < bytes.length; at += 8192)
		pieces.push(Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + 8192)) as string);
	return pieces.join("");
}

export function bytesOf(text: ByteString): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	return bytes;
}

/** The bytes that a body stands for. An encoding that is not known, or that a body is not in, changes nothing. */
export function decodeTransfer(body: ByteString, encoding: string): Uint8Array {
	const name = encoding.toLowerCase().trim();
	if (name === "base64" && isBase64(body)) return decodeBase64(body);
	if (name === "quoted-printable") return decodeQuotedPrintable(body);
	return bytesOf(body);
}

/**
 * Whether a body can be base64; a mail that a person pasted may have kept the header and lost the encoding. A damaged
 * sign here and there is no matter.
 */
function isBase64(body: ByteString): boolean {
	const head = body.slice(0, 400);
	return (head.match(/[^A-Za-z0-9+/=\r\n_-]/g)?.length ?? 0) * 50 <= head.length;
}

/**
 * RFC 2045, section 6.8. Lines are whole groups of four signs: in such a line a sign without value was damaged, and
 * costs its own group alone. In other lines such signs are passed over, and padding ends a group.
 */
export function decodeBase64(text: ByteString): Uint8Array {
	const decoder = new Base64Decoder(text.length);
	let at = 0;
	while (at < text.length) {
		const feed = text.indexOf("\n", at);
		const end = feed < 0 ? text.length : feed;
		const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
		decoder.line(text, at, stop);
		at = end + 1;
	}
	return decoder.bytes();
}

/** How many signs of a body in base64 are none of its alphabet. */
export function damagedSigns(body: ByteString, encoding: string): number {
	if (encoding.toLowerCase().trim() !== "base64" || !isBase64(body)) return 0;
	return body.match(/[^A-Za-z0-9+/=\s_-]/g)?.length ?? 0;
}

class Base64Decoder {
	readonly #bytes: Uint8Array;
	#length = 0;
	#bits = 0;
	#count = 0;

	constructor(length: number) {
		this.#bytes = new Uint8Array(Math.ceil((length * 3) / 4) + 3);
	}

	line(text: ByteString, start: number, end: number): void {
		const isWhole = this.#count === 0 && (end - start) % 4 === 0;
		for (let i = start; i < end; i++) {
			const code = text.charCodeAt(i);
			const value = sextet(code);
			if (code === 0x3d && (!isWhole || (i - start) % 4 >= 2)) {
				if (isWhole) i += 3 - ((i - start) % 4);
				this.#count = 0;
			} else if (value >= 0 || isWhole) this.#add(Math.max(value, 0));
		}
	}

	#add(value: number): void {
		this.#bits = ((this.#bits << 6) | value) & 0xffffff;
		this.#count += 6;
		if (this.#count < 8) return;
		this.#count -= 8;
		this.#bytes[this.#length++] = (this.#bits >> this.#count) & 0xff;
	}

	bytes(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}
}

/** The value of a character, also of the alphabet for addresses (RFC 4648, section 5); -1 for one without value. */
function sextet(code: number): number {
	if (code >= 65 && code <= 90) return code - 65;
	if (code >= 97 && code <= 122) return code - 71;
	if (code >= 48 && code <= 57) return code + 4;
	if (code === 43 || code === 45) return 62;
	return code === 47 || code === 95 ? 63 : -1;
}

/** RFC 2045, section 6.7: blanks at the end of a line are none of the text; `=` without two digits stands for itself. */
export function decodeQuotedPrintable(text: ByteString): Uint8Array {
	const bytes = new Uint8Array(text.length);
	let length = 0;
	/** Where the text ends when the blanks that follow end the line. */
	let solid = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 0x3d) {
			const soft = softBreak(text, i + 1);
			if (soft > 0) {
				i += soft;
				solid = length;
				continue;
			}
			const hex = /^[\da-fA-F]{2}$/.exec(text.slice(i + 1, i + 3))?.[0];
			bytes[length++] = hex === undefined ? code : Number.parseInt(hex, 16);
			if (hex !== undefined) i += 2;
			solid = length;
			continue;
		}
		if (code === 0x0a || code === 0x0d) length = solid;
		bytes[length++] = code;
		if (code !== 0x20 && code !== 0x09) solid = length;
	}
	return bytes.subarray(0, length);
}

/** How many characters behind `=` are a line end, with up to a few blanks before it; 0 when it is none. */
function softBreak(text: ByteString, at: number): number {
	if (at >= text.length) return 1;
	const rest = text.slice(at, at + 12);
	return /^[ \t]{0,10}(?:\r\n|\n|\r)/.exec(rest)?.[0].length ?? 0;
}

/** Names of character sets that mail programs use, and that the Encoding Standard does not know. */
const otherNames: Readonly<Record<string, string>> = {
	cp932: "shift_jis",
	cp936: "gbk",
	cp949: "euc-kr",
	cp950: "big5",
	cp65001: "utf-8",
	"utf-8-mac": "utf-8",
	unicode: "utf-16le",
	"latin-1": "windows-1252",
	ansi: "windows-1252",
};

/** What stands for "not told". */
const untold = /^(?:us-ascii|ascii|ansi_x3.*|x-unknown|unknown-8bit|binary|default|_charset|)$/;

/** A text and, when its character set is not known, that it was guessed. */
export interface DecodedText {
	readonly text: string;
	readonly isGuessed: boolean;
}

/**
 * The text of bytes in a character set. What is valid UTF-8 is taken for it also when a single-byte set is named: in
 * such a set it would be a row of signs that no text has, and mails that were pasted or re-saved come so.
 */
export function decodeText(bytes: Uint8Array, charset: string): DecodedText {
	const name = charset.toLowerCase().trim();
	const label = otherNames[name] ?? name;
	const decoder = untold.test(label) ? undefined : decoderOf(label);
	if (decoder?.encoding === "windows-1252") return { text: utf8Of(bytes) ?? windows1252(bytes), isGuessed: false };
	if (decoder) return { text: withoutMark(decodedBy(decoder, bytes)), isGuessed: false };
	const text = utf8Of(bytes);
	const other = text === undefined ? decodeBytes(bytes) : { text };
	return { text: "text" in other ? other.text : windows1252(bytes), isGuessed: !untold.test(label) };
}

function decodedBy(decoder: TextDecoder, bytes: Uint8Array): string {
	return decoder.encoding.startsWith("iso-2022") || decoder.encoding.startsWith("utf-")
		? decoder.decode(bytes)
		: (utf8Of(bytes, true) ?? decoder.decode(bytes));
}

function decoderOf(label: string): TextDecoder | undefined {
	try {
		return new TextDecoder(label);
	} catch {
		return undefined;
	}
}

/** The text when the bytes are UTF-8; with `isNotAscii` only when they also hold a sign beyond ASCII. */
function utf8Of(bytes: Uint8Array, isNotAscii = false): string | undefined {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return isNotAscii && text.length === bytes.length ? undefined : withoutMark(text);
	} catch {
		return undefined;
	}
}

function withoutMark(text: string): string {
	return text.startsWith("\ufeff") ? text.slice(1) : text;
}
