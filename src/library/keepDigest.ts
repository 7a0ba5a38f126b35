// Keeping a digest as a plain file: in a workspace folder, or for this person alone.

import * as vscode from "vscode";
import { exists } from "../host/files";

/** A digest to keep: its bytes, and the name that it came with. */
export interface NewDigest {
	readonly content: Uint8Array;
	readonly name: string;
}

/**
 * Writes a digest as a new file; none is ever replaced. In a workspace it is one edit that can be undone, under a name
 * that the default of `citeshelf.digests` finds.
 */
export async function keepDigest(digest: NewDigest, folder: vscode.Uri): Promise<vscode.Uri> {
	const inWorkspace = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
	const { stem, suffix } = fileName(digest.name, inWorkspace);
	let uri = vscode.Uri.joinPath(folder, stem + suffix);
	for (let n = 2; await exists(uri); n++) uri = vscode.Uri.joinPath(folder, `${stem}-${n}${suffix}`);
	if (inWorkspace) {
		const edit = new vscode.WorkspaceEdit();
		edit.createFile(uri, { contents: digest.content });
		await vscode.workspace.applyEdit(edit);
	} else {
		await vscode.workspace.fs.writeFile(uri, digest.content);
	}
	return uri;
}

/** A name that every file system takes, in its two parts. */
function fileName(name: string, inWorkspace: boolean): { stem: string; suffix: string } {
	const safe = name.replace(/[^\p{L}\p{N}._ -]+/gu, "-").replace(/^\.+/, "");
	const stem = safe.replace(/(\.digest)?\.[^.]*$/, "") || "digest";
	const extension = /\.[^.]+$/.exec(safe)?.[0].toLowerCase() ?? ".txt";
	return { stem, suffix: inWorkspace ? `.digest${extension === ".md" ? ".md" : ".txt"}` : extension };
}
