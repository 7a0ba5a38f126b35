// Reads LaTeX: finds `\cite` and its kin with their keys, and the places where LaTeX would not see them.

import type { TextRange } from "../../paper";
import type { Citation, Reading, Zone } from "../citation";
import { closing, skipBraces, skipSpace } from "./arguments";
import { citingOf, formOf, quotingEnvironments, type Citing, type OwnCommands } from "./commands";
import { definedNames, isDefining, ownCommands } from "./definitions";
import { keysOf, readGroups } from "./groups";
import { zoneOf } from "./zones";

interface ReadingOptions {
	/** Whether `%` starts a comment; in other languages that let LaTeX through it does not. */
	readonly comments?: boolean;
	/** Names of citing commands that the text does not define. */
	readonly names?: readonly string[];
	/** Where citations that matter begin: others are passed over, and so is all behind them. */
	readonly within?: TextRange;
}

/** Reads a text as LaTeX. */
export function readLatex(text: string, options: ReadingOptions = {}): Reading {
	const { comments = true, names = [], within = { start: 0, end: text.length } } = options;
	const citations: Citation[] = [];
	const zones: Zone[] = [];
	const own = ownCommands(text, names);
	const token = comments ? /\\(?:([A-Za-z]+)\*?|[^]|$)|%[^\r\n]*/g : /\\(?:([A-Za-z]+)\*?|[^]|$)/g;
	for (let match = token.exec(text); match; match = token.exec(text)) {
		const [found, name] = match;
		const range = { start: match.index, end: match.index + found.length };
		if (range.start > within.end) break;
		if (found.startsWith("%")) {
			zones.push({ ...range, kind: "line", place: "comment" });
			continue;
		}
		const isOpen = range.end === text.length && found === "\\";
		zones.push({ ...range, kind: isOpen ? "line" : "token", place: "command" });
		if (name === undefined) continue;
		if (isDefining(name)) {
			token.lastIndex += definedNames(text, token.lastIndex);
			zones.push({ start: range.start, end: token.lastIndex, kind: "token", place: "argument" });
		}
		const raw = zoneOf(text, name, range);
		if (raw) {
			zones.push(raw);
			if (raw.end > token.lastIndex && raw.kind !== "token") token.lastIndex = raw.end;
		}
		if (range.start < within.start) continue;
		const command = commandAt(text, found.slice(1), range, own);
		if (!command) continue;
		const citation = readCitation(text, command, own);
		if (!citation) continue;
		if (citation.keys.length === 0 && isOfMacro(text, citation)) {
			zones.push({ ...citation.range, kind: "token", place: "argument" });
			continue;
		}
		citations.push(citation);
		// A note belongs in front of the keys.
		const { end } = citation.range;
		const noteEnd = text[end] === "[" ? closing(text, end, "]") : undefined;
		if (noteEnd !== undefined) zones.push({ start: end, end: noteEnd, kind: "token", place: "argument" });
	}
	return { citations, zones };
}

interface Command {
	/** From the backslash to where the arguments begin. */
	readonly range: TextRange;
	readonly name: string;
	readonly citing: Citing;
}

function commandAt(text: string, name: string, range: TextRange, own: OwnCommands): Command | undefined {
	const citing = citingOf(name, own);
	if (citing) return { range, name, citing };
	if (name !== "begin") return undefined;
	const end = skipBraces(text, range.end);
	if (end === undefined) return undefined;
	const environment = text.slice(skipSpace(text, range.end) + 1, end - 1);
	const quoting = quotingEnvironments.get(environment);
	return quoting && { range: { start: range.start, end }, name: environment, citing: quoting };
}

/** The citation whose command has been read; `undefined` when its argument does not follow. */
function readCitation(text: string, { range, name, citing }: Command, own: OwnCommands): Citation | undefined {
	const groups = readGroups(text, range.end, citing);
	const last = groups.at(-1);
	if (!last) return undefined;
	const form = formOf(name, own);
	return {
		range: { start: range.start, end: last.range.end },
		keys: keysOf(text, groups),
		syntax: "latex",
		command: name,
		...(form && { form }),
		groups,
	};
}

/** Whether the keys are what a macro will put there: `\cite{#1}`. */
function isOfMacro(text: string, { groups }: Citation): boolean {
	return groups.some(({ items }) => items.some(({ start, end }) => /#\d/.test(text.slice(start, end))));
}
