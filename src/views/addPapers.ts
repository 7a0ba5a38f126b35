// Adding papers: digests that a person chooses are kept as plain files, in the workspace or for this person alone.

import * as vscode from "vscode";
import { commands } from "../core/contributions";
import { register } from "../host/commands";
import { baseName } from "../host/files";
import { keepDigest } from "../library/keepDigest";
import type { Library } from "../library/library";

export interface AddPapersNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	readonly privateFolder: vscode.Uri;
}

export function registerAddPapers({ library, log, privateFolder }: AddPapersNeeds): vscode.Disposable {
	return register(commands.addPapers, log, async () => {
		const files = await vscode.window.showOpenDialog({
			canSelectMany: true,
			openLabel: vscode.l10n.t("Add to the shelf"),
			title: vscode.l10n.t("Digests of papers"),
			filters: { [vscode.l10n.t("Digests")]: ["txt", "md", "json"], [vscode.l10n.t("All files")]: ["*"] },
		});
		if (!files || files.length === 0) return;
		const folder = await chooseFolder(privateFolder);
		if (!folder) return;
		const kept: vscode.Uri[] = [];
		for (const file of files) {
			const content = await vscode.workspace.fs.readFile(file);
			kept.push(await keepDigest({ content, name: baseName(file) }, folder));
		}
		await library.load();
		await sayAdded(library, kept);
	});
}

async function chooseFolder(privateFolder: vscode.Uri): Promise<vscode.Uri | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.length === 0) return privateFolder;
	const rows = [
		...folders.map(({ name, uri }) => ({
			label: `$(root-folder) ${name}`,
			detail: vscode.l10n.t("A file in the workspace, shared with those who share it"),
			uri,
		})),
		{
			label: `$(person) ${vscode.l10n.t("Only for me")}`,
			detail: vscode.l10n.t("Kept in the extension's storage, there in every workspace"),
			uri: privateFolder,
		},
	];
	return (await vscode.window.showQuickPick(rows, { title: vscode.l10n.t("Where should the digests be kept?") }))
		?.uri;
}

/** Says in the status bar what was read; a digest without any paper is worth a message. */
async function sayAdded(library: Library, kept: readonly vscode.Uri[]): Promise<void> {
	const paths = new Set(kept.map(String));
	const digests = library.digests.filter(({ uri }) => paths.has(uri.toString()));
	const papers = digests.reduce((sum, digest) => sum + digest.papers.length, 0);
	const names = kept.map(baseName).join(", ");
	if (papers > 0) {
		vscode.window.setStatusBarMessage(`$(add) ${vscode.l10n.t("{0} papers added from {1}", papers, names)}`, 8000);
		return;
	}
	const show = vscode.l10n.t("Show status");
	const text = vscode.l10n.t("No paper was found in {0}. The file was kept.", names);
	const chosen = await vscode.window.showWarningMessage(text, show);
	if (chosen === show) await vscode.commands.executeCommand(commands.showStatus);
}
