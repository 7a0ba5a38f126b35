// Entries that are one work under several keys.

import type { Paper } from "../../paper";
import { groupPapers } from "../../works/group";

/** Groups of two or more entries of one work, each in the order of the entries. */
export function findTwins<T extends { readonly paper: Paper }>(entries: readonly T[]): readonly (readonly T[])[] {
	return groupPapers(entries.map(({ paper }) => paper))
		.filter(group => group.length > 1)
		.map(group => group.flatMap(index => entries[index] ?? []));
}
