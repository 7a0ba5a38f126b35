// Citations of Typst: `@key[p. 3]` and `#cite(<key>, supplement: [p. 3], form: "prose")`.
// Sources: Typst reference, "Cite", "Reference" and "Label".

import type { TextEdit } from "../../paper";
import type { Citation, CitedKey, Document, Form, InsertOptions, Reading, Syntax, Work, Zone } from "../citation";
import { insertion } from "../edits";
import { labelled, noteOf, splitNote } from "../locator";
import type { TypstMark } from "./call";
import { scanTypst } from "./scan";

/** The forms of `cite`, by what they do. */
const nameOfForm: Readonly<Partial<Record<Form, string>>> = {
	parenthetical: "normal",
	textual: "prose",
	author: "author",
	year: "year",
	full: "full",
	nocite: "none",
};

const formOfName = new Map(Object.entries(nameOfForm).map(([form, name]) => [name, form as Form]));

/** What documents begin the labels of their own parts with, which may be in another file of the project. */
const ownPart =
	/^(?:fig(?:ure)?|tab|tbl|table|sec|section|eqn?|eqt|equation|lst|listing|code|alg|algo|algorithm|thm|theorem|lem|lemma|def|cor|prop|prp|rem|exm?|ch|chap|chapter|app|appendix|part|step|fn)[-:.]/i;

const mailHost = /\.(?:[a-z]{2}|com|org|net|edu|gov|info|mil|dev|app)$/i;

function readTypst(text: string): Reading {
	const { marks, labels, zones } = scanTypst(text);
	const dead: Zone[] = [...zones];
	const cited = marks.filter(mark => {
		const isCited = mark.isCall || isCitation(text, mark, labels);
		if (!isCited) dead.push({ start: mark.start, end: mark.end, kind: "token", place: "argument" });
		return isCited;
	});
	cited.sort((a, b) => a.start - b.start);
	const groups: TypstMark[][] = [];
	for (const mark of cited) {
		const group = groups.at(-1);
		const last = group?.at(-1);
		if (group && last && isBeside(text, last, mark)) group.push(mark);
		else groups.push([mark]);
	}
	return { citations: groups.flatMap(group => citationOf(group)), zones: dead };
}

/** Whether a reference is one to a work: not to a part of the document, and no mail address. */
function isCitation(text: string, { start, key }: TypstMark, labels: ReadonlySet<string>): boolean {
	if (labels.has(key) || ownPart.test(key)) return false;
	return !(mailHost.test(key) && /[\p{L}\p{N}]/u.test(text.charAt(start - 1)));
}

/** Citations with nothing but a space between them make one group. */
function isBeside(text: string, a: TypstMark, b: TypstMark): boolean {
	if (!a.isOpen || !b.isOpen || (a.form ?? "normal") !== (b.form ?? "normal")) return false;
	return b.start - a.end < 80 && /^[ \t]*(?:\r?\n[ \t]*)?$/.test(text.slice(a.end, b.start));
}

function citationOf(marks: readonly TypstMark[]): Citation[] {
	const [first, last] = [marks[0], marks.at(-1)];
	if (!first || !last) return [];
	const range = { start: first.start, end: last.end };
	const keys = marks
		.filter(({ key }) => key !== "")
		.map((mark): CitedKey => {
			const whole = { start: mark.start, end: mark.end };
			const note = mark.supplement === undefined ? {} : splitNote(mark.supplement);
			return { key: mark.key, range: mark.keyRange, whole, item: whole, list: 0, ...note };
		});
	const name = first.form ?? "normal";
	const form = formOfName.get(name);
	const command = !first.isCall ? "@" : name === "normal" ? "#cite" : `#cite/${name}`;
	const inner = keys.length === 0 ? first.keyRange : range;
	const groups = [{ range, inner, items: keys.map(({ item }) => item) }];
	return [{ range, keys, syntax: "typst", command, ...(form && { form }), groups }];
}

