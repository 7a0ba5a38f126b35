// Whether a .bib file is written for BibTeX or for biblatex, and which of their names for one thing it uses.
// Source: biblatex manual, sections 2.1.2 (type aliases) and 2.2.5 (field aliases).

import type { BibBlock } from "../blocks";
import type { BibDialect } from "./types";

/** The names that the dialects have for one thing. */
export interface FieldNames {
	readonly journal: string;
	readonly year: string;
	readonly address: string;
	readonly archive: string;
	readonly class: string;
}

const pairs: Readonly<Record<keyof FieldNames, readonly [bibtex: string, biblatex: string]>> = {
	journal: ["journal", "journaltitle"],
	year: ["year", "date"],
	address: ["address", "location"],
	archive: ["archivePrefix", "eprinttype"],
	class: ["primaryClass", "eprintclass"],
};

const biblatexTypes = /^(?:online|thesis|report|dataset|software|inreference|mv\w+|collection|xdata|suppbook)$/;
const bibtexTypes = /^(?:phdthesis|mastersthesis|techreport|conference)$/;

/** The dialect of a file: as JabRef notes it, else as most of the names in these entries have it. */
export function dialectOf(text: string, blocks: readonly BibBlock[], entries: readonly BibBlock[]): BibDialect {
	for (const block of blocks) {
		if (block.kind !== "comment") continue;
		const comment = text.slice(block.range.start, Math.min(block.range.end, block.range.start + 100));
		const noted = /jabref-meta:\s*databaseType:(bibtex|biblatex);/i.exec(comment)?.[1]?.toLowerCase();
		if (noted === "bibtex" || noted === "biblatex") return noted;
	}
	const counts = namesOf(entries);
	let balance = 0;
	for (const [bibtex, biblatex] of Object.values(pairs)) {
		balance += (counts.get(biblatex) ?? 0) - (counts.get(bibtex.toLowerCase()) ?? 0);
	}
	for (const { type } of entries) {
		if (biblatexTypes.test(type.toLowerCase())) balance++;
		else if (bibtexTypes.test(type.toLowerCase())) balance--;
	}
	return balance > 0 ? "biblatex" : "bibtex";
}

/** BibTeX knows its own names alone; biblatex knows both, and takes those that the file has more of. */
export function namesFor(dialect: BibDialect, entries: readonly BibBlock[]): FieldNames {
	const counts = namesOf(entries);
	const choose = ([bibtex, biblatex]: readonly [string, string]): string => {
		const isClassic = (counts.get(bibtex.toLowerCase()) ?? 0) > (counts.get(biblatex) ?? 0);
		return dialect === "bibtex" || isClassic ? bibtex : biblatex;
	};
	return {
		journal: choose(pairs.journal),
		year: choose(pairs.year),
		address: choose(pairs.address),
		archive: choose(pairs.archive),
		class: choose(pairs.class),
	};
}

function namesOf(entries: readonly BibBlock[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { fields } of entries) {
		for (const { name } of fields) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
	}
	return counts;
}
