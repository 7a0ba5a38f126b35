// A tolerant parser of .bib files that keeps the place of everything. A broken entry costs only itself: reading goes on
// at the next `@word{` that starts a line. Sources: btxdoc (Patashnik 1988), section 2; Tame the BeaST, sections 1-3.

import type { TextRange } from "../../paper";
import type { ProblemCode } from "../../problems";
import {
	closer,
	lineEnd,
	trimmedEnd,
	type BibBlock,
	type BibField,
	type BibPart,
	type CommentedKey,
	type Fault,
	type ParsedBibtex,
	type Part,
} from "./blocks";

/** The start of a line that can only be a new entry: where reading goes on when a brace or a quote is lost. */
const restart = /[\r\n][ \t]*@(?:(?:string|preamble|comment)[ \t]*[{(]|[A-Za-z]\w*[ \t]*[{(]\s*[^\s,{}()="]+[ \t]*,)/i;

const blockStart = /@\s*([A-Za-z][^\s{}()"#%'=,@]*)\s*([{(])/g;

class Parser {
	readonly blocks: BibBlock[] = [];
	readonly commented: CommentedKey[] = [];
	readonly faults: Fault[] = [];
	#at = 0;

	constructor(readonly text: string) {}

	/** Parses a part; tells where it met a known block, if it did. */
	run({ from, isKnown }: Part): number | undefined {
		this.#at = from;
		let junk = from;
		for (let match = this.#nextBlock(); match; match = this.#nextBlock()) {
			this.#lost(junk, match.index);
			if (isKnown(match.index)) return match.index;
			this.#block(match);
			junk = this.#at;
		}
		this.#lost(junk, this.text.length);
		return undefined;
	}

	#nextBlock(): RegExpExecArray | undefined {
		for (;;) {
			blockStart.lastIndex = this.#at;
			const match = blockStart.exec(this.text);
			if (!match) return undefined;
			const line =
				this.text
					.slice(Math.max(this.#at, match.index - 200), match.index)
					.split(/[\r\n]/)
					.at(-1) ?? "";
			this.#at = match.index + match[0].length;
			if (/%/.test(line)) {
				const key = /^\s*([^\s,{}]+)\s*,/.exec(this.text.slice(this.#at, this.#at + 200))?.[1];
				if (key !== undefined) this.commented.push({ key, start: match.index });
			} else if (!/\w$/.test(line) && (line.trim() === "" || !/^@\s*[\r\n]/.test(match[0]))) return match;
		}
	}

	/** Text between blocks is a comment; text that looks like fields has fallen out of an entry. */
	#lost(start: number, end: number): void {
		if (start === 0) return;
		const match = /^[\s},]*\b([A-Za-z]+)\s*=\s*[{"\d]/.exec(this.text.slice(start, Math.min(end, start + 300)));
		if (match) this.#report("bib-lost-fields", start + match[0].indexOf(match[1] ?? ""), end, match[1] ?? "");
	}

	#block({ index, 0: found, 1: type = "", 2: open = "{" }: RegExpExecArray): void {
		const word = type.toLowerCase();
		const head = { type, open: open === "(" ? "(" : "{", start: index } as const;
		this.#at = index + found.length;
		if (word === "comment") return this.#comment(head);
		if (word === "preamble") {
			this.#value(head.open);
			this.#space();
			// TeX without braces or quotes, which BibTeX refuses and others read.
			if (this.text.charAt(this.#at) !== closer(head.open)) {
				const end = this.#balanced(this.#at, closer(head.open));
				if (end !== undefined) this.#at = end - 1;
			}
			return this.#finish("preamble", head, [], { start: this.#at, end: this.#at });
		}
		const keyRange = word === "string" ? { start: this.#at, end: this.#at } : this.#key(head);
		const fields = this.#fields(head, keyRange);
		this.#finish(word === "string" ? "string" : "entry", head, fields, keyRange);
	}

	/** BibTeX passes over the word alone; Biber and JabRef over the balanced braces, as here. */
	#comment({ type, open, start }: Head): void {
		const end = this.#balanced(this.#at, open === "(" ? ")" : "}");
		const range = { start, end: end ?? lineEnd(this.text, this.#at) };
		this.#at = range.end;
		const keyRange = { start: range.end, end: range.end };
		this.blocks.push({ kind: "comment", type, range, open, key: "", keyRange, fields: [], isClosed: true });
	}

	#finish(kind: BibBlock["kind"], head: Head, fields: readonly BibField[], keyRange: TextRange): void {
		this.#space();
		const isClosed = this.text.charAt(this.#at) === closer(head.open);
		if (isClosed) this.#at++;
		const key = this.text.slice(keyRange.start, keyRange.end);
		const end = isClosed ? this.#at : trimmedEnd(this.text, head.start, this.#at);
		this.blocks.push({
			...{ kind, type: head.type, range: { start: head.start, end }, open: head.open },
			...{ key, keyRange, fields, isClosed },
		});
		if (!isClosed) this.#report("bib-unclosed", head.start, end, key === "" ? `@${head.type}` : key);
	}

	#key({ type, open, start }: Head): TextRange {
		this.#space();
		const pattern = open === "(" ? /[^\s,=]*/y : /[^\s,={}]*/y;
		pattern.lastIndex = this.#at;
		const key = pattern.exec(this.text)?.[0] ?? "";
		const range = { start: this.#at, end: this.#at + key.length };
		const rest = /[^\S\r\n]*(?:([,})=])|([^,={}\r\n]+),)?/y;
		rest.lastIndex = range.end;
		const match = rest.exec(this.text);
		if (match?.[1] === "=" || key === "") {
			this.#report("bib-no-key", start, this.#at, type);
			return { start: this.#at, end: this.#at };
		}
		this.#at = range.end;
		if (match?.[2] !== undefined) {
			this.#report("bib-bad-key", range.start, range.end, `${key}${match[0].slice(0, -1)}`);
			this.#at = range.end + match[0].length - 1;
		} else if (match?.[1] === undefined) {
			this.#space();
			if (!/[,})]/.test(this.text.charAt(this.#at)))
				this.#report("bib-missing-comma", range.start, range.end, key);
		}
		return range;
	}

	#fields(head: Head, keyRange: TextRange): BibField[] {
		const fields: BibField[] = [];
		const close = closer(head.open);
		let hasComma = true;
		for (;;) {
			const before = this.#at;
			if (this.#space(",")) hasComma = true;
			const char = this.text.charAt(this.#at);
			if (char === close || char === "" || this.#isRestart(before)) return fields;
			const field = this.#field(head.open);
			if (field) {
				if (!hasComma) this.#report("bib-missing-comma", field.range.start, field.range.end, field.name);
				fields.push(field);
				hasComma = false;
			} else this.#skip(close, this.text.slice(keyRange.start, keyRange.end));
		}
	}

	#field(open: "{" | "("): BibField | undefined {
		const name = /([^\s=,{}()"#%@]+)\s*=/y;
		name.lastIndex = this.#at;
		const match = name.exec(this.text);
		if (!match) return undefined;
		const start = this.#at;
		this.#at += match[0].length;
		this.#space();
		const from = this.#at;
		const parts = this.#value(open);
		const end = trimmedEnd(this.text, from, this.#at);
		return { name: match[1] ?? "", range: { start, end }, value: { start: from, end }, parts };
	}

	/** Operands joined by `#`, up to what follows the value. */
	#value(open: "{" | "("): BibPart[] {
		const parts: BibPart[] = [];
		for (;;) {
			this.#space();
			const part = this.#part(open);
			if (!part) return parts;
			parts.push(part);
			const end = this.#at;
			this.#space();
			if (this.text.charAt(this.#at) !== "#") {
				this.#at = end;
				return parts;
			}
			this.#at++;
		}
	}

	#part(open: "{" | "("): BibPart | undefined {
		const char = this.text.charAt(this.#at);
		const start = this.#at + 1;
		if (char === "{" || char === '"') {
			const end = this.#balanced(start, char === "{" ? "}" : '"');
			// Not closed: to the next entry, or else to the end of the line.
			this.#at = end ?? this.#restartBehind(start) ?? lineEnd(this.text, start);
			const text = this.text.slice(start, end === undefined ? this.#at : end - 1);
			return { kind: char === "{" ? "braced" : "quoted", text };
		}
		const bare = open === "(" ? /[^\s,#{}()"=%@]+/y : /[^\s,#{}"=%@]+/y;
		bare.lastIndex = this.#at;
		const text = bare.exec(this.text)?.[0];
		if (text === undefined) return undefined;
		this.#at += text.length;
		return { kind: "bare", text };
	}

	/** What is no field: up to the next comma, the end of the line or of the entry. */
	#skip(close: string, key: string): void {
		const start = this.#at;
		const rest = this.text.slice(start, lineEnd(this.text, start));
		const cut = rest.search(close === ")" ? /[,)]/ : /[,}]/);
		this.#at = start + Math.max(1, cut < 0 ? rest.length : cut);
		this.#report("bib-no-field", start, this.#at, rest.slice(0, Math.max(1, cut < 0 ? 40 : cut)).trim(), key);
	}

	/**
	 * The offset behind the closing character at depth 0; `undefined` when a new entry or the end comes first. Braces
	 * count even behind a backslash (btxdoc, section 2, item 5).
	 */
	#balanced(from: number, close: "}" | ")" | '"'): number | undefined {
		const step = /[{}")]|[\r\n][ \t]*@[^\r\n]*/g;
		step.lastIndex = from;
		let depth = 0;
		for (let match = step.exec(this.text); match; match = step.exec(this.text)) {
			const found = match[0];
			if (found === close && depth === 0) return match.index + 1;
			if (found === "{") depth++;
			else if (found === "}") depth--;
			else if (found.length > 1) {
				if (this.#isRestart(match.index)) return undefined;
				step.lastIndex = match.index + found.indexOf("@") + 1;
			}
			if (depth < 0) return close === '"' ? undefined : match.index;
		}
		return undefined;
	}

	#isRestart(at: number): boolean {
		const match = restart.exec(this.text.slice(at, at + 300));
		return match !== null && this.text.slice(at, at + match.index).trim() === "";
	}

	#restartBehind(from: number): number | undefined {
		const step = /[\r\n][ \t]*@/g;
		step.lastIndex = from;
		for (let match = step.exec(this.text); match; match = step.exec(this.text)) {
			if (this.#isRestart(match.index)) return match.index;
		}
		return this.text.length;
	}

	/** Passes over white space, `%` comments between fields, and commas if told; tells whether there was a comma. */
	#space(mark?: ","): boolean {
		const blank = mark === undefined ? /[^\s%]|%|$/g : /[^\s%,]|%|$/g;
		const start = this.#at;
		for (;;) {
			blank.lastIndex = this.#at;
			this.#at = blank.exec(this.text)?.index ?? this.text.length;
			if (this.text.charAt(this.#at) !== "%") break;
			this.#at = lineEnd(this.text, this.#at);
		}
		return (
			mark !== undefined &&
			this.text
				.slice(start, this.#at)
				.replace(/%[^\r\n]*/g, "")
				.includes(mark)
		);
	}

	#report(code: ProblemCode, start: number, end: number, ...args: readonly string[]): void {
		this.faults.push({ code, range: { start, end: Math.max(start, end) }, args });
	}
}

interface Head {
	readonly type: string;
	readonly open: "{" | "(";
	readonly start: number;
}

/** The blocks of a text. */
export function parseBibtex(text: string): ParsedBibtex {
	const parser = new Parser(text);
	parser.run({ from: 0, isKnown: () => false });
	return parser;
}

/** The blocks of a part of a text, and the known block at which it ended, if it met one. */
export function parsePart(text: string, part: Part): ParsedBibtex & { readonly met: number | undefined } {
	const parser = new Parser(text);
	const met = parser.run(part);
	const { blocks, commented, faults } = parser;
	return { blocks, commented, faults, met };
}
