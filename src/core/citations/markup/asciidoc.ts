// Citations of AsciiDoc: `cite:[a, b(12)]`, `citenp:See[a]`, and the older `[cite:See:a,12;b]`.
// Sources: asciidoctor-bibtex 0.9, README, "Macros"; asciidoc-bib, README, "Include a citation"; asciidoctor-bibliography,
// README; AsciiDoc Language, "Blocks" and "Literal monospace".

import type { TextEdit, TextRange } from "../../paper";
import type { Citation, CitedKey, Document, Form, InsertOptions, Reading, Syntax, Work, Zone } from "../citation";
import { addToGroup } from "../keyGroup";
import { noteOf, unlabelled } from "../locator";
import { asciidocBlocks } from "./asciidocBlocks";
import { scanText, span } from "./pass";

const formOfMacro: Readonly<Record<string, Form>> = {
	cite: "parenthetical",
	citenp: "textual",
	citep: "parenthetical",
	citet: "textual",
	citealp: "parenthetical",
	citealt: "textual",
	citeauthor: "author",
	citeyear: "year",
	citeyearpar: "noAuthor",
	fullcite: "full",
	bibitem: "full",
	footcite: "footnote",
	nocite: "nocite",
};

const token =
	/\\[^]|`[^`\r\n]{1,400}`|\+{2,3}[^+\r\n]{1,400}\+{2,3}|<<[^<>\r\n]{1,200}>>|(?:pass|stem|latexmath|asciimath):\w*\[[^\]\r\n]{0,400}\]|(?:image|link|xref|mailto):[^\s[\]]{1,300}\[?|(?:https?|ftp|irc):\/\/[^\s[\]<>]{1,400}\[?|[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}|\[(cite|citenp):([^[\]\r\n]{1,400})\]|(?<![\p{L}\p{N}_])((?:full|no|foot)?cite(?:np|p|t|alp|alt|author|year|yearpar)?|bibitem):([^[\]\r\n:]{0,100})\[([^[\]]{0,2000})\]/gu;

function readAsciidoc(text: string): Reading {
	const blocks = asciidocBlocks(text);
	const citations: Citation[] = [];
	const zones: Zone[] = [...blocks];
	const dead = blocks.filter(({ kind }) => kind === "block");
	scanText(text, dead, token, match => {
		const [found, older, olderList, macro, prefix = "", list] = match;
		const range = { start: match.index, end: match.index + found.length };
		if (older !== undefined && olderList !== undefined) {
			citations.push(readOlder(range, older, olderList));
		} else if (macro !== undefined && list !== undefined && Object.hasOwn(formOfMacro, macro)) {
			citations.push(readMacro(range, { macro, prefix, list }));
		} else if (macro === undefined) {
			zones.push(span(range.start, range.end, placeOf(found)));
		}
		return range.end;
	});
	return { citations, zones };
}

function placeOf(found: string): Zone["place"] {
	if (found.startsWith("`") || found.startsWith("+")) return "code";
	if (/^(?:stem|latexmath|asciimath)/.test(found)) return "math";
	if (found.startsWith("\\")) return "command";
	return found.startsWith("<<") || found.startsWith("pass") ? "argument" : "address";
}

interface Macro {
	readonly macro: string;
	readonly prefix: string;
	readonly list: string;
}

const item = /([^\s,()[\]]+)(?:\(([^)]*)\))?/g;

function readMacro({ start, end }: TextRange, { macro, prefix, list }: Macro): Citation {
	const inner = { start: end - 1 - list.length, end: end - 1 };
	const keys = Array.from(list.matchAll(item))
		.filter(([found]) => !found.includes("="))
		.map(({ 0: found, 1: key = "", 2: locator, index }, number): CitedKey => {
			const from = inner.start + index;
			const range = { start: from, end: from + key.length };
			return {
				key,
				range,
				whole: range,
				item: { start: from, end: from + found.length },
				list: 0,
				...(number === 0 && prefix.trim() !== "" && { prefix: prefix.trim() }),
				...(locator !== undefined && { locator }),
			};
		});
	const form = formOfMacro[macro];
	const group = { range: { start, end }, inner, items: keys.map(key => key.item) };
	return { range: { start, end }, keys, syntax: "asciidoc", command: macro, ...(form && { form }), groups: [group] };
}

/** `[cite:See:a,12;b]`. */
function readOlder({ start, end }: TextRange, macro: string, list: string): Citation {
	const inner = { start: end - 1 - list.length, end: end - 1 };
	const keys: CitedKey[] = [];
	for (const { 0: found, index } of list.matchAll(/[^;]+/g)) {
		const match = /^(\s*)(?:([^:,]*):(?=[^:,\s]))?\s*([^\s,;]+)\s*(?:,\s*(.*?))?\s*$/.exec(found);
		const [, space = "", prefix, key, locator] = match ?? [];
		if (!match || key === undefined) continue;
		const from = inner.start + index + found.indexOf(key, space.length + (prefix?.length ?? 0));
		const range = { start: from, end: from + key.length };
		const whole = { start: inner.start + index + space.length, end: inner.start + index + found.trimEnd().length };
		const said = { ...(prefix !== undefined && { prefix }), ...(locator !== undefined && { locator }) };
		keys.push({
			key,
			range,
			whole: range,
			item: prefix === undefined ? whole : { start: from, end: whole.end },
			list: 0,
			...said,
		});
	}
	const form = formOfMacro[macro];
	const group = { range: { start, end }, inner, items: keys.map(key => key.item) };
	return {
		range: { start, end },
		keys,
		syntax: "asciidoc",
		command: `[${macro}]`,
		...(form && { form }),
		groups: [group],
	};
}

