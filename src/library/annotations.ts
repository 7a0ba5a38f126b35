// What a person noted about papers: which they starred and which they have read. Kept for the person, and synchronised
// with their settings where the editor does that.

import type * as vscode from "vscode";

/** What may be noted. */
export type Mark = "read" | "starred";

const key = (mark: Mark) => `papers.${mark}`;

/** Marks by the ids of papers. A paper has a mark when any id by which it is known has it: better records change ids. */
export class Annotations {
	readonly #memento: vscode.Memento;
	readonly #marked: Record<Mark, Set<string>>;

	constructor(memento: vscode.Memento & { setKeysForSync?: (keys: readonly string[]) => void }) {
		this.#memento = memento;
		memento.setKeysForSync?.([key("read"), key("starred")]);
		this.#marked = { read: this.#stored("read"), starred: this.#stored("starred") };
	}

	has(mark: Mark, ids: readonly string[]): boolean {
		return ids.some(id => this.#marked[mark].has(id));
	}

	/** Sets or takes away a mark of the paper with these ids, its own first; whether that changed something. */
	set(mark: Mark, ids: readonly string[], isOn: boolean): boolean {
		// Another window may have marked papers since.
		const marked = this.#stored(mark);
		this.#marked[mark] = marked;
		if (this.has(mark, ids) === isOn) return false;
		for (const id of ids) marked.delete(id);
		const [own] = ids;
		if (isOn && own !== undefined) marked.add(own);
		void this.#memento.update(key(mark), [...marked].sort());
		return true;
	}

	/** All ids that have a mark. */
	ids(mark: Mark): readonly string[] {
		return [...this.#marked[mark]];
	}

	#stored(mark: Mark): Set<string> {
		const stored = this.#memento.get<unknown>(key(mark));
		return new Set(Array.isArray(stored) ? stored.filter(id => typeof id === "string") : []);
	}
}
