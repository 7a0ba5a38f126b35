// Forms of text that compare equal when a reader would call them the same.

/** Lower case, compatibility forms and diacritics folded (Unicode UAX #15, NFKD; marks of category Mn removed). */
export function fold(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{Mn}+/gu, "")
		.toLowerCase()
		.replace(/ß/g, "ss")
		.replace(/[æ]/g, "ae")
		.replace(/[œ]/g, "oe")
		.replace(/ø/g, "o")
		.replace(/ł/g, "l")
		.replace(/đ/g, "d")
		.replace(/ı/g, "i");
}

/** The letters and digits of a title, folded, words apart by one space: equal for the same title in other dress. */
export function normalizeTitle(title: string): string {
	return fold(title.replace(/[$^_{}\\]/g, ""))
		.replace(/['’]/g, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** FNV-1a, 64 bits, of the UTF-16 units, as 16 hexadecimal digits (Fowler, Noll, Vo; draft-eastlake-fnv). */
export function hash(text: string): string {
	// The 64 bits in four parts of 16, as products of 16 bits stay exact; BigInt is twenty times slower.
	let [a, b, c, d] = [0xcbf2, 0x9ce4, 0x8422, 0x2325];
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		d ^= code;
		// The prime is 2^40 + 0x1b3.
		const d1 = d * 0x1b3;
		const c1 = c * 0x1b3 + (d1 >>> 16);
		const b1 = b * 0x1b3 + d * 0x100 + (c1 >>> 16);
		const a1 = a * 0x1b3 + c * 0x100 + (b1 >>> 16);
		[a, b, c, d] = [a1 & 0xffff, b1 & 0xffff, c1 & 0xffff, d1 & 0xffff];
	}
	return [a, b, c, d].map(part => part.toString(16).padStart(4, "0")).join("");
}

/** A text on one line: one blank between words, and none at its ends. */
export function oneLine(text: string): string {
	return text.replace(oddBlanks, " ").trim();
}

/** Runs of blanks and control characters that are not one space, of which a text is full. */
const oddBlanks = / [\s\p{Cc}]+|[^\S ][\s\p{Cc}]*|\p{Cc}[\s\p{Cc}]*/gu;
