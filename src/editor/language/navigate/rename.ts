// Renaming a key in its bibliography and in every manuscript that reads it, as one edit that one undo takes back.

import * as vscode from "vscode";
import type { Refusal, Renamed } from "../../../core/navigation/rename";
import { isReadOnly, shownPath } from "../../../host/files";
import type { OpenProject, Projects } from "../../../library/projects";
import { openText } from "../../openBibliography";
import { keyDocuments, serves } from "./asking";
import { nameAround, nameEverywhere } from "./places";

export function registerRename(projects: Projects): vscode.Disposable {
	return vscode.languages.registerRenameProvider(keyDocuments, {
		prepareRename: async (document, position, token) => {
			const found = serves("rename", document)
				? await nameAround(projects, { document, position }, token)
				: undefined;
			if (!found?.name.isRenamable) throw new Error(vscode.l10n.t("There is no citation key here."));
			const { name, range } = found.name;
			const { start, end } = range;
			return { range: new vscode.Range(document.positionAt(start), document.positionAt(end)), placeholder: name };
		},
		provideRenameEdits: async (document, position, newName, token) => {
			const found = serves("rename", document)
				? await nameEverywhere(projects, { document, position }, token)
				: undefined;
			if (!found) throw new Error(vscode.l10n.t("There is no citation key here."));
			const { kind, name, range } = found.name;
			const ask = () =>
				projects.askIn("rename", found.project, { name: { kind, name, range }, now: newName }, token);
			return renameEdits(newName, found.project, ask);
		},
	});
}

/** The edits of a renaming; `undefined` when nobody waits any more. Throws what is said to the person. */
async function renameEdits(
	now: string,
	{ bibliographies }: OpenProject,
	ask: () => Promise<Renamed | Refusal | undefined>,
): Promise<vscode.WorkspaceEdit | undefined> {
	const first = await ask();
	if (!first) return undefined;
	const documents = new Map<string, vscode.TextDocument>();
	for (const { uri } of accepted(first, now)) documents.set(uri, await openToChange(vscode.Uri.parse(uri, true)));
	// Once more, with all of them open: the editor makes the ends of a file's lines alike, and places move with them.
	const renamed = await ask();
	if (!renamed) return undefined;
	const edit = new vscode.WorkspaceEdit();
	for (const { uri, edits } of accepted(renamed, now)) {
		const document = documents.get(uri);
		if (!document) throw new Error(vscode.l10n.t("The documents changed meanwhile. Nothing was changed."));
		const isBibliography = bibliographies.some(each => each.toString() === uri);
		// Whoever wants to see it first asks the editor's box for a preview, where these labels part entries from citations
		// and all is ticked. What needs confirmation would open that preview each time with nothing ticked (microsoft/vscode
		// 94593, 94650), and what is then forgotten is cited by a key that is no more. One undo takes all files back.
		const label = isBibliography ? vscode.l10n.t("Bibliographies") : vscode.l10n.t("Citations");
		for (const { start, end, text } of edits) {
			const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
			edit.replace(document.uri, range, text, { label, needsConfirmation: false });
		}
	}
	return edit;
}

async function openToChange(uri: vscode.Uri): Promise<vscode.TextDocument> {
	if (await isReadOnly(uri)) throw new Error(vscode.l10n.t("{0} is read-only.", shownPath(uri)));
	const document = await openText(uri);
	if (!document) throw new Error(vscode.l10n.t("{0} cannot be read as text.", shownPath(uri)));
	return document;
}

/** The files of a renaming. Throws why it is refused. */
function accepted(renamed: Renamed | Refusal, now: string): Renamed["files"] {
	if (renamed.outcome === "renamed") return renamed.files;
	const file = shownPath(vscode.Uri.parse(renamed.uri, true));
	switch (renamed.outcome) {
		case "taken":
			throw new Error(vscode.l10n.t("{0} is already in {1}.", now, file));
		case "case":
			throw new Error(
				vscode.l10n.t("{0} differs from a key in {1} by capitals alone, which BibTeX refuses.", now, file),
			);
		case "twice":
			throw new Error(
				vscode.l10n.t("The key is in two bibliographies, in {0} too: rename one of them there first.", file),
			);
		case "bibliography":
		case "manuscript":
			throw new Error(vscode.l10n.t("{0} cannot be written as a key in {1}.", now === "" ? "“”" : now, file));
	}
}
