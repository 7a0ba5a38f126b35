// The reading panel: one webview, re-used, that shows a paper beside the text. It lives through a reload of the window.

import * as vscode from "vscode";
import { commands, views } from "../core/contributions";
import { isFromPage, type FromPage, type PageAction, type ToPage } from "../core/protocol";
import { beginning, plainTitle } from "../core/render";
import type { Reason } from "../core/search/ranking/reasons";
import { pageHtml } from "../core/render/pageHtml";
import { guarded } from "../host/commands";
import { DisposableStore } from "../host/disposables";
import { labels } from "../host/labels";
import { makeNonce, webviewOptions } from "../host/webview";
import type { Library } from "../library/library";

/** Letters of a title in the panel's tab. */
const tabLength = 40;

export interface PaperPanelNeeds {
	readonly extensionUri: vscode.Uri;
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The order in which next and previous walk: the tree's. */
	readonly order: () => readonly string[];
	/** Shows in the tree where the panel has gone. */
	readonly follow: (id: string) => void;
	readonly filterTree: (query: string) => void;
}

export interface ShowOptions {
	readonly preserveFocus?: boolean;
	/** The paper is only glanced at: it does not count as read. */
	readonly isPreview?: boolean;
	/** Index terms whose words are marked. */
	readonly terms?: readonly string[];
	/** Why a search found it. */
	readonly reasons?: readonly Reason[];
}

