// The passages of a manuscript as plain words: without its citations, comments, code, mathematics and markup.

import type { Source } from "../citations/citations";
import { openAll } from "../citations/opened";
import type { TextRange } from "../paper";
import { withoutCitations } from "../search/citationsOut";

/** Letters of a passage: about a page, which is about one thing. */
const passageLength = 3000;

/** Passages of one document that are looked at; a longer one has longer passages left out in between. */
const mostPassages = 60;

/** The passages of a document, in order, those that hold words. Of a very long one an even choice. */
export function passagesOf(source: Source): string[] {
	const passages = openAll(source).flatMap(({ document: { text, zones, citations } }) => {
		// The names of commands go with what belongs to them, later.
		const others = zones.filter(({ kind }) => kind === "block" || kind === "line");
		const kept = without(text, [...others, ...citations.map(({ range }) => range)]);
		const starts = Array.from({ length: Math.ceil(kept.length / passageLength) }, (_, i) => i * passageLength);
		return starts.map(start => kept.slice(start, start + passageLength));
	});
	const stride = Math.max(1, passages.length / mostPassages);
	const chosen = Array.from(
		{ length: Math.ceil(passages.length / stride) },
		(_, i) => passages[Math.floor(i * stride)],
	);
	return chosen.flatMap(passage => {
		const words = passage === undefined ? "" : withoutCitations(passage).trim();
		return /\p{L}{2}/u.test(words) ? [words] : [];
	});
}

function without(text: string, ranges: readonly TextRange[]): string {
	const parts: string[] = [];
	let at = 0;
	for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
		if (end <= at) continue;
		if (start > at) parts.push(text.slice(at, start));
		at = end;
	}
	return [...parts, text.slice(at)].join(" ");
}
