// Citations in LaTeX: `\cite` and its kin, written as the document's own package and habits want them.

import type { TextEdit } from "../paper";
import type { Citation, Document, Form, Parts, Syntax, Work } from "./citation";
import { addToGroup, type ListStyle } from "./keyGroup";
import { citingOf, formOf, isRaised, multipleOf, singleOf } from "./latex/commands";
import { ownCommands } from "./latex/definitions";
import type { NotedGroup } from "./latex/groups";
import { preambleZones } from "./latex/preamble";
import { readLatex } from "./latex/read";
import { commandFor, familyOf, formsOf, isComplete, likeCommand, newCommand, type Family } from "./latex/style";
import { labelled, noteOf, saysSomething, unlabelled } from "./locator";

export { readLatex } from "./latex/read";

export const latex: Syntax = {
	name: "latex",
	read: (text, names) => {
		const { citations, zones } = readLatex(text, { names });
		return { citations, zones: [...zones, ...preambleZones(text, zones)] };
	},
	command: newCommand,
	write: writeLatex,
	join: joinLatex,
	mention: key => key,
	separator: ", ",
	gap: (command, written) => (!written.startsWith("\\") ? " " : isRaised(command) ? "" : "~"),
	forms: formsOf,
	change: changeLatex,
	describe: describeLatex,
};

/** The notes of a group, `[see][p. 12]`; empty when nothing is said. */
function notesOf(parts: Parts, family: Family): string {
	if (!saysSomething(parts)) return "";
	const { prefix = "" } = parts;
	const place = placeOf(parts, family)
		.replace(/(\d)[-–](?=\d)/g, "$1--")
		// A label and its number stay on one line, as in natbib's manual: `chap.~2`.
		.replace(/(\p{L}\.) (?=\d)/gu, "$1~");
	const after = note(noteOf(place, parts));
	const before = note(prefix);
	if (family === "apacite") return (before && `<${before}>`) + (after && `[${after}]`);
	return before === "" ? `[${after}]` : `[${before}][${after}]`;
}

/** What biblatex takes for pages: Arabic and Roman numbers, their ranges and lists (manual, `\ifpages`). */
const onlyPages = /^(?:\d+|[ivxlcdm]+)(?:\s*[-–,]{1,2}\s*(?:\d+|[ivxlcdm]+))*$/i;

/**
 * biblatex sets `p.` by itself before pages that stand alone; before others (`12a`, `12 and passim`) its `\pno` and
 * `\ppno` do, in the language of the document (manual, "Page Numbers in Citations").
 */
function placeOf(parts: Parts, family: Family): string {
	const place = labelled(parts);
	if (family !== "biblatex") return place;
	const numbers = unlabelled(parts);
	const standsAlone = (parts.suffix ?? "").trim() === "" && onlyPages.test(numbers);
	if (standsAlone || numbers === place) return numbers;
	return `${/^(?:pp\.|pages|\\ppno)/.test(place) ? "\\ppno" : "\\pno"}~${numbers}`;
}

/** A text as an optional argument: brackets in braces, no comment, no paragraph. */
function note(text: string): string {
	const line = text
		.trim()
		.replace(/\s+/g, " ")
		.replace(/(^|[^\\])%/g, "$1\\%");
	const safe = isBalanced(line) ? line : line.replace(/[{}]/g, "");
	return /[[\]<>]/.test(safe) ? `{${safe}}` : safe;
}

function isBalanced(text: string): boolean {
	let depth = 0;
	for (const [brace] of text.replace(/\\[{}]/g, "").matchAll(/[{}]/g)) {
		depth += brace === "{" ? 1 : -1;
		if (depth < 0) return false;
	}
	return depth === 0;
}

