// Which papers the person looks at: in an open search, in the reading panel, or in the tree.

import * as vscode from "vscode";
import { contextKeys } from "../core/contributions";
import { DisposableStore } from "../host/disposables";
import type { PaperPanel } from "./paperPanel";
import type { PaperTree } from "./tree/paperTree";

export interface LookedAt {
	readonly panel: PaperPanel;
	readonly tree: PaperTree;
	/** The papers that an open search highlights. */
	readonly searched: () => readonly string[];
}

export class CurrentPapers implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #needs: LookedAt;

	constructor(needs: LookedAt) {
		this.#needs = needs;
		for (const event of [needs.tree.onDidChangeSelection, needs.panel.onDidChangePaper]) {
			this.#store.add(event(() => this.#say()));
		}
	}

	/** The papers of the selected rows of the tree. */
	get inTree(): readonly string[] {
		return this.#needs.tree.selectedIds;
	}

	/** In an open search those that are highlighted, else the panel's when it has the focus, else the selected rows. */
	get ids(): readonly string[] {
		const { panel, tree, searched } = this.#needs;
		const shown = panel.id === undefined ? [] : [panel.id];
		const found = [searched(), panel.isActive ? shown : [], tree.selectedIds, shown];
		return found.find(ids => ids.length > 0) ?? [];
	}

	dispose(): void {
		this.#store.dispose();
	}

	/** Commands about a paper are offered while there is one. */
	#say(): void {
		void vscode.commands.executeCommand("setContext", contextKeys.paper, this.ids.length > 0);
	}
}
