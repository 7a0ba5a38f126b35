// Lists of names: parted by `and`, with two commas at most in each. Sources: btxdoc, section 4; Tame the BeaST, section
// 11; biblatex manual, section 2.3.3.

import type { LocalFinding } from "../finding";
import { wrongField, type Field, type FieldCheck, type FieldContext } from "./field";

export const names: FieldCheck = {
	names: ["author", "editor", "editora", "editorb", "editorc", "translator", "bookauthor", "holder", "annotator"],
	check: checkNames,
};

const code = "bad-name";

/** Longer lists of names are not looked into. */
const longest = 20_000;

function checkNames(field: Field, { dialect }: FieldContext): readonly LocalFinding[] {
	const { value } = field;
	if (dialect === undefined || value.length > longest || value.trim() === "") return [];
	// Braces around all of it make one name: a group.
	const flat = outside(value);
	if (flat.trim() === "") return [];
	const others = /(?:\s+and)?[\s,]+(et\.?[\s~]*al\.?)\s*$/i.exec(flat);
	if (others?.[1] !== undefined) {
		const written = `${value.slice(0, others.index)} and others`;
		return [wrongField(field, { code, message: "name-others", args: [], written, isSafe: true })];
	}
	const list = flat.split(/\s+and\s+/i);
	if (/^\s*and\s|\sand\s*$|\sand\s+and\s/i.test(` ${flat} `)) {
		const written = value.replace(/(?:\s+and)+(?=\s+and\s)/gi, "").replace(/^\s*and\s+|\s+and\s*$/gi, "");
		return [wrongField(field, { code, message: "name-empty", args: [], written, isSafe: true })];
	}
	const separator = separatorIn(flat, list);
	if (separator) {
		const written = joined(value, flat, separator);
		return [wrongField(field, { code, message: "name-separator", args: [separator], ...(written && { written }) })];
	}
	const pieces = piecesOf(value, flat);
	const crowded = pieces.find(({ flat: name }) => (name.match(/,/g)?.length ?? 0) > 2);
	if (crowded && !isExtended(crowded.flat)) {
		const written = pieces.length === 1 ? parted(value, flat) : undefined;
		const args = [short(crowded.text)];
		return [wrongField(field, { code, message: "name-commas", args, ...(written && { written }) })];
	}
	// `A. One, B. Two, and C. Three` is English, and two names for BibTeX.
	const listed = pieces.length === 2 ? /^[^,]*,[^,]*(?:,[^,]*)*,\s*$/.test(pieces[0]?.flat ?? "") : false;
	if (listed) {
		const [before, last] = pieces;
		const written = parted(
			`${before?.text ?? ""} ${last?.text ?? ""}`,
			`${before?.flat ?? ""} ${last?.flat ?? ""}`,
		);
		const args = [short(before?.text ?? "")];
		return [wrongField(field, { code, message: "name-commas", args, ...(written && { written }) })];
	}
	const trailing = pieces.find(({ flat: name }) => /[^,\s]\s*,\s*$/.test(name));
	if (!trailing) return [];
	const written = pieces.map(({ text, flat: name }) => (/,\s*$/.test(name) ? text.replace(/\s*,\s*$/, "") : text));
	const wrong = { code, message: "name-comma", args: [short(trailing.text)], severity: "information" } as const;
	return [wrongField(field, { ...wrong, written: written.join(" and "), isSafe: true })];
}

/** `given=A, family=B, prefix=c` of biblatex has its own commas. */
function isExtended(name: string): boolean {
	return /^\s*"?(?:family|given|prefix|suffix|giveni|familyi|useprefix)[-\w]*\s*=/i.test(name);
}

/** The text with blanks in place of what is in braces and of escaped signs, so that offsets stay. */
function outside(text: string): string {
	let depth = 0;
	let result = "";
	for (let at = 0; at < text.length; at++) {
		const char = text.charAt(at);
		if (char === "{") depth++;
		// A letter stands for what is in braces: it is part of a name.
		result += depth > 0 ? "x" : char;
		if (char === "}") depth = Math.max(0, depth - 1);
	}
	return result.replace(/\\[&;]/g, match => match.replace(/[&;]/, "x"));
}

interface Piece {
	readonly text: string;
	readonly flat: string;
}

function piecesOf(value: string, flat: string): readonly Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	for (const match of flat.matchAll(/\s+and\s+/gi)) {
		pieces.push({ text: value.slice(at, match.index), flat: flat.slice(at, match.index) });
		at = match.index + match[0].length;
	}
	return [...pieces, { text: value.slice(at), flat: flat.slice(at) }];
}

/** The sign that parts names in place of `and`. */
function separatorIn(flat: string, list: readonly string[]): ";" | "&" | undefined {
	if (/;\s*\S/.test(flat)) return ";";
	return list.some(name => /\S\s*&\s*\p{Lu}/u.test(name) && !/\b(?:inc|ltd|co|corp|company|sons|gmbh)\b/i.test(name))
		? "&"
		: undefined;
}

function joined(value: string, flat: string, separator: ";" | "&"): string | undefined {
	const sign = separator === ";" ? /\s*;\s*(?:and\s+)?/g : /\s*\\?[&]\s*/g;
	let written = "";
	let at = 0;
	for (const match of flat.matchAll(sign)) {
		const isEnd = match.index + match[0].length >= flat.length;
		written += value.slice(at, match.index) + (isEnd ? "" : " and ");
		at = match.index + match[0].length;
	}
	return written + value.slice(at);
}

/**
 * Names that commas part, with `and` between them, where it can be told: all are initials and a family name in one order,
 * as in `Smith, J., Jones, K. L.` or `J. Smith, K. L. Jones, M. Roe`.
 */
function parted(value: string, flat: string): string | undefined {
	const cuts = Array.from(flat.matchAll(/,\s*/g));
	const parts: string[] = [];
	let at = 0;
	for (const { index, 0: comma } of cuts) {
		parts.push(value.slice(at, index).trim());
		at = index + comma.length;
	}
	parts.push(value.slice(at).trim());
	const isInitials = (part: string): boolean => /^(?:\p{Lu}\p{Ll}?\.?[\s~-]*){1,4}$/u.test(part) && /\./.test(part);
	const isPairs = parts.length % 2 === 0 && parts.every((part, i) => (i % 2 === 1) === isInitials(part));
	if (isPairs) {
		return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1] ?? ""}`] : [])).join(" and ");
	}
	const isWhole = parts.every(part => /[^\s~][\s~.][^\s]/.test(part) && !isInitials(part));
	return isWhole ? parts.join(" and ") : undefined;
}

function short(text: string): string {
	const line = text.trim();
	return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
