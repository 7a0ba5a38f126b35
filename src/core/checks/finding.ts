// What the checks report: findings as data, without a sentence; `messages.ts` puts them into words.

import type { TextEdit, TextRange } from "../paper";
import type { LinePosition } from "../text/lines";
import type { MessageId } from "./messages";
import type { Level, RuleCode } from "./rules";

/** A place in a file, which goes by the name that the caller gave it. */
export interface FilePlace {
	readonly file: string;
	readonly range: TextRange;
}

export interface FileEdit extends TextEdit {
	readonly file: string;
}

/** Words about a finding, by their kind and what stands in them. */
export interface Said {
	readonly message: MessageId;
	readonly args: readonly string[];
}

/** An entry by its file and key; of several with one key the one numbered `nth`, from 0. */
export interface EntryRef {
	readonly file: string;
	readonly key: string;
	readonly nth: number;
}

/** What mends a finding. */
export type Fix = Said & {
	/** Whether it is what a person most probably wants. */
	readonly isPreferred?: true;
} & (
		| {
				readonly kind: "edits";
				readonly edits: readonly FileEdit[];
				/** Whether it changes how something is written and nothing that is said. */
				readonly isSafe?: true;
		  }
		/** A new entry with this key and little else. */
		| { readonly kind: "stub"; readonly key: string; readonly file: string }
		/** The entry `drop` goes, and all that names it names `keep`. */
		| { readonly kind: "merge"; readonly keep: EntryRef; readonly drop: EntryRef }
		| { readonly kind: "remove"; readonly entry: EntryRef }
		/** The shelf is searched for these words. */
		| { readonly kind: "search"; readonly words: string }
		/** A paper of the shelf gets an entry with this key. */
		| { readonly kind: "add"; readonly id: string; readonly key: string }
		/** The shelf's record replaces what the entry says. */
		| { readonly kind: "update"; readonly entry: EntryRef }
	);

export interface Finding extends Said {
	readonly code: RuleCode;
	/** Where this case is milder or worse than the rule's own level. */
	readonly severity?: Level;
	readonly place: FilePlace;
	readonly related: readonly (Said & { readonly place: FilePlace })[];
	readonly fixes: readonly Fix[];
}

/** A place in a text that may not be open. */
export interface LinedPlace extends FilePlace {
	readonly start: LinePosition;
	readonly end: LinePosition;
}

/** A finding as it is shown: also in texts that are not open. */
export interface ShownFinding extends Finding {
	readonly related: readonly (Said & { readonly place: LinedPlace })[];
}

/** A finding in a single text, and edits of that text alone. */
export type LocalFinding = Omit<Finding, "place" | "related" | "fixes"> & {
	readonly range: TextRange;
	readonly fix?: Said & { readonly edits: readonly TextEdit[]; readonly isSafe?: true };
};

/** The finding in its file, in which the text has moved by some characters. */
export function placed({ range, fix, ...said }: LocalFinding, file: string, shift = 0): Finding {
	const fixes: Fix[] = fix
		? [
				{
					kind: "edits",
					isPreferred: true,
					...fix,
					edits: fix.edits.map(edit => ({ file, ...moved(edit, shift) })),
				},
			]
		: [];
	return { ...said, place: { file, range: moved(range, shift) }, related: [], fixes };
}

export function moved<T extends TextRange>(range: T, shift: number): T {
	return shift === 0 ? range : { ...range, start: range.start + shift, end: range.end + shift };
}
