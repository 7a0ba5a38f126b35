// What a person may be typing at a place of a .bib file: a type, a field, a value, however much of the entry is there.

import { closer } from "../../bibliography/bibtex/blocks";
import type { TextRange } from "../../paper";

interface Typed {
	readonly typed: string;
	/** What an accepted row replaces; on one line. */
	readonly range: TextRange;
}

export type BibPlace =
	/** Behind `@`; a new entry has nothing behind its type. */
	| ({ readonly kind: "type"; readonly isNew: boolean } & Typed)
	/** The name of a field of an entry that has others; it has a value already, or a comma behind. */
	| ({
			readonly kind: "field";
			readonly type: string;
			readonly present: readonly string[];
			readonly hasValue: boolean;
			readonly hasComma: boolean;
	  } & Typed)
	/** A value without braces or quotes: the name of a string. */
	| ({ readonly kind: "string"; readonly field: string } & Typed)
	/** One item of a value in braces or quotes. */
	| ({ readonly kind: "value"; readonly field: string; readonly type: string } & Typed);

/** Entries that are longer are not looked at: so much of the text before a place and behind it tells what is expected. */
export const reach = 40_000;

/** What is expected at an offset of a .bib file; `undefined` where nothing can be told. Never throws. */
export function bibPlaceAt(text: string, offset: number): BibPlace | undefined {
	if (offset < 0 || offset > text.length) return undefined;
	const line =
		text
			.slice(Math.max(0, offset - 400), offset)
			.split(/[\r\n]/)
			.at(-1) ?? "";
	const type = /^[^\S\r\n]*@([A-Za-z]*)$/.exec(line)?.[1];
	if (type !== undefined) {
		const rest = /^[A-Za-z]*/.exec(text.slice(offset, offset + 60))?.[0] ?? "";
		const end = offset + rest.length;
		const isNew = !/^\s*[{(]/.test(text.slice(end, end + 60));
		return { kind: "type", isNew, typed: type, range: { start: offset - type.length, end } };
	}
	const head = headBefore(text, offset);
	return head && placeIn(text, head, offset);
}

interface Head {
	readonly type: string;
	readonly close: "}" | ")";
	/** Behind the bracket that opens the entry. */
	readonly start: number;
}

/** The last beginning of an entry before an offset, on a line or behind an entry. */
function headBefore(text: string, offset: number): Head | undefined {
	const from = Math.max(0, offset - reach);
	const heads = text.slice(from, offset).matchAll(/(?:^|[\r\n}])[^\S\r\n]*@[^\S\r\n]*([A-Za-z][\w-]*)\s*([{(])/g);
	const last = Array.from(heads).at(-1);
	if (!last) return undefined;
	const type = (last[1] ?? "").toLowerCase();
	if (type === "comment" || type === "preamble") return undefined;
	return { type, close: closer(last[2] === "(" ? "(" : "{"), start: from + last.index + last[0].length };
}

interface State {
	readonly in: "name" | "bare" | "braced" | "quoted";
	readonly field: string;
	/** Where the name or the value that the offset is in begins. */
	readonly start: number;
}

function placeIn(text: string, head: Head, offset: number): BibPlace | undefined {
	const state = stateAt(text, head, offset);
	if (!state) return undefined;
	const { field, start } = state;
	const typed = text.slice(start, offset).trimStart();
	switch (state.in) {
		case "name":
			return fieldPlace(text, head, offset, typed);
		case "bare": {
			if (/[^\w:.+/-]/.test(typed)) return undefined;
			const end = offset + (/^[\w:.+/-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
			return { kind: "string", field, typed, range: { start: offset - typed.length, end } };
		}
		case "braced":
		case "quoted":
			return valuePlace(text, { field, type: head.type }, { start, offset });
	}
}

/** Goes through an entry up to an offset; `undefined` when the entry is over by then, or its key is being typed. */
function stateAt(text: string, { type, close, start: from }: Head, offset: number): State | undefined {
	const comma = type === "string" ? from - 1 : text.indexOf(",", from);
	if (comma < from - 1 || comma >= offset) return undefined;
	let state: State = { in: "name", field: "", start: comma + 1 };
	let depth = 0;
	for (let at = comma + 1; at < offset; at++) {
		const char = text.charAt(at);
		if (state.in === "braced" || state.in === "quoted") {
			if (char === "{") depth++;
			else if (char === "}") depth--;
			const isOver = state.in === "braced" ? depth === 0 : char === '"' && depth === 0;
			if (isOver) state = { ...state, in: "bare", start: at + 1 };
		} else if (char === close) return undefined;
		else if (char === ",") state = { in: "name", field: "", start: at + 1 };
		else if (state.in === "name") {
			if (char === "=") state = { in: "bare", field: text.slice(state.start, at).trim(), start: at + 1 };
		} else if (char === "{" || char === '"') {
			depth = char === "{" ? 1 : 0;
			state = { ...state, in: char === "{" ? "braced" : "quoted", start: at + 1 };
		} else if (char === "#") state = { ...state, start: at + 1 };
	}
	return { ...state, field: state.field.toLowerCase() };
}

function fieldPlace(text: string, { type, start }: Head, offset: number, typed: string): BibPlace | undefined {
	if (type === "string" || !/^(?:[A-Za-z][\w+-]*)?$/.test(typed)) return undefined;
	const behind = text.slice(offset, offset + 200);
	const end = offset + (/^[\w+-]*/.exec(behind)?.[0].length ?? 0);
	const rest = behind.slice(end - offset);
	const range = { start: offset - typed.length, end };
	const name = text.slice(range.start, end).toLowerCase();
	// Up to the next entry; what is being typed is no field yet.
	const [others = ""] = text.slice(end, offset + reach).split(/[\r\n][^\S\r\n]*@/, 1);
	const entry = text.slice(start, range.start) + others;
	const names = Array.from(entry.matchAll(/(?:^|[,\r\n])\s*([A-Za-z][\w+-]*)\s*=/g), match =>
		(match[1] ?? "").toLowerCase(),
	);
	const hasValue = /^\s*=/.test(rest);
	return {
		...{ kind: "field", type, typed, range, hasValue },
		present: names.filter(each => each !== name),
		hasComma: /^\s*,/.test(rest),
	};
}

/** Fields that hold keys of entries, several names, or words, each with what stands between two. */
const separators: readonly (readonly [fields: RegExp, separator: RegExp, stop: RegExp])[] = [
	[/^(?:crossref|xref|xdata|related|entryset|ids|keywords|keyword)$/, /[,;]/, /[,;{}"\r\n]/],
	[
		/^(?:author|editor|translator|annotator|commentator|introduction|foreword|afterword|holder|bookauthor|director|(?:short)?(?:author|editor)|editor[abc]|name[abc])$/,
		/\s+and\s+/,
		/\s+and\s|[{}"\r\n]/,
	],
];

function valuePlace(
	text: string,
	{ field, type }: { readonly field: string; readonly type: string },
	{ start, offset }: { readonly start: number; readonly offset: number },
): BibPlace | undefined {
	const value = text.slice(start, offset);
	const [, separator, stop] = separators.find(([fields]) => fields.test(field)) ?? [field, /$^/, /[{}"\r\n]/];
	const typed = (` ${value}`.split(separator).at(-1) ?? "").trimStart();
	if (/[\r\n]/.test(typed)) return undefined;
	const behind = text.slice(offset, offset + 400);
	const found = stop.exec(behind);
	// An item that is not closed on its line goes no further than the cursor.
	const end = offset + (found && !/^[\r\n]/.test(found[0]) ? found.index : 0);
	return { kind: "value", field, type, typed, range: { start: offset - typed.length, end } };
}
