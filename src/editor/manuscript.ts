// The manuscript that is being written: which papers of the shelf it cites. The tree marks them, the search knows them
// by `is:cited` and `key:`, and suggestions leave them out.

import * as vscode from "vscode";
import { DisposableStore } from "../host/disposables";
import { baseName } from "../host/files";
import { notebookOf } from "../host/projectFiles";
import type { Library } from "../library/library";
import type { CitationTarget } from "./target";

/** Time after the last change of a document before it is looked at: typing is not disturbed. */
const quietMs = 400;

export interface ManuscriptNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	readonly target: CitationTarget;
}

export class Manuscript implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #needs: ManuscriptNeeds;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isLooking = false;
	/** Whether something changed during a look. */
	#again = false;

	constructor(needs: ManuscriptNeeds) {
		this.#needs = needs;
		const { library, target } = needs;
		this.#store.add(vscode.window.onDidChangeActiveTextEditor(() => this.#soon()));
		// The bibliography may have changed, in an editor or on disk, as well as the text.
		this.#store.add(library.texts.onDidChange(() => this.#soon()));
		this.#store.add(library.projects.onDidChange(() => this.#soon()));
		this.#store.add(library.onDidChange(({ added, removed }) => added.length + removed.length > 0 && this.#soon()));
		if (target.document) this.#soon();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#store.dispose();
	}

	#soon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#updateSafely(), quietMs);
	}

	/** One look after the other: a slow file system is not asked twice at a time. */
	async #updateSafely(): Promise<void> {
		if (this.#isLooking) {
			this.#again = true;
			return;
		}
		this.#isLooking = true;
		try {
			await this.#update();
		} catch (error) {
			// What cannot be told is not claimed.
			this.#needs.library.states.setCited({ document: undefined, keys: new Map() });
			this.#needs.log.debug(`The manuscript: ${String(error)}`);
		} finally {
			this.#isLooking = false;
		}
		if (!this.#again) return;
		this.#again = false;
		this.#soon();
	}

	async #update(): Promise<void> {
		const { library, target } = this.#needs;
		const { document } = target;
		if (!document) return library.states.setCited({ document: undefined, keys: new Map() });
		const project = await library.projects.of(document);
		// Not what other parts of the project cite: only what is open is marked.
		const sources = partsOf(document).map(({ uri }) => uri);
		const cited = project && (await library.projects.askIn("citedPapers", { ...project, sources }, {}));
		const keys = new Map(Object.entries(cited ?? {}));
		if (target.document === document) {
			library.states.setCited({ document: baseName(notebookOf(document)?.uri ?? document.uri), keys });
		}
	}
}

/** A document, or all cells of its notebook. */
function partsOf(document: vscode.TextDocument): readonly vscode.TextDocument[] {
	return (
		notebookOf(document)
			?.getCells()
			.map(cell => cell.document) ?? [document]
	);
}
