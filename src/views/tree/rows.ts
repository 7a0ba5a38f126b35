// The rows of the tree at one moment, made as they are looked at: saved searches, lists, what is near the writing, and the groups
// of the shelf, all of their papers or those that a search found.

import type { Arrangement } from "../../core/grouping/group";
import { countsIn, groupsIn, papersIn, type GroupTable } from "../../core/grouping/table";
import type { TopicLook } from "../../core/topics/ownTopics";
import type { Paper } from "../../core/paper";
import type { FoundPaper } from "../../core/shelf";
import type { ListNode, PaperList } from "./lists";
import type { Branch, GroupNode, NearNode, Node, PaperNode, SearchNode } from "./nodes";
import type { FoundSearch } from "./savedSearches";

/** What a tree that is narrowed down shows of what was found. */
export type FoundRow = Pick<FoundPaper, "id" | "titleMarks">;

export interface RowsNeeds {
	readonly arrangement: Arrangement;
	readonly table: GroupTable;
	/** What the filter found, the best first; `undefined` without one. */
	readonly found: readonly FoundRow[] | undefined;
	readonly searches: readonly FoundSearch[];
	/** What is new, and what is followed. */
	readonly lists: readonly PaperList[];
	readonly near: { readonly document: string; readonly ids: readonly string[] };
	/** The paper of an id; none for one that is gone, or that is shown nowhere. */
	readonly paper: (id: string) => Paper | undefined;
	/** Whether a paper is left out, unless it was searched for. */
	readonly isAway: (id: string) => boolean;
	/** How a topic looks. */
	readonly look: (label: string) => TopicLook;
}

export class Rows {
	readonly top: readonly Node[];
	readonly #needs: RowsNeeds;
	readonly #found: ReadonlyMap<string, FoundRow> | undefined;
	readonly #ranks: ReadonlyMap<string, number> | undefined;
	readonly #counts: Uint32Array;
	readonly #children = new Map<string, readonly Node[]>();
	#order: readonly string[] | undefined;

	constructor(needs: RowsNeeds) {
		this.#needs = needs;
		const { found, table } = needs;
		this.#found = found && new Map(found.map(each => [each.id, each]));
		this.#ranks = found && new Map(found.map(({ id }, rank) => [id, rank]));
		this.#counts = countsIn(table, id => this.#isShown(id));
		this.top = found
			? this.#filtered(found)
			: [...this.#lists(), ...this.#searches(), ...this.#near(), ...this.#all()];
	}

	/** The papers as they stand below one another when every group is open, each once. */
	get order(): readonly string[] {
		return (this.#order ??= [
			...new Set(
				this.top.flatMap(node => {
					if (node.kind === "paper") return [node.paper.id];
					return node.kind === "group" ? this.papersOf(node) : [];
				}),
			),
		]);
	}

	children(branch: Branch): readonly Node[] {
		const known = this.#children.get(branch.row);
		if (known) return known;
		const children = this.#childrenOf(branch);
		this.#children.set(branch.row, children);
		return children;
	}

	/** The ids of the papers below a row, in order. */
	papersOf(branch: Branch): readonly string[] {
		switch (branch.kind) {
			case "group":
				return this.#papersIn(branch.number);
			case "list":
				return branch.ids;
			case "near":
				return this.#needs.near.ids.filter(id => this.#isShown(id));
			case "search":
				return this.#foundBy(branch.name).flatMap(({ id }) => (this.#needs.paper(id) ? [id] : []));
		}
	}

	/** The rows of a paper: one in each branch that holds it. */
	rowsOf(id: string, branches: readonly Node[] = this.top): readonly PaperNode[] {
		return branches.flatMap((node): readonly PaperNode[] => {
			if (node.kind === "paper") return node.paper.id === id ? [node] : [];
			return this.papersOf(node).includes(id) ? this.rowsOf(id, this.children(node)) : [];
		});
	}

	#childrenOf(branch: Branch): readonly Node[] {
		if (branch.kind === "search") {
			return this.#foundBy(branch.name).flatMap(({ id, titleMarks }) => this.#row(id, branch, titleMarks));
		}
		if (branch.kind !== "group") return this.papersOf(branch).flatMap(id => this.#row(id, branch));
		const groups = this.#groupsIn(branch);
		return groups.length > 0 ? groups : this.#papersIn(branch.number).flatMap(id => this.#row(id, branch));
	}

