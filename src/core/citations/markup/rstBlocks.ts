// The blocks of reStructuredText in which nothing is cited: comments, literal text, and directives that hold no text.
// Source: reStructuredText Markup Specification, "Explicit Markup Blocks" and "Literal Blocks"; Sphinx, "Directives".

import type { Zone } from "../citation";
import { bodyEnd, linesOf, type Line } from "./lines";
import { block } from "./pass";

/** Directives whose body is code, a list of files or the like. */
const dead = new Set(
	`code code-block sourcecode literalinclude highlight math raw parsed-literal doctest testcode testoutput testsetup
	bibliography footbibliography toctree image include csv-table productionlist graphviz digraph plot ipython jupyter-execute
	autoclass autofunction automodule automethod autosummary default-role currentmodule module role replace unicode
	tabularcolumns index meta prompt command-output mermaid uml raw-html`.split(/\s+/),
);

/** Directives whose argument, in the line of the directive, is text. */
const withText = new Set(
	`note warning tip important hint caution danger error attention seealso todo topic sidebar rubric admonition epigraph
	highlights pull-quote versionadded versionchanged deprecated centered compound container line-block`.split(/\s+/),
);

export function rstBlocks(text: string): Zone[] {
	const lines = linesOf(text);
	const zones: Zone[] = [];
	for (let index = 0; index < lines.length;) {
		const line = lines[index];
		if (!line) break;
		index = Math.max(readLine(lines, index, line, zones), index + 1);
	}
	return zones;
}

/** Reads the block that starts with a line; gives the index of the line to go on with. */
function readLine(lines: readonly Line[], index: number, line: Line, zones: Zone[]): number {
	const { text, start, end, indent } = line;
	const whole = (last: number, place: Zone["place"]): number => {
		zones.push(block(start, lines[last - 1]?.end ?? end, place));
		return last;
	};
	const explicit = /^\s*\.\.(?:\s+|$)/.exec(text)?.[0];
	if (explicit !== undefined) {
		const rest = text.slice(explicit.length);
		const name = /^(?:\|[^|]+\|\s+)?([\w:.+-]+?)::(?:\s|$)/.exec(rest)?.[1];
		if (name !== undefined) {
			if (dead.has(name)) return whole(bodyEnd(lines, index + 1, indent), name === "image" ? "address" : "code");
			return options(lines, index, { line, isText: withText.has(name), skip: explicit.length }, zones);
		}
		if (/^(?:_|__\s)/.test(rest)) {
			return whole(index + 1, "address");
		}
		const label = /^\[[^\]]+\]/.exec(rest)?.[0];
		if (label !== undefined) {
			zones.push(block(start, start + explicit.length + label.length - 1, "argument"));
			return index + 1;
		}
		return whole(bodyEnd(lines, index + 1, indent), "comment");
	}
	if (/^([!-/:-@[-`{-~])\1{2,}\s*$|^\s*[+=][-=+ ]{3,}$/.test(text)) return whole(index + 1, "argument");
	if (/^\s*>>> /.test(text)) {
		let last = index + 1;
		while (lines[last] && !lines[last]?.isBlank) last++;
		return whole(last, "code");
	}
	if (/::\s*$/.test(text) && (lines[index + 1]?.isBlank ?? false)) {
		const from = index + 1;
		const last = bodyEnd(lines, from, indent);
		const first = lines.slice(from, last).find(({ isBlank }) => !isBlank);
		if (first) zones.push(block(first.start, lines[last - 1]?.end ?? first.end, "code"));
		return last;
	}
	return index + 1;
}

interface Directive {
	readonly line: Line;
	readonly isText: boolean;
	/** Behind the two points. */
	readonly skip: number;
}

/** The head of a directive whose body is text: its name, an argument that is none, and its options. */
function options(lines: readonly Line[], index: number, { line, isText, skip }: Directive, zones: Zone[]): number {
	const { start, end, text } = line;
	const headEnd = isText ? start + text.indexOf("::", skip) + 2 : end;
	zones.push({ start, end: headEnd, kind: "line", place: "argument" });
	let next = index + 1;
	for (let option = lines[next]; option && /^\s+:[\w-]+:/.test(option.text); option = lines[++next]) {
		if (/^\s+:(?:foot)?cite\b/.test(option.text)) break;
		zones.push(block(option.start, option.end, "argument"));
	}
	return next;
}
