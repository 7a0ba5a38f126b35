// Accepting a paper of the shelf: the citation into the text and the entry into the bibliography, as one edit.

import * as vscode from "vscode";
import { commands } from "../../../core/contributions";
import type { ExpectedKey } from "../../../core/completion/expected";
import { guarded, register } from "../../../host/commands";
import { cite, placesAtCursors } from "../../cite";
import { SaidInStatusBar } from "../../said";
import type { CompletionNeeds } from "./complete";

/** The argument of the command. */
export interface Accepted {
	readonly uri: string;
	/** Of the paper. */
	readonly id: string;
	readonly expected: ExpectedKey;
	/** What stood in the range when the rows were made. */
	readonly typed: string;
}

export function registerAccepting({ library, log, choices, offerRecords }: CompletionNeeds): vscode.Disposable {
	const said = new SaidInStatusBar();
	return vscode.Disposable.from(
		said,
		register(commands.completeFromShelf, log, async argument => {
			const editor = vscode.window.activeTextEditor;
			if (!isAccepted(argument) || editor?.document.uri.toString() !== argument.uri) return;
			const { id, expected, typed } = argument;
			const { document } = editor;
			const range = new vscode.Range(
				document.positionAt(expected.range.start),
				document.positionAt(expected.range.end),
			);
			// Somebody typed on meanwhile: it is cited at the cursor.
			const completes = document.getText(range) === typed ? { expected } : {};
			const cited = await cite(library, editor, {
				ids: [id],
				places: placesAtCursors(editor),
				choices,
				...completes,
			});
			if (!cited) return;
			said.say(cited);
			void guarded(log, () => offerRecords(cited));
		}),
	);
}

function isAccepted(argument: unknown): argument is Accepted {
	return typeof argument === "object" && argument !== null && "expected" in argument && "id" in argument;
}
