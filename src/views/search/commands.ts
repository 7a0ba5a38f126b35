// The commands that search: by what is typed, and by a paper that others resemble.

import * as vscode from "vscode";
import { paperIds } from "../../core/commandArguments";
import { commands } from "../../core/contributions";
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

/** Registers the commands that search. What Enter does is switched in the pick's title bar, and remembered. */
export function registerSearch(needs: SearchNeeds): vscode.Disposable {
	const { library, log, currentPaper } = needs;
	return vscode.Disposable.from(
		register(commands.search, log, async query => {
			const options = typeof query === "string" ? { query } : {};
			return serve(await new SearchPick(needs, options).choose(), needs);
		}),
		register(commands.moreLikeThis, log, async argument => {
			const id = paperIds(argument)?.[0] ?? currentPaper();
			const paper = id === undefined ? undefined : library.paper(id);
			if (!paper) throw new UserError(vscode.l10n.t("Choose a paper on the shelf first."));
			const suggested = await library.ask.similar(paper.id, likePapers);
			const title = vscode.l10n.t("More like “{0}”", asWritten(beginning(plainTitle(paper), titleLength)));
			return serve(await new SearchPick(needs, { suggested, title }).choose(), needs);
		}),
	);
}

/** Lets a person choose papers to cite: ticked rows, or the highlighted one. Empty when they gave up. */
export async function pickPapersToCite(needs: SearchPickNeeds, options: PickOptions = {}): Promise<readonly string[]> {
	return idsOf(await new SearchPick(needs, { ...options, purpose: "cite" }).choose());
}

async function serve(choice: Choice, { panel }: SearchPickNeeds): Promise<void> {
	const [first] = choice.rows;
	if (first?.id === undefined) return;
	if (choice.purpose === "open") panel.show(first.id, { terms: first.terms, reasons: first.reasons });
	else await vscode.commands.executeCommand(commands.insertCitation, { ids: idsOf(choice) });
}

function idsOf({ rows }: Choice): readonly string[] {
	return rows.flatMap(({ id }) => id ?? []);
}
