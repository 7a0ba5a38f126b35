// What a person noted about papers: marks, tags and notes. Kept for the person, or in a file of the workspace, as the
// setting `citeshelf.keepStates` says; what is there moves along when that changes.

import * as vscode from "vscode";
import type { PaperState } from "../core/states/paperState";
import { noStates, readStates, stateOf, type States } from "../core/states/states";
import { report } from "../host/commands";
import { DisposableStore } from "../host/disposables";
import { UserError } from "../host/errors";
import { exists, shownPath } from "../host/files";
import { onDidChangeSetting, setting } from "../host/settings";
import { KeptStates } from "./states/keptStates";
import { PrivateStates, statesPath, WorkspaceStates, type SyncedMemento } from "./states/stateFile";

export interface AnnotationsNeeds {
	readonly memento: SyncedMemento;
	/** Where the editor keeps things for this workspace. */
	readonly storage: vscode.Uri | undefined;
	readonly log: vscode.LogOutputChannel;
}

/** A place for states. */
interface Place {
	readonly isShared: boolean;
	readonly kept: KeptStates;
}

export class Annotations implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<readonly string[]>());
	/** Fires when states changed elsewhere, with the ids under which they were set. */
	readonly onDidChange = this.#changed.event;
	readonly #needs: AnnotationsNeeds;
	readonly #private: PrivateStates;
	#place: Place | undefined;
	#choosing: Promise<void> = Promise.resolve();
	#isTrusted = vscode.workspace.isTrusted;
	/** The workspace cannot be written: until the window is loaded anew, states are private. */
	#isUnwritable = false;
	/** Says which states belong to papers of the shelf; only these go into a workspace. */
	isOnShelf: (id: string) => boolean = () => false;

	constructor(needs: AnnotationsNeeds) {
		this.#needs = needs;
		this.#private = new PrivateStates(needs.memento);
		this.#renew(false);
		this.#store.add(
			onDidChangeSetting(["keepStates"], () => this.#renew(vscode.workspace.isTrusted === this.#isTrusted)),
		);
		this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#renew(false)));
		// Trust lets the workspace's own settings in: that was nobody's choice to share anything.
		this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#renew(false)));
	}

	/** Ends when what is kept was read. */
	get ready(): Promise<void> {
		return this.#choosing;
	}

	get states(): States {
		return this.#place?.kept.states ?? noStates;
	}

	/** The state of the paper with these ids, whichever of them it was set under. */
	state(ids: readonly string[]): PaperState {
		return stateOf(this.states, ids);
	}

	/** Changes the state of the paper with these ids, its own first; whether that changed something. */
	change(ids: readonly string[], how: (state: PaperState) => PaperState): boolean {
		const [own] = ids;
		const before = this.state(ids);
		const after = how(before);
		if (own === undefined || after === before) return false;
		void this.#place?.kept.add({ papers: new Map([[own, after]]), others: [] });
		return true;
	}

	dispose(): void {
		this.#place?.kept.dispose();
		this.#store.dispose();
	}

	#renew(moves: boolean): void {
		this.#isTrusted = vscode.workspace.isTrusted;
		this.#choosing = this.#choosing
			.then(() => this.#choose(moves))
			.catch((error: unknown) => report(error, this.#needs.log));
	}

	/** Goes to the place that the setting asks for; what is known comes along when a person asked. */
	async #choose(moves: boolean): Promise<void> {
		const folder = await this.#sharedFolder();
		const before = this.#place;
		if (before && before.isShared === (folder !== undefined)) return;
		const place = this.#open(folder);
		await place.kept.ready;
		this.#place = place;
		before?.kept.dispose();
		if (before && moves) await place.kept.add(folder ? this.#ofShelf(before.kept.states) : before.kept.states);
		if (!folder) await this.#takeOlder(place.kept);
		if (before) this.#changed.fire([...before.kept.states.papers.keys(), ...place.kept.states.papers.keys()]);
	}

	#open(folder: vscode.Uri | undefined): Place {
		const file = folder ? new WorkspaceStates(folder, this.#needs.storage) : this.#private;
		const kept = new KeptStates({
			file,
			changed: ids => this.#place?.kept === kept && this.#changed.fire(ids),
			failed: (error, unwritten) => this.#fail(error, folder, unwritten),
		});
		return { isShared: folder !== undefined, kept };
	}

	/** The folder whose file is to be used: the first that has one, else the first that can be written. */
	async #sharedFolder(): Promise<vscode.Uri | undefined> {
		if (setting("keepStates") !== "workspace" || !vscode.workspace.isTrusted || this.#isUnwritable)
			return undefined;
		const folders = (vscode.workspace.workspaceFolders ?? [])
			.map(({ uri }) => uri)
			.filter(({ scheme }) => vscode.workspace.fs.isWritableFileSystem(scheme) !== false);
		for (const folder of folders) if (await exists(vscode.Uri.joinPath(folder, ...statesPath))) return folder;
		return folders[0];
	}

	#ofShelf({ papers }: States): States {
		return { papers: new Map([...papers].filter(([id]) => this.isOnShelf(id))), others: [] };
	}

	/** Stars and what was read as earlier versions kept them. */
	async #takeOlder(kept: KeptStates): Promise<void> {
		const older = readStates(this.#private.older());
		if (older.papers.size === 0) return;
		await kept.add(older);
		await this.#private.forgetOlder();
	}

	/** What the workspace does not take is kept for this person. */
	#fail(error: unknown, folder: vscode.Uri | undefined, unwritten: States): void {
		if (!folder || this.#isUnwritable) {
			void report(error, this.#needs.log);
			return;
		}
		this.#isUnwritable = true;
		this.#needs.log.warn(String(error));
		const path = shownPath(vscode.Uri.joinPath(folder, ...statesPath));
		const text = vscode.l10n.t("{0} cannot be written. Marks and notes are kept for you alone meanwhile.", path);
		void report(new UserError(text), this.#needs.log);
		this.#renew(false);
		this.#choosing = this.#choosing.then(() => this.#place?.kept.add(unwritten));
	}
}
