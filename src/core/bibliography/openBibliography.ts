// A bibliography that is open: it is read once, follows the edits of its text, and knows its works by their identifiers.

import type { Paper, Problem } from "../paper";
import type { BibBlock } from "./bibtex/blocks";
import { ChangingBibtex, type PlacedBlock, type Work } from "./bibtex/incremental";
import { addToBibliography, assignKeys, parseBibliography, type Added } from "./bibliography";
import { keysByAlias } from "./edit/links";
import { bibtexOptions, type AddOptions } from "./options";
import type { Entry } from "./entry";
import { formatOf } from "./format";
import { WorkKeys } from "./workKeys";

/**
 * Answers as `parseBibliography` and `addToBibliography` do for the text as it is now. Of a .bib file only what an edit
 * touched is parsed again, so that adding to a large one takes milliseconds; other formats are read anew.
 */
export class OpenBibliography {
	readonly fileName: string;
	readonly #bibtex: ChangingBibtex | undefined;
	#text: string;
	#index: Index | undefined;
	#read: { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } | undefined;

	#blocks: readonly BibBlock[] | undefined;
	#aliases: ReadonlyMap<string, string> | undefined;

	constructor(text: string, fileName: string) {
		this.#text = text;
		this.fileName = fileName;
		this.#bibtex = formatOf(text, fileName) === "bibtex" ? new ChangingBibtex(text) : undefined;
	}

	get text(): string {
		return this.#text;
	}

	get entries(): readonly Entry[] {
		return this.#all().entries;
	}

	get problems(): readonly Problem[] {
		return this.#all().problems;
	}

	/** The blocks of a .bib file as they were parsed, each with how far it has moved since; none of other formats. */
	get blocks(): readonly PlacedBlock[] {
		return this.#bibtex?.placed ?? [];
	}

	/** The keys of entries by the further names that they go by; see `keysByAlias`. */
	get aliases(): ReadonlyMap<string, string> {
		return (this.#aliases ??= keysByAlias(this.blocks.map(({ block }) => block)));
	}

	/** Keys that stand in comments of a .bib file, which BibTeX may read. */
	get commentedKeys(): readonly string[] {
		return this.#bibtex?.commentedKeys ?? [];
	}

	/** The same blocks where they are now. */
	get movedBlocks(): readonly BibBlock[] {
		return (this.#blocks ??= this.#bibtex?.blocks() ?? []);
	}

	/** Takes the text as it is now, whatever was changed in it. */
	update(text: string): void {
		if (text === this.#text) return;
		this.#text = text;
		this.#read = undefined;
		this.#blocks = undefined;
		this.#aliases = undefined;
		const change = this.#bibtex?.update(text);
		if (this.#index && change && !change.isWide) this.#follow(this.#index, change.removed, change.added());
		else this.#index = undefined;
	}

	/** Reads so many entries that were not read yet, for the questions that follow; whether all are read. */
	prepare(count: number): boolean {
		return this.#bibtex?.prepare(count) ?? true;
	}

	/** The key of the work that a paper is a record of. */
	keyOf(paper: Paper): string | undefined {
		return this.#indexed().works.keyOf(paper);
	}

	/** As `addToBibliography`. */
	addTo(papers: readonly Paper[], options: AddOptions = {}): Added {
		if (!this.#bibtex) return addToBibliography(this.#text, this.fileName, papers, options);
		const { works, taken } = this.#indexed();
		const others = [...this.#bibtex.commentedKeys, ...this.aliases.keys()];
		const named = new Set(others.map(key => key.toLowerCase()));
		const isTaken = { has: (key: string) => (taken.get(key) ?? 0) > 0 || named.has(key) };
		const { keys, added } = assignKeys(papers, works, isTaken, options);
		return { keys, edits: this.#bibtex.add(added, bibtexOptions(options)) };
	}

	#all(): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
		this.#read ??= this.#bibtex
			? { entries: this.#bibtex.entries(false), problems: this.#bibtex.problems(this.fileName) }
			: parseBibliography(this.#text, this.fileName);
		return this.#read;
	}

	#indexed(): Index {
		if (!this.#index) {
			const index: Index = { works: new WorkKeys(), taken: new Map() };
			for (const work of this.#bibtex?.entries(true) ?? this.#all().entries) addWork(index, work);
			this.#index = index;
		}
		return this.#index;
	}

	/** Puts the changes of the entries into the index. Of twins the first counts, so that they need it made anew. */
	#follow(index: Index, removed: readonly Work[], added: readonly Work[]): void {
		for (const { key, paper } of removed) {
			const name = key.toLowerCase();
			index.taken.set(name, (index.taken.get(name) ?? 1) - 1);
			index.works.remove(key, paper);
			if (index.works.keyOf(paper) !== undefined) this.#index = undefined;
		}
		for (const work of added) {
			if (index.works.keyOf(work.paper) !== undefined) this.#index = undefined;
			addWork(index, work);
		}
	}
}

/** The works of a bibliography, and how many entries have each key, in lower case. */
interface Index {
	readonly works: WorkKeys;
	readonly taken: Map<string, number>;
}

function addWork({ works, taken }: Index, { key, paper }: Work): void {
	works.add(key, paper);
	taken.set(key.toLowerCase(), (taken.get(key.toLowerCase()) ?? 0) + 1);
}
