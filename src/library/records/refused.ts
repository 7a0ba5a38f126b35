// Records that a person has said are not a paper's: they are never taken for it, and never offered again.

import type * as vscode from "vscode";

const key = "records.refused";

/** Papers for which refusals are remembered; the oldest go first. */
const mostPapers = 5000;

export class RefusedRecords {
	readonly #memento: vscode.Memento;

	constructor(memento: vscode.Memento) {
		this.#memento = memento;
	}

	/** For each of these ids of papers the ids of the records that were refused. */
	of(ids: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
		const all = this.#all;
		return new Map(ids.flatMap(id => (all.has(id) ? [[id, new Set(all.get(id))] as const] : [])));
	}

	async add(id: string, records: readonly string[]): Promise<void> {
		const all = this.#all;
		const known = all.get(id) ?? [];
		all.delete(id);
		all.set(id, [...new Set([...known, ...records])]);
		await this.#memento.update(key, Object.fromEntries([...all].slice(-mostPapers)));
	}

	async forget(): Promise<void> {
		await this.#memento.update(key, undefined);
	}

	get #all(): Map<string, readonly string[]> {
		const stored = this.#memento.get<unknown>(key);
		const entries = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
		return new Map(
			entries.map(([id, records]) => [
				id,
				Array.isArray(records) ? records.filter(one => typeof one === "string") : [],
			]),
		);
	}
}
