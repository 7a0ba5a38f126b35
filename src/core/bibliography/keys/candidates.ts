// Which entry a key may have meant that nothing has: one whose key is near, or whose author, year and title the key
// names. Made once for a set of entries, and asked for each such key.

import type { Name, Paper } from "../../paper";
import { fold } from "../../text/normalize";
import { distanceWithin, letterBits, mayBeWithin, tolerance } from "./near";

interface Known {
	readonly key: string;
	readonly folded: string;
	readonly bits: number;
	readonly paper: Paper;
}

const most = 3;

/** Shorter beginnings say too little. */
const leastBeginning = 5;

/** More entries of authors with one name are not looked at. */
const mostOfOne = 50;

export class Candidates {
	readonly #entries: readonly Known[];
	#byAuthor: ReadonlyMap<string, readonly Known[]> | undefined;

	constructor(entries: readonly { readonly key: string; readonly paper: Paper }[]) {
		this.#entries = entries.map(({ key, paper }) => {
			const folded = fold(key);
			return { key, folded, bits: letterBits(folded), paper };
		});
	}

	/** The keys that may have been meant, the likeliest first. */
	of(key: string): readonly string[] {
		const near = this.#near(key);
		const named = near.length < most ? this.#named(key) : [];
		return [...new Set([...near, ...named])].slice(0, most);
	}

	/** Keys in which a letter or two are others, or which have other signs between the same letters. */
	#near(key: string): readonly string[] {
		const folded = fold(key);
		const bits = letterBits(folded);
		const limit = tolerance(folded.length);
		const bare = letters(folded);
		const found: { readonly key: string; readonly distance: number }[] = [];
		for (const one of this.#entries) {
			const mayBe = mayBeWithin(bits, one.bits, limit) && !differInYear(folded, one.folded);
			const distance = mayBe ? distanceWithin(folded, one.folded, limit) : undefined;
			if (distance !== undefined) found.push({ key: one.key, distance });
			else if (isBeginning(folded, one.folded)) found.push({ key: one.key, distance: 0.7 });
			else if (bare !== "" && Math.abs(one.folded.length - folded.length) <= 6 && letters(one.folded) === bare) {
				found.push({ key: one.key, distance: 0.5 });
			}
		}
		return found.sort((a, b) => a.distance - b.distance).map(one => one.key);
	}

	/** Works whose first author's name is in the key, with the year or a word of the title. */
	#named(key: string): readonly string[] {
		const words = wordsOf(key);
		const year = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/.exec(key)?.[0] ?? /(?<!\d)\d{2}(?!\d)/.exec(key)?.[0];
		this.#byAuthor ??= authorsOf(this.#entries);
		const scored = new Map<string, number>();
		for (const word of new Set(words)) {
			for (const { key: other, paper } of (this.#byAuthor.get(word) ?? []).slice(0, mostOfOne)) {
				const issued = `${paper.issued?.year ?? ""}`;
				const isYear = year !== undefined && issued !== "" && issued.endsWith(year);
				if (year !== undefined && issued !== "" && !isYear) continue;
				const title = new Set(wordsOf(paper.title));
				const inTitle = words.filter(each => each !== word && each.length > 2 && title.has(each)).length;
				if (isYear || inTitle > 0) scored.set(other, (isYear ? 2 : 0) + inTitle);
			}
		}
		return [...scored].sort((a, b) => b[1] - a[1]).map(([other]) => other);
	}
}

/** `kim2024` for `kim2024deep`, or the other way round: the beginning says who and when. */
function isBeginning(a: string, b: string): boolean {
	return Math.min(a.length, b.length) >= leastBeginning && (a.startsWith(b) || b.startsWith(a));
}

function letters(folded: string): string {
	return folded.replace(/[^\p{L}\p{N}]/gu, "");
}

/** Two works of one author differ in the year: a digit of it is no slip. */
function differInYear(a: string, b: string): boolean {
	const [one, other] = [/\d{4}|\d{2}/.exec(a)?.[0], /\d{4}|\d{2}/.exec(b)?.[0]];
	return one !== undefined && other !== undefined && one !== other && a.replace(/\d+/, "") !== b.replace(/\d+/, "");
}

/** The words of a key or a title, folded: `SmithJones_2020deep` is smith, jones, deep. */
function wordsOf(text: string): readonly string[] {
	const parted = text.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ");
	return fold(parted).match(/\p{L}+/gu) ?? [];
}

function authorsOf(entries: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
	const byAuthor = new Map<string, Known[]>();
	for (const entry of entries) {
		for (const word of new Set(wordsOf(familyOf(entry.paper.authors[0])))) {
			if (word.length < 2) continue;
			const known = byAuthor.get(word);
			if (known) known.push(entry);
			else byAuthor.set(word, [entry]);
		}
	}
	return byAuthor;
}

function familyOf(name: Name | undefined): string {
	if (!name) return "";
	return "literal" in name ? name.literal : name.family;
}

/** The words of a key, to be searched for: `smithEtAl2020deepLearning` is smith 2020 deep learning. */
export function searchWords(key: string): string {
	const parted = key.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ").match(/\p{L}+|\d+/gu) ?? [];
	return parted
		.filter(word => !/^(?:et|al|etal|\d|\d{3}|\d{5,}|[a-z])$/i.test(word))
		.map(word => word.toLowerCase())
		.join(" ");
}
