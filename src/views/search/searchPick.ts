// The search pick: papers ranked as one types, previewed beside, to open or to cite.

import * as vscode from "vscode";
import { commands, contextKeys } from "../../core/contributions";
import type { FoundPaper } from "../../core/shelf";
import { guarded } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { setting } from "../../host/settings";
import type { Library } from "../../library/library";
import type { PaperPanel } from "../paperPanel";
import { answerRows, emptyRows, type Question } from "./answer";
import { rememberPapers } from "./recent";
import { purposeButton, replaceButton, saveButton } from "./buttons";
import type { Purpose, Row, RowButton } from "./rows";

const purposeKey = "searchPurpose";

export interface SearchPickNeeds {
	readonly library: Library;
	readonly panel: PaperPanel;
	readonly log: vscode.LogOutputChannel;
	/** Remembers what Enter does in a search, and the papers that were chosen. */
	readonly memento: vscode.Memento;
}

export interface PickOptions {
	/** Text in the field at the start. */
	readonly query?: string;
	/** Rows shown while the field is empty, in place of the shelf. */
	readonly suggested?: readonly FoundPaper[];
	readonly title?: string;
	/** What Enter does; as the person chose last when the pick can be switched. */
	readonly purpose?: Purpose;
	/** The query is selected text, which the citation may replace. */
	readonly isSelected?: boolean;
}

/** What was chosen: papers, and what to do with them. */
export interface Choice {
	readonly purpose: Purpose;
	readonly rows: readonly Row[];
	/** Whether a locator is to be asked for. */
	readonly asksLocator: boolean;
	/** Whether the selected text gives way. */
	readonly replaces: boolean;
}

/** One showing of the pick. */
export class SearchPick {
	readonly #needs: SearchPickNeeds;
	readonly #options: PickOptions;
	readonly #pick: vscode.QuickPick<Row>;
	readonly #store = new DisposableStore();
	readonly #paperBefore: string | undefined;
	/** Rows that were ticked stay on top while the query changes. */
	#ticked: readonly Row[] = [];
	#running: vscode.CancellationTokenSource | undefined;
	#updated: Promise<void> | undefined;
	/** Whether the rows are not yet those of what is typed. */
	#isAnswering = false;
	#purpose: Purpose;
	/** The row that was highlighted when the rows were put there. */
	#first: Row | undefined;
	/** The query whose rows are shown. */
	#shown: string | undefined;
	/** Whether the chosen paper is about to be opened: then the preview stays. */
	#opens = false;
	#isHidden = false;
	#asksLocator = false;
	#replaces = false;
	/** Ends the showing with these rows. */
	#end: (rows: readonly Row[]) => void = () => undefined;

