// Files through the editor's file systems, on disk, remote and in the browser alike.

import * as vscode from "vscode";

/** The last segment of a file's path. */
export function baseName(uri: vscode.Uri): string {
	return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

export function folderOf(uri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(uri, "..");
}

/** A file's bytes; `undefined` when there is no such file. Other failures are thrown. */
export async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
	try {
		return await vscode.workspace.fs.readFile(uri);
	} catch (error) {
		if (isNotFound(error)) return undefined;
		throw error;
	}
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch {
		return false;
	}
}

export async function isFolder(uri: vscode.Uri): Promise<boolean> {
	try {
		return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
	} catch {
		return false;
	}
}

/** The names of a folder's files, in order; none when the folder cannot be read. */
export async function filesIn(folder: vscode.Uri): Promise<readonly string[]> {
	try {
		const entries = await vscode.workspace.fs.readDirectory(folder);
		return entries.flatMap(([name, type]) => ((type & vscode.FileType.File) !== 0 ? [name] : [])).sort();
	} catch {
		return [];
	}
}

/** Whether the editor, by its file system or its settings, keeps a file from being changed. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
	if (isReadOnlyBySetting(uri)) return true;
	if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
	try {
		const { permissions } = await vscode.workspace.fs.stat(uri);
		return permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0;
	} catch {
		return false;
	}
}

/** `files.readonlyInclude` less `files.readonlyExclude`: the API does not tell of them otherwise. */
function isReadOnlyBySetting(uri: vscode.Uri): boolean {
	const files = vscode.workspace.getConfiguration("files", uri);
	const included = files.get<Readonly<Record<string, boolean>>>("readonlyInclude", {});
	const excluded = files.get<Readonly<Record<string, boolean>>>("readonlyExclude", {});
	return isNamed(uri, included) && !isNamed(uri, excluded);
}

function isNamed(uri: vscode.Uri, globs: Readonly<Record<string, boolean>>): boolean {
	const document = { uri, languageId: "", fileName: uri.fsPath } as vscode.TextDocument;
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	return Object.entries(globs).some(([glob, isOn]) => {
		const pattern = folder && !glob.startsWith("/") ? new vscode.RelativePattern(folder, glob) : glob;
		return isOn && vscode.languages.match({ pattern }, document) > 0;
	});
}

function isNotFound(error: unknown): boolean {
	return error instanceof vscode.FileSystemError && error.code === "FileNotFound";
}

/** A file's path as a person knows it: relative to its workspace folder, with the folder's name if there are several. */
export function shownPath(uri: vscode.Uri): string {
	return vscode.workspace.asRelativePath(uri);
}
