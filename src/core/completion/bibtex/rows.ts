// The rows for a place of a .bib file: types, fields that are missing, strings, keys, and what the file holds already.

import type { BibBlock } from "../../bibliography/bibtex/blocks";
import { months } from "../../bibliography/bibtex/strings";
import type { Dialect } from "../../project/reading";
import { fieldsOf, knownValues, typesOf } from "./fields";
import type { BibPlace } from "./place";
import { holdsKeys, keysIn, sharesValues, stringsIn, valuesFor } from "./values";

export type BibRowKind = "type" | "field" | "constant" | "value" | "key";

export interface BibRow {
	readonly kind: BibRowKind;
	readonly label: string;
	/** Beside the label: fields of a type, the value of a string, the title of an entry. */
	readonly detail: string;
	/** What comes in the place of the range: with places to go on at, `$1`, when `isSnippet`. */
	readonly text: string;
	readonly isSnippet: boolean;
}

const mostRows = 50;

/** What there may be rows for: all but values that are in the text alone, as a title is. */
export function hasRows(place: BibPlace): boolean {
	if (place.kind !== "value") return true;
	const { field } = place;
	return holdsKeys(field) || sharesValues(field) || Object.hasOwn(knownValues, field);
}

/** Whether the rows need more of the file than the entry that is typed. */
export function needsFile({ kind }: BibPlace): boolean {
	return kind === "string" || kind === "value";
}

/** The rows that fit what is typed, the best first. */
export function bibRows(place: BibPlace, blocks: Iterable<BibBlock>, dialect: Dialect): readonly BibRow[] {
	switch (place.kind) {
		case "type":
			return matching(place.typed, typeRows(place.isNew, dialect));
		case "field":
			return matching(place.typed, fieldRows(place, dialect));
		case "string":
			return matching(place.typed, [...monthRows(place.field), ...stringRows(blocks)]);
		case "value":
			// What is being typed is in the file already.
			return matching(place.typed, valueRows(place.field, blocks, dialect)).filter(
				({ text }) => text !== place.typed,
			);
	}
}

/** Rows that begin with what is typed, then those with a word that does, then those that have it anywhere. */
function matching(typed: string, rows: readonly BibRow[]): readonly BibRow[] {
	const wanted = typed.toLowerCase();
	const ranked: BibRow[][] = [[], [], []];
	for (const row of rows) {
		const at = row.label.toLowerCase().indexOf(wanted);
		if (at < 0) continue;
		const isWord = at > 0 && /[^\p{L}\p{N}]/u.test(row.label.charAt(at - 1));
		ranked[at === 0 ? 0 : isWord ? 1 : 2]?.push(row);
	}
	return ranked.flat().slice(0, mostRows);
}

function typeRows(isNew: boolean, dialect: Dialect): BibRow[] {
	const types = typesOf(dialect).map((type): BibRow => {
		const names = fieldsOf(type, dialect).required.flatMap(([name]) => name ?? []);
		const lines = names.map((name, index) => `\t${name} = {$${index + 2}},\n`).join("");
		return {
			...{ kind: "type", label: type, detail: names.join(", ") },
			...{ text: isNew ? `${type}{\${1:key},\n${lines}}` : type, isSnippet: isNew },
		};
	});
	const others = ["string", "comment", "preamble"].map((label): BibRow => {
		const text = label === "string" ? "string{${1:name} = {$2}}" : `${label}{$1}`;
		return { kind: "type", label, detail: "", text: isNew ? text : label, isSnippet: isNew };
	});
	return [...types, ...others];
}

/** The required fields that are missing come first; what the entry has is not offered again. */
function fieldRows(place: BibPlace & { readonly kind: "field" }, dialect: Dialect): BibRow[] {
	const { type, present, hasValue, hasComma } = place;
	const { required, optional } = fieldsOf(type, dialect);
	const isMissing = (names: readonly string[]): boolean => !names.some(name => present.includes(name.toLowerCase()));
	const missing = required.filter(isMissing);
	const row = (name: string, detail: string): BibRow => ({
		...{ kind: "field", label: name, detail, isSnippet: !hasValue },
		text: hasValue ? name : `${name} = ${valueOf(name, dialect)}${hasComma ? "" : ","}`,
	});
	const first = missing.map(([name = ""]) => row(name, "required"));
	const alternatives = missing.flatMap(names => names.slice(1)).map(name => row(name, ""));
	const rest = optional.filter(name => isMissing([name]) && !missing.flat().includes(name));
	return [...first, ...alternatives, ...rest.map(name => row(name, ""))];
}

/** A month is a string in BibTeX, and a number in biblatex. */
function valueOf(name: string, dialect: Dialect): string {
	return name === "month" && dialect === "bibtex" ? "$1" : "{$1}";
}

function constant(label: string, detail: string): BibRow {
	return { kind: "constant", label, detail, text: label, isSnippet: false };
}

function monthRows(field: string): BibRow[] {
	return field === "month" ? months.map(month => constant(month, "")) : [];
}

function stringRows(blocks: Iterable<BibBlock>): BibRow[] {
	return stringsIn(blocks).map(({ name, value }) => constant(name, value));
}

function valueRows(field: string, blocks: Iterable<BibBlock>, dialect: Dialect): BibRow[] {
	if (holdsKeys(field)) {
		return keysIn(blocks).map(({ key, title }) => ({
			...{ kind: "key", label: key, detail: title, text: key, isSnippet: false },
		}));
	}
	const known = dialect === "biblatex" && Object.hasOwn(knownValues, field) ? (knownValues[field] ?? []) : [];
	const used = valuesFor(field, blocks).filter(value => !known.includes(value));
	return [
		...known.map(value => constant(value, "")),
		...used.map((value): BibRow => ({ kind: "value", label: value, detail: "", text: value, isSnippet: false })),
	];
}
