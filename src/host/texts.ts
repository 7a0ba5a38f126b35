// Between the core's UTF-16 offsets and the editor's lines and columns: the only place that knows both.

import * as vscode from "vscode";
import type { Source } from "../core/citations/citations";
import type { TextEdit, TextRange } from "../core/paper";

export function sourceOf(document: vscode.TextDocument): Source {
	return { text: document.getText(), languageId: document.languageId, fileName: document.uri.path };
}

function toRange(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Adds the core's edits of a document to a workspace edit. */
export function addEdits(
	workspaceEdit: vscode.WorkspaceEdit,
	document: vscode.TextDocument,
	edits: readonly TextEdit[],
): void {
	for (const edit of edits) workspaceEdit.replace(document.uri, toRange(document, edit), edit.text);
}
