// Files as they would be after a change, beside what they are: shown by the editor's own comparison.

import * as vscode from "vscode";
import { baseName } from "../../host/files";

/** A file, and its text after the change. */
export interface AfterFile {
	readonly uri: vscode.Uri;
	readonly text: string;
	/** Whether it is there already. */
	readonly exists: boolean;
}

const scheme = "citeshelf-after";

export class ChangePreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<vscode.Uri>();
	readonly onDidChange = this.#changed.event;
	readonly #texts = new Map<string, string>();
	readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

	provideTextDocumentContent(uri: vscode.Uri): string {
		return this.#texts.get(uri.toString()) ?? "";
	}

	get isShown(): boolean {
		return this.#texts.size > 0;
	}

	/** Shows the comparisons, or brings those that are shown up to date. The focus stays where it is. */
	async show(files: readonly AfterFile[]): Promise<void> {
		for (const { uri, text, exists } of files) {
			const after = inPreview(uri, "after");
			const isNew = !this.#texts.has(after.toString());
			this.#texts.set(after.toString(), text);
			this.#changed.fire(after);
			if (!isNew) continue;
			const title = vscode.l10n.t("{0} as it would be", baseName(uri));
			const options: vscode.TextDocumentShowOptions = { preserveFocus: true, preview: false };
			await vscode.commands.executeCommand(
				"vscode.diff",
				exists ? uri : inPreview(uri, "before"),
				after,
				title,
				options,
			);
		}
	}

	/** Closes the comparisons. */
	async close(): Promise<void> {
		if (!this.isShown) return;
		this.#texts.clear();
		const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
		const own = tabs.filter(
			({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme,
		);
		if (own.length > 0) await vscode.window.tabGroups.close(own, true);
	}

	dispose(): void {
		this.#registration.dispose();
		this.#changed.dispose();
	}
}

/** The address of a file's text in the comparison; its name, and with it its language, stays. */
function inPreview(uri: vscode.Uri, side: "before" | "after"): vscode.Uri {
	return vscode.Uri.from({ scheme, path: uri.path, query: uri.toString(), fragment: side });
}
