// Several changes of one bibliography as one set of edits: entries that go, that are brought up to date, that come.

import type { Paper, TextEdit } from "../../paper";
import { composed } from "../../textEdits";
import { addToBibliography } from "../bibliography";
import type { AddOptions } from "../options";
import { removeEntry, updateEntry } from "./edit";

/** What is to be done with a bibliography. */
export interface Tidying {
	/** Entries by their keys; of several with one key the one numbered `nth`, from 0. */
	readonly remove: readonly { readonly key: string; readonly nth: number }[];
	readonly update: readonly { readonly key: string; readonly paper: Paper }[];
	/** New entries, with the keys that they are to get. */
	readonly add: readonly { readonly key: string; readonly paper: Paper }[];
}

/**
 * The edits, in order and apart, that do all of it. Each change is made to what the ones before it left, since two
 * entries side by side share the gap or the comma between them.
 */
export function tidyBibliography(
	text: string,
	fileName: string,
	{ remove, update, add }: Tidying,
	options: AddOptions = {},
): TextEdit[] {
	const papers = add.map(({ paper }) => paper);
	const keys = add.map(({ key }) => key);
	// The later of two entries with one key goes first: the number of the other stays.
	const removed = [...remove].sort((a, b) => b.nth - a.nth);
	return composed(text, [
		...update.map(entry => (now: string) => updateEntry(now, fileName, entry, options).edits),
		...removed.map(
			({ key, nth }) =>
				(now: string) =>
					removeEntry(now, fileName, key, nth),
		),
		now => (add.length === 0 ? [] : addToBibliography(now, fileName, papers, { ...options, keys }).edits),
	]);
}
