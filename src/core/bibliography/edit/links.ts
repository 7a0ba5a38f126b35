// How the entries of a .bib file name each other: which keys they refer to, and which further keys they go by.

import { readBibtexFile } from "../bibtex/file";
import { formatOf } from "../format";

/** Fields that name other entries by their keys (biblatex manual, section 2.2.3). */
export const references = /^(?:crossref|xref|xdata|entryset|related|ids)$/i;

export interface KeyLinks {
	/** Keys of entries that others need: parents of cross-references, members of sets. */
	readonly needed: ReadonlySet<string>;
	/** The keys of entries by the further names that biblatex's `ids` gives them. */
	readonly aliases: ReadonlyMap<string, string>;
}

/** The links between the entries of a file; other formats than BibTeX's have none. */
export function keyLinks(text: string, fileName: string): KeyLinks {
	const needed = new Set<string>();
	const aliases = new Map<string, string>();
	if (formatOf(text, fileName) !== "bibtex") return { needed, aliases };
	for (const { kind, key, fields } of readBibtexFile(text, fileName, { brief: true }).blocks) {
		if (kind !== "entry") continue;
		for (const { name, value } of fields) {
			if (!references.test(name)) continue;
			const names = text.slice(value.start, value.end).match(/[^\s,{}"]+/g) ?? [];
			for (const other of names) {
				if (/^ids$/i.test(name)) aliases.set(other, key);
				// A part of an entry is named with it: `xdata = {name=key}` (biblatex manual, section 3.13.6).
				else needed.add(other.slice(other.indexOf("=") + 1));
			}
		}
	}
	return { needed, aliases };
}
