// The project of a document as the core finds it, over the editor's file systems, with what is open and not yet saved.

import * as vscode from "vscode";
import { projectBibliography, type Files, type ProjectBibliography } from "../core/project/project";
import { decodeBytes } from "../core/text/decodeBytes";
import { UserError } from "./errors";
import { readIfThere } from "./files";
import { setting } from "./settings";

/** Larger files are no manuscripts and no settings of a project. */
const largest = 4_000_000;

export interface DocumentProject extends ProjectBibliography {
	/** The address of a path of this project. */
	readonly uriOf: (path: string) => vscode.Uri;
}

/** Finds the project of a document. Throws a `UserError` for one that was never saved and lies in no folder. */
export async function projectOf(document: vscode.TextDocument): Promise<DocumentProject> {
	const uri = placeOf(document);
	const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
	const uriOf = (path: string): vscode.Uri => uri.with({ path: path === "" ? "/" : path, query: "", fragment: "" });
	const found = await projectBibliography(uri.path, filesOf(document, uri, uriOf), {
		languageId: document.languageId,
		top: folder?.path.replace(/\/$/, ""),
		setting: setting("bibliography", document.uri),
	});
	return { ...found, uriOf };
}

/** The folder that a document's paths start from. */
export function baseFolder(document: vscode.TextDocument): vscode.Uri {
	return vscode.Uri.joinPath(placeOf(document), "..");
}

/** Where a document lies: the notebook of a cell, and for one that is not saved yet a name in the first folder. */
function placeOf(document: vscode.TextDocument): vscode.Uri {
	const notebook = notebookOf(document);
	if (notebook && !notebook.isUntitled) return notebook.uri;
	if (!document.isUntitled && !notebook) return document.uri;
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	if (folder) return vscode.Uri.joinPath(folder, notebook ? "Untitled.ipynb" : "Untitled");
	const text = vscode.l10n.t("Save this document first, so that its bibliography has a place. Nothing was changed.");
	const save = () => vscode.commands.executeCommand("workbench.action.files.save");
	throw new UserError(text, [{ title: vscode.l10n.t("Save…"), run: save }]);
}

export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
	if (document.uri.scheme !== "vscode-notebook-cell") return undefined;
	return vscode.workspace.notebookDocuments.find(notebook =>
		notebook.getCells().some(cell => cell.document === document),
	);
}

function filesOf(document: vscode.TextDocument, uri: vscode.Uri, uriOf: (path: string) => vscode.Uri): Files {
	const isCell = document.uri.scheme === "vscode-notebook-cell";
	return {
		read: async path => {
			if (path === uri.path && !isCell) return document.getText();
			return textAt(uriOf(path));
		},
		list: async path => {
			try {
				const entries = await vscode.workspace.fs.readDirectory(uriOf(path));
				return entries.map(([name, type]) => ((type & vscode.FileType.Directory) !== 0 ? `${name}/` : name));
			} catch {
				return [];
			}
		},
	};
}

/** The text of a file, with what is not yet saved in it; `undefined` when it is not there, no text or too large. */
export async function textAt(file: vscode.Uri): Promise<string | undefined> {
	const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === file.toString());
	return open ? open.getText() : readText(file);
}

/** A file that cannot be read is one that is not there: the project is found without it. */
async function readText(file: vscode.Uri): Promise<string | undefined> {
	try {
		if ((await vscode.workspace.fs.stat(file)).size > largest) return undefined;
		const bytes = await readIfThere(file);
		const decoded = bytes && decodeBytes(bytes);
		return decoded && "text" in decoded ? decoded.text : undefined;
	} catch {
		return undefined;
	}
}
