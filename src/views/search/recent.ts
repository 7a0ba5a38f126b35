// The papers that a person chose lately, the last first.

import type * as vscode from "vscode";

/** How many stand first while nothing is typed. */
const most = 10;

const key = "recentPapers";

export function recentPapers(memento: vscode.Memento): readonly string[] {
	return memento.get<readonly string[]>(key, []);
}

export function rememberPapers(memento: vscode.Memento, ids: readonly string[]): void {
	void memento.update(key, [...new Set([...ids, ...recentPapers(memento)])].slice(0, most));
}
