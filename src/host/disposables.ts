// Things to dispose together.

import type * as vscode from "vscode";

/** Collects disposables; one that is added after the store was disposed is disposed at once. */
export class DisposableStore implements vscode.Disposable {
	readonly #items = new Set<vscode.Disposable>();
	#disposed = false;

	add<T extends vscode.Disposable>(item: T): T {
		if (this.#disposed) item.dispose();
		else this.#items.add(item);
		return item;
	}

	dispose(): void {
		this.#disposed = true;
		for (const item of this.#items) item.dispose();
		this.#items.clear();
	}
}
