// What an XML text is about, told by its beginning: what stands before the first element, that element, and those in it.

import { Parser } from "htmlparser2";
import { Namespaces } from "../../text/markup/namespaces";

/** The beginning of an XML text. */
export interface Root {
	/** The name of the first element, its prefix in the form of `Namespaces`. */
	readonly name: string;
	/** Where the first element begins. */
	readonly start: number;
	/** The names of the elements within the beginning, the first one included. */
	readonly names: ReadonlySet<string>;
	/** The beginning itself, up to `bound` characters from the first element on. */
	readonly head: string;
	/** Whether the text says that it is XML, by a declaration, a document type or a namespace. */
	readonly isDeclared: boolean;
}

/** Characters that are looked at. */
const bound = 16_000;

/** Longest prolog: a document type may hold entities, and this many of them are hostile. */
const longestProlog = 1 << 20;

/** What browsers show above a feed, and people copy with it. */
const browserNote = /^\s*This XML file does not appear to have any style information[^<]{0,200}/;

/** The beginning of a text whose first mark is an element's; `undefined` for all other texts. */
export function rootOf(text: string): Root | undefined {
	const begin = /^[\s\ufeff\0]{0,1000}/.exec(text)?.[0].length ?? 0;
	const note = browserNote.exec(text.slice(0, 1000))?.[0].length ?? 0;
	if (text[Math.max(begin, note)] !== "<") return undefined;
	const { start, isDeclared } = afterProlog(text, Math.max(begin, note));
	const head = text.slice(start, start + bound);
	if (!/^<[\p{L}_]/u.test(head)) return undefined;
	const names = namesIn(head);
	const [name] = names;
	if (name === undefined) return undefined;
	return {
		name,
		start,
		names: new Set(names),
		head,
		isDeclared: isDeclared || /^<[^>]*\sxmlns(?::[\w.-]+)?=/.test(head),
	};
}

/** The first `undefined`-free names of elements, in order. */
function namesIn(head: string): readonly string[] {
	const found: string[] = [];
	const namespaces = new Namespaces();
	const parser = new Parser(
		{
			onopentag: (name, attributes) => {
				namespaces.declare(attributes);
				found.push(namespaces.nameOf(name));
			},
		},
		{ xmlMode: true },
	);
	parser.end(head);
	return found;
}

/** Skips the declaration, processing instructions, comments and the document type (XML 1.0, section 2.8). */
function afterProlog(text: string, from: number): { start: number; isDeclared: boolean } {
	let at = from;
	let isDeclared = false;
	while (at < text.length && at - from < longestProlog) {
		const blank = /[^\s\0]/g;
		blank.lastIndex = at;
		at = blank.exec(text)?.index ?? text.length;
		const mark = text.slice(at, at + 9);
		if (mark.startsWith("<?")) {
			isDeclared ||= /^<\?xml/i.test(mark);
			at = endAfter(text, "?>", at);
		} else if (mark.startsWith("<!--")) at = endAfter(text, "-->", at + 4);
		else if (/^<!doctype/i.test(mark)) {
			isDeclared = true;
			at = afterDocumentType(text, at);
		} else break;
	}
	return { start: at, isDeclared };
}

function endAfter(text: string, mark: string, from: number): number {
	const found = text.indexOf(mark, from);
	return found < 0 ? text.length : found + mark.length;
}

/** The end of a document type, whose entities are never looked at. */
function afterDocumentType(text: string, from: number): number {
	let depth = 0;
	for (let at = from; at < text.length && at - from < longestProlog; at++) {
		const char = text[at];
		if (char === '"' || char === "'") {
			const close = text.indexOf(char, at + 1);
			if (close < 0) return text.length;
			at = close;
		} else if (char === "[") depth++;
		else if (char === "]") depth--;
		else if (char === ">" && depth <= 0) return at + 1;
	}
	return text.length;
}
