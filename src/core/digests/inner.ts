// Choosing among readings of digests that lie within another: the bodies of a mail, the ways to read a page.

import type { Paper } from "../paper";
import type { InnerReading } from "./format";

/**
 * Whether a reading found papers. Any text can be read as plain text, a letter too: of such a reading, half of the
 * papers must have an abstract, or an identifier or address of their own.
 */
export function isPlausible({ format, papers }: InnerReading): boolean {
	if (papers.length === 0) return false;
	if (!fallbacks.test(format)) return true;
	return papers.filter(isPaperLike).length * 2 >= papers.length;
}

const fallbacks = /^(?:plain-text|markdown)$/;

function isPaperLike({ abstract, id, title }: Paper): boolean {
	if (!id.startsWith("title:")) return true;
	return abstract.length >= 150 && title.length >= 12 && title.length <= 300 && !/[.!:,]$/.test(title);
}

/** The reading of which most papers come: one by a format of its own before plain text, then the fuller, the first. */
export function bestReading(readings: readonly InnerReading[]): InnerReading | undefined {
	const ranked = readings.map((reading, i) => ({ reading, i, rank: rankOf(reading) }));
	ranked.sort(
		(a, b) =>
			b.rank.own - a.rank.own || b.rank.papers - a.rank.papers || b.rank.fields - a.rank.fields || a.i - b.i,
	);
	return ranked[0]?.reading;
}

function rankOf({ format, papers }: InnerReading): { own: number; papers: number; fields: number } {
	const fields = papers.map(
		({ abstract, authors, id, links }) =>
			Number(abstract !== "") * 2 +
			Number(authors.length > 0) +
			Number(!id.startsWith("title:")) +
			Number(links.length > 0),
	);
	return {
		own: Number(!fallbacks.test(format) && papers.length > 0),
		papers: papers.length,
		fields: fields.reduce((sum, count) => sum + count, 0),
	};
}
