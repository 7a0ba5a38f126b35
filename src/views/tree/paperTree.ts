// The tree of the sidebar: topics and their papers, all of them or those that a search found.

import * as vscode from "vscode";
import { commands, contextKeys, views } from "../../core/contributions";
import type { TextRange } from "../../core/paper";
import type { FoundPaper } from "../../core/shelf";
import { guarded, register } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { onDidChangeSetting, setting } from "../../host/settings";
import type { Library } from "../../library/library";
import {
	branchItem,
	nodeId,
	paperItem,
	paperTooltip,
	searchId,
	topicId,
	type Branch,
	type Node,
	type PaperNode,
	type SearchNode,
	type TopicNode,
} from "./nodes";
import { badgeOf, listsOf, outOfSightText } from "./lists";
import { SavedSearches } from "./savedSearches";

/** Papers that a filter shows at most: more than anyone reads through, few enough to list at once. */
const filterLimit = 500;

export interface PaperTreeNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
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
	readonly #expanded = new Set<string>();
	#filter: { readonly query: string; readonly found: readonly FoundPaper[] } | undefined;
	/** The filter that was asked for last; its papers may still be looked for. */
	#asked = "";
	readonly #searches: SavedSearches;
	#branches: readonly Branch[] | undefined;
	/** Whether what happens now was asked for by a key in the tree. */
	#isFocused = false;
	/** A row that is about to be selected. */
	#coming: Node | undefined;

	constructor(needs: PaperTreeNeeds) {
		this.#needs = needs;
		this.#view = this.#store.add(
			vscode.window.createTreeView<Node>(views.papers, {
				treeDataProvider: this,
				canSelectMany: true,
				showCollapseAll: true,
				dragAndDropController: needs.drop,
			}),
		);
		this.#searches = this.#store.add(
			new SavedSearches({
				library: needs.library,
				log: needs.log,
				limit: filterLimit,
				filter: () => this.#asked,
				changed: () => this.#refresh(),
			}),
		);
		this.#store.add(needs.library.onDidChange(() => void guarded(needs.log, () => this.#renew())));
		const sight = ["hideAnnounced", "hideDone", "hideSeen"] as const;
		this.#store.add(onDidChangeSetting(sight, () => void guarded(needs.log, () => this.#renew())));
		this.#store.add(needs.library.onDidStartLoading(end => this.#showProgress(end)));
		this.#store.add(
			this.#view.onDidChangeSelection(({ selection }) => {
				// A selected row that goes leaves none behind, before the next one is selected.
				if (selection.length > 0) this.#coming = undefined;
			}),
		);
		this.#store.add(this.#view.onDidExpandElement(({ element }) => this.#expanded.add(this.#id(element))));
		this.#store.add(this.#view.onDidCollapseElement(({ element }) => this.#expanded.delete(this.#id(element))));
		this.#store.add(register(commands.filterPapers, needs.log, query => this.#askFilter(query)));
		this.#store.add(register(commands.clearFilter, needs.log, () => this.filter("")));
		this.#store.add(register(commands.focusNext, needs.log, () => this.#move(1)));
		this.#store.add(register(commands.focusPrevious, needs.log, () => this.#move(-1)));
	}

	/** The paper of the selected row. */
	get selectedId(): string | undefined {
		return this.selectedIds[0];
	}

	/** The papers of the selected rows, each once. */
	get selectedIds(): readonly string[] {
		return [...new Set(this.#selection.flatMap(node => (node.kind === "paper" ? node.paper.id : [])))];
	}

	/** The selected rows; the editor tells of a selection that was asked for only some time later. */
	get #selection(): readonly Node[] {
		return this.#coming ? [this.#coming] : this.#view.selection;
	}

	get onDidChangeSelection(): vscode.Event<unknown> {
		return this.#view.onDidChangeSelection;
	}

	/** The papers as they stand below one another when every topic is open, each once. */
	get order(): readonly string[] {
		const topics = this.#rows().filter(({ kind }) => kind === "topic");
		return [...new Set(topics.flatMap(({ papers }) => papers.map(({ paper }) => paper.id)))];
	}

	/** Does what a key in the tree asks for: where the selected row goes by it, the focus goes on to the next one. */
	whileFocused(act: () => void): void {
		this.#isFocused = true;
		act();
		this.#isFocused = false;
	}

	/** Shows the papers that a search finds; all papers when the query is empty. */
	async filter(query: string, isFocused = false): Promise<void> {
		const trimmed = query.trim();
		this.#asked = trimmed;
		const found = trimmed === "" ? [] : await this.#search(trimmed);
		// What was found for an earlier filter must not replace a later one.
		if (this.#asked !== trimmed) return;
		this.#filter = trimmed === "" ? undefined : { query: trimmed, found };
		this.#refresh(isFocused);
		await vscode.commands.executeCommand("setContext", contextKeys.filtered, trimmed !== "");
	}

	/** Selects a paper's row, in a branch that is open if there is one, else in its topic. */
	async reveal(given: string): Promise<void> {
		const id = this.#needs.library.idOf(given);
		if (!this.#view.visible || this.selectedId === id) return;
		const holding = this.#rows().filter(({ papers }) => papers.some(({ paper }) => paper.id === id));
		const branch =
			holding.find(each => this.#isOpen(each)) ?? holding.find(({ kind }) => kind === "topic") ?? holding[0];
		const node = branch?.papers.find(({ paper }) => paper.id === id);
		if (node) await this.#view.reveal(node, { select: true, focus: false });
	}

	getTreeItem(node: Node): vscode.TreeItem {
		const filtered = this.#filter !== undefined;
		return node.kind === "paper"
			? paperItem(node, filtered, this.#needs.library.states)
			: branchItem(node, filtered);
	}

	/** Makes a row's tooltip when it is asked for. */
	async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
		if (node.kind === "paper") {
			const { library } = this.#needs;
			const { id } = node.paper;
			item.tooltip = paperTooltip(node.paper, {
				topics: await library.ask.topicsOf(id),
				appearances: library.appearancesOf(id),
				citedIn: library.states.citedIn(id),
				tags: library.states.tags(id),
				followed: library.states.following(id)?.queries ?? [],
				notes: library.states.note(id).texts.map(({ text }) => text),
			});
		}
		return item;
	}

	getChildren(node?: Node): Node[] {
		if (!node) return [...this.#rows()];
		return node.kind === "paper" ? [] : [...node.papers];
	}

	getParent(node: Node): Branch | undefined {
		if (node.kind !== "paper") return undefined;
		return this.#rows().find(branch => this.#id(branch) === node.branch);
	}

	dispose(): void {
		this.#store.dispose();
	}

	#id(node: Node): string {
		return nodeId(node, this.#filter !== undefined);
	}

	/** A filtered tree is made anew for each query and open from the start. */
	#isOpen(node: Branch): boolean {
		return this.#filter !== undefined || this.#expanded.has(this.#id(node));
	}

	async #renew(): Promise<void> {
		const isFocused = this.#isFocused;
		this.#refresh(isFocused);
		if (this.#asked !== "") await this.#needs.library.whenIndexed();
		// It may have been cleared, or become another one, meanwhile.
		if (this.#asked !== "") await this.filter(this.#asked, isFocused);
		await vscode.commands.executeCommand("setContext", contextKeys.ready, true);
	}

	#refresh(isFocused = false): void {
		const place = this.#selectedPlace();
		this.#branches = undefined;
		// An empty message takes the line away.
		this.#view.message = this.#filter ? this.#message(this.#filter) : outOfSightText(this.#needs.library);
		this.#view.badge = badgeOf(this.#needs.library);
		this.#changed.fire();
		if (place >= 0 && this.#selectedPlace() < 0)
			void guarded(this.#needs.log, () => this.#selectAt(place, isFocused));
	}

	/** The place of the selected row among those in sight, from 0; -1 without one. */
	#selectedPlace(): number {
		const [selected] = this.#selection;
		return selected ? this.#inSight().findIndex(node => this.#id(node) === this.#id(selected)) : -1;
	}

	/** Where the selected row has gone, as one that was hidden, the one that stands there now is next. */
	async #selectAt(place: number, focus: boolean): Promise<void> {
		const rows = this.#inSight();
		const next = rows[Math.min(place, rows.length - 1)];
		if (!next || !this.#view.visible) return;
		await this.#select(next, { focus });
		if (focus && next.kind === "paper") this.#needs.show(next.paper.id);
	}

	async #select(node: Node, how: { readonly focus: boolean; readonly expand?: boolean }): Promise<void> {
		this.#coming = node;
		await this.#view.reveal(node, { ...how, select: true });
	}

	#inSight(): readonly Node[] {
		return this.#rows().flatMap((row): Node[] => (this.#isOpen(row) ? [row, ...row.papers] : [row]));
	}

	#message({ query, found }: { query: string; found: readonly FoundPaper[] }): string {
		if (found.length === 0) return "";
		if (found.length === 1) return vscode.l10n.t("1 paper matches “{0}”", query);
		if (found.length === filterLimit)
			return vscode.l10n.t("The first {0} papers that match “{1}”", filterLimit, query);
		return vscode.l10n.t("{0} papers match “{1}”", found.length, query);
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

	#rows(): readonly Branch[] {
		return (this.#branches ??= this.#filter ? this.#filteredTopics(this.#filter.found) : this.#allBranches());
	}

	#allBranches(): readonly Branch[] {
		const nodes = this.#nodeMaker();
		const absence = this.#needs.library.absence();
		const inSight = (id: string) => absence(id) === undefined;
		const searches = this.#searches.found.map(({ name, query, found }): SearchNode => {
			const branch = searchId(name);
			return {
				kind: "search",
				name,
				query,
				papers: found.flatMap(each => nodes(each.id, branch, each.titleMarks)),
			};
		});
		const topics = this.#needs.library.topics.map((topic): TopicNode => {
			const branch = topicId(topic.label, false);
			return { kind: "topic", topic, papers: topic.ids.filter(inSight).flatMap(id => nodes(id, branch, [])) };
		});
		const lists = listsOf(this.#needs.library, (id, branch) => (inSight(id) ? nodes(id, branch, []) : []));
		return [...lists, ...searches, ...topics.filter(({ papers }) => papers.length > 0)];
	}

	/** The topics of what was found, their papers in its order; the topic with the best paper comes first. */
	#filteredTopics(found: readonly FoundPaper[]): readonly TopicNode[] {
		const nodes = this.#nodeMaker();
		const ranks = new Map(found.map(({ id }, rank) => [id, rank]));
		const topics = this.#needs.library.topics.map((topic): TopicNode => {
			const branch = topicId(topic.label, true);
			const holds = new Set(topic.ids);
			const inTopic = found.filter(({ id }) => holds.has(id));
			return { kind: "topic", topic, papers: inTopic.flatMap(each => nodes(each.id, branch, each.titleMarks)) };
		});
		const rank = ({ papers }: TopicNode) => ranks.get(papers[0]?.paper.id ?? "") ?? Infinity;
		return topics.filter(({ papers }) => papers.length > 0).sort((a, b) => rank(a) - rank(b));
	}

	/** Makes rows of papers: none for one that is gone, or that the settings hide. */
	#nodeMaker(): (id: string, branch: string, marks: readonly TextRange[]) => readonly PaperNode[] {
		const { library } = this.#needs;
		const hidden = setting("hideAnnounced");
		return (id, branch, marks) => {
			const paper = library.papers.get(id);
			if (!paper || library.isAnnouncedAs(id, hidden)) return [];
			return [{ kind: "paper", paper, branch, marks }];
		};
	}

	/**
	 * Moves focus and selection by one visible row, and shows the paper. The editor tells an extension of the selection
	 * only, and its own arrow keys move the focus alone: with them the reading panel could not follow.
	 */
	async #move(step: 1 | -1): Promise<void> {
		const visible = this.#inSight();
		const [selected] = this.#selection;
		const index = selected ? visible.findIndex(node => this.#id(node) === this.#id(selected)) : -1;
		const next = visible[index < 0 ? 0 : index + step];
		if (!next) return;
		await this.#select(next, { focus: true, expand: false });
		if (next.kind === "paper") this.#needs.show(next.paper.id);
	}
}
