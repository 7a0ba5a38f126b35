// Which papers hold which phrases, found for all phrases in one go through the papers.

import type { PaperWords } from "../words";

export interface Holder {
	/** Numbers of papers, ascending. */
	readonly papers: readonly number[];
	/** Those that say it in the title or as a keyword. */
	readonly titled: readonly number[];
}

const stepPapers = 20;

/** By key of the phrase. */
export function* holdersOf(
	keys: Iterable<string>,
	papers: readonly PaperWords[],
): Generator<undefined, ReadonlyMap<string, Holder>, undefined> {
	const longest = new Map<string, number>();
	const found = new Map<string, { papers: number[]; titled: number[] }>();
	for (const key of keys) {
		found.set(key, { papers: [], titled: [] });
		const words = key.split(" ");
		const [first = ""] = words;
		longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
	}
	for (const [i, paper] of papers.entries()) {
		for (const { stems } of [paper.title, paper.keywords]) {
			eachPhrase(stems, longest, key => note(found.get(key), i, true));
		}
		eachPhrase(paper.abstract.stems, longest, key => note(found.get(key), i, false));
		if (i % stepPapers === stepPapers - 1) yield;
	}
	return found;
}

function note(holder: { papers: number[]; titled: number[] } | undefined, paper: number, isTitle: boolean): void {
	if (holder === undefined) return;
	if (holder.papers.at(-1) !== paper) holder.papers.push(paper);
	if (isTitle && holder.titled.at(-1) !== paper) holder.titled.push(paper);
}

function eachPhrase(stems: readonly string[], longest: ReadonlyMap<string, number>, use: (key: string) => void): void {
	for (let from = 0; from < stems.length; from++) {
		const first = stems[from] ?? "";
		const most = longest.get(first);
		if (first === "" || most === undefined) continue;
		let key = first;
		use(key);
		for (let i = 1; i < most; i++) {
			const word = stems[from + i] ?? "";
			if (word === "") break;
			key = `${key} ${word}`;
			use(key);
		}
	}
}
