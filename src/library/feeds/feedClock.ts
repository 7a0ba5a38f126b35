// Fetches feeds by themselves, when the person switched that on: the ones that are due, one window for all.

import * as vscode from "vscode";
import { dueAt } from "../../core/feeds/schedule";
import { DisposableStore } from "../../host/disposables";
import { onDidChangeSetting, setting } from "../../host/settings";
import type { FetchSummary, Feeds } from "./feeds";
import type { StatedFeed } from "./feedStates";

/** Nothing is asked while the editor starts. */
const firstMs = 15_000;

/** Somebody who changes a setting may go on. */
const settledMs = 2000;

/** The longest time between two looks at what is due: clocks sleep with the computer. */
const longestMs = 30 * 60_000;

export interface FeedClockNeeds {
	readonly feeds: Feeds;
	readonly log: vscode.LogOutputChannel;
	/** Hears of what came by itself. */
	readonly onFetched: (summary: FetchSummary) => void;
}

export class FeedClock implements vscode.Disposable {
	readonly #needs: FeedClockNeeds;
	readonly #store = new DisposableStore();
	readonly #ending = new AbortController();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(needs: FeedClockNeeds) {
		this.#needs = needs;
		this.#store.add(onDidChangeSetting(["fetchFeeds", "feeds"], () => this.#set(settledMs)));
		this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#set(settledMs)));
		this.#set(firstMs);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#ending.abort();
		this.#store.dispose();
	}

	#set(milliseconds: number): void {
		clearTimeout(this.#timer);
		if (this.#ending.signal.aborted || setting("fetchFeeds") === "onRequest") return;
		this.#timer = setTimeout(() => void this.#look(), milliseconds);
	}

	/** Fetches what is due. Nobody asked for it: what goes wrong is written into the log. */
	async #look(): Promise<void> {
		try {
			await this.#fetchDue();
		} catch (error) {
			if (!(error instanceof vscode.CancellationError)) this.#needs.log.warn(`Feeds: ${String(error)}`);
		}
		this.#set(longestMs);
	}

	async #fetchDue(): Promise<void> {
		const { feeds, onFetched } = this.#needs;
		if (!vscode.workspace.isTrusted || feeds.isFetching) return;
		const isDue = ({ state }: StatedFeed): boolean =>
			(dueAt(state, setting("fetchFeeds")) ?? Infinity) <= Date.now();
		// Asked again when it is the turn of this window: another one may have fetched them meanwhile.
		if (!(await feeds.list()).some(isDue)) return;
		onFetched(await feeds.fetch({ isWanted: isDue, signal: this.#ending.signal }));
	}
}
