// The works of the shelf: made anew when digests came, changed or went and somebody asks, and handed out so that what
// the editor knows already is not sent again.

import type { IssuedDate, Paper } from "../core/paper";
import type { Place, ShelfWork } from "../core/shelf";
import { WorkFinder } from "../core/works/finder";
import { Works, type Work } from "../core/works/works";
import type { WorksPage } from "./protocol";

/** What the shelf keeps of a digest. */
export interface ShelfDigest {
	readonly name: string;
	readonly date?: IssuedDate;
	readonly papers: readonly Paper[];
}

/** What a new look at the digests changed. */
export interface WorksChange {
	readonly changed: readonly Work[];
	/** The ids of the papers that are no more. */
	readonly gone: readonly string[];
}

/** Ids in one message: small, but not without limit. */
const mostIds = 5000;

/** Letters of abstracts in one message, after which it is full: long ones take as much time as many. */
const mostLetters = 200_000;

export class ShelfWorks {
	readonly #digests = new Map<string, ShelfDigest>();
	readonly #listener: (change: WorksChange) => void;
	#works = new Works();
	#list: readonly Work[] = [];
	/** In which revision each work came or changed. */
	#revisions = new WeakMap<Work, number>();
	#revision = 0;
	#isStale = false;
	#finder: WorkFinder<Work> | undefined;

	/** `listener` hears of each change once it is made. */
	constructor(listener: (change: WorksChange) => void) {
		this.#listener = listener;
	}

	/** Whether digests changed since the works were made. */
	get isStale(): boolean {
		return this.#isStale;
	}

	/** The works in the order of the digests. */
	get list(): readonly Work[] {
		this.refresh();
		return this.#list;
	}

	get digests(): Iterable<ShelfDigest> {
		return this.#digests.values();
	}

	digest(source: string): ShelfDigest | undefined {
		return this.#digests.get(source);
	}

	/** Sets or removes a digest. A digest that changed keeps its place among the others. */
	put(source: string, digest: ShelfDigest | undefined): undefined {
		if (digest) this.#digests.set(source, digest);
		else this.#digests.delete(source);
		this.#isStale = true;
	}

	/** Puts the digests in the order of these sources. */
	arrange(sources: readonly string[]): undefined {
		const before = [...this.#digests.keys()];
		const after = [...new Set([...sources.filter(source => this.#digests.has(source)), ...before])];
		if (after.every((source, i) => source === before[i])) return;
		const digests = after.map(source => [source, this.#digests.get(source)] as const);
		this.#digests.clear();
		for (const [source, digest] of digests) if (digest) this.#digests.set(source, digest);
		this.#isStale = true;
	}

	/** The work with an id, which may be any by which it is known. */
	get(id: string): Work | undefined {
		this.refresh();
		return this.#works.get(id);
	}

	/** The work that a paper, which need not be on the shelf, is a record of. */
	find(paper: Paper): Work | undefined {
		this.refresh();
		this.#finder ??= this.#makeFinder();
		return this.#finder.find(paper);
	}

	/** The works from `start` on: whole ones up to `count`, and only the ids of those that did not change after `since`. */
	page(start: number, count: number, since: number): WorksPage {
		const { list } = this;
		const works: (ShelfWork | string)[] = [];
		let [whole, letters] = [0, 0];
		for (let i = start; i < list.length && works.length < mostIds; i++) {
			if (whole >= count || letters > mostLetters) break;
			const work = list[i];
			if (!work) break;
			const isKnown = (this.#revisions.get(work) ?? 0) <= since;
			works.push(isKnown ? work.paper.id : shelfWork(work));
			if (!isKnown) {
				whole++;
				letters += work.paper.abstract.length;
			}
		}
		return { total: list.length, revision: this.#revision, works };
	}

	/** Makes the works anew when digests changed. */
	refresh(): void {
		if (!this.#isStale) return;
		this.#isStale = false;
		const before = this.#works;
		this.#works = new Works(
			Array.from(this.#digests, ([source, { papers }]) => [source, papers] as const),
			before,
		);
		this.#list = [...this.#works.all];
		this.#finder = undefined;
		this.#revision++;
		const changed = this.#list.filter(work => !this.#revisions.has(work));
		for (const work of changed) this.#revisions.set(work, this.#revision);
		const now = new Set(this.#list.map(({ paper }) => paper.id));
		const gone = Array.from(before.all, ({ paper }) => paper.id).filter(id => !now.has(id));
		this.#listener({ changed, gone });
	}

	#makeFinder(): WorkFinder<Work> {
		const finder = new WorkFinder<Work>();
		for (const work of this.list) for (const { paper } of work.records) finder.add(work, paper);
		return finder;
	}
}

function shelfWork({ paper, ids, records }: Work): ShelfWork {
	const places = records.map(({ source, place, paper: { announced } }): Place => ({
		source,
		place,
		...(announced && { announced }),
	}));
	return { paper, ids, places };
}
