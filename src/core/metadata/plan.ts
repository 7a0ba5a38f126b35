// Looking up the records of papers in several catalogues: which requests are next, given the answers so far. It sends
// nothing and knows no clock: the time is told with each call, in milliseconds, so that rates, waits, failures and the
// number of requests are the same in a test as over the network.

import type { Answer, Catalogue, CatalogueName, CatalogueRequest, Identity, Wanted } from "./catalogue";
import { catalogues as allCatalogues } from "./catalogues";
import type { Match } from "./match";
import type { FoundRecord } from "./merge";
import type { Problem } from "../paper";
import { isBusyStatus } from "./catalogues/answer";
import { Lane, partOf, type Task } from "./plan/lane";
import { Pursuit, type Question } from "./plan/pursuit";

export interface PlanOptions {
	/** The catalogues that may be asked, in this order; all unless told. */
	readonly catalogues?: readonly CatalogueName[];
	/** Those for which the person has a key. */
	readonly withKey?: ReadonlySet<CatalogueName>;
	/** For ids of papers the ids of records that a person has refused for them. */
	readonly refused?: ReadonlyMap<string, ReadonlySet<string>>;
	/** Requests at most, however many papers; 20 and ten for each paper unless told. */
	readonly mostRequests?: number;
}

/** A request to be sent now. */
export interface Sending {
	readonly id: number;
	readonly catalogue: CatalogueName;
	readonly request: CatalogueRequest;
}

export type PlanStep =
	| { readonly kind: "send"; readonly requests: readonly Sending[] }
	/** Nothing may be sent before this time, unless an answer comes. */
	| { readonly kind: "wait"; readonly until: number }
	/** Answers are to come before anything is to be sent. */
	| { readonly kind: "listen" }
	| { readonly kind: "done" };

/** What was found for a paper. */
export interface Outcome {
	readonly id: string;
	readonly match: Match;
	/** There when a record was taken. */
	readonly record?: FoundRecord;
	/** Whether nothing more will be asked for it. */
	readonly isFinished: boolean;
}

/** What became of one catalogue. */
export interface CatalogueReport {
	readonly name: CatalogueName;
	readonly requests: number;
	readonly isGivenUp: boolean;
	/** The first problems with its answers. */
	readonly problems: readonly Problem[];
}

/** Problems kept of one catalogue. */
const mostProblems = 50;

export class LookupPlan {
	readonly #lanes: readonly Lane[];
	readonly #pursuits: ReadonlyMap<string, Pursuit>;
	readonly #problems = new Map<CatalogueName, Problem[]>();
	readonly #underWay = new Map<number, { readonly lane: Lane; readonly task: Task }>();
	readonly #mostRequests: number;
	#sent = 0;
	#lastId = 0;
	#isCancelled = false;
	/** Whether an answer came over the network. */
	#wasAnswered = false;
	#open: readonly Catalogue[] = [];

