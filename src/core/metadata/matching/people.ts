// Whether the authors of two records, and their years, may be those of one work.

import type { IssuedDate, Name } from "../../paper";
import { fold } from "../../text/normalize";

/** `unknown` where one of the two does not say. */
export type Agreement = "agrees" | "unknown" | "differs";

/** Authors looked at of each record. */
const most = 50;

/**
 * Whether the first author of one is among the authors of the other, by family name. Names in different scripts say
 * nothing about each other.
 */
export function compareAuthors(one: readonly Name[], other: readonly Name[]): Agreement {
	const [a, b] = [one.slice(0, most).map(wordsOf), other.slice(0, most).map(wordsOf)];
	const [firstA, firstB] = [a[0] ?? [], b[0] ?? []];
	if (firstA.length === 0 || firstB.length === 0) return "unknown";
	if (isLatin(firstA) !== isLatin(firstB)) return "unknown";
	if (b.some(author => isSame(firstA, author)) || a.some(author => isSame(firstB, author))) return "agrees";
	return "differs";
}

/** The words of a family name; of a name in one piece, all. */
function wordsOf(name: Name): readonly string[] {
	const text = "literal" in name ? name.literal : name.family;
	const found = fold(text.slice(0, 200)).match(/[\p{L}\p{N}]+/gu) ?? [];
	return found.map(word => word.replace(/([aou])e/g, "$1"));
}

/** All words of one are in the other: `Garcia Lopez` and `Garcia`. */
function isSame(one: readonly string[], other: readonly string[]): boolean {
	if (one.length === 0 || other.length === 0) return false;
	return one.every(word => other.includes(word)) || other.every(word => one.includes(word));
}

function isLatin(words: readonly string[]): boolean {
	return /\p{Script=Latin}/u.test(words.join(""));
}

/** Whether two dates are within a year of each other; a preprint may have appeared years later. */
export function compareYears(one: IssuedDate | undefined, other: IssuedDate | undefined): Agreement {
	if (!one || !other) return "unknown";
	return Math.abs(one.year - other.year) <= 1 ? "agrees" : "differs";
}
