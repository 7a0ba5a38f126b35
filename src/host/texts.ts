// Between the core's UTF-16 offsets and the editor's lines and columns, and between bytes and text.

import * as vscode from "vscode";
import type { Source } from "../core/citations/citations";
import type { TextEdit, TextRange } from "../core/paper";
import { decodeBytes } from "../core/text/decodeBytes";
import { setting } from "./settings";

export function sourceOf(document: vscode.TextDocument): Source {
	return {
		text: document.getText(),
		languageId: document.languageId,
		fileName: document.uri.path,
		citingCommands: setting("citingCommands", document.uri),
	};
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

/** The beginning of a file as text, up to the end of a line; empty when it is no text. */
export function decodedHead(content: Uint8Array, bytes = 16_384): string {
	const head = content.subarray(0, bytes);
	// A cut letter would make the whole head look like another encoding.
	const end = head.length < content.length ? head.lastIndexOf(10) + 1 : head.length;
	const decoded = decodeBytes(head.subarray(0, end > 0 ? end : head.length));
	return "text" in decoded ? decoded.text : "";
}
