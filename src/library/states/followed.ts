// The papers that followed words, authors and venues bring: the queries of the setting `citeshelf.follow`.

import type * as vscode from "vscode";
import type { TextRange } from "../../core/paper";
import type { FollowedPapers } from "../../core/shelf";
import { guarded } from "../../host/commands";
import { onDidChangeSetting, setting } from "../../host/settings";

export interface FollowedNeeds {
	/** Asks the engine, once everything is indexed. */
	readonly ask: (queries: readonly string[]) => Promise<readonly FollowedPapers[] | undefined>;
	/** Hears of the papers that are followed now, or were before. */
	readonly changed: (ids: readonly string[]) => void;
	readonly log: vscode.LogOutputChannel;
}

/** Why a paper is among the followed ones. */
export interface Following {
	readonly queries: readonly string[];
	/** Ranges of the followed words in the plain form of the title. */
	readonly titleMarks: readonly TextRange[];
}

export class Followed implements vscode.Disposable {
	readonly #needs: FollowedNeeds;
	readonly #listening: vscode.Disposable;
	#papers: ReadonlyMap<string, Following> = new Map();
	/** Goes up with each run: an answer that came late counts no more. */
	#run = 0;

	constructor(needs: FollowedNeeds) {
		this.#needs = needs;
		this.#listening = onDidChangeSetting(["follow"], () => this.renew());
	}

	/** By the ids of papers, those of the first query first. */
	get papers(): ReadonlyMap<string, Following> {
		return this.#papers;
	}

	/** Looks anew: the shelf or the setting changed. */
	renew(): void {
		void guarded(this.#needs.log, () => this.#renew());
	}

	dispose(): void {
		this.#run++;
		this.#listening.dispose();
	}

	async #renew(): Promise<void> {
		const run = ++this.#run;
		const queries = [...new Set(setting("follow").map(query => query.trim()))].filter(query => query !== "");
		if (queries.length === 0 && this.#papers.size === 0) return;
		const found = queries.length === 0 ? [] : ((await this.#needs.ask(queries)) ?? []);
		if (run !== this.#run) return;
		const papers = new Map<string, Following>();
		for (const { query, papers: brought } of found) {
			for (const { id, titleMarks } of brought) {
				const known = papers.get(id) ?? { queries: [], titleMarks: [] };
				papers.set(id, {
					queries: [...known.queries, query],
					titleMarks: known.titleMarks.length > 0 ? known.titleMarks : titleMarks,
				});
			}
		}
		const before = this.#papers;
		this.#papers = papers;
		const ids = [...new Set([...before.keys(), ...papers.keys()])];
		const changed = ids.filter(id => String(before.get(id)?.queries) !== String(papers.get(id)?.queries));
		if (changed.length > 0) this.#needs.changed(changed);
	}
}
