// Changing text and bibliography at once: one edit that one undo takes back, or nothing at all.

import * as vscode from "vscode";
import type { TextEdit } from "../core/paper";
import { UserError } from "../host/errors";
import { isReadOnly, shownPath } from "../host/files";
import { applied, inverse } from "../core/textEdits";
import { addEdits } from "../host/texts";
import type { BibliographyFile } from "./bibliographyFile";
import { refusal, type OpenBibliography } from "./openBibliography";

export interface CitationChange {
	/** The manuscript, and its edits. */
	readonly document: vscode.TextDocument;
	readonly text: readonly TextEdit[];
	readonly file: BibliographyFile;
	readonly bibliography: OpenBibliography;
	/** The edits of the bibliography. */
	readonly entries: readonly TextEdit[];
}

/**
 * Applies the edits of text and bibliography. A bibliography that had no unsaved changes is saved, so that the next run
 * of LaTeX or Pandoc finds the entry; one that had is left to its owner. When it cannot be saved, both edits are taken
 * back and a `UserError` says so.
 */
export async function applyCitation(change: CitationChange): Promise<void> {
	const { document, file, bibliography, entries } = change;
	if (await isReadOnly(document.uri)) {
		throw refusal(vscode.l10n.t("{0} is read-only.", shownPath(document.uri)), document.uri);
	}
	const before = { text: document.getText(), wasClean: !bibliography.document?.isDirty };
	if (!(await vscode.workspace.applyEdit(changeOf(change)))) {
		throw new UserError(vscode.l10n.t("The editor refused the change. Nothing was changed."));
	}
	if (entries.length === 0 || !before.wasClean) return;
	const changed = bibliography.document ?? (await vscode.workspace.openTextDocument(file.uri));
	if (await changed.save()) return;
	await takeBack(change, before.text);
	throw refusal(vscode.l10n.t("{0} could not be saved.", shownPath(file.uri)), file.uri);
}

/** How long an edit that was handed to the editor may take to be carried out; later ones are not ours. */
const patienceMs = 15_000;

/** Saves the bibliography when the editor has carried out edits that were handed to it; see `applyCitation`. */
export function saveOnceChanged({ bibliography: { document }, entries }: CitationChange): void {
	if (!document || document.isDirty || entries.length === 0) return;
	const listener = vscode.workspace.onDidChangeTextDocument(event => {
		if (event.document !== document || event.contentChanges.length === 0) return;
		listener.dispose();
		void document.save();
	});
	setTimeout(() => void listener.dispose(), patienceMs);
}

/** The edits of text and bibliography as one. */
export function changeOf({ document, text, file, bibliography, entries }: CitationChange): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	addEntryEdits(edit, file.uri, bibliography, entries);
	addEdits(edit, document, text);
	return edit;
}

/** Adds the edits of a bibliography, which is created when it is not there. */
export function addEntryEdits(
	edit: vscode.WorkspaceEdit,
	uri: vscode.Uri,
	{ document }: OpenBibliography,
	edits: readonly TextEdit[],
): void {
	if (document) return addEdits(edit, document, edits);
	edit.createFile(uri, { contents: new Uint8Array(), ignoreIfExists: true });
	edit.insert(uri, new vscode.Position(0, 0), applied("", edits));
}

async function takeBack({ document, text, bibliography, entries }: CitationChange, before: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	addEdits(edit, document, inverse(before, inOrder(text)));
	if (bibliography.document) addEdits(edit, bibliography.document, inverse(bibliography.text, inOrder(entries)));
	await vscode.workspace.applyEdit(edit);
}

export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
	return [...edits].sort((a, b) => a.start - b.start);
}
