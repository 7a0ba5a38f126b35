// Reads one citation of Org: in brackets, or as a link of org-ref in its two ages, `cite:a,b` and `cite:see &a;&b`.
// Sources: Org Syntax, "Citations" and "Citation References"; Org manual 9.6, "Citation styles"; org-ref 3, README.

import type { TextRange } from "../../paper";
import type { Citation, CitedKey, Form } from "../citation";
import { citingOf, formOf } from "../latex/commands";
import { splitNote } from "../locator";
import { bracketEnd } from "./pass";

/** The styles by form, as the manual abbreviates them; the first in use is that of the default style. */
export const styleOfForm: Readonly<Partial<Record<Form, string>>> = {
	parenthetical: "",
	textual: "/t",
	author: "/a",
	year: "/y",
	noAuthor: "/na",
	full: "/b",
	footnote: "/ft",
	nocite: "/n",
};

const formOfName: Readonly<Record<string, Form>> = {
	t: "textual",
	text: "textual",
	a: "author",
	author: "author",
	y: "year",
	year: "year",
	na: "noAuthor",
	noauthor: "noAuthor",
	b: "full",
	bibentry: "full",
	ft: "footnote",
	note: "footnote",
	n: "nocite",
	nocite: "nocite",
};

function formOfStyle(style = ""): Form {
	const name = style.split("/", 1)[0] ?? "";
	return Object.hasOwn(formOfName, name) ? (formOfName[name] ?? "parenthetical") : "parenthetical";
}

/** The types of org-ref's links, which are commands of LaTeX, by form. */
export const linkForms: Readonly<Partial<Record<Form, string>>> = {
	parenthetical: "citep",
	textual: "citet",
	author: "citeauthor",
	year: "citeyear",
	noAuthor: "citeyearpar",
	full: "fullcite",
	footnote: "footcite",
	nocite: "nocite",
};

export function isLinkType(type: string): boolean {
	const citing = citingOf(type);
	return citing !== undefined && !citing.volume && citing.skip === undefined && /cite|bibentry/i.test(type);
}

function formOfLink(type: string): Form | undefined {
	return formOf(type);
}

const key = "[\\p{L}\\p{N}_.:?!`'/*@+|(){}<>&^$#%~\\-]+";
const marked: Readonly<Record<"@" | "&", RegExp>> = {
	"@": new RegExp(`@(${key})`, "u"),
	"&": new RegExp(`&(${key})`, "u"),
};

/** `[cite/style:common prefix;prefix @key suffix;common suffix]`; nothing without a key. */
export function readCite(text: string, range: TextRange, style: string | undefined): Citation | undefined {
	const command = style === undefined ? "cite" : `cite/${style}`;
	const inner = { start: range.start + command.length + 2, end: range.end - 1 };
	const keys = keysIn(text, inner, "@");
	if (keys.length === 0) return undefined;
	const group = { range, inner, items: keys.map(({ item }) => item) };
	return { range, keys, syntax: "org", command, form: formOfStyle(style), groups: [group] };
}

interface Link {
	readonly start: number;
	readonly type: string;
	/** Without brackets. */
	readonly isBare: boolean;
}

/** `cite:a,b`, `[[cite:&a;&b]]`, `[[cite:&a][words]]`. */
export function readLink(text: string, { start, type, isBare }: Link): Citation | undefined {
	const from = start + type.length + (isBare ? 1 : 3);
	const innerEnd = isBare ? bareEnd(text, from) : bracketEnd(text, from);
	if (innerEnd === undefined) return undefined;
	const inner = { start: from, end: isBare ? innerEnd : innerEnd - 1 };
	const end = isBare ? innerEnd : linkEnd(text, innerEnd);
	if (end === undefined) return undefined;
	const isNew = text.slice(inner.start, inner.end).includes("&");
	const keys = isNew ? keysIn(text, inner, "&") : plainKeys(text, inner);
	if (keys.length === 0) return undefined;
	const form = formOfLink(type);
	const range = { start, end };
	const group = {
		range: isBare ? range : { start: start + 2, end: inner.end },
		inner,
		items: keys.map(({ item }) => item),
	};
	return { range, keys, syntax: "org", command: `${type}:`, ...(form && { form }), groups: [group] };
}

/** A bare link ends at a space or bracket, before the marks of the sentence. */
function bareEnd(text: string, from: number): number {
	const path = /[^\s[\]<>()]{0,400}/y;
	path.lastIndex = from;
	const found = path.exec(text)?.[0] ?? "";
	return from + found.replace(/[.,;:!?'"*/_=~]+$/, "").length;
}

/** Behind `]` or `[description]]`. */
function linkEnd(text: string, from: number): number | undefined {
	if (text[from] === "]") return from + 1;
	if (text[from] !== "[") return undefined;
	const end = bracketEnd(text, from + 1);
	return end !== undefined && text[end] === "]" ? end + 1 : undefined;
}

/** One key for each part between semicolons that has one. */
function keysIn(text: string, { start, end }: TextRange, mark: "@" | "&"): CitedKey[] {
	const keys: CitedKey[] = [];
	for (const { 0: part, index } of text.slice(start, end).matchAll(/[^;]+/g)) {
		const match = marked[mark].exec(part);
		const name = match?.[1];
		if (!match || name === undefined) continue;
		const from = start + index;
		const whole = { start: from + match.index, end: from + match.index + match[0].length };
		const left = part.length - part.trimStart().length;
		const prefix = part.slice(0, match.index).trim();
		keys.push({
			key: name,
			range: { start: whole.start + 1, end: whole.end },
			whole,
			item: { start: from + left, end: from + part.trimEnd().length },
			list: 0,
			...(prefix !== "" && { prefix }),
			...splitNote(part.slice(match.index + match[0].length).replace(/^\s*,/, "")),
		});
	}
	return keys;
}

function plainKeys(text: string, { start, end }: TextRange): CitedKey[] {
	return Array.from(text.slice(start, end).matchAll(/[^\s,;]+/g)).map(({ 0: name, index }) => {
		const range = { start: start + index, end: start + index + name.length };
		return { key: name, range, whole: range, item: range, list: 0 };
	});
}
