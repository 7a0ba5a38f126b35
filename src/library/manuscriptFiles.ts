// The manuscripts of the workspace: its files that may cite, and documents that are open from elsewhere or never saved.

import * as vscode from "vscode";
import { citableExtensions, isCitableFile } from "../core/citations/citations";
import { DisposableStore } from "../host/disposables";
import { notebookOf, placeOf, type ProjectPlace } from "../host/projectFiles";
import { openAt, type Texts } from "./texts";

/** A workspace has no more manuscripts, or those beyond are not looked at. */
export const mostManuscripts = 1000;

/** Time for which what was found is believed without an event: of a folder that comes with its files some have none. */
const believedMs = 3000;

export class ManuscriptFiles implements vscode.Disposable {
	readonly #store = new DisposableStore();
	#files: Promise<readonly vscode.Uri[]> | undefined;
	#foundAt = 0;

	constructor(texts: Texts) {
		this.#store.add(texts.onDidCreateOrDelete(() => this.forget()));
		this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.forget()));
	}

	/** Looks for them anew when they are asked for next: an event of a file may be on its way. */
	forget(): void {
		this.#files = undefined;
	}

	/** The files of the workspace, which are kept for some seconds until files come or go; one too many tells of more. */
	files(): Promise<readonly vscode.Uri[]> {
		if (!this.#files || Date.now() - this.#foundAt > believedMs) {
			this.#foundAt = Date.now();
			const glob = `**/*.{${citableExtensions.join(",")}}`;
			const found = vscode.workspace.findFiles(glob, "**/node_modules/**", mostManuscripts + 1);
			const files = Promise.resolve(found);
			files.catch(() => this.#files === files && this.forget());
			this.#files = files;
		}
		return this.#files;
	}

	/** The places of all manuscripts. A file stands before what was never saved. */
	async places(): Promise<readonly ProjectPlace[]> {
		const found = await this.files();
		const places = new Map<string, ProjectPlace>();
		const unsaved = new Map<string, ProjectPlace>();
		for (const document of vscode.workspace.textDocuments) {
			const { languageId, uri } = document;
			if (!isCitableFile(languageId, uri.path)) continue;
			const isSaved = !(notebookOf(document) ?? document).isUntitled;
			(isSaved ? places : unsaved).set(uri.toString(), placeOf(document));
		}
		for (const uri of found.slice(0, mostManuscripts)) {
			if (places.has(uri.toString())) continue;
			const languageId = openAt(uri)?.languageId ?? "";
			places.set(uri.toString(), { uri, textUri: uri, languageId, isCell: false });
		}
		return [...places.values(), ...unsaved.values()];
	}

	dispose(): void {
		this.#store.dispose();
	}
}
