// What the view says above the tree: how many papers a filter found, and how many the settings hide.

import * as vscode from "vscode";

/** Papers chosen elsewhere were found by no query. Nothing when nothing was found: the view has a text of its own for that. */
export function filterMessage(query: string, found: number, limit: number): string {
	if (found === 0) return "";
	if (query === "") return vscode.l10n.t("Chosen papers: {0}", found);
	if (found === 1) return vscode.l10n.t("1 paper matches “{0}”", query);
	if (found === limit) return vscode.l10n.t("The first {0} papers that match “{1}”", limit, query);
	return vscode.l10n.t("{0} papers match “{1}”", found, query);
}
