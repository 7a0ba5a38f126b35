// Entries of bibliographies in JSON and YAML, and what is wrong with each by itself. Schemas: CSL 1.0.2 (`csl-data.json`:
// an item has an `id` and a `type`); Hayagriva, docs/file-format.md.

import type { Entry } from "../../bibliography/entry";
import type { BibliographyFormat } from "../../bibliography/format";
import { membersOf } from "../../bibliography/structured/json";
import type { TextRange } from "../../paper";
import { checkFields } from "../fields/checks";
import type { Field } from "../fields/field";
import type { LocalFinding } from "../finding";

/** Names of fields of these formats, as the checks of fields know them. */
const names: Readonly<Record<string, string>> = { "page-range": "pages", page: "pages", date: "date" };

/** Fields whose values are not those of a .bib file. */
const others = /^(?:author|editor|translator|issued|year|month)$/;

export function checkStructured(
	text: string,
	format: Exclude<BibliographyFormat, "bibtex">,
	entries: readonly Entry[],
): readonly LocalFinding[] {
	return entries.flatMap(entry => {
		const fields = format === "csl-json" ? jsonFields(text, entry.range) : yamlFields(text, entry.range);
		const has = (name: string) => fields.some(field => field.name === name);
		const checked = fields.filter(({ name }) => !others.test(name));
		const wrong = checkFields(checked, { dialect: undefined, type: "", has });
		return [...wrong, ...missing(format, entry, has)];
	});
}

function missing(
	format: BibliographyFormat,
	{ key, keyRange, paper }: Entry,
	has: (name: string) => boolean,
): readonly LocalFinding[] {
	const found = { code: "missing-field", message: "missing-field-plain", range: keyRange } as const;
	const isTyped = has("type");
	const isUntitled = paper.title === "" && !has("title");
	return [
		...(isTyped ? [] : [{ ...found, severity: "information" as const, args: [key, "“type”"] }]),
		// Letters, broadcasts and the like have none.
		...(isUntitled && format !== "hayagriva"
			? [{ ...found, severity: "information" as const, args: [key, "“title”"] }]
			: []),
	];
}

/** The members of an item of JSON that are texts or numbers. */
function jsonFields(text: string, range: TextRange): readonly Field[] {
	const start = text.indexOf("{", range.start);
	if (start < 0 || start >= range.end) return [];
	const fields: Field[] = [];
	for (const { name, value } of membersOf(text, start)) {
		const isQuoted = text.charAt(value.start) === '"';
		const inner = isQuoted ? { start: value.start + 1, end: value.end - 1 } : value;
		const raw = text.slice(inner.start, inner.end);
		const isPlain = isQuoted ? !raw.includes("\\") : /^-?\d+$/.test(raw);
		fields.push(fieldOf(name, isPlain ? raw : "", value, isPlain && isQuoted ? inner : undefined));
	}
	return fields;
}

/** The fields of an entry of YAML that stand on one line each, at any depth; the first of each name. */
function yamlFields(text: string, range: TextRange): readonly Field[] {
	const fields = new Map<string, Field>();
	const line = /^([ \t]*(?:-[ \t]+)*)(["']?)([\w-]+)\2[ \t]*:[ \t]+(.*)$/gm;
	for (const match of text.slice(range.start, range.end).matchAll(line)) {
		const [whole, , , name = "", written = ""] = match;
		const value = written.replace(/\s+#.*$/, "").trimEnd();
		const start = range.start + match.index + whole.length - written.length;
		const quote = /^(["'])([^"'\\]*)\1$/.exec(value);
		const inner = { start: start + (quote ? 1 : 0), end: start + value.length - (quote ? 1 : 0) };
		const field = fieldOf(name, quote?.[2] ?? value, { start, end: start + value.length }, inner);
		const isText = quote !== null || !/^(?:[[{|>&*!'"]|$)/.test(value);
		if (!fields.has(field.name)) fields.set(field.name, isText ? field : { ...field, value: "" });
	}
	return [...fields.values()];
}

function fieldOf(name: string, value: string, range: TextRange, literal: TextRange | undefined): Field {
	const lower = name.toLowerCase();
	return { name: names[lower] ?? lower, value, range, ...(literal && { literal }) };
}
