// Bytes to text: byte order marks, UTF-8, UTF-16, and Windows-1252 for what is neither; files that are no text at all.

/** The text of a file, how it was encoded, and the first byte that was not UTF-8 when Windows-1252 was taken instead. */
export type DecodedBytes =
	| { readonly text: string; readonly encoding: "utf-8" | "utf-16le" | "utf-16be" }
	| { readonly text: string; readonly encoding: "windows-1252"; readonly firstBadByte: number }
	/** What the file is, for a sentence: `a PDF document`. */
	| { readonly notText: string };

/** First bytes of files that people take for a digest by mistake (PRONOM, the formats' own specifications). */
const signatures: readonly (readonly [string, string])[] = [
	["%PDF-", "a PDF document"],
	["PK\x03\x04", "a ZIP archive (also .docx and .epub are)"],
	["\x89PNG\r\n", "a PNG image"],
	["\xff\xd8\xff", "a JPEG image"],
	["GIF8", "a GIF image"],
	["\x1f\x8b", "a gzip archive"],
	["\xd0\xcf\x11\xe0", "an old Microsoft Office document"],
	["{\\rtf", "a rich text document"],
	["SQLite format 3", "an SQLite database"],
];

/**
 * Decodes a file: by its byte order mark (Unicode 15, section 23.8), else as strict UTF-8, else as UTF-16 when every
 * other byte is zero, else as Windows-1252, which the WHATWG Encoding Standard takes for Latin-1.
 */
export function decodeBytes(content: Uint8Array): DecodedBytes {
	const head = String.fromCharCode(...content.subarray(0, 16));
	const signature = signatures.find(([start]) => head.startsWith(start));
	if (signature) return { notText: signature[1] };
	const wide = utf16Of(content);
	if (wide) return { text: new TextDecoder(wide).decode(content), encoding: wide };
	const binary = binaryByte(content);
	if (binary !== undefined) return { notText: binary };
	try {
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(content), encoding: "utf-8" };
	} catch {
		return { text: windows1252(content), encoding: "windows-1252", firstBadByte: firstInvalidUtf8(content) };
	}
}

/** What the bytes 0x80 to 0x9F are in Windows-1252 (WHATWG Encoding, index-windows-1252). */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20 decodes `windows-1252` as Latin-1 (nodejs/node issue 56542), hence the second step. */
function windows1252(content: Uint8Array): string {
	const text = new TextDecoder("windows-1252").decode(content);
	return text.replace(/[\u0080-\u009f]/g, char => upper.charAt(char.charCodeAt(0) - 0x80));
}

function utf16Of(content: Uint8Array): "utf-16le" | "utf-16be" | undefined {
	if (content[0] === 0xff && content[1] === 0xfe) return "utf-16le";
	if (content[0] === 0xfe && content[1] === 0xff) return "utf-16be";
	const sample = content.subarray(0, 4096);
	if (sample.length < 4 || sample.length % 2 === 1) return undefined;
	const zeros = [0, 0];
	for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	const most = sample.length / 2;
	if (odd > most * 0.8 && even < most * 0.02) return "utf-16le";
	return even > most * 0.8 && odd < most * 0.02 ? "utf-16be" : undefined;
}

/** Control characters that no text holds; a stray one in many thousand bytes is let pass. */
function binaryByte(content: Uint8Array): string | undefined {
	let controls = 0;
	let first = -1;
	for (let i = 0; i < content.length; i++) {
		const byte = content[i] ?? 0;
		if (byte > 31 || (byte > 8 && byte < 14) || byte === 27) continue;
		if (first < 0) first = i;
		controls++;
	}
	if (controls * 2000 <= content.length) return undefined;
	return `binary data (byte ${first} is ${content[first] ?? 0})`;
}

/** Offset of the first byte that breaks UTF-8 (RFC 3629, section 4), or the length. */
function firstInvalidUtf8(content: Uint8Array): number {
	let at = 0;
	while (at < content.length) {
		const lead = content[at] ?? 0;
		const width =
			lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 ? 4 : 0;
		if (width === 0 || lead > 0xf4 || !isSequence(content, at, width)) return at;
		at += width;
	}
	return at;
}

function isSequence(content: Uint8Array, at: number, width: number): boolean {
	for (let i = 1; i < width; i++) if (((content[at + i] ?? 0) & 0xc0) !== 0x80) return false;
	const [lead = 0, next = 0] = content.subarray(at, at + 2);
	if (lead === 0xe0) return next >= 0xa0;
	if (lead === 0xed) return next < 0xa0;
	if (lead === 0xf0) return next >= 0x90;
	return lead !== 0xf4 || next < 0x90;
}
