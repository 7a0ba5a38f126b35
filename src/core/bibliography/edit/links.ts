// How the entries of a .bib file name each other: which keys they refer to, and which further keys they go by.
// Sources: biblatex manual, sections 2.2.3 (`ids`, `crossref` and their like), 3.13.6 (`xdata`).

import type { TextRange } from "../../paper";
import type { BibBlock, BibField } from "../bibtex/blocks";
import { readBibtexFile } from "../bibtex/file";
import { formatOf } from "../format";

/** Fields that name other entries by their keys. */
export const references = /^(?:crossref|xref|xdata|entryset|related|ids)$/i;

/** A key in a field: `link` names another entry, `alias` is a further name of the entry itself. */
export interface KeyLink {
	readonly name: string;
	readonly range: TextRange;
	readonly kind: "alias" | "link";
}

/** The keys in a field of an entry, where they stand in the text; none in a field that names no entries. */
export function linksIn(text: string, { name: field, value }: BibField): readonly KeyLink[] {
	if (!references.test(field)) return [];
	const kind = /^ids$/i.test(field) ? "alias" : "link";
	const found = text.slice(value.start, value.end).matchAll(/[^\s,{}"]+/g);
	return Array.from(found, ({ 0: written, index }) => {
		// A part of an entry is named with it: `xdata = {name=key}`.
		const name = written.slice(written.indexOf("=") + 1);
		const end = value.start + index + written.length;
		return { name, range: { start: end - name.length, end }, kind };
	});
}

/**
 * The keys of entries by the further names that they go by. A name that is another entry's key stands for that entry,
 * and one that two entries have for the first: so Biber takes them, with a warning.
 */
export function keysByAlias(blocks: Iterable<BibBlock>): ReadonlyMap<string, string> {
	const own = new Set<string>();
	const byAlias = new Map<string, string>();
	for (const { kind, key, fields } of blocks) {
		if (kind !== "entry") continue;
		own.add(key);
		for (const { name, parts } of fields) {
			if (name.length !== 3 || name.toLowerCase() !== "ids") continue;
			for (const alias of parts.flatMap(({ text }) => text.match(/[^\s,{}"]+/g) ?? [])) {
				if (!byAlias.has(alias)) byAlias.set(alias, key);
			}
		}
	}
	for (const alias of [...byAlias.keys()]) if (own.has(alias)) byAlias.delete(alias);
	return byAlias;
}

export interface KeyLinks {
	/** Keys of entries that others need: parents of cross-references, members of sets. */
	readonly needed: ReadonlySet<string>;
	/** See `keysByAlias`. */
	readonly aliases: ReadonlyMap<string, string>;
}

/** The links between the entries of a file; other formats than BibTeX's have none. */
export function keyLinks(text: string, fileName: string): KeyLinks {
	if (formatOf(text, fileName) !== "bibtex") return { needed: new Set(), aliases: new Map() };
	const { blocks } = readBibtexFile(text, fileName, { brief: true });
	const fields = blocks.flatMap(block => (block.kind === "entry" ? block.fields : []));
	const links = fields.flatMap(field => linksIn(text, field));
	const needed = links.flatMap(({ kind, name }) => (kind === "link" ? [name] : []));
	return { needed: new Set(needed), aliases: keysByAlias(blocks) };
}
