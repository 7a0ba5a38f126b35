// The tree of the sidebar: the papers of the shelf in groups, all of them or those that a search found.

import * as vscode from "vscode";
import { commands, contextKeys, views } from "../../core/contributions";
import { topicLook } from "../../core/topics/ownTopics";
import type { Paper } from "../../core/paper";
import type { FoundPaper } from "../../core/shelf";
import { guarded, register } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { onDidChangeSetting, setting } from "../../host/settings";
import type { Library, LibraryChange } from "../../library/library";
import { Arranging } from "./arranging";
import { Groups } from "./groups";
import { badgeOf, listsOf, outOfSightText } from "./lists";
import { filterMessage } from "./messages";
import { NearWriting } from "./nearWriting";
import { branchItem, branchLabel, isNode, paperItem, paperTooltip, type Branch, type Node } from "./nodes";
import { Rows, type FoundRow } from "./rows";
import { SavedSearches } from "./savedSearches";
import { Selection } from "./selection";
import { TopicCommands } from "./topicCommands";

/** Papers that a filter shows at most: more than anyone reads through, few enough to list at once. */
const filterLimit = 500;

export interface PaperTreeNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** Where it is remembered how the tree is arranged. */
	readonly memento: vscode.Memento;
	/** The manuscript that is written. */
	readonly document: () => vscode.TextDocument | undefined;
	/** Shows a paper in the reading panel, leaving the focus in the tree. */
	readonly show: (id: string) => void;
	/** Takes what is dropped onto the tree. */
	readonly drop: vscode.TreeDragAndDropController<unknown>;
}

