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
let byFirst: Map<string, readonly Entry[]> | undefined;

/** The entries of the table of synonyms, in both directions. */
function synonyms(): readonly Entry[] {
	return (table ??= synonymRows.flatMap(row => {
		const members = row.split("|").map(contentStems);
		return members.flatMap(of =>
			members.filter(stems => stems !== of).map(stems => ({ kind: "synonym" as const, of, stems })),
		);
	}));
}

/** Of the table, by the first stem of what they stand for. */
function tabled(stem: string): readonly Entry[] {
	if (byFirst === undefined) {
		byFirst = new Map();
		for (const entry of synonyms()) {
			const first = entry.of[0] ?? "";
			byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
		}
	}
	return byFirst.get(stem) ?? [];
}

export class Equivalents {
	readonly #acronyms: Acronyms;

	constructor(acronyms: Acronyms) {
		this.#acronyms = acronyms;
	}

	/** What can stand for parts of a sequence of stems, longer parts first; parts do not overlap. */
	find(sequence: readonly string[]): Found[] {
		const found: Found[] = [];
		for (let start = 0; start < sequence.length; start++) {
			const fitting = this.#entries(sequence[start] ?? "").filter(({ of }) =>
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

	/** What can stand for sequences that begin with a stem, each once. */
	#entries(first: string): Entry[] {
		const entries = new Map<string, Entry>();
		const add = (entry: Entry): void => {
			const key = `${entry.of.join(" ")}=${entry.stems.join(" ")}`;
			if (!entries.has(key)) entries.set(key, entry);
		};
		for (const { short, long } of this.#acronyms.readingsOf(first)) {
			add({ kind: "acronym", of: [short], stems: long });
		}
		for (const { short, long } of this.#acronyms.beginning(first)) {
			add({ kind: "acronym", of: long, stems: [short] });
		}
		for (const entry of tabled(first)) add(entry);
		return [...entries.values()];
	}
}
