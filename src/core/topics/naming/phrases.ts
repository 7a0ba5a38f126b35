// Phrases that may name a group of papers: words that stand together in their titles, keywords and abstracts.

import { isTelling, plainHeads } from "../plainWords";
import { isGlued, type PaperWords, type Words, writtenAt } from "../words";

export interface Phrase {
	/** Its stems with spaces between: equal for all ways to write it. */
	readonly key: string;
	readonly stems: readonly string[];
	/** How well it is made for a name, from 0 to 1: said whole, not cut out of a longer phrase, ending as a name does. */
	readonly fitness: number;
}

interface Count {
	readonly stems: readonly string[];
	/** How its first use is written, in small letters. */
	readonly written: string;
	/** The last paper that was counted, so that each counts once. */
	paper: number;
	papers: number;
	titles: number;
	keywords: number;
	uses: number;
	/** Uses that no further word follows. */
	finals: number;
	/** Uses of a phrase that is this one and one word more. */
	longer: number;
}

const mostWords = 4;
/** Long abstracts say what they are about in the beginning. */
const mostTokens = 200;
const stepPapers = 10;
/** Enough phrases of a group to find a name among them. */
const mostPhrases = 110;

/** The phrases that papers share most, the ones said most first. Those of one paper alone count when the papers are few. */
export function* phrasesIn(papers: readonly PaperWords[]): Generator<undefined, Phrase[], undefined> {
	const counts = new Map<string, Count>();
	for (const [i, paper] of papers.entries()) {
		countIn(paper.title, i, { counts, part: "titles" });
		countIn(paper.keywords, i, { counts, part: "keywords" });
		countIn(paper.abstract, i, { counts, part: undefined });
		if (i % stepPapers === stepPapers - 1) yield;
	}
	const least = papers.length > 3 ? 2 : 1;
	const shared = [...counts].filter(([, { papers: count }]) => count >= least);
	for (const [, count] of shared) noteLonger(count, counts);
	return shared
		.filter(([, { stems }]) => isName(stems, counts))
		.map(([key, count]) => ({ key, count, said: said(count) }))
		.sort((a, b) => b.said - a.said || (a.key < b.key ? -1 : 1))
		.slice(0, mostPhrases)
		.map(({ key, count }) => ({ key, stems: count.stems, fitness: fitness(count) }));
}

function said({ papers, titles, keywords, stems }: Count): number {
	return (papers + 2 * titles + 2 * keywords) * (stems.length > 1 ? 1.5 : 1);
}

type Part = "titles" | "keywords" | undefined;

function countIn(words: Words, paper: number, { counts, part }: { counts: Map<string, Count>; part: Part }): void {
	const { stems } = words;
	const length = Math.min(stems.length, mostTokens);
	const own = new Set<string>();
	for (let from = 0; from < length; from++) {
		if (isGlued(words, from)) continue;
		let key = "";
		for (let to = from; to < Math.min(from + mostWords, length); to++) {
			const word = stems[to] ?? "";
			if (word === "") break;
			key = to === from ? word : `${key} ${word}`;
			// Only phrases that end as a name may end are kept; those that begin as none may be kept for their longer forms.
			if ((!isTelling(word) && !plainHeads.has(word)) || isGlued(words, to + 1)) continue;
			const known = counts.get(key);
			const count = known ?? newCount(stems.slice(from, to + 1), writtenAt(words, from, to + 1).toLowerCase());
			if (known === undefined) counts.set(key, count);
			count.uses++;
			if ((stems[to + 1] ?? "") === "") count.finals++;
			if (count.paper !== paper) count.papers++;
			count.paper = paper;
			if (part !== undefined && !own.has(key)) {
				own.add(key);
				count[part]++;
			}
		}
	}
}

function newCount(stems: readonly string[], written: string): Count {
	return { stems, written, paper: -1, papers: 0, titles: 0, keywords: 0, uses: 0, finals: 0, longer: 0 };
}

/** Tells the two phrases without the first and without the last word that there is a longer one. */
function noteLonger({ stems, uses }: Count, counts: ReadonlyMap<string, Count>): void {
	if (stems.length < 2) return;
	for (const part of [stems.slice(1), stems.slice(0, -1)]) {
		const count = counts.get(part.join(" "));
		if (count !== undefined) count.longer = Math.max(count.longer, uses);
	}
}

/**
 * Whether words can be a name: they begin with a telling word, or with a plain one that nearly always belongs there (the
 * "large" of "large language models"), and one of them tells.
 */
function isName(stems: readonly string[], counts: ReadonlyMap<string, Count>): boolean {
	const [first = ""] = stems;
	if (stems.length === 1) return first.length > 1 && isTelling(first);
	if (!stems.some(isTelling)) return false;
	if (isTelling(first)) return true;
	if (stems.length < 3) return false;
	const whole = counts.get(stems.join(" "))?.papers ?? 0;
	const rest = counts.get(stems.slice(1).join(" "))?.papers ?? 0;
	return whole >= 0.6 * rest;
}

const byLength = [0, 0.55, 1, 0.95, 0.85];

function fitness({ stems, written, papers, keywords, uses, finals, longer }: Count): number {
	const whole = longer >= 0.75 * uses ? 0.45 : 1;
	const often = 1 + 0.3 * Math.min(2, Math.log2(uses / papers));
	const final = 0.35 + 0.65 * Math.min(1, (1.6 * finals) / uses);
	const head = plainHeads.has(stems.at(-1) ?? "") ? 0.8 : 1;
	const keyword = keywords > 0 ? 1.15 : 1;
	const letters = /\p{L}{3}/u.test(stems.join(" ")) ? 1 : 0.8;
	return (byLength[stems.length] ?? 0.9) * whole * often * final * head * keyword * letters * form(written);
}

const action = /(?:[^aeiouy\W]{2}|[aeiou][^aeiouy\W])ing /;
const quality =
	/(?:able|ible|ous|ful|less|ent|ive|ic|wise|aware|(?<!retriev|sign|hospit|anim|protoc|tri|surviv|miner|cryst|met|capit|materi|interv|arriv|propos|approv|manu|journ)al)$/;

/** Names end with nouns: what ends as a participle or an adjective does is hardly one. So is what begins with an action. */
function form(written: string): number {
	if (/[^\s-]{3}ed$/.test(written)) return 0.15;
	const isWord = !written.includes(" ");
	if (isWord && /[^\s-]{3}ing$/.test(written)) return 0.7;
	if (isWord && quality.test(written)) return 0.6;
	return action.test(written) && !nounsInIng.test(written) ? 0.7 : 1;
}

/** Actions that are fields: "learning rate" begins as a name does. */
const nounsInIng =
	/^(?:learning|imaging|training|sampling|testing|tracking|screening|matching|mapping|model(?:l)?ing|clustering|processing|computing|engineering|mining|pricing|trading|sequencing|signal(?:l)?ing|binding|coding|rendering|planning|scheduling|string|spring|aging|housing|nursing|marketing|banking|operating|building) /;
