// Removing a digest from the shelf: its file goes to the trash, and can be taken back.

import * as vscode from "vscode";
import { UserError } from "../../host/errors";
import { readIfThere } from "../../host/files";
import { recordsOf } from "../../library/digestFiles";
import type { Digest, Library } from "../../library/library";

/** Deletes a digest's file, and the records beside it, which would mean nothing alone; offers to undo that. */
export async function removeDigest({ uri, name, papers }: Digest, library: Library): Promise<void> {
	const files = await contentsOf([uri, recordsOf(uri)]);
	try {
		for (const { file } of files) await toTrash(file);
	} catch (error) {
		await restore(files);
		throw new UserError(vscode.l10n.t("{0} cannot be removed: {1}", name, String(error)));
	}
	await library.load();
	void offerUndo(vscode.l10n.t("Removed {0} with {1} papers from the shelf.", name, papers.length), async () => {
		await restore(files);
		await library.load();
	});
}

interface Content {
	readonly file: vscode.Uri;
	readonly bytes: Uint8Array;
}

async function contentsOf(files: readonly vscode.Uri[]): Promise<readonly Content[]> {
	const read = await Promise.all(files.map(async file => ({ file, bytes: await readIfThere(file) })));
	return read.flatMap(({ file, bytes }) => (bytes ? [{ file, bytes }] : []));
}

/** Not every file system has a trash. */
async function toTrash(file: vscode.Uri): Promise<void> {
	try {
		await vscode.workspace.fs.delete(file, { useTrash: true });
	} catch {
		await vscode.workspace.fs.delete(file);
	}
}

async function restore(files: readonly Content[]): Promise<void> {
	for (const { file, bytes } of files) await vscode.workspace.fs.writeFile(file, bytes);
}

async function offerUndo(text: string, undo: () => Promise<void>): Promise<void> {
	const title = vscode.l10n.t("Undo");
	if ((await vscode.window.showInformationMessage(text, title)) === title) await undo();
}

export async function hideSample(): Promise<void> {
	await vscode.workspace
		.getConfiguration("citeshelf")
		.update("sampleShelf", false, vscode.ConfigurationTarget.Global);
}
