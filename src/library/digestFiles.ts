// Where the digests are: the sample shelf, the digests kept for this person, and the workspace's own. Watches them all.

import * as vscode from "vscode";
import { baseName, filesIn, isFolder } from "../host/files";
import { DisposableStore } from "../host/disposables";
import { onDidChangeSetting, setting } from "../host/settings";

/** Time in which several events of one save, or of a tool that writes and renames, become one. */
const quietMs = 200;

/** The least time between two looks at the files for no other reason than that the window got the focus. */
const rarelyMs = 30_000;

const recordsSuffix = ".csl.json";

/** What editors and other programs leave beside a file, or write before they rename it: never a digest. */
const byproduct = /^\.|~$|\.(?:tmp|temp|part|crdownload|download|bak|orig|old|swp|swo|lock)$/i;

/** The file in which the records of a digest may lie: `x.csl.json` beside `x.txt`. */
export function recordsOf(digest: vscode.Uri): vscode.Uri {
	return digest.with({ path: digest.path.replace(/\.[^./]+$/, "") + recordsSuffix });
}

export interface Places {
	readonly extensionUri: vscode.Uri;
	/** Folder of the digests that a person keeps outside any workspace. */
	readonly privateFolder: vscode.Uri;
}

export class DigestFiles implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
	/** Fires, once for events close together, when the digests of `list` or their contents may have changed. */
	readonly onDidChange = this.#changed.event;
	readonly #places: Places;
	#watchers = new DisposableStore();
	/** The digests of the last list, as paths. */
	#listed: readonly string[] = [];
	#lastAnnounced = Date.now();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(places: Places) {
		this.#places = places;
		this.#store.add(
			onDidChangeSetting(["digests", "sampleShelf"], () => {
				this.#watch();
				this.#announce();
			}),
		);
		this.#store.add(
			vscode.workspace.onDidChangeWorkspaceFolders(() => {
				this.#watch();
				this.#announce();
			}),
		);
		// The second net under the watchers: a file system without events, or a change made while asleep.
		this.#store.add(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#announceRarely()));
		this.#watch();
	}

	/** All digests: the sample first, then the private ones, then those of the workspace, each in order of its path. */
	async list(): Promise<readonly vscode.Uri[]> {
		const found = (await Promise.all([this.#sample(), this.#private(), this.#inWorkspace()])).flat();
		const records = new Set(found.map(uri => recordsOf(uri).toString()));
		const digests = found.filter(uri => !records.has(uri.toString()) && !byproduct.test(baseName(uri)));
		this.#listed = digests.map(({ path }) => path);
		return digests;
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#watchers.dispose();
		this.#store.dispose();
	}

	async #sample(): Promise<readonly vscode.Uri[]> {
		if (!setting("sampleShelf")) return [];
		return this.#digestsIn(vscode.Uri.joinPath(this.#places.extensionUri, "seeds"));
	}

	#private(): Promise<readonly vscode.Uri[]> {
		return this.#digestsIn(this.#places.privateFolder);
	}

	async #digestsIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
		const names = await filesIn(folder);
		return names.map(name => vscode.Uri.joinPath(folder, name));
	}

	async #inWorkspace(): Promise<readonly vscode.Uri[]> {
		const found = await Promise.all(
			this.#patterns().map(pattern => vscode.workspace.findFiles(pattern, "**/node_modules/**")),
		);
		const unique = new Map(found.flat().map(uri => [uri.toString(), uri]));
		return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
	}

	#patterns(): readonly vscode.RelativePattern[] {
		return (vscode.workspace.workspaceFolders ?? []).flatMap(folder =>
			setting("digests", folder.uri).map(glob => new vscode.RelativePattern(folder, glob)),
		);
	}

	#watch(): void {
		this.#watchers.dispose();
		this.#watchers = new DisposableStore();
		const records = (vscode.workspace.workspaceFolders ?? []).map(
			folder => new vscode.RelativePattern(folder, `**/*${recordsSuffix}`),
		);
		const privateDigests = new vscode.RelativePattern(this.#places.privateFolder, "*");
		for (const pattern of [...this.#patterns(), ...records, privateDigests]) {
			const watcher = this.#watchers.add(vscode.workspace.createFileSystemWatcher(pattern));
			for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
				this.#watchers.add(event(uri => !byproduct.test(baseName(uri)) && this.#announce()));
			}
		}
		this.#watchFolders();
	}

	/** A folder that is moved or deleted is one event for the folder, and none for the digests in it. */
	#watchFolders(): void {
		for (const folder of vscode.workspace.workspaceFolders ?? []) {
			const everything = new vscode.RelativePattern(folder, "**");
			const watcher = this.#watchers.add(
				vscode.workspace.createFileSystemWatcher(everything, false, true, false),
			);
			this.#watchers.add(watcher.onDidCreate(uri => void this.#announceFolder(uri)));
			this.#watchers.add(
				watcher.onDidDelete(({ path }) => {
					if (this.#listed.some(listed => listed.startsWith(`${path}/`))) this.#announce();
				}),
			);
		}
	}

	async #announceFolder(uri: vscode.Uri): Promise<void> {
		if (mayBeFolder(uri) && (await isFolder(uri))) this.#announce();
	}

	#announceRarely(): void {
		if (Date.now() - this.#lastAnnounced > rarelyMs) this.#announce();
	}

	#announce(): void {
		this.#lastAnnounced = Date.now();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#changed.fire(), quietMs);
	}
}

/** Whether a new path is worth asking whether it is a folder: few files have no extension, and no digest lies there. */
function mayBeFolder({ path }: vscode.Uri): boolean {
	return !/\.\w{1,5}$|\/(?:\.git|node_modules)\//.test(path);
}
