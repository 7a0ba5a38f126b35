// YAML, and with it JSON, as nodes that know where they stand: enough for headers and project files, which one finds in
// the middle of being typed. What cannot be read is passed over. Source: YAML 1.2.2, chapters 6 to 8.

import type { TextRange } from "../paper";
import { FlowReader } from "./yamlFlow";

export interface YamlScalar {
	readonly kind: "scalar";
	/** The value: quotes and escapes are undone, lines folded. */
	readonly text: string;
	/** Without quotes. */
	readonly range: TextRange;
	/** What stands there. */
	readonly raw: string;
	/** With quotes. */
	readonly whole: TextRange;
	readonly isQuoted: boolean;
}

export interface YamlList {
	readonly kind: "list";
	readonly items: readonly YamlNode[];
	readonly whole: TextRange;
}

export interface YamlField {
	readonly key: string;
	readonly keyRange: TextRange;
	readonly value: YamlNode;
}

export interface YamlMap {
	readonly kind: "map";
	readonly fields: readonly YamlField[];
	readonly whole: TextRange;
}

/** No value, or one that cannot be told: an alias without its anchor. An empty range stands behind the colon. */
export interface YamlNothing {
	readonly kind: "nothing";
	readonly whole: TextRange;
}

export type YamlNode = YamlScalar | YamlList | YamlMap | YamlNothing;

interface Line {
	readonly start: number;
	readonly end: number;
	readonly indent: number;
	/** Neither empty nor a comment nor a mark between documents. */
	readonly isContent: boolean;
}

/** Blocks and brackets nest no deeper in what people write. */
const deepest = 40;

const keyPattern =
	/(?:"((?:[^"\\\r\n]|\\[^\r\n])*)"|'((?:[^'\r\n]|'')*)'|([^\s#"'[\]{},&*!|>%@`](?:[^\s:#]|:(?=[^\s])|(?<=\S)#|[ \t]+(?=[^\s#]))*?))[ \t]*:(?=[ \t\r\n]|$)/y;

/** The first document of a text; `undefined` when it holds no value. Never throws; takes linear time. */
export function readYaml(text: string): YamlNode | undefined {
	return new BlockReader(text).read();
}

/** The value that these keys lead to, one within the other. */
export function valueAt(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
	let value = node;
	for (const key of path) {
		value = value?.kind === "map" ? value.fields.find(field => field.key === key)?.value : undefined;
	}
	return value;
}

/** The texts of a value: its own, or those of the lists and maps that it is, in order; no null and no empty text. */
export function scalarsIn(node: YamlNode | undefined): YamlScalar[] {
	if (node?.kind === "scalar") return node.text === "" || isNull(node) ? [] : [node];
	if (node?.kind === "list") return node.items.flatMap(scalarsIn);
	return node?.kind === "map" ? node.fields.flatMap(({ value }) => scalarsIn(value)) : [];
}

/** Whether a value is there and says nothing: null, an empty text, or a list of such. */
export function isEmpty(node: YamlNode): boolean {
	if (node.kind === "scalar") return node.text === "" || isNull(node);
	if (node.kind === "list") return node.items.every(isEmpty);
	return node.kind === "nothing" && node.whole.start === node.whole.end;
}

function isNull({ text, isQuoted }: YamlScalar): boolean {
	return !isQuoted && /^(?:~|null|Null|NULL)$/.test(text);
}

class BlockReader {
	readonly #lines: readonly Line[];
	readonly #anchors = new Map<string, YamlNode>();
	/** The first line that is not read yet. */
	#at = 0;
	#depth = 0;

	constructor(readonly text: string) {
		this.#lines = linesOf(text);
	}

	read(): YamlNode | undefined {
		const line = this.#next();
		return line && this.#node(line.start + line.indent, line.indent, -1);
	}

	/** The next line with content; those between are passed over. */
	#next(): Line | undefined {
		while (this.#lines[this.#at]?.isContent === false) this.#at++;
		return this.#lines[this.#at];
	}

