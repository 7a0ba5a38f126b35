// The values of YAML that need no lines of their own: in brackets, in quotes and plain; those of JSON are of this kind.
// Source: YAML 1.2.2, chapter 7.

import type { TextRange } from "../paper";
import type { YamlField, YamlNode, YamlScalar } from "./yaml";

/** Brackets nest no deeper in what people write. */
const deepest = 40;

/** Reads values up to a limit, beyond which nothing belongs to them. */
export class FlowReader {
	constructor(
		readonly text: string,
		readonly limit: number,
	) {}

	/** The value at an offset. Outside brackets a plain text ends with its line, or goes on below. */
	read(offset: number, depth = 0): YamlNode {
		const sign = this.text.charAt(offset);
		if (sign === "[" || sign === "{") return this.#collection(offset, sign === "[" ? "]" : "}", depth);
		if (sign === '"' || sign === "'") return this.#quoted(offset, sign);
		return this.#plain(offset, depth > 0);
	}

	#collection(start: number, close: string, depth: number): YamlNode {
		const fields: YamlField[] = [];
		const items: YamlNode[] = [];
		let at = this.#skip(start + 1);
		while (at < this.limit && this.text[at] !== close) {
			if (depth >= deepest || /[\]}:]/.test(this.text.charAt(at))) {
				at = this.#skip(at + 1);
				continue;
			}
			const node = this.read(at, depth + 1);
			const behind = this.#skip(Math.max(node.whole.end, at + 1), false);
			if (this.text[behind] === ":" && node.kind === "scalar") {
				const from = this.#skip(behind + 1, false);
				const isBare = from >= this.limit || /[,\]}]/.test(this.text.charAt(from));
				const value: YamlNode = isBare ? nothingAt(behind + 1) : this.read(from, depth + 1);
				const field = { key: node.text, keyRange: node.whole, value };
				const whole = { start: at, end: Math.max(behind + 1, value.whole.end) };
				if (close === "}") fields.push(field);
				else items.push({ kind: "map", fields: [field], whole });
				at = this.#skip(whole.end);
			} else {
				items.push(node);
				at = this.#skip(behind);
			}
		}
		const whole = { start, end: Math.min(this.limit, at + 1) };
		return close === "}" ? { kind: "map", fields, whole } : { kind: "list", items, whole };
	}

	#quoted(start: number, quote: string): YamlScalar {
		let end = start + 1;
		while (end < this.limit && this.text[end] !== quote) {
			end += quote === '"' && this.text[end] === "\\" ? 2 : 1;
			if (quote === "'" && this.text[end] === "'" && this.text[end + 1] === "'") end += 2;
		}
		end = Math.min(end, this.limit);
		const range = { start: start + 1, end };
		const raw = this.text.slice(range.start, range.end);
		const text = quote === '"' ? unescape(raw) : raw.replace(/''/g, "'");
		const folded = /[\r\n]/.test(raw) ? fold(text) : text;
		const whole = { start, end: Math.min(end + 1, this.limit) };
		return { kind: "scalar", text: folded, range, raw, whole, isQuoted: true };
	}

	#plain(start: number, isInBrackets: boolean): YamlScalar {
		const pattern = isInBrackets
			? /(?:[^\s,[\]{}:#]|:(?![\s,[\]{}]|$)|(?<=\S)#|\s+(?=[^\s,[\]{}#:]))+/y
			: /(?:[^\s#]|(?<=\S)#|[ \t]+(?=[^\s#])|[ \t]*(?:\r\n|[\r\n])\s*(?=[^\s#]))+/y;
		pattern.lastIndex = start;
		const found = pattern.exec(this.text.slice(0, this.limit))?.[0] ?? this.text.charAt(start);
		const raw = found.trimEnd();
		const range: TextRange = { start, end: start + raw.length };
		return { kind: "scalar", text: fold(raw), range, raw, whole: range, isQuoted: false };
	}

	/** Behind white space, comments and, between items, commas. */
	#skip(from: number, commas = true): number {
		let at = from;
		while (at < this.limit) {
			const sign = this.text.charAt(at);
			if (sign === "#" && /\s/.test(this.text.charAt(at - 1))) {
				while (at < this.limit && !/[\r\n]/.test(this.text.charAt(at))) at++;
			} else if (/\s/.test(sign) || (commas && sign === ",")) at++;
			else break;
		}
		return Math.min(at, this.limit);
	}
}

/** Line breaks and the white space around them are one space. */
function fold(text: string): string {
	return text.replace(/[ \t]{0,200}[\r\n]\s*/g, " ");
}

const escapes: Readonly<Record<string, string>> = {
	n: "\n",
	t: "\t",
	r: "\r",
	b: "\b",
	f: "\f",
	"0": "\0",
	_: "\u00a0",
};

const escapePattern = /\\(?:u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|([^]))/g;

function unescape(raw: string): string {
	return raw.replace(escapePattern, (_, long?: string, short?: string, sign: string = "") => {
		const code = long ?? short;
		return code === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(parseInt(code, 16));
	});
}

/** Where in a text with escapes the place is that has this offset without them. */
export function rawOffset(raw: string, offset: number): number {
	let grown = 0;
	for (const match of raw.matchAll(escapePattern)) {
		if (match.index - grown >= offset) break;
		grown += match[0].length - 1;
	}
	return offset + grown;
}

function nothingAt(place: number): YamlNode {
	return { kind: "nothing", whole: { start: place, end: place } };
}
