// What on the shelf is near to what is being written: ranked anew when the manuscript or the shelf has been quiet for a
// while, and only while the tree is in sight.

import * as vscode from "vscode";
import { DisposableStore } from "../../host/disposables";
import { baseName } from "../../host/files";
import { notebookOf } from "../../host/projectFiles";
import type { Library } from "../../library/library";
import { isBibliography } from "../../library/projects";

/** Time after the last change before the shelf is ranked: a pause in writing, not between two words. */
const quietMs = 1500;

export interface NearWritingNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The manuscript that is written. */
	readonly document: () => vscode.TextDocument | undefined;
	/** Whether anybody sees it. */
	readonly isWanted: () => boolean;
	/** Hears of a new ranking. */
	readonly changed: () => void;
}

/** The last ranking. */
export interface Nearest {
	/** The name of the document; empty when there is none. */
	readonly document: string;
	/** How many papers have a place in the ranking. */
	readonly ranked: number;
	/** The ids of the nearest papers that the project does not cite. */
	readonly ids: readonly string[];
}

const nothing: Nearest = { document: "", ranked: 0, ids: [] };

export class NearWriting implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #needs: NearWritingNeeds;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#current = nothing;
	/** Whether something changed since the last ranking. */
	#isStale = true;
	#ranking: Promise<void> | undefined;

	constructor(needs: NearWritingNeeds) {
		this.#needs = needs;
		const { library } = needs;
		this.#store.add(vscode.window.onDidChangeActiveTextEditor(() => this.#age()));
		this.#store.add(library.texts.onDidChange(() => this.#age()));
		this.#store.add(library.projects.onDidChange(() => this.#age()));
		this.#store.add(library.onDidChange(({ marked }) => marked.length === 0 && this.#age()));
		this.#age();
	}

	get current(): Nearest {
		return this.#current;
	}

	/** Ranks the shelf now, unless nothing changed since it was. */
	async rank(): Promise<Nearest> {
		clearTimeout(this.#timer);
		while (this.#isStale || this.#ranking) {
			this.#ranking ??= this.#rank().finally(() => (this.#ranking = undefined));
			await this.#ranking;
		}
		return this.#current;
	}

	/** The tree came into sight, or something changed. */
	soon(): void {
		clearTimeout(this.#timer);
		if (!this.#isStale || !this.#needs.isWanted()) return;
		this.#timer = setTimeout(() => void this.#rankSafely(), quietMs);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#store.dispose();
	}

	#age(): void {
		this.#isStale = true;
		this.soon();
	}

	/** The bibliography that is open, else the manuscript. */
	#document(): vscode.TextDocument | undefined {
		const active = vscode.window.activeTextEditor?.document;
		return active && isBibliography(active) ? active : this.#needs.document();
	}

	/** Nobody asked for it: what goes wrong is nothing to be told. */
	async #rankSafely(): Promise<void> {
		try {
			await this.rank();
		} catch (error) {
			this.#needs.log.debug(`Near the writing: ${String(error)}`);
		}
	}

	async #rank(): Promise<void> {
		this.#isStale = false;
		const { library, changed } = this.#needs;
		const document = this.#document();
		await library.whenIndexed();
		const answer = document && (await library.projects.ask("nearWriting", document, {}));
		const name = document ? baseName(notebookOf(document)?.uri ?? document.uri) : "";
		this.#current = answer ? { document: name, ranked: answer.ranked, ids: answer.best } : nothing;
		changed();
	}
}
