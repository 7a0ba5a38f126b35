// Scans the running text of Pandoc's Markdown once, from left to right, for keys and the brackets around them.
// Source: Pandoc User's Guide, "Citation syntax"; Quarto, "Cross References"; CommonMark 0.31, section 6.

import type { TextRange } from "../../paper";
import type { Zone } from "../citation";

export interface Mark {
	readonly key: string;
	/** The key alone, without `@` or braces. */
	readonly range: TextRange;
	/** With `@`, braces and the `-` that leaves out the author. */
	readonly whole: TextRange;
}

/** A pair of brackets; `marks` are the keys in it that are in no bracketed citation of their own. */
export interface Bracket extends TextRange {
	readonly marks: readonly Mark[];
	/** Offsets of the semicolons directly in it. */
	readonly breaks: readonly number[];
	/** `[a](b)`, `[a][b]`, `[a]{b}`, `![a]`, `^[a]`: something other than a citation or a locator. */
	readonly isOther: boolean;
}

export interface Inline {
	readonly marks: readonly Mark[];
	readonly brackets: readonly Bracket[];
	readonly zones: readonly Zone[];
}

/** Quarto's reserved prefixes, and those of pandoc-crossref, which ends them with a colon. */
const reference =
	/^(?:[Ff]ig|[Tt]bl|[Ss]ec|[Ee]q|[Ll]st|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr|[Rr]em|[Ss]ol|[Aa]lg|[Nn]te|[Tt]ip|[Ww]rn|[Ii]mp|[Cc]au)[-:]/;

