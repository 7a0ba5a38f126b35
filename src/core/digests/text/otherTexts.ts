// Texts that are no digest though they have lines: prose, source code, logs, settings. And marks before titles that
// are no part of them: the numbers of a list.

import { leadingMark } from "../fields/item";
import type { Unit } from "./plainText";

/** Lines of programs (statements, comments, closing brackets), of shells and of settings. */
const code =
	/[;{}]\s*$|^(?:[}\])]|```|~~~|\||\/\/|\/\*|\*\/|#!|#include|<\?|<\/?[a-z][^>]*>|>>>|\$ |@\w+$|--?\w+\b)|^(?:import|from|export|def|class|function|const|let|var|return|public|private|static|using|package|if|elif|else|for|while|try|except|catch|SELECT|INSERT|CREATE)\b.*[(){}:=]|^[\w.[\]"']{1,60}\s*(?:=|\+=|:=|->|=>)\s*\S|^[\w.]{1,60}\([^)]{0,200}\)[;:]?$|^"?[\w.-]{1,40}"?\s*:\s*["[{\d]/;

/** Lines of legal notices, of notes on versions, of shells, of the head of a page of a project; comments of settings. */
const notice =
	/^(?:copyright\b|©|\(c\) |\[?!\[|\[\[?[^\]]{0,60}\]\[|<!--|#(?![\d\s])|%%?\s|(?:npm|npx|pnpm|yarn|pip3?|git|cargo|brew|sudo|apt(?:-get)?|docker|curl|wget|include) [a-z/-]|(?:fix(?:es|ed)|changes|bug ?fixes) (?:since|in)\b|v?\d+\.\d+(?:\.\d+)*(?:\s|$)|\*\*breaking)|\b(?:release notes|change ?log)\b.{0,40}$|\s\/(?:etc|usr|var|home|opt|bin)\//i;

/** What licences of programs say; an abstract says one of it at most. */
const legal: readonly RegExp[] = [
	/\bpermission (?:is hereby granted|to use, copy)/i,
	/\bwithout (?:any )?warrant(?:y|ies)\b|\bdisclaims all warranties\b|\bwithout\s+warranties or\b/i,
	/\bredistributions? (?:and use )?(?:in|of) source\b/i,
	/\bgeneral public license\b/i,
	/\bterms and conditions for (?:use|copying)\b/i,
	/^\s*(?:the )?(?:mit|isc|bsd|apache)\b.{0,20}\blicense\b/im,
	/^(?:license|files|copyright): /im,
	/^upstream-(?:name|contact): |^format: .{0,80}copyright-format/im,
];

/** Headings of the page of a project, and code in it. */
const project: readonly RegExp[] = [
	/^#{1,6}[ \t]+(?:installation|install(?:ing)?)\b/im,
	/^#{1,6}[ \t]+(?:usage|quick ?start|getting started|api|options|build(?:ing)?|running tests|tests?|examples?)\b/im,
	/^#{1,6}[ \t]+(?:licen[cs]e|contributing|contributors|authors?|credits|support)\b/im,
	/^#{1,6}[ \t]+(?:change ?log|release notes|unreleased)\b/im,
	/^#{1,6}[ \t]+\[?v?\d+\.\d+\.\d+/im,
	/^(?:```|~~~)/m,
];

/** A digest can name code that is to be installed; it has no two parts of a manual. */
export function isProject(text: string): boolean {
	const head = text.slice(0, 20_000);
	return project.filter(rule => rule.test(head)).length >= 2;
}

function isLicence(text: string): boolean {
	const head = text.slice(0, 6000);
	return legal.filter(rule => rule.test(head)).length >= 2;
}

/** Lines of a log: a time, a level. */
const log =
	/^\W{0,3}(?:\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}|\d{2}:\d{2}:\d{2}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* +\d{1,2} +\d{2}:\d{2}|\d{1,3}(?:\.\d{1,3}){3}\b)|\b(?:INFO|DEBUG|WARN|WARNING|ERROR|TRACE|FATAL)\b[\]: ]|^\s*at \S+\(/;

/** A line that could be a title but reads as another thing. */
function isOther(written: string): boolean {
	const line = written.replace(/^[-*+•] +/, "");
	if (code.test(line) || log.test(line) || notice.test(line)) return true;
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
	if (isLicence(text) || isProject(text)) return true;
	const titles = units.filter(({ kind }) => kind === "title");
	const lines = titles.map(({ start, end }) => text.slice(start, Math.min(end, start + 400)));
	const paired = units.filter(({ kind }, i) => kind === "title" && followed(units, i)).length;
	// Of a thousand titles with abstracts many begin with the name of the same model.
	const labels = paired * 2 >= titles.length ? new Set<string>() : repeatedLabels(lines);
	const others = lines.filter(line => isOther(line) || labels.has(labelBefore(line))).length;
	if (titles.length < leastLines)
		return isCode(units, text) || (lines.some(line => notice.test(line)) && others === titles.length);
	return others * 2 >= titles.length || (others * 3 >= titles.length && paired * 3 < titles.length);
}

/** The word before a colon. */
function labelBefore(line: string): string {
	return /^([\p{L}][\p{L} _-]{0,30}):(?:\s|$)/u.exec(line)?.[1]?.toLowerCase() ?? "";
}

/** Settings name the same things again and again; two papers on one method may begin alike. */
function repeatedLabels(lines: readonly string[]): ReadonlySet<string> {
	const seen = new Map<string, number>();
	for (const line of lines) {
		const label = labelBefore(line);
		if (label !== "") seen.set(label, (seen.get(label) ?? 0) + 1);
	}
	return new Set([...seen].filter(([, count]) => count >= 3).map(([label]) => label));
}

function followed(units: readonly Unit[], at: number): boolean {
	const next = units[at + 1];
	return next?.kind === "abstract" || (next?.kind === "detail" && units[at + 2]?.kind === "abstract");
}

/** `[section]`, `name:`, `name: value`, `- 'value'`. */
const setting = /^(?:\[[\w. -]{1,40}\]$|[a-z][\w-]{0,30}:(?: \S{1,40})?$|- ['"\w.-]{1,20}$)/;

/** A few lines that are all statements of a program, or a log. */
function isCode(units: readonly Unit[], text: string): boolean {
	const lines = units.map(({ start, end }) => text.slice(start, Math.min(end, start + 400)));
	const marked = lines.filter(line => code.test(line) || log.test(line) || setting.test(line)).length;
	return marked * 2 > lines.length;
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
