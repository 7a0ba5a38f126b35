// What papers work with: the kinds of data and the methods that their titles, keywords and abstracts name.

import type { Paper } from "../paper";
import { stem } from "../search/analyzer";
import { fold } from "../text/normalize";
import { methodTable } from "./methodTable";

interface Phrase {
	readonly label: string;
	/** The stems of its words. */
	readonly stems: readonly string[];
	/** Letters that must stand as they are, of a short acronym: `CT`, but not `ct`. */
	readonly exact?: string;
}

/** The phrases of the table by the first of their stems. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = phrasesOf(methodTable);

/** An abstract must say a word so often: what it mentions once may be what others did. */
const leastInAbstract = 2;

/** What each paper works with; papers do not change. */
const known = new WeakMap<Paper, readonly string[]>();

/** The labels of the methods and kinds of data of a paper, in the order of the table. */
export function methodsOf(paper: Paper): readonly string[] {
	const before = known.get(paper);
	if (before) return before;
	const counts = new Map<string, number>();
	for (const text of [paper.title, ...paper.keywords]) count(text, leastInAbstract, counts);
	count(paper.abstract, 1, counts);
	const found = labels.filter(label => (counts.get(label) ?? 0) >= leastInAbstract);
	known.set(paper, found);
	return found;
}

const labels: readonly string[] = Object.keys(methodTable);

function phrasesOf(table: Readonly<Record<string, string>>): Map<string, Phrase[]> {
	const byStem = new Map<string, Phrase[]>();
	for (const [label, list] of Object.entries(table)) {
		for (const written of list.split("|")) {
			const stems = wordsOf(written).map(([, folded]) => stem(folded));
			const [first] = stems;
			if (first === undefined) continue;
			const exact =
				/^[A-Z][A-Za-z0-9]{0,4}$/.test(written) && /[A-Z].*[A-Z]/.test(written) ? { exact: written } : {};
			const own = byStem.get(first) ?? [];
			own.push({ label, stems, ...exact });
			byStem.set(first, own);
		}
	}
	return byStem;
}

/** Adds `weight` for each time that a text names a method. */
function count(text: string, weight: number, counts: Map<string, number>): void {
	const words = wordsOf(text);
	const stems = words.map(([, folded]) => stem(folded));
	for (const [i, first] of stems.entries()) {
		for (const { label, stems: wanted, exact } of phrases.get(first) ?? []) {
			if (exact !== undefined && words[i]?.[0].replace(/s$/, "") !== exact) continue;
			if (wanted.every((each, j) => stems[i + j] === each)) counts.set(label, (counts.get(label) ?? 0) + weight);
		}
	}
}

/** The words of a text as they stand and folded, apart at hyphens. */
function wordsOf(text: string): (readonly [written: string, folded: string])[] {
	return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(word => [word, fold(word)] as const);
}
