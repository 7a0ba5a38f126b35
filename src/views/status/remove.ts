// Removing a digest from the shelf: its file goes to the trash, and can be taken back.

import * as vscode from "vscode";
import { asWritten } from "../../host/asWritten";
import { UserError } from "../../host/errors";
import { baseName, exists, readIfThere } from "../../host/files";
import { papersIn } from "../../host/problems";
import { recordsOf } from "../../library/digestFiles";
import type { Digest, Library } from "../../library/library";

/** Says what was done and offers to undo it; answers whether to. */
export type OfferUndo = (text: string) => PromiseLike<boolean>;

/**
 * Deletes a digest's file, and the records beside it, which would mean nothing alone; offers to undo that, and ends when
 * the person has undone it or let it be.
 */
export async function removeDigest(
	{ uri, name, papers }: Pick<Digest, "uri" | "name" | "papers">,
	library: Pick<Library, "load">,
	offerUndo: OfferUndo = notify,
): Promise<void> {
	const files = await contentsOf([uri, recordsOf(uri)]);
	try {
		for (const { file } of files) await toTrash(file);
	} catch (error) {
		await restore(files);
		const reason = error instanceof Error ? error.message : String(error);
		throw new UserError(vscode.l10n.t("{0} cannot be removed: {1}", name, reason));
	}
	await library.load();
	const text = vscode.l10n.t("Removed {0} with {1} from the shelf.", name, papersIn(papers.length));
	if (!(await offerUndo(text))) return;
	const taken = await restore(files);
	await library.load();
	if (taken.length > 0) throw notRestored(taken);
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

/** Writes files that are gone; answers those whose place another file has taken meanwhile, which are left alone. */
async function restore(files: readonly Content[]): Promise<readonly vscode.Uri[]> {
	const taken: vscode.Uri[] = [];
	for (const { file, bytes } of files) {
		if (await exists(file)) taken.push(file);
		else await vscode.workspace.fs.writeFile(file, bytes);
	}
	return taken;
}

function notRestored(files: readonly vscode.Uri[]): UserError {
	const names = files.map(baseName).join(", ");
	return new UserError(vscode.l10n.t("There is a new file {0} by now. It was left as it is.", names));
}

async function notify(text: string): Promise<boolean> {
	const title = vscode.l10n.t("Undo");
	return (await vscode.window.showInformationMessage(asWritten(text), title)) === title;
}

export async function hideSample(): Promise<void> {
	await vscode.workspace
		.getConfiguration("citeshelf")
		.update("sampleShelf", false, vscode.ConfigurationTarget.Global);
}
