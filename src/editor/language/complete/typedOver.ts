// Typing a bracket over one that came with an accepted key. The editor does so for brackets that it closed by itself, and
// knows nothing of ours: of the two the one that came with the key goes.

import * as vscode from "vscode";
import type { ExpectedKey } from "../../../core/completion/expected";

/** Text that a person may type over. */
interface Ahead {
	readonly document: vscode.TextDocument;
	offset: number;
	readonly text: string;
}

/** An edit is refused when somebody types on meanwhile: then it is tried again. */
const mostTries = 5;

export class TypedOver implements vscode.Disposable {
	readonly #listener: vscode.Disposable;
	/** The list that is shown: a key accepted from it comes with its bracket. */
	#expected: { readonly document: vscode.TextDocument; readonly start: number; readonly close: string } | undefined;
	#ahead: Ahead | undefined;

	constructor() {
		this.#listener = vscode.Disposable.from(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				for (const change of contentChanges) this.#follow(document, change);
			}),
			vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
				const { document, offset = 0 } = this.#ahead ?? {};
				if (document !== textEditor.document) return;
				// Whoever comes back to the line later means what is typed there.
				const { line } = document.positionAt(offset);
				if (selections.every(({ active }) => active.line !== line)) this.#ahead = undefined;
			}),
		);
	}

	/** Hears what is offered in a document; the last list counts. */
	expect(document: vscode.TextDocument, { range, close }: ExpectedKey): void {
		this.#expected = close === "" ? undefined : { document, start: range.start, close };
	}

	dispose(): void {
		this.#listener.dispose();
	}

	#follow(document: vscode.TextDocument, change: vscode.TextDocumentContentChangeEvent): void {
		const { rangeOffset, rangeLength, text } = change;
		const { start, close = "" } = this.#expected?.document === document ? this.#expected : {};
		if (close !== "" && rangeOffset === start && text.length > close.length && text.endsWith(close)) {
			this.#expected = undefined;
			this.#ahead = { document, offset: rangeOffset + text.length - close.length, text: close };
			return;
		}
		const ahead = this.#ahead;
		if (ahead?.document !== document) return;
		const isTypedOver = rangeOffset === ahead.offset && rangeLength === 0 && text === ahead.text.charAt(0);
		if (rangeOffset + rangeLength <= ahead.offset) ahead.offset += text.length - rangeLength;
		else if (rangeOffset < ahead.offset + ahead.text.length) this.#ahead = undefined;
		if (isTypedOver) void this.#remove(ahead);
	}

	/** Takes the first letter of what is ahead away, in the same undo step as what was typed. */
	async #remove(ahead: Ahead): Promise<void> {
		const { document, text } = ahead;
		const editor = vscode.window.visibleTextEditors.find(each => each.document === document);
		const options = { undoStopBefore: false, undoStopAfter: false };
		for (let tries = 0; editor && tries < mostTries && this.#ahead === ahead; tries++) {
			const range = new vscode.Range(document.positionAt(ahead.offset), document.positionAt(ahead.offset + 1));
			if (!(await editor.edit(builder => builder.delete(range), options))) continue;
			this.#ahead = text.length > 1 ? { document, offset: ahead.offset, text: text.slice(1) } : undefined;
		}
	}
}
