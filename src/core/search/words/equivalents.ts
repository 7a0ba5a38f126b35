// What can stand for the words of a query: the acronyms of the papers and the table of synonyms.

import type { Acronyms } from "./acronyms";
import { contentStems } from "./acronyms";
import { synonymRows } from "./synonyms";

export type EquivalenceKind = "acronym" | "synonym";

export interface Equivalent {
	readonly kind: EquivalenceKind;
	readonly stems: readonly string[];
}

interface Entry extends Equivalent {
	readonly of: readonly string[];
}

/** Some words of a query, from the one at `start`, and what can stand for them together. */
export interface Found {
	readonly start: number;
	readonly length: number;
	readonly equivalents: readonly Equivalent[];
}

const mostEquivalents = 4;

let table: readonly Entry[] | undefined;

/** The entries of the table of synonyms, in both directions. */
function synonyms(): readonly Entry[] {
	return (table ??= synonymRows.flatMap(row => {
		const members = row.split("|").map(contentStems);
		return members.flatMap(of =>
			members.filter(stems => stems !== of).map(stems => ({ kind: "synonym" as const, of, stems })),
		);
	}));
}

export class Equivalents {
	/** By the first stem of what they stand for. */
	readonly #entries = new Map<string, Entry[]>();

	constructor(acronyms: Acronyms) {
		for (const { short, long } of acronyms.readings()) {
			this.#add({ kind: "acronym", of: [short], stems: long });
			this.#add({ kind: "acronym", of: long, stems: [short] });
		}
		for (const entry of synonyms()) this.#add(entry);
	}

	/** What can stand for parts of a sequence of stems, longer parts first; parts do not overlap. */
	find(sequence: readonly string[]): Found[] {
		const found: Found[] = [];
		for (let start = 0; start < sequence.length; start++) {
			const fitting = (this.#entries.get(sequence[start] ?? "") ?? []).filter(({ of }) =>
				of.every((stem, i) => sequence[start + i] === stem),
			);
			const length = Math.max(0, ...fitting.map(({ of }) => of.length));
			if (length === 0) continue;
			const equivalents = fitting.filter(({ of }) => of.length === length).slice(0, mostEquivalents);
			found.push({ start, length, equivalents });
			start += length - 1;
		}
		return found;
	}

	#add(entry: Entry): void {
		const first = entry.of[0] ?? "";
		const key = entry.stems.join(" ");
		const entries = this.#entries.get(first) ?? [];
		const isKnown = entries.some(({ of, stems }) => of.join(" ") === entry.of.join(" ") && stems.join(" ") === key);
		if (!isKnown) entries.push(entry);
		this.#entries.set(first, entries);
	}
}
