// The selected rows of the tree: which papers they show, and which row is next when a selected one goes.

import type * as vscode from "vscode";
import type { Node } from "./nodes";

export interface SelectionNeeds {
	readonly view: vscode.TreeView<Node>;
	/** The rows below one another, as far as branches are open. */
	readonly inSight: () => readonly Node[];
	/** Shows a paper in the reading panel, leaving the focus in the tree. */
	readonly show: (id: string) => void;
}

export class Selection implements vscode.Disposable {
	readonly #needs: SelectionNeeds;
	readonly #listener: vscode.Disposable;
	/** A row that is about to be selected. */
	#coming: Node | undefined;
	#isFocused = false;

	constructor(needs: SelectionNeeds) {
		this.#needs = needs;
		this.#listener = needs.view.onDidChangeSelection(({ selection }) => {
			// A selected row that goes leaves none behind, before the next one is selected.
			if (selection.length > 0) this.#coming = undefined;
		});
	}

	/** The selected rows; the editor tells of a selection that was asked for only some time later. */
	get nodes(): readonly Node[] {
		return this.#coming ? [this.#coming] : this.#needs.view.selection;
	}

	/** The papers of the selected rows, each once. */
	get ids(): readonly string[] {
		return [...new Set(this.nodes.flatMap(node => (node.kind === "paper" ? node.paper.id : [])))];
	}

	/** Whether what happens now was asked for by a key in the tree. */
	get isFocused(): boolean {
		return this.#isFocused;
	}

	/** The place of the selected row among those in sight, from 0; -1 without one. */
	get place(): number {
		const [selected] = this.nodes;
		return selected ? this.#needs.inSight().findIndex(({ row }) => row === selected.row) : -1;
	}

	/** Does what a key in the tree asks for: where the selected row goes by it, the focus goes on to the next one. */
	whileFocused(act: () => void): void {
		this.#isFocused = true;
		act();
		this.#isFocused = false;
	}

	async select(node: Node, how: { readonly focus: boolean; readonly expand?: boolean }): Promise<void> {
		this.#coming = node;
		await this.#needs.view.reveal(node, { ...how, select: true });
	}

	/** Where the selected row has gone, as one that was hidden, the one that stands there now is next. */
	async selectAt(place: number, focus: boolean): Promise<void> {
		const rows = this.#needs.inSight();
		const next = rows[Math.min(place, rows.length - 1)];
		if (!next || !this.#needs.view.visible) return;
		await this.select(next, { focus });
		if (focus && next.kind === "paper") this.#needs.show(next.paper.id);
	}

	/**
	 * Moves focus and selection by one row, and shows the paper. The editor tells an extension of the selection only, and
	 * its own arrow keys move the focus alone: with them the reading panel could not follow.
	 */
	async move(step: 1 | -1): Promise<void> {
		const place = this.place;
		const next = this.#needs.inSight()[place < 0 ? 0 : place + step];
		if (!next) return;
		await this.select(next, { focus: true, expand: false });
		if (next.kind === "paper") this.#needs.show(next.paper.id);
	}

	dispose(): void {
		this.#listener.dispose();
	}
}
