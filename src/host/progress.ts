// Telling that something goes on, once it has gone on for so long that one would wonder.

import * as vscode from "vscode";

/** What is done sooner needs no word. */
const noticedMs = 500;

/** Shows a text in the status bar while something takes longer than half a second. */
export async function withProgressWhenSlow<T>(title: string, work: Promise<T>): Promise<T> {
	const timer = setTimeout(() => {
		void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
			work.then(
				() => undefined,
				() => undefined,
			),
		);
	}, noticedMs);
	try {
		return await work;
	} finally {
		clearTimeout(timer);
	}
}
