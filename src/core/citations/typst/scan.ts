// Scans Typst once, from left to right, through its three modes: markup, code and math.
// Source: Typst reference, "Syntax", "Scripting" and "Reference"; typst-syntax, lexer.

import type { Zone } from "../citation";
import { readCall, type TypstMark } from "./call";

export interface TypstScan {
	readonly marks: readonly TypstMark[];
	/** Labels that the document gives to its own parts. */
	readonly labels: ReadonlySet<string>;
	readonly zones: readonly Zone[];
}

interface Frame {
	readonly mode: "markup" | "code" | "expression" | "statement";
	/** What ends it; nothing for the document, an expression or a statement. */
	readonly close?: string;
	/** Square brackets that are open in the text. */
	depth: number;
	/** Where the call of `cite` whose arguments these are begins. */
	readonly cite?: number;
	/** Whether the statement is over with its blocks: `#if`, `#for`, `#while`. */
	readonly isBlock?: boolean;
}

const identifier = /[\p{L}_][\p{L}\p{N}\p{M}_-]*/uy;
const reference = /@([\p{L}\p{N}\p{M}_\-:.]+)/uy;
const label = /<([\p{L}\p{N}\p{M}_\-:.]{1,200})>/uy;
const string = /"(?:[^"\\]|\\[^])*"/y;
const address = /https?:\/\/[^\s<>"`[\]]+/y;
const keywords = new Set("let set show import include if for while context return break continue".split(" "));
const longestMath = 10_000;

export function scanTypst(text: string): TypstScan {
	return new Scanner(text).scan();
}

class Scanner {
	readonly marks: TypstMark[] = [];
	readonly labels = new Set<string>();
	readonly zones: Zone[] = [];
	readonly #frames: Frame[] = [{ mode: "markup", depth: 0 }];
	/** Where the part in code began that the scanner is in. */
	#codeStart = 0;

	constructor(readonly text: string) {}

	scan(): TypstScan {
		let at = 0;
		while (at < this.text.length) {
			const frame = this.#frames.at(-1);
			if (!frame) break;
			at = Math.max(this.#step(frame, at), at);
		}
		const frame = this.#frames.at(-1);
		if (frame && frame.mode !== "markup") {
			this.#endCode(this.text.length, frame.mode === "expression" ? "token" : "line");
		}
		return this;
	}

	#step(frame: Frame, at: number): number {
		switch (frame.mode) {
			case "markup":
				return this.#markup(frame, at);
			case "expression":
				return this.#expression(at);
			case "statement":
			case "code":
				return this.#code(frame, at);
		}
	}

	#match(pattern: RegExp, at: number): RegExpExecArray | undefined {
		pattern.lastIndex = at;
		return pattern.exec(this.text) ?? undefined;
	}

	#zone(start: number, end: number, place: Zone["place"], kind: Zone["kind"] = "span"): number {
		this.zones.push({ start, end, kind, place });
		return end;
	}

	#endCode(end: number, kind: Zone["kind"] = "token"): void {
		this.#zone(this.#codeStart, end, "argument", kind);
	}

	/** Comments and raw text, which are the same in markup and in code; `undefined` when none starts here. */
	#opaque(at: number): number | undefined {
		const { text } = this;
		if (text.startsWith("//", at)) {
			const end = /[^\r\n]*/y;
			return this.#zone(at, at + (this.#match(end, at)?.[0].length ?? 2), "comment", "line");
		}
		if (text.startsWith("/*", at)) return this.#comment(at);
		if (text[at] === "`") return this.#raw(at);
		if (text[at] === "$") return this.#math(at);
		return undefined;
	}

	#comment(at: number): number {
		const mark = /\/\*|\*\//g;
		mark.lastIndex = at;
		let depth = 0;
		for (let match = mark.exec(this.text); match; match = mark.exec(this.text)) {
			depth += match[0] === "/*" ? 1 : -1;
			if (depth === 0) return this.#zone(at, mark.lastIndex, "comment");
		}
		return this.#zone(at, this.text.length, "comment", "block");
	}

	#raw(at: number): number {
		const ticks = this.#match(/`+/y, at)?.[0] ?? "`";
		if (ticks.length === 2) return at + 2;
		const end = this.text.indexOf(ticks, at + ticks.length);
		if (end < 0) return ticks.length === 1 ? at + 1 : this.#zone(at, this.text.length, "code", "block");
		return this.#zone(at, end + ticks.length, "code", ticks.length > 2 ? "block" : "span");
	}

	#math(at: number): number {
		const end = /\\[^]|"(?:[^"\\\r\n]|\\.)*"|\$/g;
		end.lastIndex = at + 1;
		for (let match = end.exec(this.text); match && match.index - at < longestMath; match = end.exec(this.text)) {
			if (match[0] === "$") return this.#zone(at, end.lastIndex, "math");
		}
		return at + 1;
	}

	#markup(frame: Frame, at: number): number {
		const special = /[\\/`$<@#[\]h]/g;
		special.lastIndex = at;
		const found = special.exec(this.text);
		if (!found) return this.text.length;
		const { index } = found;
		const opaque = this.#opaque(index);
		if (opaque !== undefined) return opaque;
		switch (found[0]) {
			case "\\":
				return this.#zone(index, index + 2, "command", "token");
			case "h":
				return this.#address(index);
			case "<":
				return this.#label(index);
			case "@":
				return this.#reference(index);
			case "#":
				return this.#hash(index);
			case "[":
				frame.depth++;
				return index + 1;
			case "]":
				if (frame.depth > 0) frame.depth--;
				else if (frame.close === "]") this.#leaveMarkup(index);
				return index + 1;
			default:
				return index + 1;
		}
	}

	#leaveMarkup(at: number): void {
		this.#frames.pop();
		this.#codeStart = at;
		this.#afterBlock(at + 1);
	}

	#address(at: number): number {
		const found = this.#match(address, at)?.[0];
		if (found === undefined) return at + 1;
		return this.#zone(at, at + found.replace(/[.,;:!?'")]+$/, "").length, "address");
	}

	#label(at: number): number {
		const match = this.#match(label, at);
		if (!match) return at + 1;
		this.labels.add(match[1] ?? "");
		return this.#zone(at, at + match[0].length, "argument", "token");
	}

	#reference(at: number): number {
		const match = this.#match(reference, at);
		const key = (match?.[1] ?? "").replace(/[.:]+$/, "");
		if (key === "") return at + 1;
		const keyRange = { start: at + 1, end: at + 1 + key.length };
		const isWhole = keyRange.end === at + (match?.[0].length ?? 0);
		const bracket = isWhole && this.text[keyRange.end] === "[" ? this.#bracketEnd(keyRange.end + 1) : undefined;
		const end = bracket ?? keyRange.end;
		const supplement = bracket === undefined ? {} : { supplement: this.text.slice(keyRange.end + 1, end - 1) };
		this.marks.push({ start: at, end, key, keyRange, isCall: false, isOpen: true, ...supplement });
		return end;
	}

	#bracketEnd(from: number): number | undefined {
		let depth = 0;
		const last = Math.min(this.text.length, from + 1000);
		for (let at = from; at < last; at++) {
			const char = this.text[at];
			if (char === "\\") at++;
			else if (char === "[") depth++;
			else if (char === "]" && depth-- === 0) return at + 1;
		}
		return undefined;
	}

	/** Behind `#`: a keyword begins a statement, anything else an expression. */
	#hash(at: number): number {
		const name = this.#match(identifier, at + 1)?.[0];
		const next = this.text.charAt(at + 1);
		if (name === undefined && !/["([{$`]/.test(next)) return at + 1;
		this.#codeStart = at;
		if (name !== undefined && keywords.has(name)) {
			this.#frames.push({ mode: "statement", depth: 0, isBlock: /^(?:if|for|while)$/.test(name) });
			return at + 1 + name.length;
		}
		this.#frames.push({ mode: "expression", depth: 0 });
		if (name === undefined) return this.#open(at + 1, undefined) ?? this.#literal(at + 1);
		return this.#afterName(name, at + 1, at);
	}

	#literal(at: number): number {
		return at + (this.#match(string, at)?.[0].length ?? 1);
	}

	/** What an expression goes on with, directly behind it: `.name`, arguments, content. */
	#expression(at: number): number {
		const char = this.text[at];
		if (char === "(" || char === "[") return this.#open(at, undefined) ?? at + 1;
		const name = char === "." ? this.#match(identifier, at + 1)?.[0] : undefined;
		if (name !== undefined) return at + 1 + name.length;
		this.#frames.pop();
		if (this.#frames.at(-1)?.mode === "markup") this.#endCode(at);
		return at;
	}

	/** Opens what a bracket opens; `undefined` when it is none. */
	#open(at: number, cite: number | undefined): number | undefined {
		const char = this.text[at];
		if (char === "[") {
			this.#endCode(at + 1);
			this.#frames.push({ mode: "markup", close: "]", depth: 0 });
			return at + 1;
		}
		if (char !== "(" && char !== "{") return undefined;
		const close = char === "(" ? ")" : "}";
		this.#frames.push({ mode: "code", close, depth: 0, ...(cite !== undefined && { cite }) });
		return at + 1;
	}

	/** Behind a name that starts at one offset; a call of `cite` begins at the other. */
	#afterName(name: string, start: number, from: number): number {
		const end = start + name.length;
		return name === "cite" && this.text[end] === "(" ? (this.#open(end, from) ?? end) : end;
	}

	#code(frame: Frame, at: number): number {
		const { text } = this;
		const char = text.charAt(at);
		if (frame.mode === "statement" && /[;\r\n\])}]/.test(char)) {
			this.#frames.pop();
			if (this.#frames.at(-1)?.mode === "markup") this.#endCode(at, char === ";" ? "token" : "line");
			return char === ";" ? at + 1 : at;
		}
		if (char === frame.close) return this.#leaveCode(frame, at);
		const opaque = this.#opaque(at);
		if (opaque !== undefined) return opaque;
		if (char === '"') return this.#literal(at);
		const opened = this.#open(at, undefined);
		if (opened !== undefined) return opened;
		const name = this.#match(identifier, at)?.[0];
		if (name === undefined) return at + 1;
		return text[at - 1] === "." ? at + name.length : this.#afterName(name, at, at);
	}

	#leaveCode(frame: Frame, at: number): number {
		this.#frames.pop();
		const call = frame.cite === undefined ? undefined : readCall(this.text, frame.cite, at + 1);
		if (call) this.marks.push(call);
		if (frame.close === "}") this.#afterBlock(at + 1);
		return at + 1;
	}

	/** A statement of blocks is over behind the last of them. */
	#afterBlock(at: number): void {
		const frame = this.#frames.at(-1);
		if (frame?.mode !== "statement" || !frame.isBlock) return;
		if (/^\s*else\b/.test(this.text.slice(at, at + 60))) return;
		this.#frames.pop();
		if (this.#frames.at(-1)?.mode === "markup") this.#endCode(at);
	}
}
