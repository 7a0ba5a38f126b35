// The bytes of a mail as a text of one character each, and where its lines lie in the text that an editor shows.

import type { TextRange } from "../../paper";
import { lineCounter, lineStarts } from "../../text/lines";
import type { Input } from "../format";
import { byteStringOf, type ByteString } from "./transfer";

export interface MailSource {
	/** Each character is a byte. A carriage return alone, which ended lines on old machines, is a line feed here. */
	readonly raw: ByteString;
	/** The line of the shown text that holds a byte. */
	readonly placeOf: (offset: number) => TextRange;
}

export function mailSource({ bytes, text }: Pick<Input, "bytes" | "text">): MailSource {
	const content = isWide(bytes) ? new TextEncoder().encode(text) : bytes;
	const raw = byteStringOf(content)
		.replace(/\r(?!\n)/g, "\n")
		.replace(/\0/g, " ")
		.replace(/^\xef\xbb\xbf/, "   ");
	// Lines are counted in both, since characters take different numbers of bytes, and some bytes are no characters.
	const lineOf = lineCounter(raw);
	let starts: Uint32Array | undefined;
	const placeOf = (offset: number): TextRange => {
		starts ??= lineStarts(text);
		const start = starts[lineOf(offset) - 1] ?? text.length;
		const stop = /[^\r\n]{0,300}/y;
		stop.lastIndex = start;
		return { start, end: start + (stop.exec(text)?.[0].length ?? 0) };
	};
	return { raw, placeOf };
}

/** Whether the bytes are UTF-16, as some editors save a mail. */
function isWide(bytes: Uint8Array): boolean {
	const [first = 0, second = 0] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
	return bytes.subarray(0, 64).filter(byte => byte === 0).length >= Math.min(bytes.length, 64) / 4;
}
