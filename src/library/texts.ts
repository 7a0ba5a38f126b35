// The texts of manuscripts and bibliographies as the engine knows them: each with a stamp that stands for it, whether it
// is open in the editor or not, and an event when it changes in either place.

import * as vscode from "vscode";
import type { Source } from "../core/citations/citations";
import { decodeBytes } from "../core/text/decodeBytes";
import { DisposableStore } from "../host/disposables";
import { baseName, folderOf, readIfThere } from "../host/files";
import { setting } from "../host/settings";
import { sourceOf } from "../host/texts";
import type { BibliographySource, ManuscriptSource } from "./questions";

/** Files outside the workspace are watched one by one: no more of them. */
const mostWatched = 100;

/** A file that is not open: what stands for its text; `undefined` when it is not there. */
type FileStamp = string | undefined;

export class Texts implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<readonly vscode.Uri[]>());
	/** Fires when texts changed that were asked for, in the editor or on disk. */
	readonly onDidChange = this.#changed.event;
	readonly #moved = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
	/** Fires when a file came or went in the workspace. */
	readonly onDidCreateOrDelete = this.#moved.event;
	/** Stamps of files that are not open: good until something is heard of the file. */
	readonly #files = new Map<string, Promise<FileStamp>>();
	readonly #asked = new Set<string>();
	readonly #watched = new Set<string>();

	constructor() {
		const { workspace, window } = vscode;
		this.#watch("**/*", true);
		this.#store.add(
			workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length > 0) this.#tell(document.uri);
			}),
		);
		// What is open may differ from the file: unsaved from before, or thrown away.
		this.#store.add(workspace.onDidOpenTextDocument(({ uri }) => this.#forget(uri)));
		this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)));
		// The second net under the watchers: a file system without events, or a change made while asleep.
		this.#store.add(window.onDidChangeWindowState(({ focused }) => focused && void this.#lookAgain()));
	}

	/** A bibliography, with what is not yet saved in it; `undefined` when it is not there. */
	async bibliography(uri: vscode.Uri): Promise<BibliographySource | undefined> {
		const stamp = await this.#stampOf(uri);
		if (stamp === undefined) return undefined;
		const text = async () => (this.#isOutdated(uri, stamp) ? undefined : ((await textAt(uri)) ?? ""));
		return { uri: uri.toString(), stamp, fileName: baseName(uri), text };
	}

	/** Those of several that are there. */
	async bibliographies(uris: readonly vscode.Uri[]): Promise<readonly BibliographySource[]> {
		const found = await Promise.all(uris.map(uri => this.bibliography(uri)));
		return found.flatMap(each => each ?? []);
	}

	/** A manuscript, in the same way. */
	async manuscript(uri: vscode.Uri): Promise<ManuscriptSource | undefined> {
		const stamp = await this.#stampOf(uri);
		if (stamp === undefined) return undefined;
		const source = async () =>
			this.#isOutdated(uri, stamp) ? undefined : ((await sourceAt(uri)) ?? fileSource(uri, ""));
		return { uri: uri.toString(), stamp, source };
	}

	/** Looks at a file anew when it is asked for next: an event of it may be on its way. */
	doubt(uri: vscode.Uri): void {
		this.#files.delete(uri.toString());
	}

	dispose(): void {
		this.#store.dispose();
	}

	async #stampOf(uri: vscode.Uri): Promise<FileStamp> {
		const name = uri.toString();
		this.#asked.add(name);
		const open = openAt(uri);
		if (open) return stampOf(open);
		const known = this.#files.get(name);
		if (known) return known;
		this.#watchOutside(uri);
		const stamp = stampOfFile(uri);
		this.#files.set(name, stamp);
		return stamp;
	}

	/** Whether an open document has another text than the one that a stamp stands for. */
	#isOutdated(uri: vscode.Uri, stamp: string): boolean {
		const open = openAt(uri);
		return open !== undefined && stampOf(open) !== stamp;
	}

	/** The workspace is watched as a whole, other places file by file. */
	#watchOutside(uri: vscode.Uri): void {
		const name = uri.toString();
		const { fs } = vscode.workspace;
		if (vscode.workspace.getWorkspaceFolder(uri) || fs.isWritableFileSystem(uri.scheme) === undefined) return;
		if (this.#watched.has(name) || this.#watched.size >= mostWatched) return;
		this.#watched.add(name);
		this.#watch(new vscode.RelativePattern(folderOf(uri), baseName(uri)), false);
	}

	#watch(pattern: vscode.GlobPattern, isWorkspace: boolean): void {
		const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(pattern));
		this.#store.add(watcher.onDidChange(uri => this.#forget(uri)));
		for (const event of [watcher.onDidCreate, watcher.onDidDelete]) {
			this.#store.add(
				event(uri => {
					this.#forget(uri);
					if (isWorkspace) this.#moved.fire(uri);
				}),
			);
		}
	}

	#forget(uri: vscode.Uri): void {
		this.#files.delete(uri.toString());
		this.#tell(uri);
	}

	#tell(uri: vscode.Uri): void {
		if (this.#asked.has(uri.toString())) this.#changed.fire([uri]);
	}

	async #lookAgain(): Promise<void> {
		const known = [...this.#files];
		const changed: vscode.Uri[] = [];
		for (const [name, stamp] of known) {
			const uri = vscode.Uri.parse(name, true);
			if ((await stampOfFile(uri)) === (await stamp) || this.#files.get(name) !== stamp) continue;
			this.#files.delete(name);
			changed.push(uri);
		}
		if (changed.length > 0) this.#changed.fire(changed);
	}
}

/** The open document at an address. */
export function openAt(uri: vscode.Uri): vscode.TextDocument | undefined {
	const name = uri.toString();
	return vscode.workspace.textDocuments.find(each => each.uri.toString() === name);
}

/** The text of a file, with what is not yet saved in it; `undefined` when it is not there, no text, or too large. */
export async function textAt(uri: vscode.Uri, largest = Infinity): Promise<string | undefined> {
	const open = openAt(uri);
	if (open) return open.getText();
	try {
		if (largest < Infinity && (await vscode.workspace.fs.stat(uri)).size > largest) return undefined;
		const bytes = await readIfThere(uri);
		const decoded = bytes && decodeBytes(bytes);
		return decoded && "text" in decoded ? decoded.text : undefined;
	} catch {
		return undefined;
	}
}

/** A manuscript, with what is not yet saved in it; `undefined` when it is not there or is no text. */
export async function sourceAt(uri: vscode.Uri): Promise<Source | undefined> {
	const open = openAt(uri);
	if (open) return sourceOf(open);
	const text = await textAt(uri);
	return text === undefined ? undefined : fileSource(uri, text);
}

/** The name of a file that is not open tells its language. */
function fileSource(uri: vscode.Uri, text: string): Source {
	return { text, languageId: "", fileName: uri.path, citingCommands: setting("citingCommands", uri) };
}

const numbers = new WeakMap<vscode.TextDocument, number>();
let opened = 0;

/** Versions of a document count from its opening: a number tells one opening from the next, and the language counts. */
export function stampOf(document: vscode.TextDocument): string {
	const number = numbers.get(document) ?? ++opened;
	numbers.set(document, number);
	return `${number}.${document.version}.${document.languageId}`;
}

/** What stands for the text of a file that is not open; `undefined` when it is not there. */
export async function stampOfFile(uri: vscode.Uri): Promise<string | undefined> {
	try {
		const { mtime, size } = await vscode.workspace.fs.stat(uri);
		return `file.${mtime}.${size}`;
	} catch {
		return undefined;
	}
}
