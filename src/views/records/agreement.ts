// The question before the first request ever: who would be asked, for what, and what they are told.

import * as vscode from "vscode";
import type { CatalogueName } from "../../core/metadata/catalogue";
import { listed } from "../../core/metadata/directory";
import { setting } from "../../host/settings";
import { takeRow } from "./takeRow";

type Answer = "yes" | "no" | "settings";

interface AnswerRow extends vscode.QuickPickItem {
	/** Rows without one only tell something. */
	readonly answer?: Answer;
}

/** Asks whether these catalogues may be asked. */
export async function askAgreement(names: readonly CatalogueName[]): Promise<boolean> {
	const answer = await ask(answerRows(names));
	if (answer === "settings") {
		await vscode.commands.executeCommand("workbench.action.openSettings", "citeshelf.catalogues");
	}
	return answer === "yes";
}

async function ask(rows: readonly AnswerRow[]): Promise<Answer> {
	const pick = vscode.window.createQuickPick<AnswerRow>();
	pick.title = vscode.l10n.t("Ask public catalogues for records?");
	pick.placeholder = vscode.l10n.t("Citeshelf has asked nobody so far");
	pick.ignoreFocusOut = true;
	pick.items = rows;
	return (await takeRow(pick, ({ answer }) => answer !== undefined))?.answer ?? "no";
}

function answerRows(names: readonly CatalogueName[]): readonly AnswerRow[] {
	const labels = names.map(name => listed(name).label).join(", ");
	const contact = setting("contact").trim();
	return [
		{
			label: `$(check) ${vscode.l10n.t("Ask these catalogues")}`,
			description: labels,
			detail: vscode.l10n.t("Only when you ask for records, over https. This answer is remembered."),
			answer: "yes",
		},
		{ label: `$(close) ${vscode.l10n.t("Ask nobody")}`, detail: vscode.l10n.t("Nothing is sent."), answer: "no" },
		{
			label: `$(gear) ${vscode.l10n.t("Choose catalogues in the settings…")}`,
			description: "citeshelf.catalogues",
			answer: "settings",
		},
		{ label: vscode.l10n.t("What they are told"), kind: vscode.QuickPickItemKind.Separator },
		{
			label: `$(info) ${vscode.l10n.t("Titles, identifiers and first authors of the papers that you choose")}`,
			detail: vscode.l10n.t("Where a title is not found, some words of the abstract"),
		},
		{
			label:
				contact === ""
					? `$(info) ${vscode.l10n.t("No address of yours")}`
					: `$(info) ${vscode.l10n.t("Your address {0}", contact)}`,
			detail: vscode.l10n.t("Some answer faster whom they can reach: the setting citeshelf.contact"),
		},
		{ label: `$(info) ${vscode.l10n.t("Nothing of your manuscripts, and nothing of your shelf beside that")}` },
	];
}
