// Citations of Pandoc's Markdown, Quarto and R Markdown: `[see @a, p. 3; @b]`, `@a [p. 3]`, `-@a`, `@{odd key}`.
// Source: Pandoc User's Guide, "Citation syntax".

import type { TextEdit } from "../../paper";
import type { Citation, CitedKey, Document, Form, InsertOptions, Syntax, Work } from "../citation";
import { insertion } from "../edits";
import { addToGroup } from "../keyGroup";
import { latex } from "../latex";
import { labelled, noteOf, saysSomething } from "../locator";
import { isSimpleKey, scanInline } from "./inline";
import { bracketed, readMarkdown } from "./read";

export const pandoc: Syntax = {
	name: "pandoc",
	read: (text, names) => readMarkdown(text, { names, roles: false }),
	command: pandocCommand,
	write: writePandoc,
	join: joinPandoc,
	mention,
	separator: "; ",
	gap: (command, written) => (command.startsWith("\\") ? latex.gap(command.slice(1), written) : " "),
	fill: fillPandoc,
	clashes: behind => /^[([{]/.test(behind),
	forms: () => ["parenthetical", "textual", "noAuthor"],
	change: changePandoc,
	describe: describePandoc,
	remove: removePandoc,
};

/** Plain text and languages without a syntax of their own: bracketed citations alone, and no block is read as code. */
export const plain: Syntax = {
	...pandoc,
	name: "plain",
	read: text => {
		const { brackets } = scanInline(text, []);
		return { citations: brackets.flatMap(bracket => bracketed(text, bracket, "plain")), zones: [] };
	},
	command: () => "[]",
};

const commands: Readonly<Partial<Record<Form, string>>> = { parenthetical: "[]", textual: "@", noAuthor: "[-@]" };

/** `[]`, `@`, `[-@]`, `<cite>` of cite2c, or in a document that cites in LaTeX only, its command with the backslash. */
function pandocCommand(document: Document, options: InsertOptions): string {
	const { command = "", form } = options;
	if (["[]", "@", "[-@]", "<cite>"].includes(command)) return command;
	const used = new Set(document.all.map(each => (each.command === "<cite>" ? "tag" : each.syntax)));
	if (used.has("latex") && !used.has("pandoc")) return `\\${latex.command(document, options)}`;
	if (!used.has("pandoc") && /<cite\s[^<>]*data-cite/i.test(document.whole)) return "<cite>";
	return (form && commands[form]) ?? "[]";
}

/** A key in the text. One of the words that Quarto takes for cross-references is no simple key. */
export function mention(key: string): string {
	return isSimpleKey(key) ? `@${key}` : `@{${key}}`;
}

function itemOf(work: Work, dash = ""): string {
	const prefix = inBrackets(work.prefix);
	const note = inBrackets(noteOf(labelled(work), work));
	return `${prefix && `${prefix} `}${dash}${mention(work.key)}${note && `, ${note}`}`;
}

/** A text inside a citation, where `;` would part keys and a bracket end it. */
function inBrackets(text = ""): string {
	return text
		.trim()
		.replace(/\s+/g, " ")
		.replace(/;/g, ",")
		.replace(/(^|[^\\])([[\]@])/g, "$1\\$2");
}

function list(works: readonly Work[]): string {
	return works.map(work => itemOf(work)).join("; ");
}

function writePandoc(works: readonly Work[], command: string, document: Document): string {
	if (command.startsWith("\\")) return latex.write(works, command.slice(1), document);
	if (command === "<cite>") return works.map(({ key }) => `<cite data-cite="${key}"/>`).join(" ");
	const [first, ...others] = works;
	if (!first) return "";
	if (command === "[-@]") return `[${[itemOf(first, "-"), ...others.map(work => itemOf(work))].join("; ")}]`;
	if (command !== "@") return `[${list(works)}]`;
	const note = inBrackets(noteOf(labelled(first), first));
	const inside = [...(note === "" ? [] : [note]), ...others.map(work => itemOf(work))];
	const prefix = inBrackets(first.prefix);
	return `${prefix && `${prefix} `}${mention(first.key)}${inside.length > 0 ? ` [${inside.join("; ")}]` : ""}`;
}

function joinPandoc(
	{ text }: Document,
	citation: Citation,
	offset: number,
	works: readonly Work[],
): readonly TextEdit[] | undefined {
	if (citation.command === "<cite>") return undefined;
	const { range, groups } = citation;
	const group = groups[0];
	if (!group) {
		const clash = "([{".includes(text.charAt(range.end) || " ") ? " " : "";
		return [insertion(range.end, ` [${list(works)}]${clash}`)];
	}
	const first = group.items[0];
	// `@a [p. 3; @b]` begins with the locator of the key before it; `[see @a]` with a word that belongs to its key.
	const canLead = first !== undefined && /^-?@/.test(text.slice(first.start, first.end));
	const isNamed = citation.command === "@" && offset < group.inner.start;
	const place = { group, offset: isNamed ? group.inner.start : offset };
	const items = works.map(work => itemOf(work));
	return [addToGroup(text, place, items, { mark: ";", separator: "; ", canLead })];
}

/** `[|]` becomes `[@key]`, and an `@` that waits for its key gets it. */
function fillPandoc(text: string, offset: number, works: readonly Work[]): readonly TextEdit[] | undefined {
	const [before, behind] = [text.slice(Math.max(0, offset - 2), offset), text.slice(offset, offset + 2)];
	if (/(?:^|[^!^\]\\])\[$/.test(before) && /^\](?:$|[^([{:])/.test(behind)) {
		return [insertion(offset, list(works))];
	}
	if (!/(?:^|[^\p{L}\p{N}\\])@$/u.test(before) || !/^(?:[\s\];,]|$)/.test(behind)) return undefined;
	const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
	const line = text.slice(lineStart, offset);
	const isInBracket = line.lastIndexOf("[") > line.lastIndexOf("]");
	const [first, ...others] = works;
	if (!first) return undefined;
	if (isInBracket) return [insertion(offset, list(works.map(work => ({ ...work, prefix: "" }))).slice(1))];
	const rest = others.length === 0 ? "" : ` [${list(others)}]`;
	return [insertion(offset, mention(first.key).slice(1) + rest)];
}

function changePandoc(document: Document, citation: Citation, form: Form): readonly TextEdit[] | undefined {
	const command = commands[form];
	if (command === undefined || citation.command === "<cite>") return undefined;
	if (citation.keys.some(({ list: each }) => each < -1)) return undefined;
	return [{ ...citation.range, text: writePandoc(citation.keys, command, document) }];
}

function describePandoc(document: Document, citation: Citation, work: Work): readonly TextEdit[] | undefined {
	const key = citation.keys.find(each => each.key === work.key);
	if (!key || citation.command === "<cite>" || key.list < -1) return undefined;
	if (key.list < 0) return describeNamed(document, citation, work);
	const dash = document.text[key.whole.start] === "-" ? "-" : "";
	return [{ ...key.item, text: itemOf(work, dash) }];
}

/** What is said about a key in the text stands in the bracket behind it; nothing can stand before it. */
function describeNamed({ text }: Document, citation: Citation, work: Work): readonly TextEdit[] | undefined {
	if ((work.prefix ?? "").trim() !== "") return undefined;
	const note = inBrackets(noteOf(labelled(work), work));
	const group = citation.groups[0];
	const { end } = citation.range;
	if (!group) return note === "" ? [] : [insertion(end, ` [${note}]`)];
	const [first, second] = group.items;
	const hasNote = first !== undefined && !citation.keys.slice(1).some(({ item }) => item.start === first.start);
	if (!first) return undefined;
	if (!hasNote) return note === "" ? [] : [insertion(first.start, `${note}; `)];
	if (note !== "") return [{ ...first, text: note }];
	const head = citation.keys[0]?.whole.end ?? end;
	return second
		? [{ start: first.start, end: second.start, text: "" }]
		: [{ start: head, end, text: text.slice(end, end) }];
}

/** `@a [p. 3; @b]` without `a` is `[@b]`, without `b` it is `@a [p. 3]`. */
function removePandoc(
	document: Document,
	citation: Citation,
	gone: ReadonlySet<string>,
): readonly TextEdit[] | undefined {
	const [named, ...others] = citation.keys;
	if (citation.command !== "@" || !named) return undefined;
	const left = others.filter(({ key }) => !gone.has(key));
	if (gone.has(named.key)) return [{ ...citation.range, text: `[${left.map(written(document)).join("; ")}]` }];
	const hasNote = saysSomething(named);
	if (left.length > 0 || hasNote) {
		return hasNote || left.length > 0
			? [{ ...citation.range, text: withLeft(document, citation, named, left) }]
			: undefined;
	}
	return [{ start: named.whole.end, end: citation.range.end, text: "" }];
}

function written({ text }: Document): (key: CitedKey) => string {
	return ({ item }) => text.slice(item.start, item.end);
}

function withLeft(document: Document, citation: Citation, named: CitedKey, left: readonly CitedKey[]): string {
	const { text } = document;
	const group = citation.groups[0];
	const first = group?.items[0];
	const isNote = first && !citation.keys.slice(1).some(({ item }) => item.start === first.start);
	const note = isNote ? [text.slice(first.start, first.end)] : [];
	const head = text.slice(named.whole.start, group?.inner.start ?? named.whole.end);
	return `${head}${[...note, ...left.map(written(document))].join("; ")}]`;
}