export class PaperPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
	/** Fires when the panel shows another paper, or none. */
	readonly onDidChangePaper = this.#changed.event;
	readonly #needs: PaperPanelNeeds;
	#panel: vscode.WebviewPanel | undefined;
	#pageIsReady = false;
	/** An id by which the shown paper is known; it stays when a better record gives the paper another one. */
	#id: string | undefined;
	/** Every id by which the shown paper was known last. */
	#aliases: readonly string[] = [];
	#terms: readonly string[] = [];
	#reasons: readonly Reason[] = [];

	constructor(needs: PaperPanelNeeds) {
		this.#needs = needs;
		this.#store.add(vscode.window.registerWebviewPanelSerializer(views.paperPanel, this));
		this.#store.add(
			needs.library.onDidChange(({ added, changed, removed, marked }) => {
				const shown = new Set([this.#id, ...this.#aliases]);
				if ([...added, ...changed, ...removed, ...marked].some(id => shown.has(id))) this.#refresh();
			}),
		);
	}

	/** The paper that the panel shows, if it is open. */
	get id(): string | undefined {
		return this.#panel && this.#id !== undefined ? this.#own(this.#id) : undefined;
	}

	get isActive(): boolean {
		return this.#panel?.active ?? false;
	}

	/** Shows a paper, beside the text when the panel is not yet open. */
	show(id: string, { preserveFocus = false, isPreview = false, terms = [], reasons = [] }: ShowOptions = {}): void {
		if (!isPreview) this.#needs.library.states.mark("read", [id], true);
		if (id !== this.#id) this.#aliases = [];
		this.#id = id;
		this.#terms = terms;
		this.#reasons = reasons;
		if (!this.#panel) {
			const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus };
			this.#adopt(
				vscode.window.createWebviewPanel(
					views.paperPanel,
					vscode.l10n.t("Paper"),
					column,
					webviewOptions(this.#needs.extensionUri),
				),
			);
		} else if (!preserveFocus || !this.#panel.visible) {
			this.#panel.reveal(undefined, preserveFocus);
		}
		this.#refresh();
	}

	/** Closes the panel, if it is open. */
	close(): void {
		this.#panel?.dispose();
	}

	deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
		const id = typeof state === "object" && state !== null && "id" in state ? state.id : undefined;
		this.#id = typeof id === "string" ? id : undefined;
		panel.webview.options = webviewOptions(this.#needs.extensionUri);
		this.#panel?.dispose();
		this.#adopt(panel);
		return Promise.resolve();
	}

	dispose(): void {
		this.close();
		this.#store.dispose();
	}

	#adopt(panel: vscode.WebviewPanel): void {
		this.#panel = panel;
		this.#pageIsReady = false;
		const icon = (name: string) => vscode.Uri.joinPath(this.#needs.extensionUri, "media", name);
		panel.iconPath = { light: icon("paperLight.svg"), dark: icon("paperDark.svg") };
		panel.onDidDispose(() => {
			if (this.#panel !== panel) return;
			this.#panel = undefined;
			this.#changed.fire();
		});
		panel.webview.onDidReceiveMessage((message: unknown) => {
			if (isFromPage(message)) void guarded(this.#needs.log, () => this.#receive(message));
		});
		const asset = (folder: string, name: string) =>
			panel.webview.asWebviewUri(vscode.Uri.joinPath(this.#needs.extensionUri, folder, name)).toString();
		panel.webview.html = pageHtml({
			nonce: makeNonce(),
			cspSource: panel.webview.cspSource,
			scriptUri: asset("dist", "panel.js"),
			styleUri: asset("media", "panel.css"),
			title: vscode.l10n.t("Paper"),
			labels: labels(),
		});
	}

	#receive(message: FromPage): unknown {
		switch (message.type) {
			case "ready":
				this.#pageIsReady = true;
				this.#id ??= message.id;
				return this.#post();
			case "action":
				return this.#act(message.action);
			case "open":
				return this.#go(message.id);
			case "topic":
				return this.#needs.filterTree(message.label);
			case "tag":
				return this.#needs.filterTree(`tag:"${message.tag}"`);
			case "link":
				return vscode.env.openExternal(vscode.Uri.parse(message.url, true));
		}
	}

	#act(action: PageAction): unknown {
		const id = this.#id === undefined ? undefined : this.#own(this.#id);
		const argument = { id, ids: id === undefined ? [] : [id] };
		switch (action) {
			case "cite":
				return vscode.commands.executeCommand(commands.insertCitation, argument);
			case "copyCitation":
				return vscode.commands.executeCommand(commands.copyCitation, argument);
			case "copyBibtex":
				return vscode.commands.executeCommand(commands.copyBibtex, argument);
			case "openOnline":
				return vscode.commands.executeCommand(commands.openOnline, argument);
			case "star":
				return vscode.commands.executeCommand(commands.toggleStar, argument);
			case "read":
				return vscode.commands.executeCommand(commands.toggleRead, argument);
			case "later":
				return vscode.commands.executeCommand(commands.toggleLater, argument);
			case "done":
				return vscode.commands.executeCommand(commands.toggleDone, argument);
			case "hide":
				return vscode.commands.executeCommand(commands.toggleHidden, argument);
			case "note":
				return vscode.commands.executeCommand(commands.editNote, argument);
			case "tags":
				return vscode.commands.executeCommand(commands.editTags, argument);
			case "completeRecord":
				return vscode.commands.executeCommand(commands.completeRecords, argument);
			case "next":
				return this.#step(1);
			case "previous":
				return this.#step(-1);
		}
	}

	#step(by: 1 | -1): void {
		const order = this.#needs.order();
		const next = order[this.#id === undefined ? 0 : order.indexOf(this.#own(this.#id)) + by];
		if (next !== undefined) this.#go(next);
	}

	#go(id: string): void {
		this.show(id, { preserveFocus: true, terms: this.#terms });
		this.#needs.follow(id);
	}

	/** The id that a paper has now: by the id that was asked for, else by one that it had when it was shown last. */
	#own(id: string): string {
		const { library } = this.#needs;
		return library.idOf([id, ...this.#aliases].find(alias => library.paper(alias)) ?? id);
	}

	#refresh(): void {
		this.#changed.fire();
		void guarded(this.#needs.log, () => this.#post());
	}

	async #post(): Promise<void> {
		const panel = this.#panel;
		if (!panel || !this.#pageIsReady) return;
		const id = this.#id;
		const message = await this.#message(id);
		// An answer that came late must not replace the paper that was asked for since.
		if (this.#panel !== panel || this.#id !== id) return;
		panel.title = message.type === "paper" ? beginning(message.title, tabLength) : vscode.l10n.t("Paper");
		await panel.webview.postMessage(message);
	}

	async #message(id: string | undefined): Promise<ToPage> {
		if (id === undefined) {
			return {
				type: "state",
				state: "empty",
				message: vscode.l10n.t("Choose a paper on the shelf to read it here."),
			};
		}
		const { library } = this.#needs;
		if (!library.paper(this.#own(id))) await library.load();
		const own = this.#own(id);
		const paper = library.paper(own);
		const order = this.#needs.order();
		const index = order.indexOf(own);
		const position = index < 0 ? undefined : { place: index + 1, count: order.length };
		const html =
			paper &&
			(await library.ask.page({
				id: own,
				terms: this.#terms,
				reasons: this.#reasons,
				citedIn: library.states.citedIn(own),
				notes: library.states.note(own).texts,
				followed: library.states.following(own)?.queries ?? [],
				position,
				labels: labels(),
			}));
		if (html !== undefined && this.#id === id) this.#aliases = library.idsOf(own);
		if (!paper || html === undefined) {
			const text = vscode.l10n.t("This paper is no longer on the shelf: its digest was changed or removed.");
			return { type: "state", state: "gone", message: text };
		}
		return { type: "paper", id, html, title: plainTitle(paper) };
	}
}
