// The bytes of a mail as a text of one character each, and where its lines lie in the text that an editor shows.

import type { TextRange } from "../../paper";
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
	let starts: { readonly raw: readonly number[]; readonly text: readonly number[] } | undefined;
	const placeOf = (offset: number): TextRange => {
		starts ??= { raw: lineStarts(raw), text: lineStarts(text) };
		const start = starts.text[lineAt(starts.raw, offset)] ?? text.length;
		const stop = /[^\r\n]{0,300}/y;
		stop.lastIndex = start;
		return { start, end: start + (stop.exec(text)?.[0].length ?? 0) };
	};
	return { raw, placeOf };
}

function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
	return starts;
}

/** The last line that begins at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Whether the bytes are UTF-16, as some editors save a mail. */
function isWide(bytes: Uint8Array): boolean {
	const [first = 0, second = 0] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
	return bytes.subarray(0, 64).filter(byte => byte === 0).length >= Math.min(bytes.length, 64) / 4;
}
