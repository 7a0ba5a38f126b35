// Entries that are one work under several keys, and preprints of which the published version is known.

import { isPreprint } from "../../bibliography/edit/aspects";
import { findTwins } from "../../bibliography/edit/twins";
import type { Paper } from "../../paper";
import { profileOf } from "../../works/profile";
import type { Finding, Fix } from "../finding";
import type { ShelfKnowledge } from "../project";
import { placeOf, refOf, type PlacedEntry } from "./entries";

export interface Cited {
	/** Whether a document cites an entry by its key. */
	readonly isCited: (entry: PlacedEntry) => boolean;
}

/** Whether a record tells which work it is: two without a title and a number are not one for that. */
function saysWhich(paper: Paper): boolean {
	const { isGeneric, strong } = profileOf(paper);
	return !isGeneric || strong.size > 0;
}

/** Groups of entries of one work, of which each has a key of its own. */
export function twinsAmong(entries: readonly PlacedEntry[]): readonly (readonly PlacedEntry[])[] {
	const works = entries.filter(({ isPart, paper }) => !isPart && saysWhich(paper));
	return findTwins(works).flatMap(group => {
		const keys = new Map(group.map(entry => [entry.key, entry]));
		for (const entry of [...group].reverse()) keys.set(entry.key, entry);
		return keys.size > 1 ? [group.filter(entry => keys.get(entry.key) === entry)] : [];
	});
}

/** Findings at every entry of a group but the one that should stay. */
export function twinFindings(groups: readonly (readonly PlacedEntry[])[], { isCited }: Cited): readonly Finding[] {
	return groups.flatMap(group => {
		const published = group.filter(({ paper }) => !isPreprint(paper));
		const kept = published.find(isCited) ?? published[0] ?? group.find(isCited) ?? group[0];
		if (!kept) return [];
		return group
			.filter(entry => entry !== kept)
			.map(entry => {
				const isNewer = published.length > 0 && isPreprint(entry.paper);
				const areBoth = isCited(entry) && isCited(kept);
				return {
					...(isNewer
						? ({ code: "published-preprint", message: "published-entry" } as const)
						: ({ code: "same-work", message: areBoth ? "same-work-cited" : "same-work" } as const)),
					...(!isNewer && !areBoth && { severity: "information" as const }),
					args: [kept.key],
					place: placeOf(entry),
					related: [{ message: "other-entry" as const, args: [kept.key], place: placeOf(kept) }],
					fixes: [merge(kept, entry)],
				};
			});
	});
}

function merge(kept: PlacedEntry, entry: PlacedEntry): Fix {
	return { kind: "merge", message: "fix-merge", args: [kept.key], keep: refOf(kept), drop: refOf(entry) };
}

/** Findings at entries of preprints of which the shelf has the published version, and the bibliographies do not. */
export function publishedFindings(
	entries: readonly PlacedEntry[],
	groups: readonly (readonly PlacedEntry[])[],
	shelf: ShelfKnowledge,
): readonly Finding[] {
	const inGroups = new Set(groups.filter(group => group.some(({ paper }) => !isPreprint(paper))).flat());
	return entries.flatMap(entry => {
		// An entry that is there twice is updated where its key is found first.
		if (entry.nth > 0 || inGroups.has(entry) || !isPreprint(entry.paper)) return [];
		const newer = shelf.find(entry.paper);
		if (!newer || isPreprint(newer)) return [];
		const where = [newer.venue, newer.issued?.year].filter(part => part !== undefined).join(" ");
		const fix: Fix = { kind: "update", message: "fix-update", args: [], entry: refOf(entry), isPreferred: true };
		const said = { code: "published-preprint", message: "published-shelf", args: [where || newer.title] } as const;
		return [{ ...said, place: placeOf(entry), related: [], fixes: [fix] }];
	});
}
