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
	/** Whether it lies nowhere yet: nothing is beside it or above it, and only absolute paths lead somewhere. */
	readonly isNowhere?: true;
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
	const { uri, languageId, isNowhere } = place;
	const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
	const at = (path: string): vscode.Uri => uri.with({ path: path === "" ? "/" : path, query: "", fragment: "" });
	const uriOf = (path: string): vscode.Uri => (path === uri.path && !place.isCell ? place.textUri : at(path));
	const files: Files = {
		read: path => reader.read(uriOf(path)),
		reading: file => reader.reading(uriOf(file.path), file),
		// The name of what lies nowhere is in the top folder, which is not its folder.
		list: path => (isNowhere && /^\/?$/.test(path) ? Promise.resolve([]) : reader.list(uriOf(path))),
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

/** The folder that a document's paths start from. Throws a `UserError` for one that lies nowhere. */
export function baseFolder(document: vscode.TextDocument): vscode.Uri {
	const { uri, isNowhere } = placeOf(document);
	if (!isNowhere) return vscode.Uri.joinPath(uri, "..");
	const text = vscode.l10n.t("Save this document first, so that its bibliography has a place. Nothing was changed.");
	const save = () => vscode.commands.executeCommand("workbench.action.files.save");
	throw new UserError(text, [{ title: vscode.l10n.t("Save…"), run: save }]);
}

/**
 * Where a document lies: the notebook of a cell; for one that was never saved the file that it is to be, if it was opened
 * by a name, else a name in the first folder, else nowhere.
 */
export function placeOf(document: vscode.TextDocument): ProjectPlace {
	const { languageId, uri } = document;
	const notebook = notebookOf(document);
	const isCell = uri.scheme === "vscode-notebook-cell";
	const more = { textUri: uri, languageId, isCell };
	const { uri: saved, isUntitled } = notebook ?? document;
	if (!isUntitled) return { uri: saved, ...more };
	if (saved.path.startsWith("/")) return { uri: fileAt(saved.path), ...more };
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const name = notebook ? "Untitled.ipynb" : "Untitled";
	if (folder) return { uri: vscode.Uri.joinPath(folder, name), ...more };
	return { uri: vscode.Uri.file(`/${name}`), ...more, isNowhere: true };
}

/** The file at a path, in the file system of the folder that it is in. */
function fileAt(path: string): vscode.Uri {
	const folders = vscode.workspace.workspaceFolders ?? [];
	const within = folders.find(({ uri }) => path.startsWith(`${uri.path.replace(/\/$/, "")}/`));
	return within ? within.uri.with({ path }) : vscode.Uri.file(path);
}

export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
	if (document.uri.scheme !== "vscode-notebook-cell") return undefined;
	return vscode.workspace.notebookDocuments.find(notebook =>
		notebook.getCells().some(cell => cell.document === document),
	);
}
