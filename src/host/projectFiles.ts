// The project of a document as the core finds it, over the editor's file systems.

import * as vscode from "vscode";
import { projectBibliography, type Files, type ProjectBibliography, type ProjectFile } from "../core/project/project";
import type { Reading } from "../core/project/reading";
import { UserError } from "./errors";
import { setting } from "./settings";

export interface DocumentProject extends ProjectBibliography {
	/** The address of a path of this project. */
	readonly uriOf: (path: string) => vscode.Uri;
}

/** Where a document lies, and what it is. */
export interface ProjectPlace {
	readonly uri: vscode.Uri;
	/** Where its text is: elsewhere for a document that is not saved yet, and for a cell. */
	readonly textUri: vscode.Uri;
	/** In the editor; empty for a file that is not open. */
	readonly languageId: string;
	/** Whether it is a cell of the notebook that lies there. */
	readonly isCell: boolean;
}

/** How a project's files are read. */
export interface ProjectReader {
	/** The text of a file, with what is not yet saved in it; `undefined` when it is not there or is no text. */
	readonly read: (uri: vscode.Uri) => Promise<string | undefined>;
	/** The names in a folder; see `namesIn`. */
	readonly list: (folder: vscode.Uri) => Promise<readonly string[]>;
	/** What a file says about its project; see `readSource`. */
	readonly reading: (uri: vscode.Uri, file: ProjectFile) => Promise<Reading>;
}

export async function findProject(place: ProjectPlace, reader: ProjectReader): Promise<DocumentProject> {
	const { uri, languageId } = place;
	const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
	const at = (path: string): vscode.Uri => uri.with({ path: path === "" ? "/" : path, query: "", fragment: "" });
	const uriOf = (path: string): vscode.Uri => (path === uri.path && !place.isCell ? place.textUri : at(path));
	const files: Files = {
		read: path => reader.read(uriOf(path)),
		reading: file => reader.reading(uriOf(file.path), file),
		list: path => reader.list(uriOf(path)),
	};
	const found = await projectBibliography(uri.path, files, {
		languageId,
		top: folder?.path.replace(/\/$/, ""),
		setting: setting("bibliography", uri),
	});
	return { ...found, uriOf };
}

/** The names in a folder, those of folders with `/` behind them; none when it cannot be read. */
export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
	try {
		const entries = await vscode.workspace.fs.readDirectory(folder);
		return entries.map(([name, type]) => ((type & vscode.FileType.Directory) !== 0 ? `${name}/` : name));
	} catch {
		return [];
	}
}

/** The folder that a document's paths start from. */
export function baseFolder(document: vscode.TextDocument): vscode.Uri {
	return vscode.Uri.joinPath(placeOf(document).uri, "..");
}

/**
 * Where a document lies: the notebook of a cell, and for one that is not saved yet a name in the first folder. Throws a
 * `UserError` for one that was never saved and lies in no folder.
 */
export function placeOf(document: vscode.TextDocument): ProjectPlace {
	const { languageId } = document;
	const notebook = notebookOf(document);
	const isCell = document.uri.scheme === "vscode-notebook-cell";
	const more = { textUri: document.uri, languageId, isCell };
	if (notebook && !notebook.isUntitled) return { uri: notebook.uri, ...more };
	if (!document.isUntitled && !notebook) return { uri: document.uri, ...more };
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const name = notebook ? "Untitled.ipynb" : "Untitled";
	if (folder) return { uri: vscode.Uri.joinPath(folder, name), ...more };
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
