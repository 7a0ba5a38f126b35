// Several changes of one bibliography as one set of edits: entries that go, that are brought up to date, that come.

import type { Paper, TextEdit } from "../../paper";
import { composed } from "../../textEdits";
import { addToBibliography } from "../bibliography";
import type { AddOptions } from "../options";
import { removeEntries, updateEntries, type NewerRecord, type NumberedKey } from "./edit";

/** What is to be done with a bibliography. */
export interface Tidying {
	readonly remove: readonly NumberedKey[];
	readonly update: readonly NewerRecord[];
	/** New entries, with the keys that they are to get. */
	readonly add: readonly { readonly key: string; readonly paper: Paper }[];
}

/**
 * The edits, in order and apart, that do all of it: what is brought up to date first, then what goes, then what comes,
 * each in the text that the one before left.
 */
export function tidyBibliography(
	text: string,
	fileName: string,
	{ remove, update, add }: Tidying,
	options: AddOptions = {},
): TextEdit[] {
	const papers = add.map(({ paper }) => paper);
	const keys = add.map(({ key }) => key);
	return composed(text, [
		now => (update.length === 0 ? [] : updateEntries(now, fileName, update, options).edits),
		now => (remove.length === 0 ? [] : removeEntries(now, fileName, remove)),
		now => (add.length === 0 ? [] : addToBibliography(now, fileName, papers, { ...options, keys }).edits),
	]);
}
