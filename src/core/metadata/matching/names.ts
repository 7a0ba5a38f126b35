// The names of authors in their best form among records: in full rather than with initials, with the accents and in the
// script in which the authors write them.

import type { Name, Paper } from "../../paper";
import { fold } from "../../text/normalize";

/** The authors of a merged record, each name as the record has it that has it best. */
export function bestNames({ authors, title }: Omit<Paper, "id">, papers: readonly Paper[]): readonly Name[] {
	const lists = papers.map(paper => paper.authors);
	const own = isLatin(title)
		? undefined
		: lists.find(list => list.length === authors.length && list.every(isOwnScript));
	if (own) return own;
	return authors.map((author, i) =>
		lists.reduce<Name>((best, list) => {
			const other = areSame(best, list[i]) ? list[i] : list.find(one => areSame(best, one));
			return other && isBetter(other, best) ? other : best;
		}, author),
	);
}

function isLatin(text: string): boolean {
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	return latin * 2 >= (text.match(/\p{L}/gu)?.length ?? 0);
}

function isOwnScript(name: Name): boolean {
	return !isLatin("literal" in name ? name.literal : name.family);
}

/** Whether two names are of one person of a list: the same family name, and given names that may be the same. */
function areSame(one: Name, other: Name | undefined): boolean {
	if (!other || "literal" in one || "literal" in other) return false;
	if (familyOf(one) !== familyOf(other)) return false;
	const [a, b] = [wordsOf(one.given), wordsOf(other.given)];
	return a.length === 0 || b.length === 0 || a.slice(0, b.length).every((word, i) => begins(word, b[i] ?? ""));
}

function begins(word: string, other: string): boolean {
	return word.startsWith(other) || other.startsWith(word);
}

function familyOf(name: Extract<Name, { family: string }>): string {
	return fold(`${name.particle ?? ""}${name.family}`).replace(/[^\p{L}]/gu, "");
}

function wordsOf(given = ""): readonly string[] {
	return fold(given).match(/\p{L}+/gu) ?? [];
}

/** With more of the given name; then with more accents, which catalogues lose and never make up. */
function isBetter(one: Name, other: Name): boolean {
	if ("literal" in one || "literal" in other) return false;
	const [a, b] = [lettersOf(one.given), lettersOf(other.given)];
	if (a !== b) return a > b;
	const [more, less] = [accentsOf(one), accentsOf(other)];
	return more !== less ? more > less : one.suffix !== undefined && other.suffix === undefined;
}

function lettersOf(given = ""): number {
	return fold(given).match(/\p{L}/gu)?.length ?? 0;
}

function accentsOf({ family, given = "" }: Extract<Name, { family: string }>): number {
	return `${family}${given}`.normalize("NFD").match(/[\p{Mn}øłđıßæœ]/giu)?.length ?? 0;
}
