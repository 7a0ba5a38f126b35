// Names as BibTeX reads and writes them: `First von Last`, `von Last, First`, `von Last, Jr, First`, `{A Group}`.
// Sources: btxdoc, section 4 "Names"; Tame the BeaST, section 11; biblatex manual, section 3.14 (`family=…`).

import type { Name } from "../../paper";

/** The names of an `author` or `editor` field, as written; `others` is left out. */
export function parseNames(raw: string, decode: (text: string) => string): Name[] {
	return splitAtDepthZero(raw, /\s+and\s+/iy)
		.map(name => name.trim())
		.filter(name => name !== "" && name.toLowerCase() !== "others")
		.map(name => parseName(name, decode));
}

function parseName(raw: string, decode: (text: string) => string): Name {
	const whole = /^\{([^]*)\}$/.exec(raw);
	if (whole && splitAtDepthZero(raw, /\s+|,/y).length === 1) return { literal: decode(whole[1] ?? "") };
	const parts = splitAtDepthZero(raw, /,/y).map(part => part.trim());
	if (/^(?:family|given|prefix|suffix)(?:-i)?\s*=/i.test(raw)) return extendedName(parts, decode);
	const [first = "", second, third] = parts;
	if (second === undefined) return withoutComma(words(first), decode);
	const { particle, family } = vonLast(words(first), decode);
	const [suffix, given] = third === undefined ? ["", second] : [second, parts.slice(2).join(" ")];
	return nameOf({ particle, family, suffix: decode(suffix), given: decode(given) });
}

/** biblatex's extended format: `family=Simon, given={A. B.}, prefix=de`. */
function extendedName(parts: readonly string[], decode: (text: string) => string): Name {
	const value = (name: string): string => {
		const part = parts.find(part => new RegExp(`^${name}\\s*=`, "i").test(part)) ?? "";
		return decode(part.replace(/^[^=]*=\s*/, "").replace(/^"([^]*)"$/, "$1"));
	};
	return nameOf({
		family: value("family"),
		given: value("given"),
		particle: value("prefix"),
		suffix: value("suffix"),
	});
}

/** `First von Last`: von is what starts in lower case, from the first such word to the last that is not the last word. */
function withoutComma(tokens: readonly string[], decode: (text: string) => string): Name {
	const von = tokens.findIndex((token, index) => index < tokens.length - 1 && isLower(token));
	const start = von < 0 ? tokens.length - 1 : von;
	const { particle, family } = vonLast(tokens.slice(start), decode);
	return nameOf({ particle, family, given: decode(tokens.slice(0, start).join(" ")), suffix: "" });
}

function vonLast(tokens: readonly string[], decode: (text: string) => string): { particle: string; family: string } {
	const isVon = tokens.map((token, index) => index < tokens.length - 1 && isLower(token));
	const end = isVon.lastIndexOf(true) + 1;
	return { particle: decode(tokens.slice(0, end).join(" ")), family: decode(tokens.slice(end).join(" ")) };
}

function nameOf({ family, given, particle, suffix }: Record<"family" | "given" | "particle" | "suffix", string>): Name {
	if (family === "") return { literal: given === "" ? particle : given };
	return {
		family,
		...(given === "" ? {} : { given }),
		...(particle === "" ? {} : { particle }),
		...(suffix === "" ? {} : { suffix }),
	};
}

function words(text: string): string[] {
	return splitAtDepthZero(text, /[\s~]+/y).filter(word => word !== "");
}

/** The case of a word is that of its first letter outside braces, or in a special character `{\'e}`. */
function isLower(word: string): boolean {
	let rest = word;
	for (;;) {
		const special = /^\{\\(?:[A-Za-z]+|.)[\s{]*(\p{L}?)/u.exec(rest);
		if (special) {
			const letter = special[1] === "" ? (/^\{\\(\p{L})/u.exec(rest)?.[1] ?? "") : (special[1] ?? "");
			return /\p{Ll}/u.test(letter);
		}
		// BibTeX would pass over `{M}` in `{M}ax`; whoever writes so means a capital.
		if (/^\{\p{Lu}/u.test(rest)) return false;
		if (rest.startsWith("{")) rest = rest.slice(braceEnd(rest));
		else if (/^\p{L}/u.test(rest)) return /^\p{Ll}/u.test(rest);
		else if (rest === "") return false;
		else rest = rest.replace(/^(?:\\(?:[A-Za-z]+|.)|[^])/u, "");
	}
}

function braceEnd(text: string): number {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === "{") depth++;
		else if (text[at] === "}" && --depth === 0) return at + 1;
	}
	return text.length;
}

/** Splits at a sticky pattern where no brace is open. */
function splitAtDepthZero(text: string, separator: RegExp): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (char === "{") depth++;
		else if (char === "}") depth--;
		if (depth !== 0) continue;
		separator.lastIndex = at;
		const found = separator.exec(text)?.[0];
		if (!found) continue;
		parts.push(text.slice(start, at));
		start = at + found.length;
		at = start - 1;
	}
	parts.push(text.slice(start));
	return parts;
}

/** `von Last, Jr, First`; what BibTeX would read as something else goes into braces. */
export function writeName(name: Name, encode: (text: string) => string): string {
	if ("literal" in name) return `{${encode(name.literal)}}`;
	const { family, given = "", particle = "", suffix = "" } = name;
	if (given === "" && (particle !== "" || suffix !== "" || /\s/.test(family))) {
		return `{${encode([particle, family, suffix].filter(part => part !== "").join(" "))}}`;
	}
	const last = [particle, guarded(family, encode, particle === "")].filter(part => part !== "");
	const parts = [last.join(" "), guarded(suffix, encode, false), guarded(given, encode, false)];
	return parts.filter(part => part !== "").join(", ");
}

/** A comma, the word `and`, or a family name that begins with a word in lower case, means itself only in braces. */
function guarded(part: string, encode: (text: string) => string, isFamily: boolean): string {
	const isOdd = /,|(?:^|\s)and(?:\s|$)/i.test(part) || (isFamily && /^\p{Ll}\S*\s/u.test(part));
	return isOdd ? `{${encode(part)}}` : encode(part);
}
