// How often an entry is cited, above it; a click shows where.

import * as vscode from "vscode";
import { commands } from "../../../core/contributions";
import { onDidChangeSetting, setting } from "../../../host/settings";
import type { Projects } from "../../../library/projects";
import { bibliographyDocuments, projectAround } from "./asking";

/** `changed` fires when something may be cited that was not before. */
export function registerLens(projects: Projects, changed: vscode.Event<void>): vscode.Disposable {
	const refreshed = new vscode.EventEmitter<void>();
	return vscode.Disposable.from(
		refreshed,
		changed(() => refreshed.fire()),
		onDidChangeSetting(["codeLens"], () => refreshed.fire()),
		vscode.languages.registerCodeLensProvider(bibliographyDocuments, {
			onDidChangeCodeLenses: refreshed.event,
			provideCodeLenses: async (document, token) => {
				const project = setting("codeLens", document.uri) ? await projectAround(projects, document) : undefined;
				const entries = project && (await projects.askIn("citedEntries", project, {}, token));
				return entries?.map(({ line, column, count }) => {
					const title = count === 1 ? vscode.l10n.t("cited once") : vscode.l10n.t("cited {0} times", count);
					const argument = { uri: document.uri.toString(), line, column };
					const command = { command: commands.showCitations, title, arguments: [argument] };
					return new vscode.CodeLens(new vscode.Range(line, column, line, column), command);
				});
			},
		}),
	);
}
