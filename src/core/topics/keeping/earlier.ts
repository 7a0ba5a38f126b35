// Keeping topics as they were: papers in their groups when others come, and groups under their labels.

import { centresOf, type Groups, likenessTo, settled } from "../grouping/centres";
import { leastSize, type Level } from "../grouping/level";
import type { Papers } from "../grouping/likeness";
import type { EarlierTopic } from "../topic";

/** When more of the papers are new than this, groups are found anew. */
const mostNew = 0.4;
/** A paper leaves its group for one that is by so much more like it. */
const inertia = 1.35;
/** A new paper that is less like every group than this share of what is usual there belongs to none of them. */
const strange = 0.6;
/** A group takes the label of an earlier one when it holds so many of its papers, or consists of them so far. */
const sameShare = 0.5;

/** Earlier topics with their papers by number, as far as these are still there and free. */
export interface Kept {
	readonly topic: EarlierTopic;
	readonly members: readonly number[];
}

export function keptOf(
	earlier: readonly EarlierTopic[],
	nodes: readonly number[],
	idOf: (i: number) => string,
): Kept[] {
	const numbers = new Map(nodes.map(i => [idOf(i), i]));
	const seen = new Set<number>();
	return earlier.flatMap(topic => {
		const members = topic.ids.flatMap(id => {
			const i = numbers.get(id);
			if (i === undefined || seen.has(i)) return [];
			seen.add(i);
			return [i];
		});
		return members.length > 0 ? [{ topic, members: members.sort((a, b) => a - b) }] : [];
	});
}

/** Whether so much is known of the papers that the earlier groups serve. */
export function serves(kept: readonly Kept[], nodes: readonly number[]): boolean {
	const known = kept.reduce((sum, { members }) => sum + members.length, 0);
	return kept.length > 0 && known >= (1 - mostNew) * nodes.length;
}

/** The same of a whole shelf: otherwise its topics are found anew, and no more than labels is kept. */
export function remain(earlier: readonly EarlierTopic[], papers: readonly { readonly id: string }[]): boolean {
	const known = new Set(earlier.flatMap(({ ids }) => ids));
	return known.size > 0 && papers.filter(({ id }) => known.has(id)).length >= (1 - mostNew) * papers.length;
}

/**
 * The level of some papers from the groups of before: new papers join the group that they are most like, old ones leave
 * theirs only for one that fits much better, and new papers that are like each other and like no group are a group.
 */
export function* continued(
	papers: Papers,
	kept: readonly Kept[],
	nodes: readonly number[],
): Generator<undefined, Level, undefined> {
	const before = kept.map(({ members }) => members);
	const added = yield* strangers(papers, before, nodes);
	const groups = added.length >= leastSize(nodes.length) && added.length > 1 ? [...before, added] : before;
	return yield* settled(papers, groups, { nodes, inertia });
}

/** New papers that are like none of the groups, and like one another. */
function* strangers(
	papers: Papers,
	groups: Groups,
	nodes: readonly number[],
): Generator<undefined, number[], undefined> {
	const known = new Set(groups.flat());
	const fresh = nodes.filter(i => !known.has(i));
	if (fresh.length === 0) return [];
	const centres = yield* centresOf(papers, groups);
	const usual: number[] = [];
	for (const [group, members] of groups.entries()) {
		for (const i of members) usual.push(likenessTo(papers, i, centres, group));
		yield;
	}
	usual.sort((a, b) => a - b);
	const least = strange * (usual[usual.length >> 1] ?? 0);
	const likeness = (i: number): number =>
		groups.reduce((most, _, group) => Math.max(most, likenessTo(papers, i, centres, group)), 0);
	const far: { readonly i: number; readonly near: number }[] = [];
	for (const i of fresh) {
		const near = likeness(i);
		if (near < least) far.push({ i, near });
		yield;
	}
	if (far.length < 2) return [];
	const own = yield* centresOf(papers, [far.map(({ i }) => i)]);
	return far.filter(({ i, near }) => likenessTo(papers, i, own, 0) > near).map(({ i }) => i);
}

/**
 * The earlier topic that each group continues: the one with most of its papers in common, each once, except that several
 * groups may go on as one topic that a person has merged.
 */
export function continuing(
	groups: Groups,
	kept: readonly Kept[],
	isMerged: (label: string) => boolean,
): (EarlierTopic | undefined)[] {
	const groupOf = new Map(groups.flatMap((group, g) => group.map(i => [i, g] as const)));
	const pairs = kept.flatMap(({ topic, members }) => {
		const shared = new Map<number, number>();
		for (const i of members) {
			const group = groupOf.get(i);
			if (group !== undefined) shared.set(group, (shared.get(group) ?? 0) + 1);
		}
		return [...shared].map(([group, count]) => ({ topic, group, count, all: members.length }));
	});
	pairs.sort((a, b) => b.count - a.count || a.group - b.group || (a.topic.label < b.topic.label ? -1 : 1));
	const result: (EarlierTopic | undefined)[] = groups.map(() => undefined);
	const used = new Set<EarlierTopic>();
	for (const { topic, group, count, all } of pairs) {
		const size = groups[group]?.length ?? 0;
		const isMost = count >= sameShare * size;
		if (result[group] !== undefined || (used.has(topic) && !(isMost && isMerged(topic.label)))) continue;
		if (!isMost && count < sameShare * all) continue;
		result[group] = topic;
		used.add(topic);
	}
	return result;
}
