// Groups of papers -> labels, terms and reasons, in the words of their texts.

import type { Branch } from "../tree";
import { type PaperWords, phraseStems } from "../words";
import { type Holder, holdersOf } from "./holders";
import { chosen, distinctPhrases, type Ranked, ranked, secondName } from "./names";
import { type Phrase, phrasesIn } from "./phrases";
import { formIn, sentenceCase, writtenForm } from "./written";

/** A group and what it is called and why. */
export interface Named {
	readonly members: readonly number[];
	/** Empty when nothing in the texts sets the group apart. */
	readonly label: string;
	/** The strongest first; the label's own before all. */
	readonly terms: readonly string[];
	/** By paper, the terms that put it here, as it writes them. */
	readonly reasons: ReadonlyMap<number, readonly string[]>;
	readonly branches: readonly Named[];
	readonly isPinned: boolean;
}

/** Enough papers of a group to hear what it is called. */
const mostHeard = 80;
const mostHeardWithin = 30;
const shownTerms = 8;
const askedTerms = 80;
const shownReasons = 5;

/** Names groups and the groups within, in the words of their papers; those that have a label keep it. */
export function* named(
	branches: readonly Branch[],
	papers: readonly PaperWords[],
): Generator<undefined, Named[], undefined> {
	const phrases = new Map<Branch, readonly Phrase[]>();
	yield* hear(branches, papers, { phrases, most: mostHeard });
	const keys = new Set([...phrases.values()].flatMap(own => own.map(({ key }) => key)));
	const holders = yield* holdersOf(keys, papers);
	return yield* new Naming(papers, phrases, holders).level(branches);
}

function* hear(
	branches: readonly Branch[],
	papers: readonly PaperWords[],
	{ phrases, most }: { phrases: Map<Branch, readonly Phrase[]>; most: number },
): Generator<undefined, void, undefined> {
	for (const branch of branches) {
		phrases.set(branch, yield* phrasesIn(some(branch.members, most).flatMap(i => papers[i] ?? [])));
		yield;
		yield* hear(branch.branches, papers, { phrases, most: mostHeardWithin });
	}
}

/** Up to so many of a list, evenly spread. */
function some<T>(list: readonly T[], most: number): T[] {
	if (list.length <= most) return [...list];
	return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]).flatMap(
		each => each ?? [],
	);
}

class Naming {
	readonly #papers: readonly PaperWords[];
	readonly #phrases: ReadonlyMap<Branch, readonly Phrase[]>;
	readonly #holders: ReadonlyMap<string, Holder>;
	readonly #taken = new Set<string>();

	constructor(
		papers: readonly PaperWords[],
		phrases: ReadonlyMap<Branch, readonly Phrase[]>,
		holders: ReadonlyMap<string, Holder>,
	) {
		this.#papers = papers;
		this.#phrases = phrases;
		this.#holders = holders;
	}

	*level(branches: readonly Branch[]): Generator<undefined, Named[], undefined> {
		const scope = {
			size: branches.reduce((sum, { members }) => sum + members.length, 0),
			groupOf: new Int32Array(this.#papers.length).fill(-1),
		};
		branches.forEach(({ members }, group) => {
			for (const i of members) scope.groupOf[i] = group;
		});
		const lists: Ranked[][] = [];
		for (const [group, branch] of branches.entries()) {
			const phrases = this.#phrases.get(branch) ?? [];
			lists.push(ranked(group, branch.members.length, phrases, { holders: this.#holders, scope }));
			yield;
		}
		const known = branches.map(knownLabel);
		for (const label of known) if (label !== undefined) this.#taken.add(phraseStems(label).join(" "));
		const names = chosen(
			lists.map((list, i) => (known[i] === undefined ? list : [])),
			this.#taken,
		);
		for (const name of names) if (name !== undefined) this.#taken.add(name.key);
		const result: Named[] = [];
		for (const [group, branch] of branches.entries()) {
			result.push(yield* this.#name(branch, names[group], lists[group] ?? []));
		}
		return result;
	}

	*#name(branch: Branch, name: Phrase | undefined, list: readonly Ranked[]): Generator<undefined, Named, undefined> {
		const { members, claim } = branch;
		const branches = yield* this.level(branch.branches);
		if (claim !== undefined) return { ...claim, members, branches };
		const heard = some(members, mostHeard).flatMap(i => this.#papers[i] ?? []);
		const second = name && secondName(name, list, { members, holders: this.#holders, taken: this.#taken });
		if (second !== undefined) this.#taken.add(second.key);
		const names = [name, second].flatMap(phrase => phrase ?? []);
		const all = [...names, ...list.map(({ phrase }) => phrase).filter(phrase => !names.includes(phrase))];
		const terms: string[] = [];
		for (const { key } of distinctPhrases(all, shownTerms)) {
			terms.push(writtenForm(key, heard));
			yield;
		}
		const label = knownLabel(branch) ?? sentenceCase(together(terms.slice(0, names.length)), heard);
		const reasons = this.#reasons(members, all.slice(0, askedTerms));
		yield;
		return { members, label, terms, reasons, branches, isPinned: false };
	}

	#reasons(members: readonly number[], phrases: readonly Phrase[]): Map<number, readonly string[]> {
		const held = new Map(members.map((i): [number, Phrase[]] => [i, []]));
		for (const phrase of phrases) {
			for (const i of this.#holders.get(phrase.key)?.papers ?? []) held.get(i)?.push(phrase);
		}
		return new Map(
			Array.from(held, ([i, own]) => {
				const paper = this.#papers[i];
				const shown = distinctPhrases(own, shownReasons);
				return [i, paper === undefined ? [] : shown.flatMap(({ key }) => formIn(paper, key) ?? [])];
			}),
		);
	}
}

/** Names in one label; where "and" would be of another script, with a comma. */
function together(names: readonly string[]): string {
	return names.join(names.every(name => /\p{sc=Latn}/u.test(name)) ? " and " : ", ");
}

function knownLabel({ claim, earlier }: Branch): string | undefined {
	return claim?.label ?? earlier?.label;
}
