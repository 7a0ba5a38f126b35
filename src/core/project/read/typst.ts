// What a Typst file declares and takes in. Source: Typst documentation, "Bibliography", "Modules" and "Syntax" (paths).

import type { Source } from "../../citations/citations";
import { scanTypst } from "../../citations/typst/scan";
import { withoutDead, declaration, type Declaration, type Part, type Reading } from "../reading";

const functions = /(?<![\w.-])(?:bibliography|add-bib-resource)\(/g;

/** An argument of a template, or a variable, that is named for a bibliography: `bibliography-file: "a.bib"`. */
const named = /(?<![\w-])(?:[\w-]{0,40}bib[\w-]{0,40}|refs|references|citations)[ \t]*[:=]\s{0,200}(?=["(])/gi;

const reading = /(?<![\w.-])(?:read|path|yaml)\(\s{0,100}("(?:[^"\\\r\n]|\\.)*")/g;

const importing = /(?<![\w-])(?:import|include)[ \t]+"((?:[^"\\\r\n]|\\.)*)"/g;

/** Longer than any list of arguments that names bibliographies. */
const longest = 4000;

/** A document has one list, or one a chapter. */
const mostCalls = 500;

export function readTypst({ text }: Source): Reading {
	const seen = withoutDead(text, scanTypst(text).zones);
	const values = variablesOf(seen);
	const bibliographies = [
		...Array.from(seen.matchAll(functions))
			.slice(0, mostCalls)
			.flatMap(({ 0: found, index }) => pathsIn(seen, index + found.length, values)),
		...Array.from(seen.matchAll(named)).flatMap(match => namedPaths(seen, match)),
		...Array.from(seen.matchAll(reading)).flatMap(match => readPath(match)),
	];
	const parts = Array.from(seen.matchAll(importing)).flatMap(match => partOf(match));
	return { bibliographies: distinct(bibliographies), parts, inline: [], dialect: "biblatex" };
}

/** Texts that `#let` gives a name. */
function variablesOf(text: string): Map<string, Declaration> {
	const values = new Map<string, Declaration>();
	for (const match of text.matchAll(/(?<![\w-])let[ \t]+([\w-]+)[ \t]*=[ \t]*"((?:[^"\\\r\n]|\\.)*)"/g)) {
		const path = match[2] ?? "";
		const end = match.index + match[0].length - 1;
		values.set(match[1] ?? "", { path, range: { start: end - path.length, end } });
	}
	return values;
}

/** The bibliographies among the arguments that start here: texts and lists of texts, but none that has a name. */
function pathsIn(text: string, from: number, values: ReadonlyMap<string, Declaration>): Declaration[] {
	const found: Declaration[] = [];
	const token = /([A-Za-z][\w-]*)[ \t]*(:(?!:)|\()?|"((?:[^"\\\r\n]|\\.)*)"|[(),[\]{}]/g;
	const range = text.slice(0, from + longest);
	token.lastIndex = from;
	let depth = 0;
	/** The depth of the argument with a name that is being passed over. */
	let named: number | undefined;
	for (let match = token.exec(range); match && depth >= 0; match = token.exec(range)) {
		const { 0: sign, 1: word, 2: mark, 3: path, index } = match;
		if (word !== undefined && mark === ":") named ??= depth;
		else if (sign === "," && named === depth) named = undefined;
		else if (/[([{]$/.test(sign)) depth++;
		else if (/^[)\]}]/.test(sign)) {
			depth--;
			if (named !== undefined && depth < named) named = undefined;
		} else if (named === undefined && path !== undefined && isBibliography(path)) {
			found.push(...declaredPath(path, index + 1));
		} else if (named === undefined && word !== undefined) {
			const value = values.get(word);
			if (value) found.push(...declaredPath(value.path, value.range.start));
		}
	}
	return found;
}

/** A name may be that of a title or a style: only what ends as a bibliography does is one. */
function namedPaths(text: string, match: RegExpExecArray): Declaration[] {
	const start = match.index + match[0].length;
	const value =
		/^(?:"[^"\r\n]*"|\((?:[\s,]*"[^"\r\n]*")*[\s,]*\))/.exec(text.slice(start, start + longest))?.[0] ?? "";
	return Array.from(value.matchAll(/"([^"\r\n]*)"/g)).flatMap(({ 1: path = "", index }) =>
		isBibliography(path) ? declaredPath(path, start + index + 1) : [],
	);
}

/** A file that is read as a whole is a bibliography when it is BibTeX's. */
function readPath({ 0: found, 1: quoted = "", index }: RegExpExecArray): Declaration[] {
	const path = quoted.slice(1, -1);
	return /\.bib$/i.test(path) ? declaredPath(path, index + found.length - quoted.length + 1) : [];
}

/** Typst takes no other files for one. */
function isBibliography(path: string): boolean {
	return /\.(?:bib|ya?ml)$/i.test(path);
}

function declaredPath(path: string, start: number): Declaration[] {
	const range = { start, end: start + path.length };
	return declaration(path.replace(/\\(.)/g, "$1"), range);
}

function partOf({ 0: found, 1: path = "", index }: RegExpExecArray): Part[] {
	// Packages come from elsewhere.
	if (path.startsWith("@") || path === "") return [];
	const end = index + found.length - 1;
	return [{ paths: [path], range: { start: end - path.length, end } }];
}

/** A list in a call may be an argument with a name, too. */
function distinct(declarations: readonly Declaration[]): Declaration[] {
	const starts = new Map(declarations.map(found => [found.range.start, found]));
	return [...starts.values()].sort((a, b) => a.range.start - b.range.start);
}
