// The commands that search: by what is typed, by a paper that others resemble, and for papers to cite.

import * as vscode from "vscode";
import { paperIds } from "../../core/commandArguments";
import { commands, contextKeys } from "../../core/contributions";
import { beginning, plainTitle } from "../../core/render";
import { asWritten } from "../../host/asWritten";
import { register } from "../../host/commands";
import { UserError } from "../../host/errors";
import { SearchPick, type Choice, type PickOptions, type SearchPickNeeds } from "./searchPick";

/** How many papers like one are shown. */
const likePapers = 20;

/** Letters of a title in the title of the pick. */
const titleLength = 60;

export interface SearchNeeds extends SearchPickNeeds {
	/** The paper that the person looks at, in the tree or in the panel. */
	readonly currentPaper: () => string | undefined;
}

/** What was chosen to be cited. */
export interface PickedToCite {
	/** Empty when the person gave up. */
	readonly ids: readonly string[];
	readonly asksLocator: boolean;
	readonly replaces: boolean;
}

/** The search pick, one at a time, and its commands. What Enter does is switched in its title bar, and remembered. */
export class SearchPicks implements vscode.Disposable {
	readonly #needs: SearchNeeds;
	readonly #registered: vscode.Disposable;
	#showing: SearchPick | undefined;

	constructor(needs: SearchNeeds) {
		this.#needs = needs;
		const { log } = needs;
		this.#registered = vscode.Disposable.from(
			register(commands.search, log, query => this.#search(typeof query === "string" ? { query } : {})),
			register(commands.moreLikeThis, log, argument => this.#moreLike(paperIds(argument)?.[0])),
			register(commands.citeWithLocator, log, () => this.#showing?.acceptWithLocator()),
		);
	}

	/** Lets a person choose papers to cite: ticked rows, or the highlighted one. */
	async toCite(options: PickOptions = {}): Promise<PickedToCite> {
		const choice = await this.#show({ ...options, purpose: "cite" });
		return { ids: idsOf(choice), asksLocator: choice.asksLocator, replaces: choice.replaces };
	}

	/** The papers that the open pick highlights. */
	get highlighted(): readonly string[] {
		return this.#showing?.highlighted ?? [];
	}

	dispose(): void {
		this.#registered.dispose();
	}

	async #search(options: PickOptions): Promise<void> {
		const choice = await this.#show(options);
		const [first] = choice.rows;
		if (first?.id === undefined) return;
		if (choice.purpose === "cite")
			await vscode.commands.executeCommand(commands.insertCitation, {
				ids: idsOf(choice),
				asksLocator: choice.asksLocator,
			});
		else this.#needs.panel.show(first.id, { terms: first.terms, reasons: first.reasons });
	}

	async #moreLike(given: string | undefined): Promise<void> {
		const { library, currentPaper } = this.#needs;
		const paper = library.paper(given ?? currentPaper() ?? "");
		if (!paper) throw new UserError(vscode.l10n.t("Choose a paper on the shelf first."));
		const suggested = await library.ask.similar(paper.id, likePapers);
		const title = vscode.l10n.t("More like “{0}”", asWritten(beginning(plainTitle(paper), titleLength)));
		await this.#search({ suggested, title });
	}

	async #show(options: PickOptions): Promise<Choice> {
		const pick = new SearchPick(this.#needs, options);
		this.#showing = pick;
		void vscode.commands.executeCommand("setContext", contextKeys.searching, true);
		try {
			return await pick.choose();
		} finally {
			if (this.#showing === pick) {
				this.#showing = undefined;
				for (const key of [contextKeys.picking, contextKeys.searching]) {
					void vscode.commands.executeCommand("setContext", key, false);
				}
			}
		}
	}
}

function idsOf({ rows }: Choice): readonly string[] {
	return rows.flatMap(({ id }) => id ?? []);
}