/** `@` for what documents mostly do; `#cite/prose` for a call with a form. */
function typstCommand({ all: citations }: Document, { command = "", form }: InsertOptions): string {
	if (command === "@" || /^#cite(?:\/\w+)?$/.test(command)) return command;
	const name = form && nameOfForm[form];
	if (name !== undefined && name !== "normal") return `#cite/${name}`;
	const plain = citations.filter(each => each.form === "parenthetical");
	const calls = plain.filter(each => each.command === "#cite").length;
	return calls * 2 > plain.length ? "#cite" : "@";
}

/** Whether `<key>` is a label and `@key` reads all of it. */
export function isSimple(key: string): boolean {
	return /^[\p{L}\p{N}\p{M}_\-:.]*[\p{L}\p{N}\p{M}_-]$/u.test(key) && !ownPart.test(key);
}

/** A key as an argument of `cite`. */
export function labelOf(key: string): string {
	return isSimple(key) || ownPart.test(key) ? `<${key}>` : `label("${key.replace(/["\\]/g, "\\$&")}")`;
}

function clean(text = ""): string {
	const line = text.trim().replace(/\s+/g, " ");
	const brackets = line.replace(/\\[^]/g, "").replace(/[^[\]]/g, "");
	return /^(?:\[\])*$/.test(brackets) ? line : line.replace(/[[\]]/g, "");
}

function writeOne(work: Work, command: string): string {
	const note = clean(noteOf(labelled(work), work));
	const prefix = clean(work.prefix);
	const before = prefix && `${prefix} `;
	if (command === "@" && isSimple(work.key)) return `${before}@${work.key}${note && `[${note}]`}`;
	const name = /\/(\w+)$/.exec(command)?.[1];
	const form = name === undefined ? "" : name === "none" ? ", form: none" : `, form: "${name}"`;
	return `${before}#cite(${labelOf(work.key)}${note && `, supplement: [${note}]`}${form})`;
}

function writeTypst(works: readonly Work[], command: string): string {
	return works.map(work => writeOne(work, command)).join(" ");
}

/** What goes on with a key or a call right behind it. */
const clash = /^(?:[-_[(]|[.:][\p{L}\p{N}_-])/u;

function joinTypst(
	{ text }: Document,
	citation: Citation,
	offset: number,
	works: readonly Work[],
): readonly TextEdit[] | undefined {
	const group = citation.groups[0];
	if (citation.keys.length === 0) return group && joinEmpty(group.inner.start, citation.range.end, works);
	const items = group?.items ?? [];
	const index = items.findLastIndex(({ start }) => start < offset);
	const [first, before, next] = [items[0], items[index], items[index + 1]];
	if (!first) return undefined;
	if (text.charAt(citation.range.start) === "c") return joinInCode(citation, works);
	const isEmpty = before && next && before.end === next.start;
	const separator = isEmpty ? "" : " ";
	const written = works.map(work => writeOne(work, commandLike(citation))).join(separator || " ");
	if (!before) return [insertion(first.start, `${written} `)];
	const space = !next && clash.test(text.slice(before.end, before.end + 2)) ? " " : "";
	return [insertion(before.end, ` ${written}${space}`)];
}

/** `#cite(<>)` takes a key, and others behind it. */
function joinEmpty(start: number, end: number, works: readonly Work[]): TextEdit[] {
	const [first, ...others] = works;
	if (!first) return [];
	const rest = others.length === 0 ? [] : [insertion(end, ` ${writeTypst(others, "#cite")}`)];
	return [insertion(start, first.key), ...rest];
}

/** In code two citations are content, `[#cite(<a>) #cite(<b>)]`. */
function joinInCode(citation: Citation, works: readonly Work[]): TextEdit[] {
	const { start, end } = citation.range;
	return [insertion(start, "[#"), insertion(end, ` ${writeTypst(works, commandLike(citation))}]`)];
}

/** A call that gives a form makes others do the same. */
function commandLike({ command }: Citation): string {
	return command === "#cite" ? "#cite" : command;
}

/** `@|` waits for its key. */
function fillTypst(text: string, offset: number, works: readonly Work[]): readonly TextEdit[] | undefined {
	const before = text.slice(Math.max(0, offset - 12), offset);
	const behind = text.slice(offset, offset + 2);
	const [first, ...others] = works;
	if (!first || !isSimple(first.key)) return undefined;
	if (!/(?:^|[^\p{L}\p{N}\\@])@$/u.test(before) || !/^(?:$|[\s\],;)!?]|[.:](?:$|[^\p{L}\p{N}]))/u.test(behind)) {
		return undefined;
	}
	const rest = others.length === 0 ? "" : ` ${writeTypst(others, "@")}`;
	return [insertion(offset, writeOne({ ...first, prefix: "" }, "@").slice(1) + rest)];
}

function changeTypst({ text }: Document, citation: Citation, form: Form): readonly TextEdit[] | undefined {
	const name = nameOfForm[form];
	if (name === undefined) return undefined;
	const command = name === "normal" ? "@" : `#cite/${name}`;
	const isOpen = /^[@#]/.test(text.charAt(citation.range.start));
	return citation.keys.map(key => {
		const written = writeOne(key, isOpen ? command : command.replace("@", "#cite"));
		return { ...key.item, text: isOpen ? written : written.slice(1) };
	});
}

function describeTypst({ text }: Document, citation: Citation, work: Work): readonly TextEdit[] | undefined {
	const key = citation.keys.find(each => each.key === work.key);
	if (!key || (work.prefix ?? "").trim() !== "") return undefined;
	const isReference = text.charAt(key.item.start) === "@";
	const call = citation.command === "@" ? "#cite" : citation.command;
	const written = writeOne(work, isReference ? "@" : call);
	return [{ ...key.item, text: text.charAt(key.item.start) === "c" ? written.slice(1) : written }];
}

export const typst: Syntax = {
	name: "typst",
	read: text => readTypst(text),
	command: typstCommand,
	write: writeTypst,
	join: joinTypst,
	mention: key => writeOne({ key }, "@"),
	separator: " ",
	gap: () => " ",
	clashes: behind => clash.test(behind),
	fill: fillTypst,
	forms: () => Object.keys(nameOfForm) as Form[],
	change: changeTypst,
	describe: describeTypst,
};
