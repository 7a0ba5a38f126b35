// Which papers' records are to be completed: those of a row, of several, of a topic or a digest, or as the person chooses.

import * as vscode from "vscode";
import { paperIds } from "../../core/commandArguments";
import { plainTitle } from "../../core/render";
import { recordStateOf } from "../../core/recordState";
import { asWritten } from "../../host/asWritten";
import type { Digest, Library } from "../../library/library";

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
	/** The papers that the tree shows. */
	readonly shown: () => readonly string[];
}

/** The papers of a command's arguments: a row with those that are selected beside it, ids, or the address of a digest. */
export function scopeOf(library: Library, argument: unknown, selected: unknown): Scope | undefined {
	const isAnew = isFields(argument) && argument["isAnew"] === true;
	if (isFields(argument) && typeof argument["digest"] === "string") {
		const digest = library.digests.find(({ uri }) => uri.toString() === argument["digest"]);
		return digest && { ids: digest.papers.map(({ id }) => id), digest, isExact: false, isAnew };
	}
	const rows = Array.isArray(selected) && selected.length > 1 ? (selected as readonly unknown[]) : [argument];
	const found = rows.map(idsOf);
	if (found.every(ids => ids === undefined)) return undefined;
	const ids = [...new Set(found.flatMap(each => each ?? []))];
	return { ids, isExact: rows.every(row => paperIds(row) !== undefined), isAnew };
}

/** The papers of a row, or of the rows below it. */
function idsOf(row: unknown): readonly string[] | undefined {
	const own = paperIds(row);
	if (own) return own;
	if (!isFields(row) || !Array.isArray(row["papers"])) return undefined;
	return (row["papers"] as readonly unknown[]).flatMap(paper => paperIds(paper) ?? []);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}

/** Whether a paper of the shelf has no complete record. */
export function isLacking(library: Library, id: string): boolean {
	const paper = library.paper(id);
	return paper !== undefined && recordStateOf(paper).state !== "complete";
}

/** Lets the person choose; `undefined` when they gave up. */
export function askScope(needs: ScopeNeeds): Promise<Scope | undefined> {
	const pick = vscode.window.createQuickPick<ScopeRow>();
	pick.title = vscode.l10n.t("Complete records");
	pick.placeholder = vscode.l10n.t("Whose records are to be looked up?");
	pick.matchOnDescription = true;
	const anew: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon("refresh"),
		tooltip: vscode.l10n.t("Look again: ask also where answers of this month are kept"),
	};
	pick.buttons = [anew];
	pick.items = scopeRows(needs);
	return new Promise(resolve => {
		let chosen: Scope | undefined;
		let isAnew = false;
		pick.onDidTriggerButton(() => {
			isAnew = !isAnew;
			pick.title = isAnew ? vscode.l10n.t("Complete records, asking anew") : vscode.l10n.t("Complete records");
		});
		pick.onDidAccept(() => {
			const scope = pick.activeItems[0]?.scope;
			chosen = scope && { ...scope, isAnew };
			pick.hide();
		});
		pick.onDidHide(() => {
			pick.dispose();
			resolve(chosen);
		});
		pick.show();
	});
}

function scopeRows({ library, currentPaper, shown }: ScopeNeeds): readonly ScopeRow[] {
	const current = library.paper(currentPaper() ?? "");
	const all = [...library.papers.keys()];
	const inTree = shown();
	const isPart = inTree.length > 0 && inTree.length < all.length;
	return [
		...(current
			? [
					{
						label: `$(book) ${vscode.l10n.t("This paper")}`,
						description: asWritten(plainTitle(current)),
						scope: { ids: [current.id], isExact: true },
					},
				]
			: []),
		...(isPart ? [scopeRow(library, `$(filter) ${vscode.l10n.t("The papers of the tree")}`, inTree)] : []),
		...library.digests.map(digest => {
			const ids = digest.papers.map(({ id }) => id);
			return scopeRow(library, `$(file-text) ${asWritten(digest.name)}`, ids, digest);
		}),
		scopeRow(library, `$(library) ${vscode.l10n.t("All papers")}`, all),
	];
}

function scopeRow(library: Library, label: string, ids: readonly string[], digest?: Digest): ScopeRow {
	const distinct = new Set(ids);
	const count = [...distinct].filter(id => isLacking(library, id)).length;
	const description =
		count === 0 ? vscode.l10n.t("all complete") : vscode.l10n.t("{0} of {1} incomplete", count, distinct.size);
	return { label, description, scope: { ids, digest, isExact: false } };
}
