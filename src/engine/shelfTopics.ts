// The topics of the shelf: worked out in small turns when somebody asks, and kept alike from one time to the next.

import type { Paper } from "../core/paper";
import type { ShelfTopic } from "../core/shelf";
import { clinicalTable } from "../core/topics/clinicalTable";
import { remain } from "../core/topics/keeping/earlier";
import { type EarlierTopic, rememberTopics, type Topic, type TopicOptions, topicSteps } from "../core/topics/topics";

/** Topics of fewer papers are worked out while somebody waits. */
const fewPapers = 300;

/** Milliseconds of one turn. */
const turnTime = 10;

export interface TopicNeeds {
	readonly papers: () => readonly Paper[];
	/** Finds the papers with all words of a query. */
	readonly search: (query: string) => Iterable<string>;
	/** Is told the topics when they are there, and none while they are worked out. */
	readonly tell: (topics: readonly Topic[]) => void;
}

export class ShelfTopics {
	readonly #papers: () => readonly Paper[];
	readonly #search: (query: string) => Iterable<string>;
	readonly #tell: (topics: readonly Topic[]) => void;
	#table: TopicOptions["table"];
	/** What topics are kept like: as they were found when most of the papers were new. */
	#base: readonly EarlierTopic[] = [];
	#last: readonly Topic[] = [];
	#isCurrent = false;
	#work: Generator<undefined, Topic[], undefined> | undefined;
	#isAsked = false;

	constructor({ papers, search, tell }: TopicNeeds) {
		this.#papers = papers;
		this.#search = search;
		this.#tell = tell;
	}

	/** Whether the topics are those of the shelf as it is. */
	get isCurrent(): boolean {
		return this.#isCurrent;
	}

	/** Whether somebody waits for topics that are not worked out. */
	get isAsked(): boolean {
		return this.#isAsked && !this.#isCurrent;
	}

	/** The topics as far as they are known: those of a large shelf that has just changed are the ones of before. */
	get now(): readonly Topic[] {
		return this.ask() ? this.whole : this.#last;
	}

	/** The topics of the shelf as it is. */
	get whole(): readonly Topic[] {
		const papers = this.#papers();
		while (!this.#isCurrent) this.#step(papers);
		return this.#last;
	}

	/** Whether the topics are worked out, or soon enough; if not, they are from now on. */
	ask(): boolean {
		const isFew = this.#papers().length <= fewPapers;
		this.#isAsked = true;
		return this.#isCurrent || isFew;
	}

	changed(): void {
		this.#isCurrent = false;
		this.#work = undefined;
	}

	shape({ table, previous }: Pick<TopicOptions, "table" | "previous">): undefined {
		this.#table = table;
		if (previous !== undefined) this.#base = previous;
		this.changed();
	}

	/** Does the next part of what somebody waits for. */
	turn(): void {
		if (!this.isAsked) return;
		const papers = this.#papers();
		const end = performance.now() + turnTime;
		while (!this.#isCurrent && performance.now() < end) this.#step(papers);
	}

	#step(papers: readonly Paper[]): void {
		this.#work ??= this.#begun(papers);
		const step = this.#work.next();
		if (step.done !== true) return;
		this.#work = undefined;
		this.#last = step.value;
		this.#isCurrent = true;
		this.#isAsked = false;
		if (!remain(this.#base, papers)) this.#base = rememberTopics(step.value);
		this.#tell(step.value);
	}

	#begun(papers: readonly Paper[]): Generator<undefined, Topic[], undefined> {
		// A topic that gathers papers by words must not find them by its own label.
		this.#tell([]);
		return topicSteps(papers, {
			...(this.#table && { table: this.#table }),
			seeds: clinicalTable,
			previous: this.#base,
			search: this.#search,
		});
	}
}

/** A topic in a message: its papers by id, since the editor has them. */
export function shelfTopic({ label, terms, papers, subtopics, isPinned }: Topic): ShelfTopic {
	return {
		label,
		terms,
		ids: papers.map(({ id }) => id),
		...(subtopics && { subtopics: subtopics.map(shelfTopic) }),
		...(isPinned && { isPinned }),
	};
}
