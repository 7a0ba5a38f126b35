// Long lists of groups and of papers, folded so that a tree stays one: names by their first letter, ranks by hundreds.

import { fold } from "../text/normalize";
import { fill } from "../render/labels";
import type { Group, GroupLabels } from "./group";

/** More names than this side by side are folded by their first letter. */
const mostNames = 40;

/** More papers than this below one row are parted into runs. */
const mostPapers = 400;
const runLength = 100;

/** Groups by the first letters of their labels, when there are too many to look through; in the order given. */
export function foldedByLetter(groups: readonly Group[], labels: GroupLabels): readonly Group[] {
	if (groups.length <= mostNames) return groups;
	const letters = new Map<string, Group[]>();
	for (const group of groups) {
		const letter = firstLetter(group.label);
		const known = letters.get(letter);
		if (known) known.push(group);
		else letters.set(letter, [group]);
	}
	return Array.from(letters, ([letter, own]) => ({
		key: `letter ${letter}`,
		label: letter === "" ? labels.otherLetters : letter,
		ids: [...new Set(own.flatMap(({ ids }) => ids))],
		groups: own,
	}));
}

/** Capital and without its accent, so that Å stands with A; empty for what begins with no letter. */
function firstLetter(label: string): string {
	const [first = ""] = fold(label).match(/[\p{L}\p{N}]/u) ?? [];
	return /\p{L}/u.test(first) ? first.toUpperCase() : "";
}

/** A group whose papers are too many for one list, with runs of them below it. */
export function inRuns(group: Group, labels: GroupLabels): Group {
	if (group.groups) return { ...group, groups: group.groups.map(each => inRuns(each, labels)) };
	return group.ids.length <= mostPapers ? group : { ...group, groups: runsOf(group.ids, labels) };
}

/** Runs of a hundred papers; a short list is one group, and is returned as such. */
export function runsOf(ids: readonly string[], labels: GroupLabels): readonly Group[] {
	const runs: Group[] = [];
	for (let start = 0; start < ids.length; start += runLength) {
		const own = ids.slice(start, start + runLength);
		runs.push({ key: `run ${start}`, label: fill(labels.ranks, start + 1, start + own.length), ids: own });
	}
	return runs;
}

/** Whether so many papers can stand in one list. */
export function isShort(count: number): boolean {
	return count <= mostPapers;
}
