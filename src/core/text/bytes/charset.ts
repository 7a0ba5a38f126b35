// The encoding of a text that is no UTF-8: as it says itself, else as its bytes look.

/**
 * The encoding that a file names in its beginning: XML's declaration (XML 1.0, section 4.3.3), HTML's `meta`
 * (HTML Standard, "prescan a byte stream"), JabRef's comment in a .bib file.
 */
export function declaredCharset(content: Uint8Array): string | undefined {
	const head = String.fromCharCode(...content.subarray(0, 1024)).replace(/^\xef\xbb\xbf/, "");
	const named = /^\s*</.test(head)
		? (/^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head) ??
			/<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head))
		: /^%\s*Encoding:\s*([\w.:-]{2,40})/i.exec(head);
	const label = named?.[1]?.toLowerCase().replace(/^iso8859_/, "iso-8859-");
	// What could be read as far as here is no UTF-16 (HTML Standard, the same place).
	return label === undefined || /^(?:utf|ucs|unicode)/.test(label) ? undefined : label;
}

/**
 * Decodes with an encoding of the WHATWG Encoding Standard; `undefined` for one that is not known here. Node 20 decodes
 * `windows-1252` as Latin-1 (nodejs/node issue 56542), and the Standard takes Latin-1 for Windows-1252.
 */
export function decodeAs(content: Uint8Array, charset: string, fatal = false): string | undefined {
	try {
		const decoder = new TextDecoder(charset, { fatal });
		return decoder.encoding === "windows-1252" ? windows1252(content) : decoder.decode(content);
	} catch {
		return undefined;
	}
}

/** What the bytes 0x80 to 0x9F are in Windows-1252 (WHATWG Encoding, index-windows-1252). */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

export function windows1252(content: Uint8Array): string {
	const text = new TextDecoder("windows-1252").decode(content);
	return text.replace(/[\u0080-\u009f]/g, char => upper.charAt(char.charCodeAt(0) - 0x80));
}

/**
 * The encoding of East Asia that bytes look like. In Latin letters one byte above 0x7F stands alone mostly; in these
 * encodings they come in pairs, and which pairs says which of them it is.
 */
export function guessedCharset(content: Uint8Array): string | undefined {
	const sample = content.subarray(0, 65536);
	const { pairs, singles, kana, hangul } = pairsOf(sample);
	if (isShiftJis(sample)) return "shift_jis";
	if (pairs < 2 || singles > pairs * 0.05) return undefined;
	if (kana > pairs * 0.2) return "euc-jp";
	return hangul > pairs * 0.95 && pairs > 20 ? "euc-kr" : "gb18030";
}

interface Pairs {
	pairs: number;
	singles: number;
	/** Pairs of row 4 of JIS X 0208, hiragana. */
	kana: number;
	/** Pairs of the rows of KS X 1001 that hold Hangul. */
	hangul: number;
}

function pairsOf(sample: Uint8Array): Pairs {
	const found: Pairs = { pairs: 0, singles: 0, kana: 0, hangul: 0 };
	for (let i = 0; i < sample.length; i++) {
		const lead = sample[i] ?? 0;
		if (lead < 0x80) continue;
		const trail = sample[i + 1] ?? 0;
		if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) {
			found.pairs++;
			if (lead === 0xa4) found.kana++;
			if (lead >= 0xb0 && lead <= 0xc8) found.hangul++;
			i++;
		} else found.singles++;
	}
	return found;
}

/** Shift_JIS is told by its kana: a text in Japanese has more of them than of anything else. */
function isShiftJis(sample: Uint8Array): boolean {
	const text = decodeAs(sample, "shift_jis");
	if (text === undefined) return false;
	const kana = text.match(/[\u3041-\u30fe]/g)?.length ?? 0;
	const bad = text.match(/\ufffd/g)?.length ?? 0;
	const others = text.match(/[\u00a0-\u303f\u3400-\uffef]/g)?.length ?? 0;
	return kana >= 4 && bad <= 1 && kana * 3 > others;
}

/** The byte order of UTF-16: by the mark (Unicode 15, section 23.8), else by where the zeros of Latin letters are. */
export function utf16Of(content: Uint8Array): "utf-16le" | "utf-16be" | undefined {
	if (content[0] === 0xff && content[1] === 0xfe) return "utf-16le";
	if (content[0] === 0xfe && content[1] === 0xff) return "utf-16be";
	const sample = content.subarray(0, 4096 - (content.length > 4096 ? 0 : content.length % 2));
	if (sample.length < 4) return undefined;
	const zeros = [0, 0];
	for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	const pairs = sample.length / 2;
	const name = odd > even ? "utf-16le" : "utf-16be";
	const [more, fewer] = odd > even ? [odd, even] : [even, odd];
	if (fewer > pairs * 0.02 || more <= fewer) return undefined;
	if (more > pairs * 0.5) return name;
	return more > pairs * 0.01 && fewer === 0 && isPlausible(sample, name) ? name : undefined;
}

/** Whether text in another script than Latin comes out: letters, signs and blanks of scripts in use, and a line end. */
function isPlausible(sample: Uint8Array, name: "utf-16le" | "utf-16be"): boolean {
	const text = new TextDecoder(name).decode(sample);
	const known = text.match(inUse);
	return (known?.length ?? 0) > text.length * 0.97;
}

const inUse =
	/[\p{sc=Common}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Devanagari}\p{sc=Thai}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}\p{sc=Hangul}]/gu;
