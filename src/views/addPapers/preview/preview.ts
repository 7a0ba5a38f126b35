// The preview: what would be kept, and where. Enter keeps, Escape leaves everything as it was.

import * as vscode from "vscode";
import { DisposableStore } from "../../../host/disposables";
import { shownPath } from "../../../host/files";
import { namesFor } from "../../../library/keepDigest";
import type { Library } from "../../../library/library";
import type { Draft } from "../from/draft";
import type { DraftTexts } from "./draftTexts";
import { isKeepable, lookInto, type Looked, type Unread } from "./looked";
import type { Place } from "./places";
import { digestRows, keepRows, previewTitle, type Names, type Row } from "./rows";

export interface PreviewNeeds {
	readonly library: Library;
	readonly texts: DraftTexts;
	readonly places: readonly Place[];
}

/** What a person decided to keep, and where. */
export interface Kept {
	readonly digests: readonly Looked[];
	readonly place: Place;
}

/** Shows what is in the digests; `undefined` when the person gave up. */
export function preview(drafts: readonly Draft[], needs: PreviewNeeds): Promise<Kept | undefined> {
	return new Preview(drafts, needs).choose();
}

class Preview {
	readonly #drafts: readonly Draft[];
	readonly #needs: PreviewNeeds;
	readonly #store = new DisposableStore();
	readonly #pick: vscode.QuickPick<Row>;
	readonly #ending = this.#store.add(new vscode.CancellationTokenSource());
	#found: readonly (Looked | Unread)[] = [];

	constructor(drafts: readonly Draft[], needs: PreviewNeeds) {
		this.#drafts = drafts;
		this.#needs = needs;
		this.#pick = this.#store.add(vscode.window.createQuickPick<Row>());
		// The rows tell a story; sorted by what is typed they would not.
		(this.#pick as { sortByLabel?: boolean }).sortByLabel = false;
		this.#pick.matchOnDescription = true;
		this.#pick.matchOnDetail = true;
		// Looking at the lines of a note must not end it.
		this.#pick.ignoreFocusOut = true;
	}

	choose(): Promise<Kept | undefined> {
		return new Promise((resolve, reject) => {
			const end = (kept?: Kept) => {
				// First of all, since a pick that is hidden or disposed of says so at once, and that would come first.
				resolve(kept);
				this.#ending.cancel();
				this.#store.dispose();
			};
			this.#store.add(this.#pick.onDidHide(() => end()));
			this.#store.add(
				this.#pick.onDidAccept(() => {
					const [row] = this.#pick.activeItems;
					if (row?.keepAt) end({ digests: this.#found.filter(isKeepable), place: row.keepAt });
					else if (row?.show) void this.#show(row.show);
				}),
			);
			this.#pick.show();
			this.#look().catch((error: unknown) => {
				if (!this.#ending.token.isCancellationRequested)
					reject(error instanceof Error ? error : new Error(String(error)));
				end();
			});
		});
	}

	/** Looks into each digest, saying which, and shows what is in them all. */
	async #look(): Promise<void> {
		const { token } = this.#ending;
		this.#pick.busy = true;
		for (const [i, draft] of this.#drafts.entries()) {
			this.#pick.title = vscode.l10n.t("Add papers");
			this.#pick.placeholder =
				this.#drafts.length === 1
					? vscode.l10n.t("Reading {0}…", draft.label)
					: vscode.l10n.t("Reading {0} of {1}: {2}…", i + 1, this.#drafts.length, draft.label);
			const looked = await lookInto(draft, this.#needs.library, token);
			if (token.isCancellationRequested) return;
			this.#found = [...this.#found, looked];
		}
		const names = await this.#names();
		// Checked anew: the compiler holds on to what it knew before the last `await`.
		if (this.#ending.token.isCancellationRequested) return;
		this.#pick.busy = false;
		this.#pick.title = previewTitle(this.#found);
		const rows = [...keepRows(this.#found, this.#needs.places, names), ...digestRows(this.#found)];
		this.#pick.placeholder = rows[0]?.keepAt
			? vscode.l10n.t("Enter keeps them; choose a line to see it; Escape leaves everything as it was")
			: vscode.l10n.t("Nothing can be kept of this; choose a line to see it");
		this.#pick.items = rows;
	}

	async #names(): Promise<Names> {
		const kept = this.#found.filter(isKeepable).map(({ draft, content, inspection }) => ({
			name: draft.name,
			content,
			format: inspection.format,
		}));
		if (kept.length !== 1) return new Map();
		const named = this.#needs.places.map(async ({ id, folder, workspaceFolder }): Promise<[string, string]> => {
			const [uri] = await namesFor(kept, folder);
			const path = uri?.path ?? "";
			return [id, uri && workspaceFolder !== undefined ? shownPath(uri) : path.slice(path.lastIndexOf("/") + 1)];
		});
		return new Map(await Promise.all(named));
	}

	async #show({ looked, at }: NonNullable<Row["show"]>): Promise<void> {
		await this.#needs.texts.show(looked.draft, looked.content, at).then(undefined, () => undefined);
	}
}
