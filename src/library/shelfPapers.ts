// The papers of the shelf as the editor's side holds them: each once, known by every id of its records, with its places.

import type { Paper } from "../core/paper";
import type { Place, ShelfWork } from "../core/shelf";
import type { Ask } from "../engine/engine";

/** Papers in one message: some 200 KB, taken in by the editor's thread in 2 to 4 ms. */
const pageSize = 100;

/** What changed on the shelf, as ids of papers. All are empty when only topics changed. */
export interface LibraryChange {
	readonly added: readonly string[];
	/** Papers that changed, or that came into another digest or left one. */
	readonly changed: readonly string[];
	readonly removed: readonly string[];
	/** Papers that were starred, read or cited, or are no more; nothing else changed then. */
	readonly marked: readonly string[];
}

export class ShelfPapers {
	/** By id, in the order of the digests. */
	readonly papers: ReadonlyMap<string, Paper>;
	readonly #works: ReadonlyMap<string, ShelfWork>;
	/** The paper's own id for each id by which it is known. */
	readonly #ids: ReadonlyMap<string, string>;
	readonly #bySource: ReadonlyMap<string, readonly Paper[]>;
	readonly #revision: number;

	constructor({ papers, works, ids, bySource, revision }: Taken = new Taken(0)) {
		this.papers = papers;
		this.#works = works;
		this.#ids = ids;
		this.#bySource = bySource;
		this.#revision = revision;
	}

	/** A paper by any id by which it is known. */
	paper(id: string): Paper | undefined {
		return this.papers.get(this.idOf(id));
	}

	/** The own id of the paper that is known by an id; the id itself when there is none. */
	idOf(id: string): string {
		return this.papers.has(id) ? id : (this.#ids.get(id) ?? id);
	}

	/** Every id by which a paper is known. */
	idsOf(id: string): readonly string[] {
		return this.#works.get(this.idOf(id))?.ids ?? [];
	}

	/** Where a paper stands, in the order of the digests. */
	placesOf(id: string): readonly Place[] {
		return this.#works.get(this.idOf(id))?.places ?? [];
	}

	/** Whether every digest that has a paper announces it in one of these ways. */
	isAnnouncedAs(id: string, announcements: readonly string[]): boolean {
		const places = this.placesOf(id);
		return places.length > 0 && places.every(({ announced = "" }) => announcements.includes(announced));
	}

	/** The papers of a digest in its order. */
	papersIn(source: string): readonly Paper[] {
		return this.#bySource.get(source) ?? [];
	}

	/**
	 * The papers as the engine has them now, in pages that keep the editor's thread free. What did not change stays the
	 * same object. Of an engine that was started anew everything is asked for.
	 */
	async renewed(ask: Ask, isNewEngine: boolean): Promise<ShelfPapers> {
		const since = isNewEngine ? 0 : this.#revision;
		const taken = new Taken(since);
		for (let start = 0, total = 1; start < total;) {
			const page = await ask("works", { start, count: pageSize, since });
			if (!page || page.works.length === 0) break;
			for (const work of page.works) {
				const known = this.#works.get(typeof work === "string" ? work : work.paper.id);
				const now = typeof work === "string" ? known : unchanged(known, work);
				if (now) taken.add(now);
			}
			start += page.works.length;
			total = page.total;
			taken.revision = page.revision;
		}
		taken.finish();
		return new ShelfPapers(taken);
	}

	changeTo(after: ShelfPapers): LibraryChange {
		const [old, now] = [this.#works, after.#works];
		const added: string[] = [];
		const changed: string[] = [];
		for (const [id, work] of now) {
			const known = old.get(id);
			if (!known) added.push(id);
			else if (known !== work) changed.push(id);
		}
		return { added, changed, removed: [...old.keys()].filter(id => !now.has(id)), marked: [] };
	}
}

/** What was taken in of the shelf so far. */
class Taken {
	readonly papers = new Map<string, Paper>();
	readonly works = new Map<string, ShelfWork>();
	readonly ids = new Map<string, string>();
	readonly bySource = new Map<string, Paper[]>();
	revision: number;

	constructor(revision: number) {
		this.revision = revision;
	}

	add(work: ShelfWork): void {
		const { paper, ids, places } = work;
		this.papers.set(paper.id, paper);
		this.works.set(paper.id, work);
		for (const id of ids) if (!this.ids.has(id)) this.ids.set(id, paper.id);
		for (const { source, place } of places) {
			const papers = this.bySource.get(source) ?? [];
			papers[place - 1] = paper;
			this.bySource.set(source, papers);
		}
	}

	/** Every digest's papers without gaps. */
	finish(): void {
		for (const [source, papers] of this.bySource) this.bySource.set(source, Object.values(papers));
	}
}

/** The work that is known, or its paper, when nothing of it changed. */
function unchanged(known: ShelfWork | undefined, work: ShelfWork): ShelfWork {
	if (!known) return work;
	const paper = areEqual(known.paper, work.paper) ? known.paper : work.paper;
	const now = { ...work, paper };
	return areEqual(known, now) ? known : now;
}

/** Whether two objects of plain data have equal fields, in whatever order; most are texts or the same objects. */
function areEqual<T extends object>(a: T, b: T): boolean {
	const keys = Object.keys(a) as (keyof T)[];
	return (
		keys.length === Object.keys(b).length &&
		keys.every(key => a[key] === b[key] || JSON.stringify(a[key]) === JSON.stringify(b[key]))
	);
}
