// Whether two abstracts are of one work: how much of the shorter one the longer one holds. Digests cut abstracts, and
// versions rewrite them in part.

import { fold } from "../../text/normalize";

export interface AbstractThresholds {
	/** From this share of common pairs of words on, two abstracts are of one work. */
	readonly agrees: number;
	/** The same where the titles say that they are not. */
	readonly agreesAlone: number;
	/** Below this share of pairs, and of words, they are of two works. */
	readonly differs: number;
}

/** `unknown` where one is missing or too short, or where they are neither alike nor unlike. */
export type AbstractLikeness = "same" | "alike" | "unknown" | "apart";

interface AbstractForm {
	readonly pairs: ReadonlySet<string>;
	readonly words: ReadonlySet<string>;
}

/** Pairs of words that are too few to say anything, and those that suffice against the titles. */
const fewest = 12;
const enough = 40;

/** Letters that are looked at: the longest abstracts have some 5,000. */
const longest = 6000;

const forms = new Map<string, AbstractForm>();

function formOf(abstract: string): AbstractForm {
	const known = forms.get(abstract);
	if (known) return known;
	if (forms.size > 2000) forms.clear();
	const words = fold(abstract.slice(0, longest)).match(/[\p{L}\p{N}]+/gu) ?? [];
	const made = {
		pairs: new Set(words.slice(1).map((word, i) => `${words[i] ?? ""} ${word}`)),
		words: new Set(words.filter(word => word.length > 4)),
	};
	forms.set(abstract, made);
	return made;
}

export function compareAbstracts(one: string, other: string, thresholds: AbstractThresholds): AbstractLikeness {
	const [a, b] = [formOf(one), formOf(other)];
	const least = Math.min(a.pairs.size, b.pairs.size);
	if (least < fewest) return "unknown";
	const pairs = shareOf(a.pairs, b.pairs);
	if (least >= enough && pairs >= thresholds.agreesAlone) return "same";
	if (pairs >= thresholds.agrees) return "alike";
	// A summary in other words shares few pairs, but many words.
	const isApart = pairs < thresholds.differs && shareOf(a.words, b.words) < 3 * thresholds.differs;
	return isApart && least >= 2 * fewest ? "apart" : "unknown";
}

/** How much of the smaller set the other one has. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let common = 0;
	for (const one of small) if (large.has(one)) common++;
	return small.size === 0 ? 0 : common / small.size;
}
