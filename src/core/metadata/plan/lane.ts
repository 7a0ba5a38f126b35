// One catalogue while papers are looked up: what is to be asked of it again, when it may be asked next, and whether it
// has been given up.

import type { Answer, Catalogue, CatalogueRequest, LookupKind, Wanted } from "../catalogue";
import { backOff, gapOf, longestWait, mostFailures, mostTries, retryAfter } from "./patience";

/** Something to ask, and for which papers. */
export interface Task {
	readonly by: LookupKind;
	/** What is asked for: the papers themselves, or works that a search has found. */
	readonly asked: readonly Wanted[];
	/** Ids of the papers to which the answer's records are offered. */
	readonly papers: readonly string[];
	/** How often it was tried. */
	readonly tries: number;
}

export class Lane {
	readonly catalogue: Catalogue;
	readonly #hasKey: boolean;
	readonly #waiting: Task[] = [];
	#notBefore = 0;
	/** When it could be asked before the last request began. */
	#before = 0;
	#underWay = 0;
	#failures = 0;
	sent = 0;
	isGivenUp = false;

	constructor(catalogue: Catalogue, hasKey: boolean) {
		this.catalogue = catalogue;
		this.#hasKey = hasKey;
	}

	/** When it may be asked next; `undefined` while as many requests are under way as may be. */
	get opens(): number | undefined {
		return this.#underWay < this.catalogue.pace.atOnce ? this.#notBefore : undefined;
	}

	/** What was added and is not yet asked. */
	get waiting(): readonly Task[] {
		return this.#waiting;
	}

	isFree(now: number): boolean {
		return !this.isGivenUp && this.opens !== undefined && this.opens <= now;
	}

	/** Asks something later, before whatever else there is. */
	add(...tasks: readonly Task[]): void {
		if (!this.isGivenUp) this.#waiting.push(...tasks);
	}

	/** The next of what was added, as a request. What does not go into it stays. */
	take(): { readonly task: Task; readonly request: CatalogueRequest } | undefined {
		for (let task = this.#waiting.shift(); task; task = this.#waiting.shift()) {
			const [request] = this.catalogue.request({ by: task.by, papers: task.asked });
			if (!request) continue;
			const ids = new Set(request.papers);
			const asked = task.asked.filter(({ id }) => ids.has(id));
			const rest = task.asked.filter(({ id }) => !ids.has(id));
			if (rest.length > 0) this.#waiting.unshift(partOf(task, rest));
			return { task: partOf(task, asked), request };
		}
		return undefined;
	}

	begin(now: number): void {
		this.sent++;
		this.#underWay++;
		this.#before = this.#notBefore;
		this.#notBefore = Math.max(this.#notBefore, now + gapOf(this.catalogue, this.#hasKey));
	}

	/** Takes the last beginning back: its answer was known, and nothing was sent. */
	recall(): void {
		this.sent--;
		this.#notBefore = this.#before;
	}

	succeed({ headers }: Answer, now: number): void {
		this.#underWay--;
		this.#failures = 0;
		// The documented gap runs since the request began; a longer one that the answer names runs from here.
		const [documented, told] = [{}, headers].map(given => gapOf(this.catalogue, this.#hasKey, given));
		if (told !== documented) this.#notBefore = Math.max(this.#notBefore, now + (told ?? 0));
	}

	/** Tries again later, or gives the task up, or the catalogue. */
	fail(task: Task, headers: Answer["headers"], now: number): void {
		this.#underWay--;
		this.#failures++;
		const wait = retryAfter(headers, now) ?? backOff(task.tries + 1);
		this.#notBefore = Math.max(this.#notBefore, now + wait);
		if (wait > longestWait || this.#failures >= mostFailures) this.giveUp();
		else if (task.tries + 1 < mostTries) this.#waiting.unshift({ ...task, tries: task.tries + 1 });
	}

	/** Nothing more is asked of it. */
	giveUp(): void {
		this.isGivenUp = true;
		this.#waiting.length = 0;
	}

	/** Ends a request whose answer was a refusal that nothing changes. */
	refuse(): void {
		this.#underWay--;
	}
}

/** A part of a task, for the papers in it; works that a search found are for all of its papers. */
export function partOf(task: Task, asked: readonly Wanted[]): Task {
	const ids = new Set(asked.map(({ id }) => id));
	const own = task.papers.filter(paper => ids.has(paper));
	return { ...task, asked, papers: own.length > 0 ? own : task.papers };
}
