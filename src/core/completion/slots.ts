// Where a key may be being typed, as the characters around the cursor alone tell it, in every syntax. Half of what is
// found here is none: `expectedAt` lets the syntax decide. It is cheap enough to be asked at every keystroke.

import type { SyntaxName } from "../citations/citation";
import { isSimpleKey } from "../citations/markdown/inline";
import type { TextRange } from "../paper";
import type { Writing } from "./writing";

/** The range is what an accepted key replaces, with its mark where `writing` has one. */
export interface Slot extends TextRange {
	/** What was typed of the key, or the words of a search. */
	readonly words: string;
	readonly writing: Writing;
	/** What closes, behind the key, what is still open. */
	readonly close: string;
	/** The first of several words, where it may also be a key, and the others what is said about it. */
	readonly mayBeKey?: string;
}

/** The text before the cursor and behind it, in its paragraph. */
export interface Around {
	readonly head: string;
	readonly tail: string;
	readonly offset: number;
}

type Finder = (around: Around) => Slot | undefined;

/** A citation that is longer is not looked at: so many characters before the cursor and behind it. */
export const reachBefore = 3000;
const reachBehind = 600;

/** The text around an offset, up to empty lines. */
export function around(text: string, offset: number): Around {
	const before = text.slice(Math.max(0, offset - reachBefore), offset);
	const behind = text.slice(offset, offset + reachBehind);
	const head = before.split(/\n[^\S\n]*\r?\n/).at(-1) ?? "";
	return { head, tail: behind.split(/\r?\n[^\S\n]*\r?\n/, 1)[0] ?? "", offset };
}

/** All slots at a place; more than one where two syntaxes share a document. */
export function slotsAt(place: Around, syntax: SyntaxName): Slot[] {
	return finders[syntax].flatMap(find => find(place) ?? []);
}

/** The last place of any of these characters, or -1. */
function lastOf(text: string, marks: string): number {
	let at = text.length - 1;
	while (at >= 0 && !marks.includes(text.charAt(at))) at--;
	return at;
}

/** The bracket that is open at the end of a text, or -1. */
function openBracket(text: string, open: string, close: string): number {
	let depth = 0;
	for (let at = text.length - 1; at >= 0; at--) {
		const char = text.charAt(at);
		if (char === close) depth++;
		if (char === open && depth-- === 0) return at;
	}
	return -1;
}

/** What is to be added to close a bracket; nothing where it is closed before any of these characters. */
function closing(tail: string, close: string, stop: RegExp): string {
	const end = tail.indexOf(close);
	return end >= 0 && !stop.test(tail.slice(0, end)) ? "" : close;
}

function lengthOf(pattern: RegExp, tail: string): number {
	return pattern.exec(tail)?.[0].length ?? 0;
}

/** How much of a key stands behind the cursor. Where nothing closes the list, the marks of a sentence end it. */
function restOfKey(pattern: RegExp, tail: string, close: string): number {
	const rest = pattern.exec(tail)?.[0] ?? "";
	return (close === "" ? rest : rest.replace(/[^\p{L}\p{N}]+$/u, "")).length;
}

/** LaTeX: `\cite{a, hidden strat|`. */
const inBraces: Finder = ({ head, tail, offset }) => {
	const from = lastOf(head, "{},%\\\r\n");
	if (from >= 0 && !"{,\r\n".includes(head.charAt(from))) return undefined;
	const words = head.slice(from + 1).trimStart();
	if (words === "*") return undefined;
	const open = openBracket(head, "{", "}");
	const before = head.slice(Math.max(0, open - 200), Math.max(0, open)).trimEnd();
	if (open < 0 || !/(?:\\[A-Za-z]+\*?|[\])>}]|%[^\r\n]*)$/.test(before)) return undefined;
	const close = closing(tail, "}", /[{\\]/);
	const end = offset + restOfKey(/^[^\s,{}%\\]*/, tail, close);
	return { start: offset - words.length, end, words, writing: "bare", close };
};

