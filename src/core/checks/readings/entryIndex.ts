// All entries that a project reads, in its order, and what is looked up in them: made once for these bibliographies, as
// most edits are edits of manuscripts.

import { Candidates } from "../../bibliography/keys/candidates";
import type { CheckedBibliography } from "../project";
import { twinsAmong } from "../works/twins";
import { placeOf, type PlacedEntry } from "../works/entries";
import type { FilePlace } from "../finding";
import type { BibliographyReading } from "./bibliography";

export interface KnownKey {
	readonly key: string;
	readonly place: FilePlace;
}

/** Groups of twins, and the entries by which they were told. */
export interface Twins {
	readonly entries: readonly PlacedEntry[];
	readonly groups: readonly (readonly PlacedEntry[])[];
}

export class EntryIndex {
	readonly entries: readonly PlacedEntry[];
	/** Every key that can be cited, further names of entries too. */
	readonly keys: ReadonlySet<string>;
	/** The first entry of each key in lower case. */
	readonly folded: ReadonlyMap<string, KnownKey>;
	readonly #before: Twins | undefined;
	#candidates: Candidates | undefined;
	#twins: Twins | undefined;

	/** `before` are the twins of the bibliographies as they were. */
	constructor(
		readonly files: readonly CheckedBibliography[],
		readonly readings: readonly BibliographyReading[],
		before?: Twins,
	) {
		this.#before = before;
		const keys = new Set<string>();
		const folded = new Map<string, KnownKey>();
		const entries: PlacedEntry[] = [];
		for (const [i, { entries: own, blocks, commentedKeys, dialect }] of readings.entries()) {
			const { file = "", bibliography } = files[i] ?? {};
			for (const entry of own) {
				const placed = { ...entry, file, fileName: bibliography?.fileName ?? "" };
				entries.push(placed);
				keys.add(entry.key);
				const name = entry.key.toLowerCase();
				if (!folded.has(name)) folded.set(name, { key: entry.key, place: placeOf(placed) });
			}
			for (const { reading } of blocks) for (const key of reading.aliases) keys.add(key);
			// BibTeX reads entries behind a `%`.
			if (dialect === "bibtex") for (const key of commentedKeys) keys.add(key);
		}
		this.entries = entries;
		this.keys = keys;
		this.folded = folded;
	}

	/** Whether it was made of just these. */
	isOf(files: readonly CheckedBibliography[], readings: readonly BibliographyReading[]): boolean {
		return (
			readings.length === this.readings.length &&
			readings.every((reading, i) => reading === this.readings[i] && files[i]?.file === this.files[i]?.file)
		);
	}

	get candidates(): Candidates {
		return (this.#candidates ??= new Candidates(this.entries));
	}

	/** Which entries are one work depends on their papers and keys alone: most edits change neither. */
	get twins(): Twins {
		return (this.#twins ??= { entries: this.entries, groups: this.#groups() });
	}

	#groups(): readonly (readonly PlacedEntry[])[] {
		const before = this.#before;
		const isSame =
			before?.entries.length === this.entries.length &&
			before.entries.every(
				({ paper, key }, i) => this.entries[i]?.paper === paper && this.entries[i].key === key,
			);
		if (!isSame) return twinsAmong(this.entries);
		const numbers = new Map(before.entries.map((entry, i) => [entry, i]));
		return before.groups.map(group => group.flatMap(entry => this.entries[numbers.get(entry) ?? -1] ?? []));
	}
}
