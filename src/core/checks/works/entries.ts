// All entries that a project reads, in its order, and what is looked up in them.

import type { EntryRef, FilePlace } from "../finding";
import type { ProjectReading } from "../readings/projectReading";
import type { NumberedEntry } from "../readings/bibliography";

export interface PlacedEntry extends NumberedEntry {
	readonly file: string;
	/** The name of its file, for a person. */
	readonly fileName: string;
}

export function placedEntries({ project, bibliographies }: ProjectReading): readonly PlacedEntry[] {
	return bibliographies.flatMap(({ entries }, i) => {
		const { file = "", bibliography } = project.bibliographies[i] ?? {};
		const fileName = bibliography?.fileName ?? "";
		return entries.map(entry => ({ ...entry, file, fileName }));
	});
}

export function placeOf({ file, keyRange }: PlacedEntry): FilePlace {
	return { file, range: keyRange };
}

export function refOf({ file, key, nth }: PlacedEntry): EntryRef {
	return { file, key, nth };
}
