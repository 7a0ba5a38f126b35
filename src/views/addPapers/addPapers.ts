// Adding papers: from files, the clipboard, an address or the editor, previewed, and kept as plain files.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import { guarded, register } from "../../host/commands";
import { UserError } from "../../host/errors";
import { baseName } from "../../host/files";
import { papersIn } from "../../host/problems";
import { keepDigests } from "../../library/keepDigest";
import type { Library } from "../../library/library";
import { addressDraft, askAddress } from "./from/address";
import { draftsOfArguments, isFromClipboard } from "./from/arguments";
import { fileDrafts, type Draft } from "./from/draft";
import { DraftTexts } from "./preview/draftTexts";
import { PaperDrop } from "./from/drop";
import type { Looked } from "./preview/looked";
import { placesToKeep, rememberPlace } from "./preview/places";
import { preview, type Kept } from "./preview/preview";
import { chooseSource, clipboardSource } from "./from/sources";

export interface AddPapersNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	readonly privateFolder: vscode.Uri;
	/** Remembers where digests were kept last. */
	readonly memento: vscode.Memento;
}

/** The commands that add papers, and what takes digests that are dropped. */
export class AddPapers implements vscode.Disposable {
	readonly drop: vscode.TreeDragAndDropController<unknown>;
	readonly #needs: AddPapersNeeds;
	readonly #texts = new DraftTexts();
	readonly #registered: vscode.Disposable;

	constructor(needs: AddPapersNeeds) {
		this.#needs = needs;
		this.drop = new PaperDrop(
			id => needs.library.paper(id),
			dropped =>
				guarded(needs.log, async () =>
					this.#add("address" in dropped ? await fetched(dropped.address) : dropped.drafts),
				),
		);
		this.#registered = vscode.Disposable.from(
			this.#texts,
			register(commands.addPapers, needs.log, async argument => this.#add(await draftsFor(argument))),
			// The explorer gives the file under the mouse, and all that are selected.
			register(commands.addFiles, needs.log, async (uri, uris) => {
				const chosen = Array.isArray(uris) && uris.length > 0 ? uris : [uri];
				return this.#add(await fileDrafts(chosen.filter(item => item instanceof vscode.Uri)));
			}),
		);
	}

	dispose(): void {
		this.#registered.dispose();
	}

	/** Previews digests and keeps what the person wants kept; answers the files, none when they gave up. */
	async #add(drafts: readonly Draft[]): Promise<readonly vscode.Uri[]> {
		if (drafts.length === 0) return [];
		const { library, privateFolder, memento } = this.#needs;
		const places = placesToKeep(privateFolder, memento);
		const kept = await preview(drafts, { library, places, texts: this.#texts });
		if (!kept) return [];
		rememberPlace(kept.place, memento);
		const uris = await keep(kept);
		await library.load();
		say(kept.digests, uris, library);
		return uris;
	}
}

async function draftsFor(argument: unknown): Promise<readonly Draft[]> {
	const given = await draftsOfArguments(argument);
	if (given) return given;
	const source = isFromClipboard(argument) ? await clipboardSource() : await chooseSource();
	if (!source) return [];
	return "ask" in source ? fetched(source.ask) : source.drafts;
}

async function fetched(proposed: string): Promise<readonly Draft[]> {
	const address = await askAddress(proposed);
	return address === undefined ? [] : [addressDraft(address)];
}

function keep({ digests, place }: Kept): Promise<readonly vscode.Uri[]> {
	const news = digests.map(({ content, draft, inspection }) => ({
		content,
		name: draft.name,
		format: inspection.format,
	}));
	return keepDigests(news, place.folder);
}

/** Says in the status bar what came onto the shelf. */
function say(digests: readonly Looked[], uris: readonly vscode.Uri[], library: Library): void {
	const onShelf = new Set(library.digests.map(({ uri }) => uri.toString()));
	const missed = uris.filter(uri => !onShelf.has(uri.toString()));
	if (missed.length > 0) throw notNamed(missed);
	const count = digests.reduce((sum, { inspection }) => sum + inspection.count, 0);
	const known = digests.reduce((sum, { inspection }) => sum + inspection.known, 0);
	const names = uris.map(baseName).join(", ");
	const text =
		known === 0
			? vscode.l10n.t("{0} added from {1}", papersIn(count), names)
			: vscode.l10n.t("{0} added from {1}, {2} of them new", papersIn(count), names, count - known);
	vscode.window.setStatusBarMessage(`$(add) ${text}`, 8000);
}

/** A file that was kept where the person's own globs do not look. */
function notNamed(missed: readonly vscode.Uri[]): UserError {
	const names = missed.map(baseName).join(", ");
	const text = vscode.l10n.t("{0} was kept, but is no digest by the setting {1}.", names, "citeshelf.digests");
	const title = vscode.l10n.t("Open settings");
	const open = () => vscode.commands.executeCommand("workbench.action.openSettings", "citeshelf.digests");
	return new UserError(text, [{ title, run: open }]);
}
