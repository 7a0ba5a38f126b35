// The map of papers: one webview, which follows the shelf and lives through a reload of the window.

import * as vscode from "vscode";
import { commands, views } from "../../core/contributions";
import { mapHtml } from "../../core/map/mapHtml";
import { englishMapLabels, type MapLabels } from "../../core/map/mapLabels";
import { isFromMap, type FromMap, type ToMap } from "../../core/map/protocol";
import { guarded, register } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { onDidChangeSetting } from "../../host/settings";
import { makeNonce, webviewOptions } from "../../host/webview";
import { startWorker } from "../../host/worker";
import type { Library, LibraryChange } from "../../library/library";
import { MapPlaces } from "../../library/mapPlaces";
import type { PaperPanel } from "../paperPanel";
import type { PaperTree } from "../tree/paperTree";
import { marksOf, shelfMessages } from "./mapPapers";
import { askForPicture, writePicture, type PictureFile } from "./savePicture";

/** Papers that a search marks at most, as in the tree. */
const mostFound = 500;

/** Changes of the shelf that follow each other so soon are shown together. */
const quietMs = 300;

export interface MapPanelNeeds {
	readonly extensionUri: vscode.Uri;
	readonly library: Library;
	readonly panel: Pick<PaperPanel, "show">;
	readonly tree: Pick<PaperTree, "filter" | "showOnly">;
	readonly log: vscode.LogOutputChannel;
	/** Where the map is kept between sessions. */
	readonly folder: vscode.Uri;
}

