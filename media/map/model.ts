// What the map shows: its papers, what they are narrowed down to, and which one is looked at. Papers are known by number.

import type { FoundPoint, MapMarks, MapPaper } from "../../src/core/map/protocol";
import { densestPlace } from "../../src/core/map/view/captions";
import { isInside, type Point } from "../../src/core/map/view/shapes";

/** Days since 1970, both of them within. */
export interface DayRange {
	readonly from: number;
	readonly to: number;
}

/** A topic with the papers that search and dates leave of it. */
export interface TopicPlace {
	readonly topic: number;
	readonly numbers: readonly number[];
	/** Where most of them lie close together. */
	readonly place: Point;
}

/** What is shown, made once for each change of what it is narrowed down to. */
interface Narrowed {
	/** 1 for the papers that are shown. */
	readonly isShown: Uint8Array;
	readonly count: number;
	/** In the order of the topics, papers without one last. */
	readonly topics: readonly TopicPlace[];
}

export class MapModel {
	papers: readonly MapPaper[] = [];
	topics: readonly string[] = [];
	/** The paper that is looked at; -1 for none. */
	current = -1;
	hovered = -1;
	query = "";
	readonly chosen = new Set<number>();
	#topic: number | undefined;
	#range: DayRange | undefined;
	#scores: ReadonlyMap<number, number> | undefined;
	#narrowed: Narrowed | undefined;
	#numbers: ReadonlyMap<string, number> = new Map();
	#byTopic: ReadonlyMap<number, readonly number[]> = new Map();

	/** Takes in another shelf; what is looked at and chosen stays where it is still there. */
	setShelf(papers: readonly MapPaper[], topics: readonly string[]): void {
		const current = this.papers[this.current]?.id;
		const chosen = this.chosenIds;
		const topic = this.topic === undefined ? undefined : this.topics[this.topic];
		this.papers = papers;
		this.topics = topics;
		this.#numbers = new Map(papers.map(({ id }, number) => [id, number]));
		const byTopic = new Map<number, number[]>();
		for (const [number, paper] of papers.entries()) {
			const own = byTopic.get(paper.topic) ?? [];
			own.push(number);
			byTopic.set(paper.topic, own);
		}
		this.#byTopic = byTopic;
		this.current = this.numberOf(current);
		this.hovered = -1;
		this.#scores = undefined;
		this.#narrowed = undefined;
		if (topic !== undefined) this.topic = topics.includes(topic) ? topics.indexOf(topic) : undefined;
		this.choose(chosen.map(id => this.numberOf(id)).filter(number => number >= 0));
	}

	setMarks(marks: readonly (MapMarks & { readonly id: string })[]): void {
		const changed = new Map(
			marks.map(({ id, isRead, isStarred, isCited }) => [id, { isRead, isStarred, isCited }]),
		);
		this.papers = this.papers.map(paper => {
			const now = changed.get(paper.id);
			return now ? { ...paper, marks: now } : paper;
		});
	}

	/** Shows what a search found; nothing found is something else than no search. */
	setFound(found: readonly FoundPoint[] | undefined): void {
		this.#scores = found && new Map(found.map(({ id, score }) => [this.numberOf(id), score]));
		this.#narrowed = undefined;
	}

	/** The topic to which the map is narrowed down; -1 is that of papers without one. */
	get topic(): number | undefined {
		return this.#topic;
	}

	set topic(topic: number | undefined) {
		this.#topic = topic;
		this.#narrowed = undefined;
	}

	get range(): DayRange | undefined {
		return this.#range;
	}

	set range(range: DayRange | undefined) {
		this.#range = range;
		this.#narrowed = undefined;
	}

	numberOf(id: string | undefined): number {
		return id === undefined ? -1 : (this.#numbers.get(id) ?? -1);
	}

	get isSearching(): boolean {
		return this.#scores !== undefined;
	}

	/** How well a paper fits the search, up to 1; nothing without a search. */
	scoreOf(number: number): number | undefined {
		return this.#scores && (this.#scores.get(number) ?? 0);
	}

	/** Whether a paper is among those to which the map is narrowed down. */
	isShown(number: number): boolean {
		return this.#shown.isShown[number] === 1;
	}

	get shownCount(): number {
		return this.#shown.count;
	}

	/** What search and dates leave of the topics; the topic to which the map is narrowed down is one of them. */
	get topicPlaces(): readonly TopicPlace[] {
		return this.#shown.topics;
	}

	get isNarrowed(): boolean {
		return this.isSearching || this.topic !== undefined || this.range !== undefined || this.chosen.size > 0;
	}

	get #shown(): Narrowed {
		return (this.#narrowed ??= this.#narrow());
	}

	#narrow(): Narrowed {
		const fits = Uint8Array.from(this.papers, (paper, number) => Number(this.#fits(paper, number)));
		const isShown = fits.map((each, number) => (this.#isInTopic(number) ? each : 0));
		const topics = [...this.topics.keys(), -1].flatMap((topic): TopicPlace[] => {
			const numbers = (this.#byTopic.get(topic) ?? []).filter(number => fits[number] === 1);
			const place = densestPlace(numbers.flatMap(number => this.papers[number] ?? []));
			return place ? [{ topic, numbers, place }] : [];
		});
		return { isShown, count: isShown.reduce((sum, each) => sum + each, 0), topics };
	}

	#isInTopic(number: number): boolean {
		return this.#topic === undefined || this.papers[number]?.topic === this.#topic;
	}

	#fits({ day }: MapPaper, number: number): boolean {
		if (this.#scores && !this.#scores.has(number)) return false;
		if (!this.#range) return true;
		return day !== undefined && day >= this.#range.from && day <= this.#range.to;
	}

	choose(numbers: Iterable<number>): void {
		this.chosen.clear();
		for (const number of numbers) this.chosen.add(number);
	}

	/** Chooses the shown papers inside a line of the map. */
	chooseInside(line: readonly Point[]): void {
		this.choose(
			this.papers.flatMap((paper, number) => (this.isShown(number) && isInside(paper, line) ? [number] : [])),
		);
	}

	toggleChosen(number: number): void {
		if (!this.chosen.delete(number)) this.chosen.add(number);
	}

	get chosenIds(): readonly string[] {
		return [...this.chosen].flatMap(number => this.papers[number]?.id ?? []);
	}
}
