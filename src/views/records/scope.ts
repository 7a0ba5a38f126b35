// Which papers' records are to be completed: those of a row, of several, of a group or a digest, or as the person chooses.

import * as vscode from "vscode";
import { paperIds } from "../../core/commandArguments";
import { plainTitle } from "../../core/render";
import { recordStateOf } from "../../core/recordState";
import { asWritten } from "../../host/asWritten";
import type { Digest, Library } from "../../library/library";
import type { PaperTree } from "../tree/paperTree";
import { takeRow } from "./takeRow";

export interface Scope {
	readonly ids: readonly string[];
	/** The digest that is meant. */
	readonly digest?: Digest | undefined;
	/** Whether these very papers are meant, also where their records are complete. */
	readonly isExact: boolean;
	/** Whether catalogues are asked although their answers are kept. */
	readonly isAnew: boolean;
}

interface ScopeRow extends vscode.QuickPickItem {
	readonly scope: Omit<Scope, "isAnew">;
}

export interface ScopeNeeds {
	readonly library: Library;
	/** The paper that the person looks at. */
	readonly currentPaper: () => string | undefined;
	/** Knows the papers of its rows, those that are selected, and what it shows when it is filtered. */
	readonly tree: Pick<PaperTree, "rowsOf" | "filtered" | "selectedIds">;
}

/** The papers of a command's arguments: ids, the address of a digest, or rows of the tree; `undefined` without any. */
export function scopeOf({ library, tree }: ScopeNeeds, argument: unknown, selected: unknown): Scope | undefined {
	if (typeof argument !== "object" || argument === null) return undefined;
	const { digest: address, isAnew: anew } = argument as { readonly digest?: unknown; readonly isAnew?: unknown };
	const isAnew = anew === true;
	if (typeof address === "string") {
		const digest = library.digests.find(({ uri }) => uri.toString() === address);
		// One that is gone has no papers: nobody else's are meant.
		return { ids: (digest?.papers ?? []).map(({ id }) => id), digest, isExact: false, isAnew };
	}
	const areSeveral = Array.isArray(selected) && selected.length > 1;
	const own = areSeveral ? undefined : paperIds(argument);
	if (own) return { ids: own, isExact: true, isAnew };
	const rows = tree.rowsOf(argument, areSeveral ? selected : undefined);
	return rows && { ids: rows.ids, isExact: false, isAnew };
}

/** Whether a paper of the shelf has no complete record. */
export function isLacking(library: Library, id: string): boolean {
	const paper = library.paper(id);
	return paper !== undefined && recordStateOf(paper).state !== "complete";
}

/** Lets the person choose; `undefined` when they gave up. */
export async function askScope(needs: ScopeNeeds): Promise<Scope | undefined> {
	const pick = vscode.window.createQuickPick<ScopeRow>();
	const title = vscode.l10n.t("Complete records");
	pick.title = title;
	pick.placeholder = vscode.l10n.t("Whose records are to be looked up?");
	pick.matchOnDescription = true;
	pick.buttons = [
		{
			iconPath: new vscode.ThemeIcon("refresh"),
			tooltip: vscode.l10n.t("Look again: ask also where answers of this month are kept"),
		},
	];
	pick.items = scopeRows(needs);
	let isAnew = false;
	const listener = pick.onDidTriggerButton(() => {
		isAnew = !isAnew;
		pick.title = isAnew ? vscode.l10n.t("Complete records, asking anew") : title;
	});
	const taken = await takeRow(pick, () => true);
	listener.dispose();
	return taken && { ...taken.scope, isAnew };
}

function scopeRows({ library, currentPaper, tree }: ScopeNeeds): readonly ScopeRow[] {
	const current = library.paper(currentPaper() ?? "");
	const { filtered, selectedIds } = tree;
	const row = (icon: string, label: string, ids: readonly string[], digest?: Digest): ScopeRow => ({
		label: `$(${icon}) ${label}`,
		description: countText(library, ids),
		scope: { ids, digest, isExact: false },
	});
	const thisPaper: readonly ScopeRow[] = current
		? [
				{
					label: `$(book) ${vscode.l10n.t("This paper")}`,
					description: asWritten(plainTitle(current)),
					scope: { ids: [current.id], isExact: true },
				},
			]
		: [];
	return [
		...thisPaper,
		...(selectedIds.length > 1 ? [row("list-selection", vscode.l10n.t("The selected papers"), selectedIds)] : []),
		...(filtered ? [row("filter", vscode.l10n.t("The papers that the filter shows"), filtered.ids)] : []),
		...library.digests.map(digest => {
			const ids = digest.papers.map(({ id }) => id);
			return row("file-text", asWritten(digest.name), ids, digest);
		}),
		row("library", vscode.l10n.t("All papers"), [...library.papers.keys()]),
	];
}

function countText(library: Library, ids: readonly string[]): string {
	const distinct = new Set(ids);
	const count = [...distinct].filter(id => isLacking(library, id)).length;
	if (count === 0) return vscode.l10n.t("all complete");
	return vscode.l10n.t("{0} of {1} incomplete", count, distinct.size);
}
