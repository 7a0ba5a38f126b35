// A list of which one row is taken: rows that only tell something cannot be.

import type * as vscode from "vscode";

/** Shows a list until a row is taken; `undefined` when the person gave up. The list is gone then. */
export function takeRow<T extends vscode.QuickPickItem>(
	pick: vscode.QuickPick<T>,
	canBeTaken: (row: T) => boolean,
): Promise<T | undefined> {
	return new Promise(resolve => {
		let taken: T | undefined;
		pick.onDidAccept(() => {
			taken = pick.activeItems.find(canBeTaken);
			if (taken) pick.hide();
		});
		pick.onDidHide(() => {
			pick.dispose();
			resolve(taken);
		});
		pick.show();
	});
}
