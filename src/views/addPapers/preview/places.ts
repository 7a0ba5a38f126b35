// Where digests can be kept: in the folders of the workspace, and for this person alone. The last choice comes first.

import * as vscode from "vscode";
import { digestFolderIn } from "../../../library/keepDigest";

export interface Place {
	/** Tells the place in what is remembered. */
	readonly id: string;
	/** The folder in which the files would lie. */
	readonly folder: vscode.Uri;
	/** The name of the workspace folder; undefined for the private place. */
	readonly workspaceFolder?: string;
}

const privateId = "private";
const rememberedKey = "digestPlace";

/** The places, the one that Enter takes first: the one of last time, else the folder of the open document. */
export function placesToKeep(privateFolder: vscode.Uri, memento: vscode.Memento): readonly Place[] {
	const folders = vscode.workspace.workspaceFolders ?? [];
	const writable = folders.filter(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false);
	const places: Place[] = writable.map(({ uri, name }) => ({
		id: uri.toString(),
		folder: digestFolderIn(uri),
		workspaceFolder: name,
	}));
	places.push({ id: privateId, folder: privateFolder });
	const active = vscode.window.activeTextEditor?.document.uri;
	const near = active && vscode.workspace.getWorkspaceFolder(active)?.uri.toString();
	const preferred = [memento.get(rememberedKey), near];
	const rank = ({ id }: Place) => (preferred.includes(id) ? preferred.indexOf(id) : preferred.length);
	return places.sort((a, b) => rank(a) - rank(b));
}

export function rememberPlace({ id }: Place, memento: vscode.Memento): void {
	void memento.update(rememberedKey, id);
}
