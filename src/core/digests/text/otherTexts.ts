// Texts that are no digest though they have lines: prose, source code, logs, settings. And marks before titles that
// are no part of them: the numbers of a list.

import { leadingMark } from "../fields/item";
import type { Unit } from "./plainText";

/** Lines of programs (statements, comments, closing brackets), of shells and of settings. */
const code =
	/[;{}]\s*$|^(?:[}\])]|```|~~~|\||\/\/|\/\*|\*\/|#!|#include|<\?|<\/?[a-z][^>]*>|>>>|\$ |@\w+$|--?\w+\b)|^(?:import|from|export|def|class|function|const|let|var|return|public|private|static|using|package|if|elif|else|for|while|try|except|catch|SELECT|INSERT|CREATE)\b.*[(){}:=]|^[\w.[\]"']{1,60}\s*(?:=|\+=|:=|->|=>)\s*\S|^[\w.]{1,60}\([^)]{0,200}\)[;:]?$|^"?[\w.-]{1,40}"?\s*:\s*["[{\d]/;

/** Lines of a log: a time, a level. */
const log =
	/^\W{0,3}(?:\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}|\d{2}:\d{2}:\d{2}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* +\d{1,2} +\d{2}:\d{2}|\d{1,3}(?:\.\d{1,3}){3}\b)|\b(?:INFO|DEBUG|WARN|WARNING|ERROR|TRACE|FATAL)\b[\]: ]|^\s*at \S+\(/;

/** A line that could be a title but reads as another thing. */
function isOther(line: string): boolean {
	if (code.test(line) || log.test(line)) return true;
	if (/\.\.\.$|…$/.test(line)) return false;
	const words = line.split(/\s+/).length;
	// A whole sentence, or a piece of one.
	if (
		/[.;,:]["')\]]*$/.test(line) &&
		!/\b(?:et al|etc|vs|Inc|Jr)\.$/.test(line) &&
		(words >= 6 || /[;,:]$/.test(line))
	)
		return true;
	if (/^\p{Ll}/u.test(line) && words >= 3 && !/^\p{Ll}{1,3}\p{Lu}|^\p{Ll}[-\d]/u.test(line)) return true;
	return !/\p{L}{2}/u.test(line) || /^["“'‘].{0,200}["”'’]?,? (?:said|asked|he|she)\b/i.test(line);
}

/** Of so many lines that stand alone half must be able to be titles. */
const leastLines = 4;

/** Whether the lines that would be titles are mostly none. A text with abstracts below most of them is a digest. */
export function isNoDigest(units: readonly Unit[], text: string): boolean {
	const titles = units.filter(({ kind }) => kind === "title");
	if (titles.length < leastLines) return isCode(units, text);
	const paired = units.filter(({ kind }, i) => kind === "title" && followed(units, i)).length;
	const others = titles.filter(({ start, end }) => isOther(text.slice(start, Math.min(end, start + 400)))).length;
	return others * 2 >= titles.length || (others * 3 >= titles.length && paired * 3 < titles.length);
}

function followed(units: readonly Unit[], at: number): boolean {
	const next = units[at + 1];
	return next?.kind === "abstract" || (next?.kind === "detail" && units[at + 2]?.kind === "abstract");
}

/** A few lines that are all statements of a program, or a log. */
function isCode(units: readonly Unit[], text: string): boolean {
	const lines = units.map(({ start, end }) => text.slice(start, Math.min(end, start + 400)));
	const marked = lines.filter(line => code.test(line) || log.test(line)).length;
	return lines.length > 1 && marked * 2 > lines.length;
}

/** Numbers and bullets before most titles of a list are no part of them. */
export function withoutMarks(units: readonly Unit[], text: string): Unit[] {
	const leads = units.map(({ kind, start, end }) =>
		kind === "title" ? (leadingMark.exec(text.slice(start, Math.min(end, start + 24)))?.[0].length ?? 0) : 0,
	);
	const titles = units.filter(({ kind }) => kind === "title").length;
	const marked = leads.filter(lead => lead > 0).length;
	const isAlone = titles === 1 && marked === 1;
	if (!isAlone && (marked < 2 || marked * 2 < titles)) return [...units];
	return units.map((unit, i) => ({ ...unit, start: unit.start + (leads[i] ?? 0) }));
}
