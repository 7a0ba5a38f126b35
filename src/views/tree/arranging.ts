// How the tree is grouped and sorted: chosen from a list or a menu, and remembered in the workspace.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import {
	defaultArrangement,
	groupings,
	orders,
	type Arrangement,
	type GroupBy,
	type SortBy,
} from "../../core/grouping/group";
import { register } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";

const storedAs = "tree.arrangement";

export interface ArrangingNeeds {
	readonly log: vscode.LogOutputChannel;
	/** Where the choice is remembered. */
	readonly memento: vscode.Memento;
	readonly changed: () => void;
}

interface Choice extends vscode.QuickPickItem {
	readonly change?: Partial<Arrangement>;
}

export class Arranging implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #needs: ArrangingNeeds;
	#current: Arrangement;

	constructor(needs: ArrangingNeeds) {
		this.#needs = needs;
		this.#current = stored(needs.memento);
		this.#store.add(register(commands.groupPapers, needs.log, () => this.#choose()));
		for (const by of groupings) {
			this.#store.add(register(groupCommands[by], needs.log, () => this.change({ by })));
		}
		for (const sort of orders) {
			this.#store.add(register(sortCommands[sort], needs.log, () => this.change({ sort })));
		}
	}

	get current(): Arrangement {
		return this.#current;
	}

	/** What the tree says of its arrangement beside its title; nothing of the usual one. */
	get description(): string {
		const { by, sort } = this.#current;
		const said = [
			...(by === defaultArrangement.by ? [] : [groupTitles()[by].said]),
			...(sort === defaultArrangement.sort ? [] : [sortTitles()[sort].said]),
		];
		return said.join(", ");
	}

	change(change: Partial<Arrangement>): void {
		const next = { ...this.#current, ...change };
		if (next.by === this.#current.by && next.sort === this.#current.sort) return;
		this.#current = next;
		void this.#needs.memento.update(storedAs, next);
		this.#needs.changed();
	}

	dispose(): void {
		this.#store.dispose();
	}

	async #choose(): Promise<void> {
		const [groups, sorts] = [groupTitles(), sortTitles()];
		const { by: isBy, sort: isSort } = this.#current;
		const rows: Choice[] = [
			separator(vscode.l10n.t("Group by")),
			...groupings.map(by => row(groups[by].title, { by }, by === isBy)),
			separator(vscode.l10n.t("Sort by")),
			...orders.map(sort => row(sorts[sort].title, { sort }, sort === isSort)),
		];
		const title = vscode.l10n.t("Group and sort papers");
		const chosen = await vscode.window.showQuickPick(rows, { title, matchOnDescription: true });
		if (chosen?.change) this.change(chosen.change);
	}
}

function separator(label: string): Choice {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}

function row(label: string, change: Partial<Arrangement>, isCurrent: boolean): Choice {
	return { label, change, ...(isCurrent && { description: vscode.l10n.t("now") }) };
}

function stored(memento: vscode.Memento): Arrangement {
	const value = memento.get<Partial<Arrangement>>(storedAs);
	const by = groupings.find(each => each === value?.by) ?? defaultArrangement.by;
	return { by, sort: orders.find(each => each === value?.sort) ?? defaultArrangement.sort };
}

interface Title {
	readonly title: string;
	readonly said: string;
}

function groupTitles(): Readonly<Record<GroupBy, Title>> {
	return {
		topic: { title: vscode.l10n.t("Topic"), said: "" },
		date: { title: vscode.l10n.t("Date"), said: vscode.l10n.t("by date") },
		digest: { title: vscode.l10n.t("Digest"), said: vscode.l10n.t("by digest") },
		author: { title: vscode.l10n.t("Author"), said: vscode.l10n.t("by author") },
		venue: { title: vscode.l10n.t("Journal or conference"), said: vscode.l10n.t("by journal or conference") },
		method: { title: vscode.l10n.t("Method and kind of data"), said: vscode.l10n.t("by method and data") },
		state: { title: vscode.l10n.t("Reading state"), said: vscode.l10n.t("by reading state") },
		none: { title: vscode.l10n.t("Nothing: one list"), said: vscode.l10n.t("one list") },
	};
}

function sortTitles(): Readonly<Record<SortBy, Title>> {
	return {
		digest: { title: vscode.l10n.t("Order of the digests"), said: "" },
		title: { title: vscode.l10n.t("Title"), said: vscode.l10n.t("sorted by title") },
		year: { title: vscode.l10n.t("Date, newest first"), said: vscode.l10n.t("newest first") },
		author: { title: vscode.l10n.t("First author"), said: vscode.l10n.t("sorted by author") },
		nearness: { title: vscode.l10n.t("Nearness to my manuscript"), said: vscode.l10n.t("nearest first") },
	};
}

const groupCommands = {
	topic: commands.groupByTopic,
	date: commands.groupByDate,
	digest: commands.groupByDigest,
	author: commands.groupByAuthor,
	venue: commands.groupByVenue,
	method: commands.groupByMethod,
	state: commands.groupByState,
	none: commands.groupByNothing,
} as const satisfies Readonly<Record<GroupBy, string>>;

const sortCommands = {
	digest: commands.sortByDigest,
	title: commands.sortByTitle,
	year: commands.sortByDate,
	author: commands.sortByAuthor,
	nearness: commands.sortByNearness,
} as const satisfies Readonly<Record<SortBy, string>>;
