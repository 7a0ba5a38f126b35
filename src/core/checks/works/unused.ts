// Entries that nothing cites. They are only told of when all that may cite them was read.

import type { ProjectReading } from "../readings/projectReading";
import type { Finding } from "../finding";
import { placeOf, refOf, type PlacedEntry } from "./entries";

/** The keys in lower case that documents cite and entries need; `undefined` when any entry may be cited. */
export function usedKeys({
	project,
	manuscripts,
	bibliographies,
}: Pick<ProjectReading, "project" | "manuscripts" | "bibliographies">): ReadonlySet<string> | undefined {
	const isKnown = manuscripts.length > 0 && project.isComplete !== false;
	if (!isKnown || manuscripts.some(({ all }) => all)) return undefined;
	const used = new Set<string>();
	for (const { keys } of manuscripts) for (const key of keys) used.add(key.toLowerCase());
	const entries = bibliographies.flatMap(({ blocks }) => blocks.map(({ reading }) => reading));
	for (const { needs } of entries) for (const key of needs) used.add(key.toLowerCase());
	for (const { entry, aliases } of entries) {
		if (aliases.some(({ name }) => used.has(name.toLowerCase()))) used.add(entry.block.key.toLowerCase());
	}
	return used;
}

export function unusedFindings(entries: readonly PlacedEntry[], used: ReadonlySet<string>): readonly Finding[] {
	return entries
		.filter(({ key }) => !used.has(key.toLowerCase()))
		.map(entry => ({
			...({ code: "unused-entry", message: "unused", args: [entry.key] } as const),
			...{ place: placeOf(entry), related: [] },
			fixes: [{ kind: "remove", message: "fix-remove", args: [], entry: refOf(entry) }],
		}));
}
