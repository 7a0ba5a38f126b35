// Papers -> topics, with the terms that made each: a person's own and the reviewed ones of the field first, then groups
// found in the texts and named in their words. Pure, deterministic, whatever the order of the papers.

import type { Paper } from "../paper";
import { clinicalTable } from "./clinicalTable";
import { wantedToSplit } from "./grouping/level";
import { applied } from "./keeping/applied";
import { type Named, named } from "./naming/named";
import { claimedByRules, claimedBySeeds, type Claim, type Shelf } from "./table/claims";
import { type Rule, rulesOf } from "./table/rules";
import type { Topic, TopicOptions } from "./topic";
import { type Tree, treeOf } from "./tree";
import { type PaperWords, wordsOf } from "./words";

export { rememberTopics } from "./topic";
export type { EarlierTopic, Topic, TopicDefinition, TopicOptions, TopicRule, TopicTable } from "./topic";

/** The labels of papers that have no word at all, and of those that share none with others. */
const wordless = "Without text";
const apart = "Other subjects";

/** Papers between two steps. */
const stepPapers = 10;
const longestLabel = 60;

/** Every paper is in a topic, or in two that it fits nearly alike. Topics are ordered by size, then by label. */
export function groupByTopic(papers: readonly Paper[], options: TopicOptions = {}): Topic[] {
	const steps = topicSteps(papers, options);
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value;
}

/** The same in small steps, for whoever must not be held up. */
export function* topicSteps(
	papers: readonly Paper[],
	options: TopicOptions = {},
): Generator<undefined, Topic[], undefined> {
	// In the order of their ids, so that it does not matter in which they come.
	const order = papers.map((paper, place) => ({ paper, place }));
	order.sort((a, b) => compare(a.paper.id, b.paper.id) || compare(a.paper.title, b.paper.title) || a.place - b.place);
	const words: PaperWords[] = [];
	for (const { paper } of order) {
		words.push(wordsOf(paper));
		if (words.length % stepPapers === 0) yield;
	}
	const shelf: Shelf = { papers: order.map(({ paper }) => paper), words };
	const rules = rulesOf(options.table ?? {});
	const found = yield* grouped(shelf, rules, options);
	return finished(
		found,
		papers,
		order.map(({ place }) => place),
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function* grouped(
	shelf: Shelf,
	rules: readonly Rule[],
	{ table, seeds, previous = [], search }: TopicOptions,
): Generator<undefined, Named[], undefined> {
	const claims: Claim[] = yield* claimedByRules(shelf, rules, search);
	const taken = new Set(claims.flatMap(({ reasons }) => [...reasons.keys()]));
	const reviewed = seeds ?? (table === undefined ? clinicalTable : {});
	const wasUsed = previous.some(({ label }) => Object.hasOwn(reviewed, label));
	claims.push(...(yield* claimedBySeeds(shelf, reviewed, { isFree: i => !taken.has(i), wasUsed })));
	const merges = new Set(rules.flatMap(({ label, from }) => (from.length > 0 ? [label] : [])));
	const tree = yield* treeOf(shelf, { claims, earlier: previous, isMerged: label => merges.has(label) });
	const names = yield* named(tree.branches, shelf.words);
	const divided = yield* dividedBy(names, rules, { tree, shelf });
	return [...applied(divided, rules), ...remaining(tree)];
}

/** Topics that a rule splits are divided, if they are not yet. */
function* dividedBy(
	topics: readonly Named[],
	rules: readonly Rule[],
	{ tree, shelf }: { tree: Tree; shelf: Shelf },
): Generator<undefined, Named[], undefined> {
	const split = new Set(rules.flatMap(({ label, from, isSplit }) => (isSplit ? [label, ...from] : [])));
	const result: Named[] = [];
	for (const topic of topics) {
		if (!split.has(topic.label) || topic.branches.length > 0) result.push(topic);
		else {
			const branches = yield* tree.divide(topic.members, wantedToSplit(topic.members.length));
			result.push({ ...topic, branches: yield* named(branches, shelf.words) });
		}
	}
	return result;
}

function remaining({ apart: alone, wordless: silent }: Tree): Named[] {
	return [
		{ label: apart, members: alone },
		{ label: wordless, members: silent },
	]
		.filter(({ members }) => members.length > 0)
		.map(rest => ({ ...rest, terms: [], reasons: new Map<number, string[]>(), branches: [], isPinned: false }));
}

function finished(topics: readonly Named[], papers: readonly Paper[], placeOf: readonly number[]): Topic[] {
	const labels = new Set<string>();
	const finish = (level: readonly Named[]): Topic[] => {
		const ordered = level
			.map(topic => ({ topic, label: distinct(topic.label || titleOf(topic, papers, placeOf), labels) }))
			.sort((a, b) => compareTopics(a.topic, b.topic) || compare(a.label, b.label));
		return ordered.map(({ topic, label }) => {
			const places = topic.members.map(i => ({ i, place: placeOf[i] ?? 0 })).sort((a, b) => a.place - b.place);
			const own = places.flatMap(({ i, place }) => {
				const paper = papers[place];
				return paper === undefined ? [] : [{ paper, reasons: topic.reasons.get(i) ?? [] }];
			});
			return {
				label,
				terms: [...topic.terms],
				papers: own.map(({ paper }) => paper),
				reasons: Object.fromEntries(own.map(({ paper, reasons }) => [paper.id, reasons])),
				...(topic.branches.length > 0 && { subtopics: finish(topic.branches) }),
				...(topic.isPinned && { isPinned: true as const }),
			};
		});
	};
	return finish(topics);
}

function compareTopics(a: Named, b: Named): number {
	return Number(b.isPinned) - Number(a.isPinned) || b.members.length - a.members.length;
}

/** The beginning of a title, for papers whose words name nothing. */
function titleOf({ members }: Named, papers: readonly Paper[], placeOf: readonly number[]): string {
	const title = papers[placeOf[members[0] ?? 0] ?? 0]?.title.trim() ?? "";
	const short = title.length > longestLabel ? `${title.slice(0, longestLabel).replace(/\s+\S*$/, "")} …` : title;
	return short === "" ? apart : short;
}

/** The label, with a number when it is taken; remembers it. */
function distinct(label: string, labels: Set<string>): string {
	let free = label;
	for (let n = 2; labels.has(free.toLowerCase()); n++) free = `${label} (${n})`;
	labels.add(free.toLowerCase());
	return free;
}
