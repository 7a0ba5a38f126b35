// LaTeX in running text to Unicode and back. Math stays LaTeX, as `$…$`. Total and linear: one pass, no look back.

import { accents, hidden, letters, marksBelow, mathSigns, signs, silent, transparent, wrapping } from "./latexTables";
import { mathFinder, mathSpans } from "./math";

export interface LatexOptions {
	/**
	 * The text is a mail or a page in which some LaTeX was left, not LaTeX: ordinary braces, `~`, `--` and quotes mean
	 * themselves, and a backslash may be Markdown's. Without it the text is a value of a .bib file.
	 */
	readonly plain?: boolean;
}

/** A text in Unicode, and the first 1,000 commands in it that are not known: names, and places in the input. */
export interface DecodedLatex {
	readonly text: string;
	readonly unknown: readonly { readonly name: string; readonly offset: number }[];
}

/**
 * Unicode for LaTeX in running text: escapes, accents in all spellings, letters and signs by name, ligatures; commands
 * that change the font vanish and their arguments stay; an unknown command is shown by its name and reported. Math is
 * kept as `$…$`. The names are those of LaTeX's kernel (source2e, ltoutenc.dtx) and of textcomp.
 */
export function decodeLatex(text: string, options: LatexOptions = {}): DecodedLatex {
	const isPlain = options.plain ?? false;
	if (!(isPlain ? /[\\$]/ : /[\\{}$~`'-]/).test(text)) return { text, unknown: [] };
	return new Decoder(text, isPlain).run();
}

/** A brace that is open: where its text begins in the output, and what its closing writes. */
interface Group {
	readonly part: number;
	readonly close: string;
	readonly isHidden: boolean;
}

/** More unknown commands than this say only that the text is no running text. */
const mostUnknown = 1000;

/** Marks that one letter may carry; more is no text any more. */
const mostMarks = 8;

class Decoder {
	readonly #text: string;
	readonly #isPlain: boolean;
	readonly #mathAt: ReturnType<typeof mathFinder>;
	readonly #parts: string[] = [];
	readonly #groups: Group[] = [];
	readonly #unknown: { name: string; offset: number }[] = [];
	/** Accents read whose letter has not come yet; the last one is the nearest to the letter. */
	readonly #marks: { mark: string; bare: string }[] = [];
	/** In a plain text, whether `\"` and `\'` are quotation marks rather than accents. */
	readonly #hasEscapedQuotes: boolean;
	#at = 0;

	constructor(text: string, isPlain: boolean) {
		this.#text = text;
		this.#isPlain = isPlain;
		this.#mathAt = mathFinder(text, true);
		this.#hasEscapedQuotes = isPlain && /\\["'](?![\\{A-Za-z])|[A-Za-z]\\'s\b/.test(text);
	}

	run(): DecodedLatex {
		const text = this.#text;
		const special = this.#isPlain ? /[\\{}$]/g : /[\\{}$~`'?!-]/g;
		while (this.#at < text.length) {
			special.lastIndex = this.#at;
			const next = special.exec(text)?.index ?? text.length;
			if (next > this.#at) {
				this.#emit(text.slice(this.#at, next));
				this.#at = next;
			} else this.#special(text.charAt(next));
		}
		this.#dropMarks();
		for (const group of this.#groups) if (this.#parts[group.part] === "") this.#parts[group.part] = "{";
		return { text: this.#parts.join(""), unknown: this.#unknown };
	}

	#special(char: string): void {
		const math = char === "$" || char === "\\" ? this.#mathAt(this.#at) : undefined;
		if (math) {
			this.#dropMarks();
			this.#push(`$${math.content.trim()}$`);
			this.#at = math.end;
		} else if (char === "\\") this.#command();
		else if (char === "{") this.#open();
		else if (char === "}") this.#close();
		else this.#ligature(char);
	}

	/** Writes text, putting the waiting accents on its first letter; blanks between an accent and its letter vanish. */
	#emit(text: string): void {
		if (this.#marks.length === 0) {
			this.#push(text);
			return;
		}
		const trimmed = text.replace(/^[ \t\r\n]+/, "");
		if (trimmed === "") return;
		const base = String.fromCodePoint(trimmed.codePointAt(0) ?? 0);
		if (!/^\p{L}/u.test(base)) {
			this.#dropMarks();
			this.#push(text);
			return;
		}
		const marks = this.#marks.splice(0).reverse().slice(0, mostMarks);
		const letter = base === "ı" ? "i" : base === "ȷ" ? "j" : base;
		this.#push((letter + marks.map(({ mark }) => mark).join("")).normalize("NFC"));
		this.#push(trimmed.slice(base.length));
	}

	#push(text: string): void {
		if (text !== "") this.#parts.push(text);
	}

	/** Accents that no letter follows: `\~{}` is a tilde, `\"` before a blank a quotation mark. */
	#dropMarks(): void {
		for (const { bare } of this.#marks.splice(0)) this.#push(bare);
	}

	#ligature(char: string): void {
		const rest = this.#text.slice(this.#at, this.#at + 3);
		const [source, shown] = ligatures.find(([written]) => rest.startsWith(written)) ?? [char, char];
		this.#at += source.length;
		this.#emit(shown);
	}

	/** Opens a group; its braces are shown only in a plain text that does not use them for LaTeX. */
	#open(group: Partial<Group> = {}): void {
		const isArgument = group.close !== undefined || group.isHidden === true || this.#marks.length > 0;
		const isShown = this.#isPlain && !isArgument && this.#text[this.#at + 1] !== "\\";
		this.#at++;
		if (isShown) this.#emit("{");
		else this.#parts.push("");
		const part = this.#parts.length - 1;
		this.#groups.push({ part, close: isShown ? "}" : "", isHidden: false, ...group });
	}

	#close(): void {
		this.#at++;
		this.#dropMarks();
		const group = this.#groups.pop();
		if (group?.isHidden) {
			this.#parts.length = group.part;
			if (this.#isBrace()) this.#open({ close: "" });
		} else this.#push(group ? group.close : "}");
	}

	#command(): void {
		const offset = this.#at;
		nameOrChar.lastIndex = offset + 1;
		const name = nameOrChar.exec(this.#text)?.[0] ?? "";
		this.#at += 1 + name.length;
		if (/^[A-Za-z]/.test(name)) this.#named(name, offset);
		else if (accents.has(name) && !(this.#hasEscapedQuotes && /["']/.test(name))) this.#accent(name);
		else this.#escape(name);
	}

	#accent(name: string): void {
		const follows = this.#text.slice(this.#at, this.#at + 3);
		const isWord = /^[a-z]/i.test(name);
		const expected = isWord
			? name === "t"
				? /^\{/
				: /^(?:\s?[\\{]|\s[a-z])/i
			: this.#isPlain
				? /^[\\{a-z]/i
				: /^/;
		if (expected.test(follows)) this.#marks.push({ mark: accents.get(name) ?? "", bare: isWord ? "" : name });
		else if (isWord) this.#showName(name, this.#at - name.length - 1);
		else this.#emit(name);
	}

	/** A backslash and a character that is no letter: an escape, a space, or nothing that LaTeX knows. */
	#escape(char: string): void {
		if (char === "") this.#emit("\\");
		else if (/[\d\s]|[^ -~]/.test(char) && char !== " ") {
			this.#at -= char.length;
			this.#emit("\\");
		} else if (this.#isPlain) this.#emit(char);
		else this.#emit(escapes.get(char) ?? char);
	}

	#named(name: string, offset: number): void {
		const letter = letters.get(name);
		const sign = letter ?? signs.get(name) ?? mathSigns.get(name);
		const wrap = wrapping.get(name);
		if (sign !== undefined) {
			this.#skipAfterName(letter !== undefined);
			this.#emit(sign);
		} else if (accents.has(name)) this.#accent(name);
		else if (silent.has(name)) this.#skipAfterName(true);
		else if (wrap && this.#isBrace()) {
			this.#emit(wrap[0]);
			this.#open({ close: wrap[1] });
		} else if (hidden.has(name) && this.#isBrace()) this.#open({ isHidden: true });
		else if (transparent.has(name) && this.#isBrace()) this.#open({ close: "" });
		else if (name === "ensuremath") this.#ensureMath();
		else if (name === "par" || name === "newline") this.#emit(" ");
		else this.#showName(name, offset);
	}

	/** `\ensuremath{…}` is math wherever it stands. */
	#ensureMath(): void {
		simpleArgument.lastIndex = this.#at;
		const [whole = "", content = ""] = simpleArgument.exec(this.#text) ?? [];
		this.#at += whole.length;
		this.#emit(content.trim() === "" ? "" : `$${content.trim()}$`);
	}

	#showName(name: string, offset: number): void {
		if (this.#unknown.length < mostUnknown) this.#unknown.push({ name, offset });
		this.#emit(name);
		if (this.#text.startsWith("{}", this.#at)) this.#at += 2;
	}

	/** Passes over what ends a command's name: `{}`, or the blanks after it, which in a plain text part words. */
	#skipAfterName(isWithinWord: boolean): void {
		if (this.#text.startsWith("{}", this.#at)) this.#at += 2;
		else if (!this.#isPlain || isWithinWord) {
			blanks.lastIndex = this.#at;
			this.#at += blanks.exec(this.#text)?.[0].length ?? 0;
		}
	}

	#isBrace(): boolean {
		return this.#text[this.#at] === "{";
	}
}

const nameOrChar = /[A-Za-z]+|[^A-Za-z]/y;
const simpleArgument = /\{((?:[^{}$]|\{[^{}$]{0,200}\}){0,500})\}/y;
const blanks = /[ \t]*(?:\r?\n[ \t]*)?/y;

/** Longer ones first. TeXbook, chapter 9; `~` is a blank that no line ends at. */
const ligatures: readonly (readonly [string, string])[] = [
	["---", "—"],
	["--", "–"],
	["``", "“"],
	["''", "”"],
	["`", "‘"],
	["?`", "¿"],
	["!`", "¡"],
	["~", "\u00a0"],
];

/** Control symbols that are not themselves: spaces, and things that only guide the breaking of lines. */
const escapes: ReadonlyMap<string, string> = new Map([
	[",", "\u2009"],
	[":", "\u205f"],
	[";", "\u2004"],
	[">", "\u2005"],
	["!", ""],
	["-", ""],
	["/", ""],
	["@", ""],
	["\\", " "],
]);

/** What stands for a character in LaTeX's running text. Braces by name: BibTeX counts those that are escaped too. */
const written: ReadonlyMap<string, string> = new Map([
	...[...mathSigns].reverse().map(([name, char]) => [char, `$\\${name}$`] as const),
	...[...signs, ...letters].reverse().map(([name, char]) => [char, `{\\${name}}`] as const),
	...["&", "%", "#", "_", "$"].map(char => [char, `\\${char}`] as const),
	...["/", "[", "]", "'", '"'].map(char => [char, char] as const),
	...ligatures.filter(([source]) => source !== "`").map(([source, char]) => [char, source] as const),
	["\u2009", "\\,"],
]);

const markNames = new Map([...accents].map(([name, mark]) => [mark, name]));
const letterNames = new Map([...letters].map(([name, char]) => [char, `\\${name}`]));

/**
 * LaTeX for a text in Unicode, as a classic BibTeX file needs it: accents as `{\"a}`, the characters that TeX reserves
 * escaped, math in `$…$` kept. A character without a form in LaTeX stays. `decodeLatex` gives the text back.
 */
export function encodeLatex(text: string): string {
	const parts: string[] = [];
	let at = 0;
	for (const { start, end, content } of mathSpans(text)) {
		encodeText(text.slice(at, start), parts);
		parts.push(`$${content.trim()}$`);
		at = end;
	}
	encodeText(text.slice(at), parts);
	return parts.join("");
}

function encodeText(text: string, parts: string[]): void {
	for (const [char] of text.normalize("NFC").matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
		const piece = written.get(char) ?? (/^[ -~]$/.test(char) ? char : accented(char));
		const last = parts.at(-1)?.slice(-1) ?? "";
		if (/[-'`]/.test(piece[0] ?? "") && (last === piece[0] || (piece.startsWith("`") && /[?!]/.test(last)))) {
			parts.push("{}");
		}
		parts.push(piece);
	}
}

/** A letter with its marks as nested accents, or as it is when LaTeX has no name for one of them. */
function accented(char: string): string {
	const [base = "", ...marks] = char.normalize("NFD");
	const names = marks.map(mark => markNames.get(mark) ?? "");
	const letter = /^[a-z]$/i.test(base) ? base : letterNames.get(base);
	if (letter === undefined || names.length === 0 || names.includes("")) return char;
	// LaTeX knows these over an `i` and sets them without its dot; Pandoc reads `\'{\i}` as a dotless letter and a mark.
	const isKnown = base === "i" && marks.length === 1 && /^[`'^"]$/.test(names[0] ?? "");
	const isDotless = !isKnown && /^[ij]$/.test(base) && marks.some(mark => !marksBelow.has(mark));
	const nested = names.reduce(
		(inner, name) => (/^[a-z]/i.test(name) || inner.length > 1 ? `\\${name}{${inner}}` : `\\${name}${inner}`),
		isDotless ? `\\${base}` : letter,
	);
	return `{${nested}}`;
}
