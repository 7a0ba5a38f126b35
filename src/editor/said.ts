// Telling in the status bar what was cited.

import * as vscode from "vscode";
import { asWritten } from "../host/asWritten";
import { baseName } from "../host/files";
import type { Cited } from "./cite";

/** How long the status bar tells what was cited. */
const saidMs = 8000;

/** Tells for some seconds what was cited; a click opens the bibliography at the entry. */
export class SaidInStatusBar implements vscode.Disposable {
	readonly #item = vscode.window.createStatusBarItem("citeshelf.cited", vscode.StatusBarAlignment.Left);
	#timer: ReturnType<typeof setTimeout> | undefined;

	say({ summary, bibliography, entry }: Cited): void {
		this.#item.name = vscode.l10n.t("Last citation");
		this.#item.text = `$(quote) ${asWritten(summary)}`;
		this.#item.tooltip = vscode.l10n.t("Open the entry in {0}", baseName(bibliography));
		this.#item.command = {
			command: "vscode.open",
			title: vscode.l10n.t("Open the entry"),
			arguments: [bibliography, { selection: entry }],
		};
		this.#item.show();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#item.hide(), saidMs);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#item.dispose();
	}
}
