// Roles that cite, as MyST and reStructuredText share them: `` :cite:p:`{see}a{p. 3},b` ``.
// Source: sphinxcontrib-bibtex 2.6, "Roles and Directives" and "Adding pre-text and post-text to citations".

import type { TextEdit, TextRange } from "../../paper";
import type { Citation, CitedKey, Document, Form, SyntaxName, Work } from "../citation";
import { addToGroup } from "../keyGroup";
import { labelled, noteOf, splitNote } from "../locator";

const formOfRole: Readonly<Record<string, Form>> = {
	cite: "parenthetical",
	"cite:p": "parenthetical",
	"cite:ps": "parenthetical",
	"cite:alp": "parenthetical",
	"cite:alps": "parenthetical",
	"cite:t": "textual",
	"cite:ts": "textual",
	"cite:ct": "textual",
	"cite:cts": "textual",
	"cite:author": "author",
	"cite:authors": "author",
	"cite:cauthor": "author",
	"cite:cauthors": "author",
	"cite:authorpar": "author",
	"cite:authorpars": "author",
	"cite:year": "year",
	"cite:yearpar": "noAuthor",
	"cite:empty": "nocite",
	footcite: "footnote",
	"footcite:p": "footnote",
	"footcite:ps": "footnote",
	"footcite:t": "footnote",
	"footcite:ts": "footnote",
	"footcite:ct": "footnote",
	"footcite:cts": "footnote",
};

const roleOfForm: Readonly<Partial<Record<Form, string>>> = {
	parenthetical: "cite:p",
	textual: "cite:t",
	author: "cite:author",
	year: "cite:year",
	noAuthor: "cite:yearpar",
	footnote: "footcite:p",
	nocite: "cite:empty",
};

export const roleForms = Object.keys(roleOfForm) as readonly Form[];

export function roleFor(form: Form): string | undefined {
	return roleOfForm[form];
}

/** A name that is surely a role; `cite` is also a command of LaTeX. */
export function isRole(name: string): boolean {
	return name.includes("cite") && name !== "cite" && Object.hasOwn(formOfRole, name);
}

/** The role that a document most often cites with in parentheses, else in notes; `cite:p` when it has none. */
export function usualRole({ all }: Document, syntax: SyntaxName): string {
	const roles = all.filter(each => each.syntax === syntax && Object.hasOwn(formOfRole, each.command));
	const best = (form: Form): string | undefined => {
		const names = roles.filter(each => each.form === form).map(({ command }) => command);
		const count = (name: string): number => names.filter(each => each === name).length;
		return [...new Set(names)].sort((a, b) => count(b) - count(a))[0];
	};
	return (
		best("parenthetical") ??
		(roles.some(({ form }) => form === "textual") ? "cite:p" : best("footnote")) ??
		"cite:p"
	);
}

interface Role {
	readonly name: string;
	readonly range: TextRange;
	/** Between the backquotes. */
	readonly inner: TextRange;
	readonly syntax: "myst" | "rst";
}

const target = /\s*(?:\{([^{}`]*)\}\s*)?([^{}\s,`]+)\s*(?:\{([^{}`]*)\})?/y;

/** The citation that a role makes. */
export function readRole(text: string, { name, range, inner, syntax }: Role): Citation {
	const keys: CitedKey[] = [];
	const items: TextRange[] = [];
	for (let at = inner.start; at < inner.end;) {
		target.lastIndex = at;
		const match = target.exec(text);
		if (!match || match.index + match[0].length > inner.end) {
			at++;
			continue;
		}
		const [found, before = "", key = "", after = ""] = match;
		const start = at + found.length - found.trimStart().length;
		const end = at + found.trimEnd().length;
		const head = /^\s*(?:\{[^{}]*\}\s*)?/.exec(found)?.[0].length ?? 0;
		const own = { start: at + head, end: at + head + key.length };
		const item = { start, end };
		items.push(item);
		const prefix = before.trim() === "" ? {} : { prefix: before.trim() };
		keys.push({ key, range: own, whole: own, item, list: 0, ...prefix, ...splitNote(after) });
		at += found.length;
	}
	const form = formOfRole[name];
	const groups = [{ range, inner, items }];
	return { range, keys, syntax, command: name, ...(form && { form }), groups };
}

/** Pre-text and post-text stand in braces; a role in notes has none. */
export function roleItem(work: Work, name: string): string {
	if (name.startsWith("foot")) return work.key;
	const [prefix, note] = [plainText(work.prefix), plainText(noteOf(labelled(work), work))];
	return `${prefix && `{${prefix}}`}${work.key}${note && `{${note}}`}`;
}

function plainText(text = ""): string {
	return text.trim().replace(/\s+/g, " ").replace(/[{}`]/g, "");
}

export function joinRole(
	{ text }: Document,
	citation: Citation,
	offset: number,
	works: readonly Work[],
): readonly TextEdit[] | undefined {
	const group = citation.groups[0];
	if (!group) return undefined;
	const { inner } = group;
	const isInside = offset >= inner.start && offset <= inner.end;
	const place = { group, offset: isInside ? offset : offset <= citation.range.start ? inner.start : inner.end };
	const items = works.map(work => roleItem(work, citation.command));
	return [addToGroup(text, place, items, { mark: ",", separator: separatorIn(text) })];
}

/** As the document's first list of several keys has it. */
function separatorIn(text: string): string {
	return /cite(?::[a-z]+)?[}:]`[^`\s,{}]+(,[ \t]*)[^`\s,{}]/.exec(text)?.[1] ?? ",";
}

export function listOfRole(works: readonly Work[], name: string, text: string): string {
	return works.map(work => roleItem(work, name)).join(separatorIn(text));
}

/** Gives the role another name, which stands at an offset. */
export function changeRole(citation: Citation, start: number, form: Form): readonly TextEdit[] | undefined {
	const name = roleOfForm[form];
	if (name === undefined) return undefined;
	if (name.startsWith("foot") && citation.keys.some(({ prefix, locator, suffix }) => prefix ?? locator ?? suffix)) {
		return undefined;
	}
	return [{ start, end: start + citation.command.length, text: name }];
}

export function describeRole(citation: Citation, work: Work): readonly TextEdit[] | undefined {
	const key = citation.keys.find(each => each.key === work.key);
	if (!key || citation.command.startsWith("foot")) return undefined;
	return [{ ...key.item, text: roleItem(work, citation.command) }];
}

/** A role that the author has opened and left empty: `` {cite}`|` ``. */
export function fillRole(
	text: string,
	offset: number,
	works: readonly Work[],
	opening: RegExp,
): readonly TextEdit[] | undefined {
	const name = text[offset] === "`" ? opening.exec(text.slice(Math.max(0, offset - 24), offset))?.[1] : undefined;
	return name === undefined ? undefined : [{ start: offset, end: offset, text: listOfRole(works, name, text) }];
}
