// Citing: the citation into the text and the entry into the bibliography, as one edit that one undo takes back.

import * as vscode from "vscode";
import { cursorAfter, insertCitation, isCitable } from "../core/citations/citations";
import type { TextEdit } from "../core/paper";
import { authorYear } from "../core/render";
import { UserError } from "../host/errors";
import { baseName } from "../host/files";
import { sourceOf } from "../host/texts";
import type { Library } from "../library/library";
import { applyCitation } from "./applyCitation";
import { bibliographyOf } from "./bibliographyFile";
import { keyPattern, latexCommand } from "./style";
import { openBibliography, otherBibliographies, refuseBroken } from "./openBibliography";

export interface Cited {
	readonly keys: readonly string[];
	readonly bibliography: vscode.Uri;
	/** Where the first key's entry starts in the bibliography. */
	readonly entry: vscode.Range;
	/** What happened, for the status bar. */
	readonly summary: string;
}

/** Cites papers of the shelf at an offset, else at the cursor; `undefined` when the person gave up choosing a file. */
export async function cite(
	library: Library,
	editor: vscode.TextEditor,
	ids: readonly string[],
	at?: number,
): Promise<Cited | undefined> {
	if (ids.some(id => !library.paper(id))) {
		throw new UserError(vscode.l10n.t("The paper is no longer on the shelf. Nothing was changed."));
	}
	// Two ids may name one paper.
	const papers = [...new Set(ids.flatMap(id => library.paper(id) ?? []))];
	const { document } = editor;
	const { version } = document;
	const offset = at ?? document.offsetAt(editor.selection.active);
	if (!isCitable(sourceOf(document), offset) && !(await confirmPlace())) return undefined;
	const file = await bibliographyOf(document);
	if (!file) return undefined;
	const bibliography = await openBibliography(file);
	const { edits, keys, problems } = await library.ask.addEntries(
		{
			text: bibliography.text,
			fileName: baseName(file.uri),
			pattern: keyPattern(document.uri),
			others: await otherBibliographies(file.others),
		},
		papers.map(({ id }) => id),
	);
	refuseBroken(file.uri, problems);
	const isCurrent = document.version === version && bibliography.document?.version === bibliography.version;
	// Somebody typed meanwhile: the edits belong to a text that is no more.
	if (!isCurrent) return cite(library, editor, ids);
	const source = sourceOf(document);
	const textEdits = insertCitation(source, offset, keys, { command: latexCommand(document.uri) });
	const behind = cursorAfter(source, textEdits) ?? offset;
	await applyCitation({ document, file, bibliography, entries: edits, text: [...textEdits, ...file.declaration] });
	placeCursor(editor, behind, file.declaration);
	const names = papers.map((paper, i) =>
		vscode.l10n.t("{0} as {1}", authorYear(paper) || paper.title, keys[i] ?? ""),
	);
	const { uri, range } = await placeOf(keys[0] ?? "", [file.uri, ...file.others]);
	const summary = vscode.l10n.t("Cited {0} in {1}", names.join(", "), baseName(uri));
	return { keys, bibliography: uri, entry: range, summary };
}

/** The bibliography that holds an entry, and where the entry starts in it. */
async function placeOf(key: string, uris: readonly vscode.Uri[]): Promise<{ uri: vscode.Uri; range: vscode.Range }> {
	for (const uri of uris) {
		const document = await vscode.workspace.openTextDocument(uri);
		const offset = document.getText().search(entryHead(key));
		const start = document.positionAt(offset);
		if (offset >= 0) return { uri, range: new vscode.Range(start, start) };
	}
	return { uri: uris[0] ?? vscode.Uri.file(""), range: new vscode.Range(0, 0, 0, 0) };
}

function entryHead(key: string): RegExp {
	return new RegExp(`@\\w+\\s*[{(]\\s*${key.replace(/[^\w]/g, "\\$&")}\\s*,`);
}

async function confirmPlace(): Promise<boolean> {
	const cite = vscode.l10n.t("Cite here");
	const text = vscode.l10n.t(
		"The cursor is where a citation has no effect: in a comment, in code, or before the document begins.",
	);
	return (await vscode.window.showWarningMessage(text, { modal: true }, cite)) === cite;
}

/** Sets the cursor behind the citation, which edits of the document's head may have moved further. */
function placeCursor(editor: vscode.TextEditor, behind: number, head: readonly TextEdit[]): void {
	const before = head.filter(({ start }) => start < behind);
	const moved = before.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
	const position = editor.document.positionAt(behind + moved);
	editor.selection = new vscode.Selection(position, position);
}
