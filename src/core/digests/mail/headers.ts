// The head of a mail or of a part: fields, their parameters, and words in other character sets (RFC 5322, 2045, 2047,
// 2231).

import { byteStringOf, bytesOf, decodeBase64, decodeQuotedPrintable, decodeText, type ByteString } from "./transfer";

/** The fields of a head by their names in lower case, each unfolded; of several of one name the first. */
export type Headers = ReadonlyMap<string, ByteString>;

export interface Head {
	readonly headers: Headers;
	/** Where the body begins. */
	readonly end: number;
}

/** A field's first line: a name of printable characters, and a colon (RFC 5322, section 2.2). */
const field = /^([!-9;-~]{1,100})[ \t]*:/;

/** Reads the head that begins at an offset. It ends at an empty line, or at the first line that is no field. */
export function readHead(text: ByteString, start: number, end: number): Head {
	const headers = new Map<string, string>();
	let name: string | undefined;
	let values: string[] = [];
	const keep = () => {
		if (name !== undefined && !headers.has(name)) headers.set(name, values.join(" ").trim());
	};
	let at = start;
	while (at < end) {
		const stop = lineEnd(text, at, end);
		const line = text.slice(at, Math.min(stop, at + longestLine));
		const next = afterLine(text, stop, end);
		const found = field.exec(line);
		if (/^[ \t]*$/.test(line) && stop - at <= longestLine) {
			at = next;
			break;
		}
		if (/^[ \t]/.test(line) && name !== undefined) values.push(line.trim());
		else if (found) {
			keep();
			name = (found[1] ?? "").toLowerCase();
			values = [line.slice(found[0].length).trim()];
		} else if (at !== start || !/^>?From /.test(line)) break;
		at = next;
	}
	keep();
	return { headers, end: Math.min(at, end) };
}

/** Longer lines are none of a head (RFC 5322, section 2.1.1, allows 998). */
const longestLine = 100_000;

/** Where the line at an offset ends, before its line end: `\r\n` or `\n` (see `mailSource` for `\r` alone). */
export function lineEnd(text: ByteString, at: number, end: number): number {
	const feed = text.indexOf("\n", at);
	const stop = feed < 0 || feed > end ? end : feed;
	return stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
}

/** Where the next line begins. */
export function afterLine(text: ByteString, stop: number, end: number): number {
	if (stop >= end) return end;
	return text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? stop + 2 : stop + 1;
}

/** A field's value with parameters: `text/html; charset=utf-8`. */
export interface Value {
	/** In lower case, without parameters and comments. */
	readonly value: string;
	readonly parameters: ReadonlyMap<string, string>;
}

/** Reads a value with parameters, also those in pieces and in other character sets (RFC 2231, sections 3 and 4). */
export function readValue(raw: string): Value {
	const [first = "", ...rest] = splitParameters(raw);
	const value = first
		.replace(/\([^()]{0,200}\)/g, "")
		.trim()
		.toLowerCase();
	const pieces = new Map<string, { index: number; isEncoded: boolean; value: string }[]>();
	for (const part of rest) {
		const match = /^\s*([^=*\s]{1,100})(?:\*(\d{1,3}))?(\*)?\s*=\s*([^]*)$/.exec(part);
		if (!match) continue;
		const [, name = "", index = "0", star = "", written = ""] = match;
		const list = pieces.get(name.toLowerCase()) ?? [];
		list.push({ index: Number(index), isEncoded: star !== "", value: unquoted(written.trim()) });
		pieces.set(name.toLowerCase(), list);
	}
	return { value, parameters: new Map([...pieces].map(([name, list]) => [name, joined(list)])) };
}

function joined(list: readonly { index: number; isEncoded: boolean; value: string }[]): string {
	const sorted = [...list].sort((a, b) => a.index - b.index);
	if (!sorted.some(({ isEncoded }) => isEncoded)) return decodeWords(sorted.map(({ value }) => value).join(""));
	const [, charset = "utf-8", head = sorted[0]?.value ?? ""] =
		/^([^']*)'[^']*'([^]*)$/.exec(sorted[0]?.value ?? "") ?? [];
	const bytes = sorted.map(({ isEncoded, value }, i) => {
		const text = i === 0 ? head : value;
		return isEncoded ? text.replace(/%([\da-f]{2})/gi, (_, hex: string) => char(hex)) : text;
	});
	return decodeText(bytesOf(bytes.join("")), charset).text;
}

function char(hex: string): string {
	return String.fromCharCode(Number.parseInt(hex, 16));
}

/** Splits at semicolons that stand in no quotation marks. */
function splitParameters(raw: string): readonly string[] {
	return raw.slice(0, longestLine).match(/(?:"(?:[^"\\]|\\[^])*"?|[^";])+/g) ?? [];
}

function unquoted(text: string): string {
	return text.startsWith('"') ? text.replace(/^"|"\s*$/g, "").replace(/\\([^])/g, "$1") : text.replace(/\s.*$/, "");
}

/** `=?utf-8?Q?caf=C3=A9?=` (RFC 2047); blanks between two such words are none of the text. */
const encodedWord = /=\?([\w.:+-]{1,60})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?]{0,2000})\?=/g;

/** The text of a field: words in other character sets decoded, and other bytes as UTF-8. */
export function decodeWords(raw: string): string {
	const near = raw.replace(/(\?=)\s{1,20}(?==\?)/g, "$1");
	let end = 0;
	let text = "";
	/** Bytes of words of one character set, which may part a character (against section 5, and often done). */
	let open: { charset: string; bytes: string } | undefined;
	const close = () => {
		if (open) text += decodeText(bytesOf(open.bytes), open.charset).text;
		open = undefined;
	};
	for (const match of near.matchAll(encodedWord)) {
		const [whole, charset = "", encoding = "", written = ""] = match;
		if (match.index > end || (open && open.charset !== charset.toLowerCase())) close();
		text += plainBytes(near.slice(end, match.index));
		open = { charset: charset.toLowerCase(), bytes: (open?.bytes ?? "") + decodeWord(written, encoding) };
		end = match.index + whole.length;
	}
	close();
	return text + plainBytes(near.slice(end));
}

function decodeWord(written: string, encoding: string): ByteString {
	return byteStringOf(
		encoding.toLowerCase() === "b" ? decodeBase64(written) : decodeQuotedPrintable(written.replace(/_/g, "=20")),
	);
}

function plainBytes(text: string): string {
	return /[\u0080-\u00ff]/.test(text) && !/[\u0100-\uffff]/.test(text) ? decodeText(bytesOf(text), "").text : text;
}
