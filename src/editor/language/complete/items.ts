// The rows of completion as the editor's list shows them.

import * as vscode from "vscode";
import { commands } from "../../../core/contributions";
import type { BibRow, BibRowKind } from "../../../core/completion/bibtex/rows";
import { completedWith, type ExpectedKey } from "../../../core/completion/expected";
import type { TextRange } from "../../../core/paper";
import { beginning } from "../../../core/render";
import { escapeMarkdown } from "../../../core/render/escape";
import type { CompletionDetail, Completions, KeyRow } from "../../../core/completion/rows";
import { referenceStyle } from "../../../host/referenceStyle";
import type { CompletionNeeds } from "./complete";
import type { Accepted } from "./accept";

type KeyAnswer = Completions & { readonly kind: "keys" };
type BibAnswer = Pick<Completions & { readonly kind: "bibtex" }, "range" | "rows">;

/** Letters of a title beside a key, and of an abstract below a reference. */
const titleLetters = 70;
const abstractLetters = 900;

/**
 * The editor would filter and sort by itself: for it every row is what has been typed, and they stand in their order.
 */
function ranked(
	document: vscode.TextDocument,
	position: vscode.Position,
	{ start, end }: TextRange,
): (item: vscode.CompletionItem, index: number) => vscode.CompletionItem {
	const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
	const filterText = document.getText(range.with(undefined, position));
	return (item, index) => {
		item.range = range;
		item.filterText = filterText;
		item.sortText = String(index).padStart(4, "0");
		return item;
	};
}

export function keyItems(
	document: vscode.TextDocument,
	position: vscode.Position,
	{ expected, rows }: KeyAnswer,
): vscode.CompletionItem[] {
	const place = ranked(document, position, expected.range);
	return rows.map((row, index) =>
		place(
			row.id === undefined ? ownItem(document, expected, row) : shelfItem(document, expected, row, row.id),
			index,
		),
	);
}

function labelOf({ key, title, authorYear }: KeyRow, origin: string): vscode.CompletionItemLabel {
	const description = [authorYear, origin].filter(part => part !== "").join(" · ");
	return { label: key, detail: `  ${beginning(title, titleLetters)}`, description };
}

function ownItem(document: vscode.TextDocument, expected: ExpectedKey, row: KeyRow): vscode.CompletionItem {
	const item = new vscode.CompletionItem(labelOf(row, ""), vscode.CompletionItemKind.Reference);
	const { text, elsewhere } = completedWith(expected, row.key);
	item.detail = row.title;
	// The cursor stays behind the key: a comma, or the bracket itself, may come next.
	item.insertText =
		expected.close === ""
			? text
			: new vscode.SnippetString().appendText(text).appendTabstop(0).appendText(expected.close);
	item.additionalTextEdits = elsewhere.map(
		edit =>
			new vscode.TextEdit(
				new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)),
				edit.text,
			),
	);
	return item;
}

/**
 * A paper of the shelf puts nothing into the text: the command does, together with the entry, so that one undo takes
 * both back.
 */
function shelfItem(
	document: vscode.TextDocument,
	expected: ExpectedKey,
	row: KeyRow,
	id: string,
): vscode.CompletionItem {
	const item = new vscode.CompletionItem(
		labelOf(row, vscode.l10n.t("from the shelf")),
		vscode.CompletionItemKind.Constant,
	);
	const { start, end } = expected.range;
	const typed = document.getText(new vscode.Range(document.positionAt(start), document.positionAt(end)));
	const accepted: Accepted = { uri: document.uri.toString(), id, expected, typed };
	item.detail = row.title;
	item.insertText = typed;
	item.command = {
		command: commands.completeFromShelf,
		title: vscode.l10n.t("Cite and add the entry"),
		arguments: [accepted],
	};
	return item;
}

const kinds: Readonly<Record<BibRowKind, vscode.CompletionItemKind>> = {
	type: vscode.CompletionItemKind.Class,
	field: vscode.CompletionItemKind.Field,
	constant: vscode.CompletionItemKind.Constant,
	value: vscode.CompletionItemKind.Value,
	key: vscode.CompletionItemKind.Reference,
};

export function bibItems(
	document: vscode.TextDocument,
	position: vscode.Position,
	{ range, rows }: BibAnswer,
): vscode.CompletionItem[] {
	const place = ranked(document, position, range);
	return rows.map((row, index) => place(bibItem(row), index));
}

function bibItem({ kind, label, detail, text, isSnippet }: BibRow): vscode.CompletionItem {
	const said = detail === "required" ? vscode.l10n.t("required") : detail;
	const item = new vscode.CompletionItem({ label, description: beginning(said, titleLetters) }, kinds[kind]);
	item.insertText = isSnippet ? new vscode.SnippetString(text) : text;
	// A field has values to choose from.
	if (kind === "field" && isSnippet) item.command = { command: "editor.action.triggerSuggest", title: "" };
	return item;
}

/** What a row is about, told when it is looked at: the reference, the abstract, and where it is from. */
export class Described {
	readonly #needs: CompletionNeeds;
	readonly #rows = new WeakMap<
		vscode.CompletionItem,
		{ readonly document: vscode.TextDocument; readonly row: KeyRow }
	>();

	constructor(needs: CompletionNeeds) {
		this.#needs = needs;
	}

	keep(document: vscode.TextDocument, items: readonly vscode.CompletionItem[], rows: readonly KeyRow[]): void {
		items.forEach((item, index) => {
			const row = rows[index];
			if (row) this.#rows.set(item, { document, row });
		});
	}

	async describe(item: vscode.CompletionItem, token: vscode.CancellationToken): Promise<vscode.CompletionItem> {
		const known = this.#rows.get(item);
		if (!known) return item;
		const { library, extensionUri } = this.#needs;
		const { document, row } = known;
		// A style that cannot be read is told of where references are copied; here authors, year and title do.
		const { style, locale } = await referenceStyle(extensionUri, document.uri).catch(() => noStyle);
		const params = { row, style, locale };
		const detail = await library.projects.ask("completionDetail", document, params, token);
		if (detail) item.documentation = new vscode.MarkdownString(documentation(row, detail));
		return item;
	}
}

const noStyle = { style: { xml: "", name: "" }, locale: undefined };

function documentation(row: KeyRow, { reference, abstract, places, cited }: CompletionDetail): string {
	const where = places.join(", ");
	const origin = row.id === undefined ? where : vscode.l10n.t("From the shelf: {0}. Adds its entry.", where);
	const count = cited === 1 ? vscode.l10n.t("cited once") : cited > 1 ? vscode.l10n.t("cited {0} times", cited) : "";
	const blocks = [
		reference,
		beginning(abstract, abstractLetters),
		[origin, count].filter(part => part !== "").join(" · "),
	];
	return blocks
		.filter(block => block !== "")
		.map(escapeMarkdown)
		.join("\n\n");
}
