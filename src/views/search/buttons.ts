// The buttons of the search pick, in its title bar and in its rows.

import * as vscode from "vscode";
import { labels } from "../../host/labels";
import type { Purpose, RowButton } from "./rows";

/** Buttons are told apart by being the same object: each is made once. */
const made = new Map<string, vscode.QuickInputButton>();

function button(icon: string, tooltip: string): vscode.QuickInputButton {
	const key = `${icon} ${tooltip}`;
	const known = made.get(key) ?? { iconPath: new vscode.ThemeIcon(icon), tooltip };
	made.set(key, known);
	return known;
}

export function saveButton(): vscode.QuickInputButton {
	return button("bookmark", vscode.l10n.t("Save this search in the tree"));
}

/** Whether the selected text gives way to the citation. */
export function replaceButton(isOn: boolean): vscode.QuickInputButton {
	return isOn
		? button("replace-all", vscode.l10n.t("The selected text gives way to the citation. Keep it instead"))
		: button("replace", vscode.l10n.t("The selected text stays. Let it give way to the citation"));
}

/** What Enter does. */
export function purposeButton(cites: boolean): vscode.QuickInputButton {
	return cites
		? button("quote", vscode.l10n.t("Enter cites. Let Enter open the paper instead"))
		: button("book", vscode.l10n.t("Enter opens the paper. Let Enter cite it instead"));
}

/** What can be done with a row beside Enter. */
export function rowButtons(purpose: Purpose, isStarred: boolean): readonly RowButton[] {
	const locator = rowButton("locator", "list-ordered", vscode.l10n.t("Cite with locator (Shift+Enter)"));
	return [
		...(purpose === "cite" ? [locator, rowButton("open", "book", vscode.l10n.t("Open"))] : []),
		...(purpose === "open" ? [rowButton("cite", "quote", vscode.l10n.t("Cite"))] : []),
		isStarred ? rowButton("star", "star-full", labels().unstar) : rowButton("star", "star-empty", labels().star),
	];
}

function rowButton(action: RowButton["action"], icon: string, tooltip: string): RowButton {
	return { action, iconPath: new vscode.ThemeIcon(icon), tooltip };
}