/** "starts with a letter, digit, or _, and contains only alphanumerics and single internal punctuation characters". */
const simpleKey = /[\p{L}\p{N}_*](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;

const bracedKey = /\{((?:[^{}\r\n]|\{[^{}\r\n]*\})+)\}/y;

/** Whether Pandoc reads the key without braces. */
export function isSimpleKey(key: string): boolean {
	simpleKey.lastIndex = 0;
	return simpleKey.exec(key)?.[0] === key && !key.startsWith("*") && !reference.test(key);
}

const token =
	/\\[^]|`+|<!--|<|(?:https?|ftp|mailto|doi):[^\s<>"'`\]\\]*|\$|\{\{<|\{[#.:=][^{}\r\n]*\}|\[\^[^\]\s]+\]|[[\];@]|\r?\n[^\S\n]*\r?\n/g;

const emptyLine = /\r?\n[^\S\n]*\r?\n/g;

/** What is opened and not closed within so many characters was not meant to be. */
const longestPair = 4000;

/** A run of backquotes that is longer was not meant to begin code. */
const longestFence = 100;

interface Frame {
	readonly start: number;
	readonly marks: Mark[];
	readonly breaks: number[];
}

class Scanner {
	readonly marks: Mark[] = [];
	readonly brackets: Bracket[] = [];
	readonly zones: Zone[] = [];
	#open: Frame[] = [];
	#paragraph = 0;

	/** The end of the part that is read. */
	end = 0;

	constructor(readonly text: string) {}

	/** Reads one token; gives the offset behind what it makes up. */
	read(found: string, start: number): number {
		const end = start + found.length;
		switch (found.charAt(0)) {
			case "\\":
				return this.#zone(start, end, { kind: "token", place: "command" });
			case "`":
				return this.#code(found, start);
			case "<":
				return this.#angle(found, start);
			case "$":
				return this.#pair(/\$\$[^]+?\$\$|\$(?=\S)[^$]*?[^\s$\\]\$(?!\d)/y, start, "math") ?? end;
			case "{":
				return found === "{{<"
					? (this.#pair(/\{\{<[^\r\n]*?>\}\}/y, start, "argument") ?? end)
					: this.#zone(start, end);
			case "[":
				if (found.length > 1) return this.#zone(start, end);
				this.#open.push({ start, marks: [], breaks: [] });
				return end;
			case ";":
				this.#open.at(-1)?.breaks.push(start);
				return end;
			case "]":
				return this.#close(start);
			case "@":
				return this.#key(start);
			case "\r":
			case "\n":
				this.flush();
				return end;
			default:
				return this.#zone(start, start + found.replace(/[.,;:!?)]+$/, "").length, { place: "address" });
		}
	}

	/** An empty line or a block ends what has been opened. */
	flush(): void {
		for (const frame of this.#open) this.marks.push(...frame.marks);
		this.#open = [];
	}

	#zone(
		start: number,
		end: number,
		{ kind = "span", place = "argument" }: Partial<Pick<Zone, "kind" | "place">> = {},
	): number {
		this.zones.push({ start, end, kind, place });
		return end;
	}

	/** A pattern from here, in this paragraph. */
	#pair(pattern: RegExp, start: number, place: Zone["place"]): number | undefined {
		const paragraph = this.text.slice(start, Math.min(this.#paragraphEnd(start), start + longestPair));
		pattern.lastIndex = 0;
		const found = pattern.exec(paragraph)?.[0];
		return found === undefined ? undefined : this.#zone(start, start + found.length, { place });
	}

	/** Found once a paragraph. */
	#paragraphEnd(from: number): number {
		if (from < this.#paragraph) return this.#paragraph;
		emptyLine.lastIndex = from;
		this.#paragraph = Math.min(emptyLine.exec(this.text)?.index ?? this.end, this.end);
		return this.#paragraph;
	}

	#code(fence: string, start: number): number {
		if (fence.length > longestFence) return start + fence.length;
		const closed = new RegExp(`${fence}(?!\`)[^]*?[^\`]${fence}(?!\`)`, "y");
		return this.#pair(closed, start, "code") ?? start + fence.length;
	}

	#angle(found: string, start: number): number {
		if (found === "<!--") {
			const close = this.text.indexOf("-->", start);
			return this.#zone(start, close < 0 || close > this.end ? this.end : close + 3, { place: "comment" });
		}
		const tag = /<(?:[A-Za-z][\w+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+|\/?[A-Za-z][^<>]*)>/y;
		return this.#pair(tag, start, "address") ?? start + 1;
	}

	#close(at: number): number {
		const frame = this.#open.pop();
		if (!frame) return at + 1;
		const { start, marks, breaks } = frame;
		const end = at + 1;
		const before = this.text.charAt(start - 1);
		const tail = this.#tail(at, start);
		const isOther = tail > end || ((before === "!" || before === "^") && this.text.charAt(start - 2) !== "\\");
		this.brackets.push({ start, end, marks, breaks, isOther });
		const isCitation = !isOther && marks.length > 0;
		// What a definition, `[@tag:a]: doi:10.1/x`, names is not cited there.
		const isDefinition = this.text[end] === ":" && tail > end;
		if (!isCitation && !isDefinition) (this.#open.at(-1)?.marks ?? this.marks).push(...marks);
		return tail;
	}

	/** The end of the target behind `]`: `(address)`, `[label]`, `{attributes}`, or `: address` at the start of a line. */
	#tail(at: number, start: number): number {
		const target = /\]\((?:[^()\\\r\n]|\\.|\([^()\r\n]*\))*\)|\]\[[^[\]@\r\n]*\]|\]\{[^{}\r\n]*\}|\]:[^\r\n]*/y;
		target.lastIndex = at;
		const found = target.exec(this.text)?.[0];
		if (found === undefined) return at + 1;
		const isDefinition = found.startsWith("]:");
		if (isDefinition && !/(?:^|[\r\n])[ \t]*$/.test(this.text.slice(Math.max(0, start - 20), start))) return at + 1;
		return isDefinition
			? this.#zone(start, at + found.length, { kind: "block", place: "address" })
			: this.#zone(at, at + found.length, { place: "address" });
	}

	/** An e-mail address, or whatever else has an `@` in the middle. */
	#address(start: number): number {
		const local = /[\p{L}\p{N}.+-]*$/u.exec(this.text.slice(Math.max(0, start - 64), start))?.[0].length ?? 0;
		const domain = /@(?:[\p{L}\p{N}-]|\.(?=[\p{L}\p{N}]))*/uy;
		domain.lastIndex = start;
		return this.#zone(start - local, start + (domain.exec(this.text)?.[0].length ?? 1), { place: "address" });
	}

	#key(start: number): number {
		if (/[\p{L}\p{N}]/u.test(this.text.charAt(start - 1))) return this.#address(start);
		const braced = this.text.charAt(start + 1) === "{";
		const pattern = braced ? bracedKey : simpleKey;
		pattern.lastIndex = start + 1;
		const match = pattern.exec(this.text);
		if (!match) return start + 1;
		const end = start + 1 + match[0].length;
		const key = match[1] ?? match[0];
		if (key.startsWith("*")) return end;
		if (!braced && reference.test(key)) return this.#zone(start, end, { kind: "token" });
		const from = this.text.charAt(start - 1) === "-" ? start - 1 : start;
		const range = braced ? { start: start + 2, end: end - 1 } : { start: start + 1, end };
		(this.#open.at(-1)?.marks ?? this.marks).push({ key, range, whole: { start: from, end } });
		return end;
	}
}

/** Reads the text outside these blocks, which are in order. */
export function scanInline(text: string, blocks: readonly TextRange[]): Inline {
	const scanner = new Scanner(text);
	let from = 0;
	for (const { start, end } of [...blocks, { start: text.length, end: text.length }]) {
		scanner.end = start;
		token.lastIndex = from;
		for (let match = token.exec(text); match && match.index < start; match = token.exec(text)) {
			const next = scanner.read(match[0], match.index);
			// A line break that ends one pair of lines may start the next.
			token.lastIndex = /^\r?\n/.test(match[0]) ? next - 1 : next;
			if (next > start) break;
		}
		scanner.flush();
		from = end;
	}
	return scanner;
}