function writeLatex(works: readonly Work[], command: string, document: Document): string {
	const family = familyFor(document, command);
	const group = (work: Work): string => `${notesOf(work, family)}{${work.key}}`;
	const isMultiple = citingOf(command)?.shape === "multiple";
	if (isMultiple) return `\\${command}${works.map(group).join("")}`;
	const keys = works.map(({ key }) => key).join(", ");
	if (!works.some(saysSomething)) return `\\${command}{${keys}}`;
	const [first] = works;
	if (works.length === 1 && first) return writeOne(first, command, document);
	const several = family === "biblatex" ? multipleOf(command) : undefined;
	if (several !== undefined) return `\\${several}${works.map(group).join("")}`;
	const shared = sharedNotes(works, family);
	if (shared !== undefined) return `\\${command}${shared}{${keys}}`;
	if (family === "natbib" && command === "citep") {
		return `\\citetext{${works.map(work => `\\citealp${group(work)}`).join("; ")}}`;
	}
	return works.map(work => writeOne(work, command, document)).join(", ");
}

/** The `\cite` of LaTeX itself has a note behind, and none before. */
function writeOne(work: Work, command: string, document: Document): string {
	const family = familyFor(document, command);
	const prefix = note(work.prefix ?? "");
	if (family !== "plain" || prefix === "" || !isComplete(document)) {
		return `\\${command}${notesOf(work, family)}{${work.key}}`;
	}
	return `${prefix}~\\${command}${notesOf({ ...work, prefix: "" }, family)}{${work.key}}`;
}

/** The notes of one list of keys, which can say something before the first and behind the last. */
function sharedNotes(works: readonly Work[], family: Family): string | undefined {
	const last = works.length - 1;
	const isSayable = works.every((work, index) => {
		const before = (work.prefix ?? "") === "" || index === 0;
		return before && (!saysSomething({ ...work, prefix: "" }) || index === last);
	});
	const said = { ...works[last], prefix: works[0]?.prefix };
	return isSayable && family !== "plain" ? notesOf(said, family) : undefined;
}

/** A command of one package alone says which one it is. */
function familyFor(document: Document, command: string): Family {
	if (/^(?:[pP]aren|[tT]ext|[aA]uto|[fF]oot|[sS]mart|super|footfull)cites?\*?$/.test(command)) return "biblatex";
	if (/^[cC]ite(?:p|t|alp|alt|yearpar)\*?$/.test(command) && !usesBiblatex(document)) return "natbib";
	return familyOf(document);
}

function usesBiblatex(document: Document): boolean {
	return familyOf(document) === "biblatex";
}

function joinLatex(
	document: Document,
	citation: Citation,
	offset: number,
	works: readonly Work[],
): readonly TextEdit[] | undefined {
	const citing = citingOf(citation.command, ownCommands(document.whole, [])) ?? { shape: "list" };
	const outside = offset <= citation.range.start || offset >= citation.range.end;
	if (citing.shape === "single" || citing.volume || (citation.command === "nocite" && outside)) return undefined;
	const { groups } = citation;
	const group = groups.find(({ range }) => offset <= range.end) ?? groups.at(-1);
	if (!group) return undefined;
	const isInGroup = group.inner.start <= offset || offset <= citation.range.start;
	const place = { group, offset: isInGroup ? offset : group.inner.end };
	const keys = works.map(({ key }) => key);
	if (citing.shape === "multiple" && group.items.length > 0) {
		// A note belongs to one key: a group of its own for each new one.
		const first = group.items[0];
		const start = first && place.offset <= first.start ? group.range.start : group.range.end;
		const text = works.map(work => `${notesOf(work, familyFor(document, citation.command))}{${work.key}}`);
		return [{ start, end: start, text: text.join("") }];
	}
	const added = addToGroup(document.text, place, keys, listStyle(document.text, citation));
	if (!works.some(saysSomething) || citing.shape !== "list") return [added];
	const [work] = works;
	const isLast = (group.items.at(-1)?.end ?? 0) <= added.start;
	const { notes } = group as NotedGroup;
	// `\citep[p. 3]{a, b}`: the note of a list is that of its last key.
	if (usesGroups(document, citation) || works.length > 1 || !work || !isLast || notes.start < notes.end) {
		return joinWithNotes(document, citation, works);
	}
	if ((work.prefix ?? "").trim() !== "") return undefined;
	const said = notesOf(work, familyFor(document, citation.command));
	return [{ start: notes.start, end: notes.end, text: said }, added];
}

