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
	/** What the right sides show, by their addresses; of one that the person closed, what it showed last. */
	readonly #shown = new Map<string, AfterFile>();
	/** Counts what is asked for: what was asked before stops. */
	#run = 0;
	readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

	provideTextDocumentContent(uri: vscode.Uri): string {
		return this.#shown.get(uri.toString())?.text ?? "";
	}

	get isShown(): boolean {
		return [...this.#shown.keys()].some(isOpen);
	}

	/**
	 * Shows the comparisons, or brings those that are shown up to date: a file that is not among these would stay as it
	 * is. The focus stays where it is.
	 */
	async show(files: readonly AfterFile[]): Promise<void> {
		const run = ++this.#run;
		const unchanged = await this.#unchanged(files);
		if (run !== this.#run) return;
		for (const file of [...unchanged, ...files]) {
			const { uri, exists } = file;
			const after = inPreview(uri, "after");
			this.#shown.set(after.toString(), file);
			this.#changed.fire(after);
			if (isOpen(after.toString())) continue;
			const title = vscode.l10n.t("{0} as it would be", baseName(uri));
			const options: vscode.TextDocumentShowOptions = { preserveFocus: true, preview: false };
			await vscode.commands.executeCommand(
				"vscode.diff",
				exists ? uri : inPreview(uri, "before"),
				after,
				title,
				options,
			);
			if (run === this.#run) continue;
			// `close` could not close what was not open yet.
			if (this.#shown.size === 0) await closeTabs();
			return;
		}
	}

	/** The files that are shown and not among these, as they are. */
	#unchanged(files: readonly AfterFile[]): Promise<readonly AfterFile[]> {
		const changed = new Set(files.map(({ uri }) => inPreview(uri, "after").toString()));
		const others = [...this.#shown].filter(([after]) => !changed.has(after) && isOpen(after));
		return Promise.all(
			others.map(async ([, { uri, exists }]) => {
				const text = exists ? (await vscode.workspace.openTextDocument(uri)).getText() : "";
				return { uri, exists, text };
			}),
		);
	}

	/** Closes the comparisons. */
	async close(): Promise<void> {
		this.#run++;
		if (this.#shown.size === 0) return;
		this.#shown.clear();
		await closeTabs();
	}

	dispose(): void {
		this.#registration.dispose();
		this.#changed.dispose();
	}
}

/** The tabs that show comparisons, with the addresses of their right sides. */
function ownTabs(): readonly { readonly tab: vscode.Tab; readonly after: string }[] {
	const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
	return tabs.flatMap(tab => {
		const { input } = tab;
		const isOwn = input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme;
		return isOwn ? [{ tab, after: input.modified.toString() }] : [];
	});
}

function isOpen(after: string): boolean {
	return ownTabs().some(tab => tab.after === after);
}

async function closeTabs(): Promise<void> {
	const tabs = ownTabs().map(({ tab }) => tab);
	if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
}

/** The address of a file's text in the comparison; its name, and with it its language, stays. */
function inPreview(uri: vscode.Uri, side: "before" | "after"): vscode.Uri {
	return vscode.Uri.from({ scheme, path: uri.path, query: uri.toString(), fragment: side });
}
