// Completion: while a key or words of a work are typed in a citation, the works that may be meant; in a .bib file the
// types, fields and values. What is meant is worked out in the engine, and nothing there is asked away from citations.

import * as vscode from "vscode";
import { bibPlaceAt, reach as reachOfEntries } from "../../../core/completion/bibtex/place";
import { bibRows, hasRows, needsFile } from "../../../core/completion/bibtex/rows";
import { mayBeExpected } from "../../../core/completion/expected";
import { offerFor, type Offer } from "../../../core/completion/offer";
import type { Completions } from "../../../core/completion/rows";
import { reachBefore as reachOfCitations } from "../../../core/completion/slots";
import type { Library } from "../../../library/library";
import { isBibliography } from "../../../library/projects";
import { isInstalled } from "../../../host/extensions";
import { setting } from "../../../host/settings";
import type { CitingNeeds } from "../../citing";
import { citationCommand, entryStyle } from "../../style";
import { citableDocuments } from "../../target";
import { registerAccepting } from "./accept";
import { bibItems, Described, keyItems } from "./items";
import { TypedOver } from "./typedOver";

export interface CompletionNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** Keeps which bibliography was chosen for a document. */
	readonly choices: vscode.Memento;
	readonly extensionUri: vscode.Uri;
	readonly offerRecords: CitingNeeds["offerRecords"];
}

/** What opens the list: where a key begins in some syntax, and a space, behind which a search goes on. */
const triggers = "{ , @ [ \" ' < ` : ; & =".split(" ").concat(" ");

export function registerCompletion(needs: CompletionNeeds): vscode.Disposable {
	const bibliographies = [{ language: "bibtex" }, { language: "biblatex" }, { pattern: "**/*.bib" }];
	const selector = [...citableDocuments(), ...bibliographies];
	const typedOver = new TypedOver();
	return vscode.Disposable.from(
		typedOver,
		vscode.languages.registerCompletionItemProvider(selector, new Completion(needs, typedOver), ...triggers),
		registerAccepting(needs),
	);
}

class Completion implements vscode.CompletionItemProvider {
	readonly #needs: CompletionNeeds;
	readonly #described: Described;
	readonly #typedOver: TypedOver;

	constructor(needs: CompletionNeeds, typedOver: TypedOver) {
		this.#needs = needs;
		this.#typedOver = typedOver;
		this.#described = new Described(needs);
	}

	async provideCompletionItems(
		document: vscode.TextDocument,
		position: vscode.Position,
		token: vscode.CancellationToken,
	): Promise<vscode.CompletionList | undefined> {
		const offer = offerFor(document.languageId, setting("completion", document.uri), isInstalled);
		const items = isBibliography(document)
			? offer.entries && (await this.#inBibliography(document, position, token))
			: offer.shelf && (await this.#inManuscript(document, position, { offer, token }));
		// Which rows are the best changes with each letter: they are ranked elsewhere, not by the editor.
		return items && !token.isCancellationRequested ? new vscode.CompletionList([...items], true) : undefined;
	}

	resolveCompletionItem(
		item: vscode.CompletionItem,
		token: vscode.CancellationToken,
	): Promise<vscode.CompletionItem> {
		return this.#described.describe(item, token);
	}

	async #inManuscript(
		document: vscode.TextDocument,
		position: vscode.Position,
		{ offer, token }: { readonly offer: Offer; readonly token: vscode.CancellationToken },
	): Promise<readonly vscode.CompletionItem[] | undefined> {
		const { before, behind } = textAround(document, position, reachOfCitations);
		const named = { languageId: document.languageId, fileName: document.uri.path };
		// Told from the text around the cursor alone: this is asked whenever a space is typed anywhere.
		if (!mayBeExpected(before, behind, named)) return undefined;
		const answer = await this.#ask(document, position, { offer, token });
		if (answer?.kind !== "keys") return undefined;
		this.#typedOver.expect(document, answer.expected);
		const items = keyItems(document, position, answer);
		this.#described.keep(document, items, answer.rows);
		return items;
	}

	/** A large file is not sent to the engine with each letter, but only for what it holds. */
	async #inBibliography(
		document: vscode.TextDocument,
		position: vscode.Position,
		token: vscode.CancellationToken,
	): Promise<readonly vscode.CompletionItem[] | undefined> {
		const { before, behind } = textAround(document, position, reachOfEntries);
		const place = bibPlaceAt(before + behind, before.length);
		if (!place || !hasRows(place)) return undefined;
		if (needsFile(place)) {
			const answer = await this.#ask(document, position, { offer: { entries: true, shelf: false }, token });
			return answer?.kind === "bibtex" ? bibItems(document, position, answer) : undefined;
		}
		const project = await this.#needs.library.projects.of(document);
		const start = document.offsetAt(position) - before.length;
		const range = { start: start + place.range.start, end: start + place.range.end };
		return bibItems(document, position, { range, rows: bibRows(place, [], project?.dialect ?? "bibtex") });
	}

	#ask(
		document: vscode.TextDocument,
		position: vscode.Position,
		{ offer, token }: { readonly offer: Offer; readonly token: vscode.CancellationToken },
	): Promise<Completions | undefined> {
		const question = {
			...offer,
			offset: document.offsetAt(position),
			command: citationCommand(document),
			pattern: entryStyle(document.uri).pattern,
		};
		return this.#needs.library.projects.ask("completions", document, question, token);
	}
}

/** So many letters before a place and behind it. */
function textAround(
	document: vscode.TextDocument,
	position: vscode.Position,
	reach: number,
): { readonly before: string; readonly behind: string } {
	const offset = document.offsetAt(position);
	const start = document.positionAt(Math.max(0, offset - reach));
	return {
		before: document.getText(new vscode.Range(start, position)),
		behind: document.getText(new vscode.Range(position, document.positionAt(offset + reach))),
	};
}
