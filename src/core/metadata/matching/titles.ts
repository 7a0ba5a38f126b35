// How alike two titles are, and what in them tells two works apart however alike they are: a comment, a reply or an
// erratum beside the paper itself, Part I beside Part II, one year's beside the next, with beside without.

import { normalizeTitle } from "../../text/normalize";
import { likeness } from "./distance";

/** `same`: equal but for signs, blanks and spelling; `close`: worth a look; `apart`: by the title, another work. */
export type TitleLikeness = "same" | "spelled" | "shortened" | "close" | "apart";

/** What tells two titles apart although they are alike. */
export type Telling = "kind-differs" | "number-differs" | "version-differs" | "negation-differs";

export interface TitleComparison {
	readonly likeness: TitleLikeness;
	readonly telling?: Telling;
	/** 0 to 1: 1 minus the edit distance by the longer length; 0 where the words tell the titles apart at a glance. */
	readonly edit: number;
	/** 0 to 1: Dice's coefficient of the words. */
	readonly overlap: number;
}

export interface TitleThresholds {
	/** From this edit likeness on, and this overlap, titles are close. */
	readonly edit: number;
	readonly overlap: number;
}

/** A title in the form that compares. */
interface TitleForm {
	readonly words: readonly string[];
	/** The words before a colon or a dash, when something follows. */
	readonly head: readonly string[];
	/** What it is when it is not the paper itself. */
	readonly kind: string;
}

/** Longer titles with a smaller share of words in common than this are not compared letter by letter. */
const fewestShared = 0.25;

/** Titles longer than this are compared by their beginnings. */
const longest = 400;

/** What a notice, a comment or a supplement begins with, in normalised words, and what it is. */
const kinds: readonly (readonly [string, RegExp])[] = [
	[
		"reply",
		/^(?:(?:the |an? )?(?:author|authors|editor) (?:s )?(?:reply|response)|(?:in )?(?:reply|replies|rejoinder|rebuttal|response)(?= to\b|$))/,
	],
	[
		"comment",
		/^(?:(?:a |some |further )?(?:comments?|commentary|remarks?|discussion)(?= on\b| to\b| of\b| regarding\b|$)|letter to the editor|invited commentary|(?:re|fwd)(?= ))/,
	],
	[
		"erratum",
		/^(?:(?:author|authors|publisher|editorial) (?:s )?(?:correction|corrigendum|note)|errat(?:um|a)|corrigend(?:um|a)|corrections?(?= to\b| for\b|$)|addend(?:um|a)|expression of concern|notice of (?:retraction|concern|withdrawal|removal)|retraction|withdrawal(?= of\b|$))/,
	],
	[
		"supplement",
		/^(?:supplement(?:ary|al)? (?:material|materials|information|data|file|files)|supporting information|supplement to|additional file \d+|data from|data for|dataset for|code for|replication (?:data|code|package) for|peer review(?: report| file)?|review for|decision letter|author response|faculty opinions recommendation of|faculty of 1000 evaluation for|slides for|poster for)\b/,
	],
	["book-review", /^(?:book review|review of the book)\b/],
];

