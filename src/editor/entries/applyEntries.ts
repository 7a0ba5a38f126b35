// Changing the entries of bibliographies: one edit that one undo takes back, or nothing at all.

import * as vscode from "vscode";
import type { TextEdit } from "../../core/paper";
import { applied, inverse } from "../../core/textEdits";
import { UserError } from "../../host/errors";
import { isReadOnly, shownPath } from "../../host/files";
import { addEdits } from "../../host/texts";
import { addEntryEdits, inOrder } from "../applyCitation";
import { refusal, type OpenBibliography } from "../openBibliography";
import type { AfterFile } from "./preview";

/** The edits of a bibliography. */
export interface EntryChange {
	readonly uri: vscode.Uri;
	readonly bibliography: OpenBibliography;
	readonly edits: readonly TextEdit[];
}

/** Edits of a manuscript that go with them: the declaration of a new bibliography. */
export interface Declaration {
	readonly document: vscode.TextDocument;
	readonly edits: readonly TextEdit[];
}

export function afterChange({ uri, bibliography, edits }: EntryChange): AfterFile {
	return { uri, exists: bibliography.document !== undefined, text: applied(bibliography.text, edits) };
}

/**
 * Applies the changes together. Bibliographies that had no unsaved changes are saved, as by citing; when one cannot be
 * saved, all is taken back and a `UserError` says so. Throws one, too, when a file changed since it was looked at.
 */
export async function applyEntryChanges(changes: readonly EntryChange[], declaration?: Declaration): Promise<void> {
	if (changes.some(({ bibliography }) => bibliography.document?.version !== bibliography.version)) {
		throw new UserError(vscode.l10n.t("The bibliography changed meanwhile. Nothing was changed."));
	}
	for (const { uri } of changes) {
		if (await isReadOnly(uri)) throw refusal(vscode.l10n.t("{0} is read-only.", shownPath(uri)), uri);
	}
	const clean = changes.filter(({ bibliography }) => !bibliography.document?.isDirty);
	const edit = new vscode.WorkspaceEdit();
	for (const { uri, bibliography, edits } of changes) addEntryEdits(edit, uri, bibliography, edits);
	if (declaration) addEdits(edit, declaration.document, declaration.edits);
	if (!(await vscode.workspace.applyEdit(edit))) {
		throw new UserError(vscode.l10n.t("The editor refused the change. Nothing was changed."));
	}
	for (const { uri, bibliography } of clean) {
		const document = bibliography.document ?? (await vscode.workspace.openTextDocument(uri));
		if (await document.save()) continue;
		await takeBack(changes);
		throw refusal(vscode.l10n.t("{0} could not be saved.", shownPath(uri)), uri);
	}
}

async function takeBack(changes: readonly EntryChange[]): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	for (const { bibliography, edits } of changes) {
		if (bibliography.document) addEdits(edit, bibliography.document, inverse(bibliography.text, inOrder(edits)));
	}
	await vscode.workspace.applyEdit(edit);
}