export class PaperTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #needs: PaperTreeNeeds;
	readonly #view: vscode.TreeView<Node>;
	readonly #selection: Selection;
	readonly #expanded = new Set<string>();
	readonly #searches: SavedSearches;
	readonly #arranging: Arranging;
	readonly #groups: Groups;
	readonly #near: NearWriting;
	/** What the tree is narrowed down to; papers chosen elsewhere were found by no query. */
	#filter: { readonly query: string; readonly found: readonly FoundRow[] } | undefined;
	/** The filter that was asked for last; its papers may still be looked for. */
	#asked = "";
	#rows: Rows | undefined;

	constructor(needs: PaperTreeNeeds) {
		this.#needs = needs;
		const { library, log, memento } = needs;
		this.#view = this.#store.add(
			vscode.window.createTreeView<Node>(views.papers, {
				treeDataProvider: this,
				showCollapseAll: true,
				canSelectMany: true,
				dragAndDropController: needs.drop,
			}),
		);
		const inSight = () => this.#visible(this.#current.top);
		this.#selection = this.#store.add(new Selection({ view: this.#view, inSight, show: needs.show }));
		this.#searches = this.#store.add(
			new SavedSearches({
				...{ library, log },
				limit: filterLimit,
				filter: () => this.#asked,
				changed: () => this.#refresh(),
			}),
		);
		this.#arranging = this.#store.add(
			new Arranging({ log, memento, changed: () => void guarded(log, () => this.#regroup()) }),
		);
		this.#groups = new Groups(library, this.#arranging.current);
		this.#near = this.#store.add(
			new NearWriting({
				...{ library, log, document: needs.document },
				isWanted: () => this.#view.visible,
				changed: () => void guarded(log, () => this.#renewNearness()),
			}),
		);
		this.#store.add(new TopicCommands({ library, log, selection: () => this.#selection.nodes }));
		this.#listen();
	}

	#listen(): void {
		const { library, log } = this.#needs;
		const sight = ["hideAnnounced", "hideDone", "hideSeen"] as const;
		this.#store.add(library.onDidChange(change => void guarded(log, () => this.#renew(this.#movesPapers(change)))));
		this.#store.add(onDidChangeSetting(sight, () => void guarded(log, () => this.#renew(false))));
		this.#store.add(library.onDidStartLoading(end => this.#showProgress(end)));
		this.#store.add(this.#view.onDidExpandElement(({ element }) => this.#expanded.add(element.row)));
		this.#store.add(this.#view.onDidCollapseElement(({ element }) => this.#expanded.delete(element.row)));
		this.#store.add(this.#view.onDidChangeVisibility(() => this.#near.soon()));
		this.#store.add(register(commands.filterPapers, log, query => this.#askFilter(query)));
		this.#store.add(register(commands.clearFilter, log, () => this.filter("")));
		this.#store.add(register(commands.focusNext, log, () => this.#selection.move(1)));
		this.#store.add(register(commands.focusPrevious, log, () => this.#selection.move(-1)));
		this.#store.add(register(commands.rankByManuscript, log, () => this.#rank()));
	}

	/** The paper of the selected row. */
	get selectedId(): string | undefined {
		return this.selectedIds[0];
	}

	/** The papers of the selected rows, each once. */
	get selectedIds(): readonly string[] {
		return this.#selection.ids;
	}

	get onDidChangeSelection(): vscode.Event<unknown> {
		return this.#view.onDidChangeSelection;
	}

	/** The papers as they stand below one another when every group is open, each once. */
	get order(): readonly string[] {
		return this.#current.order;
	}

	/** The papers that the filter shows; `undefined` without one. */
	get filtered(): { readonly query: string; readonly ids: readonly string[] } | undefined {
		return this.#filter && { query: this.#filter.query, ids: this.order };
	}

	/** The papers of the rows that a menu is about, or that are selected, each once; `undefined` when there are none. */
	rowsOf(row: unknown, rows: unknown): { readonly ids: readonly string[]; readonly name: string } | undefined {
		const clicked = Array.isArray(rows) ? (rows as readonly unknown[]) : row === undefined ? [] : [row];
		const nodes = (clicked.length > 0 ? clicked : this.#selection.nodes).filter(isNode);
		const [only, ...others] = nodes;
		if (!only) return undefined;
		const ids = nodes.flatMap(node => (node.kind === "paper" ? [node.paper.id] : this.#current.papersOf(node)));
		return { ids: [...new Set(ids)], name: others.length > 0 || only.kind === "paper" ? "" : branchLabel(only) };
	}

	/** Does what a key in the tree asks for: where the selected row goes by it, the focus goes on to the next one. */
	whileFocused(act: () => void): void {
		this.#selection.whileFocused(act);
	}

	/** Shows the papers that a search finds; all papers when the query is empty. */
	async filter(query: string, isFocused = false): Promise<void> {
		// A blank at the end says that the last word is whole.
		const asked = query.trim() === "" ? "" : query;
		this.#asked = asked;
		const found = asked === "" ? [] : await this.#search(asked);
		// What was found for an earlier filter must not replace a later one.
		if (this.#asked !== asked) return;
		this.#filter = asked === "" ? undefined : { query: asked, found };
		this.#refresh(isFocused);
		await vscode.commands.executeCommand("setContext", contextKeys.filtered, asked !== "");
	}

	/** Shows papers that were chosen elsewhere. */
	async showOnly(ids: readonly string[]): Promise<void> {
		this.#asked = "";
		this.#filter = { query: "", found: ids.map(id => ({ id, titleMarks: [] })) };
		this.#refresh();
		await vscode.commands.executeCommand("setContext", contextKeys.filtered, true);
	}

	/** Selects a paper's row, in a branch that is open if there is one, else in its group. */
	async reveal(given: string): Promise<void> {
		const id = this.#needs.library.idOf(given);
		if (!this.#view.visible || this.selectedId === id) return;
		const rows = this.#current.rowsOf(id);
		const row = rows.find(({ parent }) => this.#isInSight(parent)) ?? rows.find(isInGroup) ?? rows[0];
		if (row) await this.#view.reveal(row, { select: true, focus: false });
	}

	getTreeItem(node: Node): vscode.TreeItem {
		return node.kind === "paper"
			? paperItem(node, this.#needs.library.states)
			: branchItem(node, this.#isOpen(node));
	}

	/** Makes a row's tooltip when it is asked for. */
	async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
		if (node.kind !== "paper") return item;
		const { library } = this.#needs;
		const { id } = node.paper;
		item.tooltip = paperTooltip(node.paper, {
			topics: await library.ask.topicsOf(id),
			appearances: library.appearancesOf(id),
			citedIn: library.states.citedIn(id),
			tags: library.states.tags(id),
			followed: library.states.following(id)?.queries ?? [],
			notes: library.states.note(id).texts.map(({ text }) => text),
			near: await library.ask.nearReasons(id),
		});
		return item;
	}

	getChildren(node?: Node): Node[] {
		if (!node) return [...this.#current.top];
		return node.kind === "paper" ? [] : [...this.#current.children(node)];
	}

	getParent(node: Node): Branch | undefined {
		return node.parent;
	}

	dispose(): void {
		this.#store.dispose();
	}

	get #current(): Rows {
		return (this.#rows ??= this.#makeRows());
	}

	#makeRows(): Rows {
		const { library } = this.#needs;
		const absence = library.absence();
		const announced = setting("hideAnnounced");
		const topics = setting("topics");
		const { table, arrangement } = this.#groups;
		const byState = arrangement.by === "state";
		return new Rows({
			...{ table, arrangement },
			found: this.#filter?.found,
			searches: this.#searches.found,
			lists: listsOf(library),
			near: this.#near.current,
			paper: (id): Paper | undefined =>
				library.isAnnouncedAs(id, announced) ? undefined : library.papers.get(id),
			isAway: id => {
				const why = absence(id);
				// Hidden papers and those that are done have groups of their own there.
				return why !== undefined && !(byState && (why === "hidden" || why === "done"));
			},
			look: label => topicLook(topics, label),
		});
	}

	/** A filtered tree is made anew for each query and open from the start. */
	#isOpen(node: Branch): boolean {
		return this.#expanded.has(node.row) || (this.#filter !== undefined && node.parent === undefined);
	}

	#isInSight(branch: Branch | undefined): boolean {
		return branch === undefined || (this.#isOpen(branch) && this.#isInSight(branch.parent));
	}

	/** Papers or topics changed, or what the tree is grouped by: what the person and the document do with papers. */
	#movesPapers({ marked }: LibraryChange): boolean {
		return marked.length === 0 || this.#arranging.current.by === "state";
	}

	/** Shows what changed: the groups anew where papers moved, and the papers that the filter finds now. */
	async #renew(isMoved: boolean): Promise<void> {
		const { isFocused } = this.#selection;
		if (isMoved) await this.#regroup(isFocused);
		else this.#refresh(isFocused);
		if (this.#asked !== "") await this.#needs.library.whenIndexed();
		// It may have been cleared, or become another one, meanwhile.
		if (this.#asked !== "") await this.filter(this.#asked, isFocused);
		await vscode.commands.executeCommand("setContext", contextKeys.ready, true);
	}

	/** Asks for the groups anew; what is selected stays selected. */
	async #regroup(isFocused = false): Promise<void> {
		const arrangement = this.#arranging.current;
		if (arrangement.sort === "nearness") await this.#near.rank();
		const { by } = this.#groups.arrangement;
		if (!(await this.#groups.renew(arrangement))) return;
		const isOther = arrangement.by !== by;
		const selected = this.selectedId;
		this.#refresh(isFocused);
		if (isOther && selected !== undefined && this.#view.visible) await this.#select(selected);
	}

	/** Selects a paper where it stands now. */
	async #select(id: string): Promise<void> {
		const row = this.#current.rowsOf(id).find(isInGroup);
		if (row) await this.#selection.select(row, { focus: false });
	}

	async #renewNearness(): Promise<void> {
		if (this.#arranging.current.sort === "nearness") await this.#regroup();
		else this.#refresh();
	}

	/** Puts what is nearest to the manuscript first: in one list, or within the digests where the tree shows these. */
	async #rank(): Promise<void> {
		const { by } = this.#arranging.current;
		const { document } = await this.#near.rank();
		if (document === "") {
			const text = vscode.l10n.t(
				"Open a manuscript or a bibliography first: papers are ranked by what it says and cites.",
			);
			await vscode.window.showInformationMessage(text);
			return;
		}
		this.#arranging.change({ by: by === "digest" ? "digest" : "none", sort: "nearness" });
		await vscode.commands.executeCommand(`${views.papers}.focus`);
	}

	#refresh(isFocused = false): void {
		const { place } = this.#selection;
		this.#rows = undefined;
		// An empty message takes the line away.
		this.#view.message = this.#message();
		this.#view.description = this.#arranging.description;
		this.#view.badge = badgeOf(this.#needs.library);
		this.#changed.fire();
		const isGone = place >= 0 && this.#selection.place < 0;
		if (isGone) void guarded(this.#needs.log, () => this.#selection.selectAt(place, isFocused));
	}

	#message(): string {
		if (this.#filter) return filterMessage(this.#filter.query.trim(), this.#filter.found.length, filterLimit);
		const { sort } = this.#arranging.current;
		const { document } = this.#near.current;
		if (sort === "nearness") {
			return document === ""
				? vscode.l10n.t("Open a manuscript to sort by nearness to it")
				: vscode.l10n.t("The nearest to {0} first", document);
		}
		return outOfSightText(this.#needs.library);
	}

	#showProgress(end: Promise<void>): void {
		void vscode.window.withProgress({ location: { viewId: views.papers } }, () => end);
		void guarded(this.#needs.log, async () => {
			await end;
			await vscode.commands.executeCommand("setContext", contextKeys.ready, true);
		});
	}

	async #askFilter(given: unknown): Promise<void> {
		const query =
			typeof given === "string"
				? given
				: await vscode.window.showInputBox({
						title: vscode.l10n.t("Filter papers"),
						placeHolder: vscode.l10n.t("Words of titles, abstracts, authors or topics"),
						value: this.#filter?.query ?? "",
					});
		if (query !== undefined) await this.filter(query);
	}

	async #search(query: string): Promise<readonly FoundPaper[]> {
		const { library } = this.#needs;
		const found = await library.ask.search(query, { limit: filterLimit, asYouType: true });
		const hidden = setting("hideAnnounced");
		return found.filter(({ id }) => !library.isAnnouncedAs(id, hidden));
	}

	#visible(nodes: readonly Node[]): readonly Node[] {
		return nodes.flatMap(node =>
			node.kind !== "paper" && this.#isOpen(node)
				? [node, ...this.#visible(this.#current.children(node))]
				: [node],
		);
	}
}

/** A paper stands in saved searches besides. */
function isInGroup({ parent }: { readonly parent: Branch | undefined }): boolean {
	return parent === undefined || parent.kind === "group";
}
