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
	/** The version of the document that the edits are made for. */
	readonly version: number;
	readonly edits: readonly TextEdit[];
}

export function afterChange({ uri, bibliography, edits }: EntryChange): AfterFile {
	return { uri, exists: bibliography.document !== undefined, text: applied(bibliography.text, edits) };
}

/** A document that is there, with what is changed in it. */
interface Changed {
	readonly document: vscode.TextDocument;
	/** The version that the edits are for; when they are made, the one that they led to. */
	readonly version: number | undefined;
	/** The text without the edits. */
	readonly before: string;
	readonly edits: readonly TextEdit[];
}

/**
 * Applies the changes together. Bibliographies that had no unsaved changes are saved, as by citing; when one cannot be
 * saved, all is taken back and a `UserError` says so. Throws one, too, when a file changed since it was looked at.
 */
export async function applyEntryChanges(changes: readonly EntryChange[], declaration?: Declaration): Promise<void> {
	for (const uri of [...changes.map(change => change.uri), ...(declaration ? [declaration.document.uri] : [])]) {
		if (await isReadOnly(uri)) throw refusal(vscode.l10n.t("{0} is read-only.", shownPath(uri)), uri);
	}
	const clean = changes.filter(({ bibliography }) => !bibliography.document?.isDirty);
	const edit = new vscode.WorkspaceEdit();
	for (const { uri, bibliography, edits } of changes) addEntryEdits(edit, uri, bibliography, edits);
	if (declaration) addEdits(edit, declaration.document, declaration.edits);
	// Nothing is awaited between this and the edit.
	const documents = changedDocuments(changes, declaration);
	const stale = documents.find(({ document, version }) => document.version !== version);
	if (stale) {
		throw new UserError(
			vscode.l10n.t("{0} changed meanwhile. Nothing was changed.", shownPath(stale.document.uri)),
		);
	}
	if (!(await vscode.workspace.applyEdit(edit))) {
		throw new UserError(vscode.l10n.t("The editor refused the change. Nothing was changed."));
	}
	const made = documents.map(changed => ({ ...changed, version: changed.document.version }));
	for (const { uri, bibliography } of clean) {
		const document = bibliography.document ?? (await vscode.workspace.openTextDocument(uri));
		if (await document.save()) continue;
		if (await takeBack(made)) throw refusal(vscode.l10n.t("{0} could not be saved.", shownPath(uri)), uri);
		throw new UserError(vscode.l10n.t("{0} could not be saved: look at what is unsaved.", shownPath(uri)));
	}
}

function changedDocuments(changes: readonly EntryChange[], declaration: Declaration | undefined): readonly Changed[] {
	return [
		...changes.flatMap(({ bibliography: { document, version, text }, edits }) =>
			document ? [{ document, version, before: text, edits }] : [],
		),
		...(declaration ? [{ ...declaration, before: declaration.document.getText() }] : []),
	];
}

/** Takes back what was changed, but for documents that changed again since; tells whether there were none of these. */
async function takeBack(made: readonly Changed[]): Promise<boolean> {
	const untouched = made.filter(({ document, version }) => document.version === version);
	const edit = new vscode.WorkspaceEdit();
	for (const { document, before, edits } of untouched) addEdits(edit, document, inverse(before, inOrder(edits)));
	return (await vscode.workspace.applyEdit(edit)) && untouched.length === made.length;
}
