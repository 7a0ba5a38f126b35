// What is measured of topics on one shelf: agreement, coherence, sizes, and how much stays when papers come or go.

import type { Paper } from "../../../src/core/paper";
import { groupByTopic, rememberTopics, type Topic, type TopicOptions } from "../../../src/core/topics/topics";
import { seededRandom } from "../../../src/core/random";
import { bCubed, coherence, type Group, mutualInformation, stability } from "./measures";
import { plainGroups } from "./plain";
import type { Shelf } from "./shelves";

/** Without reviewed topics: what is found in the texts alone. */
export const foundAlone: TopicOptions = { table: {} };

export function groupsOf(topics: readonly Topic[], papers: readonly Paper[]): Group[] {
	const places = new Map(papers.map(({ id }, i) => [id, i]));
	return topics.map(topic => ({ terms: topic.terms, members: topic.papers.map(({ id }) => places.get(id) ?? 0) }));
}

export function leavesOf(topics: readonly Topic[]): Topic[] {
	return topics.flatMap(topic => topic.subtopics ?? [topic]);
}

export function agreement(name: string, groups: readonly Group[], { papers, subjects }: Shelf): string[] {
	const sizes = groups.map(({ members }) => members.length).sort((a, b) => b - a);
	return [
		name,
		bCubed(groups, subjects).toFixed(2),
		mutualInformation(groups, subjects).toFixed(2),
		coherence(groups, papers).toFixed(2),
		String(groups.length),
		`${sizes[0] ?? 0} to ${sizes.at(-1) ?? 0}`,
	];
}

/** Ours, and plain k-means with as many groups from three beginnings, on one shelf. */
export function agreementRows(shelf: Shelf, options: TopicOptions = foundAlone): string[][] {
	const topics = groupByTopic(shelf.papers, options);
	const groups = groupsOf(topics, shelf.papers);
	const plain = [1, 2, 3].map(seed => plainGroups(shelf.papers, groups.length, seed));
	const best = plain.reduce((most, each) =>
		bCubed(each, shelf.subjects) > bCubed(most, shelf.subjects) ? each : most,
	);
	const leaves = leavesOf(topics);
	const shelfName = `${shelf.name} (${shelf.papers.length})`;
	return [
		[shelfName, ...agreement("Citeshelf", groups, shelf)],
		...(leaves.length > topics.length
			? [[shelfName, ...agreement("Citeshelf, second level", groupsOf(leaves, shelf.papers), shelf)]]
			: []),
		[shelfName, ...agreement("k-means, best of 3", best, shelf)],
	];
}

/** How much of the pairs stays together when a tenth of the papers goes, and when it comes back. */
export function stabilityRow(shelf: Shelf): string[] {
	const next = seededRandom(11);
	const fewer = shelf.papers.filter(() => next() >= 0.1);
	const all = groupByTopic(shelf.papers, foundAlone);
	const cut = groupByTopic(fewer, foundAlone);
	const gone = groupByTopic(fewer, { ...foundAlone, previous: rememberTopics(all) });
	const come = groupByTopic(shelf.papers, { ...foundAlone, previous: rememberTopics(cut) });
	const k = all.length;
	const plain = stability(
		membership(plainGroups(shelf.papers, k), shelf.papers),
		membership(plainGroups(fewer, k), fewer),
	);
	return [
		`${shelf.name} (${shelf.papers.length})`,
		percent(stability(labelled(all), labelled(gone))),
		percent(stability(labelled(cut), labelled(come))),
		percent(stability(labelled(all), labelled(cut))),
		percent(plain),
	];
}

function labelled(topics: readonly Topic[]): Map<string, string> {
	return new Map(topics.flatMap(({ label, papers }) => papers.map(({ id }) => [id, label] as const)));
}

function membership(groups: readonly Group[], papers: readonly Paper[]): Map<string, string> {
	return new Map(
		groups.flatMap(({ members }, group) => members.map(i => [papers[i]?.id ?? "", String(group)] as const)),
	);
}

function percent(value: number): string {
	return `${(100 * value).toFixed(0)} %`;
}