/** Pandoc: `@key`, `-@key`, `@{a key}`; in brackets also words, `[@hidden strat|`. */
const atSign: Finder = place => {
	const { head, tail, offset } = place;
	const at = head.lastIndexOf("@");
	if (at < 0 || isJoined(head, at)) return undefined;
	const words = head.slice(at + 1);
	const start = offset - words.length - 1;
	const close = openBracket(head, "[", "]") < 0 ? "" : closing(tail, "]", /[[\r\n]/);
	if (words.startsWith("{")) {
		if (/[{}\r\n]/.test(words.slice(1))) return undefined;
		const end = offset + (/^[^{}\r\n]*\}/.exec(tail)?.[0].length ?? lengthOf(/^[^\s{}[\];,]*/, tail));
		return { start, end, words: words.slice(1), writing: "pandoc", close };
	}
	const end = offset + lengthOf(/^[\p{L}\p{N}_]*(?:[:.#$%&\-+?<>~/]+[\p{L}\p{N}_]+)*/u, tail);
	const slot = { start, end, words, writing: "pandoc", close } as const;
	const several = wordsInBrackets(place, at);
	if (several) return { ...slot, mayBeKey: several };
	const isKey = words === "" || (isSimpleKey(`${words}x`) && /[\p{L}\p{N}_:/-]$/u.test(words));
	return isKey ? slot : undefined;
};

/** Whether what stands before a mark makes it part of an address or escapes it. */
function isJoined(head: string, at: number): boolean {
	return /[\p{L}\p{N}\p{M}\\@]$/u.test(head.slice(Math.max(0, at - 2), at));
}

/** The first of several words behind an `@` in a bracket. */
function wordsInBrackets({ head }: Around, at: number): string | undefined {
	if (openBracket(head.slice(0, at), "[", "]") < 0) return undefined;
	return /^([\p{L}\p{N}][^\s;,[\]{}@]*)[ \t][^;,[\]{}@\r\n]*$/u.exec(head.slice(at + 1))?.[1];
}

/** Org: `[cite/t:see @a; @hidden strat|`. */
const orgCite: Finder = place => {
	const { head, tail, offset } = place;
	const at = head.lastIndexOf("@");
	const open = openBracket(head.slice(0, Math.max(at, 0)), "[", "]");
	if (open < 0 || !/^\[cite(?:\/[\w/-]+)?:/.test(head.slice(open))) return undefined;
	const words = head.slice(at + 1);
	const mayBeKey = wordsInBrackets(place, at);
	if (mayBeKey === undefined && /[\s;[\]]/.test(words)) return undefined;
	const close = closing(tail, "]", /\[/);
	const end = offset + restOfKey(/^[^\s;@[\]]*/, tail, close);
	return {
		...{ start: offset - words.length, end, words, writing: "bare", close },
		...(mayBeKey !== undefined && { mayBeKey }),
	};
};

/** org-ref: `cite:a,b|`, `[[cite:a,hidden strat|]]`, `[[citep:see &a;&b|]]`. */
const orgLink: Finder = ({ head, tail, offset }) => {
	const link =
		/(?:^|[^\p{L}\p{N}_:/&@-])([A-Za-z]{3,20}\*?):(?:[^\s[\]<>()]*[,;&])?([^\s[\]<>(),;&]*)$/u.exec(head) ??
		/\[\[([A-Za-z*]{4,24}):(?:[^[\]]*&)([^\s;&[\]]*)$/.exec(head) ??
		/\[\[([A-Za-z*]{4,24}):(?:[^[\]&;]*,)?([^[\]&;,\r\n]*)$/.exec(head);
	const words = link?.[2];
	if (words === undefined) return undefined;
	const isBracketed = openBracket(head, "[", "]") > 0;
	const close = isBracketed ? closing(tail, "]]", /[[\r\n]/) : "";
	// A bare link ends before the marks of the sentence.
	const end = offset + lengthOf(isBracketed ? /^[^\s[\]<>(),;&]*/ : /^(?:[^\s[\]<>(),;&]*[\p{L}\p{N}])?/u, tail);
	return { start: offset - words.length, end, words, writing: "bare", close };
};

const references = /(?:^|[^\p{L}\p{N}\\])(?:@[\p{L}\p{N}\p{M}_\-:.]+)+$/u;

/** Typst: `@key|`; references may follow one another without a space, `@a@b|`. */
const typstReference: Finder = ({ head, tail, offset }) => {
	const words = /@([\p{L}\p{N}\p{M}_\-:.]*)$/u.exec(head)?.[1];
	if (words === undefined || words.endsWith(".")) return undefined;
	const at = head.length - words.length - 1;
	if (isJoined(head, at) && !references.test(head.slice(0, at))) return undefined;
	const end = offset + lengthOf(/^[\p{L}\p{N}\p{M}_-]*(?:[:.]+[\p{L}\p{N}\p{M}_-]+)*/u, tail);
	return { start: offset - words.length - 1, end, words, writing: "typst", close: "" };
};

/** Typst: `cite(<hidden strat|`, `cite(label("a|`. */
const typstCall: Finder = ({ head, tail, offset }) => {
	const [found, label, quoted] = /\bcite\(\s*(?:<([^<>\r\n]*)|label\("([^"\r\n]*))$/.exec(head) ?? [];
	if (found === undefined) return undefined;
	if (quoted !== undefined) {
		const end = offset + lengthOf(/^[^"\r\n()]*/, tail);
		const close = /^[^\r\n()]*"/.test(tail) ? "" : tail.startsWith(")") ? '"' : '"))';
		return { start: offset - quoted.length, end, words: quoted, writing: "bare", close };
	}
	const words = label ?? "";
	const rest = /^[^\s<>()]*>/.exec(tail)?.[0] ?? /^[^\s<>(),\]]*/.exec(tail)?.[0] ?? "";
	const close = /^\s*[,)]/.test(tail.slice(rest.length)) ? "" : ")";
	return { start: offset - words.length - 1, end: offset + rest.length, words, writing: "label", close };
};

/** Roles of MyST and reStructuredText: `` {cite:p}`a, b| ``, `` :cite:t:`{see}a| ``. */
const inRole: Finder = ({ head, tail, offset }) => {
	const list = /(?::(?:foot)?cite(?::[a-z]+)?:|\{(?:foot)?cite(?::[a-z]+)?\})`([^`]*)$/.exec(head)?.[1];
	const words = list === undefined ? undefined : /(?:^|,)\s*(?:\{[^{}]*\}\s*)?([^{},]*)$/.exec(list)?.[1];
	if (words === undefined) return undefined;
	const close = closing(tail, "`", /[:}]$|[\r\n]/);
	const end = offset + restOfKey(/^[^\s,`{}]*/, tail, close);
	return { start: offset - words.length, end, words, writing: "bare", close };
};

/** docutils: `[a|]_`, where the mark stands already. */
const inLabel: Finder = ({ head, tail, offset }) => {
	const words = /(?:^|[\s'"([{<\-/:])\[([^[\]\s]*)$/.exec(head)?.[1];
	const rest = /^([^[\]\s]*)\]_(?![\p{L}\p{N}_])/u.exec(tail)?.[1];
	if (words === undefined || rest === undefined || /^(?:\d|#|\*)/.test(words + rest)) return undefined;
	return { start: offset - words.length, end: offset + rest.length, words, writing: "bare", close: "" };
};

/** AsciiDoc: `cite:[a, b|`, `citenp:see[a|`, and the older `[cite:See:a,12;b|`. */
const inMacro: Finder = ({ head, tail, offset }) => {
	const list = /(?:^|[^\p{L}\p{N}_])(?:[a-z]*cite[a-z]*|bibitem):[^[\]\r\n:]*\[([^[\]]*)$/u.exec(head)?.[1];
	const older = /\[(?:cite|citenp):([^[\]\r\n]*)$/.exec(head)?.[1];
	const words =
		list === undefined
			? older === undefined
				? undefined
				: /(?:^|;)\s*(?:[^:,;]*:)?\s*([^:,;]*)$/.exec(older)?.[1]
			: /(?:^|,)\s*([^,()]*)$/.exec(list)?.[1];
	if (words === undefined) return undefined;
	const close = closing(tail, "]", /[[\r\n]/);
	const end = offset + restOfKey(/^[^\s,;()[\]]*/, tail, close);
	return { start: offset - words.length, end, words, writing: "bare", close };
};

/** cite2c: `<cite data-cite="a|`. */
const inTag: Finder = ({ head, tail, offset }) => {
	const [, quote, words] = /<cite\s[^<>]{0,200}?\bdata-cite\s*=\s*(["'])([^"'<>\r\n]*)$/i.exec(head) ?? [];
	if (quote === undefined || words === undefined) return undefined;
	const end = offset + lengthOf(/^[^\s"'<>/]*/, tail);
	const rest = tail.slice(end - offset);
	const close = rest.startsWith(quote) ? (/^.[^<>]*>/.test(rest) ? "" : `${quote}/>`) : `${quote}/>`;
	return { start: offset - words.length, end, words, writing: "bare", close };
};

const finders: Readonly<Record<SyntaxName, readonly Finder[]>> = {
	latex: [inBraces],
	pandoc: [atSign, inRole, inBraces, inTag],
	myst: [atSign, inRole, inBraces, inTag],
	typst: [typstCall, typstReference],
	rst: [inRole, inLabel],
	asciidoc: [inMacro],
	org: [orgCite, orgLink, inBraces],
	plain: [atSign],
};
