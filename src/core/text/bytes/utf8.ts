// UTF-8 with places where it is broken (RFC 3629, section 4).

/** What a walk over the bytes shows: the broken places, and how many characters of several bytes are right. */
export interface Utf8Scan {
	/** Offsets of the first bytes of broken sequences with their lengths, up to a number of them. */
	readonly broken: readonly { readonly at: number; readonly length: number }[];
	readonly brokenCount: number;
	readonly multiByteCount: number;
}

/** More broken places than these are counted only. */
const mostNoted = 10_000;

export function scanUtf8(content: Uint8Array): Utf8Scan {
	const broken: { at: number; length: number }[] = [];
	let brokenCount = 0;
	let multiByteCount = 0;
	let at = 0;
	while (at < content.length) {
		const lead = content[at] ?? 0;
		if (lead < 0x80) {
			at++;
			continue;
		}
		const width = widthOf(lead);
		const valid = width === 0 ? 0 : validLength(content, at, width);
		if (width > 0 && valid === width) {
			multiByteCount++;
			at += width;
			continue;
		}
		const length = Math.max(1, valid);
		if (broken.length < mostNoted) broken.push({ at, length });
		brokenCount++;
		at += length;
	}
	return { broken, brokenCount, multiByteCount };
}

/** The text with U+FFFD for each broken sequence, and the offsets of these in it. */
export function repairUtf8(content: Uint8Array, { broken }: Utf8Scan): { text: string; places: readonly number[] } {
	const parts: string[] = [];
	const places: number[] = [];
	let length = 0;
	let from = 0;
	const add = (part: string): void => {
		parts.push(part);
		length += part.length;
	};
	const decode = (end?: number): string =>
		new TextDecoder("utf-8", { ignoreBOM: from > 0 }).decode(content.subarray(from, end));
	for (const { at, length: width } of broken) {
		add(decode(at));
		places.push(length);
		add("\ufffd");
		from = at + width;
	}
	add(decode());
	return { text: parts.join(""), places };
}

/** How many bytes a character has by its first one; 0 for a byte that begins none. */
function widthOf(lead: number): number {
	if (lead >= 0xc2 && lead < 0xe0) return 2;
	if (lead >= 0xe0 && lead < 0xf0) return 3;
	return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** How many bytes from the first on may belong to one character: all of them when it is whole. */
function validLength(content: Uint8Array, at: number, width: number): number {
	const lead = content[at] ?? 0;
	for (let i = 1; i < width; i++) {
		const byte = content[at + i];
		if (byte === undefined || (byte & 0xc0) !== 0x80) return i;
		if (i > 1) continue;
		const isOutside =
			(lead === 0xe0 && byte < 0xa0) ||
			(lead === 0xed && byte >= 0xa0) ||
			(lead === 0xf0 && byte < 0x90) ||
			(lead === 0xf4 && byte >= 0x90);
		if (isOutside) return 1;
	}
	return width;
}
