// What a .bib file holds already, for the values of new fields: people, journals, publishers, strings, keys.

import type { BibBlock, BibField } from "../../bibliography/bibtex/blocks";

/** Fields that take each other's values. */
const groups: readonly (readonly string[])[] = [
	[
		"author",
		"editor",
		"translator",
		"bookauthor",
		"editora",
		"editorb",
		"editorc",
		"holder",
		"foreword",
		"afterword",
	],
	["journal", "journaltitle"],
	["publisher"],
	["school", "institution", "organization"],
	["address", "location"],
	["booktitle", "maintitle"],
	["series"],
	["keywords", "keyword"],
	["howpublished"],
	["language", "langid"],
	["venue", "eventtitle"],
];

const keyFields = /^(?:crossref|xref|xdata|related|entryset)$/;

const nameFields = new Set(groups[0]);

/** Longer values are hardly wanted twice. */
const longestValue = 200;

/** Whether a field holds keys of other entries. */
export function holdsKeys(field: string): boolean {
	return keyFields.test(field);
}

/** Whether a file's values are offered in a field. */
export function sharesValues(field: string): boolean {
	return groups.some(group => group.includes(field));
}

/** The values that fields like this one have in a file, the most frequent first. */
export function valuesFor(field: string, blocks: Iterable<BibBlock>): readonly string[] {
	const names = groups.find(group => group.includes(field));
	if (!names) return [];
	const counts = new Map<string, number>();
	for (const { kind, fields } of blocks) {
		if (kind !== "entry") continue;
		for (const each of fields) {
			if (!names.includes(each.name.toLowerCase())) continue;
			for (const value of itemsOf(each)) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
	}
	return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** What a field holds, each name or keyword by itself. Found once for each field. */
function itemsOf(field: BibField): readonly string[] {
	const known = items.get(field);
	if (known) return known;
	const [part, ...others] = field.parts;
	const name = field.name.toLowerCase();
	const separator = nameFields.has(name) ? /\s+and\s+/ : name.startsWith("keyword") ? /\s*[,;]\s*/ : /$^/;
	const values = part && others.length === 0 && part.kind !== "bare" ? part.text.split(separator) : [];
	const found = values
		.map(value => value.replace(/\s+/g, " ").trim())
		.filter(value => value !== "" && value !== "others" && value.length <= longestValue);
	items.set(field, found);
	return found;
}

const items = new WeakMap<BibField, readonly string[]>();

/** The strings that a file defines. */
export function stringsIn(blocks: Iterable<BibBlock>): readonly { readonly name: string; readonly value: string }[] {
	const strings: { name: string; value: string }[] = [];
	for (const { kind, fields } of blocks) {
		if (kind !== "string") continue;
		for (const { name, parts } of fields) strings.push({ name, value: parts.map(({ text }) => text).join("") });
	}
	return strings;
}

/** The keys of the entries, each with its title as it is written. */
export function keysIn(blocks: Iterable<BibBlock>): readonly { readonly key: string; readonly title: string }[] {
	const keys: { key: string; title: string }[] = [];
	for (const { kind, key, fields } of blocks) {
		if (kind !== "entry" || key === "") continue;
		const title = fields.find(({ name }) => /^title$/i.test(name))?.parts.map(({ text }) => text);
		keys.push({ key, title: (title?.join("") ?? "").replace(/\s+/g, " ") });
	}
	return keys;
}
