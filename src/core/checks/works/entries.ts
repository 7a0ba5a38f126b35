// An entry of a project, with the file that it is in.

import type { EntryRef, FilePlace } from "../finding";
import type { NumberedEntry } from "../readings/bibliography";

export interface PlacedEntry extends NumberedEntry {
	readonly file: string;
	/** The name of its file, for a person. */
	readonly fileName: string;
}

export function placeOf({ file, keyRange }: PlacedEntry): FilePlace {
	return { file, range: keyRange };
}

export function refOf({ file, key, nth }: PlacedEntry): EntryRef {
	return { file, key, nth };
}
