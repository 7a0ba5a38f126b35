// Completion: the works that may be meant by what somebody types, entries of the project before papers of the shelf.

import { uniqueKey } from "../../core/bibliography/citationKey";
import type { OpenBibliography } from "../../core/bibliography/openBibliography";
import { bibPlaceAt } from "../../core/completion/bibtex/place";
import { bibRows } from "../../core/completion/bibtex/rows";
import { expectedAt, type ExpectedKey } from "../../core/completion/expected";
import type { CompletionDetail, Completions, KeyRow } from "../../core/completion/rows";
import { isKnown, namesOf } from "../../core/navigation/project";
import type { Paper } from "../../core/paper";
import { keepRecent } from "../../core/recent";
import { authorYear, plainAbstract, plainTitle } from "../../core/render";
import { digestLabel } from "../../core/render/appearances";
import type { Work } from "../../core/works/works";
import type { OpenTexts } from "../openTexts";
import type { Missing, ProjectRefs } from "../protocol";
import { referencesTo } from "../references";
import type { ShelfWorks } from "../shelfWorks";
import type { CompletionDetailQuestion, CompletionQuestion } from "./completionRequests";
import { EntryIndex, type Citable, type FoundEntry } from "./entryIndex";
import { FactsOfManuscripts } from "./manuscriptFacts";
import { inProject, type OpenedProject } from "./openProject";

export interface CompletingNeeds {
	readonly texts: OpenTexts;
	readonly works: ShelfWorks;
	/** Papers of the shelf that words find while they are typed, the best first; all of the words in each when any has all. */
	readonly search: (words: string, limit: number) => readonly Paper[];
}

/** Rows in all; papers of the shelf have so many of them at least, when there are any. */
const mostRows = 50;
const shelfRows = 15;

/** Bibliographies whose entries stay indexed. */
const mostIndexes = 12;

/** Citations are near within so many characters. */
const nearBy = 4000;

/** By how much a work that is cited often or near goes before others that the words fit as well. */
const usageCounts = 0.25;

export class Completing {
	readonly #needs: CompletingNeeds;
	readonly #facts = new FactsOfManuscripts();
	/** By the bibliography, or the manuscript whose own references they are. */
	readonly #indexes = new Map<string, EntryIndex>();

	constructor(needs: CompletingNeeds) {
		this.#needs = needs;
	}

	/** Whether nothing is left to be done in the background. */
	get isSettled(): boolean {
		return this.#facts.isSettled && [...this.#indexes.values()].every(({ isSettled }) => isSettled);
	}

	/** Does the next part of it. */
	turn(): void {
		if (!this.#facts.isSettled) return this.#facts.turn();
		[...this.#indexes.values()].find(({ isSettled }) => !isSettled)?.turn();
	}

	completions(question: CompletionQuestion): Completions | Missing | undefined {
		const { project, offset, command } = question;
		return inProject(this.#needs.texts, project, (opened): Completions | undefined => {
			const { bibliography, manuscript } = opened.document ?? {};
			if (bibliography) return completionsInBibtex(bibliography, offset, project);
			const expected = manuscript && expectedAt(manuscript.source, offset, { command });
			if (!expected) return undefined;
			const rows = this.#rows(opened, expected, question);
			return rows && { kind: "keys", expected, rows };
		});
	}

	detail(question: CompletionDetailQuestion): CompletionDetail | Missing | undefined {
		return inProject(this.#needs.texts, question.project, opened => this.#detailIn(opened, question));
	}

	#detailIn(opened: OpenedProject, { row, style, locale }: CompletionDetailQuestion): CompletionDetail | undefined {
		const found = row.id === undefined ? entryOf(opened, row.key) : this.#ofShelf(row.id);
		if (!found) return undefined;
		const { paper, places } = found;
		const abstract = plainAbstract(paper) || this.#abstractOf(paper);
		const { texts } = referencesTo([paper], { ids: [], style, locale, output: "text" });
		const reference = texts[0] ?? [authorYear(paper), plainTitle(paper)].filter(part => part !== "").join(", ");
		const names = row.id === undefined ? namesOf(opened.bibliographies, row.key) : [];
		const usage = this.#usage(opened, 0);
		const cited = names.reduce((sum, name) => sum + usage.count(name), 0);
		return { reference, abstract, places, cited };
	}

	/** `undefined` where the words are a key that is known, and what is said about it. */
	#rows(opened: OpenedProject, expected: ExpectedKey, question: CompletionQuestion): readonly KeyRow[] | undefined {
		const indexes = this.#indexesOf(opened);
		const { words, mayBeKey, present } = expected;
		if (mayBeKey !== undefined && isKnown(opened, mayBeKey)) return undefined;
		const aliases = opened.bibliographies.flatMap(({ bibliography }) => [...bibliography.aliases.keys()]);
		const usage = this.#usage(opened, expected.range.start);
		const taken = new Set(present.flatMap(key => namesOf(opened.bibliographies, key)));
		const entries = question.entries ? ranked(indexes, words, usage).filter(({ key }) => isFirst(key, taken)) : [];
		const papers = question.shelf ? this.#papers(indexes, words, mostRows) : [];
		const own = entries.slice(0, mostRows - Math.min(papers.length, shelfRows));
		const named = new Set(aliases.map(key => key.toLowerCase()));
		const keys = { has: (key: string): boolean => named.has(key) || indexes.some(index => index.hasKey(key)) };
		return [
			...own.map(({ key, paper }): KeyRow => ({ key, ...shown(paper) })),
			...papers.slice(0, mostRows - own.length).map((paper): KeyRow => {
				return { key: newKey(paper, keys, question.pattern), ...shown(paper), id: paper.id };
			}),
		];
	}

