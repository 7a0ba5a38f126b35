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
	/** The manuscript as it was when this was worked out, and its edits. */
	readonly document: vscode.TextDocument;
	readonly version: number;
	readonly text: readonly TextEdit[];
	readonly file: BibliographyFile;
	readonly bibliography: OpenBibliography;
	/** The edits of the bibliography. */
	readonly entries: readonly TextEdit[];
}

/**
 * Applies the edits of text and bibliography, and calls `done` as soon as they are there. A bibliography that had no
 * unsaved changes is saved, so that the next run of LaTeX or Pandoc finds the entry; one that had is left to its owner.
 * When it cannot be saved, the edits are taken back where nobody has typed since, and a `UserError` says so.
 */
export async function applyCitation(change: CitationChange, done: () => void): Promise<void> {
	const { document, version, file, bibliography, entries } = change;
	if (await isReadOnly(document.uri)) {
		throw refusal(vscode.l10n.t("{0} is read-only.", shownPath(document.uri)), document.uri);
	}
	// From here to the edit nothing is waited for: its places belong to these versions.
	if (document.version !== version || bibliography.document?.version !== bibliography.version) {
		throw new UserError(vscode.l10n.t("The document changed meanwhile. Nothing was changed."));
	}
	const before = { text: document.getText(), wasClean: !bibliography.document?.isDirty };
	if (!(await vscode.workspace.applyEdit(changeOf(change)))) {
		throw new UserError(vscode.l10n.t("The editor refused the change. Nothing was changed."));
	}
	const after = { text: document.version, bibliography: bibliography.document?.version };
	done();
	if (entries.length === 0 || !before.wasClean) return;
	const changed = bibliography.document ?? (await vscode.workspace.openTextDocument(file.uri));
	if (await changed.save()) return;
	const isAsLeft = document.version === after.text && bibliography.document?.version === after.bibliography;
	if (!isAsLeft)
		throw new UserError(
			vscode.l10n.t("{0} could not be saved. Undo takes the citation back.", shownPath(file.uri)),
		);
	await takeBack(change, before.text);
	throw refusal(vscode.l10n.t("{0} could not be saved.", shownPath(file.uri)), file.uri);
}

/** How long an edit that was handed to the editor may take to be carried out; later ones are not ours. */
const patienceMs = 15_000;

/**
 * Sees to what follows edits that were handed to the editor, as it carries them out when it likes or not at all: saves the
 * bibliography (see `applyCitation`), and calls `done` when the text has its citation.
 */
export function onceChanged({ document, text, bibliography, entries }: CitationChange, done: () => void): void {
	const { document: changed } = bibliography;
	if (changed && !changed.isDirty) onceCarriedOut(changed, entries, () => void changed.save());
	onceCarriedOut(document, text, done);
}

/** Acts when the next change of a document is one of these edits. */
function onceCarriedOut(document: vscode.TextDocument, edits: readonly TextEdit[], act: () => void): void {
	if (edits.length === 0) return;
	const listener = vscode.workspace.onDidChangeTextDocument(event => {
		if (event.document !== document || event.contentChanges.length === 0) return;
		listener.dispose();
		if (event.contentChanges.some(({ text }) => edits.some(edit => edit.text === text))) act();
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
