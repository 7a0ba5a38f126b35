// The commands of a LaTeX file with their arguments, without what LaTeX does not see: comments, raw text, what comes
// after the end of the document, and what `\iffalse` leaves out.

import { readLatex } from "../../citations/latex";
import { skipSpace } from "../../citations/latex/arguments";
import type { TextRange } from "../../paper";
import { blanked } from "../reading";

/** A command, and the insides of its arguments. */
export interface LatexCommand extends TextRange {
	/** Without backslash and star. */
	readonly name: string;
	/** In braces, or for `\input file` the word behind it. */
	readonly braces: readonly TextRange[];
	readonly brackets: readonly TextRange[];
}

export interface VisibleLatex {
	/** As long as the file. */
	readonly text: string;
	/** The files that the document writes by `filecontents`, with their names. */
	readonly written: readonly (TextRange & { readonly name: string })[];
}

export function visibleLatex(text: string): VisibleLatex {
	const zones = readLatex(text).zones.filter(
		({ start, kind }) => kind === "span" || kind === "block" || (kind === "line" && text.charAt(start) === "%"),
	);
	const written = zones.flatMap(({ start, end, kind }) => {
		const head = kind === "line" ? undefined : writing.exec(text.slice(start, Math.min(end, start + 300)))?.[1];
		return head === undefined ? [] : [{ start, end, name: head.trim() }];
	});
	const seen = blanked(text, zones);
	return { text: blanked(seen, leftOut(seen)), written };
}

const writing = /^\\begin\s*\{filecontents\*?\}\s*(?:\[[^\]]*\]\s*)?\{([^{}]*)\}/;

/** What lies between `\iffalse` and its `\fi` or `\else`; conditionals nest. */
function leftOut(text: string): TextRange[] {
	if (!text.includes("\\iffalse")) return [];
	const ranges: TextRange[] = [];
	let start: number | undefined;
	let depth = 0;
	for (const { 0: found, index } of text.matchAll(/\\(?:if[A-Za-z@]*|else|fi)(?![A-Za-z@])/g)) {
		if (start === undefined) {
			if (found === "\\iffalse") start = index;
		} else if (found.startsWith("\\if")) depth++;
		else if (depth > 0) depth -= found === "\\fi" ? 1 : 0;
		else {
			ranges.push({ start, end: index });
			start = undefined;
		}
	}
	return ranges;
}

/** Longer than any argument that is of use here. */
const longest = 8000;

/** Commands that take neither a list of references nor a path need no more arguments than these. */
const mostArguments = 3;

/** The commands of a text in which no comments are left, in order. */
export function commandsIn(text: string): LatexCommand[] {
	const commands: LatexCommand[] = [];
	const closers = closersIn(text);
	for (const match of text.matchAll(/\\(?:([A-Za-z@]+)\*?|[^])/g)) {
		const { 1: name, 0: found, index } = match;
		if (name === undefined || !isOfUse(name)) continue;
		commands.push(withArguments({ text, closers }, name, { start: index, end: index + found.length }));
	}
	return commands;
}

/** Only commands whose arguments may matter are read further: any that may be one of a bibliography, a file, a macro. */
function isOfUse(name: string): boolean {
	return /bib|^(?:begin|newcites|newref|.?input|include|subfile|subi|import|Input|document|Load|use|Require|Pass|Execute)|[sS]et(?:up)?$|^(?:(?:re)?new|provide)command$|^[egx]?def$|^DeclareRobustCommand$/.test(
		name,
	);
}

/** Where each bracket closes, by where it opens; a square one must close within the braces that hold it. */
function closersIn(text: string): ReadonlyMap<number, number> {
	const closers = new Map<number, number>();
	const open: number[] = [];
	for (const { 0: sign, index } of text.matchAll(/\\[^]|[[\]{}]/g)) {
		if (sign === "{" || sign === "[") open.push(index);
		else if (sign === "]" && text[open.at(-1) ?? -1] === "[") closers.set(open.pop() ?? -1, index);
		else if (sign === "}") {
			while (open.length > 0 && text[open.at(-1) ?? -1] === "[") open.pop();
			const start = open.pop();
			if (start !== undefined) closers.set(start, index);
		}
	}
	return closers;
}

interface BracketedText {
	readonly text: string;
	readonly closers: ReadonlyMap<number, number>;
}

function withArguments({ text, closers }: BracketedText, name: string, { start, end: from }: TextRange): LatexCommand {
	const braces: TextRange[] = [];
	const brackets: TextRange[] = [];
	let end = from;
	while (braces.length < mostArguments && brackets.length < mostArguments) {
		const at = skipSpace(text, end);
		const close = closers.get(at);
		if (close === undefined || close - at > longest) break;
		(text[at] === "{" ? braces : brackets).push({ start: at + 1, end: close });
		end = close + 1;
	}
	if (braces.length === 0 && /^@?input$/.test(name)) {
		const word = /[ \t]+([^\s{}\\[\]%]+)/y;
		word.lastIndex = from;
		const path = word.exec(text)?.[1];
		if (path !== undefined) braces.push({ start: word.lastIndex - path.length, end: word.lastIndex });
	}
	return { name, start, end, braces, brackets };
}
