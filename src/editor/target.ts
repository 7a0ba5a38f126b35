// Where a citation goes: the text editor that is active, or was last, when the focus is in the tree or the panel.

import * as vscode from "vscode";
import { citableExtensions, citableLanguages, isCitableFile } from "../core/citations/citations";
import { contextKeys } from "../core/contributions";
import { UserError } from "../host/errors";

export class CitationTarget implements vscode.Disposable {
	#last: vscode.TextEditor | undefined;
	readonly #listener = vscode.Disposable.from(
		vscode.window.onDidChangeActiveTextEditor(editor => this.#remember(editor)),
		// A document that gets another language is closed and opened for the editor's extensions.
		vscode.workspace.onDidOpenTextDocument(document => {
			const editor = vscode.window.activeTextEditor;
			if (editor?.document === document) this.#remember(editor);
		}),
	);

	constructor() {
		this.#remember(vscode.window.activeTextEditor);
		void vscode.commands.executeCommand("setContext", contextKeys.active, true);
	}

	/** The editor to cite in. Throws a `UserError` when none is there. */
	find(): vscode.TextEditor {
		const editor = this.#find();
		if (editor) return editor;
		throw new UserError(vscode.l10n.t("No document is open to cite in. Nothing was changed."));
	}

	/** The document that would be cited in. */
	get document(): vscode.TextDocument | undefined {
		return this.#find()?.document;
	}

	dispose(): void {
		this.#listener.dispose();
	}

	/** A bibliography or a log that one looks at meanwhile does not change which manuscript is written. */
	#remember(editor: vscode.TextEditor | undefined): void {
		const citable = editor !== undefined && isCitable(editor);
		void vscode.commands.executeCommand("setContext", contextKeys.citable, citable);
		if (editor && isCitable(editor)) this.#last = editor;
	}

	#find(): vscode.TextEditor | undefined {
		const visible = vscode.window.visibleTextEditors;
		const candidates = [vscode.window.activeTextEditor, this.#last, ...visible];
		return candidates.find(editor => editor && visible.includes(editor) && isCitable(editor));
	}
}

/** The documents in which citations can be written, for providers of the editor. */
export function citableDocuments(): vscode.DocumentFilter[] {
	const extensions = citableExtensions.map(anyCase).join(",");
	return [...citableLanguages.map(language => ({ language })), { pattern: `**/*.{${extensions}}` }];
}

/** A pattern for letters in either case: it is `.Rmd` and `.Rnw` that people write. */
function anyCase(letters: string): string {
	return letters.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`);
}

function isCitable({ document }: vscode.TextEditor): boolean {
	return isCitableFile(document.languageId, document.uri.path);
}