/** The same at the end of a title, parted by a sign. */
const kindsBehind =
	/[:.;,([–—-]\s{0,3}(?:an? )?(comments?|commentary|discussion|reply|rejoinder|rebuttal|response|authors?['’]? (?:reply|response)|errat(?:um|a)|corrigend(?:um|a)|correction|addend(?:um|a)|retraction|supplement(?:ary|al)? (?:material|information|data))[)\].]{0,3}\s{0,3}$/i;

/** Publishers write these before the title of a paper that was retracted: it is the paper itself. */
const marks = /^[\s[(*]*(?:retracted|withdrawn|removed)(?:\s+(?:article|chapter|paper))?\s*[\])*]{0,3}\s*[:.–—-]\s*/i;

const forms = new Map<string, TitleForm>();

function formOf(title: string): TitleForm {
	const known = forms.get(title);
	if (known) return known;
	if (forms.size > 5000) forms.clear();
	const made = makeForm(title);
	forms.set(title, made);
	return made;
}

function makeForm(title: string): TitleForm {
	const bare = title.slice(0, longest).replace(marks, "").replace(/&/g, " and ");
	const words = wordsOf(bare);
	const text = words.join(" ");
	const behind = kindsBehind.exec(bare)?.[1];
	const told = kinds.find(([, pattern]) => pattern.test(text))?.[0];
	const cut = bare.search(/\S:\s|\s[–—-]\s|[?!]\s/);
	return {
		words,
		head: cut < 0 ? [] : wordsOf(bare.slice(0, cut + 1)),
		kind: told ?? (behind === undefined ? "" : kindOf(behind)),
	};
}

function kindOf(behind: string): string {
	const text = normalizeTitle(behind);
	if (/reply|rejoinder|rebuttal|response/.test(text)) return "reply";
	if (/comment|discussion/.test(text)) return "comment";
	return text.startsWith("suppl") ? "supplement" : "erratum";
}

function wordsOf(text: string): readonly string[] {
	return normalizeTitle(text)
		.split(" ")
		.filter(word => word !== "");
}

/** Compares two titles. Symmetric. */
export function compareTitles(one: string, other: string, thresholds: TitleThresholds): TitleComparison {
	const [a, b] = [formOf(one), formOf(other)];
	const overlap = overlapOf(a.words, b.words);
	const [written, otherwise] = [a.words.join(""), b.words.join("")];
	const isUnlike = overlap < fewestShared && Math.max(a.words.length, b.words.length) > 6;
	const edit = isUnlike ? 0 : likeness(written, otherwise);
	const telling = a.kind === b.kind ? tellingWord(a.words, b.words) : "kind-differs";
	const found = likenessOf(a, b, { edit, overlap, thresholds, isEqual: written !== "" && written === otherwise });
	return { likeness: found, edit, overlap, ...(telling && { telling }) };
}

interface Measures {
	readonly edit: number;
	readonly overlap: number;
	readonly thresholds: TitleThresholds;
	readonly isEqual: boolean;
}

function likenessOf(a: TitleForm, b: TitleForm, { edit, overlap, thresholds, isEqual }: Measures): TitleLikeness {
	if (isEqual) return "same";
	const [onlyA, onlyB] = differences(a.words, b.words);
	if (edit >= thresholds.edit && isSpelling(onlyA, onlyB)) return "spelled";
	if (isHeadOf(a, b) || isHeadOf(b, a)) return "shortened";
	return edit >= thresholds.edit || overlap >= thresholds.overlap ? "close" : "apart";
}

/** Whether all that differs is how words are spelled, inflected or joined, and small words. */
function isSpelling(one: readonly string[], other: readonly string[]): boolean {
	const [a, b] = [one, other].map(words => words.filter(word => !small.has(word)));
	if (!a || !b || a.length > 6 || b.length > 6) return false;
	if (a.join("") === b.join("")) return true;
	return a.length === b.length && a.every(word => b.some(similar => isVariant(word, similar)));
}

/** `modelling` and `modeling`, `tumour` and `tumor`, `image` and `images`. */
function isVariant(word: string, other: string): boolean {
	const shorter = Math.min(word.length, other.length);
	return (
		shorter >= 4 && word.slice(0, 3) === other.slice(0, 3) && likeness(word, other) >= (shorter < 7 ? 0.8 : 0.75)
	);
}

/** Whether one title is all that stands before the colon of the other, and long enough to say something. */
function isHeadOf({ words }: TitleForm, { head }: TitleForm): boolean {
	return head.length >= 3 && words.join(" ") === head.join(" ");
}

const small: ReadonlySet<string> = new Set(
	"a an and for from in of on or the to towards toward using via with".split(" "),
);

const versions =
	/^(?:v\d{1,2}|versions?|revised|revision|extended|preprint|draft|update[ds]?|abridged|reprint|edition)$/;
const negations = /^(?:no|not|non|never|without|cannot|against|un|anti)$/;
/** Numbers in any form; single letters name a part or a kind. */
const numbers =
	/^(?:\d+(?:st|nd|rd|th)?|[ivx]{2,6}|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|[b-rt-z])$/;

function tellingWord(one: readonly string[], other: readonly string[]): Telling | undefined {
	const differing = differences(one, other).flat();
	// Blanks that came or went within a word tell nothing: `GPT 4` and `GPT4`.
	if (one.join("") === other.join("")) return undefined;
	if (differing.some(word => negations.test(word))) return "negation-differs";
	const isNumber = (word: string): boolean =>
		numbers.test(word) || (word === "a" && [one, other].some(all => all.at(-1) === "a"));
	if (differing.some(isNumber)) return "number-differs";
	return differing.some(word => versions.test(word)) ? "version-differs" : undefined;
}

/** The words that one title has more often than the other. */
function differences(one: readonly string[], other: readonly string[]): readonly [string[], string[]] {
	return [without(one, other), without(other, one)];
}

function without(words: readonly string[], others: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
	return words.filter(word => {
		const count = left.get(word) ?? 0;
		left.set(word, count - 1);
		return count <= 0;
	});
}

function overlapOf(one: readonly string[], other: readonly string[]): number {
	const total = one.length + other.length;
	return total === 0 ? 0 : (total - without(one, other).length - without(other, one).length) / total;
}

/** How many words a title has, for whether it says enough alone. */
export function titleLength(title: string): number {
	return formOf(title).words.length;
}
