// An entry of a .bib file with its fields as the checks see them, and what is wrong with it by itself.

import type { TextRange } from "../../paper";
import type { Dialect } from "../../project/reading";
import type { BibBlock, BibField, BibPart } from "../../bibliography/bibtex/blocks";
import { months, valueOf, type Strings } from "../../bibliography/bibtex/strings";
import { distanceWithin } from "../../bibliography/keys/near";
import { checkFields } from "../fields/checks";
import type { Field } from "../fields/field";
import { checkLetters } from "../fields/letters";
import type { LocalFinding } from "../finding";
import { isKnownType, knownTypes, namesInBiblatex, requirementsOf, type Requirement } from "./types";

export interface BibtexEntry {
	readonly block: BibBlock;
	/** In lower case. */
	readonly type: string;
	/** The first field of each name. */
	readonly fields: readonly Field[];
	/** Names of fields that hold something. */
	readonly filled: ReadonlySet<string>;
	readonly repeated: readonly Field[];
}

/** A value, or a part of one, that is a bare word: the name of a `@string`. */
export interface StringUse {
	/** In lower case. */
	readonly name: string;
	readonly range: TextRange;
}

export function bibtexEntry(block: BibBlock, strings: Strings): BibtexEntry {
	const fields = new Map<string, Field>();
	const repeated: Field[] = [];
	for (const written of block.fields) {
		const field = fieldOf(written, strings);
		if (fields.has(field.name)) repeated.push(field);
		else fields.set(field.name, field);
	}
	const all = [...fields.values()];
	const filled = new Set(all.flatMap(({ name, value }) => (/[^\s{}]/.test(value) ? [name] : [])));
	return { block, type: block.type.toLowerCase(), fields: all, filled, repeated };
}

function fieldOf({ name, range, value, parts }: BibField, strings: Strings): Field {
	const [only, more] = parts;
	const nameRange = { start: range.start, end: range.start + name.length };
	const isMade = parts.some(({ kind, text }) => isName(kind, text) && !strings.has(text.toLowerCase()));
	const field = {
		...{ name: name.toLowerCase(), value: valueOf(parts, strings).trim(), range: value, nameRange },
		...(isMade && { isMade }),
	};
	if (!only || more || isName(only.kind, only.text)) return field;
	const start = value.start + (only.kind === "bare" ? 0 : 1);
	return { ...field, literal: { start, end: start + only.text.length } };
}

/** Whether a part of a value is the name of a string. */
function isName(kind: BibPart["kind"], text: string): boolean {
	return kind === "bare" && !/^\d+$/.test(text);
}

/** The names of strings that an entry uses. */
export function stringUses({ fields }: BibBlock): readonly StringUse[] {
	return fields.flatMap(({ parts, value }) =>
		parts.flatMap(({ kind, text }) => (isName(kind, text) ? [{ name: text.toLowerCase(), range: value }] : [])),
	);
}

/** Strings that the styles of BibTeX define: the months, and the journals of `plain.bst` and its kin. */
export const stringsOfStyles: ReadonlySet<string> = new Set([
	...months,
	...(
		"acmcs acta cacm ibmjrd ibmsj ieeese ieeetc ieeetcad ipl jacm jcss scp sicomp tocs tods tog toms toois toplas " +
		"tcs"
	).split(" "),
]);

/** What is wrong with an entry, as far as it tells by itself; what it requires it may have from others. */
export function checkBibtexEntry(
	text: string,
	entry: BibtexEntry,
	{ dialect, isClassic }: { readonly dialect: Dialect; readonly isClassic: boolean },
): readonly LocalFinding[] {
	const { block, type, fields, filled, repeated } = entry;
	if (type === "xdata" || type === "set") return [];
	const context = { dialect, type, has: (name: string) => filled.has(name) };
	return [
		...typeFindings(block, type),
		...checkFields(fields, context),
		...repeated.map(({ name, range, nameRange }): LocalFinding => {
			return { code: "duplicate-field", message: "duplicate-field", args: [name], range: nameRange ?? range };
		}),
		...(isClassic ? checkLetters(text, fields) : []),
	];
}

function typeFindings(block: BibBlock, type: string): readonly LocalFinding[] {
	if (isKnownType(type)) return [];
	const start = block.range.start + 1;
	const range = { start, end: start + block.type.length };
	const most = type.length < 6 ? 1 : 2;
	const meant = knownTypes.find(known => distanceWithin(type, known, most) !== undefined);
	if (meant === undefined) return [{ code: "unknown-type", message: "unknown-type", args: [block.type], range }];
	const fix = { message: "fix-type", args: [meant], edits: [{ ...range, text: meant }] } as const;
	const args = [block.type, meant];
	return [{ code: "unknown-type", severity: "warning", message: "unknown-type-meant", args, range, fix }];
}

/** The fields that an entry lacks; `inherited` are those that it has from others. */
export function missingFields(
	{ block, type, filled, fields }: BibtexEntry,
	inherited: ReadonlySet<string>,
	dialect: Dialect,
): readonly LocalFinding[] {
	// What nothing can cite is no part of a list of references; an entry that is not closed may go on.
	if (block.key === "" || !block.isClosed) return [];
	const has = (names: Requirement) => names.some(name => filled.has(name) || inherited.has(name));
	const { required, wanted } = requirementsOf(type, dialect);
	// What is a preprint has no journal, and says so.
	const isPreprint = filled.has("eprint") || filled.has("archiveprefix") || filled.has("eprinttype");
	const find = (names: Requirement, isMild: boolean): LocalFinding => {
		const args = [block.key, wordsFor(names), block.type];
		const isInformation = isMild || (isPreprint && names.includes("journal"));
		const severity = isInformation ? ({ severity: "information" } as const) : {};
		const found = { code: "missing-field", range: block.keyRange, ...severity } as const;
		const other =
			dialect === "bibtex" ? fields.find(({ name }) => name === namesInBiblatex[names[0] ?? ""]) : undefined;
		if (!other) return { ...found, message: "missing-field", args };
		const named = { ...found, message: "missing-field-named", args: [...args, other.name] } as const;
		// A date with a month and a day is more than a year.
		const isYear = names[0] !== "year" || /^\d{4}$/.test(other.value);
		const [to = ""] = names;
		if (!isYear || !other.nameRange) return named;
		const edits = [{ ...other.nameRange, text: to }];
		return { ...named, fix: { message: "fix-field-name", args: [other.name, to], edits } };
	};
	return [
		...required.filter(names => !has(names)).map(names => find(names, false)),
		...wanted.filter(names => !has(names)).map(names => find(names, true)),
	];
}

/** `author or editor`; of names for one thing the first. */
function wordsFor(names: Requirement): string {
	const shown = names.filter(name => !/^(?:pubstate|journal|shortjournal|school|year|urldate)$/.test(name));
	return (shown.length === 0 ? names : shown).map(name => `“${name}”`).join(" or ");
}
