// What was written into each file of records so far, kept for this person: what differs from it was changed by hand, and
// stays.

import * as vscode from "vscode";
import { readIfThere } from "../../host/files";
import { hashName } from "../../host/hashName";

export class RecordsBase {
	readonly #folder: vscode.Uri;
	/** What was kept before the last writing, by the addresses of files. */
	readonly #before = new Map<string, string | undefined>();

	constructor(folder: vscode.Uri) {
		this.#folder = folder;
	}

	/** What was written into a file, as such a file itself; `undefined` when nobody knows. */
	async get(uri: vscode.Uri): Promise<string | undefined> {
		const content = await readIfThere(await this.#fileOf(uri));
		return content && new TextDecoder().decode(content);
	}

	async put(uri: vscode.Uri, text: string): Promise<void> {
		const before = await this.get(uri);
		if (before === text) return;
		this.#before.set(uri.toString(), before);
		await vscode.workspace.fs.writeFile(await this.#fileOf(uri), new TextEncoder().encode(text));
	}

	/** Takes the last writing of a file back. */
	async undo(uri: vscode.Uri): Promise<void> {
		if (!this.#before.has(uri.toString())) return;
		const before = this.#before.get(uri.toString());
		this.#before.delete(uri.toString());
		const file = await this.#fileOf(uri);
		if (before === undefined) await vscode.workspace.fs.delete(file);
		else await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(before));
	}

	async #fileOf(uri: vscode.Uri): Promise<vscode.Uri> {
		return vscode.Uri.joinPath(this.#folder, await hashName(uri.toString()));
	}
}
