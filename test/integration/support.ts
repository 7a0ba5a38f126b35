// What several integration tests need: the API, files of the workspace, and waiting for the shelf's event.
import * as vscode from "vscode";
import type { CiteshelfApi } from "../../src/library/publicApi";
import { ok } from "./assert";

export async function activated(): Promise<CiteshelfApi> {
	const extension = vscode.extensions.getExtension<CiteshelfApi>("citeshelf.citeshelf");
	ok(extension, "VS Code does not know the extension");
	return extension.activate();
}

export function workspaceFile(name: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	ok(folder, "a folder is open");
	return vscode.Uri.joinPath(folder.uri, name);
}

export async function write(name: string, text: string): Promise<vscode.Uri> {
	const uri = workspaceFile(name);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	return uri;
}

/** Does something that changes the shelf, and waits until the change has arrived. */
export async function changingShelf(api: CiteshelfApi, act: () => PromiseLike<unknown>): Promise<void> {
	const changed = new Promise<void>(resolve => {
		const listener = api.onDidChange(() => {
			listener.dispose();
			resolve();
		});
	});
	await act();
	await changed;
}

/** Opens a new document of the workspace with this text, the cursor at the `|` in it. */
export async function openWithCursor(name: string, marked: string): Promise<vscode.TextEditor> {
	const offset = marked.indexOf("|");
	const uri = await write(name, marked.replace("|", ""));
	const document = await vscode.workspace.openTextDocument(uri);
	const editor = await vscode.window.showTextDocument(document, { preview: false });
	const position = document.positionAt(offset);
	editor.selection = new vscode.Selection(position, position);
	return editor;
}

/** The text of an editor with `|` at its cursor. */
export function withCursor({ document, selection }: vscode.TextEditor): string {
	const text = document.getText();
	const offset = document.offsetAt(selection.active);
	return `${text.slice(0, offset)}|${text.slice(offset)}`;
}

export async function textOf(uri: vscode.Uri): Promise<string> {
	return (await vscode.workspace.openTextDocument(uri)).getText();
}

export async function closeAll(): Promise<void> {
	await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** The sample shelf's paper whose title starts so. */
export async function paperId(api: CiteshelfApi, title: string): Promise<string> {
	const paper = (await api.papers()).find(candidate => candidate.title.startsWith(title));
	ok(paper, `no paper's title starts with ${title}`);
	return paper.id;
}

/** Looks until the condition holds; fails after some seconds. For what no event tells of. */
export async function waitUntil(look: () => boolean | PromiseLike<boolean>, otherwise: string): Promise<void> {
	for (const end = Date.now() + 10_000; Date.now() < end;) {
		if (await look()) return;
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	throw new Error(otherwise);
}

/** Adds papers, takes the row that is highlighted in the preview, and gives the files that were kept. */
export async function addAndKeep(argument: unknown): Promise<readonly vscode.Uri[]> {
	let kept: readonly vscode.Uri[] | undefined;
	const adding = Promise.resolve(
		vscode.commands.executeCommand<readonly vscode.Uri[] | undefined>("citeshelf.addPapers", argument),
	).then(uris => (kept = uris ?? []));
	// Nothing tells a program that the rows are there; Enter does nothing before.
	await waitUntil(async () => {
		await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
		return kept !== undefined;
	}, "the digest was not kept");
	return adding;
}

export function nameOf(uri: vscode.Uri): string {
	return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