	constructor(needs: SearchPickNeeds, options: PickOptions) {
		this.#needs = needs;
		this.#options = options;
		this.#purpose = options.purpose ?? (needs.memento.get(purposeKey) === "cite" ? "cite" : "open");
		this.#paperBefore = needs.panel.id;
		this.#pick = this.#store.add(vscode.window.createQuickPick<Row>());
		// The editor sorts rows by where the typed text stands in their labels, unless told not to; ours are ranked.
		(this.#pick as { sortByLabel?: boolean }).sortByLabel = false;
		this.#pick.matchOnDescription = true;
		this.#pick.matchOnDetail = true;
		this.#pick.keepScrollPosition = false;
		this.#pick.placeholder = vscode.l10n.t("Words, or author:, title:, topic:, year:, is:, has: with a value");
		this.#pick.value = options.query ?? "";
		this.#dress();
	}

	/** Shows the pick until rows are accepted or it is left; then everything is as it was before. */
	choose(): Promise<Choice> {
		return new Promise(resolve => {
			const settle = (rows: readonly Row[]) =>
				resolve({
					purpose: this.#purpose,
					rows,
					asksLocator: this.#asksLocator,
					replaces: this.#replaces,
				});
			this.#end = rows => {
				this.#opens = this.#purpose === "open";
				rememberPapers(
					this.#needs.memento,
					rows.flatMap(({ id }) => id ?? []),
				);
				settle(rows);
				this.#pick.hide();
			};
			this.#store.add(
				this.#pick.onDidHide(() => {
					this.#isHidden = true;
					settle([]);
					this.#close();
				}),
			);
			this.#listen();
			this.#pick.show();
			this.#update();
		});
	}

	/** The papers of the highlighted rows. */
	get highlighted(): readonly string[] {
		return this.#pick.activeItems.flatMap(({ id }) => id ?? []);
	}

	/** Takes what Enter would take, and lets a locator be asked for. */
	async acceptWithLocator(): Promise<void> {
		this.#asksLocator = true;
		await this.#accept();
	}

	#listen(): void {
		this.#store.add(this.#pick.onDidChangeValue(() => this.#update()));
		this.#store.add(this.#needs.library.onDidChange(() => this.#update()));
		this.#store.add(this.#pick.onDidChangeSelection(rows => this.#tick(rows)));
		this.#store.add(this.#pick.onDidChangeActive(([row]) => this.#preview(row)));
		this.#store.add(this.#pick.onDidTriggerButton(button => this.#press(button)));
		this.#store.add(this.#pick.onDidAccept(() => void this.#accept()));
		this.#store.add(
			this.#pick.onDidTriggerItemButton(({ item, button }) => this.#pressOn(item, (button as RowButton).action)),
		);
	}

	/** Takes the rows of what is typed: an answer that is on its way is waited for. */
	async #accept(): Promise<void> {
		const isEarly = this.#isAnswering;
		let updated: Promise<void> | undefined;
		do {
			updated = this.#updated;
			await updated;
		} while (updated !== this.#updated);
		if (this.#isHidden) return;
		const ticked = this.#purpose === "cite" ? this.#pick.selectedItems : [];
		// Whoever pressed Enter before the rows were there means the first: what the editor says of the highlight then may
		// still be of the rows before.
		const highlighted = isEarly && this.#first ? [this.#first] : this.#pick.activeItems;
		const rows = ticked.length > 0 ? ticked : highlighted;
		const papers = rows.filter(({ id }) => id !== undefined);
		if (papers.length > 0) this.#end(papers);
		else this.#take(rows[0]);
	}

	/** A tick on a row that completes the query takes it. */
	#tick(rows: readonly Row[]): void {
		this.#ticked = rows.filter(({ id }) => id !== undefined);
		const other = rows.find(({ id }) => id === undefined);
		if (other && this.#purpose === "cite") this.#take(other);
	}

	/** Lets a row that completes the query, or offers another one, do so. */
	#take(row: Row | undefined): void {
		this.#asksLocator = false;
		if (row?.query === undefined) return;
		this.#pick.value = row.query;
		// Setting the value fires no event.
		this.#update();
	}

	#close(): void {
		this.#running?.cancel();
		this.#running?.dispose();
		this.#store.dispose();
		if (this.#opens || this.#needs.panel.id === this.#paperBefore) return;
		if (this.#paperBefore === undefined) this.#needs.panel.close();
		else this.#needs.panel.show(this.#paperBefore, { preserveFocus: true, isPreview: true });
	}

	#press(button: vscode.QuickInputButton): void {
		if (button === saveButton()) {
			void vscode.commands.executeCommand(commands.saveSearch, this.#pick.value);
			return;
		}
		if (button === replaceButton(this.#replaces)) {
			this.#replaces = !this.#replaces;
			this.#dress();
			return;
		}
		this.#purpose = this.#purpose === "open" ? "cite" : "open";
		this.#ticked = [];
		this.#dress();
		void this.#needs.memento.update(purposeKey, this.#purpose);
		this.#update();
	}

	#pressOn(row: Row, action: RowButton["action"]): void {
		const { id } = row;
		if (id === undefined) return;
		if (action === "star") {
			const { states } = this.#needs.library;
			states.mark("starred", [id], !states.has("starred", id));
			return;
		}
		if (action === "locator") this.#asksLocator = true;
		this.#purpose = action === "locator" ? "cite" : action;
		this.#end([row]);
	}

	/** Title, buttons and ticks for what Enter does. */
	#dress(): void {
		const cites = this.#purpose === "cite";
		void vscode.commands.executeCommand("setContext", contextKeys.picking, cites);
		this.#pick.canSelectMany = cites;
		const title =
			this.#options.title ??
			(cites ? vscode.l10n.t("Cite papers (Enter cites)") : vscode.l10n.t("Search papers (Enter opens)"));
		const { isIndexed } = this.#needs.library;
		this.#pick.title = isIndexed ? title : vscode.l10n.t("{0}: the shelf is still being read", title);
		const { isSelected = false, purpose } = this.#options;
		this.#pick.buttons = [
			...(isSelected ? [replaceButton(this.#replaces)] : []),
			saveButton(),
			...(purpose === undefined ? [purposeButton(cites)] : []),
		];
	}

	#update(): void {
		this.#updated = this.#answer();
	}

	async #answer(): Promise<void> {
		this.#running?.cancel();
		this.#running?.dispose();
		const running = new vscode.CancellationTokenSource();
		this.#running = running;
		this.#isAnswering = true;
		this.#pick.busy = true;
		const query = this.#pick.value;
		const question: Question = { query, purpose: this.#purpose, token: running.token };
		const rows = await guarded(this.#needs.log, () => this.#rows(question));
		if (running.token.isCancellationRequested) return;
		this.#isAnswering = false;
		this.#place(rows ?? [], query);
		if (this.#needs.library.isIndexed) this.#pick.busy = false;
		else void this.#searchAgain(running.token);
	}

	/** Of a shelf that is being read, a part was searched: searches the whole when it is there. */
	async #searchAgain(token: vscode.CancellationToken): Promise<void> {
		this.#dress();
		await guarded(this.#needs.log, () => this.#needs.library.whenIndexed());
		if (token.isCancellationRequested) return;
		this.#dress();
		this.#update();
	}

	#rows(question: Question): Promise<readonly Row[]> | readonly Row[] {
		const { library, memento } = this.#needs;
		const { suggested } = this.#options;
		if (question.query.trim() === "") return emptyRows(library, question, { memento, suggested });
		return answerRows(library, question);
	}

	#place(found: readonly Row[], query: string): void {
		const tickedIds = new Set(this.#ticked.map(({ id }) => id));
		const ticked = this.#ticked;
		const rows = [...ticked, ...found.filter(({ id }) => id === undefined || !tickedIds.has(id))];
		// A tick that is on its way while the rows are replaced would be lost: the same rows stay where they are.
		if (JSON.stringify(rows) === JSON.stringify(this.#pick.items)) return;
		// Where rows of the same query change, since a star was set, the highlight stays.
		const active = this.#shown === query ? this.#pick.activeItems[0]?.id : undefined;
		this.#shown = query;
		this.#pick.items = rows;
		if (this.#purpose === "cite") this.#pick.selectedItems = ticked;
		const choosable = rows.filter(row => row.kind !== vscode.QuickPickItemKind.Separator && row.isAside !== true);
		const first = choosable.find(({ id }) => active !== undefined && id === active) ?? choosable[ticked.length];
		this.#first = first ?? choosable[0] ?? rows[0];
		this.#pick.activeItems = this.#first ? [this.#first] : [];
	}

	#preview(row: Row | undefined): void {
		if (row?.id === undefined || !setting("previewWhileSearching") || this.#pick.value.trim() === "") return;
		const { terms, reasons } = row;
		this.#needs.panel.show(row.id, { preserveFocus: true, isPreview: true, terms, reasons });
	}
}