export class MapPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
	readonly #store = new DisposableStore();
	readonly #needs: MapPanelNeeds;
	readonly #places: MapPlaces;
	#panel: vscode.WebviewPanel | undefined;
	#pageIsReady = false;
	/** Ends what was begun for a shelf that has changed since. */
	#drawing: vscode.CancellationTokenSource | undefined;
	#searching: vscode.CancellationTokenSource | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Where the picture goes that the page was asked for. */
	#picture: PictureFile | undefined;

	constructor(needs: MapPanelNeeds) {
		const { library, folder, log, extensionUri } = needs;
		this.#needs = needs;
		this.#places = new MapPlaces({ library, folder, log, start: () => startWorker(extensionUri, "mapWorker.js") });
		this.#store.add(vscode.window.registerWebviewPanelSerializer(views.map, this));
		this.#store.add(register(commands.showMap, log, () => this.show()));
		this.#store.add(library.onDidChange(change => this.#follow(change)));
		this.#store.add(onDidChangeSetting(["hideAnnounced"], () => this.#redraw()));
	}

	show(): void {
		if (this.#panel) return this.#panel.reveal();
		const title = vscode.l10n.t("Map of papers");
		this.#adopt(
			vscode.window.createWebviewPanel(
				views.map,
				title,
				vscode.ViewColumn.Active,
				webviewOptions(this.#needs.extensionUri),
			),
		);
	}

	deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
		panel.webview.options = webviewOptions(this.#needs.extensionUri);
		this.#panel?.dispose();
		this.#adopt(panel);
		return Promise.resolve();
	}

	dispose(): void {
		this.#panel?.dispose();
		this.#stop();
		this.#store.dispose();
	}

	#adopt(panel: vscode.WebviewPanel): void {
		this.#panel = panel;
		this.#pageIsReady = false;
		const file = (folder: string, name: string) => vscode.Uri.joinPath(this.#needs.extensionUri, folder, name);
		panel.iconPath = { light: file("media", "paperLight.svg"), dark: file("media", "paperDark.svg") };
		panel.onDidDispose(() => {
			if (this.#panel !== panel) return;
			this.#panel = undefined;
			this.#stop();
		});
		panel.webview.onDidReceiveMessage((message: unknown) => {
			if (isFromMap(message)) void guarded(this.#needs.log, () => this.#receive(message));
		});
		panel.webview.html = mapHtml({
			nonce: makeNonce(),
			cspSource: panel.webview.cspSource,
			scriptUri: panel.webview.asWebviewUri(file("dist", "map.js")).toString(),
			styleUri: panel.webview.asWebviewUri(file("media", "map.css")).toString(),
			labels: mapLabels(),
		});
	}

	#receive(message: FromMap): unknown {
		const { tree } = this.#needs;
		switch (message.type) {
			case "ready":
				this.#pageIsReady = true;
				return this.#draw();
			case "open":
				return this.#needs.panel.show(message.id);
			case "search":
				return this.#search(message.query);
			case "choose":
				return message.ids.length > 0 ? tree.showOnly(message.ids) : tree.filter("");
			case "topic":
				return tree.filter(`topic:"${message.label.replaceAll('"', " ")}"`);
			case "arrange":
				this.#places.forget();
				return this.#draw();
			case "save":
				return this.#save();
			case "picture":
				return this.#write(message.content);
		}
	}

	#follow({ added, changed, removed, marked }: LibraryChange): void {
		if (!this.#pageIsReady) return;
		// A change of topics alone names no paper.
		if (marked.length === 0 || added.length + changed.length + removed.length > 0) return this.#redraw();
		const { library } = this.#needs;
		const ids = [...new Set(marked.map(id => library.idOf(id)))];
		void this.#post({ type: "marks", marks: ids.map(id => ({ id, ...marksOf(library, id) })) });
	}

	#redraw(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			if (this.#pageIsReady) void guarded(this.#needs.log, () => this.#draw());
		}, quietMs);
	}

	/** Shows the papers that have places at once, and the others when they have theirs. */
	async #draw(): Promise<void> {
		const { library } = this.#needs;
		const places = this.#places;
		this.#drawing?.cancel();
		const { token } = (this.#drawing = new vscode.CancellationTokenSource());
		if (library.papers.size === 0) await library.load();
		const known = await places.known();
		if (token.isCancellationRequested) return;
		if (library.papers.size === 0) {
			const message = vscode.l10n.t("There are no papers on the shelf yet. Add a digest to see its papers here.");
			return this.#post({ type: "state", message });
		}
		const isKnown = known?.ids.some(id => library.papers.has(id)) === true;
		if (known && isKnown) await this.#postShelf(known, token);
		if (isKnown && !places.isIncomplete) return;
		const tell = (done: number) => {
			const message = vscode.l10n.t("{0} papers are being placed by likeness…", library.papers.size);
			if (!isKnown) void this.#post({ type: "state", message, done });
		};
		tell(0);
		try {
			const placed = await places.complete(tell, token);
			if (placed) await this.#postShelf(placed, token);
		} catch (error) {
			const message = vscode.l10n.t("The map could not be made.");
			if (!isKnown) await this.#post({ type: "state", message });
			throw error;
		}
	}

	async #postShelf(places: Parameters<typeof shelfMessages>[1], token: vscode.CancellationToken): Promise<void> {
		for (const message of shelfMessages(this.#needs.library, places)) {
			if (token.isCancellationRequested) return;
			await this.#post(message);
		}
	}

	async #search(query: string): Promise<void> {
		this.#searching?.cancel();
		const { token } = (this.#searching = new vscode.CancellationTokenSource());
		const found = await this.#needs.library.ask.search(query, { limit: mostFound, asYouType: true }, token);
		if (token.isCancellationRequested) return;
		const best = Math.max(...found.map(({ score }) => score), Number.MIN_VALUE);
		await this.#post({
			type: "found",
			query,
			found: found.map(({ id, score }) => ({ id, score: Math.max(0, score / best) })),
		});
	}

	async #save(): Promise<void> {
		this.#picture = await askForPicture();
		if (this.#picture) await this.#post({ type: "draw", format: this.#picture.format });
	}

	async #write(content: string | Uint8Array): Promise<void> {
		const picture = this.#picture;
		this.#picture = undefined;
		if (picture) await writePicture(picture, content);
	}

	async #post(message: ToMap): Promise<void> {
		await this.#panel?.webview.postMessage(message);
	}

	#stop(): void {
		clearTimeout(this.#timer);
		this.#drawing?.cancel();
		this.#searching?.cancel();
	}
}

/** The words of the page in the editor's language. */
function mapLabels(): MapLabels {
	const entries = Object.entries(englishMapLabels).map(([name, text]) => [name, vscode.l10n.t(text)]);
	return Object.fromEntries(entries) as MapLabels;
}
