// A list of changes to tick: Enter makes the ticked ones, a button shows what they come to.

import * as vscode from "vscode";
import type { AfterFile, ChangePreview } from "./preview";

export interface TickRow extends vscode.QuickPickItem {
	/** Set on rows that only tell something: they cannot be ticked. */
	readonly isNote?: true;
	/** What the row's button opens. */
	readonly open?: () => unknown;
}

export interface TickRequest<T extends TickRow> {
	readonly title: string;
	readonly placeholder: string;
	readonly rows: readonly T[];
	/** The rows that are ticked at first. */
	readonly ticked: readonly T[];
	/** The files as they would be. */
	readonly after: (ticked: readonly T[]) => Promise<readonly AfterFile[]>;
	/** Runs what may fail; the person or the log hears of it. */
	readonly guard: (run: () => unknown) => unknown;
}

/** Lets the person tick rows; `undefined` when they gave up. */
export function tick<T extends TickRow>(
	preview: ChangePreview,
	{ title, placeholder, rows, ticked, after, guard }: TickRequest<T>,
): Promise<readonly T[] | undefined> {
	const pick = vscode.window.createQuickPick<T>();
	Object.assign(pick, { title, placeholder, canSelectMany: true, ignoreFocusOut: true });
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.buttons = [{ iconPath: new vscode.ThemeIcon("diff"), tooltip: vscode.l10n.t("Show as diff") }];
	pick.items = rows;
	pick.selectedItems = ticked;
	// A slow answer must not take the place of the one for the ticks as they are now.
	let asked = 0;
	let running = 0;
	const show = async () => {
		const number = ++asked;
		running++;
		try {
			const files = await after(pick.selectedItems);
			if (number === asked) await preview.show(files);
		} finally {
			running--;
		}
	};
	return new Promise(resolve => {
		let chosen: readonly T[] | undefined;
		pick.onDidTriggerButton(() => void guard(show));
		pick.onDidTriggerItemButton(({ item }) => void guard(() => item.open?.()));
		pick.onDidChangeSelection(selected => {
			const changes = selected.filter(({ isNote }) => isNote !== true);
			if (changes.length < selected.length) pick.selectedItems = changes;
			else if (preview.isShown || running > 0) void guard(show);
		});
		pick.onDidAccept(() => {
			chosen = pick.selectedItems.filter(({ isNote }) => isNote !== true);
			pick.hide();
		});
		pick.onDidHide(() => {
			asked++;
			pick.dispose();
			void guard(() => preview.close());
			resolve(chosen);
		});
		pick.show();
	});
}
