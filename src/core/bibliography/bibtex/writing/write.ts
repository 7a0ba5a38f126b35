// An entry of a .bib file as text, in the style of that file.

import type { Field, WrittenEntry } from "./fields";
import type { BibStyle, Case } from "./style";

/** The entry without the line break behind it. */
export function writeEntry(key: string, { type, fields }: WrittenEntry, style: BibStyle): string {
	const head = `@${inCase(type, style.typeCase)}${style.open}${style.beforeKey}${key},`;
	const lines = fields.map(field => writeField(field, style));
	const close = style.open === "(" ? ")" : "}";
	const comma = style.trailingComma ? "," : "";
	if (style.indent === undefined) return `${head} ${lines.join(", ")}${comma}${close}`;
	const body = lines.map(line => `${style.newline}${style.indent ?? ""}${line}`).join(",");
	const end = style.closingIndent === undefined ? "" : style.newline + style.closingIndent;
	return head + body + comma + end + close;
}

/** A field with its name, without a comma. */
export function writeField({ name, value, isBare = false }: Field, style: BibStyle): string {
	const spelled = style.spellings.get(name.toLowerCase()) ?? inCase(name, style.fieldCase);
	const { equalsColumn, valueColumn, beforeEquals, behindEquals } = style;
	const left = equalsColumn === undefined ? spelled + beforeEquals : reach(spelled, equalsColumn);
	const start = valueColumn === undefined ? `${left}=${behindEquals}` : reach(`${left}=`, valueColumn);
	return start + writeValue(value, isBare, style);
}

/** A value in the braces or quotes of its file. */
export function writeValue(value: string, isBare: boolean, style: BibStyle): string {
	if (isBare) return value;
	// A quotation mark in quotes needs braces around it, which is worse than braces around the value.
	const isQuoted = style.quote === '"' && !value.includes('"');
	return isQuoted ? `"${value}"` : `{${value}}`;
}

/** Fills a text with spaces up to a column; one space when it is there already. */
function reach(text: string, column: number): string {
	return text.length < column ? text.padEnd(column) : `${text} `;
}

/** Capitals as the file has them; `archivePrefix` keeps its own in small letters. */
export function inCase(word: string, style: Case): string {
	switch (style) {
		case "lower":
			return word;
		case "upper":
			return word.toUpperCase();
		case "capital":
			return word.charAt(0).toUpperCase() + word.slice(1);
	}
}
