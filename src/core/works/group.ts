// Which papers are the same work. Papers with an identifier in common are one, else those that agree in title, first
// author and year; and nothing makes works one whose identifiers contradict each other. What is one work depends on the
// papers alone, not on their order; the time is linear in their number but for one sort.

import type { Paper } from "../paper";
import { contradict, mayBeSameAuthor, profileOf, strongKeys, type Profile } from "./profile";

/** How many works with one identifier or one title are tried for a further paper: more have it by mistake. */
const mostTried = 24;

/** Spellings of a first author that are kept of a work. */
const mostAuthors = 6;

/** Groups of indices of papers: each a work, in the order of their first papers. */
export function groupPapers(papers: readonly Paper[]): readonly (readonly number[])[] {
	const profiles = papers.map(profileOf);
	const bySignature = new Map<string, Profile>();
	for (const profile of profiles)
		if (!bySignature.has(profile.signature)) bySignature.set(profile.signature, profile);
	// From here on only what the papers say counts, not when they came.
	const distinct = [...bySignature.values()].sort((a, b) => (a.signature < b.signature ? -1 : 1));
	const clusters = new Clusters(distinct);
	joinByIdentifier(distinct, clusters);
	clusters.settle();
	joinByTitle(distinct, clusters);

	const numberOf = new Map(distinct.map((profile, number) => [profile.signature, number]));
	const groups = new Map<number, number[]>();
	profiles.forEach((profile, index) => {
		const root = clusters.rootOf(numberOf.get(profile.signature) ?? 0);
		const group = groups.get(root);
		if (group) group.push(index);
		else groups.set(root, [index]);
	});
	return [...groups.values()];
}

/** The kinds of identifiers in the order in which they decide. */
const kinds = ["doi", "arxiv", "pmid", "preprint-pmid"];

function joinByIdentifier(profiles: readonly Profile[], clusters: Clusters): void {
	const byKey = new Map<string, number[]>();
	profiles.forEach((profile, number) => {
		for (const key of strongKeys(profile)) collect(byKey, key, number);
	});
	const shared = [...byKey].filter(([, numbers]) => numbers.length > 1);
	const rank = (key: string) => {
		const index = kinds.indexOf(key.slice(0, key.indexOf(":")));
		return index < 0 ? kinds.length : index;
	};
	shared.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
	for (const [, numbers] of shared) clusters.joinEach(numbers, (a, b) => !contradict(a.strong, b.strong));
}

function joinByTitle(profiles: readonly Profile[], clusters: Clusters): void {
	const byTitle = new Map<string, number[]>();
	profiles.forEach((profile, number) => collect(byTitle, profile.title, number));
	for (const numbers of byTitle.values()) {
		if (numbers.length < 2) continue;
		// Those that say most first, so that one which says little finds the works there that it may belong to.
		const said = (number: number) => {
			const { strong, author, year } = profiles[number] ?? {};
			return (strong?.size ? 4 : 0) + (author ? 2 : 0) + (year === undefined ? 0 : 1);
		};
		const isGeneric = profiles[numbers[0] ?? 0]?.isGeneric === true;
		const known = isGeneric ? numbers.filter(number => (said(number) & 3) === 3) : numbers;
		clusters.joinEach(
			known.sort((a, b) => said(b) - said(a) || a - b),
			agreeInAll,
		);
	}
}

function collect(groups: Map<string, number[]>, key: string, number: number): void {
	const group = groups.get(key);
	if (group) group.push(number);
	else groups.set(key, [number]);
}

/** What is known of papers that are one work. */
interface Cluster {
	readonly strong: Map<string, string>;
	readonly authors: Profile["author"][];
	/** Of the papers joined by identifiers: the first and the last year. Of those joined by title: see `agreeInAll`. */
	first: number;
	last: number;
	/** How many papers it has. */
	size: number;
}

/** Whether every paper of one cluster agrees with every paper of the other in author and year. */
function agreeInAll(a: Cluster, b: Cluster): boolean {
	if (contradict(a.strong, b.strong)) return false;
	// Each part spans some years. Any two parts are at most a year apart when the latest start is close to the earliest end.
	if (Math.max(a.first, b.first) - Math.min(a.last, b.last) > 1) return false;
	return a.authors.every(author => b.authors.every(other => mayBeSameAuthor(author, other)));
}

/** A forest of disjoint sets (Galler and Fischer), each with what is known of its papers. */
class Clusters {
	readonly #parents: number[];
	readonly #clusters: Cluster[];
	/** Whether joined clusters keep the years in which all agree, rather than all of their years. */
	#isSettled = false;

	constructor(profiles: readonly Profile[]) {
		this.#parents = profiles.map((_, number) => number);
		this.#clusters = profiles.map(({ strong, author, year }) => ({
			strong: new Map(strong),
			authors: author ? [author] : [],
			first: year ?? -Infinity,
			last: year ?? Infinity,
			size: 1,
		}));
	}

	/** From now on papers are joined by title. */
	settle(): void {
		this.#isSettled = true;
	}

	rootOf(number: number): number {
		let root = number;
		for (let parent = this.#parents[root]; parent !== undefined && parent !== root; parent = this.#parents[root]) {
			const grandparent = this.#parents[parent] ?? parent;
			this.#parents[root] = grandparent;
			root = grandparent;
		}
		return root;
	}

	/** Joins each of these papers with the first of those before it that it may be joined with. */
	joinEach(numbers: readonly number[], mayJoin: (a: Cluster, b: Cluster) => boolean): void {
		const tried: number[] = [];
		for (const number of numbers) {
			const isJoined = tried.some(other => this.#join(other, number, mayJoin));
			if (!isJoined && tried.length < mostTried) tried.push(number);
		}
	}

	/** Whether the two are one cluster afterwards. */
	#join(a: number, b: number, mayJoin: (a: Cluster, b: Cluster) => boolean): boolean {
		const [left, right] = [this.rootOf(a), this.rootOf(b)];
		if (left === right) return true;
		const [one, other] = [this.#clusters[left], this.#clusters[right]];
		if (!one || !other || !mayJoin(one, other)) return false;
		const [large, small] = one.size < other.size ? [other, one] : [one, other];
		this.#parents[one.size < other.size ? left : right] = one.size < other.size ? right : left;
		for (const [kind, value] of small.strong) large.strong.set(kind, value);
		for (const author of small.authors) if (large.authors.length < mostAuthors) large.authors.push(author);
		this.#joinYears(large, small);
		large.size += small.size;
		return true;
	}

	#joinYears(large: Cluster, small: Cluster): void {
		if (this.#isSettled) {
			large.first = Math.max(large.first, small.first);
			large.last = Math.min(large.last, small.last);
		} else if (!Number.isFinite(large.first) || !Number.isFinite(small.first)) {
			// One of them has no year: the other's years count.
			large.first = Math.max(large.first, small.first);
			large.last = Math.min(large.last, small.last);
		} else {
			large.first = Math.min(large.first, small.first);
			large.last = Math.max(large.last, small.last);
		}
	}
}
