// The first question of adding papers: where they come from. Only what makes sense now is offered.

import * as vscode from "vscode";
import { digestExtensions } from "../../../core/digestName";
import { UserError } from "../../../host/errors";
import { addressIn } from "../../../host/fetchBytes";
import { baseName } from "../../../host/files";
import { asWritten } from "../../../host/asWritten";
import { editorDraft, fileDraft, textDraft, type Draft } from "./draft";

/** Digests to add, or an address to ask about, with what stands in the field at first. */
export type Source = { readonly drafts: readonly Draft[] } | { readonly ask: string };

interface SourceRow extends vscode.QuickPickItem {
	readonly take: () => Promise<Source | undefined>;
}

/** Lets the person choose where the papers come from; `undefined` when they gave up. */
export async function chooseSource(): Promise<Source | undefined> {
	const clipboard = await clipboardNow();
	const rows = [filesRow, ...clipboardRows(clipboard), addressRow(clipboard), ...editorRows()];
	const chosen = await vscode.window.showQuickPick(rows, {
		title: vscode.l10n.t("Add papers"),
		placeHolder: vscode.l10n.t("Where are they? Nothing is kept before you have seen what is in it"),
	});
	return chosen?.take();
}

/** What lies on the clipboard: a digest, or the address of one. */
export async function clipboardSource(): Promise<Source> {
	const text = await vscode.env.clipboard.readText();
	if (text.trim() === "") throw new UserError(vscode.l10n.t("There is no text on the clipboard."));
	const address = addressIn(text);
	return address === undefined ? { drafts: [textDraft(text, vscode.l10n.t("Clipboard"))] } : { ask: address };
}

/** The clipboard's text; undefined where looking at it would make the browser ask the person. */
async function clipboardNow(): Promise<string | undefined> {
	if (vscode.env.uiKind === vscode.UIKind.Web) return undefined;
	return vscode.env.clipboard.readText();
}

const filesRow: SourceRow = {
	label: vscode.l10n.t("From files…"),
	iconPath: new vscode.ThemeIcon("files"),
	detail: vscode.l10n.t("Mails, listings, feeds, exports and tables; several at once"),
	take: async () => {
		const files = await vscode.window.showOpenDialog({
			canSelectMany: true,
			openLabel: vscode.l10n.t("Look into"),
			title: vscode.l10n.t("Digests of papers"),
			filters: { [vscode.l10n.t("Digests")]: [...digestExtensions], [vscode.l10n.t("All files")]: ["*"] },
		});
		return files && { drafts: files.map(fileDraft) };
	},
};

function clipboardRows(text: string | undefined): readonly SourceRow[] {
	if (text !== undefined && (text.trim() === "" || addressIn(text) !== undefined)) return [];
	return [
		{
			label: vscode.l10n.t("From the clipboard"),
			iconPath: new vscode.ThemeIcon("clippy"),
			detail: vscode.l10n.t("A mail, a listing or entries that you copied"),
			...(text !== undefined && {
				description: asWritten(text.slice(0, 200).replace(/\s+/g, " ").trim().slice(0, 60)),
			}),
			take: clipboardSource,
		},
	];
}

function addressRow(text: string | undefined): SourceRow {
	return {
		label: vscode.l10n.t("From a web address…"),
		iconPath: new vscode.ThemeIcon("globe"),
		detail: vscode.l10n.t("A listing or a feed, fetched once"),
		take: () => Promise.resolve({ ask: addressIn(text ?? "") ?? "" }),
	};
}

function editorRows(): readonly SourceRow[] {
	const editor = vscode.window.activeTextEditor;
	if (!editor || (editor.document.lineCount === 1 && editor.document.lineAt(0).isEmptyOrWhitespace)) return [];
	const name = baseName(editor.document.uri);
	return [
		{
			label: editor.selection.isEmpty
				? vscode.l10n.t("From {0}", asWritten(name))
				: vscode.l10n.t("From the selection in {0}", asWritten(name)),
			iconPath: new vscode.ThemeIcon(editor.selection.isEmpty ? "file-text" : "selection"),
			detail: vscode.l10n.t("As it stands in the editor"),
			take: () => Promise.resolve({ drafts: [editorDraft(editor)] }),
		},
	];
}
