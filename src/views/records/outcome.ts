// What came of completing records, paper by paper.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import { authorYear, plainTitle, shownVenue } from "../../core/render";
import { asWritten } from "../../host/asWritten";
import { labels } from "../../host/labels";
import type { Library } from "../../library/library";
import type { Completion, Doubtful } from "../../library/records/records";

interface OutcomeRow extends vscode.QuickPickItem {
	readonly id?: string;
	readonly doubtful?: Doubtful;
}

/** Lists the papers; opens the one that is chosen, or answers the one whose record is to be chosen. */
export async function showOutcome(library: Library, completion: Completion): Promise<Doubtful | undefined> {
	const { completed, doubtful, notFound, unasked } = completion;
	const row = (icon: string, id: string): OutcomeRow[] => {
		const paper = library.paper(id);
		if (!paper) return [];
		const facts = [authorYear(paper, labels()), shownVenue(paper)].filter(fact => fact !== "");
		const label = `$(${icon}) ${asWritten(plainTitle(paper))}`;
		return [{ label, description: asWritten(facts.join(" · ")), id: paper.id }];
	};
	const section = (title: string, rows: readonly OutcomeRow[]): readonly OutcomeRow[] =>
		rows.length === 0 ? [] : [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...rows];
	const rows = [
		...section(
			vscode.l10n.t("To look at"),
			doubtful.flatMap(each => row("question", each.id).map(found => ({ ...found, doubtful: each }))),
		),
		...section(
			vscode.l10n.t("Completed"),
			completed.flatMap(id => row("check", id)),
		),
		...section(
			vscode.l10n.t("Not found"),
			notFound.flatMap(id => row("circle-slash", id)),
		),
		...section(
			vscode.l10n.t("Not asked for"),
			unasked.flatMap(id => row("circle-outline", id)),
		),
	];
	const chosen = await vscode.window.showQuickPick(rows, {
		title: vscode.l10n.t("Records that were looked up"),
		placeHolder: vscode.l10n.t("Choose a paper to open it, or to choose its record"),
		matchOnDescription: true,
	});
	if (chosen?.doubtful) return chosen.doubtful;
	if (chosen?.id !== undefined) await vscode.commands.executeCommand(commands.openPaper, { id: chosen.id });
	return undefined;
}
