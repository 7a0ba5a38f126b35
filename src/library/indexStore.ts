// Where the index is kept between sessions: one file a piece, and a list of the pieces that belong together. Each piece
// carries its own check, so that a damaged or missing one costs only what is in it.

import * as vscode from "vscode";
import type { Ask } from "../engine/engine";
import { filesIn, readIfThere } from "../host/files";

const list = "pieces.json";
const suffix = ".piece";

export class IndexStore {
	readonly #folder: vscode.Uri;

	constructor(folder: vscode.Uri) {
		this.#folder = folder;
	}

	/** Gives a new engine the index that was stored last. */
	async restore(ask: Ask): Promise<void> {
		const pieces = await this.#read();
		if (pieces.length > 0) await ask("restore", { pieces });
	}

	/** Stores the engine's index, once that has nothing else to do. */
	async store(ask: Ask): Promise<void> {
		const names = (await ask("stored", {})) ?? [];
		if (names.length > 0) await this.#write(names, name => ask("piece", { name }));
	}

	/** The pieces that were written last; none when nothing was, or it cannot be read. */
	async #read(): Promise<readonly Uint8Array[]> {
		const names = namesIn(await readIfThere(this.#uri(list)));
		const pieces = await Promise.all(names.map(name => readIfThere(this.#uri(name + suffix))));
		return pieces.flatMap(piece => piece ?? []);
	}

	/**
	 * Keeps an index of these pieces, writing only those that are not there. The list comes last, so that a crash leaves the
	 * index before; another window that stores its own leaves one of both. When a piece is no more, the index changed, and
	 * is stored again later.
	 */
	async #write(names: readonly string[], piece: (name: string) => Promise<Uint8Array | undefined>): Promise<void> {
		await vscode.workspace.fs.createDirectory(this.#folder);
		const there = new Set(await filesIn(this.#folder));
		for (const name of names.filter(each => !there.has(each + suffix))) {
			const bytes = await piece(name);
			if (!bytes) return;
			await this.#replace(name + suffix, bytes);
		}
		await this.#replace(list, new TextEncoder().encode(JSON.stringify(names)));
		const wanted = new Set([list, ...names.map(name => name + suffix)]);
		for (const file of there) if (!wanted.has(file)) await this.#remove(file);
	}

	/** Writes beside and renames: nobody reads half a file. */
	async #replace(name: string, bytes: Uint8Array): Promise<void> {
		const beside = this.#uri(`${name}.${crypto.randomUUID()}.tmp`);
		await vscode.workspace.fs.writeFile(beside, bytes);
		await vscode.workspace.fs.rename(beside, this.#uri(name), { overwrite: true });
	}

	async #remove(name: string): Promise<void> {
		try {
			await vscode.workspace.fs.delete(this.#uri(name));
		} catch {
			// Another window removed it.
		}
	}

	#uri(name: string): vscode.Uri {
		return vscode.Uri.joinPath(this.#folder, name);
	}
}

/** The names in a list: of pieces, and nothing that would lead elsewhere. */
function namesIn(bytes: Uint8Array | undefined): readonly string[] {
	try {
		const names: unknown = JSON.parse(new TextDecoder().decode(bytes));
		const isName = (name: unknown): name is string => typeof name === "string" && /^[\w-]+$/.test(name);
		return Array.isArray(names) ? names.filter(isName) : [];
	} catch {
		return [];
	}
}
