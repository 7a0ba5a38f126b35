// What the person and the open document do with papers: read, starred, cited. The library tells the engine of it, which
// answers `is:` and `key:` by it.

import type { PaperStates as ToldStates } from "../core/shelf";
import type { Annotations, Mark } from "./annotations";

/** The papers that a document cites. */
export interface CitedPapers {
	/** The name of the document's file; nothing when none is open that could cite. */
	readonly document: string | undefined;
	/** Citation keys by the ids of papers. */
	readonly keys: ReadonlyMap<string, readonly string[]>;
}

export interface PaperStatesNeeds {
	readonly annotations: Annotations;
	/** Every id by which a paper is known, its own first. */
	readonly idsOf: (id: string) => readonly string[];
	/** Hears of the papers whose states changed. */
	readonly changed: (ids: readonly string[]) => void;
}

export class PaperStates {
	readonly #needs: PaperStatesNeeds;
	#cited: CitedPapers = { document: undefined, keys: new Map() };

	constructor(needs: PaperStatesNeeds) {
		this.#needs = needs;
	}

	has(mark: Mark, id: string): boolean {
		return this.#needs.annotations.has(mark, this.#needs.idsOf(id));
	}

	/** Marks papers, or takes their mark away. */
	mark(mark: Mark, ids: readonly string[], isOn: boolean): void {
		const { annotations, idsOf } = this.#needs;
		this.#changed(ids.filter(id => annotations.set(mark, idsOf(id), isOn)));
	}

	/** The citation keys by which the open document cites a paper. */
	keysOf(id: string): readonly string[] {
		return this.#needs.idsOf(id).flatMap(each => this.#cited.keys.get(each) ?? []);
	}

	/** The name of the open document, when it cites the paper. */
	citedIn(id: string): string | undefined {
		return this.keysOf(id).length > 0 ? this.#cited.document : undefined;
	}

	/** The papers that the open document cites. */
	get cited(): readonly string[] {
		return [...this.#cited.keys.keys()];
	}

	setCited(cited: CitedPapers): void {
		const before = this.#cited.keys;
		this.#cited = cited;
		const ids = new Set([...before.keys(), ...cited.keys.keys()]);
		this.#changed([...ids].filter(id => String(before.get(id)) !== String(cited.keys.get(id))));
	}

	/** All of it, as the engine is told. */
	get told(): ToldStates {
		const { annotations } = this.#needs;
		return {
			read: annotations.ids("read"),
			starred: annotations.ids("starred"),
			cited: Object.fromEntries(this.#cited.keys),
		};
	}

	#changed(ids: readonly string[]): void {
		if (ids.length > 0) this.#needs.changed(ids);
	}
}