	constructor(papers: readonly Wanted[], options: PlanOptions = {}) {
		const { catalogues, withKey, refused, mostRequests = 20 + 10 * papers.length } = options;
		const allowed =
			catalogues?.flatMap(name => allCatalogues.find(one => one.name === name) ?? []) ?? allCatalogues;
		this.#lanes = [...new Set(allowed)].map(one => new Lane(one, withKey?.has(one.name) === true));
		this.#pursuits = new Map(
			papers.map(paper => [paper.id, new Pursuit(paper, refused?.get(paper.id) ?? new Set())]),
		);
		this.#mostRequests = mostRequests;
	}

	/** Requests sent so far. */
	get sent(): number {
		return this.#sent;
	}

	/** What to do at this time. Requests that it names count as sent. */
	next(now: number): PlanStep {
		if (this.#isCancelled) return { kind: "done" };
		const requests = this.#lanes.flatMap(lane => this.#sendingOf(lane, now) ?? []);
		if (requests.length > 0) return { kind: "send", requests };
		const isOpen = this.#sent < this.#mostRequests;
		const waiting = this.#lanes.filter(lane => isOpen && !lane.isGivenUp && this.#hasWork(lane));
		const times = waiting.flatMap(lane => lane.opens ?? []);
		if (times.length > 0) return { kind: "wait", until: Math.min(...times) };
		return this.#underWay.size > 0 ? { kind: "listen" } : { kind: "done" };
	}

	/**
	 * Takes an answer; whether it is one that may be kept for the next time. One to a request that is not known, or no
	 * longer, is passed over. An answer that was kept is told as such: nothing was sent for it, and nothing waits for it.
	 */
	answered(id: number, answer: Answer, now: number, isKept = false): boolean {
		const found = this.#take(id);
		if (!found) return false;
		const { lane, task } = found;
		if (isKept) {
			lane.recall();
			this.#sent--;
		} else this.#wasAnswered = true;
		const reading = lane.catalogue.read(answer);
		this.#report(lane, reading.problems);
		if (reading.isBusy || isBusyStatus(answer.status) || answer.status === 403)
			lane.fail(task, answer.headers, now);
		else if (answer.status === 401) {
			lane.refuse();
			lane.giveUp();
		} else if (answer.status >= 400 && answer.status !== 404 && task.asked.length > 1) {
			// One identifier that the catalogue does not bear spoils the whole request.
			lane.refuse();
			const half = Math.ceil(task.asked.length / 2);
			lane.add(partOf(task, task.asked.slice(0, half)), partOf(task, task.asked.slice(half)));
		} else {
			lane.succeed(answer, now);
			for (const paper of task.papers) this.#pursuits.get(paper)?.offer(reading.candidates);
			this.#follow(lane, task, reading.leads);
			return answer.status < 300;
		}
		return false;
	}

	/**
	 * Takes note that no answer came: the connection was refused, reset or too slow. One for which there was no network is
	 * not tried again, unless another was answered before: then it may be back in a moment.
	 */
	failed(id: number, now: number, isOffline = false): void {
		const found = this.#take(id);
		if (!found) return;
		const { lane, task } = found;
		if (isOffline && !this.#wasAnswered) {
			lane.refuse();
			lane.giveUp();
		} else lane.fail(task, {}, now);
	}

	/** Ends the plan. What was found is kept; answers that still come are not wanted. */
	cancel(): void {
		this.#isCancelled = true;
		this.#underWay.clear();
	}

	outcomes(): readonly Outcome[] {
		const busy = this.#busyPapers();
		return Array.from(this.#pursuits, ([id, pursuit]) => ({
			id,
			match: pursuit.match,
			...(pursuit.record && { record: pursuit.record }),
			isFinished: this.#isCancelled || (!busy.has(id) && this.#questionOf(pursuit) === undefined),
		}));
	}

	reports(): readonly CatalogueReport[] {
		return this.#lanes.map(({ catalogue: { name }, sent, isGivenUp }) => ({
			name,
			requests: sent,
			isGivenUp,
			problems: this.#problems.get(name) ?? [],
		}));
	}

	#sendingOf(lane: Lane, now: number): Sending | undefined {
		if (!lane.isFree(now) || this.#sent >= this.#mostRequests) return undefined;
		if (lane.waiting.length === 0) lane.add(...this.#tasksFor(lane));
		const taken = lane.take();
		if (!taken) return undefined;
		lane.begin(now);
		this.#sent++;
		const id = this.#lastId++;
		this.#underWay.set(id, { lane, task: taken.task });
		return { id, catalogue: lane.catalogue.name, request: taken.request };
	}

	#hasWork(lane: Lane): boolean {
		return lane.waiting.length > 0 || this.#questionsFor(lane).length > 0;
	}

	/** All that is to be asked of a catalogue now, by identifiers before by words. */
	#tasksFor(lane: Lane): readonly Task[] {
		const questions = this.#questionsFor(lane);
		const tasks = (["identifier", "title", "abstract"] as const).map((by): Task => {
			const asked = questions.filter(({ question }) => question.by === by);
			for (const { pursuit, question } of asked) pursuit.markAsked(question);
			const papers = asked.map(({ pursuit }) => pursuit.wanted.id);
			return { by, asked: asked.map(({ question }) => question.asked), papers, tries: 0 };
		});
		return tasks.filter(({ papers }) => papers.length > 0);
	}

	/** The papers that wait for nothing else, and whose next question goes to this catalogue. */
	#questionsFor(lane: Lane): readonly { readonly pursuit: Pursuit; readonly question: Question }[] {
		const busy = this.#busyPapers();
		return [...this.#pursuits.values()].flatMap(pursuit => {
			const question = busy.has(pursuit.wanted.id) ? undefined : this.#questionOf(pursuit);
			return question?.catalogue === lane.catalogue.name ? [{ pursuit, question }] : [];
		});
	}

	#questionOf(pursuit: Pursuit): Question | undefined {
		const open = this.#lanes.filter(lane => !lane.isGivenUp);
		// The same list while the same are open, so that what a paper is to be asked for is worked out once.
		if (open.length !== this.#open.length) this.#open = open.map(({ catalogue }) => catalogue);
		return pursuit.question(this.#open);
	}

	#busyPapers(): ReadonlySet<string> {
		const tasks = [...this.#underWay.values()].map(({ task }) => task);
		return new Set([...tasks, ...this.#lanes.flatMap(({ waiting }) => waiting)].flatMap(({ papers }) => papers));
	}

	/** Asks for the records of works that a search found, for the papers that it was made for. */
	#follow(lane: Lane, task: Task, leads: readonly Identity[]): void {
		if (leads.length === 0) return;
		const nobody = { title: "", abstract: "", authors: [] };
		const asked = leads.map((lead, i): Wanted => ({ ...nobody, ...lead, id: `lead ${i}` }));
		lane.add({ by: "identifier", asked, papers: task.papers, tries: 0 });
	}

	#take(id: number): { readonly lane: Lane; readonly task: Task } | undefined {
		const found = this.#underWay.get(id);
		this.#underWay.delete(id);
		return found;
	}

	#report({ catalogue: { name } }: Lane, problems: readonly Problem[]): void {
		const known = this.#problems.get(name) ?? [];
		this.#problems.set(name, [...known, ...problems].slice(0, mostProblems));
	}
}
