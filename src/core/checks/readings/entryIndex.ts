// All entries that a project reads, in its order, and what is looked up in them: made once for these bibliographies, as
// most edits are edits of manuscripts.

import { Candidates } from "../../bibliography/keys/candidates";
import type { CheckedBibliography } from "../project";
import { twinsAmong } from "../works/twins";
import { placeOf, type PlacedEntry } from "../works/entries";
import { moved, type FilePlace } from "../finding";
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

/** An entry that goes by a further name. */
export interface Alias {
	readonly key: string;
	readonly file: string;
	/** Of the entry's key. */
	readonly place: FilePlace;
}

export class EntryIndex {
	readonly entries: readonly PlacedEntry[];
	/** Every key that can be cited, further names of entries too. */
	readonly keys: ReadonlySet<string>;
	/** The first entry of each key in lower case, and what goes by a further name that is no key. */
	readonly folded: ReadonlyMap<string, KnownKey>;
	/** The entries that further names stand for. */
	readonly aliases: ReadonlyMap<string, Alias>;
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
		for (const [i, { entries: own, commentedKeys, dialect }] of readings.entries()) {
			const { file = "", bibliography } = files[i] ?? {};
			for (const entry of own) {
				const placed = { ...entry, file, fileName: bibliography?.fileName ?? "" };
				entries.push(placed);
				keys.add(entry.key);
				const name = entry.key.toLowerCase();
				if (!folded.has(name)) folded.set(name, { key: entry.key, place: placeOf(placed) });
			}
			// BibTeX reads entries behind a `%`.
			if (dialect === "bibtex") for (const key of commentedKeys) keys.add(key);
		}
		this.entries = entries;
		this.aliases = aliasesOf(files, readings, new Set(entries.map(({ key }) => key)));
		for (const [name, { place }] of this.aliases) {
			keys.add(name);
			const letters = name.toLowerCase();
			if (!folded.has(letters)) folded.set(letters, { key: name, place });
		}
		this.keys = keys;
		this.folded = folded;
	}

	/** The key of the entry that a name stands for; the name itself where there is none. */
	keyOf(name: string): string {
		return this.aliases.get(name)?.key ?? name;
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

/** What further names stand for: a key stands for its own entry, and of two entries with a name the first has it. */
function aliasesOf(
	files: readonly CheckedBibliography[],
	readings: readonly BibliographyReading[],
	keys: ReadonlySet<string>,
): ReadonlyMap<string, Alias> {
	const aliases = new Map<string, Alias>();
	for (const [i, { blocks }] of readings.entries()) {
		const file = files[i]?.file ?? "";
		for (const { reading, shift } of blocks) {
			const { key, keyRange } = reading.entry.block;
			for (const { name } of reading.aliases) {
				if (keys.has(name) || aliases.has(name)) continue;
				aliases.set(name, { key, file, place: { file, range: moved(keyRange, shift) } });
			}
		}
	}
	return aliases;
}