function asciidocCommand({ all: citations }: Document, { command = "", form }: InsertOptions): string {
	if (Object.hasOwn(formOfMacro, command)) return command;
	const isOlder = citations.length > 0 && citations.every(each => each.command.startsWith("["));
	const macro = (form && macroFor(citations, form)) ?? usual(citations);
	return isOlder ? `[${macro.replace(/^\[|\]$/g, "")}]` : macro;
}

function usual(citations: readonly Citation[]): string {
	const used = citations.filter(({ form }) => form === "parenthetical").map(({ command }) => command);
	const count = (name: string): number => used.filter(each => each === name).length;
	return [...new Set(used)].sort((a, b) => count(b) - count(a))[0] ?? "cite";
}

function macroFor(citations: readonly Citation[], form: Form): string | undefined {
	const used = citations.find(each => each.form === form)?.command;
	if (used !== undefined) return used;
	const macros: Readonly<Partial<Record<Form, string>>> = {
		parenthetical: "cite",
		textual: "citenp",
		full: "bibitem",
	};
	return macros[form];
}

function itemOf(work: Work): string {
	const note = noteOf(unlabelled(work), work).replace(/[()[\]]/g, "");
	return `${work.key}${note && `(${note})`}`;
}

function prefixOf({ prefix = "" }: Work): string {
	return prefix
		.trim()
		.replace(/\s+/g, " ")
		.replace(/[[\]:]/g, "");
}

/** Only the first key has words before it: another with some has a citation of its own. */
function writeAsciidoc(works: readonly Work[], command: string, document: Document): string {
	if (command.startsWith("[")) return writeOlder(works, command);
	const lists: Work[][] = [];
	for (const work of works) {
		if (lists.length === 0 || prefixOf(work) !== "" || command === "bibitem") lists.push([work]);
		else lists.at(-1)?.push(work);
	}
	const separator = separatorIn(document.whole);
	return lists
		.map(list => `${command}:${list[0] ? prefixOf(list[0]) : ""}[${list.map(itemOf).join(separator)}]`)
		.join(" ");
}

function writeOlder(works: readonly Work[], command: string): string {
	const prefix = works[0] ? prefixOf(works[0]) : "";
	const items = works.map(work => [work.key, noteOf(unlabelled(work), work)].filter(each => each !== "").join(","));
	return `${command.slice(0, -1)}:${prefix && `${prefix}:`}${items.join(";")}]`;
}

/** As the document's first list of several keys has it. */
function separatorIn(text: string): string {
	return /cite(?:np)?:[^[\]\r\n]{0,60}\[[^[\],]{1,80}(,[ \t]*)[^\s,\]]/.exec(text)?.[1] ?? ", ";
}

function joinAsciidoc(
	{ text }: Document,
	citation: Citation,
	offset: number,
	works: readonly Work[],
): readonly TextEdit[] | undefined {
	const group = citation.groups[0];
	if (!group || citation.command === "bibitem" || works.some(work => prefixOf(work) !== "")) return undefined;
	const { inner } = group;
	const isOlder = citation.command.startsWith("[");
	const place = { group, offset: offset <= citation.range.start ? inner.start : Math.max(offset, inner.start) };
	const isHead = offset > citation.range.start && offset < inner.start;
	const at = isHead || offset >= citation.range.end ? { group, offset: inner.end } : place;
	const items = works.map(work => (isOlder ? writeOlder([work], "[]").slice(2, -1) : itemOf(work)));
	return [addToGroup(text, at, items, { mark: isOlder ? ";" : ",", separator: isOlder ? ";" : separatorIn(text) })];
}

function changeAsciidoc({ all: citations }: Document, citation: Citation, form: Form): readonly TextEdit[] | undefined {
	const macro = macroFor(citations, form);
	const isOlder = citation.command.startsWith("[");
	if (macro === undefined || (isOlder && form === "full")) return undefined;
	if (macro === "bibitem" && (citation.keys.length > 1 || citation.keys[0]?.locator !== undefined)) return undefined;
	const start = citation.range.start + (isOlder ? 1 : 0);
	const name = citation.command.replace(/^\[|\]$/g, "");
	return [{ start, end: start + name.length, text: macro.replace(/^\[|\]$/g, "") }];
}

function describeAsciidoc({ text }: Document, citation: Citation, work: Work): readonly TextEdit[] | undefined {
	const index = citation.keys.findIndex(each => each.key === work.key);
	const key = citation.keys[index];
	const group = citation.groups[0];
	if (!key || !group || citation.command.startsWith("[") || (index > 0 && prefixOf(work) !== "")) return undefined;
	if (index > 0) return [{ ...key.item, text: itemOf(work) }];
	const start = citation.range.start + citation.command.length + 1;
	const opening = text.slice(group.inner.start - 1, key.item.start);
	return [{ start, end: key.item.end, text: prefixOf(work) + opening + itemOf(work) }];
}

export const asciidoc: Syntax = {
	name: "asciidoc",
	read: text => readAsciidoc(text),
	command: asciidocCommand,
	write: writeAsciidoc,
	join: joinAsciidoc,
	mention: key => key,
	separator: ", ",
	gap: () => " ",
	forms: ({ all: citations }) => [
		"parenthetical",
		"textual",
		"full",
		...(["author", "year", "noAuthor", "footnote", "nocite"] as const).filter(form => macroFor(citations, form)),
	],
	change: changeAsciidoc,
	describe: describeAsciidoc,
};
