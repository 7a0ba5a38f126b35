// The manuscript that is being written: which papers of the shelf it cites. The tree marks them, the search knows them
// by `is:cited` and `key:`, and suggestions leave them out.

import * as vscode from "vscode";
import { citationsIn } from "../core/citations/citations";
import { DisposableStore } from "../host/disposables";
import { baseName } from "../host/files";
import { notebookOf, projectOf } from "../host/projectFiles";
import { sourceOf } from "../host/texts";
import type { Library } from "../library/library";
import { sourcesOf } from "./openBibliography";
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
		this.#store.add(
			vscode.workspace.onDidChangeTextDocument(({ document }) => this.#isOf(document) && this.#soon()),
		);
		this.#store.add(vscode.workspace.onDidSaveTextDocument(document => this.#isOf(document) && this.#soon()));
		this.#store.add(library.onDidChange(({ added, removed }) => added.length + removed.length > 0 && this.#soon()));
		if (target.document) this.#soon();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#store.dispose();
	}

	/** Whether a document is the manuscript, or may be its bibliography. */
	#isOf({ uri }: vscode.TextDocument): boolean {
		const { document } = this.#needs.target;
		if (document && uri.toString() === document.uri.toString()) return true;
		return (
			/\.bib$/i.test(uri.path) ||
			(/\.(?:json|ya?ml)$/i.test(uri.path) && !/\/(?:\.vscode|node_modules)\//.test(uri.path))
		);
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
		const keys = partsOf(document).flatMap(part => citationsIn(sourceOf(part)).flatMap(citation => citation.keys));
		const { files, uriOf } = await projectOf(document);
		const there = files.filter(({ exists, isRemote }) => exists && !isRemote);
		// Also without any key: the engine reads the bibliography, and the first citation need not wait for that.
		const cited = await library.ask.citedPapers(
			[...new Set(keys.map(({ key }) => key))],
			await sourcesOf(there.map(({ path }) => uriOf(path))),
		);
		if (target.document === document) {
			library.states.setCited({ document: baseName(notebookOf(document)?.uri ?? document.uri), keys: cited });
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
