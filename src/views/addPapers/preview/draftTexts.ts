// Shows the lines of a digest that is not kept yet: in its file, else as a read-only text of our own.

import * as vscode from "vscode";
import type { Problem } from "../../../core/paper";
import { decodeBytes } from "../../../core/text/decodeBytes";
import { problemRange } from "../../../host/problems";
import type { Draft } from "../from/draft";

const scheme = "citeshelf-draft";

export class DraftTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #subscription: vscode.Disposable;
	#count = 0;

	constructor() {
		this.#subscription = vscode.Disposable.from(
			vscode.workspace.registerTextDocumentContentProvider(scheme, this),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
		);
	}

	provideTextDocumentContent(uri: vscode.Uri): string | undefined {
		return this.#texts.get(uri.toString());
	}

	/** Opens a digest at a problem, or at the first occurrence of a text, behind whatever has the focus. */
	async show(draft: Draft, content: Uint8Array, at: Problem | string): Promise<void> {
		const decoded = decodeBytes(content);
		if (!("text" in decoded)) {
			if (draft.uri) await vscode.commands.executeCommand("vscode.open", draft.uri, { preserveFocus: true });
			return;
		}
		const document = await vscode.workspace.openTextDocument(draft.uri ?? this.#uriOf(draft, decoded.text));
		const selection = typeof at === "string" ? lineOf(document, at) : problemRange(document, at, decoded.text);
		await vscode.window.showTextDocument(document, { preserveFocus: true, preview: true, selection });
	}

	dispose(): void {
		this.#subscription.dispose();
	}

	#uriOf(draft: Draft, text: string): vscode.Uri {
		const known = [...this.#texts].find(([, kept]) => kept === text);
		if (known) return vscode.Uri.parse(known[0]);
		const name = draft.label.replace(/[/\\?#]+/g, " ").trim();
		const uri = vscode.Uri.from({ scheme, path: `/${++this.#count}/${name}` });
		this.#texts.set(uri.toString(), text);
		return uri;
	}
}

/** The line on which a title stands, as far as it stands there as it is shown. */
function lineOf(document: vscode.TextDocument, title: string): vscode.Range {
	const words = title.slice(0, 40).split(/\s+/).slice(0, 4).join(" ");
	const offset = words === "" ? -1 : document.getText().indexOf(words);
	const start = document.positionAt(Math.max(0, offset));
	return new vscode.Range(start, start);
}