	/** The node that starts at an offset of the present line, in that column; `parent` is the column that holds it. */
	#node(offset: number, column: number, parent: number): YamlNode {
		const end = this.#lines[this.#at]?.end ?? offset;
		if (this.#depth >= deepest) {
			this.#at++;
			return { kind: "nothing", whole: { start: offset, end } };
		}
		this.#depth++;
		const node = this.#isItem(offset, end)
			? this.#list(offset, column)
			: this.#keyAt(offset)
				? this.#map(offset, column)
				: this.#value(offset, parent);
		this.#depth--;
		return node;
	}

	#isItem(offset: number, end: number): boolean {
		return this.text[offset] === "-" && (offset + 1 >= end || /[ \t]/.test(this.text.charAt(offset + 1)));
	}

	#keyAt(offset: number): { key: string; end: number } | undefined {
		keyPattern.lastIndex = offset;
		const match = keyPattern.exec(this.text);
		if (!match) return undefined;
		const key = match[1]?.replace(/\\(["\\/])/g, "$1") ?? match[2]?.replace(/''/g, "'") ?? match[3] ?? "";
		return { key, end: offset + match[0].length };
	}

	#list(offset: number, column: number): YamlList {
		const items: YamlNode[] = [];
		let end = offset;
		for (let dash = offset; ;) {
			const line = this.#lines[this.#at];
			if (!line || !this.#isItem(dash, line.end)) break;
			const start = skipBlanks(this.text, dash + 1);
			const isBare = start >= line.end || this.text[start] === "#";
			const item = isBare ? this.#below(dash + 1, column) : this.#node(start, column + start - dash, column);
			items.push(item);
			end = Math.max(item.whole.end, dash + 1);
			const next = this.#next();
			if (next?.indent !== column) break;
			dash = next.start + column;
		}
		return { kind: "list", items, whole: { start: offset, end } };
	}

	#map(offset: number, column: number): YamlMap {
		const fields: YamlField[] = [];
		let end = offset;
		for (let start = offset; ;) {
			const found = this.#keyAt(start);
			if (found) {
				const value = this.#fieldValue(found.end, column);
				fields.push({ key: found.key, keyRange: { start, end: found.end - 1 }, value });
				end = Math.max(end, value.whole.end);
			} else this.#at++;
			let next = this.#next();
			// A line that is deeper than the fields belongs to none of them.
			for (; next && next.indent > column; next = this.#next()) this.#at++;
			if (next?.indent !== column) break;
			start = next.start + column;
		}
		return { kind: "map", fields, whole: { start: offset, end } };
	}

	#fieldValue(colon: number, column: number): YamlNode {
		const lineEnd = this.#lines[this.#at]?.end ?? colon;
		const properties = /[ \t]*(?:(?:&|!)[^\s,[\]{}]*(?:[ \t]+|$))*/y;
		properties.lastIndex = colon;
		const start = Math.min(lineEnd, colon + (properties.exec(this.text.slice(0, lineEnd))?.[0].length ?? 0));
		const anchor = /&([^\s,[\]{}]+)/.exec(this.text.slice(colon, start))?.[1];
		const isBare = start >= lineEnd || this.text[start] === "#";
		const written = isBare ? this.#below(colon, column, true) : this.#value(start, column);
		// A tag of one's own makes something else of the text: `!expr` runs it as R.
		const isMade = /!(?!!)/.test(this.text.slice(colon, start));
		const value: YamlNode = isMade ? { kind: "nothing", whole: { start: colon, end: written.whole.end } } : written;
		if (anchor !== undefined) this.#anchors.set(anchor, value);
		return value;
	}

	/** The value on the lines below: deeper than its parent, or a list that stands as deep as its key. */
	#below(place: number, column: number, isField = false): YamlNode {
		this.#at++;
		const line = this.#next();
		const start = line && line.start + line.indent;
		if (line && start !== undefined && line.indent > column) return this.#node(start, line.indent, column);
		if (line && start !== undefined && isField && line.indent === column && this.#isItem(start, line.end)) {
			return this.#list(start, column);
		}
		return { kind: "nothing", whole: { start: place, end: place } };
	}

	/** A value that is no block of fields or items: in brackets, in quotes, plain, a text in a block, or an alias. */
	#value(offset: number, parent: number): YamlNode {
		const first = this.#at;
		let last = first;
		// What belongs to a value stands deeper than its parent; a closing bracket may stand anywhere.
		for (let at = first + 1; at < this.#lines.length; at++) {
			const line = this.#lines[at];
			if (!line) break;
			const isBlank = line.indent === line.end - line.start;
			if (!isBlank && line.indent <= parent && !/[\]}]/.test(this.text.charAt(line.start + line.indent))) break;
			if (!isBlank) last = at;
		}
		const limit = this.#lines[last]?.end ?? offset;
		const sign = this.text.charAt(offset);
		if (sign === "*") {
			this.#at++;
			const name = /[^\s,[\]{}]*/.exec(this.text.slice(offset + 1, this.#lines[first]?.end))?.[0] ?? "";
			const whole = { start: offset, end: offset + 1 + name.length };
			const known = this.#anchors.get(name);
			return known ?? { kind: "nothing", whole };
		}
		if (sign === "|" || sign === ">") return this.#text(offset, last);
		const node = new FlowReader(this.text, limit).read(offset);
		this.#at++;
		while ((this.#lines[this.#at]?.start ?? Infinity) < node.whole.end) this.#at++;
		return node;
	}

	/** A literal or folded text: the lines below, without what they are indented by. */
	#text(offset: number, last: number): YamlNode {
		const lines = this.#lines.slice(this.#at + 1, last + 1);
		this.#at = Math.max(this.#at + 1, last + 1);
		const content = lines.filter(line => line.indent < line.end - line.start);
		const [top] = content;
		if (!top) return { kind: "nothing", whole: { start: offset, end: offset + 1 } };
		const range = { start: top.start + top.indent, end: content.at(-1)?.end ?? top.end };
		const text = lines.map(line => this.text.slice(Math.min(line.end, line.start + top.indent), line.end));
		const joined = text.join("\n").trim();
		const raw = this.text.slice(range.start, range.end);
		return { kind: "scalar", text: joined, range, raw, whole: { start: offset, end: range.end }, isQuoted: true };
	}
}

function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	let hasContent = false;
	for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
		const mark = /^\uFEFF?(?:---|\.\.\.)(?=[ \t]|$)/.exec(line)?.[0].length ?? 0;
		// Behind the mark of a second document nothing is read.
		if (mark > 0 && hasContent) break;
		const start = index + (line.startsWith("\uFEFF") && mark === 0 ? 1 : 0);
		const content = text.slice(start, index + line.length);
		const indent = /^[ \t]*/.exec(content)?.[0].length ?? 0;
		const isContent = mark === 0 && indent < content.length && !/^[#%]/.test(content.slice(indent, indent + 1));
		const { length } = content.trimEnd();
		lines.push({ start, end: start + length, indent: Math.min(indent, length), isContent });
		hasContent ||= isContent;
	}
	return lines;
}

function skipBlanks(text: string, from: number): number {
	let at = from;
	while (text[at] === " " || text[at] === "\t") at++;
	return at;
}
