// Completion: while a key or words of a work are typed in a citation, the works that may be meant; in a .bib file the
// types, fields and values. What is meant is worked out in the engine, and nothing there is asked away from citations.

import * as vscode from "vscode";
import { mayBeExpected } from "../../../core/completion/expected";
import { offerFor } from "../../../core/completion/neighbours";
import type { Library } from "../../../library/library";
import { isBibliography } from "../../../library/projects";
import { setting } from "../../../host/settings";
import { citationCommand, entryStyle } from "../../style";
import { citableDocuments } from "../../target";
import { registerAccepting } from "./accept";
import { bibItems, Described, keyItems } from "./items";

export interface CompletionNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** Keeps which bibliography was chosen for a document. */
	readonly choices: vscode.Memento;
	readonly extensionUri: vscode.Uri;
}

/** What opens the list: where a key begins in some syntax, and a space, behind which a search goes on. */
const triggers = "{ , @ [ \" ' < ` : ; & =".split(" ").concat(" ");

/** So much of the text around the cursor tells whether a key may be expected. */
const reach = 3000;

export function registerCompletion(needs: CompletionNeeds): vscode.Disposable {
	const bibliographies = [{ language: "bibtex" }, { language: "biblatex" }, { pattern: "**/*.bib" }];
	const selector = [...citableDocuments(), ...bibliographies];
	return vscode.Disposable.from(
		vscode.languages.registerCompletionItemProvider(selector, new Completion(needs), ...triggers),
		registerAccepting(needs),
	);
}

class Completion implements vscode.CompletionItemProvider {
	readonly #needs: CompletionNeeds;
	readonly #described: Described;

	constructor(needs: CompletionNeeds) {
		this.#needs = needs;
		this.#described = new Described(needs);
	}

	async provideCompletionItems(
		document: vscode.TextDocument,
		position: vscode.Position,
		token: vscode.CancellationToken,
	): Promise<vscode.CompletionList | undefined> {
		const offer = offerFor(document.languageId, setting("completion", document.uri), isInstalled);
		const isWanted = isBibliography(document) ? offer.entries : offer.shelf && isNearCitation(document, position);
		if (!isWanted) return undefined;
		const answer = await this.#needs.library.projects.ask(
			"completions",
			document,
			{
				...offer,
				offset: document.offsetAt(position),
				command: citationCommand(document),
				pattern: entryStyle(document.uri).pattern,
			},
			token,
		);
		if (!answer || token.isCancellationRequested) return undefined;
		const items =
			answer.kind === "keys" ? keyItems(document, position, answer) : bibItems(document, position, answer);
		if (answer.kind === "keys") this.#described.keep(document, items, answer.rows);
		// Which rows are the best changes with each letter: they are ranked there, not here.
		return new vscode.CompletionList(items, true);
	}

	resolveCompletionItem(
		item: vscode.CompletionItem,
		token: vscode.CancellationToken,
	): Promise<vscode.CompletionItem> {
		return this.#described.describe(item, token);
	}
}

function isInstalled(id: string): boolean {
	return vscode.extensions.getExtension(id) !== undefined;
}

/** Told from the text around the cursor alone: this is asked whenever a space is typed anywhere. */
function isNearCitation(document: vscode.TextDocument, position: vscode.Position): boolean {
	const offset = document.offsetAt(position);
	const before = new vscode.Range(document.positionAt(Math.max(0, offset - reach)), position);
	const behind = new vscode.Range(position, document.positionAt(offset + reach));
	const { languageId, uri } = document;
	return mayBeExpected(document.getText(before), document.getText(behind), { languageId, fileName: uri.path });
}
