// The two places for the states of papers: with the person's other settings, or a file of the workspace.

import * as vscode from "vscode";
import { readIfThere } from "../../host/files";
import type { StateFile } from "./keptStates";

/** The file in a workspace folder. */
export const statesPath = [".citeshelf", "states.jsonl"] as const;

const privateKey = "papers.states";

/** The keys under which stars and what was read were kept before they were states; each holds ids. */
const olderKeys = { read: "papers.read", starred: "papers.starred" } as const;

/** What was marked before states had a time is older than all that has one. */
const before = "2000-01-01T00:00:00.000Z";

/** A memento that may be synchronised with the person's settings. */
export type SyncedMemento = vscode.Memento & { setKeysForSync?: (keys: readonly string[]) => void };

/** For this person alone, synchronised where the editor does that. */
export class PrivateStates implements StateFile {
	readonly #memento: SyncedMemento;

	constructor(memento: SyncedMemento) {
		this.#memento = memento;
		memento.setKeysForSync?.([privateKey]);
	}

	read(): Promise<string | undefined> {
		const text = this.#memento.get<unknown>(privateKey);
		return Promise.resolve(typeof text === "string" ? text : undefined);
	}

	async write(text: string): Promise<void> {
		await this.#memento.update(privateKey, text);
	}

	lastGood(): Promise<undefined> {
		return Promise.resolve(undefined);
	}

	/** Nothing tells of what another window stores; whoever comes to this one sees it. */
	listen(listener: () => void): vscode.Disposable {
		return vscode.window.onDidChangeWindowState(({ focused }) => focused && listener());
	}

	/** Stars and what was read as they were kept before, as lines of states; empty without any. */
	older(): string {
		const lines = Object.entries(olderKeys).flatMap(([mark, key]) => {
			const ids = this.#memento.get<unknown>(key);
			return Array.isArray(ids)
				? ids.map(id => JSON.stringify({ id: id as unknown, [mark]: { on: before } }))
				: [];
		});
		return lines.join("\n");
	}

	async forgetOlder(): Promise<void> {
		for (const key of Object.values(olderKeys)) await this.#memento.update(key, undefined);
	}
}

/**
 * In a workspace folder, to be shared. What is written is kept aside first, where nobody shares it: the editor's rename
 * takes the old file away before the new one has its name, so that writing beside would be no safer.
 */
export class WorkspaceStates implements StateFile {
	readonly #folder: vscode.Uri;
	readonly #aside: vscode.Uri | undefined;

	/** `storage` is where the editor keeps things for this workspace. */
	constructor(folder: vscode.Uri, storage: vscode.Uri | undefined) {
		this.#folder = folder;
		this.#aside = storage && vscode.Uri.joinPath(storage, "states.jsonl");
	}

	get uri(): vscode.Uri {
		return vscode.Uri.joinPath(this.#folder, ...statesPath);
	}

	read(): Promise<string | undefined> {
		return textOf(this.uri);
	}

	async write(text: string): Promise<void> {
		const bytes = new TextEncoder().encode(text);
		if (this.#aside) await vscode.workspace.fs.writeFile(this.#aside, bytes);
		await vscode.workspace.fs.writeFile(this.uri, bytes);
	}

	lastGood(): Promise<string | undefined> {
		return this.#aside ? textOf(this.#aside) : Promise.resolve(undefined);
	}

	listen(listener: () => void): vscode.Disposable {
		const pattern = new vscode.RelativePattern(this.#folder, statesPath.join("/"));
		const watcher = vscode.workspace.createFileSystemWatcher(pattern);
		const events = [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete];
		// The second net, as for digests: a file system without events, or a pull while the editor was asleep.
		const focus = vscode.window.onDidChangeWindowState(({ focused }) => focused && listener());
		return vscode.Disposable.from(watcher, focus, ...events.map(event => event(listener)));
	}
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
	const bytes = await readIfThere(uri);
	return bytes && new TextDecoder().decode(bytes);
}
