// The tree of topics before it has names: claimed papers as they were claimed, the others in groups, large ones divided.

import { type Graph, neighbourGraph } from "./grouping/neighbours";
import { type Level, levelOf, wantedGroups, wantedInside } from "./grouping/level";
import { placed, type Papers } from "./grouping/likeness";
import { featuresOf } from "./features";
import { continued, continuing, keptOf, serves } from "./keeping/earlier";
import type { Claim, Shelf } from "./table/claims";
import type { EarlierTopic } from "./topic";

/** Papers by their numbers, and the groups within. */
export interface Branch {
	readonly members: readonly number[];
	readonly branches: readonly Branch[];
	/** The claim that it is made of. */
	readonly claim?: Claim;
	/** What it was called before. */
	readonly earlier?: EarlierTopic;
}

export interface Tree {
	readonly branches: readonly Branch[];
	/** Papers with words of which no other paper has one. */
	readonly apart: readonly number[];
	/** Papers without words. */
	readonly wordless: readonly number[];
	/** Divides a group that is not divided yet. */
	readonly divide: (members: readonly number[], wanted: number) => Generator<undefined, readonly Branch[], undefined>;
}

export interface TreeOptions {
	readonly claims: readonly Claim[];
	readonly earlier: readonly EarlierTopic[];
	/** Whether a label stands for several topics that a person made one. */
	readonly isMerged: (label: string) => boolean;
}

/** A shelf of fewer papers has one level. */
const twoLevels = 100;
/** Beside claimed topics, so many are found at least. */
const fewestFound = 3;
/** So few papers apart are topics each; more are one. */
const apartEach = 2;

export function* treeOf(shelf: Shelf, options: TreeOptions): Generator<undefined, Tree, undefined> {
	const features = yield* featuresOf(shelf.words);
	const papers = yield* placed(features);
	const graph = yield* neighbourGraph(papers);
	const grower = new Grower(shelf, papers, { graph, options });
	return yield* grower.grow();
}

class Grower {
	readonly #shelf: Shelf;
	readonly #papers: Papers;
	readonly #graph: Graph;
	readonly #options: TreeOptions;

	constructor(shelf: Shelf, papers: Papers, { graph, options }: { graph: Graph; options: TreeOptions }) {
		this.#shelf = shelf;
		this.#papers = papers;
		this.#graph = graph;
		this.#options = options;
	}

	*grow(): Generator<undefined, Tree, undefined> {
		const { claims, earlier } = this.#options;
		const claimed = new Set(claims.flatMap(({ reasons }) => [...reasons.keys()]));
		const free = this.#shelf.papers.flatMap((_, i) => (claimed.has(i) ? [] : [i]));
		const speaking = free.filter(i => this.#speaks(i));
		const labels = new Set(claims.map(({ label }) => label));
		const wanted = Math.max(
			Math.min(fewestFound, wantedGroups(speaking.length)),
			wantedGroups(claimed.size + speaking.length) - claims.length,
		);
		const { groups, left } = yield* this.#level(
			speaking,
			wanted,
			earlier.filter(({ label }) => !labels.has(label)),
		);
		const branches: Branch[] = [];
		for (const claim of claims) {
			const was = earlier.find(({ label }) => label === claim.label);
			const members = [...claim.reasons.keys()].sort((a, b) => a - b);
			branches.push({ members, claim, branches: yield* this.#within(members, was) });
		}
		for (const { members, earlier: was } of groups) {
			branches.push({ members, ...(was && { earlier: was }), branches: yield* this.#within(members, was) });
		}
		// Words that no other paper has put a paper into no group, yet it is not without text.
		const silent = free.filter(i => !this.#speaks(i));
		const alone = [...left, ...silent.filter(i => this.#hasWords(i))].sort((a, b) => a - b);
		const single = alone.length <= apartEach ? alone.map(i => ({ members: [i], branches: [] })) : [];
		return {
			branches: [...branches, ...single],
			apart: single.length > 0 ? [] : alone,
			wordless: silent.filter(i => !this.#hasWords(i)),
			divide: (members, most) => this.#divided(members, most, []),
		};
	}

	#speaks(i: number): boolean {
		const { starts } = this.#papers.features;
		return (starts[i] ?? 0) < (starts[i + 1] ?? 0);
	}

	#hasWords(i: number): boolean {
		const words = this.#shelf.words[i];
		return words !== undefined && words.title.stems.length + words.abstract.stems.length > 0;
	}

	/** The groups inside of one, when the shelf has two levels and it is large enough. */
	*#within(
		members: readonly number[],
		earlier: EarlierTopic | undefined,
	): Generator<undefined, readonly Branch[], undefined> {
		const wanted = this.#shelf.papers.length < twoLevels ? 0 : wantedInside(members.length);
		return wanted < 2 ? [] : yield* this.#divided(members, wanted, earlier?.subtopics ?? []);
	}

	*#divided(
		members: readonly number[],
		wanted: number,
		earlier: readonly EarlierTopic[],
	): Generator<undefined, readonly Branch[], undefined> {
		const speaking = members.filter(i => this.#speaks(i));
		const { groups, left } = yield* this.#level(speaking, wanted, earlier);
		if (groups.length < 2) return [];
		// What is like no part still is in the whole: it stands in the largest part.
		const rest = [...left, ...members.filter(i => !this.#speaks(i))];
		const largest = groups.reduce((most, group) => (group.members.length > most.members.length ? group : most));
		return groups.map(group => ({
			...group,
			members: group === largest ? [...group.members, ...rest].sort((a, b) => a - b) : group.members,
			branches: [],
		}));
	}

	*#level(
		nodes: readonly number[],
		wanted: number,
		earlier: readonly EarlierTopic[],
	): Generator<undefined, { groups: Omit<Branch, "branches">[]; left: readonly number[] }, undefined> {
		const kept = keptOf(earlier, nodes, i => this.#shelf.papers[i]?.id ?? "");
		const found: Level = serves(kept, nodes)
			? yield* continued(this.#papers, kept, nodes)
			: yield* levelOf(this.#papers, this.#graph, { nodes, wanted });
		const before = continuing(found.groups, kept, this.#options.isMerged);
		const groups = found.groups.map((members, g) => {
			const was = before[g];
			return { members, ...(was && { earlier: was }) };
		});
		return { groups: joinedBy(groups), left: found.left };
	}
}

/** Groups that go on as one topic become one. */
function joinedBy(groups: readonly Omit<Branch, "branches">[]): Omit<Branch, "branches">[] {
	const joined: Omit<Branch, "branches">[] = [];
	for (const group of groups) {
		const at = group.earlier === undefined ? -1 : joined.findIndex(({ earlier }) => earlier === group.earlier);
		const other = joined[at];
		if (other === undefined) joined.push(group);
		else joined[at] = { ...other, members: [...other.members, ...group.members].sort((a, b) => a - b) };
	}
	return joined;
}
