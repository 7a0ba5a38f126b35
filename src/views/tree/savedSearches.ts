// Saved searches: they live in the settings, where they can be shared or synchronised, and what each finds stands in the
// tree.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import type { FoundPaper } from "../../core/shelf";
import { asWritten } from "../../host/asWritten";
import { guarded, register } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { onDidChangeSetting, setting, updateRecord } from "../../host/settings";
import type { Library } from "../../library/library";
import { savedSearchOf } from "./nodes";

export interface SavedSearch {
	readonly name: string;
	readonly query: string;
}

/** A saved search with what it finds now. */
export interface FoundSearch extends SavedSearch {
	readonly found: readonly FoundPaper[];
}

export interface SavedSearchesNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** Papers that a search shows at most. */
	readonly limit: number;
	/** The query that the tree is filtered by, to be saved when nothing else is said. */
	readonly filter: () => string;
	/** Hears of searches that came, went, or find others than before. */
	readonly changed: () => void;
}

export class SavedSearches implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #needs: SavedSearchesNeeds;
	#found: readonly FoundSearch[] = [];
	/** Goes up with each run: an answer that came late counts no more. */
	#run = 0;

	constructor(needs: SavedSearchesNeeds) {
		this.#needs = needs;
		const { library, log } = needs;
		const renew = () => void guarded(log, () => this.#renew());
		this.#store.add(library.onDidChange(renew));
		this.#store.add(onDidChangeSetting(["savedSearches"], renew));
		this.#store.add(register(commands.saveSearch, log, query => this.#save(query)));
		this.#store.add(register(commands.editSavedSearch, log, argument => this.#edit(savedSearchOf(argument))));
		this.#store.add(register(commands.removeSavedSearch, log, argument => this.#remove(savedSearchOf(argument))));
	}

	/** The searches in the order of their names, with what they found last. */
	get found(): readonly FoundSearch[] {
		return this.#found;
	}

	dispose(): void {
		this.#store.dispose();
	}

	async #renew(): Promise<void> {
		const run = ++this.#run;
		const { library, limit, changed } = this.#needs;
		const searches = savedSearches();
		if (searches.length === 0 && this.#found.length === 0) return;
		if (searches.length > 0) await library.whenIndexed();
		const found = await Promise.all(
			searches.map(async search => ({
				...search,
				found: await library.ask.search(search.query, { limit, asYouType: false }),
			})),
		);
		if (run !== this.#run) return;
		this.#found = found;
		changed();
	}

	async #save(given: unknown): Promise<void> {
		const known = typeof given === "string" ? given.trim() : this.#needs.filter();
		const query = known === "" ? await askQuery("") : known;
		if (query === undefined || query === "") return;
		const name = await askName(query, undefined);
		if (name !== undefined) await updateRecord("savedSearches", { [name]: query });
	}

	async #edit(search: SavedSearch | undefined): Promise<void> {
		const chosen = search ?? (await choose(vscode.l10n.t("Which search should be changed?")));
		if (!chosen) return;
		const query = await askQuery(chosen.query);
		if (query === undefined || query === "") return;
		const name = await askName(chosen.name, chosen.name);
		if (name === undefined) return;
		await updateRecord("savedSearches", { [chosen.name]: undefined, [name]: query });
	}

	async #remove(search: SavedSearch | undefined): Promise<void> {
		const chosen = search ?? (await choose(vscode.l10n.t("Which search should be removed?")));
		if (!chosen) return;
		await updateRecord("savedSearches", { [chosen.name]: undefined });
		const undo = vscode.l10n.t("Undo");
		const text = vscode.l10n.t("The search “{0}” was removed.", asWritten(chosen.name));
		if ((await vscode.window.showInformationMessage(text, undo)) !== undo) return;
		await updateRecord("savedSearches", { [chosen.name]: chosen.query });
	}
}

function savedSearches(): readonly SavedSearch[] {
	const searches = Object.entries(setting("savedSearches")).map(([name, query]) => ({ name, query }));
	return searches.sort((a, b) => a.name.localeCompare(b.name));
}

async function choose(placeHolder: string): Promise<SavedSearch | undefined> {
	const rows = savedSearches().map(search => ({
		...search,
		label: asWritten(search.name),
		description: asWritten(search.query),
	}));
	return vscode.window.showQuickPick(rows, { placeHolder });
}

function askQuery(value: string): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		title: vscode.l10n.t("Save a search"),
		prompt: vscode.l10n.t("Words, “phrases”, -not, and fields such as author:, topic:, year:2023..2025, is:unread"),
		value,
	});
}

/** Asks for a name; `own` is the name that the search has already. */
async function askName(value: string, own: string | undefined): Promise<string | undefined> {
	const name = await vscode.window.showInputBox({
		title: vscode.l10n.t("Save a search"),
		prompt: vscode.l10n.t("Name of the search in the tree"),
		value,
		validateInput: text => {
			const isTaken = text.trim() !== own && Object.hasOwn(setting("savedSearches"), text.trim());
			if (!isTaken) return undefined;
			const message = vscode.l10n.t("There is a search with this name; it will be replaced.");
			return { message, severity: vscode.InputBoxValidationSeverity.Warning };
		},
	});
	return name === undefined || name.trim() === "" ? undefined : name.trim();
}
