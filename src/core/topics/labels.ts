// Names for groups of papers, in the words of their texts.

import { termsOf, type Vector } from "./features";
import type { PaperWords, Words } from "./words";

/** The terms of a group that set it apart from all papers (`everywhere` counts them), the best first. */
export function tellingTerms(
	group: readonly Vector[],
	everywhere: ReadonlyMap<string, number>,
	most: number,
): string[] {
	const inside = papersWith(group);
	const sums = new Map<string, number>();
	for (const vector of group) {
		for (const [term, weight] of vector) sums.set(term, (sums.get(term) ?? 0) + weight);
	}
	const scored = [...sums].map(([term, weight]): [string, number] => {
		const shared = inside.get(term) ?? 0;
		const ownShare = shared / (everywhere.get(term) ?? shared);
		const isAlone = group.length > 1 && shared === 1;
		return [term, weight * ownShare * (isAlone ? 0.1 : 1)];
	});
	scored.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	return scored.slice(0, most).map(([term]) => term);
}

/** How many vectors have each term. */
export function papersWith(vectors: readonly Vector[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const vector of vectors) for (const term of vector.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
}

/** The best term to name a group by: a pair of words if a good one is among the first, else the first. */
export function labelTerm(terms: readonly string[], taken: ReadonlySet<string>): string | undefined {
	const free = terms.filter(term => !taken.has(term));
	const [first = ""] = free;
	return (
		free.slice(0, 6).find(term => term.includes(" ") && term.split(" ").includes(first)) ??
		free.slice(0, 3).find(term => term.includes(" ")) ??
		free[0]
	);
}

/** How papers write a term: the form used most, without regard to case; of two the longer one. */
export function writtenForm(term: string, papers: readonly PaperWords[]): string {
	const forms = new Map<string, number>();
	for (const { title, abstract } of papers) {
		for (const words of [title, abstract])
			for (const form of formsOf(term, words)) forms.set(form, (forms.get(form) ?? 0) + 1);
	}
	const byCase = new Map<string, { form: string; count: number; sum: number }>();
	for (const [form, count] of [...forms].sort(([a], [b]) => (a < b ? 1 : -1))) {
		const key = form.toLowerCase();
		const best = byCase.get(key);
		if (best === undefined) byCase.set(key, { form, count, sum: count });
		else
			byCase.set(
				key,
				count > best.count ? { form, count, sum: best.sum + count } : { ...best, sum: best.sum + count },
			);
	}
	const [best] = [...byCase.values()].sort(
		(a, b) => b.sum - a.sum || b.form.length - a.form.length || (a.form < b.form ? -1 : 1),
	);
	return best?.form ?? term;
}

function formsOf(term: string, words: Words): string[] {
	const forms: string[] = [];
	let at = place(term, words, 0);
	while (at >= 0) {
		forms.push(form(term, words, at));
		at = place(term, words, at + 1);
	}
	return forms;
}

function formIn(words: Words, term: string): string | undefined {
	const at = place(term, words, 0);
	return at < 0 ? undefined : form(term, words, at);
}

function form(term: string, { written }: Words, at: number): string {
	return written.slice(at, at + (term.includes(" ") ? 2 : 1)).join(" ");
}

/** Where a term stands next, or -1. */
function place(term: string, { stems }: Words, from: number): number {
	const [first = "", second] = term.split(" ");
	let at = stems.indexOf(first, from);
	while (at >= 0 && second !== undefined && stems[at + 1] !== second) at = stems.indexOf(first, at + 1);
	return at;
}

/** A label in sentence case; words with capitals inside stay as they are. */
export function sentenceCase(text: string): string {
	const words = text.split(" ").map(word => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word));
	const label = words.join(" ");
	return /^\p{Ll}+(?:\P{L}|$)/u.test(label) ? label.charAt(0).toUpperCase() + label.slice(1) : label;
}

/** The terms of a paper that put it into a group with these telling terms, as the paper writes them. */
export function reasonsOf(paper: PaperWords, telling: readonly string[], most: number): string[] {
	const own = new Set([...termsOf(paper.title), ...termsOf(paper.abstract)]);
	const shared = telling.filter(term => own.has(term));
	const parts = new Set(shared.filter(term => term.includes(" ")).flatMap(term => term.split(" ")));
	return shared
		.filter(term => !parts.has(term))
		.slice(0, most)
		.map(term => formIn(paper.title, term) ?? formIn(paper.abstract, term) ?? term);
}
