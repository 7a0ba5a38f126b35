// The search pick: papers ranked as one types, previewed beside, to open or to cite.

import * as vscode from "vscode";
import { commands } from "../core/contributions";
import type { Paper, TextRange } from "../core/paper";
import { authorYear, beginning, plainTitle } from "../core/render";
import type { FoundPaper } from "../core/shelf";
import { guarded, register } from "../host/commands";
import { asWritten } from "../host/asWritten";
import { DisposableStore } from "../host/disposables";
import { setting } from "../host/settings";
import type { Library } from "../library/library";
import type { PaperPanel } from "./paperPanel";

/** Rows of one answer: more than are ever scrolled through. */
const limit = 50;

/** Letters of a title in a row: so many that author, year and topic have room beside it. */
const labelLength = 52;

/** How many papers that were chosen lately stand first while nothing is typed. */
const recentLimit = 10;

const recentKey = "recentPapers";

/** What Enter does with a row. */
type Purpose = "open" | "cite";

const purposeKey = "searchPurpose";

export interface SearchPickNeeds {
	readonly library: Library;
	readonly panel: PaperPanel;
	readonly log: vscode.LogOutputChannel;
	/** Remembers what Enter does in a search. */
	readonly memento: vscode.Memento;
}

export interface PickOptions {
	/** Text in the field at the start. */
	readonly query?: string;
	/** Rows shown while the field is empty, in place of the shelf. */
	readonly suggested?: readonly FoundPaper[];
	readonly title?: string;
}

interface Row extends vscode.QuickPickItem {
	/** The paper; a row without one says something. */
	readonly id?: string;
	readonly terms: readonly string[];
}

/** The button of a row: the purpose that Enter does not serve. */
interface RowButton extends vscode.QuickInputButton {
	readonly purpose: Purpose;
}

function rowButton(purpose: Purpose): RowButton {
	return purpose === "cite"
		? { purpose, iconPath: new vscode.ThemeIcon("quote"), tooltip: vscode.l10n.t("Cite") }
		: { purpose, iconPath: new vscode.ThemeIcon("book"), tooltip: vscode.l10n.t("Open") };
}

/** Registers the command that searches. What Enter does is switched in the pick's title bar, and remembered. */
export function registerSearch(needs: SearchPickNeeds): vscode.Disposable {
	return register(commands.search, needs.log, async given => {
		const query = typeof given === "string" ? given : undefined;
		const purpose: Purpose = needs.memento.get(purposeKey) === "cite" ? "cite" : "open";
		const pick = new SearchPick(needs, purpose, true, { ...(query !== undefined && { query }) });
		const chosen = await pick.choose();
		if (chosen.length === 0) return;
		if (pick.purpose === "cite") await vscode.commands.executeCommand(commands.insertCitation, { ids: chosen });
		else if (chosen[0] !== undefined) needs.panel.show(chosen[0], { terms: pick.termsOf(chosen[0]) });
	});
}

/** Lets a person choose papers to cite: ticked rows, or the highlighted one. Empty when they gave up. */
export function pickPapersToCite(needs: SearchPickNeeds, options: PickOptions = {}): Promise<readonly string[]> {
	return new SearchPick(needs, "cite", false, options).choose();
}

/** One showing of the pick. */
class SearchPick {
	readonly #needs: SearchPickNeeds;
	readonly #canSwitch: boolean;
	readonly #options: PickOptions;
	readonly #pick: vscode.QuickPick<Row>;
	readonly #store = new DisposableStore();
	readonly #paperBefore: string | undefined;
	/** Rows that were ticked stay on top while the query changes. */
	#ticked: readonly Row[] = [];
	#running: vscode.CancellationTokenSource | undefined;
	#updated: Promise<void> | undefined;
	#purpose: Purpose;
	/** Whether the chosen paper is about to be opened: then the preview stays. */
	#opens = false;

