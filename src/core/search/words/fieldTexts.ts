// The texts of a paper that are searched, the words they are indexed under, and a hash that notices when they change.

import type { Name, Paper } from "../../paper";
import { tokenize } from "../analyzer";

/** The texts of a paper that are searched. */
export const fieldNames = ["title", "abstract", "authors", "venue", "keywords", "identifiers"] as const;
export type IndexedField = (typeof fieldNames)[number];

const readField: Readonly<Record<IndexedField, (paper: Paper) => string>> = {
	title: paper => paper.title,
	abstract: paper => paper.abstract,
	authors: paper => paper.authors.map(nameText).join("; "),
	venue: paper => paper.venue ?? "",
	keywords: paper => paper.keywords.join("; "),
	identifiers: ({ issued, arxiv, doi, pmid }) => [issued?.year ?? "", arxiv ?? "", doi ?? "", pmid ?? ""].join(" ; "),
};

function nameText(name: Name): string {
	if ("literal" in name) return name.literal;
	return [name.given, name.particle, name.family].filter(part => part !== undefined).join(" ");
}

export function isIndexedField(field: string): field is IndexedField {
	return Object.hasOwn(readField, field);
}

/** What a paper has in a field. */
export function fieldText(paper: Paper, field: IndexedField): string {
	return readField[field](paper);
}

/** The texts of a paper by the name of their field. */
export function fieldTexts(paper: Paper): (readonly [field: string, text: string])[] {
	return fieldNames.map(name => [name, readField[name](paper)] as const);
}

/** All words that a text is indexed under, with the other forms of compounds and technical words. */
export function indexWords(text: string): string[] {
	const words: string[] = [];
	for (const { kind, word } of tokenize(text)) {
		if (kind !== "stop") words.push(word);
	}
	return words;
}

/**
 * Of everything of a paper that is searched: two FNV-1a hashes of 32 bits with different bases (Fowler, Noll, Vo), to
 * notice changes, not to keep secrets.
 */
export function textHash(paper: Paper): string {
	let first = 0x811c9dc5;
	let second = 0x01000193;
	for (const field of fieldNames) {
		const text = readField[field](paper);
		for (let i = 0; i <= text.length; i++) {
			const unit = i < text.length ? text.charCodeAt(i) : 0xffff;
			first = Math.imul(first ^ unit, 0x01000193);
			second = Math.imul(second ^ unit, 0x5bd1e995);
		}
	}
	return (first >>> 0).toString(36) + (second >>> 0).toString(36);
}
