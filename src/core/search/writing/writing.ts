// What somebody is writing, as papers are compared with it: the works that it cites and the passages of its text.

import type { Paper } from "../../paper";
import { termsOf } from "../analyzer";

export interface Writing {
	readonly cited: readonly Paper[];
	/** Words alone, without citations and markup. */
	readonly passages: readonly string[];
}

/** A text of the writing: how often it has each term, and its share in the whole. */
export interface WrittenText {
	readonly counts: ReadonlyMap<string, number>;
	readonly share: number;
	/** The work, when it is one that is cited. */
	readonly paper?: Paper;
}

/** Works that are cited say more exactly what matters than the words around them. */
const citedShare = 0.6;

/** Words of a title count twice beside those of the abstract. */
const titleUses = 2;

/** The texts of a writing that hold words; their shares come to one. */
export function textsOf({ cited, passages }: Writing): readonly WrittenText[] {
	const works = cited.map(paper => ({ paper, counts: countsOf(paper) })).filter(({ counts }) => counts.size > 0);
	const texts = passages.map(passage => ({ counts: counted([passage]) })).filter(({ counts }) => counts.size > 0);
	const worksShare = texts.length === 0 ? 1 : works.length === 0 ? 0 : citedShare;
	return [
		...works.map(work => ({ ...work, share: worksShare / works.length })),
		...texts.map(text => ({ ...text, share: (1 - worksShare) / texts.length })),
	];
}

/** How often a paper has each term. */
export function countsOf({ title, abstract, keywords }: Paper): ReadonlyMap<string, number> {
	return counted([...Array.from({ length: titleUses }, () => title), abstract, ...keywords]);
}

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const text of texts) for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
}

/** Neighbouring texts put together until there are no more than `most`. */
export function bundled(texts: readonly WrittenText[], most: number): readonly WrittenText[] {
	const size = Math.ceil(texts.length / Math.max(1, most));
	if (size <= 1) return texts;
	const bundles: WrittenText[] = [];
	for (let start = 0; start < texts.length; start += size) {
		const counts = new Map<string, number>();
		let share = 0;
		for (const text of texts.slice(start, start + size)) {
			share += text.share;
			for (const [term, count] of text.counts) counts.set(term, (counts.get(term) ?? 0) + count);
		}
		bundles.push({ counts, share });
	}
	return bundles;
}
