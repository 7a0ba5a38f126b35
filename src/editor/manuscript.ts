// The manuscript that is being written: which papers of the shelf it cites. The tree marks them, the search knows them
// by `is:cited` and `key:`, and suggestions leave them out.

import * as vscode from "vscode";
import { citationsIn } from "../core/citations/citations";
import { DisposableStore } from "../host/disposables";
import { baseName } from "../host/files";
import { projectOf } from "../host/projectFiles";
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
	/** Goes up with each look: an answer that came late counts no more. */
	#look = 0;

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
		return uri === this.#needs.target.document?.uri || /\.(?:bib|json|ya?ml)$/i.test(uri.path);
	}

	#soon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#update().catch((error: unknown) => this.#needs.log.debug(`The manuscript: ${String(error)}`));
		}, quietMs);
	}

	async #update(): Promise<void> {
		const look = ++this.#look;
		const { library, target } = this.#needs;
		const { document } = target;
		if (!document) return library.states.setCited({ document: undefined, keys: new Map() });
		const keys = new Set(citationsIn(sourceOf(document)).flatMap(citation => citation.keys.map(({ key }) => key)));
		// Also without any key: the engine reads the bibliography, and the first citation need not wait for that.
		const cited = await this.#cited(document, [...keys]);
		if (look === this.#look) library.states.setCited({ document: baseName(document.uri), keys: cited });
	}

	async #cited(
		document: vscode.TextDocument,
		keys: readonly string[],
	): Promise<ReadonlyMap<string, readonly string[]>> {
		const { files, uriOf } = await projectOf(document);
		const there = files.filter(({ exists, isRemote }) => exists && !isRemote);
		return this.#needs.library.ask.citedPapers(keys, await sourcesOf(there.map(({ path }) => uriOf(path))));
	}
}
