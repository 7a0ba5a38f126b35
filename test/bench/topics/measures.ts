// How well groups agree with known subjects, and how well their terms go together.

import type { Paper } from "../../../src/core/paper";
import { phraseStems } from "../../../src/core/topics/words";

/** A group of papers by their places on the shelf, with its terms. */
export interface Group {
	readonly terms: readonly string[];
	readonly members: readonly number[];
}

/**
 * F1 of B-cubed precision and recall, extended to papers with several groups and several subjects (Amigó, Gonzalo, Artiles
 * and Verdejo, "A comparison of extrinsic clustering evaluation metrics based on formal constraints", Information Retrieval
 * 12, 2009, section 5). Papers without a subject do not count.
 */
export function bCubed(groups: readonly Group[], subjects: readonly (readonly string[])[]): number {
	const places = placesOf(groups, subjects.length);
	const judged = subjects.flatMap((own, i) => (own.length > 0 ? [i] : []));
	let precision = 0;
	let recall = 0;
	for (const i of judged) {
		let [precise, together, recalled, alike] = [0, 0, 0, 0];
		for (const j of judged) {
			const shared = common(places[i] ?? [], places[j] ?? []);
			const same = common(subjects[i] ?? [], subjects[j] ?? []);
			if (shared > 0) {
				precise += Math.min(shared, same) / shared;
				together++;
			}
			if (same > 0) {
				recalled += Math.min(shared, same) / same;
				alike++;
			}
		}
		precision += precise / Math.max(together, 1) / judged.length;
		recall += recalled / alike / judged.length;
	}
	return (2 * precision * recall) / (precision + recall);
}

/** Normalised mutual information, by the mean of both entropies; the first group and the first subject of each paper. */
export function mutualInformation(groups: readonly Group[], subjects: readonly (readonly string[])[]): number {
	const places = placesOf(groups, subjects.length);
	const pairs = subjects.flatMap((own, i): [string, string][] =>
		own[0] === undefined ? [] : [[String(places[i]?.[0]), own[0]]],
	);
	const a = entropy(pairs.map(([group]) => group));
	const b = entropy(pairs.map(([, subject]) => subject));
	const both = entropy(pairs.map(pair => pair.join(" ")));
	return a + b === 0 ? 1 : (2 * (a + b - both)) / (a + b);
}

function entropy(values: readonly string[]): number {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	let sum = 0;
	for (const count of counts.values()) sum -= (count / values.length) * Math.log(count / values.length);
	return sum;
}

/**
 * Coherence of groups: the mean normalised pointwise mutual information of the words that set each apart (by class-based
 * tf-idf: Grootendorst, "BERTopic", 2022), two and two, over the papers of the shelf (Lau, Newman and Baldwin, "Machine
 * reading tea leaves", EACL 2014); -1 never together to 1 always. The same for every method, however it names its groups.
 */
export function coherence(groups: readonly Group[], papers: readonly Paper[], most = 6): number {
	const texts = papers.map(({ title, abstract }) => phraseStems(`${title}. ${abstract}`));
	const holders = new Map<string, Set<number>>();
	texts.forEach((text, i) => {
		for (const word of text) holders.set(word, (holders.get(word) ?? new Set<number>()).add(i));
	});
	const uses = countWords(texts);
	const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(groups.length, 1);
	const values: number[] = [];
	for (const { members } of groups) {
		const own = countWords(members.flatMap(i => (texts[i] === undefined ? [] : [texts[i]])));
		const weight = ([word, count]: readonly [string, number]): number =>
			count * Math.log(1 + mean / (uses.get(word) ?? 1));
		const first = [...own].sort((a, b) => weight(b) - weight(a)).slice(0, most);
		const sets = first.map(([word]) => holders.get(word) ?? new Set<number>());
		sets.forEach((one, i) => {
			for (const other of sets.slice(0, i)) values.push(association(one, other, papers.length));
		});
	}
	return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function countWords(texts: readonly (readonly string[])[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

function association(one: ReadonlySet<number>, other: ReadonlySet<number>, count: number): number {
	const both = [...one].filter(i => other.has(i)).length / count;
	if (both === 0) return -1;
	if (both === 1) return 1;
	return Math.log((both * count * count) / (one.size * other.size)) / -Math.log(both);
}

/**
 * The share of pairs of papers that are together both before and after, of those that are together in either (the Jaccard
 * index of pairs); papers that are there only once do not count.
 */
export function stability(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
	const ids = [...before.keys()].filter(id => after.has(id));
	let [both, either] = [0, 0];
	ids.forEach((one, i) => {
		for (const other of ids.slice(0, i)) {
			const was = before.get(one) === before.get(other);
			const is = after.get(one) === after.get(other);
			if (was && is) both++;
			if (was || is) either++;
		}
	});
	return either === 0 ? 1 : both / either;
}

function placesOf(groups: readonly Group[], count: number): number[][] {
	const places = Array.from({ length: count }, (): number[] => []);
	groups.forEach(({ members }, group) => {
		for (const i of members) places[i]?.push(group);
	});
	return places;
}

function common<T>(a: readonly T[], b: readonly T[]): number {
	return a.filter(each => b.includes(each)).length;
}
