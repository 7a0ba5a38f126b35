// Names for the groups of a level: the phrase that most papers of a group say and few others, each name once.

import type { Holder } from "./holders";
import type { Phrase } from "./phrases";

/** A phrase and how well it names a group. */
export interface Ranked {
	readonly phrase: Phrase;
	readonly score: number;
	/** How many papers of the group hold it. */
	readonly inside: number;
}

export interface Scope {
	/** Papers of the level: a phrase must set a group apart among them. */
	readonly size: number;
	/** The group of each paper, by its number; -1 outside of the level. */
	readonly groupOf: Int32Array;
}

/** What is said in the abstract alone counts less. */
const abstractWeight = 0.4;
/** How much it matters that most papers of the group say it, beside that few others do: measured by looking. */
const coverPower = 0.7;
/** And that few others do. */
const apartPower = 0.7;

/** The phrases of a group, those that name it best first. */
export function ranked(
	group: number,
	size: number,
	phrases: readonly Phrase[],
	{ holders, scope }: { holders: ReadonlyMap<string, Holder>; scope: Scope },
): Ranked[] {
	const share = size / scope.size;
	return phrases
		.map(phrase => {
			const holder = holders.get(phrase.key);
			let [inside, all] = [0, 0];
			for (const paper of holder?.papers ?? []) {
				const own = scope.groupOf[paper] ?? -1;
				if (own >= 0) all++;
				if (own === group) inside++;
			}
			const titled = holder?.titled.filter(paper => scope.groupOf[paper] === group).length ?? 0;
			const cover = (titled + abstractWeight * (inside - titled)) / size;
			const apart = share >= 1 ? 1 : Math.max(0, (inside / (all + 0.5) - share) / (1 - share));
			return { phrase, inside, score: apart ** apartPower * cover ** coverPower * phrase.fitness };
		})
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || (a.phrase.key < b.phrase.key ? -1 : 1));
}

/**
 * One phrase for each group, the surest first; none twice, and none that is part of another one. A group whose phrases
 * are all taken has none.
 */
export function chosen(groups: readonly (readonly Ranked[])[], taken: ReadonlySet<string>): (Phrase | undefined)[] {
	const names: (Phrase | undefined)[] = groups.map(() => undefined);
	const used = new Set(taken);
	const pairs = groups
		.flatMap((list, group) => list.map(({ phrase, score }) => ({ group, phrase, score })))
		.sort((a, b) => b.score - a.score || a.group - b.group || (a.phrase.key < b.phrase.key ? -1 : 1));
	for (const isStrict of [true, false]) {
		for (const { group, phrase } of pairs) {
			if (names[group] !== undefined || used.has(phrase.key)) continue;
			if (isStrict && names.some(other => other !== undefined && isPart(other, phrase))) continue;
			names[group] = phrase;
			used.add(phrase.key);
		}
	}
	return names;
}

/** A name that so few papers of a group say is told a second one. */
const fewSay = 0.4;
/** A second name is nearly as good, and says what so many papers are about that do not say the first. */
const nearlyAs = 0.5;
const moreSay = 0.2;
const leastMore = 3;
/** A single word beside another name, "and class", says little; words of scripts without spaces are phrases. */
const spaced = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{N}\p{P}]+$/u;

/** A second phrase for a group that the first describes in part: the two together are its name. */
export function secondName(
	first: Phrase,
	list: readonly Ranked[],
	{
		members,
		holders,
		taken,
	}: {
		readonly members: readonly number[];
		readonly holders: ReadonlyMap<string, Holder>;
		readonly taken: ReadonlySet<string>;
	},
): Phrase | undefined {
	const own = list.find(({ phrase }) => phrase === first);
	if (own === undefined || own.inside > fewSay * members.length) return undefined;
	const open = new Set(members);
	for (const i of holders.get(first.key)?.papers ?? []) open.delete(i);
	const least = Math.max(leastMore, moreSay * members.length);
	return list.find(({ phrase, score }) => {
		const isName = phrase.stems.length > 1 || !spaced.test(phrase.key);
		if (!isName || score < nearlyAs * own.score || taken.has(phrase.key)) return false;
		if (phrase.stems.some(word => first.stems.includes(word))) return false;
		return (holders.get(phrase.key)?.papers ?? []).filter(i => open.has(i)).length >= least;
	})?.phrase;
}

/** Whether all words of one phrase are among those of the other. */
function isPart(a: Phrase, b: Phrase): boolean {
	const [short, long] = a.stems.length < b.stems.length ? [a.stems, b.stems] : [b.stems, a.stems];
	return short.every(word => long.includes(word));
}

/** Phrases that say something of their own: none that is part of an earlier one, or that has an earlier one as part. */
export function distinctPhrases(phrases: readonly Phrase[], most: number): Phrase[] {
	const kept: Phrase[] = [];
	for (const phrase of phrases) {
		if (kept.length >= most) break;
		if (!kept.some(other => isPart(other, phrase))) kept.push(phrase);
	}
	return kept;
}