	#searches(): readonly SearchNode[] {
		return this.#needs.searches.map(({ name, query, found }): SearchNode => {
			const count = found.filter(({ id }) => this.#needs.paper(id)).length;
			return { kind: "search", row: `search:${name}`, name, query, count, parent: undefined };
		});
	}

	#foundBy(name: string): readonly FoundPaper[] {
		return this.#needs.searches.find(search => search.name === name)?.found ?? [];
	}

	/** The lists that have papers. */
	#lists(): readonly ListNode[] {
		return this.#needs.lists.flatMap(({ list, name, ids }): readonly ListNode[] => {
			const shown = ids.filter(id => this.#isShown(id));
			if (shown.length === 0) return [];
			return [
				{ kind: "list", row: `list:${list}`, list, name, ids: shown, count: shown.length, parent: undefined },
			];
		});
	}

	#near(): readonly NearNode[] {
		const { near } = this.#needs;
		const count = near.ids.filter(id => this.#isShown(id)).length;
		return count === 0 ? [] : [{ kind: "near", row: "near", document: near.document, count, parent: undefined }];
	}

	/** The groups; a short list without groups stands as it is. */
	#all(): readonly Node[] {
		const { table } = this.#needs;
		const [only, ...others] = groupsIn(table);
		const isFlat = only !== undefined && others.length === 0 && table.labels[only] === "";
		return isFlat ? this.#papersIn(only).flatMap(id => this.#row(id, undefined)) : this.#groupsIn(undefined);
	}

	/** The groups of what was found, those with the best papers first unless they have an order of their own. */
	#filtered(found: readonly FoundRow[]): readonly Node[] {
		const { by } = this.#needs.arrangement;
		if (by === "none") return found.flatMap(({ id, titleMarks }) => this.#row(id, undefined, titleMarks));
		const groups = this.#groupsIn(undefined);
		if (by === "date" || by === "state") return groups;
		const best = (group: GroupNode): number => this.#ranks?.get(this.#papersIn(group.number)[0] ?? "") ?? Infinity;
		return groups
			.map(group => ({ group, rank: best(group) }))
			.sort((a, b) => a.rank - b.rank)
			.map(({ group }) => group);
	}

	#groupsIn(parent: GroupNode | undefined): readonly GroupNode[] {
		const { table, arrangement, look } = this.#needs;
		const { by } = arrangement;
		const numbers = groupsIn(table, parent?.number).filter(number => (this.#counts[number] ?? 0) > 0);
		// Runs of a long list say nothing of the few that were found.
		if (this.#found && numbers.some(number => isRun(table.keys[number]))) return [];
		return numbers.map((number): GroupNode => {
			const label = table.labels[number] ?? "";
			const terms = table.terms[number];
			const isTopic = by === "topic" && terms !== undefined;
			const above = parent?.row ?? (this.#found ? `filtered:${by}` : by);
			return {
				...{ kind: "group", by, label, number, parent, terms, isTopic },
				row: `${above}/${table.keys[number] ?? ""}`,
				count: this.#counts[number] ?? 0,
				look: isTopic ? look(label) : {},
			};
		});
	}

	/** Whether a group has a row for a paper. */
	#isShown(id: string): boolean {
		const { paper, isAway } = this.#needs;
		return paper(id) !== undefined && (this.#found ? this.#found.has(id) : !isAway(id));
	}

	#papersIn(group: number): readonly string[] {
		const ids = papersIn(this.#needs.table, group).filter(id => this.#isShown(id));
		const ranks = this.#ranks;
		return ranks ? ids.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)) : ids;
	}

	#row(id: string, parent: Branch | undefined, marks = this.#found?.get(id)?.titleMarks ?? []): readonly PaperNode[] {
		const paper = this.#needs.paper(id);
		if (!paper) return [];
		return [{ kind: "paper", row: `${parent?.row ?? "list"}/${paper.id}`, paper, parent, marks }];
	}
}

function isRun(key: string | undefined): boolean {
	return key?.startsWith("run ") === true;
}
