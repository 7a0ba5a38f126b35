// The preamble of a LaTeX document: nothing is printed there, except what some commands keep for later.

import { isInside, type Zone } from "../citation";
import { closing, skipSpace } from "./arguments";

/** Commands of a preamble whose arguments are printed later, in braces and in brackets. */
const kept =
	/\\(?:title|subtitle|author|date|thanks|abstract|(?:re)?newcommand|providecommand|newrobustcmd|DeclareRobustCommand|(?:New|Renew|Provide|Declare)DocumentCommand|def)(?![A-Za-z])\*?/g;

/** Of these, the ones with a name in front of the text, and brackets that print nothing. */
const definition = /^\\(?:(?:re)?newcommand|providecommand|newrobustcmd|Declare|New|Renew|Provide|def)/;

/** The parts of a preamble in which nothing is cited; none where the text has no `\begin{document}`. */
export function preambleZones(text: string, zones: readonly Zone[]): Zone[] {
	const dead = zones.filter(({ kind }) => kind !== "token");
	const isSeen = (offset: number): boolean => !dead.some(zone => isInside(zone, offset) || isBehind(zone, offset));
	const begin = Array.from(text.matchAll(/\\begin\s*\{document\}/g)).find(({ index }) => isSeen(index));
	if (!begin) return [];
	const preamble: Zone[] = [];
	let at = 0;
	for (const match of text.slice(0, begin.index).matchAll(kept)) {
		if (match.index < at || !isSeen(match.index)) continue;
		for (const { start, end } of argumentsBehind(text, match)) {
			preamble.push({ start: at, end: start, kind: "block", place: "preamble" });
			at = end;
		}
	}
	preamble.push({ start: at, end: begin.index, kind: "block", place: "preamble" });
	return preamble;
}

/** An environment that is never closed takes in all that follows. */
function isBehind(zone: Zone, offset: number): boolean {
	return zone.kind === "block" && offset > zone.start;
}

/** From the opening bracket to behind the closing one. */
function argumentsBehind(text: string, { index, 0: found }: RegExpExecArray): { start: number; end: number }[] {
	const isDefinition = definition.test(found);
	let from = index + found.length;
	if (isDefinition) from += /^\s*\\(?:[A-Za-z]+|.)[^{}\\%]*/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
	const groups: { start: number; end: number }[] = [];
	for (;;) {
		const start = skipSpace(text, from);
		const close = text[start] === "{" ? "}" : text[start] === "[" ? "]" : undefined;
		const end = close && closing(text, start, close, { paragraphs: true, limit: 20_000 });
		if (end === undefined) return groups;
		if (!isDefinition || close === "}") groups.push({ start, end });
		from = end;
	}
}
