// What all of arXiv's XML has in common: its comments, its categories, its dates.

import type { IssuedDate } from "../../../paper";
import { findArxiv } from "../../../identity";
import { findLinks } from "../../../text/links";
import { dateOf } from "../../dates";

/** Where arXiv itself is the publisher. */
export const arxivVenue = "arXiv";

/** Addresses in arXiv's comments: `Code at https://github.com/…`. */
export function linksOfComment(comment: string): readonly string[] {
	return findLinks(comment).links.map(({ url }) => url);
}

/** Categories of arXiv, and the classes of ACM and MSC, which stand several in one: `I.2.7; I.2.6`, `68T50 (Primary)`. */
export function categoriesOf(terms: readonly string[]): readonly string[] {
	return terms.flatMap(term => term.split(/\s*[;,]\s*/)).map(term => term.replace(/\s+/g, " ").trim());
}

/**
 * The date of a paper out of the date of its announcement. A paper is announced again with each new version and in each
 * further category; its identifier tells the month in which it was first (arXiv identifier scheme).
 */
export function dateOfAnnouncement(identifier: string, announced: IssuedDate | undefined): IssuedDate | undefined {
	const id = findArxiv(identifier) ?? "";
	const [, yy, mm] = /^(?:[a-z-]+(?:\.[A-Z]{2})?\/)?(\d\d)(\d\d)/i.exec(id) ?? [];
	if (yy === undefined) return announced;
	const first = dateOf(Number(yy) >= 91 ? 1900 + Number(yy) : 2000 + Number(yy), mm);
	if (!first?.month || !announced?.month) return first ?? announced;
	const months = (announced.year - first.year) * 12 + announced.month - first.month;
	return months === 0 || (months === 1 && (announced.day ?? 32) <= 7) ? announced : first;
}

/** An abstract, in which a line that begins with a blank begins a paragraph (arXiv, "Metadata fields: Abstract"). */
export function abstractOf(written: string): string {
	const text = written.trim();
	const lines = text.split(/\r\n|\r|\n/);
	const indented = lines.slice(1).filter(line => /^\s+\S/.test(line)).length;
	return indented * 2 > lines.length ? text : lines.map(line => line.replace(/^[^\S\n]+(?=\S)/, "\n")).join("\n");
}