	constructor(needs: SearchPickNeeds, purpose: Purpose, canSwitch: boolean, options: PickOptions) {
		this.#needs = needs;
		this.#purpose = purpose;
		this.#canSwitch = canSwitch;
		this.#options = options;
		this.#paperBefore = needs.panel.id;
		this.#pick = this.#store.add(vscode.window.createQuickPick<Row>());
		// The editor sorts rows by where the typed text stands in their labels, unless told not to; ours are ranked.
		(this.#pick as { sortByLabel?: boolean }).sortByLabel = false;
		this.#pick.matchOnDescription = true;
		this.#pick.matchOnDetail = true;
		this.#pick.keepScrollPosition = false;
		this.#pick.placeholder = vscode.l10n.t("Words of titles, abstracts, authors or topics");
		this.#pick.value = options.query ?? "";
		this.#dress();
	}

	get purpose(): Purpose {
		return this.#purpose;
	}

	termsOf(id: string): readonly string[] {
		return this.#pick.items.find(row => row.id === id)?.terms ?? [];
	}

	/** Shows the pick until rows are accepted or it is left; then everything is as it was before. */
	choose(): Promise<readonly string[]> {
		return new Promise(resolve => {
			const end = (ids: readonly string[]) => {
				this.#opens = this.#purpose === "open";
				remember(this.#needs.memento, ids);
				resolve(ids);
				this.#pick.hide();
			};
			this.#store.add(this.#pick.onDidChangeValue(() => this.#update()));
			this.#store.add(this.#needs.library.onDidChange(() => this.#update()));
			this.#store.add(this.#pick.onDidChangeSelection(rows => (this.#ticked = rows)));
			this.#store.add(this.#pick.onDidChangeActive(([row]) => this.#preview(row)));
			this.#store.add(this.#pick.onDidTriggerButton(() => this.#switch()));
			this.#store.add(this.#pick.onDidAccept(() => void this.#accept(end)));
			this.#store.add(
				this.#pick.onDidTriggerItemButton(({ item, button }) => {
					if (item.id === undefined) return;
					this.#purpose = (button as RowButton).purpose;
					end([item.id]);
				}),
			);
			this.#store.add(
				this.#pick.onDidHide(() => {
					resolve([]);
					this.#close();
				}),
			);
			this.#pick.show();
			this.#update();
		});
	}

	/** Takes the rows of what is typed: an answer that is on its way is waited for. */
	async #accept(end: (ids: readonly string[]) => void): Promise<void> {
		await this.#updated;
		const ticked = this.#purpose === "cite" ? this.#pick.selectedItems : [];
		const rows = ticked.length > 0 ? ticked : this.#pick.activeItems;
		const ids = rows.flatMap(row => row.id ?? []);
		if (ids.length > 0) end(ids);
		else if (rows.length > 0) this.#pick.value = "";
	}

	#close(): void {
		this.#running?.cancel();
		this.#running?.dispose();
		this.#store.dispose();
		if (this.#opens || this.#needs.panel.id === this.#paperBefore) return;
		if (this.#paperBefore === undefined) this.#needs.panel.close();
		else this.#needs.panel.show(this.#paperBefore, { preserveFocus: true });
	}

	#switch(): void {
		this.#purpose = this.#purpose === "open" ? "cite" : "open";
		this.#ticked = [];
		this.#dress();
		void this.#needs.memento.update(purposeKey, this.#purpose);
		this.#update();
	}

	/** Title, buttons and ticks for what Enter does. */
	#dress(): void {
		const cites = this.#purpose === "cite";
		this.#pick.canSelectMany = cites;
		this.#pick.title =
			this.#options.title ??
			(cites ? vscode.l10n.t("Cite papers (Enter cites)") : vscode.l10n.t("Search papers (Enter opens)"));
		const tooltip = cites
			? vscode.l10n.t("Enter cites. Let Enter open the paper instead")
			: vscode.l10n.t("Enter opens the paper. Let Enter cite it instead");
		this.#pick.buttons = this.#canSwitch
			? [{ iconPath: new vscode.ThemeIcon(cites ? "quote" : "book"), tooltip }]
			: [];
	}

	#update(): void {
		this.#updated = this.#answer();
	}

	async #answer(): Promise<void> {
		this.#running?.cancel();
		this.#running?.dispose();
		const running = new vscode.CancellationTokenSource();
		this.#running = running;
		this.#pick.busy = true;
		const query = this.#pick.value.trim();
		const rows = await guarded(this.#needs.log, () => this.#rows(query, running.token));
		if (running.token.isCancellationRequested) return;
		this.#pick.busy = false;
		this.#place(rows ?? []);
	}

	#place(found: readonly Row[]): void {
		const tickedIds = new Set(this.#ticked.map(({ id }) => id));
		const ticked = this.#ticked;
		const rows = [...ticked, ...found.filter(({ id }) => id === undefined || !tickedIds.has(id))];
		// A tick that is on its way while the rows are replaced would be lost: the same rows stay where they are.
		if (JSON.stringify(rows) === JSON.stringify(this.#pick.items)) return;
		this.#pick.items = rows;
		if (this.#purpose === "cite") this.#pick.selectedItems = ticked;
		const first = rows[ticked.length] ?? rows[0];
		if (first) this.#pick.activeItems = [first];
	}

	async #rows(query: string, token: vscode.CancellationToken): Promise<readonly Row[]> {
		const { library } = this.#needs;
		if (query === "" && this.#options.suggested) return this.#rowsOf(this.#options.suggested);
		if (library.papers.size === 0) await library.whenIndexed();
		if (query === "") return this.#shelf();
		const found = await this.#search(query, token);
		if (found.length > 0) return this.#rowsOf(found);
		const label = vscode.l10n.t("No paper matches “{0}”", query);
		const detail = vscode.l10n.t("Press Enter to clear the search and see the whole shelf.");
		return [{ label, detail, alwaysShow: true, terms: [] }];
	}

	/** Searches what is indexed so far; when that holds nothing, once more when all is indexed. */
	async #search(query: string, token: vscode.CancellationToken): Promise<readonly FoundPaper[]> {
		const { library } = this.#needs;
		const found = await library.search(query, { limit, asYouType: true }, token);
		if (found.length > 0 || token.isCancellationRequested) return found;
		await library.whenIndexed();
		return library.search(query, { limit, asYouType: true }, token);
	}

	/** The papers that were chosen lately, then the shelf in its order. */
	#shelf(): readonly Row[] {
		const { library } = this.#needs;
		const { papers } = library;
		const ids = new Set([...recent(this.#needs.memento).map(id => library.idOf(id)), ...papers.keys()]);
		const shown = [...ids].flatMap(id => papers.get(id) ?? []).slice(0, limit);
		return shown.map(paper => this.#row(paper));
	}

	#rowsOf(found: readonly FoundPaper[]): readonly Row[] {
		return found.flatMap(hit => {
			const paper = this.#needs.library.paper(hit.id);
			return paper ? [this.#row(paper, hit)] : [];
		});
	}

	#row(paper: Paper, hit?: FoundPaper): Row {
		const topic = this.#needs.library.topics.find(({ ids }) => ids.includes(paper.id))?.label;
		return {
			id: paper.id,
			terms: hit?.terms ?? [],
			label: asWritten(beginning(plainTitle(paper), labelLength)),
			description: asWritten([authorYear(paper), topic].filter(Boolean).join(" · ")),
			...(hit && hit.passage.text !== "" && { detail: asWritten(marked(hit.passage.text, hit.passage.marks)) }),
			alwaysShow: true,
			buttons: [rowButton(this.#purpose === "cite" ? "open" : "cite")],
		};
	}

	#preview(row: Row | undefined): void {
		if (row?.id === undefined || !setting("previewWhileSearching") || this.#pick.value.trim() === "") return;
		this.#needs.panel.show(row.id, { preserveFocus: true, terms: row.terms });
	}
}

function recent(memento: vscode.Memento): readonly string[] {
	return memento.get<readonly string[]>(recentKey, []);
}

function remember(memento: vscode.Memento, ids: readonly string[]): void {
	void memento.update(recentKey, [...new Set([...ids, ...recent(memento)])].slice(0, recentLimit));
}

/** The text with its marked words in angle quotation marks: rows hold plain text, and colour alone would not do. */
function marked(text: string, marks: readonly TextRange[]): string {
	const ordered = [...marks].sort((a, b) => b.start - a.start);
	return ordered.reduce(
		(result, { start, end }) => `${result.slice(0, start)}‹${result.slice(start, end)}›${result.slice(end)}`,
		text,
	);
}