function usesGroups(document: Document, { command }: Citation): boolean {
	return familyFor(document, command) === "biblatex" && multipleOf(command) !== undefined;
}

/** What is said about one key makes a list of groups of it, where the package has them. */
function joinWithNotes(
	document: Document,
	citation: Citation,
	works: readonly Work[],
): readonly TextEdit[] | undefined {
	const family = familyFor(document, citation.command);
	const several = family === "biblatex" ? multipleOf(citation.command) : undefined;
	if (several === undefined) return undefined;
	const { start, end } = citation.range;
	const groups = works.map(work => `${notesOf(work, family)}{${work.key}}`).join("");
	return [
		{ start: start + 1, end: start + 1 + citation.command.length, text: several },
		{ start: end, end, text: groups },
	];
}

/** A list of one key shows no separator: then the document's first list of several does, else `, `. */
function listStyle(text: string, citation: Citation): ListStyle {
	const style: ListStyle = { mark: ",", separator: ", ", comment: /[^\S\r\n]*%[^\r\n]*/g };
	if (citation.groups.some(group => group.items.length > 1)) return style;
	const model = /\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\[[^\][{}]*\])*\{[^\s{},%\\]+(,[^\S\r\n]*)[^\s{},%\\]+/.exec(text);
	return { ...style, separator: model?.[1] ?? style.separator };
}

function changeLatex(document: Document, citation: Citation, form: Form): readonly TextEdit[] | undefined {
	const citing = citingOf(citation.command, ownCommands(document.whole, []));
	if (citing?.shape === "single" || citing?.volume || citing?.skip) return undefined;
	const wanted = commandFor(document, form);
	if (wanted === undefined) return undefined;
	const name = likeCommand(wanted, citation.command);
	if (citation.groups.length > 1 && citingOf(name)?.shape !== "multiple") return undefined;
	if (form === "noAuthor" && formOf(name) !== form) return undefined;
	if (form === "nocite" && citation.keys.some(saysSomething)) return undefined;
	const start = citation.range.start + 1;
	return [{ start, end: start + citation.command.length, text: name }];
}

function describeLatex(document: Document, citation: Citation, work: Work): readonly TextEdit[] | undefined {
	const groups = citation.groups as readonly NotedGroup[];
	const key = citation.keys.find(each => each.key === work.key);
	const group = key && groups.find(({ inner }) => inner.start <= key.range.start && key.range.end <= inner.end);
	if (!group || citingOf(citation.command)?.volume) return undefined;
	const family = familyFor(document, citation.command);
	if (group.items.length === 1) {
		if (family === "plain" && (work.prefix ?? "").trim() !== "" && isComplete(document)) return undefined;
		return [{ start: group.notes.start, end: group.notes.end, text: notesOf(work, family) }];
	}
	const works = citation.keys.map(each => (each.key === work.key ? work : each));
	const several = family === "biblatex" ? multipleOf(singleOf(citation.command)) : undefined;
	const notes = groups.length === 1 ? sharedNotes(works, family) : undefined;
	if (notes !== undefined) return [{ start: group.notes.start, end: group.notes.end, text: notes }];
	if (several === undefined || citation.keys.length !== groups.flatMap(({ items }) => items).length) return undefined;
	const text = `\\${several}${works.map(each => `${notesOf(each, family)}{${each.key}}`).join("")}`;
	return groups.length === 1 ? [{ ...citation.range, text }] : undefined;
}