	/** Papers of the shelf that no bibliography of the project has. */
	#papers(indexes: readonly EntryIndex[], words: string, limit: number): readonly Paper[] {
		const { works, search } = this.#needs;
		const found = words === "" ? works.list.slice(0, 2 * limit).map(({ paper }) => paper) : search(words, limit);
		return found
			.filter(paper => {
				const records = [paper, ...(works.get(paper.id)?.records ?? []).map(record => record.paper)];
				return !indexes.some(index => index.hasWork(records));
			})
			.slice(0, limit);
	}

	#indexesOf({ bibliographies, manuscripts }: OpenedProject): readonly EntryIndex[] {
		const inline = manuscripts.flatMap(manuscript => {
			const entries = this.#facts.of(manuscript).inline;
			return entries.length > 0 ? [this.#indexOf(manuscript.uri, entries)] : [];
		});
		return [...bibliographies.map(({ uri, bibliography }) => this.#indexOf(uri, bibliography.entries)), ...inline];
	}

	#indexOf(uri: string, entries: readonly Citable[]): EntryIndex {
		const index = this.#indexes.get(uri) ?? new EntryIndex();
		keepRecent(this.#indexes, uri, index, mostIndexes);
		index.update(entries);
		return index;
	}

	#usage({ manuscripts, document }: OpenedProject, offset: number): Usage {
		const { manuscript } = document ?? {};
		const all = manuscripts.map(each => this.#facts.of(each).cited);
		const own = manuscript && this.#facts.of(manuscript).cited;
		return {
			count: key => all.reduce((sum, cited) => sum + (cited.get(key)?.length ?? 0), 0),
			isNear: key => own?.get(key)?.some(place => Math.abs(place - offset) < nearBy) ?? false,
		};
	}

	#ofShelf(id: string): Described | undefined {
		const work = this.#needs.works.get(id);
		return work && { paper: work.paper, places: this.#digestsOf(work) };
	}

	#digestsOf({ records }: Work): readonly string[] {
		const names = records.flatMap(({ source }) => this.#needs.works.digest(source)?.name ?? []);
		return [...new Set(names.map(digestLabel))];
	}

	/** What the shelf knows of a work whose entry has no abstract. */
	#abstractOf(paper: Paper): string {
		const known = this.#needs.works.find(paper)?.paper;
		return known ? plainAbstract(known) : "";
	}
}

interface Described {
	readonly paper: Paper;
	readonly places: readonly string[];
}

interface Usage {
	readonly count: (key: string) => number;
	readonly isNear: (key: string) => boolean;
}

function completionsInBibtex(file: OpenBibliography, offset: number, project: ProjectRefs): Completions | undefined {
	const place = file.blocks.length > 0 || /\.bib$/i.test(file.fileName) ? bibPlaceAt(file.text, offset) : undefined;
	if (!place) return undefined;
	const blocks = file.blocks.map(({ block }) => block);
	return { kind: "bibtex", range: place.range, rows: bibRows(place, blocks, project.dialect) };
}

/** The key that a paper would get. Making one takes longer than finding the paper. */
function newKey(paper: Paper, keys: { has(key: string): boolean }, pattern: string): string {
	const known = madeKeys.get(paper);
	const made = known?.pattern === pattern ? known : { pattern, key: uniqueKey(paper, new Set(), pattern) };
	madeKeys.set(paper, made);
	return keys.has(made.key.toLowerCase()) ? uniqueKey(paper, keys, pattern) : made.key;
}

const madeKeys = new WeakMap<Paper, { readonly pattern: string; readonly key: string }>();

/** The entries that words fit, the best first; without words all, those that are cited before the others. */
function ranked(indexes: readonly EntryIndex[], words: string, usage: Usage): readonly Citable[] {
	const all: FoundEntry[] = indexes.flatMap(index =>
		words === ""
			? index.entries.map(entry => ({ entry, key: 0, words: 0 }))
			: [...index.search(words, 2 * mostRows)],
	);
	const scored = all.map(found => ({ entry: found.entry, score: scoreOf(found, usage) }));
	return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

/** A key that fits what was typed goes before all that words find. */
function scoreOf({ entry, key, words }: FoundEntry, usage: Usage): number {
	const count = usage.count(entry.key);
	const used = 1 - 1 / (1 + Math.log1p(count) + (usage.isNear(entry.key) ? 1 : 0));
	return 2 * key + words + usageCounts * used;
}

function isFirst(key: string, taken: Set<string>): boolean {
	if (taken.has(key)) return false;
	taken.add(key);
	return true;
}

function entryOf({ bibliographies }: OpenedProject, key: string): Described | undefined {
	for (const { bibliography } of bibliographies) {
		const entry = bibliography.entries.find(each => each.key === key);
		if (entry) return { paper: entry.paper, places: [bibliography.fileName] };
	}
	return undefined;
}

function shown(paper: Paper): { readonly title: string; readonly authorYear: string } {
	return { title: plainTitle(paper), authorYear: authorYear(paper) };
}
