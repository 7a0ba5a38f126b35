// Suggesting papers to cite for the sentence at the cursor: as a command, and as a code action where it is asked for.

import * as vscode from "vscode";
import { commands } from "../core/contributions";
import { citingOffset, sentenceAt } from "../core/manuscript/sentence";
import type { FoundPaper } from "../core/shelf";
import { UserError } from "../host/errors";
import { sourceOf } from "../host/texts";
import type { Library } from "../library/library";
import { citableDocuments } from "./target";

/** How many papers are offered. */
const offered = 20;

/** Shorter texts say too little to look for papers by. */
const leastLetters = 12;

/** Where a suggestion is asked for, and what for. */
export interface Suggestion {
	readonly suggested: readonly FoundPaper[];
	/** Where the citation goes. */
	readonly offset: number;
}

/** Papers for the sentence at the cursor that the document does not cite yet. Throws a `UserError` when there are none. */
export async function suggestFor(library: Library, editor: vscode.TextEditor): Promise<Suggestion> {
	const source = sourceOf(editor.document);
	const cursor = editor.document.offsetAt(editor.selection.active);
	const { start, end } = sentenceAt(source.text, cursor);
	const sentence = source.text.slice(start, end);
	const except = library.states.cited;
	const suggested = sentence.length < leastLetters ? [] : await ask(library, sentence, except);
	if (suggested.length > 0) return { suggested, offset: citingOffset(source, cursor) };
	const none = vscode.l10n.t("No paper of the shelf resembles this sentence. Nothing was changed.");
	const search = {
		title: vscode.l10n.t("Search papers…"),
		run: () => vscode.commands.executeCommand(commands.search),
	};
	throw new UserError(none, [search]);
}

async function ask(library: Library, passage: string, except: readonly string[]): Promise<readonly FoundPaper[]> {
	await library.whenIndexed();
	return library.ask.suggest(passage, { limit: offered, except });
}

/** Offers the suggestion among the code actions that a person asks for; a light bulb at every line would only disturb. */
export function registerSuggestAction(): vscode.Disposable {
	const kind = vscode.CodeActionKind.Refactor.append("cite");
	return vscode.languages.registerCodeActionsProvider(
		citableDocuments(),
		{
			provideCodeActions(document, range, context) {
				if (context.triggerKind !== vscode.CodeActionTriggerKind.Invoke) return [];
				const { start, end } = sentenceAt(document.getText(), document.offsetAt(range.start));
				if (end - start < leastLetters) return [];
				const title = vscode.l10n.t("Suggest citations for this sentence…");
				const action = new vscode.CodeAction(title, kind);
				action.command = { title, command: commands.suggestCitations };
				return [action];
			},
		},
		{ providedCodeActionKinds: [kind] },
	);
}
